//! What people read of an error: the sentences, one by one. They reach refusals, pages and logs as
//! they are, so that one that is lost or exchanged is a defect.

use crate::cosignature::CosignatureError;
use crate::mirror::Info;
use crate::note::{KeyError, SigningKey};
use crate::path::TilePathError;
use crate::tile::BundleError;
use crate::tree::{FrontierError, ProofError};
use crate::verdict::{Missing, Rule};
use alloc::format;
use alloc::string::ToString as _;

#[test]
fn keys_and_cosignatures_say_what_they_need() {
    assert_eq!(
        [KeyError::Name, KeyError::Kind, KeyError::Time].map(|error| error.to_string()),
        [
            "the name of a key is not empty and has neither white space nor +",
            "a key of another kind signs this",
            "a cosignature is made at a time after 1970 and before 2^63",
        ]
    );
    assert_eq!(
        [CosignatureError::Form, CosignatureError::Signature].map(|error| error.to_string()),
        [
            "a cosignature is a time below 2^63 and a signature of its kind's length",
            "the cosignature is not one of this checkpoint",
        ]
    );
}

#[test]
fn a_secret_is_shown_by_its_public_half() {
    let key = SigningKey::log("log.example", &[7; 32]).unwrap();
    let shown = format!("{key:?}");
    assert_eq!(shown, format!("SigningKey({})", key.verifier()));
}

#[test]
fn tiles_and_bundles_say_what_they_are() {
    assert_eq!(
        TilePathError.to_string(),
        "a tile lies at tile/<level>/<index>[.p/<width>] or tile/entries/<index>[.p/<width>]"
    );
    let errors = [BundleError::Short(7), BundleError::Tail(9)];
    assert_eq!(errors.map(|error| error.offset()), [7, 9]);
    assert_eq!(
        errors.map(|error| error.to_string()),
        [
            "the entry bundle ends within the entry at byte 7",
            "the entry bundle goes on after its entries, at byte 9",
        ]
    );
    assert_eq!(
        "x".parse::<Info>().unwrap_err().to_string(),
        "a mirror says pending size, next entry and ticket, one per line"
    );
}

#[test]
fn proofs_and_frontiers_say_what_is_wrong() {
    let errors = [
        ProofError::Range,
        ProofError::Length,
        ProofError::Root,
        ProofError::OldRoot,
    ];
    assert_eq!(
        errors.map(|error| error.to_string()),
        [
            "the index or the older size lies beyond the tree",
            "the proof has not the length that the sizes ask for",
            "the proof does not lead to the root",
            "the proof does not lead to the older root",
        ]
    );
    let length = FrontierError::Length {
        expected: 64,
        received: 32,
    };
    assert_eq!(
        [FrontierError::Size(1 << 60), length].map(|error| error.to_string()),
        [
            "a tree of 1152921504606846976 leaves is larger than any log",
            "the frontier has 64 bytes, 32 were given",
        ]
    );
}

#[test]
fn what_is_missing_is_named() {
    let entries = Missing::Entries {
        stream: "tables".into(),
        expected: 3,
        received: 1,
    };
    let missing = [
        Missing::File("entries/4.json".into()),
        entries,
        Missing::Heads,
    ];
    assert_eq!(
        missing.map(|missing| missing.to_string()),
        [
            "entries/4.json",
            "stream tables: 1 of 3 entries",
            "the heads of the streams",
        ]
    );
}

#[test]
fn a_fault_and_a_refusal_cite_their_rule() {
    assert_eq!(
        Rule::Quorum.at(9).to_string(),
        "byte 9: the quorum of the policy has cosigned [quorum]"
    );
    let refusal = Rule::EntrySeq.broken("entry 4", 0, "5");
    assert_eq!(
        refusal.to_string(),
        "entry 4, byte 0: an entry stands at its own index [entry-seq]: 5"
    );
}
