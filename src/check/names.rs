//! Rules for names: file and id agree, pinyin reads the name, each language stands in its own field.

use super::context::{Desk, about};
use crate::model::is_todo;
use crate::{
    finding::{Code, Finding},
    lang::Bilingual,
    model::{College, Fact, Scope, facts},
    text::reading::aligned,
};

/// A college's file, pinyin and reporter.
pub(crate) fn college(desk: &Desk<'_>, out: &mut Vec<Finding>) {
    for dossier in &desk.dossiers {
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

/// Chinese texts are Chinese and English ones are not.
pub(crate) fn languages(desk: &Desk<'_>, out: &mut Vec<Finding>) {
    for dossier in &desk.dossiers {
        for fact in facts(dossier.college) {
            let field = if matches!(fact, Fact::College(_)) {
                "name.en"
            } else {
                "en"
            };
            if let Some((zh, en)) = wrong_language(&fact.name()) {
                out.push(about(Code::WrongLanguage, fact, field, zh, en));
            }
        }
    }
}

/// What is wrong with a name in two languages.
pub(crate) fn wrong_language(name: &Bilingual) -> Option<(String, String)> {
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

fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}
