//! A log that everybody can make: its keys are known, its seeds stand in `fuzz/corpus` (written by
//! `examples/seeds.rs`). A target that knows it can ask for more than that nothing panics: nothing
//! but what this log holds is ever believed.

#![allow(dead_code, reason = "each target knows its part of the log")]

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::dsse::ActSignature;
use sponsio_ledger::entry::{
    By, Head, Heads, Office, Streams, Visibility, confidential, private, public,
};
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::tree::{Hash, Leaves, inclusion, leaf_hash, root_of_first};
use sponsio_record::{Commitment, Digest, Instant, Opening, read};

/// The origin of the log.
pub const ORIGIN: &str = "log.sponsio.example/fuzz";

/// The document that one of the acts cites.
pub const DOCUMENT: &[u8] = b"the instrument itself";

/// The key of the log.
pub fn log_key() -> SigningKey {
    SigningKey::log(ORIGIN, &[0x51; 32]).expect("a name")
}

/// The key to which the log rotates.
pub fn next_key() -> SigningKey {
    SigningKey::log(ORIGIN, &[0x52; 32]).expect("a name")
}

/// The key of the one witness.
pub fn witness_key() -> SigningKey {
    SigningKey::cosigner("witness.example/w", &[0x57; 32]).expect("a name")
}

/// Trusts the log, and asks for the witness.
pub fn policy() -> Policy {
    let (log, witness) = (log_key(), witness_key());
    let text = format!(
        "log {}\nwitness w {}\nquorum w\n",
        log.verifier(),
        witness.verifier()
    );
    Policy::parse(text.as_bytes()).expect("a policy")
}

/// The log: entries of each visibility, a rotation of its key, heads.
pub struct Specimen {
    /// The entries.
    pub entries: Vec<Vec<u8>>,
    /// The opening of the sealed one.
    pub opening: Opening,
    /// The record of heads, and how many entries it counts.
    pub heads: (u64, Vec<u8>),
}

impl Specimen {
    /// Makes the log.
    pub fn new() -> Self {
        let mut growing = Growing::default();
        let (log, next) = (log_key(), next_key());
        growing.act("log", "opening", r#""title":"Specimen""#, &[&log]);
        growing.act("participants", "participant", r#""code":"P1""#, &[]);
        let cited = format!(
            r#""docs":[{{"bytes":{},"digest":"{}","media":"text/plain"}}]"#,
            DOCUMENT.len(),
            Digest::of(DOCUMENT).cited()
        );
        growing.act("instrument/4-4", "ratification", &cited, &[&log]);
        let opening = growing.sealed();
        let rotation = format!(r#""vkey":"{}""#, next.verifier());
        growing.act("log", "rotate", &rotation, &[&log, &next]);
        let heads = growing.heads();
        growing.act("instrument/4-4", "signature", r#""n":7"#, &[&next]);
        Self {
            entries: growing.entries,
            opening,
            heads,
        }
    }

    /// The hashes of its leaves.
    pub fn leaves(&self) -> Vec<Hash> {
        self.entries.iter().map(|entry| leaf_hash(entry)).collect()
    }

    /// The checkpoint of the first entries, signed and cosigned.
    pub fn note(&self, size: u64) -> Note {
        let root = root_of_first(&Leaves(&self.leaves()), size).expect("so many entries");
        signed(&Checkpoint::new(ORIGIN, size, root))
    }

    /// The proof that an entry is in the whole log.
    pub fn proof(&self, seq: u64) -> Proof {
        let size = self.entries.len() as u64;
        Proof {
            index: seq,
            path: inclusion(&Leaves(&self.leaves()), seq, size).expect("an entry"),
            extra: None,
            note: self.note(size),
        }
    }
}

/// Signs a checkpoint by the log and its witness.
pub fn signed(checkpoint: &Checkpoint) -> Note {
    let text = checkpoint.text();
    let lines = vec![
        log_key().sign(&text).expect("the key of a log"),
        cosign(&text, &witness_key(), 1_795_353_600).expect("the key of a witness"),
    ];
    Note::new(&text, lines).expect("a note")
}

#[derive(Default)]
struct Growing {
    entries: Vec<Vec<u8>>,
    streams: Streams,
}

impl Growing {
    fn head(&self, stream: &str, visibility: Visibility) -> Head {
        let seq = self.entries.len() as u64;
        Head {
            log: ORIGIN.to_owned(),
            seq,
            recorded: Instant::from_seconds(1_795_353_600).expect("an instant"),
            by: By {
                office: Office::Depositary,
                party: None,
                officer: Some("o-7".to_owned()),
            },
            stream: self.streams.next(stream),
            visibility,
        }
    }

    fn push(&mut self, head: &Head, entry: Vec<u8>) {
        self.streams
            .follow(&head.stream, head.seq)
            .expect("the next place");
        self.entries.push(entry);
    }

    fn act(&mut self, stream: &str, kind: &str, member: &str, signers: &[&SigningKey]) {
        let head = self.head(stream, Visibility::Public);
        let act = act(head.seq, kind, member);
        let signatures: Vec<_> = signers
            .iter()
            .map(|key| ActSignature::make(key, &act))
            .collect();
        let object = read(&act).expect("an act");
        let entry = public(&head, object.object(), &signatures).expect("an entry");
        self.push(&head, entry);
    }

    fn sealed(&mut self) -> Opening {
        let head = self.head("sealed", Visibility::Sealed);
        let act = act(head.seq, "proposal", r#""secret":true"#);
        let bytes = private(read(&act).expect("an act").object(), &[]).expect("a record");
        let salt = [0x5a; 32];
        let entry = confidential(&head, &Commitment::of(&salt, &bytes)).expect("an entry");
        self.push(&head, entry);
        Opening {
            seq: head.seq,
            salt,
            bytes,
        }
    }

    fn heads(&mut self) -> (u64, Vec<u8>) {
        let heads = Heads {
            log: ORIGIN.to_owned(),
            size: self.entries.len() as u64,
            streams: self.streams.clone(),
        };
        let digest = heads.digest().expect("a record").cited();
        self.act("log", "heads", &format!(r#""heads":"{digest}""#), &[]);
        (heads.size, heads.write().expect("a record"))
    }
}

/// An act with a member that sorts among the others as it may.
fn act(seq: u64, kind: &str, member: &str) -> Vec<u8> {
    let mut members = [
        format!(r#""id":"{seq:032x}""#),
        format!(r#""kind":"{kind}""#),
        member.to_owned(),
        r#""type":"sponsio.act/1""#.to_owned(),
    ];
    members.sort();
    format!("{{{}}}", members.join(",")).into_bytes()
}
