//! `check --terminal`: the width test card, each group laid out under the policy it shows.

use crate::{
    cli::{
        Answer,
        args::Format,
        exit::{Exit, Failure},
    },
    export::{markdown, record::CardRow},
    page::{
        block::Block,
        builders::card::{POLICIES, SAMPLES, choose, flag, samples},
        document::Document,
        layout,
    },
    text::width::Policy,
};

/// Prints the card, for a person to look at; as rows, what was sent and the cells it should take.
///
/// # Errors
/// Those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>) -> Result<Exit, Failure> {
    let lines: Vec<_> = POLICIES
        .into_iter()
        .flat_map(|policy| SAMPLES.map(|sample| (policy, policy.substituted(sample))))
        .collect();
    let rows = lines.iter().map(|(policy, text)| CardRow {
        ambiguous: flag(*policy),
        text,
        cells: u32::try_from(policy.width(text)).unwrap_or(u32::MAX),
    });
    match answer.settings.format {
        Format::Csv | Format::Json | Format::Jsonl => answer.rows(rows)?,
        Format::Table | Format::Md => card(answer)?,
    }
    Ok(Exit::Found)
}

fn card(answer: &mut Answer<'_, '_>) -> Result<(), Failure> {
    let lang = answer.settings.lang;
    answer.page(choose(lang))?;
    POLICIES.into_iter().try_for_each(|policy| {
        answer.page(vec![Block::blank()])?;
        group(answer, policy, samples(policy, lang))
    })
}

/// Not under the policy of the run, whose terminal is the very thing in question.
fn group(answer: &mut Answer<'_, '_>, policy: Policy, blocks: Vec<Block>) -> Result<(), Failure> {
    let (paint, width) = (answer.settings.paint, answer.settings.width);
    match answer.settings.format {
        Format::Md => markdown(
            answer.world.out,
            &Document::from_page(&blocks, answer.settings.lang),
        )?,
        _ => paint.rows(answer.world.out, layout::rows(&blocks, width, policy))?,
    }
    Ok(())
}
