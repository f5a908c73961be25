//! The texts of facts and of source records, each listed once, with the fields they stand in and what they are.
//!
//! Owns the list that the rules on print, language, own words and unfinished drafts choose from, and the index of what
//! can be found. Numbers, ids and references are no texts, nor is the phrase cited.

use std::fmt;

use super::{College, Fact, Group, Outcome, Pillar, Recognition, Source};
use crate::lang::Bilingual;

/// What a text is to its fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// What it is called, as printed: a college's name, a pillar's heading; and its English.
    Name,
    /// What it is called, put together by the curator from what is printed; and its English.
    ComposedName,
    /// What an outcome counts, in words of the article; and its English.
    Label,
    /// A college's name for columns; its English only where it has one.
    ShortName,
    /// How a college's name is read.
    Pinyin,
    /// What else a college is known by, as printed: its reporter, its province; and the English.
    KnownBy,
    /// What a framework counts, as printed; where the English is missing it is the Chinese.
    Part,
    /// The measure word printed with the number of such parts.
    MeasureWord,
    /// A slogan, as printed.
    Slogan,
    /// The whole heading of a pillar, as printed.
    Heading,
    /// A member, a named example, the work that was honoured, as printed.
    Member,
    /// Who holds an honour, as printed.
    Holder,
    /// What the article claims, as printed; and what that means in English.
    Claim,
    /// A figure as printed.
    Written,
    /// The unit of a figure.
    Unit,
    /// A period as printed.
    Period,
    /// The curator's words, in both languages.
    Prose,
}

/// One text: its Chinese, and its English where it has any.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FactText<'a> {
    pub(crate) role: Role,
    pub(crate) zh: FieldText<'a>,
    pub(crate) en: Option<FieldText<'a>>,
}

impl<'a> FactText<'a> {
    /// Every field of it, the Chinese one first.
    pub(crate) fn fields(self) -> impl Iterator<Item = FieldText<'a>> {
        [Some(self.zh), self.en].into_iter().flatten()
    }

    /// A text whose fields are called `names`.
    fn two(role: Role, names: [&'static str; 2], text: &'a Bilingual) -> Self {
        let [zh, en] = names.map(FieldPath::new);
        Self {
            role,
            zh: FieldText {
                path: zh,
                text: &text.zh,
            },
            en: Some(FieldText {
                path: en,
                text: &text.en,
            }),
        }
    }

    /// A text in Chinese alone.
    fn one(role: Role, name: &'static str, text: &'a str) -> Self {
        let path = FieldPath::new(name);
        Self {
            role,
            zh: FieldText { path, text },
            en: None,
        }
    }

    /// The text at `n` of a field that lists texts.
    fn numbered(role: Role, name: &'static str, n: usize, text: &'a str) -> Self {
        let mut numbered = Self::one(role, name, text);
        numbered.zh.path.n = Some(n);
        numbered
    }

    /// The same within the record at `n` of `list`.
    fn of(mut self, list: &'static str, n: usize) -> Self {
        self.zh.path.list = Some((list, n));
        if let Some(en) = &mut self.en {
            en.path.list = Some((list, n));
        }
        self
    }

    fn prose(names: [&'static str; 2], text: &'a Bilingual) -> Self {
        Self::two(Role::Prose, names, text)
    }

    fn gist(text: &'a Bilingual) -> Self {
        Self::prose(["gist.zh", "gist.en"], text)
    }

    fn note(text: Option<&'a Bilingual>) -> Option<Self> {
        text.map(|text| Self::prose(["note.zh", "note.en"], text))
    }
}

/// What stands in one field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldText<'a> {
    pub(crate) path: FieldPath,
    pub(crate) text: &'a str,
}

/// Where a field stands below its record, in the words of the file: `gist.en`, `groups[0].members[2]`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldPath {
    /// The list it is in, and which record of that.
    pub(crate) list: Option<(&'static str, usize)>,
    name: &'static str,
    /// Which text of a field that lists them.
    n: Option<usize>,
}

impl FieldPath {
    fn new(name: &'static str) -> Self {
        Self {
            list: None,
            name,
            n: None,
        }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((list, n)) = self.list {
            write!(f, "{list}[{n}].")?;
        }
        f.write_str(self.name)?;
        self.n.map_or(Ok(()), |n| write!(f, "[{n}]"))
    }
}

impl<'a> Fact<'a> {
    /// Its texts, what it is called first.
    pub(crate) fn texts(self) -> Vec<FactText<'a>> {
        type Text<'a> = FactText<'a>;
        let composed = |name, text| Text::two(Role::ComposedName, [name, "en"], text);
        let slogan = |text| Text::one(Role::Slogan, "slogan", text);
        let mut texts = Vec::with_capacity(8);
        match self {
            Self::College(college) => college_texts(college, &mut texts),
            Self::Pillar(_, pillar) => pillar_texts(pillar, &mut texts),
            Self::Measure(_, measure) => {
                texts.push(composed("title", &measure.title));
                texts.extend(measure.slogan.as_deref().map(slogan));
                texts.push(Text::gist(&measure.gist));
                texts.extend(Text::note(measure.note.as_ref()));
            }
            Self::Framework(_, framework) => {
                texts.push(composed("name", &framework.name));
                for (n, group) in framework.groups.iter().enumerate() {
                    texts.extend(group_texts(group).map(|text| text.of("groups", n)));
                }
                texts.push(Text::gist(&framework.gist));
            }
            Self::Recognition(_, recognition) => {
                texts.push(composed("name", &recognition.name));
                recognition_texts(recognition, &mut texts);
            }
            Self::Partner(_, partner) => {
                texts.push(composed("name", &partner.name));
                texts.extend(Text::note(partner.note.as_ref()));
            }
            Self::Outcome(_, outcome) => outcome_texts(outcome, &mut texts),
        }
        texts
    }
}

fn college_texts<'a>(college: &'a College, texts: &mut Vec<FactText<'a>>) {
    let name = &college.name;
    let both = |role, zh, text: &'a str, en, english: Option<&'a str>| FactText {
        en: english.map(|english| FactText::one(role, en, english).zh),
        ..FactText::one(role, zh, text)
    };
    texts.extend([
        both(Role::Name, "name.zh", &name.zh, "name.en", Some(&name.en)),
        both(
            Role::ShortName,
            "name.short",
            &name.short,
            "name.short_en",
            name.short_en.as_deref(),
        ),
        FactText::one(Role::Pinyin, "name.pinyin", &name.pinyin),
        FactText::two(
            Role::KnownBy,
            ["reporter.zh", "reporter.en"],
            &college.reporter.name,
        ),
    ]);
    let province = college.province.as_ref();
    texts.extend(
        province.map(|province| FactText::two(Role::KnownBy, ["province.zh", "province.en"], province)),
    );
    let printed = college.english.iter();
    texts.extend(printed.map(|(zh, en)| both(Role::Member, "english", zh, "english", Some(en))));
    texts.push(FactText::prose(["summary.zh", "summary.en"], &college.summary));
}

fn pillar_texts<'a>(pillar: &'a Pillar, texts: &mut Vec<FactText<'a>>) {
    texts.extend([
        FactText::two(Role::Name, ["heading", "en"], &pillar.heading),
        FactText::one(Role::Slogan, "slogan", &pillar.slogan),
        FactText::one(Role::Heading, "printed", &pillar.printed),
        FactText::gist(&pillar.gist),
    ]);
}

fn group_texts(group: &Group) -> impl Iterator<Item = FactText<'_>> {
    let members = group.members.iter().enumerate();
    let members = members.map(|(n, member)| FactText::numbered(Role::Member, "members", n, member));
    let name = FactText::two(Role::Part, ["name", "en"], &group.name);
    let unit = group.unit.as_deref();
    let unit = unit.map(|unit| FactText::one(Role::MeasureWord, "unit", unit));
    std::iter::once(name).chain(unit).chain(members)
}

fn recognition_texts<'a>(recognition: &'a Recognition, texts: &mut Vec<FactText<'a>>) {
    let claim = recognition.claim.as_ref();
    texts.extend(claim.map(|claim| FactText::two(Role::Claim, ["claim.zh", "claim.en"], claim)));
    let (work, holder) = (recognition.work.as_deref(), recognition.holder.as_deref());
    texts.extend(work.map(|work| FactText::one(Role::Member, "work", work)));
    texts.extend(holder.map(|holder| FactText::one(Role::Holder, "holder", holder)));
    texts.extend(FactText::note(recognition.note.as_ref()));
}

fn outcome_texts<'a>(outcome: &'a Outcome, texts: &mut Vec<FactText<'a>>) {
    texts.push(FactText::two(Role::Label, ["label", "en"], &outcome.label));
    texts.push(FactText::one(Role::Written, "as_written", &outcome.as_written));
    let named = outcome.named.iter().enumerate();
    texts.extend(named.map(|(n, name)| FactText::numbered(Role::Member, "named", n, name)));
    let period = outcome.period.as_ref();
    texts.extend(period.map(|period| FactText::one(Role::Period, "period.text", &period.text)));
    texts.push(FactText::one(Role::Unit, "unit", &outcome.quantity.unit));
    texts.extend(FactText::note(outcome.note.as_ref()));
}

impl Source {
    /// The curator's words in it, in the order of the file.
    pub(crate) fn texts(&self) -> impl Iterator<Item = FactText<'_>> {
        let note = |text| FactText::prose(["note.zh", "note.en"], text);
        let furniture = self.furniture.iter().enumerate();
        let furniture = furniture.map(move |(n, lines)| note(&lines.note).of("furniture", n));
        let outline = self.outline.iter().enumerate();
        let outline = outline.map(|(n, entry)| FactText::prose(["zh", "en"], &entry.gist).of("outline", n));
        let reason = |text| FactText::prose(["reason.zh", "reason.en"], text);
        let excused = self.excused.iter().enumerate();
        let excused = excused.map(move |(n, excuse)| reason(&excuse.reason).of("excused", n));
        furniture.chain(outline).chain(excused)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_yaml::Value;

    use super::*;
    use crate::{
        load::{Origin, load},
        model::facts,
    };

    /// Fields whose words are no texts: ids and what is chosen from a list, and the phrase cited.
    const CHOSEN: [&str; 11] = [
        "bound", "cite", "family", "id", "kind", "level", "metric", "outcome", "scope", "source", "themes",
    ];

    /// The path of every text below `value`.
    fn written(value: &Value, at: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::String(_) => {
                found.insert(at.to_owned());
            }
            Value::Sequence(values) => {
                for (n, value) in values.iter().enumerate() {
                    written(value, &format!("{at}[{n}]"), found);
                }
            }
            Value::Mapping(map) => {
                for (key, value) in map {
                    let key = key.as_str().unwrap();
                    let dot = if at.is_empty() { "" } else { "." };
                    // Its keys are names as printed.
                    let path = match at {
                        "english" => at.to_owned(),
                        at => format!("{at}{dot}{key}"),
                    };
                    if !CHOSEN.contains(&key) {
                        written(value, &path, found);
                    }
                }
            }
            _ => {}
        }
    }

    fn listed<'a>(texts: impl IntoIterator<Item = FactText<'a>>) -> BTreeSet<String> {
        let fields = texts.into_iter().flat_map(FactText::fields);
        let filled = fields.filter(|field| !field.text.is_empty());
        filled.map(|field| field.path.to_string()).collect()
    }

    /// The records of a dossier, in the order of [`facts`]: its own fields first.
    fn records(file: &str) -> Vec<Value> {
        const LISTS: [&str; 6] = [
            "pillars",
            "measures",
            "frameworks",
            "recognitions",
            "partners",
            "outcomes",
        ];
        let mut own: Value = serde_yaml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let map = own.as_mapping_mut().unwrap();
        let lists = LISTS.map(|list| map.remove(list).unwrap_or_default());
        let listed = lists
            .iter()
            .flat_map(|list| list.as_sequence().cloned().unwrap_or_default());
        let listed: Vec<_> = listed.collect();
        [vec![own], listed].concat()
    }

    #[test]
    fn every_text_of_a_dossier_is_listed() {
        let atlas = load(&Origin::Embedded).atlas;
        let mut count = 0;
        for college in &atlas.colleges {
            let records = records(&college.file);
            assert_eq!(records.len(), facts(college).count());
            for (fact, record) in facts(college).zip(records) {
                let mut found = BTreeSet::new();
                written(&record, "", &mut found);
                assert_eq!(listed(fact.texts()), found, "{}", fact.addr());
                count += found.len();
            }
        }
        assert!(count > 800, "{count}");
    }

    #[test]
    fn every_text_of_a_source_record_is_listed() {
        let atlas = load(&Origin::Embedded).atlas;
        for source in &atlas.sources {
            let text = std::fs::read_to_string(&*source.file).unwrap();
            let record: Value = serde_yaml::from_str(&text).unwrap();
            let mut found = BTreeSet::new();
            for list in ["furniture", "outline", "excused"] {
                written(&record[list], list, &mut found);
            }
            let is_prose = |path: &String| !path.ends_with(".exact") && !path.ends_with(".lines");
            found.retain(is_prose);
            assert_eq!(listed(source.texts()), found, "{}", source.file);
        }
    }
}
