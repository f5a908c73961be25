//! The rule that nothing of a draft is left over: no text is still `TODO`, no pillar still without a theme.

use super::context::{SourceContext, about};
use crate::{
    finding::{Code, Finding},
    model::{Fact, FactText, facts, is_todo},
};

/// Every fact and every list of the source record is finished; one finding each, at the first gap.
pub(crate) fn texts(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for fact in context.dossiers.iter().flat_map(|dossier| facts(dossier.college)) {
        let mut left: Vec<_> = fact.texts().into_iter().flat_map(gaps).collect();
        if context.whole && matches!(fact, Fact::Pillar(_, pillar) if pillar.themes.is_empty()) {
            left.push("themes".to_owned());
        }
        if let Some(first) = left.first() {
            let (zh, en) = unfinished_words(&left);
            out.push(about(Code::Unfinished, fact, first, zh, en));
        }
    }
    let record: Vec<_> = context.source.texts().collect();
    for list in record.chunk_by(|one, next| list_name(one) == list_name(next)) {
        let left: Vec<_> = list.iter().copied().flat_map(gaps).collect();
        if let Some(first) = left.first() {
            let (zh, en) = unfinished_words(&left);
            out.push(context.of_source(Code::Unfinished, first, zh, en));
        }
    }
}

fn list_name<'a>(text: &FactText<'a>) -> Option<&'a str> {
    text.zh.path.list.map(|(list, _)| list)
}

fn unfinished_words(fields: &[String]) -> (String, String) {
    let fields = fields.join(", ");
    (
        format!("还没写完: {fields}"),
        format!("still to be written: {fields}"),
    )
}

fn gaps<'a>(text: FactText<'a>) -> impl Iterator<Item = String> + 'a {
    let open = text.fields().filter(|half| is_todo(half.text));
    open.map(|half| half.path.to_string())
}
