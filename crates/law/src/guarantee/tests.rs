//! The matrix against hand-made registers and, by generated acts, against what must always hold.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::*;
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::fixture::{day, party, register, registers};
use crate::status::history::Lens;

const RULES: &str = "  data as of 2040-01-01\nin force on the day at least 2 instruments\n\
    each later joiner on its deposit\nwithdrawal 1 years after receipt of notice\n";
const MUTUAL: &str = "guarantee G1 negative by each party to every other party, individually of \"no attack\" when always";
const CODES: [&str; 4] = ["AAA", "BBB", "CCC", "DDD"];

fn matrix(register: &Register, at: &str) -> Coverage {
    let asked = Asked {
        treaties: &[TreatyIndex(0)],
        at: day(at),
        lens: Lens::default(),
        among: &[],
    };
    coverage(register, &asked).expect("it is small")
}

fn mark(register: &Register, at: &str, from: &str, to: &str) -> Mark {
    let coverage = matrix(register, at);
    let place = |code| coverage.member(party(register, code)).expect("a member");
    coverage.strongest(place(from), place(to))
}

fn with(line: &str, acts: &[&str]) -> Register {
    register(&format!("{RULES}{line}\n"), acts)
}

const TWO: [&str; 2] = ["AAA ratification 2001-01-01", "BBB ratification 2001-02-01"];

#[test]
fn a_mutual_promise_binds_both_ways_from_entry_into_force() {
    // Who has done nothing by the day has no line: BBB has signed by then.
    let acts = [
        TWO[0],
        TWO[1],
        "BBB signature 2001-01-01",
        "CCC signature 2001-01-01",
    ];
    let register = with(MUTUAL, &acts);
    assert_eq!(mark(&register, "2001-01-31", "AAA", "BBB"), Mark::Offered);
    assert_eq!(mark(&register, "2001-02-01", "AAA", "BBB"), Mark::Bound);
    assert_eq!(mark(&register, "2001-02-01", "BBB", "AAA"), Mark::Bound);
    assert_eq!(mark(&register, "2001-02-01", "AAA", "CCC"), Mark::Offered);
    assert_eq!(mark(&register, "2001-02-01", "AAA", "AAA"), Mark::Nothing);
}

#[test]
fn withdrawal_loses_the_promise_in_both_directions() {
    let acts = [TWO[0], TWO[1], "BBB withdrawal 2005-03-01"];
    let register = with(MUTUAL, &acts);
    let coverage = matrix(&register, "2005-06-01");
    let row = &coverage.rows[0];
    assert!(coverage.cell(row, 0, 1).has(Condition::WithdrawalPending));
    assert_eq!(coverage.mark(row, 0, 1), Mark::Bound);
    assert_eq!(mark(&register, "2006-03-01", "AAA", "BBB"), Mark::Lost);
    assert_eq!(mark(&register, "2006-03-01", "BBB", "AAA"), Mark::Lost);
}

#[test]
fn force_is_shown_as_what_it_is() {
    for (force, expected) in [
        ("binding treaty", Mark::Bound),
        ("political commitment", Mark::Political),
        ("contested", Mark::Contested),
    ] {
        let signed = ["AAA signature 1999-06-01", "BBB signature 1999-06-01"];
        let acts = [signed[0], signed[1], TWO[0], TWO[1]];
        let register = with(&format!("{MUTUAL} force {force}"), &acts);
        assert_eq!(mark(&register, "2010-01-01", "AAA", "BBB"), expected);
        assert_eq!(mark(&register, "2000-01-01", "AAA", "BBB"), Mark::Offered);
    }
}

#[test]
fn a_unilateral_act_needs_no_consent_of_its_addressee() {
    let line = "guarantee U negative by {AAA} to {DDD}, individually of \"no tests\" force binding unilateral act";
    let register = with(line, &TWO);
    assert_eq!(mark(&register, "2010-01-01", "AAA", "DDD"), Mark::Bound);
}

#[test]
fn third_states_are_presumed_to_assent_and_organizations_are_not() {
    let line =
        "guarantee T negative by each party to third {DDD, X-ORG}, individually of \"no use\"";
    let register = with(line, &TWO);
    assert_eq!(
        mark(&register, "2010-01-01", "AAA", "DDD"),
        Mark::Conditional
    );
    assert_eq!(
        mark(&register, "2010-01-01", "AAA", "X-ORG"),
        Mark::Undetermined
    );
}

#[test]
fn those_who_owe_only_together_wait_for_each_other() {
    let line = "guarantee J positive by {AAA, BBB, CCC} to {AAA, BBB, CCC}, jointly of \"help\"";
    let register = with(line, &TWO);
    let whole = matrix(&register, "2010-01-01");
    assert_eq!(whole.rows[0].joint_missing, [party(&register, "CCC")]);
    assert_eq!(
        mark(&register, "2010-01-01", "AAA", "BBB"),
        Mark::Conditional
    );
    let several = line.replace("jointly", "jointly and severally");
    let register = with(&several, &TWO);
    assert_eq!(mark(&register, "2010-01-01", "AAA", "BBB"), Mark::Bound);
    // Who is left out of the question is not left out of the promise.
    let register = with(line, &TWO);
    let places: Vec<PartyIndex> = ["AAA", "BBB"].map(|code| party(&register, code)).into();
    let asked = Asked {
        treaties: &[TreatyIndex(0)],
        at: day("2010-01-01"),
        lens: Lens::default(),
        among: &places,
    };
    let narrow = coverage(&register, &asked).expect("it is small");
    assert_eq!(narrow.members.len(), 2);
    assert_eq!(narrow.strongest(0, 1), Mark::Conditional);
}

#[test]
fn a_time_runs_out() {
    let register = with(&format!("{MUTUAL} for 10 years"), &TWO);
    assert_eq!(mark(&register, "2011-01-31", "AAA", "BBB"), Mark::Bound);
    assert_eq!(mark(&register, "2011-02-01", "AAA", "BBB"), Mark::Lost);
    let register = with(&format!("{MUTUAL} until 2009-12-31"), &TWO);
    assert_eq!(mark(&register, "2009-12-31", "AAA", "BBB"), Mark::Bound);
    assert_eq!(mark(&register, "2010-01-01", "AAA", "BBB"), Mark::Lost);
}

#[test]
fn a_link_is_looked_at() {
    let first = format!("{RULES}{MUTUAL} linked to t-2\n");
    let second = "  data as of 2040-01-01\nin force on the day at least 1 instruments\n";
    let linked = registers(&[&first, second], &TWO);
    assert_eq!(mark(&linked, "2010-01-01", "AAA", "BBB"), Mark::Conditional);
    let acts = [TWO[0], TWO[1], "t-2 AAA ratification 2009-01-01"];
    let linked = registers(&[&first, second], &acts);
    assert_eq!(mark(&linked, "2010-01-01", "AAA", "BBB"), Mark::Bound);
    let alone = registers(&[&first], &TWO);
    assert_eq!(mark(&alone, "2010-01-01", "AAA", "BBB"), Mark::Conditional);
}

#[test]
fn unknown_is_not_false() {
    let line = "group G unknown\nguarantee H positive by G to {BBB}, severally of \"help\"";
    let register = with(line, &TWO);
    assert_eq!(
        mark(&register, "2010-01-01", "AAA", "BBB"),
        Mark::Undetermined
    );
    let rules = RULES.replace("at least 2 instruments", "all of G");
    let register = crate::status::fixture::register(
        &format!("group G unknown\n{MUTUAL}\n{rules}").replacen("  data as of 2040-01-01\n", "", 1),
        &TWO,
    );
    assert_eq!(
        mark(&register, "2001-02-01", "AAA", "BBB"),
        Mark::Undetermined
    );
}

#[test]
fn one_sided_is_what_certainly_comes_back_from_nobody() {
    let given = "guarantee H positive by {AAA} to {BBB}, severally of \"help\"";
    let back = "group G unknown\nguarantee B positive by G to {AAA}, severally of \"help\"";
    let one_sided = |lines: &str| {
        let register = with(lines, &TWO);
        let coverage = matrix(&register, "2002-01-01");
        let place = |code| {
            coverage
                .member(party(&register, code))
                .expect("it is a member")
        };
        let (from, to) = (place("AAA"), place("BBB"));
        assert!(coverage.strongest(from, to).is_covered());
        assert!(!coverage.is_one_sided(to, from));
        let balance = coverage.balance(from);
        assert_eq!((balance.gives, balance.mutual, balance.gaps), (1, 0, 0));
        coverage.is_one_sided(from, to)
    };
    assert!(one_sided(given));
    assert!(!one_sided(&format!("{back}\n{given}")));
}

#[test]
fn nothing_is_answered_beyond_the_horizon() {
    let register = with(MUTUAL, &TWO);
    let coverage = matrix(&register, "2050-01-01");
    assert!(coverage.treaties[0].beyond);
    assert_eq!(coverage.treaties[0].day, day("2040-01-01"));
}

#[test]
fn gaps_are_closed_by_named_consents() {
    let acts = [
        TWO[0],
        TWO[1],
        "CCC signature 2001-01-01",
        "DDD signature 2001-01-01",
    ];
    let register = with(MUTUAL, &acts);
    let coverage = matrix(&register, "2010-01-01");
    let found = closings(&register, &coverage);
    let consents: Vec<String> = found
        .iter()
        .map(|one| match one {
            Closing::Consent {
                party,
                kind,
                alone,
                together,
                ..
            } => format!(
                "{} {kind} {alone} {together}",
                register.participant(*party).id
            ),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(consents, ["CCC ratification 4 2", "DDD ratification 4 2"]);
    let account = account(&register, &coverage, &coverage.rows[0], 0, 1).expect("two members");
    assert_eq!(account.since, Some(day("2001-02-01")));
    assert!(account.obligor.effect.is_some());
}

#[test]
fn the_way_to_law_is_a_ladder() {
    use crate::clause::truth::Truth::{self, False, True};
    let register = with(MUTUAL, &TWO[..1]);
    let coverage = matrix(&register, "2010-01-01");
    let rungs = ladder(&register, &coverage, &coverage.rows[0]);
    let taken: Vec<(&str, Truth)> = rungs
        .iter()
        .map(|rung| (rung.label(), rung.is_taken()))
        .collect();
    assert_eq!(
        taken,
        [
            ("words", True),
            ("complete", False),
            ("final-clauses", False),
            ("adopted", False),
            ("signed", True),
            ("guarantors-consented", True),
            ("beneficiaries-consented", True),
            ("in-force", False),
            ("law", True),
            ("bound", False),
        ]
    );
}

/// Acts of four States in the years before 2026, in the order of the lines.
fn acts() -> impl Strategy<Value = Vec<String>> {
    let kind = prop_oneof![
        3 => Just("ratification"),
        2 => Just("signature"),
        2 => Just("withdrawal"),
        1 => Just("provisional-application"),
        1 => Just("suspension"),
    ];
    let act = (0..4_usize, kind, 2000..2026_i32, 1..=12_u8, 1..=28_u8).prop_map(
        |(who, kind, year, month, day)| format!("{} {kind} {year}-{month:02}-{day:02}", CODES[who]),
    );
    proptest::collection::vec(act, 0..10)
}

fn registered(line: &str, acts: &[String]) -> Register {
    let acts: Vec<&str> = acts.iter().map(String::as_str).collect();
    with(line, &acts)
}

/// The marks by codes: the members of two registers may differ.
fn marks(register: &Register, at: &str) -> Vec<(String, String, Mark)> {
    let coverage = matrix(register, at);
    let code = |place: usize| format!("{}", register.participant(coverage.members[place]).id);
    let pairs = coverage.pairs();
    pairs
        .map(|(from, to)| (code(from), code(to), coverage.strongest(from, to)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 4 } else { 400 }))]

    /// GUA-2: a mutual promise is worth the same in both directions; a one-sided one is never
    /// returned by itself.
    #[test]
    fn coverage_is_symmetric_if_and_only_if_it_is_mutual(acts in acts(), year in 2000..2041_i32) {
        let at = format!("{year}-07-01");
        let register = registered(MUTUAL, &acts);
        let coverage = matrix(&register, &at);
        for (from, to) in coverage.pairs() {
            let row = &coverage.rows[0];
            prop_assert_eq!(coverage.cell(row, from, to), coverage.cell(row, to, from));
        }
        let one_sided = "guarantee S positive by {AAA, BBB} to {CCC, DDD}, severally of \"help\"";
        let register = registered(one_sided, &acts);
        let coverage = matrix(&register, &at);
        for (from, to) in coverage.pairs() {
            let (there, back) = (coverage.strongest(from, to), coverage.strongest(to, from));
            prop_assert!(there == Mark::Nothing || back == Mark::Nothing);
        }
        let reciprocity = coverage.reciprocity(&coverage.rows[0]);
        prop_assert_eq!(reciprocity.returned, 0);
    }

    /// A last notice takes promises away and gives none. (An earlier one can: who has left in time may
    /// come back by an act that otherwise would have changed nothing.)
    #[test]
    fn withdrawal_only_removes_cells(acts in acts(), who in 0..4_usize, year in 2000..2041_i32, given in 2026..2039_i32) {
        let at = format!("{year}-07-01");
        let before = marks(&registered(MUTUAL, &acts), &at);
        let mut more = acts.clone();
        more.push(format!("{} withdrawal {given}-05-05", CODES[who]));
        for (from, to, mark) in marks(&registered(MUTUAL, &more), &at) {
            let was = before.iter().find(|(one, two, _)| *one == from && *two == to);
            let was = was.map_or(Mark::Nothing, |(_, _, mark)| *mark);
            prop_assert!(!mark.is_covered() || was.is_covered(), "{from} {to} {was:?} {mark:?}");
        }
    }

    /// The order in which acts were entered is no fact of the law.
    #[test]
    fn the_order_of_acts_does_not_matter(acts in acts(), year in 2000..2041_i32) {
        let at = format!("{year}-07-01");
        let mut other = acts.clone();
        other.reverse();
        prop_assert_eq!(
            marks(&registered(MUTUAL, &acts), &at),
            marks(&registered(MUTUAL, &other), &at)
        );
    }

    /// GUA-6: no act raises a political or contested promise to law.
    #[test]
    fn no_act_raises_the_force(acts in acts(), year in 2000..2041_i32) {
        let at = format!("{year}-07-01");
        for force in ["political commitment", "contested"] {
            let register = registered(&format!("{MUTUAL} force {force}"), &acts);
            prop_assert!(marks(&register, &at).iter().all(|(_, _, mark)| !mark.is_covered()));
        }
    }
}
