//! Findings that go back to one cause.
//!
//! Owns which findings belong together and which of them stands for the rest: a record that moves every line, or an id
//! that many records refer to, is one thing to mend however many findings it makes. It hides none: who shows them decides.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Finding;
use crate::lang::Lang;

/// What a finding has in common with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Thread {
    /// The same for all that belong together: `reference talent`.
    key: Box<str>,
    /// Whether this one is what the others follow from; else they are alike and the first stands for them.
    is_cause: bool,
}

/// A finding to show, and those that go back to it.
#[derive(Clone, Debug)]
pub(crate) struct FindingGroup<'a> {
    /// The cause, or the first of several that are alike.
    pub(crate) first: &'a Finding,
    /// The others, in the order of the findings.
    pub(crate) rest: Vec<&'a Finding>,
}

impl Finding {
    /// The finding as one of those that share `key`.
    pub(crate) fn among(self, key: impl Into<Box<str>>) -> Self {
        self.threaded(key, false)
    }

    /// The finding as the cause of those that share `key`.
    pub(crate) fn causing(self, key: impl Into<Box<str>>) -> Self {
        self.threaded(key, true)
    }

    fn threaded(self, key: impl Into<Box<str>>, is_cause: bool) -> Self {
        let key = key.into();
        Self {
            thread: Some(Thread { key, is_cause }),
            ..self
        }
    }
}

impl FindingGroup<'_> {
    /// How many more there are, in words; none when there are none.
    pub(crate) fn rest_words(&self, lang: Lang) -> Option<String> {
        let n = self.rest.len();
        let is_cause = self.first.thread.as_ref().is_some_and(|thread| thread.is_cause);
        let words = match is_cause {
            true => lang.pick(
                format!("另有 {n} 处由此引起"),
                format!("and {n} that follow{} from it", if n == 1 { "s" } else { "" }),
            ),
            false => lang.pick(
                format!("另有 {n} 处与此相同"),
                format!("and {n} more of the same"),
            ),
        };
        (n > 0).then_some(words)
    }
}

/// `findings` gathered under their causes; each group stands where the first of its members stood.
pub(crate) fn groups(findings: &[Finding]) -> Vec<FindingGroup<'_>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for finding in findings {
        match finding
            .thread
            .as_ref()
            .and_then(|thread| places.get(&*thread.key))
        {
            Some(at) => groups[*at].push(finding),
            None => {
                if let Some(thread) = &finding.thread {
                    places.insert(&thread.key, groups.len());
                }
                groups.push(vec![finding]);
            }
        }
    }
    groups.into_iter().map(group).collect()
}

/// Of each of `findings` the one that it follows from or that stands for it; none for those that stand for themselves.
pub(crate) fn causes(findings: &[Finding]) -> Vec<Option<&Finding>> {
    let firsts: HashMap<_, _> = groups(findings)
        .into_iter()
        .flat_map(|FindingGroup { first, rest }| {
            rest.into_iter().map(move |one| (std::ptr::from_ref(one), first))
        })
        .collect();
    let cause = |finding| firsts.get(&std::ptr::from_ref(finding)).copied();
    findings.iter().map(cause).collect()
}

fn group(mut members: Vec<&Finding>) -> FindingGroup<'_> {
    let is_cause = |finding: &&Finding| finding.thread.as_ref().is_some_and(|thread| thread.is_cause);
    let first = members.iter().position(is_cause).unwrap_or_default();
    FindingGroup {
        first: members.remove(first),
        rest: members,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::{Code, Place},
        lang::Bilingual,
    };

    #[test]
    fn a_cause_stands_for_what_follows_and_nothing_is_lost() {
        let finding = |file: &str| Finding::new(Code::WrongLine, Place::file(file), Bilingual::default());
        let findings = [
            finding("a").among("lines"),
            finding("b"),
            finding("c").causing("lines"),
            finding("d").among("lines"),
            finding("e").among("other"),
        ];
        let groups = groups(&findings);
        let drawn = groups.iter().map(|group| {
            let rest: String = group.rest.iter().map(|finding| &*finding.place.file).collect();
            format!("{}:{rest}", group.first.place.file)
        });
        assert_eq!(drawn.collect::<Vec<_>>(), ["c:ad", "b:", "e:"]);
        let causes = causes(&findings);
        let causes: Vec<_> = causes
            .iter()
            .map(|cause| cause.map(|cause| &*cause.place.file))
            .collect();
        assert_eq!(causes, [Some("c"), None, None, Some("c"), None]);
        let words = |at: usize, lang| groups[at].rest_words(lang);
        assert_eq!(words(0, Lang::Zh).as_deref(), Some("另有 2 处由此引起"));
        assert_eq!(words(0, Lang::En).as_deref(), Some("and 2 that follow from it"));
        assert_eq!(words(1, Lang::En), None);
    }
}
