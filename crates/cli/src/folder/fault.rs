//! What is wrong in a register folder, as data: where, which words, what was expected. The
//! sentences are in `wording::fault`; this module only knows kinds and places.

use core::fmt;

use sponsio_law::clause::diagnostic::Diagnostic;
use sponsio_record::NameError;

/// The most faults that are kept; the others are counted.
pub const MOST_FAULTS: usize = 200;

/// The most characters of the offending words that are repeated.
const MOST_WORDS: usize = 60;

/// A place in a file of the folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the folder, with `/`.
    pub file: String,
    /// The line, counted from 1; 0 means the file as a whole.
    pub line: u32,
    /// The column, counted from 1 in Unicode characters.
    pub column: u32,
}

impl Place {
    /// Returns the place that is a whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: 0,
            column: 0,
        }
    }

    /// Returns a place inside a file.
    pub fn at(file: impl Into<String>, line: u32, column: u32) -> Self {
        Self {
            file: file.into(),
            line,
            column,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.file),
            line => write!(f, "{}:{line}:{}", self.file, self.column),
        }
    }
}

/// What is wrong with quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotation {
    /// A field is opened with a quotation mark and never closed.
    Unclosed,
    /// A quotation mark stands inside a field that has none around it.
    Stray,
    /// Something stands between a closing quotation mark and the next comma.
    AfterClose,
}

/// What is wrong; the variants carry what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A file that must be there, or that a rule names, is not.
    MissingFile,
    /// The file is there and cannot be read; the system's words.
    Unreadable(String),
    /// A path leaves the folder, or is not one inside it.
    PathOutside,
    /// The file is larger than this many bytes.
    FileTooLarge(u64),
    /// There are more than this many treaties.
    TooManyTreaties(usize),
    /// The bytes are not UTF-8; the offset of the first that is not.
    NotUtf8(u64),
    /// A line is longer than this many bytes.
    LineTooLong(usize),
    /// A field is longer than this many bytes.
    FieldTooLong(usize),
    /// A table has more than this many rows.
    TooManyRows(u64),
    /// Quotation marks do not match.
    Quotation(Quotation),
    /// The header lacks this column.
    MissingColumn(&'static str),
    /// The header has a column twice.
    ColumnTwice,
    /// The header has a column that is not known; the one that may be meant, and all that are known.
    UnknownColumn(Option<&'static str>, Vec<&'static str>),
    /// A row has another number of fields than the header.
    FieldCount {
        /// How many the header has.
        expected: usize,
        /// How many the row has.
        found: usize,
    },
    /// This required field is empty.
    EmptyField(&'static str),
    /// The word is no identifier.
    Identifier(NameError),
    /// The kind of participant is none of those known; the one that may be meant.
    KindOfParticipant(Option<&'static str>),
    /// Not a date in the form `1976-03-23`.
    Date,
    /// The calendar has no such day.
    NoSuchDay,
    /// Not a decimal number.
    Number,
    /// No participant has this code; the one that may be meant.
    UnknownParticipant(Option<String>),
    /// No treaty has this identifier; the one that may be meant, and how many acts name it.
    UnknownTreaty(Option<String>, u64),
    /// The file of a treaty cannot be used; how many acts are left out with it.
    TreatyLeftOut(u64),
    /// `of` names an act that is not there, or one of another treaty or participant.
    UnknownAct,
    /// A correction or a continuation does not say of what.
    MissingOf,
    /// It stands twice; the line of the first.
    Twice(u32),
    /// The time of a member overlaps with its time on this line.
    Overlap(u32),
    /// A time ends before it begins.
    UntilBeforeFrom,
    /// The `id` in a treaty's head is not the name of its file; that name.
    TreatyName(String),
    /// The clause has a fault of form or sense.
    Clause(Box<Diagnostic>),
}

impl Problem {
    /// Returns the stable name of the kind of problem.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::MissingFile => "missing-file",
            Self::Unreadable(_) => "unreadable",
            Self::PathOutside => "path-outside",
            Self::FileTooLarge(_) => "file-too-large",
            Self::TooManyTreaties(_) => "too-many-treaties",
            Self::NotUtf8(_) => "not-utf8",
            Self::LineTooLong(_) => "line-too-long",
            Self::FieldTooLong(_) => "field-too-long",
            Self::TooManyRows(_) => "too-many-rows",
            Self::Quotation(_) => "quotation",
            Self::MissingColumn(_) => "missing-column",
            Self::ColumnTwice => "column-twice",
            Self::UnknownColumn(..) => "unknown-column",
            Self::FieldCount { .. } => "field-count",
            Self::EmptyField(_) => "empty-field",
            Self::Identifier(_) => "identifier",
            Self::KindOfParticipant(_) => "kind-of-participant",
            Self::Date | Self::NoSuchDay => "date",
            Self::Number => "number",
            Self::UnknownParticipant(_) => "unknown-participant",
            Self::UnknownTreaty(..) => "unknown-treaty",
            Self::TreatyLeftOut(_) => "treaty-left-out",
            Self::UnknownAct => "unknown-act",
            Self::MissingOf => "missing-of",
            Self::Twice(_) | Self::Overlap(_) => "twice",
            Self::UntilBeforeFrom => "until-before-from",
            Self::TreatyName(_) => "treaty-name",
            Self::Clause(_) => "clause",
        }
    }
}

/// One thing that is wrong, with its place and the words that offend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// The words that offend, verbatim; long ones are cut.
    pub words: String,
    /// What is wrong with them.
    pub problem: Problem,
}

impl Fault {
    /// Returns a fault; of the words the first line is kept, and that is cut if it is long.
    pub fn new(place: Place, words: &str, problem: Problem) -> Self {
        let line = words.lines().next().unwrap_or_default();
        let mut kept: String = line.chars().take(MOST_WORDS).collect();
        if kept.len() < words.trim_end().len() {
            kept.push('…');
        }
        Self {
            place,
            words: kept,
            problem,
        }
    }
}

/// The faults of one run: the first are kept, all are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faults {
    kept: Vec<Fault>,
    count: u64,
}

impl Faults {
    /// Notes a fault.
    pub fn note(&mut self, fault: Fault) {
        self.count += 1;
        if self.kept.len() < MOST_FAULTS {
            self.kept.push(fault);
        }
    }

    /// Returns the faults that were kept, in the order in which they were found.
    pub fn kept(&self) -> &[Fault] {
        &self.kept
    }

    /// Whether a fault that was kept concerns this file.
    pub fn concern(&self, file: &str) -> bool {
        self.kept.iter().any(|fault| fault.place.file == file)
    }

    /// Returns how many faults were found.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// Returns how many faults were found and not kept.
    pub fn left_out(&self) -> u64 {
        self.count - self.kept.len() as u64
    }

    /// Adds the number of the faults of another run, without repeating them.
    pub const fn count_in(&mut self, other: &Self) {
        self.count += other.count;
    }

    /// Whether nothing is wrong.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_faults_are_counted_and_the_first_kept() {
        let mut faults = Faults::default();
        for line in 1..=1_000 {
            let place = Place::at("acts.csv", line, 1);
            faults.note(Fault::new(place, "x", Problem::Date));
        }
        assert_eq!(faults.kept().len(), MOST_FAULTS);
        assert_eq!(faults.left_out(), 800);
    }

    #[test]
    fn long_words_are_cut_between_characters() {
        let fault = Fault::new(Place::file("x"), &"ü".repeat(500), Problem::Date);
        assert_eq!(fault.words.chars().count(), MOST_WORDS + 1);
        let fault = Fault::new(Place::file("x"), "one\ntwo", Problem::Date);
        assert_eq!(fault.words, "one…");
    }
}
