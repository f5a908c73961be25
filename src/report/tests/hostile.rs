//! Every text of the built-in dossiers made hostile.
//!
//! Each type is taken apart field by field, without a rest: a new field does not compile until somebody decides here
//! whether it holds words.

use super::{HOSTILE, atlas};
use crate::{
    lang::Bilingual,
    model::{
        Atlas, Citation, College, Excuse, Family, Framework, Furniture, Group, Guess, Measure, Metric, Name,
        Outcome, Outline, Partner, Period, Pillar, Quantity, Recognition, Reporter, Source, Theme,
    },
};

fn both() -> Bilingual {
    Bilingual::new(HOSTILE, HOSTILE)
}

fn text() -> Box<str> {
    HOSTILE.into()
}

/// The built-in dossiers with every text replaced; what is absent there is given, too.
pub(super) fn hostile() -> Atlas {
    let mut atlas = atlas();
    for theme in &mut atlas.themes {
        let Theme {
            id: _,
            name,
            definition,
        } = theme;
        (*name, *definition) = (both(), both());
    }
    for family in &mut atlas.families {
        let Family {
            id: _,
            name,
            theme: _,
            definition,
        } = family;
        (*name, *definition) = (both(), both());
    }
    for metric in &mut atlas.metrics {
        let Metric {
            id: _,
            name,
            theme: _,
            family: _,
            unit,
            definition,
        } = metric;
        (*name, *definition, *unit) = (both(), both(), text());
    }
    atlas.sources.iter_mut().for_each(source);
    atlas.colleges.iter_mut().for_each(college);
    atlas
}

fn source(source: &mut Source) {
    let Source {
        id: _,
        title,
        outlet,
        byline,
        url,
        language,
        published,
        text: record,
        body: _,
        furniture,
        outline,
        excused,
        file,
    } = source;
    (*title, *outlet, *published, *url) = (Some(text()), Some(text()), Some(text()), Some(text()));
    (*byline, *language, record.sha256, *file) = (vec![text()], text(), text(), text());
    for Furniture { lines: _, kind, note } in furniture {
        (*kind, *note) = (text(), both());
    }
    for Outline { line: _, gist } in outline {
        *gist = both();
    }
    for Excuse {
        line: _,
        exact,
        kind: _,
        reason,
    } in excused
    {
        (*exact, *reason) = (text(), both());
    }
}

fn college(college: &mut College) {
    let College {
        id: _,
        name:
            Name {
                zh,
                short,
                en,
                short_en,
                pinyin,
            },
        province,
        source: _,
        file,
        reporter: Reporter { name, scope: _ },
        summary,
        pillars,
        measures,
        frameworks,
        recognitions,
        partners,
        outcomes,
        english,
    } = college;
    english.insert(text(), text());
    (*zh, *short, *en, *short_en, *pinyin) = (text(), text(), text(), Some(text()), text());
    (*province, *file, *name, *summary) = (Some(both()), text(), both(), both());
    pillars.iter_mut().for_each(pillar);
    measures.iter_mut().for_each(measure);
    frameworks.iter_mut().for_each(framework);
    recognitions.iter_mut().for_each(recognition);
    partners.iter_mut().for_each(partner);
    outcomes.iter_mut().for_each(outcome);
}

fn pillar(pillar: &mut Pillar) {
    let Pillar {
        n: _,
        heading,
        slogan,
        printed,
        themes: _,
        gist,
        cite,
    } = pillar;
    (*heading, *gist, *slogan, *printed) = (both(), both(), text(), text());
    citation(cite);
}

fn measure(measure: &mut Measure) {
    let Measure {
        id: _,
        pillar: _,
        n: _,
        title,
        slogan,
        themes: _,
        gist,
        note,
        cite,
    } = measure;
    (*title, *gist, *slogan, *note) = (both(), both(), Some(text()), Some(both()));
    citation(cite);
}

fn framework(framework: &mut Framework) {
    let Framework {
        id: _,
        pillar: _,
        name,
        gist,
        groups,
        cite,
    } = framework;
    (*name, *gist) = (both(), both());
    for Group {
        name,
        total: _,
        unit,
        members,
    } in groups
    {
        (*name, *unit, *members) = (both(), Some(text()), vec![text()]);
    }
    citation(cite);
}

fn recognition(recognition: &mut Recognition) {
    let Recognition {
        id: _,
        pillar: _,
        kind: _,
        name,
        claim,
        work,
        level: _,
        year: _,
        holder,
        outcome: _,
        family: _,
        note,
        cite,
    } = recognition;
    (*name, *claim, *work, *holder, *note) = (both(), Some(both()), Some(text()), Some(text()), Some(both()));
    citation(cite);
}

fn partner(partner: &mut Partner) {
    let Partner {
        id: _,
        pillar: _,
        kind: _,
        name,
        note,
        cite,
    } = partner;
    (*name, *note) = (both(), Some(both()));
    citation(cite);
}

fn outcome(outcome: &mut Outcome) {
    let Outcome {
        id: _,
        pillar: _,
        metric: _,
        guesses,
        label,
        quantity,
        as_written,
        period,
        scope: _,
        named,
        note,
        cite,
        at: _,
    } = outcome;
    for Guess { metric: _, words } in guesses.iter_mut().flatten() {
        *words = text();
    }
    let Quantity {
        value: _,
        max: _,
        unit,
        bound: _,
    } = quantity;
    (*label, *as_written, *unit, *named, *note) = (both(), text(), text(), vec![text()], Some(both()));
    if let Some(Period {
        kind: _,
        text: words,
        year: _,
        cumulative: _,
        en,
    }) = period
    {
        (*words, *en) = (text(), Some(text()));
    }
    citation(cite);
}

fn citation(cite: &mut Citation) {
    let Citation {
        line: _,
        exact,
        prefix,
        suffix,
    } = cite;
    (*exact, *prefix, *suffix) = (text(), Some(text()), Some(text()));
}
