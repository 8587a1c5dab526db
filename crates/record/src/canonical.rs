//! The strict writer: a draft of a value becomes its one byte string, or says which rule it breaks.
//! Nothing that the reader would refuse is ever written.

use crate::digest::Digest;
use crate::envelope::Kind;
use crate::fault::{Breach, Fault};
use crate::instant::Instant;
use crate::scan::{is_name, short_escape};
use crate::strict::{self, Object, Value};
use crate::{DEPTH_MAX, INTEGER_MAX, base64};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// For how many bytes there is room at once when a record is written.
const ROOM: usize = 512;

/// A value that is being drawn up. Members may be given in any order; the rules are checked when
/// the draft is finished.
#[derive(Debug, Clone)]
pub struct Draft {
    form: Form,
    /// The depth of the deepest value within, counted from this one.
    height: usize,
}

#[derive(Debug, Clone)]
enum Form {
    Object(Vec<(Cow<'static, str>, Draft)>),
    Array(Vec<Draft>),
    Text(Cow<'static, str>),
    Integer(i64),
    Bool(bool),
    /// An object that was read: its bytes are canonical already.
    Raw(Vec<u8>),
    /// A value that no record can hold (rule 7). Its parts are dropped where it is drawn up, so
    /// that no draft is ever deeper than the stack.
    TooDeep,
}

impl Draft {
    /// Returns an object of these members, sorted by name. A member without value is left out:
    /// there is no `null`, absent means absent.
    pub fn object<N, V>(members: impl IntoIterator<Item = (N, V)>) -> Self
    where
        N: Into<Cow<'static, str>>,
        V: Into<Option<Self>>,
    {
        let given = members.into_iter();
        let mut members = Vec::with_capacity(given.size_hint().0);
        members.extend(given.filter_map(|(name, value)| Some((name.into(), value.into()?))));
        members.sort_by(|(one, _), (other, _)| one.cmp(other));
        let height = tallest(members.iter().map(|(_, value)| value));
        Self::of(Form::Object(members), height)
    }

    /// Returns an array of these values in this order.
    pub fn array(items: impl IntoIterator<Item = Self>) -> Self {
        let items: Vec<_> = items.into_iter().collect();
        let height = tallest(items.iter());
        Self::of(Form::Array(items), height)
    }

    /// Returns a text, which is never normalised (rule 6).
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self::of(Form::Text(text.into()), 0)
    }

    /// Returns an integer; its absolute value must be below 2^53 (rule 4).
    pub fn integer(integer: i64) -> Self {
        Self::of(Form::Integer(integer), 0)
    }

    /// Returns a number of things; it must be below 2^53 (rule 4).
    pub fn count(count: u64) -> Self {
        Self::integer(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Returns `true` or `false`.
    pub fn bool(truth: bool) -> Self {
        Self::of(Form::Bool(truth), 0)
    }

    /// Returns a digest in its cited form, `sha256:` and 64 digits.
    pub fn digest(digest: &Digest) -> Self {
        Self::text(digest.cited())
    }

    /// Returns an instant in its text form.
    pub fn instant(instant: Instant) -> Self {
        Self::text(format!("{instant}"))
    }

    /// Returns raw bytes as base64.
    pub fn base64(bytes: &[u8]) -> Self {
        Self::text(base64::encode(bytes))
    }

    /// Returns an object that was read, with exactly its bytes: what was hashed or signed within
    /// another record stays so.
    pub fn raw(object: &Object<'_>) -> Self {
        Self::of(Form::Raw(object.bytes().to_vec()), object.height())
    }

    /// Returns the bytes of the record that this draft is, or why it cannot be one. Where it is too
    /// deep the offset is that of the whole draft, 0; else that in the bytes it would have.
    pub fn finish(&self) -> Result<Vec<u8>, Fault> {
        if self.height > DEPTH_MAX {
            return Err(fault(Breach::Depth, 0));
        }
        let mut bytes = Vec::with_capacity(ROOM);
        self.write(&mut bytes)?;
        match &self.form {
            Form::Object(members) => check_type(members)?,
            // An object within a record needs no type; as a record of its own it does.
            Form::Raw(raw) => drop(strict::read(raw)?),
            _ => return Err(fault(Breach::NotAnObject, 0)),
        }
        Ok(bytes)
    }

    fn of(form: Form, height: usize) -> Self {
        let form = if height > DEPTH_MAX {
            Form::TooDeep
        } else {
            form
        };
        Self { form, height }
    }

    fn write(&self, bytes: &mut Vec<u8>) -> Result<(), Fault> {
        match &self.form {
            Form::Object(members) => write_members(members, bytes)?,
            Form::Array(items) => {
                bytes.push(b'[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        bytes.push(b',');
                    }
                    item.write(bytes)?;
                }
                bytes.push(b']');
            }
            Form::Text(text) => write_text(text, bytes)?,
            Form::Integer(integer) => {
                if integer.unsigned_abs() > INTEGER_MAX.unsigned_abs() {
                    return Err(fault(Breach::IntegerRange, bytes.len()));
                }
                bytes.extend_from_slice(format!("{integer}").as_bytes());
            }
            Form::Bool(true) => bytes.extend_from_slice(b"true"),
            Form::Bool(false) => bytes.extend_from_slice(b"false"),
            Form::Raw(raw) => bytes.extend_from_slice(raw),
            Form::TooDeep => return Err(fault(Breach::Depth, bytes.len())),
        }
        Ok(())
    }
}

impl From<&Value<'_>> for Draft {
    /// Returns the value drawn up anew, part by part.
    fn from(value: &Value<'_>) -> Self {
        match value {
            Value::Object(object) => Self::from(object),
            Value::Array(array) => Self::array(array.items().iter().map(Self::from)),
            Value::Text(text) => Self::text(String::from(text.as_str())),
            Value::Integer(integer) => Self::integer(*integer.value()),
            Value::Bool(truth) => Self::bool(*truth.value()),
        }
    }
}

impl From<&Object<'_>> for Draft {
    /// Returns the object drawn up anew, member by member.
    fn from(object: &Object<'_>) -> Self {
        let members = object.members().iter();
        Self::object(members.map(|(name, value)| (String::from(*name), Self::from(value))))
    }
}

fn fault(what: Breach, offset: usize) -> Fault {
    Fault { what, offset }
}

fn tallest<'d>(values: impl Iterator<Item = &'d Draft>) -> usize {
    values.map(|value| value.height + 1).max().unwrap_or(0)
}

fn write_members(members: &[(Cow<'static, str>, Draft)], bytes: &mut Vec<u8>) -> Result<(), Fault> {
    bytes.push(b'{');
    let mut last = None;
    for (name, value) in members {
        if last.is_some() {
            bytes.push(b',');
        }
        if !is_name(name.as_bytes()) {
            return Err(fault(Breach::Name, bytes.len()));
        }
        if last == Some(name) {
            return Err(fault(Breach::Repeated, bytes.len()));
        }
        last = Some(name);
        bytes.push(b'"');
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(b"\":");
        value.write(bytes)?;
    }
    bytes.push(b'}');
    Ok(())
}

fn write_text(text: &str, bytes: &mut Vec<u8>) -> Result<(), Fault> {
    bytes.push(b'"');
    let mut rest = text;
    // What is escaped is ASCII: a byte of another character never looks like it.
    let is_special = |byte| matches!(byte, ..b' ' | b'"' | b'\\');
    while let Some(at) = rest.bytes().position(is_special) {
        let (literal, special) = rest.split_at(at);
        bytes.extend_from_slice(literal.as_bytes());
        let mut characters = special.chars();
        if let Some(character) = characters.next() {
            write_escape(character, bytes)?;
        }
        rest = characters.as_str();
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes.push(b'"');
    Ok(())
}

fn write_escape(character: char, bytes: &mut Vec<u8>) -> Result<(), Fault> {
    if character == '\0' {
        return Err(fault(Breach::Nul, bytes.len()));
    }
    let escape = match short_escape(character) {
        Some(letter) => format!("\\{letter}"),
        None => format!("\\u{:04x}", u32::from(character)),
    };
    bytes.extend_from_slice(escape.as_bytes());
    Ok(())
}

/// Checks the type of a top-level object (rule 8); the offset is that of the object.
fn check_type(members: &[(Cow<'static, str>, Draft)]) -> Result<(), Fault> {
    let kind = members.iter().find(|(name, _)| name == "type");
    match kind.map(|(_, value)| &value.form) {
        Some(Form::Text(text)) => match Kind::parse(text) {
            Ok(_) => Ok(()),
            Err(what) => Err(fault(what, 0)),
        },
        _ => Err(fault(Breach::NoType, 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strict::read;
    use alloc::vec;

    fn record(value: Draft) -> Draft {
        Draft::object([("type", Draft::text("sponsio.test/1")), ("a", value)])
    }

    #[track_caller]
    fn written(value: Draft, expected: &str) {
        let bytes = record(value).finish().unwrap();
        let expected = format!(r#"{{"a":{expected},"type":"sponsio.test/1"}}"#);
        assert_eq!(String::from_utf8(bytes.clone()), Ok(expected));
        assert_eq!(read(&bytes).unwrap().bytes(), bytes);
    }

    #[track_caller]
    fn refused(draft: &Draft, what: Breach, offset: usize) {
        assert_eq!(draft.finish(), Err(fault(what, offset)));
    }

    #[test]
    fn members_are_sorted_and_absent_ones_left_out() {
        let names = ["b", "a_", "a1", "aa", "a"];
        let object = Draft::object(names.map(|name| (name, Draft::bool(name == "b"))));
        written(
            object,
            r#"{"a":false,"a1":false,"a_":false,"aa":false,"b":true}"#,
        );
        let some = Draft::object([("a", None), ("b", Some(Draft::count(7)))]);
        written(some, r#"{"b":7}"#);
        written(Draft::object::<&str, Draft>([]), "{}");
    }

    #[test]
    fn every_sort_of_value_is_written() {
        written(Draft::array([]), "[]");
        written(
            Draft::array([Draft::integer(-7), Draft::array([]), Draft::text("")]),
            r#"[-7,[],""]"#,
        );
        written(Draft::integer(INTEGER_MAX), "9007199254740991");
        written(Draft::integer(-INTEGER_MAX), "-9007199254740991");
        written(
            Draft::instant(Instant::from_seconds(0).unwrap()),
            r#""1970-01-01T00:00:00Z""#,
        );
        written(Draft::base64(b"f"), r#""Zg==""#);
        let digest = Digest::of(b"");
        written(Draft::digest(&digest), &format!(r#""sha256:{digest}""#));
    }

    #[test]
    fn escapes_are_the_shortest_of_the_rule() {
        let controls: String = ('\u{1}'..='\u{20}').collect();
        written(
            Draft::text(controls),
            concat!(
                r#""\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012"#,
                r#"\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f ""#
            ),
        );
        written(
            Draft::text("a\"b\\c/é\u{7f}\u{2028}😀"),
            "\"a\\\"b\\\\c/é\u{7f}\u{2028}😀\"",
        );
    }

    #[test]
    fn an_object_that_was_read_keeps_its_bytes() {
        let inner = record(Draft::text("é\n")).finish().unwrap();
        let inner = read(&inner).unwrap();
        let raw = Draft::raw(inner.object());
        assert_eq!(raw.finish().as_deref(), Ok(inner.bytes()));
        written(raw, r#"{"a":"é\n","type":"sponsio.test/1"}"#);

        let outer = record(Draft::object([("b", Draft::bool(true))]))
            .finish()
            .unwrap();
        let outer = read(&outer).unwrap();
        let untyped = Draft::raw(outer.get("a").unwrap().object().unwrap());
        refused(&untyped, Breach::NoType, 0);
    }

    #[test]
    fn what_no_record_can_hold_is_refused() {
        refused(&Draft::array([]), Breach::NotAnObject, 0);
        refused(&Draft::object::<&str, Draft>([]), Breach::NoType, 0);
        refused(
            &Draft::object([("type", Draft::bool(true))]),
            Breach::NoType,
            0,
        );
        refused(
            &Draft::object([("type", Draft::text("sponsio.a"))]),
            Breach::TypeForm,
            0,
        );
        refused(
            &Draft::object([("type", Draft::text("sponsio.é/1"))]),
            Breach::NotAscii,
            0,
        );
        refused(
            &record(Draft::integer(INTEGER_MAX + 1)),
            Breach::IntegerRange,
            5,
        );
        refused(&record(Draft::integer(i64::MIN)), Breach::IntegerRange, 5);
        refused(&record(Draft::count(u64::MAX)), Breach::IntegerRange, 5);
        refused(&record(Draft::text("ab\0")), Breach::Nul, 8);
        refused(
            &record(Draft::object([("B", Draft::bool(true))])),
            Breach::Name,
            6,
        );
        let twice = vec![("b", Draft::bool(true)), ("b", Draft::bool(true))];
        refused(&record(Draft::object(twice)), Breach::Repeated, 15);
    }

    #[test]
    fn depth_ends_at_sixteen_however_a_draft_is_drawn_up() {
        let nested =
            |depth: usize| (1..depth).fold(Draft::array([]), |inner, _| Draft::array([inner]));
        assert!(record(nested(16)).finish().is_ok());
        refused(&record(nested(17)), Breach::Depth, 0);
        refused(&record(nested(200_000)), Breach::Depth, 0);

        let deepest = record(nested(16)).finish().unwrap();
        let deepest = read(&deepest).unwrap();
        assert_eq!(
            Draft::raw(deepest.object()).finish().as_deref(),
            Ok(deepest.bytes())
        );
        refused(&record(Draft::raw(deepest.object())), Breach::Depth, 0);
    }
}
