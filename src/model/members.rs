//! Who and what of a count an article names.
//!
//! Owns the one list of them. A prize, title or project that a count is *of* is no member of it.

use super::{College, Outcome, Partner, Recognition, RecognitionKind};
use crate::lang::Lang;

/// One of those that a figure counts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Member<'a> {
    /// By the words printed alone: Chinese, and English where the dossier gives it.
    Printed(&'a str, &'a str),
    /// A platform the dossier keeps.
    Platform(&'a Recognition),
    /// A partner the dossier keeps.
    Partner(&'a Partner),
}

impl<'a> Member<'a> {
    /// What it is called; what has no English stays as it is printed.
    pub(crate) fn name(self, lang: Lang) -> &'a str {
        match self {
            Self::Printed(zh, en) => lang.pick(zh, en),
            Self::Platform(recognition) => recognition.name.get(lang),
            Self::Partner(partner) => partner.name.get(lang),
        }
    }
}

impl College {
    /// Those that `outcome` counts and the article names, each once, in the order of the dossier. A platform whose
    /// name begins with a printed one is the same: 人工智能 of eleven colleges is 人工智能产业学院.
    pub(crate) fn members<'a>(&'a self, outcome: &'a Outcome) -> Vec<Member<'a>> {
        let mut platforms: Vec<_> = self
            .counted_by(outcome)
            .filter(|fact| fact.kind == RecognitionKind::Platform)
            .collect();
        let mut members = Vec::new();
        for printed in &outcome.named {
            let is_it = |fact: &&Recognition| fact.name.zh.starts_with(&**printed);
            let partner = self.partners.iter().find(|fact| fact.name.zh == *printed);
            members.push(match platforms.iter().position(is_it) {
                Some(at) => Member::Platform(platforms.remove(at)),
                None => {
                    let english = self.printed(printed, Lang::En);
                    partner.map_or(Member::Printed(printed, english), Member::Partner)
                }
            });
        }
        members.extend(platforms.into_iter().map(Member::Platform));
        members
    }

    /// The prizes, titles and projects that `outcome` is a count of.
    pub(crate) fn counted_as<'a>(&'a self, outcome: &'a Outcome) -> impl Iterator<Item = &'a Recognition> {
        self.counted_by(outcome)
            .filter(|fact| fact.kind != RecognitionKind::Platform)
    }

    fn counted_by<'a>(&'a self, outcome: &'a Outcome) -> impl Iterator<Item = &'a Recognition> {
        let counts = |fact: &&Recognition| fact.outcome.as_ref() == Some(&outcome.id);
        self.recognitions.iter().filter(counts)
    }
}
