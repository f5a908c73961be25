//! The one table of keys: dispatch, footer, help, palette and `docs/keys.md` read it.
//!
//! Owns which key means what, and where. It does nothing; [`super::app::App`] acts, and says which of the keys that
//! mean something here would do something now.

mod bind;

pub use bind::{bind, keymap};

use super::{
    key::Key,
    msg::Action::{self, *},
};
use crate::lang::Lang;

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyScope {
    /// Everywhere but in prompts.
    Global,
    /// The panes.
    Browse,
    /// Colleges side by side.
    Compare,
    /// The page of every key.
    Help,
    /// The page of a fact.
    Fact,
    /// The passage that states a fact.
    Source,
    /// The page of a theme or a metric.
    Register,
    /// What is wrong with the data.
    Findings,
    /// Themes by colleges.
    Overview,
    /// Which width policy is right.
    Card,
    /// A line being typed.
    Prompt,
}

/// Every page that is laid over a screen.
const PAGES: &[KeyScope] = &[
    KeyScope::Help,
    KeyScope::Fact,
    KeyScope::Source,
    KeyScope::Register,
    KeyScope::Findings,
    KeyScope::Overview,
    KeyScope::Card,
];

/// The pages that are read: text one may look for words in.
const TEXTS: &[KeyScope] = &[
    KeyScope::Help,
    KeyScope::Fact,
    KeyScope::Source,
    KeyScope::Register,
    KeyScope::Findings,
    KeyScope::Card,
];

/// The pages with rows that can be opened.
const LISTS: &[KeyScope] = &[
    KeyScope::Fact,
    KeyScope::Register,
    KeyScope::Findings,
    KeyScope::Overview,
];

impl KeyScope {
    /// Every scope, from the first screen inwards.
    pub const ALL: [Self; 11] = [
        Self::Browse,
        Self::Compare,
        Self::Overview,
        Self::Fact,
        Self::Source,
        Self::Register,
        Self::Findings,
        Self::Help,
        Self::Card,
        Self::Prompt,
        Self::Global,
    ];

    /// What it is called.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Global => lang.pick("各屏通用", "Everywhere"),
            Self::Browse => lang.pick("浏览", "Browse"),
            Self::Compare => lang.pick("对比", "Compare"),
            Self::Help => lang.pick("帮助", "Help"),
            Self::Fact => lang.pick("全文", "A fact"),
            Self::Source => lang.pick("出处", "Source"),
            Self::Register => lang.pick("主题与指标", "A theme or metric"),
            Self::Findings => lang.pick("数据里的问题", "Findings"),
            Self::Overview => lang.pick("总览", "Overview"),
            Self::Card => lang.pick("字宽测试卡", "Width test card"),
            Self::Prompt => lang.pick("输入", "Typing"),
        }
    }
}

/// What is called in Chinese, and in English.
pub type KeyWords = (&'static str, &'static str);

/// One row: keys, where they hold, what they do, and in which words.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Names of the keys; the first is the one people learn.
    pub keys: &'static [&'static str],
    /// Where it holds.
    pub scopes: &'static [KeyScope],
    /// What it does; of the digits, what the first does.
    pub action: Action,
    /// Words of the footer; none for keys too plain or too rare for it.
    pub hint: Option<KeyWords>,
    /// Words of help and palette.
    pub help: KeyWords,
    /// What else it may be looked for by: the verb of the command line, other words for it.
    pub also: &'static [&'static str],
}

const fn row(
    scopes: &'static [KeyScope],
    keys: &'static [&'static str],
    action: Action,
    zh: &'static str,
    en: &'static str,
) -> Binding {
    Binding {
        keys,
        scopes,
        action,
        hint: None,
        help: (zh, en),
        also: &[],
    }
}

impl Binding {
    const fn hint(mut self, zh: &'static str, en: &'static str) -> Self {
        self.hint = Some((zh, en));
        self
    }

    const fn also(mut self, words: &'static [&'static str]) -> Self {
        self.also = words;
        self
    }

    /// Its keys as help shows them: ten digits are one word.
    pub fn key_words(&self) -> String {
        match self.keys {
            DIGITS => "0-9".to_owned(),
            keys => keys.join(" "),
        }
    }

    /// Where it holds, in a word or two.
    pub fn scope_words(&self, lang: Lang) -> String {
        match self.scopes {
            PAGES => lang.pick("各页", "Every page").to_owned(),
            TEXTS => lang
                .pick("各页, 总览除外", "Every page but the overview")
                .to_owned(),
            scopes => {
                let words: Vec<_> = scopes.iter().map(|scope| scope.word(lang)).collect();
                words.join(lang.pick("、", ", "))
            }
        }
    }

    /// What `key`, one of its keys, does.
    fn action_of(&self, key: Key) -> Action {
        match (self.action, key.typed().and_then(|c| c.to_digit(10))) {
            (Pillar(_), Some(digit)) => Pillar(digit as u8),
            (action, _) => action,
        }
    }
}

const DIGITS: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

use KeyScope::{Browse, Compare as Beside, Global, Overview as Grid, Prompt, Source as Passage};

/// Every key, in the order in which help shows them and the footer offers them.
#[rustfmt::skip]
pub const TABLE: &[Binding] = &[
    row(&[Browse], &["Enter"], Open, "看光标所在条目的全部内容", "everything known of what is under the cursor").hint("全文", "details").also(&["show", "open", "打开"]),
    row(&[Browse], &["s", "F4"], ShowSource, "看原文出处", "show the source passage").hint("出处", "source").also(&["source", "原文", "passage"]),
    row(&[Browse], &["c", "F2"], Compare, "对比标记的院校", "compare the marked colleges").hint("对比", "compare").also(&["compare", "并列", "side by side", "versus"]),
    row(&[Browse], &["f", "&"], Filter, "筛选本栏", "filter this list").hint("筛选", "filter").also(&["filter", "narrow"]),
    row(&[Browse], &["Space"], Mark, "标记院校, 供对比", "mark the college for comparison").hint("标记", "mark").also(&["mark", "select", "选择"]),
    row(&[Browse], &["Tab"], NextPane, "下一栏", "next pane").hint("换栏", "pane"),
    row(&[Browse], &["Shift-Tab"], LastPane, "上一栏", "previous pane"),
    row(&[Browse], DIGITS, Pillar(0), "第几个支柱; 0 为全部成效", "pillar of that number; 0 is every outcome").hint("支柱", "pillar").also(&["pillar", "all"]),
    row(&[Browse], &["t", "}"], NextTab, "下一类: 成效、举措、体系、荣誉、伙伴", "next kind: outcomes, measures, frameworks ...").hint("换类", "kind").also(&["tab", "measures", "举措", "体系", "荣誉", "伙伴"]),
    row(&[Browse], &["T", "{"], LastTab, "上一类", "previous kind"),
    row(&[Browse], &["z", "+"], Zoom, "放大本栏, 再按还原", "give the pane the whole screen, and back").hint("放大", "zoom").also(&["zoom", "fullscreen"]),
    row(&[Browse], &["C", "|"], Columns, "成效旁的列: 主题、口径、行", "columns beside outcomes: theme, scope, line").also(&["columns", "hide", "列"]),
    row(&[Browse], &["S", "F12"], Sort, "成效排序; 院校栏里: 按校名、省份或任一指标", "sort outcomes; in their pane, the colleges").hint("排序", "sort").also(&["sort", "order", "排列"]),
    row(&[Browse], &["]"], Next, "排序分组时: 下一组", "in a grouped order: next group"),
    row(&[Browse], &["["], Previous, "排序分组时: 上一组", "in a grouped order: previous group"),
    row(&[Browse], &["Left", "h"], Left, "左边一栏", "pane on the left"),
    row(&[Browse], &["Right", "l"], Right, "右边一栏", "pane on the right"),
    row(&[Browse], &["Esc", "Backspace"], Back, "取消筛选; 回到左边一栏", "drop the filter, then to the pane on the left").also(&["back", "返回"]),

    row(&[Beside], &["Enter"], Open, "光标所在格的出处; 折叠主题", "source of the cell; fold a theme").hint("出处", "source"),
    row(&[Beside], &["p", "Tab"], Face, "看支柱或看成效", "pillars or figures").hint("成效/支柱", "figures/pillars").also(&["pillars", "face"]),
    row(&[Beside], &["]"], Next, "下一行两校都载明的", "next row that can be compared").hint("下一行可比", "next to compare").also(&["next"]),
    row(&[Beside], &["["], Previous, "上一行两校都载明的", "previous such row"),
    row(&[Beside], &["d", "="], Differences, "只看差异", "only rows that differ").hint("只看差异", "differences").also(&["diff"]),
    row(&[Beside], &["x", ">"], MoveRight, "本栏右移, 两所时互换", "move the column right; swaps two").hint("换位", "swap").also(&["swap", "交换"]),
    row(&[Beside], &["<"], MoveLeft, "本栏左移", "move the column left"),
    row(&[Beside], &["b", "^"], Pin, "以本栏为基准, 固定在左", "make the column the reference that stays at the left").also(&["pin", "reference"]),
    row(&[Beside], &["Space", "z"], Fold, "折叠或展开主题", "fold or unfold the theme").hint("折叠", "fold").also(&["fold", "collapse"]),
    row(&[Beside], &["s", "F4"], ShowSource, "看原文出处", "show the source passage").also(&["source"]),
    row(&[Beside], &["Left", "h"], Left, "左边一栏", "column on the left"),
    row(&[Beside], &["Right", "l"], Right, "右边一栏", "column on the right"),
    row(&[Beside], &["Esc", "q", "Backspace", "c", "F2"], Back, "返回浏览, 标记保留", "back to the panes; marks are kept").hint("返回", "back").also(&["back", "close", "关闭"]),

    row(LISTS, &["Enter"], Open, "打开光标所在的条目", "open what is under the cursor").hint("打开", "open").also(&["show", "open"]),
    row(&[Passage], &["Enter"], Open, "这一条的全部内容", "everything known of this fact").hint("全文", "details").also(&["show"]),
    row(&[KeyScope::Fact, KeyScope::Register], &["s", "F4"], ShowSource, "看原文出处", "show the source passage").hint("出处", "source").also(&["source", "原文"]),
    row(&[Passage], &["]"], Next, "文章的下一个数字", "next figure of the article").hint("下一数字", "next figure").also(&["next"]),
    row(&[Passage], &["["], Previous, "文章的上一个数字", "previous figure of the article").hint("上一数字", "previous"),
    row(&[Grid], &["Right", "l"], Right, "右移一所院校", "one college to the right").hint("院校", "colleges"),
    row(&[Grid], &["Left", "h"], Left, "左移一所院校; 到头返回", "one college to the left; back at the end"),
    row(&[Grid], &["Tab"], NextPane, "右移一屏院校", "a screenful of colleges right"),
    row(&[Grid], &["Shift-Tab"], LastPane, "左移一屏院校", "a screenful of colleges left"),
    row(TEXTS, &["/"], FindInPage, "在本页查找文字", "find words in this page").hint("页内查找", "find here").also(&["search", "搜索"]),
    row(PAGES, &["Esc", "q", "Backspace"], Back, "返回", "back").hint("返回", "back").also(&["close", "关闭"]),
    row(TEXTS, &["Left", "h"], Left, "返回", "back"),

    row(&[Prompt], &["Enter"], Open, "采用", "take it").hint("确定", "done"),
    row(&[Prompt], &["Esc", "Ctrl-C"], Back, "取消", "cancel").hint("取消", "cancel"),
    row(&[Prompt], &["Tab"], Complete, "补全为光标所在的名称", "complete to the name under the cursor").hint("补全", "complete"),
    row(&[Prompt], &["Ctrl-S"], Save, "查找时: 把找到的存成文件", "while finding: save what was found"),
    row(&[Prompt], &["Up"], Up, "上一行; 在最前时为从前输入的", "row above; at the top what was typed before"),
    row(&[Prompt], &["Down"], Down, "下一行", "row below"),
    row(&[Prompt], &["PgUp"], PageUp, "上一屏", "page up"),
    row(&[Prompt], &["PgDn"], PageDown, "下一屏", "page down"),
    row(&[Prompt], &["Backspace"], Erase, "删去前一字", "take back a character"),
    row(&[Prompt], &["Delete"], EraseNext, "删去后一字", "take back the next character"),
    row(&[Prompt], &["Ctrl-W"], EraseWord, "删去一词", "take back a word"),
    row(&[Prompt], &["Ctrl-U"], EraseLine, "删去整行", "take back the line"),
    row(&[Prompt], &["Left"], Left, "左移", "cursor left"),
    row(&[Prompt], &["Right"], Right, "右移", "cursor right"),
    row(&[Prompt], &["Home", "Ctrl-A"], First, "行首", "start of the line"),
    row(&[Prompt], &["End", "Ctrl-E"], Last, "行尾", "end of the line"),

    row(&[Global], &["/", "F3"], Find, "查找任何内容: 汉字、拼音、首字母、数字", "find anything: Chinese, pinyin, initials, figures").hint("查找", "find").also(&["find", "search", "搜索"]),
    row(&[Global], &["n", "Alt-n"], NextHit, "找到的下一处", "next of what was found").hint("下一处", "next hit").also(&["next"]),
    row(&[Global], &["N", "Alt-N"], PreviousHit, "找到的上一处", "previous of what was found"),
    row(&[Global], &["y", "F6"], Copy, "连同出处一起复制", "copy with its source").hint("复制", "copy").also(&["copy", "clipboard", "cite", "拷贝", "引用"]),
    row(&[Global], &["W", "Ctrl-S"], Save, "把屏幕上的内容存成文件: Word、Excel、网页", "save what is on screen: Word, Excel, web page").hint("存文件", "save").also(&["save", "report", "export", "write", "保存", "导出", "报告"]),
    row(&[Global], &["o", "F7"], Overview, "总览: 主题与院校", "overview: themes by colleges").hint("总览", "overview").also(&["overview", "themes", "matrix"]),
    row(&[Global], &[":", "Ctrl-P"], Palette, "所有命令", "every command").hint("命令", "commands").also(&["commands", "palette"]),
    row(&[Global], &["m", "Alt-m"], Bookmark, "加书签, 或取消", "set a bookmark, or take it away").also(&["bookmark", "书签", "收藏"]),
    row(&[Global], &["'"], Bookmarks, "书签", "bookmarks").also(&["bookmarks", "收藏"]),
    row(&[Global], &["Alt-Left", "Ctrl-O"], Backward, "回到前一处", "back to the place before").also(&["back", "history", "历史"]),
    row(&[Global], &["Alt-Right"], Forward, "再到后一处", "forward again").also(&["forward"]),
    row(&[Global], &["!"], Findings, "数据里的问题", "what is wrong with the data").also(&["check", "findings", "errors"]),
    row(&[Global], &["F5"], Reload, "重新读取数据", "reload the data").also(&["reload", "refresh", "刷新"]),
    row(&[Global], &["F8"], Language, "语言: 中文 / English", "language: 中文 / English").hint("English", "中文").also(&["lang", "language", "chinese", "yuyan"]),
    row(&[Global], &["F9"], Width, "换一种字宽", "next width of disputed characters").also(&["ambiguous", "width"]),
    row(&[Global], &["Shift-F9"], Card, "字宽测试卡", "width test card").also(&["terminal"]),
    row(&[Global], &["Alt-c"], Mouse, "鼠标点选与滚动: 开或关", "mouse, to click and scroll: on or off").also(&["mouse", "click", "wheel", "点击", "滚轮"]),
    row(&[Global], &["Ctrl-L"], Repaint, "重画屏幕", "draw the screen anew").also(&["redraw"]),
    row(&[Global], &["Ctrl-Z"], Suspend, "暂停, 用 fg 回来", "to the shell; fg comes back").also(&["suspend", "shell"]),
    row(&[Global], &["F1", "?"], Help, "帮助: 这里的按键", "help: the keys that hold here").hint("帮助", "help").also(&["help", "keys"]),
    row(&[Global], &["q", "F10", "Ctrl-C"], Quit, "退出", "quit").hint("退出", "quit").also(&["quit", "exit", "leave", "离开"]),
    row(&[Global], &["Up", "k"], Up, "上一行", "row above"),
    row(&[Global], &["Down", "j"], Down, "下一行", "row below"),
    row(&[Global], &["PgUp", "Ctrl-B"], PageUp, "上一屏", "page up"),
    row(&[Global], &["PgDn", "Ctrl-F"], PageDown, "下一屏", "page down"),
    row(&[Global], &["Ctrl-U"], HalfUp, "上半屏", "half a page up"),
    row(&[Global], &["Ctrl-D"], HalfDown, "下半屏", "half a page down"),
    row(&[Global], &["Home", "g"], First, "最前", "first"),
    row(&[Global], &["End", "G"], Last, "最后", "last"),
];

/// The table of keys as it holds for a user.
#[derive(Clone, Copy, Debug)]
pub struct Keymap(&'static [Binding]);

impl Default for Keymap {
    fn default() -> Self {
        Self(TABLE)
    }
}

impl Keymap {
    /// Every row.
    pub(crate) fn table(self) -> impl Iterator<Item = &'static Binding> {
        self.0.iter()
    }

    /// The rows that hold where `scopes` do, the innermost scope first.
    pub(crate) fn rows(self, scopes: &[KeyScope]) -> impl Iterator<Item = &'static Binding> {
        scopes
            .iter()
            .flat_map(move |scope| self.0.iter().filter(move |row| row.scopes.contains(scope)))
    }

    /// What `key` means where `scopes` hold, the innermost first.
    pub(crate) fn resolve(self, key: Key, scopes: &[KeyScope]) -> Option<Action> {
        let means = |row: &&Binding| row.keys.iter().any(|name| name.parse() == Ok(key));
        self.rows(scopes).find(means).map(|row| row.action_of(key))
    }

    /// The keys of `row` that mean it where `scopes` hold: an inner scope may have taken some for itself.
    fn free_keys<'a>(
        self,
        row: &'a Binding,
        scopes: &'a [KeyScope],
    ) -> impl Iterator<Item = &'static str> + 'a {
        let first = move |key: &str| self.rows(scopes).find(|other| other.keys.contains(&key));
        row.keys
            .iter()
            .copied()
            .filter(move |key| first(key).is_some_and(|found| std::ptr::eq(found, row)))
    }

    /// How the keys of `row` are shown where `scopes` hold: the one people learn, in Chinese beside one that no input
    /// method swallows. Nothing where an inner scope has taken all of them.
    pub(crate) fn label(self, row: &Binding, scopes: &[KeyScope], lang: Lang) -> String {
        let keys: Vec<&str> = self.free_keys(row, scopes).collect();
        if keys.len() == row.keys.len() && matches!(row.action, Pillar(_)) {
            return row.key_words();
        }
        label(&keys, lang)
    }

    /// The same for `action` as it is best asked for where `scopes` hold, else elsewhere: every action has a key.
    pub(crate) fn label_of(self, action: Action, scopes: &[KeyScope], lang: Lang) -> String {
        let here = self.rows(scopes).filter(|row| row.action == action);
        let mut here = here.map(|row| self.label(row, scopes, lang));
        let elsewhere = || {
            let row = self.table().find(|row| row.action == action);
            row.map_or_else(String::new, |row| label(row.keys, lang))
        };
        here.find(|label| !label.is_empty()).unwrap_or_else(elsewhere)
    }
}

fn label(keys: &[&str], lang: Lang) -> String {
    let is_letter = |key: &&str| key.len() == 1 && key.chars().all(char::is_alphabetic);
    let sure = keys.iter().find(|key| !is_letter(key));
    match (keys.first(), sure) {
        (Some(first), Some(sure)) if is_letter(first) && lang == Lang::Zh => format!("{sure}/{first}"),
        (Some(first), _) => (*first).to_owned(),
        (None, _) => String::new(),
    }
}
