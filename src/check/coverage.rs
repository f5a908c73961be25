//! Coverage: every numeral of the article's body is cited by an outcome or excused by the record.
//!
//! Owns what accounts for what: a figure is accounted for by the outcome whose printed wording it is, not by a
//! phrase that merely runs over it; any other numeral by a phrase it stands in.

use std::{collections::HashMap, ops::Range};

use super::{
    article::{Article, clause, overlap},
    cited::Stands,
    context::{SourceContext, about},
    figure,
    report::{Coverage, Extent},
};
use crate::{
    finding::{Code, Finding},
    lang::{Bilingual, Lang},
    load::articles::ArticleState,
    model::{Citation, College, ExcuseKind, Fact, Group, Outcome},
    numeral::{FoundNumeral, NumeralKind},
    text::clean::clean,
};

/// Counts how much of the article is accounted for; what is not is a finding.
pub(crate) fn count(context: &SourceContext<'_>, out: &mut Vec<Finding>) -> Coverage {
    let extent = match (&context.article, context.held) {
        (None, ArticleState::Changed { .. }) => Extent::Changed,
        (None, _) => Extent::NoText,
        (Some(_), _) if !countable(context) => Extent::Faulty,
        (Some(article), _) => article_extent(context, article, out),
    };
    Coverage {
        source: context.source.id.clone(),
        extent,
    }
}

/// How a numeral of an article stands with its dossiers and its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// An outcome that a person has confirmed states it.
    Curated,
    /// An outcome of a draft states it, which nobody has confirmed yet.
    Guessed,
    /// Nothing accounts for it.
    Open,
    /// The record says why it is no outcome.
    Excused,
}

/// What accounts for a numeral.
#[derive(Clone, Copy, Debug)]
pub(crate) enum By<'a> {
    /// An outcome of a college.
    Outcome(&'a College, &'a Outcome),
    /// An entry of the record's `excused`, by its place.
    Excuse(usize),
}

/// A numeral of an article's body and how it stands.
#[derive(Clone, Debug)]
pub(crate) struct Numeral<'a> {
    /// 1-based line.
    pub(crate) line: u32,
    /// Bytes of the line, and what the reader makes of them.
    pub(crate) found: FoundNumeral,
    /// What accounts for it; none is an open item.
    pub(crate) by: Option<By<'a>>,
}

impl Numeral<'_> {
    /// How it stands.
    pub(crate) fn state(&self) -> State {
        match self.by {
            None => State::Open,
            Some(By::Excuse(_)) => State::Excused,
            Some(By::Outcome(_, outcome)) if outcome.guesses.is_some() => State::Guessed,
            Some(By::Outcome(..)) => State::Curated,
        }
    }
}

/// Every numeral of the article's body, in order; none when the text is not at hand.
pub(super) fn numerals<'a>(context: &SourceContext<'a>) -> Vec<Numeral<'a>> {
    let Some(article) = &context.article else {
        return Vec::new();
    };
    let claims = Claims::of(context);
    let numeral = |(line, found): (u32, &FoundNumeral)| Numeral {
        line,
        found: found.clone(),
        by: claims.on(line, found),
    };
    body(context, article).map(numeral).collect()
}

fn article_extent(context: &SourceContext<'_>, article: &Article<'_>, out: &mut Vec<Finding>) -> Extent {
    let claims = Claims::of(context);
    let numerals = numerals(context);
    let of = |state| numerals.iter().filter(|numeral| numeral.state() == state).count() as u32;
    for Numeral { line, found, by } in &numerals {
        let text = &article.line(*line)[found.range.clone()];
        match by {
            None if claims.meant(*line, text) => {}
            None => out.push(uncovered(context, article, *line, found)),
            Some(By::Excuse(at)) => out.extend(excused_figure(
                context,
                &numerals,
                *at,
                (article.line(*line), *line, found),
            )),
            Some(By::Outcome(college, outcome)) => {
                out.extend(doubt(article.line(*line), found, Fact::Outcome(college, outcome)));
            }
        }
    }
    Extent::Counted {
        numerals: numerals.len() as u32,
        curated: of(State::Curated) + of(State::Guessed),
        excused: of(State::Excused),
    }
}

/// A quantity that the record excuses, though no other fact holds it and no outcome says the same: it may be a result
/// that nobody curated.
fn excused_figure(
    context: &SourceContext<'_>,
    numerals: &[Numeral<'_>],
    at: usize,
    (printed, line, found): (&str, u32, &FoundNumeral),
) -> Option<Finding> {
    let quantity = found.quantity()?;
    let held = context.cited().any(|(_, cited)| {
        let here = cited.cite.line == line && !matches!(cited.fact, Fact::Outcome(..));
        here && cited
            .at()
            .is_some_and(|at| at.start <= found.range.start && found.range.end <= at.end)
    });
    let enumerated = |group: &Group| group.total.map(f64::from) == Some(quantity.value);
    let scheme = context.source.excused[at].kind == ExcuseKind::Framework
        && context.dossiers.iter().any(|dossier| {
            let frameworks = dossier.college.frameworks.iter();
            frameworks
                .filter(|framework| framework.cite.line == line)
                .flat_map(|framework| &framework.groups)
                .any(enumerated)
        });
    let clause = clause(printed, &found.range);
    let again = context.outcomes().any(|(_, outcome, _)| {
        let curated = &outcome.quantity;
        // A wording that was cut still stands on its figure, and has a finding of its own.
        let stands = |numeral: &Numeral<'_>| {
            let here = matches!(numeral.by, Some(By::Outcome(_, by)) if by.id == outcome.id);
            here && numeral.found.quantity() == Some(quantity)
        };
        let same = (curated.value, &curated.unit) == (quantity.value, &quantity.unit);
        let same = same || numerals.iter().any(stands);
        same && shares_a_word(
            &printed[clause.clone()],
            &[&outcome.label.zh, &outcome.cite.exact],
        )
    });
    if held || scheme || again {
        return None;
    }
    let text = clean(&printed[found.range.clone()]);
    Some(context.of_source(
        Code::ExcusedFigure,
        &format!("excused[{at}].exact"),
        format!("“{text}”像是一个数量，却列为不录"),
        format!("“{text}” reads as a quantity, yet is excused"),
    ))
}

/// Whether `clause` has two Han characters in a row that one of `texts` has too: it speaks of the same thing.
fn shares_a_word(clause: &str, texts: &[&str]) -> bool {
    let chars: Vec<char> = clause.chars().collect();
    let pairs = chars.windows(2).filter(|pair| pair.iter().all(|c| is_han(*c)));
    let pairs = pairs.map(|pair| pair.iter().collect::<String>());
    pairs
        .into_iter()
        .any(|pair| texts.iter().any(|text| text.contains(&pair)))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// A figure beside which more digits are printed, so that it may be a part of one that was torn.
fn doubt(line: &str, found: &FoundNumeral, fact: Fact<'_>) -> Option<Finding> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let marks = [' ', '.', ',', '\u{3000}'];
    let (before, after) = (&line[..found.range.start], &line[found.range.end..]);
    let figure = &line[found.range.clone()];
    let torn = digit(figure.chars().next()) && digit(before.trim_end_matches(marks).chars().next_back())
        || digit(figure.chars().next_back()) && digit(after.trim_start_matches(marks).chars().next());
    let text = clean(figure);
    torn.then(|| {
        about(
            Code::Unsure,
            fact,
            "as_written",
            format!("“{text}”旁边还有数字，可能只是一个数的一部分"),
            format!("more digits stand beside “{text}”, which may be a part of one number"),
        )
    })
}

/// Whether counting makes sense: records that were left out as faulty account for figures too.
fn countable(context: &SourceContext<'_>) -> bool {
    context.whole && !context.dossiers.is_empty()
}

/// The numerals of the body with their lines.
fn body<'d>(
    context: &'d SourceContext<'_>,
    article: &'d Article<'_>,
) -> impl Iterator<Item = (u32, &'d FoundNumeral)> {
    let lines = (1..=article.len()).filter(|line| context.source.is_body(*line));
    lines.flat_map(|line| article.numerals(line).iter().map(move |found| (line, found)))
}

fn uncovered(context: &SourceContext<'_>, article: &Article<'_>, line: u32, found: &FoundNumeral) -> Finding {
    let text = clean(&article.line(line)[found.range.clone()]).into_owned();
    let file = &context.dossiers[0].college.file;
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| found.kind.word(lang));
    let message = Bilingual::new(
        format!(
            "“{text}”({zh}) 既没有录入 {file}，也没有列入 {}",
            context.source.file
        ),
        format!(
            "“{text}” ({en}) is neither an outcome in {file} nor excused in {}",
            context.source.file
        ),
    );
    Finding::new(
        Code::Uncovered,
        article.place_of(line, found.range.clone()),
        message,
    )
}

/// Places of one line and what claims them.
type Places<'a> = Vec<(Range<usize>, By<'a>)>;

/// What accounts for numerals: the places of wordings, phrases and excuses, by line.
struct Claims<'d, 'a> {
    wordings: HashMap<u32, Places<'a>>,
    phrases: HashMap<u32, Places<'a>>,
    excuses: HashMap<u32, Places<'a>>,
    /// Phrases that are not where they are said to be, or whose figure cannot be read: their own finding says
    /// so, and the numerals they hold are not reported a second time.
    astray: Vec<(Option<u32>, &'d str)>,
}

impl<'d, 'a> Claims<'d, 'a> {
    fn of(context: &'d SourceContext<'a>) -> Self {
        let mut claims = Self {
            wordings: HashMap::new(),
            phrases: HashMap::new(),
            excuses: HashMap::new(),
            astray: Vec::new(),
        };
        for (college, outcome, cited) in context.outcomes() {
            let line = outcome.cite.line;
            let claim = By::Outcome(college, outcome);
            match (cited.at(), figure::printed_range(outcome, cited)) {
                (None, _) => claims.lost(&outcome.cite, &cited.stands),
                (Some(_), None) => claims.astray.extend([
                    (Some(line), &*outcome.cite.exact),
                    (Some(line), &*outcome.as_written),
                ]),
                (Some(at), Some(place)) => {
                    claims.phrases.entry(line).or_default().push((at, claim));
                    claims.wordings.entry(line).or_default().push((place, claim));
                    if figure::unread(context, outcome, cited) {
                        claims.astray.push((Some(line), &outcome.cite.exact));
                    }
                }
            }
        }
        for (n, (cite, stands)) in context.excused.iter().enumerate() {
            match stands {
                Stands::At(at) => {
                    let places = claims.excuses.entry(cite.line).or_default();
                    places.push((at.clone(), By::Excuse(n)));
                }
                stands => claims.lost(cite, stands),
            }
        }
        claims
    }

    fn lost(&mut self, cite: &'d Citation, stands: &Stands) {
        let line = match stands {
            Stands::Elsewhere(line) => Some(*line),
            Stands::Nowhere | Stands::NoLine => None,
            _ => Some(cite.line),
        };
        self.astray.push((line, &cite.exact));
    }

    fn on(&self, line: u32, found: &FoundNumeral) -> Option<By<'a>> {
        let numeral = &found.range;
        let first = |places: &HashMap<u32, Places<'a>>, fits: fn(&Range<usize>, &Range<usize>) -> bool| {
            let mut places = places.get(&line)?.iter();
            places.find(|(at, _)| fits(at, numeral)).map(|(_, claim)| *claim)
        };
        let holds =
            |at: &Range<usize>, numeral: &Range<usize>| at.start <= numeral.start && numeral.end <= at.end;
        let phrased = || match found.kind {
            NumeralKind::Quantity(_) => None,
            _ => first(&self.phrases, holds),
        };
        first(&self.wordings, overlap)
            .or_else(phrased)
            .or_else(|| first(&self.excuses, holds))
    }

    /// Whether a phrase gone astray was meant to hold `text`.
    fn meant(&self, line: u32, text: &str) -> bool {
        self.astray
            .iter()
            .any(|(on, exact)| on.is_none_or(|on| on == line) && exact.contains(text))
    }
}
