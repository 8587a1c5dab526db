//! The words of a provision in one language, with its contested places.

use crate::token::{Token, TokenKind};
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// What a delegation says of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// It proposes the reading.
    Propose,
    /// It supports the reading.
    Support,
    /// It can accept the reading.
    CanAccept,
    /// It reserves its say.
    Reserve,
    /// It says no to the reading.
    Oppose,
}

/// A delegation and its position; `None` stands for delegations that are not known or not shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stance {
    /// The delegation.
    pub delegation: Option<ParticipantId>,
    /// What it says.
    pub position: Position,
}

/// One reading of a contested place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Whether it is that of the base.
    pub is_base: bool,
    /// Who stands where on it, in the order of the listing.
    pub stances: Vec<Stance>,
    /// Its words, with further contested places at most one deep; empty is *no text*.
    pub segments: Vec<Segment>,
}

/// A stretch of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Words.
    Words(Passage),
    /// A contested place within the reading.
    Site(Site),
}

/// Words in a row.
pub type Passage = Vec<Token>;

/// A contested place. It never crosses a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Whether a space stands before it. Without one its readings attach to the word before.
    pub space_before: bool,
    /// Its readings, the base reading first.
    pub readings: Vec<Reading>,
}

/// A stretch of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words that nobody contests.
    Words(Passage),
    /// A contested place.
    Site(Site),
}

/// The words of a provision in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// Its stretches, in order; no two stretches of words stand side by side.
    pub parts: Vec<Part>,
}

impl Body {
    /// Returns a body of uncontested words.
    pub fn of(tokens: Passage) -> Self {
        let parts = if tokens.is_empty() {
            Vec::new()
        } else {
            alloc::vec![Part::Words(tokens)]
        };
        Self { parts }
    }

    /// Whether a place in it is contested.
    pub fn is_contested(&self) -> bool {
        let is_site = |part: &Part| matches!(part, Part::Site(_));
        self.parts.iter().any(is_site)
    }

    /// Visits every token in the order of reading: of each contested place every reading, and of a
    /// footnote the anchor and then its words.
    pub fn each_token<'b>(&'b self, visit: &mut impl FnMut(&'b Token)) {
        for part in &self.parts {
            match part {
                Part::Words(tokens) => each_of(tokens, visit),
                Part::Site(site) => site.each_token(visit),
            }
        }
    }

    /// Returns the words of the base: those that nobody contests, and at each contested place the
    /// base reading.
    pub fn base(&self) -> Passage {
        let mut words = Passage::new();
        for part in &self.parts {
            match part {
                Part::Words(tokens) => words.extend_from_slice(tokens),
                Part::Site(site) => site.base_into(&mut words),
            }
        }
        words
    }
}

fn each_of<'b>(tokens: &'b [Token], visit: &mut impl FnMut(&'b Token)) {
    for token in tokens {
        visit(token);
        if let TokenKind::Footnote(footnote) = &token.kind {
            each_of(&footnote.tokens, visit);
        }
    }
}

impl Site {
    /// Visits every token of every reading, in their order.
    fn each_token<'b>(&'b self, visit: &mut impl FnMut(&'b Token)) {
        for segment in self.readings.iter().flat_map(|reading| &reading.segments) {
            match segment {
                Segment::Words(tokens) => each_of(tokens, visit),
                Segment::Site(site) => site.each_token(visit),
            }
        }
    }

    fn base_into(&self, words: &mut Passage) {
        for reading in self.readings.iter().filter(|reading| reading.is_base) {
            for segment in &reading.segments {
                match segment {
                    Segment::Words(tokens) => words.extend_from_slice(tokens),
                    // The base reading of an outer place holds no further place; what a lenient reader
                    // kept there counts with its first reading.
                    Segment::Site(site) => site.first_into(words),
                }
            }
        }
    }

    fn first_into(&self, words: &mut Passage) {
        for segment in self
            .readings
            .iter()
            .take(1)
            .flat_map(|first| &first.segments)
        {
            match segment {
                Segment::Words(tokens) => words.extend_from_slice(tokens),
                Segment::Site(site) => site.first_into(words),
            }
        }
    }
}
