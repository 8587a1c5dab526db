//! Observers of a register by the command line: named, asked after each checkpoint, missed when they
//! are down; and a mirror that gives back what an old backup lacks.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use support::{Done, run};
use tempfile::TempDir;

const NOW: &str = "--register {}/p --now 2026-11-22T09:00:00Z";

/// A witness or mirror as a process, which is killed when it is dropped.
struct House {
    child: Child,
    address: String,
    vkey: String,
}

impl House {
    fn start(folder: &Path, what: &str, name: &str) -> Self {
        let key = folder.join(format!("{name}.key"));
        let command = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_sponsio"));
            command.env_remove("SPONSIO_LANG").arg(what);
            command
        };
        let made = command()
            .arg("key")
            .arg(&key)
            .args(["--name", &format!("{name}.example/{what}")])
            .output()
            .expect("it runs");
        let vkey = String::from_utf8(made.stdout)
            .expect("text")
            .trim_end()
            .to_owned();
        let mut child = command()
            .args(["serve", "--listen", "127.0.0.1:0", "--key"])
            .arg(&key)
            .arg("--policy")
            .arg(folder.join("p/policy"))
            .arg("--state")
            .arg(folder.join(name))
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let address = line.split_whitespace().last().expect("an address");
        Self {
            child,
            address: format!("http://{address}"),
            vkey,
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn sponsio(folder: &TempDir, words: &str) -> Done {
    run(folder.path(), &format!("sponsio {words}"))
}

fn done(folder: &TempDir, words: &str) -> Done {
    let done = sponsio(folder, words);
    assert_eq!(done.code, 0, "{words}: {}{}", done.out, done.err);
    done
}

fn json(folder: &TempDir, words: &str) -> Value {
    serde_json::from_str(&done(folder, &format!("{words} --json")).out).expect("JSON")
}

fn practice() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    done(
        &folder,
        "init {}/p --origin a.example --title T --exercise --now 2026-11-22T08:00:00Z",
    );
    folder
}

fn add(code: &str) -> String {
    format!("participant add {code} Name {NOW}")
}

fn file(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).expect("a file")
}

#[test]
fn observers_are_asked_and_who_is_missing_is_said() {
    let folder = practice();
    let (one, two) = (
        House::start(folder.path(), "witness", "one"),
        House::start(folder.path(), "witness", "two"),
    );
    let nobody = sponsio(&folder, &format!("{} --wait witnessed", add("AAA")));
    assert_eq!(nobody.code, 1, "{}", nobody.err);
    let name = |house: &House| {
        format!(
            "observer add witness {} {} --register {{}}/p",
            house.address, house.vkey
        )
    };
    done(&folder, &format!("{} --quorum 1", name(&one)));
    done(&folder, &name(&two));
    assert!(
        file(&folder, "p/policy")
            .contains("group observers 1 one.example/witness two.example/witness")
    );

    let recorded = json(&folder, &format!("{} --wait witnessed", add("BBB")));
    assert_eq!(recorded["level"], "witnessed", "{recorded}");
    assert_eq!(recorded["observers"][0]["cosigned"], true);
    let listed = json(&folder, "observer list --register {}/p");
    assert_eq!(listed["observers"][1]["cosigned"], true, "{listed}");
    done(&folder, "log verify {}/p --policy {}/p/policy");

    // One of two is down: no outage, and it is said.
    drop(one);
    let recorded = done(&folder, &format!("{} --wait witnessed", add("CCC")));
    assert!(recorded.out.contains("witnessed"), "{}", recorded.out);
    assert!(recorded.out.contains("Not yet"), "{}", recorded.out);
    done(&folder, "observer quorum 2 --register {}/p");
    let published = done(&folder, &add("DDD"));
    assert!(published.out.contains("published:"), "{}", published.out);
    let waited = sponsio(&folder, &format!("{} --wait witnessed", add("EEE")));
    assert_eq!(waited.code, 1, "{}", waited.out);
    assert!(
        waited.err.contains("one.example/witness has not cosigned"),
        "{}",
        waited.err
    );

    let too_many = sponsio(
        &folder,
        "observer remove one.example/witness --register {}/p",
    );
    assert_eq!(too_many.code, 5, "{}", too_many.err);
    done(&folder, "observer quorum 1 --register {}/p");
    done(
        &folder,
        "observer remove one.example/witness --register {}/p",
    );
    assert!(!file(&folder, "p/policy").contains("one.example"));
    assert!(!file(&folder, "p/sponsio.toml").contains("one.example"));
    done(&folder, &format!("{} --wait witnessed", add("FFF")));
    done(&folder, "observer quorum none --register {}/p");
    done(
        &folder,
        "observer remove two.example/witness --register {}/p --dry-run",
    );
    assert!(file(&folder, "p/sponsio.toml").contains("two.example"));
}

#[test]
fn observers_that_cannot_be_are_refused_and_nothing_is_changed() {
    let folder = practice();
    let (before, policy) = (file(&folder, "p/sponsio.toml"), file(&folder, "p/policy"));
    let house = House::start(folder.path(), "witness", "one");
    let log_key = policy.split_whitespace().nth(1).expect("a key").to_owned();
    let good = format!("{} {}", house.address, house.vkey);
    for (words, code) in [
        (format!("add witness {} {log_key}", house.address), 2),
        (format!("add witness {good} --quorum 2"), 5),
        ("remove nobody.example/w".to_owned(), 4),
        ("quorum 1".to_owned(), 5),
    ] {
        let words = format!("observer {words} --register {{}}/p");
        let refused = sponsio(&folder, &words);
        assert_eq!(refused.code, code, "{words}: {}", refused.err);
        let turkish = sponsio(&folder, &format!("{words} --lang tr"));
        assert!(turkish.err.starts_with("hata: "), "{}", turkish.err);
        assert_eq!(file(&folder, "p/sponsio.toml"), before);
        assert_eq!(file(&folder, "p/policy"), policy);
    }
    let misspelt = before + "[[observer]]\nduty = \"witness\"\nulr = \"http://x\"\n";
    fs::write(folder.path().join("p/sponsio.toml"), misspelt).expect("written");
    let refused = sponsio(&folder, "observer list --register {}/p");
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("url"), "{}", refused.err);
}

#[test]
fn an_old_backup_is_healed_from_a_mirror() {
    let folder = practice();
    let mirror = House::start(folder.path(), "mirror", "m");
    done(
        &folder,
        &format!(
            "observer add mirror {} {} --quorum 1 --register {{}}/p",
            mirror.address, mirror.vkey
        ),
    );
    done(&folder, &add("AAA"));
    done(&folder, "backup {}/b --register {}/p");
    for code in ["BBB", "CCC", "DDD"] {
        done(&folder, &format!("{} --wait witnessed", add(code)));
    }
    let whole = done(&folder, "log show --json --register {}/p").out;
    let heal = format!("log heal --from {} --register {{}}/p", mirror.address);
    assert_eq!(sponsio(&folder, &heal).code, 5, "nothing is missing");
    for end in ["", "-wal", "-shm"] {
        drop(fs::remove_file(
            folder.path().join(format!("p/register.sqlite{end}")),
        ));
    }
    assert_eq!(sponsio(&folder, "restore {}/b --register {}/p").code, 3);
    let old = sponsio(&folder, &add("EEE"));
    assert_eq!(old.code, 1);
    assert!(old.err.contains("sponsio log heal"), "{}", old.err);
    let rehearsed = json(&folder, &format!("{heal} --dry-run"));
    assert_eq!(
        (&rehearsed["before"], &rehearsed["size"]),
        (&2.into(), &5.into())
    );
    let healed = json(&folder, &heal);
    assert_eq!((&healed["before"], &healed["size"]), (&2.into(), &5.into()));
    assert_eq!(done(&folder, "log show --json --register {}/p").out, whole);
    done(&folder, &format!("{} --wait witnessed", add("EEE")));
    done(&folder, "log verify {}/p --policy {}/p/policy");
    let unreached = sponsio(
        &folder,
        "log heal --from http://127.0.0.1:1 --register {}/p",
    );
    assert_eq!(unreached.code, 1, "{}", unreached.err);
}
