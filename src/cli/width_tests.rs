//! Every answer at every width from 30 to 200, in both languages, under every policy: nothing over the width; no word,
//! number, tag, flag, id, path or address broken inside; columns and dividers at one cell; nothing lost without a mark.
//!
//! Answers are made once and laid out by what lays them out for the command line, so that no width has to be left out.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use super::compare as comparison;
use crate::{
    check,
    compare::{self, Comparison, PillarAlignment},
    find::{Filter, Hit, Index},
    finding::{Finding, groups},
    lang::Lang,
    load::{Loaded, Origin, articles::ArticleState, load},
    model::{CollegeIx, Fact, Kind, MetricIx, ThemeIx, tests::tags},
    page::{
        Tone,
        block::{Block, BlockShape, Cell, Table},
        builders::{
            self,
            compare::SheetContent,
            findings::{self, Folding},
            hits, list,
        },
        layout::{self, Row},
        stack,
    },
    parallel,
    select::Select,
    text::{
        pieces::{assert_whole, is_part_of_word, pieces},
        width::{Policy, graphemes},
    },
};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| load(&Origin::Embedded));
static TINY: LazyLock<Loaded> = LazyLock::new(|| load(&Origin::Folder("tests/fixtures/tiny".into())));

const POLICIES: [Policy; 3] = [Policy::Narrow, Policy::Wide, Policy::Safe];
/// Wide enough for every answer to stand as it is, and what is compared with.
const ALL: usize = 2000;
/// The most cells that a line of an answer stands in.
const INDENT: usize = 14;
/// Words that the title of a comparison leaves out where there is no room.
const HEAD: [&str; 5] = ["side", "by", "only", "which", "zero"];
/// From here on a comparison stands in columns.
const COLUMNS: usize = 80;

/// What is laid out.
enum Answered {
    Page(Vec<Block>),
    Hits(Vec<Hit>),
    Figures(Comparison<'static>),
    Pillars(PillarAlignment<'static>),
    Findings(Vec<Finding>),
}

/// An answer in one language.
struct Case {
    name: String,
    lang: Lang,
    answered: Answered,
}

impl Case {
    /// What was laid out, and its rows.
    fn drawn(&self, width: usize, policy: Policy) -> (Vec<Block>, Vec<Row>) {
        let blocks = self.blocks(width, policy);
        let rows = match &self.answered {
            Answered::Page(_) | Answered::Hits(_) | Answered::Findings(_) => {
                layout::layout(&blocks, width, policy)
            }
            Answered::Figures(all) => comparison::rows(SheetContent::Figures(all), self.lang, width, policy),
            Answered::Pillars(all) => comparison::rows(SheetContent::Pillars(all), self.lang, width, policy),
        };
        (blocks, rows)
    }

    /// What is laid out as blocks; of a comparison nothing.
    fn blocks(&self, width: usize, policy: Policy) -> Vec<Block> {
        let blocks = match &self.answered {
            Answered::Page(blocks) => blocks.clone(),
            Answered::Hits(found) => hits::blocks(&SHIPPED.atlas, found, self.lang, width, policy),
            Answered::Findings(found) => {
                let one = |group| findings::group_blocks(&group, Folding::Folded, width, policy, self.lang);
                groups(found).into_iter().flat_map(one).collect()
            }
            Answered::Figures(_) | Answered::Pillars(_) => Vec::new(),
        };
        stack::fitting(blocks, width, policy)
    }
}

/// The pages and lists of `lang`.
fn cases(lang: Lang) -> Vec<Case> {
    let atlas = &SHIPPED.atlas;
    let select = Select::default();
    let one = Select {
        college: Some(CollegeIx(0)),
        ..select
    };
    let mut answers: Vec<(String, Answered)> = Vec::new();
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, Kind::Metric | Kind::Theme));
    for kind in kinds {
        let facts = || select.facts(atlas, kind);
        let table = match kind {
            Kind::College => list::facts(atlas, kind, facts(), lang),
            kind => list::of_college(atlas, kind, one.facts(atlas, kind), lang),
        };
        answers.push((format!("list {kind:?}"), Answered::Page(vec![table.into()])));
        // Of each kind the page with the most on it.
        let pages = facts().map(|fact| builders::fact(atlas, fact, lang));
        let longest = pages.max_by_key(|page| page.iter().map(letters_of).sum::<usize>());
        answers.push((format!("show {kind:?}"), Answered::Page(longest.unwrap())));
    }
    let registers = [
        ("list metrics", list::metrics(atlas, select.metrics(atlas), lang)),
        ("list themes", list::themes(atlas, select.themes(atlas), lang)),
        ("list sources", list::sources(select.sources(atlas), lang)),
    ];
    answers.extend(registers.map(|(name, table)| (name.to_owned(), Answered::Page(vec![table.into()]))));
    let pages = [
        ("show a theme", builders::theme(atlas, ThemeIx(0), lang)),
        ("show a metric", builders::metric(atlas, MetricIx(0), lang)),
        ("source", source(lang)),
    ];
    answers.extend(pages.map(|(name, page)| (name.to_owned(), Answered::Page(page))));
    let index = Index::of(&SHIPPED);
    for words in ["就业", "65", "pairing"] {
        let found = index.search(atlas, words, 15, Filter::default());
        assert!(!found.is_empty(), "{words}");
        answers.push((format!("find {words}"), Answered::Hits(found)));
    }
    let both = [CollegeIx(0), CollegeIx(1)];
    let options = compare::CompareOptions::default();
    answers.push((
        "compare".into(),
        Answered::Figures(compare::compare(atlas, &both, options)),
    ));
    answers.push((
        "compare --pillars".into(),
        Answered::Pillars(compare::pillars(atlas, &both, options)),
    ));
    answers.push(("check".into(), Answered::Findings(faults())));
    let case = |(name, answered)| Case { name, lang, answered };
    answers.into_iter().map(case).collect()
}

/// Where a figure stands, with its passage.
fn source(lang: Lang) -> Vec<Block> {
    let atlas = &TINY.atlas;
    let college = &atlas.colleges[0];
    let text = std::fs::read_to_string("tests/fixtures/tiny/articles/jia.txt").unwrap();
    builders::source(
        atlas,
        Fact::Outcome(college, &college.outcomes[0]),
        Some(&text),
        lang,
    )
}

/// What is found where the article is another one.
fn faults() -> Vec<Finding> {
    let held = ArticleState::Same {
        file: "articles/jia-news.txt".into(),
        text: "另一篇文章，34家企业，就业率98%以上。\n".repeat(5),
    };
    let held = vec![held; TINY.atlas.sources.len()];
    let mut found = check::judge(&TINY, &[], &held).findings;
    assert!(found.len() > 5);
    // One of each code.
    let mut codes = BTreeSet::new();
    found.retain(|finding| codes.insert(finding.code.as_str()));
    found
}

fn letters_of(block: &Block) -> usize {
    texts(block).map(|text| text.len()).sum()
}

/// The texts of a block: cells, titles, paragraphs.
fn texts(block: &Block) -> Box<dyn Iterator<Item = String> + '_> {
    let joined = |runs: &[crate::page::Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    match &block.shape {
        BlockShape::Blank => Box::new(std::iter::empty()),
        BlockShape::Text { runs, .. } => Box::new(std::iter::once(joined(runs))),
        BlockShape::Table(table) => {
            let titles = table.columns.iter().filter(|_| table.header);
            let titles = titles.map(move |column| joined(&column.title));
            let cells = table.records.iter().flat_map(|record| &record.cells);
            let cells = cells.flat_map(Cell::parts).map(move |cell| joined(&cell.runs));
            Box::new(titles.chain(cells))
        }
    }
}

/// A sum over the characters of a text, the same in whatever order they stand; blanks do not count.
fn sum(text: &str) -> u64 {
    let of = |c: char| u64::from(u32::from(c)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    text.chars()
        .filter(|c| !matches!(c, ' ' | '\u{3000}' | '\n'))
        .fold(0, |sum, c| sum.wrapping_add(of(c)))
}

fn sum_of(blocks: &[Block], policy: Policy) -> u64 {
    let texts = blocks.iter().flat_map(texts);
    texts
        .map(|text| sum(&policy.substituted(&text.replace('\n', " "))))
        .fold(0, u64::wrapping_add)
}

/// The cells of a line in which something stands.
fn used(line: &str, policy: Policy) -> [u64; 4] {
    let mut used = [0_u64; 4];
    let mut at = 0;
    for grapheme in graphemes(line) {
        let cells = policy.grapheme(grapheme);
        if grapheme != " " {
            (at..at + cells).for_each(|cell| used[cell / 64] |= 1 << (cell % 64));
        }
        at += cells;
    }
    used
}

/// How many bands of two blank cells or more lie between cells in which something stands.
fn gutters(used: [u64; 4]) -> usize {
    let is_used = |cell: usize| used[cell / 64] & (1 << (cell % 64)) != 0;
    let (mut blank, mut seen, mut found) = (0, false, 0);
    for cell in 0..256 {
        match is_used(cell) {
            true => {
                found += usize::from(seen && blank >= 2);
                (blank, seen) = (0, true);
            }
            false => blank += 1,
        }
    }
    found
}

/// An answer with room for everything, under one policy: what it must hold at any width.
struct Whole {
    pieces: BTreeSet<String>,
    figures: BTreeSet<String>,
    texts: BTreeSet<String>,
}

impl Whole {
    fn new(case: &Case, policy: Policy) -> Self {
        let (_, rows) = case.drawn(ALL, policy);
        let text = text(&rows);
        let page = match &case.answered {
            Answered::Page(blocks) => &blocks[..],
            _ => &[],
        };
        let toned = rows
            .iter()
            .flat_map(|row| &row.runs)
            .filter(|run| is_tag(run.tone));
        Self {
            pieces: pieces(&text).into_iter().map(str::to_owned).collect(),
            figures: toned.map(|run| run.text.trim().to_owned()).collect(),
            texts: page
                .iter()
                .flat_map(texts)
                .filter(|text| !text.is_empty())
                .collect(),
        }
    }
}

/// Figures, periods, scopes, levels: what is painted as a value or as what qualifies one.
fn is_tag(tone: Tone) -> bool {
    matches!(tone, Tone::Value | Tone::Qualifier)
}

/// Periods and scopes as the answers word them.
static TAGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| tags(&SHIPPED.atlas));

fn text(rows: &[Row]) -> String {
    rows.iter()
        .map(|row| row.text().trim_end().to_owned() + "\n")
        .collect()
}

/// How the answer falls short at `width`, if it does.
fn fault(case: &Case, whole: &Whole, width: usize, policy: Policy) -> Option<String> {
    let (fitted, rows) = case.drawn(width, policy);
    let text = text(&rows);
    // What was drawn is not to be substituted again: it is measured as it stands.
    let drawn = if policy == Policy::Wide {
        policy
    } else {
        Policy::Narrow
    };
    if let Some(line) = text.lines().find(|line| drawn.width(line) > width) {
        return Some(format!("over the width: {line}"));
    }
    broken(whole, &text, width)
        .or_else(|| torn(case, whole, &rows))
        .or_else(|| lost(case, whole, &fitted, &rows, &text, width, policy))
        .or_else(|| out_of_column(case, &fitted, &text, width, drawn))
}

/// A piece that is none of the whole answer's, unless that one is too long for any line.
fn broken(whole: &Whole, text: &str, width: usize) -> Option<String> {
    let long = |piece: &str| {
        whole
            .pieces
            .iter()
            .any(|other| other.len() + INDENT > width && other.contains(piece))
    };
    let strange = pieces(text)
        .into_iter()
        .find(|piece| !whole.pieces.contains(*piece) && !long(piece));
    strange.map(|piece| format!("broken: {piece}"))
}

/// A figure that is not one of the answer's, or a piece of a period or scope. One that is longer than any line of its
/// column is broken between its words.
fn torn(case: &Case, whole: &Whole, rows: &[Row]) -> Option<String> {
    let tags = rows
        .iter()
        .flat_map(|row| &row.runs)
        .filter(|run| is_tag(run.tone));
    let mut strange = tags
        .map(|run| (run, run.text.trim()))
        .filter(|(_, text)| !whole.figures.contains(*text));
    let torn = strange.find(|(run, text)| {
        let is_figure = run.tone == Tone::Value && !matches!(case.answered, Answered::Pillars(_));
        let is_tag = || TAGS.contains(*text);
        !text.is_empty() && (is_figure || !is_tag() && TAGS.iter().any(|tag| is_part_of_word(text, tag)))
    });
    torn.map(|(_, text)| format!("torn: {text}"))
}

/// Characters of the answer that are nowhere, without a mark in their place.
fn lost(
    case: &Case,
    whole: &Whole,
    fitted: &[Block],
    rows: &[Row],
    text: &str,
    width: usize,
    policy: Policy,
) -> Option<String> {
    match &case.answered {
        Answered::Page(_) => {
            let kept: BTreeSet<String> = fitted.iter().flat_map(texts).collect();
            let lost = whole.texts.iter().find(|text| !kept.contains(*text));
            let said = lost.map(|text| format!("lost: {text}"));
            let shown = sum_of(fitted, policy) == sum(text);
            said.or_else(|| (!shown).then(|| "characters are lost".to_owned()))
        }
        Answered::Hits(found) => {
            let mut lines: BTreeMap<&str, String> = BTreeMap::new();
            for row in rows {
                lines
                    .entry(row.addr.as_deref().unwrap())
                    .or_default()
                    .push_str(&row.text());
            }
            let table = hits::table(&SHIPPED.atlas, found, case.lang);
            let incomplete = table.records.iter().find(|record| {
                let line = &lines[record.addr.as_deref().unwrap()];
                let cells = record
                    .cells
                    .iter()
                    .enumerate()
                    .map(|(at, cell)| (at, cell_text(cell, policy)));
                cells.into_iter().any(|(at, cell)| {
                    // Columns that are never cut; the name may be, with its mark.
                    let whole = sum_contains(line, &cell);
                    !(whole || at == 1 && line.contains(".. "))
                })
            });
            incomplete.map(|record| format!("lost of {record:?} at {width}"))
        }
        Answered::Findings(_) | Answered::Figures(_) | Answered::Pillars(_) => {
            let shown = pieces(text);
            let short = whole.pieces.iter().filter(|piece| piece.len() + INDENT <= width);
            let lost = short
                .filter(|piece| !HEAD.contains(&piece.as_str()))
                .find(|piece| !shown.contains(piece.as_str()));
            let marked = matches!(case.answered, Answered::Findings(_)) && text.contains("..");
            lost.filter(|_| !marked).map(|piece| format!("lost: {piece}"))
        }
    }
}

fn cell_text(cell: &Cell, policy: Policy) -> String {
    let text: String = cell.runs.iter().map(|run| run.text.as_str()).collect();
    policy.substituted(&text).into_owned()
}

/// Whether the words of `cell` stand in `line`, wherever it was broken.
fn sum_contains(line: &str, cell: &str) -> bool {
    let packed = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
    cell.is_empty() || packed(line).contains(&packed(cell))
}

/// Columns that do not begin at one cell throughout.
fn out_of_column(case: &Case, fitted: &[Block], text: &str, width: usize, drawn: Policy) -> Option<String> {
    match &case.answered {
        Answered::Page(blocks) => {
            let [
                Block {
                    shape: BlockShape::Table(table),
                    ..
                },
            ] = &blocks[..]
            else {
                return None;
            };
            let lines = text.lines().filter(|line| !line.is_empty());
            let all = lines
                .map(|line| used(line, drawn))
                .fold([0; 4], |all, one| std::array::from_fn(|at| all[at] | one[at]));
            let columns = match fitted {
                [
                    Block {
                        shape: BlockShape::Table(_),
                        ..
                    },
                ] => columns_with_text(table),
                [
                    Block {
                        shape: BlockShape::Table(_),
                        ..
                    },
                    ..,
                ] => 2,
                _ => 1,
            };
            (gutters(all) + 1 < columns)
                .then(|| format!("{} gutters between {columns} columns", gutters(all)))
        }
        Answered::Figures(_) | Answered::Pillars(_) if width >= COLUMNS => {
            let bars = |line: &str| -> Vec<usize> {
                line.match_indices(" |")
                    .map(|(at, _)| drawn.width(&line[..at]))
                    .collect()
            };
            let places: BTreeSet<_> = text.lines().map(bars).filter(|bars| !bars.is_empty()).collect();
            (places.len() > 1).then(|| format!("dividers at {places:?}"))
        }
        _ => None,
    }
}

fn columns_with_text(table: &Table) -> usize {
    (0..table.columns.len())
        .filter(|at| !table.columns[*at].title.is_empty())
        .count()
}

#[test]
fn every_answer_is_whole_at_every_width() {
    let cases: Vec<Case> = [Lang::Zh, Lang::En].into_iter().flat_map(cases).collect();
    let pairs: Vec<(&Case, Policy)> = cases
        .iter()
        .flat_map(|case| POLICIES.map(|policy| (case, policy)))
        .collect();
    let wholes = parallel::map(&pairs, 2, |(case, policy)| Whole::new(case, *policy));
    let jobs: Vec<(&Case, Policy, &Whole, usize)> = (30..=200)
        .flat_map(|width| {
            pairs
                .iter()
                .zip(&wholes)
                .map(move |((case, policy), whole)| (*case, *policy, whole, width))
        })
        .collect();
    let faults = parallel::map(&jobs, 2, |(case, policy, whole, width)| {
        let words = fault(case, whole, *width, *policy)?;
        Some((format!("{} {:?} {policy:?}", case.name, case.lang), *width, words))
    });
    assert_whole(faults.into_iter().flatten());
}
