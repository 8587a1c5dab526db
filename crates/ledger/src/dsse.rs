//! Signatures over acts, by the pre-authentication encoding of DSSE: the type of what is signed is
//! inside the signature. Ed25519 is made and verified here; X.509 signatures are carried along and
//! judged by whoever knows certificates.

use crate::entry::Entry;
use crate::note::{SigningKey, VerifierKey, verifies};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;
use sponsio_record::{Digest, Draft, FieldError, Value};

/// The type of a signed act.
pub const ACT_TYPE: &str = "application/vnd.sponsio.act+json";

/// Returns the bytes that are signed for a body of this type: both with their lengths before them.
pub fn pre_authentication(kind: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("DSSEv1 {} {kind} {} ", kind.len(), body.len()).into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// How a signature over an act was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignatureKind {
    /// Ed25519 over the pre-authentication encoding.
    Ed25519,
    /// `CAdES`, with a chain of certificates.
    X509,
}

impl SignatureKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::X509 => "x509",
        }
    }
}

/// A signature over an act, as an entry carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActSignature {
    /// The digest of the key: for Ed25519 over its 32 bytes.
    pub key: Digest,
    /// How it was made.
    pub kind: SignatureKind,
    /// The signature.
    pub bytes: Vec<u8>,
    /// The digests of the certificates, from the signer's up; none for Ed25519.
    pub chain: Vec<Digest>,
}

/// What a signature over an act came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// It verifies with a key at hand.
    Verified,
    /// It is of another kind, or its key is not at hand.
    Unknown,
    /// Its key is at hand, and it is not a signature over this act.
    False,
}

impl ActSignature {
    /// Signs an act, given as its exact bytes.
    pub fn make(key: &SigningKey, act: &[u8]) -> Self {
        Self {
            key: key.verifier().digest(),
            kind: SignatureKind::Ed25519,
            bytes: key.sign_bytes(&pre_authentication(ACT_TYPE, act)).to_vec(),
            chain: Vec::new(),
        }
    }

    /// Judges the signature over an act by the keys at hand.
    pub fn judge(&self, act: &[u8], keys: &Keys) -> Judged {
        match (self.kind, keys.get(&self.key)) {
            (SignatureKind::Ed25519, Some(key)) => {
                if verifies(key, &pre_authentication(ACT_TYPE, act), &self.bytes) {
                    Judged::Verified
                } else {
                    Judged::False
                }
            }
            (SignatureKind::Ed25519 | SignatureKind::X509, _) => Judged::Unknown,
        }
    }

    /// Reads a signature of an entry.
    pub(crate) fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let kind = fields.required("kind", |value| {
            value.read_as("`ed25519` or `x509`", |text| {
                [SignatureKind::Ed25519, SignatureKind::X509]
                    .into_iter()
                    .find(|kind| kind.as_str() == text)
            })
        })?;
        let signature = Self {
            key: fields.required("key", Value::digest)?,
            kind,
            bytes: fields.required("sig", |value| {
                let bytes = value.base64()?;
                let fits = match kind {
                    SignatureKind::Ed25519 => bytes.len() == ed25519_dalek::SIGNATURE_LENGTH,
                    SignatureKind::X509 => !bytes.is_empty(),
                };
                fits.then_some(bytes)
                    .ok_or_else(|| value.wrong("base64 of a signature"))
            })?,
            chain: fields
                .optional("chain", |value| value.list(Value::digest))?
                .unwrap_or_default(),
        };
        fields.finish()?;
        Ok(signature)
    }

    /// Returns the signature as an entry carries it.
    pub(crate) fn draft(&self) -> Draft {
        let chain =
            (!self.chain.is_empty()).then(|| Draft::array(self.chain.iter().map(Draft::digest)));
        Draft::object([
            ("chain", chain),
            ("key", Some(Draft::digest(&self.key))),
            ("kind", Some(Draft::text(self.kind.as_str()))),
            ("sig", Some(Draft::base64(&self.bytes))),
        ])
    }
}

/// The public keys at hand, each under the digest by which signatures name it.
#[derive(Debug, Clone, Default)]
pub struct Keys(BTreeMap<Digest, Vec<u8>>);

impl Keys {
    /// Returns these keys.
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a VerifierKey>) -> Self {
        let mut known = Self::default();
        for key in keys {
            known.add(key.public());
        }
        known
    }

    /// Adds a public key, given as its bytes. It is believed as far as a signature names it by its
    /// digest, and no further.
    pub fn add(&mut self, public: &[u8]) {
        self.0.insert(Digest::of(public), public.to_vec());
    }

    /// Adds the key that an act of the log names: the next one, a successor, or the one for recovery.
    pub(crate) fn learn(&mut self, entry: &Entry<'_>) {
        let named = [
            ("rotate", "vkey"),
            ("revoke-key", "vkey"),
            ("opening", "recovery"),
        ]
        .into_iter()
        .find_map(|(kind, member)| entry.of_log(kind)?.text(member));
        if let Some(Ok(key)) = named.map(str::parse::<VerifierKey>) {
            self.add(key.public());
        }
    }

    fn get(&self, digest: &Digest) -> Option<&[u8]> {
        self.0.get(digest).map(Vec::as_slice)
    }

    /// Judges the signatures of an act: how many could not be judged, or `None` where one is false.
    pub fn judge(&self, act: &[u8], signatures: &[ActSignature]) -> Option<u64> {
        let mut unknown = 0;
        for signature in signatures {
            match signature.judge(act, self) {
                Judged::Verified => {}
                Judged::Unknown => unknown += 1,
                Judged::False => return None,
            }
        }
        Some(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_that_of_dsse() {
        assert_eq!(
            pre_authentication("http://example.com/HelloWorld", b"hello world"),
            b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
        );
    }

    #[test]
    fn a_signature_binds_the_act_and_its_key() {
        let key = SigningKey::log("example.com/log", &[5; 32]).unwrap();
        let other = SigningKey::log("example.com/log", &[6; 32]).unwrap();
        let signature = ActSignature::make(&key, b"act");
        let keys = Keys::of([key.verifier()]);
        assert_eq!(signature.judge(b"act", &keys), Judged::Verified);
        assert_eq!(signature.judge(b"acts", &keys), Judged::False);
        let unknown = Keys::of([other.verifier()]);
        assert_eq!(signature.judge(b"act", &unknown), Judged::Unknown);
        // The bare bytes, without the type, are another message.
        let bare = ActSignature {
            bytes: key.sign_bytes(b"act").to_vec(),
            ..signature
        };
        assert_eq!(bare.judge(b"act", &keys), Judged::False);
    }
}
