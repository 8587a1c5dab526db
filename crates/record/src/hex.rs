//! Lower-case hexadecimal digits for values of a fixed number of bytes.

use core::fmt;

/// Returns the bytes that exactly `2 * N` lower-case hexadecimal digits mean.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

/// The digits in the order of their values.
const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Writes two lower-case hexadecimal digits for each byte.
pub(crate) fn write(bytes: &[u8], f: &mut impl fmt::Write) -> fmt::Result {
    // A digest fills the buffer: it is written at once.
    let mut buffer = [0; 64];
    for bytes in bytes.chunks(buffer.len() / 2) {
        let (pairs, _) = buffer.as_chunks_mut::<2>();
        for (pair, byte) in pairs.iter_mut().zip(bytes) {
            *pair = [
                DIGITS[usize::from(byte >> 4)],
                DIGITS[usize::from(byte & 0xf)],
            ];
        }
        let digits = &buffer[..2 * bytes.len()];
        f.write_str(core::str::from_utf8(digits).map_err(|_| fmt::Error)?)?;
    }
    Ok(())
}

fn digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn only_lower_case_digits_of_the_right_number_are_read() {
        assert_eq!(read("0a9f"), Some([0x0a, 0x9f]));
        assert_eq!(read::<0>(""), Some([]));
        for text in [
            "", "0a", "0a9", "0a9f0", "0a9f00", "0A9f", "0a9g", "0a 9", "0a9é", "/a9f", ":a9f",
            "`a9f",
        ] {
            assert_eq!(read::<2>(text), None, "{text}");
        }
    }

    #[test]
    fn every_byte_is_read_back() {
        for byte in 0..=u8::MAX {
            let mut text = String::new();
            write(&[byte], &mut text).unwrap();
            assert_eq!(read(&text), Some([byte]));
        }
    }
}
