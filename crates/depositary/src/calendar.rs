//! The calendar of the depositary's seat: on which day an instant lies there (DATE-1).

use jiff::Timestamp;
use jiff::tz::TimeZone;
use sponsio_law::calendar::Date;
use sponsio_record::Instant;

/// Returns the time zone of this name, if the zone tables of this build have it.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// Returns the day on which the instant lies in the zone. A name that is no zone is read as UTC; no
/// register opens with one.
pub fn day_in(zone_name: &str, instant: Instant) -> Date {
    let zone = zone(zone_name).unwrap_or(TimeZone::UTC);
    let timestamp = Timestamp::from_second(instant.seconds()).unwrap_or(Timestamp::UNIX_EPOCH);
    zone.to_datetime(timestamp).date()
}

/// An instant as a clock shows it in a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    /// The day there.
    pub day: Date,
    /// Hours and minutes there, as `19:00`.
    pub time: String,
    /// How far the clock is from UTC, as `+03:00`.
    pub offset: String,
}

/// Returns an instant as a clock shows it in the zone of this name; `None` where it is no zone.
pub fn clock_in(zone_name: &str, instant: Instant) -> Option<Local> {
    let zone = zone(zone_name)?;
    let timestamp = Timestamp::from_second(instant.seconds()).ok()?;
    let seconds = zone.to_offset(timestamp).seconds();
    let there = zone.to_datetime(timestamp);
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    Some(Local {
        day: there.date(),
        time: format!("{:02}:{:02}", there.hour(), there.minute()),
        offset: format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(zone: &str, instant: &str) -> String {
        day_in(zone, instant.parse().unwrap()).to_string()
    }

    #[test]
    fn the_seat_decides_the_day() {
        let late = "2026-11-22T22:30:00Z";
        assert_eq!(day("UTC", late), "2026-11-22");
        assert_eq!(day("Europe/Istanbul", late), "2026-11-23");
        assert_eq!(day("America/New_York", late), "2026-11-22");
    }

    #[test]
    fn a_clock_shows_an_instant_with_its_offset() {
        let shown = |zone: &str, instant: &str| {
            let local = clock_in(zone, instant.parse().unwrap()).unwrap();
            format!("{} {} {}", local.day, local.time, local.offset)
        };
        let instant = "2026-11-25T22:30:00Z";
        assert_eq!(shown("Europe/Istanbul", instant), "2026-11-26 01:30 +03:00");
        assert_eq!(
            shown("America/St_Johns", instant),
            "2026-11-25 19:00 -03:30"
        );
        // Summer time begins in Paris on 29 March 2026 at 01:00 UTC.
        assert_eq!(
            shown("Europe/Paris", "2026-03-29T00:59:00Z"),
            "2026-03-29 01:59 +01:00"
        );
        assert_eq!(
            shown("Europe/Paris", "2026-03-29T01:00:00Z"),
            "2026-03-29 03:00 +02:00"
        );
        assert_eq!(clock_in("Nowhere/None", instant.parse().unwrap()), None);
    }

    #[test]
    fn leap_days_and_summer_time() {
        assert_eq!(day("Europe/Paris", "2028-02-28T23:30:00Z"), "2028-02-29");
        // Summer time: 22:30 UTC is half past midnight in Paris.
        assert_eq!(day("Europe/Paris", "2026-03-29T22:30:00Z"), "2026-03-30");
        assert_eq!(day("Europe/Paris", "2026-03-28T22:30:00Z"), "2026-03-28");
    }
}
