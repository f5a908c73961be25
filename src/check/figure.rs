//! Rules for figures: the number printed is the value, its bound the bound, its unit the unit.
//!
//! Owns the reading of an outcome's printed wording in its place. With the article at hand it is read in
//! its line, so that a bound word or a digit left out of the phrase is noticed; without, in the phrase.

use std::ops::Range;

use super::{
    article::overlap,
    cited::Cited,
    context::{FaultWords, SourceContext, about},
};
use crate::{
    finding::{Code, Finding},
    model::{Bound, Citation, Outcome, Quantity},
    numeral::{FoundNumeral, NumeralKind, RATIO, grouped, read, scan},
};

/// The wording stands in the phrase, is one whole figure, and says what the outcome says.
pub(crate) fn quantities(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, outcome, cited) in context.outcomes() {
        let tell = |(code, field, zh, en): FaultWords| about(code, cited.fact, field, zh, en);
        match printed(context, outcome, cited) {
            Err(wrong) => out.push(tell(wrong)),
            Ok(printed) => out.extend(differences(outcome, &printed).into_iter().map(tell)),
        }
    }
}

/// An outcome is stated in its metric's unit.
pub(crate) fn units(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, outcome, cited) in context.outcomes() {
        let Some(metric) = outcome.metric.map(|ix| context.atlas.metric(ix)) else {
            continue;
        };
        let (unit, wanted) = (&outcome.quantity.unit, &metric.unit);
        let as_printed = || printed(context, outcome, cited).is_ok_and(|q| same_unit(unit, &q.unit));
        if unit != wanted && as_printed() {
            let finding = about(
                Code::MetricUnit,
                cited.fact,
                "metric",
                format!("指标 {} 以“{wanted}”计，此处是“{unit}”", metric.id),
                format!("the metric {} counts in “{wanted}”, this is “{unit}”", metric.id),
            );
            out.push(finding.among(format!("unit of {}", metric.id)));
        }
    }
}

/// An outcome names no more members than it counts.
pub(crate) fn members(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, outcome, cited) in context.outcomes() {
        let (named, value) = (outcome.named.len(), outcome.quantity.value);
        if value >= 0.0 && (named as f64) > outcome.quantity.max.unwrap_or(value) {
            out.push(about(
                Code::TooManyMembers,
                cited.fact,
                "named",
                format!("列出 {named} 个，而数值只有 {value}"),
                format!("{named} are named and only {value} counted"),
            ));
        }
    }
}

/// Every figure of a draft has been confirmed by a person.
pub(super) fn guesses(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, outcome, cited) in context.outcomes() {
        let Some(guesses) = &outcome.guesses else { continue };
        let list = |and: &str| {
            let words = guesses
                .iter()
                .map(|guess| format!("{}{and}{}”", guess.metric, guess.words));
            words.collect::<Vec<_>>().join(", ")
        };
        let (zh, en) = match guesses.is_empty() {
            true => ("没有合适的已知指标".to_owned(), "no known metric fits".to_owned()),
            false => (
                format!("可能的指标: {}", list(" 据“")),
                format!("metrics it may be of: {}", list(" for “")),
            ),
        };
        let wording = &outcome.as_written;
        out.push(about(
            Code::Guess,
            cited.fact,
            "guess",
            format!("“{wording}”还没有人核对；{zh}"),
            format!("nobody has confirmed “{wording}”; {en}"),
        ));
    }
}

/// Bytes of the printed wording in the line of the article.
pub(crate) fn printed_range(outcome: &Outcome, cited: &Cited<'_>) -> Option<Range<usize>> {
    let phrase = cited.at()?;
    let at = phrase.start + outcome.cite.exact.find(&*outcome.as_written)?;
    Some(at..at + outcome.as_written.len())
}

/// Whether no figure can be read where the outcome says it stands.
pub(crate) fn unread(context: &SourceContext<'_>, outcome: &Outcome, cited: &Cited<'_>) -> bool {
    printed(context, outcome, cited).is_err()
}

/// The quantity that stands in print.
fn printed(
    context: &SourceContext<'_>,
    outcome: &Outcome,
    cited: &Cited<'_>,
) -> Result<Quantity, FaultWords> {
    let Citation { line, exact, .. } = &outcome.cite;
    let Some(at) = exact.find(&*outcome.as_written) else {
        return Err(not_in_phrase(outcome));
    };
    match (&context.article, printed_range(outcome, cited)) {
        (Some(article), Some(place)) => figure(
            article.line(*line),
            article.numerals(*line),
            place,
            &outcome.as_written,
        ),
        _ => figure(
            exact,
            &scan(exact),
            at..at + outcome.as_written.len(),
            &outcome.as_written,
        ),
    }
}

/// The one figure of `wording`, which stands at `printed_range` in `text`.
fn figure(
    text: &str,
    numerals: &[FoundNumeral],
    place: Range<usize>,
    wording: &str,
) -> Result<Quantity, FaultWords> {
    let touching = |found: &&FoundNumeral| overlap(&found.range, &place);
    let mut figures = numerals
        .iter()
        .filter(touching)
        .filter_map(|found| found.quantity().map(|quantity| (quantity, &found.range)));
    if numerals
        .iter()
        .filter(touching)
        .any(|found| found.kind == NumeralKind::Torn)
    {
        return Err(torn(wording));
    }
    match (figures.next(), figures.next()) {
        (Some((_, whole)), None) if whole.start < place.start || whole.end > place.end => {
            let whole = &text[whole.clone()];
            Err(if is_ambiguous(whole) {
                doubtful(whole, wording)
            } else {
                cut(whole, wording)
            })
        }
        (Some((quantity, _)), None) => Ok(quantity.clone()),
        (None, _) if !timed(numerals, &place) => read(wording).ok_or_else(|| no_figure(wording)),
        _ => Err(no_figure(wording)),
    }
}

/// Whether a year, a date or a rank stands there: nothing that could be counted.
fn timed(numerals: &[FoundNumeral], place: &Range<usize>) -> bool {
    numerals.iter().any(|found| {
        let no_count = matches!(
            found.kind,
            NumeralKind::Year
                | NumeralKind::Date
                | NumeralKind::ClassYear
                | NumeralKind::Ordinal
                | NumeralKind::Duration
        );
        no_count && overlap(&found.range, place)
    })
}

fn differences(outcome: &Outcome, printed: &Quantity) -> Vec<FaultWords> {
    let curated = &outcome.quantity;
    let wording = &outcome.as_written;
    let unsure = is_ambiguous(wording);
    let mut wrong = Vec::new();
    let mut differ = |code, field, here: &str, there: &str| {
        wrong.push(match unsure {
            false => (
                code,
                field,
                format!("“{wording}”是 {there}，此处写的是 {here}"),
                format!("“{wording}” says {there}, here stands {here}"),
            ),
            true => (
                Code::Unsure,
                field,
                format!("“{wording}”读作 {there}，此处写的是 {here}；写法有歧义，请自行核对"),
                format!("“{wording}” reads as {there}, here stands {here}; it may be read in two ways, so see for yourself"),
            ),
        });
    };
    let shares = &*printed.unit == RATIO;
    let percent = shares && &*curated.unit == "%";
    let value = if percent {
        printed.value * 100.0
    } else {
        printed.value
    };
    // Two thirds has no last digit: a share is as good as its third one.
    let rounded = shares && (curated.value - value).abs() <= 5e-4 * value.abs();
    if !equal(curated.value, value) && !rounded {
        differ(
            Code::ValueDiffers,
            "value",
            &number(curated.value),
            &number(printed.value),
        );
    }
    if curated.bound != printed.bound {
        let unsaid = curated.bound == Bound::Exact;
        let field = if unsaid { "as_written" } else { "bound" };
        differ(
            Code::BoundDiffers,
            field,
            curated.bound.as_str(),
            printed.bound.as_str(),
        );
    } else if let (Some(here), Some(there)) = (curated.max, printed.max)
        && !equal(here, there)
    {
        differ(Code::ValueDiffers, "max", &number(here), &number(there));
    }
    if !percent && !same_unit(&curated.unit, &printed.unit) {
        differ(Code::UnitDiffers, "unit", &curated.unit, &printed.unit);
    }
    wrong
}

fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn number(value: f64) -> String {
    grouped(value)
}

/// Whether two names of a unit mean one: 平米 is 平方米. A figure printed without one is not against any.
fn same_unit(curated: &str, printed: &str) -> bool {
    let of_three = || read(&format!("3{curated}"));
    // 万元 is no name of 元: the 万 belongs to the value.
    let canonical = || of_three().is_some_and(|three| *three.unit == *printed && equal(three.value, 3.0));
    curated == printed || printed.is_empty() || canonical()
}

fn not_in_phrase(outcome: &Outcome) -> FaultWords {
    let (wording, exact) = (&outcome.as_written, &outcome.cite.exact);
    (
        Code::NotInPhrase,
        "as_written",
        format!("“{wording}”不在引语“{exact}”里"),
        format!("“{wording}” does not stand in the phrase “{exact}”"),
    )
}

fn cut(whole: &str, wording: &str) -> FaultWords {
    (
        Code::FigureCut,
        "as_written",
        format!("原文作“{whole}”，此处只取了“{wording}”"),
        format!("the article prints “{whole}”, of which “{wording}” is only a part"),
    )
}

/// Whether a number is printed so that it may be two: `1, 200` is 1200 with a stray blank, or 1 and 200.
fn is_ambiguous(printed: &str) -> bool {
    let blank = |c: char| c.is_whitespace();
    printed.match_indices([',', '，']).any(|(at, mark)| {
        let (before, after) = (&printed[..at], &printed[at + mark.len()..]);
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
        let apart = before.ends_with(blank) || after.starts_with(blank) || mark == "，";
        apart && digit(before.trim_end().chars().next_back()) && digit(after.trim_start().chars().next())
    })
}

fn doubtful(whole: &str, wording: &str) -> FaultWords {
    (
        Code::Unsure,
        "as_written",
        format!("原文作“{whole}”，可能是一个数，也可能是两个；此处取的是“{wording}”"),
        format!("the article prints “{whole}”, which may be one number or two; “{wording}” is taken here"),
    )
}

fn torn(wording: &str) -> FaultWords {
    (
        Code::Unsure,
        "as_written",
        format!("“{wording}”承接上一行末尾的数字，可能只是一个数的后一半"),
        format!("“{wording}” goes on from digits at the end of the line above, and may be half a number"),
    )
}

fn no_figure(wording: &str) -> FaultWords {
    (
        Code::NoFigure,
        "as_written",
        format!("从“{wording}”读不出唯一的数量"),
        format!("“{wording}” cannot be read as one figure"),
    )
}
