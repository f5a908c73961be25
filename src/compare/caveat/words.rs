//! The words of caveats, in both languages.

use super::{Caveat, CollegeStatement, Statements};
use crate::{
    lang::Lang,
    model::{College, Period, Scope, words},
};

impl Caveat<'_> {
    /// What it is about, in few words and without names.
    pub(crate) fn head(&self, lang: Lang) -> &'static str {
        match self {
            Self::Scopes(_) => lang.pick("口径不同", "scopes differ"),
            Self::Periods(_) => lang.pick("时间不同", "times differ"),
            Self::PeriodsPartly(_) => lang.pick("时间未全载明", "time not stated for all"),
            Self::PeriodsUnprinted => lang.pick("时间均未载明", "no time stated"),
            Self::PeriodVague(_) => lang.pick("时间未载明起止", "the time names no year"),
            Self::OrderOpen => lang.pick("数值带界，大小不能断定", "the bounds leave the order open"),
            Self::DifferenceOpen => {
                lang.pick("数值带界，差额不能算出", "the bounds leave the difference open")
            }
            Self::Units(_) => lang.pick("单位不同", "units differ"),
        }
    }

    /// The caveat as one sentence without a full stop, naming every subject it concerns.
    pub(crate) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Scopes(said) => {
                let head = lang.pick("口径不同，不宜直接比大小", "Scopes differ, so do not rank");
                sentence(head, said, lang, |college, scope| part(college, *scope, lang))
            }
            Self::Periods(said) => periods(lang.pick("时间不同", "Different times"), said, lang),
            Self::PeriodsPartly(said) => periods(
                lang.pick("时间未全载明", "The time is not stated for all"),
                said,
                lang,
            ),
            Self::PeriodsUnprinted => lang
                .pick("均未载明时间", "No time is stated for any of them")
                .to_owned(),
            Self::PeriodVague(period) => {
                let period = period.words(lang);
                lang.pick(
                    format!("时间均作“{period}”，未载明起止"),
                    format!("All are stated for {period}, which names no year"),
                )
            }
            Self::OrderOpen => lang
                .pick("数值带界，大小不能断定", "The bounds leave open which is more")
                .to_owned(),
            Self::DifferenceOpen => lang
                .pick("数值带界，差额不能算出", "The bounds leave the difference open")
                .to_owned(),
            Self::Units(said) => {
                let head = lang.pick("单位不同", "Different units");
                sentence(head, said, lang, |_, unit| words::unit_word(unit, lang))
            }
        }
    }
}

fn periods(head: &str, said: &Statements<'_, Option<&Period>>, lang: Lang) -> String {
    let unstated = || words::unstated(lang).to_owned();
    sentence(head, said, lang, |_, period| {
        period.map_or_else(unstated, |period| period.words(lang))
    })
}

/// Whom a scope speaks for; a part of a college is named.
fn part(college: &College, scope: Scope, lang: Lang) -> String {
    let word = scope.word(lang);
    match (scope == college.reporter.scope && scope == Scope::Unit, lang) {
        (true, Lang::Zh) => format!("{word}（{}）", college.reporter.name.zh),
        (true, Lang::En) => format!("{word} ({})", college.reporter.name.en),
        (false, _) => word.to_owned(),
    }
}

fn sentence<T>(
    head: &str,
    said: &Statements<'_, T>,
    lang: Lang,
    word: impl Fn(&College, &T) -> String,
) -> String {
    let (colon, of, and, comma) = lang.pick(("：", " ", "、", "，"), (" - ", ": ", ", ", "; "));
    let parts: Vec<String> = said
        .iter()
        .map(|CollegeStatement { college, things }| {
            let things: Vec<String> = things.iter().map(|thing| word(college, thing)).collect();
            format!("{}{of}{}", college.label(lang), things.join(and))
        })
        .collect();
    format!("{head}{colon}{}", parts.join(comma))
}
