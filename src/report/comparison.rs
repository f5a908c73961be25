//! Two to four colleges as a report: what is compared and for whom each speaks, what may be compared and what may not,
//! the figures by theme, the pillars by theme.
//!
//! Owns the order of its parts and its own sentences. Which figures share a row and what must be said with them is
//! `compare`'s; how a cell reads is the comparison page's. Nothing here says that a college does better.

mod pillars;
mod rules;
mod themes;

use super::appendix;
use crate::{
    compare::{self, CompareOptions},
    lang::Lang,
    model::{Atlas, College, CollegeIx, ThemeIx, words::unstated},
    page::{
        Tone,
        document::{
            Document, Languages, Text,
            builder::{Builder, full_name, listed, reporter_words},
        },
    },
};

/// The report on `colleges`; of one theme alone if one is named.
pub(super) fn document(
    atlas: &Atlas,
    colleges: &[CollegeIx],
    theme: Option<ThemeIx>,
    languages: Languages,
) -> Document {
    let options = CompareOptions { theme, diff: false };
    let comparison = compare::compare(atlas, colleges, options);
    let alignment = compare::pillars(atlas, colleges, options);
    let mut builder = Builder::new(atlas, languages, |lang| {
        let names: Vec<_> = comparison
            .subjects
            .iter()
            .map(|college| full_name(college, lang))
            .collect();
        let theme = theme.map(|ix| format!("{}{}", lang.pick("·", " - "), atlas.theme(ix).name.get(lang)));
        let head = lang.pick("对比报告：", "Comparison: ");
        format!("{head}{}{}", listed(&names, lang), theme.unwrap_or_default())
    });
    subjects(&mut builder, &comparison.subjects);
    rules::part(&mut builder, &comparison);
    themes::part(&mut builder, &comparison, &alignment);
    pillars::part(&mut builder, &alignment);
    appendix::part(&mut builder, &comparison.subjects, theme);
    builder.finish()
}

/// What is compared, and for whom each speaks.
fn subjects(builder: &mut Builder<'_>, colleges: &[&College]) {
    let count = colleges.len();
    builder.heading(2, |lang| {
        lang.pick("对比什么，代表谁", "What is compared, and for whom each speaks")
            .to_owned()
    });
    builder.paragraph(Tone::Plain, |lang| {
        lang.pick(
            format!("本报告把 {count} 所院校公开文章所载并列，逐项注明出处。不加总，不推算，不评高下；文章没有写的记作“未载明”，不等于零。"),
            format!("This report sets side by side what published articles state about {count} colleges, each statement with its source. Nothing is added up, inferred or ranked; what an article does not say is \"not stated\", which is not zero."),
        )
    });
    let words = builder.languages;
    let heads = [
        (("院校", "College"), 5),
        (("数据代表", "Speaks for"), 5),
        (("省份", "Province"), 2),
        (("支柱", "Pillars"), 2),
        (("数字", "Figures"), 2),
        (("出处", "Source"), 5),
    ];
    let columns = heads.map(|((zh, en), share)| (words.line(|lang| lang.pick(zh, en).to_owned()), share));
    let rows = colleges.iter().map(|college| subject(builder, college)).collect();
    builder.table(columns.into(), rows);
    for college in colleges {
        builder.paragraph(Tone::Plain, |lang| {
            let (name, colon) = (college.label(lang), lang.pick("：", ": "));
            format!("{name}{colon}{}", college.summary.get(lang))
        });
    }
}

fn subject(builder: &Builder<'_>, college: &College) -> Vec<Text> {
    let words = builder.languages;
    let source = builder.atlas.source(college.source);
    let province = |lang: Lang| match &college.province {
        Some(name) => name.get(lang).to_owned(),
        None => unstated(lang).to_owned(),
    };
    vec![
        words.text(Tone::Label, |lang| full_name(college, lang)),
        words.text(Tone::Qualifier, |lang| reporter_words(college, lang)),
        words.text(Tone::Plain, province),
        Text::plain(&college.pillars.len().to_string()),
        Text::plain(&college.outcomes.len().to_string()),
        Text::plain(source.name()),
    ]
}
