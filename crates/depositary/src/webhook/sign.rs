//! Signatures of Standard Webhooks: over identifier, time and body, with a full stop between each two.

use base64ct::{Base64, Encoding as _};
use ed25519_dalek::{Signer as _, SigningKey};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use sponsio_record::Instant;

use crate::accounts::Manner;

/// Returns the value of `webhook-signature`.
pub fn signature(
    manner: Manner,
    secret: &[u8; 32],
    (id, sent): (&str, Instant),
    body: &[u8],
) -> String {
    let mut signed = format!("{id}.{}.", sent.seconds()).into_bytes();
    signed.extend_from_slice(body);
    match manner {
        Manner::Hmac => {
            // A key is as one that is filled up with zeros to the block of the hash (RFC 2104 section 2).
            let mut key = [0; 64];
            key[..32].copy_from_slice(secret);
            let mut mac = <Hmac<Sha256>>::new(&key.into());
            mac.update(&signed);
            format!("v1,{}", Base64::encode_string(&mac.finalize().into_bytes()))
        }
        Manner::Ed25519 => {
            let key = SigningKey::from_bytes(secret);
            format!(
                "v1a,{}",
                Base64::encode_string(&key.sign(&signed).to_bytes())
            )
        }
    }
}

/// Returns what the other side needs to verify: the secret itself, or the public key.
pub fn verifying(manner: Manner, secret: &[u8; 32]) -> String {
    match manner {
        Manner::Hmac => format!("whsec_{}", Base64::encode_string(secret)),
        Manner::Ed25519 => {
            let key = SigningKey::from_bytes(secret).verifying_key();
            format!("whpk_{}", Base64::encode_string(key.as_bytes()))
        }
    }
}

/// Returns it where everybody who keeps the webhooks sees it: a public key, and nothing of a secret.
pub fn shown(manner: Manner, secret: &[u8; 32]) -> Option<String> {
    (manner == Manner::Ed25519).then(|| verifying(manner, secret))
}
