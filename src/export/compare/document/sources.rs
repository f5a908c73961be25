//! The articles of some colleges, one after the other: for whom each speaks, outlet, title, byline, date, address, checksum.

use crate::{
    lang::Lang,
    model::{College, words::unstated},
    page::{
        Tone,
        document::{
            DocumentBlock, Text,
            builder::{Builder, full_name, reporter_words},
        },
    },
};

/// The article of each college, under a heading in either language.
pub(crate) fn sources(builder: &mut Builder<'_>, (zh, en): (&str, &str), colleges: &[&College]) {
    builder.heading(2, |lang| lang.pick(zh, en).to_owned());
    for college in colleges {
        let name = Text::toned(
            Tone::Label,
            &builder.languages.line(|lang| full_name(college, lang)),
        );
        let text = source(builder, college);
        builder.push(DocumentBlock::Term(name, text));
    }
}

/// For whom it speaks; outlet, title, byline, date, address; and by what the text can be known again.
fn source(builder: &Builder<'_>, college: &College) -> Text {
    let languages = builder.languages;
    let source = builder.atlas.source(college.source);
    let byline = source.byline.join(" ");
    let or_unstated = |text: Option<&str>, lang: Lang| text.unwrap_or(unstated(lang)).to_owned();
    let labelled = |(zh, en): (&str, &str), text: Option<&str>| {
        languages.line(|lang| {
            format!(
                "{}{}{}",
                lang.pick(zh, en),
                lang.pick("：", ": "),
                or_unstated(text, lang)
            )
        })
    };
    let byline = Some(&*byline).filter(|names| !names.is_empty());
    let reporter =
        |lang: Lang| lang.pick("数据代表：", "Speaks for: ").to_owned() + &reporter_words(college, lang);
    let mut lines = vec![
        Text::plain(&languages.line(reporter)),
        Text::plain(&labelled(("媒体", "Outlet"), source.outlet.as_deref())),
        Text::plain(&labelled(("标题", "Title"), source.title.as_deref())),
        Text::plain(&labelled(("作者", "Byline"), byline)),
        Text::plain(&labelled(("日期", "Date"), source.published.as_deref())),
    ];
    lines.extend(source.url.as_deref().map(Text::link));
    let whole = languages.line(|lang| {
        let lines = source.text.lines;
        lang.pick(format!("共 {lines} 行"), format!("{lines} lines"))
    });
    let known = format!("{} {}, SHA-256 {}", source.id, whole, source.text.sha256);
    lines.push(Text::toned(Tone::Muted, &known));
    Text::lines(lines)
}
