//! A document as a Word file: WordprocessingML (ECMA-376, transitional) in a zip.
//!
//! Owns the parts of the file and how blocks become paragraphs, tables and footnotes. Fonts, headings and numbering
//! stand in the fixed parts beside it. No date is written: the same document is the same file.

mod body;
mod xml;

use std::io::{self, Cursor, Write as _};

use body::Body;
use quick_xml::escape::escape;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::page::document::Document;

const CONTENT_TYPES: &str = include_str!("docx/content_types.xml");
const RELATIONS: &str = include_str!("docx/relations.xml");
const STYLES: &str = include_str!("docx/styles.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
const NUMBERING: &str = include_str!("docx/numbering.xml");
const FONTS: &str = include_str!("docx/fonts.xml");
const FOOTER: &str = include_str!("docx/footer.xml");

/// The first line of every part.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// `document` as the bytes of a .docx.
///
/// # Errors
/// Those of the zip writer.
pub(super) fn docx(document: &Document) -> io::Result<Vec<u8>> {
    let body = Body::of(document)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let links = links(&body.links);
    let properties = properties(document);
    let parts: [(&str, &str); 11] = [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONS),
        ("docProps/core.xml", &properties),
        ("word/document.xml", &body.document),
        ("word/_rels/document.xml.rels", &links),
        ("word/footnotes.xml", &body.notes),
        ("word/styles.xml", STYLES),
        ("word/settings.xml", SETTINGS),
        ("word/numbering.xml", NUMBERING),
        ("word/fontTable.xml", FONTS),
        ("word/footer1.xml", FOOTER),
    ];
    for (name, part) in parts {
        zip.start_file(name, options)?;
        zip.write_all(HEAD.as_bytes())?;
        zip.write_all(part.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// What the document points to: its fixed parts, and addresses on the web.
fn links(addresses: &[String]) -> String {
    const OF: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut xml = String::from(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (name, target) in [
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("numbering", "numbering.xml"),
        ("fontTable", "fontTable.xml"),
        ("footnotes", "footnotes.xml"),
        ("footer", "footer1.xml"),
    ] {
        xml += &format!("<Relationship Id=\"{name}\" Type=\"{OF}/{name}\" Target=\"{target}\"/>");
    }
    for (at, address) in addresses.iter().enumerate() {
        let address = escape(address.as_str());
        xml += &format!(
            "<Relationship Id=\"link{at}\" Type=\"{OF}/hyperlink\" Target=\"{address}\" TargetMode=\"External\"/>"
        );
    }
    xml + "</Relationships>"
}

fn properties(document: &Document) -> String {
    let language = document.lang().pick("zh-CN", "en-GB");
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>rongtu</dc:creator>\
         <dc:language>{language}</dc:language></cp:coreProperties>",
        escape(document.title.as_str())
    )
}
