//! The table of keys with the keys that a user asks for.
//!
//! Owns which actions may get other keys, which keys an action may have, and what makes two requests a conflict. The keys
//! of a line being typed and the digits of the pillars stay as they are: there they are text and numbers. `Ctrl-C` always
//! quits.

use super::{Binding, KeyScope, Keymap, TABLE};
use crate::{
    bindings::{ActionKeys, KeyRequest, RequestFault},
    lang::{Bilingual, Lang},
    load::shortened,
    tui::{key::Key, msg::Action},
};

/// The key that leaves, whatever else is asked for.
const ALWAYS_QUITS: &str = "Ctrl-C";

/// Most keys of one action.
const MOST_KEYS: usize = 8;

/// Keys that a terminal sends as another one: the control characters 8, 9, 10, 13 and 27 (ECMA-48, 5.2).
const SENT_AS: [(&str, &str); 5] = [
    ("Ctrl-H", "Backspace"),
    ("Ctrl-I", "Tab"),
    ("Ctrl-J", "Enter"),
    ("Ctrl-M", "Enter"),
    ("Ctrl-[", "Esc"),
];

/// The keys of every action that may have others, once `requests` are granted.
///
/// # Errors
/// The first request that cannot be granted.
pub fn bind(requests: &[KeyRequest]) -> Result<Vec<ActionKeys>, Box<RequestFault>> {
    let keys = granted(requests)?;
    let action_keys = |action: &Action| {
        let row = rows_of(*action).next()?;
        let name = action.name();
        Some(ActionKeys {
            is_requested: requests.iter().any(|request| request.action == name),
            keys: keys[row].join(" "),
            action: name,
        })
    };
    Ok(Action::ALL.iter().filter_map(action_keys).collect())
}

/// The table of keys once `requests` are granted.
///
/// # Errors
/// As for [`bind`].
pub fn keymap(requests: &[KeyRequest]) -> Result<Keymap, Box<RequestFault>> {
    if requests.is_empty() {
        return Ok(Keymap::default());
    }
    let rows = TABLE.iter().zip(granted(requests)?).map(|(row, keys)| Binding {
        // A table lasts as long as the program, as the built-in one does; the explorer makes one.
        keys: keys
            .into_iter()
            .map(|key| &*key.leak())
            .collect::<Vec<_>>()
            .leak(),
        ..*row
    });
    Ok(Keymap(rows.collect::<Vec<_>>().leak()))
}

/// The names of the keys of each row of the table, once `requests` are granted.
fn granted(requests: &[KeyRequest]) -> Result<Vec<Vec<String>>, Box<RequestFault>> {
    let names = |row: &Binding| row.keys.iter().map(|key| (*key).to_owned()).collect();
    let mut table: Vec<Vec<String>> = TABLE.iter().map(names).collect();
    for at in 0..requests.len() {
        let (action, keys) = read(requests, at)?;
        for row in rows_of(action) {
            table[row].clone_from(&keys);
        }
    }
    match conflict(&table, requests) {
        Some(fault) => Err(fault),
        None => Ok(table),
    }
}

/// The rows of the table that a request for `action` changes.
fn rows_of(action: Action) -> impl Iterator<Item = usize> {
    let is_own = move |row: &Binding| row.action == action && row.scopes != [KeyScope::Prompt];
    (0..TABLE.len()).filter(move |row| is_own(&TABLE[*row]))
}

/// The action and the names of the keys of the request at `at`.
fn read(requests: &[KeyRequest], at: usize) -> Result<(Action, Vec<String>), Box<RequestFault>> {
    let request = &requests[at];
    let fault = |key, (message, hint)| {
        Box::new(RequestFault {
            request: at,
            key,
            message,
            hint,
        })
    };
    let action = action_of(&request.action).map_err(|words| fault(None, words))?;
    if requests[..at]
        .iter()
        .any(|before| before.action == request.action)
    {
        return Err(fault(None, twice(&request.action)));
    }
    if request.keys.is_empty() {
        return Err(fault(None, no_key(&request.action)));
    }
    if request.keys.len() > MOST_KEYS {
        return Err(fault(Some(MOST_KEYS), too_many_keys(&request.action)));
    }
    let mut keys: Vec<String> = Vec::new();
    for (n, name) in request.keys.iter().enumerate() {
        let key = key_of(name, action).map_err(|words| fault(Some(n), words))?;
        if keys.contains(&key) {
            return Err(fault(Some(n), twice(&key)));
        }
        keys.push(key);
    }
    if action == Action::Quit && !keys.iter().any(|key| key == ALWAYS_QUITS) {
        keys.push(ALWAYS_QUITS.to_owned());
    }
    Ok((action, keys))
}

/// What is wrong, and what helps.
type RefusalWords = (Bilingual, Bilingual);

/// The action of that name that may have other keys.
fn action_of(name: &str) -> Result<Action, RefusalWords> {
    let known = Action::ALL.iter().copied().find(|action| action.name() == name);
    let name = shortened(name);
    match known {
        Some(action) if rows_of(action).next().is_some() => Ok(action),
        None if name != Action::Pillar(0).name() => Err((
            Bilingual::new(
                format!("没有叫 {name} 的动作"),
                format!("no action is called {name}"),
            ),
            Bilingual::new(
                "删去这一行后，rongtu config 列出所有动作",
                "without this line, rongtu config lists all of them",
            ),
        )),
        _ => Err((
            Bilingual::new(
                format!("{name} 的键不能改"),
                format!("the keys of {name} cannot be changed"),
            ),
            Bilingual::new(
                "输入时的键与支柱的数字键是固定的",
                "keys of a line being typed, and the digits of pillars, are fixed",
            ),
        )),
    }
}

/// The key called `name` in its normal form, if `action` may have it.
fn key_of(name: &str, action: Action) -> Result<String, RefusalWords> {
    let Some(key) = Key::from_any_case(name) else {
        let name = shortened(name);
        return Err((
            Bilingual::new(
                format!("没有叫「{name}」的键"),
                format!("no key is called \"{name}\""),
            ),
            Bilingual::new(
                "写法如 c、C、Ctrl-S、Alt-x、Shift-Tab、F5、PgUp、Space；大写字母不写 Shift",
                "they are written c, C, Ctrl-S, Alt-x, Shift-Tab, F5, PgUp, Space; a capital letter without Shift",
            ),
        ));
    };
    // What an input method makes of a key acts as the key itself.
    let key = key.without_input_method().to_string();
    if let Some((_, sent)) = SENT_AS.iter().find(|(own, _)| *own == key) {
        return Err((
            Bilingual::new(
                format!("终端把 {key} 当作 {sent} 发来"),
                format!("terminals send {key} as {sent}"),
            ),
            Bilingual::new(
                format!("写 {sent}，或换一个键"),
                format!("write {sent}, or take another key"),
            ),
        ));
    }
    if key == ALWAYS_QUITS && action != Action::Quit {
        return Err((
            Bilingual::new(format!("{key} 总是退出"), format!("{key} always quits")),
            Bilingual::new("换一个键", "take another key"),
        ));
    }
    Ok(key)
}

fn twice(name: &str) -> RefusalWords {
    (
        Bilingual::new(format!("{name} 写了两次"), format!("{name} stands twice")),
        Bilingual::new("删去一处", "delete one of them"),
    )
}

fn no_key(action: &str) -> RefusalWords {
    (
        Bilingual::new(
            format!("{action} 没有键：每个动作至少一个"),
            format!("{action} has no key: every action needs one"),
        ),
        Bilingual::new(
            format!("写 {action}: F20 之类，或删去这一行"),
            format!("write {action}: F20, say, or delete the line"),
        ),
    )
}

fn too_many_keys(action: &str) -> RefusalWords {
    (
        Bilingual::new(
            format!("{action} 的键太多：至多 {MOST_KEYS} 个"),
            format!("{action} has too many keys: {MOST_KEYS} at most"),
        ),
        Bilingual::new("删去几个", "delete some"),
    )
}

/// The first requested key that means something else where it would hold. A key that the built-in table gives to both is
/// none: there the inner screen takes it, with or without requests.
fn conflict(table: &[Vec<String>], requests: &[KeyRequest]) -> Option<Box<RequestFault>> {
    let request_of = |row: &Binding| {
        let name = row.action.name();
        requests.iter().position(|request| request.action == name)
    };
    let requested = (0..table.len()).filter_map(|row| Some((request_of(&TABLE[row])?, row)));
    let mut requested: Vec<_> = requested
        .filter(|(_, row)| TABLE[*row].scopes != [KeyScope::Prompt])
        .collect();
    requested.sort_unstable();
    for (at, row) in requested {
        for (n, key) in table[row].iter().enumerate() {
            let is_taken = |other: &usize| {
                TABLE[*other].action != TABLE[row].action
                    && table[*other].contains(key)
                    && meet(TABLE[*other].scopes, TABLE[row].scopes)
                    && !(TABLE[row].keys.contains(&&**key) && TABLE[*other].keys.contains(&&**key))
                    && request_of(&TABLE[*other]).is_none_or(|before| before < at)
            };
            if let Some(other) = (0..table.len()).find(is_taken) {
                let (message, hint) = taken(key, &TABLE[other]);
                return Some(Box::new(RequestFault {
                    request: at,
                    // The key that always quits may stand in no request.
                    key: (n < requests[at].keys.len()).then_some(n),
                    message,
                    hint,
                }));
            }
        }
    }
    None
}

fn taken(key: &str, by: &Binding) -> RefusalWords {
    let name = by.action.name();
    let message = Bilingual::new(
        format!(
            "{key} 已是 {name} 的键 ({}: {})",
            by.scope_words(Lang::Zh),
            by.help.0
        ),
        format!(
            "{key} is a key of {name} ({}: {})",
            by.scope_words(Lang::En),
            by.help.1
        ),
    );
    let hint = match by.action {
        Action::Pillar(_) => Bilingual::new("换一个键", "take another key"),
        _ => Bilingual::new(
            format!("换一个键，或在 keys 里另给 {name} 一个键"),
            format!("take another key, or give {name} another one in keys"),
        ),
    };
    (message, hint)
}

/// Whether a key of one row is met where the other holds. Where a line is typed nothing else holds.
fn meet(one: &[KeyScope], other: &[KeyScope]) -> bool {
    let is_typing = |scopes: &[KeyScope]| scopes == [KeyScope::Prompt];
    let is_global = |scopes: &[KeyScope]| scopes.contains(&KeyScope::Global);
    !is_typing(one)
        && !is_typing(other)
        && (is_global(one) || is_global(other) || one.iter().any(|scope| other.contains(scope)))
}

#[cfg(test)]
mod tests;
