//! A finding as a row.

use super::record;
use crate::{
    finding::{Code, Finding},
    lang::Lang,
};

record! {
    /// One finding.
    FindingRow {
        /// Its stable code.
        code: &'static str,
        /// `error` or `warning`.
        severity: &'static str,
        /// The file, relative to the folder checked.
        file: &'a str,
        /// 1-based line; absent for a whole file.
        line: Option<u32>,
        /// 1-based column in code points; absent for a whole file.
        column: Option<u32>,
        /// What is wrong.
        message: &'a str,
        /// What helps.
        hint: &'a str,
        /// The finding that this one follows from, or that stands for all like it: code, file, line and column.
        cause: Option<String>,
    }
}

record! {
    /// What a code stands for.
    CodeRow {
        /// The code.
        code: &'static str,
        /// `error` or `warning`.
        severity: &'static str,
        /// What it means.
        meaning: &'a str,
        /// What helps.
        hint: &'a str,
    }
}

record! {
    /// A setting.
    SettingRow {
        /// Its name.
        setting: &'a str,
        /// Its value.
        value: &'a str,
        /// Who says so.
        from: &'static str,
    }
}

impl<'a> CodeRow<'a> {
    /// The row of `code`, of which `meaning` and `hint` are in the reader's language.
    pub(crate) fn of(code: Code, meaning: &'a str, hint: &'a str) -> Self {
        Self {
            code: code.as_str(),
            severity: code.severity().as_str(),
            meaning,
            hint,
        }
    }
}

impl<'a> FindingRow<'a> {
    /// The row of `finding`, which follows from `cause`, in `lang`.
    pub(crate) fn of(finding: &'a Finding, cause: Option<&Finding>, lang: Lang) -> Self {
        let known = |n: u32| Some(n).filter(|n| *n > 0);
        Self {
            code: finding.code.as_str(),
            severity: finding.severity.as_str(),
            file: &finding.place.file,
            line: known(finding.place.line),
            column: known(finding.place.column),
            message: finding.message.get(lang),
            hint: finding.hint.get(lang),
            cause: cause.map(|cause| format!("{} {}", cause.code, cause.place)),
        }
    }
}
