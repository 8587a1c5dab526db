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

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString as _;
    use proptest::prelude::*;

    #[test]
    fn an_instant_counts_seconds_from_1970() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-11-22T13:24:40Z", 1_795_353_880),
            ("1969-12-31T23:59:59Z", -1),
            ("2000-02-29T00:00:00Z", 951_782_400),
            ("1900-02-28T23:59:59Z", -2_203_891_201),
            ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("0000-01-01T00:00:00Z", Instant::MIN.seconds()),
            ("9999-12-31T23:59:59Z", Instant::MAX.seconds()),
        ] {
            let instant = Instant::from_seconds(seconds).unwrap();
            assert_eq!(instant.to_string(), text);
            assert_eq!(format!("{instant:?}"), text);
            assert_eq!(text.parse(), Ok(instant));
        }
        assert_eq!(Instant::from_seconds(Instant::MIN.seconds() - 1), None);
        assert_eq!(Instant::from_seconds(Instant::MAX.seconds() + 1), None);
    }

    #[test]
    fn every_day_of_four_centuries_follows_the_last() {
        let seconds = |text: &str| text.parse::<Instant>().unwrap().seconds();
        let days = seconds("1799-12-31T12:00:00Z")..seconds("2200-03-02T12:00:00Z");
        let mut last = "1799-12-30T12:00:00Z".to_string();
        for seconds in days.step_by(86_400) {
            let text = Instant(seconds).to_string();
            assert_eq!(text.parse(), Ok(Instant(seconds)));
            assert!(last < text, "{text}");
            last = text;
        }
        assert_eq!(last, "2200-03-01T12:00:00Z");
    }

    proptest! {
        #[test]
        fn every_instant_is_read_back(seconds in Instant::MIN.0..=Instant::MAX.0) {
            let instant = Instant(seconds);
            prop_assert_eq!(instant.to_string().parse(), Ok(instant));
        }

        #[test]
        fn the_order_of_texts_is_that_of_instants(
            one in Instant::MIN.0..=Instant::MAX.0,
            other in Instant::MIN.0..=Instant::MAX.0,
        ) {
            let texts = Instant(one).to_string().cmp(&Instant(other).to_string());
            prop_assert_eq!(texts, one.cmp(&other));
        }

        #[test]
        fn what_is_read_is_what_would_be_written(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z",
        ) {
            if let Ok(instant) = text.parse::<Instant>() {
                prop_assert_eq!(instant.to_string(), text);
            }
        }
    }

    #[test]
    fn only_the_one_form_of_seconds_that_exist_is_read() {
        for text in [
            "",
            "2026-11-22",
            "2026-11-22T13:24:40",
            "2026-11-22 13:24:40Z",
            "2026-11-22t13:24:40Z",
            "2026-11-22T13:24:40z",
            "2026-11-22T13:24:40.0Z",
            "2026-11-22T13:24:40+00:00",
            "2026-11-22T24:00:00Z",
            "2026-11-22T13:60:40Z",
            "2026-12-31T23:59:60Z",
            "2026-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-00-22T13:24:40Z",
            "2026-13-22T13:24:40Z",
            "2026-11-00T13:24:40Z",
            "2026-11-31T13:24:40Z",
            "02026-11-22T13:24:40Z",
            "-026-11-22T13:24:40Z",
            "2026-11-22T13:24:4 Z",
            "2026-1٢-22T13:24:40Z",
            "2026/11/22T13:24:40Z",
            "2026-11-22T13.24.40Z",
        ] {
            assert_eq!(text.parse::<Instant>(), Err(InstantError), "{text}");
        }
    }
}
