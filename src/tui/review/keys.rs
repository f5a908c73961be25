//! The keys of the review: one table for dispatch, footer and help. Keys of a line being typed are the explorer's.
//!
//! What the review and the explorer both do goes by the keys that a user asks for in the explorer, but for those that
//! mean a step of the review.

use crate::{
    lang::Lang,
    tui::{
        key::Key,
        keymap::{self, KeyScope, Keymap},
        msg::Action as Explorer,
    },
};

/// Something a curator can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Accept,
    Excuse,
    Metric,
    /// The nth metric that the draft proposes, from 1.
    Candidate(u8),
    Edit,
    Pillar,
    Undo,
    AcceptKind,
    Find,
    NextLeft,
    LastLeft,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Reload,
    Language,
    Width,
    Help,
    Repaint,
    Suspend,
    Quit,
}

/// One row: keys, what they do, the footer's words if it is in the footer, and the words of help.
pub(crate) struct Binding {
    pub keys: &'static [&'static str],
    pub action: Action,
    pub hint: Option<(&'static str, &'static str)>,
    pub help: (&'static str, &'static str),
}

const fn row(
    keys: &'static [&'static str],
    action: Action,
    hint: Option<(&'static str, &'static str)>,
    help: (&'static str, &'static str),
) -> Binding {
    Binding {
        keys,
        action,
        hint,
        help,
    }
}

use Action::*;

/// Every key, in the order help tells them.
#[rustfmt::skip]
pub(crate) const TABLE: &[Binding] = &[
    row(&["Enter"], Accept, Some(("认可", "accept")), ("认可; 还有文字没写的, 逐项填写", "accept; where texts are missing, write them one by one")),
    row(&["x", "Delete"], Excuse, Some(("不计", "excuse")), ("不是成效, 选一个缘由; 可有可无的记录则删去", "no outcome: choose a reason; a record that need not be is left out")),
    row(&["m", "F4"], Metric, Some(("指标", "metric")), ("选指标: 不计入、候选、同单位的、新建", "choose the metric: none, candidates, others of the unit, a new one")),
    row(&["1"], Candidate(1), None, ("第 1 个候选指标", "the first metric proposed")),
    row(&["2"], Candidate(2), None, ("第 2 个候选指标", "the second")),
    row(&["3"], Candidate(3), None, ("第 3 个候选指标", "the third")),
    row(&["4"], Candidate(4), None, ("第 4 个候选指标", "the fourth")),
    row(&["5"], Candidate(5), None, ("第 5 个候选指标", "the fifth")),
    row(&["e", "F2"], Edit, Some(("修改", "edit")), ("修改说法、时间、范围、界等", "edit label, period, scope, bound and so on")),
    row(&["p", "F6"], Pillar, Some(("支柱", "pillar")), ("选支柱", "choose the pillar")),
    row(&["A", "F12"], AcceptKind, Some(("整类", "all of a kind")), ("认可或删去一整类", "accept, or leave out, all of a kind")),
    row(&["u", "F7"], Undo, Some(("撤销", "undo")), ("撤销上一步, 可一直撤销", "undo the last step, any number of times")),
    row(&["Tab", "]"], NextLeft, Some(("下一项", "next")), ("下一个未定的", "the next that is left")),
    row(&["Shift-Tab", "["], LastLeft, None, ("上一个未定的", "the one before that is left")),
    row(&["Up", "k"], Up, None, ("上一项", "the item above")),
    row(&["Down", "j"], Down, None, ("下一项", "the item below")),
    row(&["PgUp", "Ctrl-B"], PageUp, None, ("向上十项", "ten items up")),
    row(&["PgDn", "Ctrl-F"], PageDown, None, ("向下十项", "ten items down")),
    row(&["Home", "g"], First, None, ("第一项", "the first item")),
    row(&["End", "G"], Last, None, ("最后一项", "the last item")),
    row(&["/", "F3"], Find, Some(("查找", "find")), ("查找一项", "find an item")),
    row(&["F5", "r"], Reload, None, ("重新读取文件", "read the files again")),
    row(&["F8", "L"], Language, None, ("中文 / English", "中文 / English")),
    row(&["F9", "w"], Width, None, ("下一种字宽", "next width policy")),
    row(&["F1", "?"], Help, Some(("帮助", "help")), ("所有按键", "every key")),
    row(&["Ctrl-L"], Repaint, None, ("重画屏幕", "draw the screen anew")),
    row(&["Ctrl-Z"], Suspend, None, ("暂停, 用 fg 回来", "to the shell; fg comes back")),
    row(&["F10", "q", "Ctrl-C"], Quit, Some(("退出", "quit")), ("退出; 每一步都已写入文件", "leave; every step is in the files already")),
];

impl Action {
    /// What the explorer calls it, where it does the same.
    fn in_explorer(self) -> Option<Explorer> {
        Some(match self {
            Find => Explorer::Find,
            Up => Explorer::Up,
            Down => Explorer::Down,
            PageUp => Explorer::PageUp,
            PageDown => Explorer::PageDown,
            First => Explorer::First,
            Last => Explorer::Last,
            Reload => Explorer::Reload,
            Language => Explorer::Language,
            Width => Explorer::Width,
            Help => Explorer::Help,
            Repaint => Explorer::Repaint,
            Suspend => Explorer::Suspend,
            Quit => Explorer::Quit,
            Accept | Excuse | Metric | Candidate(_) | Edit | Pillar | Undo | AcceptKind | NextLeft
            | LastLeft => {
                return None;
            }
        })
    }
}

/// The keys of every row of [`TABLE`], as they hold for a user.
#[derive(Clone, Debug)]
pub(crate) struct ReviewKeys(Vec<Vec<&'static str>>);

impl Default for ReviewKeys {
    fn default() -> Self {
        Self(TABLE.iter().map(|row| row.keys.to_vec()).collect())
    }
}

impl ReviewKeys {
    /// The table with what a user asks for in the explorer.
    pub(crate) fn new(explorer: Keymap) -> Self {
        let steps = TABLE.iter().filter(|row| row.action.in_explorer().is_none());
        let steps: Vec<&str> = steps.flat_map(|row| row.keys).copied().collect();
        let asked: Vec<Option<Vec<&str>>> = TABLE
            .iter()
            .map(|row| {
                let mut keys = requested(explorer, row.action.in_explorer()?)?.to_vec();
                keys.retain(|key| !steps.contains(key));
                Some(keys).filter(|keys| !keys.is_empty())
            })
            .collect();
        let taken: Vec<&str> = asked.iter().flatten().flatten().copied().collect();
        let built_in = |row: &Binding| {
            row.keys
                .iter()
                .copied()
                .filter(|key| !taken.contains(key))
                .collect()
        };
        let rows = TABLE.iter().zip(asked);
        Self(
            rows.map(|(row, asked)| asked.unwrap_or_else(|| built_in(row)))
                .collect(),
        )
    }

    /// What `key` means; a key typed with an input method on is the ASCII key it stands for.
    pub(crate) fn resolve(&self, key: Key) -> Option<Action> {
        let key = key.without_input_method();
        let mut rows = self.rows();
        let found = rows.find(|(_, keys)| keys.iter().any(|name| name.parse() == Ok(key)));
        found.map(|(row, _)| row.action)
    }

    /// Every row and its keys.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&'static Binding, &[&'static str])> {
        TABLE.iter().zip(self.0.iter().map(Vec::as_slice))
    }

    /// The footer: action, key and word.
    pub(crate) fn hints(&self, lang: Lang) -> impl Iterator<Item = (Action, &'static str, &'static str)> {
        self.rows().filter_map(move |(row, keys)| {
            let (zh, en) = row.hint?;
            Some((row.action, *keys.first()?, lang.pick(zh, en)))
        })
    }
}

/// The keys of an action everywhere in the explorer, where a user asks for others than the built-in.
fn requested(explorer: Keymap, action: Explorer) -> Option<&'static [&'static str]> {
    let own = |row: &&'static keymap::Binding| row.action == action && row.scopes == [KeyScope::Global];
    let built_in = keymap::TABLE.iter().find(own)?.keys;
    explorer
        .table()
        .find(own)
        .map(|row| row.keys)
        .filter(|keys| *keys != built_in)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bindings::KeyRequest;

    #[test]
    fn every_key_has_one_meaning_and_every_action_a_key_without_a_letter() {
        let mut taken: Vec<Key> = Vec::new();
        for row in TABLE {
            for name in row.keys {
                let key: Key = name.parse().unwrap();
                assert!(!taken.contains(&key), "{name}");
                taken.push(key);
            }
            let plain = |name: &&str| name.len() > 1 || !name.chars().all(char::is_alphabetic);
            assert!(row.keys.iter().any(plain), "{:?}", row.action);
        }
        let keys = ReviewKeys::default();
        assert_eq!(keys.resolve("ｘ".parse().unwrap()), Some(Action::Excuse));
        assert_eq!(keys.resolve("、".parse().unwrap()), Some(Action::Find));
    }

    #[test]
    fn keys_asked_for_in_the_explorer_reach_what_both_do_and_no_step_of_the_review() {
        let asks = |action: &str, keys: &[&str]| KeyRequest {
            action: action.to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        };
        let explorer = keymap::keymap(&[asks("find", &["r", "u"])]).unwrap();
        let keys = ReviewKeys::new(explorer);
        let means = |key: &str| keys.resolve(key.parse().unwrap());
        assert_eq!(
            ["r", "F3", "u", "F5"].map(means),
            [Some(Action::Find), None, Some(Action::Undo), Some(Action::Reload)]
        );
        let find = keys.hints(Lang::Zh).find(|(_, _, word)| *word == "查找");
        assert_eq!(find, Some((Action::Find, "r", "查找")));
    }
}
