//! Dates, numbers, names and quoted words.
//!
//! A word of the right shape with a wrong value (31 February) is reported and passed, so that the
//! rest of the statement is still checked; the value put in its place is never used, because a
//! statement with a fault is left out.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use crate::act::ActKind;
use crate::calendar::{self, Date, LONGEST_PERIOD, Unit};
use crate::clause::decimal::Decimal;
use crate::clause::diagnostic::{Detail, Expected};
use crate::clause::rule::{Span, Spanned};
use crate::clause::syntax::cursor::{Cursor, Read, quote};
use crate::clause::token::{Shape, Token};

/// The ordinals of months; the first stands for 2.
pub(super) const ORDINALS: [&str; 11] = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];
/// The longest name of a group or table, in bytes.
const LONGEST_NAME: usize = 64;
/// The most entries of a set or list.
const MOST_ENTRIES: usize = 10_000;

impl<'s> Cursor<'s> {
    /// Passes the next word if it has this shape.
    fn word(&mut self, expected: Expected, fits: impl FnOnce(&str) -> bool) -> Option<&'s str> {
        let token = self.peek().filter(|token| token.shape == Shape::Word);
        let word = token
            .map(|token| token.raw(self.source()))
            .filter(|word| fits(word));
        if word.is_some() {
            self.advance();
        } else {
            self.expect(expected);
        }
        word
    }

    /// Returns the value and where it stands, if one was read.
    pub(super) fn spanned<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let span = self.peek().map_or_else(Span::default, |token| token.span);
        read(self).map(|value| Spanned { value, span })
    }

    /// Returns the value, or reports what was expected.
    pub(super) fn needed<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Read<T> {
        match read(self) {
            Some(value) => Ok(value),
            None => self.unexpected(),
        }
    }

    /// Reads a date.
    pub(super) fn date(&mut self) -> Option<Date> {
        let written = self.word(Expected::Date, looks_like_a_date)?;
        Some(calendar::parse(written).unwrap_or_else(|| {
            let written = quote(written);
            self.report(Detail::NoSuchDay { written });
            Date::constant(1, 1, 1)
        }))
    }

    /// Reads a whole number.
    pub(super) fn whole(&mut self, most: u32) -> Option<u32> {
        let written = self.word(Expected::Whole, |word| {
            word.bytes().all(|b| b.is_ascii_digit())
        })?;
        let number = written.parse().ok().filter(|number| *number <= most);
        if number.is_none() {
            let written = quote(written);
            self.report(Detail::NumberTooLarge { written, most });
        }
        Some(number.unwrap_or(most))
    }

    /// Reads a whole or decimal number.
    pub(super) fn number(&mut self) -> Option<Decimal> {
        let written = self.word(Expected::Number, |word| {
            word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains('/')
        })?;
        let number = Decimal::parse(written);
        if number.is_none() {
            let written = quote(written);
            self.report(Detail::NotANumber { written });
        }
        Some(number.unwrap_or_default())
    }

    /// Reads a fraction such as `2/3`.
    pub(super) fn fraction(&mut self) -> Option<(u32, u32)> {
        let written = self.word(Expected::Fraction, |word| {
            word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('/')
        })?;
        let fraction = written
            .split_once('/')
            .and_then(|(numerator, denominator)| {
                let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
                (digits(numerator) && digits(denominator))
                    .then(|| Some((numerator.parse().ok()?, denominator.parse().ok()?)))?
            });
        let fraction = fraction.filter(|(_, denominator)| *denominator > 0);
        if fraction.is_none() {
            let written = quote(written);
            self.report(Detail::NotAFraction { written });
        }
        Some(fraction.unwrap_or((0, 1)))
    }

    /// Reads a period: how many, of what.
    pub(super) fn period(&mut self) -> Option<Read<(u32, Unit)>> {
        let count = self.whole(LONGEST_PERIOD)?;
        Some(self.unit().map(|unit| (count, unit)))
    }

    fn unit(&mut self) -> Read<Unit> {
        for (plural, singular, unit) in [
            ("days", "day", Unit::Days),
            ("months", "month", Unit::Months),
            ("years", "year", Unit::Years),
        ] {
            if self.rare_phrase(singular) || self.phrase(plural) {
                return Ok(unit);
            }
        }
        self.unexpected()
    }

    /// Reads the place of a month in a row: `second` is 2.
    pub(super) fn ordinal(&mut self) -> Option<u8> {
        let word = self.word(Expected::Ordinal, |word| ORDINALS.contains(&word))?;
        let nth = ORDINALS.iter().position(|ordinal| *ordinal == word)?;
        u8::try_from(nth + 2).ok()
    }

    /// Reads words in quotation marks.
    pub(super) fn text(&mut self) -> Option<String> {
        let token = self.peek().filter(|token| token.shape == Shape::Text);
        if token.is_none() {
            self.expect(Expected::Text);
        }
        let content = token?.content(self.source());
        self.advance();
        Some(content.into())
    }

    /// Reads the name of a group, table or unit.
    pub(super) fn name(&mut self) -> Option<String> {
        let word = self.word(Expected::Name, |word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
        })?;
        let allowed =
            |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
        if word.len() > LONGEST_NAME || !word.bytes().all(allowed) {
            let written = quote(word);
            self.report(Detail::NotAName { written });
        }
        Some(word.into())
    }

    /// Reads the identifier of a treaty.
    pub(super) fn treaty(&mut self) -> Option<TreatyId> {
        let word = self.word(Expected::Treaty, |_| true)?;
        TreatyId::new(word)
            .map_err(|error| {
                let written = quote(word);
                self.report(Detail::NotAnIdentifier { written, error });
            })
            .or_else(|()| TreatyId::new("-"))
            .ok()
    }

    fn participant(&mut self) -> Option<ParticipantId> {
        let word = self.word(Expected::Participant, |_| true)?;
        ParticipantId::new(word)
            .map_err(|error| {
                let written = quote(word);
                self.report(Detail::NotAnIdentifier { written, error });
            })
            .or_else(|()| ParticipantId::new("-"))
            .ok()
    }

    /// Reads the members of a set; the opening brace has been passed.
    pub(super) fn members(&mut self) -> Read<Vec<ParticipantId>> {
        let members = self.list(Self::participant)?;
        self.require("}")?;
        Ok(members)
    }

    /// Reads one or more entries with commas between them.
    pub(super) fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Read<Vec<T>> {
        let mut entries = Vec::new();
        loop {
            let entry = self.needed(&read)?;
            if entries.len() == MOST_ENTRIES {
                self.report(Detail::TooMany { most: MOST_ENTRIES });
            }
            if entries.len() <= MOST_ENTRIES {
                entries.push(entry);
            }
            if !self.phrase(",") {
                return Ok(entries);
            }
        }
    }

    /// Reads an act of consent.
    pub(super) fn act(&mut self) -> Option<ActKind> {
        let word = self.word(Expected::Act, |word| ActKind::from_label(word).is_some())?;
        let act = ActKind::from_label(word)?;
        if !act.is_consent() {
            self.report(Detail::NotConsent { act });
        }
        Some(act)
    }

    /// Reads a language tag.
    pub(super) fn language(&mut self) -> Option<String> {
        self.word(Expected::Language, |word| {
            (2..=35).contains(&word.len())
                && word.starts_with(|c: char| c.is_ascii_alphabetic())
                && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
        .map(Into::into)
    }
}

fn looks_like_a_date(word: &str) -> bool {
    let bytes = word.bytes().enumerate();
    word.len() == 10
        && bytes.into_iter().all(|(nth, byte)| match nth {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Returns the tokens as words with the white space between them folded to single blanks.
pub(super) fn folded(source: &str, tokens: &[Token]) -> String {
    let mut words = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| end < token.span.start) {
            words.push(' ');
        }
        words.push_str(token.raw(source));
        end = Some(token.span.end);
    }
    words
}

/// Returns the ordinal of a month in a row, or `None` for the first, which has none.
pub(in crate::clause) fn ordinal_of_month(month: u8) -> Option<&'static str> {
    let nth = usize::from(month).checked_sub(2)?;
    ORDINALS.get(nth).copied()
}
