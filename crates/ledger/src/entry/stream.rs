//! Streams: the entries of one instrument, one meeting, or the log itself, each numbered and linked
//! to the one before. Their heads, recorded in the log, let a bundle say that nothing came later.

use super::Place;
use crate::verdict::{Refusal, Rule};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::array;
use sponsio_record::{Digest, Draft, Fault, FieldError, Value, read};

/// The stream of acts about the log itself.
pub(crate) const OF_THE_LOG: &str = "log";

/// The type of a record of heads.
const KIND: &str = "sponsio.heads/1";

/// How far a stream has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamHead {
    /// How many entries it has.
    pub count: u64,
    /// The index of the last.
    pub last: u64,
}

/// All streams of a log, by name. A copy shares them until one of them continues, so that whoever
/// reads keeps a state while entries come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Streams([Share; SHARES]);

/// Some of the streams; a copy shares their names.
type Share = Arc<BTreeMap<Arc<str>, StreamHead>>;

/// Into how many shares the streams are spread: one share is copied where one stream continues.
const SHARES: usize = 64;

impl Streams {
    /// Returns the streams of a log without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the head of a stream, if it has an entry.
    pub fn get(&self, name: &str) -> Option<StreamHead> {
        self.0[share(name)].get(name).copied()
    }

    /// Returns all streams in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, StreamHead)> {
        let all = self.0.iter().flat_map(|share| share.iter());
        let mut all: Vec<_> = all.map(|(name, head)| (&**name, *head)).collect();
        all.sort_unstable_by_key(|(name, _)| *name);
        all.into_iter()
    }

    /// Returns the place of the next entry of a stream.
    pub fn next(&self, name: &str) -> Place {
        let head = self.get(name);
        Place {
            name: name.to_string(),
            nth: head.map_or(0, |head| head.count),
            prev: head.map(|head| head.last),
        }
    }

    /// Takes the entry at this index, which must stand where its stream continues.
    pub fn follow(&mut self, place: &Place, seq: u64) -> Result<(), Place> {
        let share = Arc::make_mut(&mut self.0[share(&place.name)]);
        let head = StreamHead {
            count: place.nth.saturating_add(1),
            last: seq,
        };
        match share.get_mut(place.name.as_str()) {
            Some(known) if (known.count, Some(known.last)) == (place.nth, place.prev) => {
                *known = head;
            }
            None if (0, None) == (place.nth, place.prev) => {
                share.insert(place.name.as_str().into(), head);
            }
            _ => return Err(self.next(&place.name)),
        }
        Ok(())
    }
}

impl FromIterator<(String, StreamHead)> for Streams {
    fn from_iter<I: IntoIterator<Item = (String, StreamHead)>>(streams: I) -> Self {
        let mut all = Self::new();
        for (name, head) in streams {
            Arc::make_mut(&mut all.0[share(&name)]).insert(name.into(), head);
        }
        all
    }
}

impl Default for Streams {
    fn default() -> Self {
        Self(array::from_fn(|_| Arc::default()))
    }
}

/// Returns the share of the stream of this name (FNV-1a over its bytes).
fn share(name: &str) -> usize {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The lowest bits tell little about short names.
    usize::from((hash >> 56) as u8) % SHARES
}

/// The record `sponsio.heads/1`: every stream as of the first `size` entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    /// The origin of the log.
    pub log: String,
    /// How many entries are counted.
    pub size: u64,
    /// The streams.
    pub streams: Streams,
}

impl Heads {
    /// Returns the bytes of the record.
    pub fn write(&self) -> Result<Vec<u8>, Fault> {
        let streams = self.streams.iter().map(|(name, head)| {
            Draft::object([
                ("count", Draft::count(head.count)),
                ("last", Draft::count(head.last)),
                ("name", Draft::text(name.to_string())),
            ])
        });
        Draft::object([
            ("log", Draft::text(self.log.clone())),
            ("size", Draft::count(self.size)),
            ("streams", Draft::array(streams)),
            ("type", Draft::text(KIND)),
        ])
        .finish()
    }

    /// Returns the digest by which an act names the heads.
    pub fn digest(&self) -> Result<Digest, Fault> {
        Ok(Digest::of(&self.write()?))
    }

    /// Reads the record; `place` names it in a refusal.
    pub fn read(bytes: &[u8], place: &str) -> Result<Self, Refusal> {
        let refused = |offset, detail| Rule::MemberForm.broken(place, offset, detail);
        let record = read(bytes).map_err(|fault| refused(fault.offset, fault.to_string()))?;
        let inner = || -> Result<Self, FieldError> {
            let mut fields = record.fields(KIND)?;
            let size = fields.required("size", Value::count)?;
            let mut streams = BTreeMap::new();
            fields.required("streams", |value| {
                for (index, item) in value.array()?.items().iter().enumerate() {
                    let (name, head) = stream(item).map_err(|e| e.within(&format!("{index}")))?;
                    let ordered = streams
                        .last_key_value()
                        .is_none_or(|(last, _)| *last < name);
                    let counted = (1..=head.last.saturating_add(1)).contains(&head.count);
                    if !ordered || !counted || head.last >= size {
                        return Err(item.wrong("the next stream in order, within the size"));
                    }
                    streams.insert(name, head);
                }
                Ok(())
            })?;
            let log = fields.required("log", |value| value.text().map(String::from))?;
            fields.finish()?;
            Ok(Self {
                log,
                size,
                streams: streams.into_iter().collect(),
            })
        };
        inner().map_err(|error| refused(error.offset, error.to_string()))
    }
}

fn stream(value: &Value<'_>) -> Result<(String, StreamHead), FieldError> {
    let mut fields = value.object()?.fields();
    let head = StreamHead {
        count: fields.required("count", Value::count)?,
        last: fields.required("last", Value::count)?,
    };
    let name = fields.required("name", super::word)?;
    fields.finish()?;
    Ok((name, head))
}
