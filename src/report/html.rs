//! A document as one self-contained web page: no script, nothing fetched, fit for a phone and for A4.
//!
//! Owns the elements and what assistive programs are told; how it looks is `style.css`. The page forbids itself
//! everything but its own style sheet, so that even a mistake here could run nothing.

use std::fmt::Write as _;

use quick_xml::escape::escape;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{
    lang::Lang,
    page::{
        Tone,
        document::{Bar, Bars, Document, DocumentBlock, DocumentTable, Span, Text, is_tall, leads_on},
    },
};

const STYLE: &str = include_str!("html/style.css");

/// `document` as HTML.
pub(super) fn html(document: &Document) -> String {
    let mut page = Page {
        document,
        lang: document.lang(),
        out: String::new(),
        noted: vec![false; document.notes.len()],
        parts: 0,
        tables: 0,
    };
    page.whole();
    page.out
}

struct Page<'d> {
    document: &'d Document,
    lang: Lang,
    out: String,
    /// Which notes have been referred to: the first mark is where the way back leads.
    noted: Vec<bool>,
    parts: usize,
    tables: usize,
}

/// The tag of a language on the web.
fn tag(lang: Lang) -> &'static str {
    lang.pick("zh-Hans", "en")
}

impl Page<'_> {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn whole(&mut self) {
        let _ = write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"generator\" content=\"rongtu {}\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
            tag(self.lang),
            env!("CARGO_PKG_VERSION"),
            escape(&self.document.title),
        );
        self.blocks();
        self.notes();
        self.push("</main>\n</body>\n</html>\n");
    }

    fn blocks(&mut self) {
        let mut list = false;
        for (at, block) in self.document.blocks.iter().enumerate() {
            let member = matches!(block, DocumentBlock::Item(_) | DocumentBlock::Term(..));
            if member != list {
                self.push(if member { "<ul>\n" } else { "</ul>\n" });
            }
            list = member;
            match block {
                DocumentBlock::Paragraph(text) if leads_on(&self.document.blocks, at) => {
                    self.element("p class=\"lead\"", text);
                }
                block => self.block(block),
            }
            if at == 0 {
                self.contents();
            }
        }
        if list {
            self.push("</ul>\n");
        }
    }

    fn block(&mut self, block: &DocumentBlock) {
        match block {
            DocumentBlock::Heading(level, text) => self.heading(*level, text),
            DocumentBlock::Paragraph(text) => self.element("p", text),
            DocumentBlock::Item(text) => self.element("li", text),
            DocumentBlock::Term(name, text) => self.term(name, text),
            DocumentBlock::Table(table) => self.table(table),
            DocumentBlock::Bars(bars) => self.bars(bars),
        }
    }

    fn element(&mut self, name: &str, text: &Text) {
        let _ = write!(self.out, "<{name}>");
        self.text(text);
        let _ = writeln!(self.out, "</{}>", name.split(' ').next().unwrap_or(name));
    }

    fn heading(&mut self, level: u8, text: &Text) {
        let level = level.clamp(1, 6);
        let id = match level {
            2 => {
                self.parts += 1;
                format!(" id=\"part-{}\"", self.parts)
            }
            _ => String::new(),
        };
        let _ = write!(self.out, "<h{level}{id}>");
        self.text(text);
        let _ = writeln!(self.out, "</h{level}>");
    }

    /// Links to the parts, where there are enough of them to lose one's way.
    fn contents(&mut self) {
        let parts = self.document.blocks.iter().filter_map(|block| match block {
            DocumentBlock::Heading(2, text) => Some(text.words()),
            _ => None,
        });
        let parts: Vec<_> = parts.collect();
        if parts.len() < 3 {
            return;
        }
        let _ = writeln!(
            self.out,
            "<nav aria-label=\"{}\">\n<ol>",
            self.lang.pick("目录", "Contents")
        );
        for (at, part) in parts.iter().enumerate() {
            let _ = writeln!(
                self.out,
                "<li><a href=\"#part-{}\">{}</a></li>",
                at + 1,
                escape(part)
            );
        }
        self.push("</ol>\n</nav>\n");
    }

    fn term(&mut self, name: &Text, text: &Text) {
        self.push("<li><b>");
        self.text(name);
        let _ = write!(self.out, "</b>{}", self.lang.pick("：", ": "));
        self.text(text);
        self.push("</li>\n");
    }

    /// The roles say again what the elements are: on a phone the style sheet lays rows out as a grid, and there
    /// Safari forgets that they are rows.
    fn table(&mut self, table: &DocumentTable) {
        self.tables += 1;
        let all: u32 = table.columns.iter().map(|(_, share)| u32::from(*share)).sum();
        let _ = write!(
            self.out,
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{} {}\">\n<table class=\"of-{}\" role=\"table\">\n<colgroup>",
            self.lang.pick("表", "Table"),
            self.tables,
            table.columns.len().min(9),
        );
        for (_, share) in &table.columns {
            let _ = write!(
                self.out,
                "<col style=\"width:{}%\">",
                u32::from(*share) * 100 / all.max(1)
            );
        }
        self.push("</colgroup>\n<thead role=\"rowgroup\">\n<tr role=\"row\">");
        for (title, _) in &table.columns {
            self.cell("th scope=\"col\" role=\"columnheader\"", title);
        }
        self.push("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
        for row in &table.rows {
            self.push(if is_tall(row) {
                "<tr role=\"row\" class=\"tall\">"
            } else {
                "<tr role=\"row\">"
            });
            for (at, cell) in row.iter().enumerate() {
                let name = if at == 0 {
                    "th scope=\"row\" role=\"rowheader\""
                } else {
                    "td role=\"cell\""
                };
                self.cell(name, cell);
            }
            self.push("</tr>\n");
        }
        self.push("</tbody>\n</table>\n</div>\n");
    }

    fn cell(&mut self, tag: &str, text: &Text) {
        let _ = write!(self.out, "<{tag}>");
        self.text(text);
        let _ = write!(self.out, "</{}>", tag.split(' ').next().unwrap_or(tag));
    }

    /// The figure stands beside its bar, so that the drawing adds nothing that has to be read out.
    fn bars(&mut self, bars: &Bars) {
        self.push("<figure>\n<figcaption>");
        self.text(&bars.title);
        self.push("</figcaption>\n");
        bars.bars.iter().for_each(|bar| self.bar(bar));
        self.push("</figure>\n");
    }

    fn bar(&mut self, bar: &Bar) {
        self.push("<div class=\"bar\"><span>");
        self.text(&bar.label);
        let _ = write!(
            self.out,
            "</span><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect class=\"track\" width=\"100\" height=\"10\"/>\
             <rect class=\"subject-{}\" width=\"{:.2}\" height=\"10\"/></svg><span>",
            bar.subject % 4,
            bar.length.clamp(0.0, 1.0) * 100.0,
        );
        self.text(&bar.figure);
        self.push("</span></div>\n");
    }

    fn text(&mut self, text: &Text) {
        for (at, span) in text.0.iter().enumerate() {
            match span {
                Span::Words(tone, words) if matches!(text.0.get(at + 1), Some(Span::Note(_))) => {
                    self.words_before_mark(*tone, words);
                }
                Span::Note(note)
                    if matches!(at.checked_sub(1).map(|at| &text.0[at]), Some(Span::Words(..))) =>
                {
                    self.mark(*note);
                    self.push("</span>");
                }
                Span::Words(tone, words) => self.words(*tone, words),
                Span::Link(address) => {
                    let address = escape(address.as_str());
                    let _ = write!(self.out, "<a href=\"{address}\" rel=\"noreferrer\">{address}</a>");
                }
                Span::Break => self.push("<br>"),
                Span::Note(at) => self.mark(*at),
            }
        }
    }

    /// Opens a piece that no line end cuts, with the last letter of `words` in it: a mark alone on a line says nothing.
    fn words_before_mark(&mut self, tone: Tone, words: &str) {
        let last = words.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        let (before, last) = words.split_at(last);
        if !before.is_empty() {
            self.words(tone, before);
        }
        self.push("<span class=\"whole\">");
        self.words(tone, last);
    }

    fn words(&mut self, tone: Tone, words: &str) {
        let class = class(tone).map(|class| format!(" class=\"{class}\""));
        let foreign = self.foreign(words).map(|lang| format!(" lang=\"{}\"", tag(lang)));
        let words = escape(words);
        let _ = match (&class, &foreign) {
            (None, None) => write!(self.out, "{words}"),
            _ => write!(
                self.out,
                "<span{}{}>{words}</span>",
                class.unwrap_or_default(),
                foreign.unwrap_or_default()
            ),
        };
    }

    /// The language of words that are not in the page's own: it chooses the fonts and the voice.
    fn foreign(&self, words: &str) -> Option<Lang> {
        let han = super::has_east_asian(words);
        match self.lang {
            Lang::En => han.then_some(Lang::Zh),
            Lang::Zh => {
                (!han && words.chars().filter(char::is_ascii_alphabetic).count() > 3).then_some(Lang::En)
            }
        }
    }

    fn mark(&mut self, at: usize) {
        let first = self
            .noted
            .get_mut(at)
            .is_some_and(|noted| !std::mem::replace(noted, true));
        let id = if first {
            format!(" id=\"mark-{}\"", at + 1)
        } else {
            String::new()
        };
        let n = at + 1;
        let name = self.lang.pick("注", "Note");
        let _ = write!(
            self.out,
            "<sup><a{id} href=\"#note-{n}\" role=\"doc-noteref\" aria-label=\"{name} {n}\">{n}</a></sup>"
        );
    }

    fn notes(&mut self) {
        let document = self.document;
        if document.notes.is_empty() {
            return;
        }
        let name = self.lang.pick("注", "Notes");
        let _ = writeln!(
            self.out,
            "<section role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">{name}</h2>\n<ol class=\"notes\">"
        );
        for (at, note) in document.notes.iter().enumerate() {
            let n = at + 1;
            let _ = write!(self.out, "<li id=\"note-{n}\">");
            self.text(note);
            let back = self.lang.pick("返回注", "Back to note");
            let _ = writeln!(
                self.out,
                " <a href=\"#mark-{n}\" role=\"doc-backlink\" aria-label=\"{back} {n}\">↑</a></li>"
            );
        }
        self.push("</ol>\n</section>\n");
    }
}

/// The class of a tone; running text has none.
fn class(tone: Tone) -> Option<&'static str> {
    Some(match tone {
        Tone::Value => "value",
        Tone::Label => "label",
        Tone::Qualifier => "qualifier",
        Tone::Muted => "muted",
        Tone::Quote => "quote",
        Tone::Key => "key",
        Tone::Match => "match",
        Tone::Warning | Tone::Error => "warning",
        Tone::Plain | Tone::Heading | Tone::Rule | Tone::Bar(_) => return None,
    })
}
