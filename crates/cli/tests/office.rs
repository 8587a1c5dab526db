//! The office behind the desk: the passphrase of its key, what two officers confirm, what is erased,
//! how the key passes on, and proofs made beside a process that records.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use sponsio_depositary::store::{Settings, Sqlite};
use support::{Done, run};
use tempfile::TempDir;

const CLAUSES: &str = include_str!("../../../docs/guide/desk.in/demo-1.clausula");
const NOW: &str = "2026-11-22T09:00:00Z";
const PASSPHRASE: &str = "canary under the old bridge";

fn empty() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("demo-1.clausula"), CLAUSES).expect("written");
    folder
}

/// A practice register `p` of two participants and a treaty, made with these words besides.
fn practice(more: &str) -> TempDir {
    let folder = empty();
    let init = format!("init {{}}/p --origin a.example --title T --exercise{more}");
    for words in [
        init.as_str(),
        "participant add ARD Ardenia --register {}/p",
        "participant add BLM Belmar --register {}/p",
        "treaty enter {}/demo-1.clausula --register {}/p",
    ] {
        done(&folder, &format!("{words} --now 2026-11-22T08:00:00Z"));
    }
    folder
}

fn sponsio(folder: &TempDir, words: &str) -> Done {
    run(folder.path(), &format!("sponsio {words}"))
}

/// Runs what must be done.
fn done(folder: &TempDir, words: &str) -> Done {
    let done = sponsio(folder, words);
    assert_eq!(done.code, 0, "{words}: {}{}", done.out, done.err);
    done
}

/// Runs what must be refused, in both languages.
fn refused(folder: &TempDir, words: &str, code: u8) -> Done {
    let found = sponsio(folder, words);
    assert_eq!(found.code, code, "{words}: {}{}", found.out, found.err);
    assert!(found.err.starts_with("error: "), "{words}: {}", found.err);
    let turkish = sponsio(folder, &format!("{words} --lang tr"));
    assert_eq!(turkish.code, code, "{words}: {}", turkish.err);
    assert!(
        turkish.err.starts_with("hata: "),
        "{words}: {}",
        turkish.err
    );
    found
}

fn json(done: &Done) -> Value {
    serde_json::from_str(&done.out).expect("JSON")
}

fn size(folder: &TempDir) -> u64 {
    let shown = json(&done(folder, "log show --json --register {}/p"));
    shown["size"].as_u64().expect("a number")
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
fn an_encrypted_key_signs_with_its_passphrase_alone_and_neither_is_shown() {
    let folder = empty();
    let keys = tempfile::tempdir().expect("a folder elsewhere");
    let at = |name: &str, text: &str| {
        let path = keys.path().join(name);
        fs::write(&path, format!("{text}\n")).expect("written");
        path.display().to_string()
    };
    let (right, wrong) = (at("right", PASSPHRASE), at("wrong", "another passphrase"));
    let (short, other) = (at("short", "short"), at("other", "another canary, yellow"));
    let init = "init {}/p --origin a.example/log --title T";
    refused(&folder, init, 2);
    refused(&folder, &format!("{init} --passphrase-file {short}"), 5);
    assert!(!folder.path().join("p").exists());
    let mut said = done(&folder, &format!("{init} --passphrase-file {right}"));
    assert!(
        said.out.contains("encrypted with your passphrase"),
        "{}",
        said.out
    );

    let add = "participant add ARD Ardenia --register {}/p";
    let nobody = refused(&folder, add, 2);
    assert!(
        nobody.err.contains("SPONSIO_PASSPHRASE_FILE"),
        "{}",
        nobody.err
    );
    said.err += &refused(&folder, &format!("{add} --passphrase-file {wrong}"), 5).err;
    said.out += &done(&folder, &format!("{add} --passphrase-file {right}")).out;
    assert_eq!(size(&folder), 2);
    let found = json(&done(
        &folder,
        &format!("doctor --json --register {{}}/p --passphrase-file {right}"),
    ));
    let key = found["checks"].as_array().expect("checks").iter();
    let key = key
        .clone()
        .find(|check| check["check"] == "key")
        .expect("the key");
    assert_eq!(key["result"], "sound", "{key}");
    said.out += &done(&folder, "doctor --register {}/p").out;

    done(&folder, "backup {}/backup --register {}/p");
    done(&folder, "log export {}/copy --register {}/p");
    for canary in [PASSPHRASE, "BEGIN SPONSIO LOG KEY"] {
        assert!(!holds(folder.path(), canary.as_bytes()), "{canary}");
        assert!(!said.out.contains(canary) && !said.err.contains(canary));
    }

    let change = "key passphrase --register {}/p";
    refused(
        &folder,
        &format!("{change} --passphrase-file {wrong} --remove"),
        5,
    );
    let to_other = format!("{change} --passphrase-file {right} --new-passphrase-file {other}");
    done(&folder, &to_other);
    refused(&folder, &to_other, 5);
    done(
        &folder,
        &format!("{change} --passphrase-file {other} --remove"),
    );
    done(&folder, "participant add BLM Belmar --register {}/p");
}

#[test]
fn two_officers_confirm_that_the_log_is_signed_without_its_lock() {
    let folder = practice("");
    let act = format!("deposit demo-1 ARD accession --register {{}}/p --now {NOW}");
    let confirm = format!("confirm lock --reason moved --register {{}}/p --now {NOW}");
    let (anna, both) = ("--officer o-anna", "--officer o-anna --officer o-ben");
    refused(&folder, &format!("{confirm} {both}"), 5);
    fs::remove_file(folder.path().join("p/lock/checkpoint")).expect("the lock was there");
    let stopped = refused(&folder, &act, 1);
    assert!(
        stopped.err.contains("sponsio confirm lock"),
        "{}",
        stopped.err
    );
    refused(&folder, &format!("{confirm} {anna}"), 5);
    refused(&folder, &format!("{confirm} {anna} {anna}"), 5);
    refused(&folder, &format!("{confirm} {anna} --officer ben"), 2);
    let rehearsed = done(&folder, &format!("{confirm} {both} --dry-run"));
    assert!(
        rehearsed.out.contains("Nothing was written."),
        "{}",
        rehearsed.out
    );
    assert_eq!(size(&folder), 4);
    let confirmed = json(&done(&folder, &format!("{confirm} {both} --json")));
    assert_eq!(confirmed["seq"], 4);
    let shown = done(&folder, "log show --json --from 4 --register {}/p").out;
    for kept in ["\"confirm\"", "o-anna", "o-ben", "moved"] {
        assert!(shown.contains(kept), "{kept}: {shown}");
    }
    done(&folder, &act);
    done(&folder, "log verify {}/p --policy {}/p/policy");
}

#[test]
fn two_officers_confirm_a_clock_that_is_behind() {
    let folder = practice("");
    let add = |code: &str, now: &str| {
        format!("participant add {code} Name --register {{}}/p --now {now}")
    };
    let confirm = "confirm clock --officer o-a --officer o-b --reason wrong --register {}/p --now";
    refused(&folder, &format!("{confirm} {NOW}"), 5);
    done(&folder, &add("CAL", "2026-12-01T00:00:00Z"));
    let behind = refused(&folder, &add("DOR", NOW), 1);
    assert!(
        behind.err.contains("sponsio confirm clock"),
        "{}",
        behind.err
    );
    done(&folder, &format!("{confirm} {NOW}"));
    let recorded = done(&folder, &add("DOR", NOW)).out;
    assert!(
        recorded.contains("2026-12-01T00:00:00Z"),
        "no entry goes back: {recorded}"
    );
    done(&folder, &add("ELM", "2026-12-02T00:00:00Z"));
    refused(&folder, &add("FAR", NOW), 1);
}

#[test]
fn what_is_erased_cannot_be_disclosed_and_is_nowhere_in_the_register() {
    let folder = practice("");
    let note = "CANARY-of-the-sealed-act";
    done(
        &folder,
        &format!(
            "deposit demo-1 ARD accession --note {note} --visibility sealed --register {{}}/p --now {NOW}"
        ),
    );
    assert!(holds(&folder.path().join("p"), note.as_bytes()));
    refused(&folder, "erase 99 --register {}/p", 4);
    refused(&folder, "erase 1 --register {}/p", 5);
    let rehearsed = done(&folder, "erase 4 --dry-run --register {}/p");
    assert!(rehearsed.out.contains("backups"), "{}", rehearsed.out);
    assert!(holds(&folder.path().join("p"), note.as_bytes()));
    let erased = done(&folder, "erase 4 --register {}/p");
    assert!(!erased.out.contains(note));
    assert!(!holds(&folder.path().join("p"), note.as_bytes()));
    refused(&folder, "erase 4 --register {}/p", 5);
    refused(
        &folder,
        &format!("disclose 4 --register {{}}/p --now {NOW}"),
        5,
    );
    done(&folder, "log verify {}/p --policy {}/p/policy");
}

#[test]
fn notifications_and_disclosures_are_rehearsed_recorded_and_acknowledged() {
    let folder = practice("");
    let desk = format!("--register {{}}/p --now {NOW} --json");
    let act = json(&done(
        &folder,
        &format!("deposit demo-1 ARD accession {desk}"),
    ));
    let mark = act["id"].as_str().expect("a mark").to_owned();
    let notify = format!("notify {mark} --to BLM {desk}");
    let rehearsed = json(&done(&folder, &format!("{notify} --dry-run")));
    assert_eq!(
        (&rehearsed["dry_run"], size(&folder)),
        (&Value::Bool(true), 5)
    );
    let notified = json(&done(&folder, &notify));
    let notice = notified["id"].as_str().expect("a mark").to_owned();
    let acknowledge = format!("acknowledge {notice} BLM {desk}");
    done(&folder, &format!("{acknowledge} --dry-run"));
    refused(&folder, &format!("acknowledge {notice} ARD {desk}"), 2);
    assert_eq!(size(&folder), 6);
    done(&folder, &acknowledge);
    assert_eq!(size(&folder), 7);
}

#[test]
fn a_key_that_is_rotated_is_followed_and_told() {
    let folder = practice("");
    fs::copy(folder.path().join("p/policy"), folder.path().join("old")).expect("copied");
    let old = "log verify {}/p --policy {}/old";
    let rotate = format!("log rotate --register {{}}/p --now {NOW}");
    done(&folder, &format!("{rotate} --dry-run"));
    assert_eq!(size(&folder), 4);
    done(&folder, "receipt make 1 -o {}/1.tlog-proof --register {}/p");
    let passed = json(&done(&folder, &format!("{rotate} --json")));
    assert_eq!(passed["seq"], 4);
    done(&folder, old);
    done(&folder, "receipt make 4 -o {}/4.tlog-proof --register {}/p");
    done(&folder, "doctor --register {}/p");
    // A hundred days later the old key signs no more.
    let later = "--register {}/p --now 2027-03-02T09:00:00Z";
    done(&folder, &format!("deposit demo-1 ARD accession {later}"));
    refused(&folder, old, 3);
    let followed = done(&folder, &format!("{old} --follow-rotation"));
    assert!(followed.out.contains("Key: entry 4"), "{}", followed.out);
    done(&folder, "log verify {}/p --policy {}/p/policy");
    // Old receipts stay valid; later ones need the step.
    done(
        &folder,
        "receipt verify --policy {}/old {}/1.json {}/1.tlog-proof",
    );
    done(&folder, "receipt make 5 -o {}/5.tlog-proof --register {}/p");
    let verify = "receipt verify --policy {}/old {}/5.json {}/5.tlog-proof";
    refused(&folder, verify, 3);
    let led = done(&folder, &format!("{verify} --rotation {{}}/4.json"));
    assert!(led.out.contains("Key: entry 4"), "{}", led.out);
    refused(&folder, &format!("{verify} --rotation {{}}/1.json"), 3);
}

#[test]
fn a_lost_key_is_revoked_by_the_key_for_recovery() {
    let folder = empty();
    let make = "key make {}/recovery.key --name recovery.example --no-passphrase";
    let vkey = done(&folder, make).out.trim_end().to_owned();
    refused(&folder, make, 5);
    drop(folder);
    let folder = practice("");
    let revoke = format!(
        "log revoke-key --recovery {{}}/recovery.key --since {NOW} --good 4 --register {{}}/p --now {NOW}"
    );
    done(&folder, make);
    refused(&folder, &revoke, 5);
    drop(folder);
    assert!(vkey.starts_with("recovery.example+"), "{vkey}");

    let keys = tempfile::tempdir().expect("a folder");
    let vkey = done(&keys, make).out.trim_end().to_owned();
    let folder = practice(&format!(" --recovery {vkey}"));
    let at = |words: &str| {
        words.replace(
            "{}/recovery.key",
            &keys.path().join("recovery.key").display().to_string(),
        )
    };
    fs::copy(folder.path().join("p/policy"), folder.path().join("old")).expect("copied");
    done(&folder, &at(&format!("{revoke} --dry-run")));
    assert_eq!(size(&folder), 4);
    let revoked = json(&done(&folder, &at(&format!("{revoke} --json"))));
    assert_eq!(revoked["seq"], 4);
    let old = "log verify {}/p --policy {}/old";
    refused(&folder, old, 3);
    let followed = done(&folder, &format!("{old} --follow-rotation"));
    assert!(followed.out.contains("revokes"), "{}", followed.out);
    done(&folder, "log verify {}/p --policy {}/p/policy");
    done(
        &folder,
        &format!("deposit demo-1 ARD accession --register {{}}/p --now {NOW}"),
    );
    let found = json(&done(&folder, "doctor --json --register {}/p"));
    assert_eq!(found["defects"], 0);
}

#[test]
fn proofs_are_made_beside_a_process_that_records() {
    let folder = practice("");
    done(
        &folder,
        &format!("deposit demo-1 ARD accession --register {{}}/p --now {NOW}"),
    );
    let status = "bundle make --treaty demo-1 --register {}/p -o";
    done(&folder, &format!("{status} {{}}/first.sponsio"));
    let writer = Sqlite::open(
        &folder.path().join("p/register.sqlite"),
        &Settings::default(),
    );
    let writer = writer.expect("the writer's turn");
    for words in [
        "receipt make 4 -o {}/4.tlog-proof --register {}/p",
        "receipt verify --policy {}/p/policy {}/4.json {}/4.tlog-proof",
        "bundle make --entry 4 -o {}/4.sponsio --register {}/p",
        "bundle verify {}/4.sponsio --policy {}/p/policy",
        // Nothing was recorded since the heads were named.
        "bundle make --treaty demo-1 -o {}/again.sponsio --register {}/p",
        "bundle verify {}/again.sponsio --policy {}/p/policy",
    ] {
        done(&folder, words);
    }
    let held = refused(
        &folder,
        &format!("deposit demo-1 BLM accession --register {{}}/p --now {NOW}"),
        1,
    );
    assert!(held.err.contains("to write"), "{}", held.err);
    drop(writer);
    done(
        &folder,
        &format!("deposit demo-1 BLM accession --register {{}}/p --now {NOW}"),
    );
    let writer = Sqlite::open(
        &folder.path().join("p/register.sqlite"),
        &Settings::default(),
    );
    let writer = writer.expect("the writer's turn");
    refused(&folder, &format!("{status} {{}}/late.sponsio"), 1);
    drop(writer);
    done(&folder, &format!("{status} {{}}/late.sponsio"));
    done(
        &folder,
        "bundle verify {}/late.sponsio --policy {}/p/policy",
    );
}

#[test]
fn a_bundle_answers_for_the_participant_it_is_asked_of_and_brings_the_documents() {
    let folder = practice("");
    fs::write(folder.path().join("instrument.pdf"), b"%PDF-1.7 accession").expect("written");
    for party in ["ARD", "BLM"] {
        let deposit = format!("deposit demo-1 {party} accession --document {{}}/instrument.pdf");
        done(&folder, &format!("{deposit} --register {{}}/p --now {NOW}"));
    }
    let made = "bundle make --treaty demo-1 --participant ARD --at 2027-03-01 --register {}/p";
    done(&folder, &format!("{made} -o {{}}/bare.sponsio"));
    done(&folder, &format!("{made} --documents -o {{}}/full.sponsio"));
    for (file, absent) in [("bare", 1), ("full", 0)] {
        let verify = format!("bundle verify {{}}/{file}.sponsio --policy {{}}/p/policy");
        let said = done(&folder, &verify);
        let here = format!("1 is named, {} here", 1 - absent);
        assert!(said.out.contains(&here), "{}", said.out);
        assert!(said.out.contains("Ardenia"), "{}", said.out);
        let proved = &json(&done(&folder, &format!("{verify} --json")))["proved"];
        assert_eq!(proved["documents"]["absent"], absent);
        let answer = &proved["answer"];
        assert_eq!(answer["participant"]["participant"], "ARD");
        assert_eq!(answer["participant"]["status"], "contracting");
        assert_eq!(answer["participant"]["start"]["day"], "2026-12-22");
        assert!(!answer["steps"].as_array().expect("steps").is_empty());
    }
    let why = json(&done(
        &folder,
        "why demo-1 ARD --at 2027-03-01 --register {}/p --json",
    ));
    let said = done(
        &folder,
        "bundle verify {}/full.sponsio --policy {}/p/policy --json",
    );
    let answer = &json(&said)["proved"]["answer"];
    assert_eq!(
        answer["steps"], why["steps"],
        "the derivation is that of the register"
    );
}

#[test]
fn a_test_key_signs_an_act_in_an_exercise_and_nowhere_else() {
    let folder = practice("");
    let key = "key make {}/ard.key --name ardenia.example --no-passphrase";
    done(&folder, key);
    let deposit = "deposit demo-1 ARD accession --signed-by {}/ard.key --register {}/p";
    let said = done(&folder, &format!("{deposit} --now {NOW}"));
    assert!(said.out.contains("a test, no legal effect"), "{}", said.out);
    done(
        &folder,
        "bundle make --treaty demo-1 --register {}/p -o {}/b.sponsio",
    );
    let verified = done(
        &folder,
        "bundle verify {}/b.sponsio --policy {}/p/policy --json",
    );
    let signatures = &json(&verified)["proved"]["signatures"];
    assert_eq!(
        (&signatures["verified"], &signatures["unknown"]),
        (&1.into(), &0.into())
    );
    done(&folder, "log verify {}/p --policy {}/p/policy");

    fs::write(folder.path().join("no.key"), "no key").expect("written");
    refused(
        &folder,
        "deposit demo-1 BLM accession --signed-by {}/no.key --register {}/p",
        1,
    );
    let real = [
        "init {}/real --origin real.example --title R --no-passphrase",
        "participant add ARD Ardenia --register {}/real",
        "treaty enter {}/demo-1.clausula --register {}/real",
    ];
    for words in real {
        done(&folder, words);
    }
    let found = refused(
        &folder,
        "deposit demo-1 ARD accession --signed-by {}/ard.key --register {}/real --dry-run",
        2,
    );
    assert!(found.err.contains("bare key"), "{}", found.err);
}
