//! The desk by the command line: what is recorded, what is refused, and that a refusal leaves
//! nothing half-written.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::{Done, run};
use tempfile::TempDir;

const CLAUSES: &str = include_str!("../../../docs/guide/desk.in/demo-1.clausula");
const NOW: &str = "--now 2026-11-22T09:00:00Z";

/// An empty folder, or one with a practice register `p` of two participants and a treaty.
fn empty() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn practice() -> TempDir {
    let folder = empty();
    fs::write(folder.path().join("demo-1.clausula"), CLAUSES).expect("written");
    for words in [
        "init {}/p --origin a.example --title T --exercise --now 2026-11-22T08:00:00Z",
        "participant add ARD Ardenia --register {}/p --now 2026-11-22T08:00:00Z",
        "participant add BLM Belmar --register {}/p --now 2026-11-22T08:00:00Z",
        "treaty enter {}/demo-1.clausula --register {}/p --now 2026-11-22T08:00:00Z",
    ] {
        let done = sponsio(&folder, words);
        assert_eq!(done.code, 0, "{words}: {}", done.err);
    }
    folder
}

fn sponsio(folder: &TempDir, words: &str) -> Done {
    run(folder.path(), &format!("sponsio {words}"))
}

fn at_desk(folder: &TempDir, words: &str) -> Done {
    sponsio(folder, &format!("{words} --register {{}}/p {NOW}"))
}

/// How many entries the log has.
fn size(folder: &TempDir) -> u64 {
    let shown = sponsio(folder, "log show --json --register {}/p");
    let shown: Value = serde_json::from_str(&shown.out).expect("JSON");
    shown["size"].as_u64().expect("a number")
}

#[test]
fn an_act_is_recorded_published_and_answered_from() {
    let folder = practice();
    let done = at_desk(&folder, "deposit demo-1 ARD accession --json");
    assert_eq!(done.code, 0, "{}", done.err);
    let data: Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(data["entry"]["seq"], 4);
    assert_eq!(data["level"], "published");
    assert_eq!(data["exercise"], true);
    assert_eq!(data["consequences"][0]["participant"], "ARD");
    let status = sponsio(&folder, "status demo-1 ARD --json --register {}/p");
    let status: Value = serde_json::from_str(&status.out).expect("JSON");
    assert_eq!(status["participants"][0]["status"], "contracting");
    assert_eq!(status["exercise"], true);
}

#[test]
fn a_rehearsal_writes_nothing_and_says_what_would_change() {
    let folder = practice();
    let done = at_desk(&folder, "deposit demo-1 ARD accession --dry-run");
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("Nothing was written."), "{}", done.out);
    assert!(done.out.contains("Ardenia: "), "{}", done.out);
    assert_eq!(size(&folder), 4);
}

#[test]
fn what_is_refused_leaves_nothing() {
    let folder = practice();
    fs::write(
        folder.path().join("bad.clausula"),
        "treaty \"B\"\n  id b\nin force never ever\n",
    )
    .expect("written");
    fs::write(folder.path().join("none.clausula"), "treaty \"B\"\n").expect("written");
    fs::write(
        folder.path().join("rows.csv"),
        "participant,weight\nZZZ,12\n",
    )
    .expect("written");
    let cases = [
        ("deposit demo-2 ARD ratification", 4),
        ("deposit demo-1 ZZZ ratification", 4),
        ("deposit demo-1 ARD accession --at 2027-01-01", 5),
        ("deposit demo-1 ARD accession --document {}/none.pdf:fr", 4),
        ("withdraw demo-1 ARD", 5),
        ("revoke demo-1 ARD", 5),
        ("withdraw-instrument demo-1 ARD", 5),
        ("apply-provisionally demo-1 ARD --end", 5),
        ("suspend demo-1 ARD --end", 5),
        ("decline demo-1 ARD", 5),
        ("sign demo-1 ARD --confirm", 5),
        ("continue demo-1 ARD --of ZZZ", 5),
        ("correct 0a --date 2026-01-01 --reason because", 4),
        ("participant add ARD Ardenia", 5),
        ("participant add a! Nobody", 2),
        ("treaty enter {}/demo-1.clausula", 5),
        ("treaty enter {}/bad.clausula", 2),
        ("treaty enter {}/none.clausula", 2),
        ("treaty enter {}/nowhere.clausula", 4),
        ("treaty enter {}/demo-1.clausula --text {}/rows.csv", 2),
        ("policies set {}/demo-1.clausula", 2),
        ("table set weights/w.csv {}/rows.csv --sort weights", 2),
        ("table set weights/w.csv {}/nowhere.csv --sort weights", 4),
        ("notify 0a", 4),
        ("acknowledge 0a ARD", 4),
        ("acknowledge 000102030405060708090a0b0c0d0e0f ARD", 4),
        ("acknowledge 000102030405060708090a0b0c0d0e0f ZZZ", 4),
        ("disclose 99", 4),
        ("disclose 1", 5),
    ];
    for (words, code) in cases {
        let done = at_desk(&folder, words);
        assert_eq!(done.code, code, "{words}: {}{}", done.out, done.err);
        assert!(done.err.starts_with("error: "), "{words}: {}", done.err);
        assert_eq!(size(&folder), 4, "{words}");
        let turkish = at_desk(&folder, &format!("{words} --lang tr"));
        assert_eq!(turkish.code, code, "{words}");
        assert!(
            turkish.err.starts_with("hata: "),
            "{words}: {}",
            turkish.err
        );
    }
}

#[test]
fn a_mark_is_taken_once() {
    let folder = practice();
    let id = "--id 000102030405060708090a0b0c0d0e0f";
    let first = at_desk(&folder, &format!("deposit demo-1 ARD accession {id}"));
    assert_eq!(first.code, 0, "{}", first.err);
    let again = at_desk(&folder, &format!("deposit demo-1 ARD accession {id}"));
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(
        again.out.contains("Already recorded as entry 4"),
        "{}",
        again.out
    );
    let other = at_desk(&folder, &format!("deposit demo-1 BLM accession {id}"));
    assert_eq!(other.code, 5, "{}", other.err);
    assert_eq!(size(&folder), 5);
}

#[test]
fn a_real_register_goes_by_the_clock() {
    let folder = empty();
    let made = sponsio(
        &folder,
        "init {}/p --origin a.example/log --title T --no-passphrase --now 2026-11-22T08:00:00Z",
    );
    assert_eq!(made.code, 5, "{}", made.err);
    assert!(!folder.path().join("p").exists());
    let made = sponsio(
        &folder,
        "init {}/p --origin a.example/log --title T --no-passphrase",
    );
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(!made.out.contains("EXERCISE"), "{}", made.out);
    let refused = at_desk(&folder, "participant add ARD Ardenia");
    assert_eq!(refused.code, 5, "{}", refused.err);
    assert_eq!(size(&folder), 1);
}

#[test]
fn a_register_is_made_once_and_whole() {
    let folder = practice();
    for words in [
        "init {}/p --origin a.example --title T --no-passphrase",
        "init {}/q --origin a+b --title T --no-passphrase",
        "init {}/q --origin a.example --title T --zone Nowhere/City --no-passphrase",
        "init {}/q --origin a.example --title T --lock {}/p/lock --no-passphrase",
        "init {}/q --origin a.example/exercise --title T --no-passphrase",
        "init {}/q --origin a.example --title T",
        "init {}/q --origin a.example --title T --passphrase-file {}/nowhere",
        "init {}/q --origin a.example --title T --no-passphrase --recovery no-key",
    ] {
        let done = sponsio(&folder, words);
        assert_ne!(done.code, 0, "{words}");
        assert!(done.err.starts_with("error: "), "{words}: {}", done.err);
    }
    let mut left: Vec<_> = fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["demo-1.clausula", "p"]);
}

#[test]
fn a_clock_behind_the_last_entry_records_nothing() {
    let folder = practice();
    let early = "participant add CAL Calmar --register {}/p --now 2026-11-21T09:00:00Z";
    let done = sponsio(&folder, early);
    assert_eq!(done.code, 1, "{}", done.err);
    assert_eq!(size(&folder), 4);
}

#[test]
fn what_is_confidential_counts_when_it_is_disclosed() {
    let folder = practice();
    let sealed = at_desk(
        &folder,
        "deposit demo-1 ARD accession --note CANARY --visibility sealed",
    );
    assert_eq!(sealed.code, 0, "{}", sealed.err);
    let exported = sponsio(&folder, "log export {}/copy --register {}/p");
    assert_eq!(exported.code, 0, "{}", exported.err);
    assert!(!holds(&folder.path().join("copy"), b"CANARY"));
    assert!(!holds(&folder.path().join("p/log"), b"CANARY"));
    let status = sponsio(&folder, "status demo-1 ARD --json --register {}/p");
    assert!(!status.out.contains("contracting"), "{}", status.out);
    let disclosed = at_desk(&folder, "disclose 4");
    assert_eq!(disclosed.code, 0, "{}", disclosed.err);
    let status = sponsio(&folder, "status demo-1 ARD --json --register {}/p");
    assert!(status.out.contains("contracting"), "{}", status.out);
}

/// Whether a file below a folder holds these bytes.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        let content = fs::read(path).expect("a file");
        content.windows(bytes.len()).any(|part| part == bytes)
    })
}

#[test]
fn proofs_are_made_and_forgeries_are_refused() {
    let folder = practice();
    at_desk(&folder, "deposit demo-1 ARD accession");
    for words in [
        "log export {}/copy --register {}/p",
        "log verify {}/copy --policy {}/p/policy",
        "log verify {}/p --policy {}/p/policy",
        "receipt make 4 -o {}/4.tlog-proof --register {}/p",
        "receipt verify --policy {}/p/policy {}/4.json {}/4.tlog-proof",
        "bundle make --entry 4 -o {}/4.sponsio --register {}/p",
        "bundle verify {}/4.sponsio --policy {}/p/policy",
        "bundle make --treaty demo-1 -o {}/demo.sponsio --register {}/p",
        "bundle verify {}/demo.sponsio --policy {}/p/policy",
        "backup {}/b --register {}/p",
        "restore --verify {}/b --register {}/p",
        "doctor --register {}/p",
    ] {
        let done = sponsio(&folder, words);
        assert_eq!(done.code, 0, "{words}: {}{}", done.out, done.err);
        assert!(done.out.starts_with("EXERCISE"), "{words}: {}", done.out);
    }
    for (file, words) in [
        (
            "copy/tile/0/000.p/5",
            "log verify {}/copy --policy {}/p/policy",
        ),
        (
            "4.json",
            "receipt verify --policy {}/p/policy {}/4.json {}/4.tlog-proof",
        ),
        (
            "4.sponsio",
            "bundle verify {}/4.sponsio --policy {}/p/policy",
        ),
        (
            "demo.sponsio",
            "bundle verify {}/demo.sponsio --policy {}/p/policy",
        ),
    ] {
        let path = folder.path().join(file);
        let mut bytes = fs::read(&path).expect(file);
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&path, bytes).expect("written");
        let done = sponsio(&folder, words);
        assert_eq!(done.code, 3, "{words}: {}{}", done.out, done.err);
    }
}

#[test]
fn an_old_copy_is_known_by_the_lock() {
    let folder = practice();
    assert_eq!(sponsio(&folder, "backup {}/b --register {}/p").code, 0);
    assert_eq!(at_desk(&folder, "deposit demo-1 ARD accession").code, 0);
    let old = sponsio(&folder, "restore --verify {}/b --register {}/p");
    assert_eq!(old.code, 3, "{}", old.err);
    let kept = sponsio(&folder, "restore {}/b --register {}/p");
    assert_eq!(
        kept.code, 5,
        "a database that is there is kept: {}",
        kept.err
    );
    for file in [
        "register.sqlite",
        "register.sqlite-wal",
        "register.sqlite-shm",
    ] {
        drop(fs::remove_file(folder.path().join("p").join(file)));
    }
    assert_eq!(sponsio(&folder, "restore {}/b --register {}/p").code, 3);
    let signed = at_desk(&folder, "deposit demo-1 BLM accession");
    assert_eq!(signed.code, 1, "{}", signed.err);
    assert!(signed.err.contains("old copy"), "{}", signed.err);
}

#[test]
fn an_import_is_repeated_without_harm() {
    let folder = practice();
    let tables = support::Folder::small();
    let words = format!("import {} --register {{}}/p {NOW}", tables.path().display());
    let first = sponsio(&folder, &words);
    assert_eq!(first.code, 0, "{}{}", first.out, first.err);
    let entries = size(&folder);
    let again = sponsio(&folder, &words);
    assert_eq!(again.code, 0, "{}{}", again.out, again.err);
    assert_eq!(size(&folder), entries);
}

#[test]
fn commands_name_a_register_that_is_not_there() {
    let folder = empty();
    for words in [
        "log show --register {}/p",
        "log export {}/copy --register {}/p",
        "log verify {}/p --policy {}/policy",
        "doctor --register {}/p",
        "backup {}/b --register {}/p",
        "restore {}/b --register {}/p",
        "receipt make 0 -o {}/0.tlog-proof --register {}/p",
        "bundle make --entry 0 -o {}/b --register {}/p",
        "import {}/t --register {}/p",
        "sign demo-1 ARD --register {}/p",
    ] {
        let done = sponsio(&folder, words);
        assert_eq!(done.code, 4, "{words}: {}", done.err);
    }
    let left = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(left, 0);
}
