//! The pillars by theme, 四 against 五, with the measures under them.

use crate::{
    compare::PillarAlignment,
    export::compare::document::{Cites, table},
    lang::Lang,
    model::College,
    page::{Tone, builders::compare::SheetContent, document::builder::Builder},
};

pub(super) fn part(builder: &mut Builder<'_>, alignment: &PillarAlignment<'_>) {
    if alignment.rows.is_empty() {
        return;
    }
    let face = SheetContent::Pillars(alignment);
    builder.heading(2, |lang| lang.pick("支柱对照", "Pillars by theme").to_owned());
    builder.paragraph(Tone::Plain, |lang| pillar_counts(&alignment.subjects, lang));
    for at in 0..face.common(Lang::Zh).len() {
        builder.item(|lang| face.common(lang).get(at).cloned().unwrap_or_default());
    }
    let rows: Vec<_> = (0..face.rows()).collect();
    table(builder, face, &rows, Cites::Pillars);
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
