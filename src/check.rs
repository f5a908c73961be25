//! The guard: is what the dossiers say what the articles print?
//!
//! Owns the rules, one `const` slice of pure functions over the atlas and the article texts at hand, and
//! the order they run in. A rule reports and decides nothing; without an article's text it checks what can
//! be checked and the report says what could not. Reading files is `load`'s, showing findings the painters'.

mod article;
mod cited;
mod composed;
mod context;
mod coverage;
mod date;
mod duplicates;
mod excuse;
mod figure;
mod framework;
mod names;
mod order;
mod period;
mod phrase;
mod printed;
mod quotes;
mod recognition;
mod record;
mod registers;
mod report;
mod unfinished;

use std::cmp::Ordering;

pub(crate) use article::overlap;
use context::{Broken, SourceContext};
pub(crate) use coverage::{By, Numeral, State};
pub use report::{CheckReport, Coverage, Extent};

use crate::{
    finding::Finding,
    load::{Articles, Loaded, Origin, OriginFile, articles::ArticleState, with_positions},
    model::{College, SourceIx},
    parallel,
};

/// A rule over one source, its article and its dossiers.
type Rule = fn(&SourceContext<'_>, &mut Vec<Finding>);

/// Every rule over a source but coverage, which also counts.
const RULES: &[Rule] = &[
    unfinished::texts,
    record::changed,
    record::name_and_use,
    record::lines,
    record::printed,
    record::excuses,
    date::published,
    excuse::kinds,
    excuse::tables,
    names::college,
    names::languages,
    printed::texts,
    printed::headings,
    composed::names,
    phrase::cited,
    phrase::length,
    figure::quantities,
    figure::units,
    figure::members,
    figure::guesses,
    period::words,
    period::printed,
    period::english,
    duplicates::outcomes,
    order::pillars,
    order::measures,
    order::measure_themes,
    order::under_its_pillar,
    framework::totals,
    framework::members,
    recognition::printed_years,
    recognition::levels,
    recognition::outcome_elsewhere,
    quotes::own_words,
];

/// Below this number of sources they are checked where they are: threads cost more than they save.
const FEW: usize = 16;

/// Checks what was loaded from `origin` against the texts in `articles`.
pub fn check(loaded: &Loaded, origin: &Origin, articles: &Articles) -> CheckReport {
    let (entries, _) = origin.entries();
    let held = articles.held(&loaded.atlas);
    let mut report = judge(loaded, &entries, &held);
    report.findings = with_positions(&entries, report.findings);
    report.findings.sort_by(in_order);
    report
}

/// The same from what is already at hand: the names of the files and what is `held` of each source, in the
/// atlas's order. Findings come unlocated, those of the loader first.
pub(crate) fn judge(loaded: &Loaded, entries: &[OriginFile], held: &[ArticleState]) -> CheckReport {
    let absent = ArticleState::Absent;
    let mut dossiers: Vec<Vec<&College>> = vec![Vec::new(); loaded.atlas.sources.len()];
    for college in &loaded.atlas.colleges {
        dossiers[college.source.at()].push(college);
    }
    let cases: Vec<_> = dossiers
        .iter()
        .enumerate()
        .map(|(at, dossiers)| {
            (
                &loaded.atlas.sources[at],
                &**dossiers,
                held.get(at).unwrap_or(&absent),
            )
        })
        .collect();
    let mut report = CheckReport {
        findings: loaded.findings.clone(),
        coverage: Vec::with_capacity(cases.len()),
    };
    let broken = Broken::of(loaded);
    let judged = parallel::map(&cases, FEW, |(source, dossiers, held)| {
        one(&SourceContext::new(
            &loaded.atlas,
            source,
            dossiers,
            held,
            &broken,
        ))
    });
    for (findings, coverage) in judged {
        report.findings.extend(findings);
        report.coverage.push(coverage);
    }
    registers::rules(loaded, entries, &mut report.findings);
    report
}

/// By file, line and column; what stands at one place keeps the order of the rules.
fn in_order(a: &Finding, b: &Finding) -> Ordering {
    let key = |finding: &Finding| (finding.place.line, finding.place.column);
    a.place.file.cmp(&b.place.file).then(key(a).cmp(&key(b)))
}

/// Every numeral of the body of a source's article and how it stands with the dossiers and the record, in the order
/// of the text; none when `held` is not the text on record.
pub(crate) fn numerals<'a>(loaded: &'a Loaded, source: SourceIx, held: &'a ArticleState) -> Vec<Numeral<'a>> {
    let atlas = &loaded.atlas;
    let colleges = atlas.colleges.iter();
    let dossiers: Vec<_> = colleges.filter(|college| college.source == source).collect();
    let broken = Broken::of(loaded);
    coverage::numerals(&SourceContext::new(
        atlas,
        atlas.source(source),
        &dossiers,
        held,
        &broken,
    ))
}

fn one(context: &SourceContext<'_>) -> (Vec<Finding>, Coverage) {
    let mut findings = Vec::new();
    RULES.iter().for_each(|rule| rule(context, &mut findings));
    let coverage = coverage::count(context, &mut findings);
    (findings, coverage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn every_numeral_says_how_it_stands_and_by_what() {
        let origin = Origin::Folder("tests/fixtures/tiny".into());
        let mut loaded = load(&origin);
        loaded.atlas.colleges[0].outcomes[0].guesses = Some(Vec::new());
        let held = Articles::new(["tests/fixtures/tiny/articles".into()]).held(&loaded.atlas);
        let source = loaded.atlas.colleges[0].source;
        let ArticleState::Same { text, .. } = &held[source.at()] else {
            panic!("the fixture has its article")
        };
        let lines: Vec<_> = text.lines().collect();
        let drawn = |numeral: &Numeral<'_>| {
            let text = &lines[numeral.line as usize - 1][numeral.found.range.clone()];
            let by = match numeral.by {
                Some(By::Outcome(_, outcome)) => outcome.id.to_string(),
                Some(By::Excuse(at)) => at.to_string(),
                None => String::new(),
            };
            format!("{text} {:?} {by}", numeral.state())
        };
        let all = numerals(&loaded, source, &held[source.at()]);
        insta::assert_snapshot!(all.iter().map(drawn).collect::<Vec<_>>().join("\n"), @"
        22家 Guessed firms
        3坊1室 Excused 1
        600多万元 Curated income
        近1万人次 Open 
        2024届 Open 
        97%以上 Curated rate
        2023年 Excused 2
        ");
    }
}
