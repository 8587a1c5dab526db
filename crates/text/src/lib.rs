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

mod align;
mod amendment;
mod body;
pub mod brackets;
mod compare;
mod concession;
mod concordance;
mod cut;
mod edition;
mod exact;
mod expression;
mod figures;
mod fold;
mod keyword;
mod language;
mod lexicon;
pub mod markup;
mod matching;
mod merge;
mod number;
mod order;
mod pairing;
mod position;
mod provision;
mod rebase;
mod reference;
pub mod report;
mod rolling;
mod scrub;
mod slide;
mod stand;
mod token;
pub mod view;
mod voice;
mod whatif;

pub use amendment::{Operation, Reason, Refused, apply, operations, stand as stand_of};
pub use body::{Body, Part, Passage, Position, Reading, Segment, Site, Stance};
pub use compare::{Beside, Difference, Differs, Stretch, compare, compare_many, compare_words};
pub use concession::{Besides, Choice, Chosen, Concession, Concessions};
pub use concordance::{Finding, concordance};
pub use edition::{Edition, EditionError, content_digest, join_ids};
pub use expression::{Expression, Header};
pub use figures::{Convergence, Figures, Share, convergence};
pub use keyword::{Keyword, keyword};
pub use language::{Direction, Language, LanguageError};
pub use matching::{Matched, is_foreign, matched};
pub use number::{LATIN, Label, LabelForm, Number, Numerals};
pub use pairing::{pair, pair_all};
pub use position::Stated;
pub use provision::{
    Alternative, IdError, IdSource, IdsOfDigest, Kind, Note, Provision, ProvisionId, RuleBlock,
    RuleLine, draw_unused,
};
pub use rebase::{Conflict, Outcome, Rebased, rebase};
pub use reference::reference;
pub use rolling::{Options, Place, Rolling, rolling};
pub use scrub::{Renumbered, Scrub, scrub};
pub use stand::{
    Change, Content, Insertion, Placement, Restructured, Stand, StandFault, StandReason, Tabled,
    settled,
};
pub use token::{Footnote, Marks, Target, TermMark, Token, TokenKind, tokenize};
pub use voice::{CHAIR, Override, Voice, is_chair};
pub use whatif::{Scope, Supposed, Supposition};
