//! What was found, one line a hit: whose it is, what it is called with the match marked, the figure as printed, for
//! when and for whom, and its address.

use super::outcome;
use crate::{
    find::{Hit, HitField},
    lang::Lang,
    model::{Atlas, Fact},
    page::{
        Run, Tone,
        block::{Block, Cell, Column, Record, Table},
        grid::Grid,
    },
    text::width::Policy,
};

/// `hits` for a page of `width` cells: a line each, in columns, only the name ever cut; where that leaves too little of
/// the name, two paragraphs each with everything in them.
pub(crate) fn blocks(atlas: &Atlas, hits: &[Hit], lang: Lang, width: usize, policy: Policy) -> Vec<Block> {
    let table = table(atlas, hits, lang);
    if Grid::new(&table, width, policy).is_whole() {
        return vec![table.into()];
    }
    hits.iter().flat_map(|hit| paragraphs(atlas, hit, lang)).collect()
}

/// What was found and its figure; then whose it is and its address.
fn paragraphs(atlas: &Atlas, hit: &Hit, lang: Lang) -> [Block; 2] {
    let [figure, qualifiers] = stated(atlas, hit, lang);
    let mut found = name(atlas, hit, lang);
    if !figure.is_empty() {
        found.push(Run::plain("  "));
        found.extend(figure.into_iter().map(Run::whole));
    }
    if !qualifiers.is_empty() {
        found.push(Run::plain("  "));
        found.extend(qualifiers);
    }
    let whose = hit.college.map(|ix| atlas.college(ix).label(lang));
    let place = [
        Run::plain(whose.unwrap_or(hit.kind.word(lang))),
        Run::plain("  "),
        Run::muted(&*hit.addr).whole(),
    ];
    [
        Block::indented(0, 2, found).at(&*hit.addr),
        Block::indented(2, 0, place).at(&*hit.addr),
    ]
}

/// `hits` in their order, a line each. The name gives way first, the figure and the address never.
pub(crate) fn table(atlas: &Atlas, hits: &[Hit], lang: Lang) -> Table {
    Table {
        columns: columns(lang),
        records: hits.iter().map(|hit| record(atlas, hit, lang)).collect(),
        gap: 2,
        clip: true,
        ..Table::default()
    }
}

/// More cells than any cell has: the column is never cut.
const WHOLE: usize = 999;

fn columns(lang: Lang) -> Vec<Column> {
    let column = |title, min, weight| Column {
        min,
        weight,
        ..Column::flexible().titled(title)
    };
    vec![
        column(lang.pick("院校", "college"), WHOLE, 0),
        column(lang.pick("名称", "name"), 24, 1),
        column(lang.pick("原文", "as printed"), WHOLE, 0),
        column(lang.pick("时间与口径", "period and scope"), WHOLE, 0),
        column(lang.pick("地址", "address"), WHOLE, 0),
    ]
}

fn record(atlas: &Atlas, hit: &Hit, lang: Lang) -> Record {
    let college = hit.college.map(|ix| atlas.college(ix).label(lang));
    let [figure, qualifiers] = stated(atlas, hit, lang);
    Record::new([
        Cell::new([Run::plain(college.unwrap_or(hit.kind.word(lang)))]),
        Cell::new(name(atlas, hit, lang)),
        Cell::new(figure),
        Cell::new(qualifiers),
        Cell::new([Run::muted(&*hit.addr)]),
    ])
    .at(&*hit.addr)
}

/// The name; where something else was matched, that too. A printed figure has a column of its own.
fn name(atlas: &Atlas, hit: &Hit, lang: Lang) -> Vec<Run> {
    let name = hit.target.name(atlas);
    let name = name.get(lang);
    if hit.text == name {
        return Run::marked(Tone::Label, name, &hit.ranges);
    }
    let mut runs = vec![Run::label(name)];
    if hit.field.is_evidence(lang) {
        runs.push(Run::plain("  "));
        runs.extend(Run::marked(Tone::Quote, &hit.text, &hit.ranges));
    }
    runs
}

/// The figure of an outcome as printed, marked where that is what matched; nothing of anything else.
pub(crate) fn figure(atlas: &Atlas, hit: &Hit) -> Vec<Run> {
    let Some(Fact::Outcome(_, outcome)) = hit.target.fact(atlas) else {
        return Vec::new();
    };
    let marks = match hit.field {
        HitField::Written => &hit.ranges[..],
        _ => &[],
    };
    Run::marked(Tone::Value, &outcome.as_written, marks)
}

/// The figure, and what it must not be read without.
fn stated(atlas: &Atlas, hit: &Hit, lang: Lang) -> [Vec<Run>; 2] {
    match hit.target.fact(atlas) {
        Some(Fact::Outcome(_, stated)) => {
            let tags = [
                outcome::period(stated, lang),
                Run::qualifier(stated.scope.word(lang)),
            ];
            [figure(atlas, hit), apart(tags)]
        }
        Some(Fact::Recognition(_, recognition)) => {
            let year = recognition.year.map(|year| year.to_string());
            let level = recognition.level.map(|level| level.word(lang).to_owned());
            let tags = year.into_iter().chain(level).map(Run::qualifier);
            [Vec::new(), apart(tags)]
        }
        _ => [Vec::new(), Vec::new()],
    }
}

/// Tags beside each other, each in one piece.
fn apart(tags: impl IntoIterator<Item = Run>) -> Vec<Run> {
    let mut runs: Vec<Run> = tags
        .into_iter()
        .flat_map(|tag| [Run::plain("  "), tag.whole()])
        .collect();
    if !runs.is_empty() {
        runs.remove(0);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        find::{Filter, Index},
        load::{Origin, load},
        page::layout::layout,
        text::width::Policy,
    };

    fn hit_lines(typed: &str, width: usize, lang: Lang) -> String {
        let atlas = load(&Origin::Folder("tests/fixtures/tiny".into())).atlas;
        let hits = Index::new(&atlas).search(&atlas, typed, 5, Filter::default());
        let rows = layout(
            &blocks(&atlas, &hits, lang, width, Policy::Narrow),
            width,
            Policy::Narrow,
        );
        let marked = |run: &Run| match run.tone {
            Tone::Match => format!("[{}]", run.text),
            _ => run.text.clone(),
        };
        let line = |runs: &[Run]| runs.iter().map(marked).collect::<String>().trim_end().to_owned();
        rows.iter()
            .map(|row| line(&row.runs))
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn a_line_a_hit() {
        insta::assert_snapshot!(hit_lines("jyl", 80, Lang::Zh), @"
        甲江  毕业生[就业率]      97%以上  2024届  二级学院  jia/rate
        乙山  应届毕业生[就业率]  超90%    应届  全校        yi/rate
        指标  [就业率]                                       employment-rate
        ");
        insta::assert_snapshot!(hit_lines("97%", 80, Lang::Zh), @"甲江  毕业生就业率  [97%]以上  2024届  二级学院  jia/rate");
        insta::assert_snapshot!(hit_lines("jyl", 60, Lang::En), @"
        Employment rate of graduates  毕业生[就业率]  97%以上
          class of 2024  one school
          Jiajiang Vocational College  jia/rate
        Employment rate of this year's graduates  应届毕业生[就业率]
          超90%  the year's graduates  whole college
          Yishan Vocational College  yi/rate
        Employment rate  [就业率]
          metric  employment-rate
        ");
        insta::assert_snapshot!(hit_lines("甲江 2023", 48, Lang::Zh), @"
        某省优秀案例  [2023]  2023  省级
          甲江  jia/good-case
        ");
    }
}
