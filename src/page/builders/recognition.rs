//! An award, case, title, project or platform.

use super::part;
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Outcome, Recognition},
    page::{
        Run,
        block::{Block, Record},
    },
};

/// Everything known of a recognition.
pub(crate) fn page(atlas: &Atlas, college: &College, recognition: &Recognition, lang: Lang) -> Vec<Block> {
    let fact = Fact::Recognition(college, recognition);
    let mut pairs = head(college, recognition, lang);
    pairs.extend(outcome_of(college, recognition).map(|outcome| {
        let words = [
            Run::plain(outcome.label.get(lang)),
            Run::value(format!("  {}", outcome.as_written)),
        ];
        let addr = Fact::Outcome(college, outcome).addr().to_string();
        Record::pair(lang.pick("计入成效", "counted in"), words).at(addr)
    }));
    pairs.extend(part::family(atlas, recognition.family, lang));
    pairs.extend(part::note(recognition.note.as_ref(), lang));
    pairs.extend(part::ends(atlas, fact, lang));
    let mut blocks = part::title(&recognition.name, lang);
    blocks.extend(part::stands(fact, lang));
    blocks.extend([Block::blank(), Block::pairs(pairs)]);
    blocks
}

fn head(college: &College, recognition: &Recognition, lang: Lang) -> Vec<Record> {
    let level = recognition.level.map(|level| level.word(lang));
    let year = recognition.year.map(|year| year.to_string());
    let mut pairs = vec![
        Record::pair(
            lang.pick("类别", "kind"),
            [Run::plain(recognition.kind.word(lang))],
        ),
        Record::pair(lang.pick("级别", "level"), [part::maybe(level, lang)]),
        Record::pair(lang.pick("年份", "year"), [part::maybe(year.as_deref(), lang)]),
    ];
    if let Some(claim) = &recognition.claim {
        let words = [Run::qualifier(claim.get(lang))];
        pairs.push(Record::pair(lang.pick("文中称", "stated to be"), words));
    }
    if let Some(holder) = &recognition.holder {
        pairs.push(Record::pair(
            lang.pick("获得者", "holder"),
            [Run::plain(college.printed(holder, lang))],
        ));
    }
    if let Some(work) = &recognition.work {
        pairs.push(Record::pair(lang.pick("项目", "work"), [Run::quote(&**work)]));
    }
    pairs
}

fn outcome_of<'a>(college: &'a College, recognition: &Recognition) -> Option<&'a Outcome> {
    let id = recognition.outcome.as_ref()?;
    college.outcomes.iter().find(|outcome| outcome.id == *id)
}
