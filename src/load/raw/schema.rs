//! The JSON Schema of each kind of file, for editors and validators.
//!
//! Draft 7 is what editors' YAML servers know best. What only `check` can know is not here.

use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde_json::{Map, Value, json};

use super::{RawCollege, RawMetrics, RawSource, RawThemes};

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaKind {
    /// `data/colleges/<id>.yaml`
    College,
    /// `data/themes.yaml`
    Themes,
    /// `data/metrics.yaml`
    Metrics,
    /// `seeds/<source-id>.yaml`
    Seed,
}

impl SchemaKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::College, Self::Themes, Self::Metrics, Self::Seed];

    /// The name of its schema file: `college.schema.json`.
    pub fn file(self) -> &'static str {
        match self {
            Self::College => "college.schema.json",
            Self::Themes => "themes.schema.json",
            Self::Metrics => "metrics.schema.json",
            Self::Seed => "seed.schema.json",
        }
    }

    /// Its schema as text, ending in a line feed.
    pub fn text(self) -> String {
        let schema = match self {
            Self::College => schema_of::<RawCollege>("rongtu college dossier"),
            Self::Themes => schema_of::<RawThemes>("rongtu themes"),
            Self::Metrics => schema_of::<RawMetrics>("rongtu metrics"),
            Self::Seed => schema_of::<RawSource>("rongtu source record"),
        };
        format!("{:#}\n", Value::Object(schema))
    }
}

fn schema_of<T: JsonSchema>(title: &str) -> Map<String, Value> {
    let mut settings = SchemaSettings::draft07();
    settings
        .transforms
        .push(Box::new(RecursiveTransform(without_null)));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let head = [
        ("$schema", schema.get("$schema").cloned()),
        ("title", Some(json!(title))),
    ];
    let head = head
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    let rest = schema.as_object().cloned().unwrap_or_default();
    head.chain(
        rest.into_iter()
            .filter(|(key, _)| key != "$schema" && key != "title"),
    )
    .collect()
}

/// A field that may be left out has no default worth telling.
fn without_null(schema: &mut Schema) {
    if schema.get("default") == Some(&Value::Null) {
        schema.remove("default");
    }
}
