//! A depositary that lies, from end to end by the commands that parties have: its log is forked, an
//! entry replaced, an act back-dated, the register set back to an old backup. Monitor, witness and
//! the holder of a receipt notice, and the evidence is confirmed by programs that are not ours.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::tree::{Hash, Leaves, consistency};
use sponsio_ledger::witness::AddCheckpoint;
use support::running::{Foreign, Running, copy, ended, serve, sponsio, text};
use tempfile::TempDir;

/// No day of adoption: what these offices claim to have received lies long before today.
const CLAUSES: &str = "treaty \"Convention on mutual assurances\"
  id demo-1
consent by ratification, accession [art. 5]
in force 30 days after the day at least 2 instruments [art. 6(1)]
each later joiner 30 days after its deposit [art. 6(2)]
";

/// An office with its register, and the parties that do not trust it.
struct Scene {
    folder: TempDir,
    witness: Running,
    foreign: Foreign,
}

impl Scene {
    /// Opens a practice register with two participants and a treaty, and starts a witness.
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clauses = folder.path().join("demo-1.clausula");
        fs::write(&clauses, CLAUSES).expect("written");
        let office = folder.path().join("office");
        let mut init = sponsio();
        init.arg("init").arg(&office);
        init.args(["--origin", "liar.example", "--title", "T", "--exercise"]);
        ended(&run(init.args(["--now", "2020-01-01T08:00:00Z"])), 0);
        for words in [
            "participant add ARD Ardenia",
            "participant add BLM Belmar",
            "participant add CRD Cordavia",
        ] {
            act(&office, words, "2020-01-01T08:00:00Z");
        }
        let mut enter = sponsio();
        enter.args(["treaty", "enter"]).arg(&clauses);
        enter.arg("--register").arg(&office);
        ended(&run(enter.args(["--now", "2020-01-01T08:00:00Z"])), 0);

        let key = folder.path().join("witness.key");
        let mut make = sponsio();
        make.args(["witness", "key"]).arg(&key);
        let made = run(make.args(["--name", "witness.example/w"]));
        let vkey = ended(&made, 0).trim().to_owned();
        let log = fs::read_to_string(office.join("policy")).expect("a policy");
        let log = log
            .lines()
            .find(|line| line.starts_with("log "))
            .expect("a log");
        let lone = format!("{log}\nquorum none\n");
        let strict = format!("{log}\nwitness w {vkey}\nquorum w\n");
        fs::write(folder.path().join("lone"), lone).expect("written");
        fs::write(folder.path().join("strict"), strict).expect("written");
        let mut witness = sponsio();
        witness.args(["witness", "serve", "--key"]).arg(&key);
        witness.arg("--policy").arg(folder.path().join("lone"));
        witness.arg("--state").arg(folder.path().join("witness"));
        Self {
            witness: Running::start(&mut witness),
            folder,
            foreign: Foreign::find(),
        }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Shows the checkpoint of an office to the witness, which saw so many entries last; returns
    /// its answer.
    fn show(&self, office: &Path, old: u64) -> (u16, String) {
        let (note, leaves) = published(office);
        let size = leaves.len() as u64;
        let proof = match old {
            0 => Vec::new(),
            old if old == size => Vec::new(),
            old => consistency(&Leaves(&leaves), old, size).expect("a proof"),
        };
        let request = AddCheckpoint { old, proof, note };
        self.witness.post("/add-checkpoint", &request.print())
    }

    /// Has the witness cosign, and publishes its line, as an office does.
    fn cosigned(&self, office: &Path, old: u64) {
        let (status, line) = self.show(office, old);
        assert_eq!(status, 200, "{line}");
        let path = office.join("log/checkpoint");
        let mut note = fs::read_to_string(&path).expect("a checkpoint");
        note.push_str(&line);
        fs::write(path, note).expect("published");
    }

    /// Has the monitor look once at the log of an office and at the witness; returns what it says,
    /// and where it keeps evidence.
    fn look(&self, office: &Path, code: i32) -> (String, Vec<PathBuf>) {
        let log = serve(office);
        let mut monitor = sponsio();
        monitor.args(["monitor", &log.address, &self.witness.address]);
        monitor.arg("--policy").arg(self.at("strict"));
        monitor.arg("--state").arg(self.at("seen")).arg("--once");
        let said = ended(&run(&mut monitor), code);
        let places = said.lines();
        let places = places.filter_map(|line| line.trim().strip_prefix("evidence: "));
        (said.clone(), places.map(PathBuf::from).collect())
    }

    /// Has the foreign verifiers judge a folder of evidence on a fork.
    fn fork_is_confirmed(&self, evidence: &Path) {
        let [one, two, path] =
            ["checkpoint-1", "checkpoint-2", "consistency"].map(|name| evidence.join(name));
        let policy = self.at("lone");
        let mut words: Vec<&Path> = vec![Path::new("fork"), &policy, &one, &two];
        if path.exists() {
            words.push(&path);
        }
        self.foreign.say(&words, 0, "OK");
    }
}

fn run(command: &mut Command) -> std::process::Output {
    command.output().expect("it runs")
}

/// Records something at an office.
fn act(office: &Path, words: &str, now: &str) {
    let mut command = sponsio();
    command.args(words.split(' ')).arg("--register").arg(office);
    ended(&run(command.args(["--now", now])), 0);
}

/// What an office shows: its checkpoint, and the hashes of its leaves.
fn published(office: &Path) -> (Note, Vec<Hash>) {
    let note = fs::read(office.join("log/checkpoint")).expect("a checkpoint");
    let note = Note::parse(&note).expect("a note");
    let size = Checkpoint::parse(note.text()).expect("a checkpoint").size;
    let tile = fs::read(office.join(format!("log/tile/0/000.p/{size}"))).expect("a tile");
    let (hashes, _) = tile.as_chunks::<32>();
    (note, hashes.to_vec())
}

#[test]
fn an_act_that_is_back_dated_is_caught_by_its_witness_and_proved() {
    let scene = Scene::open();
    let office = scene.at("office");
    scene.cosigned(&office, 0);
    scene.look(&office, 0);
    // The witness saw five entries today; the sixth claims to have been recorded long before.
    act(
        &office,
        "deposit demo-1 ARD accession",
        "2020-02-01T10:00:00Z",
    );
    let (said, evidence) = scene.look(&office, 3);
    assert!(said.contains("finding: back-dated"), "{said}");
    let place = evidence.first().expect("evidence");
    let (entry, proof) = (place.join("5.json"), place.join("5.tlog-proof"));
    assert!(text(&fs::read(&entry).expect("kept")).contains("2020-02-01T10:00:00Z"));
    let policy = scene.at("lone");
    let words = [Path::new("receipt"), &policy, &entry, &proof];
    scene.foreign.say(&words, 0, "OK");
    let strict = scene.at("strict");
    let words = [Path::new("receipt"), &strict, &entry, &proof];
    scene.foreign.say(&words, 1, "quorum");
}

#[test]
fn an_office_on_an_old_backup_is_caught_before_and_after_it_records() {
    let scene = Scene::open();
    let (office, old) = (scene.at("office"), scene.at("old"));
    // A copy of the whole machine, the lock included: nothing at home tells that it is old.
    copy(&office, &old);
    let (kept, _) = published(&office);
    act(
        &office,
        "deposit demo-1 ARD accession",
        "2020-02-01T10:00:00Z",
    );
    scene.cosigned(&office, 0);
    scene.look(&office, 0);

    // Rolled back: fewer entries than were signed.
    let (said, evidence) = scene.look(&old, 3);
    assert!(said.contains("finding: rollback"), "{said}");
    let known = evidence.first().expect("evidence").join("known");
    let (policy, log) = (scene.at("lone"), old.join("log"));
    let words = [Path::new("grow"), &policy, &known, &log];
    scene.foreign.say(&words, 1, "past");
    let verify = |office: &Path, note: &Path| {
        let mut verify = sponsio();
        verify.args(["log", "verify", "--policy"]).arg(&policy);
        run(verify.arg(office.join("log")).arg("--old").arg(note))
    };
    ended(&verify(&old, &known), 3);
    let earlier = scene.at("earlier");
    fs::write(&earlier, kept.to_string()).expect("written");
    ended(&verify(&office, &earlier), 0);

    // It records another act in the place of the one that was lost: a replaced entry.
    act(&old, "deposit demo-1 BLM accession", "2020-02-01T10:00:00Z");
    assert_eq!(scene.show(&old, 6).0, 422, "the witness refuses");
    let (said, evidence) = scene.look(&old, 3);
    assert!(said.contains("finding: fork"), "{said}");
    scene.fork_is_confirmed(evidence.first().expect("evidence"));
    let seen = fs::read_dir(scene.at("witness")).expect("a folder");
    let seen = seen.map(|item| item.expect("an item").path().join("evidence"));
    let kept: Vec<PathBuf> = seen
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .map(|item| item.expect("an item").path())
        .filter(|place| place.join("checkpoint-2").exists())
        .collect();
    scene.fork_is_confirmed(kept.first().expect("the witness keeps evidence"));

    // A receipt of the other history has not been seen by the witness.
    let proof = scene.at("5.tlog-proof");
    let mut make = sponsio();
    make.args(["receipt", "make", "5", "-o"]).arg(&proof);
    ended(&run(make.arg("--register").arg(&old)), 0);
    for (policy, code) in [("lone", 0), ("strict", 3)] {
        let mut verify = sponsio();
        verify
            .args(["receipt", "verify", "--policy"])
            .arg(scene.at(policy));
        verify.arg(scene.at("5.json")).arg(&proof);
        ended(&run(&mut verify), code);
    }

    // Grown beyond what was known, the other history contradicts it by a proof of consistency.
    act(&old, "deposit demo-1 CRD accession", "2020-02-01T11:00:00Z");
    assert_eq!(scene.show(&old, 6).0, 422, "the witness refuses");
    let (said, evidence) = scene.look(&old, 3);
    assert!(said.contains("finding: fork"), "{said}");
    let proved = evidence
        .iter()
        .find(|place| place.join("consistency").exists());
    scene.fork_is_confirmed(proved.expect("a fork of two sizes"));
}
