//! Named enumerations as rows: whole for JSON, one row a counted part for tables.

use serde::Serialize;

use super::{FieldCell, FieldValue, record};
use crate::model::{Atlas, College, Fact, Framework, Group};

/// One counted part of a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Counted<'a> {
    /// What is counted.
    pub(crate) name: &'a str,
    /// The same in English.
    pub(crate) en: &'a str,
    /// How many are announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<u16>,
    /// The measure word printed with the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<&'a str>,
    /// Those the article names.
    pub(crate) members: Vec<&'a str>,
    /// How many it leaves unnamed.
    pub(crate) unnamed: usize,
}

impl<'a> Counted<'a> {
    fn of(group: &'a Group) -> Self {
        Self {
            name: &group.name.zh,
            en: &group.name.en,
            total: group.total,
            unit: group.unit.as_deref(),
            members: members(group),
            unnamed: group.unnamed(),
        }
    }
}

impl FieldValue for Counted<'_> {
    fn cell(&self) -> FieldCell<'_> {
        FieldCell::Text(match self.total {
            Some(total) => format!("{total} {}", self.name).into(),
            None => self.name.into(),
        })
    }
}

fn members(group: &Group) -> Vec<&str> {
    group.members.iter().map(|name| &**name).collect()
}

record! {
    /// One framework. A framework with a single counted part repeats its total, members and number
    /// unnamed at the top.
    FrameworkRow {
        /// Its address.
        addr: String,
        /// The college's id.
        college: &'a str,
        /// The number of its pillar; absent in the introduction.
        pillar: Option<u8>,
        /// Its name as printed.
        name: &'a str,
        /// What it is, in the curator's words.
        gist: Option<&'a str>,
        /// Its counted parts.
        groups: Vec<Counted<'a>>,
        /// How many are announced.
        total: Option<u16>,
        /// Those the article names.
        members: Option<Vec<&'a str>>,
        /// How many it leaves unnamed.
        unnamed: Option<usize>,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// The name in English.
        en: &'a str,
        /// The gist in English.
        gist_en: Option<&'a str>,
    }
}

impl<'a> FrameworkRow<'a> {
    /// The row of `framework`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College, framework: &'a Framework) -> Self {
        let only = match &framework.groups[..] {
            [group] => Some(group),
            _ => None,
        };
        Self {
            addr: Fact::Framework(college, framework).addr().to_string(),
            college: college.id.as_str(),
            pillar: framework.pillar,
            name: &framework.name.zh,
            gist: some(&framework.gist.zh),
            groups: framework.groups.iter().map(Counted::of).collect(),
            total: only.and_then(|group| group.total),
            members: only.map(members),
            unnamed: only.map(Group::unnamed),
            source: atlas.source(college.source).id.as_str(),
            line: framework.cite.line,
            exact: &framework.cite.exact,
            en: &framework.name.en,
            gist_en: some(&framework.gist.en),
        }
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

record! {
    /// One counted part of a framework, for formats that have rows and no nesting.
    GroupRow {
        /// The framework's address.
        addr: String,
        /// The college's id.
        college: &'a str,
        /// The number of its pillar; empty in the introduction.
        pillar: Option<u8>,
        /// The framework's name as printed.
        name: &'a str,
        /// What is counted.
        group: &'a str,
        /// How many are announced.
        total: Option<u16>,
        /// The measure word printed with the total.
        unit: Option<&'a str>,
        /// Those the article names.
        members: Vec<&'a str>,
        /// How many it leaves unnamed.
        unnamed: usize,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// The name in English.
        en: &'a str,
        /// What is counted, in English.
        group_en: &'a str,
    }
}

impl<'a> GroupRow<'a> {
    /// The rows of `framework`.
    pub(crate) fn of(
        atlas: &'a Atlas,
        college: &'a College,
        framework: &'a Framework,
    ) -> impl Iterator<Item = Self> + use<'a> {
        framework.groups.iter().map(move |group| Self {
            addr: Fact::Framework(college, framework).addr().to_string(),
            college: college.id.as_str(),
            pillar: framework.pillar,
            name: &framework.name.zh,
            group: &group.name.zh,
            total: group.total,
            unit: group.unit.as_deref(),
            members: members(group),
            unnamed: group.unnamed(),
            source: atlas.source(college.source).id.as_str(),
            line: framework.cite.line,
            exact: &framework.cite.exact,
            en: &framework.name.en,
            group_en: &group.name.en,
        })
    }
}

record! {
    /// One member of a counted part of a framework; a part none of whose members is named is one row without one.
    MemberRow {
        /// The framework's address.
        addr: String,
        /// The number of the counted part within the framework, from 1.
        part: usize,
        /// The number of the member within the part, from 1; 0 where none is named.
        n: usize,
        /// The college's id.
        college: &'a str,
        /// The framework's name as printed.
        name: &'a str,
        /// What is counted.
        group: &'a str,
        /// How many are announced.
        total: Option<u16>,
        /// The measure word printed with the total.
        unit: Option<&'a str>,
        /// The member's name as printed.
        member: Option<&'a str>,
        /// How many members of the part the article leaves unnamed.
        unnamed: usize,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// What is counted, in English.
        group_en: &'a str,
    }
}

impl<'a> MemberRow<'a> {
    /// The rows of `framework`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College, framework: &'a Framework) -> Vec<Self> {
        let row = |part: usize, group: &'a Group, n, member| Self {
            addr: Fact::Framework(college, framework).addr().to_string(),
            part: part + 1,
            n,
            college: college.id.as_str(),
            name: &framework.name.zh,
            group: &group.name.zh,
            total: group.total,
            unit: group.unit.as_deref(),
            member,
            unnamed: group.unnamed(),
            source: atlas.source(college.source).id.as_str(),
            line: framework.cite.line,
            exact: &framework.cite.exact,
            group_en: &group.name.en,
        };
        let mut rows = Vec::new();
        for (part, group) in framework.groups.iter().enumerate() {
            if group.members.is_empty() {
                rows.push(row(part, group, 0, None));
            }
            let members = group.members.iter().enumerate();
            rows.extend(members.map(|(at, name)| row(part, group, at + 1, Some(&**name))));
        }
        rows
    }
}
