//! Who is bound, from when, to when: semantics 1 and 8.

use super::Case;

const SOON: &str = "in force on the day at least 1 instruments\neach later joiner on its deposit\n";

#[test]
fn later_joiners_start_by_their_clause_and_never_before_the_treaty() {
    let acts = [
        "t A ratification 2001-01-01",
        "t B ratification 2001-01-05",
        "t C ratification 2001-03-20",
    ];
    let force = "in force 60 days after the day at least 1 instruments";
    // General date 2 March. B: 5 January + 10 days = 15 January. C: 30 March.
    for (joiner, b, c) in [
        ("", "2001-03-02", "2001-03-20"),
        (
            "each later joiner 10 days after its deposit",
            "2001-03-02",
            "2001-03-30",
        ),
        (
            "each later joiner 10 days after its deposit, even before general entry into force",
            "2001-01-15",
            "2001-03-30",
        ),
        // B's own term would end on 5 March, but it deposited before the general date.
        (
            "each joiner after entry into force 2 months after its deposit",
            "2001-03-02",
            "2001-05-20",
        ),
        (
            "each later joiner 2 months after its deposit",
            "2001-03-05",
            "2001-05-20",
        ),
    ] {
        Case::new(&format!("{force}\n{joiner}"))
            .acts(&acts)
            .binds(&[
                "A 2001-01-01 2001-03-02 open",
                &format!("B 2001-01-05 {b} open"),
                &format!("C 2001-03-20 {c} open"),
            ]);
    }
}

#[test]
fn the_first_consent_stands_and_after_an_end_a_new_interval_opens() {
    Case::new(SOON)
        .acts(&[
            "t A withdrawal 2001-02-01",
            "t A accession 2001-02-01",
            "t A accession 2001-01-15",
            "t A ratification 2001-01-01",
            "t B withdrawal 2001-01-20",
            "t B accession 2001-01-20",
        ])
        // B's withdrawal has nothing to end: its only consent is of the same day.
        .binds(&[
            "A 2001-01-01 2001-01-01 2001-02-01",
            "A 2001-02-01 2001-02-01 open",
            "B 2001-01-20 2001-01-20 open",
        ]);
}

#[test]
fn a_start_that_is_not_before_the_end_never_happens() {
    // 1 March + 30 days = 31 March.
    let rule = "in force on the day at least 1 states\neach later joiner 30 days after its deposit";
    let acts = ["t A ratification 2001-01-01", "t B ratification 2001-03-01"];
    Case::new(rule)
        .acts(&acts)
        .acts(&["t B withdrawal 2001-03-31"])
        .binds(&["A 2001-01-01 2001-01-01 open", "B 2001-03-01 - 2001-03-31"]);
    Case::new(rule)
        .acts(&acts)
        .acts(&["t B withdrawal 2001-04-01"])
        .binds(&[
            "A 2001-01-01 2001-01-01 open",
            "B 2001-03-01 2001-03-31 2001-04-01",
        ]);
}

#[test]
fn revocation_without_a_pending_notice_and_withdrawal_of_an_instrument_end_the_consent() {
    for act in ["revocation", "withdrawal-of-instrument"] {
        Case::new(SOON)
            .acts(&[
                "t A ratification 2001-01-01",
                &format!("t A {act} 2001-05-01"),
            ])
            .binds(&["A 2001-01-01 2001-01-01 2001-05-01"]);
    }
}

#[test]
fn unknown_labels_are_no_acts() {
    Case::new(SOON)
        .acts(&["t A application 2001-01-01", "t A Ratification 2001-01-02"])
        .gives("no")
        .binds(&[]);
}

#[test]
fn a_succession_reaches_back_to_its_date_but_not_behind_the_treaty() {
    // General date 1 January 2001. B's date of succession lies before it, C's after.
    Case::new("in force on the day at least 1 states\neach later joiner 30 days after its deposit")
        .recorded(&[
            "t A ratification 2001-01-01",
            "t B succession 2001-06-01 effect=2000-07-01",
            "t C succession 2001-06-01 effect=2001-03-01",
            "t D succession 2001-06-01",
        ])
        .binds(&[
            "A 2001-01-01 2001-01-01 open",
            "B 2001-06-01 2001-01-01 open",
            "C 2001-06-01 2001-03-01 open",
            "D 2001-06-01 2001-06-01 open",
        ]);
    // In conditions it counts from its notification.
    Case::new("in force on the day at least 1 states")
        .recorded(&["t B succession 2001-06-01 effect=2000-07-01"])
        .gives("2001-06-01 by 2001-06-01");
}

#[test]
fn a_continuing_state_keeps_the_deposit_and_starts_when_it_takes_over() {
    let rule = "in force 30 days after the day at least 1 states";
    // General date 31 January. C continues A before it, D continues B after it.
    Case::new(rule)
        .recorded(&[
            "t A ratification 2001-01-01",
            "t B ratification 2001-01-01",
            "t C continuation 2001-01-10 of=A",
            "t D continuation 2001-04-01 of=B",
            "t E continuation 2001-04-02 of=B",
        ])
        .gives("2001-01-31 by 2001-01-01")
        .binds(&[
            "A 2001-01-01 - 2001-01-10",
            "B 2001-01-01 2001-01-31 2001-04-01",
            "C 2001-01-10 2001-01-31 open",
            "D 2001-04-01 2001-04-01 open",
        ]);
    // The joiner term runs from A's deposit of 10 January: 20 January, and C takes over then.
    Case::new("in force on the day at least 1 states\neach later joiner 30 days after its deposit")
        .recorded(&[
            "t B ratification 2001-01-01",
            "t A ratification 2001-01-10",
            "t C continuation 2001-01-20 of=A",
        ])
        .binds(&[
            "A 2001-01-10 - 2001-01-20",
            "B 2001-01-01 2001-01-01 open",
            // 10 January + 30 days = 9 February.
            "C 2001-01-20 2001-02-09 open",
        ]);
}

#[test]
fn a_correction_stands_from_the_day_it_was_recorded() {
    let case = Case::new("in force on the day at least 2 instruments").recorded(&[
        "t A ratification 2001-01-01",
        "t B ratification 2001-02-01 id=b recorded=2001-02-05",
        "t B correction 2001-01-20 of=b recorded=2001-06-01",
    ]);
    case.gives_as_known_on("2001-02-04", "no")
        .gives_as_known_on("2001-02-05", "2001-02-01 by 2001-02-01")
        .gives_as_known_on("2001-05-31", "2001-02-01 by 2001-02-01")
        .gives_as_known_on("2001-06-01", "2001-01-20 by 2001-01-20")
        .gives("2001-01-20 by 2001-01-20");
}
