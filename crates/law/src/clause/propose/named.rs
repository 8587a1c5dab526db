//! Whom a condition names, one element after the other, and what is said of them.

use alloc::vec::Vec;

use sponsio_record::ParticipantId;

use crate::clause::rule::{Atom, Condition, Filter, Set};

/// Participants as a clause names them.
#[derive(Default)]
pub(super) struct Named {
    atoms: Vec<Atom>,
    elements: Vec<Atom>,
    listed: Vec<ParticipantId>,
}

impl Named {
    /// Adds an element: a number of instruments, or a set all of whose members are needed.
    pub(super) fn push(&mut self, element: Atom) {
        self.elements.push(element.clone());
        self.atoms.push(element);
    }

    /// Adds an element that lists participants, all of whom are needed.
    pub(super) fn push_listed(&mut self, listed: Vec<ParticipantId>) {
        self.listed.extend(listed.iter().cloned());
        self.push(Atom::AllOf(Set::Listed(listed)));
    }

    /// Adds what is said of the last element: its share, or who must be among it.
    pub(super) fn qualify(&mut self, atom: Atom) {
        self.atoms.push(atom);
    }

    /// Adds participants that must be among the last element.
    pub(super) fn qualify_including(&mut self, listed: Vec<ParticipantId>) {
        self.qualify(Atom::AllOf(Set::Listed(listed)));
    }

    /// Returns the filter for "others": `None` where nobody was listed before.
    pub(super) fn others(&self) -> Option<Filter> {
        let listed = !self.listed.is_empty();
        listed.then(|| Filter::OtherThan(Set::Listed(self.listed.clone())))
    }

    /// Returns the condition that all of them make. Of several elements each number must be of
    /// others, or of a group of its own: "France and ten States" and "ten States and five States"
    /// do not say whether the first are among the second.
    pub(super) fn condition(mut self) -> Option<Condition> {
        let several = self.elements.len() > 1;
        if several
            && !self.elements.iter().enumerate().all(|(place, element)| {
                let repeated = self
                    .elements
                    .iter()
                    .take(place)
                    .any(|earlier| earlier == element);
                !repeated && stands_apart(element)
            })
        {
            return None;
        }
        if self.atoms.len() > 1 {
            let atoms = self.atoms.into_iter().map(Condition::Atom);
            return Some(Condition::All(atoms.collect()));
        }
        self.atoms.pop().map(Condition::Atom)
    }
}

/// Whether an element cannot be meant to hold members of another one.
fn stands_apart(element: &Atom) -> bool {
    match element {
        Atom::Count { filters, .. } => filters
            .iter()
            .any(|filter| matches!(filter, Filter::OtherThan(_) | Filter::Of(Set::Named(_)))),
        _ => true,
    }
}
