//! A fact in a few lines: what a reader wants to know before opening the page.

use super::part;
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Scope},
    page::{Run, block::Block},
};

/// `fact` in brief, its source last.
pub(crate) fn brief(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::heading(fact.name().get(lang))];
    blocks.extend(gist(fact, lang).map(|words| Block::text([Run::plain(words)])));
    if let Fact::Framework(college, framework) = fact {
        let groups = framework.groups.iter();
        blocks.extend(groups.map(|group| Block::text(part::group_members(college, group, lang))));
    }
    blocks.push(from(atlas, fact, lang));
    blocks
}

/// What a fact says besides its name; none for a figure, which is all name and number.
pub(crate) fn gist(fact: Fact<'_>, lang: Lang) -> Option<String> {
    let words = match fact {
        Fact::College(college) => return Some(reporter(college, lang)),
        Fact::Pillar(_, pillar) => pillar.gist.get(lang),
        Fact::Measure(_, measure) => measure.gist.get(lang),
        Fact::Framework(_, framework) => framework.gist.get(lang),
        Fact::Recognition(_, recognition) => recognition.work.as_deref()?,
        Fact::Partner(_, partner) => partner.kind.word(lang),
        Fact::Outcome(..) => return None,
    };
    (!words.is_empty()).then(|| words.to_owned())
}

/// What a college does, and whom its figures speak for: by name where that is only a part of it.
fn reporter(college: &College, lang: Lang) -> String {
    let (reporter, summary) = (&college.reporter, college.summary.get(lang));
    let scope = reporter.scope.word(lang);
    match reporter.scope {
        Scope::College => format!("{summary}\n{scope}"),
        Scope::Unit => format!("{summary}\n{scope}  {}", reporter.name.get(lang)),
    }
}

fn from(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> Block {
    let source = atlas.source(fact.college().source);
    let label = Run::label(lang.pick("出处 ", "source "));
    let cited = match fact.cite() {
        Some(cite) => part::cited(source, cite, lang),
        None => vec![Run::plain(source.name())],
    };
    Block::text(std::iter::once(label).chain(cited))
}
