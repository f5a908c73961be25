//! The rule that nothing of a draft is left over: no text is still `TODO`, no pillar still without a theme.

use super::{
    context::{Desk, about},
    texts::{self, Text},
};
use crate::model::is_todo;
use crate::{
    finding::{Code, Finding},
    lang::Bilingual,
    model::{Fact, facts},
};

/// Every fact and every list of the source record is finished; one finding each, at the first gap.
pub(crate) fn texts(desk: &Desk<'_>, out: &mut Vec<Finding>) {
    for fact in desk.dossiers.iter().flat_map(|dossier| facts(dossier.college)) {
        let mut left: Vec<_> = gaps(&fields(fact)).collect();
        if desk.whole && matches!(fact, Fact::Pillar(_, pillar) if pillar.themes.is_empty()) {
            left.push("themes".to_owned());
        }
        if let Some(first) = left.first() {
            let all = left.join(", ");
            let (zh, en) = unfinished_words(&all);
            out.push(about(Code::Unfinished, fact, first, zh, en));
        }
    }
    for list in record(desk) {
        let left: Vec<_> = gaps(&list).collect();
        if let Some(first) = left.first() {
            let (zh, en) = unfinished_words(&left.join(", "));
            out.push(desk.of_source(Code::Unfinished, first, zh, en));
        }
    }
}

fn unfinished_words(fields: &str) -> (String, String) {
    (
        format!("还没写完: {fields}"),
        format!("still to be written: {fields}"),
    )
}

type Field<'a> = (String, &'a str);

fn gaps<'a>(fields: &'a [Field<'_>]) -> impl Iterator<Item = String> + 'a {
    let open = fields.iter().filter(|(_, text)| is_todo(text));
    open.map(|(field, _)| field.clone())
}

/// The texts of a fact that a draft leaves open.
fn fields(fact: Fact<'_>) -> Vec<Field<'_>> {
    match fact {
        Fact::College(college) => {
            let mut fields = vec![
                ("name.zh".to_owned(), &*college.name.zh),
                ("name.short".to_owned(), &*college.name.short),
                ("name.en".to_owned(), &*college.name.en),
                ("name.pinyin".to_owned(), &*college.name.pinyin),
            ];
            fields.extend(two("reporter", &college.reporter.name));
            fields.extend(two("summary", &college.summary));
            fields
        }
        fact => texts::of(fact).into_iter().flat_map(halves).collect(),
    }
}

fn halves<'a>(text: Text<'a>) -> [Field<'a>; 2] {
    let [zh, en] = text.fields;
    [(zh, text.zh), (en, text.en)]
}

fn two<'a>(field: &str, text: &'a Bilingual) -> [Field<'a>; 2] {
    [
        (format!("{field}.zh"), &text.zh),
        (format!("{field}.en"), &text.en),
    ]
}

/// The texts of the source record, list by list.
fn record<'d>(desk: &'d Desk<'_>) -> [Vec<Field<'d>>; 3] {
    let source = desk.source;
    let outline = source.outline.iter().enumerate();
    let excused = source.excused.iter().enumerate();
    let furniture = source.furniture.iter().enumerate();
    let plain = |list: &str, at: usize, text: &'d Bilingual| {
        [
            (format!("{list}[{at}].zh"), &*text.zh),
            (format!("{list}[{at}].en"), &*text.en),
        ]
    };
    [
        outline
            .flat_map(|(at, entry)| plain("outline", at, &entry.gist))
            .collect(),
        excused
            .flat_map(|(at, excuse)| two(&format!("excused[{at}].reason"), &excuse.reason))
            .collect(),
        furniture
            .flat_map(|(at, lines)| two(&format!("furniture[{at}].note"), &lines.note))
            .collect(),
    ]
}
