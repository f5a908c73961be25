//! `list colleges --sort`: colleges in another order than they were loaded in.
//!
//! Owns what the flag's word means. The order itself is `order`'s.

use super::{Answer, Exit, Failure, args};
use crate::{
    cli::{
        args::{Format, Listed},
        exit::Message,
        name,
    },
    export::record::CollegeRow,
    model::{Atlas, CollegeIx},
    order::{Order, OrderBy, arrange},
    page::builders::list,
    select::Select,
};

/// Answers `list --sort`.
///
/// # Errors
/// A kind that has no order; no such metric; those of the writer.
pub(crate) fn run(
    answer: &mut Answer<'_, '_>,
    atlas: &Atlas,
    asked: &args::List,
    select: Select,
    word: &str,
) -> Result<Exit, Failure> {
    let order = Order {
        by: by(atlas, asked.kind, word)?,
        reversed: asked.reverse,
    };
    let all = arrange(atlas, order).into_iter().flat_map(|group| group.colleges);
    let colleges: Vec<CollegeIx> = all.filter(|ix| select.has(atlas, *ix)).collect();
    let lang = answer.settings.lang;
    match answer.settings.format {
        Format::Table | Format::Md if colleges.is_empty() => {
            answer.note("没有符合的条目", "nothing matches")?
        }
        Format::Table | Format::Md => {
            answer.page(vec![list::ordered(atlas, &colleges, order.by, lang).into()])?;
            if let OrderBy::Metric(_) = order.by {
                answer.note(
                    "全校与二级学院的数字分列, 不相比; 各校时间与界不尽相同; 未载明的在最后",
                    "whole colleges and departments stand apart, never compared; periods and bounds differ; not stated last",
                )?;
            }
        }
        Format::Csv | Format::Json | Format::Jsonl => {
            let rows = colleges
                .iter()
                .map(|ix| CollegeRow::of(atlas, atlas.college(*ix)));
            answer.rows_of(atlas, rows)?;
        }
    }
    Ok(if colleges.is_empty() {
        Exit::Nothing
    } else {
        Exit::Found
    })
}

fn by(atlas: &Atlas, kind: Listed, word: &str) -> Result<OrderBy, Failure> {
    if kind != Listed::Colleges {
        let said = Message::new("只有院校可以 --sort", "only colleges can be sorted");
        return Err(Failure::Bad(
            said.hint("rongtu list colleges --sort", "rongtu list colleges --sort"),
        ));
    }
    name::order(atlas, word)
}
