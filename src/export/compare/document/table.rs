//! The table of a comparison: what each row is, how its figures stand to each other, and what each college states.

use crate::{
    compare::Relation,
    lang::Lang,
    model::College,
    page::{
        Tone,
        builders::compare::{SheetContent, Statement, words},
        document::{Text, builder::Builder},
    },
};

/// Which statements of a table have a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cites {
    /// Each of them.
    Everything,
    /// Not the measures under a pillar: on paper their notes would fill half the page.
    Pillars,
}

/// The rows `rows` in columns.
pub(crate) fn table(builder: &mut Builder<'_>, face: SheetContent<'_>, rows: &[usize], cites: Cites) {
    let languages = builder.languages;
    let titled =
        |(zh, en): (&str, &str), share: u16| (languages.line(|lang| lang.pick(zh, en).to_owned()), share);
    let relation = |at: &usize| match face {
        SheetContent::Figures(comparison) => Some(comparison.rows[*at].relation),
        SheetContent::Pillars(_) => None,
    };
    // Under a heading of its own, what one college alone states needs no column that repeats the heading.
    let with_relation = rows
        .iter()
        .filter_map(relation)
        .any(|relation| relation != Relation::Alone);
    let (mut columns, share) = match face {
        // The more colleges there are, the less is left for each beside the words in front.
        SheetContent::Figures(_) => (
            vec![titled(("指标", "Metric"), 4)],
            [6, 6, 6, 5, 4][face.subjects().len().min(4)],
        ),
        SheetContent::Pillars(_) => (vec![titled(("主题", "Theme"), 3)], 7),
    };
    if with_relation {
        columns.push(titled(("关系", "Relation"), 3));
    }
    let college = |college: &&College| (languages.line(|lang| named_with_scope(college, lang)), share);
    columns.extend(face.subjects().iter().map(college));
    let rows = rows
        .iter()
        .map(|&at| row(builder, face, at, relation(&at).filter(|_| with_relation), cites))
        .collect();
    builder.table(columns, rows);
}

fn named_with_scope(college: &College, lang: Lang) -> String {
    let (name, scope) = (college.label(lang), college.reporter.scope.word(lang));
    lang.pick(format!("{name}（{scope}）"), format!("{name} ({scope})"))
}

fn row(
    builder: &mut Builder<'_>,
    face: SheetContent<'_>,
    at: usize,
    relation: Option<Relation>,
    cites: Cites,
) -> Vec<Text> {
    let languages = builder.languages;
    let wordings: Vec<_> = languages.each().map(|lang| words(face, at, lang)).collect();
    let mut cells = vec![languages.text(Tone::Label, |lang| words(face, at, lang).label)];
    if let Some(relation) = relation {
        let word = languages.line(|lang| relation.word(lang).to_owned());
        cells.push(Text::plain(
            format!("{} {word}", relation.sign().trim()).trim_start(),
        ));
    }
    for subject in 0..face.subjects().len() {
        let mut lines = Vec::new();
        for entry in 0..wordings[0].cells[subject].len() {
            let wordings = wordings
                .iter()
                .filter_map(|words| words.cells[subject].get(entry));
            lines.push(statement(builder, &wordings.collect::<Vec<_>>(), cites));
        }
        cells.push(Text::lines(lines));
    }
    cells
}

/// One statement, a line for each language that words it differently, with its note after the first.
fn statement(builder: &mut Builder<'_>, wordings: &[&Statement], cites: Cites) -> Text {
    let mut lines: Vec<Text> = Vec::new();
    for (at, wording) in wordings.iter().enumerate() {
        let text = Text::runs(&wording.runs);
        let is_cited = cites == Cites::Everything || !wording.under;
        match at {
            0 => lines.push(builder.cited(text, wording.addr.as_deref().filter(|_| is_cited))),
            _ if wording.text != wordings[0].text => lines.push(text),
            _ => {}
        }
    }
    Text::lines(lines)
}
