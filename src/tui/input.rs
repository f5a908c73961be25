//! From the bytes a terminal sends to keys, pastes and replies.
//!
//! Ours because nothing at hand fits: crossterm's event reader spins when the terminal vanishes and keeps replies
//! to itself, its byte parser is private, and parsers of *output* (`vte`, `vtparse`, `anstyle-parse`) take Alt-P or
//! Alt-] for the start of a string and swallow what follows. A sequence that stays unfinished is given up after
//! [`Decoder::patience`], and no input makes the decoder hold more than [`PASTE_LIMIT`] bytes. It reads no file and
//! knows no clock.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyModifiers};

use super::{
    key::Key,
    mouse::{self, Mouse},
};

mod names;

/// The longest paste that is kept, in bytes; what is beyond is dropped, and never taken for keys.
pub(crate) const PASTE_LIMIT: usize = 1 << 16;

/// How long a sequence may rest unfinished: longer than any terminal pauses inside one, shorter than a person
/// notices after Esc.
const SEQUENCE: Duration = Duration::from_millis(30);
/// The same while a reply is owed: its pieces may come over a network, and what is left of it would act as keys.
const REPLY: Duration = Duration::from_millis(300);
/// How long a paste may stall before it counts as ended, in case its end was lost.
const PASTE: Duration = Duration::from_secs(2);
/// Parameters beyond this are no key.
const LONGEST: usize = 64;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What a terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// A key was pressed (or repeats).
    Key(Key),
    /// The mouse was pressed or its wheel turned.
    Mouse(Mouse),
    /// Text was pasted (bracketed paste), with `\n` line ends; not cleaned.
    Paste(String),
    /// A position report that was asked for: the column, from 1.
    Column(u16),
    /// The reply to DA1: the parameters as sent, such as `?62;22`.
    Attributes(String),
    /// What an OSC told, such as `11;rgb:0000/0000/0000`: its first 64 bytes.
    Colour(String),
}

#[derive(Debug, Default)]
enum DecoderState {
    #[default]
    Ground,
    /// After ESC.
    Escape,
    /// After `ESC [`.
    Csi(Vec<u8>),
    /// After `ESC [ [`.
    Console,
    /// After `ESC O`.
    Ss3,
    /// A string (`ESC ]`, `ESC P` …) from the byte that started it, and whether an ESC was its last.
    String(Vec<u8>, bool),
    /// Inside a UTF-8 character, with Alt or without.
    Utf8(Vec<u8>, usize, KeyModifiers),
    /// Bytes of an old mouse report still to come.
    Mouse(u8),
    /// In a paste: its bytes, and how many of [`PASTE_END`] have matched.
    Paste(Vec<u8>, usize),
}

/// Reads input bytes in pieces of any size.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    state: DecoderState,
    columns: usize,
    owed: bool,
}

impl Decoder {
    /// Says that replies will come, and that the next `columns` reports of the form `CSI r;c R` are positions;
    /// without this they are F3.
    pub(crate) fn expect(&mut self, columns: usize) {
        (self.columns, self.owed) = (columns, true);
    }

    /// Says that no reply is owed any more.
    pub(crate) fn expect_nothing(&mut self) {
        (self.columns, self.owed) = (0, false);
    }

    /// Takes bytes and adds what they complete to `found`.
    pub(crate) fn feed(&mut self, bytes: &[u8], found: &mut Vec<Input>) {
        bytes.iter().for_each(|&byte| self.byte(byte, found));
    }

    /// How long to wait for more bytes before calling [`lapse`](Self::lapse); none if nothing is unfinished.
    pub(crate) fn patience(&self) -> Option<Duration> {
        match self.state {
            DecoderState::Ground => None,
            DecoderState::Paste(..) => Some(PASTE),
            DecoderState::Csi(_) | DecoderState::String(..) if self.owed => Some(REPLY),
            _ => Some(SEQUENCE),
        }
    }

    /// Ends what is unfinished: a lone ESC was the Esc key.
    pub(crate) fn lapse(&mut self, found: &mut Vec<Input>) {
        match std::mem::take(&mut self.state) {
            DecoderState::Escape => found.push(Input::Key(Key::plain(KeyCode::Esc))),
            DecoderState::Csi(params) if params.is_empty() => found.push(alt(b'[')),
            DecoderState::Ss3 => found.push(alt(b'O')),
            DecoderState::String(text, false) if text.len() == 1 => found.push(alt(text[0])),
            DecoderState::Paste(text, _) => found.push(pasted(&text)),
            _ => {}
        }
    }

    fn byte(&mut self, byte: u8, found: &mut Vec<Input>) {
        self.state = match std::mem::take(&mut self.state) {
            DecoderState::Ground => ground(byte, KeyModifiers::NONE, found),
            DecoderState::Escape => escape(byte, found),
            DecoderState::Csi(params) => self.csi(params, byte, found),
            DecoderState::Console => key(names::console(byte), found),
            DecoderState::Ss3 => ss3(byte, found),
            DecoderState::String(text, escaped) => string(text, escaped, byte, found),
            DecoderState::Utf8(bytes, length, held) => utf8(bytes, length, held, byte, found),
            DecoderState::Mouse(1) => DecoderState::Ground,
            DecoderState::Mouse(left) => DecoderState::Mouse(left - 1),
            DecoderState::Paste(text, matched) => paste(text, matched, byte, found),
        };
    }

    fn csi(&mut self, mut params: Vec<u8>, byte: u8, found: &mut Vec<Input>) -> DecoderState {
        match byte {
            b'[' if params.is_empty() => DecoderState::Console,
            0x20..=0x3f => {
                // Of an over-long sequence only its end matters.
                if params.len() < LONGEST {
                    params.push(byte);
                }
                DecoderState::Csi(params)
            }
            0x40..=0x7e => self.sequence(&params, byte, found),
            byte => ground(byte, KeyModifiers::NONE, found),
        }
    }

    /// A complete `CSI params end`.
    fn sequence(&mut self, params: &[u8], end: u8, found: &mut Vec<Input>) -> DecoderState {
        let text = String::from_utf8_lossy(params);
        match (params, end) {
            (b"200", b'~') => return DecoderState::Paste(Vec::new(), 0),
            (b"", b'M') => return DecoderState::Mouse(3),
            ([b'<', report @ ..], b'M' | b'm') => found.extend(mouse::report(report, end).map(Input::Mouse)),
            ([b'?', ..], b'c') => found.push(Input::Attributes(text.into_owned())),
            ([b'0'..=b'9', ..] | [], _) => {
                let (numbers, event) = numbers(&text);
                if end == b'R' && numbers.len() == 2 && self.columns > 0 {
                    self.columns -= 1;
                    found.push(Input::Column(numbers[1]));
                } else {
                    found.extend(names::csi(&numbers, event, end).map(Input::Key));
                }
            }
            _ => {}
        }
        DecoderState::Ground
    }
}

/// The parameters, and the kind of key event (1 press, 2 repeat, 3 release) that the second one may carry.
fn numbers(params: &str) -> (Vec<u16>, u16) {
    let part = |text: &str, n: usize| text.split(':').nth(n).and_then(|p| p.parse().ok()).unwrap_or(0);
    if params.is_empty() {
        return (Vec::new(), 0);
    }
    let event = params.split(';').nth(1).map_or(0, |second| part(second, 1));
    (params.split(';').map(|p| part(p, 0)).collect(), event)
}

fn ground(byte: u8, held: KeyModifiers, found: &mut Vec<Input>) -> DecoderState {
    let length = match byte {
        0x1b => return DecoderState::Escape,
        0x00..=0x1f | 0x7f => {
            return key(
                names::control(byte).map(|key| Key::new(key.code, key.held | held)),
                found,
            );
        }
        0x20..=0x7e => return key(Some(Key::new(KeyCode::Char(byte.into()), held)), found),
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return DecoderState::Ground,
    };
    DecoderState::Utf8(vec![byte], length, held)
}

fn escape(byte: u8, found: &mut Vec<Input>) -> DecoderState {
    match byte {
        b'[' => DecoderState::Csi(Vec::new()),
        b'O' => DecoderState::Ss3,
        b']' | b'P' | b'X' | b'^' | b'_' => DecoderState::String(vec![byte], false),
        0x1b => {
            found.push(Input::Key(Key::plain(KeyCode::Esc)));
            DecoderState::Escape
        }
        byte => ground(byte, KeyModifiers::ALT, found),
    }
}

fn ss3(byte: u8, found: &mut Vec<Input>) -> DecoderState {
    match names::ss3(byte) {
        Some(known) => key(Some(known), found),
        None => {
            found.push(alt(b'O'));
            ground(byte, KeyModifiers::NONE, found)
        }
    }
}

/// Ends at BEL or ST; any other ESC ends it as well and starts what follows.
fn string(mut text: Vec<u8>, escaped: bool, byte: u8, found: &mut Vec<Input>) -> DecoderState {
    match (escaped, byte) {
        (false, 0x1b) => return DecoderState::String(text, true),
        (true, b'\\') | (false, 0x07) => {}
        (true, byte) => {
            push_colour_reply(&text, found);
            return escape(byte, found);
        }
        (false, byte) => {
            if text.len() <= LONGEST {
                text.push(byte);
            }
            return DecoderState::String(text, false);
        }
    }
    push_colour_reply(&text, found);
    DecoderState::Ground
}

fn push_colour_reply(text: &[u8], found: &mut Vec<Input>) {
    if let [b']', colour @ ..] = text {
        found.push(Input::Colour(String::from_utf8_lossy(colour).into_owned()));
    }
}

fn utf8(
    mut bytes: Vec<u8>,
    length: usize,
    held: KeyModifiers,
    byte: u8,
    found: &mut Vec<Input>,
) -> DecoderState {
    if byte & 0xc0 != 0x80 {
        return ground(byte, KeyModifiers::NONE, found);
    }
    bytes.push(byte);
    if bytes.len() < length {
        return DecoderState::Utf8(bytes, length, held);
    }
    let typed = std::str::from_utf8(&bytes)
        .ok()
        .and_then(|text| text.chars().next());
    key(
        typed
            .filter(|c| !c.is_control())
            .map(|c| Key::new(KeyCode::Char(c), held)),
        found,
    )
}

fn paste(mut text: Vec<u8>, matched: usize, byte: u8, found: &mut Vec<Input>) -> DecoderState {
    if byte == PASTE_END[matched] {
        if matched + 1 < PASTE_END.len() {
            return DecoderState::Paste(text, matched + 1);
        }
        found.push(pasted(&text));
        return DecoderState::Ground;
    }
    // Only the first byte of the end mark is an ESC, so a match can restart nowhere but there.
    let restart = byte == PASTE_END[0];
    let lost = PASTE_END[..matched]
        .iter()
        .copied()
        .chain((!restart).then_some(byte));
    let room = PASTE_LIMIT - text.len();
    text.extend(lost.take(room));
    DecoderState::Paste(text, restart.into())
}

fn pasted(text: &[u8]) -> Input {
    let text = String::from_utf8_lossy(text);
    Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn key(key: Option<Key>, found: &mut Vec<Input>) -> DecoderState {
    found.extend(key.map(Input::Key));
    DecoderState::Ground
}

fn alt(byte: u8) -> Input {
    Input::Key(Key::new(KeyCode::Char(byte.into()), KeyModifiers::ALT))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode(bytes: &[u8]) -> Vec<Input> {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        decoder.feed(bytes, &mut found);
        decoder.lapse(&mut found);
        found
    }

    fn keys(bytes: &[u8]) -> String {
        let name = |input: &Input| match input {
            Input::Key(key) => key.to_string(),
            other => format!("{other:?}"),
        };
        decode(bytes).iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_of_the_common_terminals() {
        let cases: &[(&[u8], &str)] = &[
            (b"jG/", "j G /"),
            ("党建".as_bytes(), "党 建"),
            ("／、".as_bytes(), "／ 、"),
            (b"\r\n\t\x7f\x08", "Enter Enter Tab Backspace Backspace"),
            (
                b"\x03\x0c\x10\x1a\0\x1c\x1f",
                "Ctrl-C Ctrl-L Ctrl-P Ctrl-Z Ctrl-Space Ctrl-\\ Ctrl-_",
            ),
            (b"\x1b", "Esc"),
            (b"\x1b\x1b[A", "Esc Up"),
            (
                b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F",
                "Up Down Right Left Home End",
            ),
            (b"\x1bOA\x1bOH\x1bOP\x1bOS\x1bOM\x1bOr", "Up Home F1 F4 Enter 2"),
            (
                b"\x1b[1~\x1b[4~\x1b[5~\x1b[6~\x1b[2~\x1b[3~\x1b[7~\x1b[8~",
                "Home End PgUp PgDn Insert Delete Home End",
            ),
            (
                b"\x1b[11~\x1b[15~\x1b[17~\x1b[20~\x1b[21~\x1b[24~",
                "F1 F5 F6 F9 F10 F12",
            ),
            (b"\x1b[[A\x1b[[E", "F1 F5"),
            (
                b"\x1b[Z\x1b[1;2A\x1b[1;5C\x1b[3;5~\x1b[1;3R",
                "Shift-Tab Shift-Up Ctrl-Right Ctrl-Delete Alt-F3",
            ),
            (b"\x1b[a\x1b[5^", "Shift-Up Ctrl-PgUp"),
            (b"\x1bx\x1b\r\x1b/\x1bP", "Alt-x Alt-Enter Alt-/ Alt-P"),
            ("\x1b党".as_bytes(), "Alt-党"),
            (b"\x1b[27;5;108~\x1b[108;5u\x1b[9;2u", "Ctrl-L Ctrl-L Shift-Tab"),
        ];
        for (bytes, names) in cases {
            assert_eq!(keys(bytes), *names, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn releases_reports_and_nonsense_are_no_keys() {
        let cases: &[&[u8]] = &[
            b"\x1b[97;1:3u",
            b"\x1b[1;1:3A",
            b"\x1b[<0;10;20m\x1b[<2;10;20M\x1b[<0;10M\x1b[<99999999999;1;1M",
            b"\x1b[M !!",
            b"\x1b[I\x1b[O",
            b"\x1bP>|term 1\x1b\\",
            b"\x1b[?2026;2$y",
            b"\x80\xff\xc0",
            b"\x1b[200000000000000000000000000000000000000000000000000000000000000000000000000000~",
        ];
        for bytes in cases {
            assert_eq!(
                keys(&[bytes, b"q".as_slice()].concat()),
                "q",
                "{:?}",
                String::from_utf8_lossy(bytes)
            );
        }
    }

    #[test]
    fn a_click_is_read_in_pieces_and_between_keys() {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        for piece in ["j\x1b[<0;1", "2;5", "Mk\x1b[<65;1;1M"] {
            decoder.feed(piece.as_bytes(), &mut found);
        }
        let key = |name: &str| Input::Key(name.parse().unwrap());
        let mouse = |params: &[u8]| Input::Mouse(mouse::report(params, b'M').unwrap());
        assert_eq!(found, [key("j"), mouse(b"0;12;5"), key("k"), mouse(b"65;1;1")]);
    }

    #[test]
    fn colours_end_with_bel_st_or_the_next_sequence() {
        let colour = Input::Colour("11;rgb:0000/0000/0000".into());
        for end in ["\x07", "\x1b\\", ""] {
            let found = decode(format!("\x1b]11;rgb:0000/0000/0000{end}\x1b[?1;2c").as_bytes());
            assert_eq!(
                found,
                [colour.clone(), Input::Attributes("?1;2".into())],
                "{end:?}"
            );
        }
    }

    #[test]
    fn a_reply_that_is_owed_may_come_in_pieces() {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        for begun in ["\x1b[24", "\x1b]11;rgb"] {
            decoder.feed(begun.as_bytes(), &mut found);
            assert_eq!(decoder.patience(), Some(SEQUENCE));
            decoder.lapse(&mut found);
            decoder.expect(1);
            decoder.feed(begun.as_bytes(), &mut found);
            assert_eq!(decoder.patience(), Some(REPLY));
            decoder.lapse(&mut found);
            decoder.expect_nothing();
        }
        assert_eq!(found, []);
    }

    #[test]
    fn positions_are_read_only_when_asked_for() {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        decoder.expect(2);
        decoder.feed(b"j\x1b[1;3R\x1b[1;2Rk\x1b[1;2R\x1b[?62;22c", &mut found);
        let key = |name: &str| Input::Key(name.parse().unwrap());
        let attributes = Input::Attributes("?62;22".into());
        assert_eq!(
            found,
            [
                key("j"),
                Input::Column(3),
                Input::Column(2),
                key("k"),
                key("Shift-F3"),
                attributes
            ]
        );
    }

    #[test]
    fn a_paste_is_one_event_and_acts_as_no_key() {
        let paste = |text: &str| Input::Paste(text.into());
        assert_eq!(
            decode(b"\x1b[200~q\r\n\x1b[A\x1b[201\x1b\x1b[201~"),
            [paste("q\n\x1b[A\x1b[201\x1b")]
        );
        assert_eq!(decode("\x1b[200~党建\x1b[201~".as_bytes()), [paste("党建")]);
        assert_eq!(decode(b"\x1b[200~lost end"), [paste("lost end")]);
        assert_eq!(decode(b"\x1b[200~\x1b[201~"), [paste("")]);
    }

    #[test]
    fn a_paste_over_the_limit_is_cut_and_its_rest_is_still_no_key() {
        let long = [
            b"\x1b[200~".as_slice(),
            &vec![b'q'; PASTE_LIMIT + 10],
            b"\x1b[201~j",
        ]
        .concat();
        let found = decode(&long);
        assert_eq!(
            found,
            [
                Input::Paste("q".repeat(PASTE_LIMIT)),
                Input::Key("j".parse().unwrap())
            ]
        );
    }

    proptest! {
        #[test]
        fn pieces_do_not_matter(bytes: Vec<u8>, cut in 0usize..64) {
            let (mut decoder, mut found) = (Decoder::default(), Vec::new());
            for piece in bytes.chunks(cut.max(1)) {
                decoder.feed(piece, &mut found);
            }
            decoder.lapse(&mut found);
            prop_assert_eq!(found, decode(&bytes));
        }

        #[test]
        fn after_any_bytes_and_a_pause_a_key_is_a_key(bytes: Vec<u8>) {
            let (mut decoder, mut found) = (Decoder::default(), Vec::new());
            decoder.feed(&bytes, &mut found);
            decoder.lapse(&mut found);
            prop_assert_eq!(decoder.patience(), None);
            found.clear();
            decoder.feed(b"j", &mut found);
            prop_assert_eq!(found, [Input::Key("j".parse().unwrap())]);
        }

        #[test]
        fn text_comes_back_as_typed(text in "[^\\p{Cc}]*") {
            let typed: String = decode(text.as_bytes()).iter().filter_map(|input| match input {
                Input::Key(key) => key.typed(),
                _ => None,
            }).collect();
            prop_assert_eq!(typed, text);
        }
    }
}
