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
    fn leap_days_and_summer_time() {
        assert_eq!(day("Europe/Paris", "2028-02-28T23:30:00Z"), "2028-02-29");
        // Summer time: 22:30 UTC is half past midnight in Paris.
        assert_eq!(day("Europe/Paris", "2026-03-29T22:30:00Z"), "2026-03-30");
        assert_eq!(day("Europe/Paris", "2026-03-28T22:30:00Z"), "2026-03-28");
    }
}
