//! From bytes to the text of a Chinese article, or the reason why they hold none.
//!
//! UTF-8 first, then GB18030 (GB 18030-2022), both strictly: a file that is half readable is refused, not mended.

use crate::text::clean::clean;
use crate::text::han::is_han;
use encoding_rs::GB18030;

/// Largest article read, in bytes. Articles are some tens of KB.
pub(crate) const LARGEST: usize = 1 << 20;

/// The text of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DecodedArticle {
    /// The text as UTF-8, without a byte order mark.
    pub(crate) text: String,
    /// The file as UTF-8, which the record's SHA-256 and length are of; a GB18030 file is kept converted.
    pub(crate) bytes: Vec<u8>,
    /// Whether the file was GB18030.
    pub(crate) converted: bool,
}

/// Why bytes are no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecodeError {
    /// Nothing but blanks.
    Empty,
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// No text.
    Binary,
    /// Text in an encoding that is neither UTF-8 nor GB18030.
    Encoding,
    /// A web page.
    Html,
    /// Text in another language.
    NotChinese,
}

/// The article in `bytes`.
///
/// # Errors
/// The first [`DecodeError`].
pub(crate) fn receive(bytes: Vec<u8>) -> Result<DecodedArticle, DecodeError> {
    if bytes.len() > LARGEST {
        return Err(DecodeError::TooLarge);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(DecodeError::Encoding);
    }
    if bytes.contains(&0) {
        return Err(DecodeError::Binary);
    }
    let article = decode(bytes)?;
    match fault(&article.text) {
        Some(refusal) => Err(refusal),
        None => Ok(article),
    }
}

fn decode(bytes: Vec<u8>) -> Result<DecodedArticle, DecodeError> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(DecodedArticle {
            bytes: text.clone().into_bytes(),
            text: text.trim_start_matches('\u{feff}').to_owned(),
            converted: false,
        }),
        Err(error) => {
            let text = GB18030.decode_without_bom_handling_and_without_replacement(error.as_bytes());
            let text = text.ok_or(DecodeError::Encoding)?.into_owned();
            if odd(&text) {
                return Err(DecodeError::Encoding);
            }
            Ok(DecodedArticle {
                bytes: text.clone().into_bytes(),
                text,
                converted: true,
            })
        }
    }
}

/// Whether what reads as GB18030 is hardly meant so: no Chinese page of some length does without these.
fn odd(text: &str) -> bool {
    let han = text.chars().filter(|c| is_han(*c)).count();
    let plain = text
        .chars()
        .filter(|c| "的一是在了和学校企业人大中国有年".contains(*c))
        .count();
    han < 4 || plain * 50 < han
}

fn fault(text: &str) -> Option<DecodeError> {
    if text.trim().is_empty() {
        return Some(DecodeError::Empty);
    }
    let controls = text
        .chars()
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    if controls * 100 > text.chars().count() {
        return Some(DecodeError::Binary);
    }
    if is_html(text) {
        return Some(DecodeError::Html);
    }
    (!is_chinese(text)).then_some(DecodeError::NotChinese)
}

fn is_html(text: &str) -> bool {
    const TAGS: [&str; 7] = ["<html", "<!doctype", "<body", "<div", "</div>", "</p>", "</span>"];
    let text = text.to_ascii_lowercase();
    TAGS.iter().any(|tag| text.contains(tag))
}

/// At least ten Han characters and a fifth of all letters, and hardly any kana.
fn is_chinese(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let han = text.chars().filter(|c| is_han(*c)).count();
    let kana = text
        .chars()
        .filter(|c| matches!(c, '\u{3041}'..='\u{30fa}'))
        .count();
    han >= 10 && han * 5 >= letters && kana * 20 < letters
}

/// Whether a text can be loaded.
pub(crate) fn is_sound(text: &str) -> bool {
    !text.trim().is_empty() && text != "~" && clean(text) == text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "某学院与企业共建学院，培养学生一千人。\n";

    #[test]
    fn both_encodings_are_read() {
        let plain = receive(TEXT.into()).unwrap();
        assert_eq!((&*plain.text, plain.converted), (TEXT, false));
        let (gb, ..) = GB18030.encode(TEXT);
        let converted = receive(gb.into_owned()).unwrap();
        assert_eq!((&*converted.text, converted.converted), (TEXT, true));
        assert_eq!(converted.bytes, TEXT.as_bytes());
        let marked = receive(format!("\u{feff}{TEXT}").into()).unwrap();
        assert_eq!((&*marked.text, marked.bytes.len()), (TEXT, TEXT.len() + 3));
    }

    #[test]
    fn what_is_no_article_is_refused() {
        let (big5, ..) = encoding_rs::BIG5.encode("某學院與企業共建產業學院，培養學生一千人，獲得獎項。");
        for (bytes, refusal) in [
            (Vec::new(), DecodeError::Empty),
            (" \n\t\u{3000}".into(), DecodeError::Empty),
            (vec![b'a'; LARGEST + 1], DecodeError::TooLarge),
            (b"\x7fELF\x02\x01\x01\0\0".to_vec(), DecodeError::Binary),
            ("\u{1}\u{2}\u{3}甲乙".into(), DecodeError::Binary),
            (b"\xff\xfe\x2d\x4e".to_vec(), DecodeError::Encoding),
            (b"caf\xe9 au lait".to_vec(), DecodeError::Encoding),
            (big5.into_owned(), DecodeError::Encoding),
            (
                format!("<!DOCTYPE html><html>{TEXT}</html>").into(),
                DecodeError::Html,
            ),
            (format!("<div class=\"a\">{TEXT}</div>").into(), DecodeError::Html),
            ("Lorem ipsum dolor sit amet.".into(), DecodeError::NotChinese),
            (
                "この学校は企業とともに学生を育てています。".into(),
                DecodeError::NotChinese,
            ),
        ] {
            assert_eq!(receive(bytes), Err(refusal));
        }
    }
}
