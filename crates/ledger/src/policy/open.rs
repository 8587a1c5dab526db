//! Opens a checkpoint under a policy: the log's signature, the cosignatures, the quorum.

use super::Policy;
use crate::checkpoint::Checkpoint;
use crate::cosignature::{self, Cosignature, CosignatureError};
use crate::note::Note;
use crate::verdict::{Fault, Rule};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// A checkpoint that a log of the policy has signed, with who else has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// What was signed.
    pub checkpoint: Checkpoint,
    /// The note as it was read.
    pub note: Note,
    /// The witnesses of the policy whose cosignature verifies, in the policy's order.
    pub seen: Vec<Seen>,
    /// The witnesses of the policy whose cosignature is of a kind that is not verified here.
    pub unverified: Vec<String>,
    /// Whether the quorum of the policy is among those that have cosigned.
    pub quorum: bool,
}

/// A witness that has cosigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// What the policy calls it; bytes that are not UTF-8 are replaced.
    pub witness: String,
    /// When it last did, in seconds since 1970.
    pub time: u64,
}

impl Policy {
    /// Opens a checkpoint that a log of this policy has signed and its quorum has cosigned.
    pub fn open(&self, note: &[u8]) -> Result<Cosigned, Fault> {
        let cosigned = self.open_signed(note)?;
        if cosigned.quorum {
            Ok(cosigned)
        } else {
            Err(Rule::Quorum.at(cosigned.note.text().len() + 1))
        }
    }

    /// Opens a checkpoint that a log of this policy has signed, whoever has cosigned it: what a
    /// witness is shown, and one half of the proof that a log has two faces.
    pub fn open_signed(&self, note: &[u8]) -> Result<Cosigned, Fault> {
        let note = Note::parse(note)?;
        let checkpoint = Checkpoint::parse(note.text())?;
        if !self
            .logs
            .iter()
            .any(|log| log.key.name() == checkpoint.origin)
        {
            return Err(Rule::CheckpointOrigin.at(0));
        }
        let mut signed = false;
        let mut times = vec![None; self.witnesses.len()];
        let mut unverified = Vec::new();
        let mut at = note.text().len() + 1;
        for signature in note.signatures() {
            let of_log = self
                .logs
                .iter()
                .find(|log| log.key.name() == checkpoint.origin && signature.is_by(&log.key));
            if let Some(log) = of_log
                && log.key.kind() == crate::note::KeyKind::Log
            {
                if !log.key.verifies(note.text().as_bytes(), signature.bytes()) {
                    return Err(Rule::NoteSignature.at(at));
                }
                signed |= log.counts_for(checkpoint.size);
            } else if let Some(log) = of_log {
                judge(&note, &log.key, signature.bytes(), at)?;
            }
            for (witness, latest) in self.witnesses.iter().zip(&mut times) {
                if signature.is_by(&witness.key) {
                    match judge(&note, &witness.key, signature.bytes(), at)? {
                        Cosignature::Verified(time) => *latest = Some(time).max(*latest),
                        Cosignature::Unverified(_) => unverified.push(lossy(&witness.name)),
                    }
                }
            }
            at += alloc::format!("{signature}").len();
        }
        if !signed {
            return Err(Rule::LogSignature.at(note.text().len() + 1));
        }
        let cosigned: Vec<bool> = times.iter().map(Option::is_some).collect();
        let seen = self
            .witnesses
            .iter()
            .zip(&times)
            .filter_map(|(witness, time)| {
                let witness = lossy(&witness.name);
                Some(Seen {
                    witness,
                    time: (*time)?,
                })
            })
            .collect();
        Ok(Cosigned {
            checkpoint,
            note,
            seen,
            unverified,
            quorum: self.is_met(&cosigned),
        })
    }
}

fn judge(
    note: &Note,
    key: &crate::note::VerifierKey,
    signature: &[u8],
    at: usize,
) -> Result<Cosignature, Fault> {
    cosignature::verify(note.text(), key, signature).map_err(|error| match error {
        CosignatureError::Form => Rule::CosignatureForm.at(at),
        CosignatureError::Signature => Rule::NoteSignature.at(at),
    })
}

fn lossy(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

impl Cosigned {
    /// Returns the time of the latest cosignature that verifies, in seconds since 1970: how fresh
    /// the checkpoint is known to be.
    pub fn latest(&self) -> Option<u64> {
        self.seen.iter().map(|seen| seen.time).max()
    }
}

/// Two checkpoints of one log, of one size, with different roots: a transferable proof that the
/// log has shown two faces. `None` where the two do not contradict each other in this way.
pub fn fork(
    policy: &Policy,
    one: &[u8],
    other: &[u8],
) -> Result<Option<(Cosigned, Cosigned)>, Fault> {
    let (one, other) = (policy.open_signed(one)?, policy.open_signed(other)?);
    let (a, b) = (&one.checkpoint, &other.checkpoint);
    let forked = a.origin == b.origin && a.size == b.size && a.root != b.root;
    Ok(forked.then_some((one, other)))
}
