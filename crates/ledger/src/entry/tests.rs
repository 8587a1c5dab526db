use super::*;
use crate::note::SigningKey;
use alloc::vec;

const ACT: &[u8] = br#"{"docs":[{"bytes":3,"digest":"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","media":"text/plain"}],"id":"000102030405060708090a0b0c0d0e0f","kind":"ratification","participant":"NOR","type":"sponsio.act/1"}"#;

fn head(visibility: Visibility) -> Head {
    Head {
        log: "example.com/log".to_string(),
        seq: 7,
        recorded: "2026-11-22T13:24:40Z".parse().unwrap(),
        by: By {
            office: Office::Delegation,
            party: Some("NOR".to_string()),
            officer: Some("o-7".to_string()),
        },
        stream: Place {
            name: "instrument/4-4".to_string(),
            nth: 1,
            prev: Some(3),
        },
        visibility,
    }
}

fn entry_of_act() -> Vec<u8> {
    let key = SigningKey::log("example.com/log", &[1; 32]).unwrap();
    let act = read(ACT).unwrap();
    public(&head(Visibility::Public), act.object(), &[ActSignature::make(&key, ACT)]).unwrap()
}

#[test]
fn an_entry_is_read_as_it_was_written() {
    let bytes = entry_of_act();
    let entry = Entry::at(&bytes, "example.com/log", 7).unwrap();
    assert_eq!(entry.head, head(Visibility::Public));
    assert_eq!(entry.bytes(), bytes);
    assert_eq!(entry.leaf(), leaf_hash(&bytes));
    let act = entry.act().unwrap();
    assert_eq!(act.object.bytes(), ACT);
    assert_eq!(act.kind, "ratification");
    assert_eq!(act.text("participant"), Some("NOR"));
    assert_eq!(act.documents[0].bytes, 3);
    assert_eq!(entry.signatures().len(), 1);
    assert_eq!(Entry::at(&bytes, "example.com/log", 8).unwrap_err().rule, Rule::EntrySeq);
    assert_eq!(Entry::at(&bytes, "example.org/log", 7).unwrap_err().rule, Rule::EntryLog);
}

#[test]
fn a_confidential_entry_holds_a_commitment_only() {
    let act = read(ACT).unwrap();
    let bytes = private(act.object(), &[]).unwrap();
    let opening = Opening {
        seq: 7,
        salt: [9; 32],
        bytes,
    };
    let sealed = confidential(&head(Visibility::Sealed), &opening.commitment()).unwrap();
    let text = str::from_utf8(&sealed).unwrap();
    assert!(!text.contains("ratification") && !text.contains("sigs"));
    let entry = Entry::at(&sealed, "example.com/log", 7).unwrap();
    assert_eq!(entry.opens(&opening), Ok(()));
    let other = Opening { salt: [8; 32], ..opening.clone() };
    assert_eq!(entry.opens(&other).unwrap_err().rule, Rule::OpeningDiffers);
    let other = Opening { seq: 8, ..opening.clone() };
    assert_eq!(entry.opens(&other).unwrap_err().rule, Rule::OpeningDiffers);
    let bytes = entry_of_act();
    let open = Entry::at(&bytes, "example.com/log", 7).unwrap();
    assert_eq!(open.opens(&opening).unwrap_err().rule, Rule::OpeningDiffers);
    let (disclosed, _) = disclosed(&opening.bytes).unwrap();
    assert_eq!(disclosed.object.bytes(), ACT);
    let mixed = confidential(&head(Visibility::Public), &opening.commitment());
    assert_eq!(mixed.unwrap_err().rule, Rule::EntryMember);
    let mixed = public(&head(Visibility::Parties), act.object(), &[]);
    assert_eq!(mixed.unwrap_err().rule, Rule::EntryMember);
}

#[test]
fn other_entries_are_refused() {
    let text = String::from_utf8(entry_of_act()).unwrap();
    let rule = |from: &str, to: &str| {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        Entry::read(changed.as_bytes(), "x").map(|_| ()).unwrap_err().rule
    };
    assert_eq!(rule("{\"act\"", "{ \"act\""), Rule::EntryRecord);
    for (from, to) in [
        ("sponsio.entry/1", "sponsio.entry/2"),
        ("sponsio.act/1", "sponsio.act/2"),
        ("\"delegation\"", "\"depositary\""),
        ("\"delegation\"", "\"clerk\""),
        ("o-7", "o-"),
        ("o-7", "Mr Smith"),
        ("\"prev\":3", "\"prev\":-2"),
        ("\"nth\":1", "\"nth\":-1"),
        ("\"nth\":1", "\"nth\":\"1\""),
        ("instrument/4-4", "instrument/4 4"),
        ("\"seq\":7,", ""),
        ("\"public\"", "\"sealed\""),
        ("\"public\"", "\"secret\""),
        ("\"seq\":7,", "\"secret\":true,\"seq\":7,"),
        ("ed25519", "ed448"),
        ("000102", "00010"),
        ("2026-11-22", "2026-11-31"),
        ("\"ratification\"", "7"),
    ] {
        let changed = text.replacen(from, to, 1);
        let refused = Entry::read(changed.as_bytes(), "x").unwrap_err();
        assert!(
            matches!(refused.rule, Rule::EntryMember | Rule::EntryRecord),
            "{from} to {to}: {refused}"
        );
    }
    let long = alloc::format!("{{\"note\":\"{}\",\"type\":\"sponsio.entry/1\"}}", "a".repeat(65_535));
    assert_eq!(Entry::read(long.as_bytes(), "x").unwrap_err().rule, Rule::EntryRecord);
}

#[test]
fn heads_are_read_as_they_were_written_and_streams_follow() {
    let mut streams = Streams::new();
    for (seq, name) in ["log", "participants", "log", "sealed"].into_iter().enumerate() {
        let place = streams.next(name);
        assert_eq!(streams.follow(&place, seq as u64), Ok(()));
    }
    assert_eq!(streams.get("log"), Some(StreamHead { count: 2, last: 2 }));
    let wrong = Place { name: "log".to_string(), nth: 2, prev: Some(1) };
    assert_eq!(streams.follow(&wrong, 4), Err(streams.next("log")));
    let heads = Heads { log: "example.com/log".to_string(), size: 4, streams };
    let bytes = heads.write().unwrap();
    assert_eq!(Heads::read(&bytes, "heads.json"), Ok(heads.clone()));
    assert_eq!(heads.digest(), Ok(Digest::of(&bytes)));
    let text = String::from_utf8(bytes).unwrap();
    let changes = vec![
        ("\"size\":4", "\"size\":3"),
        ("\"count\":2", "\"count\":4"),
        ("\"count\":2", "\"count\":0"),
        ("\"name\":\"log\"", "\"name\":\"zlog\""),
    ];
    for (from, to) in changes {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text);
        let refused = Heads::read(changed.as_bytes(), "heads.json").unwrap_err();
        assert_eq!(refused.rule, Rule::MemberForm, "{from} to {to}");
    }
}
