//! Blocks as WordprocessingML: paragraphs, tables with repeated heads, bars, footnotes.

use std::io;

use super::xml::Xml;
use crate::{
    page::{
        Tone,
        document::{Bars, Document, DocumentBlock, DocumentTable, Span, Text, is_tall, leads_on},
    },
    report::has_east_asian,
};

/// The parts that a document becomes.
pub(super) struct Body {
    pub(super) document: String,
    pub(super) notes: String,
    /// Addresses on the web, in the order of their ids.
    pub(super) links: Vec<String>,
}

const NAMES: &[(&str, &str)] = &[
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
];

/// The text's width on A4 with margins of 2 cm, in twentieths of a point.
const WIDTH: u32 = 11_906 - 2 * 1134;

/// Colours of the colleges, the same as on the web page.
const COLOURS: [&str; 4] = ["1F4E79", "B45F06", "38761D", "674EA7"];

impl Body {
    pub(super) fn of(document: &Document) -> io::Result<Self> {
        let mut writer = Writer {
            xml: Xml::new(),
            noted: vec![false; document.notes.len()],
            links: Vec::new(),
        };
        writer.xml.open("w:document", NAMES)?;
        writer.xml.open("w:body", &[])?;
        for (at, block) in document.blocks.iter().enumerate() {
            match block {
                DocumentBlock::Paragraph(text) if leads_on(&document.blocks, at) => {
                    writer.paragraph("LeadIn", text)?;
                }
                block => writer.block(block)?,
            }
        }
        writer.section()?;
        writer.xml.close("w:body")?;
        writer.xml.close("w:document")?;
        Ok(Self {
            notes: notes(&document.notes)?,
            document: writer.xml.finish()?,
            links: writer.links,
        })
    }
}

struct Writer {
    xml: Xml,
    /// Which notes stand already: Word has a footnote at one place; other marks refer to it.
    noted: Vec<bool>,
    links: Vec<String>,
}

impl Writer {
    fn block(&mut self, block: &DocumentBlock) -> io::Result<()> {
        match block {
            DocumentBlock::Heading(1, text) => self.paragraph("Title", text),
            DocumentBlock::Heading(level, text) => {
                self.paragraph(&format!("Heading{}", (level - 1).min(6)), text)
            }
            DocumentBlock::Paragraph(text) => self.paragraph("BodyText", text),
            DocumentBlock::Item(text) => self.paragraph("ListBullet", text),
            DocumentBlock::Term(name, text) => self.term(name, text),
            DocumentBlock::Table(table) => self.table(table),
            DocumentBlock::Bars(bars) => self.bars(bars),
        }
    }

    fn paragraph(&mut self, style: &str, text: &Text) -> io::Result<()> {
        self.begin(style)?;
        self.spans(text)?;
        self.xml.close("w:p")
    }

    fn begin(&mut self, style: &str) -> io::Result<()> {
        self.xml.open("w:p", &[])?;
        self.xml.open("w:pPr", &[])?;
        self.xml.empty("w:pStyle", &[("w:val", style)])?;
        self.xml.close("w:pPr")
    }

    fn term(&mut self, name: &Text, text: &Text) -> io::Result<()> {
        self.begin("ListBullet")?;
        self.spans(&Text::toned(Tone::Value, &name.words()))?;
        let colon = if has_east_asian(&name.words()) {
            "："
        } else {
            ": "
        };
        self.spans(&Text::plain(colon))?;
        self.spans(text)?;
        self.xml.close("w:p")
    }

    fn spans(&mut self, text: &Text) -> io::Result<()> {
        for span in &text.0 {
            match span {
                Span::Words(tone, words) => self.words(*tone, words)?,
                Span::Link(address) => self.link(address)?,
                Span::Break => self.line_end()?,
                Span::Note(at) => self.mark(*at)?,
            }
        }
        Ok(())
    }

    fn words(&mut self, tone: Tone, words: &str) -> io::Result<()> {
        self.xml.open("w:r", &[])?;
        run_properties(&mut self.xml, style(tone), words)?;
        self.xml.text("w:t", words)?;
        self.xml.close("w:r")
    }

    fn line_end(&mut self) -> io::Result<()> {
        self.xml.open("w:r", &[])?;
        self.xml.empty("w:br", &[])?;
        self.xml.close("w:r")
    }

    fn link(&mut self, address: &str) -> io::Result<()> {
        let id = format!("link{}", self.links.len());
        self.links.push(percent_encoded(address));
        self.xml
            .open("w:hyperlink", &[("r:id", &id), ("w:history", "1")])?;
        self.xml.open("w:r", &[])?;
        run_properties(&mut self.xml, Some("Hyperlink"), address)?;
        self.xml.text("w:t", address)?;
        self.xml.close("w:r")?;
        self.xml.close("w:hyperlink")
    }

    /// A footnote at its first mark; a reference to it, which Word keeps up to date, at the others.
    fn mark(&mut self, at: usize) -> io::Result<()> {
        let number = (at + 1).to_string();
        let name = format!("note{number}");
        if self
            .noted
            .get_mut(at)
            .is_some_and(|noted| !std::mem::replace(noted, true))
        {
            self.xml
                .empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &name)])?;
            self.superscript(|xml| xml.empty("w:footnoteReference", &[("w:id", &number)]))?;
            return self.xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
        }
        let field =
            |kind: &'static str| move |xml: &mut Xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
        self.superscript(field("begin"))?;
        self.superscript(|xml| xml.text("w:instrText", &format!(" NOTEREF {name} \\f \\h ")))?;
        self.superscript(field("separate"))?;
        self.superscript(|xml| xml.text("w:t", &number))?;
        self.superscript(field("end"))
    }

    fn superscript(&mut self, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
        self.xml.open("w:r", &[])?;
        run_properties(&mut self.xml, Some("FootnoteReference"), "")?;
        content(&mut self.xml)?;
        self.xml.close("w:r")
    }

    fn table(&mut self, table: &DocumentTable) -> io::Result<()> {
        let widths = widths(&table.columns.iter().map(|(_, share)| *share).collect::<Vec<_>>());
        self.table_head("ReportTable", &widths)?;
        let titles: Vec<_> = table.columns.iter().map(|(title, _)| title).collect();
        self.row(&titles, &widths, true)?;
        for row in &table.rows {
            self.row(&row.iter().collect::<Vec<_>>(), &widths, false)?;
        }
        self.xml.close("w:tbl")?;
        // Two tables without a paragraph between them would be one.
        self.paragraph("TableEnd", &Text::default())
    }

    fn table_head(&mut self, style: &str, widths: &[u32]) -> io::Result<()> {
        self.xml.open("w:tbl", &[])?;
        self.xml.open("w:tblPr", &[])?;
        self.xml.empty("w:tblStyle", &[("w:val", style)])?;
        let whole = widths.iter().sum::<u32>().to_string();
        self.xml.empty("w:tblW", &[("w:w", &whole), ("w:type", "dxa")])?;
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
        self.xml.empty(
            "w:tblLook",
            &[
                ("w:val", "04A0"),
                ("w:firstRow", "1"),
                ("w:firstColumn", "1"),
                ("w:noVBand", "1"),
            ],
        )?;
        self.xml.close("w:tblPr")?;
        self.xml.open("w:tblGrid", &[])?;
        for width in widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())])?;
        }
        self.xml.close("w:tblGrid")
    }

    /// A row that no page break cuts unless it is tall; the head stands again on each page.
    fn row(&mut self, cells: &[&Text], widths: &[u32], head: bool) -> io::Result<()> {
        self.xml.open("w:tr", &[])?;
        self.xml.open("w:trPr", &[])?;
        if !is_tall(cells.iter().copied()) {
            self.xml.empty("w:cantSplit", &[])?;
        }
        if head {
            self.xml.empty("w:tblHeader", &[])?;
        }
        self.xml.close("w:trPr")?;
        for (at, width) in widths.iter().enumerate() {
            self.open_cell(*width)?;
            let style = if head { "TableHead" } else { "TableText" };
            self.paragraph(style, cells.get(at).copied().unwrap_or(&Text::default()))?;
            self.xml.close("w:tc")?;
        }
        self.xml.close("w:tr")
    }

    fn open_cell(&mut self, width: u32) -> io::Result<()> {
        self.xml.open("w:tc", &[])?;
        self.xml.open("w:tcPr", &[])?;
        self.xml
            .empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        self.xml.close("w:tcPr")
    }

    /// Bars as shaded paragraphs: a table of label, bar and figure.
    fn bars(&mut self, bars: &Bars) -> io::Result<()> {
        self.paragraph("Caption", &bars.title)?;
        let widths = widths(&[5, 12, 4]);
        self.table_head("BarTable", &widths)?;
        for bar in &bars.bars {
            self.xml.open("w:tr", &[])?;
            self.xml.open("w:trPr", &[])?;
            self.xml.empty("w:cantSplit", &[])?;
            self.xml.close("w:trPr")?;
            self.open_cell(widths[0])?;
            self.paragraph("TableText", &bar.label)?;
            self.xml.close("w:tc")?;
            self.open_cell(widths[1])?;
            self.bar(bar.length, widths[1], COLOURS[bar.subject % COLOURS.len()])?;
            self.xml.close("w:tc")?;
            self.open_cell(widths[2])?;
            self.paragraph("TableText", &bar.figure)?;
            self.xml.close("w:tc")?;
            self.xml.close("w:tr")?;
        }
        self.xml.close("w:tbl")?;
        self.paragraph("TableEnd", &Text::default())
    }

    /// A paragraph whose shading is as long as the bar: the rest of the cell is its right indent.
    fn bar(&mut self, length: f64, cell: u32, colour: &str) -> io::Result<()> {
        const PADDING: f64 = 160.0;
        let room = f64::from(cell) - PADDING;
        let rest = (room * (1.0 - length.clamp(0.01, 1.0))) as u32;
        self.xml.open("w:p", &[])?;
        self.xml.open("w:pPr", &[])?;
        self.xml.empty("w:pStyle", &[("w:val", "TableText")])?;
        self.xml.empty(
            "w:shd",
            &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)],
        )?;
        self.xml.empty("w:ind", &[("w:right", &rest.to_string())])?;
        self.xml.close("w:pPr")?;
        self.xml.close("w:p")
    }

    /// A4, margins of 2 cm, page numbers at the foot.
    fn section(&mut self) -> io::Result<()> {
        self.xml.open("w:sectPr", &[])?;
        self.xml
            .empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer")])?;
        self.xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
        let (side, end) = ("1134", "1247");
        self.xml.empty(
            "w:pgMar",
            &[
                ("w:top", end),
                ("w:right", side),
                ("w:bottom", end),
                ("w:left", side),
                ("w:header", "680"),
                ("w:footer", "680"),
                ("w:gutter", "0"),
            ],
        )?;
        self.xml.close("w:sectPr")
    }
}

/// The footnotes, after the two lines that part them from the text.
fn notes(notes: &[Text]) -> io::Result<String> {
    let mut writer = Writer {
        xml: Xml::new(),
        noted: Vec::new(),
        links: Vec::new(),
    };
    writer.xml.open("w:footnotes", NAMES)?;
    for (id, kind, line) in [
        ("-1", "separator", "w:separator"),
        ("0", "continuationSeparator", "w:continuationSeparator"),
    ] {
        writer.xml.open("w:footnote", &[("w:type", kind), ("w:id", id)])?;
        writer.xml.open("w:p", &[])?;
        writer.xml.open("w:r", &[])?;
        writer.xml.empty(line, &[])?;
        writer.xml.close("w:r")?;
        writer.xml.close("w:p")?;
        writer.xml.close("w:footnote")?;
    }
    for (at, note) in notes.iter().enumerate() {
        writer
            .xml
            .open("w:footnote", &[("w:id", &(at + 1).to_string())])?;
        writer.begin("FootnoteText")?;
        writer.superscript(|xml| xml.empty("w:footnoteRef", &[]))?;
        writer.spans(&Text::plain(" "))?;
        writer.spans(note)?;
        writer.xml.close("w:p")?;
        writer.xml.close("w:footnote")?;
    }
    writer.xml.close("w:footnotes")?;
    writer.xml.finish()
}

/// The character style of a run, and that quotation marks among Chinese words are Chinese ones.
fn run_properties(xml: &mut Xml, style: Option<&str>, words: &str) -> io::Result<()> {
    xml.open("w:rPr", &[])?;
    if let Some(style) = style {
        xml.empty("w:rStyle", &[("w:val", style)])?;
    }
    if has_east_asian(words) {
        xml.empty("w:rFonts", &[("w:hint", "eastAsia")])?;
    }
    xml.close("w:rPr")
}

/// The character style of a tone; running text has none.
fn style(tone: Tone) -> Option<&'static str> {
    Some(match tone {
        Tone::Value => "Value",
        Tone::Label => "Label",
        Tone::Qualifier => "Qualifier",
        Tone::Muted => "Muted",
        Tone::Key => "Address",
        Tone::Quote => "Quoted",
        Tone::Match => "Value",
        Tone::Warning | Tone::Error => "Warning",
        Tone::Plain | Tone::Heading | Tone::Rule | Tone::Bar(_) => return None,
    })
}

/// The whole width by shares.
fn widths(shares: &[u16]) -> Vec<u32> {
    let all: u32 = shares.iter().map(|share| u32::from(*share)).sum();
    shares
        .iter()
        .map(|share| WIDTH * u32::from(*share) / all.max(1))
        .collect()
}

/// An address as Word wants it: ASCII, what else there is by its bytes.
fn percent_encoded(address: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match plain(byte) {
            true => out.push(char::from(byte)),
            false => out += &format!("%{byte:02X}"),
        }
    }
    out
}
