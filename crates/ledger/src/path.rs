//! The paths of tiles and entry bundles below the folder of a log (C2SP tlog-tiles), and nothing
//! else: which level, which place, how wide.

use alloc::string::String;
use core::fmt::{self, Write as _};
use core::str::FromStr;

/// The number of hashes or entries in a full tile.
pub const TILE_WIDTH: u64 = 256;

/// The highest level of a tile that a path can name.
const HIGHEST_LEVEL: u8 = 63;

/// What a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Entries, each with its length before it.
    Entries,
    /// Hashes of complete subtrees of `256^level` leaves; the number is at most 63.
    Hashes(u8),
}

/// The path of a tile: `tile/<level>/<index>[.p/<width>]`, or `tile/entries/…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    level: Level,
    index: u64,
    width: u16,
}

/// Why a text is not the path of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TilePathError;

impl fmt::Display for TilePathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a tile lies at tile/<level>/<index>[.p/<width>] or tile/entries/<index>[.p/<width>]")
    }
}

impl core::error::Error for TilePathError {}

impl TilePath {
    /// Returns the path of the tile at this place, or `None` for a level above 63 or a width that is
    /// not 1 to 256.
    pub fn new(level: Level, index: u64, width: u64) -> Option<Self> {
        if matches!(level, Level::Hashes(number) if number > HIGHEST_LEVEL) {
            return None;
        }
        let width = u16::try_from(width).ok()?;
        ((1..=TILE_WIDTH).contains(&u64::from(width))).then_some(Self {
            level,
            index,
            width,
        })
    }

    /// Returns what the tile holds.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Returns the tile's place within its level, from 0.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// Returns how many hashes or entries the tile holds, 1 to 256.
    pub fn width(&self) -> u64 {
        u64::from(self.width)
    }

    /// Returns whether the tile is full.
    pub fn is_full(&self) -> bool {
        self.width() == TILE_WIDTH
    }

    /// Returns the tiles that a tree of this size has in this level, from the left; the last may be
    /// partial.
    pub fn of_level(level: Level, size: u64) -> impl Iterator<Item = Self> {
        let count = match level {
            Level::Entries => size,
            Level::Hashes(number) => size.checked_shr(8 * u32::from(number)).unwrap_or(0),
        };
        (0..count.div_ceil(TILE_WIDTH)).filter_map(move |index| {
            Self::new(level, index, (count - index * TILE_WIDTH).min(TILE_WIDTH))
        })
    }

    /// Returns all paths that a log of this size has: entry bundles first, then the tiles of each
    /// level.
    pub fn all(size: u64) -> impl Iterator<Item = Self> {
        let levels = (0..8).map(Level::Hashes);
        core::iter::once(Level::Entries)
            .chain(levels)
            .flat_map(move |level| Self::of_level(level, size))
    }
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Level::Entries => f.write_str("tile/entries/")?,
            Level::Hashes(number) => write!(f, "tile/{number}/")?,
        }
        let mut groups = 0;
        let mut rest = self.index;
        while rest >= 1000 {
            rest /= 1000;
            groups += 1;
        }
        for group in (1..=groups).rev() {
            write!(f, "x{:03}/", self.index / 1000_u64.pow(group) % 1000)?;
        }
        write!(f, "{:03}", self.index % 1000)?;
        if !self.is_full() {
            write!(f, ".p/{}", self.width)?;
        }
        Ok(())
    }
}

impl FromStr for TilePath {
    type Err = TilePathError;

    /// Reads the one form in which a path is printed; any other spelling is refused.
    fn from_str(text: &str) -> Result<Self, TilePathError> {
        let path = read(text).ok_or(TilePathError)?;
        let mut printed = String::with_capacity(text.len());
        write!(printed, "{path}").map_err(|_| TilePathError)?;
        if printed == text {
            Ok(path)
        } else {
            Err(TilePathError)
        }
    }
}

/// Reads a path leniently; the caller compares it with what is printed.
fn read(text: &str) -> Option<TilePath> {
    let (level, place) = text.strip_prefix("tile/")?.split_once('/')?;
    let level = match level {
        "entries" => Level::Entries,
        number => Level::Hashes(number.parse().ok()?),
    };
    let (place, width) = match place.split_once(".p/") {
        Some((place, width)) => (place, width.parse().ok()?),
        None => (place, TILE_WIDTH),
    };
    let mut index = 0_u64;
    for group in place.split('/') {
        let number: u64 = group.strip_prefix('x').unwrap_or(group).parse().ok()?;
        index = index.checked_mul(1000)?.checked_add(number)?;
    }
    TilePath::new(level, index, width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    #[test]
    fn paths_are_those_of_the_specification() {
        let path = |level, index, width| TilePath::new(level, index, width).unwrap().to_string();
        assert_eq!(path(Level::Hashes(0), 1_234_067, 256), "tile/0/x001/x234/067");
        assert_eq!(path(Level::Hashes(2), 0, 1), "tile/2/000.p/1");
        assert_eq!(path(Level::Entries, 999, 255), "tile/entries/999.p/255");
        assert_eq!(path(Level::Entries, 1000, 256), "tile/entries/x001/000");
        assert_eq!(TilePath::new(Level::Hashes(64), 0, 1), None);
        assert_eq!(TilePath::new(Level::Entries, 0, 0), None);
        assert_eq!(TilePath::new(Level::Entries, 0, 257), None);
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in [
            "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/00/000", "tile/0/x000/000", "tile/0/000.p/",
            "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/+1", "tile/+0/000",
            "tile/64/000", "tile/entries/001/000", "tile/0/x001", "/tile/0/000", "tile/0/000/",
            "tile/0/../000", "tile/8/0/000", "tile/0/000.p/1.p/1",
            "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        ] {
            assert_eq!(text.parse::<TilePath>(), Err(TilePathError), "{text}");
        }
    }

    #[test]
    fn a_tree_has_the_tiles_that_the_specification_counts() {
        let count = |level, size| {
            let tiles: Vec<_> = TilePath::of_level(level, size).collect();
            let full = tiles.iter().filter(|tile| tile.is_full()).count();
            let partial = tiles.iter().find(|tile| !tile.is_full());
            (full, partial.map_or(0, TilePath::width))
        };
        assert_eq!(count(Level::Hashes(0), 70_000), (273, 112));
        assert_eq!(count(Level::Entries, 70_000), (273, 112));
        assert_eq!(count(Level::Hashes(1), 70_000), (1, 17));
        assert_eq!(count(Level::Hashes(2), 70_000), (0, 1));
        assert_eq!(count(Level::Hashes(3), 70_000), (0, 0));
        assert_eq!(count(Level::Hashes(0), 256), (1, 0));
        assert_eq!(count(Level::Hashes(1), 256), (0, 1));
        assert_eq!(TilePath::all(0).count(), 0);
        assert_eq!(TilePath::all(256).count(), 3);
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read(level in 0_u8..=64, index: u64, width in 1_u64..=256) {
            let level = if level == 64 { Level::Entries } else { Level::Hashes(level) };
            let path = TilePath::new(level, index, width).unwrap();
            prop_assert_eq!(path.to_string().parse(), Ok(path));
        }
    }
}
