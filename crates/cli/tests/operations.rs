//! The running of a server: its settings, the numbers it gives, how it ends, and the copies that are made of
//! it meanwhile.

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use core::time::Duration;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;

use serde_json::Value;
use support::running::{Running, ended, sponsio, text};
use support::{Folder, run};

fn done(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

fn with(register: &Path, words: &[&str]) -> Command {
    let mut command = sponsio();
    command.args(words).arg("--register").arg(register);
    command
}

fn json(command: &mut Command) -> Value {
    serde_json::from_str(&done(command)).expect("JSON")
}

fn practice(scratch: &Path) -> PathBuf {
    let register = scratch.join("practice");
    let made = [
        "--origin",
        "office.example",
        "--title",
        "Office",
        "--exercise",
    ];
    done(sponsio().arg("init").arg(&register).args(made));
    register
}

/// A desk that is served: the house, the address of the desk, and that it is open.
fn desk(register: &Path, more: &[&str]) -> (Running, String) {
    let words = [
        "serve",
        "--listen-public",
        "127.0.0.1:0",
        "--listen-desk",
        "127.0.0.1:0",
    ];
    let mut command = with(register, &words);
    let mut house = Running::start(command.args(more).stderr(Stdio::piped()));
    let address = house.said();
    let address = address.strip_prefix("Desk at ").expect("an address");
    let address = address.to_owned();
    assert!(house.said().starts_with("Sign in at http://localhost:"));
    (house, address)
}

/// Sends what is given over a new connection, and returns the whole answer.
fn ask(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("somebody listens");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

fn get(address: &str, path: &str) -> String {
    ask(
        address,
        &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
    )
}

/// Asks the process to stop.
fn terminate(house: &Running) {
    done(Command::new("kill").args(["-TERM", &house.child.id().to_string()]));
}

#[test]
fn each_setting_is_shown_with_where_it_comes_from_and_no_secret() {
    let folder = Folder::small();
    let path = |name: &str| folder.path().join(name);
    folder.put("passphrase", "correct horse battery staple\n");
    let secret = path("passphrase").display().to_string();
    folder.put(
        "server.toml",
        format!("per_address = 7\nlog_json = true\npassphrase_file = \"{secret}\"\n"),
    );
    let mut command = sponsio();
    command
        .args(["config", "show", "--per-account", "9", "--config"])
        .arg(path("server.toml"))
        .env("SPONSIO_REGISTER", folder.path())
        .env("SPONSIO_PER_ADDRESS", "8");
    let shown = done(&mut command);
    assert!(!shown.contains("correct horse"), "{shown}");
    let data = json(command.arg("--json"));
    let row = |name: &str| {
        let rows = data["settings"].as_array().expect("a list").iter();
        let row = rows.clone().find(|row| row["setting"] == name);
        row.unwrap_or_else(|| panic!("{name}: {data}")).clone()
    };
    assert_eq!(row("per_address")["value"], 8);
    assert_eq!(row("per_address")["origin"]["name"], "SPONSIO_PER_ADDRESS");
    assert_eq!(row("per_account")["origin"]["name"], "--per-account");
    assert_eq!(row("log_json")["value"], true);
    assert_eq!(row("log_json")["origin"]["line"], 2);
    assert_eq!(row("passphrase_file")["value"], secret);
    assert_eq!(row("tls_cert")["value"], Value::Null);
    assert_eq!(row("listen_public")["origin"]["kind"], "default");
}

#[test]
fn a_setting_that_there_is_not_is_refused_with_its_place_and_the_one_that_is_meant() {
    let folder = Folder::small();
    folder.put(
        "server.toml",
        "listen_publik = \"127.0.0.1:1\"\nlog_json = 1\n",
    );
    for command in ["config check", "config show", "serve"] {
        let refused = run(
            folder.path(),
            &format!("sponsio {command} --config {{}}/server.toml"),
        );
        assert_eq!(refused.code, 2, "{}", refused.err);
        let first = "server.toml:1:1: the setting “listen_publik” is unknown; “listen_public” is meant perhaps";
        assert!(refused.err.contains(first), "{}", refused.err);
        let second = "server.toml:2:12: the setting “log_json” is true or false";
        assert!(refused.err.contains(second), "{}", refused.err);
    }
    let turkish = run(
        folder.path(),
        "sponsio --lang tr config check --config {}/server.toml",
    );
    assert!(
        turkish.err.contains("“listen_public” kastedildi"),
        "{}",
        turkish.err
    );
    let none = run(folder.path(), "sponsio config check --config {}/none.toml");
    assert_eq!(none.code, 4, "{}", none.err);
}

#[test]
fn what_settings_add_up_to_is_examined() {
    let folder = Folder::small();
    let sound = run(folder.path(), "sponsio config check --register {}");
    assert_eq!((sound.code, sound.err.as_str()), (0, ""), "{}", sound.out);
    folder.put("cert.pem", "no certificate");
    for (more, part) in [
        ("--tls-cert {}/cert.pem", "go together"),
        (
            "--tls-cert {}/cert.pem --tls-key {}/none.pem",
            "none.pem cannot be read",
        ),
        (
            "--tls-cert {}/cert.pem --tls-key {}/cert.pem",
            "cannot be used",
        ),
        (
            "--desk-origin https://desk.example.org",
            "listen_desk is not set",
        ),
        (
            "--listen-public 127.0.0.1:9 --listen-desk 127.0.0.1:9",
            "one address",
        ),
        ("--listen-desk 127.0.0.1:9", "has no desk"),
    ] {
        let command = format!("sponsio config check --register {{}} {more}");
        let found = run(folder.path(), &command);
        assert_eq!(found.code, 2, "{more}: {}", found.out);
        assert!(
            found.out.replace('\n', " ").contains(part),
            "{more}: {}",
            found.out
        );
        let served = run(
            folder.path(),
            &format!("sponsio serve --register {{}} {more}"),
        );
        assert_eq!(served.code, 2, "{more}: {}", served.err);
        assert!(
            served.err.replace('\n', " ").contains(part),
            "{more}: {}",
            served.err
        );
    }
    let open = "sponsio config check --json --register {} --listen-public 0.0.0.0:80";
    let open = run(folder.path(), open);
    assert_eq!(open.code, 0, "it is a warning: {}", open.err);
    let found: Value = serde_json::from_str(&open.out).expect("JSON");
    assert_eq!(found["findings"][0]["setting"], "listen_public");
    assert_eq!(found["findings"][0]["result"], "warning");
    let guarded =
        "sponsio config check --register {} --listen-public 0.0.0.0:80 --trust-proxy 10.0.0.0/8";
    let guarded = run(folder.path(), guarded);
    assert!(
        !guarded.out.contains("without encryption"),
        "{}",
        guarded.out
    );
}

#[test]
fn a_server_that_is_asked_to_stop_ends_what_it_began_and_publishes_what_is_recorded() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = practice(scratch.path());
    let (mut house, desk) = desk(&register, &["--log-json"]);
    // A form of which one half is sent when the process is asked to stop.
    let mut begun = TcpStream::connect(&desk).expect("somebody listens");
    let head = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\
                Content-Length: 14\r\n\r\nofficer";
    begun.write_all(head.as_bytes()).expect("sent");
    sleep(Duration::from_millis(300));
    terminate(&house);
    let mut is_refused = false;
    for _ in 0..100 {
        is_refused = TcpStream::connect(&desk).is_err();
        if is_refused {
            break;
        }
        sleep(Duration::from_millis(20));
    }
    assert!(is_refused, "no new connection is taken");
    begun.write_all(b"=o-anna").expect("sent");
    let mut answer = String::new();
    begun.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
    let status = house.child.wait().expect("it ends");
    assert!(status.success(), "{status}");
    let mut messages = String::new();
    let mut stream = house.child.stderr.take().expect("piped");
    stream.read_to_string(&mut messages).expect("text");
    let line = messages.lines().find(|line| line.contains("/sign-in"));
    let line: Value = serde_json::from_str(line.expect("a line")).expect("JSON");
    assert_eq!(line["face"], "desk");
    assert!(
        line["at"].as_str().is_some_and(|at| at.ends_with('Z')),
        "{line}"
    );
    assert!(!messages.contains("o-anna"), "{messages}");
    let checks = json(&mut with(&register, &["doctor", "--json"]));
    let checks = checks["checks"].as_array().expect("checks").iter();
    let published = checks.clone().find(|check| check["check"] == "publication");
    assert_eq!(published.expect("it is examined")["result"], "sound");
}

#[test]
fn the_desk_says_how_it_is_and_the_public_pages_do_not() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = practice(scratch.path());
    let token = scratch.path().join("token");
    fs::write(&token, "short\n").expect("written");
    let token = token.to_str().expect("UTF-8");
    let refused = with(&register, &["serve", "--listen-desk", "127.0.0.1:0"])
        .args(["--metrics-token-file", token])
        .output()
        .expect("it runs");
    assert!(ended(&refused, 2).contains("20"), "a token has a length");
    let (house, desk) = desk(&register, &[]);
    let public = house.address.strip_prefix("http://").expect("an address");
    assert!(get(public, "/healthz").starts_with("HTTP/1.1 200 "));
    assert!(get(public, "/readyz").starts_with("HTTP/1.1 200 "));
    assert!(get(public, "/metrics").starts_with("HTTP/1.1 404 "));
    assert!(get(&desk, "/readyz").starts_with("HTTP/1.1 200 "));
    let numbers = get(&desk, "/metrics");
    for line in [
        "sponsio_http_requests_total{face=\"public\",method=\"GET\",status=\"404\"} 1",
        "sponsio_log_entries 1",
        "sponsio_log_published_entries 1",
        "sponsio_ready 1",
    ] {
        assert!(numbers.lines().any(|one| one == line), "{line}\n{numbers}");
    }
}

#[test]
fn copies_are_made_while_a_server_runs_and_nobody_is_signed_in_by_them() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = practice(scratch.path());
    let at = |name: &str| scratch.path().join(name).display().to_string();
    let invite = |officer: &str| {
        let words = [
            "account", "invite", officer, "--name", "N", "--role", "auditor",
        ];
        drop(done(&mut with(&register, &words)));
    };
    done(&mut with(
        &register,
        &["participant", "add", "ARD", "Ardenia"],
    ));
    for officer in ["o-anna", "o-ben"] {
        invite(officer);
    }
    let (mut house, desk) = desk(&register, &[]);
    assert!(get(&desk, "/sign-in").starts_with("HTTP/1.1 200 "));
    let copied = json(&mut with(&register, &["backup", &at("copy"), "--json"]));
    assert_eq!(
        (&copied["size"], &copied["accounts"]["live"]),
        (&2.into(), &2.into())
    );
    let twice = with(&register, &["backup", &at("copy")])
        .output()
        .expect("it runs");
    ended(&twice, 5);
    let alone = with(&register, &["backup", &at("alone"), "--only-accounts"]);
    assert!({ alone }.output().expect("it runs").status.success());
    assert!(!Path::new(&at("alone")).exists() && Path::new(&at("alone.accounts")).exists());
    for copy in ["copy", "copy.accounts", "alone.accounts"] {
        let mode =
            std::os::unix::fs::MetadataExt::mode(&fs::metadata(at(copy)).expect("it is there"));
        assert_eq!(mode & 0o777, 0o600, "{copy}");
    }
    assert!(!register.join("log").join("copy.accounts").exists());
    done(&mut with(&register, &["account", "revoke", "o-ben"]));
    terminate(&house);
    assert!(house.child.wait().expect("it ends").success());

    let verified = json(&mut with(
        &register,
        &["restore", "--verify", &at("copy"), "--json"],
    ));
    assert_eq!(verified["accounts"]["result"], "verified");
    for name in ["register.sqlite", "accounts.sqlite"] {
        fs::remove_file(register.join(name)).expect("it was there");
    }
    let restored = json(&mut with(&register, &["restore", &at("copy"), "--json"]));
    assert_eq!(restored["accounts"]["live"], serde_json::json!(["o-anna"]));
    assert_eq!(
        restored["accounts"]["revoked_since"],
        serde_json::json!(["o-ben"])
    );
    let listed = json(&mut with(&register, &["account", "list", "--json"]));
    assert!(listed["accounts"][0]["revoked"].is_null());
    assert!(listed["accounts"][1]["revoked"].is_string());
    let kept = json(&mut with(
        &register,
        &["restore", "--only-accounts", &at("copy"), "--json"],
    ));
    assert_eq!(kept["accounts"]["result"], "kept");
    let none = with(&register, &["restore", "--only-accounts", &at("none")]);
    ended(&{ none }.output().expect("it runs"), 4);
    let said = done(&mut with(&register, &["doctor"]));
    assert!(said.contains("1 live, 1 revoked"), "{said}");
    let accounts = register.join("accounts.sqlite");
    let mut bytes = fs::read(&accounts).expect("it is there");
    for byte in &mut bytes[4_096..8_192] {
        *byte ^= 0x55;
    }
    fs::write(&accounts, bytes).expect("written");
    let examined = with(&register, &["doctor", "--json"])
        .output()
        .expect("it runs");
    assert_eq!(
        examined.status.code(),
        Some(1),
        "{}",
        text(&examined.stdout)
    );
    let found: Value = serde_json::from_slice(&examined.stdout).expect("JSON");
    let checks = found["checks"].as_array().expect("checks").iter();
    let accounts = checks.clone().find(|check| check["check"] == "accounts");
    assert_eq!(accounts.expect("it is examined")["result"], "defect");
}
