//! An entry: the record that is a leaf of the log. What its act says is not known here, beyond its
//! identifier, its kind and the documents it cites.

mod stream;
mod write;

pub(crate) use stream::OF_THE_LOG;
pub use stream::{Heads, StreamHead, Streams};
pub use write::{confidential, private, private_with, public, public_with};

use crate::dsse::ActSignature;
use crate::tree::{Hash, leaf_hash};
use crate::verdict::{Refusal, Rule};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::{
    ActId, Commitment, Digest, FieldError, Instant, Object, Opening, Problem, Record, Value, read,
};

/// The type of an entry.
pub(crate) const KIND: &str = "sponsio.entry/1";
/// The type of an act.
const ACT_KIND: &str = "sponsio.act/1";
/// The type of what a confidential entry commits to.
pub(crate) const PRIVATE_KIND: &str = "sponsio.private/1";

/// What stands around an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The origin of the log.
    pub log: String,
    /// The index of the entry.
    pub seq: u64,
    /// When it was recorded by the clock of the server; never a legal date.
    pub recorded: Instant,
    /// Who brought it.
    pub by: By,
    /// Its place in its stream.
    pub stream: Place,
    /// Who may read its act.
    pub visibility: Visibility,
}

/// Who brought an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// In which office.
    pub office: Office,
    /// For which participant; none for the depositary.
    pub party: Option<String>,
    /// Under which pseudonym, `o-…`.
    pub officer: Option<String>,
}

/// The place of an entry in its stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the stream.
    pub name: String,
    /// How many entries of the stream come before.
    pub nth: u64,
    /// The index of the last of them.
    pub prev: Option<u64>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $expected:literal, $($(#[$variant_doc:meta])* $variant:ident $word:literal)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// Returns the word that stands in the entry.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            fn read(value: &Value<'_>) -> Result<Self, FieldError> {
                value.read_as($expected, |text| match text {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                })
            }
        }
    };
}

words! {
    /// The office in which an act is brought.
    Office, "an office",
    /// The depositary.
    Depositary "depositary"
    /// A delegation of a participant.
    Delegation "delegation"
    /// The secretariat of a conference or organization.
    Secretariat "secretariat"
    /// The system itself: heads of streams, rotations.
    System "system"
}

words! {
    /// Who may read an act.
    Visibility, "public, parties or sealed",
    /// Everybody.
    Public "public"
    /// The parties concerned; the log holds a commitment.
    Parties "parties"
    /// Those to whom it is opened; the log holds a commitment.
    Sealed "sealed"
}

/// A document that an act cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The digest of the document.
    pub digest: Digest,
    /// Its length in bytes.
    pub bytes: u64,
}

/// An act, as far as the log knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act<'a> {
    /// The act itself; its exact bytes are what is signed.
    pub object: Object<'a>,
    /// The identifier, given by whoever brought the act.
    pub id: ActId,
    /// The kind, as `ratification`.
    pub kind: String,
    /// The documents it cites.
    pub documents: Vec<Cited>,
}

impl Act<'_> {
    /// Returns the text of a member of the act.
    pub fn text(&self, member: &str) -> Option<&str> {
        self.object.get(member).and_then(|value| value.text().ok())
    }

    /// Returns the digest that a member of the act cites.
    pub fn digest(&self, member: &str) -> Option<Digest> {
        self.object
            .get(member)
            .and_then(|value| value.digest().ok())
    }
}

/// What an entry holds: an act with its signatures, or a commitment to both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter<'a> {
    /// A public act.
    Act(Act<'a>, Vec<ActSignature>),
    /// A confidential one.
    Commitment(Commitment),
}

/// An entry, read from its exact bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    bytes: &'a [u8],
    /// What stands around the act.
    pub head: Head,
    /// The act, or the commitment to it.
    pub matter: Matter<'a>,
}

impl<'a> Entry<'a> {
    /// Reads an entry from its bytes; `place` names them in a refusal.
    pub fn read(bytes: &'a [u8], place: &str) -> Result<Self, Refusal> {
        Self::read_named(bytes, || place.to_string())
    }

    fn read_named(bytes: &'a [u8], place: impl Fn() -> String) -> Result<Self, Refusal> {
        let record = read(bytes)
            .and_then(|record| record.fits_entry().map(|()| record))
            .map_err(|fault| Rule::EntryRecord.broken(place(), fault.offset, fault.to_string()))?;
        entry(record).map_err(|error| member(&error, &place()))
    }

    /// Reads the entry at this index of this log.
    pub fn at(bytes: &'a [u8], log: &str, seq: u64) -> Result<Self, Refusal> {
        let place = || format!("entry {seq}");
        let entry = Self::read_named(bytes, place)?;
        if entry.head.log != log {
            return Err(Rule::EntryLog.broken(place(), 0, entry.head.log));
        }
        if entry.head.seq != seq {
            return Err(Rule::EntrySeq.broken(place(), 0, format!("{}", entry.head.seq)));
        }
        Ok(entry)
    }

    /// Returns the exact bytes.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the hash of the leaf.
    pub fn leaf(&self) -> Hash {
        leaf_hash(self.bytes)
    }

    /// Returns the act, where it is public.
    pub fn act(&self) -> Option<&Act<'a>> {
        match &self.matter {
            Matter::Act(act, _) => Some(act),
            Matter::Commitment(_) => None,
        }
    }

    /// Returns the signatures over a public act.
    pub fn signatures(&self) -> &[ActSignature] {
        match &self.matter {
            Matter::Act(_, signatures) => signatures,
            Matter::Commitment(_) => &[],
        }
    }

    /// Returns the act of this kind in the stream of the log itself.
    pub(crate) fn of_log(&self, kind: &str) -> Option<&Act<'a>> {
        self.act()
            .filter(|act| act.kind == kind && self.head.stream.name == OF_THE_LOG)
    }

    /// Verifies that an opening opens the commitment of this entry, and that it opens to an act.
    pub fn opens(&self, opening: &Opening) -> Result<(), Refusal> {
        let place = format!("openings/{}.json", self.head.seq);
        let Matter::Commitment(commitment) = &self.matter else {
            return Err(Rule::OpeningDiffers.broken(place, 0, "the entry is public"));
        };
        if opening.seq != self.head.seq || opening.commitment() != *commitment {
            return Err(Rule::OpeningDiffers.broken(place, 0, ""));
        }
        disclosed(&opening.bytes)
            .map_err(|detail| Rule::OpeningDiffers.broken(place, 0, detail))?;
        Ok(())
    }
}

/// Reads what a confidential entry commits to.
pub fn disclosed(bytes: &[u8]) -> Result<(Act<'_>, Vec<ActSignature>), String> {
    let record = read(bytes).map_err(|fault| fault.to_string())?;
    let inner = || {
        let mut fields = record.fields(PRIVATE_KIND)?;
        let act = fields.required("act", act)?;
        let signatures = fields.required("sigs", |value| value.list(ActSignature::read))?;
        fields.finish()?;
        Ok((act, signatures))
    };
    inner().map_err(|error: FieldError| error.to_string())
}

fn member(error: &FieldError, place: &str) -> Refusal {
    Rule::EntryMember.broken(place, error.offset, error.to_string())
}

fn entry(record: Record<'_>) -> Result<Entry<'_>, FieldError> {
    let bytes = record.bytes();
    let mut fields = record.fields(KIND)?;
    let visibility = fields.required("visibility", Visibility::read)?;
    let head = Head {
        by: fields.required("by", by)?,
        log: fields.required("log", |value| value.text().map(String::from))?,
        recorded: fields.required("recorded", Value::instant)?,
        seq: fields.required("seq", Value::count)?,
        stream: fields.required("stream", place)?,
        visibility,
    };
    if visibility != Visibility::Public {
        let commitment = fields.required("act", commitment)?;
        fields.finish()?;
        let matter = Matter::Commitment(commitment);
        return Ok(Entry {
            bytes,
            head,
            matter,
        });
    }
    let known = fields.required("act", known)?;
    let signatures = fields.required("sigs", |value| value.list(ActSignature::read))?;
    fields.finish()?;
    // What was read of the act was read from this member: it is there.
    let act = record.into_member("act").ok_or_else(|| FieldError {
        member: "act".to_string(),
        offset: 0,
        what: Problem::Missing,
    })?;
    Ok(Entry {
        bytes,
        head,
        matter: Matter::Act(known.of(act.into_object()?), signatures),
    })
}

/// Reads a word: printable ASCII without blanks, not empty.
fn word(value: &Value<'_>) -> Result<String, FieldError> {
    value.read_as("printable ASCII without blanks", |text| {
        let printable = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        printable.then(|| text.to_string())
    })
}

fn by(value: &Value<'_>) -> Result<By, FieldError> {
    let mut fields = value.object()?.fields();
    let office = fields.required("office", Office::read)?;
    let by = By {
        office,
        party: fields.optional("party", |value| {
            let party = word(value)?;
            if office == Office::Depositary {
                return Err(value.wrong("absent for the depositary"));
            }
            Ok(party)
        })?,
        officer: fields.optional("officer", |value| {
            let officer = word(value)?;
            let pseudonym = officer
                .strip_prefix("o-")
                .is_some_and(|rest| !rest.is_empty());
            pseudonym
                .then_some(officer)
                .ok_or_else(|| value.wrong("a pseudonym, `o-…`"))
        })?,
    };
    fields.finish()?;
    Ok(by)
}

fn place(value: &Value<'_>) -> Result<Place, FieldError> {
    let mut fields = value.object()?.fields();
    let place = Place {
        name: fields.required("name", word)?,
        nth: fields.required("nth", Value::count)?,
        prev: fields.required("prev", |value| match value.integer()? {
            -1 => Ok(None),
            _ => value.count().map(Some),
        })?,
    };
    fields.finish()?;
    Ok(place)
}

fn commitment(value: &Value<'_>) -> Result<Commitment, FieldError> {
    let mut fields = value.object()?.fields();
    let digest = fields.required("commit", Value::digest)?;
    fields.finish()?;
    Ok(Commitment::from_digest(digest))
}

/// What the log knows of an act beside its bytes.
struct Known {
    id: ActId,
    kind: String,
    documents: Vec<Cited>,
}

impl Known {
    fn of(self, object: Object<'_>) -> Act<'_> {
        let Self {
            id,
            kind,
            documents,
        } = self;
        Act {
            object,
            id,
            kind,
            documents,
        }
    }
}

fn act<'a>(value: &Value<'a>) -> Result<Act<'a>, FieldError> {
    Ok(known(value)?.of(value.object()?.clone()))
}

/// Reads what the log knows of an act; its other members are not looked at.
fn known(value: &Value<'_>) -> Result<Known, FieldError> {
    let mut fields = value.object()?.fields();
    fields.required("type", |value| {
        value.read_as(ACT_KIND, |text| (text == ACT_KIND).then_some(()))
    })?;
    let id = fields.required("id", Value::act_id)?;
    let kind = fields.required("kind", word)?;
    let documents = fields.optional("docs", |value| value.list(cited))?;
    Ok(Known {
        id,
        kind,
        documents: documents.unwrap_or_default(),
    })
}

fn cited(value: &Value<'_>) -> Result<Cited, FieldError> {
    let mut fields = value.object()?.fields();
    let cited = Cited {
        bytes: fields.required("bytes", Value::count)?,
        digest: fields.required("digest", Value::digest)?,
    };
    fields.required("media", word)?;
    fields.optional("lang", word)?;
    fields.finish()?;
    Ok(cited)
}

#[cfg(test)]
mod tests;
