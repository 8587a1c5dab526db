//! Signed notes: whatever the bytes are, reading does not panic; what is read is printed as the same
//! bytes, and a checkpoint in it as the same text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::{Note, VerifierKey};
use sponsio_ledger::witness::AddCheckpoint;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(note) = Note::parse(bytes) {
        assert_eq!(note.to_string().as_bytes(), bytes);
        if let Ok(checkpoint) = Checkpoint::parse(note.text()) {
            assert_eq!(checkpoint.text(), note.text());
        }
    }
    if let Ok(request) = AddCheckpoint::parse(bytes) {
        assert_eq!(request.print(), bytes);
    }
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(key) = text.parse::<VerifierKey>()
    {
        assert_eq!(key.to_string(), text);
    }
});
