//! A table of the folder: comma-separated fields under a header whose names decide. It knows rows,
//! places and limits; what a field means is known by its reader.

use core::ops::Range;
use core::str;

use csv::{ByteRecord, ReaderBuilder};

use sponsio_law::calendar::{self, Date};
use sponsio_record::ParticipantId;

use crate::folder::fault::{Fault, Faults, Place, Problem, Quotation};
use crate::folder::suggestion;

/// The longest line that is read, quoted line ends included, in bytes.
pub const LONGEST_LINE: usize = 1024 * 1024;

/// The longest field that is read, in bytes.
pub const LONGEST_FIELD: usize = 64 * 1024;

/// The most rows of a table.
pub const MOST_ROWS: u64 = 2_000_000;

/// How often reading begins again behind quotation marks that do not match, before it gives up.
const MOST_FRESH_STARTS: u32 = 20;

/// The columns of a table, those that must be there first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub(super) names: &'static [&'static str],
    pub(super) required: usize,
}

/// Where the columns stand in a file.
struct Header {
    places: Vec<Option<usize>>,
    width: usize,
}

/// A field could not be read, and the fault is noted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noted;

/// One row of a table.
pub(super) struct Row<'a> {
    file: &'a str,
    columns: Columns,
    header: &'a Header,
    fields: &'a ByteRecord,
    raw: &'a str,
    /// Whether no field of the row has quotation marks.
    is_bare: bool,
    line: u32,
}

/// Reads a table and hands over each row that has the right form. Returns which columns the header
/// has, or `None` where it cannot be used.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    columns: Columns,
    faults: &mut Faults,
    mut each: impl FnMut(Row<'_>, &mut Faults),
) -> Option<Vec<bool>> {
    let mut reading = Reading {
        file,
        columns,
        header: None,
        rows: 0,
    };
    let mut parts = segments(file, bytes, faults);
    parts.reverse();
    let mut fresh_starts = 0;
    while let Some(part) = parts.pop() {
        match reading.read(bytes, part, faults, &mut each) {
            Outcome::End => {}
            Outcome::Again(rest) if fresh_starts < MOST_FRESH_STARTS => {
                fresh_starts += 1;
                parts.push(rest);
            }
            Outcome::Stop | Outcome::Again(_) => break,
        }
    }
    match reading.header {
        Some(header) => Some(header.present()),
        None if faults.is_empty() => {
            let name = columns.names.first().copied().unwrap_or_default();
            let place = Place::at(file, 1, 1);
            faults.note(Fault::new(place, "", Problem::MissingColumn(name)));
            None
        }
        None => None,
    }
}

/// A part of a table and the line on which it begins.
type Part = (Range<usize>, u32);

/// How the reading of a part ended.
enum Outcome {
    /// At its end.
    End,
    /// The rest of the table is not read.
    Stop,
    /// At a record whose quotation marks swallowed the lines after it: these are read again.
    Again(Part),
}

/// A table while it is read.
struct Reading<'a> {
    file: &'a str,
    columns: Columns,
    header: Option<Header>,
    rows: u64,
}

impl Reading<'_> {
    fn read(
        &mut self,
        bytes: &[u8],
        (range, first_line): Part,
        faults: &mut Faults,
        each: &mut impl FnMut(Row<'_>, &mut Faults),
    ) -> Outcome {
        let end = range.end;
        let part = &bytes[range];
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(part);
        let mut fields = ByteRecord::new();
        let mut counter = LineCounter::new(part, first_line);
        // Reading bytes from memory cannot fail: whatever the bytes are, they are fields.
        while matches!(reader.read_byte_record(&mut fields), Ok(true)) {
            let read = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            let (raw, line) = counter.next(read);
            let at = offset(bytes, raw);
            let Some(text) = well_formed(self.file, raw, line, at, faults) else {
                if let Some(first) = raw.iter().position(|byte| *byte == b'\n') {
                    return Outcome::Again((at + first + 1..end, line.saturating_add(1)));
                }
                continue;
            };
            let Some(header) = &self.header else {
                self.header = read_header(self.file, &fields, text, line, self.columns, faults);
                if self.header.is_none() {
                    return Outcome::Stop;
                }
                continue;
            };
            self.rows += 1;
            if self.rows > MOST_ROWS {
                let place = Place::at(self.file, line, 1);
                faults.note(Fault::new(place, "", Problem::TooManyRows(MOST_ROWS)));
                return Outcome::Stop;
            }
            let row = Row {
                file: self.file,
                columns: self.columns,
                header,
                fields: &fields,
                raw: text,
                is_bare: !raw.contains(&b'"'),
                line,
            };
            if row.has_form(faults) {
                each(row, faults);
            }
        }
        Outcome::End
    }
}

/// The parts of a table between lines that are too long to be looked at, with the line on which
/// each begins.
fn segments(file: &str, bytes: &[u8], faults: &mut Faults) -> Vec<Part> {
    let mut segments = Vec::new();
    let (mut start, mut start_line) = (0, 1);
    let (mut at, mut line) = (0, 1_u32);
    for physical in bytes.split_inclusive(|byte| *byte == b'\n') {
        let end = at + physical.len();
        if physical.len() > LONGEST_LINE {
            let words = String::from_utf8_lossy(&physical[..LONGEST_FIELD.min(256)]);
            let place = Place::at(file, line, 1);
            faults.note(Fault::new(
                place,
                &words,
                Problem::LineTooLong(LONGEST_LINE),
            ));
            segments.push((start..at, start_line));
            (start, start_line) = (end, line.saturating_add(1));
        }
        at = end;
        line = line.saturating_add(1);
    }
    segments.push((start..bytes.len(), start_line));
    segments
}

/// Finds the bytes and the line of each record: the reader's own position stands before the line
/// ends that it skips.
struct LineCounter<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    const fn new(bytes: &'a [u8], line: u32) -> Self {
        Self { bytes, at: 0, line }
    }

    fn next(&mut self, end: usize) -> (&'a [u8], u32) {
        let end = end.clamp(self.at, self.bytes.len());
        let record = &self.bytes[self.at..end];
        let skipped = record
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        self.line += breaks(&record[..skipped]);
        let line = self.line;
        let raw = &record[skipped..];
        self.line += breaks(raw);
        self.at = end;
        let ends = raw
            .iter()
            .rev()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        (&raw[..raw.len() - ends.count()], line)
    }
}

fn breaks(bytes: &[u8]) -> u32 {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    u32::try_from(lines - 1).unwrap_or(u32::MAX)
}

/// How many bytes of `whole` stand before `part`, which is a slice of it.
fn offset(whole: &[u8], part: &[u8]) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// Returns the words of a record if its bytes and quotation marks are in order.
fn well_formed<'a>(
    file: &str,
    raw: &'a [u8],
    line: u32,
    offset: usize,
    faults: &mut Faults,
) -> Option<&'a str> {
    let text = match str::from_utf8(raw) {
        Ok(text) => text,
        Err(error) => {
            let valid = str::from_utf8(&raw[..error.valid_up_to()]).unwrap_or_default();
            let (line, column) = place_after(valid, line);
            let bad =
                &raw[valid.len()..raw.len().min(valid.len() + error.error_len().unwrap_or(1))];
            let words: Vec<String> = bad.iter().map(|byte| format!("{byte:02X}")).collect();
            let problem = Problem::NotUtf8((offset + valid.len()) as u64);
            faults.note(Fault::new(
                Place::at(file, line, column),
                &words.join(" "),
                problem,
            ));
            return None;
        }
    };
    if raw.len() > LONGEST_LINE {
        let problem = Problem::LineTooLong(LONGEST_LINE);
        faults.note(Fault::new(Place::at(file, line, 1), text, problem));
        return None;
    }
    let Some((at, wrong)) = raw.contains(&b'"').then(|| quotation(raw)).flatten() else {
        return Some(text);
    };
    let (line, column) = place_after(&text[..at], line);
    let problem = Problem::Quotation(wrong);
    faults.note(Fault::new(
        Place::at(file, line, column),
        &text[at..],
        problem,
    ));
    None
}

/// Returns where the quotation marks of a record go wrong, if they do.
fn quotation(raw: &[u8]) -> Option<(usize, Quotation)> {
    enum State {
        Start,
        Bare,
        Quoted,
        Closed,
    }
    let (mut state, mut opened) = (State::Start, 0);
    for (at, byte) in raw.iter().enumerate() {
        state = match (state, byte) {
            (State::Start, b'"') => {
                opened = at;
                State::Quoted
            }
            (State::Start | State::Bare | State::Closed, b',') => State::Start,
            (State::Bare, b'"') => return Some((at, Quotation::Stray)),
            (State::Start | State::Bare, _) => State::Bare,
            (State::Quoted, b'"') => State::Closed,
            (State::Closed, b'"') | (State::Quoted, _) => State::Quoted,
            // A field that was opened on another line was probably meant to end there.
            (State::Closed, _) if raw[opened..at].contains(&b'\n') => {
                return Some((opened, Quotation::Unclosed));
            }
            (State::Closed, _) => return Some((at, Quotation::AfterClose)),
        };
    }
    matches!(state, State::Quoted).then_some((opened, Quotation::Unclosed))
}

/// Returns the line and column that follow a text which begins in column 1 of a line.
fn place_after(text: &str, line: u32) -> (u32, u32) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    let column = u32::try_from(last.chars().count()).unwrap_or(u32::MAX);
    (line + breaks(text.as_bytes()), column.saturating_add(1))
}

/// Returns the byte at which a field begins.
fn field_start(raw: &str, field: usize) -> usize {
    let (mut quoted, mut seen) = (false, 0);
    if field == 0 {
        return 0;
    }
    for (at, byte) in raw.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                seen += 1;
                if seen == field {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    raw.len()
}

fn read_header(
    file: &str,
    fields: &ByteRecord,
    raw: &str,
    line: u32,
    columns: Columns,
    faults: &mut Faults,
) -> Option<Header> {
    let mut places = vec![None; columns.names.len()];
    let mut usable = true;
    for (field, name) in fields.iter().enumerate() {
        let name = trimmed(name);
        let known = columns.names.iter().position(|known| *known == name);
        let problem = match known {
            None => {
                let meant = suggestion::nearest(name, columns.names.iter().copied());
                let known = columns.names.to_vec();
                let meant =
                    meant.and_then(|meant| known.iter().copied().find(|name| *name == meant));
                Problem::UnknownColumn(meant, known)
            }
            Some(known) if places[known].is_some() => {
                usable = false;
                Problem::ColumnTwice
            }
            Some(known) => {
                places[known] = Some(field);
                continue;
            }
        };
        let (line, column) = place_after(&raw[..field_start(raw, field)], line);
        faults.note(Fault::new(Place::at(file, line, column), name, problem));
    }
    for (name, place) in columns.names.iter().zip(&places).take(columns.required) {
        if place.is_none() {
            usable = false;
            faults.note(Fault::new(
                Place::at(file, line, 1),
                raw,
                Problem::MissingColumn(name),
            ));
        }
    }
    let width = fields.len();
    usable.then_some(Header { places, width })
}

impl Header {
    fn present(&self) -> Vec<bool> {
        self.places.iter().map(Option::is_some).collect()
    }
}

fn trimmed(field: &[u8]) -> &str {
    str::from_utf8(field)
        .unwrap_or_default()
        .trim_matches([' ', '\t'])
}

impl<'a> Row<'a> {
    /// The line on which the row begins.
    pub(super) const fn line(&self) -> u32 {
        self.line
    }

    /// The field in a column without white space around it; empty where the column is absent.
    pub(super) fn word(&self, column: usize) -> &'a str {
        self.text(column).trim_matches([' ', '\t'])
    }

    /// The field in a column, verbatim; empty where the column is absent.
    pub(super) fn text(&self, column: usize) -> &'a str {
        let Some(field) = self.header.places.get(column).copied().flatten() else {
            return "";
        };
        if self.is_bare {
            // Without quotation marks the fields stand in the line as they are, with commas between.
            let range = self.fields.range(field).unwrap_or_default();
            let words = self.raw.get(range.start + field..range.end + field);
            return words.unwrap_or_default();
        }
        let field = self.fields.get(field).unwrap_or_default();
        str::from_utf8(field).unwrap_or_default()
    }

    /// Whether the table has this column.
    pub(super) fn has(&self, column: usize) -> bool {
        self.header.places.get(column).is_some_and(Option::is_some)
    }

    /// Where the field in a column begins in its line, counted from 1 in characters.
    pub(super) fn column(&self, column: usize) -> u32 {
        self.place(column).1
    }

    fn place(&self, column: usize) -> (u32, u32) {
        let field = self.header.places.get(column).copied().flatten();
        let before = &self.raw[..field_start(self.raw, field.unwrap_or_default())];
        place_after(before, self.line)
    }

    /// The fault that the field in a column has this problem.
    pub(super) fn fault(&self, column: usize, problem: Problem) -> Fault {
        let (line, begins) = self.place(column);
        Fault::new(
            Place::at(self.file, line, begins),
            self.word(column),
            problem,
        )
    }

    /// The field in a column that must not be empty.
    pub(super) fn required(&self, column: usize, faults: &mut Faults) -> Option<&'a str> {
        let word = self.word(column);
        if word.is_empty() {
            let name = self.columns.names.get(column).copied().unwrap_or_default();
            faults.note(self.fault(column, Problem::EmptyField(name)));
            return None;
        }
        Some(word)
    }

    /// The participant code in a column that must not be empty.
    pub(super) fn participant(&self, column: usize, faults: &mut Faults) -> Option<ParticipantId> {
        let word = self.required(column, faults)?;
        match ParticipantId::new(word) {
            Ok(id) => Some(id),
            Err(error) => {
                faults.note(self.fault(column, Problem::Identifier(error)));
                None
            }
        }
    }

    /// The date in a column, if the field is not empty.
    pub(super) fn date(&self, column: usize, faults: &mut Faults) -> Result<Option<Date>, Noted> {
        let word = self.word(column);
        if word.is_empty() {
            return Ok(None);
        }
        let date = calendar::parse(word);
        if date.is_none() {
            let problem = if looks_like_a_date(word) {
                Problem::NoSuchDay
            } else {
                Problem::Date
            };
            faults.note(self.fault(column, problem));
            return Err(Noted);
        }
        Ok(date)
    }

    fn has_form(&self, faults: &mut Faults) -> bool {
        let (expected, found) = (self.header.width, self.fields.len());
        if expected != found {
            let place = Place::at(self.file, self.line, 1);
            let problem = Problem::FieldCount { expected, found };
            faults.note(Fault::new(place, self.raw, problem));
            return false;
        }
        let too_long = self
            .fields
            .iter()
            .position(|field| field.len() > LONGEST_FIELD);
        if let Some(field) = too_long {
            let before = &self.raw[..field_start(self.raw, field)];
            let (line, column) = place_after(before, self.line);
            let words = &self.raw[before.len()..];
            let problem = Problem::FieldTooLong(LONGEST_FIELD);
            faults.note(Fault::new(
                Place::at(self.file, line, column),
                words,
                problem,
            ));
        }
        too_long.is_none()
    }
}

fn looks_like_a_date(word: &str) -> bool {
    word.len() == 10
        && word.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests;
