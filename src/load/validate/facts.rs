//! The records of a dossier, one function a kind.

use super::{Ids, KnownIds};
use crate::load::register_index::RegisterIndex;
use crate::{
    finding::Code,
    lang::Bilingual,
    load::{
        raw::{
            RawCite, RawFramework, RawGroup, RawGuess, RawList, RawMeasure, RawOutcome, RawPartner,
            RawPeriod, RawPillar, RawRecognition, Two,
        },
        sanitize::{At, Fields},
    },
    model::{
        Bound, Citation, Framework, Group, Guess, Measure, Outcome, Partner, Period, Pillar, Quantity,
        Recognition, Scope, ThemeIx,
    },
};

/// The pillars in order of their numbers; a number that is not the next one is a finding.
///
/// Where numbers are taken twice or leave a gap, the pillars stand in the order of the file, so that what refers to
/// them still finds them.
pub(crate) fn pillars(door: &mut Fields<'_>, raw: RawList<RawPillar>, known: &KnownIds) -> Vec<Pillar> {
    let records: Vec<_> = raw.into_records().take(usize::from(u8::MAX)).collect();
    let numbers: Vec<u8> = records.iter().map(|(_, raw)| raw.n).collect();
    let whole = (1..).take(numbers.len()).all(|n| numbers.contains(&n));
    let mut pillars: Vec<Pillar> = Vec::new();
    for (next, (at, mut raw)) in (1..).zip(records) {
        let at = At { list: "pillars", at };
        if raw.n != next {
            door.report(Code::BadPillar, at, "n", &raw.n.to_string());
        }
        if !whole {
            raw.n = next;
        }
        pillars.push(pillar(door, at, raw, known));
    }
    pillars.sort_by_key(|pillar| pillar.n);
    pillars.shrink_to_fit();
    pillars
}

fn pillar(door: &mut Fields<'_>, at: At, raw: RawPillar, known: &KnownIds) -> Pillar {
    Pillar {
        n: raw.n,
        themes: themes(door, at, &raw.themes, known),
        heading: door.pair(at, "heading", raw.heading, raw.en),
        slogan: door.text(at, "slogan", raw.slogan),
        printed: door.text(at, "printed", raw.printed),
        gist: door.two(at, "gist", raw.gist),
        cite: cite(door, at, raw.cite),
    }
}

pub(crate) fn measure(
    door: &mut Fields<'_>,
    ids: &mut Ids,
    at: u32,
    raw: RawMeasure,
    known: &KnownIds,
) -> Option<Measure> {
    let at = At { list: "measures", at };
    let id = ids.take(door, at, &raw.id);
    let pillar = ids.pillar(door, at, raw.pillar);
    Some(Measure {
        id: id?,
        pillar: pillar?,
        n: raw.n,
        title: door.pair(at, "title", raw.title, raw.en),
        slogan: door.maybe(at, "slogan", raw.slogan),
        themes: themes(door, at, &raw.themes, known),
        gist: door.two(at, "gist", raw.gist),
        note: note(door, at, raw.note),
        cite: cite(door, at, raw.cite),
    })
}

pub(crate) fn framework(
    door: &mut Fields<'_>,
    ids: &mut Ids,
    at: u32,
    raw: RawFramework,
) -> Option<Framework> {
    let at = At {
        list: "frameworks",
        at,
    };
    let id = ids.take(door, at, &raw.id);
    let pillar = ids.maybe(door, at, raw.pillar);
    Some(Framework {
        id: id?,
        pillar: pillar?,
        name: door.pair(at, "name", raw.name, raw.en),
        gist: raw.gist.map(|two| door.two(at, "gist", two)).unwrap_or_default(),
        groups: raw.groups.into_iter().map(|raw| group(door, at, raw)).collect(),
        cite: cite(door, at, raw.cite),
    })
}

fn group(door: &mut Fields<'_>, at: At, raw: RawGroup) -> Group {
    let zh = door.text(at, "groups", raw.name);
    let en = door.maybe(at, "groups", raw.en).unwrap_or_else(|| zh.clone());
    Group {
        name: Bilingual { zh, en },
        total: raw.total,
        unit: door.maybe(at, "groups", raw.unit),
        members: door.texts(at, "groups", raw.members),
    }
}

pub(crate) fn recognition(
    door: &mut Fields<'_>,
    ids: &mut Ids,
    at: u32,
    raw: RawRecognition,
    outcomes: &RegisterIndex<()>,
    known: &KnownIds,
) -> Option<Recognition> {
    let at = At {
        list: "recognitions",
        at,
    };
    let id = ids.take(door, at, &raw.id);
    let pillar = ids.maybe(door, at, raw.pillar);
    let counted = raw
        .outcome
        .filter(|id| door.refer(at, "outcome", id, outcomes).is_some());
    let family = raw
        .family
        .and_then(|id| door.refer(at, "family", &id, &known.families));
    Some(Recognition {
        id: id?,
        pillar: pillar?,
        kind: raw.kind,
        name: door.pair(at, "name", raw.name, raw.en),
        claim: raw.claim.map(|two| door.two(at, "claim", two)),
        work: door.maybe(at, "work", raw.work),
        level: raw.level,
        year: raw.year,
        holder: door.maybe(at, "holder", raw.holder),
        outcome: counted.and_then(|id| id.parse().ok()),
        family,
        note: note(door, at, raw.note),
        cite: cite(door, at, raw.cite),
    })
}

pub(crate) fn partner(door: &mut Fields<'_>, ids: &mut Ids, at: u32, raw: RawPartner) -> Option<Partner> {
    let at = At { list: "partners", at };
    let id = ids.take(door, at, &raw.id);
    let pillar = ids.maybe(door, at, raw.pillar);
    Some(Partner {
        id: id?,
        pillar: pillar?,
        kind: raw.kind,
        name: door.pair(at, "name", raw.name, raw.en),
        note: note(door, at, raw.note),
        cite: cite(door, at, raw.cite),
    })
}

pub(crate) fn outcome(
    door: &mut Fields<'_>,
    ids: &mut Ids,
    place: u32,
    raw: RawOutcome,
    known: &KnownIds,
    scope: Scope,
) -> Option<Outcome> {
    let at = At {
        list: "outcomes",
        at: place,
    };
    let id = ids.take(door, at, &raw.id);
    let pillar = ids.maybe(door, at, raw.pillar);
    let metric = match &raw.metric {
        Some(metric) => door.refer(at, "metric", metric, &known.metrics).map(Some),
        None => Some(None),
    };
    let quantity = quantity(door, at, &raw);
    Some(Outcome {
        id: id?,
        pillar: pillar?,
        metric: metric?,
        quantity: quantity?,
        guesses: raw.guess.map(|raw| guesses(door, at, raw, known)),
        label: door.pair(at, "label", raw.label, raw.en),
        as_written: door.text(at, "as_written", raw.as_written),
        period: raw.period.map(|raw| period(door, at, raw)),
        scope: raw.scope.unwrap_or(scope),
        named: door.texts(at, "named", raw.named),
        note: note(door, at, raw.note),
        cite: cite(door, at, raw.cite),
        at: place,
    })
}

/// Proposals for metrics that exist; one that does not is reported and left out.
fn guesses(door: &mut Fields<'_>, at: At, raw: Vec<RawGuess>, known: &KnownIds) -> Vec<Guess> {
    let mut guesses = Vec::with_capacity(raw.len());
    for (n, guess) in raw.into_iter().enumerate() {
        let field = format!("guess[{n}].metric");
        if door.refer(at, &field, &guess.metric, &known.metrics).is_some()
            && let Ok(metric) = guess.metric.parse()
        {
            let words = door.text(at, &format!("guess[{n}].words"), guess.words);
            guesses.push(Guess { metric, words });
        }
    }
    guesses
}

fn quantity(door: &mut Fields<'_>, at: At, raw: &RawOutcome) -> Option<Quantity> {
    for (field, value) in [("value", raw.value), ("max", raw.max.unwrap_or(raw.value))] {
        if !value.is_finite() {
            door.report(Code::NotFinite, at, field, &value.to_string());
            return None;
        }
    }
    let agrees = match raw.bound {
        Bound::Range => raw.max.is_some_and(|max| max > raw.value),
        _ => raw.max.is_none(),
    };
    if !agrees {
        let field = if raw.bound == Bound::Range { "bound" } else { "max" };
        door.report(Code::BadRange, at, field, raw.bound.as_str());
        return None;
    }
    let unit = door.maybe(at, "unit", raw.unit.clone()).unwrap_or_default();
    Some(Quantity {
        value: raw.value,
        max: raw.max,
        unit,
        bound: raw.bound,
    })
}

fn period(door: &mut Fields<'_>, at: At, raw: RawPeriod) -> Period {
    let text = door.text(at, "period.text", raw.text);
    Period {
        kind: raw.kind,
        text,
        year: raw.year,
        cumulative: raw.cumulative,
        en: door.maybe(at, "period.en", raw.en),
    }
}

fn themes(door: &mut Fields<'_>, at: At, raw: &[String], known: &KnownIds) -> Vec<ThemeIx> {
    let refer = |(n, id): (usize, &String)| door.refer(at, &format!("themes[{n}]"), id, &known.themes);
    raw.iter().enumerate().filter_map(refer).collect()
}

fn note(door: &mut Fields<'_>, at: At, raw: Option<Two>) -> Option<Bilingual> {
    raw.map(|two| door.two(at, "note", two))
}

fn cite(door: &mut Fields<'_>, at: At, raw: RawCite) -> Citation {
    Citation {
        line: raw.line,
        exact: door.text(at, "cite.exact", raw.exact),
        prefix: door.maybe(at, "cite.prefix", raw.prefix),
        suffix: door.maybe(at, "cite.suffix", raw.suffix),
    }
}
