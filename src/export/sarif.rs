//! Findings as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the lines.
//!
//! Owns the shape of the log. Columns are code points, as in every other answer.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::{
    finding::{Code, Finding, Place, Severity},
    lang::Lang,
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes `findings` as a log of one run.
///
/// # Errors
/// Those of the writer.
pub(crate) fn sarif(out: &mut dyn Write, findings: &[Finding], lang: Lang) -> io::Result<()> {
    let results: Vec<_> = findings.iter().map(|finding| result(finding, lang)).collect();
    let rules: Vec<_> = Code::ALL.iter().map(|code| rule(*code, lang)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn rule(code: Code, lang: Lang) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.meaning().get(lang)},
        "help": {"text": code.hint().get(lang)},
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

fn result(finding: &Finding, lang: Lang) -> Value {
    json!({
        "ruleId": finding.code.as_str(),
        "level": level(finding.severity),
        "message": {"text": finding.message.get(lang)},
        "locations": [{"physicalLocation": location(&finding.place)}],
    })
}

fn level(severity: Severity) -> &'static str {
    severity.as_str()
}

fn location(place: &Place) -> Value {
    let file = json!({"uri": uri(&place.file)});
    match place.line {
        0 => json!({"artifactLocation": file}),
        line => json!({
            "artifactLocation": file,
            "region": {
                "startLine": line,
                "startColumn": place.column,
                "endColumn": place.column + place.width,
            },
        }),
    }
}

/// A path as a URI reference (RFC 3986): every byte that is not unreserved or a slash is escaped.
fn uri(path: &str) -> String {
    path.bytes().fold(String::new(), |uri, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            uri + &char::from(byte).to_string()
        }
        _ => uri + &format!("%{byte:02X}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Bilingual;

    #[test]
    fn a_finding_stands_at_its_line_and_columns() {
        let place = Place {
            file: "数据/a b.yaml".into(),
            line: 3,
            column: 8,
            width: 2,
            ..Place::default()
        };
        let finding = Finding::new(Code::Tab, place, Bilingual::new("制表符", "a tab"));
        let whole = Finding::new(Code::TooLarge, Place::file("b"), Bilingual::default());
        let mut out = Vec::new();
        sarif(&mut out, &[finding, whole], Lang::En).unwrap();
        let log: Value = serde_json::from_slice(&out).unwrap();
        let results = &log["runs"][0]["results"];
        let at = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(at["artifactLocation"]["uri"], "%E6%95%B0%E6%8D%AE/a%20b.yaml");
        assert_eq!(
            at["region"],
            json!({"startLine": 3, "startColumn": 8, "endColumn": 10})
        );
        assert_eq!(results[0]["level"], "error");
        assert!(results[1]["locations"][0]["physicalLocation"]["region"].is_null());
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Code::ALL.len());
    }
}
