//! Structured multilingual texts and their negotiation.
//!
//! A text is a tree of provisions in one language ([`Expression`]); an instrument has one for each of
//! its languages, joined by the permanent ids of the provisions. Where delegations differ, a body
//! holds contested places ([`Site`]) with the readings of each.
//!
//! This crate knows no law: it cannot tell a ratification from a reservation. It has no clock, no
//! chance and no files; new ids come from a source that the caller gives.
#![no_std]

extern crate alloc;

mod body;
mod expression;
mod language;
mod number;
mod provision;
mod token;

pub use body::{Body, Part, Passage, Position, Reading, Segment, Site, Stance};
pub use expression::{Expression, Header};
pub use language::{Direction, Language, LanguageError};
pub use number::{Label, LabelForm};
pub use provision::{
    Alternative, IdError, IdSource, Kind, Note, Provision, ProvisionId, RuleBlock, RuleLine,
};
pub use token::{Footnote, Marks, Target, TermMark, Token, TokenKind, tokenize};
