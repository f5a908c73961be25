//! Rules for periods: the words are printed before the figure, nothing nearer names another time, and the
//! year is the one in the words.
//!
//! Owns how far a time reaches: Chinese puts it before what it dates, so it may hold from where it stands to the end of
//! its sentence or to the next time; a time after the figure holds within the same clause. A figure for which no time was
//! kept is asked about only where the time is in its clause or opens it.

use std::ops::Range;

use super::{
    article::{Article, PAUSES, clause, overlap, sentence},
    cited::Cited,
    context::{FaultWords, SourceContext, about},
    figure,
};
use crate::{
    finding::{Code, Finding},
    model::{Outcome, Period, PeriodKind},
    numeral::NumeralKind,
};

/// Kind, words and year of a period agree.
pub(crate) fn words(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, outcome, cited) in context.outcomes() {
        let Some(period) = &outcome.period else { continue };
        let (text, kind) = (&period.text, period.kind.as_str());
        if !fits(period) {
            out.push(about(
                Code::PeriodKind,
                cited.fact,
                "period.kind",
                format!("“{text}”不是 {kind} 一类的时间"),
                format!("“{text}” is no time of the kind {kind}"),
            ));
        }
        let printed = years(text);
        let agrees = match period.year {
            Some(year) => printed.contains(&year),
            None => printed.len() != 1,
        };
        if !agrees {
            let year = period.year.map_or("-".to_owned(), |year| year.to_string());
            out.push(about(
                Code::PeriodYear,
                cited.fact,
                "period.year",
                format!("年份 {year} 与“{text}”不符"),
                format!("the year {year} is not that of “{text}”"),
            ));
        }
    }
}

/// The period is printed where it reaches the figure; a figure under a printed time has a period.
pub(crate) fn printed(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &context.article else { return };
    for (_, outcome, cited) in context.outcomes() {
        let Some(place) = figure::printed_range(outcome, cited) else {
            continue;
        };
        let site = Site::new(article, outcome, place);
        let wrong = match &outcome.period {
            Some(period) => site.stated(period),
            None => site.unstated(),
        };
        let said = wrong.map(|(code, field, zh, en)| about(code, cited.fact, field, zh, en));
        out.extend(said.or_else(|| site.cumulative(outcome, cited)));
    }
}

/// A reader of English is told every time in English.
pub(crate) fn english(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (_, outcome, cited) in context.outcomes() {
        let Some(period) = &outcome.period else { continue };
        if period.english().is_none() {
            out.push(about(
                Code::NoEnglish,
                cited.fact,
                "period.text",
                format!("“{}”没有英文说法", period.text),
                format!("“{}” has no English", period.text),
            ));
        }
    }
}

/// Words that say a time without a numeral.
const WORDS: [&str; 6] = ["近年来", "近几年", "近些年", "应届", "目前", "迄今"];

/// Characters beside a time that say no more than that it is one: 截至…底, 自…以来.
const FILLERS: &str = "截至止到自从在于底末初年以来期间内里 ";

/// A figure in its line, with the times around it.
struct Site<'a> {
    line: &'a str,
    /// The figure.
    place: Range<usize>,
    /// Its sentence.
    sentence: Range<usize>,
    /// Its clause.
    clause: Range<usize>,
    /// Years and classes of the line that are not in a title.
    times: Vec<Range<usize>>,
}

impl<'a> Site<'a> {
    fn new(article: &Article<'a>, outcome: &Outcome, place: Range<usize>) -> Self {
        let line = article.line(outcome.cite.line);
        let times = article
            .numerals(outcome.cite.line)
            .iter()
            .filter(|found| {
                matches!(
                    found.kind,
                    NumeralKind::Year | NumeralKind::Date | NumeralKind::ClassYear
                )
            })
            .map(|found| found.range.clone())
            .filter(|time| !titled(line, time.start));
        Self {
            line,
            sentence: sentence(line, place.start),
            clause: clause(line, &place),
            times: times.collect(),
            place,
        }
    }

    /// What is wrong with a period.
    fn stated(&self, period: &Period) -> Option<FaultWords> {
        let text = &*period.text;
        let Some(words) = self.nearest(text) else {
            return Some((
                Code::PeriodNotPrinted,
                "period.text",
                format!("这个数字之前和所在的分句都没有“{text}”"),
                format!("neither the text before the figure nor its clause prints “{text}”"),
            ));
        };
        let other = self
            .ruling(0)
            .filter(|time| !overlap(time, &words) && self.nearer(time, &words))?;
        let other = &self.line[other];
        Some((
            Code::OtherPeriod,
            "period.text",
            format!("离这个数字最近的时间是“{other}”，不是“{text}”"),
            format!("the time next to this figure is “{other}” and not “{text}”"),
        ))
    }

    /// The time a figure without period stands under: one in its clause, or one that is a clause of its own before it
    /// and so opens all that follow (截至2023年底，…). A time in another clause has a figure of its own to date.
    fn unstated(&self) -> Option<FaultWords> {
        let time = self.time_in(&self.clause).or_else(|| self.opening())?;
        let time = &self.line[time];
        Some((
            Code::PeriodMissing,
            "",
            format!("同一分句或领起它的分句里印有“{time}”，而这个数字没有 period"),
            format!("its clause, or one that opens it, prints “{time}”, yet the figure has no period"),
        ))
    }

    /// The last time in `clause` before the figure, else the first.
    fn time_in(&self, clause: &Range<usize>) -> Option<Range<usize>> {
        let within = |time: &&Range<usize>| clause.start <= time.start && time.end <= clause.end;
        let words = WORDS.iter().flat_map(|word| {
            let found = self.line[clause.clone()].match_indices(word);
            found.map(|(at, word)| clause.start + at..clause.start + at + word.len())
        });
        let mut times: Vec<_> = self.times.iter().filter(within).cloned().chain(words).collect();
        times.sort_by_key(|time| time.start);
        let before = times.iter().rev().find(|time| time.end <= self.place.start);
        before.or(times.first()).cloned()
    }

    /// The time that the nearest clause before the figure's is made of, if that is one.
    fn opening(&self) -> Option<Range<usize>> {
        let mut end = self.clause.start;
        while end > self.sentence.start {
            let pause = self.line[..end].char_indices().next_back()?.0;
            let clause = clause(self.line, &(pause..pause));
            let time = self.time_in(&clause);
            if let Some(time) = time {
                let rest = [
                    &self.line[clause.start..time.start],
                    &self.line[time.end..clause.end],
                ]
                .concat();
                return rest.chars().all(|c| FILLERS.contains(c)).then_some(time);
            }
            end = clause.start;
        }
        None
    }

    /// 累计 said and not curated, or curated and not said.
    fn cumulative(&self, outcome: &Outcome, cited: &Cited<'_>) -> Option<Finding> {
        let clause = &self.line[self.clause.start..self.place.start];
        let period = outcome.period.as_ref();
        let curated = period.is_some_and(|p| p.cumulative || p.kind == PeriodKind::Cumulative);
        if clause.contains("累计") && !curated {
            return Some(about(
                Code::PeriodMissing,
                cited.fact,
                "period",
                "同一分句里有“累计”，period 没有写明".to_owned(),
                "its clause prints “累计”, which the period does not say".to_owned(),
            ));
        }
        if period.is_some_and(|p| p.cumulative) && !self.line[..self.sentence.end].contains("累计") {
            return Some(about(
                Code::PeriodNotPrinted,
                cited.fact,
                "period.cumulative",
                "这一句和前文没有“累计”".to_owned(),
                "neither the sentence nor the text before it prints “累计”".to_owned(),
            ));
        }
        None
    }

    /// The time that rules the figure: one after it in its clause, else the last before it, no further back
    /// than `from`.
    fn ruling(&self, from: usize) -> Option<Range<usize>> {
        let same_clause = |time: &&Range<usize>| {
            let end = self.place.end;
            time.start >= end && time.end <= self.sentence.end && !self.line[end..time.start].contains(PAUSES)
        };
        let before = |time: &&Range<usize>| time.end <= self.place.start && time.start >= from;
        let after = self.times.iter().find(same_clause);
        after.or_else(|| self.times.iter().rev().find(before)).cloned()
    }

    /// Where `text` stands nearest before the figure, or else after it in its clause.
    fn nearest(&self, text: &str) -> Option<Range<usize>> {
        let at = self.line[..self.place.end].rfind(text);
        let after = || {
            let rest = &self.line[self.place.end..self.sentence.end];
            let clause = rest.split(PAUSES).next().unwrap_or(rest);
            clause.find(text).map(|at| at + self.place.end)
        };
        at.or_else(after).map(|at| at..at + text.len())
    }

    fn nearer(&self, time: &Range<usize>, words: &Range<usize>) -> bool {
        let gap = |range: &Range<usize>| match range.end <= self.place.start {
            true => self.place.start - range.end,
            false => range.start.saturating_sub(self.place.end),
        };
        gap(time) < gap(words)
    }
}

/// Whether `at` is in a title in 《》.
fn titled(line: &str, at: usize) -> bool {
    let before = &line[..at];
    before.rfind('《') > before.rfind('》')
}

/// Whether the words are of the period's kind.
fn fits(period: &Period) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| period.text.contains(word));
    match period.kind {
        PeriodKind::Year => !years(&period.text).is_empty() && !says(&["截至", "截止", "届", "级"]),
        PeriodKind::AsOf => says(&["截至", "截止", "底", "末", "目前", "现已", "至今", "为止"]),
        PeriodKind::Cumulative => says(&["累计", "累积", "共", "总"]),
        PeriodKind::Recent => says(&["近", "来", "期间", "最近", "以来"]),
        PeriodKind::Class => says(&["届", "级", "毕业"]),
    }
}

/// Every year printed in four digits.
pub(crate) fn years(text: &str) -> Vec<u16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .collect()
}
