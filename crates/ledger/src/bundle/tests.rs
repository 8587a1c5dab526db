use super::*;
use crate::specimen::{DOCUMENT, ORIGIN, Specimen, cited, policy};
use crate::verdict::Missing;
use alloc::format;

type Members = BTreeMap<String, Vec<u8>>;

/// A register with one instrument, its participants, and heads that count them.
fn register() -> Specimen {
    let mut log = Specimen::empty();
    log.act("log", "opening", "\"title\":\"Specimen\"", &[]);
    log.act("participants", "participant", "\"code\":\"NOR\"", &[]);
    log.act("instrument/4-4", "treaty", "\"treaty\":\"4-4\"", &[]);
    log.act("instrument/1-1", "treaty", "\"treaty\":\"1-1\"", &[]);
    let table = Digest::of(DOCUMENT).cited();
    log.act("tables", "table", &format!("\"table\":\"{table}\""), &[]);
    log.act("instrument/4-4", "ratification", &cited(), &[]);
    log.heads();
    log.act("instrument/1-1", "accession", "\"n\":1", &[]);
    log
}

fn status() -> Claim {
    Claim::Status(Status {
        treaty: "4-4".to_string(),
        register: Digest::of(b"state"),
        participant: Some("NOR".to_string()),
        at: Some("2027-01-01".to_string()),
        known: None,
    })
}

/// The members of a bundle that shows these entries.
fn members(log: &Specimen, seqs: &[u64]) -> Members {
    let mut members = Members::new();
    let mut put = |name: String, bytes: Vec<u8>| drop(members.insert(name, bytes));
    let size = log.entries.len() as u64;
    put(
        "checkpoint".to_string(),
        log.note(size).to_string().into_bytes(),
    );
    put("policy".to_string(), policy().print());
    put("README.txt".to_string(), b"Check it yourself.\n".to_vec());
    for seq in seqs {
        let receipt = log.receipt(*seq);
        put(format!("entries/{seq}.json"), receipt.entry);
        put(format!("receipts/{seq}.tlog-proof"), receipt.proof.print());
    }
    put(
        format!("documents/{}", Digest::of(DOCUMENT)),
        DOCUMENT.to_vec(),
    );
    if let Some((_, heads)) = &log.heads {
        put("heads.json".to_string(), heads.clone());
    }
    members
}

/// The entries of instrument 4-4 and of what it needs.
const WHOLE: [u64; 6] = [0, 1, 2, 4, 5, 6];

fn judge<T>(
    claim: &Claim,
    log: &Specimen,
    members: &Members,
    look: impl FnOnce(Verdict<Contents<'_>>) -> T,
) -> T {
    let file = write(claim, ORIGIN, log.entries.len() as u64, members).unwrap();
    look(Bundle::read(&file).unwrap().verify(&policy()))
}

#[track_caller]
fn refused(claim: &Claim, log: &Specimen, members: &Members) -> Rule {
    judge(claim, log, members, |verdict| match verdict {
        Verdict::Refused(refusal) => refusal.rule,
        other => panic!("{other:?}"),
    })
}

#[track_caller]
fn missing(claim: &Claim, log: &Specimen, members: &Members) -> Vec<Missing> {
    judge(claim, log, members, |verdict| match verdict {
        Verdict::Incomplete(missing) => missing,
        other => panic!("{other:?}"),
    })
}

#[test]
fn a_whole_bundle_verifies() {
    let log = register();
    judge(&status(), &log, &members(&log, &WHOLE), |verdict| {
        let contents = verdict.verified().unwrap();
        assert_eq!(contents.entries.len(), 6);
        assert!(contents.absent.is_empty());
        for stream in ["instrument/4-4", "participants", "tables", "policies"] {
            assert_eq!(contents.stretch(stream), Stretch::Whole, "{stream}");
        }
        assert_eq!(contents.stretch("instrument/1-1"), Stretch::Part);
    });
    let file = write(&status(), ORIGIN, 8, &members(&log, &WHOLE)).unwrap();
    let bundle = Bundle::read(&file).unwrap();
    assert_eq!(
        (bundle.claim(), bundle.log(), bundle.size()),
        (&status(), ORIGIN, 8)
    );
    assert_eq!(
        bundle.member("README.txt"),
        Some(&b"Check it yourself.\n"[..])
    );
}

#[test]
fn flipped_bits_of_a_bundle_are_refused() {
    let log = register();
    let file = write(&status(), ORIGIN, 8, &members(&log, &WHOLE)).unwrap();
    let policy = policy();
    // Every seventh bit, so that each place in a byte has its turn.
    for bit in (0..file.len() * 8).step_by(7) {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        // What bundle.json itself says of the claim is not signed; the law must bear it out.
        let Ok(bundle) = Bundle::read(&flipped) else {
            continue;
        };
        let same_claim = *bundle.claim() == status();
        let verified = matches!(bundle.verify(&policy), Verdict::Verified(_));
        assert!(!(verified && same_claim), "bit {bit}");
    }
}

#[test]
fn a_stream_with_a_gap_is_incomplete() {
    let log = register();
    for left_out in WHOLE {
        let seqs: Vec<u64> = WHOLE.into_iter().filter(|seq| *seq != left_out).collect();
        let missing = missing(&status(), &log, &members(&log, &seqs));
        let expected = match left_out {
            0 => Missing::File("entries/0.json".to_string()),
            6 => Missing::File("entries/6.json".to_string()),
            1 => entries("participants", 1, 0),
            4 => entries("tables", 1, 0),
            _ => entries("instrument/4-4", 2, 1),
        };
        assert_eq!(missing, [expected], "{left_out}");
    }
    let mut without = members(&log, &WHOLE);
    without.remove("heads.json");
    assert_eq!(missing(&status(), &log, &without), [Missing::Heads]);
    let mut without = members(&log, &WHOLE);
    let document = format!("documents/{}", Digest::of(DOCUMENT));
    without.remove(&document);
    assert_eq!(
        missing(&status(), &log, &without),
        [Missing::File(document)]
    );
}

fn entries(stream: &str, expected: u64, received: u64) -> Missing {
    Missing::Entries {
        stream: stream.to_string(),
        expected,
        received,
    }
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let log = register();
    let whole = members(&log, &WHOLE);
    let with = |name: &str, bytes: &[u8]| {
        let mut changed = whole.clone();
        changed.insert(name.to_string(), bytes.to_vec());
        refused(&status(), &log, &changed)
    };
    let without = |name: &str| {
        let mut changed = whole.clone();
        changed.remove(name);
        refused(&status(), &log, &changed)
    };
    assert_eq!(without("checkpoint"), Rule::MemberName);
    assert_eq!(without("receipts/2.tlog-proof"), Rule::MemberName);
    assert_eq!(without("entries/2.json"), Rule::MemberName);
    assert_eq!(
        with("receipts/2.tlog-proof", &whole["receipts/1.tlog-proof"]),
        Rule::Inclusion
    );
    assert_eq!(
        with("entries/2.json", &whole["entries/1.json"]),
        Rule::EntrySeq
    );
    let smaller = log.note(7).to_string();
    assert_eq!(with("checkpoint", smaller.as_bytes()), Rule::ClaimForm);
    let digest = format!("documents/{}", Digest::of(b"x"));
    assert_eq!(with(&digest, b"y"), Rule::DocumentDiffers);
    assert_eq!(with("heads.json", b"{}"), Rule::MemberForm);
    assert_eq!(with("openings/2.json", b"{}"), Rule::MemberForm);

    // Heads that leave the last entry of the instrument out; no entry commits to them.
    let heads = crate::entry::Heads::read(&whole["heads.json"], "").unwrap();
    let text = String::from_utf8(whole["heads.json"].clone()).unwrap();
    assert_eq!(heads.size, 6);
    let shorter = text.replace("\"count\":2,\"last\":5", "\"count\":1,\"last\":2");
    assert_eq!(with("heads.json", shorter.as_bytes()), Rule::HeadsDiffer);

    // An entry later than the heads does not belong into the claim.
    let more = members(&log, &[0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(refused(&status(), &log, &more), Rule::HeadsDiffer);
    // Another treaty than the heads know.
    let Claim::Status(claim) = status() else {
        panic!("the claim is a status");
    };
    let other = Claim::Status(Status {
        treaty: "9-9".to_string(),
        ..claim
    });
    assert_eq!(refused(&other, &log, &whole), Rule::ClaimForm);
}

#[test]
fn acts_documents_and_openings_are_claimed_and_borne_out() {
    let log = Specimen::of(12);
    let mut members = members(&log, &[2, 3]);
    members.remove("heads.json");
    let act = |seq| Claim::Act { seq };
    let document = |seq, bytes: &[u8]| Claim::Document {
        digest: Digest::of(bytes),
        seq,
    };
    let verified = |claim: &Claim, members: &Members| {
        judge(claim, &log, members, |verdict| {
            matches!(verdict, Verdict::Verified(_))
        })
    };
    assert!(verified(&act(2), &members));
    assert!(verified(&document(2, DOCUMENT), &members));
    assert_eq!(
        missing(&act(1), &log, &members),
        [Missing::File("entries/1.json".to_string())]
    );
    assert_eq!(
        refused(&document(2, b"other"), &log, &members),
        Rule::ClaimForm
    );
    assert_eq!(
        refused(&document(3, DOCUMENT), &log, &members),
        Rule::ClaimForm
    );

    let opening = log.openings[0].clone();
    members.insert("openings/3.json".to_string(), opening.write().unwrap());
    assert!(verified(&act(3), &members));
    let wrong = sponsio_record::Opening {
        salt: [9; 32],
        ..opening
    };
    members.insert("openings/3.json".to_string(), wrong.write().unwrap());
    assert_eq!(refused(&act(3), &log, &members), Rule::OpeningDiffers);
}

#[test]
fn the_list_is_that_of_the_members() {
    let log = register();
    let file = write(&status(), ORIGIN, 8, &members(&log, &WHOLE)).unwrap();
    let all = archive::read(&file).unwrap();
    let rewritten = |keep: fn(&str) -> bool| {
        let kept: Vec<_> = all
            .iter()
            .copied()
            .filter(|member| keep(member.name))
            .collect();
        let file = archive::write(&kept).unwrap();
        Bundle::read(&file).map(|_| ()).unwrap_err().rule
    };
    assert_eq!(rewritten(|name| name != "README.txt"), Rule::MemberList);
    assert_eq!(rewritten(|name| name != TOP), Rule::MemberList);
    let mut more = all.clone();
    more.push(Member {
        name: "pki/x",
        bytes: b"",
    });
    let file = archive::write(&more).unwrap();
    assert_eq!(Bundle::read(&file).unwrap_err().rule, Rule::MemberName);
    let mut surplus = members(&log, &WHOLE);
    surplus.insert("notes.txt".to_string(), Vec::new());
    assert_eq!(
        write(&status(), ORIGIN, 8, &surplus).unwrap_err().rule,
        Rule::MemberName
    );
}
