//! The archive (ZIP) that a document travels in, written to the byte and read with suspicion. Only
//! what word processors write is read: stored or deflated members, one disk, no encryption. Whatever
//! two readers could understand differently is refused.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use flate2::{Compress, Compression, Crc, Decompress, FlushCompress, FlushDecompress, Status};

/// The most bytes that a document may have once unpacked.
pub(crate) const MOST_BYTES: u64 = 64 << 20;
/// The most members.
pub(crate) const MOST_PARTS: usize = 1_000;
/// How many bytes one packed byte may become.
pub(crate) const HIGHEST_RATIO: u64 = 200;
/// Below this size a member may be as repetitive as it likes.
const SMALL: u64 = 64 << 10;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const LOCAL_LENGTH: usize = 30;
const CENTRAL_LENGTH: usize = 46;
const END_LENGTH: usize = 22;
/// 1 January 1980, the first day that the format knows: an archive has no clock.
const DATE: u16 = 0x21;
const UTF_8: u16 = 1 << 11;
const ENCRYPTED: u16 = 1;

/// Why bytes are not read as an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArchiveFault {
    /// They are none: no directory at the end.
    NotAnArchive,
    /// The directory does not fit the bytes, or a member does not fit the directory.
    Inconsistent(String),
    /// A kind of archive that no word processor writes: encrypted, on several disks, packed by
    /// another method.
    Unusual(String),
    /// The name of a member leads elsewhere, or is none.
    Name(String),
    /// Two members have one name.
    Duplicate(String),
    /// More than 1,000 members.
    TooManyParts(usize),
    /// More than 64 MiB once unpacked; the number is what the directory says.
    TooLarge(u64),
    /// A member unpacks to more than 200 times its size.
    TooDense(String),
}

impl fmt::Display for ArchiveFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnArchive => f.write_str("not a .docx file: it is no archive"),
            Self::Inconsistent(name) => write!(f, "the archive contradicts itself at `{name}`"),
            Self::Unusual(name) => {
                write!(f, "`{name}` is encrypted or packed by an unknown method")
            }
            Self::Name(name) => write!(f, "`{name}` is no name of a part"),
            Self::Duplicate(name) => write!(f, "two parts are called `{name}`"),
            Self::TooManyParts(count) => {
                write!(f, "{count} parts; at most {MOST_PARTS} are read")
            }
            Self::TooLarge(bytes) => {
                write!(
                    f,
                    "{bytes} bytes once unpacked; at most {MOST_BYTES} are read"
                )
            }
            Self::TooDense(name) => write!(
                f,
                "`{name}` unpacks to more than {HIGHEST_RATIO} times its size"
            ),
        }
    }
}

impl core::error::Error for ArchiveFault {}

struct Member {
    offset: usize,
    packed: usize,
    unpacked: usize,
    crc: u32,
    deflated: bool,
}

/// An archive whose directory was read and believed; members are unpacked when they are asked for.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    members: BTreeMap<String, Member>,
}

impl<'a> Archive<'a> {
    /// Reads the directory.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, ArchiveFault> {
        let end = find_end(bytes).ok_or(ArchiveFault::NotAnArchive)?;
        let directory = || ArchiveFault::Inconsistent(String::from("directory"));
        let disks = (half(bytes, end + 4), half(bytes, end + 6));
        let counts = (half(bytes, end + 8), half(bytes, end + 10));
        if disks != (Some(0), Some(0)) || counts.0 != counts.1 {
            return Err(ArchiveFault::Unusual(String::from("directory")));
        }
        let count = usize::from(counts.0.unwrap_or_default());
        if count > MOST_PARTS {
            return Err(ArchiveFault::TooManyParts(count));
        }
        let length = word(bytes, end + 12).ok_or_else(directory)?;
        let begin = word(bytes, end + 16).ok_or_else(directory)?;
        if begin.checked_add(length) != Some(end) {
            return Err(directory());
        }
        let mut archive = Self {
            bytes,
            members: BTreeMap::new(),
        };
        let mut at = begin;
        for _ in 0..count {
            at = archive.take_member(at, end).ok_or_else(directory)??;
        }
        if at != end {
            return Err(directory());
        }
        archive.judge(begin)?;
        Ok(archive)
    }

    /// The names of the members, sorted.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.keys().map(String::as_str)
    }

    /// Unpacks a member; `None` if there is none of this name.
    pub(crate) fn unpack(&self, name: &str) -> Result<Option<Vec<u8>>, ArchiveFault> {
        let Some(member) = self.members.get(name) else {
            return Ok(None);
        };
        let wrong = || ArchiveFault::Inconsistent(String::from(name));
        let packed = &self.bytes[member.offset..member.offset + member.packed];
        let unpacked = if member.deflated {
            inflate(packed, member.unpacked).ok_or_else(wrong)?
        } else {
            packed.to_vec()
        };
        let mut crc = Crc::new();
        crc.update(&unpacked);
        if unpacked.len() != member.unpacked || crc.sum() != member.crc {
            return Err(wrong());
        }
        Ok(Some(unpacked))
    }

    /// Takes the entry at this offset of the directory, and returns where the next one begins; `None`
    /// if the bytes end before it does.
    fn take_member(&mut self, at: usize, end: usize) -> Option<Result<usize, ArchiveFault>> {
        let bytes = self.bytes;
        if word(bytes, at)? != CENTRAL as usize {
            return None;
        }
        let flags = half(bytes, at + 8)?;
        let method = half(bytes, at + 10)?;
        let crc = u32::try_from(word(bytes, at + 16)?).ok()?;
        let (packed, unpacked) = (word(bytes, at + 20)?, word(bytes, at + 24)?);
        let name_length = usize::from(half(bytes, at + 28)?);
        let rest = usize::from(half(bytes, at + 30)?) + usize::from(half(bytes, at + 32)?);
        let header = word(bytes, at + 42)?;
        let name_at = at + CENTRAL_LENGTH;
        let next = name_at + name_length + rest;
        if next > end {
            return None;
        }
        let raw = bytes.get(name_at..name_at + name_length)?;
        let name = match core::str::from_utf8(raw) {
            Ok(name) => String::from(name),
            Err(_) => return Some(Err(ArchiveFault::Name(String::from_utf8_lossy(raw).into()))),
        };
        if !is_harmless(&name) {
            return Some(Err(ArchiveFault::Name(name)));
        }
        if flags & ENCRYPTED != 0 || !matches!(method, 0 | 8) {
            return Some(Err(ArchiveFault::Unusual(name)));
        }
        let Some(offset) = self.data_of(header, raw, method) else {
            return Some(Err(ArchiveFault::Inconsistent(name)));
        };
        if name.ends_with('/') {
            return Some(Ok(next));
        }
        let stored_wrongly = method == 0 && packed != unpacked;
        if stored_wrongly
            || offset
                .checked_add(packed)
                .is_none_or(|end| end > bytes.len())
        {
            return Some(Err(ArchiveFault::Inconsistent(name)));
        }
        // Two names that differ in case alone are one file for some programs.
        let same = |other: &String| other.eq_ignore_ascii_case(&name);
        if self.members.keys().any(same) {
            return Some(Err(ArchiveFault::Duplicate(name)));
        }
        let deflated = method == 8;
        self.members.insert(
            name,
            Member {
                offset,
                packed,
                unpacked,
                crc,
                deflated,
            },
        );
        Some(Ok(next))
    }

    /// Returns where the bytes of a member begin, if its own header agrees with the directory.
    fn data_of(&self, header: usize, name: &[u8], method: u16) -> Option<usize> {
        let bytes = self.bytes;
        let name_at = header.checked_add(LOCAL_LENGTH)?;
        let agrees = word(bytes, header)? == LOCAL as usize
            && half(bytes, header + 8)? == method
            && usize::from(half(bytes, header + 26)?) == name.len()
            && bytes.get(name_at..name_at + name.len())? == name;
        let extra = usize::from(half(bytes, header + 28)?);
        agrees.then_some(name_at + name.len() + extra)
    }

    /// Judges sizes and places of all members together.
    fn judge(&self, directory: usize) -> Result<(), ArchiveFault> {
        let all: u64 = self
            .members
            .values()
            .map(|member| member.unpacked as u64)
            .sum();
        if all > MOST_BYTES {
            return Err(ArchiveFault::TooLarge(all));
        }
        for (name, member) in &self.members {
            let allowed = (member.packed as u64)
                .saturating_mul(HIGHEST_RATIO)
                .max(SMALL);
            if member.unpacked as u64 > allowed {
                return Err(ArchiveFault::TooDense(name.clone()));
            }
        }
        let mut places: Vec<_> = self
            .members
            .iter()
            .map(|(name, member)| (member.offset, member.offset + member.packed, name))
            .collect();
        places.sort_unstable();
        let mut free = 0;
        for (begin, end, name) in places {
            if begin < free || end > directory {
                return Err(ArchiveFault::Inconsistent(name.clone()));
            }
            free = end;
        }
        Ok(())
    }
}

/// Whether a name stays within the archive.
fn is_harmless(name: &str) -> bool {
    let path = name.strip_suffix('/').unwrap_or(name);
    let is_step = |step: &str| step.is_empty() || step == "." || step == "..";
    !path.split('/').any(is_step)
        && !path
            .chars()
            .any(|c| c.is_control() || matches!(c, '\\' | ':'))
        && path.len() <= 255
}

/// Finds the record that ends the archive: it is the last thing in it, but for a comment as long as
/// it says.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).rev().find(|&at| {
        word(bytes, at) == Some(END as usize)
            && half(bytes, at + 20).map(usize::from) == Some(last - at)
    })
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
}

fn inflate(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    // One byte more than is said, so that a member which holds more is noticed.
    let mut unpacked = Vec::with_capacity(length + 1);
    let mut state = Decompress::new(false);
    let done = state.decompress_vec(packed, &mut unpacked, FlushDecompress::Finish);
    let took_all = usize::try_from(state.total_in()).ok() == Some(packed.len());
    (matches!(done, Ok(Status::StreamEnd)) && took_all).then_some(unpacked)
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    // A stored block of 65,535 bytes costs five more; nothing that deflate makes is longer.
    let mut packed = Vec::with_capacity(bytes.len() + bytes.len() / 1_000 + 64);
    let mut state = Compress::new(Compression::new(6), false);
    let mut done = 0;
    loop {
        let status = state.compress_vec(&bytes[done..], &mut packed, FlushCompress::Finish);
        done = usize::try_from(state.total_in()).unwrap_or(bytes.len());
        match status {
            Ok(Status::Ok | Status::BufError) => packed.reserve(bytes.len() / 8 + 64),
            Ok(Status::StreamEnd) | Err(_) => return packed,
        }
    }
}

/// Writes an archive of these members, in this order.
pub(crate) fn write(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in members {
        let packed = deflate(bytes);
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut shared = Vec::new();
        for number in [20, UTF_8, 8, 0, DATE] {
            push_half(&mut shared, number);
        }
        push_word(&mut shared, crc.sum());
        push_word(&mut shared, bounded(packed.len()));
        push_word(&mut shared, bounded(bytes.len()));
        push_half(&mut shared, u16::try_from(name.len()).unwrap_or(u16::MAX));
        push_half(&mut shared, 0);

        push_word(&mut directory, CENTRAL);
        push_half(&mut directory, 20);
        directory.extend_from_slice(&shared);
        for _ in 0..3 {
            push_half(&mut directory, 0);
        }
        push_word(&mut directory, 0);
        push_word(&mut directory, bounded(out.len()));
        directory.extend_from_slice(name.as_bytes());

        push_word(&mut out, LOCAL);
        out.extend_from_slice(&shared);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(&packed);
    }
    let begin = bounded(out.len());
    let length = bounded(directory.len());
    out.extend_from_slice(&directory);
    push_word(&mut out, END);
    push_word(&mut out, 0);
    let count = u16::try_from(members.len()).unwrap_or(u16::MAX);
    push_half(&mut out, count);
    push_half(&mut out, count);
    push_word(&mut out, length);
    push_word(&mut out, begin);
    push_half(&mut out, 0);
    out
}

fn bounded(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn push_half(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn push_word(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

#[cfg(test)]
mod tests;
