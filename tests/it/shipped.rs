//! The data that are shipped: they load without a finding, and every figure is where it is said to be.

use std::path::PathBuf;

use rongtu::{
    check::{Extent, check},
    load::{Articles, Loaded, Origin, articles, load},
    model::{Fact, Source, facts},
    numeral,
};

fn shipped() -> Loaded {
    load(&Origin::Embedded)
}

#[allow(
    clippy::print_stderr,
    reason = "who runs the tests has to know what was left out"
)]
fn skipped(test: &str) {
    eprintln!("skipped: {test} needs the article texts; set RONGTU_ARTICLES");
}

/// The article texts, if this machine has them: `RONGTU_ARTICLES`, else the folder beside the repository.
fn texts(test: &str) -> Option<Articles> {
    let named = std::env::var_os("RONGTU_ARTICLES").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| PathBuf::from("../shared/articles"));
    let found = Articles::new([folder]);
    let all = shipped()
        .atlas
        .sources
        .iter()
        .all(|source| found.text(source).is_some());
    if !all {
        skipped(test);
    }
    all.then_some(found)
}

/// Every fact with the text of its article.
fn each_cited(texts: &Articles, test: impl Fn(Fact<'_>, &Source, &str)) {
    let atlas = shipped().atlas;
    for college in &atlas.colleges {
        let source = atlas.source(college.source);
        let text = texts.text(source).unwrap();
        for fact in facts(college) {
            let Some(cite) = fact.cite() else { continue };
            let line = articles::line(&text, cite.line);
            let line = line.unwrap_or_else(|| panic!("{}: no line {}", fact.addr(), cite.line));
            test(fact, source, line);
        }
    }
}

#[test]
fn they_load_without_a_finding() {
    let loaded = shipped();
    assert_eq!(loaded.findings, []);
    let pillars: Vec<_> = loaded
        .atlas
        .colleges
        .iter()
        .map(|college| college.pillars.len())
        .collect();
    assert_eq!(pillars, [5, 4], "sdcit has five pillars, tzvcst four");
}

#[test]
fn every_phrase_stands_once_in_its_line_of_the_body() {
    let Some(texts) = texts("every_phrase_stands_once_in_its_line_of_the_body") else {
        return;
    };
    each_cited(&texts, |fact, source, line| {
        let cite = fact.cite().unwrap();
        assert_eq!(cite.places(line).count(), 1, "{}: {}", fact.addr(), cite.exact);
        assert!(
            source.is_body(cite.line),
            "{}: line {} is furniture",
            fact.addr(),
            cite.line
        );
    });
}

#[test]
fn every_figure_reads_as_it_was_curated() {
    for college in &shipped().atlas.colleges {
        for outcome in &college.outcomes {
            for phrase in [&outcome.as_written, &outcome.cite.exact] {
                let read = numeral::read(phrase);
                assert_eq!(
                    read.as_ref(),
                    Some(&outcome.quantity),
                    "{}/{}: {phrase}",
                    college.id,
                    outcome.id
                );
            }
        }
    }
}

#[test]
fn every_address_leads_back_to_its_fact() {
    let atlas = shipped().atlas;
    for fact in atlas.colleges.iter().flat_map(facts) {
        let found = atlas.resolve(&fact.addr()).unwrap();
        assert_eq!((found.kind(), found.name()), (fact.kind(), fact.name()));
    }
}

#[test]
fn nothing_is_defined_in_vain() {
    let atlas = shipped().atlas;
    let outcomes = || atlas.colleges.iter().flat_map(|college| &college.outcomes);
    for (at, metric) in atlas.metrics.iter().enumerate() {
        assert!(
            outcomes().any(|outcome| outcome.metric.at() == at),
            "{}",
            metric.id
        );
    }
    for (at, family) in atlas.families.iter().enumerate() {
        let members = atlas
            .metrics
            .iter()
            .filter(|metric| metric.family.is_some_and(|ix| ix.at() == at));
        assert!(members.count() > 1, "{} relates nothing", family.id);
    }
    for (at, source) in atlas.sources.iter().enumerate() {
        assert!(
            atlas.colleges.iter().any(|college| college.source.at() == at),
            "{}",
            source.id
        );
    }
}

#[test]
fn they_are_what_their_articles_print() {
    let Some(texts) = texts("checking") else { return };
    let loaded = shipped();
    let report = check(&loaded, &Origin::Embedded, &texts);
    assert_eq!(report.findings, []);
    for one in &report.coverage {
        let Extent::Counted {
            numerals,
            curated,
            excused,
        } = one.extent
        else {
            panic!("{one:?}")
        };
        assert_eq!(curated + excused, numerals, "{}", one.source);
    }
}
