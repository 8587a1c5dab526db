//! The form of a segment: an act that concerns status in few bytes, every other entry as it stands in
//! the log. In front stands what it was made by and of; behind, the SHA-256 of all that.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;

use serde::{Deserialize, Serialize};
use sponsio_law::act::{Act, ActLabel};
use sponsio_law::calendar::Date;
use sponsio_law::filing::{Filing, Matter};
use sponsio_ledger::entry::Place;
use sponsio_ledger::tree::Hash;
use sponsio_record::{ActId, Digest, Instant, NameError, ParticipantId, TreatyId};

use crate::failure::Fatal;
use crate::state::Told;
use crate::store::{Known, NewEntry};

/// What this version writes, and all that it reads. The number is raised when an entry comes to tell
/// something else than before, or a segment to hold it otherwise.
const FORMAT: &str = concat!("sponsio.snapshot/1 ", env!("CARGO_PKG_VERSION"));

/// How many bytes the digest at the end has.
const DIGEST: usize = 32;

/// Why a segment is thrown away.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unusable {
    /// The bytes are not those that were written.
    #[error("its bytes have another digest")]
    Digest,
    /// It is of another version, another log, or another place.
    #[error("it is of another version, log or place")]
    Other,
    /// What it says is not a segment.
    #[error("it is no segment: {0}")]
    Form(String),
    /// What it tells leads to another root than the one it carries.
    #[error("it leads to another root than its own")]
    Root,
}

impl From<Unusable> for Fatal {
    fn from(unusable: Unusable) -> Self {
        Self::Storage(format!("a segment of the snapshot: {unusable}"))
    }
}

/// What a segment tells.
pub(crate) struct Segment {
    pub(crate) told: Vec<Told>,
    /// What a store finds its entries by.
    pub(crate) known: Vec<Known>,
    /// The root of the log at its end.
    pub(crate) root: Digest,
    /// The digest of its bytes.
    pub(crate) digest: Digest,
}

/// A segment as it is written.
#[derive(Serialize, Deserialize)]
struct Form<'a> {
    format: &'a str,
    origin: &'a str,
    number: u64,
    root: &'a [u8],
    #[serde(borrow)]
    streams: Vec<&'a str>,
    treaties: Vec<&'a str>,
    participants: Vec<&'a str>,
    /// The leaf of each entry, one after the other.
    leaves: &'a [u8],
    /// The mark of the act of each.
    marks: &'a [u8],
    lines: Vec<Line<'a>>,
}

/// What is told of one entry, beside its leaf and the mark of its act.
#[derive(Serialize, Deserialize)]
struct Line<'a> {
    stream: u32,
    nth: u64,
    prev: Option<u64>,
    #[serde(borrow)]
    says: Says<'a>,
}

#[derive(Serialize, Deserialize)]
enum Says<'a> {
    /// The bytes of the entry.
    Entry(&'a [u8]),
    /// An act that concerns status.
    #[serde(borrow)]
    Status(Status<'a>),
}

#[derive(Serialize, Deserialize)]
struct Status<'a> {
    recorded: i64,
    /// Whether it is of a back catalogue.
    is_published: bool,
    /// Its mark, where that is not the identifier of the act.
    mark: Option<&'a str>,
    treaty: u32,
    participant: u32,
    label: &'a str,
    date: Day,
    effect: Option<Day>,
    received: Option<Day>,
    of: Option<&'a str>,
    source: &'a str,
    note: &'a str,
}

type Day = (i16, i8, i8);

fn day(date: Date) -> Day {
    (date.year(), date.month(), date.day())
}

fn date((year, month, day): Day) -> Result<Date, Unusable> {
    Date::new(year, month, day).map_err(|error| Unusable::Form(error.to_string()))
}

/// Names, each written once.
#[derive(Default)]
struct Names<'a> {
    numbers: BTreeMap<&'a str, u32>,
    names: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn number(&mut self, name: &'a str) -> u32 {
        // A segment has far fewer names than a number of 32 bits can count.
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(name).or_insert_with(|| {
            self.names.push(name);
            next
        })
    }
}

impl Segment {
    /// Writes what was told of the entries in these rows, the segment of this number, after which the
    /// log has this root.
    pub(crate) fn write(
        origin: &str,
        number: u64,
        root: &Digest,
        rows: &[NewEntry],
        told: &[Told],
    ) -> Result<Vec<u8>, Unusable> {
        let mut names = Named::default();
        let lines = rows.iter().zip(told);
        let lines = lines
            .map(|(row, told)| line(row, told, &mut names))
            .collect();
        let leaves: Vec<u8> = told.iter().flat_map(|told| told.leaf).collect();
        let marks: Vec<u8> = rows.iter().flat_map(|row| *row.act.as_bytes()).collect();
        let form = Form {
            format: FORMAT,
            origin,
            number,
            root: root.as_bytes(),
            streams: names.streams.names,
            treaties: names.treaties.names,
            participants: names.participants.names,
            leaves: &leaves,
            marks: &marks,
            lines,
        };
        let written = postcard::to_allocvec(&form);
        let mut bytes = written.map_err(|error| Unusable::Form(error.to_string()))?;
        let digest = Digest::of(&bytes);
        bytes.extend_from_slice(digest.as_bytes());
        Ok(bytes)
    }

    /// Reads the segment of this number, of so many entries, of the snapshot of this log.
    pub(crate) fn read(bytes: &[u8], origin: &str, number: u64, each: u64) -> Result<Self, Fatal> {
        let (form, digest) = bytes.split_last_chunk::<DIGEST>().ok_or(Unusable::Digest)?;
        if Digest::of(form).as_bytes() != digest {
            return Err(Unusable::Digest.into());
        }
        let wrong = |error: postcard::Error| Unusable::Form(error.to_string());
        // What made it stands in front: the rest of another version is not looked at.
        let (format, _) = postcard::take_from_bytes::<&str>(form).map_err(wrong)?;
        if format != FORMAT {
            return Err(Unusable::Other.into());
        }
        let form: Form<'_> = postcard::from_bytes(form).map_err(wrong)?;
        if form.origin != origin || form.number != number || form.lines.len() as u64 != each {
            return Err(Unusable::Other.into());
        }
        form.told(number * each, Digest::of(bytes))
    }
}

/// The names that lines have as numbers.
#[derive(Default)]
struct Named<'a> {
    streams: Names<'a>,
    treaties: Names<'a>,
    participants: Names<'a>,
}

fn line<'a>(row: &'a NewEntry, told: &'a Told, names: &mut Named<'a>) -> Line<'a> {
    let says = match told.filing.as_ref().map(|filing| &filing.matter) {
        Some(matter @ (Matter::Act(act) | Matter::Published(act))) => {
            let mark = act.id.as_deref();
            Says::Status(Status {
                recorded: told.recorded.seconds(),
                is_published: matches!(matter, Matter::Published(_)),
                mark: mark.filter(|mark| **mark != *row.act.to_string()),
                treaty: names.treaties.number(act.treaty.as_str()),
                participant: names.participants.number(act.participant.as_str()),
                label: act.label.as_str(),
                date: day(act.date),
                effect: act.effect.map(day),
                received: act.recorded.map(day),
                of: act.refers_to.as_deref(),
                source: &act.source,
                note: &act.note,
            })
        }
        _ => Says::Entry(&row.bytes),
    };
    Line {
        stream: names.streams.number(&told.place.name),
        nth: told.place.nth,
        prev: told.place.prev,
        says,
    }
}

/// What the numbers of lines name.
struct Tables {
    streams: Vec<Arc<str>>,
    treaties: Vec<TreatyId>,
    participants: Vec<ParticipantId>,
}

impl Form<'_> {
    /// Returns what the segment tells, whose first entry has this place.
    fn told(self, first: u64, digest: Digest) -> Result<Segment, Fatal> {
        let wrong = |what: &str| Unusable::Form(what.to_owned());
        let (leaves, rest) = self.leaves.as_chunks::<32>();
        let (marks, left) = self.marks.as_chunks::<16>();
        let root = <Hash>::try_from(self.root).map_err(|_| wrong("its root"))?;
        let count = self.lines.len();
        if !rest.is_empty() || !left.is_empty() || leaves.len() != count || marks.len() != count {
            return Err(wrong("each line has a leaf and a mark").into());
        }
        let named = |error: NameError| Unusable::Form(error.to_string());
        let treaty = |name: &&str| TreatyId::new(name).map_err(named);
        let participant = |name: &&str| ParticipantId::new(name).map_err(named);
        let tables = Tables {
            streams: self.streams.iter().copied().map(Arc::from).collect(),
            treaties: self.treaties.iter().map(treaty).collect::<Result<_, _>>()?,
            participants: self
                .participants
                .iter()
                .map(participant)
                .collect::<Result<_, _>>()?,
        };
        let mut told = Vec::with_capacity(count);
        let mut known = Vec::with_capacity(count);
        let lines = self.lines.into_iter().zip(leaves).zip(marks).zip(first..);
        for (((line, leaf), mark), seq) in lines {
            let act = ActId::from_bytes(*mark);
            let stream = Arc::clone(at(&tables.streams, line.stream)?);
            let nth = line.nth;
            told.push(match line.says {
                Says::Entry(bytes) => Told::read(bytes, self.origin, seq)?,
                Says::Status(status) => {
                    let place = Place {
                        name: stream.to_string(),
                        nth,
                        prev: line.prev,
                    };
                    status.told(act, place, *leaf, &tables)?
                }
            });
            known.push(Known { act, stream, nth });
        }
        let root = Digest::from_bytes(root);
        Ok(Segment {
            told,
            known,
            root,
            digest,
        })
    }
}

impl Status<'_> {
    /// Returns what the entry told with this act, whose documents the fold does not need.
    fn told(self, id: ActId, place: Place, leaf: Hash, tables: &Tables) -> Result<Told, Unusable> {
        let act = Act {
            id: Some(self.mark.map_or_else(|| id.to_string(), str::to_owned)),
            treaty: at(&tables.treaties, self.treaty)?.clone(),
            participant: at(&tables.participants, self.participant)?.clone(),
            label: ActLabel::read(self.label),
            date: date(self.date)?,
            effect: self.effect.map(date).transpose()?,
            recorded: self.received.map(date).transpose()?,
            refers_to: self.of.map(str::to_owned),
            source: self.source.to_owned(),
            note: self.note.to_owned(),
        };
        let matter = if self.is_published {
            Matter::Published(act)
        } else {
            Matter::Act(act)
        };
        let recorded = Instant::from_seconds(self.recorded);
        Ok(Told {
            recorded: recorded.ok_or_else(|| Unusable::Form("an instant".to_owned()))?,
            place,
            filing: Some(Filing {
                id,
                matter,
                documents: Vec::new(),
            }),
            leaf,
            of_log: None,
        })
    }
}

fn at<T>(table: &[T], number: u32) -> Result<&T, Unusable> {
    let found = usize::try_from(number).ok().and_then(|at| table.get(at));
    found.ok_or_else(|| Unusable::Form(format!("it has no name of the number {number}")))
}
