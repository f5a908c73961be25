//! `datapackage.json`: what the tables mean, for programs (Data Package v2 and Table Schema v2,
//! <https://datapackage.org/standard/data-package/>).
//!
//! Owns the words of that standard. It describes the CSV files; the JSON Lines beside them hold the same rows.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::table::{PackageTable, Pointer};
use crate::export::{
    headings::Headings,
    record::{About, BETWEEN, ValueType},
};

/// The package of `resources`.
pub(crate) fn document(resources: Vec<Value>) -> String {
    let document = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "rongtu",
        "title": "融图: dossiers of Chinese vocational colleges",
        "description": "Figures are in base units (20000000 元 for 2000多万元) and say in `bound` how the printed figure stands to the true one. An empty cell is not stated; it is never 0. Beside each CSV lie the same rows as JSON Lines.",
        "resources": resources,
    });
    format!("{document:#}\n")
}

/// `table`, whose file holds `csv`. Fields are called what the columns are: a validator compares the two.
pub(crate) fn resource(table: &PackageTable, csv: &[u8], headings: Headings) -> Value {
    let points: Vec<_> = table.points.iter().map(|it| pointer(it, headings)).collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": table.fields.iter().map(|about| field(table, about, headings)).collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": names(table.key, headings),
    });
    if !points.is_empty() {
        schema["foreignKeys"] = points.into();
    }
    json!({
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.about,
        "path": table.csv(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": csv.len(),
        "hash": format!("sha256:{:x}", Sha256::digest(csv)),
        "schema": schema,
    })
}

fn field(table: &PackageTable, about: &About, headings: Headings) -> Value {
    let mut field = json!({
        "name": headings.of(about.name),
        "type": about.kind.as_str(),
        "description": about.words.trim(),
    });
    if about.kind == ValueType::List {
        field["delimiter"] = BETWEEN.into();
        field["itemType"] = "string".into();
    }
    if table.key.contains(&about.name) || !about.optional && about.kind != ValueType::String {
        field["constraints"] = json!({ "required": true });
    }
    field
}

fn pointer(pointer: &Pointer, headings: Headings) -> Value {
    json!({
        "fields": names(pointer.fields, headings),
        "reference": { "resource": pointer.table, "fields": names(pointer.to, headings) },
    })
}

fn names<'a>(fields: &[&'a str], headings: Headings) -> Vec<&'a str> {
    fields.iter().map(|id| headings.of(id)).collect()
}
