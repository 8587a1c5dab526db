//! Cosignatures (C2SP tlog-cosignature): what a witness or a mirror adds to a checkpoint, with the
//! time at which it did. Ed25519 (type 0x04) is made and verified; ML-DSA-44 (type 0x06) is read,
//! its length checked, and not believed.

use crate::note::{KeyError, KeyKind, Signature, SigningKey, VerifierKey};
use alloc::format;
use alloc::vec::Vec;
use core::fmt;

/// The length of the time before the signature.
const TIME_LENGTH: usize = 8;

/// The length of an ML-DSA-44 signature.
const POST_QUANTUM_LENGTH: usize = 2_420;

/// What a cosignature is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cosignature {
    /// It verifies, and was made at this time, in seconds since 1970.
    Verified(u64),
    /// It is well formed and of a kind that is not verified here; it was made at this time, it says.
    Unverified(u64),
}

/// Why a cosignature by a known key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CosignatureError {
    /// Its length is not that of its kind, or its time is 2^63 or later.
    Form,
    /// It is not a signature of this checkpoint at its time.
    Signature,
}

impl fmt::Display for CosignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "a cosignature is a time below 2^63 and a signature of its kind's length",
            Self::Signature => "the cosignature is not one of this checkpoint",
        })
    }
}

impl core::error::Error for CosignatureError {}

/// Returns the line by which this key says that it saw the checkpoint of this text at this time,
/// in seconds since 1970.
pub fn cosign(text: &str, key: &SigningKey, time: u64) -> Result<Signature, KeyError> {
    if key.verifier().kind() != KeyKind::Cosigner {
        return Err(KeyError::Kind);
    }
    if time == 0 || i64::try_from(time).is_err() {
        return Err(KeyError::Time);
    }
    let mut bytes = time.to_be_bytes().to_vec();
    bytes.extend_from_slice(&key.sign_bytes(&message(text, time)));
    Ok(Signature::new(key.verifier(), bytes))
}

/// Judges a cosignature by this key on the checkpoint of this text.
pub fn verify(
    text: &str,
    key: &VerifierKey,
    signature: &[u8],
) -> Result<Cosignature, CosignatureError> {
    let (time, signature) = signature
        .split_first_chunk::<TIME_LENGTH>()
        .ok_or(CosignatureError::Form)?;
    let time = u64::from_be_bytes(*time);
    if i64::try_from(time).is_err() {
        return Err(CosignatureError::Form);
    }
    match key.kind() {
        KeyKind::PostQuantum if signature.len() == POST_QUANTUM_LENGTH => {
            Ok(Cosignature::Unverified(time))
        }
        KeyKind::Cosigner if signature.len() == ed25519_dalek::SIGNATURE_LENGTH => {
            if key.verifies(&message(text, time), signature) {
                Ok(Cosignature::Verified(time))
            } else {
                Err(CosignatureError::Signature)
            }
        }
        _ => Err(CosignatureError::Form),
    }
}

fn message(text: &str, time: u64) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{text}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    const TEXT: &str = "example.com/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    #[test]
    fn a_cosignature_binds_time_and_text() {
        let key = SigningKey::cosigner("witness.example/w", &[7; 32]).unwrap();
        let line = cosign(TEXT, &key, 1_795_353_600).unwrap();
        let bytes = line.bytes().to_vec();
        let judge = |text: &str, bytes: &[u8]| verify(text, key.verifier(), bytes);
        assert_eq!(judge(TEXT, &bytes), Ok(Cosignature::Verified(1_795_353_600)));
        assert_eq!(judge(&TEXT.replace('1', "2"), &bytes), Err(CosignatureError::Signature));
        assert_eq!(judge(TEXT, &bytes[..71]), Err(CosignatureError::Form));
        assert_eq!(judge(TEXT, &[]), Err(CosignatureError::Form));
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(judge(TEXT, &flipped).is_err(), "bit {bit}");
        }
    }

    #[test]
    fn what_cannot_be_said_is_not_signed() {
        let witness = SigningKey::cosigner("w", &[7; 32]).unwrap();
        let log = SigningKey::log("l", &[7; 32]).unwrap();
        assert_eq!(cosign(TEXT, &witness, 0), Err(KeyError::Time));
        assert_eq!(cosign(TEXT, &witness, 1 << 63), Err(KeyError::Time));
        assert_eq!(cosign(TEXT, &log, 1), Err(KeyError::Kind));
        assert_eq!(witness.sign(TEXT), Err(KeyError::Kind));
    }

    #[test]
    fn a_post_quantum_cosignature_is_read_and_not_believed() {
        let mut public = alloc::vec![6];
        public.extend([9; 1_312]);
        let hash = sponsio_record::Digest::of(&[&b"w\n"[..], &public].concat()).to_string();
        let text = format!("w+{}+{}", &hash[..8], sponsio_record::to_base64(&public));
        let key: VerifierKey = text.parse().unwrap();
        let mut bytes = 5_u64.to_be_bytes().to_vec();
        bytes.extend([1; 2_420]);
        assert_eq!(verify(TEXT, &key, &bytes), Ok(Cosignature::Unverified(5)));
        assert_eq!(verify(TEXT, &key, &bytes[1..]), Err(CosignatureError::Form));
        bytes[0] = 0x80;
        assert_eq!(verify(TEXT, &key, &bytes), Err(CosignatureError::Form));
    }
}
