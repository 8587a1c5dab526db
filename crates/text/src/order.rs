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

/// Puts each piece right after the provision that it names, and pieces that name pieces after those.
/// Returns the ids of those that name none there is, which are left out.
pub(crate) fn thread(
    skeleton: Vec<Provision>,
    pieces: Vec<(Option<ProvisionId>, Provision)>,
) -> (Vec<Provision>, Vec<ProvisionId>) {
    if pieces.is_empty() {
        return (skeleton, Vec::new());
    }
    let mut followers: BTreeMap<Option<ProvisionId>, VecDeque<Provision>> = BTreeMap::new();
    for (after, provision) in pieces {
        // What is said later stands nearer, as if each were put in its place in turn.
        followers.entry(after).or_default().push_front(provision);
    }
    let mut text = Vec::new();
    let mut waiting = Vec::new();
    let mut queue: VecDeque<Provision> = skeleton.into();
    waiting.extend(followers.remove(&None).into_iter().flatten().rev());
    loop {
        let Some(provision) = waiting.pop().or_else(|| queue.pop_front()) else {
            break;
        };
        let id = provision.id;
        text.push(provision);
        if let Some(own) = followers.remove(&Some(id)) {
            waiting.extend(own.into_iter().rev());
        }
    }
    let left = followers
        .into_values()
        .flatten()
        .map(|own| own.id)
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
