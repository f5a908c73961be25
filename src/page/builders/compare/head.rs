//! The lines above a comparison, and the headings of its themes.

use super::{CompareLine, Sheet, SheetContent, SheetView, Shows, notes};
use crate::{
    compare::{Caveat, Comparison, Relation},
    lang::Lang,
    model::{Addr, College, Scope, ThemeIx},
    page::{Run, Tone, block::Cell, row::Row, title},
    text::width::Policy,
};

/// What is compared, and how many rows of each relation there are, in the longest form that fits.
pub(super) fn title(sheet: &Sheet<'_>) -> Row {
    let (lang, width, policy) = (sheet.view.lang, sheet.view.width, sheet.view.policy);
    let (heading, counts) = match sheet.face {
        SheetContent::Figures(comparison) => (lang.pick("对比", "Comparison"), counts(comparison, lang)),
        SheetContent::Pillars(_) => (
            lang.pick("支柱对照", "Pillars by theme"),
            [String::new(), String::new(), String::new()],
        ),
    };
    let cells = |text: &String| policy.width(text) + policy.width(heading);
    let fitting = counts.iter().find(|text| cells(text) <= width);
    let counts = fitting.unwrap_or(&counts[2]);
    let mut runs = vec![Run::heading(heading), Run::muted(&**counts)];
    runs.extend(hidden(sheet, lang));
    Row::cut(&runs, width, policy)
}

fn counts(comparison: &Comparison<'_>, lang: Lang) -> [String; 3] {
    let counts = comparison.counts();
    let (same, related, alone) = (counts.same, counts.related, counts.alone);
    let [equal, near] = [Relation::Same.sign(), Relation::Related.sign()];
    lang.pick(
        [
            format!("  {equal} 同一指标 {same}  {near} 相近指标 {related}，只并列  仅一校载明 {alone}"),
            format!("  {equal} 同一 {same}  {near} 相近 {related}  仅一校 {alone}"),
            format!("  {equal} {same}  {near} {related}  仅一校 {alone}"),
        ],
        [
            format!(
                "  {equal} same metric {same}  {near} related {related}, side by side only  one college only {alone}"
            ),
            format!("  {equal} same {same}  {near} related {related}  one college {alone}"),
            format!("  {equal} {same}  {near} {related}  one college {alone}"),
        ],
    )
}

fn hidden(sheet: &Sheet<'_>, lang: Lang) -> Option<Run> {
    let SheetContent::Figures(comparison) = sheet.face else {
        return None;
    };
    let hidden = comparison.hidden;
    (hidden > 0).then(|| {
        Run::qualifier(lang.pick(
            format!("  只看差异，略去 {hidden} 行"),
            format!("  differences only, {hidden} rows left out"),
        ))
    })
}

/// Names and scopes, then what holds of all rows and what the signs in the cells stand for.
pub(super) fn head(sheet: &Sheet<'_>) -> Vec<Row> {
    let mut rows = match sheet.geometry.is_stacked() {
        true => notes::text(&names_in_line(sheet), 0, &sheet.view),
        false => names_over_columns(sheet),
    };
    if let SheetContent::Figures(comparison) = sheet.face {
        rows.extend(scope_lines(comparison, sheet));
    }
    rows
}

/// The names over the columns; the label column says which of the colleges are on screen when not all are.
fn names_over_columns(sheet: &Sheet<'_>) -> Vec<Row> {
    let (lang, subjects, shown) = (sheet.view.lang, sheet.face.subjects(), sheet.columns());
    let places: Vec<String> = shown.iter().map(|(at, _)| (at + 1).to_string()).collect();
    let which = format!(
        "{} {} / {}",
        lang.pick("院校", "College"),
        places.join(" "),
        subjects.len()
    );
    let scrolled = shown.len() < subjects.len();
    let label = Cell::new(scrolled.then(|| Run::muted(which)));
    let room = sheet.geometry.room();
    let cell = |college: &&College| {
        let addr = Addr::college(&college.id).to_string();
        Cell::new(college_and_reporter(college, lang, room, sheet.view.policy))
            .hanging(2)
            .at(addr)
    };
    let cells: Vec<Cell> = subjects.iter().map(cell).collect();
    sheet.geometry.beside(label, &cells)
}

/// In one line, if there is a way to.
fn names_in_line(sheet: &Sheet<'_>) -> Vec<Run> {
    let long = names_and_scopes(sheet, false);
    let cells: usize = long.iter().map(|run| sheet.view.policy.width(&run.text)).sum();
    match cells <= sheet.view.width {
        true => long,
        false => names_and_scopes(sheet, true),
    }
}

fn names_and_scopes(sheet: &Sheet<'_>, short: bool) -> Vec<Run> {
    let mut runs = Vec::new();
    for college in sheet.face.subjects() {
        if !runs.is_empty() {
            runs.push(Run::rule(" | "));
        }
        runs.push(Run::heading(college.label(sheet.view.lang)));
        runs.push(Run::plain(" "));
        let scope = match (college.reporter.scope, sheet.view.lang) {
            (Scope::College, Lang::En) if short => "whole",
            (Scope::Unit, Lang::En) if !short => "one school only",
            (scope, lang) => scope.word(lang),
        };
        runs.push(Run::qualifier(scope).whole());
    }
    runs
}

/// A college and whom its figures speak for: a part of it by its name where `room` cells hold it.
fn college_and_reporter(college: &College, lang: Lang, room: usize, policy: Policy) -> Vec<Run> {
    let name = college.label(lang);
    let part = college.reporter.name.get(lang);
    let long = lang.pick(format!("仅{part}"), format!("{part} only"));
    let scope = match college.reporter.scope {
        Scope::College => college.reporter.scope.word(lang).to_owned(),
        Scope::Unit if policy.width(name) + policy.width(&long) + 2 <= room => long,
        Scope::Unit => lang.pick("仅一个二级学院", "one school only").to_owned(),
    };
    vec![
        Run::heading(name),
        Run::plain("  "),
        Run::qualifier(scope).whole(),
    ]
}

/// Whether the rows speak for the same parts of the colleges, and what `·` and `-` mean: one line where there is room.
fn scope_lines(comparison: &Comparison<'_>, sheet: &Sheet<'_>) -> Vec<Row> {
    let lang = sheet.view.lang;
    let warning = scopes(comparison, lang);
    let legends = lang.pick(
        [
            "· = 时间未载明   - = 该校未载明，不等于零",
            "· 时间未载明  - 未载明，不等于零",
            "· 时间未载明  - 未载明",
        ],
        [
            "· = time not stated   - = not stated, which is not zero",
            "· time not stated  - not stated, no zero",
            "· time not stated  - not stated",
        ],
    );
    let width = |text: &str| sheet.view.policy.width(text);
    let beside = |legend: &&str| width(&warning.text) + 2 + width(legend) <= sheet.view.width;
    let below = |legend: &&str| width(legend) <= sheet.view.width;
    let (gap, legend) = match legends.iter().take(2).find(|legend| beside(legend)) {
        Some(legend) => ("  ", *legend),
        None => (
            "\n",
            *legends.iter().find(|legend| below(legend)).unwrap_or(&legends[2]),
        ),
    };
    let runs = [warning, Run::plain(gap), Run::muted(legend)];
    notes::text(&runs, 0, &sheet.view)
}

fn scopes(comparison: &Comparison<'_>, lang: Lang) -> Run {
    let comparing = || comparison.rows.iter().filter(|row| row.is_comparing());
    let differ = |caveats: &[Caveat<'_>]| caveats.iter().any(|caveat| matches!(caveat, Caveat::Scopes(_)));
    let apart = comparing().filter(|row| differ(&row.caveats)).count();
    match (apart, comparing().count()) {
        (0, 0) => Run::warning(lang.pick("! 没有两校都载明的指标", "! no metric that both state")),
        (0, _) => Run::muted(lang.pick("口径相同", "The scopes agree")),
        (apart, all) if apart == all => Run::warning(lang.pick(
            "! 口径不同，以下各行都不宜直接比大小",
            "! Scopes differ: rank nothing below",
        )),
        (apart, _) => Run::warning(lang.pick(
            format!("! {apart} 行口径不同，不宜直接比大小"),
            format!("! Scopes differ on {apart} rows: do not rank those"),
        )),
    }
}

/// Over the rows of a theme on which one college alone states something.
pub(super) fn apart(view: &SheetView<'_>) -> CompareLine {
    let words = Run::label(view.lang.pick("只有一校载明", "Stated by one college only"));
    CompareLine {
        row: Row::cut(&[Run::plain("  "), words], view.width, view.policy),
        shows: Shows::Apart,
    }
}

/// A theme's name, what it holds in words, and how many rows are folded away under it.
pub(super) fn theme(sheet: &Sheet<'_>, theme: ThemeIx) -> Vec<CompareLine> {
    let SheetContent::Figures(comparison) = sheet.face else {
        return Vec::new();
    };
    let (lang, width, policy) = (sheet.view.lang, sheet.view.width, sheet.view.policy);
    let name = comparison.atlas.theme(theme).name.get(lang);
    let mut left = vec![Run::heading(name)];
    let sentence = comparison.theme_summary(theme).words(lang);
    let fits = policy.width(name) + policy.width(&sentence) + 8 <= width;
    left.extend(fits.then(|| Run::muted(format!("  {sentence}"))));
    let is_folded = sheet.view.folded.contains(&theme);
    let folded = is_folded.then(|| {
        let rows = comparison.rows.iter().filter(|row| row.theme == theme).count();
        Run::muted(lang.pick(format!("+ 已折叠 {rows} 行"), format!("+ {rows} rows folded")))
    });
    let right: Vec<Run> = folded.into_iter().collect();
    let heading = CompareLine {
        row: title::title(&left, &right, width, policy, Tone::Rule),
        shows: Shows::Theme(theme),
    };
    let below = (!fits && !is_folded).then(|| notes::text(&[Run::muted(sentence)], 2, &sheet.view));
    let below = below.into_iter().flatten().map(|row| CompareLine {
        row,
        shows: Shows::Note,
    });
    std::iter::once(heading).chain(below).collect()
}
