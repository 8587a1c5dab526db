//! Receipts: the exact bytes of one entry and the proof that a log holds it, verified offline
//! under the verifier's own policy.

use crate::entry::Entry;
use crate::policy::{Cosigned, Policy};
use crate::proof::Proof;
use crate::tree::{leaf_hash, verify_inclusion};
use crate::verdict::{Refusal, Rule, Verdict};
use alloc::string::ToString as _;
use alloc::vec::Vec;

/// An entry with its proof of logging.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The exact bytes of the entry.
    pub entry: Vec<u8>,
    /// The proof.
    pub proof: Proof,
}

/// What a receipt proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// The index of the entry.
    pub seq: u64,
    /// The checkpoint whose tree holds it, and who has cosigned.
    pub cosigned: Cosigned,
}

impl Receipt {
    /// Reads a receipt from the bytes of an entry and of a `.tlog-proof` beside it.
    pub fn read(entry: &[u8], proof: &[u8]) -> Result<Self, Refusal> {
        let proof = Proof::parse(proof).map_err(|fault| fault.in_place("proof"))?;
        Ok(Self {
            entry: entry.to_vec(),
            proof,
        })
    }

    /// Verifies the receipt: policy, note, quorum, form of the entry, leaf, path.
    pub fn verify(&self, policy: &Policy) -> Verdict<Logged> {
        self.logged(policy).into()
    }

    pub(crate) fn logged(&self, policy: &Policy) -> Result<Logged, Refusal> {
        let cosigned = policy
            .open(self.proof.note.to_string().as_bytes())
            .map_err(|fault| fault.in_place("proof"))?;
        let head = &cosigned.checkpoint;
        let seq = self.proof.index;
        Entry::at(&self.entry, &head.origin, seq)?;
        let leaf = leaf_hash(&self.entry);
        verify_inclusion(&leaf, seq, head.size, &self.proof.path, &head.root)
            .map_err(|error| Rule::Inclusion.broken("proof", 0, error.to_string()))?;
        Ok(Logged { seq, cosigned })
    }
}
