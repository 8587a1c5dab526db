//! The tour of `scripts/demo`, walked without pauses with the command that Cargo has built for the tests:
//! nothing is built twice.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs the script with these words; what it makes for its reader goes into a folder.
pub(crate) fn demo(words: &[&str], sponsio: &str, documents: &Path, store: Option<&str>) -> Output {
    let mut command = Command::new(project().join("scripts/demo"));
    command
        .args(words)
        .env("SPONSIO", sponsio)
        .env("SPONSIO_DEMO", documents)
        .env_remove("SPONSIO_LANG")
        .env_remove("SPONSIO_STORE")
        // It works from any directory.
        .current_dir(std::env::temp_dir());
    if let Some(address) = store {
        command.env("SPONSIO_STORE", address);
    }
    command.output().expect("bash runs the script")
}

/// Walks it to its end and returns what it says.
pub(crate) fn walked(words: &[&str], documents: &Path, store: Option<&str>) -> String {
    let done = demo(words, env!("CARGO_BIN_EXE_sponsio"), documents, store);
    let messages = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "it ends well: {messages}");
    assert_eq!(messages, "", "nothing is amiss on the way");
    String::from_utf8(done.stdout).expect("it is UTF-8")
}

/// Expects these words in the text in this order.
pub(crate) fn in_order(text: &str, expected: &[&str]) {
    let mut rest = text;
    for words in expected {
        let (_, after) = rest
            .split_once(words)
            .unwrap_or_else(|| panic!("`{words}` is missing, or not in its place, in:\n{text}"));
        rest = after;
    }
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
