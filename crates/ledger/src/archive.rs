//! The archive that a bundle is: POSIX ustar in one spelling. There is one header for a name and a
//! length, so reading compares it whole; what a bundle holds is not known here.

use crate::verdict::{Fault, Rule};
use alloc::vec::Vec;

const BLOCK: usize = 512;
/// The longest name of a member, in bytes.
const NAME_MAX: usize = 100;
/// The longest member, in bytes: eleven octal digits.
const MEMBER_MAX: u64 = (1 << 33) - 1;
/// Where the length of a member stands in its header.
const LENGTH: core::ops::Range<usize> = 124..136;
/// Where the sum of a header stands in it.
const SUM: core::ops::Range<usize> = 148..156;

/// A member of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'a> {
    /// The name.
    pub name: &'a str,
    /// The content.
    pub bytes: &'a [u8],
}

/// Reads an archive: plain files sorted by name, padded with zeros, ended by two zero blocks.
pub fn read(archive: &[u8]) -> Result<Vec<Member<'_>>, Fault> {
    let mut members: Vec<Member<'_>> = Vec::new();
    let mut at = 0;
    loop {
        let header: &[u8; BLOCK] = archive
            .get(at..)
            .and_then(<[u8]>::first_chunk)
            .ok_or(Rule::ArchiveEnd.at(at))?;
        if *header == [0; BLOCK] {
            let end = &archive[at..];
            let ended = end.len() == 2 * BLOCK && end.iter().all(|byte| *byte == 0);
            return if ended {
                Ok(members)
            } else {
                Err(Rule::ArchiveEnd.at(at))
            };
        }
        let (name, length) = member(header).ok_or(Rule::ArchiveHeader.at(at))?;
        // The name borrows from the archive, not from the copy of the header.
        let name =
            str::from_utf8(&archive[at..at + name]).map_err(|_| Rule::ArchiveHeader.at(at))?;
        if header_of(name, length) != Some(*header) {
            return Err(Rule::ArchiveHeader.at(at));
        }
        if members.last().is_some_and(|last| last.name >= name) {
            return Err(Rule::ArchiveOrder.at(at));
        }
        let start = at + BLOCK;
        let length = usize::try_from(length).map_err(|_| Rule::ArchiveEnd.at(start))?;
        let padded = length.next_multiple_of(BLOCK);
        let blocks = archive
            .get(start..)
            .and_then(|rest| rest.get(..padded))
            .ok_or(Rule::ArchiveEnd.at(start))?;
        let (bytes, padding) = blocks.split_at(length);
        if padding.iter().any(|byte| *byte != 0) {
            return Err(Rule::ArchiveEnd.at(start + length));
        }
        members.push(Member { name, bytes });
        at = start + padded;
    }
}

/// Returns how long the name in a header is, and how long the member.
fn member(header: &[u8; BLOCK]) -> Option<(usize, u64)> {
    let name = header[..NAME_MAX]
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(NAME_MAX);
    let digits = header[LENGTH].strip_suffix(&[0])?;
    let length = digits.iter().try_fold(0_u64, |length, digit| {
        matches!(digit, b'0'..=b'7').then(|| length << 3 | u64::from(digit - b'0'))
    })?;
    Some((name, length))
}

/// Writes an archive of these members; they are sorted here.
pub fn write(members: &[Member<'_>]) -> Result<Vec<u8>, Fault> {
    let mut sorted = members.to_vec();
    sorted.sort_by(|one, other| one.name.cmp(other.name));
    let mut archive = Vec::new();
    for Member { name, bytes } in sorted {
        let header = header_of(name, bytes.len() as u64);
        archive.extend_from_slice(&header.ok_or(Rule::ArchiveHeader.at(archive.len()))?);
        archive.extend_from_slice(bytes);
        archive.resize(archive.len().next_multiple_of(BLOCK), 0);
    }
    archive.resize(archive.len() + 2 * BLOCK, 0);
    read(&archive)?;
    Ok(archive)
}

/// Returns the one header of a member with this name and length, or `None` where it can have none.
fn header_of(name: &str, length: u64) -> Option<[u8; BLOCK]> {
    let plain = name.len() <= NAME_MAX
        && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && name.bytes().all(|byte| byte.is_ascii_graphic());
    if !plain || length > MEMBER_MAX {
        return None;
    }
    let mut header = [0; BLOCK];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, name.as_bytes());
    put(100, b"0000644\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, alloc::format!("{length:011o}\0").as_bytes());
    put(136, b"00000000000\0");
    put(SUM.start, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    put(329, b"0000000\0");
    put(337, b"0000000\0");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[SUM].copy_from_slice(alloc::format!("{sum:06o}\0 ").as_bytes());
    Some(header)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use proptest::prelude::*;

    fn small() -> Vec<u8> {
        let long = [7; 513];
        write(&[
            Member {
                name: "b/2",
                bytes: &long,
            },
            Member {
                name: "a",
                bytes: b"",
            },
            Member {
                name: "b/1",
                bytes: b"one",
            },
        ])
        .unwrap()
    }

    #[test]
    fn members_come_back_sorted() {
        let archive = small();
        let members = read(&archive).unwrap();
        let names: Vec<_> = members.iter().map(|member| member.name).collect();
        assert_eq!(names, ["a", "b/1", "b/2"]);
        assert_eq!(members[1].bytes, b"one");
        assert_eq!(write(&members), Ok(archive));
        assert_eq!(read(&write(&[]).unwrap()), Ok(vec![]));
    }

    #[test]
    fn every_flipped_bit_outside_the_content_is_refused() {
        let archive = small();
        let content: usize = 3 + 513;
        let mut accepted = 0;
        for bit in 0..archive.len() * 8 {
            let mut flipped = archive.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            accepted += usize::from(read(&flipped).is_ok());
        }
        assert_eq!(accepted, content * 8);
    }

    #[test]
    fn what_is_not_plain_is_refused() {
        let archive = small();
        assert_eq!(read(&[]), Err(Rule::ArchiveEnd.at(0)));
        assert_eq!(
            read(&archive[..archive.len() - 512]),
            Err(Rule::ArchiveEnd.at(3_072))
        );
        let longer = [&archive[..], &[0; 512]].concat();
        assert_eq!(read(&longer), Err(Rule::ArchiveEnd.at(3_072)));
        assert_eq!(read(&archive[..1_300]), Err(Rule::ArchiveEnd.at(1_024)));
        let twice = [&archive[..512], &archive].concat();
        assert_eq!(read(&twice), Err(Rule::ArchiveOrder.at(512)));
        for name in [
            "",
            "/a",
            "a/",
            "a//b",
            "../a",
            "a/./b",
            "a b",
            "\u{e9}",
            &"a".repeat(101),
        ] {
            let refused = write(&[Member { name, bytes: b"" }]);
            assert_eq!(refused, Err(Rule::ArchiveHeader.at(0)), "{name}");
        }
        let hundred = "a".repeat(100);
        assert!(
            write(&[Member {
                name: &hundred,
                bytes: b""
            }])
            .is_ok()
        );
        let two = [Member {
            name: "a",
            bytes: b"",
        }; 2];
        assert_eq!(write(&two), Err(Rule::ArchiveOrder.at(512)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_judged(bytes: Vec<u8>, at in any::<prop::sample::Index>()) {
            let mut archive = small();
            let at = at.index(archive.len());
            for (place, byte) in archive[at..].iter_mut().zip(&bytes) {
                *place = *byte;
            }
            if let Ok(members) = read(&archive) {
                prop_assert_eq!(write(&members), Ok(archive));
            }
        }
    }
}
