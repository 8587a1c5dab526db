//! Verification within this process, beside bare hashing of the same bytes.

use crate::Outcome;
use crate::measure::office::{ORIGIN, Office};
use crate::measure::table::{Table, median};
use alloc::borrow::Cow;
use core::hint::black_box;
use sponsio_depositary::store::{Settings, Sqlite, Store};
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_ledger::audit::{Files, audit};
use sponsio_ledger::note::Note;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tree::{Leaves, Tree, inclusion, leaf_hash};
use sponsio_record::Digest;
use std::fs;
use std::path::PathBuf;

/// Measures hash verification of all entries, and of one receipt.
pub(crate) async fn hashes_and_receipt(
    office: &Office,
    rounds: u64,
    table: &mut Table,
) -> Outcome<()> {
    let store = Sqlite::open(&office.database(), &Settings::default())?;
    let store: &dyn Store = &store;
    store.open_log(ORIGIN).await?;
    let entries = store.entries(0, usize::MAX).await?;
    store.close().await?;
    let bytes: usize = entries.iter().map(Vec::len).sum();
    let (mut bare, mut hashed) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        bare.push(seconds(|| {
            for entry in &entries {
                black_box(Digest::of(entry));
            }
        }));
        hashed.push(seconds(|| {
            let mut tree = Tree::new();
            for entry in &entries {
                tree.append(leaf_hash(entry));
            }
            black_box(tree.root());
        }));
    }
    let (bare, hashed) = (median(&bare), median(&hashed));
    let what = format!("bare SHA-256 of {} entries", entries.len());
    table.say(&what, &format!("{bare:.3} s, {bytes} bytes"));
    table.limit("hash verification of them", hashed, 2.0 * bare, "s");
    receipt(office, &entries, table)
}

fn receipt(office: &Office, entries: &[Vec<u8>], table: &mut Table) -> Outcome<()> {
    let policy = Policy::of_log(Office::key()?);
    let leaves: Vec<_> = entries.iter().map(|entry| leaf_hash(entry)).collect();
    let size = leaves.len() as u64;
    let note = fs::read(office.log().join("checkpoint"))?;
    let index = size / 3;
    let receipt = Receipt {
        entry: entries[usize::try_from(index)?].clone(),
        proof: Proof {
            index,
            path: inclusion(&Leaves(&leaves), index, size).ok_or("a path")?,
            extra: None,
            note: Note::parse(&note).map_err(|fault| fault.to_string())?,
        },
    };
    let mut each = Vec::new();
    for _ in 0..200 {
        let mut verified = true;
        each.push(seconds(|| {
            verified = receipt.verify(&policy).verified().is_some();
        }));
        if !verified {
            return Err("the receipt of the bench is not verified".into());
        }
    }
    table.limit("one receipt", median(&each) * 1_000.0, 1.0, "ms");
    Ok(())
}

/// Measures the audit alone: form, order and links of every entry, every tile.
pub(crate) fn audit_in_process(office: &Office, rounds: u64, table: &mut Table) -> Outcome<()> {
    let policy = Policy::of_log(Office::key()?);
    let folder = Folder(office.log());
    let mut times = Vec::new();
    let mut entries = 0;
    for _ in 0..rounds {
        let mut audited = None;
        times.push(seconds(|| audited = Some(audit(&folder, &policy))));
        let audited = audited.ok_or("an audit")?;
        entries = audited.entries;
        if audited.verdict.verified().is_none() {
            return Err("the log of the bench is not verified".into());
        }
    }
    let what = format!("audit of {entries} entries, in this process");
    table.say(&what, &format!("{:.3} s", median(&times)));
    Ok(())
}

fn seconds(work: impl FnOnce()) -> f64 {
    let clock = SystemClock::new();
    work();
    clock.monotonic().as_secs_f64()
}

/// A log in its folder.
struct Folder(PathBuf);

impl Files for Folder {
    fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        fs::read(self.0.join(path)).ok().map(Cow::Owned)
    }

    fn list(&self) -> Vec<String> {
        Vec::new()
    }
}
