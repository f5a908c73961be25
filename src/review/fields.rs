//! The fields of each record in the order they are written, and which of them a review offers to edit.

/// The parts of a dossier.
pub(super) const DOSSIER: &[&str] = &[
    "schema",
    "id",
    "name",
    "province",
    "reporter",
    "source",
    "summary",
    "pillars",
    "measures",
    "frameworks",
    "recognitions",
    "partners",
    "outcomes",
    "english",
];

/// The parts of a source record.
pub(super) const RECORD: &[&str] = &[
    "schema",
    "id",
    "title",
    "outlet",
    "byline",
    "url",
    "language",
    "published",
    "text",
    "body",
    "furniture",
    "outline",
    "excused",
];

/// The registers of metrics.
pub(super) const METRICS: &[&str] = &["schema", "families", "metrics"];

/// An outcome.
const OUTCOME: &[&str] = &[
    "id",
    "pillar",
    "metric",
    "guess",
    "label",
    "en",
    "value",
    "max",
    "unit",
    "bound",
    "as_written",
    "period",
    "scope",
    "named",
    "note",
    "cite",
];

/// Any other record.
const OTHER: &[&str] = &[
    "id", "zh", "short", "pinyin", "pillar", "n", "kind", "name", "title", "heading", "slogan", "printed",
    "en", "scope", "themes", "gist", "cite",
];

/// The order of the fields of a record of `list`.
pub(super) fn order(list: &str) -> &'static [&'static str] {
    match list {
        "outcomes" => OUTCOME,
        _ => OTHER,
    }
}

/// The fields of an outcome that `e` offers, in its order.
pub(crate) const EDITED: [&str; 9] = [
    "label", "en", "period", "scope", "bound", "value", "max", "unit", "named",
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::load::schema::SchemaKind;

    /// The names of the fields that `schema` has at `path`, in the order of the alphabet.
    fn known(schema: SchemaKind, path: &str) -> Vec<String> {
        let schema: Value = serde_json::from_str(&schema.text()).unwrap();
        let fields = schema.pointer(path).and_then(Value::as_object).unwrap();
        let mut names: Vec<_> = fields.keys().cloned().collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn every_field_of_a_file_has_its_place() {
        for (order, schema, path) in [
            (DOSSIER, SchemaKind::College, "/properties"),
            (OUTCOME, SchemaKind::College, "/definitions/Outcome/properties"),
            (RECORD, SchemaKind::Seed, "/properties"),
            (METRICS, SchemaKind::Metrics, "/properties"),
        ] {
            let mut order = order.to_vec();
            order.sort_unstable();
            assert_eq!(order, known(schema, path), "{schema:?} {path}");
        }
    }
}
