//! The frozen files of `tests/vectors/record`: the good ones are records with the digest and the
//! commitment listed, the bad ones are refused by the rule and at the byte that their names say.

use sponsio_record::{Commitment, Digest, Draft, Opening, read};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/record")
}

/// Returns the names and bytes of a folder's files, sorted by name.
fn files(name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = folder().join(name);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of vectors is there")
        .map(|entry| {
            let path = entry.expect("the folder can be read").path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .expect("names are ASCII");
            (
                name.to_owned(),
                fs::read(&path).expect("the file can be read"),
            )
        })
        .collect();
    files.sort();
    files
}

fn good(name: &str) -> Vec<u8> {
    fs::read(folder().join("good").join(name)).expect("the vector is there")
}

#[test]
fn good_files_are_records_and_have_the_digests_listed() {
    let listed = fs::read_to_string(folder().join("SHA256SUMS")).expect("the list is there");
    let mut found = String::new();
    for (name, bytes) in files("good") {
        let record = read(&bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(record.bytes(), bytes, "{name}");
        assert_eq!(
            Draft::from(record.object()).finish().as_ref(),
            Ok(&bytes),
            "{name}"
        );
        found.extend([record.digest().to_string().as_str(), "  good/", &name, "\n"]);
    }
    assert_eq!(found, listed);
}

#[test]
fn bad_files_are_refused_by_the_rule_and_at_the_byte_of_their_names() {
    let mut rules = [0; 9];
    for (name, bytes) in files("bad") {
        let mut parts = name.split('-');
        let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let (Some(rule), Some(offset)) = (number(), number()) else {
            panic!("{name}: a name begins with rule and offset");
        };
        let fault = read(&bytes)
            .err()
            .unwrap_or_else(|| panic!("{name} is accepted"));
        assert_eq!(
            (usize::from(fault.rule()), fault.offset),
            (rule, offset),
            "{name}: {fault}"
        );
        rules[rule] += 1;
    }
    for (rule, count) in rules.iter().enumerate().skip(1) {
        assert!(*count > 0, "no bad file breaks rule {rule}");
    }
}

#[test]
fn the_frozen_opening_opens_the_commitment_of_the_frozen_entry() {
    let entry = good("entry-confidential.json");
    let entry = read(&entry).expect("the entry is a record");
    let act = entry
        .get("act")
        .expect("an entry has an act")
        .object()
        .expect("it is an object");
    let committed = act
        .get("commit")
        .expect("a confidential act")
        .digest()
        .expect("it is a digest");

    let opening = good("opening.json");
    let opening =
        Opening::read(&read(&opening).expect("the opening is a record")).expect("it is an opening");
    let commitment = Commitment::from_digest(committed);
    assert_eq!(opening.commitment(), commitment);
    assert_eq!(opening.bytes, good("private.json"));
    assert_eq!(
        entry.get("seq").expect("an entry has an index").count(),
        Ok(opening.seq)
    );
    assert_eq!(opening.write(), Ok(good("opening.json")));
    assert!(!commitment.opens(&[0; 32], &opening.bytes));
}

#[test]
fn the_act_within_an_entry_is_the_act_alone() {
    let (entry, act) = (good("entry-public.json"), good("act.json"));
    let entry = read(&entry).expect("the entry is a record");
    let within = entry
        .get("act")
        .expect("an entry has an act")
        .object()
        .expect("it is an object");
    assert_eq!(within.bytes(), act);
    assert_eq!(within.digest(), Digest::of(&act));
}
