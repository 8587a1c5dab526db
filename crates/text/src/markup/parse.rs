//! The strict reader: from the bytes of a file to the text of an instrument in one language, or to
//! everything that is wrong with it.

pub(super) mod check;
pub(super) mod head;
pub(super) mod tree;

use crate::expression::Expression;
use crate::keyword;
use crate::language::Language;
use crate::markup::characters;
use crate::markup::fault::{Code, Detail, Fault, Faults};
use crate::markup::inline;
use crate::markup::meant::meant;
use crate::markup::scan::{Shape, classify};
use crate::number;
use crate::provision::{IdSource, Kind, Note, ProvisionId, RuleLine};
use alloc::borrow::ToOwned as _;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::ops::Range;
use sponsio_record::ParticipantId;
use tree::Tree;

/// What a reader knows besides the file.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The language that the name of the file says.
    pub language: Option<Language>,
    /// The delegations of the conference, if there is a list.
    pub delegations: Option<BTreeSet<ParticipantId>>,
    /// The ids of deleted provisions, which are never used again.
    pub deleted: BTreeSet<ProvisionId>,
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The text; the strict reader gives none if there is an error.
    pub expression: Option<Expression>,
    /// What was found, in the order of the file; at most [`MOST_FAULTS`](super::MOST_FAULTS).
    pub faults: Vec<Fault>,
    /// How many faults were found besides.
    pub left_out: usize,
    /// The line on which each provision begins.
    pub lines: BTreeMap<ProvisionId, u32>,
    /// The ids that the file does not have and that were given here.
    pub assigned: BTreeSet<ProvisionId>,
}

/// Reads a file strictly.
pub fn parse(bytes: &[u8], options: &Options, ids: &mut dyn IdSource) -> Parsed {
    let mut faults = Faults::new(false);
    let (source, readable) = characters::text(bytes, &mut faults);
    let mut outcome = Outcome::default();
    let mut expression = None;
    if readable {
        let read = Reader::new(source, options, &mut faults).read(ids);
        expression = read.0;
        outcome = read.1;
    }
    let complete = !faults.has_errors();
    let (faults, left_out) = faults.finish(source);
    Parsed {
        expression: expression.filter(|_| complete),
        faults,
        left_out,
        lines: outcome.lines,
        assigned: outcome.assigned,
    }
}

/// What is known of the provisions besides themselves.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) lines: BTreeMap<ProvisionId, u32>,
    pub(super) assigned: BTreeSet<ProvisionId>,
    /// The id of each provision, in the order of the file, those within alternatives included.
    pub(super) given: Vec<ProvisionId>,
}

/// A line with its number, and where it begins.
#[derive(Clone, Copy)]
pub(super) struct Line<'s> {
    pub(super) number: u32,
    pub(super) start: usize,
    pub(super) text: &'s str,
}

/// A provision whose lines are being gathered.
struct Block {
    shape: Shape,
    indent: usize,
    line: u32,
    start: usize,
    body: Range<usize>,
}

struct Reader<'r> {
    source: &'r str,
    options: &'r Options,
    language: Language,
    faults: &'r mut Faults,
    tree: Tree,
    block: Option<Block>,
}

impl<'r> Reader<'r> {
    fn new(source: &'r str, options: &'r Options, faults: &'r mut Faults) -> Self {
        Self {
            source,
            options,
            language: options.language.clone().unwrap_or_else(Language::english),
            faults,
            tree: Tree::default(),
            block: None,
        }
    }

    fn read(mut self, ids: &mut dyn IdSource) -> (Option<Expression>, Outcome) {
        let source = self.source;
        let mut lines = lines(source).peekable();
        let headers = self.head(&mut lines);
        for line in lines {
            self.line(line);
        }
        self.finish_block();
        check::labels(&self.tree, &self.language, self.faults);
        let targets = check::ids(&self.tree, &self.options.deleted, self.faults);
        check::targets(&self.tree, &targets, &self.options.deleted, self.faults);
        check::terms(&self.tree, self.faults);
        let (provisions, outcome) = self.tree.finish(ids, &self.options.deleted, self.faults);
        let expression = Expression {
            language: self.language,
            headers,
            provisions,
        };
        (Some(expression), outcome)
    }

    fn line(&mut self, line: Line<'_>) {
        let (indent, shape) = classify(line.text, &self.language);
        let end = line.start + line.text.len();
        let start = line.start + indent;
        match shape {
            Shape::Empty => self.finish_block(),
            Shape::Plain { .. } => self.plain(line, start..end),
            Shape::Title { .. } => {
                self.finish_block();
                self.faults
                    .note(Code::T101, start..end, Detail::SecondTitle);
            }
            Shape::Rule { text } => {
                self.finish_block();
                let text = line.text[text..].trim_end().to_owned();
                let number = line.number;
                self.tree.rule(RuleLine { text, line: number }, start..end);
            }
            Shape::Bound(bound) => {
                self.finish_block();
                self.tree.bind(bound, start..end);
            }
            Shape::Note { text } => {
                self.finish_block();
                let text = line.text[text..].trim().to_owned();
                self.tree.note(Note { text });
            }
            Shape::AlternativesEnd => {
                self.finish_block();
                self.tree.end_alternatives();
            }
            shape => {
                self.finish_block();
                let body = line.start + place_of(&shape)..end;
                let is_unnumbered = matches!(&shape, Shape::Division { label: None, .. });
                if is_unnumbered {
                    self.near_heading(body.clone());
                }
                self.block = Some(Block {
                    shape,
                    indent,
                    line: line.number,
                    start,
                    body,
                });
            }
        }
    }

    /// Words without a mark: a provision of their own, or more of the one above.
    fn plain(&mut self, line: Line<'_>, body: Range<usize>) {
        self.near_heading(body.clone());
        let continued = self.block.as_mut().filter(|block| {
            // A heading is one line.
            !matches!(block.shape, Shape::Division { .. } | Shape::Article { .. })
        });
        if let Some(block) = continued {
            block.body.end = body.end;
            return;
        }
        self.finish_block();
        self.block = Some(Block {
            shape: Shape::Plain { body: 0 },
            indent: 0,
            line: line.number,
            start: body.start,
            body,
        });
    }

    /// Notes words that begin like a heading: a keyword, perhaps misspelt, and a number.
    fn near_heading(&mut self, words: Range<usize>) {
        let text = &self.source[words.clone()];
        let end = text
            .find(|letter: char| !letter.is_alphabetic())
            .unwrap_or(text.len());
        let Some(rest) = text[end..].strip_prefix(' ') else {
            return;
        };
        let Some(length) = number::heading_number(rest) else {
            return;
        };
        let word = &text[..end];
        let known = || keyword::spellings(&self.language).map(|(_, spelling)| spelling);
        let heading = &text[..end + 1 + length];
        let is_keyword = known().any(|spelling| spelling == word);
        let after = rest[length..].trim_start_matches('.');
        let is_alone = after.len() < rest.len() - length || after.trim().is_empty();
        let spelt = if is_keyword {
            Some(word)
        } else {
            meant(word, known()).filter(|_| is_alone)
        };
        if let Some(spelt) = spelt {
            let meant = alloc::format!("{spelt} {}.", &rest[..length]);
            let span = words.start..words.start + heading.len();
            self.faults
                .note_meant(Code::T120, span, Detail::NotAHeading, Some(meant));
        }
    }

    fn finish_block(&mut self) {
        let Some(block) = self.block.take() else {
            return;
        };
        let known = self.options.delegations.as_ref();
        let span = block.start..block.body.end;
        if let Shape::Alternative { letter, who, .. } = block.shape {
            self.alternative(&block, letter, who);
            return;
        }
        let inline = inline::read(self.source, block.body.clone(), known, self.faults);
        let (kind, label) = match block.shape {
            Shape::Title { .. } => (Kind::Title, None),
            Shape::Division { kind, label, .. } => (kind, label),
            Shape::Article { label, .. } => (Kind::Article, Some(label)),
            Shape::Labelled { kind, label, .. } => (kind, Some(label)),
            Shape::Closing { .. } => (Kind::Closing, None),
            _ => (self.tree.plain_kind(), None),
        };
        let begun = tree::Begun {
            kind,
            label,
            line: block.line,
            span,
            indent: block.indent,
        };
        self.tree.add(begun, inline, self.faults);
    }
}

/// The place of the words in a line.
fn place_of(shape: &Shape) -> usize {
    match shape {
        Shape::Title { body }
        | Shape::Division { body, .. }
        | Shape::Article { body, .. }
        | Shape::Labelled { body, .. }
        | Shape::Closing { body }
        | Shape::Alternative { body, .. }
        | Shape::Rule { text: body }
        | Shape::Note { text: body }
        | Shape::Plain { body } => *body,
        Shape::Empty | Shape::Bound(_) | Shape::AlternativesEnd => 0,
    }
}

pub(super) fn lines(source: &str) -> impl Iterator<Item = Line<'_>> {
    let bare = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut start = source.len() - bare.len();
    let mut number = 0;
    bare.split_inclusive('\n').map(move |text| {
        let line = Line {
            number: number + 1,
            start,
            text: text.trim_end_matches(['\n', '\r']),
        };
        number += 1;
        start += text.len();
        line
    })
}

impl Reader<'_> {
    fn alternative(&mut self, block: &Block, letter: char, who: Option<(usize, usize)>) {
        let known = self.options.delegations.as_ref();
        let line_start = block.start - block.indent;
        let span = block.start..block.body.end;
        let mut stances = Vec::new();
        if let Some((start, end)) = who {
            let place = line_start + start..line_start + end;
            match crate::markup::who::who(self.source, place.clone(), known) {
                // The base is the provision above.
                Some(who) if who.is_base => {
                    self.faults.note(Code::T204, place, Detail::SecondBase);
                }
                Some(who) => stances = who.stances,
                None => self.faults.note(Code::T203, place, Detail::NoDelegations),
            }
        }
        let words = self.source[block.body.clone()].trim();
        let inline = if words == "-" {
            None
        } else {
            Some(inline::read(
                self.source,
                block.body.clone(),
                known,
                self.faults,
            ))
        };
        if let Some((_, place)) = inline.as_ref().and_then(|inline| inline.id.clone()) {
            self.faults.note(Code::T301, place, Detail::MisplacedId);
        }
        if !self.tree.alternative(letter, stances, inline) {
            let detail = Detail::AlternativeWithoutProvision;
            self.faults.note(Code::T112, span, detail);
        }
    }
}
