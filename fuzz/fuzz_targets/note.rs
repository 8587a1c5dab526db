//! Signed notes, signature lines and verifier keys: whatever the bytes are, reading does not panic;
//! what is read is printed as the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::note::{Note, VerifierKey, signatures};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(note) = Note::parse(bytes) {
        assert_eq!(note.to_string().as_bytes(), bytes);
        let again = Note::new(note.text(), note.signatures().to_vec());
        assert_eq!(again.as_ref(), Ok(&note));
        assert_eq!(note.with(note.signatures()).as_ref(), Ok(&note));
    }
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    if let Ok(lines) = signatures(text, 0) {
        let printed: String = lines.iter().map(ToString::to_string).collect();
        assert_eq!(printed, text);
    }
    if let Ok(key) = text.parse::<VerifierKey>() {
        assert_eq!(key.to_string(), text);
    }
});
