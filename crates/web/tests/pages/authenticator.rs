//! An authenticator made of a key in memory (Web Authentication Level 3, section 6): it makes a passkey
//! without attestation and asserts over whatever challenge it is asked.

use base64ct::{Base64UrlUnpadded, Encoding as _};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sponsio_record::Digest;

/// User present, user verified.
const VERIFIED: u8 = 0b101;

/// The same with a new credential behind it.
const MADE: u8 = VERIFIED | 0b100_0000;

/// An authenticator with one passkey.
pub(crate) struct Authenticator {
    key: SigningKey,
    id: Vec<u8>,
    origin: String,
}

impl Authenticator {
    /// Returns one for an origin; another seed is another key.
    pub(crate) fn new(seed: u8, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[seed; 32]).unwrap(),
            id: vec![seed; 16],
            origin: origin.to_owned(),
        }
    }

    /// Answers a page that asks for a new passkey.
    pub(crate) fn create(&self, options: &str) -> String {
        let asked: Value = serde_json::from_str(options).unwrap();
        assert_eq!(
            asked["publicKey"]["authenticatorSelection"]["userVerification"],
            "required"
        );
        let client = self.client("webauthn.create", &asked);
        let mut data = self.data(MADE);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&[0, 16]);
        data.extend_from_slice(&self.id);
        data.extend(self.cose());
        // {"fmt": "none", "attStmt": {}, "authData": h'…'}
        let mut attestation = vec![0xa3, 0x63];
        attestation.extend_from_slice(b"fmt");
        attestation.push(0x64);
        attestation.extend_from_slice(b"none");
        attestation.push(0x67);
        attestation.extend_from_slice(b"attStmt");
        attestation.extend_from_slice(&[0xa0, 0x68]);
        attestation.extend_from_slice(b"authData");
        attestation.extend_from_slice(&[0x58, u8::try_from(data.len()).unwrap()]);
        attestation.extend(data);
        self.answer(&json!({
            "attestationObject": encoded(&attestation),
            "clientDataJSON": encoded(&client),
            "transports": [],
        }))
    }

    /// Answers a page that asks for the passkey.
    pub(crate) fn get(&self, options: &str) -> String {
        self.asserted(options, VERIFIED)
    }

    /// The same of a user who was not verified.
    pub(crate) fn get_unverified(&self, options: &str) -> String {
        self.asserted(options, 1)
    }

    fn asserted(&self, options: &str, flags: u8) -> String {
        let asked: Value = serde_json::from_str(options).unwrap();
        let client = self.client("webauthn.get", &asked);
        let data = self.data(flags);
        let signed = [data.as_slice(), Digest::of(&client).as_bytes()].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(&json!({
            "authenticatorData": encoded(&data),
            "clientDataJSON": encoded(&client),
            "signature": encoded(signature.to_der().as_bytes()),
            "userHandle": null,
        }))
    }

    /// Returns the challenge that a page asks an answer over, in bytes.
    pub(crate) fn challenge(options: &str) -> Vec<u8> {
        let asked: Value = serde_json::from_str(options).unwrap();
        let challenge = asked["publicKey"]["challenge"].as_str().unwrap();
        Base64UrlUnpadded::decode_vec(challenge).unwrap()
    }

    fn client(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let client = json!({
            "type": kind,
            "challenge": asked["publicKey"]["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        client.to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let host = self.origin.split("//").nth(1).unwrap();
        let host = host.split(':').next().unwrap();
        let mut data = Digest::of(host.as_bytes()).as_bytes().to_vec();
        data.push(flags);
        data.extend_from_slice(&[0; 4]);
        data
    }

    /// The public key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
    fn cose(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        key.extend_from_slice(x.as_slice());
        key.extend_from_slice(&[0x22, 0x58, 0x20]);
        key.extend_from_slice(y.as_slice());
        key
    }

    fn answer(&self, response: &Value) -> String {
        let id = encoded(&self.id);
        let answer = json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "extensions": {},
            "response": response,
        });
        answer.to_string()
    }
}

fn encoded(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}
