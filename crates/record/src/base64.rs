//! Raw bytes as text: standard base64 with padding, in its one canonical form.

use alloc::string::String;
use alloc::vec::Vec;
use base64ct::{Base64, Encoding as _};
use core::fmt;

/// Why a text is not base64: another alphabet, white space, padding missing or misplaced, or
/// unused bits that are not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Base64Error;

impl fmt::Display for Base64Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("raw bytes are standard base64 with padding and unused bits zero")
    }
}

impl core::error::Error for Base64Error {}

/// Returns the text form of these bytes.
pub fn encode(bytes: &[u8]) -> String {
    Base64::encode_string(bytes)
}

/// Returns the bytes that this text means; the text is the one that [`encode`] gives for them.
pub fn decode(text: &str) -> Result<Vec<u8>, Base64Error> {
    Base64::decode_vec(text).map_err(|_| Base64Error)
}
