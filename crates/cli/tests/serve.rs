//! `sponsio serve` as a process: the pages of a ledger beside whoever writes it, and of a folder.

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use core::time::Duration;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;

use support::Folder;
use support::running::{Running, get, sponsio, text};

/// Returns text as it stands in a page.
fn escaped(text: &str) -> String {
    let marks = [
        ('&', "&#38;"),
        ('<', "&#60;"),
        ('>', "&#62;"),
        ('"', "&#34;"),
        ('\'', "&#39;"),
    ];
    let written = |text: String, (mark, escape): (char, &str)| text.replace(mark, escape);
    marks.into_iter().fold(text.to_owned(), written)
}

fn serving(register: &Path) -> Command {
    let mut command = sponsio();
    command
        .args(["serve", "--listen-public", "127.0.0.1:0", "--register"])
        .arg(register);
    command
}

fn done(command: &mut Command) {
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn a_folder_is_shown_with_the_words_of_the_command_line() {
    let folder = Folder::small();
    let house = Running::start(&mut serving(folder.path()));
    let english = get(&house, "/t/alpha?lang=en");
    assert!(
        english.contains("In force since 12 March 2001"),
        "{english}"
    );
    let why = sponsio()
        .args(["why", "alpha", "--register"])
        .arg(folder.path())
        .args(["--json"])
        .output()
        .expect("it runs");
    let why: serde_json::Value = serde_json::from_slice(&why.stdout).expect("JSON");
    let because = why["because"].as_str().expect("a sentence");
    let because = escaped(because);
    assert!(english.contains(&because), "{because}\n{english}");
    for line in why["lines"].as_array().expect("lines") {
        let said = escaped(line["text"].as_str().expect("words"));
        assert!(english.contains(&said), "{said}\n{english}");
    }
    let turkish = get(&house, "/t/alpha?lang=tr");
    assert!(
        turkish.contains("Yürürlükte; başlangıcı 12 Mart 2001"),
        "{turkish}"
    );
    let arabic = get(&house, "/t/alpha?lang=ar");
    assert!(
        arabic.contains("<ol class=\"steps\" lang=\"en\" dir=\"ltr\">"),
        "{arabic}"
    );
    assert!(get(&house, "/p/TUR?lang=tr").contains("Türkiye"));
}

#[test]
fn an_act_is_on_the_pages_as_soon_as_it_is_recorded() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = scratch.path().join("practice");
    let folder = Folder::small();
    let with = |words: &[&str]| {
        let mut command = sponsio();
        command.args(words).arg("--register").arg(&register);
        done(&mut command);
    };
    let mut init = sponsio();
    init.arg("init").arg(&register).args([
        "--origin",
        "register.example",
        "--title",
        "Practice",
        "--exercise",
    ]);
    done(&mut init);
    let house = Running::start(serving(&register).arg("--log-json").stderr(Stdio::piped()));
    assert!(get(&house, "/?lang=en").contains("No treaty yet."));
    with(&["import", folder.path().to_str().expect("UTF-8")]);
    let mut shown = String::new();
    for _ in 0..100 {
        shown = get(&house, "/t/alpha?lang=en&q=secretly");
        if shown.contains("In force since") {
            break;
        }
        sleep(Duration::from_millis(100));
    }
    assert!(shown.contains("In force since 12 March 2001"), "{shown}");
    assert!(shown.contains("test, no legal effect"), "{shown}");
    let log = get(&house, "/log?lang=en");
    assert!(log.contains("register.example/exercise"), "{log}");
    let checkpoint = get(&house, "/log/checkpoint");
    assert!(
        checkpoint.contains("register.example/exercise\n"),
        "{checkpoint}"
    );
    let messages = stopped(house);
    assert!(messages.contains(r#""path":"/t/alpha""#), "{messages}");
    assert!(!messages.contains("secretly"), "{messages}");
}

/// Asks the process to stop, and returns what it wrote among its messages.
fn stopped(mut house: Running) -> String {
    let id = house.child.id().to_string();
    done(Command::new("kill").args(["-TERM", &id]));
    let status = house.child.wait().expect("it ends");
    assert!(status.success(), "{status}");
    let mut messages = String::new();
    let mut stream = house.child.stderr.take().expect("piped");
    stream.read_to_string(&mut messages).expect("text");
    messages
}
