//! Writes the seeds that come from the log of `fuzz_targets/specimen`, below `corpus/`:
//!
//!     cargo +nightly run --manifest-path fuzz/Cargo.toml --example seeds
//!
//! Other seeds stand there as somebody wrote them.

#[path = "../fuzz_targets/specimen/mod.rs"]
mod specimen;

use std::fs;
use std::io;
use std::path::Path;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::mirror::{Header, Info, upload};
use sponsio_ledger::tree::{Leaves, consistency, leaf_hash};
use sponsio_ledger::witness::AddCheckpoint;
use sponsio_record::Digest;

use specimen::{DOCUMENT, ORIGIN, Specimen};

fn main() -> io::Result<()> {
    let log = Specimen::new();
    let size = log.entries.len() as u64;
    let note = log.note(size);
    put("checkpoint", "note", note.to_string())?;
    put("checkpoint", "text", note.text())?;
    let cosignature = note.signatures().last().map(|line| line.bytes().to_vec());
    put("checkpoint", "cosignature", cosignature.unwrap_or_default())?;
    for (seq, entry) in log.entries.iter().enumerate() {
        put("entry", &format!("entry-{seq}"), entry)?;
    }
    put("entry", "heads", &log.heads.1)?;
    put("entry", "private", &log.opening.bytes)?;
    for seq in [2, 4] {
        let entry = &log.entries[seq];
        let proof = log.proof(seq as u64).print();
        put(
            "receipt",
            &format!("receipt-{seq}"),
            [length(entry), entry.clone(), proof].concat(),
        )?;
    }
    bundles(&log)?;
    witness(&log)?;
    mirror()
}

fn bundles(log: &Specimen) -> io::Result<()> {
    let size = log.entries.len() as u64;
    let member =
        |sort: u8, content: &[u8]| [vec![sort], length(content), content.to_vec()].concat();
    let mut whole = vec![member(0, log.note(size).to_string().as_bytes())];
    for (seq, entry) in (0_u8..).zip(&log.entries) {
        whole.push(member(seq << 3 | 2, entry));
        whole.push(member(seq << 3 | 4, &log.proof(u64::from(seq)).print()));
    }
    whole.push(member(1, &log.heads.1));
    whole.push(member(7, DOCUMENT));
    let opening = log.opening.write().map_err(io::Error::other)?;
    whole.push(member(
        u8::try_from(log.opening.seq).unwrap_or(0) << 3 | 6,
        &opening,
    ));
    let whole = whole.concat();
    for (name, claim) in [("act-2", 2 << 2), ("document-2", 2 << 2 | 1), ("status", 2)] {
        put("bundle", name, [&[claim][..], &whole].concat())?;
    }
    Ok(())
}

fn witness(log: &Specimen) -> io::Result<()> {
    let leaves = log.leaves();
    let size = log.entries.len() as u64;
    for old in [0, 3, size] {
        let request = AddCheckpoint {
            old,
            proof: consistency(&Leaves(&leaves), old, size).unwrap_or_default(),
            note: log.note(size),
        };
        let seen = u8::try_from(old).unwrap_or(0);
        put(
            "witness",
            &format!("from-{old}"),
            [vec![seen], request.print()].concat(),
        )?;
    }
    // The second face of the log: signed, and the continuation of nothing.
    let forked = AddCheckpoint {
        old: 3,
        proof: consistency(&Leaves(&leaves), 3, size).unwrap_or_default(),
        note: specimen::signed(&Checkpoint::new(
            ORIGIN,
            size,
            *Digest::of(b"other").as_bytes(),
        )),
    };
    put("witness", "second-face", [vec![3], forked.print()].concat())?;
    let note = log.note(size);
    let line = note.signatures().last().map(ToString::to_string);
    put(
        "witness",
        "answer",
        [&[0][..], line.unwrap_or_default().as_bytes()].concat(),
    )?;
    put("witness", "conflict", [&[1][..], b"3\n"].concat())
}

/// Uploads of the log of the target `mirror`: entry n is the byte n, twice from 256 on.
fn mirror() -> io::Result<()> {
    let entry = |seq: u64| {
        Some(vec![
            u8::try_from(seq % 256).ok()?;
            if seq < 256 { 1 } else { 2 }
        ])
    };
    let leaves: Vec<_> = (0..260)
        .filter_map(entry)
        .map(|entry| leaf_hash(&entry))
        .collect();
    for (held, start, end) in [
        (0, 0, 5),
        (0, 0, 260),
        (1, 3, 256),
        (3, 256, 260),
        (4, 258, 260),
    ] {
        let header = Header {
            origin: "fuzz".to_owned(),
            start,
            end,
            ticket: Vec::new(),
        };
        let body = upload(&header, 32, &entry, &Leaves(&leaves)).unwrap_or_default();
        put(
            "mirror",
            &format!("{start}-{end}"),
            [vec![held], body].concat(),
        )?;
    }
    let info = Info {
        pending: 260,
        next: 258,
        ticket: vec![1, 2, 3],
    };
    put("mirror", "info", format!("\0{info}"))
}

fn length(bytes: &[u8]) -> Vec<u8> {
    u16::try_from(bytes.len())
        .unwrap_or(0)
        .to_be_bytes()
        .to_vec()
}

fn put(target: &str, name: &str, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(name), bytes)
}
