//! Every field of the shipped files, made wrong in one place at a time: each fault is found by its code where it stands,
//! and edits that change no meaning raise no alarm.
//!
//! `single_faults/kinds.rs` says what can go wrong with which field. The places are looked for in the files as they are,
//! so that a curator who mends the data mends no test. Needs the article texts.

mod files;
mod harmless;
mod kinds;

use std::{fs, path::PathBuf, thread};

use crate::plain_chinese::foreign_words;
use files::Files;
use kinds::{ARGUED, Fault, WHOLE, Whole, faults};
use rongtu::{
    check::{CheckReport, check},
    load::{Articles, Origin, load},
};

/// Fewest faults there must be.
const FEWEST: usize = 152;

/// A fault done: what, in which file, its text, and the lines where it may be found.
struct Case {
    what: String,
    file: String,
    bytes: Vec<u8>,
    codes: &'static [&'static str],
    lines: Vec<u32>,
}

fn articles() -> Option<PathBuf> {
    let named = std::env::var_os("RONGTU_ARTICLES").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| PathBuf::from("../shared/articles"));
    folder.is_dir().then_some(folder)
}

fn cases(files: &Files) -> Vec<Case> {
    let mut cases = Vec::new();
    for Fault {
        what,
        list,
        key,
        edit,
        codes,
        at,
    } in faults()
    {
        let spots = files.spots(list, key);
        let spots: Vec<_> = spots.iter().filter(|spot| edit(spot).is_some()).collect();
        // One place of each kind, neither the first nor the last where there is a choice.
        let spot = spots.get(spots.len() / 2);
        let spot = spot.unwrap_or_else(|| panic!("nothing to do: {what}"));
        let edited = edit(spot).unwrap_or_default();
        cases.push(Case {
            what: format!("{what} ({}:{})", spot.file, spot.line),
            file: spot.file.to_owned(),
            bytes: spot.with(&edited).into_bytes(),
            codes,
            lines: at.lines(spot, &edited),
        });
    }
    for Whole {
        what,
        file,
        edit,
        code,
        line,
    } in WHOLE
    {
        for name in files.named(file) {
            cases.push(Case {
                what: format!("{what} ({name})"),
                file: name.to_owned(),
                bytes: edit(files.text(name)),
                codes: std::slice::from_ref(code),
                lines: line.iter().copied().collect(),
            });
        }
    }
    cases
}

/// What is wrong with what is found in a copy of the files with `case` done to one of them.
fn missed(files: &Files, dir: &std::path::Path, case: &Case) -> Option<String> {
    let report = checked(files, dir, &case.file, &case.bytes);
    let found = |finding: &rongtu::finding::Finding| {
        let place = &finding.place;
        let code = case.codes.contains(&finding.code.as_str());
        code && (case.lines.is_empty() || case.lines.contains(&place.line))
    };
    for finding in &report.findings {
        assert_eq!(
            foreign_words(finding, &files.ids()),
            [""; 0],
            "{:?}",
            finding.message
        );
    }
    if report.findings.iter().any(found) {
        return None;
    }
    let all = report
        .findings
        .iter()
        .map(|finding| format!("{} {}:{}", finding.code, finding.place.file, finding.place.line));
    let all: Vec<_> = all.take(6).collect();
    Some(format!(
        "{}: {:?} at {:?}, found {all:?}",
        case.what, case.codes, case.lines
    ))
}

fn checked(files: &Files, dir: &std::path::Path, file: &str, bytes: &[u8]) -> CheckReport {
    fs::write(dir.join(file), bytes).unwrap();
    let origin = Origin::Folder(dir.to_owned());
    let report = check(&load(&origin), &origin, &Articles::new(articles()));
    fs::write(dir.join(file), files.text(file)).unwrap();
    report
}

/// What `judge` says of each of `all`, by as many threads as there are processors.
fn each<T: Sync>(
    files: &Files,
    all: &[T],
    judge: impl Fn(&std::path::Path, &T) -> Option<String> + Sync,
) -> Vec<String> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = all.len().div_ceil(threads).max(1);
    let work = |part: &[T]| {
        let dir = files.laid_out();
        let said = part.iter().filter_map(|one| judge(dir.path(), one));
        said.collect::<Vec<_>>()
    };
    let work = &work;
    thread::scope(|scope| {
        let parts: Vec<_> = all
            .chunks(share)
            .map(|part| scope.spawn(move || work(part)))
            .collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
}

#[test]
fn every_single_fault_is_found_where_it_stands() {
    let Some(_) = articles() else { return };
    let files = Files::shipped();
    let cases = cases(&files);
    assert!(cases.len() >= FEWEST, "{}", cases.len());
    let missed = each(&files, &cases, |dir, case| missed(&files, dir, case));
    assert!(
        missed.is_empty(),
        "{} of {}\n{}",
        missed.len(),
        cases.len(),
        missed.join("\n")
    );
}

#[test]
fn what_no_reader_of_the_text_could_know_is_argued_and_raises_no_alarm() {
    let Some(_) = articles() else { return };
    let files = Files::shipped();
    for (what, why, list, key, edit) in ARGUED {
        let spots = files.spots(list, key);
        let edited = spots.iter().find_map(|spot| Some((spot, edit(spot)?)));
        let (spot, edited) = edited.unwrap_or_else(|| panic!("nothing to do: {what}"));
        let dir = files.laid_out();
        let report = checked(&files, dir.path(), spot.file, spot.with(&edited).as_bytes());
        assert!(!why.is_empty());
        assert_eq!(report.findings, [], "{what}");
    }
}

#[test]
fn harmless_edits_raise_no_alarm() {
    let Some(_) = articles() else { return };
    let files = Files::shipped();
    let edits = harmless::edits(&files);
    assert!(edits.len() >= 35, "{}", edits.len());
    let alarms = each(&files, &edits, |dir, (what, file, bytes)| {
        let report = checked(&files, dir, file, bytes);
        (!report.findings.is_empty()).then(|| format!("{what}: {:?}", report.findings[0]))
    });
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}
