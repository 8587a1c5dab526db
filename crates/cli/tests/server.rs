//! A register whose ledger lies in PostgreSQL, by the command line: everything that works on a file
//! works on it, and what does not says what to do instead.
#![cfg(feature = "postgres")]

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use sponsio_depositary::store::postgres::cluster::Cluster;
use support::{Done, run};
use tempfile::TempDir;

const CLAUSES: &str = include_str!("../../../docs/guide/desk.in/demo-1.clausula");
const NOW: &str = "--now 2026-11-22T09:00:00Z";

fn sponsio(folder: &Path, words: &str) -> Done {
    run(folder, &format!("sponsio {words}"))
}

fn done(folder: &Path, words: &str) -> Done {
    let done = sponsio(folder, words);
    assert_eq!(done.code, 0, "{words}: {}", done.err);
    done
}

fn json(done: &Done) -> Value {
    serde_json::from_str(&done.out).expect("JSON")
}

/// A practice register `p` in this database.
fn practice(address: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("demo-1.clausula"), CLAUSES).expect("written");
    let init =
        format!("init {{}}/p --origin a.example --title T --exercise {NOW} --store {address}");
    let made = done(folder.path(), &init);
    assert!(made.out.contains(address), "{}", made.out);
    for words in [
        "participant add ARD Ardenia",
        "participant add BLM Belmar",
        "treaty enter {}/demo-1.clausula",
    ] {
        done(folder.path(), &format!("{words} --register {{}}/p {NOW}"));
    }
    folder
}

/// One cluster for all cases: starting it takes longer than they do.
#[test]
fn a_register_on_a_server() {
    let cluster = Cluster::start().expect("Debian's package `postgresql` is installed");
    let address = cluster.database("treaties").expect("a database is made");
    let folder = practice(&address);
    let here = folder.path();
    desk_and_questions(here);
    another_server_joins(here);
    copies_are_made_by_the_server(&cluster, here, &address);
    wrong_addresses(here);
    a_server_that_is_gone(&cluster, here);
}

fn desk_and_questions(here: &Path) {
    let deposit = format!("deposit demo-1 ARD accession --register {{}}/p {NOW} --json");
    let recorded = json(&done(here, &deposit));
    assert_eq!(
        (&recorded["entry"]["seq"], &recorded["level"]),
        (&4.into(), &"published".into())
    );
    let again = sponsio(here, &deposit);
    assert_eq!(
        again.code, 5,
        "a second consent is refused by the law: {}",
        again.err
    );
    let parties =
        format!("deposit demo-1 BLM accession --register {{}}/p {NOW} --visibility parties --json");
    done(here, &parties);
    let shown = json(&done(here, "log show --json --register {}/p"));
    assert_eq!(shown["size"], 6);
    done(here, "log verify {}/p --policy {}/p/policy");
    done(here, "log export {}/copy --register {}/p");
    done(here, "log verify {}/copy --policy {}/p/policy");
    let status = done(here, "status demo-1 --register {}/p");
    assert!(status.out.contains("Ardenia"), "{}", status.out);
    done(here, "receipt make 4 -o {}/receipt --register {}/p");
    done(
        here,
        "bundle make --treaty demo-1 -o {}/bundle.sponsio --register {}/p",
    );
    done(here, "bundle verify {}/bundle.sponsio --policy {}/p/policy");
    let doctor = json(&done(here, "doctor --register {}/p --json"));
    let checks = doctor["checks"].as_array().expect("checks");
    let server = checks.iter().find(|check| check["check"] == "server");
    let server = server.expect("the server");
    assert_eq!(server["result"], "sound");
    let detail = server["detail"].as_str().expect("a sentence");
    for named in [
        "PostgreSQL",
        "fsync = on",
        "synchronous_commit = on",
        "full_page_writes = on",
    ] {
        assert!(detail.contains(named), "{detail}");
    }
}

fn another_server_joins(here: &Path) {
    for name in ["keys", "lock", "policy", "sponsio.toml"] {
        let from = here.join("p").join(name);
        let to = here.join("q").join(name);
        if from.is_dir() {
            fs::create_dir_all(&to).expect("a folder");
            let file = if name == "keys" {
                "log.key"
            } else {
                "checkpoint"
            };
            fs::copy(from.join(file), to.join(file)).expect("copied");
        } else {
            fs::create_dir_all(here.join("q")).expect("a folder");
            fs::copy(from, to).expect("copied");
        }
    }
    let words = format!("participant add CAR Carenza --register {{}}/q {NOW} --json");
    done(here, &words);
    let checkpoint = |place: &str| fs::read(here.join(place).join("log/checkpoint")).expect("read");
    assert_ne!(
        checkpoint("p"),
        checkpoint("q"),
        "nobody has used the first place since"
    );
    let words = format!("participant add DOR Doria --register {{}}/p {NOW} --json");
    done(here, &words);
    done(here, "log verify {}/p --policy {}/p/policy");
    let size = json(&done(here, "log show --json --register {}/q"))["size"].clone();
    let taken_over = json(&done(here, "log take-over --json --register {}/q"));
    assert_eq!(taken_over["turn"], 1);
    let words = format!("participant add EST Estmark --register {{}}/p {NOW} --json");
    let next = json(&done(here, &words));
    assert_eq!(next["entry"]["seq"], size, "who starts joins the new turn");
    done(here, "doctor --register {}/p");
}

fn copies_are_made_by_the_server(cluster: &Cluster, here: &Path, address: &str) {
    for words in [
        "backup {}/b --register {}/p",
        "restore {}/b --register {}/p",
        "restore --verify {}/b --register {}/p",
    ] {
        let refused = sponsio(here, words);
        assert_eq!(refused.code, 5, "{words}: {}", refused.err);
        let commands = [
            "pg_dump --format=custom",
            "pg_restore --exit-on-error",
            address,
        ];
        assert!(
            commands.iter().all(|part| refused.err.contains(part)),
            "{}",
            refused.err
        );
        assert!(!here.join("b").exists());
    }
    let size = |place: &str| {
        let shown = done(here, &format!("log show --json --register {{}}/{place}"));
        json(&shown)["size"].clone()
    };
    let copied_size = size("p");
    let dump = here.join("treaties.dump");
    let file = dump.to_str().expect("a path");
    let copied = cluster
        .program("pg_dump")
        .args([
            "--format=custom",
            "--schema=sponsio",
            "--file",
            file,
            address,
        ])
        .status();
    assert!(copied.expect("it runs").success());
    // The register goes on; then the database is set back to the copy.
    let words = format!("participant add FAL Falia --register {{}}/p {NOW}");
    done(here, &words);
    cluster.remove("treaties").expect("it is removed");
    cluster.database("treaties").expect("it is made");
    let restored = cluster
        .program("pg_restore")
        .args([
            "--exit-on-error",
            "--single-transaction",
            "--dbname",
            address,
            file,
        ])
        .status();
    assert!(restored.expect("it runs").success());
    // The place that saw more refuses; the other one, which did not, is sound.
    let refused = sponsio(here, &words.replace("FAL Falia", "GAR Garonne"));
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("old copy"), "{}", refused.err);
    assert_eq!(size("q"), copied_size);
}

fn wrong_addresses(here: &Path) {
    let settings = here.join("p/sponsio.toml");
    let right = fs::read_to_string(&settings).expect("read");
    for (address, said) in [
        (
            "postgres://office:hush@localhost/treaties",
            "holds a password",
        ),
        ("postgres://office@db.example/treaties", "another machine"),
        ("hush", "no address of a database"),
    ] {
        let lines = right.lines().filter(|line| !line.starts_with("store"));
        let mut wrong: String = lines.flat_map(|line| [line, "\n"]).collect();
        wrong.extend([format!("store = \"{address}\"\n")]);
        fs::write(&settings, wrong).expect("written");
        for words in ["status demo-1 --register {}/p", "doctor --register {}/p"] {
            let refused = sponsio(here, words);
            assert_ne!(refused.code, 0, "{words}");
            let all = format!("{}{}", refused.out, refused.err);
            assert!(all.contains(said), "{all}");
            assert!(!all.contains("hush"), "{all}");
        }
        let words = format!(
            "init {{}}/new --origin b.example --title T --exercise {NOW} --store {address}"
        );
        let refused = sponsio(here, &words);
        assert_eq!(refused.code, 2, "{}", refused.err);
        assert!(!refused.err.contains("hush"), "{}", refused.err);
        assert!(!here.join("new").exists(), "nothing is left behind");
    }
    fs::write(&settings, &right).expect("written");
    let store = right
        .lines()
        .find_map(|line| line.strip_prefix("store = "))
        .expect("a setting");
    let address = store.trim_matches('"');
    let words =
        format!("init {{}}/new --origin a.example --title T --exercise {NOW} --store {address}");
    let taken = sponsio(here, &words);
    assert_eq!(taken.code, 5, "{}", taken.err);
    assert!(!here.join("new").exists(), "nothing is left behind");
}

fn a_server_that_is_gone(cluster: &Cluster, here: &Path) {
    cluster.remove("treaties").expect("it is removed");
    let gone = sponsio(here, "status demo-1 --register {}/p");
    assert_eq!(gone.code, 1, "{}", gone.err);
    assert!(gone.err.contains("does not answer"), "{}", gone.err);
}
