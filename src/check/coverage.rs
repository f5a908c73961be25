//! Coverage: every numeral of the article's body is cited by an outcome or excused by the record.
//!
//! Owns what accounts for what: a figure is accounted for by the outcome whose printed wording it is, not by a
//! phrase that merely runs over it; any other numeral by a phrase it stands in.

use std::ops::Range;

use super::{
    article::Article,
    cited::Stands,
    context::Desk,
    figure,
    report::{Coverage, Extent},
};
use crate::{
    finding::{Code, Finding},
    lang::Bilingual,
    load::articles::Held,
    model::Citation,
    numeral::{Found, Kind},
    text::clean::clean,
};

/// Counts how much of the article is accounted for; what is not is a finding.
pub(crate) fn count(desk: &Desk<'_>, out: &mut Vec<Finding>) -> Coverage {
    let extent = match (&desk.article, desk.held) {
        (None, Held::Changed { .. }) => Extent::Changed,
        (None, _) => Extent::NoText,
        (Some(_), _) if !countable(desk) => Extent::Faulty,
        (Some(article), _) => counted(desk, article, out),
    };
    Coverage {
        source: desk.source.id.clone(),
        extent,
    }
}

fn counted(desk: &Desk<'_>, article: &Article<'_>, out: &mut Vec<Finding>) -> Extent {
    let claims = Claims::of(desk);
    let (mut numerals, mut curated, mut excused) = (0, 0, 0);
    for (line, found) in body(desk, article) {
        numerals += 1;
        let text = &article.line(line)[found.range.clone()];
        match claims.on(line, found) {
            Claim::Curated => curated += 1,
            Claim::Excused => excused += 1,
            Claim::None if claims.meant(line, text) => {}
            Claim::None => out.push(uncovered(desk, article, line, found)),
        }
    }
    Extent::Counted {
        numerals,
        curated,
        excused,
    }
}

/// Whether counting makes sense: records that were left out as faulty account for figures too.
fn countable(desk: &Desk<'_>) -> bool {
    desk.whole && !desk.dossiers.is_empty()
}

/// The numerals of the body with their lines.
fn body<'d>(desk: &'d Desk<'_>, article: &'d Article<'_>) -> impl Iterator<Item = (u32, &'d Found)> {
    let lines = (1..=article.len()).filter(|line| desk.source.is_body(*line));
    lines.flat_map(|line| article.numerals(line).iter().map(move |found| (line, found)))
}

fn uncovered(desk: &Desk<'_>, article: &Article<'_>, line: u32, found: &Found) -> Finding {
    let text = clean(&article.line(line)[found.range.clone()]).into_owned();
    let file = &desk.dossiers[0].college.file;
    let kind = found.kind.as_str();
    let message = Bilingual::new(
        format!(
            "“{text}”({kind}) 既没有录入 {file}，也没有列入 {}",
            desk.source.file
        ),
        format!(
            "“{text}” ({kind}) is neither an outcome in {file} nor excused in {}",
            desk.source.file
        ),
    );
    Finding::new(Code::Uncovered, article.place(line, found.range.clone()), message)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    Curated,
    Excused,
    None,
}

/// What accounts for numerals: the places of wordings, phrases and excuses.
struct Claims<'a> {
    wordings: Vec<(u32, Range<usize>)>,
    phrases: Vec<(u32, Range<usize>)>,
    excuses: Vec<(u32, Range<usize>)>,
    /// Phrases that are not where they are said to be, or whose figure cannot be read: their own finding says
    /// so, and the numerals they hold are not reported a second time.
    astray: Vec<(Option<u32>, &'a str)>,
}

impl<'a> Claims<'a> {
    fn of(desk: &'a Desk<'_>) -> Self {
        let mut claims = Self {
            wordings: Vec::new(),
            phrases: Vec::new(),
            excuses: Vec::new(),
            astray: Vec::new(),
        };
        for (_, outcome, cited) in desk.outcomes() {
            let line = outcome.cite.line;
            match (cited.at(), figure::place(outcome, cited)) {
                (None, _) => claims.lost(&outcome.cite, &cited.stands),
                (Some(_), None) => claims.astray.extend([
                    (Some(line), &*outcome.cite.exact),
                    (Some(line), &*outcome.as_written),
                ]),
                (Some(at), Some(place)) => {
                    claims.phrases.push((line, at));
                    claims.wordings.push((line, place));
                    if figure::unread(desk, outcome, cited) {
                        claims.astray.push((Some(line), &outcome.cite.exact));
                    }
                }
            }
        }
        for (cite, stands) in &desk.excused {
            match stands {
                Stands::At(at) => claims.excuses.push((cite.line, at.clone())),
                stands => claims.lost(cite, stands),
            }
        }
        claims
    }

    fn lost(&mut self, cite: &'a Citation, stands: &Stands) {
        let line = match stands {
            Stands::Elsewhere(line) => Some(*line),
            Stands::Nowhere | Stands::NoLine => None,
            _ => Some(cite.line),
        };
        self.astray.push((line, &cite.exact));
    }

    fn on(&self, line: u32, found: &Found) -> Claim {
        let numeral = &found.range;
        let any = |places: &[(u32, Range<usize>)], fits: fn(&Range<usize>, &Range<usize>) -> bool| {
            places.iter().any(|(on, at)| *on == line && fits(at, numeral))
        };
        let holds = |places| {
            any(places, |at, numeral| {
                at.start <= numeral.start && numeral.end <= at.end
            })
        };
        let touched = any(&self.wordings, |at, numeral| {
            at.start < numeral.end && numeral.start < at.end
        });
        let figure = matches!(found.kind, Kind::Quantity(_));
        if touched || (!figure && holds(&self.phrases)) {
            return Claim::Curated;
        }
        if holds(&self.excuses) {
            Claim::Excused
        } else {
            Claim::None
        }
    }

    /// Whether a phrase gone astray was meant to hold `text`.
    fn meant(&self, line: u32, text: &str) -> bool {
        self.astray
            .iter()
            .any(|(on, exact)| on.is_none_or(|on| on == line) && exact.contains(text))
    }
}
