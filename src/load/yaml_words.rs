//! What the YAML reader complains of, in both languages.
//!
//! Owns the wording: the reader speaks English only, names types of this program and quotes whole values. Nothing it says is
//! passed on as it is.

use crate::{finding::Code, lang::Bilingual, text::similar};

/// Code points of a value that a message quotes.
const QUOTED: usize = 60;

/// The code of an error, and what is wrong in both languages.
pub(crate) fn explain(error: &str) -> (Code, Bilingual) {
    let what = error.split(" at line ").next().unwrap_or(error);
    let (path, what) = split_path(what);
    let (code, zh, en) = shape(what).unwrap_or_else(|| syntax(what));
    let at = |text: String| match path {
        "" => text,
        path => format!("{}: {text}", shortened(path)),
    };
    (code, Bilingual::new(at(zh), at(en)))
}

/// The path of the field that an error begins with: `outcomes[1].value`.
fn split_path(what: &str) -> (&str, &str) {
    match what.split_once(": ") {
        Some((path, rest)) if is_path(path) => (path, rest),
        _ => ("", what),
    }
}

fn is_path(text: &str) -> bool {
    const KINDS: [&str; 3] = ["invalid type", "invalid value", "invalid length"];
    !KINDS.contains(&text) && !text.contains([' ', '`', '"'])
}

/// Errors of fields and values.
fn shape(what: &str) -> Option<(Code, String, String)> {
    let quoted = what.split('`').nth(1).map(shortened).unwrap_or_default();
    let names = choices(what);
    let known = names.join(", ");
    let meant = similar::meant(&quoted, names.iter().copied());
    let [meant_zh, meant_en] = [("；是不是", "？"), ("; is", " meant?")]
        .map(|(before, after)| meant.map_or_else(String::new, |meant| format!("{before} `{meant}`{after}")));
    // Behind a question a sentence begins anew.
    let or = |zh: &str, en: &str| match (&known[..], meant) {
        ("", _) => (String::new(), String::new()),
        (known, None) => (format!("；{zh}: {known}"), format!("; {en}: {known}")),
        (known, Some(_)) => (format!("{zh}: {known}"), format!(" Else {en}: {known}")),
    };
    let starts = |words: &str| what.starts_with(words);
    if starts("unknown field") {
        let (zh, en) = or("可用的有", "there are");
        let zh = format!("不认识的字段 `{quoted}`{meant_zh}{zh}");
        let en = format!("unknown field `{quoted}`{meant_en}{en}");
        return Some((Code::UnknownField, zh, en));
    }
    if starts("missing field") {
        let (zh, en) = (
            format!("缺少字段 `{quoted}`"),
            format!("missing field `{quoted}`"),
        );
        return Some((Code::MissingField, zh, en));
    }
    if starts("duplicate field") || starts("duplicate entry") {
        let zh = format!("字段 `{quoted}` 写了两次");
        return Some((Code::DuplicateKey, zh, format!("field `{quoted}` stands twice")));
    }
    if starts("unknown variant") {
        let (zh, en) = or("可写", "it may be");
        let zh = format!("不认识的值 `{quoted}`{meant_zh}{zh}");
        let en = format!("unknown value `{quoted}`{meant_en}{en}");
        return Some((Code::WrongType, zh, en));
    }
    wrong_value(what).map(|(zh, en)| (Code::WrongType, zh, en))
}

/// `invalid type: string "许多", expected f64` and its like.
fn wrong_value(what: &str) -> Option<(String, String)> {
    let rest = ["invalid type: ", "invalid value: ", "invalid length "]
        .iter()
        .find_map(|kind| what.strip_prefix(kind))?;
    let (found, wanted) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
    let (found_zh, found_en) = found_words(found);
    let (wanted_zh, wanted_en) = wanted_words(wanted);
    Some((
        format!("这里要{wanted_zh}，写的是{found_zh}"),
        format!("{wanted_en} is wanted here, there is {found_en}"),
    ))
}

fn found_words(found: &str) -> (String, String) {
    const KINDS: [(&str, &str, &str); 8] = [
        ("string", "文字", "text"),
        ("integer", "整数", "integer"),
        ("floating point", "小数", "number"),
        ("boolean", "真假值", "true-or-false value"),
        ("unit value", "空值", "nothing"),
        ("null", "空值", "nothing"),
        ("sequence", "列表", "a list"),
        ("map", "字段组", "a mapping"),
    ];
    let Some((kind, zh, en)) = KINDS.iter().find(|(kind, ..)| found.starts_with(kind)) else {
        return ("别的东西".to_owned(), "something else".to_owned());
    };
    let value = shortened(found[kind.len()..].trim().trim_matches(['`', '"']));
    match value.is_empty() {
        true => ((*zh).to_owned(), (*en).to_owned()),
        false => (format!("{zh} `{value}`"), format!("{en} `{value}`")),
    }
}

fn wanted_words(wanted: &str) -> (&'static str, &'static str) {
    let is = |kinds: &[&str]| kinds.contains(&wanted);
    if is(&["f32", "f64"]) {
        return ("数字", "a number");
    }
    if is(&["u8", "u16", "u32", "u64", "usize", "i32", "i64", "a nonzero u32"]) {
        return ("不带小数与正负号的整数", "a whole number without a sign");
    }
    if wanted.contains("string") {
        return ("文字", "text");
    }
    if wanted.contains("bool") {
        return ("true 或 false", "true or false");
    }
    if wanted.contains("sequence") || wanted.starts_with("array") {
        return ("列表 (每项以 - 开头)", "a list (each item begins with -)");
    }
    if wanted.starts_with("struct") || wanted.contains("map") {
        return ("一组字段 (键: 值)", "a mapping (key: value)");
    }
    ("别的值", "another value")
}

/// The fields or values that an error offers.
fn choices(what: &str) -> Vec<&str> {
    let offered = what.split_once(", expected ").map_or("", |(_, offered)| offered);
    offered.split('`').skip(1).step_by(2).collect()
}

/// Errors of the YAML itself: what the reader says, and what that means.
const SYNTAX: &[(&str, &str, &str)] = &[
    (
        "more than one document",
        "一个文件里有第二个文档 (---)；只能有一个",
        "there is a second document (---); a file holds one",
    ),
    (
        "mapping values are not allowed",
        "这里不能再有“键: 值”；文字里有冒号的要加引号",
        "no `key: value` may stand here; quote text that holds a colon",
    ),
    (
        "did not find expected key",
        "这里应是一个键；看缩进与引号",
        "a key should stand here; look at indents and quotes",
    ),
    (
        "could not find expected ':'",
        "键后缺冒号",
        "the colon behind a key is missing",
    ),
    (
        "did not find expected ',' or ']'",
        "方括号里缺逗号或没有闭合",
        "a comma or the closing ] is missing",
    ),
    (
        "did not find expected ',' or '}'",
        "花括号里缺逗号或没有闭合",
        "a comma or the closing } is missing",
    ),
    (
        "did not find expected '-' indicator",
        "列表的项要以 - 开头，缩进一致",
        "items of a list begin with -, at one indent",
    ),
    (
        "did not find expected node content",
        "这里缺一个值",
        "a value is missing here",
    ),
    (
        "did not find expected <document start>",
        "前一部分之后又开始了新的内容；看缩进",
        "something new begins behind what came before; look at indents",
    ),
    (
        "block sequence entries are not allowed",
        "这里不能有列表项；看缩进",
        "no item of a list may stand here; look at indents",
    ),
    (
        "found character that cannot start any token",
        "文字不能以这个字符开头；请加引号",
        "text cannot begin with this character; quote it",
    ),
    (
        "found unexpected end of stream",
        "引号没有闭合",
        "a quotation mark is not closed",
    ),
    (
        "found unknown escape character",
        "双引号里的反斜杠要写成 \\\\",
        "write a backslash in double quotes as \\\\",
    ),
    (
        "recursion limit exceeded",
        "嵌套太深",
        "things are nested too deep",
    ),
    (
        "repetition limit exceeded",
        "别名 (*) 展开后太大",
        "aliases (*) unfold to too much",
    ),
    (
        "unknown anchor",
        "别名 (*) 没有对应的锚点 (&)",
        "an alias (*) refers to no anchor (&)",
    ),
    (
        "undefined tag handle",
        "标签 (!) 不支持",
        "tags (!) are not supported",
    ),
    ("empty YAML tag", "标签 (!) 不支持", "tags (!) are not supported"),
    (
        "EOF while parsing a value",
        "文件里没有内容",
        "the file holds nothing",
    ),
    ("tab character", "YAML 里有制表符", "there is a tab in the YAML"),
    (
        "mapping keys are not allowed",
        "这里不能有 ? 开头的键；文字以 ? 开头时加引号",
        "no key marked by ? may stand here; quote text that begins with ?",
    ),
    (
        "found unexpected document indicator",
        "引号没有闭合就遇到 --- 或 ...",
        "a quotation mark is not closed before --- or ...",
    ),
    (
        "found unexpected ':'",
        "花括号或方括号里的文字含有冒号；请加引号",
        "text within braces or brackets holds a colon; quote it",
    ),
    (
        "indentation indicator equal to 0",
        "| 或 > 之后不能写 0",
        "no 0 may stand behind | or >",
    ),
    (
        "did not find expected comment or line break",
        "| 或 > 之后只能换行；文字以它开头时加引号",
        "a line break must follow | or >; quote text that begins with it",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "& 或 * 之后要有名称；文字以它开头时加引号",
        "a name must follow & or *; quote text that begins with it",
    ),
    (
        "did not find expected hexadecimal number",
        "双引号里的 \\x、\\u 之后要有十六进制数码",
        "hexadecimal digits must follow \\x or \\u in double quotes",
    ),
    (
        "invalid Unicode character escape code",
        "双引号里的 \\u 写的不是字符",
        "a \\u in double quotes is no character",
    ),
    (
        "found undefined alias",
        "别名 (*) 没有对应的锚点 (&)",
        "an alias (*) refers to no anchor (&)",
    ),
    (
        "while scanning a tag",
        "标签 (!) 不支持",
        "tags (!) are not supported",
    ),
    (
        "while parsing a tag",
        "标签 (!) 不支持",
        "tags (!) are not supported",
    ),
    ("URI", "标签 (!) 不支持", "tags (!) are not supported"),
    (
        "directive",
        "以 % 开头的指令不支持；文字以 % 开头时加引号",
        "directives (%) are not supported; quote text that begins with %",
    ),
    (
        "incompatible YAML document",
        "%YAML 写的版本不支持；删去这一行",
        "the version that %YAML names is not supported; delete the line",
    ),
    (
        "version number",
        "%YAML 写的版本不支持；删去这一行",
        "the version that %YAML names is not supported; delete the line",
    ),
    (
        "control characters are not allowed",
        "含有不可见的控制字符",
        "there is an invisible control character",
    ),
    (
        "did not find expected whitespace",
        "这里缺一个空格或换行",
        "a space or a line break is missing here",
    ),
];

fn syntax(what: &str) -> (Code, String, String) {
    let known = SYNTAX.iter().find(|(words, ..)| what.contains(words));
    let (zh, en) = known.map_or(("读不通的 YAML", "the YAML cannot be read"), |(_, zh, en)| {
        (*zh, *en)
    });
    (Code::Syntax, zh.to_owned(), en.to_owned())
}

/// A value, cut where a reader has seen enough.
pub(crate) fn shortened(value: &str) -> String {
    match value.char_indices().nth(QUOTED) {
        Some((cut, _)) => format!("{}…", &value[..cut]),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_said_in_both_languages() {
        for (yaml, zh, en) in [
            (
                "a: {b: 许多}",
                "a.b: 这里要数字，写的是文字 `许多`",
                "a.b: a number is wanted here, there is text `许多`",
            ),
            ("a: {}", "a: 缺少字段 `b`", "a: missing field `b`"),
            (
                "a: {b: 1, b: 2}",
                "a: 字段 `b` 写了两次",
                "a: field `b` stands twice",
            ),
            (
                "a: {b: 1, c: 2}",
                "a: 不认识的字段 `c`；可用的有: b",
                "a: unknown field `c`; there are: b",
            ),
            (
                "a: 7",
                "a: 这里要一组字段 (键: 值)，写的是整数 `7`",
                "a: a mapping (key: value) is wanted here, there is integer `7`",
            ),
            (
                "a: {b: 1}\n---\na: {b: 2}",
                "一个文件里有第二个文档 (---)；只能有一个",
                "there is a second document (---); a file holds one",
            ),
            (
                "a: {b: *x}",
                "别名 (*) 没有对应的锚点 (&)",
                "an alias (*) refers to no anchor (&)",
            ),
        ] {
            #[derive(Debug, serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            struct Outer {
                a: Inner,
            }
            #[derive(Debug, serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            struct Inner {
                b: f64,
            }
            let read = serde_yaml::from_str::<Outer>(yaml).map(|outer| outer.a.b);
            let error = read.unwrap_err().to_string();
            let (_, words) = explain(&error);
            assert_eq!((&*words.zh, &*words.en), (zh, en), "{yaml}: {error}");
        }
    }

    #[test]
    fn no_message_is_longer_than_a_reader_can_take_in() {
        let error = format!("unknown field `{}`, expected `a`", "x".repeat(1_000_000));
        assert!(explain(&error).1.zh.chars().count() < 200);
    }
}
