//! A list that copies share: whoever reads keeps the list there was, while what is entered or changed
//! in a copy costs one piece of it, however long it is.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::iter::FlatMap;
use core::ops::Index;
use core::slice;

/// Items in the order in which they entered, in pieces that copies share until they change. A piece has so
/// many items, all but the last: few, where an item costs more to copy than a piece to share.
#[derive(Clone)]
pub struct SharedList<T, const PIECE: usize = 32> {
    pieces: Arc<Vec<Arc<Vec<T>>>>,
    len: usize,
}

/// The items of a [`SharedList`], in order.
pub type Iter<'a, T> = FlatMap<
    slice::Iter<'a, Arc<Vec<T>>>,
    slice::Iter<'a, T>,
    fn(&'a Arc<Vec<T>>) -> slice::Iter<'a, T>,
>;

impl<T, const PIECE: usize> SharedList<T, PIECE> {
    /// Returns how many items there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Returns whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns the item at a place, if there is one.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.pieces.get(place / PIECE)?.get(place % PIECE)
    }

    /// Returns the first item.
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// Returns the last item.
    pub fn last(&self) -> Option<&T> {
        self.pieces.last()?.last()
    }

    /// Returns the items in order.
    pub fn iter(&self) -> Iter<'_, T> {
        self.pieces.iter().flat_map(|piece| piece.iter())
    }
}

impl<T: Clone, const PIECE: usize> SharedList<T, PIECE> {
    /// Adds an item at the end.
    pub(crate) fn push(&mut self, item: T) {
        let pieces = Arc::make_mut(&mut self.pieces);
        match pieces.last_mut() {
            Some(last) if last.len() < PIECE => Arc::make_mut(last).push(item),
            _ => pieces.push(Arc::new(Vec::from([item]))),
        }
        self.len += 1;
    }

    /// Returns the item at a place to be changed, if there is one.
    pub(crate) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        let piece = Arc::make_mut(&mut self.pieces).get_mut(place / PIECE)?;
        Arc::make_mut(piece).get_mut(place % PIECE)
    }
}

impl<T, const PIECE: usize> Default for SharedList<T, PIECE> {
    fn default() -> Self {
        Self {
            pieces: Arc::default(),
            len: 0,
        }
    }
}

impl<T: Clone, const PIECE: usize> FromIterator<T> for SharedList<T, PIECE> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut list = Self::default();
        for item in items {
            list.push(item);
        }
        list
    }
}

impl<'a, T, const PIECE: usize> IntoIterator for &'a SharedList<T, PIECE> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T, const PIECE: usize> Index<usize> for SharedList<T, PIECE> {
    type Output = T;

    fn index(&self, place: usize) -> &T {
        &self.pieces[place / PIECE][place % PIECE]
    }
}

impl<T: PartialEq, const PIECE: usize> PartialEq for SharedList<T, PIECE> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other)
    }
}

impl<T: Eq, const PIECE: usize> Eq for SharedList<T, PIECE> {}

impl<T: fmt::Debug, const PIECE: usize> fmt::Debug for SharedList<T, PIECE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIECE: usize = 4;
    type Numbers = SharedList<usize, PIECE>;

    /// What a list says is what a vector of the same items says, at every length about a piece.
    #[test]
    fn it_is_read_as_a_vector_is() {
        let mut list = Numbers::default();
        let mut vector = Vec::new();
        for number in 0..3 * PIECE + 2 {
            assert_eq!(list.last(), vector.last());
            list.push(number);
            vector.push(number);
            assert_eq!(list.len(), vector.len());
            assert!(list.iter().eq(&vector));
            assert_eq!(list.get(number), Some(&number));
            assert_eq!(list.get(number + 1), None);
        }
        assert_eq!(list[PIECE], PIECE);
        assert!(list.iter().rev().eq(vector.iter().rev()));
        assert_eq!(list, vector.into_iter().collect::<Numbers>());
    }

    #[test]
    fn a_copy_does_not_see_what_changes_later() {
        let mut list: Numbers = (0..2 * PIECE).collect();
        let before = list.clone();
        list.push(7);
        *list.get_mut(PIECE).expect("it has two pieces") = 7;
        assert!(before.iter().copied().eq(0..2 * PIECE));
        assert_eq!((list.len(), list[PIECE]), (2 * PIECE + 1, 7));
        // What did not change is shared.
        assert!(core::ptr::eq(&raw const before[0], &raw const list[0]));
        assert!(!core::ptr::eq(
            &raw const before[PIECE],
            &raw const list[PIECE]
        ));
    }
}
