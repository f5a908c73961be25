//! What can be found, and under which words.
//!
//! Owns the list of things to find ([`Target`]) and the texts each answers to ([`texts`]). It matches nothing.

use std::borrow::Cow;

use super::target::{HitField, Target};
use crate::{
    lang::{Bilingual, Lang},
    model::{Atlas, College, Fact, FactText, Kind, Metric, Outcome, Period, Pillar, Recognition, Role},
};

/// A text and what it is.
pub(crate) type EntryText<'a> = (HitField, Cow<'a, str>);

/// How many names a college has.
pub(crate) const NAMES: usize = 5;

/// The names that lead to a college and, together with other words, to any of its facts.
pub(crate) fn names(college: &College) -> [&str; NAMES] {
    let name = &college.name;
    let short_en = name.short_en.as_ref().unwrap_or(&name.en);
    [&name.zh, &name.short, &name.en, short_en, college.id.as_str()]
}

/// The texts `fact` answers to by itself, its names first; outcomes also answer to those [`of_metric`].
pub(crate) fn of_fact<'a>(atlas: &'a Atlas, fact: Fact<'a>) -> Vec<EntryText<'a>> {
    let mut texts = EntryTexts(Vec::with_capacity(12));
    for text in fact.texts() {
        texts.own(text);
    }
    match fact {
        Fact::College(college) => texts.college(atlas, college),
        Fact::Pillar(_, pillar) => texts.pillar(atlas, pillar),
        Fact::Recognition(_, recognition) => texts.recognition(recognition),
        Fact::Partner(_, partner) => texts.words(|lang| partner.kind.word(lang)),
        Fact::Outcome(_, outcome) => texts.outcome(outcome),
        Fact::Measure(..) | Fact::Framework(..) => {}
    }
    texts.extend(HitField::Exact, fact.cite().map(|cite| &*cite.exact));
    let under = fact.pillar().filter(|_| fact.kind() != Kind::Pillar);
    let pillar = under.and_then(|n| fact.college().pillar(n));
    texts.extend(HitField::Context, pillar.map(|pillar| &*pillar.heading.zh));
    texts.0
}

/// What the Chinese and the English half of a text of a fact are to someone who looks for it.
fn fields(role: Role) -> Option<[HitField; 2]> {
    Some(match role {
        Role::Name | Role::ComposedName | Role::Label | Role::ShortName => {
            [HitField::Name, HitField::English]
        }
        Role::KnownBy | Role::Slogan | Role::Heading => [HitField::Slogan; 2],
        Role::Part | Role::Holder | Role::Unit => [HitField::Context; 2],
        Role::Member => [HitField::Part; 2],
        Role::Written => [HitField::Written; 2],
        Role::Period => [HitField::Period; 2],
        Role::Claim | Role::Prose => [HitField::Gist; 2],
        Role::Pinyin | Role::MeasureWord => return None,
    })
}

/// The texts that every outcome of `metric` answers to.
pub(crate) fn of_metric<'a>(atlas: &'a Atlas, metric: &'a Metric) -> Vec<EntryText<'a>> {
    let mut texts = EntryTexts(Vec::with_capacity(6));
    texts.metric(atlas, metric);
    texts.0
}

/// The texts `target` answers to, its names first.
pub(crate) fn texts(atlas: &Atlas, target: Target) -> Vec<EntryText<'_>> {
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

fn of_name<'a>(name: &'a Bilingual, definition: &'a Bilingual) -> Vec<EntryText<'a>> {
    let mut texts = EntryTexts(Vec::new());
    texts.both(name);
    texts.prose(HitField::Definition, definition);
    texts.0
}

struct EntryTexts<'a>(Vec<EntryText<'a>>);

impl<'a> EntryTexts<'a> {
    fn add(&mut self, field: HitField, text: &'a str) {
        if !text.is_empty() {
            self.0.push((field, Cow::Borrowed(text)));
        }
    }

    fn extend(&mut self, field: HitField, texts: impl IntoIterator<Item = &'a str>) {
        texts.into_iter().for_each(|text| self.add(field, text));
    }

    fn both(&mut self, name: &'a Bilingual) {
        self.add(HitField::Name, &name.zh);
        self.add(HitField::English, &name.en);
    }

    fn prose(&mut self, field: HitField, text: &'a Bilingual) {
        self.extend(field, [&*text.zh, &*text.en]);
    }

    fn own(&mut self, text: FactText<'a>) {
        for (half, field) in text.fields().zip(fields(text.role).into_iter().flatten()) {
            self.add(field, half.text);
        }
    }

    fn words(&mut self, word: impl Fn(Lang) -> &'a str) {
        self.extend(HitField::Context, [Lang::Zh, Lang::En].map(word));
    }

    fn context(&mut self, name: &'a Bilingual) {
        self.extend(HitField::Context, [&*name.zh, &*name.en]);
    }

    fn college(&mut self, atlas: &'a Atlas, college: &'a College) {
        self.add(HitField::English, college.id.as_str());
        let source = atlas.source(college.source);
        self.extend(HitField::Context, source.outlet.as_deref());
        self.extend(HitField::Context, source.title.as_deref());
        self.extend(HitField::Context, source.byline.iter().map(|name| &**name));
    }

    fn pillar(&mut self, atlas: &'a Atlas, pillar: &'a Pillar) {
        for theme in &pillar.themes {
            self.context(&atlas.theme(*theme).name);
        }
    }

    fn recognition(&mut self, recognition: &'a Recognition) {
        self.words(|lang| recognition.kind.word(lang));
        if let Some(level) = recognition.level {
            self.words(|lang| level.word(lang));
        }
        let year = recognition.year.map(|year| Cow::Owned(year.to_string()));
        self.0.extend(year.map(|year| (HitField::Period, year)));
    }

    fn outcome(&mut self, outcome: &'a Outcome) {
        let english = outcome.period.as_ref().and_then(Period::english);
        self.0
            .extend(english.map(|english| (HitField::Period, Cow::Owned(english))));
        self.words(|lang| outcome.scope.word(lang));
    }

    fn metric(&mut self, atlas: &'a Atlas, metric: &'a Metric) {
        self.extend(HitField::Metric, [&*metric.name.zh, &*metric.name.en]);
        self.context(&atlas.theme(metric.theme).name);
        if let Some(family) = metric.family {
            self.context(&atlas.family(family).name);
        }
        self.prose(HitField::Definition, &metric.definition);
    }
}
