//! Writes entries, and what confidential entries commit to. An entry becomes one when [`Entry::read`]
//! has read it: that alone knows what an entry may say, and whoever takes it into a log needs what it
//! reads.
//!
//! [`Entry::read`]: super::Entry::read

use super::{Head, KIND, PRIVATE_KIND, Visibility};
use crate::dsse::ActSignature;
use crate::verdict::{Refusal, Rule};
use alloc::format;
use alloc::string::ToString as _;
use alloc::vec::Vec;
use sponsio_record::{Commitment, Draft, Object};

/// Returns the bytes of a public entry with this act and the signatures over it, to be read.
pub fn public(
    head: &Head,
    act: &Object<'_>,
    signatures: &[ActSignature],
) -> Result<Vec<u8>, Refusal> {
    public_with(head, Draft::raw(act), signatures)
}

/// Returns the bytes of a public entry as [`public`] does, with an act that was drawn up before.
pub fn public_with(
    head: &Head,
    act: Draft,
    signatures: &[ActSignature],
) -> Result<Vec<u8>, Refusal> {
    let signatures = Draft::array(signatures.iter().map(ActSignature::draft));
    finish(head, act, Some(signatures))
}

/// Returns the bytes of a confidential entry with this commitment, to be read.
pub fn confidential(head: &Head, commitment: &Commitment) -> Result<Vec<u8>, Refusal> {
    let act = Draft::object([("commit", Draft::digest(commitment.digest()))]);
    finish(head, act, None)
}

/// Returns the bytes to which a confidential entry commits: the act and the signatures over it.
pub fn private(act: &Object<'_>, signatures: &[ActSignature]) -> Result<Vec<u8>, Refusal> {
    private_with(Draft::raw(act), signatures)
}

/// Returns the bytes that [`private`] does, with an act that was drawn up before.
pub fn private_with(act: Draft, signatures: &[ActSignature]) -> Result<Vec<u8>, Refusal> {
    let record = Draft::object([
        ("act", act),
        (
            "sigs",
            Draft::array(signatures.iter().map(ActSignature::draft)),
        ),
        ("type", Draft::text(PRIVATE_KIND)),
    ]);
    let refused = |detail| Rule::EntryRecord.broken("private record", 0, detail);
    let bytes = record
        .finish()
        .map_err(|fault| refused(fault.to_string()))?;
    super::disclosed(&bytes).map_err(refused)?;
    Ok(bytes)
}

fn finish(head: &Head, act: Draft, signatures: Option<Draft>) -> Result<Vec<u8>, Refusal> {
    let place = format!("entry {}", head.seq);
    let Head {
        log,
        seq,
        recorded,
        by,
        stream,
        visibility,
    } = head;
    if signatures.is_some() != (*visibility == Visibility::Public) {
        return Err(Rule::EntryMember.broken(place, 0, "visibility"));
    }
    let text = |text: &str| Draft::text(text.to_string());
    let by = Draft::object([
        ("office", Some(Draft::text(by.office.as_str()))),
        ("officer", by.officer.as_deref().map(text)),
        ("party", by.party.as_deref().map(text)),
    ]);
    let stream = Draft::object([
        ("name", text(&stream.name)),
        ("nth", Draft::count(stream.nth)),
        ("prev", stream.prev.map_or(Draft::integer(-1), Draft::count)),
    ]);
    let entry = Draft::object([
        ("act", Some(act)),
        ("by", Some(by)),
        ("log", Some(text(log))),
        ("recorded", Some(Draft::instant(*recorded))),
        ("seq", Some(Draft::count(*seq))),
        ("sigs", signatures),
        ("stream", Some(stream)),
        ("type", Some(Draft::text(KIND))),
        ("visibility", Some(Draft::text(visibility.as_str()))),
    ]);
    entry
        .finish()
        .map_err(|fault| Rule::EntryRecord.broken(place.as_str(), fault.offset, fault.to_string()))
}
