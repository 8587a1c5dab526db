//! Days: a count of days since 31 December of the year 0, and back (DATE-1, DATE-10).

use core::fmt;

/// A civil day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

/// The unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Days.
    Days,
    /// Calendar months.
    Months,
    /// Years of twelve calendar months.
    Years,
}

const DAYS_OF_MONTHS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of_month(year: i64, month: i64) -> i64 {
    if month == 2 && is_leap(year) {
        29
    } else {
        DAYS_OF_MONTHS
            .get(usize::try_from(month - 1).unwrap_or(0))
            .copied()
            .unwrap_or(31)
    }
}

fn days_before_year(year: i64) -> i64 {
    let past = year - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

impl Day {
    /// Returns the day of this year, month (1 to 12) and day of the month.
    pub fn of(year: i64, month: i64, day: i64) -> Self {
        let months: i64 = (1..month).map(|earlier| days_of_month(year, earlier)).sum();
        Self(days_before_year(year) + months + day)
    }

    /// Reads an ISO date, `1976-03-23`.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let exists = year >= 1
            && (1..=12).contains(&month)
            && (1..=days_of_month(year, month)).contains(&day);
        exists.then(|| Self::of(year, month, day))
    }

    /// Returns year, month and day of the month.
    pub fn civil(self) -> (i64, i64, i64) {
        let mut year = self.0 / 366 + 1;
        while days_before_year(year + 1) < self.0 {
            year += 1;
        }
        let mut rest = self.0 - days_before_year(year);
        let mut month = 1;
        while rest > days_of_month(year, month) {
            rest -= days_of_month(year, month);
            month += 1;
        }
        (year, month, rest)
    }

    /// Returns the next day.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Adds a period; a month that lacks the day gives its last day (DATE-2, DATE-4).
    pub(super) fn plus(self, count: u32, unit: Unit) -> Self {
        let count = i64::from(count);
        let months = match unit {
            Unit::Days => return Self(self.0 + count),
            Unit::Months => count,
            Unit::Years => count * 12,
        };
        let (year, month, day) = self.civil();
        let months = year * 12 + (month - 1) + months;
        let (year, month) = (months / 12, months % 12 + 1);
        Self::of(year, month, day.min(days_of_month(year, month)))
    }

    /// Returns the first day of the month that is so many months later (DATE-5 to DATE-7).
    pub(super) fn first_of_month_after(self, months: u32) -> Self {
        let (year, month, _) = self.civil();
        Self::of(year, month, 1).plus(months, Unit::Months)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    #[test]
    fn every_day_of_nine_centuries_is_read_back_and_follows_the_one_before() {
        let mut number = day("1500-01-01").0;
        for year in 1500..2400 {
            for month in 1..=12 {
                for date in 1..=days_of_month(year, month) {
                    assert_eq!(Day::of(year, month, date), Day(number));
                    assert_eq!(Day(number).civil(), (year, month, date));
                    number += 1;
                }
            }
        }
        // 1 January 1970 is day 719163 when 1 January of the year 1 is day 1.
        assert_eq!(day("1970-01-01").0, 719_163);
    }

    #[test]
    fn periods_clamp_and_first_days_move_on() {
        assert_eq!(day("2003-08-31").plus(6, Unit::Months), day("2004-02-29"));
        assert_eq!(day("2004-02-29").plus(1, Unit::Years), day("2005-02-28"));
        assert_eq!(day("2002-04-11").plus(60, Unit::Days), day("2002-06-10"));
        assert_eq!(day("2002-06-10").first_of_month_after(1), day("2002-07-01"));
        assert_eq!(day("1998-09-16").first_of_month_after(6), day("1999-03-01"));
        assert_eq!(day("1999-12-01").first_of_month_after(1), day("2000-01-01"));
    }

    #[test]
    fn days_that_do_not_exist_are_not_read() {
        for text in [
            "2001-02-29",
            "1900-02-29",
            "2000-13-01",
            "2000-00-10",
            "2000-1-01",
            "x",
        ] {
            assert_eq!(Day::read(text), None, "{text}");
        }
        assert!(Day::read("2000-02-29").is_some());
    }
}
