//! The keys of notes: how a verifier key is written (vkey), and signing with a secret that the
//! caller brings. Where secrets are kept is not known here.

use super::Signature;
use crate::verdict::{Fault, Rule};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;
use ed25519_dalek::Signer as _;
use sha2::{Digest as _, Sha256};
use sponsio_record::{Digest, from_base64, to_base64};

/// What a key signs with, and which message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// Ed25519 over the text of a note: how a log signs (type 0x01).
    Log,
    /// Ed25519 over a time and the text of a checkpoint: how a witness or mirror signs (type 0x04).
    Cosigner,
    /// ML-DSA-44 over a time and the head of a tree (type 0x06). Its signatures are read and their
    /// length is checked; they are not verified and never count.
    PostQuantum,
}

impl KeyKind {
    fn of_byte(byte: u8) -> Option<Self> {
        [Self::Log, Self::Cosigner, Self::PostQuantum]
            .into_iter()
            .find(|kind| kind.byte() == byte)
    }

    fn byte(self) -> u8 {
        match self {
            Self::Log => 0x01,
            Self::Cosigner => 0x04,
            Self::PostQuantum => 0x06,
        }
    }

    /// The length of a public key in bytes.
    fn length(self) -> usize {
        match self {
            Self::Log | Self::Cosigner => ed25519_dalek::PUBLIC_KEY_LENGTH,
            Self::PostQuantum => 1_312,
        }
    }
}

/// A public key with the name it signs under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    id: [u8; 4],
    kind: KeyKind,
    public: Vec<u8>,
}

/// Why something cannot be signed, or a key not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyError {
    /// The name is empty or holds white space or `+`.
    Name,
    /// The key is not of the kind that signs this.
    Kind,
    /// A cosignature needs a time from 1 to 2^63 − 1.
    Time,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "the name of a key is not empty and has neither white space nor +",
            Self::Kind => "a key of another kind signs this",
            Self::Time => "a cosignature is made at a time after 1970 and before 2^63",
        })
    }
}

impl core::error::Error for KeyError {}

impl VerifierKey {
    pub(super) fn new(name: &str, kind: KeyKind, public: Vec<u8>) -> Self {
        let hash = Sha256::new()
            .chain_update(name)
            .chain_update([b'\n', kind.byte()])
            .chain_update(&public)
            .finalize();
        let id = hash.first_chunk().copied().unwrap_or_default();
        Self {
            name: name.to_string(),
            id,
            kind,
            public,
        }
    }

    /// Returns the name that the key signs under; for a log it is the origin.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the key id: the first bytes of a hash over name, type and key.
    pub fn id(&self) -> [u8; 4] {
        self.id
    }

    /// Returns what the key signs with.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// Returns the public key.
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    /// Returns the digest of the public key, by which a signature over an act names it.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.public)
    }

    /// Returns whether this is a signature by an Ed25519 key over exactly this message.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let (Some(key), Ok(signature)) = (
            self.point(),
            ed25519_dalek::Signature::from_slice(signature),
        ) else {
            return false;
        };
        key.verify_strict(message, &signature).is_ok()
    }

    /// Returns the Ed25519 key, if it is one, written canonically and not of small order.
    fn point(&self) -> Option<ed25519_dalek::VerifyingKey> {
        let public = <&[u8; 32]>::try_from(self.public.as_slice()).ok()?;
        let key = ed25519_dalek::VerifyingKey::from_bytes(public).ok()?;
        (!key.is_weak() && is_reduced(public)).then_some(key)
    }
}

/// Whether the coordinate is below 2^255 - 19, so that the point has no second spelling.
fn is_reduced(public: &[u8; 32]) -> bool {
    let [first, middle @ .., last] = public;
    *first < 0xed || middle.iter().any(|byte| *byte != 0xff) || last & 0x7f != 0x7f
}

impl fmt::Display for VerifierKey {
    /// Writes the key as `name+id+base64`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = Vec::with_capacity(self.public.len() + 1);
        typed.push(self.kind.byte());
        typed.extend_from_slice(&self.public);
        let id = u32::from_be_bytes(self.id);
        write!(f, "{}+{id:08x}+{}", self.name, to_base64(&typed))
    }
}

impl FromStr for VerifierKey {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let form = Rule::KeyForm.at(0);
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(base64)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(form);
        };
        let (id_at, key_at) = (name.len() + 1, name.len() + id.len() + 2);
        if !is_name(name) {
            return Err(form);
        }
        let typed = from_base64(base64).map_err(|_| Rule::KeyForm.at(key_at))?;
        let (byte, public) = typed.split_first().ok_or(Rule::KeyForm.at(key_at))?;
        let kind = KeyKind::of_byte(*byte).ok_or(Rule::KeyKind.at(key_at))?;
        if public.len() != kind.length() {
            return Err(Rule::KeyKind.at(key_at));
        }
        let key = Self::new(name, kind, public.to_vec());
        if key.to_string() != text {
            return Err(Rule::KeyId.at(id_at));
        }
        if kind != KeyKind::PostQuantum && key.point().is_none() {
            return Err(Rule::KeyPoint.at(key_at));
        }
        Ok(key)
    }
}

/// Returns whether this can be the name of a key: not empty, without white space and `+`.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty()
        && !name
            .chars()
            .any(|character| character.is_whitespace() || character == '+')
}

/// A secret key with the name it signs under. The secret is wiped when the key is dropped.
pub struct SigningKey {
    secret: ed25519_dalek::SigningKey,
    verifier: VerifierKey,
}

impl SigningKey {
    /// Returns the key with which a log of this origin signs its checkpoints.
    pub fn log(origin: &str, secret: &[u8; 32]) -> Result<Self, KeyError> {
        Self::new(origin, KeyKind::Log, secret)
    }

    /// Returns the key with which a witness or mirror of this name cosigns.
    pub fn cosigner(name: &str, secret: &[u8; 32]) -> Result<Self, KeyError> {
        Self::new(name, KeyKind::Cosigner, secret)
    }

    fn new(name: &str, kind: KeyKind, secret: &[u8; 32]) -> Result<Self, KeyError> {
        if !is_name(name) {
            return Err(KeyError::Name);
        }
        let secret = ed25519_dalek::SigningKey::from_bytes(secret);
        let public = secret.verifying_key().to_bytes().to_vec();
        Ok(Self {
            secret,
            verifier: VerifierKey::new(name, kind, public),
        })
    }

    /// Returns the public half.
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// Signs the text of a note with the key of a log.
    pub fn sign(&self, text: &str) -> Result<Signature, KeyError> {
        if self.verifier.kind != KeyKind::Log {
            return Err(KeyError::Kind);
        }
        let bytes = self.sign_bytes(text.as_bytes()).to_vec();
        Ok(Signature::new(&self.verifier, bytes))
    }

    pub(crate) fn sign_bytes(&self, message: &[u8]) -> [u8; 64] {
        self.secret.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    /// Shows the public half only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.verifier)
    }
}
