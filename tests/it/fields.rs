//! The pages of fields: current, and every field of the schema is on them with a meaning and an example.

use std::fs;

use serde_json::Value;

#[path = "../../examples/schema/fields.rs"]
mod pages;

use pages::Page;
use rongtu::load::schema::SchemaKind;

#[test]
fn the_pages_of_fields_are_current() {
    for page in Page::ALL {
        let there = fs::read_to_string(page.path()).unwrap_or_default();
        assert!(
            there == page.text(),
            "{}: cargo run --example schema",
            page.path()
        );
    }
}

/// Every record of a schema: the file's own and its definitions.
fn records(schema: &Value) -> Vec<&Value> {
    let definitions = schema["definitions"].as_object().into_iter().flatten();
    let own = std::iter::once(schema);
    own.chain(definitions.map(|(_, one)| one)).collect()
}

#[test]
fn every_field_has_a_meaning() {
    let mut fields = 0;
    for page in Page::ALL {
        let text = page.text();
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
        let mut wanted = 0;
        for kind in SchemaKind::ALL {
            let schema: Value = serde_json::from_str(&kind.text()).unwrap();
            for record in records(&schema) {
                for (field, _) in record["properties"].as_object().into_iter().flatten() {
                    let start = format!("| `{field}` |");
                    assert!(rows.iter().any(|row| row.starts_with(&start)), "{field}");
                    wanted += 1;
                }
            }
        }
        assert_eq!(rows.len(), wanted);
        for row in &rows {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
            assert!(!cells[2].trim().is_empty(), "{row}");
        }
        fields += wanted;
    }
    assert!(fields > 100);
}

#[test]
fn every_field_has_an_example() {
    for page in Page::ALL {
        let text = page.text();
        let without: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("| `") && line.ends_with("|  |"))
            .filter_map(|line| line.split('`').nth(1))
            .collect();
        assert!(without.is_empty(), "{without:?}");
    }
}
