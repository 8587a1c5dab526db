//! Withdrawal, its bars and its revocation (END-4 to END-6).

use super::Case;

const FORCE: &str = "in force on the day at least 1 instruments\n";

/// A consents on 1 January 2001 and gives notice on 31 August 2001.
#[track_caller]
fn check(withdrawal: &str, more: &[&str], end: &str) {
    Case::new(&format!("{FORCE}{withdrawal}"))
        .recorded(&["t A ratification 2001-01-01", "t A withdrawal 2001-08-31"])
        .recorded(more)
        .binds(&[&format!("A 2001-01-01 2001-01-01 {end}")]);
}

#[test]
fn a_notice_takes_effect_by_its_clause() {
    check(
        "withdrawal 6 months after receipt of notice",
        &[],
        "2002-02-28",
    );
    check("withdrawal silent", &[], "?2002-08-31");
    check("withdrawal excluded", &[], "open");
    check("", &[], "?2001-08-31");
}

#[test]
fn a_policy_moves_the_end_of_the_notice_too() {
    Case::new(&format!(
        "  policy period-expiry next-day from 2001-08-31\n{FORCE}withdrawal 1 day after receipt of notice"
    ))
    .recorded(&["t A ratification 2001-01-01", "t A withdrawal 2001-08-31"])
    // 31 August + 1 day = 1 September, and one day on.
    .binds(&["A 2001-01-01 2001-01-01 2001-09-02"]);
}

#[test]
fn an_early_notice_runs_from_the_bar_day() {
    // Bar 1 January 2002 (one year after 1 January 2001); then 3 months.
    for of in ["general", "its"] {
        check(
            &format!(
                "withdrawal 3 months after receipt of notice, not before 1 year after {of} entry into force"
            ),
            &[],
            "2002-04-01",
        );
    }
    // The bar day 1 May 2001 had passed: 31 August + 3 months = 30 November.
    check(
        "withdrawal 3 months after receipt of notice, not before 4 months after general entry into force",
        &[],
        "2001-11-30",
    );
}

#[test]
fn a_bar_without_entry_into_force_never_lifts() {
    let rule = "in force on the day at least 2 states\n\
                withdrawal 1 month after receipt of notice, not before 1 month after general entry into force";
    let acts = ["t A ratification 2001-01-01", "t A withdrawal 2001-02-01"];
    Case::new(rule)
        .recorded(&acts)
        .gives("no")
        .binds(&["A 2001-01-01 - open"]);
    // A still counts when B comes a year later; then one month and one month.
    Case::new(rule)
        .recorded(&acts)
        .recorded(&["t B ratification 2002-02-01"])
        .gives("2002-02-01 by 2002-02-01")
        .binds(&[
            "A 2001-01-01 2002-02-01 2002-04-01",
            "B 2002-02-01 2002-02-01 open",
        ]);
}

#[test]
fn a_recorded_effect_wins() {
    Case::new(&format!("{FORCE}withdrawal excluded"))
        .recorded(&[
            "t A ratification 2001-01-01",
            "t A withdrawal 2001-08-31 effect=2001-10-10",
        ])
        .binds(&["A 2001-01-01 2001-01-01 2001-10-10"]);
}

#[test]
fn a_pending_notice_can_be_revoked() {
    let clause = "withdrawal 1 month after receipt of notice";
    check(clause, &["t A revocation 2001-09-29"], "open");
    // On 30 September (31 August + 1 month) the notice takes effect and is not pending.
    check(clause, &["t A revocation 2001-09-30"], "2001-09-30");
    // Before the notice was received there was nothing to revoke but the consent.
    check(clause, &["t A revocation 2001-08-30"], "2001-08-30");
}

#[test]
fn an_undetermined_end_leaves_conditions_open() {
    // A is perhaps live from 1 February on: with B on 1 March one or two.
    let acts = [
        "t A ratification 2001-01-01",
        "t A withdrawal 2001-02-01",
        "t B ratification 2001-03-01",
        "t C ratification 2001-04-01",
    ];
    Case::new("in force on the day at least 2 instruments")
        .recorded(&acts)
        .gives("? 2001-03-01");
    // Three are perhaps there on 1 April.
    Case::new("in force on the day at least 3 instruments")
        .recorded(&acts)
        .gives("? 2001-04-01");
    Case::new("in force on the day at least 4 instruments")
        .recorded(&acts)
        .gives("no");
    // On the trigger day it was live: its start stays.
    Case::new("in force 2 months after the day at least 1 instruments")
        .recorded(&acts)
        .binds(&[
            "A 2001-01-01 2001-03-01 ?2001-02-01",
            "B 2001-03-01 2001-03-01 open",
            "C 2001-04-01 2001-04-01 open",
        ]);
}
