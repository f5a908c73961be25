//! The record of a story's article.

use rongtu::load::articles::sha256;

use crate::{
    name::Name,
    random::Random,
    story::Story,
    yaml::{list, scalar},
};

const OUTLETS: &[&str] = &["职教周报", "教育新闻网", "产教观察", "地方教育客户端"];
const AUTHORS: &[&str] = &["林知远", "周行健", "吴清和", "郑乐言", "冯朗月", "陈思源"];

pub fn seed(name: &Name, story: &Story, random: &mut Random) -> String {
    let text = story.paper.text();
    let mut yaml = format!("id: news-{}\ntitle: {}\n", name.id, scalar(&story.title));
    if random.chance(70) {
        yaml += &format!("outlet: {}\n", random.pick(OUTLETS));
    }
    if random.chance(60) {
        let authors: Vec<_> = random.some(AUTHORS, 2).into_iter().map(str::to_owned).collect();
        yaml += &format!("byline: {}\n", list(&authors));
    }
    if random.chance(80) {
        yaml += &format!("url: \"https://news.example/{}\"\n", name.id);
    }
    yaml += &format!(
        "language: zh-Hans\ntext:\n  sha256: {}\n  lines: {}\n  bytes: {}\nbody: \"1-{}\"\noutline:\n",
        sha256(text.as_bytes()),
        story.paper.lines.len(),
        text.len(),
        story.paper.lines.len()
    );
    for line in 1..=story.paper.lines.len() {
        yaml += &format!(
            "  - {{line: {line}, zh: {}, en: Part {line}}}\n",
            scalar(part(story, line))
        );
    }
    yaml + "excused:\n" + &excused(story)
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
