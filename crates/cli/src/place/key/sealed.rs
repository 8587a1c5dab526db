//! A text encrypted with a passphrase, in the age format (age-encryption.org/v1, recipient `scrypt`,
//! armored), so that it can be opened without this program: `age -d FILE`.
//!
//! The format is small and frozen; of it only what a short text under one passphrase needs is here.
//! Why it is not taken from a crate of that name stands in `docs/decisions/0010`.

use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use scrypt::{Params, scrypt};
use sha2::Sha256;
use sponsio_record::{from_base64, to_base64};
use thiserror::Error;
use zeroize::Zeroizing;

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----\n";
const END: &str = "-----END AGE ENCRYPTED FILE-----\n";
const VERSION: &str = "age-encryption.org/v1\n";
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";

/// The work of a passphrase, as the power of two that scrypt takes: about a second, and 256 MiB.
pub const WORK: u8 = 18;

/// The most work that a file may ask of its reader: 1 GiB of memory.
const WORK_MAX: u8 = 20;

/// The longest armored file. A key file has a few hundred bytes.
const FILE_MAX: usize = 16_384;

/// The last chunk of a payload is marked in the last byte of its nonce; ours has one chunk.
const LAST_CHUNK: [u8; 12] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];

/// The lengths of the parts.
const SALT: usize = 16;
const FILE_KEY: usize = 16;
const TAG: usize = 16;

/// Why a text is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealedError {
    /// It is not in the format, or not for a passphrase.
    #[error("not encrypted with a passphrase in the age format")]
    Form,
    /// It asks for more work than is done for it.
    #[error("it asks for too much work")]
    Work,
    /// The passphrase is another.
    #[error("another passphrase")]
    Passphrase,
    /// What was encrypted was changed.
    #[error("changed after it was encrypted")]
    Changed,
}

/// What is drawn by lot for one file.
#[derive(Debug)]
pub struct Lots {
    /// The salt of the passphrase.
    pub salt: [u8; SALT],
    /// The key of the file.
    pub file_key: Zeroizing<[u8; FILE_KEY]>,
    /// The nonce of the payload.
    pub nonce: [u8; 16],
}

/// Whether a text is encrypted in this format.
pub fn is_sealed(text: &str) -> bool {
    text.starts_with(BEGIN)
}

/// Encrypts a text with a passphrase; nothing of the lots is used twice.
pub fn seal(text: &[u8], passphrase: &str, lots: &Lots, work: u8) -> Option<String> {
    let wrapping = stretched(passphrase, &lots.salt, work)?;
    let wrapped = encrypt(&wrapping, &[0; 12], lots.file_key.as_slice())?;
    let mut file = format!(
        "{VERSION}-> scrypt {} {work}\n{}\n---",
        bare(&lots.salt),
        bare(&wrapped)
    )
    .into_bytes();
    let mac = authenticated(lots.file_key.as_slice(), &file)?
        .finalize()
        .into_bytes();
    file.extend_from_slice(format!(" {}\n", bare(&mac)).as_bytes());
    file.extend_from_slice(&lots.nonce);
    let payload_key = derived(lots.file_key.as_slice(), &lots.nonce, b"payload")?;
    file.extend_from_slice(&encrypt(&payload_key, &LAST_CHUNK, text)?);
    let base64 = to_base64(&file);
    let mut armored = BEGIN.to_owned();
    let mut rest = base64.as_str();
    while !rest.is_empty() {
        let (line, more) = rest.split_at(rest.len().min(64));
        armored.extend([line, "\n"]);
        rest = more;
    }
    Some(armored + END)
}

/// Decrypts a text with its passphrase.
pub fn open(armored: &str, passphrase: &str) -> Result<Zeroizing<Vec<u8>>, SealedError> {
    let file = unarmored(armored).ok_or(SealedError::Form)?;
    let (header, payload) = parts(&file).ok_or(SealedError::Form)?;
    if header.work > WORK_MAX {
        return Err(SealedError::Work);
    }
    let wrapping = stretched(passphrase, &header.salt, header.work).ok_or(SealedError::Form)?;
    let file_key = decrypt(&wrapping, &[0; 12], &header.wrapped).ok_or(SealedError::Passphrase)?;
    let mac = authenticated(&file_key, header.authenticated).ok_or(SealedError::Form)?;
    mac.verify_slice(&header.mac)
        .map_err(|_| SealedError::Changed)?;
    let (nonce, chunk) = payload.split_at_checked(16).ok_or(SealedError::Form)?;
    let payload_key = derived(&file_key, nonce, b"payload").ok_or(SealedError::Form)?;
    decrypt(&payload_key, &LAST_CHUNK, chunk).ok_or(SealedError::Changed)
}

/// What stands above the payload.
struct Header<'a> {
    salt: [u8; SALT],
    work: u8,
    wrapped: Vec<u8>,
    mac: Vec<u8>,
    /// What the authentication covers.
    authenticated: &'a [u8],
}

fn parts(file: &[u8]) -> Option<(Header<'_>, &[u8])> {
    let rest = file.strip_prefix(VERSION.as_bytes())?;
    let (stanza, rest) = line(rest)?;
    let (salt, work) = stanza.strip_prefix("-> scrypt ")?.split_once(' ')?;
    let (wrapped, rest) = line(rest)?;
    let (mac, payload) = line(rest)?;
    let mac = mac.strip_prefix("--- ")?;
    let covered = file.len() - payload.len() - mac.len() - " \n".len();
    let is_plain = work.bytes().all(|byte| byte.is_ascii_digit()) && !work.starts_with('0');
    let header = Header {
        salt: unbare(salt)?.try_into().ok()?,
        work: work.parse().ok().filter(|_| is_plain)?,
        wrapped: unbare(wrapped).filter(|bytes| bytes.len() == FILE_KEY + TAG)?,
        mac: unbare(mac)?,
        authenticated: file.get(..covered)?,
    };
    Some((header, payload))
}

/// Splits off the first line.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at(end);
    Some((str::from_utf8(line).ok()?, rest.get(1..)?))
}

fn unarmored(text: &str) -> Option<Vec<u8>> {
    if text.len() > FILE_MAX {
        return None;
    }
    let lines = text.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let lines: Vec<_> = lines.split_terminator('\n').collect();
    let (last, full) = lines.split_last()?;
    let fits = full.iter().all(|line| line.len() == 64) && (1..=64).contains(&last.len());
    fits.then(|| from_base64(&lines.concat()).ok()).flatten()
}

/// Makes a key of a passphrase, at a cost.
fn stretched(passphrase: &str, salt: &[u8; SALT], work: u8) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    let salted = [LABEL, salt].concat();
    let params = Params::new(work, 8, 1).ok()?;
    scrypt(passphrase.as_bytes(), &salted, &params, key.as_mut_slice()).ok()?;
    Some(key)
}

fn derived(file_key: &[u8], salt: &[u8], info: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    let made = Hkdf::<Sha256>::new(Some(salt), file_key);
    made.expand(info, key.as_mut_slice()).ok()?;
    Some(key)
}

fn authenticated(file_key: &[u8], header: &[u8]) -> Option<Hmac<Sha256>> {
    let key = derived(file_key, &[], b"header")?;
    let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice()).ok()?;
    Some(mac.chain_update(header))
}

fn encrypt(key: &[u8; 32], nonce: &[u8; 12], text: &[u8]) -> Option<Vec<u8>> {
    let cipher = ChaCha20Poly1305::new(&(*key).into());
    cipher.encrypt(&Nonce::from(*nonce), text).ok()
}

fn decrypt(key: &[u8; 32], nonce: &[u8; 12], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = ChaCha20Poly1305::new(&(*key).into());
    let text = cipher.decrypt(&Nonce::from(*nonce), sealed).ok()?;
    Some(Zeroizing::new(text))
}

/// Base64 without padding, as the format has it.
fn bare(bytes: &[u8]) -> String {
    to_base64(bytes).trim_end_matches('=').to_owned()
}

fn unbare(text: &str) -> Option<Vec<u8>> {
    if text.contains('=') {
        return None;
    }
    let padding = "=".repeat((4 - text.len() % 4) % 4);
    from_base64(&format!("{text}{padding}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Encrypted by another implementation of the format (rage 0.12, by way of pyrage 1.3) with the
    /// passphrase below; the key in it is a test, without legal effect.
    const FOREIGN: &str = include_str!("vector.age");
    const PASSPHRASE: &str = "test, no legal effect";

    fn lots(number: u8) -> Lots {
        Lots {
            salt: [number; 16],
            file_key: Zeroizing::new([number; 16]),
            nonce: [number; 16],
        }
    }

    #[test]
    fn what_another_program_encrypted_is_opened() {
        let text = open(FOREIGN, PASSPHRASE).expect("it opens");
        assert!(text.starts_with(b"-----BEGIN SPONSIO LOG KEY-----\nBwcHBwcH"));
        let wrong = open(FOREIGN, "test, no legal effect.");
        assert_eq!(wrong, Err(SealedError::Passphrase));
    }

    #[test]
    fn what_is_encrypted_is_opened_by_its_passphrase_alone() {
        for text in [&b""[..], b"a", &[7; 200]] {
            let sealed = seal(text, "correct horse", &lots(3), 2).expect("encrypted");
            assert!(is_sealed(&sealed));
            let opened = open(&sealed, "correct horse");
            assert_eq!(opened.as_ref().map(|text| text.as_slice()), Ok(text));
            let other = open(&sealed, "correct house");
            assert_eq!(other, Err(SealedError::Passphrase));
        }
        let one = seal(b"a", "p", &lots(1), 2);
        assert_ne!(one, seal(b"a", "p", &lots(2), 2));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let sealed = seal(b"the secret", "p", &lots(9), 2).expect("encrypted");
        for at in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            assert!(open(&changed, "p").is_err(), "byte {at}");
        }
        assert!(open(&sealed[..sealed.len() - 1], "p").is_err());
        assert!(open(&format!("{sealed}\n"), "p").is_err());
    }

    #[test]
    fn a_file_that_asks_for_a_day_of_work_is_refused_at_once() {
        let file = to_base64(
            format!(
                "{VERSION}-> scrypt {} 30\n{}\n--- {}\n{}",
                bare(&[1; 16]),
                bare(&[1; 32]),
                bare(&[1; 32]),
                "x".repeat(32)
            )
            .as_bytes(),
        );
        let lines: Vec<_> = file.as_bytes().chunks(64).collect();
        let lines = String::from_utf8(lines.join(&b'\n')).expect("text");
        let armored = format!("{BEGIN}{lines}\n{END}");
        assert_eq!(open(&armored, "p"), Err(SealedError::Work));
    }
}
