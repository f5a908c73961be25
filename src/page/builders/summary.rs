//! A fact in a few lines: what a reader wants to know before opening the page.

use super::{outcome, part};
use crate::{
    lang::Lang,
    model::{Atlas, College, Fact, Outcome, words},
    page::{Run, block::Block},
};

/// `fact` in brief, its source last.
pub(crate) fn brief(atlas: &Atlas, fact: Fact<'_>, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![match fact {
        Fact::Outcome(_, outcome) => figure(outcome, lang),
        fact => Block::text([Run::label(fact.name().get(lang))]),
    }];
    blocks.extend(gist(fact, lang).map(|words| Block::text([Run::plain(words)])));
    if let Fact::Framework(college, framework) = fact {
        let groups = framework.groups.iter();
        blocks.extend(groups.map(|group| Block::text(part::group_members(college, group, lang))));
    }
    blocks.push(from(atlas, fact, lang));
    blocks
}

/// `横向技术服务到账  2000多万元  (多于 20,000,000 元)  近年来  二级学院`.
fn figure(figure: &Outcome, lang: Lang) -> Block {
    let period = match &figure.period {
        Some(_) => outcome::period(figure, lang),
        None => Run::muted(lang.pick("时间未载明", "period not stated")),
    };
    Block::text([
        Run::label(figure.label.get(lang)),
        Run::value(format!("  {}", figure.as_written)),
        Run::qualifier(format!("  ({})  ", words::quantity(&figure.quantity, lang))),
        period,
        Run::qualifier(format!("  {}", figure.scope.word(lang))),
    ])
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

fn reporter(college: &College, lang: Lang) -> String {
    format!(
        "{}\n{}  {}",
        college.summary.get(lang),
        college.reporter.scope.word(lang),
        college.reporter.name.get(lang)
    )
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
