//! The items as lists to choose from: all of a kind, to be accepted or left out at once, and one to go to.

use super::{
    ask::{Choice, ChoiceRow, Pick},
    words,
};
use crate::{
    check::State,
    lang::Bilingual,
    review::{Review, ReviewItem, Subject},
};

/// Lists of records that may be left out where nothing is written in them.
const LISTS: [&str; 5] = ["outline", "partners", "recognitions", "frameworks", "measures"];

/// Kinds of items that are left, each with what accepting all of it means.
pub(crate) fn kinds(review: &Review) -> Choice {
    let figure = |item: &ReviewItem| {
        item.state == Some(State::Guessed) && item.is_ready(&review.field(item, "metric"))
    };
    let has_metric = |item: &ReviewItem| !review.field(item, "metric").is_empty();
    let unit = |item: &ReviewItem| review.field(item, "unit");
    let here = review.item();
    let (line, own) = here.map_or((0, String::new()), |item| (item.line, unit(item)));
    let accepted = |zh: &str, en: &str, of: &dyn Fn(&ReviewItem) -> bool| {
        let words = Bilingual::new(format!("认可: {zh}"), format!("accept: {en}"));
        all_of(words, left(review, of), false)
    };
    let mut rows = vec![
        accepted("已拟指标的数字", "figures with a metric", &|item| {
            figure(item) && has_metric(item)
        }),
        accepted("没有指标的数字", "figures without a metric", &|item| {
            figure(item) && !has_metric(item)
        }),
        accepted("本段的数字", "figures of this paragraph", &|item| {
            figure(item) && item.line == line
        }),
        accepted(
            &format!("以“{own}”计的数字"),
            &format!("figures in “{own}”"),
            &|item| figure(item) && !own.is_empty() && unit(item) == own,
        ),
        accepted(
            "未定的数词，各按读作的缘由或成效",
            "open numerals, each as it is read",
            &|item| item.state == Some(State::Open),
        ),
    ];
    rows.extend(LISTS.map(|list| unwritten(review, list)));
    Choice::new("整类", "All of a kind", rows.into_iter().flatten().collect())
}

/// The records of `list` that are left, to be left out; from the end, so that what is still to go keeps its place.
fn unwritten(review: &Review, list: &str) -> Option<ChoiceRow> {
    let (zh, en) = words::list(list);
    let words = Bilingual::new(
        format!("删去: 没写的{zh}"),
        format!("leave out: {en} not written"),
    );
    let mut subjects = left(
        review,
        |item| matches!(&item.subject, Subject::Record(_, path) if path.to_string().starts_with(list)),
    );
    subjects.reverse();
    all_of(words, subjects, true)
}

/// What the items that are left are about, of those that `is` holds for.
fn left(review: &Review, is: impl Fn(&ReviewItem) -> bool) -> Vec<Subject> {
    let left = review.items().iter().filter(|item| item.is_left() && is(item));
    left.map(|item| item.subject.clone()).collect()
}

/// The row that takes them all, with their number; none where there are none.
fn all_of(words: Bilingual, subjects: Vec<Subject>, leave_out: bool) -> Option<ChoiceRow> {
    let count = subjects.len().to_string();
    (!subjects.is_empty()).then(|| ChoiceRow::new(words, Pick::All(subjects, leave_out)).end(count))
}

/// Every item, for finding one.
pub(crate) fn items(review: &Review) -> Choice {
    let row = |(at, item): (usize, &ReviewItem)| {
        let name = words::item(review, item);
        let label = match item.subject {
            Subject::Outcome(_) => review.field(item, "label"),
            _ => String::new(),
        };
        let name = Bilingual::new(format!("{} {label}", name.zh), format!("{} {label}", name.en));
        ChoiceRow::new(name, Pick::Item(at)).end(
            item.state
                .map_or_else(String::new, |state| words::sign(state).to_string()),
        )
    };
    let rows = review.items().iter().enumerate().map(row).collect();
    Choice::new("查找", "Find", rows).at(|row| row.pick == Pick::Item(review.cursor()))
}
