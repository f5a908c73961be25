//! The words around a cited phrase, as many as there is room for.

use crate::{
    load::articles,
    model::Citation,
    page::Run,
    text::{
        clean::clean,
        fit::{MARK, head},
        width::Policy,
    },
};

/// Ends of sentences, at which an excerpt rather begins and ends.
const ENDS: [char; 5] = ['。', '；', '！', '？', ';'];

/// The phrase of `cite` between corner brackets, with what stands before and behind it in `text` up to `cells` cells in
/// all; what is left out is marked. Without the text the phrase alone.
pub(super) fn around(cite: &Citation, text: Option<&str>, cells: usize) -> Vec<Run> {
    let line = text.and_then(|text| articles::line(text, cite.line)).map(clean);
    let phrase = || vec![Run::quote(format!("「{}」", cite.exact))];
    let Some(line) = line else { return phrase() };
    let Some(place) = cite.places(&line).next() else {
        return phrase();
    };
    let (before, after) = (&line[..place.start], &line[place.end..]);
    let room = cells.saturating_sub(Policy::Wide.width(&line[place.clone()]) + 4);
    let first = tail(before, room / 2);
    let last = start(after, room.saturating_sub(Policy::Wide.width(&before[first..])));
    let mark = |cut: bool| if cut { MARK } else { "" };
    vec![
        Run::plain(format!("{}{}", mark(first > 0), &before[first..])),
        Run::quote(format!("「{}」", &line[place])),
        Run::plain(format!("{}{}", &after[..last], mark(last < after.len()))),
    ]
}

/// `text`, or its end after a mark where it is wider than `cells` cells: titles of articles begin with the college.
pub(super) fn ending(text: &str, cells: usize) -> String {
    match Policy::Wide.width(text) <= cells {
        true => text.to_owned(),
        false => format!("{MARK}{}", &text[tail(text, cells.saturating_sub(MARK.len()))..]),
    }
}

/// Where the end of `text` begins that has at most `cells` cells: at its sentence, if that is within them.
fn tail(text: &str, cells: usize) -> usize {
    let mut used = 0;
    let mut first = text.len();
    for (at, c) in text.char_indices().rev() {
        used += Policy::Wide.width(c.encode_utf8(&mut [0; 4]));
        if ENDS.contains(&c) || used > cells {
            return first;
        }
        first = at;
    }
    first
}

/// Where the beginning of `text` ends that has at most `cells` cells: with its sentence, if that is within them.
fn start(text: &str, cells: usize) -> usize {
    let (end, _) = head(text, cells, Policy::Wide);
    let sentence = text[..end].char_indices().find(|(_, c)| ENDS.contains(c));
    sentence.map_or(end, |(at, c)| at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of our own making.
    const TEXT: &str = "首行\n甲句在前。某校与34家模具企业结对，另有三处。丙句在后。";

    fn drawn(cells: usize) -> String {
        let cite = Citation {
            line: 2,
            exact: "34家模具企业".into(),
            prefix: None,
            suffix: None,
        };
        let runs = around(&cite, Some(TEXT), cells);
        runs.into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn an_excerpt_is_the_sentence_or_as_much_of_it_as_fits() {
        assert_eq!(drawn(80), "..某校与「34家模具企业」结对，另有三处。..");
        assert_eq!(drawn(24), "..校与「34家模具企业」结对..");
        assert_eq!(drawn(4), "..「34家模具企业」..");
    }
}
