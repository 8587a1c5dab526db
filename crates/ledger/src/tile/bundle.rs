//! Entry bundles: up to 256 entries in one file, each with its length before it in two bytes.

use super::Tile;
use crate::path::{Level, TILE_WIDTH, TilePath};
use alloc::vec::Vec;
use core::fmt;

/// The length of the number before each entry.
const LENGTH: usize = 2;

/// Why bytes are not the entry bundle that a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BundleError {
    /// The bundle ends within the entry that begins at this byte.
    Short(usize),
    /// Bytes follow the last entry, from this byte on.
    Tail(usize),
}

impl BundleError {
    /// Returns the byte at which the bundle is wrong.
    pub fn offset(&self) -> usize {
        match self {
            Self::Short(at) | Self::Tail(at) => *at,
        }
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short(at) => write!(f, "the entry bundle ends within the entry at byte {at}"),
            Self::Tail(at) => write!(
                f,
                "the entry bundle goes on after its entries, at byte {at}"
            ),
        }
    }
}

impl core::error::Error for BundleError {}

/// Returns the entries of a bundle that holds `width` of them and nothing else, each with the offset
/// at which it begins.
pub fn entries_of(bundle: &[u8], width: u64) -> Result<Vec<(usize, &[u8])>, BundleError> {
    let mut entries = Vec::new();
    let mut at = 0;
    for _ in 0..width.min(TILE_WIDTH) {
        let (entry, end) = entry_at(bundle, at).ok_or(BundleError::Short(at))?;
        entries.push((at + LENGTH, entry));
        at = end;
    }
    if at == bundle.len() {
        Ok(entries)
    } else {
        Err(BundleError::Tail(at))
    }
}

/// Returns the entry whose length stands at this byte, and where it ends.
pub(crate) fn entry_at(bundle: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let (length, rest) = bundle.get(at..)?.split_first_chunk::<LENGTH>()?;
    let entry = rest.get(..usize::from(u16::from_be_bytes(*length)))?;
    Some((entry, at + LENGTH + entry.len()))
}

/// Returns the bytes of a bundle of these entries, or `None` where an entry has more than 65,535
/// bytes.
pub fn join<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    let mut bundle = Vec::new();
    for entry in entries {
        bundle.extend_from_slice(&u16::try_from(entry.len()).ok()?.to_be_bytes());
        bundle.extend_from_slice(entry);
    }
    Some(bundle)
}

/// Returns the entry bundles that a log of `new` entries has and a log of `old` entries has not;
/// `entry` gives each entry from the first of the first changed bundle on. `None` where one is not
/// there or is too long.
pub fn bundles_for<E: AsRef<[u8]>>(
    old: u64,
    new: u64,
    mut entry: impl FnMut(u64) -> Option<E>,
) -> Option<Vec<Tile>> {
    if old >= new {
        return Some(Vec::new());
    }
    (old / TILE_WIDTH..new.div_ceil(TILE_WIDTH))
        .map(|index| {
            let start = index * TILE_WIDTH;
            let end = (start + TILE_WIDTH).min(new);
            let entries: Option<Vec<_>> = (start..end).map(&mut entry).collect();
            let bytes = join(entries?.iter().map(AsRef::as_ref))?;
            Some((TilePath::new(Level::Entries, index, end - start)?, bytes))
        })
        .collect()
}
