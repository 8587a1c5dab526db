//! The parts of a document beside its text: content types, relations, settings, properties, footer.
//! All of them follow from the options alone.

use super::super::archive;
use super::Options;
use crate::expression::Expression;
use crate::language::Direction;
use crate::markup::xml::Xml;
use crate::provision::ProvisionId;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The set of custom properties that other programs read (ECMA-376 part 1, 22.3).
const PROPERTIES: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// The parts that the text consists of.
pub(super) struct Written {
    pub(super) document: String,
    pub(super) footnotes: String,
    pub(super) comments: String,
    /// The provisions in whose paragraphs there are tracked changes.
    pub(super) changed: Vec<ProvisionId>,
}

/// Packs a document.
pub(super) fn pack(
    written: &Written,
    expression: &Expression,
    title: &str,
    options: &Options<'_>,
) -> Vec<u8> {
    let language = expression.language.as_str();
    let styles = include_str!("styles.xml").replace("@LANGUAGE@", language);
    let parts: [(&str, String); 11] = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations(&ROOT)),
        ("docProps/app.xml", application()),
        ("docProps/core.xml", core(title, language, options)),
        ("docProps/custom.xml", custom(options, &written.changed)),
        ("word/_rels/document.xml.rels", relations(&DOCUMENT)),
        ("word/comments.xml", written.comments.clone()),
        ("word/document.xml", written.document.clone()),
        ("word/footer.xml", footer()),
        ("word/footnotes.xml", written.footnotes.clone()),
        ("word/settings.xml", settings()),
    ];
    let mut members: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, part)| (*name, part.as_bytes()))
        .collect();
    members.push(("word/styles.xml", styles.as_bytes()));
    archive::write(&members)
}

const ROOT: [(&str, &str); 4] = [
    ("officeDocument", "word/document.xml"),
    ("core", "docProps/core.xml"),
    ("extended-properties", "docProps/app.xml"),
    ("custom-properties", "docProps/custom.xml"),
];

const DOCUMENT: [(&str, &str); 5] = [
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("footnotes", "footnotes.xml"),
    ("comments", "comments.xml"),
    ("footer", "footer.xml"),
];

/// The relation of the footer, the last of the document's.
pub(super) const FOOTER: &str = "r5";

fn relations(targets: &[(&str, &str)]) -> String {
    let mut xml = Xml::new();
    xml.start("Relationships")
        .attr("xmlns", &alloc::format!("{PACKAGE}/relationships"));
    for (number, (kind, target)) in targets.iter().enumerate() {
        let kind = match *kind {
            "core" => alloc::format!("{PACKAGE}/relationships/metadata/core-properties"),
            other => alloc::format!("{R}/{other}"),
        };
        let id = alloc::format!("r{}", number + 1);
        xml.start("Relationship")
            .attr("Id", &id)
            .attr("Type", &kind)
            .attr("Target", target)
            .end();
    }
    xml.finish()
}

fn content_types() -> String {
    let mut xml = Xml::new();
    xml.start("Types")
        .attr("xmlns", &alloc::format!("{PACKAGE}/content-types"));
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    for (extension, kind) in [("rels", relations), ("xml", "application/xml")] {
        xml.start("Default")
            .attr("Extension", extension)
            .attr("ContentType", kind)
            .end();
    }
    let properties = "application/vnd.openxmlformats-officedocument";
    for (part, kind) in [
        (
            "word/document.xml",
            alloc::format!("{WORD_TYPE}.document.main+xml"),
        ),
        ("word/styles.xml", alloc::format!("{WORD_TYPE}.styles+xml")),
        (
            "word/settings.xml",
            alloc::format!("{WORD_TYPE}.settings+xml"),
        ),
        (
            "word/footnotes.xml",
            alloc::format!("{WORD_TYPE}.footnotes+xml"),
        ),
        (
            "word/comments.xml",
            alloc::format!("{WORD_TYPE}.comments+xml"),
        ),
        ("word/footer.xml", alloc::format!("{WORD_TYPE}.footer+xml")),
        (
            "docProps/app.xml",
            alloc::format!("{properties}.extended-properties+xml"),
        ),
        (
            "docProps/custom.xml",
            alloc::format!("{properties}.custom-properties+xml"),
        ),
        (
            "docProps/core.xml",
            String::from("application/vnd.openxmlformats-package.core-properties+xml"),
        ),
    ] {
        let part = alloc::format!("/{part}");
        xml.start("Override")
            .attr("PartName", &part)
            .attr("ContentType", &kind)
            .end();
    }
    xml.finish()
}

fn application() -> String {
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.start("Properties").attr("xmlns", space);
    xml.start("Application").text("Sponsio").end();
    xml.finish()
}

fn core(title: &str, language: &str, options: &Options<'_>) -> String {
    let mut xml = Xml::new();
    xml.start("cp:coreProperties")
        .attr(
            "xmlns:cp",
            &alloc::format!("{PACKAGE}/metadata/core-properties"),
        )
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attr("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.start("dc:title").text(title).end();
    xml.start("dc:language").text(language).end();
    let date = alloc::format!("{}", options.date);
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.start(name)
            .attr("xsi:type", "dcterms:W3CDTF")
            .text(&date)
            .end();
    }
    xml.finish()
}

/// What the document is, for the day on which it comes back.
fn custom(options: &Options<'_>, changed: &[ProvisionId]) -> String {
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    xml.start("Properties")
        .attr("xmlns", space)
        .attr("xmlns:vt", types);
    for (number, (name, value)) in options.properties(changed).iter().enumerate() {
        // The numbers 0 and 1 are reserved.
        let number = alloc::format!("{}", number + 2);
        xml.start("property")
            .attr("fmtid", PROPERTIES)
            .attr("pid", &number)
            .attr("name", name);
        xml.start("vt:lpwstr").text(value).end().end();
    }
    xml.finish()
}

fn settings() -> String {
    let mut xml = Xml::new();
    xml.start("w:settings").attr("xmlns:w", W);
    xml.start("w:trackRevisions").end();
    xml.start("w:defaultTabStop").attr("w:val", "567").end();
    xml.start("w:footnotePr");
    for id in ["-1", "0"] {
        xml.start("w:footnote").attr("w:id", id).end();
    }
    xml.end();
    xml.start("w:compat").start("w:compatSetting");
    xml.attr("w:name", "compatibilityMode")
        .attr("w:uri", "http://schemas.microsoft.com/office/word")
        .attr("w:val", "15");
    xml.finish()
}

fn footer() -> String {
    let mut xml = Xml::new();
    xml.start("w:ftr").attr("xmlns:w", W).start("w:p");
    xml.start("w:pPr")
        .start("w:pStyle")
        .attr("w:val", "Footer")
        .end()
        .end();
    xml.start("w:fldSimple").attr("w:instr", " PAGE ");
    xml.start("w:r").start("w:t").text("1");
    xml.finish()
}

/// Writes the section: A4 with margins of 2.5 cm.
pub(super) fn section(xml: &mut Xml, direction: Direction) {
    xml.start("w:sectPr");
    xml.start("w:footerReference")
        .attr("w:type", "default")
        .attr("r:id", FOOTER)
        .end();
    xml.start("w:pgSz")
        .attr("w:w", "11906")
        .attr("w:h", "16838")
        .end();
    xml.start("w:pgMar");
    for (side, width) in [
        ("w:top", "1417"),
        ("w:right", "1417"),
        ("w:bottom", "1417"),
        ("w:left", "1417"),
        ("w:header", "709"),
        ("w:footer", "709"),
        ("w:gutter", "0"),
    ] {
        xml.attr(side, width);
    }
    xml.end();
    if direction == Direction::RightToLeft {
        xml.start("w:bidi").end();
    }
    xml.end();
}

/// Begins a part of the word processor.
pub(super) fn begin(name: &'static str) -> Xml {
    let mut xml = Xml::new();
    xml.start(name).attr("xmlns:w", W).attr("xmlns:r", R);
    xml
}
