//! The source document of the mission goes the way that a real report can go: into the record, to a
//! hypothetical draft, and to what is still missing for it to bind. No word is put into anybody's mouth.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::{Done, run};

const NOW: &str = "2026-11-30T09:00:00Z";

fn report() -> PathBuf {
    let name = "../../../shared/seed/statement-2025-12-11.tr.txt";
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn at(folder: &Path, words: &str) -> Done {
    run(
        folder,
        &format!("sponsio {words} --register {{}}/p --now {NOW}"),
    )
}

#[track_caller]
fn done(folder: &Path, words: &str) -> Value {
    let done = at(folder, &format!("{words} --json"));
    assert_eq!(done.code, 0, "{words}: {}", done.err);
    serde_json::from_str(&done.out).expect("JSON")
}

#[track_caller]
fn marked(folder: &Path, words: &str) -> String {
    done(folder, words)["id"]
        .as_str()
        .expect("a mark")
        .to_owned()
}

/// Records the passages of the draft record with these numbers, confirms them, and returns the mark.
fn confirmed(folder: &Path, source: &str, items: &str, also: &str) -> String {
    let record = format!(
        "statement record talks --source {source} --from {{}}/draft.json {items} \
         --capacity foreign-minister --reader o-ana {also}"
    );
    let of = marked(folder, record.trim());
    done(
        folder,
        &format!("statement confirm talks {of} --reader o-ben"),
    );
    of
}

/// The numbers of the passages that begin so, counted from 1.
fn item(draft: &Value, begins: &str) -> String {
    let passages = draft.as_array().expect("an array");
    let is_it = |one: &Value| {
        let quote = one["quote"].as_str().unwrap_or_default();
        one["heading"] == false && quote.starts_with(begins)
    };
    let at = passages.iter().position(is_it);
    format!("--item {}", at.expect("the passage is read") + 1)
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn the_source_is_recorded_and_its_draft_stays_hypothetical() {
    if !report().is_file() {
        eprintln!("left out: there is no ../shared/seed beside the project");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path();
    fs::copy(report(), here.join("report.tr.txt")).expect("copied");
    let init = format!("sponsio init {{}}/p --origin a.example --title T --exercise --now {NOW}");
    assert_eq!(run(here, &init).code, 0);
    for code in ["ARD", "BEL"] {
        done(here, &format!("participant add {code} {code}"));
    }
    done(
        here,
        "conference open talks --title Talks --treaty g --language tr",
    );
    for code in ["ARD", "BEL"] {
        done(
            here,
            &format!("conference seat talks {code} --tables --votes"),
        );
    }
    let read = run(here, "sponsio report read {}/report.tr.txt --json");
    assert_eq!(read.code, 0, "{}", read.err);
    fs::write(here.join("draft.json"), &read.out).expect("written");
    let draft: Value = serde_json::from_str(&read.out).expect("JSON");
    // It is real: nobody says that it was made up.
    let source = marked(
        here,
        "statement source talks {}/report.tr.txt --publisher agency --date 2025-12-11 --language tr",
    );
    let assurance = item(&draft, "Ne NATO üyelerine ne de AB üyelerine");
    let assurance = confirmed(here, &source, &assurance, "");
    let shown = done(here, &format!("statement show talks {assurance}"));
    assert_eq!(shown["statement"]["kind"], "assurance");
    assert_eq!(shown["statement"]["speaker"], "Sergey Lavrov");
    assert_eq!(shown["level"], "report", "nothing raises it");

    // The repetition by another person stays a claim: it has no source of its own.
    let repeat =
        format!("statement repeat talks {assurance} --claimed-in {assurance} --speaker Putin");
    done(here, &format!("{repeat} --words bunu"));
    let shown = done(here, &format!("statement show talks {assurance}"));
    let repetition = &shown["repetitions"][0];
    assert_eq!(repetition["claimed_in"], assurance.as_str());
    assert_eq!(repetition["sourced"], Value::Null, "{shown}");

    // Readiness is an offer: no provision rests on it alone.
    let offer = item(&draft, "hukuki bir belgeyle, yazılı şekilde");
    let offer = confirmed(here, &source, &offer, "");
    let refused = at(here, &format!("statement draft talks --from {offer}"));
    assert_eq!(refused.code, 5, "{}{}", refused.out, refused.err);

    // An accusation has its accused, and no answer in this source.
    let accusation = item(&draft, "küresel toplumun karşı karşıya olduğu");
    let accusation = confirmed(here, &source, &accusation, "--accused batı");
    let shown = at(here, &format!("statement show talks {accusation}"));
    assert!(shown.out.contains("No answer is recorded"), "{}", shown.out);

    let drafted = done(here, &format!("statement draft talks --from {assurance}"));
    assert_eq!(drafted["hypothetical"], true);
    let said = at(here, &format!("statement draft talks --from {assurance}"));
    assert!(said.out.contains("proposed by no party"), "{}", said.out);

    let missing = done(here, &format!("statement missing talks {assurance}"));
    let steps = missing["drafts"][0]["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), 2, "no road leads on from it");
    assert_eq!(steps[0]["step"], "proposable");
    assert_eq!(steps[0]["taken"], false);
    assert_eq!(missing["in_force"], Value::Null);

    // It cannot be tabled under its id, nor word for word.
    let (id, words) = (drafted["provision"].as_str(), drafted["words"].as_str());
    let (id, words) = (id.expect("an id"), words.expect("words"));
    fs::write(
        here.join("base.treaty"),
        "# Treaty {#k7m2qt}\nlanguage: tr\n\nMadde 1. Amaç {#k7m2qx}\n\n1. Taraflar görüşür. {#k7m2qy}\n",
    )
    .expect("written");
    done(here, "conference revise talks --text {}/base.treaty");
    done(here, "round open talks I --closes 2026-12-24T12:00:00Z");
    for text in [format!("{words} {{#{id}}}"), words.to_owned()] {
        fs::write(here.join("words.txt"), text).expect("written");
        let table = "propose talks I --as ARD --language tr --insert-after k7m2qy={}/words.txt";
        let tabled = at(here, table);
        assert_eq!(tabled.code, 5, "{}{}", tabled.out, tabled.err);
        assert!(tabled.err.contains("real source"), "{}", tabled.err);
    }
}
