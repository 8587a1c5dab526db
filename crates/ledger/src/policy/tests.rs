use super::*;
use crate::checkpoint::Checkpoint;
use crate::cosignature::cosign;
use crate::note::{Note, SigningKey};
use crate::tree::empty_root;
use crate::verdict::{Fault, Rule};
use alloc::format;
use alloc::string::ToString as _;
use alloc::vec;

const ORIGIN: &str = "example.com/log";

fn log() -> SigningKey {
    SigningKey::log(ORIGIN, &[1; 32]).unwrap()
}

fn witness(number: u8) -> SigningKey {
    SigningKey::cosigner(&format!("w{number}.example/w"), &[100 + number; 32]).unwrap()
}

/// A policy of six witnesses in two groups, as the specification's example.
fn example() -> String {
    let mut text = format!("# two houses\nlog {}\n\n", log().verifier());
    for number in 1..=6 {
        text.push_str(&format!("witness W{number} {}\n", witness(number).verifier()));
    }
    text.push_str("group X 2 W1 W2 W3\n\tgroup Y any  W4 W5 W6 \ngroup both all X Y\nquorum both\n");
    text
}

fn read(text: &str) -> Result<Policy, Fault> {
    Policy::parse(text.as_bytes())
}

/// A checkpoint cosigned by these witnesses at their number's time.
fn cosigned(witnesses: &[u8]) -> Note {
    let text = Checkpoint::new(ORIGIN, 0, empty_root()).text();
    let mut lines = vec![log().sign(&text).unwrap()];
    for number in witnesses {
        lines.push(cosign(&text, &witness(*number), u64::from(*number)).unwrap());
    }
    Note::new(&text, lines).unwrap()
}

#[test]
fn a_policy_is_printed_as_one_that_reads_the_same() {
    let policy = read(&example()).unwrap();
    assert_eq!(Policy::parse(&policy.print()), Ok(policy.clone()));
    assert_eq!(policy.witnesses().len(), 6);
    let with_url = example().replace("\n\nwitness W1", " https://log.example/\n\nwitness W1");
    let policy = read(&with_url).unwrap();
    assert_eq!(policy.logs()[0].url.as_deref(), Some(&b"https://log.example/"[..]));
    assert_eq!(Policy::parse(&policy.print()), Ok(policy));
    let alone = Policy::of_log(log().verifier().clone());
    assert_eq!(Policy::parse(&alone.print()), Ok(alone));
}

#[test]
fn the_quorum_counts_through_groups() {
    let policy = read(&example()).unwrap();
    let met = |witnesses: &[u8]| policy.open(cosigned(witnesses).to_string().as_bytes()).is_ok();
    assert!(met(&[1, 2, 4]));
    assert!(met(&[6, 3, 1]));
    assert!(met(&[1, 2, 3, 4, 5, 6]));
    assert!(!met(&[1, 2, 3]));
    assert!(!met(&[1, 4, 5, 6]));
    assert!(!met(&[1, 1, 4]));
    assert!(!met(&[]));
    let note = cosigned(&[1, 2]).to_string();
    let refused = policy.open(note.as_bytes()).unwrap_err();
    assert_eq!(refused.rule, Rule::Quorum);
    let seen = policy.open_signed(note.as_bytes()).unwrap();
    assert!(!seen.quorum);
    assert_eq!(seen.latest(), Some(2));
    assert_eq!(seen.seen[0].witness, "W1");
}

#[test]
fn unknown_signers_are_passed_over_and_false_ones_refused() {
    let policy = read(&example()).unwrap();
    let note = cosigned(&[1, 2, 4, 9]);
    assert!(policy.open(note.to_string().as_bytes()).is_ok());
    let at = note.text().len() + 1;

    let text = note.text();
    let stranger = SigningKey::log(ORIGIN, &[9; 32]).unwrap().sign(text).unwrap();
    let strange = Note::new(text, vec![stranger]).unwrap().to_string();
    let refused = policy.open_signed(strange.as_bytes());
    assert_eq!(refused, Err(Rule::LogSignature.at(at)));

    let other = Checkpoint::new("example.org/other", 0, empty_root()).text();
    let other = Note::new(&other, vec![log().sign(&other).unwrap()]).unwrap();
    let refused = policy.open_signed(other.to_string().as_bytes());
    assert_eq!(refused, Err(Rule::CheckpointOrigin.at(0)));

    // A line of the log, and one of a witness, moved from another text.
    let longer = text.replace("\n0\n", "\n1\n");
    let moved = Note::new(&longer, note.signatures().to_vec()).unwrap().to_string();
    assert_eq!(policy.open_signed(moved.as_bytes()), Err(Rule::NoteSignature.at(at)));
    let line = log().sign(&longer).unwrap();
    let length = line.to_string().len();
    let moved = Note::new(&longer, vec![line, note.signatures()[1].clone()]).unwrap();
    let refused = policy.open_signed(moved.to_string().as_bytes());
    assert_eq!(refused, Err(Rule::NoteSignature.at(at + length)));
}

#[test]
fn two_roots_of_one_size_are_a_fork() {
    let policy = read(&example()).unwrap();
    let note = |size, root| {
        let text = Checkpoint::new(ORIGIN, size, root).text();
        let note = Note::new(&text, vec![log().sign(&text).unwrap()]).unwrap();
        note.to_string().into_bytes()
    };
    let forked = |one: &[u8], other: &[u8]| fork(&policy, one, other).unwrap().is_some();
    assert!(forked(&note(5, [1; 32]), &note(5, [2; 32])));
    assert!(!forked(&note(5, [1; 32]), &note(5, [1; 32])));
    assert!(!forked(&note(5, [1; 32]), &note(6, [2; 32])));
}

#[test]
fn every_flipped_bit_of_a_checkpoint_is_noticed() {
    let policy = read(&example()).unwrap();
    let note = cosigned(&[1, 2, 4]).to_string().into_bytes();
    for bit in 0..note.len() * 8 {
        let mut flipped = note.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(policy.open(&flipped).is_err(), "bit {bit}");
    }
}

#[test]
fn other_policies_are_refused_where_they_are_wrong() {
    let example = example();
    let rule = |from: &str, to: &str| {
        let changed = example.replacen(from, to, 1);
        assert_ne!(changed, example, "{from} is not in the example");
        read(&changed).map(|_| ()).unwrap_err()
    };
    let place = |text: &str| example.find(text).unwrap();
    assert_eq!(rule("quorum both\n", ""), Rule::PolicyQuorum.at(place("quorum")));
    assert_eq!(rule("quorum both\n", "quorum both\nquorum none\n").rule, Rule::PolicyQuorum);
    assert_eq!(rule("quorum both", "quorum nobody").rule, Rule::PolicyName);
    assert_eq!(rule("quorum both\n", "quorum both").rule, Rule::PolicyOctet);
    assert_eq!(rule("# two", "# \u{0}two"), Rule::PolicyOctet.at(2));
    assert_eq!(rule("# two", "# \u{7f}two"), Rule::PolicyOctet.at(2));
    assert_eq!(rule("\n\nwit", "\r\nwit").rule, Rule::PolicyOctet);
    assert_eq!(rule("group X 2", "group X 0").rule, Rule::PolicyThreshold);
    assert_eq!(rule("group X 2", "group X 4").rule, Rule::PolicyThreshold);
    assert_eq!(rule("group X 2", "group X 02").rule, Rule::PolicyThreshold);
    assert_eq!(rule("group X 2", "group X many").rule, Rule::PolicyThreshold);
    assert_eq!(rule("group X 2 W1 W2 W3", "group X 2").rule, Rule::PolicyLine);
    assert_eq!(rule("W1 W2 W3", "W1 W2 W2").rule, Rule::PolicyMember);
    assert_eq!(rule("any  W4", "any  W3").rule, Rule::PolicyMember);
    assert_eq!(rule("W1 W2 W3", "W1 W2 none").rule, Rule::PolicyName);
    assert_eq!(rule("W1 W2 W3", "W1 W2 Y").rule, Rule::PolicyName);
    assert_eq!(rule("group X", "group W1").rule, Rule::PolicyName);
    assert_eq!(rule("group X", "group none").rule, Rule::PolicyName);
    assert_eq!(rule("witness W2", "witness W1").rule, Rule::PolicyName);
    assert_eq!(rule("witness W2", "witness"), Rule::PolicyLine.at(place("witness W2")));
    assert_eq!(rule("quorum both", "oracle both").rule, Rule::PolicyLine);
    assert_eq!(rule("log ", "Log ").rule, Rule::PolicyLine);
    let two = witness(2).verifier().to_string();
    assert_eq!(rule(&two, &log().verifier().to_string()).rule, Rule::KeyKind);
    let same = SigningKey::cosigner("again.example", &[101; 32]).unwrap();
    assert_eq!(rule(&two, &same.verifier().to_string()).rule, Rule::PolicyKey);
    assert_eq!(read("quorum none\n").unwrap_err().rule, Rule::PolicyLine);
    assert_eq!(read("").unwrap_err().rule, Rule::PolicyOctet);
}

#[test]
fn names_are_opaque_octets() {
    let mut file = example().into_bytes();
    let at = example().find("witness W1").unwrap() + 8;
    file.splice(at..at + 2, [0xff, b'1']);
    assert_eq!(Policy::parse(&file).unwrap_err().rule, Rule::PolicyName);
    let text = example().replace("W1 W2", "W2");
    let at = text.find("witness W1").unwrap() + 8;
    let mut file = text.into_bytes();
    file.splice(at..at + 2, [0xff, b'1']);
    let policy = Policy::parse(&file).unwrap();
    assert_eq!(policy.witnesses()[0].name, [0xff, b'1']);
    assert_eq!(Policy::parse(&policy.print()), Ok(policy));
}
