//! How the key of a log passes to the next: the act `rotate` is signed by the old key and the next,
//! the act `revoke-key` by the recovery key that the log's first entry names, and by the successor.
//! A verifier that pins an old key may follow; it is told the chain and never led silently.

use crate::dsse::{Judged, Keys};
use crate::entry::{Act, Entry};
use crate::note::{KeyKind, VerifierKey};
use crate::policy::Policy;
use crate::receipt::Receipt;
use crate::verdict::{Fault, Refusal, Rule, Verdict};
use alloc::format;
use alloc::string::ToString as _;
use alloc::vec::Vec;
use sponsio_record::{FieldError, Instant, Value};

/// For how many seconds the key before a rotation signs as well: 90 days.
pub const OVERLAP: i64 = 90 * 86_400;

/// The kind of the act by which a key names the next.
const ROTATE: &str = "rotate";

/// The kind of the act by which the recovery key revokes a lost one.
const REVOKE: &str = "revoke-key";

/// The kind of the first entry of a log.
const OPENING: &str = "opening";

/// One step from a key to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The key that was believed before.
    pub from: VerifierKey,
    /// The key that signs from then on.
    pub to: VerifierKey,
    /// The entry that says so.
    pub seq: u64,
    /// When it was recorded.
    pub recorded: Instant,
    /// Why the key passed on.
    pub cause: Cause,
}

/// Why the key of a log passed to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The key before named it.
    Rotated,
    /// The key before was lost to somebody else.
    Revoked {
        /// From when on it may have been in other hands.
        since: Instant,
        /// The largest size for which its signature still counts.
        good: u64,
    },
}

/// The keys of one log, from those that are believed of themselves on, as its entries name them.
#[derive(Debug, Clone, Default)]
pub struct Succession {
    first: Vec<VerifierKey>,
    recovery: Option<VerifierKey>,
    /// Rotations before the first key that is believed; they cannot be judged before it is reached.
    before: Vec<(u64, VerifierKey)>,
    /// The believed key that such rotations led to.
    reached: Option<VerifierKey>,
    steps: Vec<Step>,
}

impl Succession {
    /// Returns the succession that begins with these keys, all of them believed; the first of them
    /// signs until an entry says otherwise.
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a VerifierKey>) -> Self {
        Self {
            first: keys.into_iter().cloned().collect(),
            ..Self::default()
        }
    }

    /// Returns the steps so far.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns the key that signs now.
    pub fn current(&self) -> Option<&VerifierKey> {
        let last = self.steps.last().map(|step| &step.to);
        last.or(self.reached.as_ref()).or(self.first.first())
    }

    /// Returns the key that signs beside the current one at this instant: the one before it, for 90
    /// days, unless it was revoked.
    pub fn overlapping(&self, at: Instant) -> Option<&VerifierKey> {
        let step = self.steps.last()?;
        let age = at.seconds().saturating_sub(step.recorded.seconds());
        (step.cause == Cause::Rotated && age < OVERLAP).then_some(&step.from)
    }

    /// Returns the public key that may revoke, as the log's first entry names it.
    pub fn recovery(&self) -> Option<&VerifierKey> {
        self.recovery.as_ref()
    }

    /// Returns the policy with the keys that were reached; a revoked key counts up to the size that
    /// its revocation states, and no further.
    pub fn policy(&self, policy: &Policy) -> Policy {
        let mut believed = policy.clone();
        for step in &self.steps {
            believed = believed.trusting(step.to.clone());
            if let Cause::Revoked { good, .. } = step.cause {
                believed = believed.limited(&step.from, good);
            }
        }
        believed
    }

    /// Returns whether an entry says anything of the keys of its log. Of one that does not,
    /// [`Succession::follow`] makes nothing.
    pub fn concerns(entry: &Entry<'_>) -> bool {
        let kinds = [OPENING, ROTATE, REVOKE];
        kinds.into_iter().any(|kind| entry.of_log(kind).is_some())
    }

    /// Takes the next entry of the log; the outcome is the step it makes, if it makes one. A
    /// rotation or revocation that lacks a signature is refused.
    pub fn follow(&mut self, entry: &Entry<'_>) -> Result<Option<&Step>, Refusal> {
        if let Some(opening) = entry.of_log(OPENING) {
            // Another text in its place is no key, and nobody can revoke by it.
            self.recovery = opening.text("recovery").and_then(|text| text.parse().ok());
        }
        let step = if let Some(act) = entry.of_log(ROTATE) {
            self.rotation(entry, act)?
        } else if let Some(act) = entry.of_log(REVOKE) {
            Some(self.revocation(entry, act)?)
        } else {
            None
        };
        let Some(step) = step else {
            return Ok(None);
        };
        self.steps.push(step);
        Ok(self.steps.last())
    }

    /// Refuses rotations that led to no key that is believed.
    pub fn settled(&self) -> Result<(), Refusal> {
        let Some((seq, _)) = self.before.first() else {
            return Ok(());
        };
        Err(Rule::Rotation.broken(entry_at(*seq), 0, "no key believed before has signed"))
    }

    fn rotation(&mut self, entry: &Entry<'_>, act: &Act<'_>) -> Result<Option<Step>, Refusal> {
        let seq = entry.head.seq;
        let refused = |detail: &str| Rule::Rotation.broken(entry_at(seq), 0, detail);
        let to = next(entry, act, "vkey").map_err(|detail| refused(&detail.to_string()))?;
        if !signed_by(entry, act, &to) {
            return Err(refused("the next key has not signed"));
        }
        let believed = match self
            .steps
            .last()
            .map(|step| &step.to)
            .or(self.reached.as_ref())
        {
            Some(key) => core::slice::from_ref(key),
            None => &self.first,
        };
        let from = believed
            .iter()
            .find(|key| **key != to && key.name() == entry.head.log && signed_by(entry, act, key));
        if let Some(from) = from {
            return Ok(Some(Step {
                from: from.clone(),
                to,
                seq,
                recorded: entry.head.recorded,
                cause: Cause::Rotated,
            }));
        }
        let continues = self
            .before
            .last()
            .is_none_or(|(_, key)| signed_by(entry, act, key));
        if !self.steps.is_empty() || self.reached.is_some() || !continues {
            return Err(refused("no key believed before has signed"));
        }
        if self.first.contains(&to) {
            self.before.clear();
            self.reached = Some(to);
        } else {
            self.before.push((seq, to));
        }
        Ok(None)
    }

    fn revocation(&mut self, entry: &Entry<'_>, act: &Act<'_>) -> Result<Step, Refusal> {
        let seq = entry.head.seq;
        let refused = |detail: &str| Rule::Revocation.broken(entry_at(seq), 0, detail);
        let recovery = self.recovery.as_ref();
        let recovery = recovery.ok_or_else(|| refused("the log names no key for recovery"))?;
        let key = |member| next(entry, act, member).map_err(|fault| refused(&fault.to_string()));
        let (from, to) = (key("revoked")?, key("vkey")?);
        let (since, good) = stated(act).map_err(|error| refused(&error.to_string()))?;
        if from == to {
            return Err(refused("a key does not succeed itself"));
        }
        if good > seq {
            return Err(refused(
                "what the lost key signed ends before its revocation",
            ));
        }
        if !signed_by(entry, act, recovery) {
            return Err(refused("the key for recovery has not signed"));
        }
        if !signed_by(entry, act, &to) {
            return Err(refused("the successor has not signed"));
        }
        // Whoever believes the successor need not know the keys before it.
        self.before.clear();
        Ok(Step {
            from,
            to,
            seq,
            recorded: entry.head.recorded,
            cause: Cause::Revoked { since, good },
        })
    }
}

/// Follows rotations and revocations from the keys of the policy, in the order of the receipts; the
/// receipt of the log's first entry may come before, for the key that revokes. The outcome is the
/// policy with the keys found, and the chain that led there.
///
/// Whether a key is believed is decided by the signatures over the act; that the log and the quorum
/// stand by the act is then verified under what is believed.
pub fn follow(policy: &Policy, receipts: &[Receipt]) -> Verdict<(Policy, Vec<Step>)> {
    chain(policy, receipts).into()
}

fn chain(policy: &Policy, receipts: &[Receipt]) -> Result<(Policy, Vec<Step>), Refusal> {
    let mut succession = Succession::of(policy.logs().iter().map(|log| &log.key));
    let mut believed = policy.clone();
    for receipt in receipts {
        let place = entry_at(receipt.proof.index);
        let entry = Entry::read(&receipt.entry, &place)?;
        let is_step = succession.follow(&entry)?.is_some();
        succession.settled()?;
        if !is_step && entry.of_log(OPENING).is_none() {
            return Err(Rule::Rotation.broken(place, 0, "the act is no rotation"));
        }
        believed = succession.policy(policy);
        receipt.logged(&believed)?;
    }
    Ok((believed, succession.steps))
}

fn entry_at(seq: u64) -> alloc::string::String {
    format!("entry {seq}")
}

/// Returns the key of this log that a member of an act names.
fn next(entry: &Entry<'_>, act: &Act<'_>, member: &str) -> Result<VerifierKey, Fault> {
    let form = Rule::KeyForm.at(act.object.offset());
    let key: VerifierKey = act.text(member).ok_or(form)?.parse()?;
    if key.kind() != KeyKind::Log || key.name() != entry.head.log {
        return Err(Rule::KeyKind.at(act.object.offset()));
    }
    Ok(key)
}

fn stated(act: &Act<'_>) -> Result<(Instant, u64), FieldError> {
    let mut fields = act.object.fields();
    Ok((
        fields.required("since", Value::instant)?,
        fields.required("good", Value::count)?,
    ))
}

fn signed_by(entry: &Entry<'_>, act: &Act<'_>, key: &VerifierKey) -> bool {
    let known = Keys::of([key]);
    let mut signatures = entry.signatures().iter();
    signatures.any(|sig| sig.judge(act.object.bytes(), &known) == Judged::Verified)
}

#[cfg(test)]
mod tests;
