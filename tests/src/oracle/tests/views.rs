//! The view that rests on announced dates: semantics 10.

use super::{Case, View};

#[test]
fn the_announced_date_stands_in_for_the_computed_one() {
    // Computed: trigger 10 January, general date 9 February. Announced: 20 January.
    let rule = "  announced in force 2001-01-20\n\
                in force 30 days after the day at least 2 instruments\n\
                each later joiner 5 days after its deposit";
    let acts = [
        "t A ratification 2001-01-01",
        "t B ratification 2001-01-10",
        "t C ratification 2001-01-12",
        "t D ratification 2001-01-18",
    ];
    Case::new(rule)
        .acts(&acts)
        .binds(&[
            "A 2001-01-01 2001-02-09 open",
            "B 2001-01-10 2001-02-09 open",
            "C 2001-01-12 2001-02-09 open",
            "D 2001-01-18 2001-02-09 open",
        ])
        .binds_in(
            View::Announced,
            &[
                "A 2001-01-01 2001-01-20 open",
                "B 2001-01-10 2001-01-20 open",
                // 12 January + 5 = 17 January, before the announced date; 18 + 5 = 23 after it.
                "C 2001-01-12 2001-01-20 open",
                "D 2001-01-18 2001-01-23 open",
            ],
        );
}

#[test]
fn without_a_computed_trigger_everybody_has_its_own_term() {
    let rule = "  announced in force 2001-01-20\n\
                weights W unknown\nin force on the day together at least 5 % of W\n\
                each later joiner 5 days after its deposit";
    Case::new(rule)
        .acts(&["t A ratification 2001-01-01", "t B ratification 2001-01-19"])
        .gives("? 2000-01-01")
        .binds_in(
            View::Announced,
            &[
                "A 2001-01-01 2001-01-20 open",
                "B 2001-01-19 2001-01-24 open",
            ],
        );
    Case::new("  announced in force 2001-01-20")
        .acts(&["t A ratification 2001-01-01"])
        .binds_in(View::Announced, &["A 2001-01-01 - open"]);
}

#[test]
fn dependents_see_the_announced_date() {
    let case = Case::new("in force on the day treaty u in force").treaty(
        "u",
        "  announced in force 2001-01-20\nin force on 2002-02-02",
    );
    let assessed = case.assess(None, View::Announced);
    assert_eq!(
        super::outcome(assessed["t"].outcome),
        "2001-01-20 by 2001-01-20"
    );
    case.gives("2002-02-02 by 2002-02-02");
}
