//! `docs/fields.md` and its Chinese twin: every field of every YAML file, from the JSON Schema, with an example from the
//! shipped data.

use std::{collections::BTreeMap, fs, path::Path};

use rongtu::load::schema::SchemaKind;
use serde_json::Value;

/// The language of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    English,
    Chinese,
}

/// Examples of fields that no shipped file has.
const EXAMPLES: &[(&str, &str)] = &[
    ("Cite.prefix", "获"),
    ("Cite.suffix", "等"),
    ("Guess.metric", "invention-patents"),
    ("Guess.words", "发明专利"),
    ("Outcome.guess", "[{metric: invention-patents, words: 发明专利}]"),
    ("Outcome.max", "3"),
    ("Outcome.scope", "college"),
    ("Period.en", "since the founding"),
    ("Record.schema", "1"),
    ("Record.published", "\"2024-05-06\""),
];

impl Page {
    pub(crate) const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Its path in the repository.
    pub(crate) fn path(self) -> &'static str {
        self.pick("docs/fields.md", "docs/fields.zh.md")
    }

    fn pick<T>(self, english: T, chinese: T) -> T {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }

    /// The whole page.
    pub(crate) fn text(self) -> String {
        let mut page = self
            .pick(
                "# Fields of the YAML files\n\nEvery field that may stand in a file of `data/` and `seeds/`, with what it \
                 means and an example from the two shipped dossiers. [Curating](curating.md) says how to write them. The \
                 table is made from `docs/schema`, which an editor can use to complete and check as you type.\n",
                "# YAML 文件的字段\n\n`data/` 与 `seeds/` 各文件可写的每个字段、意思，以及出自两份档案的例子。写法见\
                 [整理档案](curating.zh.md)。本页由 `docs/schema` 生成；编辑器可用它补全并随写随查。\n",
            )
            .to_owned();
        for (kind, place) in [
            (SchemaKind::College, "data/colleges/ID.yaml"),
            (SchemaKind::Metrics, "data/metrics.yaml"),
            (SchemaKind::Themes, "data/themes.yaml"),
            (SchemaKind::Seed, "seeds/ID.yaml"),
        ] {
            let schema: Value = serde_json::from_str(&kind.text()).unwrap_or_default();
            let examples = Examples::of(&schema, place);
            page += &format!("\n## `{place}`\n");
            page += &self.table("", &schema, &schema, &examples);
            let definitions = schema["definitions"].as_object().into_iter().flatten();
            for (name, definition) in definitions.filter(|(_, one)| one["properties"].is_object()) {
                page += &format!("\n### {}\n", self.half(&definition["description"], name));
                page += &self.table(name, definition, &schema, &examples);
            }
        }
        page
    }

    fn table(self, name: &str, record: &Value, schema: &Value, examples: &Examples) -> String {
        let head = self.pick("| field | | meaning | example |", "| 字段 | | 意思 | 例 |");
        let mut table = format!("\n{head}\n| --- | --- | --- | --- |\n");
        let required = |field: &str| {
            let mut all = record["required"].as_array().into_iter().flatten();
            all.any(|one| one == field)
        };
        for (field, property) in record["properties"].as_object().into_iter().flatten() {
            let must = match required(field) {
                true => self.pick("required", "必填"),
                false => "",
            };
            let meaning = self.half(&property["description"], field) + &self.values(property, schema);
            let example = examples.get(name, field).map(|text| format!("`{text}`"));
            let example = example.or_else(|| self.section(property, schema));
            let example = example.unwrap_or_default().replace('|', "\\|");
            table += &format!(
                "| `{field}` | {must} | {} | {example} |\n",
                meaning.replace('|', "\\|")
            );
        }
        table
    }

    /// The half of a description in the page's language: English sentences, then Chinese ones.
    fn half(self, description: &Value, name: &str) -> String {
        let text = description.as_str().unwrap_or(name);
        let (english, chinese) = text.rsplit_once(". ").unwrap_or((text, text));
        let words = self.pick(english, chinese);
        words.trim_end_matches(['.', '。']).to_owned()
    }

    /// `→ A pillar`: the section on the records that the field holds.
    fn section(self, property: &Value, schema: &Value) -> Option<String> {
        let name = reference(property)?;
        let description = &schema["definitions"][name]["description"];
        Some(format!("→ {}", self.half(description, name)))
    }

    /// `: unit, college`, where the field is one of a few words.
    fn values(self, property: &Value, schema: &Value) -> String {
        let Some(definition) = reference(property) else {
            return String::new();
        };
        let definition = &schema["definitions"][definition];
        let mut words: Vec<&str> = Vec::new();
        let plain = definition["enum"].as_array().into_iter().flatten();
        words.extend(plain.filter_map(Value::as_str));
        for one in definition["oneOf"].as_array().into_iter().flatten() {
            words.extend(one["const"].as_str());
            words.extend(
                one["enum"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str),
            );
        }
        match words.is_empty() {
            true => String::new(),
            false => format!("{}`{}`", self.pick(": ", "："), words.join("` `")),
        }
    }
}

/// The definition that a property, or an item of it, is written by.
fn reference(property: &Value) -> Option<&str> {
    let choices = ["anyOf", "allOf"].into_iter();
    let choices = choices.filter_map(|key| property[key].as_array()).flatten();
    let candidates = [property, &property["items"]].into_iter().chain(choices);
    let target = candidates.filter_map(|one| one["$ref"].as_str()).next();
    target?.strip_prefix("#/definitions/")
}

/// What stands in the shipped files under each field: the first of each.
struct Examples(BTreeMap<(String, String), String>);

impl Examples {
    /// Of the files at `place`, written by `schema`.
    fn of(schema: &Value, place: &str) -> Self {
        let mut found = Self(BTreeMap::new());
        let folder = place.rsplit_once('/').map_or(".", |(folder, _)| folder);
        let mut files: Vec<_> = match place.ends_with("ID.yaml") {
            true => fs::read_dir(folder)
                .into_iter()
                .flatten()
                .filter_map(|entry| Some(entry.ok()?.path()))
                .collect(),
            false => vec![Path::new(place).to_owned()],
        };
        files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
        files.sort();
        files.reverse();
        for file in files {
            let text = fs::read_to_string(file).unwrap_or_default();
            let value: Value = serde_yaml::from_str(&text).unwrap_or_default();
            found.walk("", schema, &value, schema);
        }
        found
    }

    fn walk(&mut self, name: &str, record: &Value, value: &Value, schema: &Value) {
        for (field, property) in record["properties"].as_object().into_iter().flatten() {
            let own = &value[field];
            if own.is_null() {
                continue;
            }
            let items: Vec<&Value> = own.as_array().map_or(vec![own], |list| list.iter().collect());
            let target = reference(property).filter(|target| {
                let properties = &schema["definitions"][*target]["properties"];
                properties.is_object()
            });
            match target {
                Some(target) => {
                    for item in items {
                        self.walk(target, &schema["definitions"][target], item, schema);
                    }
                }
                None => {
                    let place = (name.to_owned(), field.clone());
                    self.0.entry(place).or_insert_with(|| flow(own));
                }
            }
        }
    }

    fn get(&self, name: &str, field: &str) -> Option<String> {
        let place = (name.to_owned(), field.to_owned());
        let name = if name.is_empty() { "Record" } else { name };
        let hand = format!("{name}.{field}");
        let listed = || EXAMPLES.iter().find(|(of, _)| *of == hand);
        let shipped = self.0.get(&place).cloned();
        shipped.or_else(|| listed().map(|(_, example)| (*example).to_owned()))
    }
}

/// As it would be written on one line.
fn flow(value: &Value) -> String {
    match value {
        Value::Array(list) => format!("[{}]", list.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::String(text) if text.contains([':', '%', '#']) => format!("\"{text}\""),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
