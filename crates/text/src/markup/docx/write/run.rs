//! Runs: words with one look and one fate.

use super::super::cut::{Change, Piece};
use super::super::show::anchor;
use super::Writer;
use crate::language::Direction;
use crate::markup::xml::Xml;
use crate::provision::ProvisionId;
use crate::token::{Target, TermMark, Token, TokenKind};
use alloc::string::String;

/// How a run looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    emphasis: bool,
    style: Option<&'static str>,
    link: Option<ProvisionId>,
}

impl Look {
    fn of(token: &Token) -> Self {
        let style = match token.kind {
            TokenKind::Placeholder => Some("Blank"),
            _ if token.marks.term != TermMark::None => Some("DefinedTerm"),
            _ => None,
        };
        let link = match &token.kind {
            TokenKind::Reference(
                Target::Provision(id) | Target::ProvisionInFull(id) | Target::ProvisionNumber(id),
            ) => Some(*id),
            _ => None,
        };
        Self {
            emphasis: token.marks.emphasis,
            style,
            link,
        }
    }
}

impl Writer<'_> {
    /// Writes the words of a piece with what happens to them.
    pub(super) fn piece(&mut self, xml: &mut Xml, piece: &Piece) {
        let mut from = 0;
        let tokens = &piece.tokens;
        while from < tokens.len() {
            let look = Look::of(&tokens[from]);
            let alone = |token: &Token| matches!(token.kind, TokenKind::Footnote(_));
            let same = tokens[from..]
                .iter()
                .take_while(|token| Look::of(token) == look && !alone(token))
                .count();
            // Two references side by side are two links.
            let count = if look.link.is_some() { 1 } else { same.max(1) };
            self.stretch(xml, &tokens[from..from + count], look, &piece.change);
            from += count;
        }
    }

    /// Writes words of one look. A link holds its revision, never the reverse.
    fn stretch(&mut self, xml: &mut Xml, tokens: &[Token], look: Look, change: &Change) {
        if let Some(id) = look.link {
            xml.start("w:hyperlink")
                .attr("w:anchor", &anchor(id))
                .attr("w:history", "1");
        }
        let is_revision = self.begin_change(xml, change);
        let is_dropped = matches!(change, Change::Dropped(_));
        if let [
            Token {
                kind: TokenKind::Footnote(note),
                space_before,
                ..
            },
        ] = tokens
        {
            if *space_before {
                self.run(xml, " ", look, is_dropped);
            }
            let number = self.asides.footnote(self.here, note);
            xml.start("w:r").start("w:rPr");
            xml.start("w:rStyle")
                .attr("w:val", "FootnoteReference")
                .end()
                .end();
            xml.start("w:footnoteReference")
                .attr("w:id", &number)
                .end()
                .end();
        } else {
            let text = self.shower.text(tokens, self.here);
            self.run(xml, &text, look, is_dropped);
        }
        if is_revision {
            xml.end();
        }
        if look.link.is_some() {
            xml.end();
        }
    }

    /// Writes text that has no look of its own, with what happens to it; a tab and a line break become
    /// elements.
    pub(super) fn front(&mut self, xml: &mut Xml, text: &str, change: &Change) {
        let is_revision = self.begin_change(xml, change);
        let look = Look {
            emphasis: false,
            style: None,
            link: None,
        };
        self.run(xml, text, look, matches!(change, Change::Dropped(_)));
        if is_revision {
            xml.end();
        }
    }

    /// Opens the revision that a change is, if it is one.
    fn begin_change(&mut self, xml: &mut Xml, change: &Change) -> bool {
        let (name, voices) = match change {
            Change::Kept => return false,
            Change::Dropped(voices) => ("w:del", voices),
            Change::Inserted(voices) => ("w:ins", voices),
        };
        let author = voices.author();
        self.revision(xml, name, &author);
        true
    }

    /// Opens a revision.
    pub(super) fn revision(&mut self, xml: &mut Xml, name: &'static str, author: &str) {
        let id = self.id();
        xml.start(name)
            .attr("w:id", &id)
            .attr("w:author", author)
            .attr("w:date", &self.date);
    }

    fn run(&self, xml: &mut Xml, text: &str, look: Look, is_dropped: bool) {
        let is_rtl = self.expression.language.direction() == Direction::RightToLeft;
        xml.start("w:r");
        if look.emphasis || look.style.is_some() || is_rtl {
            xml.start("w:rPr");
            if let Some(style) = look.style {
                xml.start("w:rStyle").attr("w:val", style).end();
            }
            if look.emphasis {
                xml.start("w:i").end().start("w:iCs").end();
            }
            if is_rtl {
                xml.start("w:rtl").end();
            }
            xml.end();
        }
        let name = if is_dropped { "w:delText" } else { "w:t" };
        let mut words = String::new();
        for character in text.chars() {
            let element = match character {
                '\t' => "w:tab",
                '\n' => "w:br",
                other => {
                    words.push(other);
                    continue;
                }
            };
            write_words(xml, name, &mut words);
            xml.start(element).end();
        }
        write_words(xml, name, &mut words);
        xml.end();
    }
}

fn write_words(xml: &mut Xml, name: &'static str, words: &mut String) {
    if !words.is_empty() {
        xml.start(name)
            .attr("xml:space", "preserve")
            .text(words)
            .end();
        words.clear();
    }
}
