//! Rules for frameworks: the total is the one printed, and no more members are named than it has.

use super::context::{SourceContext, about};
use crate::{
    finding::{Code, Finding},
    model::{Fact, Framework, Group},
    numeral::value,
};

/// A group's total stands before its name in print; where no number is printed it has none.
pub(crate) fn totals(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (cited, framework) in frameworks(context) {
        for (at, group) in framework.groups.iter().enumerate() {
            let (printed, named) = (announced(context, framework, group), group.members.len());
            let total = group.total.map(usize::from);
            let name = &group.name.zh;
            let said = match (total, &printed[..]) {
                (Some(total), [first, ..]) if !printed.contains(&total) => (
                    format!("“{name}”应为 {first}，此处写的是 {total}"),
                    format!("“{name}” should be {first} and is {total} here"),
                ),
                (Some(total), []) if named > 0 => (
                    format!("文中没有说“{name}”是几个，此处写了 {total}"),
                    format!("the article does not say how many “{name}” there are; {total} is given here"),
                ),
                (None, [first, ..]) => (
                    format!("“{name}”应为 {first}，此处没有写"),
                    format!("“{name}” should be {first}; no total is given here"),
                ),
                _ => continue,
            };
            let field = format!("groups[{at}].total");
            out.push(about(Code::FrameworkTotal, cited, &field, said.0, said.1));
        }
    }
}

/// No group names more members than its total, or one member twice.
pub(crate) fn members(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    for (fact, framework) in frameworks(context) {
        for (at, group) in framework.groups.iter().enumerate() {
            let named = group.members.len();
            let field = format!("groups[{at}].members");
            if let Some(total) = group.total.filter(|total| named > usize::from(*total)) {
                out.push(about(
                    Code::TooManyMembers,
                    fact,
                    &field,
                    format!("列出 {named} 个，而总数只有 {total}"),
                    format!("{named} are named and the total is only {total}"),
                ));
            }
            if let Some(twice) = repeated(&group.members) {
                out.push(about(
                    Code::DuplicateMember,
                    fact,
                    &field,
                    format!("“{twice}”列了两次"),
                    format!("“{twice}” is named twice"),
                ));
            }
        }
    }
}

fn frameworks<'a>(context: &SourceContext<'a>) -> impl Iterator<Item = (Fact<'a>, &'a Framework)> {
    context.cited().filter_map(|(_, cited)| match cited.fact {
        Fact::Framework(_, framework) => Some((cited.fact, framework)),
        _ => None,
    })
}

/// The numbers printed right before the group's name: in the framework's name, else in its phrase, else in
/// its line.
fn announced(context: &SourceContext<'_>, framework: &Framework, group: &Group) -> Vec<usize> {
    let line = context
        .article
        .as_ref()
        .map_or("", |article| article.line(framework.cite.line));
    [&*framework.name.zh, &*framework.cite.exact, line]
        .into_iter()
        .map(|text| before(text, group))
        .find(|numbers| !numbers.is_empty())
        .unwrap_or_default()
}

/// Every number that stands right before the group's name in `text`, its measure word between them or not.
fn before(text: &str, group: &Group) -> Vec<usize> {
    text.match_indices(&*group.name.zh)
        .filter_map(|(at, _)| {
            let head = &text[..at];
            let unit = group.unit.as_deref().unwrap_or_default();
            number_at_end(head.strip_suffix(unit).unwrap_or(head)).or_else(|| number_at_end(head))
        })
        .collect()
}

fn number_at_end(text: &str) -> Option<usize> {
    let digits = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_ascii_digit() || "零〇一二两双三四五六七八九十百".contains(*c));
    let start = digits.last()?.0;
    match &text[start..] {
        "双" | "两" => Some(2),
        number => value(number).map(|value| value as usize),
    }
}

fn repeated(members: &[Box<str>]) -> Option<&str> {
    let again = |at: &usize| members[..*at].contains(&members[*at]);
    (1..members.len()).find(again).map(|at| &*members[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Bilingual;

    #[test]
    fn totals_are_read_before_the_name() {
        let group = |name: &str, unit: Option<&str>| Group {
            name: Bilingual::new(name, name),
            total: None,
            unit: unit.map(Into::into),
            members: Vec::new(),
        };
        assert_eq!(before("5院4中心", &group("中心", None)), [4]);
        assert_eq!(before("建成十二个学院", &group("学院", Some("个"))), [12]);
        assert_eq!(before("双线耦合、四维融合", &group("线", None)), [2]);
        assert_eq!(before("校企地生态圈", &group("方", None)), [0; 0]);
    }
}
