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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rotation::follow;
    use crate::specimen::{Specimen, log_key, next_key, policy};

    #[test]
    fn a_receipt_proves_one_entry() {
        let log = Specimen::of(300);
        let receipt = log.receipt(299);
        let logged = receipt.verify(&policy()).verified().unwrap();
        assert_eq!(logged.seq, 299);
        assert_eq!(logged.cosigned.seen.len(), 2);
        let proof = receipt.proof.print();
        assert_eq!(Receipt::read(&receipt.entry, &proof), Ok(receipt.clone()));
        let mut other = receipt.clone();
        other.proof.index = 298;
        let rule = |receipt: &Receipt| receipt.verify(&policy()).refusal().unwrap().rule;
        assert_eq!(rule(&other), Rule::EntrySeq);
        let mut other = receipt.clone();
        other.proof.path.pop();
        assert_eq!(rule(&other), Rule::Inclusion);
        let mut other = receipt;
        other.proof.note = log.note(299);
        assert_eq!(rule(&other), Rule::Inclusion);
    }

    #[test]
    fn every_flipped_bit_of_a_receipt_is_refused() {
        let receipt = Specimen::of(40).receipt(33);
        let (entry, proof) = (receipt.entry.clone(), receipt.proof.print());
        let policy = policy();
        let good = |entry: &[u8], proof: &[u8]| {
            Receipt::read(entry, proof)
                .is_ok_and(|receipt| receipt.verify(&policy).verified().is_some())
        };
        assert!(good(&entry, &proof));
        for bit in 0..entry.len() * 8 {
            let mut flipped = entry.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(!good(&flipped, &proof), "entry, bit {bit}");
        }
        for bit in 0..proof.len() * 8 {
            let mut flipped = proof.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(!good(&entry, &flipped), "proof, bit {bit}");
        }
    }

    #[test]
    fn rotations_are_followed_and_told() {
        let log = Specimen::of(20);
        let (policy, rotation) = (policy(), log.receipt(4));
        let (believed, steps) = follow(&policy, &[rotation]).verified().unwrap();
        assert_eq!(steps.len(), 1);
        assert_eq!(&steps[0].from, log_key().verifier());
        assert_eq!(&steps[0].to, next_key().verifier());
        assert_eq!(steps[0].seq, 4);
        assert_eq!(believed.logs().len(), 2);
        let text = log.note(20).text().replace("20", "21");
        let note = crate::note::Note::new(&text, [next_key().sign(&text).unwrap()].to_vec());
        let note = note.unwrap().to_string();
        assert!(policy.open_signed(note.as_bytes()).is_err());
        assert!(believed.open_signed(note.as_bytes()).is_ok());
        let no_rotation = follow(&policy, &[log.receipt(2)]);
        assert_eq!(no_rotation.refusal().unwrap().rule, Rule::Rotation);
    }
}
