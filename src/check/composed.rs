//! The rule for names that the curator composes: titles of measures, names of frameworks, recognitions and partners are
//! put together from what is printed, or shorten it.
//!
//! Owns how far a name may go from print. In an enumeration the article leaves words out that the name puts back, so a
//! name is held to the printed pieces it is made of and not to be printed as a whole. A slip of one character breaks a
//! piece; a character left out does not, for that is how names are shortened.

use super::{
    article::Article,
    context::{SourceContext, about},
};
use crate::{
    finding::{Code, Finding},
    model::{Role, is_todo},
};

/// Words that join the pieces of a name.
const JOINTS: &str = "等的与和及之以为";

/// What ends a stretch of print that a name may shorten.
const ENDS: [char; 8] = ['，', ',', '。', '；', ';', '！', '？', '、'];

/// Every composed name is made of what its line prints.
pub(crate) fn names(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &context.article else { return };
    for (_, cited) in context.cited().filter(|(_, cited)| cited.at().is_some()) {
        let texts = cited.fact.texts();
        let Some(composed) = texts.iter().find(|text| text.role == Role::ComposedName) else {
            continue;
        };
        let name = composed.zh.text;
        if is_todo(name) || is_made_of(name, article, cited.cite.line) {
            continue;
        }
        out.push(about(
            Code::NameNotPrinted,
            cited.fact,
            &composed.zh.path.to_string(),
            format!("“{name}”与第 {} 行所印的不合", cited.cite.line),
            format!("“{name}” is not made of what line {} prints", cited.cite.line),
        ));
    }
}

fn is_made_of(name: &str, article: &Article<'_>, line: u32) -> bool {
    let printed = article.line(line);
    article.text().contains(name)
        || is_pieced(&letters(name), &letters(printed))
        || printed.split(ENDS).any(|stretch| is_shortened(name, stretch))
}

/// Letters, digits and Han alone: a name goes without the quotation marks and pauses of print.
fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether every character of `name`, joints apart, stands in a piece of two or more that is printed.
fn is_pieced(name: &[char], printed: &[char]) -> bool {
    let is_printed = |piece: &[char]| printed.windows(piece.len()).any(|window| window == piece);
    let beside = |at: usize| {
        let before = at
            .checked_sub(1)
            .is_some_and(|start| is_printed(&name[start..=at]));
        before || name.get(at..at + 2).is_some_and(is_printed)
    };
    name.iter()
        .enumerate()
        .all(|(at, c)| JOINTS.contains(*c) || beside(at))
}

/// Whether `name` is what is left of `stretch` when characters are left out.
fn is_shortened(name: &str, stretch: &str) -> bool {
    let mut printed = stretch.chars();
    name.chars().all(|c| printed.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_of_printed_pieces_or_shortens_print() {
        const LINE: &str =
            "与河西机床厂共建，学生在国家级赛项获一等奖14项、二等奖31项，入选“红模力”模具产业链";
        let holds = |name: &str| {
            is_pieced(&letters(name), &letters(LINE))
                || LINE.split(ENDS).any(|stretch| is_shortened(name, stretch))
        };
        for printed in [
            "河西机床厂",
            "国家级赛项二等奖",
            "红模力模具产业链",
            "机床厂与学生",
            "西机厂",
        ] {
            assert!(holds(printed), "{printed}");
        }
        for misprinted in [
            "河西机械厂",
            "国家级赛顶二等奖",
            "红模刀模具产业链",
            "机床厂与教师",
            "厂西河",
        ] {
            assert!(!holds(misprinted), "{misprinted}");
        }
    }
}
