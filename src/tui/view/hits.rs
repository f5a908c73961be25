//! A row of what was found.
//!
//! Owns how wide the parts of a row are and which give way where there is little room.

use crate::{
    find::Hit,
    page::{Run, Tone, builders::hits::figure, row::Row},
    text::{
        fit::{Align, MARK, fit},
        width::{Policy, graphemes},
    },
    tui::app::App,
};

/// Cells of the parts of a hit, each with the blanks before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HitWidths {
    kind: usize,
    text: usize,
    figure: usize,
    college: usize,
    addr: usize,
}

/// Blanks between a figure and its college.
const GAP: usize = 2;

/// Where there is room for a text of this many cells beside them, the parts are as wide as this whatever was found.
const ROOM: usize = 16;
const ROOMY: HitWidths = HitWidths {
    kind: 12,
    text: 0,
    figure: 14,
    college: GAP + 14,
    addr: 0,
};

/// Cells that tell one college from another.
const LEAST: usize = GAP + 6;

/// Hits narrower than this show no address.
const WITH_ADDR: usize = 90;
/// Cells of an address.
const ADDR: usize = 28;

impl HitWidths {
    /// In a line of `width` cells. Where there is little room the kind is left out, the figure is as wide as those
    /// found, and the college has what they and the text leave. A figure is never cut.
    pub(crate) fn of(app: &App, hits: &[Hit], width: usize) -> Self {
        let policy = app.look.policy;
        let widest = |part: &dyn Fn(&Hit) -> usize| hits.iter().map(part).max().unwrap_or(0);
        let figure = 1 + widest(&|hit| cells(app, hit));
        let roomy = Self {
            figure: ROOMY.figure.max(figure),
            addr: if width >= WITH_ADDR { ADDR } else { 0 },
            ..ROOMY
        };
        let roomy = roomy.fill(width);
        if roomy.text >= ROOM {
            return roomy;
        }
        let found = GAP + widest(&|hit| policy.width(college(app, hit)));
        let college = found.min(width.saturating_sub(figure + ROOM)).min(ROOMY.college);
        let close = Self {
            kind: 0,
            figure,
            college: if college < LEAST { 0 } else { college },
            ..ROOMY
        };
        close.fill(width)
    }

    /// The text takes what the others leave.
    fn fill(self, width: usize) -> Self {
        let others = self.kind + self.figure + self.college + self.addr;
        Self {
            text: width.saturating_sub(others),
            ..self
        }
    }
}

/// Kind (once a group), the text with what matched marked, figure, college and address.
pub(crate) fn hit(app: &App, hits: &[Hit], at: usize, widths: HitWidths) -> Vec<Run> {
    let hit = &hits[at];
    let policy = app.look.policy;
    let kind = if at > 0 && hits[at - 1].kind == hit.kind {
        ""
    } else {
        hit.kind.word(app.look.lang)
    };
    let part = |text: &str, cells, align| fit(text, cells, policy, align);
    let gap = GAP.min(widths.college);
    let mut runs = vec![Run::label(part(kind, widths.kind, Align::Left))];
    // What has no figure has its cells for the text.
    let figure_cells = cells(app, hit);
    let (text, before) = match figure_cells {
        0 => (widths.text + widths.figure, 0),
        _ => (widths.text, widths.figure.saturating_sub(figure_cells)),
    };
    runs.extend(marked(app, hit, text));
    runs.push(Run::plain(" ".repeat(before)));
    runs.extend(figure(app.atlas(), hit));
    runs.push(Run::plain(" ".repeat(gap)));
    runs.push(Run::plain(part(
        college(app, hit),
        widths.college - gap,
        Align::Left,
    )));
    runs.push(Run::muted(part(&hit.addr, widths.addr, Align::Left)));
    runs
}

/// Cells of the figure of a hit.
fn cells(app: &App, hit: &Hit) -> usize {
    let runs = figure(app.atlas(), hit);
    runs.iter().map(|run| app.look.policy.width(&run.text)).sum()
}

fn college<'a>(app: &'a App, hit: &Hit) -> &'a str {
    hit.college
        .map_or("", |ix| app.atlas().college(ix).label(app.look.lang))
}

/// Fewest cells of what was matched that are worth showing beside a name.
const EVIDENCE: usize = 8;

/// The name in the reader's language, and where something else was matched that too, in exactly `width` cells. A printed
/// figure has cells of its own.
fn marked(app: &App, hit: &Hit, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let name = hit.target.name(app.atlas());
    let name = name.get(app.look.lang);
    if hit.text == name {
        return Row::cut(&Run::marked(Tone::Plain, name, &hit.ranges), width, policy).runs;
    }
    let mut parts = vec![Run::plain(name)];
    let left = width.saturating_sub(policy.width(name) + 2);
    if hit.field.is_evidence(app.look.lang) && left >= EVIDENCE.min(policy.width(&hit.text)) {
        parts.push(Run::plain("  "));
        parts.extend(evidence(hit, left, policy));
    }
    Row::cut(&parts, width, policy).runs
}

/// What was matched, from so far on that the first match is within `left` cells.
fn evidence(hit: &Hit, left: usize, policy: Policy) -> Vec<Run> {
    let text = hit.text.as_str();
    let end = hit.ranges.first().map_or(0, |range| range.end);
    let cells = |start: usize| policy.width(&text[start..end]) + 2 * MARK.len();
    if policy.width(text) <= left || cells(0) <= left + MARK.len() {
        return Run::marked(Tone::Quote, text, &hit.ranges);
    }
    let matched = hit.ranges.first().map_or(0, |range| range.start);
    let starts = graphemes(text).scan(0, |at, grapheme| {
        let start = *at;
        *at += grapheme.len();
        Some(start)
    });
    let mut starts = starts.take_while(|start| *start <= matched);
    let start = starts.find(|start| cells(*start) <= left).unwrap_or(matched);
    let ranges = hit.ranges.iter().filter(|range| range.start >= start);
    let ranges: Vec<_> = ranges
        .map(|range| range.start - start..range.end - start)
        .collect();
    let mut runs = vec![Run::new(Tone::Rule, MARK)];
    runs.extend(Run::marked(Tone::Quote, &text[start..], &ranges));
    runs
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::layout::Size;

    use super::*;
    use crate::{
        find::{Filter, Index},
        load::{Origin, load},
        tui::display::Look,
    };

    /// The rows of the hits for `typed`, by the cells of a line.
    fn hit_rows(typed: &str) -> impl Fn(usize) -> Vec<String> {
        let loaded = Arc::new(load(&Origin::Embedded));
        let hits = Index::new(&loaded.atlas).search(&loaded.atlas, typed, 20, Filter::default());
        let app = App::new(loaded, Look::default(), Size::new(80, 24));
        move |width| {
            let widths = HitWidths::of(&app, &hits, width);
            let text = |at| hit(&app, &hits, at, widths).into_iter().map(|run| run.text);
            (0..hits.len()).map(|at| text(at).collect()).collect()
        }
    }

    #[test]
    fn what_is_least_needed_gives_way() {
        let shown = hit_rows("jyl");
        let first = |width| shown(width).swap_remove(0);
        let [narrow, narrower] = [first(36), first(24)];
        assert!(first(100).contains("employment-rate"));
        assert!(first(60).starts_with("outcome") && first(60).contains("TZVCST"));
        assert!(narrow.starts_with("Graduates'") && narrow.contains(" 98%以上  TZVCST"));
        assert!(narrower.starts_with("Graduates'") && narrower.ends_with(" 98%以上"));
    }

    #[test]
    fn what_is_cut_has_its_mark() {
        let loaded = Arc::new(load(&Origin::Embedded));
        let app = App::new(loaded, Look::default(), Size::new(80, 24));
        let parts = || {
            vec![
                Run::plain("加入的  "),
                Run::quote("潍坊国家"),
                Run::quote("农业开放"),
            ]
        };
        let text = |width| {
            Row::cut(&parts(), width, app.look.policy)
                .runs
                .into_iter()
                .map(|run| run.text)
        };
        let text = |width| text(width).collect::<String>();
        assert_eq!(text(26), "加入的  潍坊国家农业开放  ");
        assert_eq!(text(17), "加入的  潍坊国.. ");
        assert_eq!(text(16), "加入的  潍坊国..");
        assert_eq!(text(1), ".");
    }

    #[test]
    fn figures_are_whole_and_every_row_has_its_cells() {
        let shown = hit_rows("万");
        for width in 14..120 {
            let rows = shown(width);
            assert!(
                rows.iter().any(|row| row.contains("超过5000万元")),
                "{width}: {rows:?}"
            );
            for row in rows {
                assert_eq!(Look::default().policy.width(&row), width, "{row}");
            }
        }
    }
}
