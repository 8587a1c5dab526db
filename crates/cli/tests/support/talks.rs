//! The talks of two States about what one of them said.

use std::fs;

use tempfile::TempDir;

use super::sitting::{done, mark};
use super::{Done, run};

/// What was said, as a report has it.
pub(crate) const REPORT: &str = "date 2027-01-11\n\nMinister Ana Orel said: \"We have no aggressive plans.\" She added: \"We are ready to put it in \
    writing.\" President Ilin has said so often.\n\nOrel said: \"The others use this war.\"\n";

/// Returns a practice register in which a conference of two sits, with two reports beside it.
pub(crate) fn practice() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("report.txt"), REPORT).expect("written");
    fs::write(folder.path().join("real.txt"), format!("{REPORT}\n")).expect("written");
    let made = "init {}/p --origin a.example --title T --exercise --now 2027-01-10T08:00:00Z";
    assert_eq!(run(folder.path(), &format!("sponsio {made}")).code, 0);
    let day = "2027-01-10T08:00:00Z";
    for code in ["ARD", "BEL"] {
        done(&folder, day, &format!("participant add {code} {code}"));
    }
    done(
        &folder,
        day,
        "conference open talks --title Talks --treaty demo-g --language en",
    );
    for code in ["ARD", "BEL"] {
        let seat = format!("conference seat talks {code} --tables --votes");
        done(&folder, day, &seat);
    }
    folder
}

/// Runs a command that records, and returns the mark of the act.
#[track_caller]
pub(crate) fn marked(folder: &TempDir, now: &str, words: &str) -> String {
    mark(&done(folder, now, words))
}

/// A day on which the conference sits.
pub(crate) const DAY: &str = "2027-01-12T09:00:00Z";

/// Marks and digests differ from run to run: what is shown is compared without them.
pub(crate) fn shown(done: &Done) -> String {
    assert_eq!(done.code, 0, "{}", done.err);
    let words = done
        .out
        .split_inclusive(|letter: char| !letter.is_ascii_alphanumeric());
    let words = words.map(|word| {
        let bare = word.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
        let hex = bare.bytes().all(|byte| byte.is_ascii_hexdigit());
        if hex && matches!(bare.len(), 32 | 64) {
            word.replace(bare, "MARK")
        } else {
            word.to_owned()
        }
    });
    words.collect()
}
