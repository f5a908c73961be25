//! The passage a fact stands in, with every cited phrase of it marked.

use std::ops::Range;

use crate::{
    model::{Atlas, Citation, Fact, SourceIx, facts},
    page::{Run, Tone},
};

/// The cleaned `line` of the article that `fact` stands on: its own phrase as [`Tone::Match`], what other
/// facts cite on that line as [`Tone::Quote`].
pub(crate) fn passage(atlas: &Atlas, fact: Fact<'_>, line: &str) -> Vec<Run> {
    let mut tones = vec![Tone::Plain; line.len()];
    let Some(own) = fact.cite() else {
        return runs(line, &tones);
    };
    for cite in cited(atlas, fact.college().source, own.line) {
        paint(&mut tones, cite.places(line), Tone::Quote);
    }
    paint(&mut tones, own.places(line), Tone::Match);
    runs(line, &tones)
}

/// Every citation of one line of a source.
fn cited(atlas: &Atlas, source: SourceIx, line: u32) -> impl Iterator<Item = &Citation> {
    let colleges = atlas
        .colleges
        .iter()
        .filter(move |college| college.source == source);
    colleges
        .flat_map(facts)
        .filter_map(Fact::cite)
        .filter(move |cite| cite.line == line)
}

fn paint(tones: &mut [Tone], places: impl Iterator<Item = Range<usize>>, tone: Tone) {
    places.for_each(|place| tones[place].fill(tone));
}

/// Neighbouring bytes of one tone as one run. Phrases start and end between characters, so runs do too.
fn runs(line: &str, tones: &[Tone]) -> Vec<Run> {
    let mut at = 0;
    let same = tones.chunk_by(|one, next| one == next);
    same.map(|part| {
        let range = at..at + part.len();
        at = range.end;
        Run::new(part[0], &line[range])
    })
    .collect()
}
