//! What is refused before any YAML parser sees it.
//!
//! Owns the checks on raw bytes: size, encoding, control characters, tabs, ideographic indents and
//! bracket depth. The last one closes a quadratic case of the libyaml family (`{a: ` × n). It knows
//! nothing of the file's shape.

use crate::finding::Code;

/// Largest file read, in bytes. A dossier is some tens of KB.
pub(crate) const LARGEST: usize = 1 << 20;

/// Most brackets open at once.
const DEEPEST: usize = 64;

/// Bytes looked at together in the search for brackets: most lines of a dossier have none.
const CHUNK: usize = 32;

/// Why a file is refused, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileRefusal {
    /// The finding code.
    pub(crate) code: Code,
    /// 1-based line; 0 for the whole file.
    pub(crate) line: u32,
    /// 1-based column in code points; 0 for the whole file.
    pub(crate) column: u32,
}

/// The text of `bytes`, without a byte order mark.
///
/// # Errors
/// The first [`FileRefusal`].
pub(crate) fn guard(bytes: &[u8]) -> Result<&str, FileRefusal> {
    if bytes.len() > LARGEST {
        return Err(FileRefusal {
            code: Code::TooLarge,
            line: 0,
            column: 0,
        });
    }
    let text = utf8(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if is_odd(text) {
        characters(text)?;
    }
    depth(text)?;
    Ok(text)
}

fn utf8(bytes: &[u8]) -> Result<&str, FileRefusal> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        at(Code::NotUtf8, &good, good.len())
    })
}

/// Whether any character needs a second look. Written so that the compiler makes it look at many bytes at once.
fn is_odd(text: &str) -> bool {
    let control = |odd: bool, b: u8| odd | (b < b' ') & (b != b'\n') | (b == 0x7f);
    text.bytes().fold(false, control) || text.contains("\u{3000}") || text.contains("\u{85}")
}

fn characters(text: &str) -> Result<(), FileRefusal> {
    let mut indent = true;
    for (byte, c) in text.char_indices() {
        let code = match c {
            '\t' if !in_comment(text, byte) => Some(Code::Tab),
            '\t' => None,
            '\u{3000}' if indent => Some(Code::IdeographicIndent),
            '\n' => None,
            '\r' if text[byte + 1..].starts_with('\n') => None,
            c if c.is_control() => Some(Code::ControlCharacter),
            _ => None,
        };
        if let Some(code) = code {
            return Err(at(code, text, byte));
        }
        indent = c == '\n' || (indent && c == ' ');
    }
    Ok(())
}

/// Whether the tab at `byte` stands in a comment or right before one: nobody reads those.
fn in_comment(text: &str, byte: usize) -> bool {
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let tabs = |c: char| matches!(c, ' ' | '\t');
    let blanks_to_comment = line[byte - start..].trim_start_matches(tabs).starts_with('#');
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '#' && tabs(before) => return start + at < byte || blanks_to_comment,
            None if matches!(c, '"' | '\'') && matches!(before, ' ' | '\t' | '{' | '[' | ',') => {
                quote = Some(c)
            }
            _ => {}
        }
        before = c;
    }
    false
}

/// Counts brackets as bytes, quoted or not: a quoted run of 65 open brackets is no dossier either.
fn depth(text: &str) -> Result<(), FileRefusal> {
    let mut open = 0_usize;
    for (n, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
        if !chunk.iter().fold(false, |any, b| any | is_bracket(*b)) {
            continue;
        }
        for (byte, b) in chunk.iter().enumerate() {
            match b {
                b'{' | b'[' => open += 1,
                b'}' | b']' => open = open.saturating_sub(1),
                _ => {}
            }
            if open > DEEPEST {
                return Err(at(Code::TooDeep, text, n * CHUNK + byte));
            }
        }
    }
    Ok(())
}

fn is_bracket(b: u8) -> bool {
    matches!(b, b'{' | b'[' | b'}' | b']')
}

fn at(code: Code, text: &str, byte: usize) -> FileRefusal {
    let (line, column) = position(text, byte);
    FileRefusal { code, line, column }
}

/// 1-based line and column (code points) of a byte offset.
pub(crate) fn position(text: &str, byte: usize) -> (u32, u32) {
    let before = &text[..byte];
    let line = before.bytes().filter(|b| *b == b'\n').count();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line as u32 + 1, before[start..].chars().count() as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(bytes: &[u8], code: Code, line: u32, column: u32) {
        assert_eq!(guard(bytes), Err(FileRefusal { code, line, column }));
    }

    #[test]
    fn refusals_say_where() {
        refused("甲: 乙\n丙:\t丁".as_bytes(), Code::Tab, 2, 3);
        refused("甲: 乙\n\u{3000}丙: 丁".as_bytes(), Code::IdeographicIndent, 2, 1);
        refused("甲: 乙\u{1b}[2J".as_bytes(), Code::ControlCharacter, 1, 5);
        refused(b"a: \xce\xd2", Code::NotUtf8, 1, 4);
        refused("[".repeat(65).as_bytes(), Code::TooDeep, 1, 65);
        refused(&vec![b' '; LARGEST + 1], Code::TooLarge, 0, 0);
    }

    #[test]
    fn a_tab_is_a_fault_but_in_a_comment() {
        for sound in [
            "# a\tb\na: 1\n",
            "a: 1\t# b\n",
            "a: 1 # b\tc\n",
            "a: 'x' #\tb",
            "\t# a",
            "a: it's 1 # b\tc",
        ] {
            assert!(guard(sound.as_bytes()).is_ok(), "{sound:?}");
        }
        for fault in ["\ta: 1", "a:\t1", "a: \"b # c\td\"", "a: b#c\td", "a: 1\t\n# b"] {
            assert!(guard(fault.as_bytes()).is_err(), "{fault:?}");
        }
    }

    #[test]
    fn ordinary_files_pass() {
        assert_eq!(
            guard("\u{feff}甲: 乙\u{3000}丙\r\n".as_bytes()),
            Ok("甲: 乙\u{3000}丙\r\n")
        );
        assert!(guard("[]".repeat(100).as_bytes()).is_ok());
    }
}
