//! Deadlines: in UTC, and as the reader's own clock shows them, with the zone named. A page says at which
//! instant it was computed; nothing on it ticks.

use sponsio_depositary::calendar::clock_in;
use sponsio_record::Instant;

use crate::desk::view::instant;
use crate::locale::{Words, say};

/// An instant as a page shows it.
pub(super) struct Deadline {
    /// For machines.
    pub(super) iso: String,
    /// In UTC.
    pub(super) utc: String,
    /// As the reader's clock shows it.
    pub(super) local: Option<String>,
}

/// Returns an instant as a page shows it to a reader of this zone.
pub(super) fn deadline(words: &Words, zone: Option<&str>, at: Instant) -> Deadline {
    let local = zone.and_then(|zone| {
        let there = clock_in(zone, at)?;
        let day = words.day(there.day);
        let (time, offset) = (there.time, there.offset);
        Some(say!(
            words,
            "room-local",
            day = day,
            time = time,
            zone = zone,
            offset = offset
        ))
    });
    Deadline {
        iso: at.to_string(),
        utc: instant(words, at),
        local,
    }
}

/// Returns how much time is left until an instant, in its two greatest units.
pub(super) fn left(words: &Words, now: Instant, until: Instant) -> Option<String> {
    let seconds = u64::try_from(until.seconds() - now.seconds()).ok()?;
    let minutes = seconds.div_ceil(60);
    let (days, hours, minutes) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    let unit = |key: &str, count: u64| say!(words, key, count = count);
    let (first, second) = if days > 0 {
        (unit("room-days", days), unit("room-hours", hours))
    } else {
        (unit("room-hours", hours), unit("room-minutes", minutes))
    };
    Some(say!(
        words,
        "room-left",
        first = first.as_str(),
        second = second.as_str()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn a_deadline_is_told_in_utc_and_in_the_zone_of_the_reader() {
        let words = Language::English.words();
        let at: Instant = "2026-11-25T22:30:00Z".parse().expect("an instant");
        let plain = |text: &str| text.replace('\u{a0}', " ");
        let told = deadline(words, Some("Europe/Istanbul"), at);
        assert_eq!(plain(&told.utc), "25 November 2026, 22:30 UTC");
        assert_eq!(
            told.local.as_deref().map(plain).as_deref(),
            Some("26 November 2026, 01:30 (Europe/Istanbul, UTC+03:00)")
        );
        assert_eq!(deadline(words, None, at).local, None);
        assert_eq!(deadline(words, Some("No/Where"), at).local, None);
    }

    #[test]
    fn what_is_left_is_told_in_two_units() {
        let words = Language::English.words();
        let now: Instant = "2026-11-22T14:00:00Z".parse().expect("an instant");
        let left = |until: &str| left(words, now, until.parse().expect("an instant"));
        assert_eq!(
            left("2026-11-27T17:00:00Z").as_deref(),
            Some("5 days 3 hours left")
        );
        assert_eq!(
            left("2026-11-22T14:00:30Z").as_deref(),
            Some("0 hours 1 minute left")
        );
        assert_eq!(left("2026-11-22T13:59:59Z"), None);
    }
}
