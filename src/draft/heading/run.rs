//! Headings that run into their paragraph: 党建引领：“…”…。 at its beginning, 一是 within it.

use super::Found;
use crate::draft::mark::{Style, point, run_in};

/// Longest sentence that is a heading as a whole, in characters.
const LONGEST: usize = 60;

/// Longest 一是 that is taken as a whole, in characters.
const POINT: usize = 40;

/// Where a heading that begins at `from` ends: with the line or its sentence when that is short, else with its first
/// clause.
pub fn until(text: &str, from: usize) -> usize {
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
pub fn paragraph(line: u32, text: &str, start: usize) -> Option<Found> {
    let colon = start + run_in(&text[start..])?;
    let whole = text.trim_end().len();
    let sentence = text[colon..].find(['。', '！', '？']).map(|at| colon + at)?;
    if text[start..].chars().count() <= POINT {
        return None;
    }
    let mark = text[..colon].chars().next_back().map_or(0, char::len_utf8);
    let fits = text[start..sentence].chars().count() <= LONGEST && sentence < whole;
    let end = if fits { sentence } else { colon - mark };
    Some(Found {
        line,
        style: Some(Style::RunIn),
        printed: start..end,
        said: start..end,
    })
}

/// Every 一是, 二是 … of a line.
pub fn points(line: u32, text: &str) -> Vec<Found> {
    let starts: Vec<(usize, usize)> = text
        .char_indices()
        .filter_map(|(at, _)| begins(text, at))
        .collect();
    let next = |at: usize| starts.iter().map(|(start, _)| *start).find(|start| *start > at);
    let found = starts.iter().map(|(start, said)| {
        let limit = next(*start).unwrap_or(text.len());
        let end = said + point_end(&text[*said..limit]);
        Found {
            line,
            style: Some(Style::Point),
            printed: *start..end,
            said: *said..end,
        }
    });
    found.filter(|found| !found.said.is_empty()).collect()
}

/// Where a point begins at `at` and where it says something: at the beginning of a line or behind a mark.
fn begins(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = text[..at].chars().next_back();
    let free = before.is_none_or(|c| "。；;：:！!？?，,”\u{3000} ".contains(c));
    let (_, mark) = point(&text[at..]).filter(|_| free)?;
    let said = at + mark + text[at + mark..].len()
        - text[at + mark..]
            .trim_start_matches(['，', ',', '：', ':', ' '])
            .len();
    Some((at, said))
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
