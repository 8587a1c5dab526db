//! Tile paths, entry bundles, entries and uploads: whatever the bytes are, reading does not panic;
//! what is read is written as the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::entry::{Entry, Heads};
use sponsio_ledger::mirror::{Header, State, receive};
use sponsio_ledger::path::TilePath;
use sponsio_ledger::tile::{entries_of, join};
use sponsio_ledger::tree::Tree;
use sponsio_ledger::witness::Latest;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(path) = text.parse::<TilePath>()
    {
        assert_eq!(path.to_string(), text);
    }
    let Some((width, rest)) = bytes.split_first() else {
        return;
    };
    if let Ok(entries) = entries_of(rest, u64::from(*width)) {
        let entries: Vec<_> = entries.into_iter().map(|(_, entry)| entry).collect();
        assert_eq!(entries.len(), usize::from(*width));
        assert_eq!(join(entries).as_deref(), Some(rest));
    }
    if let Ok(tree) = Tree::restore(u64::from(*width), rest) {
        assert_eq!(tree.frontier(), rest);
    }
    if let Ok(entry) = Entry::read(rest, "fuzz") {
        assert_eq!(entry.bytes(), rest);
    }
    if let Ok(heads) = Heads::read(rest, "fuzz") {
        assert_eq!(heads.write().as_deref(), Ok(rest));
    }
    if let Some((header, at)) = Header::read(rest) {
        assert_eq!(header.write().as_deref(), rest.get(..at));
        let pending = vec![Latest {
            size: header.end,
            root: [0; 32],
        }];
        let state = State {
            pending,
            mirrored: 0,
            next: header.start,
        };
        // No 32 bytes of a root can be met by chance, so nothing of an upload is ever believed.
        let received = receive(rest, |_| Some(state), &|_| Some([1; 32]));
        assert!(received.entries.is_empty());
    }
});
