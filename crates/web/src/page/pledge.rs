//! One pair in the matrix of guarantees: what stands for it, in one word, one letter and one shape.

use sponsio_law::guarantee::{Coverage, Mark};

use crate::locale::{Words, say};
use crate::svg::pledge::shape;

/// What stands for an ordered pair: the strongest of its promises, and whether one comes in return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pledge {
    /// One is in force in each direction.
    Mutual,
    /// One is in force in this direction, none in the other.
    OneSided,
    /// One is in force in this direction; whether one is in the other is not known.
    ReturnUnknown,
    /// Anything else than a promise in force without a condition.
    Other(Mark),
}

/// A pledge as it is shown outside of a matrix.
pub(crate) struct Drawn {
    pub(crate) svg: String,
    pub(crate) word: String,
}

/// The side of the square of a pledge outside of a matrix.
const SIDE: usize = 32;

impl Pledge {
    /// Every pledge, the strongest first.
    pub(crate) const ALL: [Self; 12] = [
        Self::Mutual,
        Self::OneSided,
        Self::ReturnUnknown,
        Self::Other(Mark::Conditional),
        Self::Other(Mark::Provisional),
        Self::Other(Mark::Suspended),
        Self::Other(Mark::Contested),
        Self::Other(Mark::Undetermined),
        Self::Other(Mark::Political),
        Self::Other(Mark::Offered),
        Self::Other(Mark::Lost),
        Self::Other(Mark::Nothing),
    ];

    /// Returns what stands for a pair, by places among the members.
    pub(crate) fn of(coverage: &Coverage, from: usize, to: usize) -> Self {
        Self::between(coverage, (from, to), &|from, to| {
            coverage.strongest(from, to)
        })
    }

    /// The same with the strongest marks at hand.
    fn between(
        coverage: &Coverage,
        (from, to): (usize, usize),
        strongest: &dyn Fn(usize, usize) -> Mark,
    ) -> Self {
        match strongest(from, to) {
            Mark::Bound if strongest(to, from).is_covered() => Self::Mutual,
            Mark::Bound if coverage.is_one_sided(from, to) => Self::OneSided,
            Mark::Bound => Self::ReturnUnknown,
            other => Self::Other(other),
        }
    }

    /// Returns the stable name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Mutual => "mutual",
            Self::OneSided => "one-sided",
            Self::ReturnUnknown => "return-unknown",
            Self::Other(mark) => mark.label(),
        }
    }

    /// Whether a promise of law is in force.
    const fn is_covered(self) -> bool {
        match self {
            Self::Mutual | Self::OneSided | Self::ReturnUnknown => true,
            Self::Other(mark) => mark.is_covered(),
        }
    }

    /// Returns the word.
    pub(crate) fn word(self, words: &Words) -> String {
        say!(words, &format!("pledge-{}", self.name()))
    }

    /// Returns the letter.
    pub(crate) fn letter(self, words: &Words) -> String {
        say!(words, &format!("pledge-letter-{}", self.name()))
    }

    /// Returns what the word means.
    pub(crate) fn meaning(self, words: &Words) -> String {
        say!(words, &format!("pledge-meaning-{}", self.name()))
    }

    /// Returns the square with its letter, and the word.
    pub(crate) fn drawn(self, words: &Words) -> Drawn {
        Drawn {
            svg: format!(
                r#"<svg width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true">{}</svg>"#,
                shape(self, &self.letter(words), SIDE)
            ),
            word: self.word(words),
        }
    }
}

/// What stands for each pair of a matrix.
pub(crate) struct Pledges {
    count: usize,
    all: Vec<Pledge>,
}

impl Pledges {
    /// Returns what stands for each pair.
    pub(crate) fn of(coverage: &Coverage) -> Self {
        let count = coverage.members.len();
        let places = || (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
        let marks: Vec<Mark> = places()
            .map(|(from, to)| coverage.strongest(from, to))
            .collect();
        let strongest = |from: usize, to: usize| {
            marks
                .get(from * count + to)
                .copied()
                .unwrap_or(Mark::Nothing)
        };
        Self {
            count,
            all: places()
                .map(|pair| Pledge::between(coverage, pair, &strongest))
                .collect(),
        }
    }

    /// Returns what stands for a pair.
    pub(crate) fn of_pair(&self, from: usize, to: usize) -> Pledge {
        let found = self.all.get(from * self.count + to).copied();
        found.unwrap_or(Pledge::Other(Mark::Nothing))
    }

    /// Returns what is shown for a pair: nothing for a member and itself where nothing is promised.
    pub(crate) fn shown(&self, from: usize, to: usize) -> Option<Pledge> {
        let found = self.of_pair(from, to);
        (from != to || found != Pledge::Other(Mark::Nothing)).then_some(found)
    }

    /// How many ordered pairs of different members there are.
    pub(crate) const fn directions(&self) -> usize {
        self.count * self.count.saturating_sub(1)
    }

    /// How many of them have no promise of law in force.
    pub(crate) fn open(&self) -> usize {
        self.pairs()
            .filter(|(.., pledge)| !pledge.is_covered())
            .count()
    }

    /// The pairs that have this pledge.
    pub(crate) fn all(&self, pledge: Pledge) -> impl Iterator<Item = (usize, usize)> {
        let found = self.pairs().filter(move |(.., found)| *found == pledge);
        found.map(|(from, to, _)| (from, to))
    }

    /// The pledges that are there, the strongest first, each with the number of its pairs.
    pub(crate) fn counted(&self) -> Vec<(Pledge, usize)> {
        let count = |pledge| self.all(pledge).count();
        Pledge::ALL
            .into_iter()
            .map(|pledge| (pledge, count(pledge)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize, Pledge)> {
        let places = self.all.iter().enumerate();
        places
            .map(|(place, pledge)| {
                (
                    place / self.count.max(1),
                    place % self.count.max(1),
                    *pledge,
                )
            })
            .filter(|(from, to, _)| from != to)
    }
}
