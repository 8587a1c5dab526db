//! What is refused, at which place and why.

use super::*;

#[test]
fn a_slip_is_refused_and_never_taken_for_an_extension() {
    refused(
        "in force 3 mnths after the day at least 35 instruments",
        12,
        "syntax: expected `days`, `months` or `years`, found `mnths`; did you mean `months`?",
    );
    refused(
        "withdrawal 12 months after receipt of notice, only with 1 years",
        52,
        "syntax: expected `at the end of` or `within`, found `with`",
    );
    refused(
        "in forc 3 months after adoption",
        4,
        "syntax: expected `force`, found `forc`; did you mean `force`?",
    );
    refused("eech later joiner on its deposit", 1, "syntax: expected ");
    refused(
        "in force on the day at least 35 instrumnets",
        33,
        "syntax: expected `of`, `instruments` or `states`, found `instrumnets`; did you mean `instruments`?",
    );
    refused(
        "in force on the first day of the thirteenth month following adoption",
        34,
        "syntax: expected `month` or an ordinal from `second` to `twelfth`, found `thirteenth`",
    );
    refused(
        "consent by ratificaton",
        12,
        "syntax: expected an act of consent such as `ratification`, found `ratificaton`; did you mean `ratification`?",
    );
    refused(
        "in force on the day at least 35 instruments; or latter: on 1995-01-13",
        49,
        "syntax: expected `later:` or `earlier:`, found `latter`; did you mean `later`?",
    );
    refused(
        "each later joiner 30 days after",
        32,
        "syntax: expected a date such as 1976-03-23, `the day`",
    );
    refused(
        "group p5 = {CHN}",
        7,
        "syntax: expected a name in capitals, found `p5`",
    );
    refused(
        "group P5 = {}",
        13,
        "syntax: expected a participant's code such as TUR, found `}`",
    );
    refused(
        "withdrawal silent [art. 1] [art. 2]",
        28,
        "syntax: expected the end of the statement",
    );
}

#[test]
fn wrong_values_are_refused_one_by_one() {
    refused(
        "in force on 2015-02-31",
        13,
        "syntax: there is no such day: `2015-02-31`",
    );
    refused(
        "in force 36526 days after adoption",
        10,
        "syntax: `36526` is too large: at most 36525 here",
    );
    refused(
        "in force on the day at least 4294967296 states",
        30,
        "syntax: `4294967296` is too large",
    );
    refused(
        "in force on the day together at least 1/0 of X",
        39,
        "syntax: `1/0` is not a fraction",
    );
    refused(
        "in force on the day together at least 5.1234567 % of X",
        39,
        "syntax: `5.1234567` is not a number",
    );
    refused(
        "group P5 = {CHN, Fra}",
        18,
        "syntax: `Fra` is no identifier",
    );
    refused("group Pé = {CHN}", 7, "syntax: `Pé` is no name");
    refused(
        "in force 30 days after its deposit",
        24,
        "syntax: `its deposit` is a joiner's",
    );
    refused(
        "in force 30 days after that day",
        24,
        "syntax: `that day` has a meaning only after",
    );
    refused(
        "consent by ratification, signature",
        26,
        "syntax: `signature` does not express consent",
    );
    refused(
        "open for signature from 2002-01-01 until 2001-01-01",
        10,
        "E02: it ends on 2001-01-01",
    );
    refused(
        "in force on the day at least 2/3 of parties",
        30,
        "E03: 2/3 of a set that changes",
    );
    refused(
        "duty (a",
        6,
        "syntax: a parenthesis opened here and not closed",
    );
    refused("duty (a}", 8, "syntax: a brace closed here and not opened");
    refused(
        "withdrawal silent [art",
        19,
        "syntax: a square bracket opened here and not closed",
    );
    let both =
        parse_statement("in force on the day at least 5 of {a, TUR} or on or after 2015-13-01");
    assert_eq!(both.map_err(|faults| faults.len()), Err(2));
}

#[test]
fn all_faults_of_a_file_are_reported_and_the_rest_is_kept() {
    let parsed = parse(
        "treaty \"A\"\n  id 1-1\n  adoptd 1945-06-26\n  opened 1945-02-30\n  id 1-2\n  data as of 2015-03-14\n\
         in forc on 1945-10-24\nwithdrawal silent\n  now\nreservations none [art. 1]\nid 1-3\ntreaty \"B\"\n\
         group A = {TUR}\ngroup A = {FRA}\nweights A unknown\n",
    );
    let shown = parsed.diagnostics.iter().map(|fault| {
        let place = format!("{}:{}", fault.line, fault.column);
        (place, fault.detail.clone())
    });
    let places = shown.clone().map(|(place, _)| place).collect::<Vec<_>>();
    assert_eq!(
        places,
        ["3:3", "4:10", "5:3", "7:4", "9:3", "11:1", "12:1", "14:1"]
    );
    let details = shown.map(|(_, detail)| detail).collect::<Vec<_>>();
    assert!(matches!(
        &details[0],
        Detail::Expected {
            meant: Some("adopted"),
            ..
        }
    ));
    assert_eq!(details[2], Detail::DuplicateField { field: "id" });
    assert_eq!(details[5], Detail::FieldAfterStatement { field: "id" });
    assert_eq!(details[6], Detail::SecondHeader);
    let (header, statements) = (&parsed.file.header, &parsed.file.statements);
    assert_eq!(header.id.as_ref().map(|id| id.value.as_str()), Some("1-1"));
    assert!(header.opened.is_none() && header.data_as_of.is_some());
    let kept = statements
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>();
    assert_eq!(
        kept,
        [
            "reservations none [art. 1]",
            "group A = {TUR}",
            "weights A unknown"
        ]
    );
}

#[test]
fn limits_are_refused_not_exceeded() {
    let long = "a ".repeat(LONGEST_SOURCE);
    assert!(matches!(
        parse(&long).diagnostics[0].detail,
        Detail::TooLong { .. }
    ));
    let many = format!("treaty \"A\"\n{}", "x\n".repeat(MOST_DIAGNOSTICS + 5));
    let faults = parse(&many).diagnostics;
    assert_eq!(faults.len(), MOST_DIAGNOSTICS + 1);
    assert_eq!(
        faults.last().map(|fault| &fault.detail),
        Some(&Detail::More { left_out: 5 })
    );
    let nested = |depth| {
        format!(
            "in force on the day {}all of A{}",
            "(".repeat(depth),
            ")".repeat(depth)
        )
    };
    assert!(parse_statement(&nested(32)).is_ok());
    refused(&nested(33), 53, "syntax: more than 32 parentheses");
    let listed = |members| format!("group A = {{{}}}", alloc::vec!["TUR"; members].join(","));
    assert!(parse_statement(&listed(10_000)).is_ok());
    assert_eq!(
        parse_statement(&listed(20_000)).map_err(|faults| faults.len()),
        Err(1)
    );
}

#[test]
fn offending_words_are_cut_but_verbatim() {
    let faults = parse_statement(&"İ".repeat(90)).expect_err("no statement");
    let Detail::Expected {
        found, expected, ..
    } = &faults[0].detail
    else {
        panic!("an expectation is reported");
    };
    assert_eq!(*found, Found::Words("İ".repeat(40)));
    assert!(expected.contains(&Expected::Words("in force")));
    let shown: String = parse_statement("in \u{1b}[2J").expect_err("no statement")[0].to_string();
    assert!(!shown.contains('\u{1b}'));
}
