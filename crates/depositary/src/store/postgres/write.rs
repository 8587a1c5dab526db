//! What is written, each in one transaction. The swap of the head comes first: its row is what
//! writers wait for, and who has lost it writes nothing else.

use super::read;
use super::row::{self, change, column, count, damaged, signed_count};
use crate::store::{
    Batch, Cosignature, Document, Envelope, Head, Letter, NewEntry, Position, Signed, StoreError,
};
use alloc::collections::BTreeMap;
use deadpool_postgres::{GenericClient, Transaction};
use sponsio_record::{ActId, Digest};

/// Returns the number of the log of this origin and its head, beginning it if it is new.
pub(super) async fn open_log(
    transaction: &Transaction<'_>,
    origin: &str,
) -> Result<(i64, Head), StoreError> {
    if let Some(log) = read::number(transaction, origin).await? {
        return Ok((log, read::head(transaction, log).await?));
    }
    let doing = "beginning the log";
    // The number is given out under a row that only one transaction has: who waited looks again.
    let log: i64 = next(transaction, doing, include_str!("log_number.sql"), &[]).await?;
    if let Some(log) = read::number(transaction, origin).await? {
        return Ok((log, read::head(transaction, log).await?));
    }
    let sql = include_str!("log_insert.sql");
    change(transaction, doing, sql, &[&log, &origin]).await?;
    let empty = Head::empty();
    let root = empty.root.as_bytes().as_slice();
    let given: row::Given<'_> = &[&log, &root, &empty.last_recorded.seconds()];
    change(transaction, doing, include_str!("head_insert.sql"), given).await?;
    Ok((log, read::head(transaction, log).await?))
}

/// Returns the number that a statement gives out.
async fn next(
    transaction: &Transaction<'_>,
    doing: &str,
    sql: &str,
    given: row::Given<'_>,
) -> Result<i64, StoreError> {
    let row = row::row(transaction, doing, sql, given).await?;
    column(&row.ok_or_else(|| damaged("no number is left"))?, 0)
}

pub(super) async fn append(
    transaction: &Transaction<'_>,
    log: i64,
    expected: Position,
    batch: &Batch,
) -> Result<(), StoreError> {
    if !swap(transaction, log, expected, &batch.head).await? {
        let head = read::head(transaction, log).await?.position();
        return Err(StoreError::Stale { head });
    }
    free(transaction, log, expected, &batch.entries).await?;
    keep_entries(transaction, log, expected, &batch.entries).await?;
    for document in &batch.documents {
        self::document(transaction, document).await?;
    }
    for envelope in &batch.envelopes {
        self::envelope(transaction, envelope).await?;
    }
    keep_letters(transaction, &batch.letters).await
}

async fn swap(
    transaction: &Transaction<'_>,
    log: i64,
    expected: Position,
    new: &Head,
) -> Result<bool, StoreError> {
    let (Ok(size), Ok(epoch)) = (i64::try_from(expected.size), i64::try_from(expected.epoch))
    else {
        // No log has so many entries.
        return Ok(false);
    };
    let frontier: Vec<u8> = new
        .frontier
        .iter()
        .flat_map(Digest::as_bytes)
        .copied()
        .collect();
    let root = new.root.as_bytes().as_slice();
    let given: row::Given<'_> = &[
        &log,
        &size,
        &epoch,
        &signed_count(new.size)?,
        &root,
        &frontier,
        &new.last_recorded.seconds(),
    ];
    let sql = include_str!("head_swap.sql");
    Ok(change(transaction, "swapping the head", sql, given).await? == 1)
}

/// Refuses the first act whose id is taken, in the log or in the batch itself.
async fn free(
    transaction: &Transaction<'_>,
    log: i64,
    expected: Position,
    entries: &[NewEntry],
) -> Result<(), StoreError> {
    let ids: Vec<&[u8]> = entries
        .iter()
        .map(|entry| entry.act.as_bytes().as_slice())
        .collect();
    let sql = include_str!("acts.sql");
    let mut taken: BTreeMap<ActId, (u64, Digest)> = BTreeMap::new();
    for found in row::rows(transaction, "finding acts", sql, &[&log, &ids]).await? {
        taken.insert(
            row::act(&found, 0)?,
            (count(&found, 1)?, row::digest(&found, 2)?),
        );
    }
    for (entry, seq) in entries.iter().zip(expected.size..) {
        if let Some((seq, digest)) = taken.insert(entry.act, (seq, entry.act_digest)) {
            return Err(StoreError::ActTaken {
                id: entry.act,
                seq,
                same: digest == entry.act_digest,
            });
        }
    }
    Ok(())
}

async fn keep_entries(
    transaction: &Transaction<'_>,
    log: i64,
    expected: Position,
    entries: &[NewEntry],
) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let places = entries.iter().zip(expected.size..);
    let seqs: Vec<i64> = places
        .map(|(_, seq)| signed_count(seq))
        .collect::<Result<_, _>>()?;
    let nths: Vec<i64> = entries
        .iter()
        .map(|entry| signed_count(entry.nth))
        .collect::<Result<_, _>>()?;
    let bytes: Vec<&[u8]> = entries.iter().map(|entry| &entry.bytes[..]).collect();
    let leaves: Vec<&[u8]> = entries
        .iter()
        .map(|entry| &entry.leaf.as_bytes()[..])
        .collect();
    let acts: Vec<&[u8]> = entries
        .iter()
        .map(|entry| &entry.act.as_bytes()[..])
        .collect();
    let digests: Vec<&[u8]> = entries
        .iter()
        .map(|entry| &entry.act_digest.as_bytes()[..])
        .collect();
    let streams: Vec<&str> = entries.iter().map(|entry| &entry.stream[..]).collect();
    let given: row::Given<'_> = &[
        &log, &seqs, &bytes, &leaves, &acts, &digests, &streams, &nths,
    ];
    let sql = include_str!("entry_insert.sql");
    change(transaction, "keeping entries", sql, given).await?;
    Ok(())
}

/// Keeps a document, or leaves the one that is there: both have the digest of their bytes.
pub(super) async fn document(
    transaction: &Transaction<'_>,
    document: &Document,
) -> Result<(), StoreError> {
    if read::document(transaction, &document.digest)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let digest = document.digest.as_bytes().as_slice();
    let given: row::Given<'_> = &[&digest, &document.media, &document.bytes];
    let sql = include_str!("document_insert.sql");
    change(transaction, "keeping a document", sql, given).await?;
    Ok(())
}

/// Keeps an envelope, or leaves the one that is there: both open the commitment.
pub(super) async fn envelope(
    transaction: &Transaction<'_>,
    envelope: &Envelope,
) -> Result<(), StoreError> {
    if read::envelope(transaction, &envelope.commitment)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let commitment = envelope.commitment.as_bytes().as_slice();
    let given: row::Given<'_> = &[&commitment, &envelope.salt.as_slice(), &envelope.bytes];
    let sql = include_str!("private_insert.sql");
    change(transaction, "keeping an envelope", sql, given).await?;
    Ok(())
}

async fn keep_letters(transaction: &Transaction<'_>, letters: &[Letter]) -> Result<(), StoreError> {
    if letters.is_empty() {
        return Ok(());
    }
    let doing = "keeping letters";
    let more = signed_count(letters.len() as u64)?;
    let sql = include_str!("letter_number.sql");
    let last = next(transaction, doing, sql, &[&more]).await?;
    let ids: Vec<i64> = (last - more + 1..=last).collect();
    let acts: Vec<&[u8]> = letters
        .iter()
        .map(|letter| &letter.act.as_bytes()[..])
        .collect();
    let addressees: Vec<&str> = letters.iter().map(|letter| &letter.addressee[..]).collect();
    let texts: Vec<&[u8]> = letters
        .iter()
        .map(|letter| &letter.text.as_bytes()[..])
        .collect();
    let given: row::Given<'_> = &[&ids, &acts, &addressees, &texts];
    change(transaction, doing, include_str!("letter_insert.sql"), given).await?;
    Ok(())
}

/// Erases an envelope; its row is dead from here on.
pub(super) async fn erase(
    transaction: &Transaction<'_>,
    commitment: &Digest,
) -> Result<bool, StoreError> {
    let sql = include_str!("private_erase.sql");
    let given = commitment.as_bytes().as_slice();
    let erased = change(transaction, "erasing an envelope", sql, &[&given]).await?;
    Ok(erased > 0)
}

/// Writes the table of envelopes anew without the dead rows, and gives the old file back.
pub(super) async fn rewrite(on: &impl GenericClient) -> Result<(), StoreError> {
    let rewritten = on.batch_execute(include_str!("private_rewrite.sql")).await;
    rewritten.map_err(|error| {
        let why = row::said(&error);
        StoreError::Retryable(format!(
            "the envelope is gone, but the file of its table still has the bytes: {why}"
        ))
    })
}

pub(super) async fn done(transaction: &Transaction<'_>, id: u64) -> Result<(), StoreError> {
    let Ok(id) = i64::try_from(id) else {
        return Ok(());
    };
    let sql = include_str!("letter_done.sql");
    change(transaction, "noting a letter as sent", sql, &[&id]).await?;
    Ok(())
}

pub(super) async fn failed(
    transaction: &Transaction<'_>,
    id: u64,
    why: &str,
) -> Result<(), StoreError> {
    let Ok(id) = i64::try_from(id) else {
        return Ok(());
    };
    // A text of PostgreSQL cannot hold the character zero; what a mail server says may.
    let why = why.replace('\0', "\u{fffd}");
    let sql = include_str!("letter_failed.sql");
    change(transaction, "noting why a letter failed", sql, &[&id, &why]).await?;
    Ok(())
}

pub(super) async fn seize(transaction: &Transaction<'_>, log: i64) -> Result<u64, StoreError> {
    let sql = include_str!("head_seize.sql");
    let raised = row::row(transaction, "taking over", sql, &[&log]).await?;
    count(&raised.ok_or_else(|| damaged("the log has no head"))?, 0)
}

pub(super) async fn sign(
    transaction: &Transaction<'_>,
    log: i64,
    old: Option<u64>,
    new: &Signed,
) -> Result<(), StoreError> {
    let size = signed_count(new.size)?;
    let epoch = signed_count(new.epoch)?;
    let before = old.map(signed_count).transpose()?;
    let sql = include_str!("head_sign.sql");
    let given: row::Given<'_> = &[&log, &epoch, &before, &size];
    let swapped = row::row(transaction, "swapping the signed checkpoint", sql, given).await?;
    let Some(head) = swapped else {
        let head = read::head(transaction, log).await?.position();
        return Err(StoreError::Stale { head });
    };
    // An older size and one beyond the head were refused by the row itself.
    let (head, root) = (count(&head, 0)?, row::digest(&head, 1)?);
    let last = read::signed_over(transaction, log, new.size).await?;
    let other = |root: Digest| root != new.root;
    if last.is_some_and(|last| other(last.root)) || (head == new.size && other(root)) {
        let size = new.size;
        return Err(StoreError::Fatal(format!("two roots over {size} entries")));
    }
    let root = new.root.as_bytes().as_slice();
    let given: row::Given<'_> = &[&log, &size, &root, &new.note, &epoch];
    let sql = include_str!("signed_insert.sql");
    change(transaction, "keeping a signed checkpoint", sql, given).await?;
    Ok(())
}

pub(super) async fn cosign(
    transaction: &Transaction<'_>,
    log: i64,
    size: u64,
    new: &Cosignature,
) -> Result<(), StoreError> {
    let sql = include_str!("cosign_insert.sql");
    let given: row::Given<'_> = &[&log, &signed_count(size)?, &new.witness, &new.line];
    change(transaction, "keeping a cosignature", sql, given).await?;
    Ok(())
}
