//! A small log for tests: entries of all visibilities, streams, heads, a document, a rotation of
//! the key, cosigned by two witnesses of three. The keys are derived from fixed numbers.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "the sizes in these tests are small"
)]

use crate::checkpoint::Checkpoint;
use crate::cosignature::cosign;
use crate::dsse::ActSignature;
use crate::entry::{By, Head, Heads, Office, Streams, Visibility, confidential, private, public};
use crate::note::{Note, SigningKey};
use crate::path::TilePath;
use crate::policy::Policy;
use crate::proof::Proof;
use crate::receipt::Receipt;
use crate::tile::{bundles_for, tiles_for};
use crate::tree::{Hash, Leaves, inclusion, leaf_hash, root_of_first};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use sponsio_record::{Commitment, Digest, Instant, Opening, read};

pub(crate) const ORIGIN: &str = "log.sponsio.example/ledger";
pub(crate) const DOCUMENT: &[u8] = b"the instrument itself";

pub(crate) struct Specimen {
    pub(crate) entries: Vec<Vec<u8>>,
    pub(crate) openings: Vec<Opening>,
    pub(crate) streams: Streams,
    pub(crate) heads: Option<(u64, Vec<u8>)>,
}

pub(crate) fn log_key() -> SigningKey {
    SigningKey::log(ORIGIN, &[1; 32]).unwrap()
}

pub(crate) fn next_key() -> SigningKey {
    SigningKey::log(ORIGIN, &[2; 32]).unwrap()
}

pub(crate) fn witness(number: u8) -> SigningKey {
    SigningKey::cosigner(&format!("witness.{number}.example/w"), &[10 + number; 32]).unwrap()
}

pub(crate) fn policy() -> Policy {
    let mut text = format!("log {}\n", log_key().verifier());
    for number in 1..=3 {
        let key = witness(number).verifier().to_string();
        text.extend([
            "witness w",
            &number.to_string(),
            " ",
            &key,
            "
",
        ]);
    }
    text.push_str("group parties 2 w1 w2 w3\nquorum parties\n");
    Policy::parse(text.as_bytes()).unwrap()
}

impl Specimen {
    /// A log without entries.
    pub(crate) fn empty() -> Self {
        Self {
            entries: Vec::new(),
            openings: Vec::new(),
            streams: Streams::new(),
            heads: None,
        }
    }

    /// A log of so many entries, of every sort that there is.
    pub(crate) fn of(count: u64) -> Self {
        let mut log = Self::empty();
        log.act("log", "opening", "\"title\":\"Specimen\"", &[&log_key()]);
        for seq in 1..count {
            match seq % 7 {
                1 => log.act(
                    "participants",
                    "participant",
                    &format!("\"code\":\"P{seq}\""),
                    &[],
                ),
                2 => log.act("instrument/4-4", "ratification", &cited(), &[&log_key()]),
                3 => log.sealed(seq),
                4 if seq == 4 => {
                    let vkey = next_key().verifier().to_string();
                    let member = format!("\"vkey\":\"{vkey}\"");
                    log.act("log", "rotate", &member, &[&log_key(), &next_key()]);
                }
                4 => log.act("instrument/1-1", "accession", &format!("\"n\":{seq}"), &[]),
                5 => log.heads(),
                _ => log.act(
                    "instrument/4-4",
                    "signature",
                    &format!("\"n\":{seq}"),
                    &[&next_key()],
                ),
            }
        }
        log
    }

    pub(crate) fn head(&self, stream: &str, visibility: Visibility) -> Head {
        let seq = self.entries.len() as u64;
        Head {
            log: ORIGIN.to_string(),
            seq,
            recorded: Instant::from_seconds(1_795_353_600 + seq as i64 / 2).unwrap(),
            by: By {
                office: Office::Depositary,
                party: None,
                officer: Some("o-7".to_string()),
            },
            stream: self.streams.next(stream),
            visibility,
        }
    }

    pub(crate) fn push(&mut self, head: &Head, entry: Vec<u8>) {
        self.streams.follow(&head.stream, head.seq).unwrap();
        self.entries.push(entry);
    }

    /// Appends an act of this kind with this member besides `id`, `kind` and `type`.
    pub(crate) fn act(&mut self, stream: &str, kind: &str, member: &str, signers: &[&SigningKey]) {
        self.act_of(&[member.to_string()], stream, kind, signers);
    }

    /// Appends an act with these members besides `id`, `kind` and `type`.
    pub(crate) fn act_of(
        &mut self,
        members: &[String],
        stream: &str,
        kind: &str,
        signers: &[&SigningKey],
    ) {
        let head = self.head(stream, Visibility::Public);
        let act = act(head.seq, kind, members);
        let signatures: Vec<_> = signers
            .iter()
            .map(|key| ActSignature::make(key, &act))
            .collect();
        let object = read(&act).unwrap();
        let entry = public(&head, object.object(), &signatures).unwrap();
        self.push(&head, entry);
    }

    fn sealed(&mut self, seq: u64) {
        let head = self.head("sealed", Visibility::Sealed);
        let act = act(seq, "proposal", &["\"secret\":true".to_string()]);
        let bytes = private(read(&act).unwrap().object(), &[]).unwrap();
        let salt = [seq as u8; 32];
        let entry = confidential(&head, &Commitment::of(&salt, &bytes)).unwrap();
        self.push(&head, entry);
        self.openings.push(Opening { seq, salt, bytes });
    }

    pub(crate) fn heads(&mut self) {
        let size = self.entries.len() as u64;
        let heads = Heads {
            log: ORIGIN.to_string(),
            size,
            streams: self.streams.clone(),
        };
        let digest = heads.digest().unwrap().cited();
        self.act("log", "heads", &format!("\"heads\":\"{digest}\""), &[]);
        self.heads = Some((size, heads.write().unwrap()));
    }

    pub(crate) fn leaves(&self) -> Vec<Hash> {
        self.entries.iter().map(|entry| leaf_hash(entry)).collect()
    }

    /// The checkpoint of the first entries, cosigned by two of the three witnesses.
    pub(crate) fn note(&self, size: u64) -> Note {
        let root = root_of_first(&Leaves(&self.leaves()), size).unwrap();
        signed(&Checkpoint::new(ORIGIN, size, root))
    }

    /// The files of the log, as they lie in its folder.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let (leaves, size) = (self.leaves(), self.entries.len() as u64);
        let tiles = tiles_for(0, size, &Leaves(&leaves)).unwrap();
        let entry = |seq: u64| self.entries.get(seq as usize).cloned();
        let bundles = bundles_for(0, size, entry).unwrap();
        let mut files: BTreeMap<String, Vec<u8>> = tiles
            .into_iter()
            .chain(bundles)
            .map(|(path, bytes): (TilePath, _)| (path.to_string(), bytes))
            .collect();
        files.insert(
            "checkpoint".to_string(),
            self.note(size).to_string().into_bytes(),
        );
        files
    }

    pub(crate) fn receipt(&self, seq: u64) -> Receipt {
        let (leaves, size) = (self.leaves(), self.entries.len() as u64);
        Receipt {
            entry: self.entries[seq as usize].clone(),
            proof: Proof {
                index: seq,
                path: inclusion(&Leaves(&leaves), seq, size).unwrap(),
                extra: None,
                note: self.note(size),
            },
        }
    }
}

/// Signs a checkpoint by the log and two of its witnesses.
pub(crate) fn signed(checkpoint: &Checkpoint) -> Note {
    let text = checkpoint.text();
    let time = 1_795_353_600;
    let lines = vec![
        log_key().sign(&text).unwrap(),
        cosign(&text, &witness(1), time).unwrap(),
        cosign(&text, &witness(3), time + 1).unwrap(),
    ];
    Note::new(&text, lines).unwrap()
}

/// The member `docs` with the one document of the specimen.
pub(crate) fn cited() -> String {
    let digest = Digest::of(DOCUMENT).cited();
    let bytes = DOCUMENT.len();
    format!("\"docs\":[{{\"bytes\":{bytes},\"digest\":\"{digest}\",\"media\":\"text/plain\"}}]")
}

/// An act with members that sort among the others as they may.
fn act(seq: u64, kind: &str, members: &[String]) -> Vec<u8> {
    let mut all = vec![
        format!("\"id\":\"{seq:032x}\""),
        format!("\"kind\":\"{kind}\""),
        "\"type\":\"sponsio.act/1\"".to_string(),
    ];
    all.extend_from_slice(members);
    all.sort();
    format!("{{{}}}", all.join(",")).into_bytes()
}
