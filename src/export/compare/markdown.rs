//! Comparisons as Markdown for a report: a table for each theme, a footnote for every statement, then definitions
//! and sources. CommonMark with GitHub's tables and footnotes, which Pandoc reads, too.

use std::{borrow::Cow, fmt::Write as _};

use crate::{
    compare::Relation,
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
        Face::Figures(_) => parts.extend(themes(face, lang, &mut notes)),
        Face::Pillars(_) => {
            parts.push(table(face, 0..face.rows(), lang, &mut notes));
            parts.push(said(face, 0..face.rows(), true, lang));
        }
    }
    parts.extend([definitions(face, lang), sources(face, lang), notes.text()]);
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// One row as a table of its own, with what must be said with it and its sources.
pub(crate) fn row(face: Face<'_>, at: usize, lang: Lang) -> String {
    let mut notes = Notes::new(face, lang);
    let table = table(face, at..at + 1, lang, &mut notes);
    let said = said(face, at..at + 1, false, lang);
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
            "“=” 为同一指标；“~” 为相近而不同的指标，只并列，不比大小；无符号者只有一校载明。未载明不等于零。",
            "\"=\" marks one metric; \"~\" marks related counts that differ and are only set side by side; rows \
             without a sign are stated by one college alone. Not stated is not zero.",
        ),
        Face::Pillars(_) => lang.pick(
            "支柱按主题对照，多对多，与序号无关。",
            "Pillars are set side by side by theme, many to many, and never by number.",
        ),
    };
    format!("{}\n", inline(words))
}

/// A heading, a table and what must be said, for each theme.
fn themes(face: Face<'_>, lang: Lang, notes: &mut Notes<'_>) -> Vec<String> {
    let mut parts = Vec::new();
    let mut from = 0;
    while from < face.rows() {
        let theme = face.theme(from);
        let to = (from..face.rows()).find(|&at| face.theme(at) != theme);
        let rows = from..to.unwrap_or(face.rows());
        from = rows.end;
        let name = theme.map_or("", |theme| face.atlas().theme(theme).name.get(lang));
        parts.push(format!("## {}\n", inline(name)));
        parts.push(table(face, rows.clone(), lang, notes));
        parts.push(said(face, rows, true, lang));
    }
    parts
}

fn table(face: Face<'_>, rows: std::ops::Range<usize>, lang: Lang, notes: &mut Notes<'_>) -> String {
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
    for at in rows {
        let row = words(face, at, lang);
        let cells: Vec<_> = row.cells.iter().map(|cell| self::cells(cell, notes)).collect();
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

fn cells(cell: &[Statement], notes: &mut Notes<'_>) -> String {
    let one = |said: &Statement| {
        let mark = said.addr.as_deref().map(|addr| notes.mark(addr));
        format!("{}{}", inline(&said.text), mark.unwrap_or_default())
    };
    let all: Vec<_> = cell.iter().map(one).collect();
    all.join("<br>")
}

/// What must be said with the rows, a list item each.
fn said(face: Face<'_>, rows: std::ops::Range<usize>, brief: bool, lang: Lang) -> String {
    let mut text = String::new();
    for at in rows {
        let said = face.notes(at, brief, lang);
        if !said.is_empty() {
            let label = words(face, at, lang).label;
            let said = sentences(&said, lang);
            let colon = lang.pick("：", ": ");
            let _ = writeln!(text, "- {}{colon}{}", inline(&label), inline(&said));
        }
    }
    text
}

/// What is counted on the rows that set figures side by side.
fn definitions(face: Face<'_>, lang: Lang) -> String {
    let Face::Figures(comparison) = face else {
        return String::new();
    };
    let mut named: Vec<(&Bilingual, &Bilingual)> = Vec::new();
    for row in comparison
        .rows
        .iter()
        .filter(|row| row.relation != Relation::Alone)
    {
        let family = row.family.map(|ix| comparison.atlas.family(ix));
        let metrics = row
            .outcomes()
            .map(|(_, outcome)| comparison.atlas.metric(outcome.metric));
        let families = family.map(|family| (&family.name, &family.definition));
        let metrics = metrics.map(|metric| (&metric.name, &metric.definition));
        for one in families.into_iter().chain(metrics) {
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
