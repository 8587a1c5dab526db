//! Proposals as documents: one as an `amendment`, those of a round as an `amendmentList`.
//!
//! Akoma Ntoso knows substitution, insertion, repeal, split, join and renumbering; a move is a repeal with
//! an insertion. What its vocabulary leaves open (after which provision, at which word) stands in
//! attributes of our own namespace, so that the operations come back exactly.

use super::Remainder;
use crate::amendment::Operation;
use crate::body::Body;
use crate::expression::Expression;
use crate::language::Language;
use crate::provision::{Provision, ProvisionId};
use crate::stand::{settled, trimmed};
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::{Instant, ParticipantId};

/// A proposal that was tabled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its mark, as part of its address: `p7`.
    pub mark: String,
    /// Who stands behind it, who tabled it first.
    pub delegations: Vec<ParticipantId>,
    /// When it was tabled (UTC).
    pub at: Instant,
    /// What it changes. The words of a provision begin without a space.
    pub operations: Vec<Operation>,
    /// Why; may be empty.
    pub reason: String,
}

/// The words around what is proposed, in the language of who reads them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrases<'a> {
    /// "Tabled by".
    pub tabled_by: &'a str,
    /// "Replace by".
    pub replace: &'a str,
    /// "Insert after it".
    pub insert: &'a str,
    /// "Insert at the beginning".
    pub insert_first: &'a str,
    /// "Delete".
    pub delete: &'a str,
    /// "Move to after".
    pub moved: &'a str,
    /// "Move to the beginning".
    pub moved_first: &'a str,
    /// "Divide into".
    pub split: &'a str,
    /// "Join with".
    pub join: &'a str,
    /// "Renumber".
    pub renumber: &'a str,
}

impl Default for Phrases<'_> {
    fn default() -> Self {
        Self {
            tabled_by: "Tabled by",
            replace: "Replace by",
            insert: "Insert after it",
            insert_first: "Insert at the beginning",
            delete: "Delete",
            moved: "Move to after",
            moved_first: "Move to the beginning",
            split: "Divide into",
            join: "Join with",
            renumber: "Renumber",
        }
    }
}

/// Proposals that were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedProposals {
    /// The round to which a list belongs; none of a single proposal.
    pub round: Option<String>,
    /// The language of their words.
    pub language: Language,
    /// The proposals, in the order of the document.
    pub proposals: Vec<Proposal>,
    /// What is not carried over, in the order of the document.
    pub remainders: Vec<Remainder>,
}

/// Returns the provisions as they are to read by an operation; none where it has no words.
pub(super) fn results(base: &Expression, operation: &Operation) -> Vec<Provision> {
    let own = |id: &ProvisionId| base.provision(*id).map(settled);
    let with = |own: Provision, words| Provision {
        body: Body::of(words),
        ..bare(own)
    };
    match operation {
        Operation::Replace { id, words } => {
            let unknown = || Provision::new(*id, crate::Kind::Paragraph, None, Body::default());
            let own = own(id).unwrap_or_else(unknown);
            alloc::vec![with(own, words.clone())]
        }
        Operation::InsertAfter {
            id,
            kind,
            label,
            words,
            ..
        } => {
            let body = Body::of(words.clone());
            alloc::vec![Provision::new(*id, *kind, label.clone(), body)]
        }
        Operation::Split { id, at, new, label } => {
            let Some(own) = own(id).filter(|own| own.body.base().len() > *at) else {
                return Vec::new();
            };
            let mut words = own.body.base();
            let rest = trimmed(words.split_off(*at));
            let second = Provision {
                id: *new,
                label: label.clone(),
                ..own.clone()
            };
            alloc::vec![with(own, words), with(second, rest)]
        }
        Operation::Join { id, with: second } => {
            let (Some(own), Some(second)) = (own(id), own(second)) else {
                return Vec::new();
            };
            let mut words = own.body.base();
            let mut added = second.body.base();
            if let Some(first) = added.first_mut() {
                first.space_before = !words.is_empty();
            }
            words.append(&mut added);
            alloc::vec![with(own, words)]
        }
        Operation::Delete { .. } | Operation::Move { .. } | Operation::Renumber { .. } => {
            Vec::new()
        }
    }
}

/// A provision without what stands beside its words: a proposal does not touch that.
fn bare(own: Provision) -> Provision {
    Provision::new(own.id, own.kind, own.label, Body::default())
}

/// What an operation is called in our attributes.
pub(super) fn verb(operation: &Operation) -> &'static str {
    match operation {
        Operation::Replace { .. } => "replace",
        Operation::InsertAfter { .. } => "insert-after",
        Operation::Delete { .. } => "delete",
        Operation::Move { .. } => "move",
        Operation::Split { .. } => "split",
        Operation::Join { .. } => "join",
        Operation::Renumber { .. } => "renumber",
    }
}
