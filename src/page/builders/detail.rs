//! What stands beside a list: a fact, what it counts, what stands near it elsewhere, whether the two may be compared,
//! and who says so.
//!
//! Owns the order of these and how each is put in few cells. Which figures stand near each other, and what keeps them
//! from being compared, is `compare`'s.

mod excerpt;
mod near;

use super::{brief, outcome, part};
use crate::{
    lang::Lang,
    model::{Atlas, College, CollegeIx, Fact, Outcome},
    page::{
        Run, Tone,
        block::{Block, Record},
    },
};
use near::Near;

/// How much room there is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room<'a> {
    /// A column of its own, as tall as the screen: parts have headings. Otherwise a line each.
    pub(crate) tall: bool,
    /// Cells of a line.
    pub(crate) width: usize,
    /// The key that marks a college.
    pub(crate) mark_key: &'a str,
}

/// `fact` for a reader who has not opened it. `text` is the whole text of its article, if it is at hand; `others` are the
/// colleges in which to look for the same and for related figures.
pub(crate) fn detail(
    atlas: &Atlas,
    fact: Fact<'_>,
    text: Option<&str>,
    others: &[CollegeIx],
    room: Room<'_>,
    lang: Lang,
) -> Vec<Block> {
    let Fact::Outcome(college, outcome) = fact else {
        return other(atlas, fact, text, room, lang);
    };
    let near = Near::of(atlas, college, outcome, others);
    let mut blocks = Vec::new();
    if room.tall {
        blocks.push(Block::heading(outcome.label.get(lang)));
        blocks.push(Block::pairs(figure(atlas, college, outcome, lang)));
        // Figures near by come last: they are what a full column cuts.
        blocks.extend(near.same_section(room.mark_key, lang));
        blocks.extend(passage_section(fact, text, room, lang));
        blocks.extend(fact.cite().map(|_| article(atlas, college)));
        blocks.extend(near.related_section(lang));
    } else {
        blocks.push(headline(outcome, lang));
        // What is longest comes last: it is what a small pane cuts.
        let mut pairs = near.verdict(room.mark_key, lang);
        pairs.extend(source_lines(atlas, fact, text, room, lang));
        pairs.extend(outcome.metric.map(|metric| {
            let definition = atlas.metric(metric).definition.get(lang);
            Record::pair(lang.pick("定义", "counts"), [Run::plain(definition)])
        }));
        pairs.extend(near.related_line(lang));
        blocks.push(Block::pairs(pairs));
    }
    blocks
}

/// Everything known of `fact`: its page, and of a figure also what stands near it in the colleges of `others`.
pub(crate) fn whole(
    atlas: &Atlas,
    fact: Fact<'_>,
    others: &[CollegeIx],
    mark_key: &str,
    lang: Lang,
) -> Vec<Block> {
    let mut blocks = super::fact(atlas, fact, lang);
    if let Fact::Outcome(college, outcome) = fact {
        let near = Near::of(atlas, college, outcome, others);
        blocks.extend(near.same_section(mark_key, lang));
        blocks.extend(near.related_section(lang));
    }
    blocks
}

/// A fact that is no figure: its page where there is room, else what it says in brief.
fn other(atlas: &Atlas, fact: Fact<'_>, text: Option<&str>, room: Room<'_>, lang: Lang) -> Vec<Block> {
    if !room.tall {
        return brief(atlas, fact, lang);
    }
    let mut blocks = super::fact(atlas, fact, lang);
    // The page ends with the article and the phrase: only what stands around the phrase is new.
    if text.is_some() {
        blocks.extend(passage_section(fact, text, room, lang));
    }
    blocks
}

/// `党组织结对联建企业  32家  时间未载明  全校`.
fn headline(outcome: &Outcome, lang: Lang) -> Block {
    let name = Run::heading(outcome.label.get(lang));
    Block::text(std::iter::once(name).chain(qualified(outcome, lang)))
}

/// A figure as printed with what it must not be read without; period and scope do not break.
fn qualified(outcome: &Outcome, lang: Lang) -> [Run; 5] {
    [
        Run::value(format!("  {}", outcome.as_written)),
        Run::plain("  "),
        when(outcome, lang).whole(),
        Run::plain("  "),
        Run::qualifier(outcome.scope.word(lang)).whole(),
    ]
}

/// The period; that none is stated is said as such, as it stands beside no label.
fn when(outcome: &Outcome, lang: Lang) -> Run {
    match outcome.period {
        Some(_) => outcome::period(outcome, lang),
        None => Run::muted(lang.pick("时间未载明", "period not stated")),
    }
}

fn figure(atlas: &Atlas, college: &College, outcome: &Outcome, lang: Lang) -> Vec<Record> {
    // The college itself stands in the list beside.
    let speaker = college.reporter.name.get(lang);
    let speaker = Some(speaker).filter(|name| **name != **lang.pick(&college.name.zh, &college.name.en));
    let mut pairs = outcome::figure(outcome, speaker, lang);
    pairs.push(Record::pair(
        lang.pick("支柱", "pillar"),
        [Run::plain(pillar(college, outcome.pillar, lang))],
    ));
    if let Some(metric) = outcome.metric.map(|metric| atlas.metric(metric)) {
        let theme = atlas.theme(metric.theme).name.get(lang);
        pairs.push(Record::pair(lang.pick("主题", "theme"), [Run::plain(theme)]));
        pairs.push(Record::pair(
            lang.pick("定义", "counts"),
            [Run::plain(metric.definition.get(lang))],
        ));
    }
    pairs.extend(outcome::members(college, outcome, lang));
    pairs
}

/// `1 组织建设`.
fn pillar(college: &College, n: Option<u8>, lang: Lang) -> String {
    match n.and_then(|n| college.pillar(n)) {
        Some(pillar) => format!("{} {}", pillar.n, pillar.title(lang)),
        None => lang.pick("引言", "introduction").to_owned(),
    }
}

/// The passage around the cited phrase, under a heading.
fn passage_section(fact: Fact<'_>, text: Option<&str>, room: Room<'_>, lang: Lang) -> Vec<Block> {
    let Some(cite) = fact.cite() else {
        return Vec::new();
    };
    let heading = Run::heading(lang.pick("原文", "As printed"));
    vec![
        Block::blank(),
        Block::text([heading, Run::plain("  "), part::line_number(cite, lang)]),
        Block::text(excerpt::around(cite, text, room.width * 4)),
    ]
}

/// The article of a college's figures: its title, who published it and when.
fn article(atlas: &Atlas, college: &College) -> Block {
    let source = atlas.source(college.source);
    let outlet = source.outlet.as_deref().filter(|outlet| *outlet != source.name());
    let date = source.published.as_deref();
    let parts: Vec<&str> = [Some(source.name()), outlet, date]
        .into_iter()
        .flatten()
        .collect();
    Block::text([Run::muted(parts.join("  "))])
}

/// The same in a line each.
fn source_lines(
    atlas: &Atlas,
    fact: Fact<'_>,
    text: Option<&str>,
    room: Room<'_>,
    lang: Lang,
) -> Vec<Record> {
    let Some(cite) = fact.cite() else {
        return Vec::new();
    };
    let source = atlas.source(fact.college().source);
    vec![
        Record::pair(
            lang.pick("原文", "printed"),
            excerpt::around(cite, text, room.width.saturating_sub(14)),
        ),
        Record::pair(
            lang.pick("出处", "source"),
            [
                Run::plain(excerpt::ending(source.name(), room.width.saturating_sub(21))),
                Run::plain("  "),
                part::line_number(cite, lang),
            ],
        ),
    ]
}

/// A warning's sign, so that it shows without colour.
fn warning(words: String) -> Run {
    Run::new(Tone::Warning, format!("! {words}"))
}

/// The college, the figure as printed, its period and its scope.
fn stated(college: &College, outcome: &Outcome, lang: Lang) -> Vec<Run> {
    let name = Run::label(college.label(lang));
    std::iter::once(name).chain(qualified(outcome, lang)).collect()
}
