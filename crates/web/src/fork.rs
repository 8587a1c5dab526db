//! Whether one checkpoint continues another, and where not, what shows it to everybody.

use sponsio_depositary::tiles::{TileSource, Tiles};
use sponsio_ledger::tree::{consistency, root_of_first, verify_consistency};
use sponsio_record::to_base64;

use crate::evidence::Evidence;
use crate::state::Stated;

/// How two checkpoints of one log stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The larger tree continues the smaller one.
    Continues,
    /// They contradict each other; here is what shows it.
    Forked(Evidence),
    /// The tiles do not lead to the root of the larger one, so nothing is known.
    Unproven,
}

/// Compares two checkpoints of one log; `source` has the tiles of the larger one. Tiles are not
/// believed: whatever is concluded follows from the two signed roots.
pub(crate) async fn compare<S: TileSource>(
    source: S,
    one: &Stated,
    other: &Stated,
) -> Result<Relation, S::Error> {
    let by_size = |stated: &&Stated| stated.checkpoint.size;
    let (older, newer) = if by_size(&one) <= by_size(&other) {
        (one, other)
    } else {
        (other, one)
    };
    let (old, new) = (&older.checkpoint, &newer.checkpoint);
    if old.size == new.size {
        return Ok(if old.root == new.root {
            Relation::Continues
        } else {
            Relation::Forked(two_faces(older, newer))
        });
    }
    let proved = Tiles::new(source, new.size)
        .prove(|nodes| {
            let proof = consistency(&nodes, old.size, new.size)?;
            Some((root_of_first(&nodes, old.size)?, proof))
        })
        .await?;
    let Some((root, proof)) = proved else {
        return Ok(Relation::Unproven);
    };
    let leads = |root| verify_consistency(old.size, root, new.size, &new.root, &proof).is_ok();
    Ok(if leads(&old.root) {
        Relation::Continues
    } else if leads(&root) {
        Relation::Forked(two_pasts(older, newer, &root, &proof))
    } else {
        Relation::Unproven
    })
}

/// Two checkpoints of one size with different roots.
pub(crate) fn two_faces(one: &Stated, other: &Stated) -> Evidence {
    Evidence {
        kind: "fork",
        size: one.checkpoint.size,
        says: format!(
            "The log {} has signed two trees of {} entries.\n\
             Confirm with: verify fork POLICY checkpoint-1 checkpoint-2\n",
            one.checkpoint.origin, one.checkpoint.size
        ),
        files: vec![
            ("checkpoint-1".to_owned(), bytes(one)),
            ("checkpoint-2".to_owned(), bytes(other)),
        ],
    }
}

/// A larger checkpoint whose tree begins otherwise than the smaller one.
fn two_pasts(older: &Stated, newer: &Stated, root: &[u8; 32], proof: &[[u8; 32]]) -> Evidence {
    let (old, new) = (&older.checkpoint, &newer.checkpoint);
    // The reader of the proof is told the hash it starts from, which for a complete subtree goes
    // without saying between those who agree on it.
    let start = old.size.is_power_of_two().then_some(root);
    let lines = start.into_iter().chain(proof);
    let text: String = lines.map(|hash| to_base64(hash) + "\n").collect();
    Evidence {
        kind: "fork",
        size: old.size,
        says: format!(
            "The log {} has signed a tree of {} entries that does not continue its tree of {}.\n\
             Confirm with: verify fork POLICY checkpoint-1 checkpoint-2 consistency\n",
            new.origin, new.size, old.size
        ),
        files: vec![
            ("checkpoint-1".to_owned(), bytes(older)),
            ("checkpoint-2".to_owned(), bytes(newer)),
            ("consistency".to_owned(), text.into_bytes()),
        ],
    }
}

fn bytes(stated: &Stated) -> Vec<u8> {
    stated.note.to_string().into_bytes()
}
