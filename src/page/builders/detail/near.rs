//! The same metric elsewhere, figures of the same family, and whether they may be compared.

use super::{stated, warning};
use crate::{
    compare::{self, Caveat, CompareOptions, Relation},
    lang::Lang,
    model::{Atlas, College, CollegeIx, Outcome},
    page::{
        Run,
        block::{Block, Record},
    },
};

/// What stands near an outcome.
pub(super) struct Near<'a> {
    /// Of the same metric, in other colleges, and what must be said with each.
    same: Vec<(&'a College, &'a Outcome, Vec<Caveat<'a>>)>,
    /// Of the same family, in any college; never to be ranked.
    related: Vec<(&'a College, &'a Outcome)>,
    /// Whether other colleges were looked at.
    looked: bool,
}

impl<'a> Near<'a> {
    pub(super) fn of(atlas: &'a Atlas, college: &College, outcome: &Outcome, others: &[CollegeIx]) -> Self {
        let mut near = Self {
            same: Vec::new(),
            related: Vec::new(),
            looked: !others.is_empty(),
        };
        let Some(own) = atlas.college_by_id(&college.id) else {
            return near;
        };
        // A figure without a metric is compared with nothing.
        let Some(theme) = atlas.theme_of(outcome) else {
            return near;
        };
        let options = CompareOptions {
            theme: Some(theme),
            ..CompareOptions::default()
        };
        for &other in others {
            let comparison = compare::compare(atlas, &[own, other], options);
            near.add(atlas, &comparison, outcome);
        }
        near
    }

    fn add(&mut self, atlas: &'a Atlas, comparison: &compare::Comparison<'a>, outcome: &Outcome) {
        let family = outcome.metric.and_then(|metric| atlas.metric(metric).family);
        for row in &comparison.rows {
            let own = row.outcomes().any(|(at, one)| at == 0 && one.id == outcome.id);
            let is_family = row.relation == Relation::Related && family.is_some() && row.family == family;
            if own && row.relation == Relation::Same {
                let others = row.outcomes().filter(|(at, _)| *at > 0);
                self.same
                    .extend(others.map(|(at, one)| (comparison.subjects[at], one, row.caveats.clone())));
            } else if is_family {
                for (at, one) in row.outcomes().filter(|(at, one)| *at > 0 || one.id != outcome.id) {
                    let college = comparison.subjects[at];
                    let known = |(c, o): &(&College, &Outcome)| c.id == college.id && o.id == one.id;
                    if !self.related.iter().any(known) {
                        self.related.push((college, one));
                    }
                }
            }
        }
    }

    /// The same metric elsewhere under its heading, for a tall column.
    pub(super) fn same_section(&self, mark_key: &str, lang: Lang) -> Vec<Block> {
        let mut blocks = vec![
            Block::blank(),
            Block::heading(lang.pick("同一指标", "Same metric elsewhere")),
        ];
        for (college, outcome, caveats) in &self.same {
            blocks.push(Block::indented(0, 2, stated(college, outcome, lang)));
            blocks.push(Block::indented(0, 2, [judgement(caveats, lang)]));
        }
        if self.same.is_empty() {
            blocks.push(Block::text([Run::muted(self.nothing(mark_key, lang))]));
        }
        blocks
    }

    /// Figures of the same family under their heading, if there are any.
    pub(super) fn related_section(&self, lang: Lang) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !self.related.is_empty() {
            let heading = lang.pick("近似指标，只并列", "Related, side by side only");
            blocks.extend([Block::blank(), Block::heading(heading)]);
        }
        for (college, outcome) in &self.related {
            let mut runs = stated(college, outcome, lang);
            runs.insert(2, Run::plain(format!("  {}", outcome.label.get(lang))));
            blocks.push(Block::indented(0, 2, runs));
        }
        blocks
    }

    /// The same metric elsewhere and whether it may be compared, for a few lines.
    pub(super) fn verdict(&self, mark_key: &str, lang: Lang) -> Vec<Record> {
        let label = lang.pick("同指标", "same");
        if self.same.is_empty() {
            return vec![Record::pair(label, [Run::muted(self.nothing(mark_key, lang))])];
        }
        let lines = self.same.iter().flat_map(|(college, outcome, caveats)| {
            [
                Record::pair(label, stated(college, outcome, lang)),
                Record::pair(lang.pick("可比吗", "compare?"), [judgement(caveats, lang)]),
            ]
        });
        lines.collect()
    }

    /// Related figures in one line: `山东信息 88家 · 台州科技 54家、20家  只并列`.
    pub(super) fn related_line(&self, lang: Lang) -> Option<Record> {
        let mut colleges: Vec<&College> = Vec::new();
        for (college, _) in &self.related {
            if !colleges.iter().any(|known| known.id == college.id) {
                colleges.push(college);
            }
        }
        let of = |college: &&College| {
            let figures = self.related.iter().filter(|(other, _)| other.id == college.id);
            let figures: Vec<&str> = figures.map(|(_, outcome)| &*outcome.as_written).collect();
            format!("{} {}", college.label(lang), figures.join(lang.pick("、", ", ")))
        };
        let all: Vec<String> = colleges.iter().map(of).collect();
        let only = Run::muted(lang.pick("只并列", "side by side only")).whole();
        let line = || [Run::plain(all.join(lang.pick("；", "; ")) + "  "), only];
        (!all.is_empty()).then(|| Record::pair(lang.pick("近似", "related"), line()))
    }

    fn nothing(&self, mark_key: &str, lang: Lang) -> String {
        match self.looked {
            true => lang
                .pick("别的院校未载明", "no other college states it")
                .to_owned(),
            false => lang.pick(
                format!("标记院校 ({mark_key}) 后在此并列"),
                format!("mark colleges ({mark_key}) to see them here"),
            ),
        }
    }
}

/// Whether figures of one metric may be compared, the reasons in few words.
fn judgement(caveats: &[Caveat<'_>], lang: Lang) -> Run {
    if Caveat::allow_ranking(caveats) {
        return Run::value(lang.pick(
            "可以比较：指标、口径与时间相同",
            "yes: same metric, scope and time",
        ));
    }
    let reasons: Vec<_> = caveats.iter().map(|caveat| caveat.head(lang)).collect();
    warning(lang.pick(
        format!("{}：不宜直接比大小", reasons.join("，")),
        format!("{}: do not rank", reasons.join(", ")),
    ))
}
