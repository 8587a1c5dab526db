//! What is wrong or doubtful in a clause, as data: code, place and detail.
//!
//! Codes are stable and never reused. The English wording is here (`english`); other languages are
//! worded at the rim from the same data. This module knows no grammar.

mod detail;
mod english;
mod meant;

use alloc::vec::Vec;
use core::fmt;

pub use detail::{Conflict, DateRole, Delimiter, Detail, Expected, Found, MisplacedPoint, Subject};
pub(super) use meant::meant;

use crate::clause::rule::Span;

/// The most diagnostics that are kept of one source; one more says how many were left out.
pub const MOST_DIAGNOSTICS: usize = 1_000;

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $text:literal,)*) => {
        /// The stable code of a diagnostic. E07 is not used: a missing joiner rule is W13.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// Returns the code as it is written.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$code => $text,)* }
            }
        }
    };
}

codes! {
    /// The words are no statement of Clausula.
    Syntax = "syntax",
    /// A word that has no place in a guarantee line.
    T404 = "T404",
    /// A clause of a guarantee line that is given twice.
    T405 = "T405",
    /// A second guarantee of one name.
    T406 = "T406",
    /// Clauses of a guarantee line that contradict each other.
    T407 = "T407",
    /// A condition that cannot be satisfied.
    E01 = "E01",
    /// A date before adoption, or an end before its beginning.
    E02 = "E02",
    /// A fraction of a set without `as at` (EIF-10).
    E03 = "E03",
    /// A group or table that is used but not declared; a member without weight.
    E04 = "E04",
    /// Treaties that refer to each other in a circle.
    E05 = "E05",
    /// A second `in force` statement.
    E06 = "E06",
    /// The provision has changed since the rule was bound to it.
    E08 = "E08",
    /// Nobody may sign or accede.
    E09 = "E09",
    /// An article that the text does not have.
    E10 = "E10",
    /// The last day of a period rests on a convention that is not stated (DATE-3).
    W01 = "W01",
    /// A result may depend on the end of a month (DATE-4).
    W02 = "W02",
    /// Whether organizations count is not stated (S-4).
    W03 = "W03",
    /// The text is silent on withdrawal (VCLT art. 56).
    W04 = "W04",
    /// Words and figures, or authentic languages, differ.
    W05 = "W05",
    /// A number that is all of its set.
    W06 = "W06",
    /// A test on a fixed day that a withdrawn instrument can undo (CON-5).
    W07 = "W07",
    /// A share of nothing.
    W08 = "W08",
    /// A phase that is never reached.
    W09 = "W09",
    /// Duties after a withdrawal that are not modelled.
    W10 = "W10",
    /// Acts of one day decide which trigger is named (EIF-8).
    W11 = "W11",
    /// A window for objections that runs from the deposit (EIF-11).
    W12 = "W12",
    /// No rule for later joiners: VCLT art. 24(3) applies.
    W13 = "W13",
    /// A group or table that is unknown: the result will be undetermined.
    W14 = "W14",
    /// A per cent that stands for a fraction.
    W15 = "W15",
    /// Something that a complete guarantee says and this one does not.
    T420 = "T420",
    /// A promise that is not returned.
    T421 = "T421",
    /// A guarantor that judges its own case.
    T422 = "T422",
    /// Guarantors of whom one can keep all others from acting.
    T423 = "T423",
    /// A promise to somebody who is no party (VCLT arts 36, 37).
    T424 = "T424",
    /// A unilateral act with which others are to be bound.
    T425 = "T425",
    /// Words of intention where a duty is meant.
    T426 = "T426",
    /// A promise that repeats existing law without saying so.
    T427 = "T427",
    /// A ban on force that does not keep self-defence apart.
    T428 = "T428",
    /// A finder, or an act owed, of an abstention.
    T429 = "T429",
    /// A duration that rests on a withdrawal which the text does not provide.
    T430 = "T430",
    /// A last day before the text was adopted.
    T431 = "T431",
    /// A duration that ends with an event which nobody is to establish.
    T432 = "T432",
    /// An act owed without a time.
    T433 = "T433",
    /// Nothing on who may invoke a breach.
    T434 = "T434",
    /// Guarantors among the beneficiaries of their own promise.
    T435 = "T435",
    /// The same promise twice.
    T436 = "T436",
    /// A promise that is linked to its own instrument.
    T437 = "T437",
    /// A final clause that an instrument with guarantees needs.
    T440 = "T440",
}

impl Code {
    /// Returns how serious a diagnostic with this code is.
    pub fn severity(self) -> Severity {
        if self < Self::W01 {
            Severity::Error
        } else {
            Severity::Warning
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The statement cannot be used.
    Error,
    /// The statement is used; a drafter should look at it.
    Warning,
}

/// One finding with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code.
    pub code: Code,
    /// How serious it is.
    pub severity: Severity,
    /// The bytes it concerns.
    pub span: Span,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in Unicode characters.
    pub column: u32,
    /// What was found, as data.
    pub detail: Detail,
}

impl Diagnostic {
    /// Returns a diagnostic at the beginning of a line; `place` finds the column.
    pub fn new(code: Code, span: Span, line: u32, detail: Detail) -> Self {
        Self {
            code,
            severity: code.severity(),
            span,
            line,
            column: 1,
            detail,
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column, code) = (self.line, self.column, self.code);
        write!(f, "{line}:{column}: {code}: {}", self.detail)
    }
}

/// Sorts diagnostics by place and counts their lines and columns in the source they came from.
pub fn place(source: &str, diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.code));
    let bare = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut offset = source.len() - bare.len();
    let (mut line, mut column) = (1_u32, 1_u32);
    let mut characters = bare.chars();
    for diagnostic in diagnostics {
        while offset < diagnostic.span.start as usize {
            let Some(character) = characters.next() else {
                break;
            };
            offset += character.len_utf8();
            if character == '\n' {
                (line, column) = (line.saturating_add(1), 1);
            } else {
                column = column.saturating_add(1);
            }
        }
        (diagnostic.line, diagnostic.column) = (line, column);
    }
}

/// What is found while a source is read, up to a limit.
#[derive(Debug, Default)]
pub(super) struct Faults {
    kept: Vec<Diagnostic>,
    left_out: usize,
}

impl Faults {
    /// Keeps a finding with this code.
    pub(super) fn push(&mut self, code: Code, span: Span, detail: Detail) {
        if self.is_full() {
            self.left_out += 1;
        } else {
            self.kept.push(Diagnostic::new(code, span, 1, detail));
        }
    }

    /// Keeps a finding about the form.
    pub(super) fn syntax(&mut self, span: Span, detail: Detail) {
        self.push(Code::Syntax, span, detail);
    }

    /// Whether further findings are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.kept.len() >= MOST_DIAGNOSTICS
    }

    /// Returns how many findings there are, kept or not.
    pub(super) fn count(&self) -> usize {
        self.kept.len() + self.left_out
    }

    /// Returns the findings in the order of the source, with lines and columns.
    pub(super) fn finish(mut self, source: &str) -> Vec<Diagnostic> {
        let left_out = self.left_out;
        if left_out > 0 {
            let end = u32::try_from(source.len()).unwrap_or(u32::MAX);
            let span = Span { start: end, end };
            let more = Detail::More { left_out };
            self.kept.push(Diagnostic::new(Code::Syntax, span, 1, more));
        }
        place(source, &mut self.kept);
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_written_as_they_are_named() {
        assert_eq!(Code::ALL.len(), 48);
        assert_eq!(Code::E10.severity(), Severity::Error);
        assert_eq!(Code::W01.severity(), Severity::Warning);
        assert!(Code::ALL.iter().all(|code| code.as_str() != "E07"));
    }

    #[test]
    fn columns_count_characters() {
        let span = Span { start: 9, end: 10 };
        let mut found = [Diagnostic::new(
            Code::W04,
            span,
            9,
            Detail::WithdrawalSilent,
        )];
        place("\u{feff}a\nİş x", &mut found);
        assert_eq!((found[0].line, found[0].column), (2, 3));
    }

    #[test]
    fn what_exceeds_the_limit_is_counted() {
        let mut faults = Faults::default();
        for _ in 0..=MOST_DIAGNOSTICS {
            faults.syntax(Span::default(), Detail::SecondHeader);
        }
        let found = faults.finish("x");
        assert_eq!(found.len(), MOST_DIAGNOSTICS + 1);
        let last = found.last().map(|last| &last.detail);
        assert_eq!(last, Some(&Detail::More { left_out: 1 }));
    }
}
