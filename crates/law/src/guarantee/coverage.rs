//! Coverage: the matrix obligor × beneficiary × promise on a day, two bytes a cell (GUA-1 to GUA-6).

use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::rule::{ExtensionKeyword, Set};
use crate::clause::scene::Scene;
use crate::clause::truth::Truth;
use crate::guarantee::cell::{Cell, Mark};
use crate::guarantee::pairing::Setting;
use crate::guarantee::promise::{Beneficiaries, Guarantors, Promise};
use crate::guarantee::roll::{joint_missing, link, members, owes_only_together, roll, strangers};
use crate::guarantee::seat::{Seat, seats};
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::chronicle;
use crate::status::history::{History, Lens};

/// The most cells that are computed at once: 193 participants with some 400 promises.
pub const MOST_CELLS: usize = 16_000_000;

/// A question about guarantees.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The treaties that are looked at.
    pub treaties: &'a [TreatyIndex],
    /// The day; nothing is answered beyond the day to which each treaty's data reach.
    pub at: Date,
    /// From where the acts are seen.
    pub lens: Lens,
    /// Only these participants; empty: all that the promises concern.
    pub among: &'a [PartyIndex],
}

/// The matrix of all promises of some treaties on a day.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// The day that was asked for.
    pub at: Date,
    /// The treaties, in the order in which they were asked for.
    pub treaties: Vec<Covered>,
    /// The participants: each is a line and a column of the matrix.
    pub members: Vec<PartyIndex>,
    /// The promises, each with its cells.
    pub rows: Vec<Row>,
    /// Guarantee statements that are kept in words, by place in `treaties` and statement: nothing is
    /// known of what they cover.
    pub in_words: Vec<(usize, usize)>,
}

/// A treaty in the matrix.
#[derive(Debug, Clone)]
pub struct Covered {
    /// Its history.
    pub history: History,
    /// The day to which its data reach; absent where nothing is known.
    pub known_to: Option<Date>,
    /// Whether the day that was asked for lies beyond; the cells then are the last known ones.
    pub beyond: bool,
    /// The day that the cells describe.
    pub day: Date,
    pub(super) seats: Vec<Seat>,
}

/// A promise with its cells.
#[derive(Debug, Clone)]
pub struct Row {
    /// The place of its treaty in [`Coverage::treaties`].
    pub treaty: usize,
    /// The index of its statement in the treaty.
    pub statement: usize,
    /// The promise.
    pub promise: Promise,
    /// Those of the guarantors who owe only together that are not certainly bound.
    pub joint_missing: Vec<PartyIndex>,
    /// How many guarantors and beneficiaries it names that the register does not know: they have no
    /// line and no column.
    pub strangers: (u64, u64),
    /// Whether the instrument to which it is linked is in force; true where it is linked to none.
    pub link: Truth,
    pub(super) by: Vec<Truth>,
    pub(super) to: Vec<Truth>,
    cells: Vec<Cell>,
}

/// The matrix would have more cells than are computed at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// How many it would have.
    pub cells: usize,
}

/// Returns the treaties in which something is guaranteed, in the order of the register.
pub fn promising(register: &Register) -> Vec<TreatyIndex> {
    let places = register.treaty_places();
    places
        .filter(|place| register.treaty(*place).guarantees().next().is_some())
        .collect()
}

/// Returns the coverage of some treaties on a day.
pub fn coverage(register: &Register, asked: &Asked<'_>) -> Result<Coverage, TooLarge> {
    let treaties: Vec<Covered> = asked
        .treaties
        .iter()
        .map(|place| covered(register, *place, asked))
        .collect();
    let found = promises(register, &treaties);
    let members = members(register, &treaties, &found, asked.among);
    let cells = members.len().saturating_mul(members.len());
    let cells = cells.saturating_mul(found.len());
    if MOST_CELLS < cells {
        return Err(TooLarge { cells });
    }
    let mut rows = Vec::with_capacity(found.len());
    for (treaty, covered) in treaties.iter().enumerate() {
        let of_treaty = found.iter().filter(|(place, _, _)| *place == treaty);
        let place = covered.history.treaty;
        chronicle::in_scene(register, place, asked.lens, |scene| {
            for (_, statement, promise) in of_treaty {
                let link = link(register, promise, covered, asked.lens);
                let row = Row::of(
                    (treaty, *statement),
                    promise,
                    link,
                    covered,
                    &members,
                    scene,
                );
                rows.push(row);
            }
        });
    }
    Ok(Coverage {
        at: asked.at,
        in_words: in_words(register, &treaties),
        treaties,
        members,
        rows,
    })
}

impl Coverage {
    /// Returns the cell of a promise between two members, by their places in `members`.
    pub fn cell(&self, row: &Row, from: usize, to: usize) -> Cell {
        let place = from.saturating_mul(self.members.len()).saturating_add(to);
        row.cells.get(place).copied().unwrap_or_default()
    }

    /// Returns how a promise is shown between two members.
    pub fn mark(&self, row: &Row, from: usize, to: usize) -> Mark {
        self.cell(row, from, to).mark(row.promise.legal_force())
    }

    /// Returns what stands for a pair: the strongest of its promises.
    pub fn strongest(&self, from: usize, to: usize) -> Mark {
        let marks = self.rows.iter().map(|row| self.mark(row, from, to));
        marks.max().unwrap_or(Mark::Nothing)
    }

    /// Returns the place of a participant among the members.
    pub fn member(&self, party: PartyIndex) -> Option<usize> {
        self.members.iter().position(|member| *member == party)
    }

    /// Returns every ordered pair of two different members.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let count = self.members.len();
        (0..count).flat_map(move |from| {
            let others = (0..count).filter(move |to| *to != from);
            others.map(move |to| (from, to))
        })
    }
}

impl Row {
    fn of(
        (treaty, statement): (usize, usize),
        promise: &Promise,
        link: Truth,
        covered: &Covered,
        members: &[PartyIndex],
        scene: Scene<'_>,
    ) -> Self {
        let day = covered.day;
        let whose = |set: &Set| roll(set, covered, members, scene);
        let concerned = || -> Vec<Truth> {
            let seats = members.iter().map(|member| seat(covered, *member));
            seats.map(|seat| seat.is_concerned().into()).collect()
        };
        let by = match &promise.by {
            Guarantors::EachParty | Guarantors::AllParties => concerned(),
            Guarantors::Set(set) => whose(set),
        };
        let to = match &promise.to {
            Beneficiaries::EveryOtherParty | Beneficiaries::AllParties => concerned(),
            Beneficiaries::Itself => by.clone(),
            Beneficiaries::Set(set) | Beneficiaries::Third(set) => whose(set),
        };
        let strangers = strangers(promise, day, scene);
        let joint_missing = joint_missing(promise, covered, scene);
        let joint = owes_only_together(promise);
        let setting = Setting {
            promise,
            day,
            joint_incomplete: !joint_missing.is_empty() || (joint && strangers.0 > 0),
            link,
        };
        let own = matches!(promise.to, Beneficiaries::Itself);
        let mut cells = Vec::with_capacity(members.len().saturating_mul(members.len()));
        for (from, (obligor, by)) in members.iter().zip(&by).enumerate() {
            let obligor = seat(covered, *obligor);
            for (at, (beneficiary, to)) in members.iter().zip(&to).enumerate() {
                let named = if own == (from == at) {
                    by.and(*to)
                } else {
                    Truth::False
                };
                cells.push(setting.cell(named, obligor, seat(covered, *beneficiary)));
            }
        }
        Self {
            treaty,
            statement,
            promise: promise.clone(),
            joint_missing,
            strangers,
            link,
            by,
            to,
            cells,
        }
    }
}

impl Covered {
    pub(super) fn seat(&self, party: PartyIndex) -> &Seat {
        seat(self, party)
    }
}

fn seat(covered: &Covered, party: PartyIndex) -> &Seat {
    // Seats are made for all participants of the register, from which all members come.
    &covered.seats[party.at()]
}

fn covered(register: &Register, place: TreatyIndex, asked: &Asked<'_>) -> Covered {
    let history = register.history(place, asked.lens);
    let known_to = history.horizon(register);
    let day = known_to.map_or(asked.at, |known_to| asked.at.min(known_to));
    let seats = seats(register, &history, day);
    Covered {
        known_to,
        beyond: known_to.is_none_or(|known_to| known_to < asked.at),
        day,
        seats,
        history,
    }
}

fn promises<'r>(register: &'r Register, treaties: &[Covered]) -> Vec<(usize, usize, &'r Promise)> {
    let mut found = Vec::new();
    for (place, covered) in treaties.iter().enumerate() {
        for (statement, promise) in register.treaty(covered.history.treaty).guarantees() {
            found.push((place, statement, promise));
        }
    }
    found
}

fn in_words(register: &Register, treaties: &[Covered]) -> Vec<(usize, usize)> {
    let treaties = treaties.iter().enumerate();
    let found = treaties.flat_map(|(place, covered)| {
        let extensions = register.treaty(covered.history.treaty).extensions();
        extensions
            .filter(|(_, extension)| extension.keyword == ExtensionKeyword::Guarantee)
            .map(move |(statement, _)| (place, statement))
    });
    found.collect()
}
