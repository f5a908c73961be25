//! The forms of values that their types alone do not say, as JSON Schema: ids, hashes, line ranges, dates, and which
//! bound has an upper end.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::version::NEWEST;

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
