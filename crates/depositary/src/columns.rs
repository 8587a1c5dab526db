//! What stands beside the bytes of an entry in a store, compared with what the bytes say. Entries are
//! found by these columns: one that is wrong hides an act, or lets it in twice.

use sponsio_ledger::entry::{Entry, Matter};
use sponsio_ledger::tree::Hash;

use crate::failure::Fatal;
use crate::store::NewEntry;

/// Compares the columns of an entry with its bytes. Who acted in a confidential entry does not stand
/// in its bytes; there the mark of the act is not compared. The leaf is that of the bytes.
pub(crate) fn compare(row: &NewEntry, entry: &Entry<'_>, leaf: &Hash) -> Result<(), Fatal> {
    let place = &entry.head.stream;
    let (has_id, has_digest) = match &entry.matter {
        Matter::Act(act, _) => (row.act == act.id, row.act_digest == act.object.digest()),
        Matter::Commitment(_) => (true, true),
    };
    let columns = [
        ("leaf", row.leaf.as_bytes() == leaf),
        ("stream", row.stream == place.name),
        ("nth", row.nth == place.nth),
        ("act_id", has_id),
        ("act_digest", has_digest),
    ];
    match columns.into_iter().find(|(_, agrees)| !agrees) {
        None => Ok(()),
        Some((column, _)) => Err(Fatal::entry(
            entry.head.seq,
            &format!("the column `{column}` beside it is not what its bytes say"),
        )),
    }
}
