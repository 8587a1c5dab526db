//! Words and what is marked in them, read.

use super::super::{name, stance};
use super::{Reader, is, own, words_in};
use crate::body::{Body, Part, Passage, Reading, Segment, Site};
use crate::number::Label;
use crate::provision::ProvisionId;
use crate::token::{Footnote, Marks, Target, TermMark, Token, TokenKind, tokenize};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use roxmltree::Node;
use sponsio_record::ParticipantId;

/// What an element holds.
pub(super) struct Found {
    pub(super) body: Body,
    pub(super) notes: Vec<String>,
    pub(super) label: Option<Label>,
}

/// Words and contested places in order.
enum Item {
    Token(Token),
    /// A reading of the place of this number.
    Reading {
        site: String,
        space: bool,
        reading: Reading,
    },
}

struct Gatherer<'r, 'i> {
    reader: &'r mut Reader<'i>,
    items: Vec<Item>,
    space: bool,
    notes: Vec<String>,
    label: Option<Label>,
}

impl Reader<'_> {
    /// Reads the words of an element.
    pub(super) fn inline(&mut self, node: Node<'_, '_>) -> Found {
        let (items, notes, label) = self.gather(node, Marks::default());
        let mut body = Body {
            parts: parts(items),
        };
        trim(&mut body);
        Found { body, notes, label }
    }

    fn gather(
        &mut self,
        node: Node<'_, '_>,
        marks: Marks,
    ) -> (Vec<Item>, Vec<String>, Option<Label>) {
        let mut gatherer = Gatherer {
            reader: self,
            items: Vec::new(),
            space: false,
            notes: Vec::new(),
            label: None,
        };
        gatherer.children(node, marks);
        (gatherer.items, gatherer.notes, gatherer.label)
    }
}

impl Gatherer<'_, '_> {
    fn children(&mut self, node: Node<'_, '_>, marks: Marks) {
        for child in node.children() {
            if child.is_text() {
                self.text(child.text().unwrap_or_default(), marks);
            } else if child.is_element() {
                self.element(child, marks);
            }
        }
    }

    fn text(&mut self, text: &str, marks: Marks) {
        let mut tokens = tokenize(text);
        let Some(first) = tokens.first_mut() else {
            self.space |= !text.is_empty();
            return;
        };
        first.space_before |= self.space;
        self.space = text.ends_with(char::is_whitespace);
        for mut token in tokens {
            token.marks = marks;
            self.items.push(Item::Token(token));
        }
    }

    fn token(&mut self, kind: TokenKind, text: &str, marks: Marks) {
        let mut token = Token::plain(kind, text, self.space);
        token.marks = marks;
        self.space = false;
        self.items.push(Item::Token(token));
    }

    fn element(&mut self, node: Node<'_, '_>, marks: Marks) {
        if node.tag_name().namespace() != Some(name::AKN) {
            self.reader.remains(node);
            return self.children(node, marks);
        }
        if let Some(site) = own(node, "site") {
            return self.reading(node, site, marks);
        }
        match (node.tag_name().name(), own(node, "as")) {
            ("remark", Some("note")) => self
                .notes
                .push(String::from(node.text().unwrap_or_default())),
            ("remark", Some("none")) | ("p", Some("none")) => {}
            ("span", Some("num")) => {
                self.label = name::parse_label(&words_in(node));
                self.space = false;
            }
            ("span", Some(kind @ ("word" | "number" | "punctuation"))) => {
                let kind = match kind {
                    "number" => TokenKind::Number,
                    "punctuation" => TokenKind::Punctuation,
                    _ => TokenKind::Word,
                };
                self.token(kind, node.text().unwrap_or_default(), marks);
            }
            ("i", _) => self.children(
                node,
                Marks {
                    emphasis: true,
                    ..marks
                },
            ),
            ("def", _) => self.children(node, marks),
            ("term", _) => self.term(node, marks),
            ("placeholder", _) => {
                let name = words_in(node);
                self.token(TokenKind::Placeholder, &name, marks);
            }
            ("ref", _) => self.reference(node, marks),
            ("authorialNote", _) => self.footnote(node, marks),
            ("br" | "eol", _) => self.space = true,
            // What a foreign text deletes is not its text.
            ("del", _) => self.reader.remains(node),
            (
                "ins" | "span" | "p" | "num" | "heading" | "docTitle" | "docType" | "docNumber"
                | "date" | "location" | "person" | "organization" | "quantity" | "role",
                _,
            ) => {
                self.children(node, marks);
            }
            _ => {
                self.reader.remains(node);
                self.children(node, marks);
            }
        }
    }

    fn term(&mut self, node: Node<'_, '_>, marks: Marks) {
        let before = self.items.len();
        self.children(
            node,
            Marks {
                term: TermMark::Further,
                ..marks
            },
        );
        if own(node, "as") != Some("further")
            && let Some(Item::Token(first)) = self.items.get_mut(before)
        {
            first.marks.term = TermMark::First;
        }
    }

    fn reference(&mut self, node: Node<'_, '_>, marks: Marks) {
        let how = own(node, "how");
        let target = own(node, "to")
            .and_then(|id| id.parse::<ProvisionId>().ok())
            .map(|id| match how {
                Some("full") => Target::ProvisionInFull(id),
                Some("number") => Target::ProvisionNumber(id),
                _ => Target::Provision(id),
            });
        match target {
            Some(target) => {
                let text = own(node, "text").unwrap_or_default();
                self.token(TokenKind::Reference(target), text, marks);
            }
            None => {
                let href = node.attribute("href").unwrap_or_default();
                let target = own(node, "target").unwrap_or(href);
                let words = match own(node, "target") {
                    Some(_) => String::from(node.text().unwrap_or_default()),
                    None => words_in(node),
                };
                let kind = TokenKind::Reference(Target::Elsewhere(Arc::from(target)));
                self.token(kind, &words, marks);
            }
        }
    }

    fn footnote(&mut self, node: Node<'_, '_>, marks: Marks) {
        let by = own(node, "by").and_then(|code| ParticipantId::new(code).ok());
        let (items, _, _) = self.reader.gather(node, Marks::default());
        let tokens = items.into_iter().filter_map(|item| match item {
            Item::Token(token) => Some(token),
            Item::Reading { .. } => None,
        });
        let note = Footnote {
            by,
            tokens: tokens.collect(),
        };
        let text = own(node, "text").unwrap_or_default();
        self.token(TokenKind::Footnote(Box::new(note)), text, marks);
    }

    fn reading(&mut self, node: Node<'_, '_>, site: &str, marks: Marks) {
        let is_empty = is(node, "remark");
        let items = if is_empty {
            Vec::new()
        } else {
            self.reader.gather(node, marks).0
        };
        let reading = Reading {
            is_base: is(node, "del"),
            stances: stance::parse(own(node, "by").unwrap_or_default()),
            segments: segments(items),
        };
        let space = own(node, "space").is_some();
        self.items.push(Item::Reading {
            site: String::from(site),
            space,
            reading,
        });
        self.space = false;
    }
}

fn parts(items: Vec<Item>) -> Vec<Part> {
    let convert = |segment| match segment {
        Segment::Words(words) => Part::Words(words),
        Segment::Site(site) => Part::Site(site),
    };
    segments(items).into_iter().map(convert).collect()
}

/// Joins tokens to words, and readings of one number to a place.
fn segments(items: Vec<Item>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut open: Option<String> = None;
    for item in items {
        match item {
            Item::Token(token) => {
                open = None;
                match segments.last_mut() {
                    Some(Segment::Words(words)) => words.push(token),
                    _ => segments.push(Segment::Words(Passage::from([token]))),
                }
            }
            Item::Reading {
                site,
                space,
                reading,
            } => match segments.last_mut() {
                Some(Segment::Site(last)) if open.as_ref() == Some(&site) => {
                    last.readings.push(reading);
                }
                _ => {
                    segments.push(Segment::Site(Site {
                        space_before: space,
                        readings: Vec::from([reading]),
                    }));
                    open = Some(site);
                }
            },
        }
    }
    segments
}

/// No space stands before the first word, unless the document is ours and has it so.
fn trim(body: &mut Body) {
    if let Some(Part::Words(words)) = body.parts.first_mut()
        && let Some(first) = words.first_mut()
    {
        first.space_before = false;
    }
}

/// Gives the references of a foreign text the provisions that their addresses name.
pub(super) fn settle(body: &mut Body, by_eid: &BTreeMap<String, ProvisionId>) {
    for part in &mut body.parts {
        let Part::Words(words) = part else { continue };
        for token in words {
            let TokenKind::Reference(Target::Elsewhere(target)) = &token.kind else {
                continue;
            };
            let Some(id) = target.strip_prefix('#').and_then(|eid| by_eid.get(eid)) else {
                continue;
            };
            token.kind = TokenKind::Reference(Target::Provision(*id));
            token.text = Arc::from("");
        }
    }
}
