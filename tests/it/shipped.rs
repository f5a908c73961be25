//! The data that are shipped: they load without a finding, and every figure is where it is said to be.

use std::path::PathBuf;

use crate::run::Given;
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
            outcomes().any(|outcome| outcome.metric.is_some_and(|metric| metric.at() == at)),
            "{}",
            metric.id
        );
    }
    for (at, family) in atlas.families.iter().enumerate() {
        let members = atlas
            .metrics
            .iter()
            .filter(|metric| metric.family.is_some_and(|ix| ix.at() == at));
        // One of which nothing is counted has names instead; `check` finds one that has neither.
        assert!(members.count() != 1, "{} relates nothing", family.id);
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

/// What `rongtu show ADDR` lists under 文中列名.
fn listed(addr: &str) -> Vec<String> {
    let page = Given::default()
        .run(&format!("show {addr} --lang zh --width 200"))
        .out;
    let lines = page.lines().skip_while(|line| !line.starts_with("文中列名"));
    let own = lines
        .enumerate()
        .take_while(|(at, line)| *at == 0 || line.starts_with("  "));
    own.map(|(_, line)| line.trim_start_matches("文中列名").trim().to_owned())
        .collect()
}

#[test]
fn names_listed_with_a_figure_are_among_what_it_counts() {
    let atlas = shipped().atlas;
    for college in &atlas.colleges {
        let honours = college_honours(college.id.as_str());
        for outcome in &college.outcomes {
            let addr = format!("{}/{}", college.id, outcome.id);
            let names = listed(&addr);
            assert!(names.len() as f64 <= outcome.quantity.value, "{addr}: {names:?}");
            let mut once = names.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), names.len(), "{addr}: {names:?}");
            let honour = names.iter().find(|name| honours.contains(name));
            assert_eq!(honour, None, "{addr}");
        }
    }
    let named = [
        ("sdcit/skill-platforms", 2),
        ("sdcit/industry-colleges", 3),
        ("tzvcst/institutes", 2),
        ("tzvcst/five-batches", 1),
        ("tzvcst/zhejiang-craftsmen", 0),
        ("sdcit/national-first", 0),
        ("sdcit/technical-services", 0),
    ];
    for (addr, count) in named {
        assert_eq!(listed(addr).len(), count, "{addr}: {:?}", listed(addr));
    }
}

/// The names of the awards, titles and projects of a college, from the list of recognitions.
fn college_honours(id: &str) -> Vec<String> {
    let rows = Given::default()
        .run(&format!("list recognitions --college {id} --format jsonl"))
        .out;
    let rows = rows
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let honours = rows.filter(|row| row["kind"] != "platform");
    honours
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

/// What an article merely names has an English: only the titles of works stand there as printed.
#[test]
fn names_without_a_record_have_an_english() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let listed = Given::default().run("list frameworks --lang en --width 200").out;
    let found: Vec<_> = listed.lines().filter(|line| line.contains(han)).collect();
    assert_eq!(found, [""; 0]);
    let compared = Given::default()
        .run("compare tzvcst sdcit --lang en --format md")
        .out;
    let named: Vec<_> = compared.split("named: ").skip(1).collect();
    assert!(named.len() > 8);
    for names in named {
        let names = names.split(['|', '<', '[']).next().unwrap();
        assert!(!names.contains(han), "{names}");
    }
    for fact in ["tzvcst/teaching-national", "sdcit/national-first-award"] {
        let page = Given::default().run(&format!("show {fact} --lang en")).out;
        let holder = page.lines().find(|line| line.starts_with("holder")).unwrap();
        assert!(!holder.contains(han), "{holder}");
    }
}
