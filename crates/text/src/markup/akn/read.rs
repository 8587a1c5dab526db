//! Akoma Ntoso read: our own documents exactly, those of others as far as a text can hold them, with a
//! report of the rest.

mod hierarchy;
mod inline;
mod proposal;

pub use self::proposal::{holds_proposals, read_proposals};

use super::{meta, name, stance};
use crate::body::Body;
use crate::expression::{Expression, Header};
use crate::language::Language;
use crate::markup::xml::{self, XmlFault};
use crate::number::{Label, LabelForm};
use crate::provision::{
    Alternative, IdSource, Kind, Note, Provision, ProvisionId, RuleBlock, RuleLine, draw_unused,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use roxmltree::Node;

/// Something of a foreign document that a text does not hold; its words are kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remainder {
    /// The name of the element.
    pub element: String,
    /// The line on which it begins.
    pub line: u32,
    /// The column at which it begins.
    pub column: u32,
}

/// A document that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The text.
    pub expression: Expression,
    /// The `eId` that each provision had, if its id is new.
    pub aliases: BTreeMap<ProvisionId, String>,
    /// The `wId` that each provision has: its `eId` before the text was renumbered.
    pub former: BTreeMap<ProvisionId, String>,
    /// What is not carried over, in the order of the document.
    pub remainders: Vec<Remainder>,
}

/// Why a document is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFault {
    /// It is not well-formed, or not read for safety.
    Xml(XmlFault),
    /// Its root is no Akoma Ntoso, or holds no kind of document that is read; the name of what it is.
    NotAkomaNtoso(String),
    /// It holds no proposals; the name of what it is.
    NoProposal(String),
    /// It does not say in which language it is.
    NoLanguage,
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(fault) => fault.fmt(f),
            Self::NotAkomaNtoso(name) => {
                write!(
                    f,
                    "`{name}` is no act, bill, document or amendment of Akoma Ntoso 3.0"
                )
            }
            Self::NoProposal(name) => write!(
                f,
                "`{name}` is no amendment and no list of amendments of Akoma Ntoso 3.0"
            ),
            Self::NoLanguage => f.write_str("FRBRlanguage does not say a known language"),
        }
    }
}

impl core::error::Error for ImportFault {}

/// Reads a document.
///
/// # Errors
/// What is not well-formed, has a document type or is nested deeper than 256; another vocabulary; a text
/// in no language.
pub fn read(bytes: &[u8], ids: &mut dyn IdSource) -> Result<Imported, ImportFault> {
    let text = xml::decode(bytes).map_err(ImportFault::Xml)?;
    let tree = xml::read(text).map_err(ImportFault::Xml)?;
    let kinds = ["act", "bill", "doc", "amendment", "statement"];
    let document = root(&tree, &kinds).map_err(ImportFault::NotAkomaNtoso)?;
    let language = language(document).ok_or(ImportFault::NoLanguage)?;
    let mut reader = Reader::new(language, ids, document);
    for part in document.children().filter(Node::is_element) {
        reader.part(part);
    }
    Ok(reader.finish(document))
}

/// Returns the document of one of these kinds, or the name of what is there in its place.
fn root<'t>(tree: &'t roxmltree::Document<'_>, kinds: &[&str]) -> Result<Node<'t, 't>, String> {
    let root = tree.root_element();
    let is_root = root.tag_name().namespace() == Some(name::AKN) && is(root, "akomaNtoso");
    let document = root
        .children()
        .find(|node| kinds.iter().any(|kind| is(*node, kind)));
    document.filter(|_| is_root).ok_or_else(|| {
        let first = if is_root {
            root.first_element_child().unwrap_or(root)
        } else {
            root
        };
        String::from(first.tag_name().name())
    })
}

/// Whether a node is this element of Akoma Ntoso.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element()
        && node.tag_name().name() == name
        && node.tag_name().namespace() == Some(name::AKN)
}

/// Returns an attribute of our namespace.
fn own<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attribute((name::OWN, name))
}

fn language(document: Node<'_, '_>) -> Option<Language> {
    let exact = |node: &Node<'_, '_>| {
        node.tag_name().namespace() == Some(name::OWN) && node.tag_name().name() == "language"
    };
    if let Some(node) = document.descendants().find(exact) {
        return Language::new(node.text().unwrap_or_default()).ok();
    }
    let node = document
        .descendants()
        .find(|node| is(*node, "FRBRlanguage"))?;
    let code = node.attribute("language")?;
    Language::new(meta::tag(code).unwrap_or(code)).ok()
}

/// A document that is being read.
struct Reader<'i> {
    language: Language,
    ids: &'i mut dyn IdSource,
    used: BTreeSet<ProvisionId>,
    /// The provision of each `eId`.
    by_eid: BTreeMap<String, ProvisionId>,
    aliases: BTreeMap<ProvisionId, String>,
    former: BTreeMap<ProvisionId, String>,
    provisions: Vec<Provision>,
    remainders: Vec<Remainder>,
    /// The provisions around the next one.
    around: Vec<ProvisionId>,
}

impl<'i> Reader<'i> {
    fn new(language: Language, ids: &'i mut dyn IdSource, document: Node<'_, '_>) -> Self {
        let mut used = BTreeSet::new();
        let mut by_eid = BTreeMap::new();
        for node in document.descendants() {
            let id = node
                .attribute("GUID")
                .and_then(|guid| guid.strip_prefix(name::GUID));
            let Some(id) = id.and_then(|id| id.parse().ok()) else {
                continue;
            };
            used.insert(id);
            if let Some(eid) = node.attribute("eId") {
                by_eid.insert(String::from(eid), id);
            }
        }
        Self {
            language,
            ids,
            used,
            by_eid,
            aliases: BTreeMap::new(),
            former: BTreeMap::new(),
            provisions: Vec::new(),
            remainders: Vec::new(),
            around: Vec::new(),
        }
    }

    fn remains(&mut self, node: Node<'_, '_>) {
        const MOST: usize = 1_000;
        if self.remainders.len() < MOST {
            let at = node.document().text_pos_at(node.range().start);
            self.remainders.push(Remainder {
                element: String::from(node.tag_name().name()),
                line: at.row,
                column: at.col,
            });
        }
    }

    fn part(&mut self, part: Node<'_, '_>) {
        match part.tag_name().name() {
            "meta" => {}
            "preface" => self.blocks(part, Kind::Title, Kind::Title),
            "preamble" => self.framed(part, Kind::Preamble, Kind::Recital),
            "body" | "mainBody" | "amendmentBody" => self.hierarchy(part),
            "conclusions" => self.framed(part, Kind::Testimonium, Kind::Paragraph),
            "attachments" => {
                for attachment in part.children().filter(Node::is_element) {
                    self.attachment(attachment);
                }
            }
            _ => {
                self.remains(part);
                self.hierarchy(part);
            }
        }
    }

    /// Reads an element that is a provision and holds others: the preamble, the conclusions.
    fn framed(&mut self, node: Node<'_, '_>, kind: Kind, inner: Kind) {
        let is_own = node.attribute("GUID").is_some();
        let mut provision = self.provision(node, kind);
        let mut blocks = node.children().filter(Node::is_element).peekable();
        // In our own documents the first block is the words of the provision itself.
        if is_own && let Some(first) = blocks.next_if(|first| is(*first, "p")) {
            self.words_of(first, &mut provision);
        }
        let id = provision.id;
        if is_own || kind == Kind::Preamble {
            self.provisions.push(provision);
            self.around.push(id);
        }
        let depth = self.around.len();
        for block in blocks {
            self.block(block, inner);
        }
        self.around.truncate(depth.saturating_sub(1));
        if !(is_own || kind == Kind::Preamble) {
            self.around.clear();
        }
    }

    fn blocks(&mut self, parent: Node<'_, '_>, kind: Kind, inner: Kind) {
        for node in parent.children().filter(Node::is_element) {
            if is(node, "longTitle") && kind == Kind::Title {
                self.whole(node, Kind::Title, inner);
            } else {
                self.block(node, inner);
            }
        }
    }

    /// Reads an element that is one provision whose first block holds its words.
    fn whole(&mut self, node: Node<'_, '_>, kind: Kind, inner: Kind) {
        let mut provision = self.provision(node, kind);
        let mut blocks = node.children().filter(Node::is_element).peekable();
        while let Some(num) = blocks.next_if(|first| is(*first, "num")) {
            let label = name::parse_label(&words_in(num));
            provision.label = provision.label.or(label);
        }
        if let Some(first) = blocks.next() {
            self.words_of(first, &mut provision);
        }
        let id = provision.id;
        self.provisions.push(provision);
        self.around.push(id);
        for block in blocks {
            self.block(block, inner);
        }
        self.around.pop();
    }

    /// Reads a block outside the hierarchy.
    fn block(&mut self, node: Node<'_, '_>, kind: Kind) {
        if own(node, "as") == Some("none") {
            return;
        }
        if own(node, "of").is_some() {
            return self.alternative(node);
        }
        match node.tag_name().name() {
            "recitals" | "citations" | "container" | "blockContainer" => {
                for inner in node.children().filter(Node::is_element) {
                    self.block(inner, kind);
                }
            }
            "recital" | "citation" => self.whole(node, Kind::Recital, Kind::Paragraph),
            "formula" => self.whole(node, Kind::Formula, Kind::Paragraph),
            "p" | "block" | "num" | "heading" | "subheading" => self.paragraph(node, kind),
            name if name::foreign(name).is_some() => self.hierarchical(node),
            _ => {
                self.remains(node);
                let has_blocks = node.children().any(|inner| {
                    inner.is_element() && matches!(inner.tag_name().name(), "p" | "item" | "li")
                });
                if has_blocks {
                    for inner in node.children().filter(Node::is_element) {
                        self.block(inner, kind);
                    }
                } else {
                    self.paragraph(node, kind);
                }
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, kind: Kind) {
        let kind = own(node, "kind").and_then(name::kind).unwrap_or(kind);
        let mut provision = self.provision(node, kind);
        self.words_of(node, &mut provision);
        // White space between elements is no paragraph.
        let is_empty = provision.body.parts.is_empty() && node.attribute("GUID").is_none();
        if is_empty {
            return;
        }
        if own(node, "further").is_some()
            && let Some(alternative) = self.last_alternative()
        {
            alternative.provisions.push(provision);
            return;
        }
        self.provisions.push(provision);
    }

    fn last_alternative(&mut self) -> Option<&mut Alternative> {
        let with = |own: &&mut Provision| !own.alternatives.is_empty();
        self.provisions
            .iter_mut()
            .rev()
            .find(with)?
            .alternatives
            .last_mut()
    }

    /// Takes the words of an element into a provision, with the notes that stand in it.
    fn words_of(&mut self, node: Node<'_, '_>, provision: &mut Provision) {
        let found = self.inline(node);
        provision.body = found.body;
        provision
            .notes
            .extend(found.notes.into_iter().map(|text| Note { text }));
        if let Some(label) = found.label {
            provision.label.get_or_insert(label);
        }
    }

    fn alternative(&mut self, node: Node<'_, '_>) {
        let stances = stance::parse(own(node, "by").unwrap_or_default());
        let letter = own(node, "letter")
            .and_then(|text| text.chars().next())
            .unwrap_or('A');
        let of = own(node, "of").and_then(|id| id.parse::<ProvisionId>().ok());
        let is_silent =
            |inner: Node<'_, '_>| is(inner, "remark") && own(inner, "as") == Some("none");
        let is_none = node.descendants().take(8).any(is_silent);
        let kind = self
            .provisions
            .iter()
            .find(|own| Some(own.id) == of)
            .map(|own| own.kind);
        let kind = kind.unwrap_or(Kind::Paragraph);
        let mut bare = Provision::new(ProvisionId::from_number(0), kind, None, Body::default());
        let before = self.provisions.len();
        if is(node, "p") {
            self.words_of(node, &mut bare);
        } else {
            self.contents(node, &mut bare);
            let around = core::mem::take(&mut self.around);
            self.hierarchy(node);
            self.around = around;
        }
        let provisions = self.provisions.split_off(before);
        let body = (!is_none).then_some(bare.body);
        let target = self.provisions.iter_mut().find(|own| Some(own.id) == of);
        if let Some(target) = target {
            target.alternatives.push(Alternative {
                letter,
                stances,
                body,
                provisions,
            });
        } else {
            // The provision that it rivals is not here; its words are kept as a text of their own.
            self.remains(node);
            let id = self.fresh();
            let words = body.unwrap_or_default();
            self.provisions.push(Provision::new(id, kind, None, words));
            self.provisions.extend(provisions);
        }
    }

    fn fresh(&mut self) -> ProvisionId {
        let id = draw_unused(self.ids, &self.used);
        self.used.insert(id);
        id
    }

    /// Begins the provision that an element is.
    fn provision(&mut self, node: Node<'_, '_>, kind: Kind) -> Provision {
        let known = node
            .attribute("GUID")
            .and_then(|guid| guid.strip_prefix(name::GUID));
        let known: Option<ProvisionId> = known.and_then(|id| id.parse().ok());
        let id = known.unwrap_or_else(|| self.fresh());
        if known.is_none()
            && let Some(eid) = node.attribute("eId")
        {
            self.aliases.insert(id, String::from(eid));
            self.by_eid.entry(String::from(eid)).or_insert(id);
        }
        if let Some(former) = node.attribute("wId") {
            self.former.insert(id, String::from(former));
        }
        let mut provision = Provision::new(id, kind, None, Body::default());
        provision.parent = match own(node, "parent") {
            Some(parent) => parent.parse().ok(),
            None => self.around.last().copied(),
        };
        provision.inserted_by = stance::parse_codes(own(node, "inserted").unwrap_or_default());
        provision.label = own(node, "form").and_then(|form| {
            Some(Label::new(
                label_form(form)?,
                own(node, "label").unwrap_or_default(),
            ))
        });
        provision
    }

    fn finish(mut self, document: Node<'_, '_>) -> Imported {
        let mut headers = Vec::new();
        let mut rules = BTreeMap::new();
        let is_own = |node: &Node<'_, '_>| node.tag_name().namespace() == Some(name::OWN);
        for node in document.descendants().filter(is_own) {
            match node.tag_name().name() {
                "header" => headers.push(Header {
                    key: String::from(node.attribute("key").unwrap_or_default()),
                    value: String::from(node.text().unwrap_or_default()),
                }),
                "rules" => {
                    if let Some(id) = node.attribute("of").and_then(|id| id.parse().ok()) {
                        rules.insert(id, rule_block(node));
                    }
                }
                _ => {}
            }
        }
        settle(&mut self.provisions, &mut rules, &self.by_eid);
        Imported {
            expression: Expression {
                language: self.language,
                headers,
                provisions: self.provisions,
            },
            aliases: self.aliases,
            former: self.former,
            remainders: self.remainders,
        }
    }
}

/// Gives provisions their rules, and references the provisions that stand later in the document.
fn settle(
    provisions: &mut [Provision],
    rules: &mut BTreeMap<ProvisionId, RuleBlock>,
    by_eid: &BTreeMap<String, ProvisionId>,
) {
    for provision in provisions {
        if let Some(block) = rules.remove(&provision.id) {
            provision.rules = block;
        }
        inline::settle(&mut provision.body, by_eid);
        for alternative in &mut provision.alternatives {
            if let Some(body) = &mut alternative.body {
                inline::settle(body, by_eid);
            }
            settle(&mut alternative.provisions, rules, by_eid);
        }
    }
}

fn rule_block(node: Node<'_, '_>) -> RuleBlock {
    let bound = node
        .attribute("bound")
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let line = |line: Node<'_, '_>| RuleLine {
        text: String::from(line.text().unwrap_or_default()),
        line: line
            .attribute("line")
            .and_then(|number| number.parse().ok())
            .unwrap_or_default(),
    };
    let is_line = |inner: &Node<'_, '_>| inner.tag_name().name() == "line";
    RuleBlock {
        lines: node.children().filter(is_line).map(line).collect(),
        bound: bound.map(u32::to_be_bytes),
    }
}

fn label_form(name: &str) -> Option<LabelForm> {
    Some(match name {
        "heading" => LabelForm::Heading,
        "dotted" => LabelForm::Dotted,
        "parenthesised" => LabelForm::Parenthesised,
        "dash" => LabelForm::Dash,
        _ => return None,
    })
}

/// Returns the words of an element, whatever stands in it.
fn words_in(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    let all: String = texts.filter_map(|inner| inner.text()).collect();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}
