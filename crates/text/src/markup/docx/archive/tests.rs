//! Archives: what is written is read, and what two readers could read differently is refused.

use super::*;
use alloc::string::ToString as _;
use alloc::vec;

fn fault(bytes: &[u8]) -> ArchiveFault {
    match Archive::read(bytes) {
        Ok(archive) => {
            let names: Vec<String> = archive.names().map(str::to_string).collect();
            let refused = |name: &String| archive.unpack(name).err();
            names
                .iter()
                .find_map(refused)
                .expect("something is refused")
        }
        Err(fault) => fault,
    }
}

#[test]
fn what_is_written_is_read() {
    let long = b"words ".repeat(10_000);
    let noise: Vec<u8> = (0_u32..200_000)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let bytes = write(&[("a.xml", &long), ("word/b.xml", &noise), ("c", b"")]);
    let archive = Archive::read(&bytes).unwrap();
    assert_eq!(
        archive.names().collect::<Vec<_>>(),
        ["a.xml", "c", "word/b.xml"]
    );
    assert_eq!(archive.unpack("a.xml").unwrap().unwrap(), long);
    assert_eq!(archive.unpack("word/b.xml").unwrap().unwrap(), noise);
    assert_eq!(archive.unpack("c").unwrap().unwrap(), b"");
    assert_eq!(archive.unpack("d").unwrap(), None);
    assert_eq!(
        bytes,
        write(&[("a.xml", &long), ("word/b.xml", &noise), ("c", b"")])
    );
}

#[test]
fn names_stay_within() {
    for name in [
        "../a", "/a", "a/../b", "a\\b", "c:a", "a//b", "./a", "", "a\nb",
    ] {
        assert_eq!(
            fault(&write(&[(name, b"x")])),
            ArchiveFault::Name(name.into()),
            "{name}"
        );
    }
}

#[test]
fn one_name_is_one_member() {
    let twice = write(&[("a.xml", b"x"), ("A.XML", b"y")]);
    assert_eq!(fault(&twice), ArchiveFault::Duplicate("A.XML".into()));
}

#[test]
fn bombs_are_refused_before_they_are_unpacked() {
    let zeros = vec![0_u8; 1 << 20];
    assert_eq!(
        fault(&write(&[("a", &zeros)])),
        ArchiveFault::TooDense("a".into())
    );
    let names: Vec<String> = (0..1_001).map(|n| n.to_string()).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(fault(&write(&members)), ArchiveFault::TooManyParts(1_001));
    // The directory says 65 MiB of what is 6 bytes.
    let mut lying = write(&[("a", b"abcdef")]);
    let directory = lying.len() - END_LENGTH - CENTRAL_LENGTH - 1;
    lying[directory + 24..directory + 28].copy_from_slice(&(65_u32 << 20).to_le_bytes());
    assert_eq!(fault(&lying), ArchiveFault::TooLarge(65 << 20));
    // It says one byte less than there is.
    lying[directory + 24..directory + 28].copy_from_slice(&5_u32.to_le_bytes());
    assert_eq!(fault(&lying), ArchiveFault::Inconsistent("a".into()));
}

#[test]
fn overlapping_members_are_refused() {
    let mut bytes = write(&[("a", b"abcdef"), ("a", b"abcdef")]);
    // The second entry of the directory points to the first member, under another name in both.
    let last = bytes.len() - END_LENGTH - CENTRAL_LENGTH - 1;
    bytes[last + 42..last + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(fault(&bytes), ArchiveFault::Duplicate("a".into()));
}

#[test]
fn every_flipped_bit_and_every_cut_is_noticed_or_harmless() {
    let bytes = write(&[
        ("word/document.xml", b"<a>some words of a text</a>"),
        ("b", b"words"),
    ]);
    for at in 0..bytes.len() {
        assert!(Archive::read(&bytes[..at]).is_err(), "cut at {at}");
        for bit in 0..8 {
            let mut spoilt = bytes.clone();
            spoilt[at] ^= 1 << bit;
            if let Ok(archive) = Archive::read(&spoilt)
                && let Ok(Some(read)) = archive.unpack("word/document.xml")
            {
                assert_eq!(read, b"<a>some words of a text</a>", "bit {bit} of {at}");
            }
        }
    }
}

#[test]
fn encryption_and_other_methods_are_unusual() {
    let sound = write(&[("a", b"abcdef")]);
    let directory = sound.len() - END_LENGTH - CENTRAL_LENGTH - 1;
    let mut encrypted = sound.clone();
    encrypted[directory + 8] |= 1;
    assert_eq!(fault(&encrypted), ArchiveFault::Unusual("a".into()));
    let mut method = sound;
    method[directory + 10] = 12;
    assert_eq!(fault(&method), ArchiveFault::Unusual("a".into()));
    assert_eq!(fault(b"PK"), ArchiveFault::NotAnArchive);
    assert_eq!(
        fault(b"{\\rtf1 a document of another kind}"),
        ArchiveFault::NotAnArchive
    );
}
