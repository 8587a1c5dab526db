//! The oracle against the register of real treaties, and against itself on generated registers.
#![expect(
    clippy::print_stdout,
    reason = "the tests report how much of the corpus they agree with"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sponsio_tests::oracle::{Day, Outcome, View, assess};

/// Returns the register of real treaties, or says that it is not here.
fn corpus() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    if !path.is_dir() {
        println!("left out: there is no register of real treaties beside the project");
        return None;
    }
    Some(path)
}

/// Reads the files of a register folder, named as seen from it.
fn folder(root: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for below in ["", "treaties/", "weights/", "groups/"] {
        let Ok(entries) = fs::read_dir(root.join(below)) else {
            continue;
        };
        for entry in entries.map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                let name = format!("{below}{}", entry.file_name().to_string_lossy());
                files.insert(name, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    files
}

/// Splits the lines of a table after its header; only a last field may be quoted.
fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect()
}

#[test]
fn the_98_rules_give_what_is_expected() {
    let Some(root) = corpus() else { return };
    let files = folder(&root);
    let assessed = assess(&files, None, View::Computed).unwrap();
    let mut agreed = 0;
    for row in rows(&files["expected.csv"]) {
        let (id, expected, announced, verdict) = (row[0], row[1], row[2], row[3]);
        let (state, computed_verdict) = match assessed[id].outcome {
            Outcome::InForce { date, .. } => {
                let same = date.to_string() == announced;
                (date.to_string(), if same { "equal" } else { "difference" })
            }
            Outcome::NotInForce => {
                let same = announced == "not in force";
                (
                    String::from("not in force"),
                    if same { "equal" } else { "difference" },
                )
            }
            Outcome::Undetermined { .. } => (String::from("undetermined"), "undetermined"),
            Outcome::NoRule => (String::from("no rule"), "no rule"),
        };
        assert_eq!(
            (state.as_str(), computed_verdict),
            (expected, verdict),
            "{id}"
        );
        agreed += 1;
    }
    assert_eq!(agreed, 98);
    let ruleless = assessed
        .values()
        .filter(|it| it.outcome == Outcome::NoRule)
        .count();
    assert_eq!(ruleless, 300 - 98);
}

#[test]
fn published_effects_agree_in_the_announced_view() {
    let Some(root) = corpus() else { return };
    let files = folder(&root);
    let assessed = assess(&files, None, View::Announced).unwrap();
    let (mut equal, mut different, mut missing) = (0, 0, 0);
    for row in rows(&files["effects.csv"]) {
        let (id, participant, act, deposited, published) = (row[0], row[1], row[2], row[3], row[4]);
        let deposited = Day::read(deposited).unwrap();
        let interval = assessed.get(id).and_then(|treaty| {
            let mut own = treaty
                .intervals
                .iter()
                .filter(|it| it.participant == participant);
            own.find(|it| it.deposited == deposited)
        });
        match interval {
            None => {
                missing += 1;
                println!("missing {id} {participant} {act} {deposited}");
            }
            Some(interval) if interval.start == Day::read(published) => equal += 1,
            Some(interval) => {
                different += 1;
                let start = interval.start;
                println!(
                    "different {id} {participant} {act} {deposited}: {start:?}, published {published}"
                );
            }
        }
    }
    println!(
        "published effects: {equal} equal, {different} different, {missing} without such an interval"
    );
    assert_eq!(equal + different + missing, 2301);
    // At least 96 of 100 of those that have such an act.
    assert!(
        equal * 100 >= (equal + different) * 96,
        "{equal} of {}",
        equal + different
    );
}
