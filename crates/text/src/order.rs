//! The order of provisions: what of a list stands in order, and the threading of what does not.

use crate::provision::{Provision, ProvisionId};
use alloc::collections::{BTreeMap, VecDeque};
use alloc::vec::Vec;

/// Returns the positions of a longest strictly rising subsequence, by patience sorting.
pub(crate) fn longest_rising(values: &[usize]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (position, value) in values.iter().enumerate() {
        let pile = tails.partition_point(|tail| values[*tail] < *value);
        before.push(
            pile.checked_sub(1)
                .and_then(|left| tails.get(left).copied()),
        );
        if pile == tails.len() {
            tails.push(position);
        } else {
            tails[pile] = position;
        }
    }
    let mut rising = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(position) = next {
        rising.push(position);
        next = before[position];
    }
    rising.reverse();
    rising
}

/// What is put in order: a provision, or its id alone where nothing else is asked for.
pub(crate) trait Placed {
    /// Returns the id under which others name it.
    fn id(&self) -> ProvisionId;
}

impl Placed for Provision {
    fn id(&self) -> ProvisionId {
        self.id
    }
}

impl Placed for ProvisionId {
    fn id(&self) -> ProvisionId {
        *self
    }
}

/// Puts each piece right after the provision that it names, and pieces that name pieces after those.
/// Returns the ids of those that name none there is, which are left out.
pub(crate) fn thread<P: Placed>(
    skeleton: Vec<P>,
    pieces: Vec<(Option<ProvisionId>, P)>,
) -> (Vec<P>, Vec<ProvisionId>) {
    if pieces.is_empty() {
        return (skeleton, Vec::new());
    }
    let mut followers: BTreeMap<Option<ProvisionId>, VecDeque<P>> = BTreeMap::new();
    for (after, provision) in pieces {
        // What is said later stands nearer, as if each were put in its place in turn.
        followers.entry(after).or_default().push_front(provision);
    }
    let mut text = Vec::new();
    let mut waiting = Vec::new();
    let mut queue: VecDeque<P> = skeleton.into();
    waiting.extend(followers.remove(&None).into_iter().flatten().rev());
    while let Some(provision) = waiting.pop().or_else(|| queue.pop_front()) {
        let id = provision.id();
        text.push(provision);
        if let Some(own) = followers.remove(&Some(id)) {
            waiting.extend(own.into_iter().rev());
        }
    }
    let left = followers
        .into_values()
        .flatten()
        .map(|own| own.id())
        .collect();
    (text, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rising_subsequence_is_found() {
        assert_eq!(longest_rising(&[]), Vec::<usize>::new());
        assert_eq!(longest_rising(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest_rising(&[3, 0, 1, 2]), [1, 2, 3]);
        assert_eq!(longest_rising(&[2, 1, 0]).len(), 1);
        assert_eq!(longest_rising(&[1, 1]).len(), 1);
    }
}
