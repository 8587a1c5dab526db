//! `sponsio account` beside a desk that is served: who is invited, listed and revoked, and that the desk
//! holds the ledger while it runs.

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use support::Folder;
use support::running::{Running, get, sponsio, text};

fn asked(register: &Path, arguments: &[&str]) -> Output {
    let mut command = sponsio();
    command.args(arguments).arg("--register").arg(register);
    command.output().expect("it runs")
}

fn data(register: &Path, arguments: &[&str]) -> Value {
    let output = asked(register, arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn practice(scratch: &Path) -> std::path::PathBuf {
    let register = scratch.join("practice");
    let mut init = sponsio();
    init.arg("init").arg(&register).args([
        "--origin",
        "office.example",
        "--title",
        "Office",
        "--exercise",
    ]);
    let output = init.output().expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    register
}

fn serving(register: &Path) -> Command {
    let mut command = sponsio();
    let public = ["serve", "--listen-public", "127.0.0.1:0"];
    command
        .args(public)
        .args(["--listen-desk", "127.0.0.1:0", "--register"])
        .arg(register);
    command
}

#[test]
fn accounts_are_invited_listed_and_revoked() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = practice(scratch.path());
    let invite = |more: &[&str]| {
        let first = [
            "account", "invite", "o-anna", "--name", "Anna Aal", "--json",
        ];
        data(&register, &[&first, more].concat())
    };
    let rehearsed = invite(&["--role", "auditor", "--dry-run"]);
    assert_eq!(rehearsed["link"], Value::Null);
    let none = data(&register, &["account", "list", "--json"]);
    assert_eq!(none["accounts"].as_array().map(Vec::len), Some(0));

    let first = invite(&["--role", "depositary-officer"]);
    let link = first["link"].as_str().expect("a link");
    assert!(link.starts_with("http://localhost:8081/enrol/"), "{link}");
    let second = invite(&["--role", "chair", "--in", "conference/lorne"]);
    assert_ne!(second["link"], first["link"]);
    let listed = data(&register, &["account", "list", "--json"]);
    let grants = &listed["accounts"][0]["grants"];
    assert_eq!(grants[0]["scope"], "conference/lorne");
    assert_eq!(grants[1]["role"], "depositary-officer");
    let said = asked(&register, &["account", "list"]);
    assert!(text(&said.stdout).contains("chair (conference/lorne)"));

    data(&register, &["account", "revoke", "o-anna", "--json"]);
    let listed = data(&register, &["account", "list", "--json"]);
    assert!(listed["accounts"][0]["revoked"].is_string());
    let twice = asked(&register, &["account", "revoke", "o-anna"]);
    assert_eq!(twice.status.code(), Some(4));
    let bad = asked(
        &register,
        &[
            "account", "invite", "Anna", "--name", "A", "--role", "auditor",
        ],
    );
    assert_eq!(bad.status.code(), Some(2), "{}", text(&bad.stderr));
}

#[test]
fn a_desk_holds_the_ledger_and_the_public_address_has_no_accounts() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = practice(scratch.path());
    let house = Running::start(&mut serving(&register));
    assert!(get(&house, "/?lang=en").contains("Office"));
    let (status, _) = house.post("/sign-in", b"officer=o-anna");
    assert_eq!(status, 405, "the public pages are for reading");
    // The address is printed before the ledger is taken: what comes earlier is recorded.
    let mut held = None;
    for number in 10..60 {
        let code = format!("A{number}");
        let output = asked(&register, &["participant", "add", &code, "Ardesia"]);
        held = output.status.code();
        if held != Some(0) {
            break;
        }
        std::thread::sleep(core::time::Duration::from_millis(100));
    }
    assert_ne!(held, Some(0), "a command that records finds it held");
    data(&register, &["account", "list", "--json"]);
}

#[test]
fn a_folder_of_tables_has_no_desk() {
    let folder = Folder::small();
    let output = serving(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("sponsio init"),
        "{}",
        text(&output.stderr)
    );
}
