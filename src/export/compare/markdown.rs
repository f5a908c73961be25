//! Comparisons as Markdown for a report: a table for each theme, a footnote for every statement, then definitions
//! and sources. CommonMark with GitHub's tables and footnotes, which Pandoc reads, too.

use std::{borrow::Cow, fmt::Write as _};

use crate::{
    compare::{CompareRow, Comparison, Relation},
    export::markdown::inline,
    lang::{Bilingual, Lang},
    model::{Addr, College, Fact},
    page::builders::compare::{Face, Statement, sentences, words},
};

/// The whole of either face.
pub(crate) fn document(face: Face<'_>, lang: Lang) -> String {
    let mut notes = Notes::new(face, lang);
    let mut parts = vec![title(face, lang), intro(face, lang)];
    parts.push(
        face.common(lang)
            .iter()
            .map(|said| format!("- {}\n", inline(said)))
            .collect(),
    );
    match face {
        Face::Figures(comparison) => parts.extend(themes(comparison, lang, &mut notes)),
        Face::Pillars(_) => {
            let all: Vec<_> = (0..face.rows()).collect();
            parts.push(table(face, &all, lang, &mut notes));
            parts.push(notes_list(face, &all, true, lang));
        }
    }
    parts.extend([definitions(face, lang), sources(face, lang), notes.text()]);
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// One row as a table of its own, with what must be said with it and its sources.
pub(crate) fn row(face: Face<'_>, at: usize, lang: Lang) -> String {
    let mut notes = Notes::new(face, lang);
    let table = table(face, &[at], lang, &mut notes);
    let said = notes_list(face, &[at], false, lang);
    let mut parts = vec![table, said, notes.text()];
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// One cell as a list, each statement with its source.
pub(crate) fn cell(face: Face<'_>, at: usize, subject: usize, lang: Lang) -> String {
    let row = words(face, at, lang);
    let college = face.subjects()[subject];
    let mut text = format!("**{}** {}\n\n", inline(&row.label), inline(full(college, lang)));
    for said in &row.cells[subject] {
        let source = said.addr.as_deref().and_then(|addr| cited(face, addr, lang));
        let source = source.map(|source| format!(" — {}", inline(&source)));
        let _ = writeln!(text, "- {}{}", inline(&said.text), source.unwrap_or_default());
    }
    text
}

/// Where the fact called `addr` stands: outlet, line, phrase, address on the web.
pub(crate) fn cited(face: Face<'_>, addr: &str, lang: Lang) -> Option<String> {
    let fact = face.atlas().resolve(&addr.parse::<Addr>().ok()?)?;
    let cite = fact.cite()?;
    let source = face.atlas().source(fact.college().source);
    let url = source
        .url
        .as_deref()
        .map(|url| format!(" {url}"))
        .unwrap_or_default();
    let (name, line, exact) = (source.name(), cite.line, &cite.exact);
    Some(lang.pick(
        format!("{name}，第 {line} 行，「{exact}」{url}"),
        format!("{name}, line {line}, 「{exact}」{url}"),
    ))
}

/// Footnotes as they are handed out.
struct Notes<'a> {
    face: Face<'a>,
    lang: Lang,
    addrs: Vec<String>,
}

impl<'a> Notes<'a> {
    fn new(face: Face<'a>, lang: Lang) -> Self {
        let addrs = Vec::new();
        Self { face, lang, addrs }
    }

    /// The mark for the fact called `addr`, the same one each time.
    fn mark(&mut self, addr: &str) -> String {
        let at = self.addrs.iter().position(|known| known == addr);
        let at = at.unwrap_or_else(|| {
            self.addrs.push(addr.to_owned());
            self.addrs.len() - 1
        });
        format!("[^{}]", at + 1)
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (at, addr) in self.addrs.iter().enumerate() {
            let cited = self.cited(addr).unwrap_or_default();
            let _ = writeln!(text, "[^{}]: {} ({addr})", at + 1, inline(&cited));
        }
        text
    }

    /// Outlet, line and phrase; the address on the web stands once, under the sources.
    fn cited(&self, addr: &str) -> Option<String> {
        let fact: Fact<'_> = self.face.atlas().resolve(&addr.parse().ok()?)?;
        let cite = fact.cite()?;
        let name = self.face.atlas().source(fact.college().source).name();
        let (line, exact) = (cite.line, &cite.exact);
        Some(self.lang.pick(
            format!("{name}，第 {line} 行，「{exact}」"),
            format!("{name}, line {line}, 「{exact}」"),
        ))
    }
}

fn full(college: &College, lang: Lang) -> &str {
    lang.pick(&college.name.zh, &college.name.en)
}

fn title(face: Face<'_>, lang: Lang) -> String {
    let head = match face {
        Face::Figures(_) => lang.pick("对比", "Comparison"),
        Face::Pillars(_) => lang.pick("支柱对照", "Pillars by theme"),
    };
    let names: Vec<_> = face
        .subjects()
        .iter()
        .map(|college| inline(full(college, lang)))
        .collect();
    format!(
        "# {head}{}{}\n",
        lang.pick("：", ": "),
        names.join(lang.pick("、", ", "))
    )
}

fn intro(face: Face<'_>, lang: Lang) -> String {
    let words = match face {
        Face::Figures(_) => lang.pick(
            "“=” 为同一指标；“~” 为相近而不同的指标，只并列，不比大小；只有一校载明的另列。未载明不等于零，文中点名而未载数字的不计数。",
            "\"=\" marks one metric; \"~\" marks related counts that differ and are only set side by side; what one \
             college alone states is listed apart. Not stated is not zero, and what is named without a figure is not \
             counted.",
        ),
        Face::Pillars(_) => lang.pick(
            "支柱按主题对照，多对多，与序号无关。",
            "Pillars are set side by side by theme, many to many, and never by number.",
        ),
    };
    format!("{}\n", inline(words))
}

/// For each theme a heading, how much there is, a table of what stands side by side with what must be said of it, and
/// what one college alone states.
fn themes(comparison: &Comparison<'_>, lang: Lang, notes: &mut Notes<'_>) -> Vec<String> {
    let face = Face::Figures(comparison);
    let mut parts = Vec::new();
    for theme in comparison.themes() {
        let name = comparison.atlas.theme(theme).name.get(lang);
        parts.push(format!("## {}\n", inline(name)));
        parts.push(format!(
            "{}\n",
            inline(&comparison.theme_summary(theme).words(lang))
        ));
        let of = |alone: bool| {
            let rows = comparison.rows.iter().enumerate();
            let rows =
                rows.filter(|(_, row)| row.theme == theme && (row.relation == Relation::Alone) == alone);
            rows.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let beside = of(false);
        if !beside.is_empty() {
            parts.push(table(face, &beside, lang, notes));
            parts.push(notes_list(face, &beside, true, lang));
        }
        parts.push(alone(comparison, &of(true), lang, notes));
    }
    parts
}

/// What one college alone states or names, a list item each.
fn alone(comparison: &Comparison<'_>, rows: &[usize], lang: Lang, notes: &mut Notes<'_>) -> String {
    let face = Face::Figures(comparison);
    let mut text = String::new();
    for &at in rows {
        let Some(subject) = comparison.rows[at].only() else {
            continue;
        };
        let row = words(face, at, lang);
        let cell = cells(&row.cells[subject], lang.pick("，", ", "), notes);
        let name = inline(comparison.subjects[subject].label(lang)).into_owned();
        let colon = lang.pick("：", ": ");
        let _ = writeln!(text, "- {name}{colon}{} {cell}", inline(&row.label));
    }
    if text.is_empty() {
        return text;
    }
    let head = lang.pick("只有一校载明", "Stated by one college only");
    format!("**{head}**\n\n{text}")
}

fn table(face: Face<'_>, rows: &[usize], lang: Lang, notes: &mut Notes<'_>) -> String {
    let scoped = |college: &&College| {
        let scope = college.reporter.scope.word(lang);
        inline(&format!("{} ({scope})", college.label(lang))).into_owned()
    };
    let what = match face {
        Face::Figures(_) => lang.pick("指标", "Metric"),
        Face::Pillars(_) => lang.pick("主题", "Theme"),
    };
    let names: Vec<_> = face.subjects().iter().map(scoped).collect();
    let mut text = format!("| | {what} | {} |\n", names.join(" | "));
    let _ = writeln!(text, "|{}", " --- |".repeat(names.len() + 2));
    for &at in rows {
        let row = words(face, at, lang);
        let cells = row.cells.iter().map(|cell| self::cells(cell, "<br>", notes));
        let cells: Vec<_> = cells.collect();
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            inline(row.sign),
            inline(&row.label),
            cells.join(" | ")
        );
    }
    text
}

/// The statements of a cell, `between` them.
fn cells(cell: &[Statement], between: &str, notes: &mut Notes<'_>) -> String {
    let one = |said: &Statement| {
        let mark = said.addr.as_deref().map(|addr| notes.mark(addr));
        format!("{}{}", inline(&said.text), mark.unwrap_or_default())
    };
    let all: Vec<_> = cell.iter().map(one).collect();
    all.join(between)
}

/// What the rows count and what must be said with them, a list item each.
fn notes_list(face: Face<'_>, rows: &[usize], brief: bool, lang: Lang) -> String {
    let mut text = String::new();
    for &at in rows {
        let mut said = face.notes(at, brief, lang);
        if let Face::Figures(comparison) = face {
            let definition = comparison.rows[at].definition(comparison.atlas, lang);
            let ends = lang.pick('。', '.');
            said.splice(..0, definition.map(|text| text.trim_end_matches(ends).to_owned()));
        }
        if !said.is_empty() {
            let label = words(face, at, lang).label;
            let said = sentences(&said, lang);
            let colon = lang.pick("：", ": ");
            let _ = writeln!(text, "- **{}**{colon}{}", inline(&label), inline(&said));
        }
    }
    text
}

/// What the single figures of a family count, which differs from what the family says of them together.
fn definitions(face: Face<'_>, lang: Lang) -> String {
    let Face::Figures(comparison) = face else {
        return String::new();
    };
    let mut named: Vec<(&Bilingual, &Bilingual)> = Vec::new();
    let related = |row: &&CompareRow<'_>| row.relation == Relation::Related;
    for row in comparison.rows.iter().filter(related) {
        for (_, outcome) in row.outcomes() {
            let Some(metric) = outcome.metric.map(|ix| comparison.atlas.metric(ix)) else {
                continue;
            };
            let one = (&metric.name, &metric.definition);
            if !named.contains(&one) {
                named.push(one);
            }
        }
    }
    if named.is_empty() {
        return String::new();
    }
    let mut text = format!("## {}\n\n", lang.pick("指标定义", "Definitions"));
    for (name, definition) in named {
        let (name, definition) = (inline(name.get(lang)), inline(definition.get(lang)));
        let _ = writeln!(text, "- **{name}**{}{definition}", lang.pick("：", ": "));
    }
    text
}

fn sources(face: Face<'_>, lang: Lang) -> String {
    let mut text = format!("## {}\n\n", lang.pick("出处", "Sources"));
    for college in face.subjects() {
        let source = face.atlas().source(college.source);
        let byline = source.byline.join(" ");
        let parts = [
            source.outlet.as_deref(),
            source.title.as_deref(),
            Some(&*byline).filter(|names| !names.is_empty()),
            source.published.as_deref(),
        ];
        let mut parts: Vec<_> = parts.into_iter().flatten().map(inline).collect();
        parts.extend(source.url.as_deref().map(link));
        let who = inline(college.reporter.name.get(lang));
        let said = format!("**{}** ({who})", inline(full(college, lang)));
        let _ = writeln!(
            text,
            "- {said}{}{}",
            lang.pick("：", ": "),
            parts.join(lang.pick("，", ", "))
        );
    }
    text
}

/// An autolink; an address that cannot stand in one is escaped text.
fn link(url: &str) -> Cow<'_, str> {
    match url.contains(|c: char| c.is_whitespace() || c == '<' || c == '>') {
        true => inline(url),
        false => format!("<{url}>").into(),
    }
}
