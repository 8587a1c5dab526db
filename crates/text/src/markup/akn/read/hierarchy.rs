//! The hierarchy of a document, read: divisions, articles, paragraphs and points, and the annexes.

use super::super::name;
use super::{Reader, is, own, words_in};
use crate::provision::{Kind, Provision};
use roxmltree::Node;

impl Reader<'_> {
    /// Reads what stands in an element of the hierarchy.
    pub(super) fn hierarchy(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            let element = node.tag_name().name();
            if own(node, "of").is_some() {
                self.alternative(node);
            } else if name::foreign(element).is_some() && !matches!(element, "num" | "heading") {
                self.hierarchical(node);
            } else if matches!(element, "num" | "heading" | "intro" | "content" | "wrapUp") {
                // Read with the provision that they belong to.
            } else {
                self.block(node, Kind::Paragraph);
            }
        }
    }

    /// Reads a division, an article, a paragraph or a point, with all that it holds.
    pub(super) fn hierarchical(&mut self, node: Node<'_, '_>) {
        let element = node.tag_name().name();
        if element == "hcontainer" && node.attribute("name") == Some("none") {
            return;
        }
        let named = (element == "hcontainer")
            .then(|| node.attribute("name"))
            .flatten();
        let kind = named
            .and_then(name::kind)
            .or_else(|| name::foreign(element));
        let has = |name: &str| node.children().any(|inner| is(inner, name));
        let is_foreign = node.attribute("GUID").is_none();
        let kind = match kind.unwrap_or(Kind::Paragraph) {
            // What has words of its own and no heading is no division, whatever it is called.
            Kind::Part | Kind::Chapter | Kind::Section
                if is_foreign && !has("heading") && (has("content") || has("intro")) =>
            {
                Kind::Paragraph
            }
            other => other,
        };
        let is_known = [
            "part",
            "chapter",
            "section",
            "article",
            "paragraph",
            "point",
        ];
        let is_ours = named.and_then(name::kind).is_some();
        let is_changed = is_foreign && name::foreign(element).is_some_and(|own| own != kind);
        if is_changed || !is_known.contains(&element) && !is_ours {
            self.remains(node);
        }
        let mut provision = self.provision(node, kind);
        self.contents(node, &mut provision);
        let id = provision.id;
        self.provisions.push(provision);
        self.around.push(id);
        self.further_blocks(node, kind);
        self.hierarchy(node);
        for wrap in node.children().filter(|inner| is(*inner, "wrapUp")) {
            self.whole(wrap, Kind::Closing, Kind::Paragraph);
        }
        self.around.pop();
    }

    /// Takes label and words of an element of the hierarchy.
    pub(super) fn contents(&mut self, node: Node<'_, '_>, provision: &mut Provision) {
        for inner in node.children().filter(Node::is_element) {
            match inner.tag_name().name() {
                "num" => {
                    let label = name::parse_label(&words_in(inner));
                    provision.label = provision.label.take().or(label);
                }
                "heading" if name::is_heading(provision.kind) => self.words_of(inner, provision),
                "intro" | "content" if !name::is_heading(provision.kind) => {
                    let mut blocks = inner.children().filter(Node::is_element);
                    if let Some(first) = blocks.find(|block| is(*block, "p") || is(*block, "block"))
                    {
                        self.words_of(first, provision);
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads what stands in an element besides its own words: further paragraphs of its content, a
    /// heading where a text has none.
    fn further_blocks(&mut self, node: Node<'_, '_>, kind: Kind) {
        let is_heading = name::is_heading(kind);
        for inner in node.children().filter(Node::is_element) {
            match inner.tag_name().name() {
                "heading" if !is_heading => self.paragraph(inner, Kind::Paragraph),
                "subheading" => self.paragraph(inner, Kind::Paragraph),
                "intro" | "content" => {
                    let mut taken = is_heading;
                    for block in inner.children().filter(Node::is_element) {
                        let is_first = is(block, "p") || is(block, "block");
                        if !taken && is_first {
                            taken = true;
                        } else {
                            self.block(block, Kind::Paragraph);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads an annex.
    pub(super) fn attachment(&mut self, node: Node<'_, '_>) {
        let mut provision = self.provision(node, Kind::Annex);
        self.contents(node, &mut provision);
        let id = provision.id;
        self.provisions.push(provision);
        self.around.push(id);
        let inner = node.children().filter(Node::is_element);
        for document in inner.filter(|inner| !matches!(inner.tag_name().name(), "num" | "heading"))
        {
            for part in document.children().filter(Node::is_element) {
                match part.tag_name().name() {
                    "meta" => {}
                    _ => self.hierarchy(part),
                }
            }
        }
        self.around.pop();
    }
}
