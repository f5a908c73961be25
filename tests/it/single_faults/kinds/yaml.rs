//! Faults of the YAML itself.

use super::{At, Fault, OUTCOMES, fault};

pub(super) const FAULTS: &[Fault] = &[
    // YAML
    fault(
        "tab for the indent",
        (OUTCOMES, "label"),
        |s| Some(vec![s.whole().replacen("    ", "\t", 1)]),
        &["tab"],
        At::Here,
    ),
    fault(
        "ideographic indent",
        (OUTCOMES, "label"),
        |s| Some(vec![s.whole().replacen("    ", "\u{3000}\u{3000}", 1)]),
        &["ideographic-indent"],
        At::Here,
    ),
    fault(
        "control character",
        (OUTCOMES, "label"),
        |s| s.set(&format!("{}\u{8}", s.value)),
        &["control-character"],
        At::Here,
    ),
    fault(
        "zero-width character",
        (OUTCOMES, "label"),
        |s| s.set(&format!("{}\u{200b}", s.value)),
        &["invisible-character"],
        At::Here,
    ),
    fault(
        "indent one off",
        (OUTCOMES, "label"),
        |s| Some(vec![format!(" {}", s.whole())]),
        &["syntax"],
        At::Elsewhere,
    ),
    fault(
        "quote not closed",
        (OUTCOMES, "label"),
        |s| s.set(&format!("\"{}", s.value)),
        &["syntax"],
        At::Here,
    ),
    fault(
        "text that begins with an at sign",
        (OUTCOMES, "label"),
        |s| s.set(&format!("@{}", s.value)),
        &["syntax"],
        At::Here,
    ),
    fault(
        "text with a colon",
        (OUTCOMES, "label"),
        |s| s.set(&format!("甲: {}", s.value)),
        &["syntax"],
        At::Here,
    ),
    fault(
        "alias of nothing",
        (OUTCOMES, "label"),
        |s| s.set("*甲"),
        &["syntax"],
        At::Here,
    ),
    fault(
        "tag",
        (OUTCOMES, "label"),
        |s| s.set(&format!("!!str {}", s.value)),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "merge key",
        (OUTCOMES, "label"),
        |s| s.and("    <<: {note: {zh: 甲, en: a}}"),
        &["unknown-field"],
        At::Here,
    ),
    fault(
        "list for a text",
        (OUTCOMES, "label"),
        |s| s.set(&format!("[{}]", s.value)),
        &["wrong-type"],
        At::Here,
    ),
    fault(
        "too deep",
        (OUTCOMES, "label"),
        |s| s.set(&"[".repeat(65)),
        &["too-deep"],
        At::Here,
    ),
    fault(
        "second document",
        ("", "summary"),
        |s| Some(vec!["---".to_owned(), s.whole().to_owned()]),
        &["syntax"],
        At::Here,
    ),
];
