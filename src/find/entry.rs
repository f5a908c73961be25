//! What can be found, and under which words.
//!
//! Owns the list of things to find ([`Target`]) and the texts each answers to ([`texts`]). It matches nothing.

use std::borrow::Cow;

use super::target::{Field, Target};
use crate::{
    lang::{Bilingual, Lang},
    model::{
        Atlas, College, Fact, Framework, Kind, Measure, Metric, Outcome, Partner, Period, Pillar, Recognition,
    },
};

/// A text and what it is.
pub(crate) type Text<'a> = (Field, Cow<'a, str>);

/// How many names a college has.
pub(crate) const NAMES: usize = 5;

/// The names that lead to a college and, together with other words, to any of its facts.
pub(crate) fn names(college: &College) -> [&str; NAMES] {
    let name = &college.name;
    let short_en = name.short_en.as_ref().unwrap_or(&name.en);
    [&name.zh, &name.short, &name.en, short_en, college.id.as_str()]
}

/// The texts `fact` answers to by itself, its names first; outcomes also answer to those [`of_metric`].
pub(crate) fn of_fact<'a>(atlas: &'a Atlas, fact: Fact<'a>) -> Vec<Text<'a>> {
    let mut texts = Texts(Vec::with_capacity(12));
    match fact {
        Fact::College(college) => texts.college(atlas, college),
        Fact::Pillar(_, pillar) => texts.pillar(atlas, pillar),
        Fact::Measure(_, measure) => texts.measure(measure),
        Fact::Framework(_, framework) => texts.framework(framework),
        Fact::Recognition(_, recognition) => texts.recognition(recognition),
        Fact::Partner(_, partner) => texts.partner(partner),
        Fact::Outcome(_, outcome) => texts.outcome(outcome),
    }
    texts.extend(Field::Exact, fact.cite().map(|cite| &*cite.exact));
    let under = fact.pillar().filter(|_| fact.kind() != Kind::Pillar);
    let pillar = under.and_then(|n| fact.college().pillar(n));
    texts.extend(Field::Context, pillar.map(|pillar| &*pillar.heading.zh));
    texts.0
}

/// The texts that every outcome of `metric` answers to.
pub(crate) fn of_metric<'a>(atlas: &'a Atlas, metric: &'a Metric) -> Vec<Text<'a>> {
    let mut texts = Texts(Vec::with_capacity(6));
    texts.metric(atlas, metric);
    texts.0
}

/// The texts `target` answers to, its names first.
pub(crate) fn texts(atlas: &Atlas, target: Target) -> Vec<Text<'_>> {
    match (target, target.fact(atlas)) {
        (Target::Theme(ix), _) => of_name(&atlas.theme(ix).name, &atlas.theme(ix).definition),
        (Target::Metric(ix), _) => of_name(&atlas.metric(ix).name, &atlas.metric(ix).definition),
        (_, None) => Vec::new(),
        (_, Some(fact @ Fact::Outcome(_, outcome))) => {
            let shared = outcome.metric.map(|ix| of_metric(atlas, atlas.metric(ix)));
            of_fact(atlas, fact)
                .into_iter()
                .chain(shared.into_iter().flatten())
                .collect()
        }
        (_, Some(fact)) => of_fact(atlas, fact),
    }
}

fn of_name<'a>(name: &'a Bilingual, definition: &'a Bilingual) -> Vec<Text<'a>> {
    let mut texts = Texts(Vec::new());
    texts.both(name);
    texts.prose(Field::Definition, definition);
    texts.0
}

struct Texts<'a>(Vec<Text<'a>>);

impl<'a> Texts<'a> {
    fn add(&mut self, field: Field, text: &'a str) {
        if !text.is_empty() {
            self.0.push((field, Cow::Borrowed(text)));
        }
    }

    fn extend(&mut self, field: Field, texts: impl IntoIterator<Item = &'a str>) {
        texts.into_iter().for_each(|text| self.add(field, text));
    }

    fn both(&mut self, name: &'a Bilingual) {
        self.add(Field::Name, &name.zh);
        self.add(Field::English, &name.en);
    }

    fn prose(&mut self, field: Field, text: &'a Bilingual) {
        self.extend(field, [&*text.zh, &*text.en]);
    }

    fn note(&mut self, note: Option<&'a Bilingual>) {
        note.into_iter().for_each(|note| self.prose(Field::Gist, note));
    }

    fn context(&mut self, name: &'a Bilingual) {
        self.extend(Field::Context, [&*name.zh, &*name.en]);
    }

    fn college(&mut self, atlas: &'a Atlas, college: &'a College) {
        let name = &college.name;
        self.extend(Field::Name, [&*name.zh, &*name.short]);
        self.add(Field::English, &name.en);
        self.extend(Field::English, name.short_en.as_deref());
        self.add(Field::English, college.id.as_str());
        for known_by in [Some(&college.reporter.name), college.province.as_ref()]
            .into_iter()
            .flatten()
        {
            self.extend(Field::Slogan, [&*known_by.zh, &*known_by.en]);
        }
        let source = atlas.source(college.source);
        self.extend(Field::Context, source.outlet.as_deref());
        self.extend(Field::Context, source.title.as_deref());
        self.extend(Field::Context, source.byline.iter().map(|name| &**name));
        self.prose(Field::Gist, &college.summary);
    }

    fn pillar(&mut self, atlas: &'a Atlas, pillar: &'a Pillar) {
        self.both(&pillar.heading);
        self.add(Field::Slogan, &pillar.slogan);
        self.add(Field::Slogan, &pillar.printed);
        for theme in &pillar.themes {
            self.context(&atlas.theme(*theme).name);
        }
        self.prose(Field::Gist, &pillar.gist);
    }

    fn measure(&mut self, measure: &'a Measure) {
        self.both(&measure.title);
        self.extend(Field::Slogan, measure.slogan.as_deref());
        self.prose(Field::Gist, &measure.gist);
        self.note(measure.note.as_ref());
    }

    fn framework(&mut self, framework: &'a Framework) {
        self.both(&framework.name);
        for group in &framework.groups {
            self.context(&group.name);
        }
        let members = framework.groups.iter().flat_map(|group| &group.members);
        self.extend(Field::Part, members.map(|member| &**member));
        self.prose(Field::Gist, &framework.gist);
    }

    fn recognition(&mut self, recognition: &'a Recognition) {
        self.both(&recognition.name);
        self.extend(Field::Part, recognition.work.as_deref());
        self.extend(Field::Context, recognition.holder.as_deref());
        for lang in [Lang::Zh, Lang::En] {
            self.add(Field::Context, recognition.kind.word(lang));
            self.extend(Field::Context, recognition.level.map(|level| level.word(lang)));
        }
        self.note(recognition.claim.as_ref());
        self.note(recognition.note.as_ref());
        let year = recognition.year.map(|year| Cow::Owned(year.to_string()));
        self.0.extend(year.map(|year| (Field::Period, year)));
    }

    fn partner(&mut self, partner: &'a Partner) {
        self.both(&partner.name);
        self.add(Field::Context, partner.kind.word(Lang::Zh));
        self.add(Field::Context, partner.kind.word(Lang::En));
        self.note(partner.note.as_ref());
    }

    fn outcome(&mut self, outcome: &'a Outcome) {
        self.both(&outcome.label);
        self.add(Field::Written, &outcome.as_written);
        self.extend(Field::Part, outcome.named.iter().map(|name| &**name));
        let period = outcome.period.as_ref();
        self.extend(Field::Period, period.map(|period| &*period.text));
        let english = period.and_then(Period::english).map(Cow::Owned);
        self.0.extend(english.map(|english| (Field::Period, english)));
        self.add(Field::Context, &outcome.quantity.unit);
        for lang in [Lang::Zh, Lang::En] {
            self.add(Field::Context, outcome.scope.word(lang));
        }
        self.note(outcome.note.as_ref());
    }

    fn metric(&mut self, atlas: &'a Atlas, metric: &'a Metric) {
        self.extend(Field::Metric, [&*metric.name.zh, &*metric.name.en]);
        self.context(&atlas.theme(metric.theme).name);
        if let Some(family) = metric.family {
            self.context(&atlas.family(family).name);
        }
        self.prose(Field::Definition, &metric.definition);
    }
}
