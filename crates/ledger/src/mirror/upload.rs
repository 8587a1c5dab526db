//! The body of an upload: its header, and packages of up to 256 entries, each with the proof that
//! they are part of the pending tree.

use crate::checkpoint::decimal;
use crate::path::TILE_WIDTH;
use crate::tile::{entry_at, join};
use crate::tree::{
    HASH_LENGTH, Hash, LARGEST_SIZE, LONGEST_PROOF, Nodes, ProofError, Tree, leaf_hash,
    subtree_consistency, verify_subtree_consistency,
};
use crate::witness::Latest;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;
use sponsio_record::{from_base64, to_base64};

/// The header of an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The origin of the log.
    pub origin: String,
    /// The index of the first entry that is sent.
    pub start: u64,
    /// The size of the pending checkpoint that is aimed at.
    pub end: u64,
    /// What the mirror gave out to be reminded of; ours are empty, and those of others are ignored.
    pub ticket: Vec<u8>,
}

impl Header {
    /// Reads a header and returns where the packages begin, or `None` for one that is malformed.
    pub fn read(body: &[u8]) -> Option<(Self, usize)> {
        let (origin, at) = entry_at(body, 0)?;
        let (start, rest) = body.get(at..)?.split_first_chunk()?;
        let (end, _) = rest.split_first_chunk()?;
        let (ticket, at) = entry_at(body, at + 16)?;
        let header = Self {
            origin: String::from_utf8(origin.to_vec()).ok()?,
            start: u64::from_be_bytes(*start),
            end: u64::from_be_bytes(*end),
            ticket: ticket.to_vec(),
        };
        let ordered = header.start <= header.end && header.end <= LARGEST_SIZE;
        ordered.then_some((header, at))
    }

    /// Returns the bytes of the header, or `None` where origin or ticket are too long.
    pub fn write(&self) -> Option<Vec<u8>> {
        let mut bytes = join([self.origin.as_bytes()])?;
        bytes.extend_from_slice(&self.start.to_be_bytes());
        bytes.extend_from_slice(&self.end.to_be_bytes());
        bytes.extend(join([self.ticket.as_slice()])?);
        Some(bytes)
    }
}

/// The entries of one package, and the subtree that they complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Where the subtree begins: a multiple of 256.
    pub subtree: u64,
    /// The first entry of the package.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
}

/// Returns the packages of an upload, aligned at multiples of 256.
pub fn spans(start: u64, end: u64) -> impl Iterator<Item = Span> {
    let first = start / TILE_WIDTH;
    let last = if start == end {
        first
    } else {
        end.div_ceil(TILE_WIDTH)
    };
    (first..last).map(move |tile| Span {
        subtree: tile * TILE_WIDTH,
        start: (tile * TILE_WIDTH).max(start),
        end: ((tile + 1) * TILE_WIDTH).min(end),
    })
}

/// A package as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package<'b> {
    /// The entries.
    pub entries: Vec<&'b [u8]>,
    /// The proof that they are part of the pending tree.
    pub proof: Vec<Hash>,
}

impl<'b> Package<'b> {
    /// Reads the package at this byte and returns where it ends; `None` where it is cut short.
    pub fn read(body: &'b [u8], at: usize, span: &Span) -> Option<(Self, usize)> {
        let mut at = at;
        let mut entries = Vec::new();
        for _ in span.start..span.end {
            let (entry, end) = entry_at(body, at)?;
            entries.push(entry);
            at = end;
        }
        let (count, rest) = body.get(at..)?.split_first()?;
        let length = usize::from(*count) * HASH_LENGTH;
        let (hashes, _) = rest.get(..length)?.as_chunks();
        let package = Self {
            entries,
            proof: hashes.to_vec(),
        };
        Some((package, at + 1 + length))
    }

    /// Verifies that the entries, after those of their subtree that are held, are part of the
    /// pending tree.
    pub fn verify(
        &self,
        span: &Span,
        target: &Latest,
        held: &dyn Fn(u64) -> Option<Hash>,
    ) -> Result<(), ProofError> {
        if self.proof.len() > LONGEST_PROOF {
            return Err(ProofError::Length);
        }
        let mut subtree = Tree::new();
        for seq in span.subtree..span.start {
            subtree.append(held(seq).ok_or(ProofError::Range)?);
        }
        for entry in &self.entries {
            subtree.append(leaf_hash(entry));
        }
        verify_subtree_consistency(
            span.subtree,
            span.end,
            &subtree.root(),
            target.size,
            &target.root,
            &self.proof,
        )
    }
}

/// Returns the body of an upload of at most so many packages, or `None` where an entry or a hash is
/// not there.
pub fn upload(
    header: &Header,
    most: usize,
    entry: &dyn Fn(u64) -> Option<Vec<u8>>,
    nodes: &impl Nodes,
) -> Option<Vec<u8>> {
    let mut body = header.write()?;
    for span in spans(header.start, header.end).take(most) {
        for seq in span.start..span.end {
            body.extend(join([entry(seq)?.as_slice()])?);
        }
        let proof = subtree_consistency(nodes, span.subtree, span.end, header.end)?;
        body.push(u8::try_from(proof.len()).ok()?);
        body.extend(proof.concat());
    }
    Some(body)
}

/// What a mirror says of itself: the body of the answers 202 and 409.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// The size of a pending checkpoint to aim at.
    pub pending: u64,
    /// The index of the first entry that it does not hold.
    pub next: u64,
    /// What to send back with the next request.
    pub ticket: Vec<u8>,
}

impl fmt::Display for Info {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ticket = to_base64(&self.ticket);
        writeln!(f, "{}\n{}\n{ticket}", self.pending, self.next)
    }
}

/// Why a body does not say where a mirror stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InfoError;

impl fmt::Display for InfoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mirror says pending size, next entry and ticket, one per line")
    }
}

impl core::error::Error for InfoError {}

impl FromStr for Info {
    type Err = InfoError;

    fn from_str(text: &str) -> Result<Self, InfoError> {
        let read = || {
            let mut lines = text.strip_suffix('\n')?.split('\n');
            let info = Self {
                pending: decimal(lines.next()?)?,
                next: decimal(lines.next()?)?,
                ticket: from_base64(lines.next()?).ok()?,
            };
            (lines.next().is_none() && info.to_string() == text).then_some(info)
        };
        read().ok_or(InfoError)
    }
}
