//! Through the elements of a part, in order. What is not known keeps its words and is reported.

use super::super::numbering::Membership;
use super::super::show::anchored;
use super::loss::{Loss, LossKind, note};
use super::numbering::membership;
use super::{Look, Paragraph, Revision, RevisionKind, Text};
use crate::provision::ProvisionId;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use roxmltree::Node;

/// The namespace of the transitional form, which all programs write, and of the strict one.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const ALTERNATIVES: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const MATHEMATICS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];

/// Whether a node is this element of the word processor.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    word(node) == Some(name)
}

/// Returns the name of an element of the word processor.
fn word<'n>(node: Node<'n, '_>) -> Option<&'n str> {
    let name = node.tag_name();
    let is_word = name.namespace().is_some_and(|space| WORD.contains(&space));
    (node.is_element() && is_word).then(|| name.name())
}

/// Returns an attribute of the word processor.
pub(super) fn attribute<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    WORD.iter().find_map(|space| node.attribute((*space, name)))
}

/// What was found.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) losses: Vec<Loss>,
    /// The paragraph of each comment, by the comment's id.
    pub(super) comment_places: Vec<(String, usize)>,
    /// Of which list each paragraph says that it is, by its number from 0.
    pub(super) memberships: BTreeMap<usize, Membership>,
}

/// Walks through a part.
pub(super) fn document(root: Node<'_, '_>) -> Walked {
    let mut walker = Walker::default();
    walker.blocks(root);
    walker.walked
}

impl Text {
    /// Returns words that nobody touched.
    pub(crate) fn plain(words: &str) -> Self {
        Self {
            words: String::from(words),
            look: Look::default(),
            footnote: None,
            revisions: Vec::new(),
        }
    }
}

#[derive(Default)]
struct Walker {
    walked: Walked,
    /// The paragraph that is being read, if one is.
    current: Option<Paragraph>,
    revisions: Vec<Revision>,
    /// For each field that is open: whether its result has begun.
    fields: Vec<bool>,
    /// The bookmarks of provisions that are open, by their numbers.
    bookmarks: BTreeMap<String, ProvisionId>,
    /// Text boxes found within a paragraph; they are read after it.
    boxes: usize,
}

impl Walker {
    fn note(&mut self, kind: LossKind, excerpt: &str) {
        let place = self.walked.paragraphs.len() + usize::from(self.current.is_some());
        note(&mut self.walked.losses, kind, place, excerpt);
    }

    fn blocks(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            self.block(node);
        }
    }

    fn block(&mut self, node: Node<'_, '_>) {
        let Some(name) = word(node) else {
            return self.foreign(node, Self::blocks);
        };
        match name {
            "p" => self.paragraph(node),
            "tbl" => {
                self.note(LossKind::Table, "");
                self.blocks(node);
            }
            "body" | "tr" | "tc" | "sdt" | "sdtContent" | "customXml" | "smartTag"
            | "txbxContent" => self.blocks(node),
            "ins" | "moveTo" => self.revised(node, RevisionKind::Insertion, Self::blocks),
            "del" | "moveFrom" => self.revised(node, RevisionKind::Deletion, Self::blocks),
            "bookmarkStart" | "bookmarkEnd" => self.bookmark(node, name),
            "altChunk" => self.note(LossKind::Embedded, ""),
            _ if is_silent(name) => {}
            other => {
                self.note(LossKind::Unknown(String::from(other)), "");
                self.blocks(node);
            }
        }
    }

    /// An element of another vocabulary: of two equal forms one is read.
    fn foreign(&mut self, node: Node<'_, '_>, read: fn(&mut Self, Node<'_, '_>)) {
        let name = node.tag_name();
        let space = name.namespace().unwrap_or_default();
        if space == ALTERNATIVES && name.name() == "AlternateContent" {
            let of = |wanted: &'static str| {
                node.children()
                    .find(move |child| child.tag_name().name() == wanted)
            };
            if let Some(chosen) = of("Choice").or_else(|| of("Fallback")) {
                read(self, chosen);
            }
        } else if MATHEMATICS.contains(&space) {
            self.note(LossKind::Equation, "");
            for text in node
                .descendants()
                .filter(|inner| inner.tag_name().name() == "t")
            {
                self.words(text.text().unwrap_or_default(), &Look::default());
            }
        } else {
            // A drawing: only text boxes within it have words.
            self.drawing(node);
        }
    }

    fn drawing(&mut self, node: Node<'_, '_>) {
        let boxes: Vec<_> = node
            .descendants()
            .filter(|inner| is(*inner, "txbxContent"))
            .collect();
        let Some(first) = boxes.first() else {
            self.note(LossKind::Picture, "");
            return;
        };
        self.note(LossKind::TextBox, "");
        self.boxes += 1;
        // A box within a box is read with it; depth is bounded by that of the file.
        let outer = self.current.take();
        let (fields, revisions) = (core::mem::take(&mut self.fields), self.revisions.clone());
        self.blocks(*first);
        self.fields = fields;
        self.revisions = revisions;
        self.current = outer;
    }

    fn revised(
        &mut self,
        node: Node<'_, '_>,
        kind: RevisionKind,
        read: fn(&mut Self, Node<'_, '_>),
    ) {
        self.revisions.push(revision(node, kind));
        read(self, node);
        self.revisions.pop();
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let mut paragraph = Paragraph {
            end: self.revisions.clone(),
            bookmarks: self.bookmarks.values().copied().collect(),
            ..Paragraph::default()
        };
        let properties = node.children().find(|child| is(*child, "pPr"));
        for property in properties.iter().flat_map(Node::children) {
            match word(property) {
                Some("pStyle") => {
                    paragraph.style = attribute(property, "val").map(String::from);
                }
                Some("rPr") => paragraph
                    .end
                    .extend(property.children().filter_map(end_revision)),
                _ => {}
            }
        }
        let outer = self.current.replace(paragraph);
        let mut list = None;
        for property in properties.iter().flat_map(Node::children) {
            match word(property) {
                Some("numPr") => list = Some(membership(property)),
                Some("pPrChange") => self.note(LossKind::FormattingChange, ""),
                _ => {}
            }
        }
        self.inlines(node);
        if let Some(done) = core::mem::replace(&mut self.current, outer) {
            if let Some(list) = list {
                let place = self.walked.paragraphs.len();
                self.walked.memberships.insert(place, list);
            }
            self.walked.paragraphs.push(done);
        }
    }

    fn inlines(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            self.inline(node);
        }
    }

    fn inline(&mut self, node: Node<'_, '_>) {
        let Some(name) = word(node) else {
            return self.foreign(node, Self::inlines);
        };
        match name {
            "r" => self.run(node),
            "ins" | "moveTo" => self.revised(node, RevisionKind::Insertion, Self::inlines),
            "del" | "moveFrom" => self.revised(node, RevisionKind::Deletion, Self::inlines),
            "hyperlink" | "smartTag" | "customXml" | "sdt" | "sdtContent" | "dir" | "bdo" => {
                self.inlines(node);
            }
            "fldSimple" => {
                self.note(
                    LossKind::Field,
                    attribute(node, "instr").unwrap_or_default(),
                );
                self.inlines(node);
            }
            "bookmarkStart" | "bookmarkEnd" => self.bookmark(node, name),
            "p" => self.paragraph(node),
            "subDoc" => self.note(LossKind::Embedded, ""),
            _ if is_silent(name) => {}
            other => {
                self.note(LossKind::Unknown(String::from(other)), "");
                self.inlines(node);
            }
        }
    }

    fn bookmark(&mut self, node: Node<'_, '_>, name: &str) {
        let Some(number) = attribute(node, "id") else {
            return;
        };
        if name == "bookmarkEnd" {
            self.bookmarks.remove(number);
            return;
        }
        let Some(id) = attribute(node, "name").and_then(anchored) else {
            return;
        };
        self.bookmarks.insert(String::from(number), id);
        if let Some(paragraph) = &mut self.current
            && !paragraph.bookmarks.contains(&id)
        {
            paragraph.bookmarks.push(id);
        }
    }

    fn run(&mut self, node: Node<'_, '_>) {
        let mut look = Look::default();
        let mut is_hidden = false;
        for property in node
            .children()
            .filter(|child| is(*child, "rPr"))
            .flat_map(|p| p.children())
        {
            match word(property) {
                Some("i") => look.emphasis = is_on(property),
                Some("vanish") => is_hidden = is_on(property),
                Some("rStyle") => match attribute(property, "val") {
                    Some("Blank") => look.is_blank = true,
                    Some("DefinedTerm") => look.is_term = true,
                    Some("Emphasis") => look.emphasis = true,
                    _ => {}
                },
                Some("rPrChange") => self.note(LossKind::FormattingChange, ""),
                Some("b" | "u" | "strike" | "dstrike" | "color" | "highlight" | "vertAlign")
                    if is_on(property) =>
                {
                    self.note(LossKind::Formatting, "");
                }
                _ => {}
            }
        }
        for child in node.children().filter(Node::is_element) {
            self.run_child(child, &look, is_hidden);
        }
    }

    fn run_child(&mut self, node: Node<'_, '_>, look: &Look, is_hidden: bool) {
        let Some(name) = word(node) else {
            return self.foreign(node, Self::inlines);
        };
        let text = node.text().unwrap_or_default();
        match name {
            "t" | "delText" if is_hidden => self.note(LossKind::HiddenText, text),
            "t" | "delText" => self.words(text, look),
            "tab" | "ptab" => self.words("\t", look),
            "br" | "cr" => self.words("\n", look),
            "noBreakHyphen" => self.words("\u{2011}", look),
            "sym" => {
                self.note(
                    LossKind::Symbol,
                    attribute(node, "char").unwrap_or_default(),
                );
                self.words("\u{fffd}", look);
            }
            "footnoteReference" | "endnoteReference" => self.footnote(node, name),
            "commentReference" => {
                let place = self.walked.paragraphs.len() + 1;
                if let Some(id) = attribute(node, "id") {
                    self.walked.comment_places.push((String::from(id), place));
                }
            }
            "fldChar" => match attribute(node, "fldCharType") {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(shows) = self.fields.last_mut() {
                        *shows = true;
                    }
                }
                _ => {
                    self.fields.pop();
                }
            },
            "instrText" | "delInstrText" => self.note(LossKind::Field, text.trim()),
            "drawing" | "pict" => self.drawing(node),
            "object" => self.note(LossKind::Embedded, ""),
            "ruby" => {
                let base = node.children().filter(|child| is(*child, "rubyBase"));
                base.for_each(|base| self.inlines(base));
            }
            "softHyphen"
            | "lastRenderedPageBreak"
            | "annotationRef"
            | "footnoteRef"
            | "endnoteRef"
            | "separator"
            | "continuationSeparator"
            | "rPr" => {}
            other => self.note(LossKind::Unknown(String::from(other)), text),
        }
    }

    fn footnote(&mut self, node: Node<'_, '_>, name: &str) {
        let Some(id) = attribute(node, "id") else {
            return;
        };
        let kind = name.trim_end_matches("Reference");
        let revisions = self.revisions.clone();
        if let Some(paragraph) = &mut self.current {
            paragraph.texts.push(Text {
                footnote: Some(alloc::format!("{kind}s:{id}")),
                revisions,
                ..Text::plain("")
            });
        }
    }

    fn words(&mut self, text: &str, look: &Look) {
        // Before its separator a field holds instructions, which are no words of the text.
        if self.fields.last() == Some(&false) {
            return;
        }
        let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let mut words = String::from(text);
        if words.contains(turns) {
            self.note(LossKind::DirectionControl, text);
            words.retain(|character| !turns(character));
        }
        let Some(paragraph) = &mut self.current else {
            return;
        };
        match paragraph.texts.last_mut() {
            Some(last)
                if last.look == *look
                    && last.footnote.is_none()
                    && last.revisions == self.revisions =>
            {
                last.words.push_str(&words);
            }
            _ => paragraph.texts.push(Text {
                words,
                look: look.clone(),
                footnote: None,
                revisions: self.revisions.clone(),
            }),
        }
    }
}

/// Elements that say nothing about the words.
fn is_silent(name: &str) -> bool {
    const NAMES: [&str; 30] = [
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "tblPrEx",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "proofErr",
        "permStart",
        "permEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "background",
        "ffData",
        "fldData",
        "numberingChange",
        "bookmarkStart",
    ];
    NAMES.contains(&name)
}

/// Whether a property that can be switched is on.
pub(super) fn is_on(property: Node<'_, '_>) -> bool {
    !matches!(
        attribute(property, "val"),
        Some("0" | "false" | "off" | "none" | "baseline" | "auto")
    )
}

fn revision(node: Node<'_, '_>, kind: RevisionKind) -> Revision {
    let author = String::from(attribute(node, "author").unwrap_or_default());
    Revision { kind, author }
}

fn end_revision(node: Node<'_, '_>) -> Option<Revision> {
    match word(node)? {
        "ins" | "moveTo" => Some(revision(node, RevisionKind::Insertion)),
        "del" | "moveFrom" => Some(revision(node, RevisionKind::Deletion)),
        _ => None,
    }
}
