//! The key of a log passes on: what is signed before, while and after, and what a lost key is still
//! good for.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod practice;

use std::path::Path;

use sponsio_depositary::{Depositary, Fatal, Keyring, OpenRegister, RevokeKey, Witnessing};
use sponsio_ledger::note::SigningKey;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::rotation::{Cause, follow};
use sponsio_record::Instant;

const ORIGIN: &str = "register.example/exercise";

fn key(number: u8) -> SigningKey {
    SigningKey::log(ORIGIN, &[number; 32]).expect("a key")
}

fn pinned(number: u8) -> Policy {
    Policy::of_log(key(number).verifier().clone())
}

async fn desk(folder: &Path, secrets: &[u8]) -> Result<Depositary, Fatal> {
    let secrets: Vec<_> = secrets.iter().map(|number| [*number; 32]).collect();
    let keys = Keyring::of(ORIGIN, &secrets).expect("keys");
    Depositary::open_with(keys, practice::world(folder), Witnessing::default()).await
}

async fn opened(folder: &Path) -> Depositary {
    let desk = desk(folder, &[7]).await.expect("the desk opens");
    let opening = OpenRegister {
        title: "Practice".to_owned(),
        zone: "UTC".to_owned(),
        recovery: Some(key(9).verifier().to_string()),
        exercise: true,
    };
    desk.open_register(opening).await.expect("it opens");
    desk
}

fn note(folder: &Path) -> Vec<u8> {
    std::fs::read(folder.join("log/checkpoint")).expect("a checkpoint")
}

fn verifies(receipt: &Receipt, policy: &Policy) -> bool {
    receipt.verify(policy).verified().is_some()
}

#[tokio::test]
async fn both_keys_sign_after_a_rotation_and_old_receipts_stay_valid() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let first = opened(folder).await;
    let old = first.receipt(0).await.expect("a receipt");
    first.close().await.expect("closed");

    let ring = desk(folder, &[7, 8]).await.expect("the desk opens");
    assert!(ring.rotate(key(6).verifier()).await.is_err(), "not at hand");
    assert!(ring.rotate(key(7).verifier()).await.is_err(), "the same");
    let rotated = ring.rotate(key(8).verifier()).await.expect("rotated");
    let step = ring.receipt(rotated.seq).await.expect("a receipt");
    assert_eq!(ring.key().as_ref(), Ok(key(8).verifier()));
    ring.close().await.expect("closed");
    for number in [7, 8] {
        assert!(pinned(number).open(&note(folder)).is_ok(), "key {number}");
    }
    assert!(verifies(&old, &pinned(7)));
    let (believed, steps) = follow(&pinned(7), core::slice::from_ref(&step))
        .verified()
        .expect("the chain is followed");
    assert_eq!((steps.len(), steps[0].seq), (1, rotated.seq));
    assert!(believed.open(&note(folder)).is_ok());

    // Without the new key nothing is signed any more; without the old one all goes on.
    let lacking = desk(folder, &[7]).await.expect_err("the key is missing");
    assert!(matches!(lacking, Fatal::Key(_)), "{lacking:?}");
    let stranger = desk(folder, &[5]).await.expect_err("another key");
    assert!(
        matches!(stranger, Fatal::Key(_) | Fatal::Storage(_)),
        "{stranger:?}"
    );
    let alone = desk(folder, &[8]).await.expect("the desk opens");
    practice::set_up_parties(&alone).await;
    alone.close().await.expect("closed");
    assert!(pinned(8).open(&note(folder)).is_ok());
    assert!(pinned(7).open(&note(folder)).is_err());
}

#[tokio::test]
async fn a_lost_key_is_revoked_and_signs_no_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let first = opened(folder).await;
    practice::set_up_parties(&first).await;
    first.close().await.expect("closed");
    let good = note(folder);

    let ring = desk(folder, &[7, 8]).await.expect("the desk opens");
    let request = |recovery: u8, good| RevokeKey {
        recovery: key(recovery),
        successor: key(8).verifier().clone(),
        since: Instant::MAX,
        good,
    };
    for refused in [request(5, Some(3)), request(9, None), request(9, Some(99))] {
        assert!(ring.revoke_key(refused).await.is_err());
    }
    let opening = ring.receipt(0).await.expect("a receipt");
    let revoked = ring.revoke_key(request(9, Some(3))).await.expect("revoked");
    let step = ring.receipt(revoked.seq).await.expect("a receipt");
    ring.close().await.expect("closed");
    assert!(pinned(8).open(&note(folder)).is_ok());
    assert!(
        pinned(7).open(&note(folder)).is_err(),
        "the lost key is silent"
    );
    let (believed, steps) = follow(&pinned(7), &[opening, step])
        .verified()
        .expect("the chain is followed");
    assert!(matches!(steps[0].cause, Cause::Revoked { good: 3, .. }));
    assert!(believed.open(&good).is_ok());
    // The thief goes on with the key from where it was.
    let text = String::from_utf8(note(folder)).expect("text");
    let text = &text[..=text.find("\n\n").expect("a note")];
    let line = key(7).sign(text).expect("signed");
    let stolen = format!("{text}\n{line}");
    assert!(pinned(7).open(stolen.as_bytes()).is_ok());
    assert!(believed.open(stolen.as_bytes()).is_err());
    desk(folder, &[7, 8]).await.expect("the desk opens again");
}
