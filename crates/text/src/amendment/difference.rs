//! The operations that make one text of another: what a delegation proposes that hands in a whole text.

use super::{Operation, place, step};
use crate::expression::Expression;
use crate::provision::{Provision, ProvisionId};
use crate::stand::{Change, Content, Stand, StandFault};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

/// Returns operations that make a delegation's text of the base: other words first, then what is inserted
/// and moved in the order of its text, then what goes, then other labels. What it splits or joins are
/// words that it takes out and puts in.
///
/// [`apply`](super::apply) gives its provisions in its order, where each stands after its parent and all
/// that belongs to a provision stands together.
///
/// # Errors
/// What [`Stand::faults`] lists.
pub fn operations(base: &Expression, stand: &Stand) -> Result<Vec<Operation>, Vec<StandFault>> {
    let text = stand.text(base)?;
    let mut made = Made {
        now: base.provisions.clone(),
        used: base.provisions.iter().map(|own| own.id).collect(),
        operations: Vec::new(),
    };
    for (id, tabled) in &stand.texts {
        if let Content::Text(words) = &tabled.content {
            made.take(Operation::Replace {
                id: *id,
                words: words.clone(),
            });
        }
    }
    let inserted: BTreeSet<ProvisionId> = stand
        .insertions
        .iter()
        .map(|insertion| insertion.provision.id)
        .collect();
    let moved: BTreeSet<ProvisionId> = stand.placements.iter().map(|own| own.provision).collect();
    let mut after = None;
    for provision in &text {
        if inserted.contains(&provision.id) {
            made.insert(provision, after);
        } else if moved.contains(&provision.id) {
            made.put(provision, after);
        }
        after = Some(provision.id);
    }
    let kept: BTreeSet<ProvisionId> = text.iter().map(|own| own.id).collect();
    for provision in &base.provisions {
        let is_there = made.now.iter().any(|own| own.id == provision.id);
        if is_there && !kept.contains(&provision.id) {
            made.take(Operation::Delete { id: provision.id });
        }
    }
    let mut labels = BTreeMap::new();
    for changed in &stand.changes {
        if let Change::Relabel(label) = &changed.change {
            labels.insert(changed.provision, label.clone());
        }
    }
    if !labels.is_empty() {
        made.take(Operation::Renumber { labels });
    }
    Ok(made.operations)
}

/// A text under the operations that were made so far.
struct Made {
    now: Vec<Provision>,
    used: BTreeSet<ProvisionId>,
    operations: Vec<Operation>,
}

impl Made {
    fn take(&mut self, operation: Operation) {
        if step(&mut self.now, &operation, &mut self.used).is_ok() {
            self.operations.push(operation);
        }
    }

    fn insert(&mut self, provision: &Provision, after: Option<ProvisionId>) {
        self.take(Operation::InsertAfter {
            after,
            id: provision.id,
            kind: provision.kind,
            label: provision.label.clone(),
            parent: provision.parent,
            words: provision.body.base(),
        });
        if !self.stands(provision, after) {
            self.put(provision, after);
        }
    }

    fn put(&mut self, provision: &Provision, after: Option<ProvisionId>) {
        self.take(Operation::Move {
            id: provision.id,
            after,
            parent: provision.parent,
        });
    }

    /// Whether a provision stands right after another.
    fn stands(&self, provision: &Provision, after: Option<ProvisionId>) -> bool {
        let Ok(at) = place(&self.now, provision.id) else {
            return true;
        };
        let before = at.checked_sub(1).and_then(|at| self.now.get(at));
        before.map(|own| own.id) == after
    }
}

#[cfg(test)]
mod tests {
    use super::super::apply;
    use super::*;
    use crate::body::Body;
    use crate::language::Language;
    use crate::provision::Kind;
    use crate::token::tokenize;
    use proptest::prelude::*;
    use sponsio_record::{Instant, ParticipantId};

    /// Returns a tree of provisions in order: of each a number, how deep it stands, and its words.
    fn text(seeds: &[(u32, u8, bool)]) -> Expression {
        let mut open: Vec<ProvisionId> = Vec::new();
        let mut provisions: Vec<Provision> = Vec::new();
        for (number, depth, is_other) in seeds {
            let id = ProvisionId::from_number(*number);
            if provisions.iter().any(|own| own.id == id) {
                continue;
            }
            open.truncate(usize::from(*depth));
            let words = if *is_other { "at once" } else { "promptly" };
            let mut own = Provision::new(id, Kind::Paragraph, None, Body::of(tokenize(words)));
            own.parent = open.last().copied();
            open.push(id);
            provisions.push(own);
        }
        Expression {
            language: Language::new("en").unwrap(),
            headers: Vec::new(),
            provisions,
        }
    }

    fn seeds() -> impl Strategy<Value = Vec<(u32, u8, bool)>> {
        prop::collection::vec((0_u32..12, 0_u8..4, any::<bool>()), 0..12)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn a_text_is_made_of_the_base(base in seeds(), wanted in seeds()) {
            let (base, wanted) = (text(&base), text(&wanted));
            let code = ParticipantId::new("TUR").unwrap();
            let stand = Stand::of(code, &base, &wanted.provisions, Instant::MIN, None);
            let operations = operations(&base, &stand).unwrap();
            let made = apply(&base, &operations).unwrap();
            prop_assert_eq!(made.provisions, wanted.provisions, "{:?}", operations);
        }
    }
}
