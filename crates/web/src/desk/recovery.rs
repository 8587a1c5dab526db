//! Recovery codes: printed once, kept by Argon2, each used once. A code opens no session: it gives a new
//! one-time link for a passkey.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};

/// How many codes there are.
pub(super) const CODES: u32 = 8;

/// The letters of a code: none is taken for another.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Returns the code in this place, as it is printed: `3-abcd-efgh-jkmn-pqrs`.
pub(super) fn code(place: u32, chance: [u8; 16]) -> String {
    let letters = chance.iter().map(|byte| LETTERS[usize::from(byte % 32)]);
    let mut written = place.to_string();
    for (nth, letter) in letters.enumerate() {
        if nth % 4 == 0 {
            written.push('-');
        }
        written.push(char::from(letter));
    }
    written
}

/// Returns how a code is kept; `None` where it cannot be hashed.
pub(super) fn hash(code: &str, salt: [u8; 16]) -> Option<String> {
    let salt = SaltString::encode_b64(&salt).ok()?;
    let hash = Argon2::default().hash_password(plain(code).as_bytes(), &salt);
    Some(hash.ok()?.to_string())
}

/// Returns the place that a code names.
pub(super) fn place(code: &str) -> Option<u32> {
    let (place, _) = code.trim().split_once('-')?;
    place
        .parse()
        .ok()
        .filter(|place| (1..=CODES).contains(place))
}

/// Whether a code is the one that is kept.
pub(super) fn is_right(code: &str, kept: &str) -> bool {
    PasswordHash::new(kept).is_ok_and(|kept| {
        Argon2::default()
            .verify_password(plain(code).as_bytes(), &kept)
            .is_ok()
    })
}

/// Blanks, hyphens and capitals are the typist's.
fn plain(code: &str) -> String {
    let letters = code
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-');
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_printed_or_typed() {
        let code = code(
            3,
            [0, 1, 2, 3, 4, 5, 6, 7, 40, 50, 60, 70, 80, 90, 255, 254],
        );
        assert_eq!(code.len(), "3-abcd-efgh-jkmn-pqrs".len());
        let kept = hash(&code, [9; 16]).unwrap();
        assert!(kept.starts_with("$argon2id$"), "{kept}");
        assert!(is_right(&code, &kept));
        assert!(is_right(&format!(" {} ", code.to_ascii_uppercase()), &kept));
        assert!(!is_right(&code.replace('a', "b"), &kept));
        assert_eq!(place(&code), Some(3));
        for none in ["", "abcd", "0-abcd", "9-abcd", "x-abcd"] {
            assert_eq!(place(none), None, "{none}");
        }
    }
}
