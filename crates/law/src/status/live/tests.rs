//! Intervals of live consent: how they open, end and pass to another.

use super::*;
use crate::status::fixture::*;

const RULE: &str = "\nin force on 2000-01-01\neach later joiner on its deposit\nwithdrawal 3 months after receipt of notice";
const SILENT: &str =
    "\nin force on 2000-01-01\neach later joiner on its deposit\nwithdrawal silent";

/// END-12: a second consent changes nothing while the first is live; afterwards it opens a new
/// interval. Intervals are half-open.
#[test]
fn consent_after_withdrawal_is_a_new_interval() {
    let acts = [
        "AAA ratification 2001-01-01",
        "AAA accession 2001-06-01",
        "AAA withdrawal 2002-01-01",
        "AAA accession 2002-04-01",
    ];
    let expected = [
        "2001-01-01 | 2001-01-01 | 2002-04-01",
        "2002-04-01 | 2002-04-01 | open",
    ];
    assert_eq!(intervals(&register(RULE, &acts), "AAA"), expected);
}

/// END-6, VCLT art. 68: a notice can be revoked until it takes effect; otherwise the consent is.
#[test]
fn a_notice_is_revoked_before_it_takes_effect() {
    let revoked = |day: &str| {
        let last = alloc::format!("AAA revocation {day}");
        let acts = [
            "AAA ratification 2001-01-01",
            "AAA withdrawal 2002-01-01",
            &last,
        ];
        intervals(&register(RULE, &acts), "AAA").join("; ")
    };
    assert_eq!(revoked("2002-03-31"), "2001-01-01 | 2001-01-01 | open");
    assert_eq!(
        revoked("2002-04-01"),
        "2001-01-01 | 2001-01-01 | 2002-04-01"
    );
    assert_eq!(
        revoked("2001-12-31"),
        "2001-01-01 | 2001-01-01 | 2001-12-31"
    );
}

/// On one day what ends comes before what opens, and kinds decide, not the order of entry.
#[test]
fn the_order_within_a_day_does_not_matter() {
    let mut acts = [
        "AAA ratification 2001-01-01",
        "AAA accession 2001-05-05",
        "AAA withdrawal-of-instrument 2001-05-05",
        "BBB succession 2001-05-05 effect 1999-01-01",
        "BBB accession 2001-05-05",
    ];
    let there = register(RULE, &acts);
    acts.reverse();
    let back = register(RULE, &acts);
    for code in ["AAA", "BBB"] {
        assert_eq!(intervals(&there, code), intervals(&back, code));
    }
    let expected = [
        "2001-01-01 | 2001-01-01 | 2001-05-05",
        "2001-05-05 | 2001-05-05 | open",
    ];
    assert_eq!(intervals(&there, "AAA"), expected);
}

/// SUCC-5: a continuation takes over what the predecessor held, with its day of deposit, and what
/// is doubtful of it stays doubtful for the same reason.
#[test]
fn a_continuation_takes_over_consent_and_doubt() {
    let acts = [
        "AAA ratification 2001-01-01",
        "AAA withdrawal 2002-01-01",
        "BBB continuation 2003-05-05 of AAA",
    ];
    let register = register(SILENT, &acts);
    assert_eq!(
        intervals(&register, "AAA"),
        ["2001-01-01 | 2001-01-01 | 2003-05-05"]
    );
    assert_eq!(
        intervals(&register, "BBB"),
        ["2003-05-05 | 2003-05-05 | ? 2003-05-05"]
    );
    let history = history(&register);
    let notice = |code| {
        let effect = history
            .effects_of(party(&register, code))
            .next()
            .expect("it consented");
        effect.consent.end_steps.first().cloned()
    };
    let expected = Step::Notice {
        act: ActIndex(1),
        received: day("2002-01-01"),
    };
    assert_eq!(notice("AAA"), Some(expected.clone()));
    assert_eq!(notice("BBB"), Some(expected));
}
