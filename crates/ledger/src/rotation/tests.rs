//! Chains of keys: which signatures lead from one to the next, and what a lost key is still good for.

use super::*;
use crate::audit::{Auditor, audit};
use crate::checkpoint::Checkpoint;
use crate::cosignature::cosign;
use crate::note::{Note, SigningKey};
use crate::specimen::{ORIGIN, Specimen, log_key, next_key, policy, witness};
use alloc::string::String;
use alloc::vec;

fn key(number: u8) -> SigningKey {
    SigningKey::log(ORIGIN, &[number; 32]).unwrap()
}

/// A log whose opening names key 9 for recovery, with some acts after it.
fn opened() -> Specimen {
    let mut log = Specimen::empty();
    let recovery = key(9).verifier().to_string();
    log.act(
        "log",
        "opening",
        &format!("\"recovery\":\"{recovery}\""),
        &[],
    );
    for number in 0..5 {
        let code = format!("\"code\":\"P{number}\"");
        log.act("participants", "participant", &code, &[]);
    }
    log
}

fn rotate(log: &mut Specimen, to: &SigningKey, signers: &[&SigningKey]) {
    let member = format!("\"vkey\":\"{}\"", to.verifier());
    log.act("log", "rotate", &member, signers);
}

/// The members of a revocation in their order.
fn revoking(lost: &SigningKey, good: u64, to: &SigningKey) -> [String; 4] {
    [
        format!("\"good\":{good}"),
        format!("\"revoked\":\"{}\"", lost.verifier()),
        "\"since\":\"2026-11-22T12:00:00Z\"".into(),
        format!("\"vkey\":\"{}\"", to.verifier()),
    ]
}

fn revoke(log: &mut Specimen, good: u64, to: &SigningKey, signers: &[&SigningKey]) {
    log.act_of(
        &revoking(&log_key(), good, to),
        "log",
        "revoke-key",
        signers,
    );
}

/// A note of a log over its first entries, by these keys and two of the three witnesses.
fn note(log: &Specimen, size: u64, keys: &[&SigningKey]) -> Note {
    let text = log.note(size).text().to_string();
    let mut lines: Vec<_> = keys.iter().map(|key| key.sign(&text).unwrap()).collect();
    lines.push(cosign(&text, &witness(1), 1_795_353_600).unwrap());
    lines.push(cosign(&text, &witness(2), 1_795_353_600).unwrap());
    Note::new(&text, lines).unwrap()
}

fn receipt(log: &Specimen, seq: u64, keys: &[&SigningKey]) -> Receipt {
    let mut receipt = log.receipt(seq);
    receipt.proof.note = note(log, log.entries.len() as u64, keys);
    receipt
}

fn rule<T>(verdict: &Verdict<T>) -> Rule {
    verdict.refusal().expect("it is refused").rule
}

fn trusting(key: &SigningKey) -> Policy {
    let text = String::from_utf8(policy().print()).unwrap();
    let (old, new) = (log_key().verifier().to_string(), key.verifier().to_string());
    Policy::parse(text.replace(&old, &new).as_bytes()).unwrap()
}

#[test]
fn a_chain_of_keys_is_followed_from_wherever_one_stands() {
    let mut log = opened();
    rotate(&mut log, &key(2), &[&log_key(), &key(2)]);
    rotate(&mut log, &key(3), &[&key(2), &key(3)]);
    // The checkpoint is signed by the last key alone: the ninety days are over.
    let receipts = [receipt(&log, 6, &[&key(3)]), receipt(&log, 7, &[&key(3)])];
    let late = follow(&policy(), &receipts[..1]);
    assert_eq!(rule(&late), Rule::LogSignature, "the last step is missing");
    let early = [
        receipt(&log, 6, &[&log_key(), &key(2)]),
        receipts[1].clone(),
    ];
    let (believed, steps) = follow(&policy(), &early).verified().unwrap();
    assert_eq!(steps.len(), 2);
    assert_eq!(believed.logs().len(), 3);
    // A full copy is followed by its own entries.
    let mut files = log.files();
    let last = note(&log, 8, &[&key(3)]).to_string().into_bytes();
    files.insert("checkpoint".into(), last);
    assert_eq!(rule(&audit(&files, &policy()).verdict), Rule::LogSignature);
    for number in [1, 2, 3] {
        let pinned = trusting(&key(number));
        let found = Auditor::new(&pinned).following().run(&files, &mut |_| {});
        assert!(found.verdict.verified().is_some(), "key {number}");
        assert_eq!(found.steps.len(), 3 - usize::from(number), "key {number}");
    }
    let stranger = trusting(&key(8));
    let found = Auditor::new(&stranger).following().run(&files, &mut |_| {});
    assert_eq!(rule(&found.verdict), Rule::LogSignature);
}

#[test]
fn a_key_that_was_replaced_names_no_other() {
    let mut log = opened();
    rotate(&mut log, &key(2), &[&log_key(), &key(2)]);
    rotate(&mut log, &key(3), &[&log_key(), &key(3)]);
    assert_eq!(
        rule(&audit(&log.files(), &policy()).verdict),
        Rule::Rotation
    );
}

#[test]
fn the_key_before_signs_for_ninety_days_more() {
    let log = Specimen::of(6);
    let mut succession = Succession::of([log_key().verifier()]);
    assert_eq!(succession.current(), Some(log_key().verifier()));
    let mut at = Instant::MIN;
    for (seq, bytes) in (0..).zip(&log.entries) {
        let entry = Entry::at(bytes, ORIGIN, seq).unwrap();
        if succession.follow(&entry).unwrap().is_some() {
            at = entry.head.recorded;
        }
    }
    let later = |seconds| Instant::from_seconds(at.seconds() + seconds).unwrap();
    assert_eq!(succession.current(), Some(next_key().verifier()));
    assert_eq!(succession.overlapping(at), Some(log_key().verifier()));
    let last = later(OVERLAP - 1);
    assert_eq!(succession.overlapping(last), Some(log_key().verifier()));
    assert_eq!(succession.overlapping(later(OVERLAP)), None);
}

#[test]
fn a_lost_key_is_good_up_to_what_the_quorum_had_cosigned() {
    let mut log = opened();
    let before = note(&log, 4, &[&log_key()]).to_string();
    let stolen = note(&log, 6, &[&log_key()]).to_string();
    revoke(&mut log, 4, &key(5), &[&key(9), &key(5)]);
    let receipts = [receipt(&log, 0, &[&key(5)]), receipt(&log, 6, &[&key(5)])];
    // The first entry alone is signed by a key that nobody knows yet.
    assert_eq!(rule(&follow(&policy(), &receipts)), Rule::LogSignature);
    let mut earlier = receipts[0].clone();
    earlier.proof = opened().receipt(0).proof;
    let (believed, steps) = follow(&policy(), &[earlier, receipts[1].clone()])
        .verified()
        .expect("the revocation is followed");
    assert!(matches!(steps[0].cause, Cause::Revoked { good: 4, .. }));
    assert!(
        believed.open(before.as_bytes()).is_ok(),
        "old notes stay good"
    );
    let later = believed.open(stolen.as_bytes()).unwrap_err();
    assert_eq!(later.rule, Rule::LogSignature, "later ones are refused");
    let both = note(&log, 7, &[&log_key(), &key(5)]).to_string();
    assert!(believed.open(both.as_bytes()).is_ok());
    // A log that holds the revocation is not believed on the lost key's word.
    let mut files = log.files();
    assert_eq!(rule(&audit(&files, &policy()).verdict), Rule::LogSignature);
    let by_successor = note(&log, 7, &[&key(5)]).to_string().into_bytes();
    files.insert("checkpoint".into(), by_successor);
    let pinned = policy();
    let found = Auditor::new(&pinned).following().run(&files, &mut |_| {});
    assert!(found.verdict.verified().is_some());
    assert!(
        audit(&files, &trusting(&key(5)))
            .verdict
            .verified()
            .is_some()
    );
}

#[test]
fn a_revocation_needs_the_key_for_recovery_and_the_successor() {
    let cases: [(&str, u64, Vec<SigningKey>); 5] = [
        ("the lost key revokes itself", 4, vec![log_key(), key(5)]),
        ("the successor alone", 4, vec![key(5)]),
        ("the recovery key alone", 4, vec![key(9)]),
        ("another key", 4, vec![key(8), key(5)]),
        ("more than there was", 7, vec![key(9), key(5)]),
    ];
    for (name, good, signers) in cases {
        let mut log = opened();
        let signers: Vec<_> = signers.iter().collect();
        revoke(&mut log, good, &key(5), &signers);
        let verdict = audit(&log.files(), &policy()).verdict;
        assert_eq!(rule(&verdict), Rule::Revocation, "{name}");
    }
    let mut unnamed = Specimen::empty();
    unnamed.act("log", "opening", "\"title\":\"x\"", &[]);
    revoke(&mut unnamed, 1, &key(5), &[&key(9), &key(5)]);
    let verdict = audit(&unnamed.files(), &policy()).verdict;
    assert_eq!(rule(&verdict), Rule::Revocation);
}

#[test]
fn a_checkpoint_of_another_origin_says_nothing_of_this_one() {
    let other = Checkpoint::new("elsewhere.example/log", 1, [0; 32]);
    let text = other.text();
    let note = Note::new(&text, vec![key(2).sign(&text).unwrap()]).unwrap();
    let believed = Succession::of([log_key().verifier()]).policy(&policy());
    assert!(believed.open_signed(note.to_string().as_bytes()).is_err());
}
