//! Tests of reports that need no other program: what is in each format, and that hostile text is inert there.

mod hostile;

use std::io::{Cursor, Read as _};

use quick_xml::{Reader, events::Event};
use zip::ZipArchive;

use super::*;
use crate::{
    compare::{CompareOptions, compare, pillars},
    export::compare::document::whole,
    lang::Lang,
    load::{Origin, load},
    model::facts,
    page::builders::{self, compare::SheetContent},
    page::document::{DocumentBlock, DocumentTable, Text},
};

/// Everything that a format could take for more than text.
const HOSTILE: &str = "=1+1 <script>alert(1)</script> & \"'`|*_[x](javascript:1) {{7*7}} ]]> \u{0}\u{8}\u{b}\u{fffe}\u{202e}\u{2066}\u{feff} 1-5";

fn atlas() -> Atlas {
    load(&Origin::Embedded).atlas
}

fn report<'a>(atlas: &'a Atlas, colleges: &'a [CollegeIx], languages: Languages) -> Report<'a> {
    Report {
        atlas,
        colleges,
        theme: None,
        languages,
    }
}

/// The files of a zip, by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len())
        .map(part)
        .collect()
}

/// Every character of a file must be one that XML 1.0 allows, and every element must be closed.
fn is_sound_xml(text: &str) -> bool {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    let mut reader = Reader::from_str(text);
    let mut depth = 0_i32;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return depth == 0 && text.chars().all(allowed),
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth -= 1,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

#[test]
fn hostile_text_is_inert_in_every_format() {
    let atlas = hostile::hostile();
    let two: Vec<_> = atlas.all().collect();
    for colleges in [&two[..], &two[..1]] {
        let report = report(&atlas, colleges, Languages::both(Lang::Zh));
        for format in ReportFormat::ALL {
            assert_inert(format, &report.bytes(format).unwrap());
        }
    }
    let comparison = compare(&atlas, &two, CompareOptions::default());
    let alignment = pillars(&atlas, &two, CompareOptions::default());
    for content in [
        SheetContent::Figures(&comparison),
        SheetContent::Pillars(&alignment),
    ] {
        assert_inert_everywhere(&whole(content, Lang::En));
    }
}

#[test]
fn hostile_text_is_inert_on_the_page_of_every_fact() {
    let atlas = hostile::hostile();
    for fact in atlas.colleges.iter().flat_map(facts) {
        assert_inert_everywhere(&Document::from_page(
            &builders::fact(&atlas, fact, Lang::Zh),
            Lang::Zh,
        ));
    }
}

fn assert_inert_everywhere(document: &Document) {
    for format in ReportFormat::ALL {
        assert_inert(format, &bytes(document, format).unwrap());
    }
}

/// Nothing in the file is more than text, and no character in it turns other text around.
fn assert_inert(format: ReportFormat, bytes: &[u8]) {
    let no_controls = |name: &str, text: &str| {
        let forbidden = [
            '\u{0}', '\u{8}', '\u{b}', '\u{fffe}', '\u{202e}', '\u{2066}', '\u{feff}',
        ];
        assert!(!text.contains(forbidden), "{format:?} {name}");
    };
    match format {
        ReportFormat::Docx | ReportFormat::Xlsx => {
            for (name, text) in parts(bytes) {
                assert!(is_sound_xml(&text), "{format:?} {name}");
                assert!(!text.contains("<f>"), "a formula in {name}");
                no_controls(&name, &text);
            }
        }
        ReportFormat::Html => {
            let html = str::from_utf8(bytes).unwrap();
            assert!(
                !html.contains("<script") && !html.contains("javascript:1\""),
                "a script"
            );
            no_controls("", html);
            let body = &html[html.find("<body>").unwrap()..];
            assert!(is_sound_xml(
                &body
                    .replace("<br>", "<br/>")
                    .replace("</html>", "")
                    .replace("<col ", "<x ")
                    .replace("%\">", "%\"/>")
            ));
        }
        ReportFormat::Md => {
            let markdown = str::from_utf8(bytes).unwrap();
            no_controls("", markdown);
            markdown.lines().for_each(assert_plain_markdown);
        }
    }
}

/// What is escaped is text; of what is left, only what the writer itself puts there means anything.
fn assert_plain_markdown(line: &str) {
    let mut chars = line.chars();
    let mut left = String::new();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            c => left.push(c),
        }
    }
    for own in ["<br>", "**"] {
        left = left.replace(own, "");
    }
    while let Some(start) = left.find("[^") {
        let end = left[start..].find(']').unwrap_or_else(|| panic!("{line}"));
        assert!(
            left[start + 2..start + end]
                .bytes()
                .all(|byte| byte.is_ascii_digit()),
            "{line}"
        );
        left.replace_range(start..=start + end, "");
    }
    let left = left.trim_start_matches('#');
    assert!(
        !left.contains(['<', '>', '[', ']', '`', '*', '_', '~', '#']),
        "{line}"
    );
}

#[test]
fn every_figure_is_in_a_comparison_with_its_source() {
    let atlas = atlas();
    let two: Vec<_> = atlas.all().collect();
    for languages in [
        Languages::one(Lang::Zh),
        Languages::one(Lang::En),
        Languages::both(Lang::En),
    ] {
        let document = report(&atlas, &two, languages).document();
        let words = |text: &Text| text.words();
        let tables = document.blocks.iter().filter_map(|block| match block {
            DocumentBlock::Table(table) => Some(table),
            _ => None,
        });
        let row = |row: &Vec<Text>| row.iter().map(words).collect::<Vec<_>>().join("|");
        let rows: Vec<_> = tables
            .flat_map(|table: &DocumentTable| table.rows.iter().map(row))
            .collect();
        let notes: Vec<_> = document.notes.iter().map(words).collect();
        let mut figures = 0;
        for college in &atlas.colleges {
            for outcome in &college.outcomes {
                figures += 1;
                let addr = format!("{}/{}", college.id, outcome.id);
                let (print, exact) = (&*outcome.as_written, &*outcome.cite.exact);
                let own = |row: &&String| row.contains(&format!("{addr}|{print}|"));
                let found = rows.iter().find(own).unwrap_or_else(|| panic!("{addr}"));
                assert!(
                    found.contains(&format!("|{}|「{exact}」", outcome.cite.line)),
                    "{found}"
                );
                let noted = |note: &&String| note.contains(&format!("「{exact}」 ({addr})"));
                assert!(notes.iter().any(|note| noted(&note)), "{addr} has no note");
            }
        }
        assert_eq!(figures, rows.iter().filter(|row| row.contains("」")).count());
    }
}

#[test]
fn the_same_document_is_the_same_file() {
    let atlas = atlas();
    let two: Vec<_> = atlas.all().collect();
    for format in [ReportFormat::Docx, ReportFormat::Html, ReportFormat::Md] {
        let bytes = || {
            report(&atlas, &two, Languages::one(Lang::Zh))
                .bytes(format)
                .unwrap()
        };
        assert_eq!(bytes(), bytes(), "{format:?}");
    }
}

#[test]
fn word_repeats_heads_and_keeps_each_note_once() {
    let atlas = atlas();
    let two: Vec<_> = atlas.all().collect();
    let report = report(&atlas, &two, Languages::one(Lang::Zh));
    let notes = report.document().notes.len();
    let parts = parts(&report.bytes(ReportFormat::Docx).unwrap());
    let part = |name: &str| &parts.iter().find(|(other, _)| other == name).unwrap().1;
    let document = part("word/document.xml");
    let tables = document.matches("w:val=\"ReportTable\"").count();
    assert_eq!(document.matches("<w:tblHeader/>").count(), tables);
    assert_eq!(document.matches("<w:footnoteReference ").count(), notes);
    for at in 1..=notes {
        assert_eq!(
            document
                .matches(&format!("<w:footnoteReference w:id=\"{at}\"/>"))
                .count(),
            1,
            "{at}"
        );
        assert_eq!(
            part("word/footnotes.xml")
                .matches(&format!("<w:footnote w:id=\"{at}\">"))
                .count(),
            1
        );
    }
    for font in ["宋体", "黑体", "Times New Roman"] {
        assert!(part("word/styles.xml").contains(font));
    }
}

#[test]
fn a_report_of_one_theme_has_no_other_figures() {
    let atlas = atlas();
    let two: Vec<_> = atlas.all().collect();
    let theme = atlas.theme_by_id("employment").unwrap();
    for colleges in [&two[..], &two[1..]] {
        let whole = report(&atlas, colleges, Languages::one(Lang::Zh));
        let one = Report {
            theme: Some(theme),
            ..whole
        };
        let markdown = String::from_utf8(one.bytes(ReportFormat::Md).unwrap()).unwrap();
        assert!(markdown.contains("tzvcst/employment-rate"), "{markdown}");
        assert!(!markdown.contains("tzvcst/mould-firms"), "{markdown}");
    }
}

#[test]
fn the_ending_chooses_the_format() {
    let format = |name: &str| ReportFormat::of(Path::new(name));
    assert_eq!(format("a/b.DOCX"), Some(ReportFormat::Docx));
    assert_eq!(format("甲.xlsx"), Some(ReportFormat::Xlsx));
    assert_eq!(format("x.htm"), Some(ReportFormat::Html));
    assert_eq!(format("x.md"), Some(ReportFormat::Md));
    for none in ["x", "x.pdf", ".docx", "x.docx/", ""] {
        assert_eq!(
            format(none),
            if none == "x.docx/" {
                Some(ReportFormat::Docx)
            } else {
                None
            },
            "{none}"
        );
    }
}
