//! What terminals send for keys: xterm's sequences, and those of rxvt and the Linux console where they differ.
//!
//! A table only; when a sequence begins and ends is the decoder's matter.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::tui::key::Key;

/// The key of a control character or DEL.
pub(super) fn control(byte: u8) -> Option<Key> {
    let ctrl = |c: u8| Key::new(KeyCode::Char(c.into()), KeyModifiers::CONTROL);
    Some(match byte {
        b'\r' | b'\n' => Key::plain(KeyCode::Enter),
        b'\t' => Key::plain(KeyCode::Tab),
        // Ctrl-H is what the Backspace key of older terminals sends.
        0x7f | 0x08 => Key::plain(KeyCode::Backspace),
        0 => ctrl(b' '),
        1..=0x1a => ctrl(byte - 1 + b'a'),
        0x1c..=0x1f => ctrl(byte - 0x1c + b'\\'),
        _ => return None,
    })
}

/// The key of `ESC O x`.
pub(super) fn ss3(end: u8) -> Option<Key> {
    let code = match end {
        b'M' => KeyCode::Enter,
        // The keypad in application mode.
        b'j'..=b'y' => KeyCode::Char((end - b'j' + b'*').into()),
        end => letter(end)?,
    };
    Some(Key::plain(code))
}

/// The key of `ESC [ [ x`: F1 to F5 on the Linux console.
pub(super) fn console(end: u8) -> Option<Key> {
    matches!(end, b'A'..=b'E').then(|| Key::plain(KeyCode::F(end - b'A' + 1)))
}

/// The key of `ESC [ params x`; none for what is no key, and for the release of one.
pub(super) fn csi(params: &[u16], event: u16, end: u8) -> Option<Key> {
    const RELEASE: u16 = 3;
    let param = |n: usize| params.get(n).copied().unwrap_or(0);
    if event == RELEASE {
        return None;
    }
    let (code, held) = match end {
        b'~' if param(0) == 27 => (character(param(2))?, param(1)),
        b'~' => (numbered(param(0))?, param(1)),
        b'u' => (character(param(0))?, param(1)),
        b'^' => (numbered(param(0))?, 1 + 4),
        b'@' => (numbered(param(0))?, 1 + 5),
        b'Z' => (KeyCode::BackTab, param(1)),
        b'a'..=b'd' => (letter(end.to_ascii_uppercase())?, 1 + 1),
        end => (letter(end)?, param(1)),
    };
    Some(Key::new(code, modifiers(held)))
}

fn letter(end: u8) -> Option<KeyCode> {
    Some(match end {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(end - b'P' + 1),
        _ => return None,
    })
}

fn numbered(n: u16) -> Option<KeyCode> {
    let f = |first: u16, key: u16| u8::try_from(n - first + key).ok().map(KeyCode::F);
    match n {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => f(11, 1),
        17..=21 => f(17, 6),
        23..=26 => f(23, 11),
        28..=29 => f(28, 15),
        31..=34 => f(31, 17),
        _ => None,
    }
}

/// A key told by its code point (modifyOtherKeys, `CSI u`).
fn character(code: u16) -> Option<KeyCode> {
    match code {
        27 => Some(KeyCode::Esc),
        0..32 | 127 => control(code.try_into().ok()?).map(|key| key.code),
        _ => char::from_u32(code.into())
            .filter(|c| !c.is_control())
            .map(KeyCode::Char),
    }
}

/// xterm's parameter: 1 plus Shift 1, Alt 2, Ctrl 4.
fn modifiers(param: u16) -> KeyModifiers {
    let bits = param.saturating_sub(1);
    let held = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ];
    held.into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .map(|(_, held)| held)
        .collect()
}
