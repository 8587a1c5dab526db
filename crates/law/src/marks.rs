//! Which marks acts have: a set that says at once that no act has one, however many acts there are.
//!
//! It is a trie of two steps over fingerprints, so that a copy of a register shares all of it and an
//! act that enters copies one leaf.

use alloc::sync::Arc;
use alloc::vec::Vec;

use sponsio_record::Digest;

/// How many branches a step has.
const BRANCHES: usize = 64;

/// The beginning of a mark's digest.
type Fingerprint = [u8; 8];

/// The fingerprints of the marks of all acts that ever entered.
#[derive(Debug, Clone)]
pub(crate) struct Marks([Arc<Branch>; BRANCHES]);

/// Fingerprints in ascending order, by their second step.
#[derive(Debug, Clone)]
struct Branch([Arc<Vec<Fingerprint>>; BRANCHES]);

impl Marks {
    /// Takes a mark.
    pub(crate) fn insert(&mut self, mark: &str) {
        let fingerprint = fingerprint(mark);
        let (first, second) = steps(fingerprint);
        let leaf = &mut Arc::make_mut(&mut self.0[first]).0[second];
        if let Err(place) = leaf.binary_search(&fingerprint) {
            Arc::make_mut(leaf).insert(place, fingerprint);
        }
    }

    /// Whether an act may have this mark. What is not here no act has; of two marks with one
    /// fingerprint, and of an act that was left out, it says yes.
    pub(crate) fn may_have(&self, mark: &str) -> bool {
        let fingerprint = fingerprint(mark);
        let (first, second) = steps(fingerprint);
        self.0[first].0[second].binary_search(&fingerprint).is_ok()
    }
}

impl Default for Marks {
    fn default() -> Self {
        let leaf = Arc::new(Vec::new());
        let branch = Arc::new(Branch(core::array::from_fn(|_| Arc::clone(&leaf))));
        Self(core::array::from_fn(|_| Arc::clone(&branch)))
    }
}

/// What it says follows from the acts: registers are compared by these.
impl PartialEq for Marks {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Marks {}

/// A digest cannot be steered: nobody makes one leaf long by choosing marks.
fn fingerprint(mark: &str) -> Fingerprint {
    let mut first = [0; 8];
    first.copy_from_slice(&Digest::of(mark.as_bytes()).as_bytes()[..8]);
    first
}

/// The branches of a fingerprint.
fn steps([first, second, ..]: Fingerprint) -> (usize, usize) {
    (
        usize::from(first) % BRANCHES,
        usize::from(second) % BRANCHES,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn it_has_what_entered_and_says_no_of_what_did_not() {
        let mut marks = Marks::default();
        for number in 0..5_000 {
            marks.insert(&format!("act {number}"));
        }
        assert!((0..5_000).all(|number| marks.may_have(&format!("act {number}"))));
        assert!((5_000..9_000).all(|number| !marks.may_have(&format!("act {number}"))));
    }

    #[test]
    fn a_copy_does_not_have_what_enters_later() {
        let mut marks = Marks::default();
        marks.insert("a");
        let before = marks.clone();
        marks.insert("b");
        assert!(before.may_have("a") && !before.may_have("b"));
        assert!(marks.may_have("a") && marks.may_have("b"));
    }
}
