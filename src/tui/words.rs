//! Sentences the explorer says. Single words stand next to their layout. A sentence that names a key is given its name: a
//! user may have chosen another.

pub(crate) mod saving;

use std::time::Duration;

use super::{
    clip::{CopyRefusal, LIMIT, Route},
    display::Look,
    key::Key,
    msg::Action,
    run::Limit,
};
use crate::{lang::Lang, model::Kind, order::OrderBy};

/// A key means nothing here; `help` shows those that do.
pub(crate) fn unbound(lang: Lang, key: Key, help: &str) -> String {
    lang.pick(
        format!("{key} 在这里没有用处; {help} 看这里能用的键"),
        format!("{key} does nothing here; {help} shows the keys that do"),
    )
}

/// A key that means something here had nothing to do.
pub(crate) fn nothing_happened(lang: Lang, action: Action) -> String {
    let (zh, en) = match action {
        Action::Up | Action::PageUp | Action::HalfUp | Action::First => ("已在最前", "this is the first row"),
        Action::Down | Action::PageDown | Action::HalfDown | Action::Last => {
            ("已在最后", "this is the last row")
        }
        Action::Left => ("左边没有了", "nothing further left"),
        Action::Right | Action::NextPane | Action::LastPane => ("右边没有了", "nothing further right"),
        Action::Open => ("这一行没有可打开的", "nothing to open in this row"),
        Action::ShowSource => (
            "这一行没有出处; 主题与指标由编者拟定",
            "no source for this row; themes and metrics are the curators' own",
        ),
        Action::Copy => ("这一行没有可复制的", "nothing to copy in this row"),
        Action::Next | Action::Previous => ("这个方向没有了", "no more that way"),
        Action::Fold => ("这里没有可折叠的主题", "no theme to fold here"),
        _ => ("在这里没有可做的", "nothing to do here"),
    };
    lang.pick(zh, en).to_owned()
}

/// There is nothing to go back to; `quit` leaves.
pub(crate) fn outermost(lang: Lang, quit: &str) -> String {
    lang.pick(
        format!("已在最外层; 按 {quit} 退出"),
        format!("this is the first screen; {quit} quits"),
    )
}

/// There is no place before this one, or after it.
pub(crate) fn no_place(lang: Lang, ahead: bool) -> String {
    match ahead {
        true => lang.pick("后面没有去过的地方", "no place further on"),
        false => lang.pick("前面没有去过的地方", "no place before this one"),
    }
    .to_owned()
}

/// Nothing has been looked for yet.
pub(crate) fn no_search(lang: Lang, find: &str) -> String {
    lang.pick(
        format!("还没有查找过; 按 {find} 查找"),
        format!("nothing looked for yet; {find} finds"),
    )
}

/// Nothing more of `typed` was found that way.
pub(crate) fn no_more_hits(lang: Lang, typed: &str) -> String {
    lang.pick(
        format!("「{typed}」这个方向没有了"),
        format!("no more of \"{typed}\" that way"),
    )
}

/// Which of the hits of `typed` is on screen.
pub(crate) fn hit_of(lang: Lang, typed: &str, n: usize, all: usize) -> String {
    lang.pick(
        format!("「{typed}」第 {n} 处, 共 {all} 处"),
        format!("\"{typed}\": {n} of {all}"),
    )
}

/// A bookmark was set on `name`, or taken away.
pub(crate) fn bookmarked(lang: Lang, name: &str, set: bool, bookmarks: &str) -> String {
    match set {
        true => lang.pick(
            format!("已加书签「{name}」; 按 {bookmarks} 查看, 离开程序即失"),
            format!("bookmarked \"{name}\"; {bookmarks} shows them, until you quit"),
        ),
        false => lang.pick(
            format!("已取消书签「{name}」"),
            format!("bookmark on \"{name}\" taken away"),
        ),
    }
}

/// There are no bookmarks.
pub(crate) fn no_bookmarks(lang: Lang, bookmark: &str) -> String {
    lang.pick(
        format!("还没有书签; 按 {bookmark} 在光标处加"),
        format!("no bookmarks yet; {bookmark} sets one at the cursor"),
    )
}

/// A command that holds on another screen only.
pub(crate) fn elsewhere(lang: Lang, scopes: &str) -> String {
    lang.pick(
        format!("只在「{scopes}」里有用"),
        format!("of use in this place only: {scopes}"),
    )
}

/// There is no pillar `n`.
pub(crate) fn no_pillar(lang: Lang, n: u8) -> String {
    lang.pick(format!("没有第 {n} 个支柱"), format!("there is no pillar {n}"))
}

/// A pillar has no facts of `kind`, of which the college has `all`.
pub(crate) fn none_in_pillar(lang: Lang, kind: Kind, all: usize) -> String {
    let word = kind.word(lang);
    lang.pick(
        format!("本支柱没有{word}；全部{word}里有 {all} 项，按 0"),
        format!("no {word} in this pillar; {all} in all (0)"),
    )
}

/// Only outcomes can be sorted.
pub(crate) fn only_outcomes_sort(lang: Lang) -> String {
    lang.pick(
        "只有成效可以排序；这一类总按原文次序",
        "only outcomes can be sorted; these stand as printed",
    )
    .to_owned()
}

/// Which columns stand beside figure and period, where there is room.
pub(crate) fn columns(lang: Lang, columns: u8) -> String {
    let all = [
        lang.pick("主题", "theme"),
        lang.pick("口径", "scope"),
        lang.pick("行", "line"),
    ];
    let shown = all[..usize::from(columns).min(all.len())].join(lang.pick("、", ", "));
    match columns {
        0 => lang.pick("只列数值与时间", "figure and period only").to_owned(),
        _ => lang.pick(
            format!("另列 {shown} (宽处可见)"),
            format!("also {shown}, where there is room"),
        ),
    }
}

/// What has to be known of an order; `next` and `previous` change groups.
pub(crate) fn ordered(lang: Lang, by: OrderBy, next: &str, previous: &str) -> Option<String> {
    match by {
        OrderBy::Loaded | OrderBy::Name => None,
        OrderBy::Province => Some(lang.pick(
            format!("按省份分组, 未载明的在最后; {next} {previous} 换组"),
            format!("grouped by province, not stated last; {next} and {previous} change groups"),
        )),
        OrderBy::Metric(_) => Some(lang.pick(
            "大的在前; 全校与二级学院分列, 不相比; 时间各异; 未载明的在最后",
            "largest first; whole colleges and departments apart, never compared; periods differ; not stated last",
        ).to_owned()),
    }
}

/// The order makes no groups; `sort` chooses another.
pub(crate) fn no_groups(lang: Lang, sort: &str) -> String {
    lang.pick(
        format!("这个方向再无分组 ({sort} 选排列)"),
        format!("no further group that way ({sort} chooses the order)"),
    )
}

/// The look that now holds.
pub(crate) fn look(look: &Look) -> String {
    let width = look.width_word();
    look.lang.pick(
        format!("字宽: {width}  语言: 中文"),
        format!("width: {width}  language: English"),
    )
}

/// Whether the mouse is reported; while it is, the terminal keeps its own selecting for Shift.
pub(crate) fn mouse(lang: Lang, on: bool) -> String {
    match on {
        true => lang.pick(
            "鼠标: 开, 点选与滚动; 选字按住 Shift",
            "mouse: on, to click and scroll; Shift selects text",
        ),
        false => lang.pick("鼠标: 关, 由终端选字", "mouse: off; the terminal selects text"),
    }
    .to_owned()
}

/// How the copy of `subject`, so many lines, went. Nothing tells whether it arrived; where a file can be saved, `save`
/// is the other way.
pub(crate) fn copied(
    lang: Lang,
    subject: &str,
    lines: usize,
    outcome: Result<Route, CopyRefusal>,
    save: Option<&str>,
) -> String {
    let otherwise = match save {
        Some(save) => lang.pick(format!("按 {save} 存成文件"), format!("{save} saves a file")),
        None => lang
            .pick("终端不许 (OSC 52)", "the terminal refuses (OSC 52)")
            .to_owned(),
    };
    match outcome {
        Ok(_) => {
            let count = count(lang, lines, "行", "line");
            lang.pick(
                format!("已请终端复制「{subject}」({count}); 贴不出来: {otherwise}"),
                format!(
                    "asked the terminal to copy \"{subject}\" ({count}); if it does not paste, {otherwise}"
                ),
            )
        }
        Err(CopyRefusal::TooLong { bytes }) => lang.pick(
            format!("未复制: 共 {bytes} 字节, 超过终端的上限 {LIMIT}; {otherwise}"),
            format!("not copied: {bytes} bytes, the terminal takes {LIMIT}; {otherwise}"),
        ),
        Err(CopyRefusal::Unwritable) => lang
            .pick("未能写到终端", "the terminal could not be written to")
            .to_owned(),
    }
}

/// `3 行`, `1 line`, `3 lines`.
pub(crate) fn count(lang: Lang, n: usize, zh: &str, en: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    lang.pick(format!("{n} {zh}"), format!("{n} {en}{plural}"))
}

/// A college was marked or unmarked, `marks` are marked now, and what can be done next: `compare` compares.
pub(crate) fn marked(lang: Lang, name: &str, marked: bool, marks: usize, compare: &str) -> String {
    let next = match marks {
        0 => String::new(),
        1 => lang.pick(
            format!("; 再标一所, 或移到另一所按 {compare} 对比"),
            format!("; mark another, or go to one and press {compare}"),
        ),
        _ => lang.pick(
            format!("; 按 {compare} 对比"),
            format!("; {compare} compares them"),
        ),
    };
    let count = lang.pick(format!("共 {marks} 所"), format!("{marks} in all"));
    match marked {
        true => lang.pick(
            format!("已标记 {name}, {count}{next}"),
            format!("marked {name}, {count}{next}"),
        ),
        false => lang.pick(
            format!("已取消标记 {name}, {count}{next}"),
            format!("unmarked {name}, {count}{next}"),
        ),
    }
}

/// Data was read again.
pub(crate) fn reading(lang: Lang) -> String {
    lang.pick("正在重新读取", "reading again").to_owned()
}

/// The data was read again; `show` shows what is wrong with it.
pub(crate) fn reloaded(lang: Lang, findings: usize, show: &str) -> String {
    match findings {
        0 => lang.pick("已重新读取".to_owned(), "reloaded".to_owned()),
        n => {
            let found = count(lang, n, "处问题", "finding");
            lang.pick(
                format!("已重新读取, {found} (按 {show} 查看)"),
                format!("reloaded, {found} (press {show})"),
            )
        }
    }
}

/// The data on disk is no good; the old stays. `show` shows what is wrong with it.
pub(crate) fn kept_old(lang: Lang, findings: usize, show: &str) -> String {
    let found = count(lang, findings, "处问题", "finding");
    lang.pick(
        format!("新数据有 {found} (按 {show} 查看), 仍用原来的"),
        format!("{found} in the data on disk (press {show}); keeping what was loaded"),
    )
}

/// A comparison cannot be made yet; `mark` marks.
pub(crate) fn mark_first(lang: Lang, why: &str, mark: &str) -> String {
    lang.pick(format!("{why}; 按 {mark} 标记"), format!("{why}; {mark} marks"))
}

/// No further row to compare that way.
pub(crate) fn no_more_comparable(lang: Lang) -> String {
    lang.pick(
        "这个方向没有更多两校都载明的行",
        "no further row that way on which more than one college states something",
    )
    .to_owned()
}

/// Whether only differences are shown, and what that leaves out; `all` shows all rows again.
pub(crate) fn differences(lang: Lang, on: bool, hidden: usize, all: &str) -> String {
    match (on, hidden) {
        (false, _) => lang.pick("各行全列", "all rows").to_owned(),
        (true, 0) => lang.pick(
            format!("只看差异：没有所载相同的行，一行也没有略去 ({all} 取消)"),
            format!("differences only: no row is the same on both sides, none is left out ({all}: all)"),
        ),
        (true, n) => lang.pick(
            format!("只看差异：略去所载相同的 {n} 行 ({all} 取消)"),
            format!("differences only: {n} rows that agree are left out ({all}: all)"),
        ),
    }
}

/// The cell is empty.
pub(crate) fn not_stated(lang: Lang) -> String {
    lang.pick("文中未载明", "not stated in the article").to_owned()
}

/// The session is about to end.
pub(crate) fn closing(lang: Lang, limit: Limit, left: Duration) -> String {
    let seconds = left.as_secs_f64().ceil();
    match limit {
        Limit::Idle => lang.pick(
            format!("{seconds} 秒内不按键, 会话即结束"),
            format!("the session ends in {seconds} s unless a key is pressed"),
        ),
        Limit::Total => lang.pick(
            format!("会话时限已到, {seconds} 秒后结束"),
            format!("the session's time is up: it ends in {seconds} s"),
        ),
    }
}
