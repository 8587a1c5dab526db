//! What a decoder of records asks of an object: these members, of these sorts, and no others.

use crate::base64;
use crate::digest::Digest;
use crate::instant::Instant;
use crate::name::ActId;
use crate::strict::{Array, Object, Record, Value};
use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

/// What about a member is not as its record's type says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The member must be there and is not.
    Missing,
    /// The type has no such member.
    Unknown,
    /// The value is of another sort or form.
    Wrong {
        /// What the type says, as "a digest".
        expected: &'static str,
        /// What stands there, as "an integer" or "another text".
        found: &'static str,
    },
}

/// Why a record is not what its type says it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The path of the member, as `stream.nth` or `sigs.0.key`; empty for the record itself.
    pub member: String,
    /// Where its value begins; where it is missing, where the object begins that should have it.
    pub offset: usize,
    /// What is wrong.
    pub what: Problem,
}

impl FieldError {
    /// Returns the error with the path of its member seen from one level further out.
    #[must_use]
    pub fn within(mut self, member: &str) -> Self {
        self.member = if self.member.is_empty() {
            member.to_owned()
        } else {
            format!("{member}.{}", self.member)
        };
        self
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            member,
            offset,
            what,
        } = self;
        match what {
            Problem::Missing => write!(f, "byte {offset}: member `{member}` is missing"),
            Problem::Unknown => write!(f, "byte {offset}: member `{member}` is unknown"),
            Problem::Wrong { expected, found } => {
                write!(f, "byte {offset}: `{member}` is {expected}, not {found}")
            }
        }
    }
}

impl core::error::Error for FieldError {}

/// The members of an object, while a decoder takes them one by one.
#[derive(Debug)]
#[must_use = "`finish` refuses the members that nobody took"]
pub struct Fields<'r, 'a> {
    object: &'r Object<'a>,
    /// The place after the member that was taken last. Members stand in the order of their names: whoever
    /// asks for them in that order finds each at once.
    next: usize,
    taken: Taken,
}

/// How many members are marked without memory of their own; few objects have more.
const FEW: usize = 64;

/// Which members were taken.
#[derive(Debug)]
struct Taken {
    few: u64,
    more: Vec<bool>,
}

impl Taken {
    fn none_of(members: usize) -> Self {
        Self {
            few: 0,
            more: vec![false; members.saturating_sub(FEW)],
        }
    }

    fn take(&mut self, place: usize) {
        if place < FEW {
            self.few |= 1 << place;
        } else if let Some(taken) = self.more.get_mut(place - FEW) {
            *taken = true;
        }
    }

    fn has(&self, place: usize) -> bool {
        if place < FEW {
            return self.few & (1 << place) != 0;
        }
        self.more.get(place - FEW).copied().unwrap_or_default()
    }
}

impl<'r, 'a> Fields<'r, 'a> {
    /// Takes a member that must be there; `read` says what it must be.
    pub fn required<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&'r Value<'a>) -> Result<T, FieldError>,
    ) -> Result<T, FieldError> {
        self.optional(name, read)?.ok_or_else(|| FieldError {
            member: name.to_owned(),
            offset: self.object.offset(),
            what: Problem::Missing,
        })
    }

    /// Takes a member that may be absent; `read` says what it must be if it is there.
    pub fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&'r Value<'a>) -> Result<T, FieldError>,
    ) -> Result<Option<T>, FieldError> {
        let Some((place, value)) = self.find(name) else {
            return Ok(None);
        };
        self.next = place + 1;
        self.taken.take(place);
        match read(value) {
            Ok(read) => Ok(Some(read)),
            Err(error) => Err(error.within(name)),
        }
    }

    fn find(&self, name: &str) -> Option<(usize, &'r Value<'a>)> {
        let members = self.object.members();
        let from_here = self.next..members.len();
        from_here.chain(0..self.next).find_map(|place| {
            let (other, value) = members.get(place)?;
            (*other == name).then_some((place, value))
        })
    }

    /// Returns an error where the object has a member that was not taken.
    pub fn finish(self) -> Result<(), FieldError> {
        let mut members = self.object.members().iter().enumerate();
        match members.find(|(place, _)| !self.taken.has(*place)) {
            None => Ok(()),
            Some((_, (name, value))) => Err(FieldError {
                member: (*name).to_owned(),
                offset: value.offset(),
                what: Problem::Unknown,
            }),
        }
    }
}

impl<'a> Object<'a> {
    /// Returns the members for a decoder to take.
    pub fn fields(&self) -> Fields<'_, 'a> {
        Fields {
            object: self,
            next: 0,
            taken: Taken::none_of(self.members().len()),
        }
    }
}

impl<'a> Record<'a> {
    /// Returns the members for a decoder of this type, `type` already taken.
    pub fn fields(&self, kind: &'static str) -> Result<Fields<'_, 'a>, FieldError> {
        let mut fields = self.object().fields();
        fields.required("type", |value| {
            value.read_as(kind, |text| (text == kind).then_some(()))
        })?;
        Ok(fields)
    }
}

impl<'a> Value<'a> {
    /// Returns the text that the value is.
    pub fn text(&self) -> Result<&str, FieldError> {
        match self {
            Self::Text(text) => Ok(text.as_str()),
            _ => Err(self.wrong("a text")),
        }
    }

    /// Returns the ASCII text that the value is: an identifier, a code or a type (rule 6).
    pub fn ascii(&self) -> Result<&str, FieldError> {
        match self {
            Self::Text(text) if text.as_str().is_ascii() => Ok(text.as_str()),
            _ => Err(self.wrong("an ASCII text")),
        }
    }

    /// Returns what the value's text means to the decoder, which says what it expects.
    pub fn read_as<T>(
        &self,
        expected: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, FieldError> {
        let meaning = match self {
            Self::Text(text) => read(text.as_str()),
            _ => None,
        };
        meaning.ok_or_else(|| self.wrong(expected))
    }

    /// Returns the integer that the value is.
    pub fn integer(&self) -> Result<i64, FieldError> {
        match self {
            Self::Integer(integer) => Ok(*integer.value()),
            _ => Err(self.wrong("an integer")),
        }
    }

    /// Returns the integer that the value is, which is not negative.
    pub fn count(&self) -> Result<u64, FieldError> {
        let count = match self {
            Self::Integer(integer) => u64::try_from(*integer.value()).ok(),
            _ => None,
        };
        count.ok_or_else(|| self.wrong("an integer not below 0"))
    }

    /// Returns the truth that the value is.
    pub fn bool(&self) -> Result<bool, FieldError> {
        match self {
            Self::Bool(truth) => Ok(*truth.value()),
            _ => Err(self.wrong("true or false")),
        }
    }

    /// Returns the object that the value is.
    pub fn object(&self) -> Result<&Object<'a>, FieldError> {
        match self {
            Self::Object(object) => Ok(object),
            _ => Err(self.wrong("an object")),
        }
    }

    /// Returns the object that the value is, for whoever keeps it.
    pub fn into_object(self) -> Result<Object<'a>, FieldError> {
        match self {
            Self::Object(object) => Ok(object),
            other => Err(other.wrong("an object")),
        }
    }

    /// Returns the array that the value is.
    pub fn array(&self) -> Result<&Array<'a>, FieldError> {
        match self {
            Self::Array(array) => Ok(array),
            _ => Err(self.wrong("an array")),
        }
    }

    /// Returns the items of the array that the value is, each read alike.
    pub fn list<'r, T>(
        &'r self,
        mut read: impl FnMut(&'r Self) -> Result<T, FieldError>,
    ) -> Result<Vec<T>, FieldError> {
        let items = self.array()?.items().iter().enumerate();
        items
            .map(|(index, item)| read(item).map_err(|error| error.within(&format!("{index}"))))
            .collect()
    }

    /// Returns the digest whose cited form the value is.
    pub fn digest(&self) -> Result<Digest, FieldError> {
        self.read_as("a digest, `sha256:` and 64 digits", |text| {
            Digest::from_cited(text).ok()
        })
    }

    /// Returns the instant that the value is.
    pub fn instant(&self) -> Result<Instant, FieldError> {
        self.read_as("an instant, as 2026-11-22T13:24:40Z", |text| {
            text.parse().ok()
        })
    }

    /// Returns the identifier of an act that the value is.
    pub fn act_id(&self) -> Result<ActId, FieldError> {
        self.read_as("32 lower-case hexadecimal digits", |text| text.parse().ok())
    }

    /// Returns the raw bytes whose base64 the value is.
    pub fn base64(&self) -> Result<Vec<u8>, FieldError> {
        self.read_as("base64", |text| base64::decode(text).ok())
    }

    /// Returns the error that this value is not what a decoder expects.
    pub fn wrong(&self, expected: &'static str) -> FieldError {
        let found = match self {
            Self::Object(_) => "an object",
            Self::Array(_) => "an array",
            Self::Text(_) => "another text",
            Self::Integer(_) => "another integer",
            Self::Bool(_) => "true or false",
        };
        FieldError {
            member: String::new(),
            offset: self.offset(),
            what: Problem::Wrong { expected, found },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strict::read;
    use alloc::string::ToString as _;

    const TEXT: &str = concat!(
        r#"{"act":"00112233445566778899aabbccddeeff","bytes":"Zg==","digest":"#,
        r#""sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","#,
        r#""list":[1,{"a":2}],"log":true,"name":"é","negative":-1,"recorded":"1970-01-01T00:00:01Z","#,
        r#""type":"sponsio.test/1"}"#
    );

    #[test]
    fn members_are_taken_by_name_and_sort() {
        let record = read(TEXT.as_bytes()).unwrap();
        let mut fields = record.fields("sponsio.test/1").unwrap();
        assert_eq!(fields.required("name", Value::text), Ok("é"));
        assert_eq!(fields.required("negative", Value::integer), Ok(-1));
        assert_eq!(fields.required("log", Value::bool), Ok(true));
        assert_eq!(
            fields.required("digest", Value::digest),
            Ok(Digest::of(b""))
        );
        assert_eq!(fields.required("bytes", Value::base64), Ok(b"f".to_vec()));
        let recorded = fields.required("recorded", Value::instant).unwrap();
        assert_eq!(recorded.seconds(), 1);
        let act = fields.required("act", Value::act_id).unwrap();
        assert_eq!(act.as_bytes()[15], 0xff);
        assert_eq!(fields.optional("nothing", Value::text), Ok(None));
        let list = fields.required("list", Value::array).unwrap();
        assert_eq!(list.items()[0].count(), Ok(1));
        let mut nested = list.items()[1].object().unwrap().fields();
        assert_eq!(nested.optional("a", Value::count), Ok(Some(2)));
        assert_eq!((nested.finish(), fields.finish()), (Ok(()), Ok(())));
    }

    #[track_caller]
    fn refused<T: fmt::Debug>(
        read_fields: impl FnOnce(&mut Fields<'_, '_>) -> Result<T, FieldError>,
        message: &str,
    ) {
        let record = read(TEXT.as_bytes()).unwrap();
        let error = read_fields(&mut record.fields("sponsio.test/1").unwrap()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn other_sorts_are_refused_with_path_and_place() {
        refused(
            |fields| fields.required("none", Value::text).map(drop),
            "byte 0: member `none` is missing",
        );
        refused(
            |fields| fields.required("log", Value::text).map(drop),
            "byte 165: `log` is a text, not true or false",
        );
        refused(
            |fields| fields.optional("negative", Value::count),
            "byte 193: `negative` is an integer not below 0, not another integer",
        );
        refused(
            |fields| fields.required("name", Value::ascii).map(drop),
            "byte 177: `name` is an ASCII text, not another text",
        );
        refused(
            |fields| fields.required("name", Value::digest),
            "byte 177: `name` is a digest, `sha256:` and 64 digits, not another text",
        );
        let nested = |value: &Value<'_>| match value {
            Value::Object(object) => object.fields().required("b", Value::text).map(drop),
            _ => Ok(()),
        };
        refused(
            |fields| fields.required("list", |value| value.list(nested)),
            "byte 150: member `list.1.b` is missing",
        );
    }

    #[test]
    fn a_value_of_another_sort_is_named_for_what_it_is() {
        let record = read(TEXT.as_bytes()).unwrap();
        let list = record.get("list").unwrap();
        let number = list.list(Value::bool).unwrap_err();
        assert_eq!((number.member.as_str(), number.offset), ("0", 148));
        let found = |error: FieldError| match error.what {
            Problem::Wrong { found, .. } => found,
            other => panic!("{other:?}"),
        };
        assert_eq!(found(number), "another integer");
        assert_eq!(found(list.text().unwrap_err()), "an array");
        assert_eq!(
            found(list.array().unwrap().items()[1].base64().unwrap_err()),
            "an object"
        );
        assert_eq!(
            found(record.get("name").unwrap().array().unwrap_err()),
            "another text"
        );
        assert_eq!(
            found(record.get("log").unwrap().object().unwrap_err()),
            "true or false"
        );
        assert_eq!(
            found(record.get("log").unwrap().instant().unwrap_err()),
            "true or false"
        );
        assert_eq!(
            found(record.get("log").unwrap().integer().unwrap_err()),
            "true or false"
        );
        assert_eq!(
            found(record.get("bytes").unwrap().act_id().unwrap_err()),
            "another text"
        );
    }

    #[test]
    fn members_that_nobody_took_are_refused() {
        let record = read(TEXT.as_bytes()).unwrap();
        let mut fields = record.fields("sponsio.test/1").unwrap();
        fields.required("act", Value::ascii).unwrap();
        let error = fields.finish().unwrap_err();
        assert_eq!(error.to_string(), "byte 50: member `bytes` is unknown");
        let error = record.fields("sponsio.test/2").unwrap_err();
        assert_eq!((error.member.as_str(), error.offset), ("type", 237));
        assert_eq!(
            FieldError {
                member: String::new(),
                ..error
            }
            .within("a")
            .member,
            "a"
        );
    }
}
