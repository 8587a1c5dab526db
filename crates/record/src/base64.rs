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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_test_vectors_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Ok(bytes.as_bytes()));
        }
        assert_eq!(encode(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn nothing_but_the_canonical_form_is_read() {
        for text in [
            "Zg", "Zg=", "Zg===", "Z===", "====", "=", "Zm8", "Zm8==", "Zm9v=", "Zm9v====", "Zh==",
            "Zm9=", "Zg==Zg==", "Zg==\n", " Zg==", "Zm 8=", "Zm9v\n", "Zm\n9v", "-_8=", "Zg=\0",
            "Zgé", "Z=8=", "=g==",
        ] {
            assert_eq!(decode(text), Err(Base64Error), "{text:?}");
        }
    }

    #[test]
    fn every_last_group_that_is_read_is_the_one_that_is_written() {
        let ascii = || (0_u8..128).map(char::from);
        let mut read = 0;
        for (one, two) in ascii().flat_map(|one| ascii().map(move |two| (one, two))) {
            for text in [
                String::from_iter([one, two, '=', '=']),
                String::from_iter(['Z', one, two, '=']),
            ] {
                if let Ok(bytes) = decode(&text) {
                    assert_eq!(encode(&bytes), text);
                    read += 1;
                }
            }
        }
        // Of the first form the 256 single bytes; of the second, which begins with Z, 64 x 16 pairs
        // of bytes and, where `two` is padding as well, 4 single bytes.
        assert_eq!(read, 256 + 64 * 16 + 4);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(decode(&encode(&bytes)), Ok(bytes));
        }

        #[test]
        fn what_is_read_is_what_would_be_written(text in "[A-Za-z0-9+/=\n -]{0,12}") {
            if let Ok(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }

        #[test]
        fn one_changed_character_is_another_value_or_none(
            bytes in prop::collection::vec(any::<u8>(), 1..40),
            at in any::<prop::sample::Index>(),
            other in 0_u8..128,
        ) {
            let mut text = encode(&bytes).into_bytes();
            let at = at.index(text.len());
            prop_assume!(text[at] != other);
            text[at] = other;
            prop_assert_ne!(decode(core::str::from_utf8(&text).unwrap()), Ok(bytes));
        }
    }
}
