//! The pillars by theme, 四 against 五, with the measures under them.

use crate::{
    compare::PillarAlignment,
    lang::Lang,
    model::College,
    page::{
        Tone,
        builders::compare::{Face, Statement, words},
        document::Text,
    },
    report::draft::{Draft, statement},
};

pub(super) fn part(draft: &mut Draft<'_>, alignment: &PillarAlignment<'_>) {
    if alignment.rows.is_empty() {
        return;
    }
    let face = Face::Pillars(alignment);
    draft.heading(2, |lang| lang.pick("支柱对照", "Pillars by theme").to_owned());
    draft.paragraph(Tone::Plain, |lang| pillar_counts(&alignment.subjects, lang));
    for at in 0..face.common(Lang::Zh).len() {
        draft.item(|lang| face.common(lang).get(at).cloned().unwrap_or_default());
    }
    let languages = draft.languages;
    let mut columns = vec![(languages.line(|lang| lang.pick("主题", "Theme").to_owned()), 3)];
    let named = |college: &&College| (languages.line(|lang| college.label(lang).to_owned()), 7);
    columns.extend(alignment.subjects.iter().map(named));
    let rows = (0..face.rows()).map(|at| row(draft, face, at)).collect();
    draft.table(columns, rows);
}

fn pillar_counts(colleges: &[&College], lang: Lang) -> String {
    let one = |college: &&College| {
        let (name, n) = (college.label(lang), college.pillars.len());
        lang.pick(format!("{name}分 {n} 个支柱"), format!("{name} has {n} pillars"))
    };
    let all: Vec<_> = colleges.iter().map(one).collect();
    let how = lang.pick(
        "。按主题对照，多对多，与序号无关。",
        ". They are set side by side by theme, many to many, never by number.",
    );
    all.join(lang.pick("，", ", ")) + how
}

fn row(draft: &mut Draft<'_>, face: Face<'_>, at: usize) -> Vec<Text> {
    let languages = draft.languages;
    let mut cells = vec![languages.text(Tone::Label, |lang| words(face, at, lang).label)];
    let wordings: Vec<_> = languages.each().map(|lang| words(face, at, lang)).collect();
    for subject in 0..face.subjects().len() {
        let mut lines = Vec::new();
        for entry in 0..wordings[0].cells[subject].len() {
            let said: Vec<_> = wordings
                .iter()
                .filter_map(|words| words.cells[subject].get(entry))
                .collect();
            lines.push(self::entry(draft, &said));
        }
        cells.push(Text::lines(lines));
    }
    cells
}

/// A pillar, or a measure under it, in each language; the pillar has a note.
fn entry(draft: &mut Draft<'_>, wordings: &[&Statement]) -> Text {
    let Some(first) = wordings.first() else {
        return Text::default();
    };
    let mut all: Vec<&str> = Vec::new();
    for said in wordings {
        let words = said.text.trim_start_matches("- ");
        if !all.contains(&words) {
            all.push(words);
        }
    }
    let words = all.join(" / ");
    let text = match (first.under, &first.addr) {
        (true, _) => Text::plain(&format!("– {words}")),
        (false, Some(_)) => statement(&words),
        (false, None) => Text::toned(Tone::Muted, &words),
    };
    let addr = first.addr.as_deref().filter(|_| !first.under);
    draft.cited(text, addr)
}
