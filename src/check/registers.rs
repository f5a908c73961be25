//! Rules for what all dossiers share: themes, families and metrics are used, named once, and agree.

use crate::model::is_todo;
use std::collections::{HashMap, HashSet};

use super::names::{wrong_language, wrong_prose};
use crate::{
    finding::{Code, Finding, Place, Severity},
    lang::Bilingual,
    load::{Loaded, OriginFile},
    model::{Atlas, Metric, words},
    text::similar,
};

/// Every rule over the registers.
pub(crate) fn rules(loaded: &Loaded, entries: &[OriginFile], out: &mut Vec<Finding>) {
    let atlas = &loaded.atlas;
    let file = |name: &str| {
        entries
            .iter()
            .find(|entry| entry.is(name))
            .map(|entry| entry.name.clone())
    };
    let (themes, metrics) = (file("themes.yaml"), file("metrics.yaml"));
    let lists = Lists {
        atlas,
        themes: themes.as_deref().unwrap_or("data/themes.yaml"),
        metrics: metrics.as_deref().unwrap_or("data/metrics.yaml"),
    };
    lists.names(out);
    lists.families(out);
    lists.units(out);
    lists.colleges(out);
    if loaded
        .findings
        .iter()
        .all(|finding| finding.severity == Severity::Warning)
    {
        lists.unused(out);
    }
}

/// What all findings about things nobody uses have in common.
const UNUSED: &str = "unused";

/// The registers and the names of their files.
struct Lists<'a> {
    atlas: &'a Atlas,
    themes: &'a str,
    metrics: &'a str,
}

/// One record of a register.
struct RegisterRecord<'a> {
    file: &'a str,
    list: &'static str,
    id: &'a str,
    name: &'a Bilingual,
    definition: &'a Bilingual,
    used: bool,
}

impl RegisterRecord<'_> {
    fn finding(&self, code: Code, field: &str, zh: String, en: String) -> Finding {
        let path = format!("{}[id={}]{field}", self.list, self.id);
        Finding::new(code, Place::node(self.file, path), Bilingual::new(zh, en))
    }
}

impl<'a> Lists<'a> {
    fn items(&self) -> Vec<RegisterRecord<'a>> {
        let (atlas, themes, metrics) = (self.atlas, self.themes, self.metrics);
        let used = Used::of(atlas);
        let themes = atlas
            .themes
            .iter()
            .zip(used.themes)
            .map(move |(theme, used)| RegisterRecord {
                file: themes,
                list: "themes",
                id: theme.id.as_str(),
                name: &theme.name,
                definition: &theme.definition,
                used,
            });
        let families = atlas
            .families
            .iter()
            .zip(used.families)
            .map(move |(family, used)| RegisterRecord {
                file: metrics,
                list: "families",
                id: family.id.as_str(),
                name: &family.name,
                definition: &family.definition,
                used,
            });
        let metrics = atlas
            .metrics
            .iter()
            .zip(used.metrics)
            .map(move |(metric, used)| RegisterRecord {
                file: metrics,
                list: "metrics",
                id: metric.id.as_str(),
                name: &metric.name,
                definition: &metric.definition,
                used,
            });
        themes.chain(families).chain(metrics).collect()
    }

    /// Names are in their languages, and neither a name nor a definition stands twice in a list.
    fn names(&self, out: &mut Vec<Finding>) {
        let mut taken: HashMap<(&str, &str), &str> = HashMap::new();
        for item in self.items() {
            if let Some((zh, en)) = wrong_language(item.name) {
                out.push(item.finding(Code::WrongLanguage, ".en", zh, en));
            }
            if let Some((half, (zh, en))) = wrong_prose(item.definition) {
                let field = [".definition.zh", ".definition.en"][half];
                out.push(item.finding(Code::WrongLanguage, field, zh, en));
            }
            let said = [(".zh", &*item.name.zh), (".definition", &*item.definition.zh)];
            for (field, text) in said {
                match taken.get(&(item.list, text)) {
                    Some(first) => out.push(item.finding(
                        Code::DuplicateName,
                        field,
                        format!("“{text}”已用于 {first}"),
                        format!("“{text}” already stands for {first}"),
                    )),
                    None => {
                        taken.insert((item.list, text), item.id);
                    }
                }
            }
        }
    }

    /// A metric is listed under its family's theme.
    fn families(&self, out: &mut Vec<Finding>) {
        for metric in &self.atlas.metrics {
            let Some(family) = metric.family.map(|ix| self.atlas.family(ix)) else {
                continue;
            };
            if family.theme != metric.theme {
                let theme = &self.atlas.theme(family.theme).id;
                let finding = Finding::new(
                    Code::FamilyTheme,
                    Place::node(self.metrics, format!("metrics[id={}].theme", metric.id)),
                    Bilingual::new(
                        format!("所属的组 {} 属于主题 {theme}", family.id),
                        format!("its family {} belongs to the theme {theme}", family.id),
                    ),
                );
                out.push(finding.among(format!("family {}", family.id)));
            }
        }
    }

    /// A reader of English is told every unit in English.
    fn units(&self, out: &mut Vec<Finding>) {
        let foreign = |metric: &&Metric| !is_todo(&metric.unit) && !words::has_english(&metric.unit);
        for metric in self.atlas.metrics.iter().filter(foreign) {
            let unit = &metric.unit;
            let finding = Finding::new(
                Code::NoEnglish,
                Place::node(self.metrics, format!("metrics[id={}].unit", metric.id)),
                Bilingual::new(
                    format!("单位“{unit}”没有英文说法"),
                    format!("the unit “{unit}” has no English"),
                ),
            );
            out.push(finding.suggesting(similar::meant(unit, words::known_units())));
        }
    }

    /// No two colleges share a name or a short name.
    fn colleges(&self, out: &mut Vec<Finding>) {
        let mut taken: HashMap<&str, &str> = HashMap::new();
        for college in &self.atlas.colleges {
            for (field, name) in [("name.zh", &college.name.zh), ("name.short", &college.name.short)] {
                match taken.get(&**name).filter(|_| !is_todo(name)) {
                    Some(first) if *first != college.id.as_str() => out.push(Finding::new(
                        Code::DuplicateName,
                        Place::node(&*college.file, field),
                        Bilingual::new(
                            format!("“{name}”已用于 {first}"),
                            format!("“{name}” already stands for {first}"),
                        ),
                    )),
                    _ => {
                        taken.insert(name, college.id.as_str());
                    }
                }
            }
        }
    }

    /// Nothing is defined that no dossier uses.
    fn unused(&self, out: &mut Vec<Finding>) {
        for item in self.items().iter().filter(|item| !item.used) {
            let finding = item.finding(
                Code::Unused,
                "",
                format!("没有档案用到 {}", item.id),
                format!("no dossier uses {}", item.id),
            );
            out.push(finding.among(UNUSED));
        }
        let cited: HashSet<_> = self
            .atlas
            .colleges
            .iter()
            .map(|college| college.source.at())
            .collect();
        let sources = self.atlas.sources.iter().enumerate();
        for (_, source) in sources.filter(|(at, _)| !cited.contains(at)) {
            let id = &source.id;
            let finding = Finding::new(
                Code::Unused,
                Place::node(&*source.file, "id"),
                Bilingual::new(format!("没有档案用到 {id}"), format!("no dossier uses {id}")),
            );
            // With the dossier went what it alone refers to.
            out.push(finding.causing(UNUSED));
        }
    }
}

/// Which records of the registers anything refers to.
struct Used {
    themes: Vec<bool>,
    families: Vec<bool>,
    metrics: Vec<bool>,
}

impl Used {
    fn of(atlas: &Atlas) -> Self {
        let mut used = Self {
            themes: vec![false; atlas.themes.len()],
            families: vec![false; atlas.families.len()],
            metrics: vec![false; atlas.metrics.len()],
        };
        for metric in &atlas.metrics {
            used.themes[metric.theme.at()] = true;
            if let Some(family) = metric.family {
                used.families[family.at()] = true;
            }
        }
        for college in &atlas.colleges {
            let themes = college.pillars.iter().flat_map(|pillar| &pillar.themes);
            themes.for_each(|theme| used.themes[theme.at()] = true);
            let families = college.recognitions.iter().filter_map(|fact| fact.family);
            families.for_each(|family| used.families[family.at()] = true);
            let metrics = college.outcomes.iter().filter_map(|outcome| outcome.metric);
            metrics.for_each(|metric| used.metrics[metric.at()] = true);
        }
        used
    }
}
