//! Numbers in words and in figures. Both languages build their number words in the same way:
//! hundreds, tens, units; only the words differ. A number given in both must be the same twice.

use super::Language;
use super::cursor::Cursor;
use super::token::Kind;
use super::{english, turkish};
use crate::calendar::LONGEST_PERIOD;
use crate::clause::decimal::Decimal;

/// Whether a number counts or gives a place in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Thirty, 30.
    Cardinal,
    /// Thirtieth, 30th.
    Ordinal,
}

/// A piece of a number in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// The size of the piece.
    pub(super) size: Size,
    /// What it is worth; 100 for a hundred.
    pub(super) value: u32,
    /// Whether it ends an ordinal.
    pub(super) form: Form,
}

/// The sizes of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// One to nine.
    Unit,
    /// Ten to nineteen, where the language has a word for each.
    Teen,
    /// Ten (where units follow it), twenty to ninety.
    Ten,
    /// A hundred.
    Hundred,
}

/// The words of one size: what the first is worth, by how much the next is more, and for each its
/// cardinal and its ordinal.
pub(super) type Row = (Size, u32, usize, &'static [(&'static str, &'static str)]);

/// A number as its pieces come in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    value: u32,
    last: Option<(Size, Form)>,
}

impl Sum {
    /// Adds a piece; `false` where it cannot follow what came before.
    pub(super) fn add(&mut self, piece: Piece) -> bool {
        let fits = match (self.last, piece.size) {
            (Some((_, Form::Ordinal) | (Size::Teen, _)), _) => false,
            (None, _) => true,
            (Some((Size::Unit, _)), size) => size == Size::Hundred && (1..10).contains(&self.value),
            (Some((Size::Ten, _)), size) => size == Size::Unit,
            (Some((Size::Hundred, _)), size) => size != Size::Hundred,
        };
        if fits {
            self.value = match piece.size {
                Size::Hundred => self.value.max(1) * 100,
                _ => self.value + piece.value,
            };
            self.last = Some((piece.size, piece.form));
        }
        fits
    }

    /// Whether the last piece was a hundred, after which a language may say "and".
    pub(super) fn after_hundred(self) -> bool {
        matches!(self.last, Some((Size::Hundred, Form::Cardinal)))
    }

    /// Returns the number if its last piece has this form.
    pub(super) fn value(self, form: Form) -> Option<u32> {
        let (_, last) = self.last?;
        (last == form).then_some(self.value)
    }
}

/// Reads a number of this form: in words, in figures, or both with the second in parentheses.
/// If the two differ, the whole text is refused (W05).
pub(super) fn number(c: &mut Cursor<'_>, form: Form) -> Option<u32> {
    c.attempt(|c| {
        let start = c.place();
        let first = one_way(c, form)?;
        let second = c.attempt(|c| {
            let said = c.say("(");
            let second = said
                .then(|| one_way(c, form).or_else(|| one_way(c, Form::Cardinal)))
                .flatten()?;
            c.say(")").then_some(second)
        });
        if second.is_some_and(|second| second != first) {
            c.figure_differs(start);
            return None;
        }
        (1..=LONGEST_PERIOD).contains(&first).then_some(first)
    })
}

fn one_way(c: &mut Cursor<'_>, form: Form) -> Option<u32> {
    figure(c, form).or_else(|| {
        c.attempt(|c| match c.language() {
            Language::English => english::number::words(c, form),
            Language::Turkish => turkish::number::words(c, form),
        })
    })
}

fn figure(c: &mut Cursor<'_>, form: Form) -> Option<u32> {
    let Kind::Figure { digits, suffix } = &c.next()?.kind else {
        return None;
    };
    let value: u32 = digits.parse().ok()?;
    c.attempt(|c| {
        c.advance(1);
        let fits = match (form, c.language()) {
            (Form::Cardinal, _) => suffix.is_empty(),
            (Form::Ordinal, Language::English) => english::number::is_suffix(value, suffix),
            (Form::Ordinal, Language::Turkish) => turkish::number::ordinal_suffix(c, suffix),
        };
        fits.then_some(value)
    })
}

/// Reads a plain number in figures with at most so many digits and no suffix.
pub(super) fn plain(c: &mut Cursor<'_>, most_digits: usize) -> Option<u32> {
    let Kind::Figure { digits, suffix } = &c.next()?.kind else {
        return None;
    };
    if !suffix.is_empty() || digits.len() > most_digits {
        return None;
    }
    let value = digits.parse().ok()?;
    c.advance(1);
    Some(value)
}

/// Reads a number in figures that may have decimals, together with the letters of its suffix.
pub(super) fn decimal<'s>(c: &mut Cursor<'s>) -> Option<(Decimal, &'s str)> {
    let Kind::Figure { digits, suffix } = &c.next()?.kind else {
        return None;
    };
    let value = Decimal::parse(digits)?;
    c.advance(1);
    Some((value, suffix))
}

/// Returns the number as a share in per cent, if it is one.
pub(super) fn percent(value: Decimal) -> Option<Decimal> {
    (value > Decimal::ZERO && value <= Decimal::whole(100)).then_some(value)
}

/// Reads the number of a paragraph: `1.` or `(1)`.
pub(super) fn of_paragraph(c: &mut Cursor<'_>) {
    let dotted = c.attempt(|c| {
        plain(c, 3)?;
        c.say(".").then_some(())
    });
    if dotted.is_none() {
        c.attempt(|c| {
            let open = c.say("(");
            open.then(|| plain(c, 3)).flatten()?;
            c.say(")").then_some(())
        });
    }
}
