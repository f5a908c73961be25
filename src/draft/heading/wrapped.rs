//! Lines that run on into the next one: text out of a PDF or a mail, broken to a width in the middle of its sentences.

use crate::draft::heading_marks::{bullets, numbered};

/// How many lines that surely run on make an article broken to a width.
const FEWEST: usize = 3;

/// One of how many lines of such an article at least runs on surely.
const SHARE: usize = 10;

/// What a line ends with that does not run on.
const ENDS: [char; 15] = [
    '。', '！', '？', '；', '：', '…', '—', '”', '）', '》', '!', '?', ';', ':', ')',
];

/// What no line of its own begins with.
const GOES_ON: [char; 14] = [
    '，', '。', '、', '；', '：', '！', '？', '”', '）', '》', '%', '％', '’', '」',
];

/// For each line of `body`, numbered as in the article, whether it runs on into the next.
pub(super) fn run_on(body: &[(u32, &str)]) -> Vec<bool> {
    let next = |at: usize| {
        let below = body.get(at + 1).filter(|(line, _)| *line == body[at].0 + 1);
        below.map(|(_, text)| text.trim())
    };
    let surely: Vec<bool> = (0..body.len())
        .map(|at| next(at).is_some_and(|next| runs_on_surely(body[at].1.trim(), next)))
        .collect();
    let mut widths: Vec<usize> = (body.iter().zip(&surely))
        .filter(|(_, surely)| **surely)
        .map(|((_, text), _)| width(text.trim()))
        .collect();
    widths.sort_unstable();
    if widths.len() < FEWEST || widths.len() * SHARE < body.len() {
        return surely;
    }
    // A line about as long as those that surely run on was broken there as well.
    let full = widths[widths.len() / 2] * 4 / 5;
    (0..body.len())
        .map(|at| {
            let text = body[at].1.trim();
            let long = width(text) >= full && !text.ends_with(ENDS);
            surely[at] || long && next(at).is_some_and(|next| !is_marked(next))
        })
        .collect()
}

/// Whether a line breaks off: behind a comma, within quotation marks, before a mark that begins no line, or as the last
/// of several sentences.
fn runs_on_surely(text: &str, next: &str) -> bool {
    let open = |pair: (char, char)| text.matches(pair.0).count() > text.matches(pair.1).count();
    let within = [('“', '”'), ('（', '）'), ('《', '》')].into_iter().any(open);
    let breaks_off = text.contains('。') && !text.ends_with(ENDS);
    !is_marked(next)
        && (text.ends_with(['，', ',', '、']) || within || breaks_off || next.starts_with(GOES_ON))
}

fn is_marked(text: &str) -> bool {
    numbered(text).is_some() || bullets(text).is_some()
}

/// Columns, of which a letter that is not ASCII takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
