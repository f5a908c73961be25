//! Parts of a longer page: what stands under a pillar, or in the introduction, kind by kind.

use super::{list, part};
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Framework, Kind, Measure, Recognition, facts},
    page::{Run, block::Block},
};

/// Everything that stands under pillar `n`, or in the introduction; kinds with nothing are left out.
pub(crate) fn pillar_blocks(atlas: &Atlas, college: &College, n: Option<u8>, lang: Lang) -> Vec<Block> {
    let of = |kind| facts(college).filter(move |fact| fact.kind() == kind && fact.pillar() == n);
    let mut blocks = Vec::new();
    for kind in [Kind::Measure, Kind::Framework, Kind::Recognition, Kind::Partner] {
        let items: Vec<_> = of(kind).map(|fact| (fact, item(fact, lang))).collect();
        if !items.is_empty() {
            blocks.extend(part::heading(plural(kind, lang), items.len()));
        }
        for (fact, runs) in items {
            blocks.push(Block::bullet(0, runs).at(fact.addr().to_string()));
        }
    }
    let figures = of(Kind::Outcome).count();
    if figures > 0 {
        blocks.extend(part::heading(plural(Kind::Outcome, lang), figures));
        blocks.push(list::of_college(atlas, Kind::Outcome, of(Kind::Outcome), lang).into());
    }
    blocks
}

/// What a part of a page with facts of one kind is called.
pub(crate) fn plural(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::College => lang.pick("院校", "Colleges"),
        Kind::Pillar => lang.pick("支柱", "Pillars"),
        Kind::Outcome => lang.pick("成效", "Outcomes"),
        Kind::Measure => lang.pick("举措", "Measures"),
        Kind::Framework => lang.pick("体系", "Frameworks"),
        Kind::Recognition => lang.pick("荣誉与平台", "Honours and platforms"),
        Kind::Partner => lang.pick("伙伴", "Partners"),
        Kind::Theme => lang.pick("主题", "Themes"),
        Kind::Metric => lang.pick("指标", "Metrics"),
    }
}

fn item(fact: Fact<'_>, lang: Lang) -> Vec<Run> {
    match fact {
        Fact::Measure(_, measure) => measure_runs(measure, lang),
        Fact::Framework(college, framework) => enumerated(college, framework, lang),
        Fact::Recognition(_, recognition) => recognised(recognition, lang),
        fact => vec![Run::plain(fact.name().get(lang))],
    }
}

fn measure_runs(measure: &Measure, lang: Lang) -> Vec<Run> {
    let slogan = measure.slogan.as_deref().filter(|_| lang == Lang::Zh);
    let mut runs = vec![Run::label(format!("{} {}", measure.n, measure.title.get(lang)))];
    runs.extend(slogan.map(|slogan| Run::quote(format!("  {slogan}"))));
    runs.push(Run::plain(format!("\n{}", measure.gist.get(lang))));
    runs
}

fn enumerated(college: &College, framework: &Framework, lang: Lang) -> Vec<Run> {
    let mut runs = vec![Run::label(framework.name.get(lang))];
    for group in &framework.groups {
        runs.push(Run::plain("\n"));
        runs.extend(part::group_members(college, group, lang));
    }
    runs
}

/// `全国2021年产教融合校企合作典型案例  案例 国家级 2021`, with the work it was given to on a line of its own.
fn recognised(recognition: &Recognition, lang: Lang) -> Vec<Run> {
    let mut runs = headline(recognition, lang);
    if let Some(work) = &recognition.work {
        runs.push(Run::plain(format!("\n{work}")));
    }
    runs
}

/// The same on one line.
pub(crate) fn recognition_words(recognition: &Recognition, lang: Lang) -> Vec<Run> {
    let mut runs = headline(recognition, lang);
    runs.extend(
        recognition
            .work
            .as_ref()
            .map(|work| Run::quote(format!("  {work}"))),
    );
    runs
}

/// Its sort, and its level and year where they are printed.
pub(crate) fn recognition_notes(recognition: &Recognition, lang: Lang) -> String {
    notes(recognition, lang).collect::<Vec<_>>().join(" ")
}

fn notes(recognition: &Recognition, lang: Lang) -> impl Iterator<Item = String> {
    let level = recognition.level.map(|level| level.word(lang).to_owned());
    let year = recognition.year.map(|year| year.to_string());
    [Some(recognition.kind.word(lang).to_owned()), level, year]
        .into_iter()
        .flatten()
}

fn headline(recognition: &Recognition, lang: Lang) -> Vec<Run> {
    let mut runs = vec![Run::label(recognition.name.get(lang)), Run::plain(" ")];
    for note in notes(recognition, lang) {
        runs.extend([Run::plain(" "), Run::muted(note).whole()]);
    }
    if let Some(words) = part::claim(recognition, lang) {
        runs.extend([Run::plain("  "), Run::qualifier(words).whole()]);
    }
    runs
}
