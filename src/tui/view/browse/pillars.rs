//! The second pane: all facts, and the pillars of the chosen college with how many stand under each.

use ratatui::buffer::Buffer;

use super::{PaneRows, draw_rows, plural, titled, two_ends};
use crate::{
    lang::Lang,
    model::{Kind, Pillar},
    page::Run,
    text::fit::MARK,
    tui::{
        app::{App, PillarLine},
        regions::{Pane, Regions},
    },
};

/// Draws the pane.
pub(super) fn draw(app: &App, buf: &mut Buffer, regions: &Regions) {
    let rows = app.browse.pillars(app.atlas());
    let (lang, policy) = (app.look.lang, app.look.policy);
    let folded = app.browse.pillar(app.atlas()).map(|row| {
        let name = name(&row, 0, lang);
        format!("{name}  {}", count(app, &row))
    });
    let pane = PaneRows {
        pane: Pane::Pillars,
        title: titled(app, Pane::Pillars, plural(Kind::Pillar, lang), "", folded),
        len: rows.len(),
    };
    let cells = |row: &PillarLine<'_>| policy.width(&name(row, 0, lang)) + 1 + policy.width(&count(app, row));
    let widest = rows.iter().map(cells).max().unwrap_or(0);
    let shared = shared_words(rows.iter().filter_map(title_of(lang)));
    draw_rows(app, buf, regions, &pane, |at, width| {
        let left_out = if widest > width { shared } else { 0 };
        let name = name(&rows[at], left_out, lang);
        two_ends(app, &name, Run::muted(count(app, &rows[at])), width)
    });
}

fn title_of<'a>(lang: Lang) -> impl Fn(&PillarLine<'a>) -> Option<&'a str> {
    move |row| match row {
        PillarLine::One(pillar) => Some(Pillar::title(pillar, lang)),
        PillarLine::All => None,
    }
}

/// A row's number and title, of which a mark stands for the first `left_out` bytes.
fn name(row: &PillarLine<'_>, left_out: usize, lang: Lang) -> String {
    match row {
        PillarLine::All => format!("0 {}", lang.pick("全部", "All")),
        PillarLine::One(pillar) if left_out == 0 => format!("{} {}", pillar.n, pillar.title(lang)),
        PillarLine::One(pillar) => format!("{} {MARK}{}", pillar.n, &pillar.title(lang)[left_out..]),
    }
}

fn count(app: &App, row: &PillarLine<'_>) -> String {
    let n = match row {
        PillarLine::All => app.browse.all_facts(app.atlas()),
        PillarLine::One(pillar) => app.browse.count_under_pillar(app.atlas(), pillar.n),
    };
    format!("{n}{}", app.look.lang.pick("项", ""))
}

/// Bytes of the whole words with which all of several titles begin: cut at their ends, such titles would look the same.
fn shared_words<'a>(titles: impl Iterator<Item = &'a str>) -> usize {
    let titles: Vec<&str> = titles.collect();
    let [first, others @ ..] = &titles[..] else {
        return 0;
    };
    let mut ends = first.match_indices(' ').map(|(at, _)| at + 1);
    let all_begin = |end: &usize| others.iter().all(|title| title.starts_with(&first[..*end]));
    match others.is_empty() {
        true => 0,
        false => ends.rfind(all_begin).unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(titles: &[&str]) -> usize {
        shared_words(titles.iter().copied())
    }

    #[test]
    fn words_that_all_titles_begin_with_are_whole_ones() {
        assert_eq!(shared(&["Party-building leads", "Party-building lends"]), 15);
        assert_eq!(shared(&["a b c", "a b", "a b d"]), 2);
        assert_eq!(shared(&["Industry", "Talent"]), 0);
        assert_eq!(shared(&["Party-building leads"]), 0);
        assert_eq!(shared(&[]), 0);
        assert_eq!(shared(&["党建引领", "党建聚智"]), 0);
    }
}
