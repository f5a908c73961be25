//! Width, breaking and fitting of Chinese text, beside what ratatui and unicode-width do: `cargo bench --bench text`.
//!
//! The baselines do less: they know no rule of Chinese line breaking and no policy of ambiguous width. The ratios say
//! what the rules cost.

use divan::{Bencher, black_box};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{Paragraph, Widget, Wrap},
};
use rongtu::{
    lang::Lang,
    load::{Origin, load},
    model::{Atlas, Fact},
    page::{builders, layout},
    text::{
        fit::{Align, fit},
        width::Policy,
        wrap::wrap,
    },
};
use unicode_width::UnicodeWidthStr;

const CELLS: usize = 76;

/// Made-up prose in the mix of the articles: Han, quotes, figures, Latin, long pauses.
const PROSE: &str = "学校坚持把支部建在产教结合的关键处，与“先锋车间”等单位结对，近3年开展走访1200余次；老师傅讲工艺、\
青年教师讲原理，学生动手做样件。围绕AI+制造、5G应用等方向，把难题列成清单——谁主管、谁负责，成效写进课堂（含实训）。";

fn main() {
    divan::main();
}

fn prose() -> String {
    PROSE.repeat(20)
}

fn atlas() -> Atlas {
    load(&Origin::Embedded).atlas
}

#[divan::bench]
fn wrap_prose(bencher: Bencher<'_, '_>) {
    let text = prose();
    bencher.bench(|| wrap(black_box(&text), CELLS, Policy::Narrow));
}

#[divan::bench]
fn wrap_baseline_ratatui(bencher: Bencher<'_, '_>) {
    let text = prose();
    let area = Rect::new(0, 0, CELLS as u16, 200);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        let prose = Paragraph::new(black_box(text.as_str())).wrap(Wrap { trim: true });
        prose.render(area, &mut buffer);
    });
}

#[divan::bench]
fn width_ours(bencher: Bencher<'_, '_>) {
    let text = prose();
    bencher.bench(|| Policy::Narrow.width(black_box(&text)));
}

#[divan::bench]
fn width_baseline_unicode_width(bencher: Bencher<'_, '_>) {
    let text = prose();
    bencher.bench(|| black_box(text.as_str()).width());
}

#[divan::bench]
fn fit_labels(bencher: Bencher<'_, '_>) {
    let atlas = atlas();
    let labels: Vec<&str> = atlas.metrics.iter().map(|metric| &*metric.name.zh).collect();
    bencher.bench(|| {
        let fitted = labels
            .iter()
            .map(|label| fit(label, 16, Policy::Narrow, Align::Left).len());
        fitted.sum::<usize>()
    });
}

#[divan::bench]
fn layout_page(bencher: Bencher<'_, '_>) {
    let atlas = atlas();
    let blocks = builders::fact(&atlas, Fact::College(&atlas.colleges[0]), Lang::Zh);
    bencher.bench(|| layout::layout(black_box(&blocks), CELLS, Policy::Narrow));
}

/// What a screen needs of the same page.
#[divan::bench]
fn layout_window(bencher: Bencher<'_, '_>) {
    let atlas = atlas();
    let blocks = builders::fact(&atlas, Fact::College(&atlas.colleges[0]), Lang::Zh);
    bencher.bench(|| layout::window(black_box(&blocks), CELLS, Policy::Narrow, 0..36));
}
