//! Proposes rules from the words of final clauses (`docs/clause-proposals.md`).
//!
//! A proposal is a reading for a person to confirm; nothing is adopted here. The whole text must be
//! consumed by the grammar of its language: what is not a pattern is not understood, and then
//! nothing at all is proposed. A false acceptance is worse than a refusal. This module knows no
//! register: the names of participants and of other treaties are brought by the caller.

mod article;
mod cursor;
mod english;
mod fold;
mod list;
mod named;
mod names;
mod number;
mod reading;
#[cfg(test)]
mod testing;
mod token;
mod turkish;

use alloc::vec::Vec;
use core::fmt;

use self::cursor::Cursor;
pub use self::names::Names;
use crate::clause::rule::{Rule, Span};

/// The longest text that is read, in bytes.
pub const LONGEST_TEXT: usize = 20_000;

/// The languages whose final clauses are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Turkish.
    Turkish,
}

/// The rules that a text was read as, for a person to confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The rules: what they use is declared before them.
    pub rules: Vec<Proposed>,
    /// What the person should weigh before confirming.
    pub remarks: Vec<Remark>,
}

/// A proposed rule with the words it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The rule.
    pub rule: Rule,
    /// The words it rests on, by what they say, in the order of the text.
    pub spans: Vec<(Span, Role)>,
}

/// What some words of a clause say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// How many instruments, States or parties are needed.
    Threshold,
    /// What is counted.
    Noun,
    /// Which acts express consent.
    Kinds,
    /// How long a period lasts, or which day or month is meant.
    Period,
    /// From where a period runs.
    Anchor,
    /// A set of participants.
    Set,
    /// A share of a total.
    Share,
    /// The total of which a share is taken.
    Table,
    /// A day of the calendar.
    Date,
    /// Another treaty.
    Treaty,
    /// Whom a clause governs.
    Scope,
    /// Which reservations are meant, or that none is.
    Reservations,
    /// That leaving is allowed, or that it is not.
    Withdrawal,
    /// Articles of the text.
    Articles,
}

impl Role {
    /// Every role, in the order in which they are declared.
    pub const ALL: [Self; 14] = [
        Self::Threshold,
        Self::Noun,
        Self::Kinds,
        Self::Period,
        Self::Anchor,
        Self::Set,
        Self::Share,
        Self::Table,
        Self::Date,
        Self::Treaty,
        Self::Scope,
        Self::Reservations,
        Self::Withdrawal,
        Self::Articles,
    ];
}

/// Something that the words leave open, or that the rule cannot show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// What.
    pub kind: RemarkKind,
    /// The words that give rise to it.
    pub span: Span,
}

/// The kinds of remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// The words do not say whether the period ends on its last day or on the next (W01, DATE-3).
    PeriodExpiry,
    /// Organizations may join, and how they are counted is not said here (W03, S-4).
    Organizations,
    /// The number needed is that of all signatories (W06).
    AllSignatories,
    /// A group or a table that the words name but do not list (W14).
    Unknown,
    /// The clause names no accession, so an accession is not counted.
    NarrowKinds,
    /// The number must be that of the clause on general entry into force, which is not here.
    RepeatedNumber,
    /// The clause does not say before which time no notice may be given; another one may (END-5).
    NoBarHere,
}

impl RemarkKind {
    /// Every kind, in the order in which they are declared.
    pub const ALL: [Self; 7] = [
        Self::PeriodExpiry,
        Self::Organizations,
        Self::AllSignatories,
        Self::Unknown,
        Self::NarrowKinds,
        Self::RepeatedNumber,
        Self::NoBarHere,
    ];

    /// Returns the code of the diagnostic to which the remark corresponds, if one does.
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::PeriodExpiry => Some("W01"),
            Self::Organizations => Some("W03"),
            Self::AllSignatories => Some("W06"),
            Self::Unknown => Some("W14"),
            Self::NarrowKinds | Self::RepeatedNumber | Self::NoBarHere => None,
        }
    }
}

/// Why nothing is proposed, and which part of the text was followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Why.
    pub reason: Reason,
    /// What was followed before the reading broke off.
    pub understood: Vec<Span>,
    /// What was not.
    pub not_understood: Vec<Span>,
}

/// Why nothing is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There are no words.
    Empty,
    /// The text is longer than [`LONGEST_TEXT`].
    TooLong,
    /// Some words belong to no pattern.
    Words,
    /// A number in words differs from its figure (W05).
    FigureDiffers(Span),
    /// The sentences contradict one another, or say the same thing twice.
    Contradiction,
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.reason {
            Reason::Empty => "there are no words to read",
            Reason::TooLong => "the text is longer than a final clause",
            Reason::Words => "some words belong to no pattern, so nothing is proposed",
            Reason::FigureDiffers(_) => "a number in words differs from its figure (W05)",
            Reason::Contradiction => "the sentences do not agree with one another",
        })
    }
}

impl core::error::Error for NotUnderstood {}

/// Returns the rules that the sentence says, or what in it was not understood.
///
/// The sentence may be followed by others of the same article, as long as each is understood and
/// all agree.
pub fn propose(sentence: &str, language: Language) -> Result<Proposal, NotUnderstood> {
    propose_with(sentence, language, &Names::default())
}

/// Returns the rules that the sentence says, where it may use these names.
pub fn propose_with(
    sentence: &str,
    language: Language,
    names: &Names,
) -> Result<Proposal, NotUnderstood> {
    let whole = token::span(0, sentence.len());
    let refused = |reason| NotUnderstood {
        reason,
        understood: Vec::new(),
        not_understood: alloc::vec![whole],
    };
    if sentence.len() > LONGEST_TEXT {
        return Err(refused(Reason::TooLong));
    }
    let tokens = token::tokens(sentence, language);
    if tokens.is_empty() {
        return Err(refused(Reason::Empty));
    }
    let names = names::Folded::new(names, language);
    let mut cursor = Cursor::new(sentence, language, &tokens, &names);
    let mut clauses = Vec::new();
    while !cursor.at_end() {
        number::of_paragraph(&mut cursor);
        let clause = match language {
            Language::English => english::clause(&mut cursor),
            Language::Turkish => turkish::clause(&mut cursor),
        };
        match clause {
            Some(clause) if cursor.contradiction().is_none() => clauses.push(clause),
            _ => return Err(cursor.not_understood()),
        }
    }
    reading::proposal(clauses, cursor.into_remarks()).ok_or_else(|| refused(Reason::Contradiction))
}
