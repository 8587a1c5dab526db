//! What a witness decides (C2SP tlog-witness, `add-checkpoint`), and what its client sends and
//! reads. It keeps nothing itself: whoever runs it compares and persists in one step, and only then
//! lets it sign.

use crate::checkpoint::{Checkpoint, decimal, hash};
use crate::cosignature::cosign;
use crate::note::{self, KeyError, KeyKind, Note, Signature, SigningKey, VerifierKey};
use crate::tree::{Hash, LONGEST_PROOF, empty_root, verify_consistency};
use crate::verdict::{Fault, Rule};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::{Digest, to_base64};

/// The content type of a size.
pub const SIZE_TYPE: &str = "text/x.tlog.size";

/// The content type of everything else.
pub const TEXT_TYPE: &str = "text/plain; charset=utf-8";

/// A request to cosign a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size that the witness is believed to have cosigned last.
    pub old: u64,
    /// The proof that the checkpoint continues that size.
    pub proof: Vec<Hash>,
    /// The checkpoint.
    pub note: Note,
}

impl AddCheckpoint {
    /// Reads the body of a request.
    pub fn parse(body: &[u8]) -> Result<Self, Fault> {
        let end = body
            .windows(2)
            .position(|pair| pair == b"\n\n")
            .ok_or(Rule::ProofForm.at(body.len()))?;
        let (head, rest) = body.split_at(end);
        let head = str::from_utf8(head).map_err(|error| Rule::ProofForm.at(error.valid_up_to()))?;
        let note =
            Note::parse(&rest[2..]).map_err(|fault| fault.rule.at(end + 2 + fault.offset))?;
        let mut lines = head.split('\n');
        let old = lines
            .next()
            .and_then(|line| line.strip_prefix("old "))
            .and_then(decimal)
            .ok_or(Rule::ProofForm.at(0))?;
        let mut proof = Vec::new();
        for line in lines {
            if proof.len() == LONGEST_PROOF {
                return Err(Rule::ProofForm.at(end));
            }
            proof.push(hash(line).ok_or(Rule::ProofHash.at(end))?);
        }
        Ok(Self { old, proof, note })
    }

    /// Returns the body of the request.
    pub fn print(&self) -> Vec<u8> {
        let mut text = format!("old {}\n", self.old);
        for hash in &self.proof {
            text.push_str(&to_base64(hash));
            text.push('\n');
        }
        text.push('\n');
        text.push_str(&self.note.to_string());
        text.into_bytes()
    }
}

/// The latest head that is kept of a log: by a witness the last cosigned, by a mirror the pending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latest {
    /// The size; zero where there is none yet.
    pub size: u64,
    /// The root of that size.
    pub root: Hash,
}

impl Latest {
    /// Returns what is kept of a log that was never seen.
    pub fn none() -> Self {
        Self {
            size: 0,
            root: empty_root(),
        }
    }
}

/// An answer over HTTP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The content type of the body.
    pub content: &'static str,
    /// The body.
    pub body: String,
    /// Whether the log validly signed what cannot be continued: the request is evidence, and kept.
    pub evidence: bool,
}

impl Answer {
    pub(crate) fn text(status: u16, body: impl Into<String>) -> Self {
        Self {
            status,
            content: TEXT_TYPE,
            body: body.into(),
            evidence: false,
        }
    }
}

/// A checkpoint that continues what is kept. It is to be persisted in place of `replaces`, if that
/// still stands, and only then answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What is signed.
    pub checkpoint: Checkpoint,
    /// The checkpoint with the verified signatures of the log and no other line.
    pub note: Note,
    /// What was kept when this was decided: compare with it while persisting.
    pub replaces: Latest,
}

/// Judges a request. `keys` gives the keys trusted for an origin, none for an unknown log; `latest`
/// gives what is kept of it.
pub fn judge(
    body: &[u8],
    keys: impl FnOnce(&str) -> Vec<VerifierKey>,
    latest: impl FnOnce(&str) -> Latest,
) -> Result<Accepted, Answer> {
    let malformed = |fault: Fault| Answer::text(400, format!("{fault}\n"));
    let AddCheckpoint { old, proof, note } = AddCheckpoint::parse(body).map_err(malformed)?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(malformed)?;
    if old > checkpoint.size {
        let reason = "the old size is above that of the checkpoint\n";
        return Err(Answer::text(400, reason));
    }
    let keys = keys(&checkpoint.origin);
    if keys.is_empty() {
        return Err(Answer::text(404, "unknown log\n"));
    }
    let signatures = signed(&note, &keys)
        .ok_or_else(|| Answer::text(403, "no valid signature by a key of the log\n"))?;
    let latest = latest(&checkpoint.origin);
    if old != latest.size {
        return Err(Answer {
            content: SIZE_TYPE,
            ..Answer::text(409, format!("{}\n", latest.size))
        });
    }
    let Latest { size, root } = latest;
    let consistent = verify_consistency(size, &root, checkpoint.size, &checkpoint.root, &proof);
    let empty = checkpoint.size > 0 || checkpoint.root == empty_root();
    if !empty || consistent.is_err() {
        let reason = consistent.err().map_or_else(
            || "the root of the empty tree is another\n".to_string(),
            |error| format!("{error}\n"),
        );
        return Err(Answer {
            evidence: true,
            ..Answer::text(422, reason)
        });
    }
    // Only what was verified is kept: a line in the witness's own name is not among it.
    let note = Note::new(note.text(), signatures).map_err(malformed)?;
    Ok(Accepted {
        checkpoint,
        note,
        replaces: latest,
    })
}

/// Returns the valid signatures of the log; `None` where there is none, or a line in the name of a
/// key of the log is false.
fn signed(note: &Note, keys: &[VerifierKey]) -> Option<Vec<Signature>> {
    let mut valid = Vec::new();
    for signature in note.signatures() {
        let of_log = |key: &&VerifierKey| key.kind() == KeyKind::Log && signature.is_by(key);
        if let Some(key) = keys.iter().find(of_log) {
            if !key.verifies(note.text().as_bytes(), signature.bytes()) {
                return None;
            }
            valid.push(signature.clone());
        }
    }
    (!valid.is_empty()).then_some(valid)
}

impl Accepted {
    /// Cosigns what has been persisted: the answer, and the note to be served from now on.
    pub fn cosign(&self, key: &SigningKey, time: u64) -> Result<(Answer, Note), KeyError> {
        let line = cosign(self.note.text(), key, time)?;
        let answer = Answer::text(200, line.to_string());
        // One line more than what was read fits, or the log has filled its note to the brim.
        let note = self.note.with(&[line]).map_err(|_| KeyError::Kind)?;
        Ok((answer, note))
    }
}

/// What an answer means to the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The cosignatures by known keys, verified.
    Cosigned(Vec<Signature>),
    /// The witness has cosigned another size last: prove from there.
    From(u64),
    /// The witness refused, with this status.
    Refused(u16),
}

/// Reads the answer of a witness to a checkpoint of this text; lines by other keys are passed over,
/// a false line by a known key makes the answer worthless.
pub fn read_answer(status: u16, body: &str, text: &str, keys: &[VerifierKey]) -> Reply {
    match status {
        200 => cosignatures(body, text, keys).map_or(Reply::Refused(status), Reply::Cosigned),
        409 => body
            .strip_suffix('\n')
            .and_then(decimal)
            .map_or(Reply::Refused(status), Reply::From),
        _ => Reply::Refused(status),
    }
}

fn cosignatures(body: &str, text: &str, keys: &[VerifierKey]) -> Option<Vec<Signature>> {
    let mut found = Vec::new();
    for line in note::signatures(body, 0).ok()? {
        if let Some(key) = keys.iter().find(|key| line.is_by(key)) {
            crate::cosignature::verify(text, key, line.bytes()).ok()?;
            found.push(line);
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Returns what stands for a log in paths: the hexadecimal digest of its origin.
pub fn origin_hash(origin: &str) -> String {
    Digest::of(origin.as_bytes()).to_string()
}

#[cfg(test)]
mod tests;
