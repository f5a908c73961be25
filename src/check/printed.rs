//! Rules for what is said to be printed: names, headings, slogans, members and works stand in the article.
//!
//! Names that the curator composes are `composed`'s.

use super::{
    article::Article,
    context::{Desk, about},
};
use crate::model::is_todo;
use crate::{
    finding::{Code, Finding, Severity},
    model::{College, Fact, Framework, facts},
};

/// Every text of a dossier that must stand in the article does.
pub(crate) fn texts(desk: &Desk<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &desk.article else { return };
    for fact in desk.dossiers.iter().flat_map(|dossier| facts(dossier.college)) {
        let missing = claims(fact)
            .into_iter()
            .filter(|(_, text)| !is_todo(text) && !article.text().contains(text));
        out.extend(missing.map(|(field, text)| absent(fact, &field, text)));
    }
}

/// The whole heading of a pillar stands on its line.
pub(crate) fn headings(desk: &Desk<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &desk.article else { return };
    for (_, cited) in desk.cited().filter(|(_, cited)| cited.at().is_some()) {
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

type Claim<'a> = (String, &'a str);

/// The texts of a fact that must stand in the article, with their fields.
fn claims(fact: Fact<'_>) -> Vec<Claim<'_>> {
    match fact {
        Fact::College(college) => of_college(college),
        Fact::Pillar(_, pillar) => vec![
            ("heading".into(), &pillar.heading.zh),
            ("slogan".into(), &pillar.slogan),
        ],
        Fact::Measure(_, measure) => maybe([("slogan", measure.slogan.as_deref())]),
        Fact::Framework(_, framework) => members(framework),
        Fact::Recognition(_, recognition) => maybe([
            ("claim.zh", recognition.claim.as_ref().map(|claim| &*claim.zh)),
            ("work", recognition.work.as_deref()),
            ("holder", recognition.holder.as_deref()),
        ]),
        Fact::Outcome(_, outcome) => numbered("named", &outcome.named),
        Fact::Partner(..) => Vec::new(),
    }
}

fn of_college(college: &College) -> Vec<Claim<'_>> {
    maybe([
        ("name.zh", Some(&*college.name.zh)),
        ("reporter.zh", Some(&*college.reporter.name.zh)),
        (
            "province.zh",
            college.province.as_ref().map(|province| &*province.zh),
        ),
    ])
}

fn members(framework: &Framework) -> Vec<Claim<'_>> {
    let groups = framework.groups.iter().enumerate();
    groups
        .flat_map(|(at, group)| numbered(&format!("groups[{at}].members"), &group.members))
        .collect()
}

fn maybe<'a, const N: usize>(claims: [(&str, Option<&'a str>); N]) -> Vec<Claim<'a>> {
    let said = |(field, text): (&str, Option<&'a str>)| text.map(|text| (field.to_owned(), text));
    claims.into_iter().filter_map(said).collect()
}

fn numbered<'a>(field: &str, texts: &'a [Box<str>]) -> Vec<Claim<'a>> {
    let numbered = texts.iter().enumerate();
    numbered
        .map(|(at, text)| (format!("{field}[{at}]"), &**text))
        .collect()
}
