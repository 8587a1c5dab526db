//! Provisions without the head of a file, as a proposal words them. Ids are not asked for and references
//! not followed: the text into which a piece is taken knows them.

use crate::amendment::Operation;
use crate::body::Body;
use crate::expression::Expression;
use crate::language::Language;
use crate::markup::fault::{Fault, Faults};
use crate::markup::rank::Rank;
use crate::markup::scan::{Shape, classify};
use crate::markup::{characters, inline};
use crate::number::Label;
use crate::provision::{Kind, Provision, ProvisionId};
use alloc::vec::Vec;
use core::ops::Range;

/// The most spaces of one level of indentation.
const LEVEL: usize = 2;

/// One provision in the words of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is; words without a mark are none of these, and what they are depends on where they
    /// are taken in.
    pub kind: Option<Kind>,
    /// Its label.
    pub label: Option<Label>,
    /// Its words.
    pub body: Body,
    level: u32,
}

/// Returns the provisions that these lines are, in the language of their keywords.
///
/// # Errors
/// Everything that is wrong with the words.
pub fn pieces(text: &str, language: &Language) -> Result<Vec<Piece>, Vec<Fault>> {
    let mut faults = Faults::new(false);
    let (source, readable) = characters::text(text.as_bytes(), &mut faults);
    let mut found = Vec::new();
    if readable {
        for block in blocks(source, language) {
            let body = inline::read(source, block.words, None, &mut faults).body;
            found.push(Piece {
                kind: block.kind,
                label: block.label,
                body,
                level: block.level,
            });
        }
    }
    if faults.has_errors() {
        return Err(faults.finish(source).0);
    }
    Ok(found)
}

struct Block {
    kind: Option<Kind>,
    label: Option<Label>,
    level: u32,
    words: Range<usize>,
}

/// Cuts lines into blocks: a line that begins like a provision begins one, and so does what follows an
/// empty line.
fn blocks(source: &str, language: &Language) -> Vec<Block> {
    let (mut found, mut start, mut goes_on) = (Vec::<Block>::new(), 0, false);
    for line in source.split_inclusive('\n') {
        let text = line.trim_end_matches(['\n', '\r']);
        let (indent, shape) = classify(text, language);
        let end = start + text.len();
        let (kind, label, body) = match shape {
            Shape::Empty => {
                goes_on = false;
                start += line.len();
                continue;
            }
            Shape::Division { kind, label, body } => (Some(kind), label, body),
            Shape::Article { label, body } => (Some(Kind::Article), Some(label), body),
            Shape::Labelled { kind, label, body } => (Some(kind), Some(label), body),
            Shape::Closing { body } => (Some(Kind::Closing), None, body),
            // Titles, notes, rules and alternatives are no part of a proposal: they stand as words.
            _ => (None, None, indent),
        };
        match found.last_mut().filter(|_| goes_on && kind.is_none()) {
            Some(block) => block.words.end = end,
            None => found.push(Block {
                kind,
                label,
                level: u32::try_from(indent / LEVEL).unwrap_or(u32::MAX),
                words: start + body..end,
            }),
        }
        goes_on = true;
        start += line.len();
    }
    found
}

impl Piece {
    /// Returns the insertion of this piece after a provision of a text and all that belongs to it: below
    /// the nearest provision that stands higher.
    pub fn inserted(self, text: &Expression, after: ProvisionId, id: ProvisionId) -> Operation {
        let kind = self.kind.unwrap_or_else(|| plain_kind(text, after));
        let (after, parent) = place_of(text, after, kind, self.label.as_ref(), self.level);
        Operation::InsertAfter {
            after: Some(after),
            id,
            kind,
            label: self.label,
            parent,
            words: self.body.base(),
        }
    }
}

/// Returns where a provision stands that is to come after another one: after which it then comes, and of
/// which it is a part.
fn place_of(
    text: &Expression,
    after: ProvisionId,
    kind: Kind,
    label: Option<&Label>,
    level: u32,
) -> (ProvisionId, Option<ProvisionId>) {
    let rank = Rank::of(kind, label, level);
    let (mut before, mut at) = (after, text.provision(after));
    while let Some(own) = at {
        let depth = ancestors(text, own).filter(|above| above.kind == Kind::Item);
        let depth = u32::try_from(depth.count()).unwrap_or(u32::MAX);
        let is_higher = Rank::of(own.kind, own.label.as_ref(), depth) < rank;
        if is_higher && own.kind != Kind::Title {
            return (before, Some(own.id));
        }
        before = own.id;
        at = own.parent.and_then(|parent| text.provision(parent));
    }
    (before, None)
}

/// What words without a mark are there: a recital in the preamble, otherwise a paragraph.
fn plain_kind(text: &Expression, at: ProvisionId) -> Kind {
    let is_preamble = |own: &Provision| own.kind == Kind::Preamble;
    let own = text.provision(at);
    let above = own.into_iter().flat_map(|own| ancestors(text, own));
    if own.into_iter().chain(above).any(is_preamble) {
        Kind::Recital
    } else {
        Kind::Paragraph
    }
}

fn ancestors<'e>(
    text: &'e Expression,
    own: &Provision,
) -> impl Iterator<Item = &'e Provision> + use<'e> {
    let above = |own: &Provision| own.parent.and_then(|parent| text.provision(parent));
    core::iter::successors(above(own), move |own| above(own))
}

impl Operation {
    /// Returns the move of a provision of a text after another one and all that belongs to it: below the
    /// nearest provision that stands higher. None if the text has no such provision.
    pub fn moved(text: &Expression, id: ProvisionId, after: ProvisionId) -> Option<Self> {
        let own = text.provision(id)?;
        let depth = ancestors(text, own).filter(|above| above.kind == Kind::Item);
        let level = u32::try_from(depth.count()).unwrap_or(u32::MAX);
        let (after, parent) = place_of(text, after, own.kind, own.label.as_ref(), level);
        Some(Self::Move {
            id,
            after: Some(after),
            parent,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amendment::apply;
    use crate::markup::{Options, parse, print, print_body};
    use crate::provision::IdsOfDigest;
    use alloc::string::String;
    use sponsio_record::Digest;

    const TEXT: &str = "# T {#aaaaaa}\nlanguage: en\n\n## Preamble {#aaaaab}\n\nThe Parties, {#aaaaac}\n\n\
        Article 1. Notice {#k7m2qx}\n\n1. First. {#k7m2qy}\n\n(a) an item; {#k7m2qz}\n\n2. Second. {#k7m2r0}\n\n\
        Article 2. End {#k7m2r1}\n";

    fn text() -> Expression {
        let mut ids = IdsOfDigest::new(Digest::of(b""));
        let parsed = parse(TEXT.as_bytes(), &Options::default(), &mut ids);
        parsed.expression.expect("it is a text")
    }

    fn inserted(words: &str, after: &str) -> String {
        let text = text();
        let mut after = after.parse().expect("an id");
        let mut number = 900;
        let mut operations = Vec::new();
        for piece in pieces(words, &text.language).expect("they are words") {
            let id = ProvisionId::from_number(number);
            let now = apply(&text, &operations).expect("they can be carried out");
            operations.push(piece.inserted(&now, after, id));
            (after, number) = (id, number + 1);
        }
        let after = apply(&text, &operations).expect("they can be carried out");
        let printed = print(&after);
        let (_, rest) = printed.split_once("\n\n").expect("a head");
        rest.into()
    }

    #[test]
    fn a_paragraph_stands_beside_the_one_before() {
        let printed = inserted("1 bis. Words of {@k7m2r0}.\n", "k7m2qz");
        assert!(
            printed.contains("1. First. {#k7m2qy}\n\n(a) an item; {#k7m2qz}\n\n1 bis. Words of {@k7m2r0}. {#0000w4}\n\n2."),
            "{printed}"
        );
    }

    #[test]
    fn an_article_comes_after_the_whole_article_with_its_paragraphs() {
        let printed = inserted(
            "Article 1 bis. New\n\n1. One,\nwhich goes on.\n\n2. Two.\n",
            "k7m2qy",
        );
        assert!(
            printed.contains(
                "2. Second. {#k7m2r0}\n\nArticle 1 bis. New {#0000w4}\n\n1. One, which goes on. {#0000w5}\n\n\
                 2. Two. {#0000w6}\n\nArticle 2. End"
            ),
            "{printed}"
        );
    }

    #[test]
    fn words_in_the_preamble_are_a_recital() {
        let text = text();
        let piece = pieces("*Mindful* of it,", &text.language).expect("they are words");
        let after = "aaaaac".parse().expect("an id");
        let id = ProvisionId::from_number(900);
        let operation = piece[0].clone().inserted(&text, after, id);
        assert!(
            matches!(
                operation,
                Operation::InsertAfter {
                    kind: Kind::Recital,
                    ..
                }
            ),
            "{operation:?}"
        );
    }

    #[test]
    fn a_fault_has_its_place() {
        let faults = pieces("Each Party [shall.", &Language::english()).expect_err("it is open");
        assert_eq!((faults[0].line, faults[0].column), (1, 12));
        let piece = pieces("Each *Party* shall.", &Language::english()).expect("they are words");
        assert_eq!(print_body(&piece[0].body), "Each *Party* shall.");
    }
}
