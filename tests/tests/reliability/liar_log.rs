//! Goal 9: a depositary that lies with its own key. It replaces, deletes, inserts, reorders and
//! back-dates entries, or shows two faces, and signs all of it anew. Whoever kept a checkpoint, a
//! receipt or a cosignature notices; two notes are evidence that a foreign verifier confirms.

use libtest_mimic::Failed;
use sponsio_ledger::audit::Auditor;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::entry::{Entry, Streams, public};
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::policy::{self, Policy};
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tile::{bundles_for, tiles_for};
use sponsio_ledger::tree::{Hash, Leaves, consistency, inclusion, leaf_hash, root_of_first};
use sponsio_ledger::witness::{AddCheckpoint, Latest, judge};
use sponsio_record::Instant;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::length::{is_full, say};
use crate::office::{ORIGIN, key, policy as own_policy, quick_folder, register_of, runtime};
use crate::public_log::{Files, audited};

/// How many entries each view has, and how many there were when others last looked.
const SIZE: usize = 40;
const SEEN: u64 = 35;
const LAST_SEEN: usize = 34;

/// The entries of a log.
type View = Vec<Vec<u8>>;

/// An act with its signatures and what stands around it, to be numbered anew.
#[derive(Clone)]
struct Told {
    entry: Vec<u8>,
    recorded: Instant,
}

pub(crate) fn run() -> Result<(), Failed> {
    let honest = honest_view()?;
    audited(&files(&honest)?, None)?;
    let foreign = Foreign::build()?;
    let mut caught = 0;
    for (lie, view) in lies(&honest)? {
        caught_in_the_act(lie, &honest, &view, foreign.as_ref())
            .map_err(|why| format!("{lie}: {why:?}"))?;
        caught += 1;
    }
    let clumsy = clumsy_lies(&honest)?;
    for (lie, files) in &clumsy {
        if audited(files, None).is_ok() {
            return Err(format!("{lie}: the audit verifies it").into());
        }
    }
    let go = match foreign {
        Some(_) => "confirmed by the Go verifier",
        None if is_full() => return Err("the full form needs the Go verifier".into()),
        None => "Go verifier left out: golang-go and golang-golang-x-mod-dev are not there",
    };
    say(&format!(
        "{} clumsy lies refused by the audit; {caught} signed anew and sound in themselves, each \
         caught by monitor, witness, receipt under a quorum and fork evidence, {go}",
        clumsy.len()
    ));
    Ok(())
}

fn honest_view() -> Result<View, Failed> {
    let folder = quick_folder()?;
    let office = register_of(&folder.path().join("register"), SIZE as u64 - 1)?;
    runtime().block_on(async {
        let world = office.world(core::time::Duration::ZERO)?;
        world.store.open_log(ORIGIN).await?;
        Ok(world.store.entries(0, SIZE).await?)
    })
}

/// Each lie as a whole log that is sound in itself.
fn lies(honest: &View) -> Result<Vec<(&'static str, View)>, Failed> {
    let told = told(honest)?;
    let change = |change: fn(&mut Vec<Told>)| {
        let mut told = told.clone();
        change(&mut told);
        numbered_anew(&told)
    };
    Ok(vec![
        ("replaced", change(|told| told[20] = other(&told[20]))?),
        (
            "deleted",
            change(|told| {
                told.remove(20);
                let last = other(&told[SIZE - 2]);
                told.push(last);
            })?,
        ),
        (
            "inserted",
            change(|told| {
                let new = other(&told[20]);
                told.insert(20, new);
                told.truncate(SIZE);
            })?,
        ),
        ("reordered", change(|told| told.swap(20, 21))?),
        (
            "back-dated",
            change(|told| {
                for told in told.iter_mut().skip(1).take(20) {
                    told.recorded = earlier(told.recorded);
                }
                told[0].recorded = told[1].recorded;
            })?,
        ),
        (
            "two views of the last act",
            change(|told| told[LAST_SEEN] = other(&told[LAST_SEEN]))?,
        ),
    ])
}

fn told(view: &View) -> Result<Vec<Told>, Failed> {
    let told = view.iter().enumerate().map(|(seq, bytes)| {
        let entry = Entry::at(bytes, ORIGIN, seq as u64)?;
        Ok(Told {
            entry: bytes.clone(),
            recorded: entry.head.recorded,
        })
    });
    told.collect()
}

fn earlier(instant: Instant) -> Instant {
    Instant::from_seconds(instant.seconds() - 86_400).unwrap_or(Instant::MIN)
}

/// Another act of the same form: another participant.
fn other(told: &Told) -> Told {
    let text = String::from_utf8_lossy(&told.entry).into_owned();
    let id = text
        .split("\"id\":\"")
        .nth(1)
        .and_then(|rest| rest.get(..32));
    let id = id.unwrap_or_default();
    let turned: String = id.chars().rev().collect();
    let text = text
        .replace(id, &turned)
        .replace("\"P", "\"X")
        .replace("Participant P", "Participant X");
    Told {
        entry: text.into_bytes(),
        recorded: told.recorded,
    }
}

/// Gives the acts places, streams and instants in this order, as a depositary that lies would.
fn numbered_anew(told: &[Told]) -> Result<View, Failed> {
    let mut streams = Streams::new();
    let mut last = None;
    let mut view = View::new();
    for (seq, told) in (0..).zip(told) {
        let entry = Entry::read(&told.entry, "lie")?;
        let mut head = entry.head.clone();
        head.seq = seq;
        head.recorded = told.recorded.max(last.unwrap_or(told.recorded));
        head.stream = streams.next(&entry.head.stream.name);
        last = Some(head.recorded);
        let act = entry.act().ok_or("the acts are public")?;
        view.push(public(&head, &act.object, entry.signatures())?);
        streams
            .follow(&head.stream, seq)
            .map_err(|_| "a stream goes on")?;
    }
    Ok(view)
}

fn leaves(view: &View) -> Vec<Hash> {
    view.iter().map(|entry| leaf_hash(entry)).collect()
}

/// Signs the first entries of a view with the log's true key.
fn note(view: &View, size: u64) -> Result<Note, Failed> {
    let root = root_of_first(&Leaves(&leaves(view)), size).ok_or("a root")?;
    let text = Checkpoint::new(ORIGIN, size, root).text();
    let signature = key().sign(&text)?;
    Ok(Note::new(&text, vec![signature]).map_err(|fault| fault.to_string())?)
}

fn files(view: &View) -> Result<Files, Failed> {
    let (leaves, size) = (leaves(view), view.len() as u64);
    let tiles = tiles_for(0, size, &Leaves(&leaves)).ok_or("tiles")?;
    let entry = |seq: u64| view.get(usize::try_from(seq).ok()?).cloned();
    let bundles = bundles_for(0, size, entry).ok_or("bundles")?;
    let mut files: Files = tiles
        .into_iter()
        .chain(bundles)
        .map(|(path, bytes)| (path.to_string(), bytes))
        .collect();
    let note = note(view, size)?.to_string();
    files.insert("checkpoint".to_owned(), note.into_bytes());
    Ok(files)
}

fn receipt(view: &View, index: u64, note: Note) -> Result<Receipt, Failed> {
    let size = view.len() as u64;
    Ok(Receipt {
        entry: view[usize::try_from(index)?].clone(),
        proof: Proof {
            index,
            path: inclusion(&Leaves(&leaves(view)), index, size).ok_or("a path")?,
            extra: None,
            note,
        },
    })
}

/// A lie that is sound in itself is caught by everybody who remembers something.
fn caught_in_the_act(
    lie: &str,
    honest: &View,
    view: &View,
    foreign: Option<&Foreign>,
) -> Result<(), Failed> {
    let files = files(view)?;
    audited(&files, None).map_err(|why| format!("it is not sound in itself: {why:?}"))?;
    let size = SIZE as u64;

    // A monitor remembers the checkpoint that it saw last.
    let policy = own_policy();
    let remembered = policy.open(note(honest, SEEN)?.to_string().as_bytes());
    let remembered = remembered.map_err(|fault| fault.to_string())?;
    let audit = Auditor::new(&policy).continuing(&remembered);
    if audit.run(&files, &mut |_| {}).verdict.refusal().is_none() {
        return Err("a monitor believes it".into());
    }

    // A witness remembers what it cosigned, whatever proof it is shown.
    let root = root_of_first(&Leaves(&leaves(honest)), SEEN).ok_or("a root")?;
    let request = AddCheckpoint {
        old: SEEN,
        proof: consistency(&Leaves(&leaves(view)), SEEN, size).ok_or("a proof")?,
        note: note(view, size)?,
    };
    let keys = |_: &str| vec![key().verifier().clone()];
    let kept = |_: &str| Latest { size: SEEN, root };
    match judge(&request.print(), keys, kept) {
        Err(answer) if answer.status == 422 && answer.evidence => {}
        other => return Err(format!("a witness answers {other:?}").into()),
    }

    // A client asks for a witness's signature: the lie has none.
    let witness = SigningKey::cosigner("witness.example/w", &[9; 32])?;
    let strict = format!(
        "log {}\nwitness w {}\nquorum w\n",
        key().verifier(),
        witness.verifier()
    );
    let strict = Policy::parse(strict.as_bytes()).map_err(|fault| fault.to_string())?;
    let cosigned = note(honest, size)?;
    let signature = cosign(cosigned.text(), &witness, 1_795_353_600)?;
    let cosigned = cosigned
        .with(&[signature])
        .map_err(|fault| fault.to_string())?;
    if receipt(honest, 20, cosigned)?
        .verify(&strict)
        .verified()
        .is_none()
    {
        return Err("an honest receipt verifies".into());
    }
    if receipt(view, 20, note(view, size)?)?
        .verify(&strict)
        .refusal()
        .is_none()
    {
        return Err("a client takes a receipt that no witness has seen".into());
    }

    // Two notes over as many entries are evidence.
    let (one, two) = (
        note(honest, size)?.to_string(),
        note(view, size)?.to_string(),
    );
    let forked = policy::fork(&policy, one.as_bytes(), two.as_bytes());
    if forked.map_err(|fault| fault.to_string())?.is_none() {
        return Err("the two notes are no evidence".into());
    }
    if let Some(foreign) = foreign {
        foreign.confirms(lie, honest, view)?;
    }
    Ok(())
}

/// Lies that contradict themselves: the files of one log are exchanged, or the places not mended.
fn clumsy_lies(honest: &View) -> Result<Vec<(String, Files)>, Failed> {
    let good = files(honest)?;
    let mut clumsy = Vec::new();
    for (lie, view) in lies(honest)? {
        let bad = files(&view)?;
        for (path, bytes) in &bad {
            if good.get(path) != Some(bytes) {
                let mut mixed = good.clone();
                mixed.insert(path.clone(), bytes.clone());
                clumsy.push((format!("{lie}, only {path}"), mixed));
                let mut mixed = bad.clone();
                mixed.insert(path.clone(), good[path].clone());
                clumsy.push((format!("{lie}, all but {path}"), mixed));
            }
        }
    }
    let mut moved = |lie: &str, change: fn(&mut View)| {
        let mut view = honest.clone();
        change(&mut view);
        clumsy.push((lie.to_owned(), files(&view)?));
        Ok::<_, Failed>(())
    };
    moved("deleted, places not mended", |view| drop(view.remove(20)))?;
    moved("reordered, places not mended", |view| view.swap(20, 21))?;
    moved("doubled", |view| view.insert(20, view[19].clone()))?;
    moved("back-dated, and the order tells", |view| {
        let text = String::from_utf8_lossy(&view[20]).into_owned();
        let (before, rest) = text.split_once("\"recorded\":\"").unwrap_or_default();
        view[20] = format!("{before}\"recorded\":\"2001{}", &rest[4..]).into_bytes();
    })?;
    Ok(clumsy)
}

/// The verifier in Go, which shares no line with this project's crates.
struct Foreign {
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl Foreign {
    /// Builds it, where the Go packages are.
    fn build() -> Result<Option<Self>, Failed> {
        let packages = env::var_os("SPONSIO_GOPATH").unwrap_or_else(|| "/usr/share/gocode".into());
        if !Path::new(&packages).join("src/golang.org/x/mod").is_dir() {
            return Ok(None);
        }
        let folder = tempfile::tempdir()?;
        let program = folder.path().join("verify");
        let built = Command::new("go")
            .args(["build", "-o"])
            .args([program.as_os_str(), ".".as_ref()])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("verifiers/go"))
            .env("GO111MODULE", "off")
            .env("GOPATH", packages)
            .output();
        match built {
            Ok(built) if built.status.success() => Ok(Some(Self { folder, program })),
            Ok(built) => Err(String::from_utf8_lossy(&built.stderr).into_owned().into()),
            Err(_) => Ok(None),
        }
    }

    fn run(&self, words: &[&Path]) -> Result<bool, Failed> {
        Ok(Command::new(&self.program)
            .args(words)
            .output()?
            .status
            .success())
    }

    /// Has it confirm the evidence, and that the lying log does not continue what was seen.
    fn confirms(&self, lie: &str, honest: &View, view: &View) -> Result<(), Failed> {
        let folder = self.folder.path().join(lie.replace(' ', "-"));
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            fs::write(&path, bytes)?;
            Ok::<_, Failed>(path)
        };
        let policy = write("policy", &own_policy().print())?;
        let size = SIZE as u64;
        let one = write("one", note(honest, size)?.to_string().as_bytes())?;
        let two = write("two", note(view, size)?.to_string().as_bytes())?;
        let seen = write("seen", note(honest, SEEN)?.to_string().as_bytes())?;
        for (name, view) in [("honest", honest), ("lying", view)] {
            for (path, bytes) in files(view)? {
                write(&format!("{name}/{path}"), &bytes)?;
            }
        }
        let (fork, grow) = (Path::new("fork"), Path::new("grow"));
        let (honest, lying) = (folder.join("honest"), folder.join("lying"));
        let said = [
            self.run(&[fork, &policy, &one, &two])?,
            self.run(&[fork, &policy, &one, &one])?,
            self.run(&[grow, &policy, &seen, &honest])?,
            self.run(&[grow, &policy, &seen, &lying])?,
        ];
        if said == [true, false, true, false] {
            Ok(())
        } else {
            Err(format!("the Go verifier says {said:?}").into())
        }
    }
}
