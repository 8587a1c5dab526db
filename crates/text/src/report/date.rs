//! The date line of a plain report: `date YYYY-MM-DD`, after any spaces; text may follow on the line.

use core::fmt;
use core::str::FromStr;

/// A day of the Gregorian calendar, at the seat of whoever dates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    /// Within its month, from 1.
    number: u8,
}

/// Why a text is no day: it must be one that exists, written as 2031-03-04.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayError;

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day is written as 2031-03-04 and exists in the calendar")
    }
}

impl core::error::Error for DayError {}

impl Day {
    /// Returns this day, if it exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_leap =
            year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(is_leap),
            _ => return None,
        };
        ((1..=length).contains(&day) && year <= 9999).then_some(Self {
            year,
            month,
            number: day,
        })
    }

    /// Returns its year.
    pub(super) const fn year(self) -> u16 {
        self.year
    }

    /// Returns how many days lie before it; 400 years more than there are, which are whole weeks.
    fn count(self) -> u32 {
        // Years begin in March, so that a leap day is the last of its year.
        let month = u32::from(self.month + 9) % 12;
        let year = 400 + u32::from(self.year) - month / 10;
        365 * year + year / 4 - year / 100
            + year / 400
            + (month * 306 + 5) / 10
            + u32::from(self.number)
            - 1
    }

    /// Returns the day of the week, from Monday as 0.
    pub(super) fn weekday(self) -> usize {
        // The first of March of the year 0 was a Wednesday.
        (self.count() as usize + 2) % 7
    }

    /// Returns the day so many days before, if there is one.
    pub(super) fn before(self, days: usize) -> Option<Self> {
        (0..days).try_fold(self, |day, _| {
            Self::new(day.year, day.month, day.number.checked_sub(1)?).or_else(|| {
                let (year, month) = match day.month {
                    1 => (day.year.checked_sub(1)?, 12),
                    month => (day.year, month - 1),
                };
                (28..=31)
                    .rev()
                    .find_map(|number| Self::new(year, month, number))
            })
        })
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let bytes = text.as_bytes();
        let fits = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !fits {
            return Err(DayError);
        }
        let part = |from: usize, to: usize| {
            bytes[from..to]
                .iter()
                .fold(0_u16, |sum, byte| sum * 10 + u16::from(byte - b'0'))
        };
        let small = |number: u16| u8::try_from(number).map_err(|_| DayError);
        Self::new(part(0, 4), small(part(5, 7))?, small(part(8, 10))?).ok_or(DayError)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.number)
    }
}

/// Returns the date with which a text begins, and where what follows it begins.
pub(super) fn dated(text: &str) -> Option<(Day, usize)> {
    let begin =
        text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let rest = begin
        .strip_prefix("date")
        .or_else(|| begin.strip_prefix("tarih"))?;
    let value = rest.trim_start_matches([' ', '\t', ':']);
    if value.len() == rest.len() {
        return None;
    }
    let day = value.get(..10)?.parse().ok()?;
    let after = &value[10..];
    let ends = after
        .chars()
        .next()
        .is_none_or(|letter| !letter.is_alphanumeric());
    ends.then_some((day, text.len() - after.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        assert!("2028-02-29".parse::<Day>().is_ok());
        for bad in [
            "2027-02-29",
            "2028-13-01",
            "2028-1-01",
            "28-01-01",
            "2028-01-01x",
            "２０28-01",
        ] {
            assert_eq!(bad.parse::<Day>(), Err(DayError), "{bad}");
        }
        assert_eq!(
            "0999-12-31".parse::<Day>().unwrap().to_string(),
            "0999-12-31"
        );
    }

    #[test]
    fn text_may_follow_the_date() {
        let day = Day::new(2031, 3, 4).unwrap();
        assert_eq!(dated(" date 2031-03-04 Arvenya"), Some((day, 16)));
        assert_eq!(dated("\u{feff}date: 2031-03-04\n"), Some((day, 19)));
        assert_eq!(dated("date2031-03-04"), None);
        assert_eq!(dated("date 2031-03-041"), None);
        assert_eq!(dated("2031-03-04"), None);
    }
}
