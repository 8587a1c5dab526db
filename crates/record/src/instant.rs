//! Instants: whole seconds of UTC, with their one text form. An instant says when something was
//! recorded. It is never a legal date, and this module has no clock to ask.

use core::fmt;
use core::str::FromStr;

/// A second of UTC in the years 0000 to 9999; its text form is `2026-11-22T13:24:40Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// Why a text is not an instant: it must be a second of UTC that exists, as `2026-11-22T13:24:40Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InstantError;

impl fmt::Display for InstantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an instant is a second of UTC written as 2026-11-22T13:24:40Z")
    }
}

impl core::error::Error for InstantError {}

const DAY: i64 = 86_400;
/// The days of 400 Gregorian years, after which the calendar repeats.
const ERA: i64 = 146_097;
/// The days from 0000-03-01 to 1970-01-01. Years that begin in March end with the leap day.
const MARCH_0000_TO_1970: i64 = 719_468;

impl Instant {
    /// The first second of the year 0000.
    pub const MIN: Self = Self(-62_167_219_200);
    /// The last second of the year 9999.
    pub const MAX: Self = Self(253_402_300_799);

    /// Returns the instant so many seconds after 1970-01-01T00:00:00Z, or `None` where its year
    /// does not have four digits.
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0)
            .contains(&seconds)
            .then_some(Self(seconds))
    }

    /// Returns the seconds since 1970-01-01T00:00:00Z, negative before.
    pub fn seconds(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
        )
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        let &[
            y1,
            y2,
            y3,
            y4,
            b'-',
            m1,
            m2,
            b'-',
            d1,
            d2,
            b'T',
            h1,
            h2,
            b':',
            n1,
            n2,
            b':',
            s1,
            s2,
            b'Z',
        ] = text.as_bytes()
        else {
            return Err(InstantError);
        };
        let year = number(&[y1, y2, y3, y4])?;
        let (month, day) = (number(&[m1, m2])?, number(&[d1, d2])?);
        let (hour, minute, second) = (number(&[h1, h2])?, number(&[n1, n2])?, number(&[s1, s2])?);
        let days = days(year, month, day);
        if hour > 23 || minute > 59 || second > 59 || civil(days) != (year, month, day) {
            return Err(InstantError);
        }
        Ok(Self(days * DAY + hour * 3600 + minute * 60 + second))
    }
}

/// Returns the number that decimal digits mean.
fn number(digits: &[u8]) -> Result<i64, InstantError> {
    digits.iter().try_fold(0, |number, digit| {
        digit
            .is_ascii_digit()
            .then(|| number * 10 + i64::from(digit - b'0'))
            .ok_or(InstantError)
    })
}

/// Returns year, month and day of a number of days since 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + MARCH_0000_TO_1970;
    let (era, day_of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / (ERA - 1)) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // From March on, five months have 153 days: 31, 30, 31, 30, 31.
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let (month, later) = if from_march < 10 {
        (from_march + 3, 0)
    } else {
        (from_march - 9, 1)
    };
    (era * 400 + year_of_era + later, month, day)
}

/// Returns the days from 1970-01-01 to this date; one that does not exist runs into the next month.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, from_march) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * ERA + day_of_era - MARCH_0000_TO_1970
}
