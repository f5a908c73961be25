//! A YAML file that is no dossier: read under the guards of one, and parsed with messages in both languages.
//!
//! Owns nothing of what the file means.

use std::{io::ErrorKind, path::Path};

use serde::de::DeserializeOwned;

use super::{origin::regular, positions::Spans, preflight::guard, yaml_words};
use crate::lang::{Bilingual, system_words};

/// What the file at `path` says; none when it is not there or says nothing.
///
/// # Errors
/// What is wrong with it, and where.
pub(crate) fn read_yaml<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, Bilingual> {
    let bytes = match regular(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            let why = system_words(&error);
            return Err(Bilingual::new(
                format!("无法读取: {}", why.zh),
                format!("cannot be read: {}", why.en),
            ));
        }
        Ok(bytes) => bytes,
    };
    let text = guard(&bytes).map_err(|refusal| {
        let meaning = refusal.code.meaning();
        located(&meaning, refusal.line, refusal.column)
    })?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    serde_yaml::from_str(text).map(Some).map_err(|error| {
        let (_, words) = yaml_words::explain(&error.to_string());
        let (line, column) = error.location().map_or((0, 0), |at| (at.line(), at.column()));
        located(&words, line as u32, column as u32)
    })
}

/// `words` about the node at `path` of the file, such as `keys.mark[1]`, or about `key` of the map there, with line and
/// column.
pub(crate) fn locate_in(file: &Path, path: &str, key: Option<&str>, words: &Bilingual) -> Bilingual {
    let bytes = regular(file).unwrap_or_default();
    let text = guard(&bytes).unwrap_or_default();
    let spans = Spans::of(text);
    let start = match key {
        None => spans.nearest(path).map(|node| node.start),
        Some(key) => {
            let twice = spans
                .twice()
                .iter()
                .find(|range| text.get((*range).clone()) == Some(key));
            let value = spans.nearest(&format!("{path}.{key}"));
            let own = value.map(|value| text[..value.start].rfind(key).unwrap_or(value.start));
            twice.map(|range| range.start).or(own)
        }
    };
    let (line, column) = start.map_or((0, 0), |start| {
        let before = &text[..start];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        (line, column)
    });
    located(words, line as u32, column as u32)
}

fn located(words: &Bilingual, line: u32, column: u32) -> Bilingual {
    match line {
        0 => words.clone(),
        _ => Bilingual::new(
            format!("第 {line} 行第 {column} 列: {}", words.zh),
            format!("line {line} column {column}: {}", words.en),
        ),
    }
}
