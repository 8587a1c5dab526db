//! Civil dates and periods with declared rounding (DATE-1 to DATE-7). The unit is the calendar day
//! at the depositary's seat; there are no hours and no time zones here.

use core::fmt;

use jiff::Span;
pub use jiff::civil::Date;

/// The longest period that a rule may name, in its unit; the parser refuses a longer one.
pub const LONGEST_PERIOD: u32 = 36_525;

/// The unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Calendar months: same day number, clamped to the end of the month (DATE-4).
    Months,
    /// Calendar years: twelve months each.
    Years,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Days => "days",
            Self::Months => "months",
            Self::Years => "years",
        })
    }
}

/// A day that was computed, and whether the end of a month cut it short (DATE-4, W02).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The day.
    pub day: Date,
    /// Whether the day number did not exist in that month.
    pub clamped: bool,
}

/// Returns the day a period after `from`; the day of `from` is day 0 (DATE-2). `None` when the
/// result lies beyond the year 9999.
pub fn after(from: Date, count: u32, unit: Unit) -> Option<Reached> {
    let day = match unit {
        Unit::Days => from.checked_add(Span::new().try_days(count).ok()?).ok()?,
        Unit::Months => months_after(from, count)?,
        Unit::Years => months_after(from, count.checked_mul(12)?)?,
    };
    Some(Reached {
        day,
        clamped: unit != Unit::Days && day.day() != from.day(),
    })
}

fn months_after(from: Date, count: u32) -> Option<Date> {
    let months = i32::from(from.year()) * 12 + i32::from(from.month()) - 1;
    let months = months.checked_add(i32::try_from(count).ok()?)?;
    let year = i16::try_from(months.div_euclid(12)).ok()?;
    let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, from.day().min(first.days_in_month())).ok()
}

/// Returns the first day of the month that is `month` months after the month of `from`
/// (DATE-5, DATE-6): 1 is the following month, also when `from` is itself a first day.
pub fn first_of_month(from: Date, month: u8) -> Option<Date> {
    months_after(from.first_of_month(), u32::from(month))
}

/// Returns the day after, or `None` after the last day of the year 9999.
pub fn next_day(day: Date) -> Option<Date> {
    day.tomorrow().ok()
}

/// Returns the date that this text is in the form `1976-03-23`, or `None`. Only the calendar's own
/// days are dates: 31 February is none.
pub fn parse(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: core::ops::Range<usize>| {
        bytes[range].iter().try_fold(0_i16, |sum, digit| {
            digit
                .is_ascii_digit()
                .then(|| sum * 10 + i16::from(digit - b'0'))
        })
    };
    let (month, day) = (number(5..7)?, number(8..10)?);
    let year = number(0..4).filter(|year| *year > 0)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_after_exclude_the_first_day() {
        let reached = after(date(1987, 5, 27), 30, Unit::Days);
        assert_eq!(
            reached,
            Some(Reached {
                day: date(1987, 6, 26),
                clamped: false
            })
        );
    }

    #[test]
    fn months_clamp_and_do_not_overflow_into_the_next() {
        let reached = after(date(2015, 8, 31), 6, Unit::Months);
        assert_eq!(
            reached,
            Some(Reached {
                day: date(2016, 2, 29),
                clamped: true
            })
        );
        let leap = after(date(2016, 2, 29), 1, Unit::Years);
        assert_eq!(
            leap,
            Some(Reached {
                day: date(2017, 2, 28),
                clamped: true
            })
        );
    }

    #[test]
    fn the_first_of_the_next_month_also_from_a_first_day() {
        assert_eq!(first_of_month(date(2002, 6, 10), 1), Some(date(2002, 7, 1)));
        assert_eq!(first_of_month(date(2004, 6, 1), 1), Some(date(2004, 7, 1)));
        assert_eq!(first_of_month(date(1998, 9, 16), 6), Some(date(1999, 3, 1)));
    }

    #[test]
    fn only_calendar_days_are_dates() {
        assert_eq!(parse("1976-03-23"), Some(date(1976, 3, 23)));
        for text in [
            "2015-02-31",
            "2015-2-3",
            "0000-01-01",
            "15-02-2031",
            "2015-02-3x",
            "",
            "２015-02",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn beyond_the_calendar_there_is_no_day() {
        assert_eq!(after(date(9999, 12, 1), 31, Unit::Days), None);
        assert_eq!(after(date(9990, 1, 1), LONGEST_PERIOD, Unit::Years), None);
    }
}
