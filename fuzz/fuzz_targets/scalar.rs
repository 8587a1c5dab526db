//! The scalars of records, and their types: whatever the text is, reading does not panic, and what
//! is read is written as the same text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_record::{
    ActId, Digest, Instant, Kind, ParticipantId, TreatyId, from_base64, to_base64,
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    if let Ok(instant) = text.parse::<Instant>() {
        assert_eq!(instant.to_string(), text);
        assert_eq!(Instant::from_seconds(instant.seconds()), Some(instant));
    }
    if let Ok(digest) = text.parse::<Digest>() {
        assert_eq!(digest.to_string(), text);
    }
    if let Ok(digest) = Digest::from_cited(text) {
        assert_eq!(digest.cited(), text);
    }
    if let Ok(id) = text.parse::<ActId>() {
        assert_eq!(id.to_string(), text);
    }
    if let Ok(code) = ParticipantId::new(text) {
        assert_eq!(code.as_str(), text);
    }
    if let Ok(code) = TreatyId::new(text) {
        assert_eq!(code.as_str(), text);
    }
    if let Ok(kind) = Kind::parse(text) {
        assert_eq!(format!("sponsio.{}/{}", kind.name(), kind.version()), text);
    }
    if let Ok(decoded) = from_base64(text) {
        assert_eq!(to_base64(&decoded), text);
    }
    // Any bytes are written as base64 that reads as the same bytes, and any number as an instant
    // that does, if it is one.
    assert_eq!(from_base64(&to_base64(bytes)).as_deref(), Ok(bytes));
    if let Some(number) = bytes.first_chunk() {
        let seconds = i64::from_le_bytes(*number);
        for seconds in [seconds, seconds >> 28] {
            if let Some(instant) = Instant::from_seconds(seconds) {
                assert_eq!(instant.to_string().parse(), Ok(instant));
            }
        }
    }
});
