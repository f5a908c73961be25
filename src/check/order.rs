//! Rules for order: pillars and measures stand in the article as they are numbered, and every fact stands
//! under its pillar.

use super::{
    cited::{Cited, Stands},
    context::{Dossier, SourceContext, about},
};
use crate::{
    finding::{Code, Finding},
    model::{Fact, Measure},
};

/// Pillars follow one another in the article.
pub(crate) fn pillars(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for dossier in &context.dossiers {
        let pillars: Vec<_> = headings(dossier).collect();
        for pair in pillars.windows(2) {
            let [(n, first), (next, later)] = [&pair[0], &pair[1]];
            if spot(later) <= spot(first) {
                out.push(about(
                    Code::PillarOrder,
                    later.fact,
                    "cite.line",
                    format!("支柱 {next} 的标题在支柱 {n} 之前"),
                    format!("the heading of pillar {next} stands before that of pillar {n}"),
                ));
            }
        }
    }
}

/// Measures are numbered from 1 under each pillar, in the article's order.
pub(crate) fn measures(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for dossier in context.dossiers.iter().filter(|_| context.whole) {
        for pillar in &dossier.college.pillars {
            let under = measures_of(dossier, pillar.n);
            out.extend(under.iter().enumerate().filter_map(|(at, (measure, cited))| {
                let wanted = at + 1;
                (usize::from(measure.n) != wanted).then(|| misnumbered(measure, cited, wanted))
            }));
            let pairs = under.windows(2).filter(|pair| spot(pair[1].1) < spot(pair[0].1));
            out.extend(pairs.map(|pair| {
                let (first, later) = (pair[0].0, pair[1].0);
                about(
                    Code::MeasureOrder,
                    pair[1].1.fact,
                    "cite",
                    format!("{} 在原文里先于 {}", later.id, first.id),
                    format!("{} stands before {} in the article", later.id, first.id),
                )
            }));
        }
    }
}

/// Every fact stands under the pillar it names: after that pillar's heading and before the next.
pub(crate) fn under_its_pillar(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for dossier in context.dossiers.iter().filter(|dossier| ordered(dossier)) {
        for cited in dossier.cited.iter().filter(|cited| placed(cited)) {
            if matches!(cited.fact, Fact::Pillar(..)) {
                continue;
            }
            let stands = headings(dossier)
                .take_while(|(_, heading)| before(heading, cited))
                .last();
            let (named, stands) = (cited.fact.pillar(), stands.map(|(n, _)| n));
            if named != stands && !closing(dossier, cited) {
                out.push(elsewhere(cited, named, stands));
            }
        }
    }
}

/// Whether a fact without a pillar stands below everything that stands under one: in closing words.
fn closing(dossier: &Dossier<'_>, cited: &Cited<'_>) -> bool {
    let under = dossier.cited.iter().filter(|other| other.fact.pillar().is_some());
    let last = under.map(|other| other.cite.line).max();
    cited.fact.pillar().is_none() && last.is_some_and(|last| cited.cite.line > last)
}

fn misnumbered(measure: &Measure, cited: &Cited<'_>, wanted: usize) -> Finding {
    let n = measure.n;
    about(
        Code::MeasureOrder,
        cited.fact,
        "n",
        format!("编号应为 {wanted}，此处是 {n}"),
        format!("its number should be {wanted} and is {n}"),
    )
}

/// A measure is about some of what its pillar is about.
pub(crate) fn measure_themes(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (college, cited) in context.cited() {
        let Fact::Measure(_, measure) = cited.fact else {
            continue;
        };
        let Some(pillar) = college.pillar(measure.pillar) else {
            continue;
        };
        let foreign = measure
            .themes
            .iter()
            .position(|theme| !pillar.themes.contains(theme));
        if let Some(at) = foreign {
            let theme = &context.atlas.theme(measure.themes[at]).id;
            let finding = about(
                Code::MeasureTheme,
                cited.fact,
                &format!("themes[{at}]"),
                format!("支柱 {} 没有主题 {theme}", pillar.n),
                format!("pillar {} has no theme {theme}", pillar.n),
            );
            out.push(finding.among(format!("{} {} {theme}", college.id, pillar.n)));
        }
    }
}

fn elsewhere(cited: &Cited<'_>, named: Option<u8>, stands: Option<u8>) -> Finding {
    let zh = |n: Option<u8>| n.map_or("引言".to_owned(), |n| format!("支柱 {n}"));
    let en = |n: Option<u8>| n.map_or("the introduction".to_owned(), |n| format!("pillar {n}"));
    about(
        Code::WrongPillar,
        cited.fact,
        "pillar",
        format!("引语在{}之下，此处写的是{}", zh(stands), zh(named)),
        format!(
            "its phrase stands under {}, here it is put under {}",
            en(stands),
            en(named)
        ),
    )
    .among(format!("{} {named:?} under {stands:?}", cited.fact.college().id))
}

fn headings<'d, 'a>(dossier: &'d Dossier<'a>) -> impl Iterator<Item = (u8, &'d Cited<'a>)> {
    dossier.cited.iter().filter_map(|cited| match cited.fact {
        Fact::Pillar(_, pillar) => Some((pillar.n, cited)),
        _ => None,
    })
}

fn measures_of<'d, 'a>(dossier: &'d Dossier<'a>, n: u8) -> Vec<(&'a Measure, &'d Cited<'a>)> {
    let of = |cited: &'d Cited<'a>| match cited.fact {
        Fact::Measure(_, measure) if measure.pillar == n => Some((measure, cited)),
        _ => None,
    };
    dossier.cited.iter().filter_map(of).collect()
}

/// Whether every heading is where it should be; what stands under which is unknown otherwise.
fn ordered(dossier: &Dossier<'_>) -> bool {
    let spots: Vec<_> = headings(dossier).map(|(_, cited)| spot(cited)).collect();
    headings(dossier).all(|(_, cited)| placed(cited)) && spots.is_sorted()
}

fn placed(cited: &Cited<'_>) -> bool {
    matches!(cited.stands, Stands::At(_) | Stands::Unread)
}

/// Line, and bytes into it when known.
fn spot(cited: &Cited<'_>) -> (u32, usize) {
    (cited.cite.line, cited.at().map_or(0, |at| at.start))
}

/// Whether a heading stands before a fact. A fact may be part of its heading.
fn before(heading: &Cited<'_>, cited: &Cited<'_>) -> bool {
    match (heading.at(), cited.at()) {
        (Some(at), Some(fact)) if heading.cite.line == cited.cite.line => at.start <= fact.start,
        _ => heading.cite.line <= cited.cite.line,
    }
}
