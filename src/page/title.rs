//! Title rules: a name in a line of dashes, as `-- 共建合作 ------------ 1/11 -`: over panes, pages and themes.
//!
//! They stand where other programs draw frames. What is too long is cut with its mark, the right end first to go.

use super::row::Row;
use super::styled::{Styled, StyledLine};
use super::{Run, Tone};
use crate::text::{fit::Align, width::Policy};

/// Before the name.
pub(crate) const LEAD: &str = "-- ";

/// A line of `width` cells with `left` after two dashes and `right`, where there is room for it, before the last one.
/// `rule` is how far the dashes stand back.
pub(crate) fn title(left: &[Run], right: &[Run], width: usize, policy: Policy, rule: Tone) -> Row {
    let mut line = StyledLine::default();
    let left = Styled::new(left).cut(width.saturating_sub(LEAD.len() + 2), policy);
    let right = Styled::new(right).cut(width, policy);
    let lead = &LEAD[..LEAD.len().min(width)];
    line.push(rule, lead, lead.len());
    line.join(&left, left.cells, Align::Left);
    line.blank(usize::from(line.cells < width));
    let end = right.cells + 3;
    let shown = right.cells > 0 && line.cells + end <= width;
    let dashes = width - line.cells - if shown { end } else { 0 };
    line.push(rule, &"-".repeat(dashes), dashes);
    if shown {
        line.blank(1);
        line.join(&right, right.cells, Align::Left);
        line.blank(1);
        line.push(rule, "-", 1);
    }
    Row::padded(line, width)
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
                Tone::Rule,
            )
            .text()
            .trim_end()
            .to_owned()
        };
        assert_eq!(
            [30, 20, 14, 10, 5, 2].map(drawn),
            [
                "-- 共建合作 ----------- 1/11 -",
                "-- 共建合作 - 1/11 -",
                "-- 共建合作 --",
                "-- 共.. --",
                "--  -",
                "--"
            ]
        );
        for width in 0..40 {
            let row = title(
                &[Run::heading("共建合作")],
                &[Run::muted("1/11")],
                width,
                Policy::Wide,
                Tone::Rule,
            );
            assert_eq!(Policy::Wide.width(&row.text()), width);
        }
    }
}
