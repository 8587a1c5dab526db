//! Shares of tables, counts and proportions, one by one.

use super::*;
use crate::register::Register;
use crate::status::fixture::*;

use crate::clause::decimal::Decimal;
use crate::treaty::WeightTable;

const RATIFIED: [&str; 2] = ["AAA ratification 2001-01-01", "BBB ratification 2001-02-02"];

fn with_table(share: &str) -> Register {
    let rule = "\nweights W from \"weights/w.csv\"\nin force on the day together at least ";
    let mut register = register(&alloc::format!("{rule}{share} of W"), &RATIFIED);
    let rows = ["AAA", "BBB", "CCC"].map(|code| (id(code), Decimal::whole(1)));
    register.set_weights("weights/w.csv".into(), WeightTable { rows: rows.into() });
    register
}

/// EIF-4: a share of the whole is compared exactly; two of three are two thirds, not 66.67 %.
#[test]
fn a_share_is_compared_exactly() {
    assert_eq!(since(&with_table("2/3")), "2001-02-02");
    assert_eq!(since(&with_table("66.6667%")), "never");
    assert_eq!(since(&with_table("66.6666%")), "2001-02-02");
}

/// No words say a fraction of nought, but a tree may: it does not panic.
#[test]
fn a_fraction_of_nought_is_never_reached() {
    let register = with_table("2/3");
    let atom = Atom::Share {
        share: Share::Fraction(1, 0),
        table: "W".into(),
    };
    in_scene(&register, |scene| {
        let test = Test::of(&atom, scene, &mut Vec::new());
        assert_eq!(
            test.truth(Some(day("2001-03-01")), &[], scene),
            Truth::False
        );
        assert!(matches!(
            test.lack(day("2001-03-01"), scene),
            Lack::Sum {
                is_weight: true,
                ..
            }
        ));
    });
}

/// Semantics 9: `all of` an empty set is false, and a member unknown to the register never
/// consents.
#[test]
fn all_of_a_set_asks_for_somebody_and_for_everybody() {
    let parties = "\nin force on the day all of parties to t-2";
    let nobody = registers(&[parties, "\nin force on 2000-01-01"], &RATIFIED);
    assert_eq!(since(&nobody), "never");
    assert_eq!(
        since(&register(
            "\nin force on the day all of {AAA, BBB}",
            &RATIFIED
        )),
        "2001-02-02"
    );
    assert_eq!(
        since(&register(
            "\nin force on the day all of {AAA, ZZZ}",
            &RATIFIED
        )),
        "never"
    );
}

/// Semantics 10: a sum may certainly reach a number, possibly, or not.
#[test]
fn a_sum_has_a_sure_and_a_possible_part() {
    let mut sum = Bounds::default();
    sum.add(Truth::True, 2);
    sum.add(Truth::Unknown, 1);
    assert_eq!((sum.sure, sum.possible), (2, 3));
    sum.remove(Truth::Unknown, 1);
    sum.remove(Truth::True, 5);
    assert_eq!((sum.sure, sum.possible), (0, 0));
}
