//! A story as the YAML of its dossier.

use rongtu::numeral::Bound;

use crate::{
    name::Name,
    paper::Cite,
    story::{Framework, Measure, Outcome, Partner, Period, Pillar, Recognition, Story},
    yaml::{list, scalar},
};

pub(crate) fn dossier(name: &Name, story: &Story) -> String {
    let mut yaml = head(name, story);
    section(
        &mut yaml,
        "pillars",
        story
            .pillars
            .iter()
            .enumerate()
            .map(|(n, fact)| pillar(n + 1, fact)),
    );
    section(&mut yaml, "measures", story.measures.iter().map(measure));
    section(&mut yaml, "frameworks", story.frameworks.iter().map(framework));
    section(
        &mut yaml,
        "recognitions",
        story.recognitions.iter().map(recognition),
    );
    section(&mut yaml, "partners", story.partners.iter().map(partner));
    section(&mut yaml, "outcomes", story.outcomes.iter().map(outcome));
    let members = story.frameworks.iter().flat_map(|framework| &framework.members);
    section(
        &mut yaml,
        "english",
        members.map(|[zh, en]| format!("  {zh}: {en}\n")),
    );
    yaml
}

fn section(yaml: &mut String, key: &str, records: impl Iterator<Item = String>) {
    let records: String = records.collect();
    if !records.is_empty() {
        yaml.push_str(&format!("\n{key}:\n{records}"));
    }
}

fn head(name: &Name, story: &Story) -> String {
    let mut yaml = format!(
        "id: {}\nname:\n  zh: {}\n  short: {}\n  en: {}\n  short_en: {}\n  pinyin: {}\n",
        name.id,
        scalar(&name.zh),
        scalar(&name.short),
        scalar(&name.en),
        scalar(&name.short_en),
        scalar(&name.pinyin)
    );
    if let Some((zh, en)) = name.province {
        yaml.push_str(&format!("province: {{zh: {zh}, en: {en}}}\n"));
    }
    let (zh, en, scope) = match story.department {
        true => (name.department(), format!("School of {}", name.field_en), "unit"),
        false => (name.zh.clone(), name.en.clone(), "college"),
    };
    let pillars = story.pillars.len();
    yaml + &format!(
        "reporter:\n  zh: {}\n  en: {}\n  scope: {scope}\nsource: news-{}\nsummary:\n  zh: {}\n  en: {}\n",
        scalar(&zh),
        scalar(&en),
        name.id,
        scalar(&format!(
            "以{pillars}个方面推进党建与产教结合，从{}到{}。",
            first(story),
            last(story)
        )),
        scalar(&format!(
            "Party-building and industry-education integration in {pillars} parts."
        ))
    )
}

fn first(story: &Story) -> &str {
    story.pillars.first().map_or("", |pillar| pillar.heading.0)
}

fn last(story: &Story) -> &str {
    story.pillars.last().map_or("", |pillar| pillar.heading.0)
}

fn pillar(n: usize, fact: &Pillar) -> String {
    let (zh, en) = fact.heading;
    let (gist, gist_en) = fact.gist;
    format!(
        "  - n: {n}\n    heading: {zh}\n    slogan: {}\n    printed: {}\n    en: {en}\n    themes: [{}]\n    gist: {{zh: {}, en: {}}}\n{}",
        scalar(&fact.slogan),
        scalar(&fact.printed),
        fact.themes.join(", "),
        scalar(gist),
        scalar(gist_en),
        cite(&fact.cite)
    )
}

fn measure(fact: &Measure) -> String {
    let (zh, en) = fact.title;
    let slogan = fact
        .slogan
        .map(|slogan| format!("    slogan: {slogan}\n"))
        .unwrap_or_default();
    format!(
        "  - id: {}\n    pillar: {}\n    n: 1\n    title: {zh}\n{slogan}    en: {en}\n    gist: {{zh: 以{zh}为先。, en: {en} first.}}\n{}",
        fact.id,
        fact.pillar,
        cite(&fact.cite)
    )
}

fn framework(fact: &Framework) -> String {
    let members: Vec<_> = fact.members.iter().map(|[zh, _]| (*zh).to_owned()).collect();
    format!(
        "  - id: {}\n    name: {}\n    en: {}\n    groups:\n      - {{name: {}, en: {}, total: {}, members: {}}}\n{}",
        fact.id,
        fact.name,
        fact.en,
        fact.unit,
        fact.unit_en,
        fact.total,
        list(&members),
        cite(&fact.cite)
    )
}

fn recognition(fact: &Recognition) -> String {
    let level = fact
        .level
        .map(|level| format!("    level: {level}\n"))
        .unwrap_or_default();
    let year = fact
        .year
        .map(|year| format!("    year: {year}\n"))
        .unwrap_or_default();
    let family = match fact.kind {
        "case" | "title" => "    family: cases-honours\n",
        "platform" if fact.name.ends_with("基地") => "    family: joint-bases\n",
        "platform" => "    family: platforms-centres\n",
        "project" => "    family: party-projects\n",
        _ => "",
    };
    format!(
        "  - id: {}\n    pillar: {}\n    kind: {}\n    name: {}\n    en: {}\n{level}{year}{family}{}",
        fact.id,
        fact.pillar,
        fact.kind,
        scalar(&fact.name),
        scalar(&fact.en),
        cite(&fact.cite)
    )
}

fn partner(fact: &Partner) -> String {
    format!(
        "  - id: {}\n    pillar: {}\n    kind: {}\n    name: {}\n    en: {}\n{}",
        fact.id,
        fact.pillar,
        fact.kind,
        scalar(&fact.name),
        scalar(&fact.en),
        cite(&fact.cite)
    )
}

/// One line a record: with thirty outcomes, that is how a curator keeps them in view.
fn outcome(fact: &Outcome) -> String {
    let mut fields = vec![("id", fact.id.clone())];
    fields.extend(fact.pillar.map(|pillar| ("pillar", pillar.to_string())));
    fields.push(("metric", fact.metric.clone()));
    fields.push(("label", scalar(&fact.label)));
    fields.push(("en", scalar(&fact.en)));
    fields.push(("value", fact.figure.value.to_string()));
    fields.extend(fact.figure.max.map(|max| ("max", max.to_string())));
    fields.push(("unit", scalar(&fact.unit)));
    if fact.figure.bound != Bound::Exact {
        fields.push(("bound", fact.figure.bound.to_string()));
    }
    fields.push(("as_written", scalar(&fact.figure.as_written)));
    fields.extend(
        fact.period
            .as_ref()
            .map(|period| ("period", self::period(period))),
    );
    fields.push(("cite", point(&fact.cite)));
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    format!("  - {{{}}}\n", fields.join(", "))
}

fn period(period: &Period) -> String {
    let year = period
        .year
        .map(|year| format!(", year: {year}"))
        .unwrap_or_default();
    format!("{{kind: {}, text: {}{year}}}", period.kind, period.text)
}

fn cite(cite: &Cite) -> String {
    format!("    cite: {}\n", point(cite))
}

fn point(cite: &Cite) -> String {
    format!("{{line: {}, exact: {}}}", cite.line, scalar(&cite.exact))
}
