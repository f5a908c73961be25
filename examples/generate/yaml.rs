//! Scalars as the dossiers write them: plain where YAML allows it, in double quotes elsewhere.

/// A text as a YAML scalar that is safe in block and in flow style.
pub(crate) fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

fn is_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_alphanumeric() || "“《‘".contains(c));
    let special = |c: char| ",[]{}#:&*!|>%@`\"'".contains(c);
    let number = text.parse::<f64>().is_ok();
    let word = matches!(text, "true" | "false" | "null" | "yes" | "no" | "on" | "off");
    starts_well && !number && !word && !text.contains(special) && text.trim() == text
}

/// Several scalars as a flow list.
pub(crate) fn list(items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| scalar(item)).collect();
    format!("[{}]", items.join(", "))
}
