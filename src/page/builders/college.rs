//! A college: who speaks, its pillars, and how its pillars and figures spread over the themes.

use super::{part, section};
use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, College, Fact, Kind, Pillar, ThemeIx},
    page::{
        Run,
        block::{Block, Cell, Column, Record, Table},
    },
};

/// Everything known of a college, its figures by theme.
pub(crate) fn page(atlas: &Atlas, college: &College, lang: Lang) -> Vec<Block> {
    let name = Bilingual::new(college.name.zh.clone(), college.name.en.clone());
    let mut blocks = part::title(&name, lang);
    blocks.extend([
        Block::blank(),
        Block::text([Run::plain(college.summary.get(lang))]),
        Block::blank(),
        Block::pairs(head(atlas, college, lang)),
    ]);
    blocks.extend(part::heading(
        section::plural(Kind::Pillar, lang),
        college.pillars.len(),
    ));
    blocks.push(pillars(college, lang).into());
    blocks.extend([Block::blank(), Block::heading(section::plural(Kind::Theme, lang))]);
    blocks.push(themes(atlas, college, lang).into());
    blocks.extend(section::pillar_blocks(atlas, college, None, lang));
    blocks
}

fn head(atlas: &Atlas, college: &College, lang: Lang) -> Vec<Record> {
    let reporter = &college.reporter;
    let speaker = [
        Run::qualifier(reporter.scope.word(lang)),
        Run::plain(format!("  {}", reporter.name.get(lang))),
    ];
    let province = college.province.as_ref().map(|name| name.get(lang));
    let mut pairs = vec![
        Record::pair(lang.pick("口径", "speaks for"), speaker),
        Record::pair(lang.pick("省份", "province"), [part::maybe(province, lang)]),
        Record::pair(lang.pick("收录", "holds"), [Run::plain(holdings(college, lang))]),
    ];
    pairs.extend(part::ends(atlas, Fact::College(college), lang));
    pairs
}

/// How much is known: `举措 13  体系 5  成效 24`.
fn holdings(college: &College, lang: Lang) -> String {
    let honours = college.honours();
    let counts = [
        (college.measures.len(), section::plural(Kind::Measure, lang)),
        (college.frameworks.len(), section::plural(Kind::Framework, lang)),
        (honours, lang.pick("荣誉", "Honours")),
        (
            college.recognitions.len() - honours,
            lang.pick("平台与项目", "Platforms and projects"),
        ),
        (college.partners.len(), section::plural(Kind::Partner, lang)),
        (college.outcomes.len(), section::plural(Kind::Outcome, lang)),
    ];
    let held = counts.iter().filter(|(n, _)| *n > 0);
    let words: Vec<_> = held.map(|(n, word)| format!("{word} {n}")).collect();
    words.join(lang.pick("  ", ", "))
}

fn pillars(college: &College, lang: Lang) -> Table {
    let figures = |n| {
        college
            .outcomes
            .iter()
            .filter(|fact| fact.pillar == Some(n))
            .count()
    };
    let record = |pillar: &Pillar| {
        let cells = [
            Cell::new([Run::value(pillar.n.to_string())]),
            Cell::new([Run::label(pillar.heading.get(lang))]),
            Cell::new([Run::quote(&*pillar.slogan)]),
            Cell::new([Run::muted(figures(pillar.n).to_string())]),
        ];
        Record::new(cells).at(Fact::Pillar(college, pillar).addr().to_string())
    };
    Table {
        columns: vec![
            Column::flexible().right(),
            Column::flexible().titled(lang.pick("支柱", "pillar")),
            Column::flexible().titled(lang.pick("口号", "slogan")),
            Column::flexible().titled(lang.pick("成效", "outcomes")).right(),
        ],
        header: true,
        records: college.pillars.iter().map(record).collect(),
        gap: 2,
        ..Table::default()
    }
}

fn themes(atlas: &Atlas, college: &College, lang: Lang) -> Table {
    let count = |ix: ThemeIx| {
        let pillars = college
            .pillars
            .iter()
            .filter(|pillar| pillar.themes.contains(&ix))
            .count();
        let outcomes = college
            .outcomes
            .iter()
            .filter(|fact| atlas.theme_of(fact) == Some(ix))
            .count();
        (pillars, outcomes)
    };
    let record = |(at, (pillars, outcomes)): (usize, (usize, usize))| {
        Record::new([
            Cell::new([Run::label(atlas.themes[at].name.get(lang))]),
            Cell::new([Run::plain(pillars.to_string())]),
            Cell::new([Run::plain(outcomes.to_string())]),
        ])
    };
    let counts = (0..atlas.themes.len()).map(|at| count(ThemeIx(at as u16)));
    Table {
        columns: vec![
            Column::flexible().titled(lang.pick("主题", "theme")),
            Column::flexible().titled(lang.pick("支柱", "pillars")).right(),
            Column::flexible().titled(lang.pick("成效", "outcomes")).right(),
        ],
        header: true,
        records: counts
            .enumerate()
            .filter(|(_, count)| *count != (0, 0))
            .map(record)
            .collect(),
        gap: 2,
        ..Table::default()
    }
}
