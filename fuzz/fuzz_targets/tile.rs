//! Tile paths, entry bundles, frontiers: whatever the bytes are, reading does not panic; what is
//! read is written as the same bytes.
//!
//! The first byte is the width of the bundle and the size of the tree.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::path::TilePath;
use sponsio_ledger::tile::{entries_of, join};
use sponsio_ledger::tree::Tree;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(path) = text.parse::<TilePath>()
    {
        assert_eq!(path.to_string(), text);
        let again = TilePath::new(path.level(), path.index(), path.width());
        assert_eq!(again, Some(path));
    }
    let Some((width, rest)) = bytes.split_first() else {
        return;
    };
    match entries_of(rest, u64::from(*width)) {
        Ok(entries) => {
            assert_eq!(entries.len(), usize::from(*width));
            for (at, entry) in &entries {
                assert_eq!(rest.get(*at..at + entry.len()), Some(*entry));
            }
            let joined = join(entries.into_iter().map(|(_, entry)| entry));
            assert_eq!(joined.as_deref(), Some(rest));
        }
        Err(error) => assert!(error.offset() <= rest.len()),
    }
    if let Ok(tree) = Tree::restore(u64::from(*width), rest) {
        assert_eq!(tree.frontier(), rest);
        assert_eq!(tree.size(), u64::from(*width));
    }
});
