//! Title rules: a name in a line of dashes, as `-- 共建合作 -- 山东信息载 3 项 ------ 1/11 --`.
//!
//! They stand where other programs draw frames. What is too long is cut with its mark, the right end first to go.

use super::row::Row;
use super::styled::{Styled, StyledLine};
use super::{Run, Tone};
use crate::text::{fit::Align, width::Policy};

/// Cells of dashes before the name.
const LEAD: &str = "-- ";

/// A line of `width` cells with `left` after two dashes and `right`, where there is room for it, before the last one.
pub(crate) fn title(left: &[Run], right: &[Run], width: usize, policy: Policy) -> Row {
    let mut line = StyledLine::default();
    let room = width.saturating_sub(LEAD.len() + 1);
    let left = Styled::new(left).cut(room, policy);
    let right = Styled::new(right).cut(width, policy);
    dashes(&mut line, LEAD, width);
    line.join(&left, left.cells, Align::Left);
    line.blank(usize::from(line.cells < width));
    let tail = right.cells + 2;
    let shown = right.cells > 0 && line.cells + tail < width;
    let end = if shown { width - tail } else { width };
    let rule = "-".repeat(end.saturating_sub(line.cells));
    dashes(&mut line, &rule, width);
    if shown {
        line.blank(1);
        line.join(&right, right.cells, Align::Left);
        line.blank(1);
    }
    Row::padded(line, width)
}

fn dashes(line: &mut StyledLine, dashes: &str, width: usize) {
    let room = width.saturating_sub(line.cells).min(dashes.len());
    line.push(Tone::Rule, &dashes[..room], room);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_stays_and_the_end_goes_first() {
        let drawn = |width| {
            title(
                &[Run::heading("共建合作")],
                &[Run::muted("1/11")],
                width,
                Policy::Narrow,
            )
            .text()
            .trim_end()
            .to_owned()
        };
        assert_eq!(
            [30, 20, 14, 10, 5, 2].map(drawn),
            [
                "-- 共建合作 ------------ 1/11",
                "-- 共建合作 -- 1/11",
                "-- 共建合作 --",
                "-- 共建..",
                "-- .",
                "--"
            ]
        );
        for width in 0..40 {
            let row = title(
                &[Run::heading("共建合作")],
                &[Run::muted("1/11")],
                width,
                Policy::Wide,
            );
            assert_eq!(Policy::Wide.width(&row.text()), width);
        }
    }
}
