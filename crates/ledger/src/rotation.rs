//! Rotations of the log's key: the act `rotate` names the next key and is signed by the old one and
//! the next. A verifier that pins the old key may follow; it is told the chain and never led
//! silently.

use crate::dsse::{Judged, Keys};
use crate::entry::Entry;
use crate::note::{KeyKind, VerifierKey};
use crate::policy::Policy;
use crate::receipt::Receipt;
use crate::verdict::{Refusal, Rule, Verdict};
use alloc::format;
use alloc::string::ToString as _;
use alloc::vec::Vec;
use sponsio_record::Instant;

/// The kind of the act.
pub(crate) const ROTATE: &str = "rotate";

/// One step from a key to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The key that was believed before.
    pub from: VerifierKey,
    /// The key that it names and that signs with it.
    pub to: VerifierKey,
    /// The entry that says so.
    pub seq: u64,
    /// When it was recorded.
    pub recorded: Instant,
}

/// Follows rotations from the keys of the policy, in the order of the receipts; each receipt is
/// verified under what is believed by then. The outcome is the policy with the keys found, and the
/// chain that led there.
pub fn follow(policy: &Policy, receipts: &[Receipt]) -> Verdict<(Policy, Vec<Step>)> {
    let mut believed = policy.clone();
    let mut steps = Vec::new();
    for receipt in receipts {
        match step(&believed, receipt) {
            Ok(step) => {
                believed = believed.trusting(step.to.clone());
                steps.push(step);
            }
            Err(refusal) => return Verdict::Refused(refusal),
        }
    }
    Verdict::Verified((believed, steps))
}

fn step(policy: &Policy, receipt: &Receipt) -> Result<Step, Refusal> {
    let logged = receipt.logged(policy)?;
    let origin = &logged.cosigned.checkpoint.origin;
    let entry = Entry::at(&receipt.entry, origin, logged.seq)?;
    let keys = policy.logs().iter().map(|log| &log.key);
    let keys: Vec<_> = keys.filter(|key| key.name() == origin).collect();
    rotated(&entry, &keys)?.ok_or_else(|| {
        Rule::Rotation.broken(format!("entry {}", logged.seq), 0, "the act is no rotation")
    })
}

/// Returns the step that an entry makes from one of these keys of its log, `None` where its act is
/// no rotation, and a refusal where it is one that lacks a signature.
pub(crate) fn rotated(
    entry: &Entry<'_>,
    keys: &[&VerifierKey],
) -> Result<Option<Step>, Refusal> {
    let Some(act) = entry.of_log(ROTATE) else {
        return Ok(None);
    };
    let place = format!("entry {}", entry.head.seq);
    let refused = |detail: &str| Rule::Rotation.broken(place.clone(), 0, detail);
    let to: VerifierKey = act
        .text("vkey")
        .ok_or_else(|| refused("vkey"))?
        .parse()
        .map_err(|fault: crate::verdict::Fault| refused(&fault.to_string()))?;
    if to.kind() != KeyKind::Log || to.name() != entry.head.log {
        return Err(refused("the next key signs as this log"));
    }
    let signed_by = |key: &VerifierKey| {
        let known = Keys::of([key]);
        entry
            .signatures()
            .iter()
            .any(|sig| sig.judge(act.object.bytes(), &known) == Judged::Verified)
    };
    if !signed_by(&to) {
        return Err(refused("the next key has not signed"));
    }
    let from = keys
        .iter()
        .find(|key| **key != &to && signed_by(key))
        .ok_or_else(|| refused("no key believed before has signed"))?;
    Ok(Some(Step {
        from: (*from).clone(),
        to,
        seq: entry.head.seq,
        recorded: entry.head.recorded,
    }))
}
