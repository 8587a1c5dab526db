//! Each code with a smallest example that raises it and a near one that does not.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use super::{Binding, LintContext, check, lint_derivation};
use crate::clause::decimal::Decimal;
use crate::clause::diagnostic::{Code, Detail, MOST_DIAGNOSTICS};
use crate::clause::{dependencies, parse_policy};

/// Lints statements below a header that states every policy and the date of adoption.
fn codes_in(statements: &str, context: &LintContext) -> Vec<Code> {
    let source = format!(
        "treaty \"A\"\n  id a\n  adopted 2000-01-31\n  policy period-expiry same-day\n  \
         policy organizations counted\n  policy withdrawal-before-force allowed\n{statements}\n"
    );
    check(&source, context)
        .diagnostics
        .iter()
        .map(|found| found.code)
        .collect()
}

/// A statement that raises the code, and a near one that does not.
#[track_caller]
fn raised(code: Code, raising: &str, near: &str) {
    raised_in(&LintContext::default(), code, raising, near);
}

#[track_caller]
fn raised_in(context: &LintContext, code: Code, raising: &str, near: &str) {
    let found = codes_in(raising, context);
    assert!(
        found.contains(&code),
        "{code} is not raised by {raising}: {found:?}"
    );
    let found = codes_in(near, context);
    assert!(!found.contains(&code), "{code} is raised by {near}");
    assert!(!found.contains(&Code::Syntax), "{near} is not well formed");
}

fn member(code: &str) -> ParticipantId {
    ParticipantId::new(code).expect("a code")
}

fn treaty(id: &str) -> TreatyId {
    TreatyId::new(id).expect("an identifier")
}

#[test]
fn e01_cannot_be_satisfied() {
    raised(
        Code::E01,
        "in force on the day at least 3 of {TUR, FRA, FRA}",
        "in force on the day at least 1 of {TUR, FRA}",
    );
    raised(
        Code::E01,
        "group G = {TUR}\nin force on the day at least 2 instruments of G",
        "group G = {TUR}\nin force on the day at least 2 instruments other than G",
    );
    let weights = "weights W unknown\n";
    raised(
        Code::E01,
        &format!("{weights}in force on the day together at least 100.5 % of W"),
        &format!("{weights}in force on the day together at least 100 % of W"),
    );
    raised(
        Code::E01,
        &format!("{weights}in force on the day together at least 4/3 of W"),
        &format!("{weights}in force on the day together at least 3/3 of W"),
    );
}

#[test]
fn e01_with_members_and_rows_known() {
    let context = LintContext {
        groups: BTreeMap::from([("G".to_string(), BTreeSet::new())]),
        tables: BTreeMap::from([(
            "W".to_string(),
            BTreeMap::from([(member("TUR"), Decimal::whole(60))]),
        )]),
        ..LintContext::default()
    };
    raised_in(
        &context,
        Code::E01,
        "group G from \"g.csv\"\nin force on the day all of G",
        "group H from \"h.csv\"\nin force on the day all of H",
    );
    let weights = "weights W from \"w.csv\" total 100\n";
    raised_in(
        &context,
        Code::E01,
        &format!("{weights}in force on the day together at least 61 % of W"),
        &format!("{weights}in force on the day together at least 60 % of W"),
    );
}

#[test]
fn e02_dates_out_of_order() {
    raised(
        Code::E02,
        "in force on 2000-01-30",
        "in force on 2000-01-31",
    );
    raised(
        Code::E02,
        "open for signature until 2000-01-01",
        "open for signature until 2000-12-31",
    );
    raised(
        Code::E02,
        "open for signature from 2001-01-02 until 2001-01-01",
        "open for signature from 2001-01-01 until 2001-01-01",
    );
    let header = |opened| format!("treaty \"A\"\n  adopted 2000-01-31\n  opened {opened}\n");
    let found = check(&header("2000-01-30"), &LintContext::default()).diagnostics;
    assert_eq!(
        found
            .iter()
            .map(|found| (found.code, found.line, found.column))
            .collect::<Vec<_>>(),
        [(Code::E02, 3, 10)]
    );
    assert_eq!(
        check(&header("2000-01-31"), &LintContext::default()).diagnostics,
        []
    );
}

#[test]
fn e03_a_fraction_needs_its_day() {
    raised(
        Code::E03,
        "in force on the day at least 3/4 of signatories",
        "in force on the day at least 3/4 of signatories as at adoption",
    );
}

#[test]
fn e04_used_but_not_declared() {
    raised(
        Code::E04,
        "in force on the day all of G",
        "group G = {TUR}\nin force on the day all of G",
    );
    raised(
        Code::E04,
        "in force on the day at least 2 states each with W at least 1",
        "weights W unknown\nin force on the day at least 2 states each with W at least 1",
    );
    let context = LintContext {
        tables: BTreeMap::from([(
            "W".to_string(),
            BTreeMap::from([(member("TUR"), Decimal::whole(1))]),
        )]),
        ..LintContext::default()
    };
    let rule = |member| {
        format!(
            "weights W from \"w.csv\"\nin force on the day at least 1 states of {{{member}}} each with W at least 1"
        )
    };
    raised_in(&context, Code::E04, &rule("FRA"), &rule("TUR"));
}

#[test]
fn e05_circles() {
    let context = LintContext {
        dependencies: BTreeMap::from([
            (treaty("b"), vec![treaty("d"), treaty("c")]),
            (treaty("c"), vec![treaty("a"), treaty("c")]),
            (treaty("d"), vec![treaty("d")]),
        ]),
        ..LintContext::default()
    };
    raised_in(
        &context,
        Code::E05,
        "in force on the day treaty b in force",
        "in force on the day treaty d in force",
    );
    raised_in(
        &context,
        Code::E05,
        "in force on the day treaty a in force",
        "in force on the day treaty e in force",
    );
    raised(
        Code::E05,
        "in force 3 months after general entry into force",
        "in force 3 months after opening",
    );
    let source = "treaty \"A\"\n  id a\nin force on the day at least 2 of parties to b and treaty e in force";
    let parsed = check(source, &context);
    assert_eq!(dependencies(&parsed.file), [treaty("b"), treaty("e")]);
    let circle = Detail::Circle {
        treaties: ["a", "b", "c", "a"].map(treaty).to_vec(),
    };
    assert!(
        parsed
            .diagnostics
            .iter()
            .any(|found| found.detail == circle),
        "{:?}",
        parsed.diagnostics
    );
}

#[test]
fn e06_a_second_entry_into_force() {
    raised(
        Code::E06,
        "in force on 2001-01-01\nin force on 2002-01-01",
        "in force on 2001-01-01; or later: on 2002-01-01",
    );
}

#[test]
fn e08_the_provision_has_changed() {
    let binding = |current: &str| LintContext {
        bindings: vec![Binding {
            line: 7,
            recorded: "3f9a1c20".to_string(),
            current: current.to_string(),
        }],
        ..LintContext::default()
    };
    assert!(codes_in("withdrawal excluded", &binding("00000000")).contains(&Code::E08));
    assert!(!codes_in("withdrawal excluded", &binding("3f9a1c20")).contains(&Code::E08));
}

#[test]
fn e09_nobody_may_join() {
    let context = LintContext {
        groups: BTreeMap::from([("G".to_string(), BTreeSet::new())]),
        ..LintContext::default()
    };
    raised_in(
        &context,
        Code::E09,
        "group G from \"g.csv\"\nopen for signature to G",
        "group G from \"g.csv\"\nopen for signature to G\nopen for accession",
    );
    raised(
        Code::E09,
        "open for accession until 1999-12-31",
        "open for accession until 2000-12-31",
    );
}

#[test]
fn e10_articles_that_do_not_exist() {
    let context = LintContext {
        articles: Some(vec!["2".to_string(), "14 bis".to_string()]),
        ..LintContext::default()
    };
    raised_in(
        &context,
        Code::E10,
        "reservations only to 2, 15",
        "reservations only to 2, 14 bis",
    );
    raised(
        Code::W04,
        "reservations not to 15\nwithdrawal silent",
        "reservations not to 15",
    );
}

#[test]
fn w01_the_end_of_a_period() {
    let bare = |statement: &str| {
        let source = format!("treaty \"A\"\n{statement}\neach later joiner on its deposit");
        check(&source, &LintContext::default()).diagnostics
    };
    let codes = |statement: &str| {
        bare(statement)
            .iter()
            .map(|found| found.code)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        codes("in force 30 days after the day at least 2 states"),
        [Code::W01]
    );
    assert_eq!(codes("in force on the day at least 2 states"), []);
    let policy = parse_policy("period-expiry next-day").expect("a policy");
    let context = LintContext {
        depositary_policies: vec![policy],
        ..LintContext::default()
    };
    let inherited = "treaty \"A\"\neach later joiner 30 days after its deposit";
    assert_eq!(check(inherited, &context).diagnostics, []);
    raised(
        Code::W02,
        "in force 1 months after adoption",
        "in force 12 months after adoption",
    );
}

#[test]
fn w02_the_end_of_a_month() {
    raised(
        Code::W02,
        "each later joiner 3 months after its deposit",
        "each later joiner on the first day of the month following (3 months after its deposit)",
    );
    raised(
        Code::W02,
        "withdrawal 1 years after receipt of notice",
        "withdrawal 365 days after receipt of notice",
    );
    raised(
        Code::W02,
        "in force 1 months after 2001-01-30",
        "in force 1 months after (on the first day of the month following 2001-01-30)",
    );
}

#[test]
fn w03_whether_organizations_count() {
    let codes = |statement: &str| {
        let source = format!("treaty \"A\"\n{statement}\neach later joiner on its deposit");
        let found = check(&source, &LintContext::default()).diagnostics;
        found.iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert_eq!(
        codes("in force on the day at least 20 instruments"),
        [Code::W03]
    );
    assert_eq!(codes("in force on the day at least 20 states"), []);
    assert_eq!(
        codes("in force on the day at least 1 instruments of {TUR, FRA}"),
        []
    );
    assert_eq!(
        codes("in force on the day at least 1 instruments of {TUR, X-EU}"),
        [Code::W03]
    );
    raised(
        Code::W13,
        "in force on the day at least 20 instruments",
        "reservations none",
    );
}

#[test]
fn w04_withdrawal_silent() {
    raised(Code::W04, "withdrawal silent", "withdrawal excluded");
}

#[test]
fn w06_all_of_a_set() {
    raised(
        Code::W06,
        "in force on the day at least 2 of {TUR, FRA}",
        "in force on the day all of {TUR, FRA}",
    );
}

#[test]
fn w07_a_number_on_a_fixed_day() {
    let source = |condition: &str| {
        format!(
            "treaty \"A\"\nin force on 2001-01-01 if by then {condition}; otherwise on that day"
        )
    };
    let revocable = |condition: &str| {
        let found = check(&source(condition), &LintContext::default()).diagnostics;
        found.iter().any(|found| found.code == Code::W07)
    };
    assert!(revocable("at least 2 states"));
    assert!(!revocable("treaty b in force"));
}

#[test]
fn w08_a_share_of_nothing() {
    let rule = "in force on the day together at least 50 % of W";
    raised(
        Code::W08,
        &format!("weights W from \"w.csv\" total 0\n{rule}"),
        &format!("weights W from \"w.csv\" total 1\n{rule}"),
    );
}

#[test]
fn w09_phases_never_reached() {
    raised(
        Code::W09,
        "in force on 2001-01-01 if by then at least 2 states and on or after 2001-01-02; otherwise on that day",
        "in force on 2001-01-01 if by then at least 2 states and on or after 2001-01-01; otherwise on that day",
    );
    raised(
        Code::W09,
        "in force on 2001-01-01; or earlier: on 2002-01-01",
        "in force on 2001-01-01; or earlier: on adoption",
    );
    raised(
        Code::W09,
        "in force 30 days after the day all of {TUR}; or later: 20 days after the day all of {TUR}",
        "in force 30 days after the day all of {TUR}; or later: 20 days after the day all of {FRA}",
    );
    raised(
        Code::W09,
        "in force 1 years after opening; or later: 12 months after opening",
        "in force 1 years after opening; or later: 366 days after opening",
    );
}

#[test]
fn w13_no_rule_for_later_joiners() {
    let force = "in force on 2001-01-01";
    raised(
        Code::W13,
        force,
        &format!("{force}\neach later joiner on its deposit"),
    );
    raised(
        Code::W13,
        force,
        &format!("{force}\neach later joiner of organizations on its deposit"),
    );
}

#[test]
fn w14_unknown_groups_and_tables() {
    let rule = "in force on the day all of G";
    raised(
        Code::W14,
        &format!("group G unknown\n{rule}"),
        &format!("group G = {{TUR}}\n{rule}"),
    );
    raised(
        Code::W14,
        "weights W unknown\nin force on the day together at least 50 % of W",
        "weights W unknown",
    );
}

#[test]
fn w15_rounded_fractions() {
    for percent in ["66.67", "66.6666", "66.7", "33.3", "16.67", "14.29"] {
        let rule = |percent| {
            format!(
                "weights W from \"w.csv\"\nin force on the day together at least {percent} % of W"
            )
        };
        raised(Code::W15, &rule(percent), &rule("75"));
    }
    for exact in ["66", "67", "65.5", "12.5", "50", "33", "11.2"] {
        let rule = format!(
            "weights W from \"w.csv\"\nin force on the day together at least {exact} % of W"
        );
        assert!(
            !codes_in(&rule, &LintContext::default()).contains(&Code::W15),
            "{exact}"
        );
    }
}

#[test]
fn a_left_out_statement_is_not_held_against_the_others() {
    let source = "treaty \"A\"\ngroup G = {tur}\nin force on the day all of G";
    let found = check(source, &LintContext::default()).diagnostics;
    assert_eq!(
        found.iter().map(|found| found.code).collect::<Vec<_>>(),
        [Code::Syntax]
    );
}

#[test]
fn findings_are_limited() {
    let groups = (0..MOST_DIAGNOSTICS + 7)
        .map(|nth| format!("all of G{nth}"))
        .collect::<Vec<_>>();
    let rule = format!("each later joiner on the day {}", groups.join(" or "));
    let source = format!("treaty \"A\"\n{rule}");
    let found = check(&source, &LintContext::default()).diagnostics;
    assert_eq!(found.len(), MOST_DIAGNOSTICS + 1);
    assert!(
        found
            .iter()
            .any(|found| found.detail == Detail::More { left_out: 7 })
    );
}

#[test]
fn acts_of_the_trigger_day_are_named_together() {
    let rule = "\nin force on the day at least 2 states";
    let together = |acts: &[&str]| {
        let register = crate::status::fixture::register(rule, acts);
        let history = crate::status::fixture::history(&register);
        let clauses = &register.treaty(history.treaty).clauses;
        let found = lint_derivation(clauses, &history.steps);
        let found = found.iter().map(|found| (found.code, found.detail.clone()));
        found.collect::<Vec<_>>()
    };
    let alone = ["AAA ratification 2001-01-01", "BBB ratification 2001-02-01"];
    assert_eq!(together(&alone), []);
    let same_day = ["AAA ratification 2001-02-01", "BBB ratification 2001-02-01"];
    let day = crate::calendar::parse("2001-02-01").expect("a day");
    let expected = Detail::SameDayActs { day, acts: 2 };
    assert_eq!(together(&same_day), [(Code::W11, expected)]);
    assert_eq!(together(&[]), []);
}

#[test]
fn every_wording_is_its_own() {
    let bare = [
        Detail::OwnEntryIntoForce,
        Detail::OrganizationsUnstated,
        Detail::WithdrawalSilent,
        Detail::NobodyMayJoin,
        Detail::NoJoiner,
    ];
    let worded = bare
        .iter()
        .map(ToString::to_string)
        .collect::<BTreeSet<_>>();
    assert_eq!(worded.len(), bare.len());
    assert!(worded.iter().all(|words| !words.is_empty()));
}

#[test]
fn e01_a_part_that_nobody_can_be() {
    raised(
        Code::E01,
        "in force on the day more than 2/2 of signatories as at each day",
        "in force on the day at least 2/2 of signatories as at each day",
    );
    raised(
        Code::E01,
        "in force on the day at least 2/3 of parties as at each day",
        "in force on the day at least 2/3 of parties to b as at each day",
    );
    raised(
        Code::E01,
        "in force on the day more than 2 states of {TUR, FRA}",
        "in force on the day more than 1 states of {TUR, FRA}",
    );
}

#[test]
fn e05_together_is_no_circle_unless_somebody_waits() {
    let (a, b) = (treaty("a"), treaty("b"));
    let together = LintContext {
        dependencies: BTreeMap::from([(a.clone(), vec![b.clone()]), (b.clone(), vec![a.clone()])]),
        partners: BTreeMap::from([(a.clone(), vec![b.clone()]), (b.clone(), vec![a.clone()])]),
        ..LintContext::default()
    };
    raised_in(
        &together,
        Code::E05,
        "in force on the day treaty b in force",
        "in force together with b",
    );
    let waiting = LintContext {
        partners: BTreeMap::from([(a, vec![b])]),
        ..together
    };
    raised_in(
        &waiting,
        Code::E05,
        "in force together with b",
        "in force together with c",
    );
}

#[test]
fn e06_one_partner_beside_the_own_clause() {
    raised(
        Code::E06,
        "in force together with b\nin force together with c",
        "in force on the day at least 2 instruments\nin force together with b",
    );
}
