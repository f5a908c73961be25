//! Rules for cited phrases: each stands in its line, once, in the article and not in the site around it.

use super::{
    cited::Stands,
    context::{SourceContext, about},
};
use crate::{
    finding::{Code, Finding},
    model::Citation,
    text::clean::clean,
};

/// Longest phrase that still is one, in code points: a sentence is not the shortest phrase for a figure.
const LONGEST: usize = 40;

/// The phrase of every fact stands where it is said to.
pub(crate) fn cited(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, cited) in context.cited() {
        if let Some(wrong) = fault(context, cited.cite, &cited.stands) {
            let field = format!("cite.{}", wrong.field);
            let finding = about(wrong.code, cited.fact, &field, wrong.zh, wrong.en);
            out.push(threaded(context, finding, cited.cite, &cited.stands));
        }
    }
}

/// The finding among those of other phrases that went astray in the same way: the record says where lines begin and end
/// and which are the site's, and one line put in moves all behind it.
pub(crate) fn threaded(
    context: &SourceContext<'_>,
    finding: Finding,
    cite: &Citation,
    stands: &Stands,
) -> Finding {
    let (source, line) = (&context.source.id, cite.line);
    match stands {
        Stands::NoLine if line > 0 => finding.among(context.number_of_lines()),
        Stands::Furniture if context.is_site(line) => finding.among(format!("{source} site {line}")),
        Stands::Furniture => finding.among(context.lines_left_out(line)),
        Stands::Elsewhere(other) => {
            let by = i64::from(*other) - i64::from(line);
            finding.among(format!("{source} moved by {by}"))
        }
        _ => finding,
    }
}

/// No phrase is a whole sentence.
pub(crate) fn length(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, cited) in context.cited() {
        let chars = cited.cite.exact.chars().count();
        if chars > LONGEST {
            out.push(about(
                Code::PhraseTooLong,
                cited.fact,
                "cite.exact",
                format!("引语有 {chars} 个字，超过 {LONGEST} 个"),
                format!("the phrase has {chars} characters, more than {LONGEST}"),
            ));
        }
    }
}

/// What is wrong with a citation.
pub(crate) struct Fault {
    /// Its code.
    pub(crate) code: Code,
    /// The field at fault: `line`, `exact` or `prefix`.
    pub(crate) field: &'static str,
    /// What is wrong, in Chinese.
    pub(crate) zh: String,
    /// The same in English.
    pub(crate) en: String,
}

/// What is wrong with a citation that stands so; none when it is sound or could not be looked up.
pub(crate) fn fault(context: &SourceContext<'_>, cite: &Citation, stands: &Stands) -> Option<Fault> {
    let fault = |code, field, zh: String, en: String| Some(Fault { code, field, zh, en });
    let (line, exact) = (cite.line, &cite.exact);
    match stands {
        Stands::Unread | Stands::At(_) => None,
        Stands::NoLine => {
            let lines = context.source.text.lines;
            fault(
                Code::NoSuchLine,
                "line",
                format!("原文共 {lines} 行，没有第 {line} 行"),
                format!("the article has {lines} lines and no line {line}"),
            )
        }
        Stands::Furniture => fault(
            Code::InFurniture,
            "line",
            format!("第 {line} 行是网页附带的内容，不是正文"),
            format!("line {line} belongs to the site and not to the article"),
        ),
        Stands::Elsewhere(other) => fault(
            Code::WrongLine,
            "line",
            format!("“{exact}”在第 {other} 行，不在第 {line} 行"),
            format!("“{exact}” stands on line {other}, not on line {line}"),
        ),
        Stands::Context => fault(
            Code::WrongContext,
            if cite.prefix.is_some() { "prefix" } else { "suffix" },
            format!("第 {line} 行有“{exact}”，但前后文字与 prefix、suffix 不符"),
            format!("line {line} has “{exact}”, but prefix and suffix are not the text around it"),
        ),
        Stands::Times(times) => fault(
            Code::PhraseAmbiguous,
            "exact",
            format!("“{exact}”在第 {line} 行出现 {times} 次"),
            format!("“{exact}” stands {times} times on line {line}"),
        ),
        Stands::Nowhere => {
            let near = nearest(context, cite);
            fault(
                Code::PhraseNotFound,
                "exact",
                format!("原文没有“{exact}”{}", nearest_words(&near, "，第 {} 行作“", line)),
                format!(
                    "the article has no “{exact}”{}",
                    nearest_words(&near, "; line {} has “", line)
                ),
            )
        }
    }
}

fn nearest_words(near: &Option<String>, words: &str, line: u32) -> String {
    near.as_ref().map_or_else(String::new, |near| {
        words.replace("{}", &line.to_string()) + near + "”"
    })
}

/// The stretch of the line as long as the phrase that differs from it least, in a third of its characters at
/// most: what was probably meant.
fn nearest(context: &SourceContext<'_>, cite: &Citation) -> Option<String> {
    let meant: Vec<char> = cite.exact.chars().collect();
    let line: Vec<char> = context.article.as_ref()?.line(cite.line).chars().collect();
    let apart = |window: &[char]| window.iter().zip(&meant).filter(|(a, b)| a != b).count();
    let nearest = line
        .windows(meant.len().max(1))
        .min_by_key(|window| apart(window))?;
    (apart(nearest) * 3 <= meant.len()).then(|| clean(&nearest.iter().collect::<String>()).into_owned())
}
