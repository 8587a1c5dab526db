//! Counts, lists, shares, sets: semantics 1, 2, 9 and 10.

use super::Case;

#[test]
fn a_count_is_reached_with_all_acts_of_the_day_and_the_period_runs_from_it() {
    // Second deposit 31 August 2001, three on that day; + 6 months = 28 February 2002 (clamped).
    Case::new("in force 6 months after the day at least 2 instruments")
        .acts(&[
            "t A ratification 2001-05-01",
            "t B accession 2001-08-31",
            "t C accession 2001-08-31",
        ])
        .gives("2002-02-28 by 2001-08-31")
        .binds(&[
            "A 2001-05-01 2002-02-28 open",
            "B 2001-08-31 2002-02-28 open",
            "C 2001-08-31 2002-02-28 open",
        ]);
}

#[test]
fn only_live_consents_count_before_the_trigger() {
    // A leaves on 1 March, the day on which B comes: one live. D on 1 May makes two.
    Case::new("in force on the day at least 2 instruments")
        .acts(&[
            "t A ratification 2001-01-01",
            "t A withdrawal 2001-03-01",
            "t B ratification 2001-03-01",
            "t D ratification 2001-05-01",
        ])
        .gives("2001-05-01 by 2001-05-01")
        .binds(&[
            "A 2001-01-01 - 2001-03-01",
            "B 2001-03-01 2001-05-01 open",
            "D 2001-05-01 2001-05-01 open",
        ]);
}

#[test]
fn the_latch_holds_what_the_trigger_gave() {
    // Trigger 1 February; A leaves on 10 February, before 30 days have run: it never starts.
    Case::new("in force 30 days after the day at least 2 instruments")
        .acts(&[
            "t A ratification 2001-01-01",
            "t B ratification 2001-02-01",
            "t A withdrawal 2001-02-10",
        ])
        .gives("2001-03-03 by 2001-02-01")
        .binds(&["A 2001-01-01 - 2001-02-10", "B 2001-02-01 2001-03-03 open"]);
}

#[test]
fn states_are_states_and_territories_never_count() {
    let acts = [
        "t OLD ratification 2001-01-01",
        "t T ratification 2001-01-02",
        "t X-O formal-confirmation 2001-01-03",
        "t A ratification 2001-01-04",
    ];
    let policy = "in force on the day at least 2 states";
    Case::new(policy)
        .acts(&acts)
        .gives("2001-01-04 by 2001-01-04");
    Case::new("  policy organizations counted\nin force on the day at least 2 instruments")
        .acts(&acts)
        .gives("2001-01-03 by 2001-01-03");
    Case::new("  policy organizations never-counted\nin force on the day at least 2 instruments")
        .acts(&acts)
        .gives("2001-01-04 by 2001-01-04");
}

#[test]
fn an_organization_counts_while_no_member_is_live() {
    let rule = "in force on the day at least 2 instruments";
    let acts = [
        "t X-O accession 2001-01-01",
        "t A ratification 2001-01-05",
        "t B ratification 2001-01-09",
    ];
    // Without a table of members: never. So A and B.
    Case::new(rule)
        .acts(&acts)
        .gives("2001-01-09 by 2001-01-09");
    // A is a member until 1 January 2000 only: X-O and A are two.
    Case::new(rule)
        .file("groups/X-O.csv", "participant,from,until\nA,,2000-01-01\n")
        .acts(&acts)
        .gives("2001-01-05 by 2001-01-05");
    // A is a member: from its deposit on X-O is not additional; A and B.
    Case::new(rule)
        .file("groups/X-O.csv", "participant,from,until\nA,,\n")
        .acts(&acts)
        .gives("2001-01-09 by 2001-01-09");
    // A's consent is only perhaps live from 3 January (a notice without a withdrawal clause), so
    // X-O is perhaps counted; B with one perhaps gives at least one and at most three.
    Case::new("in force on the day at least 2 instruments of {X-O, B}")
        .file("groups/X-O.csv", "participant,from,until\nA,,\n")
        .recorded(&[
            "t A ratification 2001-01-01",
            "t A withdrawal 2001-01-03",
            "t X-O accession 2001-01-02",
            "t B ratification 2001-01-09",
        ])
        .gives("? 2001-01-09");
}

#[test]
fn membership_alone_decides_in_lists() {
    // The organization is not counted among instruments, yet it is one of the list.
    Case::new("in force on the day at least 2 of {X-O, A, B}")
        .acts(&["t X-O accession 2001-01-01", "t B ratification 2001-01-07"])
        .gives("2001-01-07 by 2001-01-07");
    Case::new("in force on the day all of {X-O, A}")
        .acts(&["t X-O accession 2001-01-01", "t A ratification 2001-01-08"])
        .gives("2001-01-08 by 2001-01-08");
}

#[test]
fn filters_select_by_membership_on_the_day() {
    // C is a member until 1 February (exclusive); A and C are both members on 31 January.
    let group = "group G from \"groups/g.csv\"\n";
    let table = "participant,from,until\nA,2001-01-15,\nC,,2001-02-01\n";
    let acts = [
        "t C ratification 2001-01-02",
        "t A ratification 2001-01-10",
        "t B ratification 2001-01-12",
    ];
    // A becomes a member on 15 January, a day without any act.
    Case::new(&format!(
        "{group}in force on the day at least 2 instruments of G"
    ))
    .file("groups/g.csv", table)
    .acts(&acts)
    .gives("2001-01-15 by 2001-01-15");
    // Others than members: B from 12 January; with A (not yet a member) two on that day.
    Case::new(&format!(
        "{group}in force on the day at least 2 states other than G"
    ))
    .file("groups/g.csv", table)
    .acts(&acts)
    .gives("2001-01-12 by 2001-01-12");
    // C stops being one on 1 February: then B and C are two others.
    Case::new(&format!(
        "{group}in force on the day at least 2 states other than G"
    ))
    .file("groups/g.csv", table)
    .acts(&["t C ratification 2001-01-02", "t B ratification 2001-01-20"])
    .gives("2001-02-01 by 2001-02-01");
}

#[test]
fn an_empty_set_and_a_missing_member_make_all_of_false() {
    Case::new("in force on the day all of signatories")
        .acts(&["t A accession 2001-01-01"])
        .gives("no");
    Case::new("in force on the day all of {A, ZZZ}")
        .acts(&["t A accession 2001-01-01"])
        .gives("no");
}

#[test]
fn signatories_have_signed_by_the_day() {
    // A has signed before; B signs definitively on 5 January, which is also its consent.
    Case::new("in force on the day at least 2 instruments of signatories")
        .acts(&[
            "t A signature-ad-referendum 2001-01-01",
            "t C accession 2001-01-01",
            "t A ratification 2001-01-04",
            "t B definitive-signature 2001-01-05",
        ])
        .gives("2001-01-05 by 2001-01-05");
}

#[test]
fn shares_are_exact() {
    let weights = "weights W from \"weights/w.csv\"\n";
    let table = "participant,weight\nA,1\nB,1\nC,1\n";
    let acts = ["t A ratification 2001-01-01", "t B ratification 2001-01-02"];
    // Two of three are exactly 2/3; 66.667 % of 3 is 2.00001, which two do not reach.
    Case::new(&format!(
        "{weights}in force on the day together at least 2/3 of W"
    ))
    .file("weights/w.csv", table)
    .acts(&acts)
    .gives("2001-01-02 by 2001-01-02");
    Case::new(&format!(
        "{weights}in force on the day together at least 66.667 % of W"
    ))
    .file("weights/w.csv", table)
    .acts(&acts)
    .gives("no");
    // Of a declared total of 8: 25 % is 2.
    let weights = "weights W from \"weights/w.csv\" total 8\n";
    Case::new(&format!(
        "{weights}in force on the day together at least 25 % of W"
    ))
    .file("weights/w.csv", table)
    .acts(&acts)
    .gives("2001-01-02 by 2001-01-02");
    // D is not in the table and weighs nothing: each with at least 1 are A and B.
    Case::new(&format!(
        "{weights}in force on the day at least 2 states each with W at least 1"
    ))
    .file("weights/w.csv", table)
    .acts(&["t D ratification 2000-12-01", acts[0], acts[1]])
    .gives("2001-01-02 by 2001-01-02");
}

#[test]
fn what_is_unknown_is_not_false() {
    let acts = ["t A ratification 2001-01-01", "t B ratification 2001-02-01"];
    let unknown = "weights W unknown\ngroup G unknown \"lost\"\n";
    // The number is reached on 1 February, 12 months had to run, the table is missing.
    let rule =
        "in force 12 months after the day at least 2 instruments and together at least 50 % of W";
    Case::new(&format!("{unknown}{rule}"))
        .acts(&acts)
        .gives("? 2002-02-01");
    // True or unknown is true: but before, on 1 January 2000 (adoption), it was unknown already.
    let rule = "in force on the day at least 2 instruments or together at least 50 % of W";
    Case::new(&format!("{unknown}{rule}"))
        .acts(&acts)
        .gives("? 2000-01-01");
    // Three never deposited: false and unknown is false.
    let rule = "in force on the day at least 3 instruments and together at least 50 % of W";
    Case::new(&format!("{unknown}{rule}"))
        .acts(&acts)
        .gives("no");
    // Of an unknown group two are possible from 1 February on.
    let rule = "in force on the day at least 2 instruments of G";
    Case::new(&format!("{unknown}{rule}"))
        .acts(&acts)
        .gives("? 2001-02-01");
    // Nobody has consented before 1 January: whoever is in the group, not all of it has.
    let rule = "in force on the day all of G";
    Case::new(&format!("{unknown}{rule}"))
        .acts(&acts)
        .gives("? 2001-01-01");
}

#[test]
fn what_is_true_without_any_act_holds_on_adoption() {
    Case::new("in force 10 days after the day at least 0 instruments")
        .acts(&["t A ratification 2001-01-01"])
        .gives("2000-01-11 by 2000-01-01");
    Case::new("in force on the day on or after 2003-05-06").gives("2003-05-06 by 2003-05-06");
}

#[test]
fn consent_by_restricts_what_counts_and_not_who_is_bound() {
    // A's accession does not count; its ratification of 1 March, while live, does.
    Case::new("consent by ratification\nin force on the day at least 2 instruments")
        .acts(&[
            "t A accession 2001-01-01",
            "t B ratification 2001-02-01",
            "t C accession 2001-02-05",
            "t A ratification 2001-03-01",
        ])
        .gives("2001-03-01 by 2001-03-01")
        .binds(&[
            "A 2001-01-01 2001-03-01 open",
            "B 2001-02-01 2001-03-01 open",
            "C 2001-02-05 2001-03-01 open",
        ]);
}
