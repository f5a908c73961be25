//! Rules for what is said to be printed: names, headings, slogans, members and works stand in the article.
//!
//! Names that the curator composes are `composed`'s.

use super::{
    article::Article,
    context::{SourceContext, about},
};
use crate::{
    finding::{Code, Finding, Severity},
    model::{Fact, Role, facts, is_todo},
};

/// Every text of a dossier that must stand in the article does.
pub(crate) fn texts(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &context.article else { return };
    for fact in context.dossiers.iter().flat_map(|dossier| facts(dossier.college)) {
        let printed = fact.texts().into_iter().filter(|text| is_printed(text.role));
        let missing = printed
            .map(|text| text.zh)
            .filter(|zh| !is_todo(zh.text) && !article.text().contains(zh.text));
        out.extend(missing.map(|zh| absent(fact, &zh.path.to_string(), zh.text)));
    }
}

/// The whole heading of a pillar stands on its line.
pub(crate) fn headings(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &context.article else { return };
    for (_, cited) in context.cited().filter(|(_, cited)| cited.at().is_some()) {
        out.extend(heading(article, cited.fact));
    }
}

fn heading(article: &Article<'_>, fact: Fact<'_>) -> Option<Finding> {
    let Fact::Pillar(_, pillar) = fact else {
        return None;
    };
    let line = article.line(pillar.cite.line);
    (!line.contains(&*pillar.printed)).then(|| absent(fact, "printed", &pillar.printed))
}

/// A college may be called otherwise in the article, so its own names are only worth a look.
fn absent(fact: Fact<'_>, field: &str, text: &str) -> Finding {
    let finding = about(
        Code::NotPrinted,
        fact,
        field,
        format!("原文没有“{text}”"),
        format!("the article does not print “{text}”"),
    );
    match fact {
        Fact::College(_) => Finding {
            severity: Severity::Warning,
            ..finding
        },
        _ => finding,
    }
}

/// Whether such a text stands in the article as it is. Of a pillar's whole heading [`headings`] asks more, of figures and
/// periods the rules on them.
fn is_printed(role: Role) -> bool {
    match role {
        Role::Name | Role::KnownBy | Role::Slogan | Role::Member | Role::Holder | Role::Claim => true,
        Role::Heading | Role::Written | Role::Unit | Role::MeasureWord | Role::Period => false,
        Role::ComposedName | Role::Label | Role::ShortName | Role::Pinyin | Role::Part | Role::Prose => false,
    }
}
