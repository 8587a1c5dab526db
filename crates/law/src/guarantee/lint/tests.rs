//! Each piece of advice is raised where it should be and not where it should not.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::*;
use crate::clause;

const HEAD: &str = "treaty \"T\" id t-1 adopted 2027-03-01 at \"Port Ansel\" depositary \"D\" authentic en, tr\n\
    in force on the day at least 2 instruments\nwithdrawal 12 months after receipt of notice\n";

/// A negative and a positive promise without any advice.
const CLEAN: &str = "guarantee G1 negative by each party to every other party, individually of \"not to attack\" \
    when always except \"self-defence under Article 51\" invoked by any party until withdrawal restates \"UN Charter 2(4)\"\n\
    guarantee G2 positive by each party to every other party, jointly and severally of \"assistance\" when \"armed attack\" \
    found by COUNCIL by 2/3 owes \"help within 3 days\" except \"Article 103\" invoked by beneficiary for 10 years restates \"none\"\n";

fn codes(lines: &str) -> Vec<String> {
    let parsed = clause::parse(&format!("{HEAD}{lines}"));
    assert_eq!(parsed.diagnostics, [], "{lines}");
    let found = lint(&parsed.file).into_iter();
    found
        .map(|(_, advice)| {
            assert!(!advice.to_string().is_empty(), "{advice:?}");
            advice.code().to_string()
        })
        .collect()
}

fn advice(line: &str) -> BTreeSet<String> {
    codes(line).into_iter().collect()
}

#[test]
fn a_complete_guarantee_gets_no_advice() {
    assert_eq!(codes(CLEAN), Vec::<String>::new());
}

#[test]
fn each_gap_is_named() {
    let bare = "guarantee G positive by each party to every other party, severally of \"help\"\n";
    let found = codes(bare);
    let gaps = found.iter().filter(|code| *code == "T420").count();
    assert_eq!(gaps, 6, "{found:?}");
    let bare =
        "guarantee G negative by each party to every other party, severally of \"no tolls\"\n";
    let gaps = codes(bare).iter().filter(|code| *code == "T420").count();
    assert_eq!(gaps, 4);
}

/// Words that change the clean promises, and the code they bring.
const CHANGES: [(&str, &str, &str); 14] = [
    (
        "by each party to every other party, individually",
        "by {AAA} to {BBB}, individually",
        "T421",
    ),
    (
        "found by COUNCIL by 2/3",
        "found by each for itself",
        "T422",
    ),
    ("jointly and severally", "jointly", "T423"),
    (
        "to every other party, individually",
        "to third {CCC}, individually",
        "T424",
    ),
    (
        "until withdrawal",
        "until withdrawal force binding unilateral act",
        "T425",
    ),
    ("not to attack", "readiness not to attack", "T426"),
    (" restates \"UN Charter 2(4)\"", "", "T427"),
    (" except \"self-defence under Article 51\"", "", "T428"),
    ("when always", "when always found by COUNCIL", "T429"),
    ("until withdrawal", "until 2026-01-01", "T431"),
    ("until withdrawal", "until \"peace\"", "T432"),
    ("help within 3 days", "help", "T433"),
    (" invoked by any party", "", "T434"),
    ("restates \"none\"", "linked to t-1", "T437"),
];

#[test]
fn each_change_brings_its_advice() {
    for (from, to, code) in CHANGES {
        assert!(CLEAN.contains(from), "{from}");
        let found = advice(&CLEAN.replacen(from, to, 1));
        assert!(found.contains(code), "{to}: {found:?}");
    }
}

#[test]
fn a_promise_in_return_makes_it_mutual() {
    let there = "guarantee A negative by {AAA} to {BBB}, individually of \"no tolls\"\n";
    let back = "guarantee B negative by {BBB} to {AAA}, individually of \"no tolls\"\n";
    assert!(advice(there).contains("T421"));
    assert!(!advice(&format!("{there}{back}")).contains("T421"));
}

#[test]
fn overlaps_and_repetitions_are_named() {
    let overlap =
        "group P = {AAA, BBB}\nguarantee A positive by P to {BBB, CCC}, severally of \"help\"\n";
    assert!(advice(overlap).contains("T435"));
    let twice = "guarantee A negative by {AAA} to {BBB}, severally of \"x\"\nguarantee B negative by {AAA} to {BBB}, jointly of \"x\"\n";
    assert!(advice(twice).contains("T436"));
}

#[test]
fn the_instrument_is_judged_once() {
    let parsed = clause::parse(&format!("treaty \"T\"\n{CLEAN}"));
    let found: Vec<Advice> = lint(&parsed.file)
        .into_iter()
        .map(|(_, found)| found)
        .collect();
    let lacking = found
        .iter()
        .filter(|found| found.code() == clause::Code::T440);
    assert_eq!(lacking.count(), 4);
    assert!(found.contains(&Advice::Withdrawal(WithdrawalClause::Missing)));
}
