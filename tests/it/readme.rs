//! What the READMEs show is what the program prints.

use std::fs;

use crate::run::{Given, same};

/// The examples of a file: the words typed and the lines shown under them.
fn examples(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for block in text.split("```console\n").skip(1) {
        for line in block.split("```").next().unwrap().lines() {
            match (line.strip_prefix("$ rongtu "), found.last_mut()) {
                (Some(typed), _) => found.push((typed.to_owned(), Vec::new())),
                (None, Some((_, shown))) => shown.push(line.to_owned()),
                (None, None) => panic!("{line} stands under no command"),
            }
        }
    }
    found
}

#[test]
fn every_example_is_what_is_printed() {
    for file in ["README.md", "README.zh.md"] {
        let examples = examples(&fs::read_to_string(file).unwrap());
        assert!(!examples.is_empty(), "{file}");
        for (typed, mut shown) in examples {
            shown.truncate(
                shown
                    .iter()
                    .rposition(|line| !line.is_empty())
                    .map_or(0, |at| at + 1),
            );
            let ran = Given::default().run(&typed);
            let printed: Vec<_> = ran.out.lines().collect();
            assert!(same(&shown, &printed), "{file}: {typed} prints\n{}", ran.out);
        }
    }
}
