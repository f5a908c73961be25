//! How long a comparison of four colleges with 200 figures each takes: to make, to lay out, and to write as a report.
//!
//! A frame has 16 ms; opening the comparison must stay below that. Moving in it lays nothing out again.

use divan::{Bencher, black_box};
use rongtu::{
    compare::{CompareOptions, Comparison, compare},
    lang::Lang,
    load::{Origin, load},
    model::{Atlas, CollegeIx},
    page::builders::compare::{Sheet, SheetContent, SheetView},
    report::{Report, ReportFormat, bytes},
    text::width::Policy,
};

const COLLEGES: usize = 4;
const FIGURES: usize = 200;

fn main() {
    divan::main();
}

/// Four colleges that state the shipped figures over and over, each from another one on.
fn atlas() -> Atlas {
    let mut atlas = load(&Origin::Embedded).atlas;
    let shipped: Vec<_> = atlas
        .colleges
        .iter()
        .flat_map(|college| college.outcomes.clone())
        .collect();
    let like = atlas.colleges[0].clone();
    atlas.colleges = (0..COLLEGES)
        .map(|at| {
            let mut college = like.clone();
            college.outcomes = (0..FIGURES)
                .map(|n| {
                    let mut outcome = shipped[(n + at * 7) % shipped.len()].clone();
                    outcome.id = format!("figure-{n}").parse().expect("an id");
                    outcome.quantity.value += (n * at) as f64;
                    outcome
                })
                .collect();
            college.id = format!("college-{at}").parse().expect("an id");
            college
        })
        .collect();
    atlas
}

fn all(atlas: &Atlas) -> Comparison<'_> {
    let subjects: Vec<_> = (0..COLLEGES as u32).map(CollegeIx).collect();
    compare(atlas, &subjects, CompareOptions::default())
}

fn view(width: usize) -> SheetView<'static> {
    SheetView {
        lang: Lang::Zh,
        policy: Policy::Safe,
        width,
        offset: 0,
        pinned: false,
        folded: &[],
        notes: false,
    }
}

/// From nothing to the sheet that the screen keeps.
#[divan::bench(args = [60, 160])]
fn open(bencher: Bencher<'_, '_>, width: usize) {
    let atlas = atlas();
    bencher.bench_local(|| {
        let comparison = all(black_box(&atlas));
        let sheet = Sheet::new(SheetContent::Figures(&comparison), view(width));
        (sheet.head(), sheet.lines())
    });
}

/// All of it, as the command line writes it.
#[divan::bench]
fn table(bencher: Bencher<'_, '_>) {
    let atlas = atlas();
    bencher.bench_local(|| {
        let comparison = all(black_box(&atlas));
        let view = SheetView {
            notes: true,
            ..view(160)
        };
        Sheet::new(SheetContent::Figures(&comparison), view).lines()
    });
}

/// A report from nothing to the bytes of a file.
#[divan::bench(args = ReportFormat::ALL)]
fn report(bencher: Bencher<'_, '_>, format: ReportFormat) {
    let atlas = atlas();
    let subjects: Vec<_> = (0..COLLEGES as u32).map(CollegeIx).collect();
    bencher.bench_local(|| Report::whole(black_box(&atlas), &subjects, Lang::Zh).bytes(format));
}

/// The writers alone: the same document in each format. The baseline is Markdown.
#[divan::bench(args = ReportFormat::ALL)]
fn write(bencher: Bencher<'_, '_>, format: ReportFormat) {
    let atlas = atlas();
    let subjects: Vec<_> = (0..COLLEGES as u32).map(CollegeIx).collect();
    let document = Report::whole(&atlas, &subjects, Lang::Zh).document();
    bencher.bench_local(|| bytes(black_box(&document), format));
}
