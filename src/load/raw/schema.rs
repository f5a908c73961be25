//! The JSON Schema of each kind of file, for editors and validators.
//!
//! Owns the forms that the types alone do not say: ids, hashes, line ranges, dates, and which bound has an
//! upper end. Draft 7 is what editors' YAML servers know best. What only `check` can know is not here.

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema, transform::RecursiveTransform,
};
use serde_json::{Map, Value, json};

use super::{RawCollege, RawMetrics, RawSource, RawThemes, version::NEWEST};

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

/// An id (`Slug`).
pub(crate) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        "maxLength": 64
    })
}

/// Ids, each once, at least one.
pub(crate) fn ids(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "array", "items": id(generator), "minItems": 1, "uniqueItems": true})
}

/// The schema a file is written for.
pub(crate) fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "integer", "minimum": 1, "maximum": NEWEST})
}

/// A SHA-256.
pub(crate) fn sha256(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "pattern": "^[0-9a-f]{64}$"})
}

/// Lines of a text: `5`, `2-13`, `1-4, 6`.
pub(crate) fn lines(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^ *[1-9][0-9]* *(- *[1-9][0-9]* *)?(, *[1-9][0-9]* *(- *[1-9][0-9]* *)?)*$"
    })
}

/// A day: `2024-05-06`.
pub(crate) fn date(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
}

/// A range has an upper end, nothing else has. Only a share may be below zero: -3.2 %, never -36 firms.
pub(crate) fn bounds(schema: &mut Schema) {
    let range = json!({"properties": {"bound": {"const": "range"}}, "required": ["bound"]});
    let share = json!({"properties": {"unit": {"pattern": "(%|‰|百分点)$"}}, "required": ["unit"]});
    schema.insert("if".to_owned(), range);
    schema.insert("then".to_owned(), json!({"required": ["max"]}));
    schema.insert(
        "else".to_owned(),
        json!({"properties": {"max": {"type": "null"}}}),
    );
    schema.insert(
        "allOf".to_owned(),
        json!([{"if": share, "else": {"properties": {"value": {"minimum": 0}}}}]),
    );
}
