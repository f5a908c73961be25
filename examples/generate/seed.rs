//! The record of a story's article.

use rongtu::load::articles::sha256;

use crate::{
    name::Name,
    story::Story,
    yaml::{list, scalar},
};

pub(crate) fn seed(name: &Name, story: &Story) -> String {
    let text = story.paper.text();
    let mut yaml = format!("id: news-{}\ntitle: {}\n", name.id, scalar(&story.title));
    let imprint = &story.imprint;
    if let Some(outlet) = imprint.outlet {
        yaml += &format!("outlet: {outlet}\n");
    }
    if !imprint.authors.is_empty() {
        yaml += &format!("byline: {}\n", list(&imprint.authors));
    }
    if let Some(url) = &imprint.url {
        yaml += &format!("url: {}\n", scalar(url));
    }
    yaml += &format!(
        "language: zh-Hans\ntext:\n  sha256: {}\n  lines: {}\n  bytes: {}\nbody: \"1-{}\"\n",
        sha256(text.as_bytes()),
        story.paper.lines.len(),
        text.len(),
        story.body
    );
    yaml + &furniture(story) + &outline(story) + "excused:\n" + &excused(story)
}

/// What the site prints below the article.
fn furniture(story: &Story) -> String {
    let records: String = (story.body + 1..=story.paper.lines.len())
        .map(|line| {
            format!("  - {{lines: \"{line}\", kind: label, note: {{zh: 网站附注, en: note of the site}}}}\n")
        })
        .collect();
    match records.is_empty() {
        true => records,
        false => format!("furniture:\n{records}"),
    }
}

fn outline(story: &Story) -> String {
    let records = (1..=story.body).map(|line| {
        format!(
            "  - {{line: {line}, zh: {}, en: Part {line}}}\n",
            scalar(part(story, line))
        )
    });
    format!("outline:\n{}", records.collect::<String>())
}

/// What a line is about: the pillar that begins on it or above it.
fn part(story: &Story, line: usize) -> &str {
    let above = story.pillars.iter().rev().find(|pillar| pillar.cite.line <= line);
    match (line, above) {
        (1, _) => "标题",
        (_, Some(pillar)) => pillar.heading.0,
        (_, None) => "引言",
    }
}

fn excused(story: &Story) -> String {
    let excuse = |excuse: &crate::paper::Excuse| {
        format!(
            "  - {{line: {}, exact: {}, kind: {}, reason: {{zh: {}, en: {}}}}}\n",
            excuse.cite.line,
            scalar(&excuse.cite.exact),
            excuse.kind,
            excuse.zh,
            excuse.en
        )
    };
    story.paper.excuses.iter().map(excuse).collect()
}
