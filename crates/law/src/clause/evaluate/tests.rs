//! The first day on which conditions are met.

use super::*;
use crate::register::Register;
use crate::status::fixture::*;

const ANY: &str = "\n  adopted 2000-01-01\nin force on the day at least 1 instruments";

fn first(register: &Register, words: &str) -> Held {
    in_scene(register, |scene| first_day(&condition(words), scene))
}

/// EIF-8: all acts of a day count, and those of the day that completed the number are named.
#[test]
fn the_acts_of_the_trigger_day_are_named() {
    let acts = [
        "AAA ratification 2001-01-01",
        "CCC accession 2001-02-02",
        "BBB ratification 2001-02-02",
        "BBB signature 2001-02-02",
    ];
    let Held::On(trigger) = first(&register(ANY, &acts), "at least 2 instruments") else {
        panic!("two have consented");
    };
    assert_eq!(trigger.day, day("2001-02-02"));
    assert_eq!(trigger.acts, [ActIndex(1), ActIndex(2)]);
    let read = Reading::Number {
        before: 1,
        on: 3,
        need: 2,
    };
    assert_eq!(trigger.readings[0].1, read);
}

/// CON-5, EIF-6: before the trigger the count is of live consents.
#[test]
fn what_was_withdrawn_before_does_not_count() {
    let acts = [
        "AAA ratification 2001-01-01",
        "AAA withdrawal-of-instrument 2001-02-01",
        "BBB ratification 2001-02-01",
        "CCC ratification 2001-03-01",
    ];
    let Held::On(trigger) = first(&register(ANY, &acts), "at least 2 instruments") else {
        panic!("two consents are live at last");
    };
    assert_eq!(trigger.day, day("2001-03-01"));
}

/// Semantics 10: false and undetermined is false; the bound is the first day that may be it.
#[test]
fn what_depends_on_the_unknown_has_a_bound() {
    let clauses = "\ngroup G unknown\nin force on the day at least 1 instruments";
    let register = register(clauses, &["AAA ratification 2001-01-01"]);
    let held = first(&register, "at least 1 instruments and at least 1 of G");
    let reasons = Vec::from([Reason::GroupUnknown("G".into(), None)]);
    assert_eq!(
        held,
        Held::Unknown {
            since: Some(day("2001-01-01")),
            reasons
        }
    );
    assert_eq!(
        first(&register, "at least 2 instruments and at least 1 of G"),
        Held::Never
    );
    let either = first(&register, "at least 1 instruments or at least 1 of G");
    assert!(matches!(either, Held::On(trigger) if trigger.day == day("2001-01-01")));
}

/// Semantics 4: `if by then` tests the day itself, with its acts.
#[test]
fn a_fixed_day_is_tested_with_its_own_acts() {
    let register = register(
        ANY,
        &["AAA ratification 2001-01-01", "BBB ratification 2002-01-01"],
    );
    let by = |words: &str, date: &str| {
        in_scene(&register, |scene| {
            match by_then(&condition(words), day(date), scene) {
                ByThen::Held(trigger) => Some((true, trigger.day)),
                ByThen::Later(Held::On(trigger)) => Some((false, trigger.day)),
                ByThen::Later(_) | ByThen::Unknown(_) => None,
            }
        })
    };
    assert_eq!(
        by("at least 2 states", "2002-01-01"),
        Some((true, day("2002-01-01")))
    );
    assert_eq!(
        by("at least 2 states", "2001-12-31"),
        Some((false, day("2002-01-01")))
    );
    assert_eq!(by("at least 3 states", "2001-12-31"), None);
}

/// What holds before anything has happened holds from adoption.
#[test]
fn a_condition_without_acts_holds_from_adoption() {
    let held = first(
        &register(ANY, &[]),
        "on or after 1990-01-01 and at least 0 states",
    );
    assert!(matches!(held, Held::On(trigger) if trigger.day == day("1990-01-01")));
    let held = first(&register(ANY, &[]), "at least 0 states");
    assert!(matches!(held, Held::On(trigger) if trigger.day == day("2000-01-01")));
}
