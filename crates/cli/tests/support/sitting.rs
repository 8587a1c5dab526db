//! A practice register in which a conference sits, and the command run on it at an instant.

use serde_json::Value;
use tempfile::TempDir;

use super::{Done, run};

/// Runs a command at an instant on the register `p` of a folder.
pub(crate) fn at(folder: &TempDir, now: &str, words: &str) -> Done {
    let words = format!("sponsio {words} --register {{}}/p --now {now}");
    run(folder.path(), &words)
}

/// Runs a command that succeeds, and returns its answer.
#[track_caller]
pub(crate) fn done(folder: &TempDir, now: &str, words: &str) -> Value {
    let done = at(folder, now, &format!("{words} --json"));
    assert_eq!(done.code, 0, "{words}: {}", done.err);
    serde_json::from_str(&done.out).expect("JSON")
}

/// Runs a command that the law refuses, and returns what is said.
#[track_caller]
pub(crate) fn refused(folder: &TempDir, now: &str, words: &str, rule: &str) -> String {
    let done = at(folder, now, words);
    assert_eq!(done.code, 5, "{words}: {}{}", done.out, done.err);
    assert!(done.err.contains(rule), "{words}: {}", done.err);
    done.err
}

/// Returns the mark of an act that was recorded.
pub(crate) fn mark(recorded: &Value) -> String {
    recorded["id"].as_str().expect("a mark").to_owned()
}
