//! Goal 5: single bits flip in the public files, in receipts, in the database and its write-ahead
//! log; files are cut, exchanged, doubled, lost, old. Whatever reaches a reader is noticed.

use libtest_mimic::Failed;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tree::{Leaves, inclusion, leaf_hash};
use sponsio_record::Digest;
use std::fs;
use std::path::Path;

use crate::length::{Draws, number, say};
use crate::office::{
    ORIGIN, Office, add, open_register, policy, quick_folder, register_of, runtime,
};
use crate::parallel::in_parts;
use crate::public_log::{Files, audited, read};

/// How many entries the log has whose bits flip.
const ENTRIES: u64 = 300;

fn log_of_300() -> Result<Files, Failed> {
    let folder = quick_folder()?;
    let office = register_of(&folder.path().join("register"), ENTRIES - 1)?;
    let files = read(&office.log())?;
    let (audit, _) = audited(&files, None)?;
    if audit.entries != ENTRIES {
        return Err(format!("{} entries", audit.entries).into());
    }
    Ok(files)
}

fn is_verified(files: &Files) -> bool {
    audited(files, None).is_ok()
}

/// Bits of the public files.
pub(crate) fn files() -> Result<(), Failed> {
    let files = log_of_300()?;
    let places: Vec<(&String, usize)> = files
        .iter()
        .flat_map(|(path, bytes)| (0..bytes.len() * 8).map(move |bit| (path, bit)))
        .collect();
    let all = places.len() as u64;
    let wanted = number("SPONSIO_FLIPS", 1_500, all).min(all);
    let mut draws = Draws::seeded();
    let chosen: Vec<u64> = if wanted == all {
        (0..all).collect()
    } else {
        (0..wanted).map(|_| draws.below(all)).collect()
    };
    in_parts(|part| {
        let mut flipped = files.clone();
        for at in part.of(wanted) {
            let (path, bit) = places[usize::try_from(chosen[usize::try_from(at)?])?];
            flip(&mut flipped, path, bit)?;
            if is_verified(&flipped) {
                return Err(format!("bit {bit} of {path} is flipped and nobody notices").into());
            }
            flip(&mut flipped, path, bit)?;
        }
        Ok(())
    })?;
    let bytes: usize = files.values().map(Vec::len).sum();
    say(&format!(
        "{wanted} of {all} single bits of {} files ({bytes} bytes) flipped, all refused",
        files.len()
    ));
    Ok(())
}

fn flip(files: &mut Files, path: &str, bit: usize) -> Result<(), Failed> {
    let bytes = files.get_mut(path).ok_or("the file is there")?;
    bytes[bit / 8] ^= 1 << (bit % 8);
    Ok(())
}

/// Bits of a receipt: of the entry and of the proof.
pub(crate) fn receipt() -> Result<(), Failed> {
    let files = log_of_300()?;
    let mut entries = Vec::new();
    for (path, bundle) in files
        .iter()
        .filter(|(path, _)| path.starts_with("tile/entries/"))
    {
        let path: sponsio_ledger::path::TilePath = path.parse().map_err(|_| "a path")?;
        let place = usize::try_from(path.index() * 256)?;
        let found = sponsio_ledger::tile::entries_of(bundle, path.width())?;
        for (nth, (_, entry)) in found.into_iter().enumerate() {
            entries.resize(entries.len().max(place + nth + 1), Vec::new());
            entries[place + nth] = entry.to_vec();
        }
    }
    let leaves: Vec<_> = entries.iter().map(|entry| leaf_hash(entry)).collect();
    let index = 257;
    let note = sponsio_ledger::note::Note::parse(&files["checkpoint"]);
    let proof = Proof {
        index,
        path: inclusion(&Leaves(&leaves), index, ENTRIES).ok_or("a path")?,
        extra: None,
        note: note.map_err(|fault| fault.to_string())?,
    };
    let (entry, proof) = (entries[usize::try_from(index)?].clone(), proof.print());
    let policy = policy();
    let good = |entry: &[u8], proof: &[u8]| {
        Receipt::read(entry, proof)
            .is_ok_and(|receipt| receipt.verify(&policy).verified().is_some())
    };
    if !good(&entry, &proof) {
        return Err("the receipt is good".into());
    }
    let all = (entry.len() + proof.len()) as u64 * 8;
    let wanted = number("SPONSIO_RECEIPT_FLIPS", 1_500, all).min(all);
    let mut draws = Draws::seeded();
    for nth in 0..wanted {
        let bit = usize::try_from(if wanted == all { nth } else { draws.below(all) })?;
        let (mut entry, mut proof) = (entry.clone(), proof.clone());
        let byte = if bit / 8 < entry.len() {
            &mut entry[bit / 8]
        } else {
            let at = bit / 8 - entry.len();
            &mut proof[at]
        };
        *byte ^= 1 << (bit % 8);
        if good(&entry, &proof) {
            return Err(format!("bit {bit} of the receipt is flipped and nobody notices").into());
        }
    }
    say(&format!(
        "{wanted} of {all} single bits of a receipt flipped, all refused"
    ));
    Ok(())
}

/// Files that are cut, longer, empty, lost, doubled, exchanged, old, or too many.
pub(crate) fn other_damage() -> Result<(), Failed> {
    let folder = quick_folder()?;
    let office = register_of(&folder.path().join("register"), 270)?;
    let old = read(&office.log())?;
    runtime().block_on(async {
        let desk = office.desk().await?;
        add(&desk, "Q", 0..29).await?;
        desk.close().await?;
        Ok::<_, Failed>(())
    })?;
    let good = read(&office.log())?;
    audited(&good, None)?;
    let mut tried = 0;
    let mut refused = |files: &Files, what: &str| {
        tried += 1;
        if is_verified(files) {
            return Err(Failed::from(format!("{what}: nobody notices")));
        }
        Ok(())
    };
    let paths: Vec<_> = good.keys().cloned().collect();
    let needed = crate::public_log::as_served(&good);
    for path in &paths {
        let bytes = &good[path];
        let with = |bytes: Vec<u8>| {
            let mut files = good.clone();
            files.insert(path.clone(), bytes);
            files
        };
        for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            refused(
                &with(bytes[..cut].to_vec()),
                &format!("{path} cut to {cut}"),
            )?;
        }
        refused(
            &with([bytes.as_slice(), &[0]].concat()),
            &format!("{path} and a byte"),
        )?;
        refused(
            &with([bytes.as_slice(), bytes].concat()),
            &format!("{path} twice"),
        )?;
        if needed.contains_key(path) {
            let mut files = good.clone();
            files.remove(path);
            refused(&files, &format!("{path} lost"))?;
        }
        for other in paths.iter().filter(|other| good[*other] != *bytes) {
            refused(
                &with(good[other].clone()),
                &format!("{other} in place of {path}"),
            )?;
        }
        if let Some(before) = old.get(path).filter(|before| *before != bytes) {
            // An old checkpoint over newer files: they are too many for it.
            refused(&with(before.clone()), &format!("the old {path}"))?;
        }
    }
    for (path, bytes) in [
        ("tile/0/009", vec![0; 8_192]),
        ("tile/entries/009", vec![0; 8]),
    ] {
        let mut files = good.clone();
        files.insert(path.to_owned(), bytes);
        refused(&files, &format!("{path} too much"))?;
    }
    say(&format!(
        "{tried} logs with files cut, longer, lost, doubled, exchanged, old: refused"
    ));
    Ok(())
}

/// The public files are lost, some or all: they are made anew from the entries, byte for byte, before
/// a checkpoint is shown over them.
pub(crate) fn lost_files() -> Result<(), Failed> {
    let folder = quick_folder()?;
    let office = register_of(&folder.path().join("register"), ENTRIES - 1)?;
    let served = crate::public_log::as_served(&read(&office.log())?);
    let each = served.keys().cloned().map(|path| vec![path]);
    let all = served.keys().cloned().collect();
    let mut tried = 0;
    for lost in each.chain([all]) {
        for path in &lost {
            fs::remove_file(office.log().join(path))?;
        }
        runtime().block_on(async {
            office.desk().await?.close().await?;
            Ok::<_, Failed>(())
        })?;
        if crate::public_log::as_served(&read(&office.log())?) != served {
            return Err(format!("lost and not made anew as they were: {lost:?}").into());
        }
        tried += 1;
    }
    say(&format!(
        "{tried} losses of public files, one of all: made anew byte for byte"
    ));
    Ok(())
}

/// What a reader gets of a register.
#[derive(PartialEq)]
struct Shown {
    root: Digest,
    register: Digest,
    entries: Vec<Vec<u8>>,
    document: Option<Vec<u8>>,
    public: Files,
    locked: Vec<u8>,
}

/// Bits of the database and of its write-ahead log.
pub(crate) fn database() -> Result<(), Failed> {
    let folder = quick_folder()?;
    let original = folder.path().join("original");
    fs::create_dir(&original)?;
    let office = runtime().block_on(living_copy(folder.path(), &original))?;
    let shown = show(&office.copy_to(&folder.path().join("shown"))?)?;
    let (of_database, of_journal) = (
        fs::read(office.database())?,
        fs::read(original.join("register.sqlite-wal"))?,
    );
    if of_database.is_empty() || of_journal.is_empty() {
        return Err("both the database and its write-ahead log hold something".into());
    }
    let wanted = number("SPONSIO_DATABASE_FLIPS", 300, 100_000);
    let bits = (of_database.len() + of_journal.len()) as u64 * 8;
    let tally = std::sync::Mutex::new((0_u64, 0_u64));
    in_parts(|part| {
        for nth in part.of(wanted) {
            let bit = Draws::numbered(nth).below(bits);
            let noticed = flipped(&original, folder.path(), bit, &shown)
                .map_err(|why| format!("bit {bit}: {why:?}"))?;
            let mut tally = tally.lock().map_err(|_| "a thread died")?;
            tally.0 += u64::from(noticed);
            tally.1 += u64::from(!noticed);
        }
        Ok(())
    })?;
    let (noticed, harmless) = tally.into_inner().map_err(|_| "a thread died")?;
    say(&format!(
        "{wanted} bits of a database of {} and a write-ahead log of {} bytes flipped: {noticed} \
         noticed, {harmless} changed nothing that a reader gets",
        of_database.len(),
        of_journal.len()
    ));
    Ok(())
}

/// Copies a register while its desk is open: a part is in the database, a part in the journal.
async fn living_copy(folder: &Path, into: &Path) -> Result<Office, Failed> {
    let office = register_of_documents(&folder.join("living")).await?;
    let desk = office.desk().await?;
    add(&desk, "J", 0..20).await?;
    desk.published(desk.state().size()).await?;
    let copy = office.copy_to(into)?;
    desk.close().await?;
    Ok(copy)
}

async fn register_of_documents(folder: &Path) -> Result<Office, Failed> {
    fs::create_dir(folder)?;
    let office = Office::at(folder);
    let desk = office.desk().await?;
    open_register(&desk).await?;
    add(&desk, "P", 0..30).await?;
    desk.record(crate::office::act("DOC", 3_000, &desk)?)
        .await?;
    desk.close().await?;
    Ok(office)
}

fn flipped(original: &Path, folder: &Path, bit: u64, shown: &Shown) -> Result<bool, Failed> {
    let copy = tempfile::tempdir_in(folder)?;
    let office = Office::at(original).copy_to(copy.path())?;
    let journal = copy.path().join("register.sqlite-wal");
    let length = fs::metadata(office.database())?.len();
    let (path, byte) = if bit / 8 < length {
        (office.database(), bit / 8)
    } else {
        (journal, bit / 8 - length)
    };
    let mut bytes = fs::read(&path)?;
    bytes[usize::try_from(byte)?] ^= 1 << (bit % 8);
    fs::write(&path, bytes)?;
    match show(&office) {
        Err(_) => Ok(true),
        Ok(now) if now == *shown => Ok(false),
        // An entry cites a document that is not there: whoever asks for it is told so.
        Ok(now) if now.document.is_none() => Ok(true),
        Ok(now) => {
            let mut differs = Vec::new();
            if now.root != shown.root || now.register != shown.register {
                differs.push("the register".to_owned());
            }
            if now.entries != shown.entries {
                differs.push("entries".to_owned());
            }
            if now.document != shown.document {
                differs.push("the document".to_owned());
            }
            if now.locked != shown.locked {
                differs.push("the lock".to_owned());
            }
            for (path, bytes) in &now.public {
                if shown.public.get(path) != Some(bytes) {
                    differs.push(path.clone());
                }
            }
            Err(format!("a reader gets something else, unnoticed: {differs:?}").into())
        }
    }
}

/// Opens the desk and returns what a reader gets; an error where something is noticed.
fn show(office: &Office) -> Result<Shown, Failed> {
    runtime().block_on(async {
        let world = office.world(core::time::Duration::ZERO)?;
        let store = alloc::sync::Arc::clone(&world.store);
        let opened = sponsio_depositary::Depositary::open(ORIGIN, &crate::office::SECRET, world);
        let desk = opened.await?;
        let state = desk.state();
        let text: Vec<u8> = "DOC".bytes().cycle().take(3_000).collect();
        let shown = Shown {
            root: state.root(),
            register: state.register.digest(),
            entries: store.entries(0, usize::MAX).await?,
            document: store
                .document(&Digest::of(&text))
                .await?
                .map(|found| found.bytes),
            public: read(&office.log())?,
            locked: fs::read(office.lock().join("checkpoint"))?,
        };
        desk.close().await?;
        Ok(shown)
    })
}
