//! Terms, periods, policies, fallbacks: semantics 4 to 6 and 11.

use super::Case;

const ACTS: [&str; 3] = [
    "t A ratification 2001-01-31",
    "t B ratification 2001-02-10",
    "t C ratification 2001-06-01",
];

#[test]
fn terms_nest() {
    // 10 February + 60 days = 11 April; first day of the next month = 1 May.
    Case::new(
        "in force on the first day of the month following\n  (60 days after the day at least 2 instruments)",
    )
    .acts(&ACTS)
    .gives("2001-05-01 by 2001-02-10");
    // Month 0 is June 2001, the sixth following is December.
    Case::new("in force on the first day of the sixth month following the day at least 3 states")
        .acts(&ACTS)
        .gives("2001-12-01 by 2001-06-01");
    // 31 January + 1 month = 28 February; + 1 month = 28 March, not 31 March.
    Case::new("in force 1 month after (1 month after the day at least 1 instruments)")
        .acts(&ACTS)
        .gives("2001-03-28 by 2001-01-31");
}

#[test]
fn later_takes_the_latest_and_earlier_the_earliest() {
    // 10 February + 20 days = 2 March; the other is a bare date. Triggers: 10 February, the date.
    let term = "in force 20 days after the day at least 2 instruments";
    Case::new(&format!("{term}; or later: on 2001-02-20"))
        .acts(&ACTS)
        .gives("2001-03-02 by 2001-02-20");
    Case::new(&format!("{term}; or earlier: on 2001-02-20"))
        .acts(&ACTS)
        .gives("2001-02-20 by 2001-02-20");
    Case::new(&format!(
        "{term}; or later: on the day at least 4 instruments"
    ))
    .acts(&ACTS)
    .gives("no");
    Case::new(&format!(
        "{term}; or earlier: on the day at least 4 instruments"
    ))
    .acts(&ACTS)
    .gives("2001-03-02 by 2001-02-10");
}

#[test]
fn an_unknown_term_matters_only_where_it_could() {
    let unknown = "weights W unknown\n";
    // Unknown from 1 June 2001 on, which is after 2 March: the earlier date stands.
    let share = "the day at least 3 instruments and together at least 1 % of W";
    let term = "in force 20 days after the day at least 2 instruments";
    Case::new(&format!("{unknown}{term}; or earlier: on {share}"))
        .acts(&ACTS)
        .gives("2001-03-02 by 2001-02-10");
    Case::new(&format!("{unknown}{term}; or later: on {share}"))
        .acts(&ACTS)
        .gives("? 2001-06-01");
    // Unknown from 31 January on, so perhaps earlier than 2 March.
    let share = "the day at least 1 instruments and together at least 1 % of W";
    Case::new(&format!("{unknown}{term}; or earlier: on {share}"))
        .acts(&ACTS)
        .gives("? 2001-01-31");
    // False and unknown is false: the term that is not reached decides.
    Case::new(&format!(
        "{unknown}in force on {share}; or later: on the day at least 9 states"
    ))
    .acts(&ACTS)
    .gives("no");
}

#[test]
fn a_fallback_tests_on_its_date() {
    let rule = |date: &str| {
        format!("in force on {date} if by then at least 2 states; otherwise 90 days after that day")
    };
    // The second deposit is on the date itself; the fixed day is the trigger day too.
    Case::new(&rule("2001-02-10"))
        .acts(&ACTS)
        .gives("2001-02-10 by 2001-02-10");
    Case::new(&rule("2001-03-01"))
        .acts(&ACTS)
        .gives("2001-03-01 by 2001-03-01");
    // A day too late: 10 February + 90 days = 11 May.
    Case::new(&rule("2001-02-09"))
        .acts(&ACTS)
        .gives("2001-05-11 by 2001-02-10");
    // Held on 10 February, false again on 1 March (B left on 20 February), held again on 1 June:
    // + 90 days = 30 August.
    Case::new(&rule("2001-03-01"))
        .acts(&ACTS)
        .acts(&["t B withdrawal 2001-02-20"])
        .gives("2001-08-30 by 2001-06-01");
    Case::new(
        "weights W unknown\nin force on 2001-03-01 if by then together at least 5 % of W; otherwise on that day",
    )
    .acts(&ACTS)
    .gives("? 2001-03-01");
}

#[test]
fn the_first_policy_for_the_first_day_of_a_period_stands() {
    // 10 February + 30 days = 12 March; one day on under next-day.
    let rule = "in force 30 days after the day at least 2 instruments";
    Case::new(&format!(
        "  policy period-expiry next-day until 2001-02-10\n{rule}"
    ))
    .acts(&ACTS)
    .gives("2001-03-13 by 2001-02-10");
    Case::new(&format!(
        "  policy period-expiry next-day from 2001-02-11\n{rule}"
    ))
    .acts(&ACTS)
    .gives("2001-03-12 by 2001-02-10");
    let habits = "depositary \"D\"\n  policy period-expiry next-day\ndepositary \"E\"\n";
    Case::new(&format!("  depositary \"D\"\n{rule}"))
        .file("depositaries.clausula", habits)
        .acts(&ACTS)
        .gives("2001-03-13 by 2001-02-10");
    Case::new(&format!(
        "  depositary \"D\"\n  policy period-expiry same-day until 2001-12-31\n{rule}"
    ))
    .file("depositaries.clausula", habits)
    .acts(&ACTS)
    .gives("2001-03-12 by 2001-02-10");
    // First days of months are no periods: 1 March under either policy.
    Case::new("  policy period-expiry next-day\nin force on the first day of the month following the day at least 2 states")
        .acts(&ACTS)
        .gives("2001-03-01 by 2001-02-10");
}

#[test]
fn without_a_rule_all_negotiating_states_must_have_consented() {
    Case::new("").acts(&ACTS).gives("no rule").binds(&[
        "A 2001-01-31 - open",
        "B 2001-02-10 - open",
        "C 2001-06-01 - open",
    ]);
    Case::new("group NEGOTIATING = {A, B}")
        .acts(&ACTS)
        .gives("2001-02-10 by 2001-02-10")
        .binds(&[
            "A 2001-01-31 2001-02-10 open",
            "B 2001-02-10 2001-02-10 open",
            "C 2001-06-01 2001-06-01 open",
        ]);
    Case::new("group NEGOTIATING unknown")
        .acts(&ACTS)
        .gives("no rule");
    Case::new("in force unmodelled \"a council decides\"")
        .acts(&ACTS)
        .gives("?");
}
