//! What is wrong or doubtful in a text, as data: code, place, particulars, and the words that are
//! probably meant. The sentences are made at the rim.

use crate::language::Language;
use crate::provision::ProvisionId;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;
use sponsio_record::ParticipantId;

/// The most faults that are kept of one text; the others are counted.
pub const MOST_FAULTS: usize = 200;

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $severity:ident,)*) => {
        /// The stable code of a fault. Codes from T401 to T404 and above T500 are the law's.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// Returns the code as it is written.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// Returns how serious a fault with this code is for the strict reader.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The bytes are not UTF-8.
    T001 Error,
    /// A control character.
    T002 Error,
    /// A character that overrides the direction of writing.
    T003 Error,
    /// The file is too large.
    T004 Error,
    /// A line is too long.
    T005 Error,
    /// Characters that are not composed (NFC).
    T006 Warning,
    /// No title, or a second one.
    T101 Error,
    /// A line of the head that is not known.
    T102 Error,
    /// The head does not say the language.
    T103 Error,
    /// A label out of order.
    T110 Error,
    /// A label twice among siblings.
    T111 Error,
    /// An item, closing words or an alternative without the provision to which they would belong.
    T112 Error,
    /// A keyword and a label that make no heading.
    T120 Warning,
    /// An item whose indentation fits no level.
    T121 Error,
    /// Something is opened and not closed in its provision.
    T201 Error,
    /// Something is closed that was not opened.
    T202 Error,
    /// A bracket without delegations.
    T203 Error,
    /// Two base readings.
    T204 Error,
    /// No base reading.
    T205 Error,
    /// A delegation that proposes or supports two readings of one place.
    T206 Error,
    /// A contested place too deep in another, or with other delegations than its reading.
    T207 Error,
    /// A delegation that is not known.
    T208 Error,
    /// Braces that hold nothing known.
    T209 Error,
    /// An id that is malformed or misplaced.
    T301 Error,
    /// An id twice.
    T302 Error,
    /// A reference to an unknown provision.
    T303 Error,
    /// A reference to a deleted provision.
    T304 Error,
    /// A reference to the provision in which it stands.
    T305 Warning,
    /// A reference to a provision that exists only in an alternative.
    T306 Warning,
    /// Languages differ in the set of ids or in their tree.
    T310 Error,
    /// Languages differ in kinds or labels.
    T311 Error,
    /// Languages differ in the number of items, closing words, footnotes or blanks.
    T312 Error,
    /// Languages differ in numbers.
    T313 Error,
    /// Languages differ in dates.
    T314 Error,
    /// Languages differ in what they refer to.
    T315 Error,
    /// Languages differ in contested places.
    T316 Error,
    /// Languages differ in defined terms.
    T317 Error,
    /// A defined term that is never used.
    T320 Warning,
    /// A rule that is not confirmed for this text.
    T410 Warning,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How serious a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The strict reader gives no text.
    Error,
    /// The text is read; a drafter should look at it.
    Warning,
}

/// What opens and closes within a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `[…]`
    Bracket,
    /// `{…}`
    Brace,
    /// `^[…]`
    Footnote,
    /// `*…*`
    Emphasis,
}

/// The particulars of a fault, complete enough to be worded in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// T001: the bytes from here on are not UTF-8.
    NotUtf8,
    /// T002: this control character.
    ControlCharacter(char),
    /// T003: this character overrides the direction.
    DirectionOverride(char),
    /// T004: the length of the file in bytes.
    FileTooLarge(usize),
    /// T005: the length of the line in bytes.
    LineTooLong(usize),
    /// T006: characters that have a composed form.
    NotComposed,
    /// T101: the file does not begin with a title.
    NoTitle,
    /// T101: a second title.
    SecondTitle,
    /// T102: no line `key: value` in the head.
    NotAHeader,
    /// T102: an unknown key.
    UnknownHeader(String),
    /// T102: a key that was given on this line already.
    HeaderTwice(String, u32),
    /// T103: no language.
    NoLanguage,
    /// T103: this is no language tag.
    NotALanguage(String),
    /// T110: a label that does not come after the one before.
    OutOfOrder {
        /// The label.
        label: String,
        /// The one before.
        before: String,
    },
    /// T111: a label that a sibling has on this line.
    LabelTwice(String, u32),
    /// T112: there is nothing above to which an item could belong.
    ItemWithoutParent,
    /// T112: there is no provision above to which an alternative could belong.
    AlternativeWithoutProvision,
    /// T120: words that look like a heading and are none.
    NotAHeading,
    /// T121: an odd number of spaces.
    OddIndentation(usize),
    /// T121: more than one level deeper than the item above.
    DeepIndentation,
    /// T201: opened here and not closed.
    Unclosed(Delimiter),
    /// T202: closed here and not opened.
    Unopened(Delimiter),
    /// T203: a bracket that does not say whose its readings are.
    NoDelegations,
    /// T204: a second base reading, or one where none may be.
    SecondBase,
    /// T205: no reading is marked as that of the base.
    NoBase,
    /// T206: a delegation stands behind two readings.
    TwoReadings(ParticipantId),
    /// T207: deeper than this.
    TooDeep(usize),
    /// T207: a contested place where none may be: in a footnote, or in a base reading.
    MisplacedSite,
    /// T207: the delegations of an inner place are not those of its reading.
    OtherDelegations,
    /// T208: no delegation has this code.
    UnknownDelegation(String),
    /// T209: braces with something unknown in them.
    UnknownBraces(String),
    /// T301: this is no id.
    MalformedId(String),
    /// T301: an id that does not stand at the end of its provision.
    MisplacedId,
    /// T302: an id that stands on this line already.
    IdTwice(ProvisionId, u32),
    /// T303: no provision has this id.
    UnknownTarget(String),
    /// T304: the provision was deleted.
    DeletedTarget(ProvisionId),
    /// T305: it refers to itself.
    OwnTarget,
    /// T306: the provision exists only in an alternative.
    TargetInAlternative(ProvisionId),
    /// T320: the term.
    TermUnused(String),
    /// T410: the binding that the text has, and the one that it should have.
    Unconfirmed {
        /// The eight digits that stand there, if any do.
        bound: Option<String>,
        /// The eight digits of the text as it stands.
        current: String,
    },
    /// T310 to T317: what this language has, and what the first has.
    Differs {
        /// The language that is compared with.
        first: Language,
        /// What differs.
        what: Difference,
        /// What the first has, in its order.
        expected: Vec<String>,
        /// What this one has.
        found: Vec<String>,
    },
}

/// In what two languages differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A provision that this language lacks.
    Missing,
    /// A provision that only this language has.
    Additional,
    /// The provision of which it is a part.
    Parent,
    /// The order of provisions.
    Order,
    /// What it is.
    Kind,
    /// The label.
    Label,
    /// The number of items.
    Items,
    /// The number of closing words.
    Closings,
    /// The number of footnotes.
    Footnotes,
    /// The number of blanks.
    Placeholders,
    /// The numbers.
    Numbers,
    /// The dates.
    Dates,
    /// What is referred to.
    Targets,
    /// The number of contested places.
    Sites,
    /// The delegations of readings.
    Delegations,
    /// The readings that are empty.
    EmptyReadings,
    /// The number of alternatives.
    Alternatives,
    /// The number of defined terms.
    Terms,
}

/// One fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The stable code.
    pub code: Code,
    /// How serious it is for this reader.
    pub severity: Severity,
    /// The bytes it concerns.
    pub span: Range<usize>,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in Unicode scalar values.
    pub column: u32,
    /// The line of its end.
    pub end_line: u32,
    /// The column after its end.
    pub end_column: u32,
    /// What was found.
    pub detail: Detail,
    /// The words that are probably meant.
    pub meant: Option<String>,
}

/// What is found while a text is read, up to a limit.
#[derive(Debug)]
pub(crate) struct Faults {
    kept: Vec<Fault>,
    count: usize,
    errors: usize,
    lenient: bool,
}

impl Faults {
    pub(crate) const fn new(lenient: bool) -> Self {
        Self {
            kept: Vec::new(),
            count: 0,
            errors: 0,
            lenient,
        }
    }

    /// Notes a fault.
    pub(crate) fn note(&mut self, code: Code, span: Range<usize>, detail: Detail) {
        self.note_meant(code, span, detail, None);
    }

    /// Notes a fault with the words that are probably meant.
    pub(crate) fn note_meant(
        &mut self,
        code: Code,
        span: Range<usize>,
        detail: Detail,
        meant: Option<String>,
    ) {
        // What makes a file unreadable does so for every reader.
        let severity = if self.lenient && code > Code::T006 {
            Severity::Warning
        } else {
            code.severity()
        };
        self.count += 1;
        self.errors += usize::from(severity == Severity::Error);
        // Room is kept for errors: a row of warnings does not hide them.
        let limit = match severity {
            Severity::Error => MOST_FAULTS,
            Severity::Warning => MOST_FAULTS / 2,
        };
        let alike = self
            .kept
            .iter()
            .filter(|fault| fault.severity == severity)
            .count();
        if self.kept.len() >= MOST_FAULTS || (!self.lenient && alike >= limit) {
            return;
        }
        self.kept.push(Fault {
            code,
            severity,
            span,
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
            detail,
            meant,
        });
    }

    /// Whether further faults are only counted.
    pub(crate) const fn is_full(&self) -> bool {
        self.kept.len() >= MOST_FAULTS
    }

    /// Whether an error was found.
    pub(crate) const fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Returns the faults in the order of the source with their lines and columns, and how many there
    /// were besides.
    pub(crate) fn finish(mut self, source: &str) -> (Vec<Fault>, usize) {
        self.kept
            .sort_by_key(|fault| (fault.span.start, fault.code));
        place(source, &mut self.kept);
        let left_out = self.count - self.kept.len();
        (self.kept, left_out)
    }
}

/// Counts the lines and columns of faults in the source they came from.
fn place(source: &str, faults: &mut [Fault]) {
    let mut wanted: Vec<usize> = faults
        .iter()
        .flat_map(|fault| [fault.span.start, fault.span.end])
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let bare = source.strip_prefix('\u{feff}').unwrap_or(source);
    let skipped = source.len() - bare.len();
    let (mut line, mut column) = (1_u32, 1_u32);
    let mut characters = bare.char_indices().peekable();
    let mut found = Vec::with_capacity(wanted.len());
    for offset in &wanted {
        while let Some((at, character)) = characters.peek().copied() {
            if at + skipped >= *offset {
                break;
            }
            characters.next();
            if character == '\n' {
                (line, column) = (line.saturating_add(1), 1);
            } else {
                column = column.saturating_add(1);
            }
        }
        found.push((line, column));
    }
    let at = |offset: usize| {
        let nth = wanted.binary_search(&offset).unwrap_or_default();
        found.get(nth).copied().unwrap_or((1, 1))
    };
    for fault in faults {
        (fault.line, fault.column) = at(fault.span.start);
        (fault.end_line, fault.end_column) = at(fault.span.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let mut faults = Faults::new(false);
        faults.note(Code::T301, 10..12, Detail::MisplacedId);
        faults.note(Code::T101, 3..4, Detail::NoTitle);
        let (found, left_out) = faults.finish("\u{feff}a\nİş x\nyz");
        let places: Vec<_> = found
            .iter()
            .map(|fault| (fault.line, fault.column, fault.end_line, fault.end_column))
            .collect();
        assert_eq!(places, [(1, 1, 1, 2), (2, 4, 3, 1)]);
        assert_eq!(left_out, 0);
    }

    #[test]
    fn many_warnings_leave_room_for_errors() {
        let mut faults = Faults::new(false);
        for _ in 0..500 {
            faults.note(Code::T120, 0..0, Detail::NotAHeading);
        }
        for _ in 0..500 {
            faults.note(Code::T101, 0..0, Detail::NoTitle);
        }
        assert!(faults.has_errors());
        let (found, left_out) = faults.finish("");
        assert_eq!((found.len(), left_out), (MOST_FAULTS, 800));
    }

    #[test]
    fn codes_are_written_as_they_are_named() {
        assert_eq!(Code::T410.as_str(), "T410");
        assert!(Code::ALL.is_sorted());
    }
}
