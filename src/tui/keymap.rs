//! The one table of keys: dispatch, footer, help overlay and the README read it.
//!
//! Owns which key means what, and where. It does nothing; [`super::app::App`] acts.

use super::{
    key::Key,
    msg::Action::{self, *},
};
use crate::lang::Lang;

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere but in prompts.
    Global,
    /// The three panes.
    Browse,
    /// Colleges side by side.
    Compare,
    /// A page laid over the screen.
    Page,
    /// A line being typed.
    Prompt,
}

impl Scope {
    /// The heading in help and README.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Global => lang.pick("处处", "Everywhere"),
            Self::Browse => lang.pick("浏览", "Browse"),
            Self::Compare => lang.pick("对比", "Compare"),
            Self::Page => lang.pick("页面", "Pages"),
            Self::Prompt => lang.pick("输入", "Typing"),
        }
    }
}

/// One row: keys, where, what, and how it is told.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Names of the keys; the first is the one the footer shows.
    pub keys: &'static [&'static str],
    /// Where it holds.
    pub scope: Scope,
    /// What it does.
    pub action: Action,
    /// Footer words (中文, English); none for keys too plain or too rare for the footer.
    pub hint: Option<(&'static str, &'static str)>,
    /// Help words.
    pub help: (&'static str, &'static str),
}

const fn row(
    scope: Scope,
    keys: &'static [&'static str],
    action: Action,
    hint: Option<(&'static str, &'static str)>,
    help: (&'static str, &'static str),
) -> Binding {
    Binding {
        keys,
        scope,
        action,
        hint,
        help,
    }
}

use Scope::{Browse, Compare as Versus, Global, Page, Prompt};

/// Every key, in the order help tells them.
#[rustfmt::skip]
pub const TABLE: &[Binding] = &[
    row(Browse, &["Tab"], NextPane, Some(("换栏", "pane")), ("下一栏", "next pane")),
    row(Browse, &["Shift-Tab"], LastPane, None, ("上一栏", "previous pane")),
    row(Browse, &["Left", "h"], Left, None, ("左边一栏", "pane on the left")),
    row(Browse, &["Right", "l"], Right, None, ("右边一栏", "pane on the right")),
    row(Browse, &["Enter"], Open, Some(("打开", "open")), ("打开光标所在的条目", "open what is under the cursor")),
    row(Browse, &["0"], Pillar(0), None, ("全部成效", "every outcome of the college")),
    row(Browse, &["1"], Pillar(1), None, ("第 1 个支柱", "pillar 1")),
    row(Browse, &["2"], Pillar(2), None, ("第 2 个支柱", "pillar 2")),
    row(Browse, &["3"], Pillar(3), None, ("第 3 个支柱", "pillar 3")),
    row(Browse, &["4"], Pillar(4), None, ("第 4 个支柱", "pillar 4")),
    row(Browse, &["5"], Pillar(5), None, ("第 5 个支柱", "pillar 5")),
    row(Browse, &["6"], Pillar(6), None, ("第 6 个支柱", "pillar 6")),
    row(Browse, &["7"], Pillar(7), None, ("第 7 个支柱", "pillar 7")),
    row(Browse, &["8"], Pillar(8), None, ("第 8 个支柱", "pillar 8")),
    row(Browse, &["9"], Pillar(9), None, ("第 9 个支柱", "pillar 9")),
    row(Browse, &["c", "F2"], Compare, Some(("对比", "compare")), ("对比标记的院校", "compare the marked colleges")),
    row(Browse, &["&", "f"], Filter, Some(("筛选", "filter")), ("筛选本栏", "narrow the pane's list")),
    row(Browse, &["F12", "S"], Sort, None, ("院校排列: 校名、省份或任一指标", "order of the colleges: name, province, any metric")),
    row(Browse, &["]"], Next, None, ("排列分组时: 下一组", "in a grouped order: next group")),
    row(Browse, &["["], Previous, None, ("排列分组时: 上一组", "in a grouped order: previous group")),
    row(Browse, &["Space"], Mark, Some(("标记", "mark")), ("标记院校, 供对比", "mark the college for comparison")),
    row(Browse, &["s", "F4"], ShowSource, Some(("出处", "source")), ("写明它的那一段", "the passage that states it")),
    row(Browse, &["Esc", "Backspace"], Back, None, ("取消筛选; 回到左边一栏", "drop the filter, then to the pane on the left")),

    row(Versus, &["Enter"], Open, Some(("出处", "source")), ("光标所在格的出处; 折叠主题", "source of the cell; fold a theme")),
    row(Versus, &["p", "Tab"], Face, Some(("成效/支柱", "figures/pillars")), ("成效或支柱", "figures or pillars")),
    row(Versus, &["d", "="], Differences, Some(("只看差异", "differences")), ("只看差异", "only rows that differ")),
    row(Versus, &["]"], Next, Some(("下一差异", "next")), ("下一差异", "next difference")),
    row(Versus, &["["], Previous, None, ("上一差异", "previous difference")),
    row(Versus, &["Left", "h"], Left, None, ("左边一栏", "column on the left")),
    row(Versus, &["Right", "l"], Right, None, ("右边一栏", "column on the right")),
    row(Versus, &["x", ">"], MoveRight, Some(("换位", "swap")), ("本栏右移, 两所时互换", "move the column right; swaps two")),
    row(Versus, &["<"], MoveLeft, None, ("本栏左移", "move the column left")),
    row(Versus, &["b", "^"], Pin, None, ("以本栏为基准, 固定在左", "make the column the reference that stays at the left")),
    row(Versus, &["Space", "z"], Fold, None, ("折叠或展开主题", "fold or unfold the theme")),
    row(Versus, &["s", "F4"], ShowSource, None, ("写明它的那一段", "the passage that states it")),
    row(Versus, &["Esc", "Backspace", "c", "F2"], Back, Some(("返回", "back")), ("返回浏览, 标记保留", "back to the panes; marks are kept")),

    row(Page, &["Esc", "Backspace"], Back, Some(("返回", "back")), ("返回", "back")),
    row(Page, &["Left", "h"], Left, None, ("返回; 总览里: 左移一所院校", "back; in the overview: one college to the left")),
    row(Page, &["Right", "l"], Right, None, ("总览里: 右移一所院校", "in the overview: one college to the right")),
    row(Page, &["Tab"], NextPane, None, ("总览里: 右移一屏院校", "in the overview: a screenful of colleges right")),
    row(Page, &["Shift-Tab"], LastPane, None, ("总览里: 左移一屏院校", "in the overview: a screenful of colleges left")),
    row(Page, &["Enter"], Open, None, ("打开光标所在的条目", "open what is under the cursor")),
    row(Page, &["]"], Next, Some(("下一数字", "next figure")), ("出处里: 文章的下一个数字", "in a source: next figure of the article")),
    row(Page, &["["], Previous, None, ("出处里: 上一个数字", "in a source: previous figure")),
    row(Page, &["s", "F4"], ShowSource, Some(("出处", "source")), ("写明它的那一段", "the passage that states it")),

    row(Prompt, &["Enter"], Open, Some(("确定", "done")), ("采用", "take it")),
    row(Prompt, &["Esc"], Back, Some(("取消", "cancel")), ("取消", "cancel")),
    row(Prompt, &["Backspace"], Erase, None, ("删去前一字", "take back a character")),
    row(Prompt, &["Delete"], EraseNext, None, ("删去后一字", "take back the next character")),
    row(Prompt, &["Ctrl-W"], EraseWord, None, ("删去一词", "take back a word")),
    row(Prompt, &["Ctrl-U"], EraseLine, None, ("删去整行", "take back the line")),
    row(Prompt, &["Left"], Left, None, ("左移", "cursor left")),
    row(Prompt, &["Right"], Right, None, ("右移", "cursor right")),
    row(Prompt, &["Home", "Ctrl-A"], First, None, ("行首", "start of the line")),
    row(Prompt, &["End", "Ctrl-E"], Last, None, ("行尾", "end of the line")),
    row(Prompt, &["Up"], Up, None, ("上一行", "row above")),
    row(Prompt, &["Down"], Down, None, ("下一行", "row below")),
    row(Prompt, &["PgUp"], PageUp, None, ("上一屏", "page up")),
    row(Prompt, &["PgDn"], PageDown, None, ("下一屏", "page down")),

    row(Global, &["Up", "k"], Up, None, ("上一行", "row above")),
    row(Global, &["Down", "j"], Down, None, ("下一行", "row below")),
    row(Global, &["PgUp", "Ctrl-B"], PageUp, None, ("上一屏", "page up")),
    row(Global, &["PgDn", "Ctrl-F"], PageDown, None, ("下一屏", "page down")),
    row(Global, &["Home", "g"], First, None, ("最前", "first")),
    row(Global, &["End", "G"], Last, None, ("最后", "last")),
    row(Global, &["/", "F3"], Find, Some(("查找", "find")), ("查找任何内容: 汉字、拼音、首字母、数字", "find anything: Chinese, pinyin, initials, figures")),
    row(Global, &[":", "Ctrl-P"], Palette, None, ("所有命令", "every command")),
    row(Global, &["F7", "o"], Overview, None, ("总览: 主题与院校", "overview: themes by colleges")),
    row(Global, &["y", "F6"], Copy, Some(("复制", "copy")), ("连同出处一起复制", "copy with its source")),
    row(Global, &["F1", "?"], Help, Some(("帮助", "help")), ("所有按键", "every key")),
    row(Global, &["!"], Findings, None, ("数据里的问题", "what is wrong with the data")),
    row(Global, &["F5", "r"], Reload, None, ("重新读取数据", "read the data again")),
    row(Global, &["F8", "L"], Language, None, ("中文 / English", "中文 / English")),
    row(Global, &["F9", "w"], Width, None, ("下一种字宽", "next width policy")),
    row(Global, &["Shift-F9", "W"], Card, None, ("字宽测试卡", "width test card")),
    row(Global, &["Ctrl-L"], Repaint, None, ("重画屏幕", "draw the screen anew")),
    row(Global, &["Ctrl-Z"], Suspend, None, ("暂停, 用 fg 回来", "to the shell; fg comes back")),
    row(Global, &["F10", "q", "Ctrl-C"], Quit, Some(("退出", "quit")), ("退出", "leave")),
];

/// What `key` means where `scopes` hold, the innermost first.
pub(crate) fn resolve(key: Key, scopes: &[Scope]) -> Option<Action> {
    let means = |row: &&Binding| row.keys.iter().any(|name| name.parse() == Ok(key));
    scopes
        .iter()
        .find_map(|scope| TABLE.iter().filter(|row| row.scope == *scope).find(means))
        .map(|row| row.action)
}

/// The footer of `scopes`: key and word, the innermost scope first.
pub(crate) fn hints(scopes: &[Scope], lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = scopes
        .iter()
        .flat_map(|scope| TABLE.iter().filter(move |row| row.scope == *scope));
    rows.filter_map(move |row| row.hint.map(|(zh, en)| (row.keys[0], lang.pick(zh, en))))
}
