//! What is read in reports, compared with what a careful reader finds in them: `tests/reports`. The
//! table of figures is printed with `cargo test -p sponsio-text --test reports -- --nocapture`.

#![expect(
    clippy::print_stdout,
    reason = "the figures, the mistakes and what was left out are printed"
)]

extern crate alloc;

#[path = "reports/case.rs"]
mod case;
#[path = "reports/score.rs"]
mod score;

use case::Case;
use score::Score;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reports"))
}

/// Compares the reports of these files.
fn scored(files: &[&str]) -> Score {
    let mut score = Score::default();
    for file in files {
        for case in Case::all(&root().join(file)) {
            score.add(&case);
        }
    }
    println!("{score}");
    score
}

/// The reports by which the reader was made: forty written before it, twenty that it did not know at first.
#[test]
fn known_reports() {
    let first = scored(&["turkish.txt", "english.txt"]);
    assert_eq!(first.cases(), 40);
    first.assert_bounds();
    let score = scored(&[
        "turkish.txt",
        "english.txt",
        "later-turkish.txt",
        "later-english.txt",
    ]);
    assert_eq!(score.cases(), 60);
    score.assert_bounds();
}

/// The report that the mission begins with, found one by one; its text lies beside the project.
#[test]
fn the_report_of_the_mission() {
    let text = root().join("../../../../../shared/seed/statement-2025-12-11.tr.txt");
    let Ok(text) = std::fs::read_to_string(text) else {
        println!("left out: ../shared/seed is not beside the project");
        return;
    };
    let mut case = Case::all(&root().join("seed.txt")).remove(0);
    case.report = text;
    let mut score = Score::default();
    score.add(&case);
    println!("{score}");
    assert!(score.mistakes().is_empty(), "{:#?}", score.mistakes());
    assert_eq!(score.kinds_missed(), 0);
    let reading = case.read();
    let repeated = reading
        .passages
        .iter()
        .find(|passage| !passage.cited.is_empty());
    let cited = &repeated.expect("the president is cited").cited[0];
    assert_eq!(cited.name, "Vladimir Putin");
    assert_eq!(reading.words(&cited.verb), "belirttiği");
    assert!(reading.remarks.is_empty(), "{:?}", reading.remarks);
    assert_eq!(reading.headings.len(), 4);
}

/// One shape of attribution a case, each with all that is said in it and nothing else: no mistake at all.
#[test]
fn shapes_of_attribution() {
    let score = scored(&["shapes-turkish.txt", "shapes-english.txt"]);
    assert!(score.mistakes().is_empty(), "{:#?}", score.mistakes());
    assert_eq!(score.kinds_missed(), 0);
}

/// The reports that somebody wrote who had not seen the reader, which was not touched for them: as they
/// came out.
#[test]
fn reports_written_blind() {
    let mut score = Score::default();
    for file in ["blind-turkish.txt", "blind-english.txt"] {
        for case in Case::all(&root().join(file)) {
            score.add(&case);
        }
    }
    println!("{score}");
    assert_eq!(score.cases(), 24);
}
