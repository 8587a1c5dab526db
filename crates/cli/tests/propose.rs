//! Rules proposed from the words of clauses: what is printed, in both languages, and exit codes.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use insta::assert_snapshot;

const FORCE: &str = "This Convention shall enter into force on the thirtieth day after the date of \
                     deposit of the tenth instrument of ratification or accession.";
const MADDE: &str = "Bu Sözleşme, beşinci onay veya katılma belgesinin tevdi edildiği tarihten \
                     itibaren altı aylık sürenin sona ermesini izleyen ayın ilk gününde yürürlüğe girer.";
const NAMED: &str = "This Treaty shall enter into force on the date on which the instruments of \
                     ratification of France and the United Kingdom have been deposited.";

fn propose(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sponsio"));
    command.args(["clause", "propose"]).args(words);
    command
        .env_remove("SPONSIO_LANG")
        .env_remove("SPONSIO_REGISTER");
    command
}

fn output(words: &[&str]) -> Output {
    propose(words).output().expect("the command runs")
}

/// Returns the exit code and both streams.
fn shown(words: &[&str]) -> String {
    let done = output(words);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text is UTF-8");
    let code = done.status.code().expect("the command ends");
    format!("{}{}? {code}", text(&done.stdout), text(&done.stderr))
}

fn register() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/register");
    path.to_str().expect("the path is UTF-8").to_owned()
}

#[test]
fn a_clause_in_english() {
    assert_snapshot!(shown(&[FORCE]));
}

#[test]
fn a_clause_in_turkish() {
    assert_snapshot!(shown(&["--lang", "tr", MADDE]));
}

#[test]
fn a_turkish_clause_is_answered_in_english() {
    let done = output(&["--text-language", "tr", MADDE, "--json"]);
    assert_eq!(done.status.code(), Some(0));
    let data: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let statement = "in force on the first day of the month following (6 months after the day at \
                     least 5 instruments)";
    assert_eq!(data["rules"][0]["statement"], statement);
    assert_eq!(data["language"], "tr");
    assert_eq!(data["confirmed"], false);
    for part in data["rules"][0]["rests_on"].as_array().expect("parts") {
        let place = |name: &str| usize::try_from(part[name].as_u64().expect("a place")).unwrap();
        assert_eq!(MADDE[place("start")..place("end")], part["words"]);
    }
}

#[test]
fn names_come_from_a_register() {
    assert_eq!(output(&[NAMED]).status.code(), Some(5));
    let done = output(&[NAMED, "--register", &register(), "--json"]);
    assert_eq!(done.status.code(), Some(0));
    let data = String::from_utf8(done.stdout).expect("UTF-8");
    assert!(data.contains("{FRA, GBR}"), "{data}");
}

#[test]
fn a_treaty_is_named_by_the_caller() {
    let text = "This Protocol shall enter into force on the same day as the Convention.";
    assert_eq!(output(&[text]).status.code(), Some(5));
    let done = output(&[text, "--treaty-name", "the Convention=4-4"]);
    let said = String::from_utf8(done.stdout).expect("UTF-8");
    assert!(said.contains("treaty 4-4 in force"), "{said}");
    let wrong = output(&[text, "--treaty-name", "the Convention"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn what_is_not_understood_is_marked() {
    let text = FORCE.replace("accession.", "accession, unless France objects.");
    assert_snapshot!(shown(&[&text]));
    assert_snapshot!(shown(&["--lang", "tr", "--text-language", "en", &text]));
}

#[test]
fn a_number_that_differs_from_its_figure() {
    let text = FORCE.replace("tenth", "tenth (12th)");
    let done = output(&[&text, "--json"]);
    assert_eq!(done.status.code(), Some(5));
    let data: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(data["understood"], false);
    assert!(
        !data["not_understood"]
            .as_array()
            .expect("a list")
            .is_empty()
    );
}

#[test]
fn no_words_and_too_many_are_a_wrong_use() {
    assert_eq!(output(&["  "]).status.code(), Some(2));
    assert_eq!(output(&[&"word ".repeat(5_000)]).status.code(), Some(2));
}

#[test]
fn the_words_may_come_from_standard_input() {
    let piped = |bytes: &[u8]| {
        use std::io::Write as _;
        let mut running = propose(&["-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut stdin = running.stdin.take().expect("a pipe");
        stdin.write_all(bytes).expect("the words are read");
        drop(stdin);
        running.wait_with_output().expect("the command ends")
    };
    let done = piped(FORCE.as_bytes());
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(done.stdout, output(&[FORCE]).stdout);
    assert_eq!(piped(b"\xff\xfe").status.code(), Some(1));
    assert_eq!(piped("ü".repeat(10_001).as_bytes()).status.code(), Some(2));
}
