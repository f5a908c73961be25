//! The item under the cursor: what its record says, what is still to be written, and what `check` finds.

use ratatui::buffer::Buffer;

use crate::{
    check::State,
    finding::{Finding, Severity},
    model::{TODO, words::unstated},
    page::{
        Run,
        block::{Block, Record},
        layout,
    },
    review::{Path, ReviewItem, Subject, get},
    tui::{
        regions::PaneRegion,
        review::{app::App, choices, words},
        view::{pane::title_row, put_rows},
    },
};

/// Draws the item.
pub(super) fn draw(app: &App, buf: &mut Buffer, part: PaneRegion) {
    let review = &app.review;
    let note = format!("{}/{}", review.cursor() + 1, review.items().len());
    let title = review.item().map_or_else(String::new, |item| title(app, item));
    title_row(app.look, buf, part, &[Run::heading(title)], &note, true);
    let Some(item) = review.item() else { return };
    let rows = layout::layout(&blocks(app, item), part.body.width.into(), app.look.policy);
    put_rows(app.look, buf, part.body, &rows);
}

fn title(app: &App, item: &ReviewItem) -> String {
    let lang = app.look.lang;
    let word = match item.state {
        Some(State::Curated) if item.is_left() => lang.pick("待写", "to be written"),
        Some(state) => words::state(state, lang),
        None if item.is_left() => lang.pick("待写", "to be written"),
        None => lang.pick("已写", "written"),
    };
    format!("{}  {word}", words::item(&app.review, item).get(lang))
}

fn blocks(app: &App, item: &ReviewItem) -> Vec<Block> {
    let mut blocks = findings(app, item);
    blocks.extend(match (&item.subject, item.state) {
        (Subject::Outcome(_), _) => outcome(app, item),
        (Subject::Open(..), _) => open(app, item),
        (Subject::Excuse(..), _) => texts(app, item, &["exact", "kind", "reason.zh", "reason.en"]),
        (Subject::Record(..), _) => record(app, item),
    });
    blocks
}

/// What the draft would make of an open numeral.
fn open(app: &App, item: &ReviewItem) -> Vec<Block> {
    let lang = app.look.lang;
    let Subject::Open(line, range) = &item.subject else {
        return Vec::new();
    };
    let mut numerals = app.review.reading().numerals.iter();
    let read = numerals.find(|numeral| numeral.line == *line && numeral.range == *range);
    let read = read.and_then(|numeral| words::excuse_word(numeral.kind.as_str(), lang));
    let words = match (app.review.case().proposal(*line, range), read) {
        (None, Some(kind)) => lang.pick(
            format!("读作{kind}: Enter 列为不计, 以此为缘由; x 选别的缘由"),
            format!("read as {kind}: Enter excuses it for that reason, x chooses another"),
        ),
        (None, None) => lang
            .pick("Enter 列为不计, x 选缘由", "Enter excuses it, x chooses a reason")
            .to_owned(),
        (Some(_), _) => lang
            .pick(
                "Enter 录为成效, m 选指标, x 不计",
                "Enter makes it an outcome, m chooses a metric, x excuses it",
            )
            .to_owned(),
    };
    vec![Block::text([Run::muted(words)])]
}

fn outcome(app: &App, item: &ReviewItem) -> Vec<Block> {
    let lang = app.look.lang;
    let review = &app.review;
    let mut pairs = Vec::new();
    let field = |name: &str| review.field(item, name);
    let pair = |label: &str, run: Run| Record::pair(label, [run]);
    pairs.push(pair(lang.pick("说法", "label"), value(app, field("label"))));
    if !field("en").is_empty() {
        pairs.push(pair(lang.pick("英文", "English"), value(app, field("en"))));
    }
    let quantity = format!("{}{} {}", field("value"), upto(&field("max")), field("unit"));
    let bound = field("bound");
    let mut figure = vec![Run::value(quantity.trim().to_owned())];
    if !bound.is_empty() {
        figure.push(Run::qualifier(format!(" {}", words::bound(&bound, lang))));
    }
    pairs.push(Record::pair(lang.pick("数值", "value"), figure));
    let period = item
        .at
        .as_ref()
        .and_then(|(file, path)| get(review.reading().file(*file), &path.field("period")));
    let period = period.map_or_else(|| unstated(lang).to_owned(), words::value);
    pairs.push(pair(lang.pick("时间", "period"), Run::plain(period)));
    let pillar = field("pillar");
    let pillar = if pillar.is_empty() {
        lang.pick("引言", "introduction").into()
    } else {
        pillar
    };
    pairs.push(pair(lang.pick("支柱", "pillar"), Run::plain(pillar)));
    if !field("scope").is_empty() {
        let scope = words::field_words("scope", &field("scope"), lang);
        pairs.push(pair(lang.pick("范围", "scope"), Run::plain(scope)));
    }
    pairs.push(Record::pair(lang.pick("指标", "metric"), metric(app, item)));
    let mut blocks = vec![Block::pairs(pairs)];
    blocks.extend(candidates(app, item));
    blocks
}

fn upto(max: &str) -> String {
    if max.is_empty() {
        String::new()
    } else {
        format!("–{max}")
    }
}

/// The metric with what it counts.
fn metric(app: &App, item: &ReviewItem) -> Vec<Run> {
    let lang = app.look.lang;
    let id = app.review.field(item, "metric");
    let mut metrics = app.review.reading().loaded.atlas.metrics.iter();
    match metrics.find(|metric| metric.id.as_str() == id) {
        Some(metric) => vec![
            Run::value(metric.name.get(lang)),
            Run::muted(format!("\n{}", metric.definition.get(lang))),
        ],
        None if id.is_empty() => vec![Run::muted(lang.pick("无", "none"))],
        None => vec![Run::warning(id)],
    }
}

/// The metrics that the draft proposes, with their keys and the words that speak for them.
fn candidates(app: &App, item: &ReviewItem) -> Vec<Block> {
    let lang = app.look.lang;
    let candidates = choices::candidates(&app.review, item);
    let metrics = &app.review.reading().loaded.atlas.metrics;
    let line = |(n, (id, words)): (usize, &(String, String))| {
        let name = metrics.iter().find(|metric| metric.id.as_str() == id);
        let name = name.map_or(id.as_str(), |metric| metric.name.get(lang));
        Block::indented(
            0,
            2,
            [
                Run::key(format!("{} ", n + 1)),
                Run::plain(format!("{name} ")),
                Run::quote(format!("“{words}”")),
            ],
        )
    };
    let rows: Vec<_> = candidates.iter().take(5).enumerate().map(line).collect();
    if rows.is_empty() && item.state != Some(State::Guessed) {
        return Vec::new();
    }
    let head = match rows.is_empty() {
        true => lang.pick("没有合适的已知指标", "no known metric fits"),
        false => lang.pick("候选指标, 按数字键选定", "candidates; a digit chooses"),
    };
    [Block::blank(), Block::text([Run::label(head)])]
        .into_iter()
        .chain(rows)
        .collect()
}

/// All texts of a record.
fn record(app: &App, item: &ReviewItem) -> Vec<Block> {
    let Some((file, path)) = &item.at else {
        return Vec::new();
    };
    let Some(record) = get(app.review.reading().file(*file), path) else {
        return Vec::new();
    };
    let paths = words::texts(record);
    let lang = app.look.lang;
    let pair = |path: &Path| {
        let text = get(record, path).map_or_else(String::new, words::value);
        let text = match path.to_string().as_str() {
            "themes" => themes(app, &text),
            name => words::field_words(name, &text, lang),
        };
        Record::pair(words::field(path).get(lang), [value(app, text)])
    };
    vec![Block::pairs(paths.iter().map(pair))]
}

/// Themes by their names.
fn themes(app: &App, ids: &str) -> String {
    let lang = app.look.lang;
    let atlas = &app.review.reading().loaded.atlas;
    let name = |id: &str| {
        let mut themes = atlas.themes.iter();
        let theme = themes.find(|theme| theme.id.as_str() == id);
        theme.map_or_else(|| id.to_owned(), |theme| theme.name.get(lang).to_owned())
    };
    let names: Vec<_> = ids.split(", ").map(name).collect();
    names.join(lang.pick("、", ", "))
}

fn texts(app: &App, item: &ReviewItem, fields: &[&str]) -> Vec<Block> {
    let lang = app.look.lang;
    let pair = |field: &&str| {
        let path: Path = field.parse().unwrap_or_default();
        Record::pair(
            words::field(&path).get(lang),
            [value(
                app,
                words::field_words(field, &app.review.field(item, field), lang),
            )],
        )
    };
    vec![Block::pairs(fields.iter().map(pair))]
}

/// A text, or that it is still to be written.
fn value(app: &App, text: String) -> Run {
    match text.as_str() {
        TODO | "" => Run::warning(app.look.lang.pick("待写", "to be written")),
        _ => Run::plain(text),
    }
}

/// What `check` says, first: it is what a person has to look at.
fn findings(app: &App, item: &ReviewItem) -> Vec<Block> {
    let lang = app.look.lang;
    let line = |finding: &Finding| {
        let sign = match finding.severity {
            Severity::Error => Run::error("! "),
            Severity::Warning => Run::warning("! "),
        };
        Block::indented(
            0,
            2,
            [
                sign,
                Run::plain(finding.message.get(lang)),
                Run::muted(format!(" {}", finding.code.as_str())),
            ],
        )
    };
    let mut blocks: Vec<_> = item.findings.iter().map(line).collect();
    if !blocks.is_empty() {
        blocks.push(Block::blank());
    }
    blocks
}
