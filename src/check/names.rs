//! Rules for names: file and id agree, pinyin reads the name, each language stands in its own field.

use super::context::{SourceContext, about};
use crate::{
    finding::{Code, Finding},
    lang::{Bilingual, Lang},
    model::{College, Fact, FactText, Member, Role, Scope, facts, is_todo},
    text::{
        han::is_han,
        plain::{GETA, plain},
        reading::aligned,
        width::graphemes,
    },
};

/// A college's file, pinyin and reporter.
pub(crate) fn college(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for dossier in &context.dossiers {
        let college = dossier.college;
        let fact = Fact::College(college);
        if let Some((zh, en)) = misnamed(&college.file, college.id.as_str()) {
            out.push(about(Code::FileName, fact, "id", zh, en));
        }
        if let Some((zh, en)) = unread(college) {
            out.push(about(Code::BadPinyin, fact, "name.pinyin", zh, en));
        }
        let whole = college.reporter.name.zh == college.name.zh;
        if whole != (college.reporter.scope == Scope::College) {
            let (name, scope) = (&college.reporter.name.zh, college.reporter.scope.zh());
            out.push(about(
                Code::ReporterScope,
                fact,
                "reporter.scope",
                format!("“{name}”的范围不应是{scope}"),
                format!("the scope of “{name}” cannot be the one stated"),
            ));
        }
    }
}

/// What is wrong with the name of a file whose record is called `id`.
pub(crate) fn misnamed(file: &str, id: &str) -> Option<(String, String)> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    (stem != id).then(|| {
        (
            format!("文件名是 {name}，编号是 {id}"),
            format!("the file is called {name}, the record {id}"),
        )
    })
}

/// What is wrong with a college's pinyin.
fn unread(college: &College) -> Option<(String, String)> {
    let (name, pinyin) = (&college.name.zh, &college.name.pinyin);
    if is_todo(name) || is_todo(pinyin) {
        return None;
    }
    let plain = pinyin
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b' ');
    if !plain {
        return Some((
            format!("“{pinyin}”里有小写字母和空格以外的字符"),
            format!("“{pinyin}” holds more than lowercase letters and spaces"),
        ));
    }
    aligned(name, pinyin).is_none().then(|| {
        (
            format!("“{pinyin}”读不出“{name}”的每一个字"),
            format!("“{pinyin}” does not read “{name}” character by character"),
        )
    })
}

/// The longest English name, in letters, that needs no short one for columns.
const LONG_NAME: usize = 30;

/// Every text is there in both languages, Chinese in its Chinese half and English in its English one.
pub(crate) fn languages(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for fact in context.dossiers.iter().flat_map(|dossier| facts(dossier.college)) {
        for text in fact.texts() {
            out.extend(
                untranslated(fact, text)
                    .map(|(field, (zh, en))| about(Code::NoEnglish, fact, &field, zh, en)),
            );
            out.extend(misplaced(text).map(|(code, field, (zh, en))| about(code, fact, &field, zh, en)));
            out.extend(
                undrawable(text).map(|(field, (zh, en))| about(Code::Undrawable, fact, &field, zh, en)),
            );
        }
        if let Fact::College(college) = fact {
            out.extend(
                without_short_name(college)
                    .map(|(zh, en)| about(Code::NoEnglish, fact, "name.short", zh, en)),
            );
        }
    }
    for text in context.source.texts() {
        out.extend(misplaced(text).map(|(code, field, (zh, en))| context.of_source(code, &field, zh, en)));
    }
}

/// Two accounts of one finding.
type Words = (String, String);

/// What is wrong with the languages of a text, and in which of its fields.
fn misplaced(text: FactText<'_>) -> Option<(Code, String, Words)> {
    let halves = [text.zh, text.en?];
    let [zh, en] = halves.map(|half| half.text);
    if is_todo(zh) || is_todo(en) || (zh.is_empty() && en.is_empty()) {
        return None;
    }
    if text.role == Role::Part && zh == en {
        let words = (format!("“{zh}”没有英文说法"), format!("“{zh}” has no English"));
        return Some((Code::NoEnglish, halves[0].path.to_string(), words));
    }
    let both = Bilingual::new(zh, en);
    let (half, words) = match text.role {
        Role::Prose | Role::Claim => wrong_prose(&both)?,
        _ => (1, wrong_language(&both)?),
    };
    Some((Code::WrongLanguage, halves[half].path.to_string(), words))
}

/// A printed name that a reader of English would meet in Chinese, and the field it stands in. The title of a work stays
/// as printed.
fn untranslated(fact: Fact<'_>, text: FactText<'_>) -> Option<(String, Words)> {
    let (zh, field) = (text.zh.text, text.zh.path.to_string());
    let is_name = matches!(text.role, Role::Member | Role::Holder) && text.en.is_none() && field != "work";
    if !is_name || is_todo(zh) || !zh.contains(is_han) {
        return None;
    }
    let is_chinese = match fact {
        Fact::Outcome(college, outcome) => college
            .members(outcome)
            .iter()
            .any(|member| matches!(member, Member::Printed(name, english) if *name == zh && name == english)),
        _ => fact.college().printed(zh, Lang::En) == zh,
    };
    let words = (format!("“{zh}”没有英文说法"), format!("“{zh}” has no English"));
    is_chinese.then_some((field, words))
}

/// A character of a text for which a terminal of disputed widths shows a mark, and the field it stands in.
fn undrawable(text: FactText<'_>) -> Option<(String, Words)> {
    let (lost, half) = text.fields().find_map(|half| Some((lost(half.text)?, half)))?;
    let words = (
        format!("“{lost}”在有的终端显示不出"),
        format!("some terminals cannot show “{lost}”"),
    );
    Some((half.path.to_string(), words))
}

/// The first character of `text` that is drawn as a mark where widths are disputed.
fn lost(text: &str) -> Option<&str> {
    let shown = plain(text);
    if !shown.contains(GETA) || text.contains(GETA) {
        return None;
    }
    graphemes(text).find(|grapheme| plain(grapheme).contains(GETA))
}

/// A long name takes whole lines of every table.
fn without_short_name(college: &College) -> Option<Words> {
    let name = &college.name;
    let long = name.en.chars().count() > LONG_NAME;
    (long && name.short_en.is_none() && !is_todo(&name.en)).then(|| {
        (
            format!("英文名超过 {LONG_NAME} 个字母，没有英文简称 (short_en)"),
            format!("the English name is over {LONG_NAME} letters and has no short one (short_en)"),
        )
    })
}

/// What is wrong with a name in two languages.
pub(crate) fn wrong_language(name: &Bilingual) -> Option<Words> {
    let (zh, en) = (&name.zh, &name.en);
    if is_todo(zh) || is_todo(en) {
        return None;
    }
    if en.contains(han) || !en.contains(|c: char| c.is_ascii_alphabetic()) {
        return Some((
            format!("英文名“{en}”不是英文"),
            format!("the English name “{en}” is not English"),
        ));
    }
    (!zh.contains(han) && zh == en).then(|| {
        (
            format!("中文名“{zh}”与英文名相同"),
            format!("the Chinese name “{zh}” is the English one"),
        )
    })
}

/// Which half of the curator's words, 0 for Chinese, is in the wrong language. English words may hold a printed name.
pub(crate) fn wrong_prose(text: &Bilingual) -> Option<(usize, Words)> {
    let (zh, en) = (&text.zh, &text.en);
    if is_todo(zh) || is_todo(en) {
        return None;
    }
    let letters = en.chars().filter(char::is_ascii_alphabetic).count();
    if en.chars().filter(|c| han(*c)).count() * 4 > letters || letters == 0 {
        let words = (
            "英文的说明不是英文".to_owned(),
            "the English text is not English".to_owned(),
        );
        return Some((1, words));
    }
    (!zh.contains(han)).then(|| {
        let words = (
            "中文的说明不是中文".to_owned(),
            "the Chinese text is not Chinese".to_owned(),
        );
        (0, words)
    })
}

fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}
