use super::*;
use alloc::format;
use alloc::vec;
use proptest::prelude::*;

/// The note and the key of the specification's own example.
const EXAMPLE: &str = "Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
";

/// The public test key of the Go module golang.org/x/mod/sumdb/note, with what it signs there.
const PETER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const ENIGMA: &str = "If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
";

fn key(name: &str) -> SigningKey {
    SigningKey::log(name, &[3; 32]).unwrap()
}

fn signed(text: &str) -> Note {
    let key = key("example.com/log");
    Note::new(text, vec![key.sign(text).unwrap()]).unwrap()
}

#[test]
fn published_notes_are_read_and_printed() {
    for note in [EXAMPLE, ENIGMA] {
        let read = Note::parse(note.as_bytes()).unwrap();
        assert_eq!(read.to_string(), note);
    }
    let read = Note::parse(EXAMPLE.as_bytes()).unwrap();
    assert!(read.text().ends_with(":\n\ned è subito sera.\n"));
    assert_eq!(read.signatures()[0].name(), "quasimodo.example/salvatore");
}

#[test]
fn a_published_signature_verifies_with_its_key() {
    let key: VerifierKey = PETER.parse().unwrap();
    assert_eq!(key.to_string(), PETER);
    assert_eq!(key.kind(), KeyKind::Log);
    let note = Note::parse(ENIGMA.as_bytes()).unwrap();
    let signature = &note.signatures()[0];
    assert!(signature.is_by(&key));
    assert!(key.verifies(note.text().as_bytes(), signature.bytes()));
    assert!(!key.verifies(b"If you think otherwise\n", signature.bytes()));
}

#[test]
fn malformed_notes_are_refused_where_they_are_wrong() {
    let line = signed("x\n").signatures()[0].to_string();
    let fault = |note: &str| Note::parse(note.as_bytes()).map(|_| ()).unwrap_err();
    assert_eq!(fault(""), Rule::NoteForm.at(0));
    assert_eq!(fault("text\n"), Rule::NoteForm.at(0));
    assert_eq!(fault(&format!("text\n{line}")), Rule::NoteForm.at(0));
    assert_eq!(fault("text\n\n"), Rule::NoteForm.at(6));
    assert_eq!(fault(&format!("text\n\n{}", line.trim_end())).rule, Rule::NoteForm);
    assert_eq!(fault(&format!("te\rxt\n\n{line}")), Rule::NoteText.at(2));
    assert_eq!(fault(&format!("te\txt\n\n{line}")), Rule::NoteText.at(2));
    assert_eq!(fault(&format!("text\n\n{line}more\n")), Rule::NoteLine.at(6 + line.len()));
    for wrong in [
        line.replace('\u{2014}', "-"),
        line.replace("\u{2014} ", "\u{2014}"),
        line.replace("/log ", "/log  "),
        line.replace("/log", "+log"),
        line.replace("/log", "\u{a0}log"),
        line.replace("example.com/log", ""),
        line.replace('=', ""),
        line.replace("==\n", "= \n"),
        "\u{2014} name AAAA\n".to_string(),
        "\u{2014} name AAAAAA==\n".to_string(),
        "\u{2014} name\n".to_string(),
    ] {
        if wrong != line {
            assert_eq!(fault(&format!("text\n\n{wrong}")), Rule::NoteLine.at(6), "{wrong}");
        }
    }
    assert_eq!(Note::parse(b"\xff\n\n"), Err(Rule::NoteText.at(0)));
    let many = format!("text\n\n{}", line.repeat(65));
    assert_eq!(fault(&many), Rule::NoteSize.at(6 + 64 * line.len()));
    assert!(Note::parse(format!("text\n\n{}", line.repeat(64)).as_bytes()).is_ok());
    assert_eq!(Note::parse(&vec![b'a'; NOTE_MAX + 1]), Err(Rule::NoteSize.at(NOTE_MAX)));
    assert_eq!(Note::new("text", vec![]), Err(Rule::NoteForm.at(4)));
    assert_eq!(Note::new("text\n", vec![]).map(|_| ()), Err(Rule::NoteForm.at(6)));
}

#[test]
fn signatures_are_merged_without_repetition() {
    let note = signed("text\n");
    let other = SigningKey::log("other", &[4; 32]).unwrap().sign("text\n").unwrap();
    let merged = note.with(&[other.clone(), note.signatures()[0].clone()]).unwrap();
    assert_eq!(merged.signatures().len(), 2);
    assert_eq!(merged.with(&[other]).unwrap(), merged);
    assert_eq!(merged.text(), note.text());
}

#[test]
fn keys_are_read_in_one_spelling() {
    let text = key("example.com/log").verifier().to_string();
    let fault = |text: &str| text.parse::<VerifierKey>().map(|_| ()).unwrap_err().rule;
    assert_eq!(text.parse::<VerifierKey>().unwrap(), *key("example.com/log").verifier());
    assert_eq!(fault(""), Rule::KeyForm);
    assert_eq!(fault("name+00000000"), Rule::KeyForm);
    assert_eq!(fault(&text.replace("example", "exampl\u{e8}")), Rule::KeyId);
    assert_eq!(fault(&format!("{text}=")), Rule::KeyForm);
    let id = &text[16..24];
    let upper: String = id.chars().map(|digit| digit.to_ascii_uppercase()).collect();
    assert_ne!(id, upper);
    assert_eq!(fault(&text.replace(id, &upper)), Rule::KeyId);
    assert_eq!(fault(&text.replace(id, &format!("0{id}"))), Rule::KeyId);
    assert!(SigningKey::log("a b", &[3; 32]).is_err());
    assert!(SigningKey::log("", &[3; 32]).is_err());
}

#[test]
fn points_of_small_order_and_second_spellings_are_no_keys() {
    let with = |public: [u8; 32]| {
        let key = VerifierKey::new("log", KeyKind::Log, public.to_vec());
        key.to_string().parse::<VerifierKey>().map(|_| ())
    };
    let mut identity = [0; 32];
    identity[0] = 1;
    // The identity, the point of order two, the point of order four, and one of order eight.
    let mut two = [0xff; 32];
    (two[0], two[31]) = (0xec, 0x7f);
    let eight = [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
        0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
        0x03, 0x7a,
    ];
    for weak in [identity, two, [0; 32], eight] {
        assert_eq!(with(weak).unwrap_err().rule, Rule::KeyPoint, "{weak:02x?}");
    }
    // 2^255 - 19 + y spells the point with coordinate y again; some such y is on the curve.
    let respelled = (0_u8..19).filter_map(|y| {
        let mut public = [0xff; 32];
        (public[0], public[31]) = (0xed + y, 0x7f);
        ed25519_dalek::VerifyingKey::from_bytes(&public).ok().map(|_| public)
    });
    let mut found = 0;
    for public in respelled {
        found += 1;
        assert_eq!(with(public).unwrap_err().rule, Rule::KeyPoint);
    }
    assert!(found > 0);
}

proptest! {
    #[test]
    fn what_is_read_is_printed_the_same(text in "[ -~\n\u{a0}-\u{24f}]{0,80}") {
        let note = signed(&format!("{text}\n"));
        prop_assert_eq!(Note::parse(note.to_string().as_bytes()), Ok(note));
    }

    #[test]
    fn any_bytes_are_judged(bytes: Vec<u8>) {
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert_eq!(note.to_string().into_bytes(), bytes);
        }
    }
}
