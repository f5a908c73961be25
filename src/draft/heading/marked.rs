//! Lines that begin with a printed mark: 一、 （一） 【】 ** 首先， —— and a label with a colon.
//!
//! A numbered line that is one statement with a figure is a row of a list, and so is what is numbered behind 附件.

use std::ops::Range;

use super::{Candidate, bare::Around, offset, run};
use crate::draft::heading_marks::{
    call, is_note, is_number, numbered, point, question, set_off, signed, states_figure,
};
use crate::draft::heading_style::{HeadingNeed, Style};

/// Longest text behind a sign that numbers it, in characters.
const BEHIND_SIGN: usize = 30;

/// Longest text between the signs, in characters.
const BETWEEN_SIGNS: usize = 50;

/// Whether a line is of the list behind 附件 or 参考文献; `before` says so of the line above.
pub(super) fn is_appendix(text: &str, before: bool) -> bool {
    const LISTS: [&str; 5] = ["附件", "附表", "附：", "附:", "参考文献"];
    let text = text.trim_start();
    let heads = LISTS.iter().any(|word| text.starts_with(word)) && text.chars().count() <= 40;
    let cited = text
        .strip_prefix(['[', '［'])
        .is_some_and(|rest| rest.contains([']', '］']));
    heads || before && (numbered(text).is_some() || cited)
}

/// What a line with a mark says as a heading.
pub(super) fn candidate(line: u32, text: &str, around: &Around<'_>) -> Option<Candidate> {
    let trimmed = text.trim();
    if let Some((inner, rest)) = signed(trimmed) {
        return set_apart(line, text, (inner, rest.trim()), around);
    }
    let start = offset(text, trimmed);
    if point(trimmed).is_some() || call(trimmed).is_some() {
        return None;
    }
    match numbered(trimmed) {
        Some((style, mark)) => numbered_line(line, text, (style, start..start + mark), around),
        None => asked(line, text, start)
            .or_else(|| sectioned(line, text, start))
            .or_else(|| run::sequence(line, text, start))
            .or_else(|| run::dashed(line, text, start))
            .or_else(|| run::bulleted(line, text, start))
            .or_else(|| run::paragraph(line, text, start))
            .or_else(|| run::lead(line, text, start, around)),
    }
}

/// 一、强化引领 and what runs on behind it.
fn numbered_line(
    line: u32,
    text: &str,
    (style, mark): (Style, Range<usize>),
    around: &Around<'_>,
) -> Option<Candidate> {
    let blanks = text[mark.end..].len() - text[mark.end..].trim_start().len();
    let said = mark.end + blanks;
    let end = run::until(text, said);
    let sentence = text[said..].find(['。', '；', ';', '！']).map(|at| said + at);
    let whole = text
        .trim_end_matches(['。', '；', ';', '！', ' ', '\u{3000}'])
        .len();
    if around.runs_on && sentence.is_none() {
        return None;
    }
    let one_sentence = sentence.is_some_and(|at| at >= whole);
    let listed = around.is_below_row() || text.trim_end().ends_with(['；', ';']);
    // 1.事业收入：指…。 and nothing below it: what has a full stop and no text under it is a row as well.
    let stops = one_sentence && text.trim_end().ends_with('。') && !around.is_above_text_of(style);
    let is_row = one_sentence && (listed || stops || states_figure(&text[said..whole]));
    (end > said).then(|| {
        let mut found = Candidate::new(line, style, mark.start..end, said..end);
        if is_row {
            found.need = HeadingNeed::Text;
        }
        found
    })
}

/// 记者：…？: what is asked is the heading of what is answered.
fn asked(line: u32, text: &str, start: usize) -> Option<Candidate> {
    let said = start + question(text.trim())?;
    let end = text.trim_end().len();
    Some(Candidate::new(line, Style::Question, start..end, said..end))
}

fn sectioned(line: u32, text: &str, start: usize) -> Option<Candidate> {
    let (style, mark) = set_off(text.trim())?;
    let end = text.trim_end().len();
    let mut found = Candidate::new(line, style, start..end, start + mark..end);
    if style == Style::Han {
        found.need = HeadingNeed::Another;
    }
    Some(found)
}

/// **强化引领**, 【镜头一】实训楼里看转型, 【强化引领】学校…
fn set_apart(line: u32, text: &str, (inner, rest): (&str, &str), around: &Around<'_>) -> Option<Candidate> {
    if is_note(inner) || inner.ends_with(['讯', '电']) {
        return None;
    }
    let trimmed = text.trim();
    // 【镜头一】实训楼里看转型: the sign numbers what stands behind it.
    let short = (1..=BEHIND_SIGN).contains(&rest.chars().count()) && !inner.contains('。');
    let title =
        !rest.contains(['。', '；', '：', ':', '*']) && (!rest.contains('，') || around.is_above_paragraph());
    let numbers = short && title;
    let fits = !inner.is_empty() && inner.chars().count() <= BETWEEN_SIGNS;
    let citation = inner.chars().all(|c| c.is_ascii_digit());
    if !numbers && (!fits || citation) {
        return None;
    }
    let printed = if numbers {
        trimmed
    } else if is_number(inner) {
        // 【一】强化引领。学校…: the sign holds but the number.
        let behind = offset(text, rest);
        &text[offset(text, trimmed)..run::until(text, behind)]
    } else {
        inner
    };
    let start = offset(text, printed);
    let (style, mark) = numbered(printed).unwrap_or((Style::Signed, 0));
    let end = start + printed.trim_end_matches(['。', '：', ':']).len();
    let mut found = Candidate::new(line, style, start..end, (start + mark).min(end)..end);
    if !rest.is_empty() && !numbers && !text.contains("**") {
        found.need = HeadingNeed::Another;
    }
    Some(found)
}
