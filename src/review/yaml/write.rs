//! Values as a person would write them: plain where that is safe, in quotes where it is not, small mappings in braces.

use serde_yaml::Value;

use crate::load::dialect::is_base_sixty;

/// A value in one line; `flow` when it stands within braces or brackets.
pub(super) fn inline(value: &Value, flow: bool) -> String {
    match value {
        Value::String(text) => quoted(text, flow),
        Value::Sequence(items) => {
            let items: Vec<_> = items.iter().map(|item| inline(item, true)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Mapping(map) => {
            let fields: Vec<_> = map
                .iter()
                .map(|(key, value)| format!("{}: {}", inline(key, true), inline(value, true)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        other => serde_yaml::to_string(other)
            .unwrap_or_default()
            .trim_end()
            .to_owned(),
    }
}

/// An item of a list whose dash stands in column `dash`: in braces, or a line for each of its fields.
pub(super) fn item(value: &Value, dash: usize, flow: bool) -> String {
    let sign = format!("{}- ", " ".repeat(dash));
    let Value::Mapping(map) = value else {
        return sign + &inline(value, false);
    };
    if flow {
        return sign + &inline(value, false);
    }
    let lines = map
        .iter()
        .map(|(key, value)| format!("{}: {}", inline(key, false), inline(value, false)));
    let lines: Vec<_> = lines.collect();
    sign + &lines.join(&format!("\n{}", " ".repeat(dash + 2)))
}

/// A text, in double quotes where it would not be read as the same text without. JSON's quotes are YAML's (YAML 1.2,
/// 7.3.1), and Chinese needs none.
fn quoted(text: &str, flow: bool) -> String {
    match is_plain(text, flow) {
        true => text.to_owned(),
        false => serde_json::to_string(text).unwrap_or_default(),
    }
}

fn is_plain(text: &str, flow: bool) -> bool {
    const STARTS: &str = "-?:,[]{}#&*!|>'\"%@`=<~.+";
    let means_something = |c: char| c.is_control() || "\u{feff}\u{85}\u{2028}\u{2029}".contains(c);
    let first = text.chars().next();
    first.is_some_and(|c| !STARTS.contains(c))
        && text.trim() == text
        && !text.contains(means_something)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(flow && text.contains([',', '[', ']', '{', '}', ':']))
        && !is_base_sixty(text)
        && matches!(serde_yaml::from_str(text), Ok(Value::String(read)) if read == text)
}
