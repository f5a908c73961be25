//! The fields of each record in the order they are written, and which of them a review offers to edit.

/// The lists of a dossier.
pub(super) const DOSSIER: &[&str] = &[
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
];

/// The parts of a source record.
pub(super) const RECORD: &[&str] = &[
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
pub(super) const METRICS: &[&str] = &["families", "metrics"];

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
