//! The budgets of the engine: all treaties, ten times as many, one treaty, one derivation.

mod workload;

use divan::{Bencher, black_box};

use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::{Effect, History, Lens};

use workload::{Clauses, Deed, Workload};

const STATES: u32 = 200;

fn main() {
    divan::main();
}

/// The full history of 560 treaties with 200 States, every date with its derivation.
#[divan::bench(sample_count = 30, sample_size = 1)]
fn all_treaties(bencher: Bencher<'_, '_>) {
    chronicle(bencher, 560);
}

/// The same of ten times as many treaties.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn ten_times_as_many(bencher: Bencher<'_, '_>) {
    chronicle(bencher, 5_600);
}

fn chronicle(bencher: Bencher<'_, '_>, treaties: usize) {
    let register = generated(treaties).register();
    bencher.bench_local(|| register.chronicle(black_box(Lens::default())));
}

/// The history of one treaty among 560.
#[divan::bench]
fn one_treaty(bencher: Bencher<'_, '_>) {
    let register = generated(560).register();
    let (place, _) = asked(&register);
    bencher.bench_local(|| register.history(black_box(place), Lens::default()));
}

/// Why one State is bound by one treaty, from the acts: entry into force and its own date, each
/// with its steps.
#[divan::bench]
fn one_derivation(bencher: Bencher<'_, '_>) {
    let register = generated(560).register();
    let (place, party) = asked(&register);
    bencher.bench_local(|| {
        let history = register.history(black_box(place), Lens::default());
        let own: Vec<Effect> = history.effects_of(black_box(party)).cloned().collect();
        (history.steps, own)
    });
}

/// A treaty of middling size that is in force, with the last State that joined it.
fn asked(register: &Register) -> (TreatyIndex, PartyIndex) {
    let mut histories = register.chronicle(Lens::default());
    histories.retain(|history| history.force().since().is_some());
    histories.sort_by_key(|history| history.effects.len());
    let History {
        treaty, effects, ..
    } = &histories[histories.len() / 2];
    let last = effects.iter().max_by_key(|effect| effect.consent.from);
    (*treaty, last.expect("it has parties").consent.party)
}

/// Draws treaties, deposits and withdrawals from a fixed seed.
fn generated(treaties: usize) -> Workload {
    let mut draw = Draw(0x1969_0523);
    let mut weights = Vec::new();
    for table in 1..=3 {
        // Few are heavy and many are light, as with tonnage and emissions.
        let heavy: Vec<u32> = (0..STATES).map(|_| 100_000 / draw.of(1, 4_000)).collect();
        let total: u32 = heavy.iter().sum();
        let rows = (1..).zip(&heavy);
        weights.extend(rows.map(|(state, one)| (table, state, one * 10_000 / total)));
    }
    let groups = (1..=5).map(|state| (1, state));
    let groups = groups.chain((1..45).map(|state| (2, state))).collect();
    let treaties: Vec<Clauses> = (1..=treaties).map(|place| draw.clauses(place)).collect();
    let mut deeds = Vec::new();
    for (place, clauses) in (1..).zip(&treaties) {
        let share = draw.of(1, 70);
        for state in 1..=STATES {
            let named = clauses.group > 0 && state <= 5 && draw.of(1, 100) <= 80;
            if named || draw.of(1, 100) <= share {
                draw.deeds(place, state, clauses.opened, &mut deeds);
            }
        }
    }
    deeds.sort_unstable();
    Workload {
        states: STATES,
        treaties,
        deeds,
        weights,
        groups,
    }
}

/// A source of numbers that are the same on every run (splitmix64).
struct Draw(u64);

impl Draw {
    fn of(&mut self, least: u32, most: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let beyond = (mixed ^ (mixed >> 31)) % u64::from(most - least + 1);
        least + u32::try_from(beyond).expect("less than the bounds are apart")
    }

    fn one_of<const N: usize>(&mut self, choices: [u32; N]) -> u32 {
        let last = u32::try_from(N - 1).expect("a handful of choices");
        choices[self.of(0, last) as usize]
    }

    /// Ten kinds of rules in turn: days, months, the first of a month, weight, a group, a parent.
    fn clauses(&mut self, place: usize) -> Clauses {
        let kind = place % 10;
        let opened = later(Date::constant(1945, 1, 1), self.of(0, 27_000));
        let (months, days) = match kind {
            0..=3 => (0, self.one_of([0, 30, 90, 180])),
            4 | 5 => (self.one_of([3, 6, 12]), 0),
            6 => (0, 60),
            7 => (3, 0),
            8 => (12, 0),
            _ => (0, 180),
        };
        let is_bound = matches!(kind, 3 | 5 | 9) && place > 20;
        Clauses {
            opened,
            least: self.one_of([2, 5, 10, 20, 20, 22, 25, 30, 35, 40, 50, 60]),
            table: if kind == 8 { self.of(1, 3) } else { 0 },
            weight: self.one_of([3_500, 5_000, 5_500]),
            group: if kind == 9 { self.one_of([1, 1, 2]) } else { 0 },
            months,
            days,
            first_of_month: matches!(kind, 6 | 7),
            not_before: if kind == 9 { 730 } else { 0 },
            parent: if is_bound {
                place - self.of(1, 20) as usize
            } else {
                0
            },
            notice: self.one_of([3, 6, 12, 12, 12]),
        }
    }

    /// One deposit; of one in thirty a withdrawal, and sometimes a new deposit.
    fn deeds(&mut self, treaty: usize, state: u32, opened: Date, deeds: &mut Vec<Deed>) {
        // Many come early and some very late: the product of two draws.
        let wait = self.of(1, 100) * self.of(1, 100);
        let mut day = later(opened, wait);
        let mut enter = |day, is_deposit| {
            deeds.push(Deed {
                treaty,
                state,
                day,
                is_deposit,
            });
        };
        enter(day, true);
        if self.of(1, 100) <= 3 {
            day = later(day, self.of(30, 6_000));
            enter(day, false);
            if self.of(1, 100) <= 40 {
                enter(later(day, self.of(600, 3_000)), true);
            }
        }
    }
}

fn later(day: Date, days: u32) -> Date {
    let reached = calendar::after(day, days, Unit::Days);
    reached.expect("a day before the year 9999").day
}
