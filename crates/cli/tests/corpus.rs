//! The register of real treaties beside the project: every rule computed as expected, and the
//! effects on single participants compared with those published.

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use alloc::collections::BTreeMap;
use std::path::Path;

use support::{corpus, run};

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("rows under a header")
}

fn file(corpus: &Path, name: &str) -> Vec<Row> {
    rows(&std::fs::read_to_string(corpus.join(name)).expect("the corpus is complete"))
}

#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn left_out() {
    eprintln!("left out: there is no ../shared/corpus beside the project");
}

#[test]
fn every_rule_is_computed_as_expected() {
    let Some(corpus) = corpus() else {
        return left_out();
    };
    let done = run(&corpus, "sponsio register check {} --format csv");
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let computed = rows(&done.out);
    assert_eq!(computed.len(), 300);
    let ids: Vec<_> = computed.iter().map(|row| row["treaty"].clone()).collect();
    assert!(ids.is_sorted());
    let computed: BTreeMap<_, _> = computed.iter().map(|row| (&row["treaty"], row)).collect();
    let expected = file(&corpus, "expected.csv");
    assert_eq!(expected.len(), 98);
    for row in expected {
        let found = computed[&row["treaty"]];
        let state = match found["state"].as_str() {
            "in force" => &found["date"],
            other => other,
        };
        let announced = match found["announced"].as_str() {
            "" => "not in force",
            day => day,
        };
        assert_eq!(
            [state, announced, &found["verdict"]],
            [row["expected"].as_str(), &row["announced"], &row["verdict"]],
            "{}",
            row["treaty"]
        );
    }
}

#[test]
fn published_effects_agree_as_far_as_the_data_do() {
    let Some(corpus) = corpus() else {
        return left_out();
    };
    let done = run(
        &corpus,
        "sponsio register effects {} --view announced --format csv",
    );
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let mut computed: BTreeMap<[String; 3], Vec<String>> = BTreeMap::new();
    for row in rows(&done.out) {
        let key = ["treaty", "participant", "deposited"].map(|name| row[name].clone());
        computed
            .entry(key)
            .or_default()
            .push(row["in_force_for_it"].clone());
    }
    let (mut joined, mut equal, mut gaps) = (0, 0, 0);
    for row in file(&corpus, "effects.csv") {
        let key = ["treaty", "participant", "deposited"].map(|name| row[name].clone());
        match computed.get(&key) {
            None => gaps += 1,
            Some(days) => {
                joined += 1;
                equal += usize::from(days.contains(&row["in_force_for_it"]));
            }
        }
    }
    assert_eq!((joined, gaps), (2_276, 25));
    // The 53 that differ stand, each with its cause, in docs/effects-differences.md.
    assert_eq!(equal, 2_223);
}

#[test]
fn the_corpus_is_written_and_read_back() {
    let Some(corpus) = corpus() else {
        return left_out();
    };
    round_trip(&corpus);
}

#[test]
fn the_example_is_written_and_read_back() {
    round_trip(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/register"));
}

fn round_trip(path: &Path) {
    use sponsio::folder::progress::Silent;
    use sponsio::folder::{read, write};
    let (register, report) = read(path, &mut Silent).expect("the register is read");
    assert_eq!(report.faults.kept(), []);
    let (one, two) = (
        tempfile::tempdir().expect("a temporary folder"),
        tempfile::tempdir().expect("a temporary folder"),
    );
    write(&register, one.path()).expect("the register is written");
    let (again, report) = read(one.path(), &mut Silent).expect("what was written is read");
    assert_eq!(report.faults.kept(), []);
    assert_eq!(register.digest(), again.digest());
    write(&again, two.path()).expect("it is written again");
    for file in ["participants.csv", "acts.csv"] {
        let bytes = |folder: &Path| std::fs::read(folder.join(file)).expect("the file is there");
        assert!(
            bytes(one.path()) == bytes(two.path()),
            "{file} is written alike"
        );
    }
}
