//! Verifies what a bundle holds, step by step: refusals first, then what is missing.

use super::{Bundle, Claim, FILE, Status};
use crate::dsse::Keys;
use crate::entry::{Act, Entry, Heads};
use crate::policy::{Cosigned, Policy};
use crate::proof::Proof;
use crate::tree::verify_inclusion;
use crate::verdict::{Missing, Refusal, Rule, Verdict};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::{Digest, Opening};

/// The streams that the state of any treaty needs, besides its own.
const NEEDED: [&str; 3] = ["participants", "policies", "tables"];

/// What a verified bundle holds.
#[derive(Debug, Clone)]
pub struct Contents<'a> {
    /// The checkpoint, with who has cosigned it.
    pub cosigned: Cosigned,
    /// The entries in the order of the log.
    pub entries: Vec<Entry<'a>>,
    /// The openings of confidential entries.
    pub openings: Vec<Opening>,
    /// The documents, by digest.
    pub documents: BTreeMap<Digest, &'a [u8]>,
    /// Documents that acts cite and that are not here.
    pub absent: BTreeSet<Digest>,
    /// The heads of the log's streams, committed to by an entry of the bundle.
    pub heads: Option<Heads>,
    /// How many signatures over acts could not be judged: of another kind, or the key not at hand.
    pub unknown: u64,
}

/// How much of a stream a bundle shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// All entries that the heads count: by the log's own signed statement there is no other.
    Whole,
    /// Fewer, or entries that are later than the heads, or no heads.
    Part,
}

impl Contents<'_> {
    /// Returns how much of a stream is here. A stream that the heads do not name is whole when it
    /// is empty.
    pub fn stretch(&self, stream: &str) -> Stretch {
        let Some(heads) = &self.heads else {
            return Stretch::Part;
        };
        let mut here = self
            .entries
            .iter()
            .filter(|entry| entry.head.stream.name == stream);
        let counted = heads.streams.get(stream).map_or(0, |head| head.count);
        let within = here.clone().all(|entry| entry.head.seq < heads.size);
        if within && here.by_ref().count() as u64 == counted {
            Stretch::Whole
        } else {
            Stretch::Part
        }
    }
}

pub(super) fn verify<'a>(bundle: &Bundle<'a>, policy: &Policy) -> Verdict<Contents<'a>> {
    let mut missing = BTreeSet::new();
    match contents(bundle, policy, &mut missing) {
        Err(refusal) => Verdict::Refused(refusal),
        Ok(contents) if missing.is_empty() => Verdict::Verified(contents),
        Ok(_) => Verdict::Incomplete(missing.into_iter().collect()),
    }
}

fn contents<'a>(
    bundle: &Bundle<'a>,
    policy: &Policy,
    missing: &mut BTreeSet<Missing>,
) -> Result<Contents<'a>, Refusal> {
    let note = required(bundle, "checkpoint")?;
    let cosigned = policy
        .open(note)
        .map_err(|fault| fault.in_place("checkpoint"))?;
    if cosigned.checkpoint.origin != bundle.log || cosigned.checkpoint.size != bundle.size {
        return Err(Rule::ClaimForm.broken(FILE, 0, "the checkpoint is another"));
    }
    let documents = documents(bundle)?;
    let entries = entries(bundle, &cosigned, note)?;
    in_order(&entries)?;
    let openings = openings(bundle, &entries)?;
    let unknown = signatures(bundle, policy, &entries, &openings)?;
    let absent = cited(&entries, &documents)?;
    let heads = heads(bundle, &entries, missing)?;
    let contents = Contents {
        cosigned,
        entries,
        openings,
        documents,
        absent,
        heads,
        unknown,
    };
    match &bundle.claim {
        Claim::Act { seq } => {
            claimed(&contents, *seq, missing);
        }
        Claim::Document { digest, seq } => document(&contents, digest, *seq, missing)?,
        Claim::Status(status) => whole(&contents, status, missing)?,
    }
    Ok(contents)
}

fn required<'a>(bundle: &Bundle<'a>, name: &str) -> Result<&'a [u8], Refusal> {
    bundle
        .member(name)
        .ok_or_else(|| Rule::MemberName.broken(name, 0, "not there"))
}

/// Returns the documents; they and the members under `pki/` bear their digests as names.
fn documents<'a>(bundle: &Bundle<'a>) -> Result<BTreeMap<Digest, &'a [u8]>, Refusal> {
    let mut documents = BTreeMap::new();
    for folder in ["documents/", "pki/"] {
        for (name, bytes) in bundle.between(folder, "") {
            let digest = Digest::of(bytes);
            if digest.to_string() != name {
                return Err(Rule::DocumentDiffers.broken(format!("{folder}{name}"), 0, ""));
            }
            if folder == "documents/" {
                documents.insert(digest, bytes);
            }
        }
    }
    Ok(documents)
}

/// Returns the numbers in the names of these members, ascending, with the members.
fn numbered<'a>(bundle: &Bundle<'a>, before: &str, after: &str) -> BTreeMap<u64, &'a [u8]> {
    bundle
        .between(before, after)
        .filter_map(|(seq, bytes)| Some((seq.parse().ok()?, bytes)))
        .collect()
}

/// Returns the entries, each proved by its receipt against the one checkpoint.
fn entries<'a>(
    bundle: &Bundle<'a>,
    cosigned: &Cosigned,
    note: &[u8],
) -> Result<Vec<Entry<'a>>, Refusal> {
    let head = &cosigned.checkpoint;
    let mut receipts = numbered(bundle, "receipts/", ".tlog-proof");
    let mut entries = Vec::new();
    for (seq, bytes) in numbered(bundle, "entries/", ".json") {
        let entry = Entry::at(bytes, &head.origin, seq)?;
        let name = format!("receipts/{seq}.tlog-proof");
        let receipt = receipts
            .remove(&seq)
            .ok_or_else(|| Rule::MemberName.broken(name.as_str(), 0, "not there"))?;
        let proof = Proof::parse(receipt).map_err(|fault| fault.in_place(name.as_str()))?;
        let differs = |detail: &str| Rule::Inclusion.broken(name.as_str(), 0, detail);
        if proof.index != seq {
            return Err(differs("it is for another entry"));
        }
        if proof.note.to_string().as_bytes() != note {
            return Err(differs("it holds another checkpoint"));
        }
        verify_inclusion(&entry.leaf(), seq, head.size, &proof.path, &head.root)
            .map_err(|error| differs(&error.to_string()))?;
        entries.push(entry);
    }
    match receipts.first_key_value() {
        None => Ok(entries),
        Some((seq, _)) => {
            let name = format!("receipts/{seq}.tlog-proof");
            Err(Rule::MemberName.broken(name, 0, "its entry is not there"))
        }
    }
}

/// Verifies what entries say of one another, as far as both are here.
fn in_order(entries: &[Entry<'_>]) -> Result<(), Refusal> {
    let by_seq: BTreeMap<u64, &Entry<'_>> = entries
        .iter()
        .map(|entry| (entry.head.seq, entry))
        .collect();
    let mut ids = BTreeSet::new();
    let mut latest = None;
    let mut last: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for entry in entries {
        let (head, stream) = (&entry.head, &entry.head.stream);
        let broken = |rule: Rule| rule.broken(format!("entry {}", head.seq), 0, "");
        if latest > Some(head.recorded) {
            return Err(broken(Rule::EntryRecorded));
        }
        latest = Some(head.recorded);
        if entry.act().is_some_and(|act| !ids.insert(act.id)) {
            return Err(broken(Rule::EntryAct));
        }
        let begins = (stream.nth == 0) == stream.prev.is_none();
        let back = stream.prev.is_none_or(|prev| prev < head.seq);
        let linked = stream
            .prev
            .and_then(|prev| by_seq.get(&prev))
            .is_none_or(|before| {
                let before = &before.head.stream;
                before.name == stream.name && before.nth.checked_add(1) == Some(stream.nth)
            });
        let follows = last.get(stream.name.as_str()).is_none_or(|(nth, seq)| {
            stream.nth > *nth && (stream.nth == nth + 1) == (stream.prev == Some(*seq))
        });
        if !(begins && back && linked && follows) {
            return Err(broken(Rule::EntryStream));
        }
        last.insert(&stream.name, (stream.nth, head.seq));
    }
    Ok(())
}

fn openings(bundle: &Bundle<'_>, entries: &[Entry<'_>]) -> Result<Vec<Opening>, Refusal> {
    let mut openings = Vec::new();
    for (seq, bytes) in numbered(bundle, "openings/", ".json") {
        let place = format!("openings/{seq}.json");
        let record = sponsio_record::read(bytes).map_err(|fault| {
            Rule::MemberForm.broken(place.as_str(), fault.offset, fault.to_string())
        })?;
        let opening = Opening::read(&record).map_err(|error| {
            Rule::MemberForm.broken(place.as_str(), error.offset, error.to_string())
        })?;
        let entry = entries
            .iter()
            .find(|entry| entry.head.seq == seq)
            .ok_or_else(|| Rule::MemberName.broken(place.as_str(), 0, "its entry is not there"))?;
        entry.opens(&opening)?;
        openings.push(opening);
    }
    Ok(openings)
}

/// Judges the signatures over all acts that can be read, and returns how many could not be judged.
fn signatures(
    bundle: &Bundle<'_>,
    policy: &Policy,
    entries: &[Entry<'_>],
    openings: &[Opening],
) -> Result<u64, Refusal> {
    let mut keys = Keys::of(policy.logs().iter().map(|log| &log.key));
    for folder in ["documents/", "pki/"] {
        for (_, bytes) in bundle.between(folder, "") {
            if bytes.len() == ed25519_dalek::PUBLIC_KEY_LENGTH {
                keys.add(bytes);
            }
        }
    }
    for entry in entries {
        keys.learn(entry);
    }
    let mut unknown = 0;
    let mut judge = |act: &Act<'_>, signatures: &[_], seq: u64| {
        let judged = keys.judge(act.object.bytes(), signatures);
        unknown += judged.ok_or_else(|| {
            Rule::ActSignature.broken(format!("entry {seq}"), act.object.offset(), "")
        })?;
        Ok(())
    };
    for entry in entries {
        if let Some(act) = entry.act() {
            judge(act, entry.signatures(), entry.head.seq)?;
        }
    }
    for opening in openings {
        let place = || format!("openings/{}.json", opening.seq);
        let (act, signatures) = crate::entry::disclosed(&opening.bytes)
            .map_err(|detail| Rule::OpeningDiffers.broken(place(), 0, detail))?;
        judge(&act, &signatures, opening.seq)?;
    }
    Ok(unknown)
}

/// Compares the documents that are here with what the acts say of them; returns those that are not.
fn cited(
    entries: &[Entry<'_>],
    documents: &BTreeMap<Digest, &[u8]>,
) -> Result<BTreeSet<Digest>, Refusal> {
    let mut absent = BTreeSet::new();
    for act in entries.iter().filter_map(Entry::act) {
        for cited in &act.documents {
            match documents.get(&cited.digest) {
                None => drop(absent.insert(cited.digest)),
                Some(bytes) if bytes.len() as u64 == cited.bytes => {}
                Some(_) => {
                    let place = format!("documents/{}", cited.digest);
                    return Err(Rule::DocumentDiffers.broken(place, 0, "its length"));
                }
            }
        }
    }
    Ok(absent)
}

/// Reads the heads, compares them with the entries that are here, and looks for the entry that
/// commits to them.
fn heads(
    bundle: &Bundle<'_>,
    entries: &[Entry<'_>],
    missing: &mut BTreeSet<Missing>,
) -> Result<Option<Heads>, Refusal> {
    let named = |entry: &Entry<'_>| entry.of_log("heads").and_then(|act| act.digest("heads"));
    let broken = |seq: u64| Rule::HeadsDiffer.broken(format!("entry {seq}"), 0, "");
    let nameless = entries
        .iter()
        .find(|entry| entry.act().is_some_and(|act| act.kind == "heads") && named(entry).is_none());
    if let Some(entry) = nameless {
        return Err(broken(entry.head.seq));
    }
    let Some(bytes) = bundle.member("heads.json") else {
        return Ok(None);
    };
    let heads = Heads::read(bytes, "heads.json")?;
    if heads.log != bundle.log {
        return Err(Rule::HeadsDiffer.broken("heads.json", 0, "of another log"));
    }
    for entry in entries.iter().filter(|entry| entry.head.seq < heads.size) {
        let (seq, stream) = (entry.head.seq, &entry.head.stream);
        let counted = heads.streams.get(&stream.name).is_some_and(|head| {
            stream.nth < head.count
                && seq <= head.last
                && (stream.nth + 1 == head.count) == (seq == head.last)
        });
        if !counted {
            return Err(broken(seq));
        }
    }
    match entries.iter().find(|entry| entry.head.seq == heads.size) {
        Some(entry) if named(entry) == Some(Digest::of(bytes)) => {}
        Some(entry) => return Err(broken(entry.head.seq)),
        None => drop(missing.insert(Missing::File(entry_name(heads.size)))),
    }
    Ok(Some(heads))
}

fn entry_name(seq: u64) -> String {
    format!("entries/{seq}.json")
}

fn claimed<'c, 'a>(
    contents: &'c Contents<'a>,
    seq: u64,
    missing: &mut BTreeSet<Missing>,
) -> Option<&'c Entry<'a>> {
    let entry = contents.entries.iter().find(|entry| entry.head.seq == seq);
    if entry.is_none() {
        missing.insert(Missing::File(entry_name(seq)));
    }
    entry
}

/// Verifies the claim that an entry names a document.
fn document(
    contents: &Contents<'_>,
    digest: &Digest,
    seq: u64,
    missing: &mut BTreeSet<Missing>,
) -> Result<(), Refusal> {
    if let Some(entry) = claimed(contents, seq, missing) {
        let cited = digest.cited();
        let names = |act: &Act<'_>| {
            act.documents
                .iter()
                .any(|document| document.digest == *digest)
                || act
                    .object
                    .members()
                    .iter()
                    .any(|(_, value)| value.text().is_ok_and(|text| text == cited))
        };
        if !entry.act().is_some_and(names) {
            let place = format!("entry {seq}");
            return Err(Rule::ClaimForm.broken(place, 0, "it does not name the document"));
        }
    }
    if !contents.documents.contains_key(digest) {
        missing.insert(Missing::File(format!("documents/{digest}")));
    }
    Ok(())
}

/// Verifies that the streams of a claim on status are whole: the treaty's, those that any status
/// needs, and every other that is carried, but for the log's own.
fn whole(
    contents: &Contents<'_>,
    status: &Status,
    missing: &mut BTreeSet<Missing>,
) -> Result<(), Refusal> {
    let Some(heads) = &contents.heads else {
        missing.insert(Missing::Heads);
        return Ok(());
    };
    let instrument = format!("instrument/{}", status.treaty);
    if heads.streams.get(&instrument).is_none() {
        return Err(Rule::ClaimForm.broken("heads.json", 0, instrument));
    }
    let mut here: BTreeMap<&str, u64> = BTreeMap::new();
    for entry in &contents.entries {
        let (stream, seq) = (entry.head.stream.name.as_str(), entry.head.seq);
        if stream != crate::entry::OF_THE_LOG {
            if seq >= heads.size {
                let place = format!("entry {seq}");
                return Err(Rule::HeadsDiffer.broken(place, 0, "it is later than the heads"));
            }
            *here.entry(stream).or_default() += 1;
        }
    }
    for stream in NEEDED.into_iter().chain([instrument.as_str()]) {
        here.entry(stream).or_default();
    }
    for (stream, received) in here {
        let expected = heads.streams.get(stream).map_or(0, |head| head.count);
        if received != expected {
            missing.insert(Missing::Entries {
                stream: stream.to_string(),
                expected,
                received,
            });
        }
    }
    opened(contents, missing)?;
    tables(contents, missing)
}

/// Verifies that the register's opening is here.
fn opened(contents: &Contents<'_>, missing: &mut BTreeSet<Missing>) -> Result<(), Refusal> {
    match claimed(contents, 0, missing) {
        Some(entry) if entry.of_log("opening").is_none() => {
            Err(Rule::ClaimForm.broken("entry 0", 0, "it opens no register"))
        }
        _ => Ok(()),
    }
}

/// Verifies that the tables are here, which the acts of their stream name.
fn tables(contents: &Contents<'_>, missing: &mut BTreeSet<Missing>) -> Result<(), Refusal> {
    for entry in &contents.entries {
        let Some(act) = entry.act().filter(|act| act.kind == "table") else {
            continue;
        };
        let place = || format!("entry {}", entry.head.seq);
        let digest = act
            .digest("table")
            .ok_or_else(|| Rule::ClaimForm.broken(place(), 0, "it names no table"))?;
        if !contents.documents.contains_key(&digest) {
            missing.insert(Missing::File(format!("documents/{digest}")));
        }
    }
    Ok(())
}
