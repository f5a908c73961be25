//! May they be compared? The answer for one row, its caveat first: figures, quotations, reasons, definition.
//!
//! Never empty: a row that one college alone states, a heading and a pillar have an answer as well. It ranks nothing:
//! of two figures that may be set against each other it says how far they are apart.

use super::{
    SheetContent, Shows,
    notes::{in_english, sentences, tagged},
    pillars,
};
use crate::{
    compare::{Caveat, CompareRow, Comparison, Relation, difference},
    lang::Lang,
    model::{Addr, Atlas, Fact, Outcome, ThemeIx, words},
    page::{Run, Tone, block::Block, builders::part},
};

/// The question and what it is asked of.
pub(crate) fn title(face: SheetContent<'_>, shows: Shows, lang: Lang) -> Vec<Run> {
    let question = match face {
        SheetContent::Figures(_) => lang.pick("能否比较", "May they be compared?"),
        SheetContent::Pillars(_) => lang.pick("支柱与举措", "Pillars and measures"),
    };
    let of = match shows {
        Shows::Theme(theme) => face.atlas().theme(theme).name.get(lang).to_owned(),
        Shows::Row(at, _) => face.parts(at, lang, super::Wording::Full).label,
        Shows::Apart | Shows::Note => String::new(),
    };
    vec![Run::heading(question), Run::label(format!("  {of}"))]
}

/// The answer, most needful first. `fact` is what the cursor stands on, if anything is stated there.
pub(crate) fn answer(face: SheetContent<'_>, shows: Shows, fact: Option<&Addr>, lang: Lang) -> Vec<Block> {
    match (face, shows) {
        (_, Shows::Apart | Shows::Note) => Vec::new(),
        (SheetContent::Figures(comparison), Shows::Theme(theme)) => themed(comparison, theme, lang),
        (SheetContent::Figures(comparison), Shows::Row(at, _)) => figures(comparison, at, fact, lang),
        (SheetContent::Pillars(_), Shows::Theme(_)) => Vec::new(),
        (SheetContent::Pillars(alignment), Shows::Row(at, _)) => {
            let mut blocks = vec![warning(lang.pick(
                "支柱按主题并列，举措各异，不分高下",
                "Side by side by theme; measures differ in kind and are not ranked",
            ))];
            let said = pillars::notes(alignment, at, lang);
            blocks.extend((!said.is_empty()).then(|| plain(sentences(&said, lang))));
            blocks.extend(
                fact.map(|addr| about(alignment.atlas, addr, lang))
                    .unwrap_or_default(),
            );
            blocks
        }
    }
}

fn themed(comparison: &Comparison<'_>, theme: ThemeIx, lang: Lang) -> Vec<Block> {
    let counts = comparison.theme_summary(theme).words(lang);
    let definition = comparison.atlas.theme(theme).definition.get(lang);
    let scopes = comparison.rows.iter().filter(|row| row.theme == theme);
    let comparing = scopes.filter(|row| row.is_comparing()).count();
    let advice = match comparing {
        0 => lang.pick(
            "本主题没有两校都载明的指标，无可对照",
            "No metric of this theme is stated by more than one college: nothing to set side by side",
        ),
        _ => lang.pick(
            "条数只是载明多少，不代表成效大小；逐行看能否比较",
            "These count what is stated, not what was achieved; each row says whether it may be compared",
        ),
    };
    vec![plain(counts), warning(advice), muted(definition.to_owned())]
}

fn figures(comparison: &Comparison<'_>, at: usize, fact: Option<&Addr>, lang: Lang) -> Vec<Block> {
    let row = &comparison.rows[at];
    let mut blocks = vec![judgement(comparison, row, lang)];
    blocks.extend(stated(comparison, row, lang));
    blocks.extend(quotations(comparison, row, fact, lang));
    blocks.extend(reasons(row, lang));
    blocks.extend(definition(comparison, row, lang));
    blocks.extend(sources(comparison, row, lang));
    blocks
}

/// The answer with its reasons in few words, so that a small pane has both.
fn judgement(comparison: &Comparison<'_>, row: &CompareRow<'_>, lang: Lang) -> Block {
    match row.relation {
        Relation::Same if row.is_rankable() => Block::indented(
            0,
            2,
            [Run::value(lang.pick(
                "可以比较：同一指标，口径与时间相同",
                "Yes: same metric, same scope, same time",
            ))],
        ),
        Relation::Same => {
            let heads: Vec<_> = row.caveats.iter().map(|caveat| caveat.head(lang)).collect();
            warning(&lang.pick(
                format!("同一指标，但不宜直接比大小：{}", heads.join("，")),
                format!("Same metric, but do not rank: {}", heads.join(", ")),
            ))
        }
        Relation::Related if row.outcomes().next().is_some() => warning(lang.pick(
            "相近而不同的指标：只并列，不比大小",
            "Different counts of one family: side by side only",
        )),
        Relation::Related | Relation::Alone => warning(&alone(comparison, row, lang)),
    }
}

/// Why, as far as the answer has not said it.
fn reasons(row: &CompareRow<'_>, lang: Lang) -> Option<Block> {
    let is_told = |caveat: &&Caveat<'_>| {
        let is_short = matches!(caveat, Caveat::PeriodsUnprinted | Caveat::OrderOpen);
        is_short && row.relation == Relation::Same
    };
    let reasons = row.caveats.iter().filter(|caveat| !is_told(caveat));
    let reasons: Vec<String> = reasons.map(|caveat| reason(caveat, lang)).collect();
    (!reasons.is_empty()).then(|| Block::indented(0, 2, [Run::warning(sentences(&reasons, lang))]))
}

/// A caveat in few words; whom each scope speaks for stands over the columns.
fn reason(caveat: &Caveat<'_>, lang: Lang) -> String {
    match caveat {
        Caveat::Scopes(_) => lang
            .pick(
                "口径不同：有的是全校，有的只是一个二级学院",
                "Scopes differ: a whole college against one school",
            )
            .to_owned(),
        other => other.words(lang),
    }
}

fn alone(comparison: &Comparison<'_>, row: &CompareRow<'_>, lang: Lang) -> String {
    let named = |present: bool| {
        let subjects = comparison.subjects.iter().enumerate();
        let names = subjects.filter(|(at, _)| row.is_empty(*at) != present);
        let names: Vec<_> = names.map(|(_, college)| college.label(lang)).collect();
        names.join(lang.pick("、", ", "))
    };
    let (stating, silent) = (named(true), named(false));
    if silent.is_empty() {
        return lang
            .pick(
                "各校只列名称，未载数目，无可对照",
                "Names without a figure: nothing to compare",
            )
            .to_owned();
    }
    lang.pick(
        format!("仅{stating}载明，无可对照；{silent}未载明，不等于零"),
        format!("Only {stating} states it: nothing to compare. {silent}: not stated, which is not zero"),
    )
}

/// The figures as printed beside each other; how far apart, where that is certain.
fn stated(comparison: &Comparison<'_>, row: &CompareRow<'_>, lang: Lang) -> Option<Block> {
    if row.relation == Relation::Alone || row.outcomes().next().is_none() {
        return None;
    }
    let subjects = comparison.subjects.iter().zip(&row.cells);
    let parts: Vec<String> = subjects
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(college, cell)| {
            let written: Vec<String> = cell.iter().map(|outcome| written(outcome, lang)).collect();
            format!("{} {}", college.label(lang), written.join(lang.pick("、", ", ")))
        })
        .collect();
    let apart = apart(row, lang).map(|words| Run::qualifier(words).whole());
    let words = lang.pick(
        format!("所载数：{}", parts.join("，")),
        format!("As printed: {}", parts.join("; ")),
    );
    let mut runs = tagged(SheetContent::Figures(comparison), Tone::Value, &words, lang);
    runs.extend(apart);
    Some(Block::indented(0, 2, runs))
}

fn written(outcome: &Outcome, lang: Lang) -> String {
    match lang {
        Lang::Zh => outcome.as_written.to_string(),
        Lang::En => format!("{} {}", outcome.as_written, in_english(outcome)),
    }
}

/// `，相差 2 家` of two exact figures of one metric. It says nothing of which is the larger.
fn apart(row: &CompareRow<'_>, lang: Lang) -> Option<String> {
    let mut outcomes = row.outcomes();
    let (one, other) = (outcomes.next()?.1, outcomes.next()?.1);
    let apart = difference(one, other).filter(|_| outcomes.next().is_none())?;
    let by = words::difference(apart.abs(), &one.quantity.unit, lang)?;
    Some(lang.pick(format!("，相差 {by}"), format!("; {by} apart")))
}

/// What the sources print, that under the cursor first: the phrases and their lines together, for a small pane has to
/// hold both; which articles they stand in last.
fn quotations(
    comparison: &Comparison<'_>,
    row: &CompareRow<'_>,
    fact: Option<&Addr>,
    lang: Lang,
) -> Option<Block> {
    let mut stated: Vec<(usize, &Outcome)> = row.outcomes().collect();
    let under = |(subject, outcome): &(usize, &Outcome)| {
        Some(&Addr::fact(&comparison.subjects[*subject].id, &outcome.id)) == fact
    };
    if row.relation == Relation::Related {
        stated.sort_by_key(|one| !under(one));
    }
    let mut runs = Vec::new();
    for (subject, outcome) in stated {
        let (college, cite) = (comparison.subjects[subject], &outcome.cite);
        let line = format!(" {}  ", words::line_words(cite.line, lang));
        runs.extend([
            Run::label(format!("{} ", college.label(lang))).whole(),
            Run::quote(part::quoted(&cite.exact)).whole(),
            Run::muted(line).whole(),
        ]);
    }
    (!runs.is_empty()).then(|| Block::indented(0, 2, runs))
}

/// The articles the row's figures stand in.
fn sources(comparison: &Comparison<'_>, row: &CompareRow<'_>, lang: Lang) -> Option<Block> {
    let stating = comparison
        .subjects
        .iter()
        .zip(&row.cells)
        .filter(|(_, cell)| !cell.is_empty());
    let names: Vec<String> = stating
        .map(|(college, _)| {
            let source = comparison.atlas.source(college.source).name();
            format!("{} {source}", college.label(lang))
        })
        .collect();
    let words = names.join(lang.pick("；", "; "));
    (!names.is_empty()).then(|| muted(format!("{}{words}", lang.pick("出处：", "Sources: "))))
}

/// What is counted, where the row itself does not say it.
fn definition(comparison: &Comparison<'_>, row: &CompareRow<'_>, lang: Lang) -> Option<Block> {
    let atlas = comparison.atlas;
    if row.definition(atlas, lang).is_some() {
        return None;
    }
    let (_, outcome) = row.outcomes().next()?;
    let words = atlas.metric(outcome.metric?).definition.get(lang);
    Some(muted(format!("{}{words}", lang.pick("定义：", "Definition: "))))
}

/// What a pillar or measure is about, and where it stands.
fn about(atlas: &Atlas, addr: &Addr, lang: Lang) -> Vec<Block> {
    let Some(fact) = atlas.resolve(addr) else {
        return Vec::new();
    };
    let gist = match fact {
        Fact::Pillar(_, pillar) => pillar.gist.get(lang),
        Fact::Measure(_, measure) => measure.gist.get(lang),
        _ => "",
    };
    let name = format!("{}  {}", fact.college().label(lang), fact.name().get(lang));
    let source = atlas.source(fact.college().source);
    let cited = fact
        .cite()
        .map(|cite| Block::indented(0, 2, part::cited(source, cite, lang)));
    let mut blocks = vec![Block::indented(
        0,
        2,
        [Run::label(name), Run::plain(format!("  {gist}"))],
    )];
    blocks.extend(cited);
    blocks
}

fn warning(words: &str) -> Block {
    Block::indented(0, 2, [Run::warning(format!("! {words}"))])
}

fn plain(words: String) -> Block {
    Block::indented(0, 2, [Run::plain(words)])
}

fn muted(words: String) -> Block {
    Block::indented(0, 2, [Run::muted(words)])
}
