//! The algebra of changes. A change of words is the replacement of a provision's content; what cannot be
//! said that way is one of six operations on the structure. (Akoma Ntoso: `substitution`, `insertion`,
//! `repeal`, `split`, `join`, `renumbering`.)

mod difference;

pub use difference::operations;

use crate::body::{Body, Passage};
use crate::expression::Expression;
use crate::number::Label;
use crate::provision::{Kind, Provision, ProvisionId};
use crate::stand::{Change, Restructured, Stand, settled, trimmed};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::fmt;
use sponsio_record::{ActId, Instant, ParticipantId};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// Other words for a provision.
    Replace {
        /// The provision.
        id: ProvisionId,
        /// The words.
        words: Passage,
    },
    /// A new provision after another and all that belongs to it; after none at the beginning.
    InsertAfter {
        /// The provision before; none is the beginning.
        after: Option<ProvisionId>,
        /// The id of the new provision.
        id: ProvisionId,
        /// What it is.
        kind: Kind,
        /// Its label.
        label: Option<Label>,
        /// Of which provision it is a part.
        parent: Option<ProvisionId>,
        /// Its words.
        words: Passage,
    },
    /// A provision goes, with all that belongs to it.
    Delete {
        /// The provision.
        id: ProvisionId,
    },
    /// A provision goes elsewhere, with all that belongs to it.
    Move {
        /// The provision.
        id: ProvisionId,
        /// The provision before; none is the beginning.
        after: Option<ProvisionId>,
        /// Of which provision it is a part then.
        parent: Option<ProvisionId>,
    },
    /// The words of a provision from a token on become a provision of their own after it.
    Split {
        /// The provision.
        id: ProvisionId,
        /// How many tokens stay.
        at: usize,
        /// The id of the new provision.
        new: ProvisionId,
        /// Its label.
        label: Option<Label>,
    },
    /// The words of the second are added to the first, and the second is no more.
    Join {
        /// The first.
        id: ProvisionId,
        /// The second.
        with: ProvisionId,
    },
    /// New labels; no content changes.
    Renumber {
        /// The label of each provision that gets another.
        labels: BTreeMap<ProvisionId, Option<Label>>,
    },
}

/// Why an operation cannot be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// Which of the operations, from 0.
    pub operation: usize,
    /// The provision at fault.
    pub provision: ProvisionId,
    /// Why.
    pub reason: Reason,
}

/// Why an operation cannot be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The text has no such provision.
    Unknown,
    /// The id is in use, or was.
    Taken,
    /// A provision would be a part of itself, or stand after itself.
    Circle,
    /// The cut is outside the words.
    Cut {
        /// How many tokens there are.
        tokens: usize,
    },
    /// A provision cannot be joined to itself.
    Same,
    /// Its words are contested: they are decided first.
    Contested,
    /// Provisions belong to it, which would belong to nothing.
    HasParts,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, id) = (self.operation + 1, self.provision);
        write!(f, "operation {number}, provision {id}: ")?;
        match self.reason {
            Reason::Unknown => f.write_str("the text has no such provision"),
            Reason::Taken => f.write_str("the id is taken"),
            Reason::Circle => f.write_str("it would belong to itself"),
            Reason::Cut { tokens } => write!(f, "the cut is not within its {tokens} tokens"),
            Reason::Same => f.write_str("it cannot be joined to itself"),
            Reason::Contested => f.write_str("its words are contested"),
            Reason::HasParts => f.write_str("other provisions belong to it"),
        }
    }
}

impl core::error::Error for Refused {}

/// Returns the text with these operations carried out, one after the other.
///
/// # Errors
/// The first operation that cannot be carried out; nothing is changed then.
pub fn apply(text: &Expression, operations: &[Operation]) -> Result<Expression, Refused> {
    let mut result = text.clone();
    let mut used: BTreeSet<ProvisionId> = text.provisions.iter().map(|own| own.id).collect();
    for (number, operation) in operations.iter().enumerate() {
        step(&mut result.provisions, operation, &mut used).map_err(|(provision, reason)| {
            Refused {
                operation: number,
                provision,
                reason,
            }
        })?;
    }
    Ok(result)
}

/// Returns what a delegation stands on that proposes these operations.
///
/// # Errors
/// As [`apply`].
pub fn stand(
    delegation: ParticipantId,
    base: &Expression,
    operations: &[Operation],
    at: Instant,
    proposal: Option<ActId>,
) -> Result<Stand, Refused> {
    let text = apply(base, operations)?;
    let mut moved = BTreeSet::new();
    for operation in operations {
        if let Operation::Move { id, .. } = operation {
            moved.extend(family(&text.provisions, *id));
        }
    }
    let mut stand = Stand::of_moved(delegation, base, &text.provisions, (at, proposal), &moved);
    for operation in operations {
        let (provision, change) = match operation {
            Operation::Split { id, new, .. } => (*id, Change::Split(*new)),
            Operation::Join { id, with } => (*id, Change::Join(*with)),
            Operation::Renumber { labels } => {
                for (id, label) in labels {
                    if base.provision(*id).is_some() {
                        stand.changes.push(Restructured {
                            provision: *id,
                            change: Change::Relabel(label.clone()),
                        });
                    }
                }
                continue;
            }
            _ => continue,
        };
        stand.changes.push(Restructured { provision, change });
    }
    Ok(stand)
}

type Step = Result<(), (ProvisionId, Reason)>;

fn step(
    text: &mut Vec<Provision>,
    operation: &Operation,
    used: &mut BTreeSet<ProvisionId>,
) -> Step {
    match operation {
        Operation::Replace { id, words } => {
            let at = place(text, *id)?;
            decided(&text[at])?;
            text[at].body = Body::of(trimmed(words.clone()));
        }
        Operation::InsertAfter {
            after,
            id,
            kind,
            label,
            parent,
            words,
        } => {
            if !used.insert(*id) {
                return Err((*id, Reason::Taken));
            }
            if let Some(parent) = parent {
                place(text, *parent)?;
            }
            let at = after.map_or(Ok(0), |after| end_of(text, after))?;
            let body = Body::of(trimmed(words.clone()));
            let mut provision = Provision::new(*id, *kind, label.clone(), body);
            provision.parent = *parent;
            text.insert(at, provision);
        }
        Operation::Delete { id } => {
            place(text, *id)?;
            let gone = family(text, *id);
            text.retain(|own| !gone.contains(&own.id));
        }
        Operation::Move { id, after, parent } => moved(text, *id, *after, *parent)?,
        Operation::Split { id, at, new, label } => {
            let place = place(text, *id)?;
            decided(&text[place])?;
            let mut words = text[place].body.base();
            if *at == 0 || *at >= words.len() {
                let tokens = words.len();
                return Err((*id, Reason::Cut { tokens }));
            }
            if !used.insert(*new) {
                return Err((*new, Reason::Taken));
            }
            let rest = trimmed(words.split_off(*at));
            let end = end_of(text, *id)?;
            let mut second = settled(&text[place]);
            (second.id, second.label, second.body) = (*new, label.clone(), Body::of(rest));
            (second.notes, second.rules) = (Vec::new(), crate::RuleBlock::default());
            text[place].body = Body::of(words);
            text.insert(end, second);
        }
        Operation::Join { id, with } => joined(text, *id, *with)?,
        Operation::Renumber { labels } => {
            for (id, label) in labels {
                let at = place(text, *id)?;
                text[at].label.clone_from(label);
            }
        }
    }
    Ok(())
}

fn place(text: &[Provision], id: ProvisionId) -> Result<usize, (ProvisionId, Reason)> {
    text.iter()
        .position(|own| own.id == id)
        .ok_or((id, Reason::Unknown))
}

fn decided(own: &Provision) -> Step {
    if own.body.is_contested() || !own.alternatives.is_empty() {
        return Err((own.id, Reason::Contested));
    }
    Ok(())
}

/// A provision and all that belong to it.
fn family(text: &[Provision], id: ProvisionId) -> BTreeSet<ProvisionId> {
    let mut family = BTreeSet::from([id]);
    // Every provision stands after its parent.
    for own in text {
        if own.parent.is_some_and(|parent| family.contains(&parent)) {
            family.insert(own.id);
        }
    }
    family
}

/// Where what stands after a provision begins: behind all that belong to it.
fn end_of(text: &[Provision], id: ProvisionId) -> Result<usize, (ProvisionId, Reason)> {
    let at = place(text, id)?;
    let family = family(text, id);
    let inside = text[at..].iter().take_while(|own| family.contains(&own.id));
    Ok(at + inside.count())
}

fn moved(
    text: &mut Vec<Provision>,
    id: ProvisionId,
    after: Option<ProvisionId>,
    parent: Option<ProvisionId>,
) -> Step {
    let start = place(text, id)?;
    let family = family(text, id);
    for named in [after, parent].into_iter().flatten() {
        place(text, named)?;
        if family.contains(&named) {
            return Err((id, Reason::Circle));
        }
    }
    text[start].parent = parent;
    let (mut kept, mut moving) = (Vec::with_capacity(text.len()), Vec::new());
    for own in text.drain(..) {
        if family.contains(&own.id) {
            moving.push(own);
        } else {
            kept.push(own);
        }
    }
    let at = match after {
        None => 0,
        // The first part of a provision stands right behind it, the next one behind the first.
        Some(after) if parent == Some(after) => place(&kept, after)? + 1,
        Some(after) => end_of(&kept, after)?,
    };
    kept.splice(at..at, moving);
    *text = kept;
    Ok(())
}

fn joined(text: &mut Vec<Provision>, id: ProvisionId, with: ProvisionId) -> Step {
    if id == with {
        return Err((id, Reason::Same));
    }
    let (first, second) = (place(text, id)?, place(text, with)?);
    decided(&text[first])?;
    decided(&text[second])?;
    if text.iter().any(|own| own.parent == Some(with)) {
        return Err((with, Reason::HasParts));
    }
    let mut words = text[first].body.base();
    let mut added = text[second].body.base();
    if let Some(token) = added.first_mut() {
        token.space_before = !words.is_empty();
    }
    words.append(&mut added);
    text[first].body = Body::of(words);
    text.remove(second);
    Ok(())
}

#[cfg(test)]
mod tests;
