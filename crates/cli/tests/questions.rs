//! What the questions about one treaty answer, word for word, in both languages.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::path::{Path, PathBuf};

use clap::Parser as _;
use insta::assert_snapshot;
use sponsio::args::Cli;
use sponsio::command;
use sponsio::print::Console;
use sponsio::wording::{Words, failure};
use support::Folder;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/register")
}

/// Runs a command whose words may hold spaces; returns data, messages and the exit code.
fn ask(register: &Path, words: &[&str]) -> (String, String, u8) {
    let register = register.to_str().expect("the path is UTF-8");
    let words = [&["sponsio"], words, &["--register", register]].concat();
    let cli = Cli::try_parse_from(words).expect("the words are a command line");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = Words::new(cli.shared.lang);
    let outcome = command::run(cli, &mut Console::new(&mut out, &mut err));
    let code = outcome
        .as_ref()
        .err()
        .map_or(0, |failed| failed.kind.exit_code());
    let mut err = String::from_utf8(err).expect("messages are UTF-8");
    if let Err(failed) = outcome {
        err.push_str(&failure::message(&words, &failed));
    }
    (String::from_utf8(out).expect("data is UTF-8"), err, code)
}

/// The answers to a question in English and in Turkish; none is wider than a terminal.
fn both(words: &[&str]) -> String {
    let said: Vec<String> = ["en", "tr"]
        .iter()
        .map(|language| {
            let words: Vec<&str> = words.iter().copied().chain(["--lang", language]).collect();
            let (out, err, code) = ask(&example(), &words);
            assert_eq!((err.as_str(), code), ("", 0));
            for line in out.lines() {
                assert!(line.chars().count() <= 80, "{line}");
            }
            out
        })
        .collect();
    said.join("\n----\n\n")
}

#[test]
fn status_of_a_treaty() {
    assert_snapshot!(both(&["status", "demo-assurances"]));
    assert_snapshot!(both(&["status", "27-2-b"]));
}

#[test]
fn status_of_a_participant_never_reaches_beyond_the_data() {
    let said = both(&["status", "4-9", "DNK", "--at", "2020-01-01"]);
    assert!(said.contains("Not known on 1 January 2020. Last known:"));
    assert_snapshot!(said);
}

#[test]
fn why_a_number_was_reached() {
    assert_snapshot!(both(&["why", "4-9"]));
}

#[test]
fn why_many_deposits_of_one_day() {
    assert_snapshot!(both(&["why", "18-10"]));
}

#[test]
fn why_a_share_was_reached() {
    assert_snapshot!(both(&["why", "27-7-a"]));
}

#[test]
fn why_a_later_term_governs() {
    assert_snapshot!(both(&["why", "27-2-b"]));
    assert_snapshot!(both(&["why", "4-5"]));
}

#[test]
fn why_the_day_after_the_last() {
    assert_snapshot!(both(&["why", "early-notification-1986"]));
}

#[test]
fn why_it_is_undetermined_and_what_is_assumed() {
    assert_snapshot!(both(&["why", "12-1"]));
    assert_snapshot!(both(&["why", "12-1", "--view", "announced"]));
}

#[test]
fn why_participants_stand_where_they_stand() {
    assert_snapshot!(both(&["why", "4-9", "CAN"]));
    assert_snapshot!(both(&["why", "antarctic-1959", "PNG"]));
    assert_snapshot!(both(&["why", "demo-assurances", "ULM"]));
}

#[test]
fn why_not() {
    assert_snapshot!(both(&["why-not", "demo-assurances"]));
    assert_snapshot!(both(&["why-not", "demo-protocol"]));
    assert_snapshot!(both(&["why-not", "12-1"]));
    assert_snapshot!(both(&["why-not", "27-7-a", "--known", "2003-01-01"]));
    assert_snapshot!(both(&["why-not", "demo-assurances", "GLD"]));
    assert_snapshot!(both(&["why-not", "4-9", "KEN"]));
}

#[test]
fn what_if_five_more_consented() {
    let mut words = vec!["whatif", "demo-assurances"];
    for act in [
        "GLD ratification 2026-11-02",
        "VSP ratification 2026-11-02",
        "CVN ratification 2026-11-02",
        "TVN ratification 2026-11-02",
        "SDV ratification 2026-11-02",
    ] {
        words.extend(["--add", act]);
    }
    let said = both(&words);
    assert!(said.starts_with("Hypothesis"));
    assert!(said.contains("31 January 2027"));
    assert_snapshot!(said);
}

#[test]
fn what_if_says_beyond_which_day_nothing_is_known() {
    let beyond = ask(
        &example(),
        &["whatif", "27-7-a", "--add", "HRV ratification 2007-05-30"],
    );
    assert!(
        beyond.0.contains(
            "Croatia: no consent → 28 August 2007\n  Not known after 16 February 2005: what is said"
        ),
        "{}",
        beyond.0
    );
    let within = ask(&example(), &["whatif", "4-9", "--remove", "CAN"]);
    assert!(within.0.contains("Canada: "), "{}", within.0);
    let earlier = ask(
        &example(),
        &["whatif", "27-7-a", "--add", "HRV ratification 2003-05-30"],
    );
    assert!(!earlier.0.contains("Not known after"), "{}", earlier.0);
    for (date, expected) in [("2007-05-30", true), ("2003-05-30", false)] {
        let act = format!("HRV ratification {date}");
        let (out, ..) = ask(&example(), &["whatif", "27-7-a", "--add", &act, "--json"]);
        let data: serde_json::Value = serde_json::from_str(&out).expect("it is JSON");
        let found = data["consequences"].as_array().expect("a list");
        let croatia = found.iter().find(|one| one["participant"] == "HRV");
        let croatia = croatia.expect("Croatia is bound under the supposition");
        assert_eq!(croatia["beyond"], expected);
        assert_eq!(croatia["known_to"], "2005-02-16");
    }
}

#[test]
fn what_if_it_were_counted_otherwise() {
    assert_snapshot!(both(&[
        "whatif",
        "4-9",
        "--policy",
        "period-expiry next-day"
    ]));
    assert_snapshot!(both(&["whatif", "4-9", "--remove", "DNK ratification"]));
    let rule = "in force 90 days after the day at least 40 instruments";
    assert_snapshot!(both(&["whatif", "4-9", "--rule", rule]));
}

#[test]
fn timelines() {
    assert_snapshot!(both(&["timeline", "4-9"]));
    assert_snapshot!(both(&["timeline", "demo-assurances", "--plain"]));
}

#[test]
fn a_picture_has_a_title_and_no_line_into_what_is_not_known() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("curve.svg");
    let file = path.to_str().expect("the path is UTF-8");
    let (out, _, code) = ask(&example(), &["timeline", "4-9", "--svg", file]);
    assert_eq!((out.as_str(), code), ("", 0));
    assert_snapshot!(std::fs::read_to_string(&path).expect("the picture was written"));
}

#[test]
fn a_picture_shows_the_share_that_is_needed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("curve.svg");
    let file = path.to_str().expect("the path is UTF-8");
    ask(&example(), &["timeline", "27-7-a", "--svg", file]);
    let picture = std::fs::read_to_string(&path).expect("the picture was written");
    let says = |words: &str| picture.contains(&format!(">{words}</text>"));
    assert!(says("55 needed") && says("55 % needed"), "{picture}");
    assert!(says("per cent of the total of CO2"), "{picture}");
    assert!(says("in force 16 February 2005"), "{picture}");
    assert_eq!(picture.matches("<circle").count(), 2, "{picture}");
    let (out, ..) = ask(&example(), &["timeline", "27-7-a"]);
    assert!(
        out.contains("% 61.78 % of CO2 on 16 February 2005; 55 % needed."),
        "{out}"
    );
}

#[test]
fn what_is_not_there_is_not_found_and_the_nearest_is_named() {
    let (out, err, code) = ask(&example(), &["status", "4-99"]);
    assert_eq!((out.as_str(), code), ("", 4));
    assert!(err.contains("did you mean 4-9?"), "{err}");
    let (_, err, code) = ask(&example(), &["why", "4-9", "DKN"]);
    assert_eq!(code, 4);
    assert!(err.contains("did you mean DNK?"), "{err}");
    let (_, err, code) = ask(
        &example(),
        &["whatif", "4-9", "--add", "IND ratifikation 2027-01-10"],
    );
    assert_eq!(code, 2);
    assert!(err.contains("did you mean ratification?"), "{err}");
    let (_, err, code) = ask(&example(), &["whatif", "4-9", "--remove", "IND"]);
    assert_eq!(code, 4, "{err}");
}

#[test]
fn a_withdrawal_recorded_later_changes_the_later_answer_only() {
    let folder = Folder::small();
    folder.put(
        "acts.csv",
        "treaty,participant,act,date,effect,recorded,source\n\
         alpha,AUS,ratification,2001-01-10,,,test\n\
         alpha,TUR,ratification,2001-02-10,,,test\n\
         alpha,TUR,withdrawal,2003-01-10,2004-01-10,2006-05-01,test\n",
    );
    let at = |known: &str| {
        let words = [
            "status",
            "alpha",
            "TUR",
            "--at",
            "2005-01-01",
            "--known",
            known,
        ];
        ask(folder.path(), &words).0
    };
    assert!(at("2006-12-31").contains("Türkiye: former party since 10 January 2004."));
    assert!(at("2005-06-01").contains("Türkiye: party since 12 March 2001."));
}

#[test]
fn answers_as_data() {
    for words in [
        ["status", "demo-assurances", "KSR", "--json"].as_slice(),
        &["why", "4-9", "--json"],
        &["why", "4-9", "CAN", "--json"],
        &["why-not", "demo-assurances", "--json"],
        &[
            "whatif",
            "demo-protocol",
            "--add",
            "GLD accession 2026-11-02",
            "--json",
        ],
        &["timeline", "demo-assurances", "--json"],
    ] {
        let (out, err, code) = ask(&example(), words);
        assert_eq!((err.as_str(), code), ("", 0));
        assert_snapshot!(out);
    }
}

#[test]
fn notices_are_pending_revoked_and_take_effect_on_the_example() {
    let stands = |code: &str, at: &str| {
        let words = ["status", "18-10", code, "--at", at];
        let (out, err, code) = ask(&example(), &words);
        assert_eq!((err.as_str(), code), ("", 0));
        out.lines().nth(4).unwrap_or_default().to_owned()
    };
    assert_eq!(
        stands("ZAF", "2017-01-01"),
        "South Africa: withdrawing since 19 October 2016."
    );
    assert_eq!(
        stands("ZAF", "2018-01-01"),
        "South Africa: party since 1 July 2002."
    );
    assert_eq!(
        stands("GMB", "2017-12-01"),
        "Gambia: party since 1 September 2002."
    );
    assert_eq!(
        stands("BDI", "2018-01-01"),
        "Burundi: former party since 27 October 2017."
    );
    assert_eq!(
        stands("MYS", "2019-05-01"),
        "Malaysia: neither a signature nor a consent stands."
    );
    let (out, ..) = ask(&example(), &["status", "18-10"]);
    assert!(
        out.contains("former party 2, party 124, contracting 1"),
        "{out}"
    );
}
