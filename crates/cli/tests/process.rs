//! The command as a process: exit codes, streams, and a reader that goes away.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::io::Read as _;
use std::process::{Command, Output, Stdio};

use support::Folder;

fn sponsio(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sponsio"));
    command.args(words).env_remove("SPONSIO_REGISTER");
    command
}

fn output(words: &[&str]) -> Output {
    sponsio(words).output().expect("the command runs")
}

#[test]
fn help_is_data_and_a_wrong_use_is_a_message() {
    let help = output(&["register", "check", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("Examples:"));
    let wrong = output(&["regsiter"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(wrong.stdout.is_empty());
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("register"));
    let both = output(&["register", "check", "--json", "--format", "csv"]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn the_register_may_come_from_the_environment() {
    let folder = Folder::small();
    let mut command = sponsio(&["register", "check", "--format", "csv"]);
    let done = command.env("SPONSIO_REGISTER", folder.path()).output();
    let done = done.expect("the command runs");
    assert_eq!(done.status.code(), Some(0));
    assert!(
        done.stderr.is_empty(),
        "no progress where there is no terminal"
    );
    assert!(
        done.stdout
            .starts_with(b"treaty,state,date,announced,verdict\n")
    );
}

#[test]
fn what_is_defective_is_told_on_the_other_stream() {
    let folder = Folder::small();
    folder.add("acts.csv", "alpha,TRU,accession,2004-01-01,,\n");
    let path = folder.path().to_str().expect("a path in UTF-8");
    let done = output(&["register", "check", path, "--format", "csv"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(done.stdout.starts_with(b"treaty,state"));
    assert!(String::from_utf8_lossy(&done.stderr).contains("acts.csv:10:7: "));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::small();
    let many = |row: u32| {
        let (year, month) = (1900 + row / 300, row / 25 % 12 + 1);
        format!(
            "gamma,AUS,accession,{year}-{month:02}-{:02},row {row},\n",
            row % 25 + 1
        )
    };
    folder.add("acts.csv", (0..20_000).map(many).collect::<String>());
    let path = folder.path().to_str().expect("a path in UTF-8");
    let mut command = sponsio(&["register", "effects", path, "--format", "csv"]);
    let running = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut running = running.expect("the command runs");
    let mut first = [0; 6];
    let mut stdout = running.stdout.take().expect("a pipe");
    stdout.read_exact(&mut first).expect("some data");
    drop(stdout);
    let done = running.wait_with_output().expect("the command ends");
    assert_eq!((&first, done.status.code()), (b"treaty", Some(0)));
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
}
