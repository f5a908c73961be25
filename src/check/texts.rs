//! The texts of a fact that stand in two languages, each with its fields: what the rules on language, on own words and
//! on unfinished drafts look at.

use crate::{
    lang::Bilingual,
    model::{College, Fact, Group, Source},
};

/// What a text is, which says what may stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A name: printed Chinese, and English without Chinese in it.
    Name,
    /// The name of a part of a framework, whose English may be missing.
    Part,
    /// The curator's words: a printed name may stand in English ones.
    Prose,
    /// Printed Chinese with what it means.
    Printed,
}

/// One text and where its two halves stand.
#[derive(Clone, Debug)]
pub(super) struct Text<'a> {
    pub(super) sort: Sort,
    /// The fields of the Chinese and of the English half.
    pub(super) fields: [String; 2],
    pub(super) zh: &'a str,
    pub(super) en: &'a str,
}

impl<'a> Text<'a> {
    /// A text of two fields.
    fn name(zh: (&str, &'a str), en: (&str, &'a str)) -> Self {
        Self {
            sort: Sort::Name,
            fields: [zh.0.to_owned(), en.0.to_owned()],
            zh: zh.1,
            en: en.1,
        }
    }

    /// A text of one field with `zh` and `en` under it.
    pub(super) fn two(sort: Sort, field: &str, text: &'a Bilingual) -> Self {
        Self {
            sort,
            fields: [format!("{field}.zh"), format!("{field}.en")],
            zh: &text.zh,
            en: &text.en,
        }
    }

    /// A text of the entry `field`, whose fields are its own.
    fn entry(sort: Sort, zh: &str, text: &'a Bilingual) -> Self {
        Self {
            sort,
            ..Self::name((zh, &text.zh), ("en", &text.en))
        }
    }
}

/// Every text of `fact`, in the order of the file.
pub(super) fn of(fact: Fact<'_>) -> Vec<Text<'_>> {
    let name = |field, name| Some(Text::entry(Sort::Name, field, name));
    let gist = |gist| Some(Text::two(Sort::Prose, "gist", gist));
    let note = |note: Option<_>| note.map(|note| Text::two(Sort::Prose, "note", note));
    let texts = match fact {
        Fact::College(college) => return of_college(college),
        Fact::Framework(_, framework) => {
            let groups = framework.groups.iter().enumerate().map(of_group);
            let own = [name("name", &framework.name), gist(&framework.gist)];
            return own.into_iter().flatten().chain(groups).collect();
        }
        Fact::Pillar(_, pillar) => [name("heading", &pillar.heading), gist(&pillar.gist), None],
        Fact::Measure(_, measure) => [
            name("title", &measure.title),
            gist(&measure.gist),
            note(measure.note.as_ref()),
        ],
        Fact::Recognition(_, recognition) => {
            let claim = recognition.claim.as_ref();
            let claim = claim.map(|claim| Text::two(Sort::Printed, "claim", claim));
            [
                name("name", &recognition.name),
                claim,
                note(recognition.note.as_ref()),
            ]
        }
        Fact::Partner(_, partner) => [name("name", &partner.name), note(partner.note.as_ref()), None],
        Fact::Outcome(_, outcome) => [name("label", &outcome.label), note(outcome.note.as_ref()), None],
    };
    texts.into_iter().flatten().collect()
}

fn of_college(college: &College) -> Vec<Text<'_>> {
    let name = &college.name;
    let mut texts = vec![Text::name(("name.zh", &name.zh), ("name.en", &name.en))];
    let short_en = name.short_en.as_deref();
    texts.extend(short_en.map(|en| Text::name(("name.short", &name.short), ("name.short_en", en))));
    texts.push(Text::two(Sort::Name, "reporter", &college.reporter.name));
    let province = college.province.as_ref();
    texts.extend(province.map(|province| Text::two(Sort::Name, "province", province)));
    texts.push(Text::two(Sort::Prose, "summary", &college.summary));
    texts
}

fn of_group((at, group): (usize, &Group)) -> Text<'_> {
    let (zh, en) = (format!("groups[{at}].name"), format!("groups[{at}].en"));
    Text {
        sort: Sort::Part,
        ..Text::name((&zh, &group.name.zh), (&en, &group.name.en))
    }
}

/// Every text of a source record, in the order of the file.
pub(super) fn of_source(source: &Source) -> Vec<Text<'_>> {
    let furniture = source.furniture.iter().enumerate();
    let furniture =
        furniture.map(|(at, lines)| Text::two(Sort::Prose, &format!("furniture[{at}].note"), &lines.note));
    let outline = source.outline.iter().enumerate();
    let outline = outline.map(|(at, entry)| Text::two(Sort::Prose, &format!("outline[{at}]"), &entry.gist));
    let excused = source.excused.iter().enumerate();
    let excused =
        excused.map(|(at, excuse)| Text::two(Sort::Prose, &format!("excused[{at}].reason"), &excuse.reason));
    furniture.chain(outline).chain(excused).collect()
}
