//! The search for minimal sets, bounded in steps: first how few can clear a provision, then all sets of
//! that size, then of the next, leaving out what holds a smaller one.

use super::question::Question;
use super::{Choice, Concession};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// How many partial choices are looked at in each of the two searches, so that a provision with very
/// many places takes bounded time.
const MOST_STEPS: usize = 200_000;

/// How many questions a provision may leave open; of one with more no set is computed.
const MOST_QUESTIONS: usize = 256;

/// How many delegations may give way on one provision; of one with more no set is computed.
const MOST_CODES: usize = 512;

/// What was found.
pub(super) struct Found {
    /// The sets, the smallest first.
    pub(super) sets: Vec<Concession>,
    /// Whether no smaller set exists.
    pub(super) is_exact: bool,
    /// Whether these are all minimal sets.
    pub(super) is_complete: bool,
}

/// A set of delegations, each by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Group([u64; MOST_CODES / 64]);

impl Group {
    fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn with(mut self, other: &Self) -> Self {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own |= other;
        }
        self
    }

    fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    fn is_within(&self, other: &Self) -> bool {
        self.with(other) == *other
    }
}

/// The groups that lose, answer by answer, question by question.
type Way = Vec<Vec<Group>>;

/// Which answer is taken to each question of a way, and who gives way.
#[derive(Debug, Clone)]
struct Taken {
    way: usize,
    answers: Vec<usize>,
    by: Group,
}

/// A search through the answers to questions.
pub(super) struct Search<'a> {
    questions: &'a [Vec<Question>],
    ways: Vec<Way>,
    steps: usize,
}

impl<'a> Search<'a> {
    /// Returns a search through these ways; none if there are too many questions or delegations.
    pub(super) fn new(questions: &'a [Vec<Question>]) -> Option<Self> {
        let answers = questions.iter().flatten().flatten();
        let codes: BTreeSet<&ParticipantId> = answers.flat_map(|answer| &answer.by).collect();
        let is_long = |way: &Vec<Question>| way.len() > MOST_QUESTIONS;
        if codes.len() > MOST_CODES || questions.iter().any(is_long) {
            return None;
        }
        let numbers: BTreeMap<&ParticipantId, usize> = codes.into_iter().zip(0..).collect();
        let group = |answer: &Choice| {
            let mut group = Group::default();
            for number in answer.by.iter().filter_map(|code| numbers.get(code)) {
                group.insert(*number);
            }
            group
        };
        let question = |question: &Question| question.iter().map(group).collect();
        let way = |way: &Vec<Question>| way.iter().map(question).collect();
        Some(Self {
            questions,
            ways: questions.iter().map(way).collect(),
            steps: 0,
        })
    }

    /// Searches for so many sets.
    pub(super) fn run(mut self, most: usize) -> Found {
        let ways = core::mem::take(&mut self.ways);
        let mut best: Option<Taken> = None;
        for (number, way) in ways.iter().enumerate() {
            self.least((number, way), &mut Vec::new(), Group::default(), &mut best);
        }
        let mut found = Found {
            sets: Vec::new(),
            is_exact: self.steps < MOST_STEPS,
            is_complete: false,
        };
        let Some(best) = best else {
            return found;
        };
        if !found.is_exact {
            found.sets.push(self.concession(&best));
            return found;
        }
        self.steps = 0;
        let groups = ways.iter().flatten().flatten();
        let everybody = groups.fold(Group::default(), Group::with);
        let mut smaller = Vec::new();
        for size in best.by.len()..=everybody.len() {
            let mut level = BTreeMap::new();
            for (number, way) in ways.iter().enumerate() {
                let mut at = Level {
                    way: (number, way),
                    size,
                    smaller: &smaller,
                    found: &mut level,
                };
                self.level(&mut at, &mut Vec::new(), Group::default());
            }
            smaller.extend(level.keys().copied());
            let mut sets: Vec<Concession> =
                level.values().map(|own| self.concession(own)).collect();
            sets.sort();
            found.sets.extend(sets);
            if self.steps >= MOST_STEPS || found.sets.len() > most {
                found.sets.truncate(most);
                return found;
            }
        }
        found.is_complete = true;
        found
    }

    fn concession(&self, taken: &Taken) -> Concession {
        let questions = self.questions[taken.way].iter().zip(&taken.answers);
        let choices: Vec<Choice> = questions
            .filter_map(|(question, answer)| question.get(*answer).cloned())
            .collect();
        Concession {
            by: choices.iter().flat_map(|own| own.by.clone()).collect(),
            choices,
        }
    }

    fn least(
        &mut self,
        way: (usize, &Way),
        answers: &mut Vec<usize>,
        by: Group,
        best: &mut Option<Taken>,
    ) {
        let is_worse = best.as_ref().is_some_and(|best| by.len() >= best.by.len());
        if self.steps >= MOST_STEPS || is_worse {
            return;
        }
        self.steps += 1;
        let Some(question) = way.1.get(answers.len()) else {
            *best = Some(Taken {
                way: way.0,
                answers: answers.clone(),
                by,
            });
            return;
        };
        // What costs least is tried first, so that the bound is tight early.
        let mut costs: Vec<(u32, usize)> = question
            .iter()
            .zip(0..)
            .map(|(group, answer)| (by.with(group).len(), answer))
            .collect();
        costs.sort_unstable();
        for (_, answer) in costs {
            answers.push(answer);
            self.least(way, answers, by.with(&question[answer]), best);
            answers.pop();
        }
    }

    fn level(&mut self, at: &mut Level<'_>, answers: &mut Vec<usize>, by: Group) {
        let is_minimal = at.smaller.iter().all(|own| !own.is_within(&by));
        if self.steps >= MOST_STEPS || by.len() > at.size || !is_minimal {
            return;
        }
        self.steps += 1;
        let (number, way) = at.way;
        let Some(question) = way.get(answers.len()) else {
            if by.len() == at.size {
                let taken = || Taken {
                    way: number,
                    answers: answers.clone(),
                    by,
                };
                at.found.entry(by).or_insert_with(taken);
            }
            return;
        };
        for (answer, group) in question.iter().enumerate() {
            answers.push(answer);
            self.level(at, answers, by.with(group));
            answers.pop();
        }
    }
}

/// The sets of one size.
struct Level<'a> {
    way: (usize, &'a Way),
    size: u32,
    smaller: &'a [Group],
    found: &'a mut BTreeMap<Group, Taken>,
}

#[cfg(test)]
mod tests {
    use super::super::Chosen;
    use super::*;
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    type Codes = BTreeSet<ParticipantId>;

    fn search(ways: &[Vec<Question>], most: usize) -> Found {
        Search::new(ways).expect("few enough").run(most)
    }

    fn code(number: u8) -> ParticipantId {
        let [first, second] = [number / 26, number % 26].map(|own| char::from(b'A' + own));
        ParticipantId::new(&alloc::format!("X-{first}{second}")).unwrap()
    }

    fn question(answers: Vec<BTreeSet<u8>>) -> Question {
        let choice = |by: BTreeSet<u8>| Choice {
            chosen: Chosen::NoAlternative,
            by: by.into_iter().map(code).collect(),
        };
        answers.into_iter().map(choice).collect()
    }

    /// All sets of all answers, without those that hold another.
    fn by_hand(ways: &[Vec<Question>]) -> BTreeSet<Codes> {
        let mut all = BTreeSet::new();
        for way in ways {
            let mut sets = alloc::vec![Codes::new()];
            for question in way {
                let with = |set: &Codes| -> Vec<Codes> {
                    let add = |own: &Choice| set.union(&own.by).cloned().collect();
                    question.iter().map(add).collect()
                };
                sets = sets.iter().flat_map(with).collect();
            }
            all.extend(sets);
        }
        let holds = |set: &&Codes| all.iter().any(|own| own != *set && own.is_subset(set));
        all.iter().filter(|set| !holds(set)).cloned().collect()
    }

    proptest! {
        #[test]
        fn all_minimal_sets_are_found_and_no_others(
            ways in vec(vec(vec(btree_set(0_u8..6, 0..4), 1..4), 0..5), 1..3)
        ) {
            let ways: Vec<Vec<Question>> = ways
                .into_iter()
                .map(|way| way.into_iter().map(question).collect())
                .collect();
            let found = search(&ways, 1000);
            prop_assert!(found.is_exact && found.is_complete);
            let sets: BTreeSet<Codes> = found.sets.iter().map(|own| own.by.clone()).collect();
            prop_assert_eq!(sets.len(), found.sets.len());
            prop_assert_eq!(sets, by_hand(&ways));
            prop_assert!(found.sets.is_sorted_by_key(|own| own.by.len()));
            for own in &found.sets {
                let of_choices: Codes = own.choices.iter().flat_map(|own| own.by.clone()).collect();
                prop_assert_eq!(&of_choices, &own.by);
            }
            let few = search(&ways, 2);
            prop_assert_eq!(&few.sets[..], &found.sets[..found.sets.len().min(2)]);
            prop_assert_eq!(few.is_complete, found.sets.len() <= 2);
        }
    }

    #[test]
    fn a_search_without_end_says_so() {
        let one = |at: u8| question(alloc::vec![[2 * at].into(), [2 * at + 1].into()]);
        let found = search(&[(0..30).map(one).collect()], 16);
        assert!(!found.is_exact && !found.is_complete);
        assert_eq!(found.sets.len(), 1);
        assert_eq!(found.sets[0].by.len(), 30);
        let found = search(&[(0..6).map(one).collect()], 16);
        assert!(found.is_exact && !found.is_complete);
        assert_eq!(found.sets.len(), 16);
        let ways = [alloc::vec![question(alloc::vec![BTreeSet::new()]); MOST_QUESTIONS + 1]];
        assert!(Search::new(&ways).is_none());
    }
}
