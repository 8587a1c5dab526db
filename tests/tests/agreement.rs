//! The engine of `law` against the oracle, on generated registers: no difference.
//!
//! `SPONSIO_CASES` sets how many registers are compared; without it, 20,000.

extern crate alloc;

use alloc::collections::BTreeMap;

use sponsio_law::clause::truth::Truth;
use sponsio_law::register::Register;
use sponsio_law::status::history::{Force, History, Lens, Start, View};
use sponsio_law::status::live::End;
use sponsio_tests::assemble::assemble;
use sponsio_tests::generate::generate;
use sponsio_tests::oracle::{self, Assessment, Day, Interval, Outcome, Provisional};

/// Puts the engine's result into the oracle's words.
fn in_words_of_the_oracle(register: &Register, history: &History) -> Assessment {
    let day = |date: sponsio_law::calendar::Date| {
        Day::of(date.year().into(), date.month().into(), date.day().into())
    };
    let outcome = |force: &Force| match force {
        Force::InForce { since, trigger } => {
            let trigger = trigger.expect("a computed date has a trigger");
            Outcome::InForce {
                date: day(*since),
                trigger: day(trigger),
            }
        }
        Force::NotInForce => Outcome::NotInForce,
        Force::Undetermined { not_before, .. } => Outcome::Undetermined {
            not_before: not_before.map(day),
        },
        Force::NoRule => Outcome::NoRule,
    };
    let provisional = history.provisional.as_ref();
    let provisional = provisional.map(|it| Provisional {
        outcome: outcome(&it.force),
        until: it.until.map(day),
    });
    let course = history.force().since().map_or_else(Vec::new, |since| {
        let turns = history.lapses.iter();
        let turns = turns
            .flat_map(|lapse| [Some(lapse.from), lapse.until])
            .flatten();
        let mut days: Vec<_> = turns.filter(|turn| since < *turn).collect();
        days.push(since);
        days.sort_unstable();
        let mut course: Vec<(Day, oracle::Force)> = Vec::new();
        for turn in days {
            let force = match history.in_force_on(turn) {
                Truth::True => oracle::Force::Yes,
                Truth::False => oracle::Force::No,
                Truth::Unknown => oracle::Force::Unknown,
            };
            if course.last().is_none_or(|(_, last)| *last != force) {
                course.push((day(turn), force));
            }
        }
        course
    });
    let interval = |effect: &sponsio_law::status::history::Effect| Interval {
        participant: register.participant(effect.consent.party).id.to_string(),
        deposited: day(effect.consent.from),
        start: match effect.start {
            Start::On(start) => Some(day(start)),
            Start::NotYet | Start::Never | Start::Undetermined(_) => None,
        },
        end: match (effect.consent.end, effect.consent.doubtful) {
            (End::UnknownFrom(since, _), _) | (End::Day(..), Some((since, _))) => {
                oracle::End::UndeterminedFrom(day(since))
            }
            (End::Day(end, _), None) => oracle::End::On(day(end)),
            (End::Open, _) => oracle::End::Open,
        },
    };
    let mut intervals: Vec<Interval> = history.effects.iter().map(interval).collect();
    intervals.sort();
    Assessment {
        outcome: outcome(&history.computed),
        course,
        provisional,
        general: history.force().since().map(day),
        intervals,
    }
}

/// Compares the two engines on one register, under both views and some knowledge dates.
fn compare(seed: u64) {
    let files = generate(seed);
    let register = assemble(&files);
    let mut knowledge: Vec<Option<sponsio_law::calendar::Date>> = vec![None];
    let acts = register.treaties().iter().flat_map(|treaty| treaty.acts());
    knowledge.extend(acts.step_by(17).map(|act| Some(act.known_from())).take(2));
    for known in knowledge {
        for view in [View::Computed, View::Announced] {
            let histories = register.chronicle(Lens { known, view });
            let ours: BTreeMap<String, Assessment> = histories
                .iter()
                .map(|history| {
                    let id = register.treaty(history.treaty).id.to_string();
                    (id, in_words_of_the_oracle(&register, history))
                })
                .collect();
            let known_day = known.map(|known| Day::read(&known.to_string()).expect("a date"));
            let their_view = match view {
                View::Computed => oracle::View::Computed,
                View::Announced => oracle::View::Announced,
            };
            let theirs = oracle::assess(&files, known_day, their_view).expect("a readable folder");
            for (id, expected) in &theirs {
                if ours[id] != *expected {
                    let folder: Vec<String> = files
                        .iter()
                        .map(|(name, text)| format!("--- {name}\n{text}"))
                        .collect();
                    panic!(
                        "seed {seed}, {id}, known {known:?}, {view:?}\n{}\nengine {:#?}\noracle {expected:#?}",
                        folder.join("\n"),
                        ours[id],
                    );
                }
            }
        }
    }
}

fn cases() -> u64 {
    option_env!("SPONSIO_CASES")
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(20_000)
}

fn compare_share(share: u64) {
    let cases = cases();
    (0..cases)
        .filter(|seed| seed % 2 == share)
        .for_each(compare);
}

#[test]
fn engine_and_oracle_agree_on_even_seeds() {
    compare_share(0);
}

#[test]
fn engine_and_oracle_agree_on_odd_seeds() {
    compare_share(1);
}
