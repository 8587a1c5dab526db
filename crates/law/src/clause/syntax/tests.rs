//! What is read, what is kept in words, and what is refused with which reason.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{LONGEST_SOURCE, parse, parse_depositaries, parse_policy, parse_statement};
use crate::clause::diagnostic::{Code, Detail, Expected, Found, MOST_DIAGNOSTICS};
use crate::clause::rule::{Atom, Condition, Force, Point};
use crate::clause::rule::{
    Extension, ExtensionKeyword, Filter, Moment, PeriodExpiry, PolicySetting, Rule, Term,
};

mod refusals;

/// Reads a statement that must be in the core and printed back in these words.
#[track_caller]
fn core(source: &str, printed: &str) {
    let statement = parse_statement(source).expect("the statement is in the core");
    assert!(!matches!(statement.rule, Rule::Extension(_)), "{source}");
    assert_eq!(statement.to_string(), printed);
}

/// Reads a statement that must be kept in its own words.
#[track_caller]
fn beyond(keyword: ExtensionKeyword, source: &str) {
    let statement = parse_statement(source).expect("the statement is beyond the core");
    let words = source.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.split(" [").next().unwrap_or_default().to_string();
    let expected = Rule::Extension(Extension { keyword, words });
    assert_eq!(statement.rule, expected);
    assert_eq!(parse_statement(&statement.to_string()), Ok(statement));
}

/// Reads a statement that must be refused with these words at this column.
#[track_caller]
fn refused(source: &str, column: u32, reason: &str) {
    let faults = parse_statement(source).expect_err("the statement is faulty");
    let shown = faults.iter().map(ToString::to_string).collect::<Vec<_>>();
    let expected = format!("1:{column}: {reason}");
    assert!(
        shown.iter().any(|fault| fault.starts_with(&expected)),
        "{expected}\n{shown:#?}"
    );
}

#[test]
fn the_core_is_read_and_printed_in_one_form() {
    for statement in [
        "group P5 = {CHN, FRA, GBR, RUS, USA}",
        "group LANDLOCKED from \"groups/landlocked.csv\"",
        "group LANDLOCKED unknown",
        "weights CO2 from \"weights/27-7-a.csv\" total 13728306",
        "weights TONNAGE unknown \"gross tonnage of the world's merchant shipping\"",
        "consent by ratification, acceptance, approval [art. 20(1)]",
        "in force 3 months after the day at least 35 instruments [art. 49(1)]",
        "in force on the day all of P5 and at least 24 states other than P5 [art. 110(3)-(4)]",
        "in force on 1989-01-01 if by then at least 11 instruments and together at least 66.6666 % of CONSUMPTION and treaty 27-2 in force; otherwise 90 days after that day",
        "in force on the first day of the month following (60 days after the day at least 60 instruments)",
        "in force on the first day of the sixth month following the day at least 40 instruments",
        "in force 180 days after the day at least 65 instruments; or later: on 1995-01-13",
        "in force on adoption; or earlier: 1 years after opening",
        "in force 90 days after the day at least 8 states and at least 5 states each with TANKERS at least 1000000",
        "in force on the day at least 40 instruments of signatories other than OTHERS2 [art. IX(3)]",
        "in force on the day (at least 2 of {TUR, X-EU} or on or after 2001-01-01) and all of parties to 4-4 as at 2000-01-01",
        "in force unmodelled \"notifications, not deposits\" [art. 25]",
        "each later joiner 30 days after its deposit, even before general entry into force",
        "each joiner after entry into force on general entry into force",
        "withdrawal 1 years after receipt of notice, not before 3 years after its entry into force [art. 27]",
        "withdrawal excluded",
        "reservations only to 2, 14 bis, 7(2)(a)",
        "reservations not to \"Annex I\"",
        "reservations \"compatible ones\"",
        "open for signature to parties to 4-4 from 2001-01-01 until 2002-12-31 at \"New York\" by invitation of all parties [art. 3]",
        "open for accession",
    ] {
        core(statement, statement);
    }
}

#[test]
fn spellings_that_mean_the_same_are_printed_alike() {
    core(
        "in force 1 month after the day at least 1 instruments and together at least 55% of CO2 [art. 5 (orig. 6)]",
        "in force 1 months after the day at least 1 instruments and together at least 55 % of CO2 [art. 5 (orig. 6)]",
    );
    core(
        "in force on the day ((at least 007 states))\n   # a remark\n\n  [ a ]  # b",
        "in force on the day at least 7 states [ a ]",
    );
}

#[test]
fn a_condition_binds_and_before_or() {
    let statement = parse_statement("in force on the day all of A or all of B and all of C");
    let Rule::Force(Force::Moment(Moment::Latest(terms))) = statement.expect("well formed").rule
    else {
        panic!("a moment is expected");
    };
    let Some(Term::On(Point::TheDay(Condition::Any(tests)))) = terms.first() else {
        panic!("`or` is expected to bind last");
    };
    assert!(
        matches!(tests.as_slice(), [Condition::Atom(_), Condition::All(both)] if both.len() == 2)
    );
}

#[test]
fn filters_follow_each_other() {
    let statement = parse_statement(
        "in force on the day at least 5 states of A other than {TUR} each with W at least 0.5",
    );
    let rule = statement.expect("well formed").rule;
    let Rule::Force(Force::Moment(Moment::Latest(terms))) = rule else {
        panic!("a moment is expected");
    };
    let Some(Term::On(Point::TheDay(Condition::Atom(Atom::Count { filters, .. })))) = terms.first()
    else {
        panic!("a count is expected");
    };
    assert!(matches!(
        filters.as_slice(),
        [Filter::Of(_), Filter::OtherThan(_), Filter::EachWith { .. }]
    ));
}

#[test]
fn statements_beyond_the_core_are_kept_in_words() {
    use ExtensionKeyword as Keyword;
    for (keyword, statement) in [
        (
            Keyword::Unit,
            "unit INTERSTATE opens by declaration [ICCPR art. 41(1)]",
        ),
        (
            Keyword::ForUnit,
            "for unit INTERSTATE: in force on the day at least 10 states [art. 41(2)]",
        ),
        (
            Keyword::ForUnit,
            "for unit TRADE: in force on 2033-01-01 if by then at least 70 instruments\n    ; otherwise 90 days after that day [art. IV(2)]",
        ),
        (
            Keyword::Amendment,
            "amendment CRIMES adopted by \"two thirds of States Parties\" binds acceptors each acceptor 1 years after its deposit [Rome 121(5)]",
        ),
        (
            Keyword::Amendment,
            "amendment TACIT adopted by \"the Committee\" binds all except objectors\n  deemed accepted 2 years after communication\n  unless more than 1/3 of parties as at each day or together at least 50 % of TONNAGE object\n  in force 6 months after acceptance\n  later consent covers it [SOLAS VIII(b), X(c)]",
        ),
        (
            Keyword::Pair,
            "between two parties unless one objects within 6 months of notification, 60 days after the end of that period [art. 12]",
        ),
        (
            Keyword::InForceBeyond,
            "in force on the day all of LOCARNO and treaty league-covenant in force for all of {DEU} [art. 10]",
        ),
        (
            Keyword::Guarantee,
            "guarantee ZONE negative by each party to third all states, individually of \"no use\" when always [art. 1]",
        ),
        (
            Keyword::InForceBeyond,
            "in force 24 months after the day at least 15 states and together at least 40 % of FLEET\n  and together RECYCLING at least 3 % of their FLEET [art. 17(1)]",
        ),
        (
            Keyword::JoinerBeyond,
            "each later joiner of organizations 30 days after its deposit; or later: on general entry into force [art. 85(3)]",
        ),
        (
            Keyword::WithdrawalBeyond,
            "withdrawal 1 years after receipt of notice, or on the later date it names [127(1)]",
        ),
        (
            Keyword::WithdrawalBeyond,
            "withdrawal 12 months after receipt of notice, only within 1 years after each 10 years",
        ),
        (
            Keyword::WithdrawalBeyond,
            "withdrawal 1 years after receipt of notice, only at the end of 5 years and then of each 5 years",
        ),
        (
            Keyword::WithdrawalBeyond,
            "withdrawal 3 months after receipt of notice, with reasons to \"all parties\" [X(1)]",
        ),
        (
            Keyword::WithdrawalBeyond,
            "withdrawal 6 months after receipt of notice, not before 1 years after its entry into force, not during armed conflict",
        ),
        (
            Keyword::WithdrawalBeyond,
            "withdrawal 12 months after receipt of notice, ending also demo-a, demo-b [art. 30]",
        ),
        (
            Keyword::ReservationsBeyond,
            "reservations any, void if at least 1/3 of parties as at each day object within 12 months of notification [50(3)]",
        ),
        (
            Keyword::ReservationsBeyond,
            "reservations only to 2, 5(1), expiring after 3 years unless renewed",
        ),
        (
            Keyword::ProvisionalApplication,
            "provisional application by signatories unless they opt out, ending 60 days after notice not to become a party [45(1)-(3)]",
        ),
        (Keyword::Ends, "ends 5 years after notification [art. 16]"),
        (
            Keyword::ProvisionallyInForce,
            "provisionally in force on the day decision of \"the Council\" [art. 41(3)]",
        ),
        (
            Keyword::InForceBeyond,
            "in force while decision of \"the Council\" [art. 2]",
        ),
        (
            Keyword::InForceBeyond,
            "in force on the day together more than 1/2 of TONNAGE as at adoption",
        ),
        (
            Keyword::JoinerBeyond,
            "each later joiner on the day at least 1/2 of parties as at each day",
        ),
        (
            Keyword::OpenBeyond,
            "open for accession to parties as at each day",
        ),
        (
            Keyword::Link,
            "only for parties to demo-convention, or together with consent to it [art. 9]",
        ),
        (
            Keyword::InForceBeyond,
            "in force on the day more than 35 instruments or decision of \"the Council\"",
        ),
        (Keyword::InForceBeyond, "in force 30 days after signature"),
        (
            Keyword::ConsentBeyond,
            "consent to demo-convention is consent here [art. 4]",
        ),
        (
            Keyword::ConsentBeyond,
            "consent with at least 2 of units A, B, C",
        ),
        (
            Keyword::OpenBeyond,
            "open for signature to all states until 1969-11-30",
        ),
        (
            Keyword::Declaration,
            "declaration required \"minimum age\" of all states [art. 3(2)]",
        ),
        (
            Keyword::Duty,
            "duty of parties as at each day to \"meet\" when \"a party asks\" within 3 days [art. 4]",
        ),
    ] {
        beyond(keyword, statement);
    }
}

#[test]
fn the_wider_vocabulary_that_is_evaluated_is_read_and_printed() {
    for source in [
        "in force 15 months after the day at least 7 instruments of parties to iattc-1949 as at opening [art. 31(1)]",
        "in force on the day at least 2/3 of parties to demo as at 1992-03-22",
        "in force on the day at least 3/4 of {TUR, FRA}",
        "in force on the day at least 1/2 of signatories as at the trigger",
        "in force on the day more than 1/3 of members of X-EU as at adoption",
        "in force on the day at least 2/3 of parties as at communication",
        "in force on the day more than 35 instruments other than signatories as at each day",
        "provisionally in force on the day at least 10 states of PRODUCERS counting notices of provisional application [art. 41(2)]",
        "in force while together more than 1/2 of VOTES tested on \"20 July\" [III]",
        "in force while at least 3 states or at least 5 instruments",
        "in force together with demo-protocol [art. 27]",
        "ends when fewer than 16 parties [art. 16]",
        "ends 10 years after general entry into force",
        "ends with demo-convention",
        "ends by decision of \"the Council\"",
    ] {
        let statement = parse_statement(source).expect(source);
        assert!(!matches!(statement.rule, Rule::Extension(_)), "{source}");
        assert_eq!(statement.to_string(), source);
    }
    refused(
        "ends when fewer than 16 states",
        25,
        "syntax: expected `parties`, found `states`",
    );
    refused(
        "in force on the day more than 2/3 of signatories",
        31,
        "E03: ",
    );
    refused(
        "in force on the day at least 2/3 of signatories as at adoptoin",
        55,
        "syntax: expected ",
    );
}

#[test]
fn a_later_reading_is_kept_with_its_citation() {
    let source = "in force on the day at least 5 states [art. 17(5)] read so from 2011-10-21 because \"decision BC-10/3\"";
    let statement = parse_statement(source).expect("a later reading");
    assert_eq!(statement.citation.as_deref(), Some("art. 17(5)"));
    let Rule::Extension(extension) = &statement.rule else {
        panic!("a later reading is kept in words");
    };
    assert_eq!(extension.keyword, ExtensionKeyword::ReadSo);
    assert_eq!(parse_statement(&statement.to_string()), Ok(statement));
    refused(
        "in force on the day at leest 5 states read so from 2011-10-21 because \"X\"",
        24,
        "syntax: expected `least`",
    );
}

#[test]
fn a_header_may_be_missing_misspelt_or_not_indented() {
    assert_eq!(parse("").diagnostics[0].detail, Detail::NoHeader);
    let parsed = parse("in force on 2001-01-01\nwithdrawal silent");
    assert_eq!(parsed.diagnostics.len(), 1);
    assert_eq!(parsed.file.statements.len(), 2);
    let misspelt = parse("treatty \"A\"\n  id 1-1\n");
    assert_eq!(misspelt.diagnostics.len(), 1);
    assert_eq!(misspelt.file.header.title, "A");
    let flat = parse(
        "\u{feff}treaty \"A\"\r\nid 1-1\r\npolicy period-expiry next-day until 1979-05-24\r\n",
    );
    assert_eq!(flat.diagnostics, []);
    assert_eq!(flat.file.header.policies.len(), 1);
}

#[test]
fn a_policy_names_its_choice() {
    let policy = parse_policy("period-expiry next-day from 1971-01-01 until 1979-05-24");
    let setting = PolicySetting::PeriodExpiry(PeriodExpiry::NextDay);
    assert_eq!(policy.map(|policy| policy.setting), Ok(setting));
    for (source, code) in [
        ("policy period-expiry nextday", Code::Syntax),
        ("policy months clamp", Code::Syntax),
        (
            "policy organizations counted from 2001-01-01 until 2000-01-01",
            Code::E02,
        ),
        ("policy organizations counted counted", Code::Syntax),
    ] {
        let faults = parse_policy(source).expect_err("the policy is faulty");
        assert_eq!(
            faults.iter().map(|fault| fault.code).collect::<Vec<_>>(),
            [code],
            "{source}"
        );
    }
}

#[test]
fn depositaries_are_read_in_blocks() {
    let (blocks, faults) = parse_depositaries(
        "policy organizations counted\ndepositary \"A\"\npolicy period-expiry next-day until 1979-05-24\n\
         depositary \"B\"\n  policy organizations countd\n  policy several-depositaries all\nfoo\n",
    );
    let lines = faults.iter().map(|fault| fault.line).collect::<Vec<_>>();
    assert_eq!(lines, [1, 5, 7]);
    assert_eq!(faults[0].detail, Detail::PolicyWithoutDepositary);
    let counts = blocks
        .iter()
        .map(|block| (block.name.as_str(), block.policies.len()));
    assert_eq!(counts.collect::<Vec<_>>(), [("A", 1), ("B", 1)]);
}

#[test]
fn the_longest_line_of_anything_is_read_in_linear_time() {
    for piece in [
        "(",
        "in force ",
        "{TUR,",
        "\"",
        "[",
        "1/",
        "at least 5 of A or ",
        "é",
        "; or later: ",
        ", ",
    ] {
        for start in ["", "treaty ", "in force on the day ", "guarantee "] {
            let source = format!("{start}{}", piece.repeat(250_000 / piece.len()));
            assert!(!parse(&source).diagnostics.is_empty(), "{start}{piece}");
        }
    }
}
