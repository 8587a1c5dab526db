//! Treaties that ask about treaties: `treaty ID in force`, `parties to ID`.

use super::Case;

#[test]
fn a_treaty_waits_for_another() {
    // u enters into force 10 days after 1 February 2001; t's own number was reached before.
    let case = Case::new(
        "in force on the day at least 1 instruments; or later: on the day treaty u in force",
    )
    .acts(&["t A ratification 2001-01-01", "u B ratification 2001-02-01"]);
    case.treaty("u", "in force 10 days after the day at least 1 instruments")
        .gives("2001-02-11 by 2001-02-11")
        .treaty("u", "in force on the day at least 2 instruments")
        .gives("no")
        .treaty("u", "")
        // Unknown from the first, but its own number was reached on 1 January 2001.
        .gives("? 2001-01-01");
}

#[test]
fn an_undetermined_treaty_is_unknown_from_its_lower_bound_on() {
    let u = "weights W unknown\nin force 1 year after the day at least 1 instruments and together at least 1% of W";
    Case::new("in force on the day treaty u in force")
        .treaty("u", u)
        .acts(&["u B ratification 2001-02-01"])
        .gives("? 2002-02-01");
    Case::new("in force on the day treaty nowhere in force").gives("? 2000-01-01");
}

#[test]
fn a_circle_has_no_answer_and_who_asks_it_none_either() {
    let case = Case::new("in force on the day at least 1 instruments and treaty u in force")
        .acts(&["t A ratification 2001-03-01"])
        .treaty("v", "in force on the day treaty u in force");
    // u asks about v, v about u; t stands outside and waits for its own instrument first.
    case.treaty(
        "u",
        "in force on the day at least 1 instruments of parties to v",
    )
    .gives("? 2001-03-01")
    .treaty("u", "in force on the day treaty t in force")
    .gives("?");
}

#[test]
fn parties_are_those_for_whom_it_is_in_force_on_the_day() {
    let u =
        "in force on the day at least 1 instruments\neach later joiner 30 days after its deposit";
    let acts = [
        "u A ratification 2001-01-01",
        "u B ratification 2001-01-10",
        "t A ratification 2001-01-02",
        "t B ratification 2001-01-12",
    ];
    // B is a party to u from 9 February.
    Case::new("in force on the day at least 2 instruments of parties to u")
        .treaty("u", u)
        .acts(&acts)
        .gives("2001-02-09 by 2001-02-09");
    // On 31 January only A was one.
    Case::new("in force on the day all of parties to u as at 2001-01-31")
        .treaty("u", u)
        .acts(&acts)
        .gives("2001-01-02 by 2001-01-02");
}
