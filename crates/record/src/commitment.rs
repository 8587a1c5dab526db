//! Commitments: a digest that stands for bytes which must not be read yet, and the opening that
//! shows afterwards what it stood for. Where the salt comes from is not known here.

use crate::canonical::Draft;
use crate::digest::Digest;
use crate::fault::Fault;
use crate::field::FieldError;
use crate::strict::{Record, Value};
use alloc::vec::Vec;
use core::fmt;
use sha2::Digest as _;

/// The length of a salt in bytes.
pub const SALT_BYTES: usize = 32;

const TAG: &[u8] = b"sponsio.commit/1\n";
const KIND: &str = "sponsio.opening/1";

/// A salted digest: it binds whoever made it to the bytes, and says nothing about them to whoever
/// does not have the salt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Commitment(Digest);

impl Commitment {
    /// Returns the commitment to these bytes: SHA-256 over a tag, the salt and the bytes.
    pub fn of(salt: &[u8; SALT_BYTES], bytes: &[u8]) -> Self {
        let hash = sha2::Sha256::new()
            .chain_update(TAG)
            .chain_update(salt)
            .chain_update(bytes);
        Self(Digest::from_bytes(hash.finalize().into()))
    }

    /// Returns the commitment that this digest is, as found in an entry.
    pub fn from_digest(digest: Digest) -> Self {
        Self(digest)
    }

    /// Returns the digest that stands in the entry.
    pub fn digest(&self) -> &Digest {
        &self.0
    }

    /// Returns whether this salt and these bytes are what was committed to.
    pub fn opens(&self, salt: &[u8; SALT_BYTES], bytes: &[u8]) -> bool {
        *self == Self::of(salt, bytes)
    }
}

/// The record `sponsio.opening/1`: the salt and the bytes behind the commitment of one entry.
#[derive(Clone, PartialEq, Eq)]
pub struct Opening {
    /// The index of the entry that holds the commitment.
    pub seq: u64,
    /// The salt.
    pub salt: [u8; SALT_BYTES],
    /// The bytes that were committed to.
    pub bytes: Vec<u8>,
}

impl Opening {
    /// Returns the opening that a record is.
    pub fn read(record: &Record<'_>) -> Result<Self, FieldError> {
        let mut fields = record.fields(KIND)?;
        let opening = Self {
            bytes: fields.required("bytes", Value::base64)?,
            salt: fields.required("salt", |value| {
                <[u8; SALT_BYTES]>::try_from(value.base64()?)
                    .map_err(|_| value.wrong("base64 of 32 bytes"))
            })?,
            seq: fields.required("seq", Value::count)?,
        };
        fields.finish()?;
        Ok(opening)
    }

    /// Returns the bytes of the record; the only fault is a `seq` of 2^53 or more (rule 4).
    pub fn write(&self) -> Result<Vec<u8>, Fault> {
        Draft::object([
            ("bytes", Draft::base64(&self.bytes)),
            ("salt", Draft::base64(&self.salt)),
            ("seq", Draft::count(self.seq)),
            ("type", Draft::text(KIND)),
        ])
        .finish()
    }

    /// Returns the commitment that this opens.
    pub fn commitment(&self) -> Commitment {
        Commitment::of(&self.salt, &self.bytes)
    }
}

impl fmt::Debug for Opening {
    /// Names the entry only: what was kept confidential does not reach a log by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opening")
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Problem;
    use crate::strict::read;
    use alloc::format;
    use core::array;

    const BYTES: &[u8] = br#"{"type":"sponsio.private/1"}"#;
    const OPENING: &str = r#"{"bytes":"eyJ0eXBlIjoic3BvbnNpby5wcml2YXRlLzEifQ==","salt":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=","seq":41,"type":"sponsio.opening/1"}"#;

    fn salt() -> [u8; SALT_BYTES] {
        array::from_fn(|index| u8::try_from(index).unwrap())
    }

    fn opening(text: &str) -> Result<Opening, FieldError> {
        Opening::read(&read(text.as_bytes()).unwrap())
    }

    #[test]
    fn a_commitment_is_the_hash_of_tag_salt_and_bytes() {
        let commitment = Commitment::of(&salt(), BYTES);
        // Computed with another implementation of SHA-256.
        let digits = "ad20d7cd40112d61f76f6ad0ae9864a3faf054f1426d81a7cc53cb50fb59dc17";
        assert_eq!(format!("{}", commitment.digest()), digits);
        assert_eq!(Commitment::from_digest(digits.parse().unwrap()), commitment);
        assert!(commitment.opens(&salt(), BYTES));
    }

    #[test]
    fn other_salt_or_bytes_do_not_open() {
        let commitment = Commitment::of(&salt(), BYTES);
        for index in 0..SALT_BYTES {
            let mut other = salt();
            other[index] ^= 1;
            assert!(!commitment.opens(&other, BYTES));
        }
        assert!(!commitment.opens(&salt(), &BYTES[1..]));
        assert!(!commitment.opens(&salt(), b""));
    }

    #[test]
    fn an_opening_is_written_and_read_back() {
        let (bytes, salt) = (BYTES.to_vec(), salt());
        let made = Opening {
            seq: 41,
            salt,
            bytes,
        };
        assert_eq!(made.write().as_deref(), Ok(OPENING.as_bytes()));
        assert_eq!(opening(OPENING).as_ref(), Ok(&made));
        assert!(made.commitment().opens(&salt, BYTES));
        assert_eq!(format!("{made:?}"), "Opening { seq: 41, .. }");
        let beyond = Opening {
            seq: 1 << 53,
            ..made
        };
        assert_eq!(beyond.write().map_err(|fault| fault.rule()), Err(4));
    }

    #[test]
    fn other_records_are_no_openings() {
        let refused = |from: &str, to: &str, member: &str| {
            let error = opening(&OPENING.replace(from, to)).unwrap_err();
            assert_eq!(error.member, member);
            error.what
        };
        let wrong = |problem| matches!(problem, Problem::Wrong { .. });
        assert!(wrong(refused("opening/1", "opening/2", "type")));
        assert!(wrong(refused(":41", ":-1", "seq")));
        assert!(wrong(refused("Hh8=", "Hg==", "salt")));
        assert!(wrong(refused("Hh8=", "Hh9=", "salt")));
        assert!(wrong(refused("fQ==", "fR==", "bytes")));
        assert_eq!(refused(r#""seq":41,"#, "", "seq"), Problem::Missing);
        assert_eq!(
            refused(r#""seq":41"#, r#""seq":41,"so":1"#, "so"),
            Problem::Unknown
        );
    }
}
