//! Headings that run into their paragraph: 党建引领：“…”…。 and 织密一张网。 at its beginning, 一是 within it.

use super::{Candidate, bare::Around};
use crate::draft::heading_marks::{self, numbered, point, run_in, states_figure};
use crate::draft::heading_style::{HeadingNeed, Style};

/// Longest sentence that is a heading as a whole, in characters.
const LONGEST: usize = 60;

/// Longest 一是 that is taken as a whole, in characters.
const POINT: usize = 40;

/// Longest paragraph behind a label that is a row of a list (在校生：8912人。) rather than text, in characters.
const ENTRY: usize = 20;

/// Where a heading that begins at `from` ends: with the line or its sentence when that is short, else with its first
/// clause.
pub(crate) fn until(text: &str, from: usize) -> usize {
    let whole = text.trim_end().len();
    let end = text[from..]
        .find(['。', '！', '？', '；'])
        .map_or(whole, |at| from + at)
        .min(whole);
    if text[from..end].chars().count() <= LONGEST {
        return end;
    }
    text[from..end]
        .find(['：', ':', '，', ','])
        .map_or(end, |at| from + at)
}

/// A paragraph that begins with a label and a colon.
pub(crate) fn paragraph(line: u32, text: &str, start: usize) -> Option<Candidate> {
    let colon = start + run_in(&text[start..])?;
    let whole = text.trim_end().len();
    let sentence = text[colon..].find(['。', '！', '？']).map(|at| colon + at)?;
    if text[start..].chars().count() <= ENTRY {
        return None;
    }
    let mark = text[..colon].chars().next_back().map_or(0, char::len_utf8);
    let fits = text[start..sentence].chars().count() <= LONGEST
        && !text[sentence..whole]
            .trim_start_matches(['。', '！', '？'])
            .is_empty();
    let slogan = fits && !states_figure(&text[colon..sentence]);
    let end = if slogan { sentence } else { colon - mark };
    let mut found = Candidate::new(line, Style::RunIn, start..end, start..end);
    if text[start..].chars().count() <= POINT {
        found.need = HeadingNeed::Alike;
    }
    Some(found)
}

/// ●立足产业建专业：… : what stands behind a bullet up to the first colon or full stop.
pub(crate) fn bulleted(line: u32, text: &str, start: usize) -> Option<Candidate> {
    let from = start + heading_marks::bullets(&text[start..])?;
    let end = from + text[from..].find(['：', ':', '。', '！', '？'])?;
    opens(text, from..end).then(|| Candidate::new(line, Style::Bullet, from..end, from..end))
}

/// Shortest and longest sentence that opens a paragraph as its heading, in characters.
const LEAD: std::ops::RangeInclusive<usize> = 4..=28;

/// Least that follows such a sentence, in characters.
const FOLLOWS: usize = 12;

/// Least that follows one that needs no other that is like it, in characters.
const FOLLOWS_SURELY: usize = 40;

/// Whether a text of a heading's length opens its paragraph.
fn opens(text: &str, said: std::ops::Range<usize>) -> bool {
    let goes_on = text[said.end..].chars().count() > FOLLOWS;
    LEAD.contains(&text[said.clone()].chars().count()) && goes_on && !states_figure(&text[said])
}

/// A paragraph whose first sentence is short: 强化引领，筑牢根基。
///
/// Such headings are calls without a subject: no pronoun, no 是 or 了, no figure. What is less than that has to be
/// built like another.
pub(crate) fn lead(line: u32, text: &str, start: usize, around: &Around<'_>) -> Option<Candidate> {
    const TELLS: &str = "是了这那也都就我他她们您你吗呢很已将会0123456789";
    const SUBJECTS: [&str; 15] = [
        "学校", "学院", "该校", "该院", "我校", "我院", "本校", "近年", "目前", "今年", "去年", "如今", "据",
        "自", "图",
    ];
    let end = start + text[start..].find(['。', '！', '？'])?;
    let said = &text[start..end];
    let calls = !said.contains(|c| TELLS.contains(c))
        && !["学院", "学校", "大学"].iter().any(|word| said.contains(word));
    let alone = text[end..].trim() == "。" && around.is_above_paragraph() && calls;
    let even =
        |text: &str| text.matches(['“', '《', '（']).count() == text.matches(['”', '》', '）']).count();
    // 企业得了人 tells; 党建强了，产业旺了 may be a call.
    let told = said
        .split(['，', ' '])
        .any(|clause| clause.trim_end_matches('了').contains('了'));
    let starts = !SUBJECTS.iter().any(|word| said.starts_with(word)) && even(said) && !told;
    let possible =
        opens(text, start..end) || alone && LEAD.contains(&said.chars().count()) && !states_figure(said);
    if !starts || !possible {
        return None;
    }
    let mut found = Candidate::new(line, Style::Lead, start..end, start..end);
    let clauses = said.split(['，', ',', ' ']);
    let short = said.chars().count() > 4 && clauses.clone().count() <= 2;
    let even = clauses
        .clone()
        .all(|clause| (3..=16).contains(&clause.chars().count()));
    let plain = !said.contains(['、', '：']) && !said.starts_with('“');
    let goes_on = text[end..].chars().count() > FOLLOWS_SURELY;
    if !(short && even && calls && plain && goes_on) {
        found.need = HeadingNeed::Alike;
    }
    Some(found)
}

/// 首先，理顺机制，让分工有章法。: the word and the first clause behind it; 首先建平台。 is its whole sentence.
pub(crate) fn sequence(line: u32, text: &str, start: usize) -> Option<Candidate> {
    const WITHOUT_MARK: usize = 10;
    let (word, set_apart) = heading_marks::sequence(&text[start..])?;
    let from = start + word;
    let end = from + text[from..].find(['，', ',', '。', '；', '：'])?;
    let longest = if set_apart { 20 } else { WITHOUT_MARK };
    let fits = (3..=longest).contains(&text[from..end].chars().count());
    let whole = set_apart || text[end..].starts_with('。');
    (fits && whole).then(|| Candidate::new(line, Style::Sequence, start..end, from..end))
}

/// 首先，… 其次，… 最后，… within one paragraph: sentences that begin so, and are built alike. What tells of who did
/// what, and then what, is none.
pub(crate) fn sequence_within(line: u32, text: &str) -> Vec<Candidate> {
    const TELLS: [&str; 8] = ["了", "学院", "学校", "我", "他", "她", "大家", "参观"];
    let starts = text.char_indices().filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        before.is_some_and(|c| "。；;：:".contains(c)) && heading_marks::sequence(&text[*at..]).is_some()
    });
    let found = starts.filter_map(|(at, _)| sequence(line, text, at));
    let calls = |found: &Candidate| {
        let said = &text[found.said.clone()];
        !TELLS.iter().any(|word| said.contains(word)) && !states_figure(said)
    };
    let alike = |mut found: Candidate| {
        found.need = HeadingNeed::Alike;
        found
    };
    found.filter(calls).map(alike).collect()
}

/// ——党建联建促民心相通。: a short sentence behind dashes, above what it is the heading of.
pub(crate) fn dashed(line: u32, text: &str, start: usize) -> Option<Candidate> {
    let from = start + heading_marks::dashes(&text[start..])?;
    let end = from + text[from..].find(['。', '！', '：'])?;
    opens(text, from..end).then(|| Candidate::new(line, Style::Dashed, start..end, from..end))
}

/// Every 一是, 二是 … of a line, and every 第一， within it.
pub(crate) fn points(line: u32, text: &str) -> Vec<Candidate> {
    let starts: Vec<(usize, usize, Style)> = text
        .char_indices()
        .filter_map(|(at, _)| begins(text, at))
        .collect();
    let limit = |at: usize| starts.get(at + 1).map_or(text.len(), |(next, ..)| *next);
    let ends = |at: usize| starts[at].1 + point_end(&text[starts[at].1..limit(at)]);
    // 一是扩大朋友圈；二是完善机制。: points with no text under any of them are the parts of a sentence, whatever
    // follows the last.
    let bare = |at: usize| !text[ends(at)..limit(at)].contains(char::is_alphanumeric);
    let within = |at: usize| text[ends(at)..].starts_with(['；', ';', '，', '、']);
    let last = starts.len().saturating_sub(1);
    if last > 0 && (0..last).all(|at| bare(at) && (within(at) || bare(last))) {
        return Vec::new();
    }
    let found = starts
        .iter()
        .enumerate()
        .map(|(at, (start, said, style))| Candidate::new(line, *style, *start..ends(at), *said..ends(at)));
    // 博士仅27人 is what a point counts, not what it is about.
    let is_about = |found: &Candidate| !found.said.is_empty() && !states_figure(&text[found.said.clone()]);
    found.filter(is_about).collect()
}

/// Where a point begins at `at` and where it says something: at the beginning of a line or behind a mark.
///
/// 第一， at the beginning of a line is a numbered line and not of these.
fn begins(text: &str, at: usize) -> Option<(usize, usize, Style)> {
    let before = text[..at].chars().next_back();
    if !before.is_none_or(|c| "。；;：:！!？?，,”\u{3000} ".contains(c)) {
        return None;
    }
    let place = || {
        let (style, mark) = numbered(&text[at..])?;
        let within = !text[..at].trim().is_empty() && before.is_some_and(|c| "。；;：:".contains(c));
        (style == Style::Place && within).then_some((mark, style))
    };
    let calls = || heading_marks::call(&text[at..]).filter(|_| text[..at].trim().is_empty());
    let (mark, style) = point(&text[at..])
        .map(|(_, mark)| mark)
        .or_else(calls)
        .map(|mark| (mark, Style::Point))
        .or_else(place)?;
    let said = at + mark + text[at + mark..].len()
        - text[at + mark..]
            .trim_start_matches(['，', ',', '：', ':', ' '])
            .len();
    Some((at, said, style))
}

fn point_end(text: &str) -> usize {
    let sentence = text.find(['。', '；', ';', '！', '？']).unwrap_or(text.len());
    let text = &text[..sentence];
    let short = text.chars().count() <= POINT;
    let end = if short {
        text.len()
    } else {
        text.find(['，', ',', '：', ':']).unwrap_or(text.len())
    };
    text[..end].trim_end_matches(['，', ',', '、', ' ']).len()
}
