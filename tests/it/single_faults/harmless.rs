//! Edits that change no meaning.

use super::files::Files;

/// What was done, to which file, and its bytes.
pub(super) type Edited = (String, String, Vec<u8>);

type Rewrite = (&'static str, fn(&str) -> String);

const REWRITES: &[Rewrite] = &[
    ("byte order mark", |text| format!("\u{feff}{text}")),
    ("carriage returns", |text| text.replace('\n', "\r\n")),
    ("no line feed at the end", |text| text.trim_end().to_owned()),
    ("blank lines", |text| text.replace("\n  - ", "\n\n  - ")),
    ("blanks at the ends of lines", |text| text.replace(":\n", ": \n")),
    ("comments", |text| {
        text.replace("\n  - ", "\n  # 注: a comment\n  - ")
    }),
    ("comments with tabs", |text| {
        text.replace("\n  - ", "\n  #\ta\tcomment\n  - ")
    }),
    ("comments behind values", |text| behind(text, " # 注")),
    ("comments with tabs behind values", |text| {
        behind(text, "\t# a\tb")
    }),
    ("comments gone", |text| {
        lines(text, |line| {
            (!line.trim_start().starts_with('#')).then(|| line.to_owned())
        })
    }),
    ("a document mark", |text| format!("---\n{text}")),
    ("an end mark", |text| format!("{text}...\n")),
    ("ids in double quotes", |text| quoted(text, '"')),
    ("ids in single quotes", |text| quoted(text, '\'')),
    ("deeper indent of lists", deeper),
    ("fields in another order", reordered),
];

/// Every edit of every file it changes, and some of single places.
pub(super) fn edits(files: &Files) -> Vec<Edited> {
    let mut edits = Vec::new();
    for (what, rewrite) in REWRITES {
        for file in files.named(".yaml") {
            let (text, other) = (files.text(file), rewrite(files.text(file)));
            if other != text {
                edits.push((format!("{what} ({file})"), file.to_owned(), other.into_bytes()));
            }
        }
    }
    edits.extend(single(files));
    edits
}

/// A text as a block scalar, an anchor with its alias, a number with a point.
fn single(files: &Files) -> Vec<Edited> {
    let mut edits = Vec::new();
    let mut add = |what: &str, list: &str, key: &str, edit: &dyn Fn(&str) -> Vec<String>| {
        for spot in files.spots(list, key).into_iter().take(2) {
            let text = spot.with(&edit(spot.whole()));
            edits.push((
                format!("{what} ({}:{})", spot.file, spot.line),
                spot.file.to_owned(),
                text.into_bytes(),
            ));
        }
    };
    let block = |mark: &'static str| {
        move |line: &str| {
            let (head, value) = line.split_once(": ").unwrap();
            vec![
                format!("{head}: {mark}"),
                format!("          {}", value.trim_matches('"')),
            ]
        }
    };
    add("folded text", "pillars", "gist.en", &block(">-"));
    add("literal text", "pillars", "gist.zh", &block("|-"));
    add("number with a point", "outcomes", "value", &|line| {
        vec![format!("{line}.0")]
    });
    add("anchor", "outcomes", "label", &|line| {
        vec![line.replacen("label: ", "label: &a ", 1)]
    });
    add("a field that says nothing", "recognitions", "kind", &|line| {
        vec![line.to_owned(), "    claim: ~".to_owned()]
    });
    add("mapping in block style", "outcomes", "cite", &|line| {
        let flow = line.trim().trim_start_matches("cite: {").trim_end_matches('}');
        let (first, second) = flow.split_once(", exact: ").unwrap();
        vec![
            "    cite:".to_owned(),
            format!("      exact: {second}"),
            format!("      {first}"),
        ]
    });
    edits
}

fn lines(text: &str, line: impl Fn(&str) -> Option<String>) -> String {
    text.lines().filter_map(line).map(|line| line + "\n").collect()
}

/// Every line that ends in a plain value with `comment` behind it.
fn behind(text: &str, comment: &str) -> String {
    lines(text, |line| {
        let plain = line.trim_start().starts_with("theme: ") || line.trim_start().starts_with("line: ");
        let plain = plain || line.trim_start().starts_with("pillar: ");
        Some(if plain {
            format!("{line}{comment}")
        } else {
            line.to_owned()
        })
    })
}

fn quoted(text: &str, quote: char) -> String {
    lines(text, |line| {
        let id = line.split_once("- id: ");
        Some(id.map_or_else(
            || line.to_owned(),
            |(head, id)| format!("{head}- id: {quote}{id}{quote}"),
        ))
    })
}

/// Everything below the head two spaces further in.
fn deeper(text: &str) -> String {
    lines(text, |line| {
        Some(if line.starts_with("  ") {
            format!("  {line}")
        } else {
            line.to_owned()
        })
    })
}

/// `en` before `label`, and the like: two neighbouring fields of one record change places.
fn reordered(text: &str) -> String {
    let mut all: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while at + 1 < all.len() {
        let field = |line: &str, key: &str| line.starts_with(&format!("    {key}: "));
        let pair = [
            ("label", "en"),
            ("value", "unit"),
            ("title", "en"),
            ("theme", "unit"),
            ("zh", "en"),
            ("family", "unit"),
        ];
        if pair
            .iter()
            .any(|(first, second)| field(all[at], first) && field(all[at + 1], second))
        {
            all.swap(at, at + 1);
            at += 1;
        }
        at += 1;
    }
    all.join("\n") + "\n"
}
