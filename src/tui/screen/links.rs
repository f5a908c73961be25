//! Where the address of an article stands on the screen, and the sequences that make it a hyperlink (OSC 8).
//!
//! Owns which cells belong to an address: those that show it from its first character to its last, over as many rows as it
//! was broken into. So what is opened is what is read. It draws nothing, and no cell becomes wider or narrower by it.

use std::ops::Range;

use ratatui::buffer::Buffer;

/// Most bytes of an address: more is no address that anybody typed, and terminals cut it.
const MOST: usize = 2000;
/// Most addresses known at a time; an article has one.
const KNOWN: usize = 1000;

/// The addresses that have been on the screen, each under its number, from 1.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<String>);

/// The cells of an address in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LinkPart {
    pub(crate) row: u16,
    pub(crate) columns: Range<u16>,
    pub(crate) link: u16,
}

impl Links {
    /// Where those of `urls` that are [`inert`] stand whole in `buf`.
    pub(crate) fn find(&mut self, buf: &Buffer, urls: &[String]) -> Vec<LinkPart> {
        let mut parts = Vec::new();
        for url in urls.iter().filter(|url| inert(url)) {
            let places = (0..buf.area.height).flat_map(|row| (0..buf.area.width).map(move |x| (x, row)));
            for cells in places.filter_map(|(x, row)| whole(buf, x, row, url)) {
                let link = self.number(url);
                parts.extend(
                    cells
                        .into_iter()
                        .map(|(row, columns)| LinkPart { row, columns, link }),
                );
            }
        }
        parts
    }

    fn number(&mut self, url: &str) -> u16 {
        let known = self.0.iter().position(|known| known == url);
        let at = known.unwrap_or_else(|| {
            if self.0.len() == KNOWN {
                self.0.clear();
            }
            self.0.push(url.to_owned());
            self.0.len() - 1
        });
        at as u16 + 1
    }

    /// What begins link number `link`; 0 ends whichever there is.
    pub(crate) fn sequence(&self, link: u16) -> String {
        let url = link.checked_sub(1).and_then(|at| self.0.get(usize::from(at)));
        match url {
            Some(url) => format!("\x1b]8;id={link};{url}\x1b\\"),
            None => "\x1b]8;;\x1b\\".to_owned(),
        }
    }
}

/// Whether a text does nothing but name a page of the web: its characters are printable ASCII without blanks.
fn inert(url: &str) -> bool {
    let web = ["https://", "http://"].iter().any(|start| {
        url.get(..start.len())
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case(start))
            && url.len() > start.len()
    });
    web && url.len() <= MOST && url.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The cells that show all of `url` from (`x`, `row`) on, further rows from the same column.
fn whole(buf: &Buffer, x: u16, mut row: u16, url: &str) -> Option<Vec<(u16, Range<u16>)>> {
    let mut parts = Vec::new();
    let mut rest = url.as_bytes();
    while !rest.is_empty() {
        if row == buf.area.height {
            return None;
        }
        let fits = (x..buf.area.width)
            .zip(rest)
            .take_while(|(x, byte)| buf[(*x, row)].symbol().as_bytes() == [**byte]);
        let len = fits.count();
        if len == 0 {
            return None;
        }
        let end = x + len as u16;
        // A row that goes on with something else shows another address.
        if end < buf.area.width && buf[(end, row)].symbol() != " " {
            return None;
        }
        parts.push((row, x..end));
        rest = &rest[len..];
        row += 1;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Style};

    use super::*;
    use crate::text::width::Policy;

    fn rows(rows: &[&str]) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, rows.len() as u16));
        for (y, row) in (0..).zip(rows) {
            super::super::put(&mut buf, 0, y, row, Style::new(), Policy::Narrow, 24);
        }
        buf
    }

    fn found(screen: &[&str], url: &str) -> Vec<(u16, Range<u16>)> {
        let parts = Links::default().find(&rows(screen), &[url.to_owned()]);
        parts.into_iter().map(|part| (part.row, part.columns)).collect()
    }

    #[test]
    fn an_address_is_found_whole_in_one_row_or_broken_over_several() {
        assert_eq!(
            found(&["网址  https://a.cn/b  x"], "https://a.cn/b"),
            [(0, 6..20)]
        );
        assert_eq!(
            found(
                &["URL  https://a.cn/", "     bcd?e=f", "end"],
                "https://a.cn/bcd?e=f"
            ),
            [(0, 5..18), (1, 5..12)]
        );
    }

    #[test]
    fn what_is_not_all_of_an_address_is_none() {
        assert_eq!(found(&["https://a.cn/b"], "https://a.cn/bc"), []);
        assert_eq!(found(&["https://a.cn/bc"], "https://a.cn/b"), []);
        assert_eq!(found(&["https://a.cn/"], "https://a.cn/bcd"), []);
        assert_eq!(found(&["https://a.cn/", " bcd"], "https://a.cn/bcd"), []);
    }

    #[test]
    fn only_inert_addresses_of_the_web_are_links() {
        for url in ["http://a.cn", "https://a.cn/?x=%20&y=\"z\"", "HTTPS://A.CN"] {
            assert!(inert(url), "{url}");
        }
        let long = format!("https://a.cn/{}", "x".repeat(MOST));
        for url in [
            "",
            "https://",
            "a.cn",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ssh://a",
            "https://a b",
            "https://a\x1b\\",
            "https://a\x07",
            "https://a\u{9c}",
            "https://网.cn",
            &long,
        ] {
            assert!(!inert(url), "{url:?}");
        }
    }
}
