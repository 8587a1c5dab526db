//! Which ids of acts, and which places of streams, the entries of the log have: known from the rows as
//! they are read and written, and kept beside the database in memory. An index of random ids in the
//! database would touch a page of its own for nearly every act (ADR 0028).

use super::row::damaged;
use crate::store::{Known, NewEntry, StoreError};
use alloc::collections::BTreeMap;
use sponsio_record::ActId;

/// How many acts that came one by one are kept apart before they are sorted in with the others.
const MOST_APART: usize = 65_536;

/// What is taken by the first entries of a log.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// How many entries are known.
    known: u64,
    /// The acts with their places; sorted when somebody asks.
    acts: Vec<(ActId, u64)>,
    is_sorted: bool,
    /// The acts that came after the last sorting.
    apart: BTreeMap<ActId, u64>,
    /// The next place of each stream.
    streams: BTreeMap<String, u64>,
}

/// Why an entry cannot follow.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Its act is at this place of the log.
    Act(u64),
    /// Its place in its stream is taken.
    Place,
}

impl Taken {
    /// Returns how many entries are known: what is read from there on is still to be seen.
    pub(super) fn known(&self) -> u64 {
        self.known
    }

    /// Takes the act and the place of the next entry of the log, as it was read.
    pub(super) fn see(&mut self, act: ActId, stream: &str, nth: u64) {
        self.acts.push((act, self.known));
        self.is_sorted = false;
        self.follow(stream, nth);
    }

    /// Takes what was read from this place on, as far as it is new and follows what is known.
    pub(super) fn see_rows(&mut self, from: u64, rows: &[NewEntry]) {
        let old = usize::try_from(self.known.saturating_sub(from)).unwrap_or(usize::MAX);
        if from > self.known {
            return;
        }
        for row in rows.iter().skip(old) {
            self.see(row.act, &row.stream, row.nth);
        }
    }

    /// Takes what the first entries of the log are found by, as far as it is new.
    pub(super) fn remember(&mut self, known: &[Known]) {
        let old = usize::try_from(self.known).unwrap_or(usize::MAX);
        for entry in known.iter().skip(old) {
            self.see(entry.act, &entry.stream, entry.nth);
        }
    }

    /// Takes entries that were written.
    pub(super) fn take(&mut self, entries: &[NewEntry]) {
        for entry in entries {
            self.apart.insert(entry.act, self.known);
            self.follow(&entry.stream, entry.nth);
        }
    }

    fn follow(&mut self, stream: &str, nth: u64) {
        self.known += 1;
        let next = nth.saturating_add(1);
        match self.streams.get_mut(stream) {
            Some(free) => *free = next.max(*free),
            None => drop(self.streams.insert(stream.to_owned(), next)),
        }
    }

    /// Returns the place of an act.
    ///
    /// # Errors
    /// [`StoreError::Fatal`] if an act is twice among the rows that were read.
    pub(super) fn act(&mut self, id: &ActId) -> Result<Option<u64>, StoreError> {
        if let Some(seq) = self.apart.get(id) {
            return Ok(Some(*seq));
        }
        self.sort()?;
        let found = self.acts.binary_search_by_key(id, |(act, _)| *act);
        Ok(found.ok().map(|at| self.acts[at].1))
    }

    /// Returns which of these entries, the first in order, cannot follow what is known, and why.
    pub(super) fn refuses(
        &mut self,
        entries: &[NewEntry],
    ) -> Result<Option<(usize, Refused)>, StoreError> {
        let mut acts = BTreeMap::new();
        let mut streams: BTreeMap<&str, u64> = BTreeMap::new();
        for ((at, entry), seq) in entries.iter().enumerate().zip(self.known..) {
            let before = self.act(&entry.act)?.or(acts.insert(entry.act, seq));
            if let Some(before) = before {
                return Ok(Some((at, Refused::Act(before))));
            }
            let kept = self.streams.get(&entry.stream).copied();
            let free = streams.entry(&entry.stream).or_insert(kept.unwrap_or(0));
            if entry.nth < *free {
                return Ok(Some((at, Refused::Place)));
            }
            *free = entry.nth.saturating_add(1);
        }
        Ok(None)
    }

    fn sort(&mut self) -> Result<(), StoreError> {
        if self.is_sorted && self.apart.len() <= MOST_APART {
            return Ok(());
        }
        self.acts.extend(core::mem::take(&mut self.apart));
        // Stable, since it is quick where two sorted parts are joined.
        self.acts.sort();
        self.is_sorted = true;
        let twice = self.acts.windows(2).find(|two| two[0].0 == two[1].0);
        match twice {
            Some(two) => Err(damaged(&format!(
                "the act of entry {} is there twice",
                two[1].1
            ))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conformance::{act, entry};

    fn entries(from: u64, to: u64) -> Vec<NewEntry> {
        (from..to).map(|seq| entry(seq, "x")).collect()
    }

    #[test]
    fn what_was_read_and_what_was_written_is_found() {
        let mut taken = Taken::default();
        taken.see_rows(0, &entries(0, 4));
        // What is known is passed over, what leaves a gap is not believed.
        taken.see_rows(2, &entries(2, 6));
        taken.see_rows(7, &entries(7, 9));
        assert_eq!(taken.known(), 6);
        taken.take(&entries(6, 8));
        for seq in 0..8 {
            assert_eq!(taken.act(&act(&format!("x {seq}"))), Ok(Some(seq)));
        }
        assert_eq!(taken.act(&act("x 8")), Ok(None));
        assert_eq!(taken.refuses(&entries(8, 12)), Ok(None));
    }

    #[test]
    fn what_is_remembered_is_known_once() {
        let known = |entry: NewEntry| Known {
            act: entry.act,
            stream: entry.stream.into(),
            nth: entry.nth,
        };
        let mut taken = Taken::default();
        taken.see_rows(0, &entries(0, 2));
        let first: Vec<_> = entries(0, 5).into_iter().map(known).collect();
        taken.remember(&first);
        assert_eq!(taken.known(), 5);
        assert_eq!(taken.act(&act("x 4")), Ok(Some(4)));
        assert_eq!(
            taken.refuses(&entries(4, 6)),
            Ok(Some((0, Refused::Act(4))))
        );
        assert_eq!(taken.refuses(&entries(5, 6)), Ok(None));
    }

    #[test]
    fn what_is_taken_is_refused_where_it_stands() {
        let mut taken = Taken::default();
        taken.see_rows(0, &entries(0, 6));
        let mut next = entries(6, 9);
        next[1].act = act("x 2");
        assert_eq!(taken.refuses(&next), Ok(Some((1, Refused::Act(2)))));
        next[1].act = next[0].act;
        assert_eq!(taken.refuses(&next), Ok(Some((1, Refused::Act(6)))));
        let mut next = entries(6, 9);
        next[2].nth = 1;
        assert_eq!(taken.refuses(&next), Ok(Some((2, Refused::Place))));
    }

    #[test]
    fn an_act_that_is_there_twice_is_damage() {
        let mut taken = Taken::default();
        let mut rows = entries(0, 5);
        rows[4].act = rows[1].act;
        taken.see_rows(0, &rows);
        let found = taken.act(&act("x 0")).unwrap_err().to_string();
        assert!(
            found.contains("the act of entry 4 is there twice"),
            "{found}"
        );
    }

    #[test]
    fn many_that_came_one_by_one_are_sorted_in() {
        let mut taken = Taken::default();
        let many = u64::try_from(MOST_APART).unwrap() + 10;
        taken.see_rows(0, &entries(0, 10));
        taken.take(&entries(10, many));
        for seq in [0, 9, 10, 70, many - 1] {
            assert_eq!(taken.act(&act(&format!("x {seq}"))), Ok(Some(seq)));
        }
        assert_eq!(taken.act(&act("nobody")), Ok(None));
        assert!(taken.apart.is_empty());
    }
}
