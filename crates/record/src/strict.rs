//! The strict reader: bytes to values that know where they stand. It refuses whatever is not the
//! one canonical form, so the bytes of every value are what was hashed or signed.

use crate::digest::Digest;
use crate::envelope::Kind;
use crate::fault::{Breach, Fault};
use crate::scan::Scanner;
use crate::{DEPTH_MAX, ENTRY_MAX};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Returns the record that these bytes are, or the first rule they break and where.
pub fn read(bytes: &[u8]) -> Result<Record<'_>, Fault> {
    let mut scanner = Scanner::new(bytes);
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(scanner.fault(Breach::ByteOrderMark));
    }
    match scanner.peek() {
        Some(b'{') => {}
        None | Some(b' ' | b'\t' | b'\n' | b'\r') => return Err(scanner.unexpected()),
        Some(_) => return Err(scanner.fault(Breach::NotAnObject)),
    }
    let object = object(&mut scanner, 0)?;
    if scanner.peek().is_some() {
        return Err(scanner.fault(Breach::Trailing));
    }
    let kind = kind(&object)?;
    Ok(Record { object, kind })
}

/// A record: the top-level object of its bytes, with its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<'a> {
    object: Object<'a>,
    kind: Kind<'a>,
}

impl<'a> Record<'a> {
    /// Returns all bytes of the record.
    pub fn bytes(&self) -> &'a [u8] {
        self.object.bytes()
    }

    /// Returns the digest by which the record is cited.
    pub fn digest(&self) -> Digest {
        self.object.digest()
    }

    /// Returns the type, `sponsio.NAME/VERSION` (rule 8).
    pub fn kind(&self) -> Kind<'a> {
        self.kind
    }

    /// Returns the top-level object.
    pub fn object(&self) -> &Object<'a> {
        &self.object
    }

    /// Returns the value of a member of the top-level object.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.object.get(name)
    }

    /// Returns the value of a member of the top-level object, and gives up the rest of the record.
    pub fn into_member(self, name: &str) -> Option<Value<'a>> {
        self.object.into_member(name)
    }

    /// Returns a fault where the record is longer than an entry may be (rule 7).
    pub fn fits_entry(&self) -> Result<(), Fault> {
        if self.bytes().len() <= ENTRY_MAX {
            return Ok(());
        }
        Err(Fault {
            what: Breach::EntryLength,
            offset: ENTRY_MAX,
        })
    }
}

/// A value, with the bytes it is written as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Members in ascending order of their names.
    Object(Object<'a>),
    /// Values in the order given.
    Array(Array<'a>),
    /// A text, kept byte for byte (rule 6).
    Text(Text<'a>),
    /// An integer whose absolute value is below 2^53.
    Integer(Scalar<'a, i64>),
    /// `true` or `false`.
    Bool(Scalar<'a, bool>),
}

impl<'a> Value<'a> {
    /// Returns the exact bytes of the value within the record.
    pub fn bytes(&self) -> &'a [u8] {
        self.span().bytes
    }

    /// Returns where the value begins within the bytes that were read.
    pub fn offset(&self) -> usize {
        self.span().offset
    }

    /// Returns the depth of the deepest value within, counted from this one.
    pub(crate) fn height(&self) -> usize {
        match self {
            Self::Object(object) => object.height(),
            Self::Array(array) => tallest(array.items.iter()),
            Self::Text(_) | Self::Integer(_) | Self::Bool(_) => 0,
        }
    }

    fn span(&self) -> Span<'a> {
        match self {
            Self::Object(object) => object.span,
            Self::Array(array) => array.span,
            Self::Text(text) => text.span,
            Self::Integer(integer) => integer.span,
            Self::Bool(truth) => truth.span,
        }
    }
}

/// An object: members in ascending order of their names, none repeated (rule 3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object<'a> {
    span: Span<'a>,
    members: Vec<(&'a str, Value<'a>)>,
}

impl<'a> Object<'a> {
    /// Returns the exact bytes of the object within the record.
    pub fn bytes(&self) -> &'a [u8] {
        self.span.bytes
    }

    /// Returns where the object begins within the bytes that were read.
    pub fn offset(&self) -> usize {
        self.span.offset
    }

    /// Returns the digest of the object's bytes.
    pub fn digest(&self) -> Digest {
        Digest::of(self.bytes())
    }

    /// Returns the value of the member with this name.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        let index = self.place_of(name)?;
        self.members.get(index).map(|(_, value)| value)
    }

    /// Returns the value of the member with this name, and gives up the others.
    pub fn into_member(mut self, name: &str) -> Option<Value<'a>> {
        let index = self.place_of(name)?;
        Some(self.members.swap_remove(index).1)
    }

    fn place_of(&self, name: &str) -> Option<usize> {
        let members = &self.members;
        let found = members.binary_search_by(|(other, _)| (*other).cmp(name));
        found.ok()
    }

    /// Returns the members in their order.
    pub fn members(&self) -> &[(&'a str, Value<'a>)] {
        &self.members
    }

    pub(crate) fn height(&self) -> usize {
        tallest(self.members.iter().map(|(_, value)| value))
    }
}

/// An array: values in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Array<'a> {
    span: Span<'a>,
    items: Vec<Value<'a>>,
}

impl<'a> Array<'a> {
    /// Returns the exact bytes of the array within the record.
    pub fn bytes(&self) -> &'a [u8] {
        self.span.bytes
    }

    /// Returns where the array begins within the bytes that were read.
    pub fn offset(&self) -> usize {
        self.span.offset
    }

    /// Returns the values in their order.
    pub fn items(&self) -> &[Value<'a>] {
        &self.items
    }
}

/// A value without parts, with the bytes it is written as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar<'a, T> {
    span: Span<'a>,
    value: T,
}

impl<'a, T> Scalar<'a, T> {
    /// Returns the exact bytes of the value within the record.
    pub fn bytes(&self) -> &'a [u8] {
        self.span.bytes
    }

    /// Returns where the value begins within the bytes that were read.
    pub fn offset(&self) -> usize {
        self.span.offset
    }

    /// Returns the value itself.
    pub fn value(&self) -> &T {
        &self.value
    }
}

/// A text; it is borrowed from the record where no character of it is escaped.
pub type Text<'a> = Scalar<'a, Cow<'a, str>>;

impl Text<'_> {
    /// Returns the text without quotation marks and escapes.
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

/// Where a value stands: its bytes, and their offset in the bytes that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span<'a> {
    bytes: &'a [u8],
    offset: usize,
}

impl<'a> Span<'a> {
    fn since(start: usize, scanner: &Scanner<'a>) -> Self {
        Self {
            bytes: scanner.since(start),
            offset: start,
        }
    }
}

fn tallest<'v, 'a: 'v>(values: impl Iterator<Item = &'v Value<'a>>) -> usize {
    values.map(|value| value.height() + 1).max().unwrap_or(0)
}

/// Reads a value at this depth. The recursion ends at [`DEPTH_MAX`], whatever the bytes are.
fn value<'a>(scanner: &mut Scanner<'a>, depth: usize) -> Result<Value<'a>, Fault> {
    if depth > DEPTH_MAX {
        return Err(scanner.fault(Breach::Depth));
    }
    let start = scanner.at();
    Ok(match scanner.peek() {
        Some(b'{') => Value::Object(object(scanner, depth)?),
        Some(b'[') => Value::Array(array(scanner, depth)?),
        Some(b'"') => {
            let value = scanner.string()?;
            let span = Span::since(start, scanner);
            Value::Text(Scalar { span, value })
        }
        Some(b'-' | b'0'..=b'9') => {
            let value = scanner.integer()?;
            let span = Span::since(start, scanner);
            Value::Integer(Scalar { span, value })
        }
        _ => {
            let value = truth(scanner)?;
            let span = Span::since(start, scanner);
            Value::Bool(Scalar { span, value })
        }
    })
}

fn truth(scanner: &mut Scanner<'_>) -> Result<bool, Fault> {
    if scanner.passes(b"true") {
        return Ok(true);
    }
    if scanner.passes(b"false") {
        return Ok(false);
    }
    Err(match scanner.peek() {
        None | Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b']' | b'}') => {
            scanner.unexpected()
        }
        Some(_) => scanner.fault(Breach::NotAValue),
    })
}

/// For how many members there is room at once: few objects have more.
const MEMBERS: usize = 10;

fn object<'a>(scanner: &mut Scanner<'a>, depth: usize) -> Result<Object<'a>, Fault> {
    let start = scanner.at();
    let mut members: Vec<(&str, Value<'_>)> = Vec::new();
    scanner.expect(b'{')?;
    if !scanner.passes_byte(b'}') {
        members.reserve(MEMBERS);
        loop {
            let offset = scanner.at();
            let name = scanner.name()?;
            if let Some((last, _)) = members.last()
                && *last >= name
            {
                let what = if *last == name {
                    Breach::Repeated
                } else {
                    Breach::Order
                };
                return Err(Fault { what, offset });
            }
            scanner.expect(b':')?;
            members.push((name, value(scanner, depth + 1)?));
            if scanner.passes_byte(b'}') {
                break;
            }
            scanner.expect(b',')?;
        }
    }
    let span = Span::since(start, scanner);
    Ok(Object { span, members })
}

fn array<'a>(scanner: &mut Scanner<'a>, depth: usize) -> Result<Array<'a>, Fault> {
    let start = scanner.at();
    let mut items = Vec::new();
    scanner.expect(b'[')?;
    if !scanner.passes_byte(b']') {
        loop {
            items.push(value(scanner, depth + 1)?);
            if scanner.passes_byte(b']') {
                break;
            }
            scanner.expect(b',')?;
        }
    }
    let span = Span::since(start, scanner);
    Ok(Array { span, items })
}

/// Returns the type of a top-level object (rule 8).
fn kind<'a>(object: &Object<'a>) -> Result<Kind<'a>, Fault> {
    let Some(Value::Text(text)) = object.get("type") else {
        return Err(Fault {
            what: Breach::NoType,
            offset: object.get("type").map_or(object.offset(), Value::offset),
        });
    };
    let parsed = match text.value() {
        Cow::Borrowed(text) => Kind::parse(text),
        // No character of a type is ever escaped.
        Cow::Owned(_) => Err(Breach::TypeForm),
    };
    parsed.map_err(|what| Fault {
        what,
        offset: text.offset(),
    })
}

#[cfg(test)]
mod tests;
