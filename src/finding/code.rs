//! The register of finding codes: name, severity, what it means and what helps.
//!
//! One row a code; `check --explain CODE`, the JSON and the documentation all read it. A code is
//! never renamed and never reused.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Severity::{self, Error, Warning};
use crate::lang::Bilingual;

macro_rules! register {
    ($($variant:ident $name:literal $severity:ident $zh:literal $en:literal $hint_zh:literal $hint_en:literal;)*) => {
        /// A stable finding code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $(#[doc = $en] $variant,)* }

        impl Code {
            /// Every code, in the order of the register.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable name, as in the JSON: `unknown-field`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How bad a finding of this code is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => $severity,)* }
            }

            /// What the code means.
            pub fn meaning(self) -> Bilingual {
                match self { $(Self::$variant => Bilingual::new($zh, $en),)* }
            }

            /// What usually helps.
            pub fn hint(self) -> Bilingual {
                match self { $(Self::$variant => Bilingual::new($hint_zh, $hint_en),)* }
            }
        }
    };
}

register! {
    Unreadable "unreadable" Error
        "文件无法读取" "The file cannot be read"
        "检查路径与权限" "Check the path and its permissions";
    TooLarge "too-large" Error
        "文件超过 1 MiB" "The file is over 1 MiB"
        "一份档案通常只有几十 KB；把它拆开" "A dossier is some tens of KB; split the file";
    NotUtf8 "not-utf8" Error
        "文件不是 UTF-8" "The file is not UTF-8"
        "若是 GB18030，请先转换: iconv -f GB18030 -t UTF-8" "If it is GB18030, convert it first: iconv -f GB18030 -t UTF-8";
    Tab "tab" Error
        "YAML 里有制表符" "There is a tab in the YAML"
        "用空格缩进" "Indent with spaces";
    ControlCharacter "control-character" Error
        "含有不可见的控制字符" "There is an invisible control character"
        "删去它，或重新键入这一行" "Delete it, or type the line again";
    IdeographicIndent "ideographic-indent" Error
        "用全角空格缩进" "The line is indented with ideographic spaces (U+3000)"
        "换成半角空格" "Use ASCII spaces";
    TooDeep "too-deep" Error
        "未闭合的括号超过 64 层" "More than 64 brackets are open at once"
        "若不是流式写法，请给整个值加引号" "If no flow style is meant, put the value in quotes";
    Syntax "syntax" Error
        "YAML 语法错误" "The YAML is malformed"
        "含 “: ”、“ #” 或以 @ * & ! | > % 开头的文字要加引号" "Quote text that holds `: ` or ` #`, or starts with @ * & ! | > %";
    DuplicateKey "duplicate-key" Error
        "同一个键写了两次" "A key stands twice in one mapping"
        "删去其中一个" "Delete one of the two";
    UnknownField "unknown-field" Error
        "不认识的字段" "The field is not known"
        "检查拼写" "Check the spelling";
    MissingField "missing-field" Error
        "缺少必需的字段" "A required field is missing"
        "补上该字段" "Add the field";
    WrongType "wrong-type" Error
        "值的类型不对" "The value is of the wrong type"
        "按所要求的类型书写" "Write a value of the type named";
    NotFinite "not-finite" Error
        "不是有限的数" "The number is not finite"
        "写出文章所载的数" "Write the number the article prints";
    BadId "bad-id" Error
        "编号不合规则" "The id is malformed"
        "小写字母开头，只用小写字母、数字和连字符，最多 64 个字符" "Lowercase letter first, then lowercase letters, digits and hyphens, 64 at most";
    DuplicateId "duplicate-id" Error
        "编号重复" "The id is already taken"
        "每个编号在其范围内只能用一次" "An id may be used once in its range";
    UnknownReference "unknown-reference" Error
        "所引用的编号不存在" "The id referred to does not exist"
        "检查拼写，或先在相应文件里定义它" "Check the spelling, or define it in its file first";
    BadPillar "bad-pillar" Error
        "没有这个支柱" "There is no such pillar"
        "支柱从 1 起连续编号" "Pillars are numbered from 1 without gaps";
    BadRange "bad-range" Error
        "区间的两端不合" "The ends of the range do not agree"
        "range 需要 max 大于 value；其他界不写 max" "bound: range needs a max above value; other bounds have no max";
    Invisible "invisible-character" Warning
        "含有看不见的字符，已标明" "There are invisible characters; they are shown by name"
        "删去它们" "Delete them";
    EmptyText "empty-text" Error
        "文字为空" "The text is empty"
        "写出内容，或删去该字段" "Write it, or delete the field";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == name)
            .ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_slugs_and_read_back() {
        for (at, code) in Code::ALL.iter().enumerate() {
            assert!(
                code.as_str()
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            );
            assert_eq!(code.as_str().parse(), Ok(*code));
            assert!(
                Code::ALL[..at]
                    .iter()
                    .all(|other| other.as_str() != code.as_str())
            );
            assert!(!code.meaning().zh.is_empty() && !code.hint().en.is_empty());
        }
    }
}
