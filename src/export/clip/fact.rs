//! One fact for the clipboard: a sentence for a report, Markdown, a line for a spreadsheet, a reference.

use super::{Form, fields};
use crate::{
    export::{markdown, reference},
    lang::Lang,
    model::{Atlas, Fact, Outcome, Scope},
    page::builders::{gist, period},
};

/// `fact` in `form`: never a figure without period, scope and source, and nothing twice.
pub(crate) fn fact(atlas: &Atlas, fact: Fact<'_>, form: Form, lang: Lang) -> String {
    let source = atlas.source(fact.college().source);
    match form {
        Form::Sentence => {
            let end = lang.pick("。", ".");
            let label = lang.pick("出处：", " Source: ");
            let cited = reference::words(source, lang);
            format!("{}{end}{label}{cited}{end}\n", statement(fact, lang))
        }
        Form::Markdown => {
            let stated = markdown::paragraph(&statement(fact, lang));
            let cited = markdown::paragraph(&reference::words(source, lang));
            format!("{stated}[^1]\n\n[^1]: {cited}\n")
        }
        Form::Tsv => fields(heads(lang)) + &fields(line(atlas, fact, lang)),
        Form::Reference => reference::gbt7714(source) + "\n",
    }
}

/// What is stated, by whom.
fn statement(fact: Fact<'_>, lang: Lang) -> String {
    match fact {
        Fact::Outcome(_, figure) => format!(
            "{}{}{}",
            whom(fact, lang),
            lang.pick("", ": "),
            stated(figure, lang)
        ),
        Fact::College(college) => {
            let summary = college.summary.get(lang);
            let end = ['。', '.'];
            format!(
                "{}{}{}",
                whom(fact, lang),
                lang.pick("：", ": "),
                summary.trim_end_matches(end)
            )
        }
        fact => {
            let words = gist(fact, lang).unwrap_or_default();
            let words = words.trim_end_matches(['。', '.']);
            let colon = if words.is_empty() {
                ""
            } else {
                lang.pick("：", ": ")
            };
            let name = fact.name();
            let name = lang.pick(format!("「{}」", name.zh), name.en.to_string());
            format!("{}{}{name}{colon}{words}", whom(fact, lang), lang.pick("", ": "))
        }
    }
}

/// The college, and the part of it that the article speaks for.
fn whom(fact: Fact<'_>, lang: Lang) -> String {
    let college = fact.college();
    let name = lang.pick(&college.name.zh, &college.name.en);
    let scope = match fact {
        Fact::Outcome(_, figure) => figure.scope,
        _ => college.reporter.scope,
    };
    match scope {
        Scope::College => name.to_string(),
        Scope::Unit => {
            let unit = college.reporter.name.get(lang);
            lang.pick(format!("{name}（{unit}）"), format!("{name} ({unit})"))
        }
    }
}

/// `党建联建模具企业34家（时间未载明）`.
fn stated(figure: &Outcome, lang: Lang) -> String {
    let (label, written) = (figure.label.get(lang), &figure.as_written);
    let time = match figure.period {
        Some(_) => period(figure, lang).text,
        None => lang.pick("时间未载明", "period not stated").to_owned(),
    };
    lang.pick(
        format!("{label}{written}（{time}）"),
        format!("{label} {written} ({time})"),
    )
}

fn heads(lang: Lang) -> [String; 10] {
    let heads = match lang {
        Lang::Zh => [
            "院校", "名称", "数量", "时间", "口径", "作者", "题名", "媒体", "日期", "网址",
        ],
        Lang::En => [
            "college", "name", "figure", "period", "scope", "byline", "title", "outlet", "date", "URL",
        ],
    };
    heads.map(str::to_owned)
}

fn line(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> [String; 10] {
    let college = fact.college();
    let source = atlas.source(college.source);
    let text = |part: &Option<Box<str>>| part.as_deref().unwrap_or_default().to_owned();
    let (figure, time, scope) = match fact {
        Fact::Outcome(_, figure) => (
            figure.as_written.to_string(),
            period(figure, lang).text,
            figure.scope,
        ),
        _ => (String::new(), String::new(), college.reporter.scope),
    };
    [
        lang.pick(&college.name.zh, &college.name.en).to_string(),
        fact.name().get(lang).to_owned(),
        figure,
        time,
        scope.word(lang).to_owned(),
        source.byline.join(lang.pick("、", ", ")),
        text(&source.title),
        text(&source.outlet),
        text(&source.published),
        text(&source.url),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    fn copied(addr: &str, form: Form, lang: Lang) -> String {
        let atlas = load(&Origin::Embedded).atlas;
        let found = atlas.resolve(&addr.parse().unwrap()).unwrap();
        fact(&atlas, found, form, lang)
    }

    #[test]
    fn a_figure_is_a_sentence_with_its_source() {
        assert_eq!(
            copied("sdcit/joined-firms", Form::Sentence, Lang::Zh),
            "山东信息职业技术学院党组织结对联建企业32家（时间未载明）。\
             出处：《山东信息职业技术学院:打造“红色引擎”驱动产教深度融合》。\n"
        );
    }

    #[test]
    fn nothing_stands_twice() {
        let atlas = load(&Origin::Embedded).atlas;
        for college in &atlas.colleges {
            for one in crate::model::facts(college) {
                for (lang, name) in [(Lang::Zh, &college.name.zh), (Lang::En, &college.name.en)] {
                    let text = fact(&atlas, one, Form::Sentence, lang);
                    let title = atlas.source(college.source).title.as_deref().unwrap_or_default();
                    // The title of an honoured work may name the college, too.
                    let work = match one {
                        Fact::Recognition(_, recognition) => recognition.work.as_deref().unwrap_or_default(),
                        _ => "",
                    };
                    let own = [title, work]
                        .iter()
                        .fold(text.clone(), |text, part| text.replace(part, ""));
                    assert_eq!(own.matches(&**name).count(), 1, "{text}");
                    assert_eq!(text.lines().count(), 1, "{text}");
                }
            }
        }
    }

    #[test]
    fn a_line_has_as_many_fields_as_heads() {
        let text = copied("tzvcst/mould-firms", Form::Tsv, Lang::En);
        let counts: Vec<_> = text.lines().map(|line| line.matches('\t').count()).collect();
        assert_eq!(counts, [9, 9]);
        assert!(
            text.contains("34家") && text.contains("徐兵, 陈晓, 吴金龙"),
            "{text}"
        );
    }
}
