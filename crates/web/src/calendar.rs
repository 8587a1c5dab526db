//! iCalendar (RFC 5545): the days on which a treaty enters into force, begins to bind somebody or ceases to, as
//! events of a day. What silence procedures and rounds wait for is for those who negotiate, and not here.

use sponsio_law::act::Act;
use sponsio_law::calendar::{self, Date};
use sponsio_law::register::TreatyIndex;
use sponsio_law::status::history::{Force, Start};
use sponsio_law::status::live::End;
use sponsio_law::treaty::Treaty;
use sponsio_record::Instant;

use crate::locale::say;
use crate::page::shown::Shown;

/// The longest line, in octets without its end (RFC 5545 section 3.1).
const LINE: usize = 75;

/// One day of a treaty.
struct Event {
    /// What stays the same when the day moves.
    mark: String,
    day: Date,
    summary: String,
    path: String,
}

/// Returns the calendar of a treaty as known on a day.
pub(crate) fn of_treaty(shown: &Shown<'_>, treaty: TreatyIndex, at: Option<Date>) -> String {
    let reading = shown.reading;
    let of = reading.register.treaty(treaty);
    let known = of.acts().iter();
    let known = known.filter(|act| at.is_none_or(|at| act.known_from() <= at));
    // It grows with every act that becomes known, and so whenever a day may have moved.
    let sequence = known.count();
    let origin = reading.log.as_ref().map_or("register", |head| &head.origin);
    let stamp = stamp(shown, at);
    let mut written = String::new();
    let mut line = |text: &str| fold(text, &mut written);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Sponsio//Public register//EN");
    line("CALSCALE:GREGORIAN");
    line(&format!("X-WR-CALNAME:{}", escaped(of.title())));
    if reading.exercise {
        line(&format!(
            "COMMENT:{}",
            escaped(&say!(shown.words(), "exercise"))
        ));
    }
    for event in events(shown, treaty, at) {
        let next = calendar::next_day(event.day);
        line("BEGIN:VEVENT");
        line(&format!("UID:{}/{}@{origin}", of.id, event.mark));
        line(&format!("DTSTAMP:{stamp}"));
        line(&format!("SEQUENCE:{sequence}"));
        line(&format!("DTSTART;VALUE=DATE:{}", basic(event.day)));
        if let Some(next) = next {
            line(&format!("DTEND;VALUE=DATE:{}", basic(next)));
        }
        line(&format!("SUMMARY:{}", escaped(&event.summary)));
        line(&format!("DESCRIPTION:{}", escaped(&event.path)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    written
}

/// The days, the earliest first; those that follow from acts that were not known on the day are left out.
fn events(shown: &Shown<'_>, treaty: TreatyIndex, at: Option<Date>) -> Vec<Event> {
    let (register, words) = (&shown.reading.register, shown.words());
    let history = shown.reading.history(treaty);
    let of = register.treaty(treaty);
    let title = of.title();
    let is_known = |day: Date| at.is_none_or(|at| day <= at);
    let mut events = Vec::new();
    let mut put = |mark: String, day: Date, summary: String, path: String| {
        events.push(Event {
            mark,
            day,
            summary,
            path,
        });
    };
    let path = format!("/t/{}", of.id);
    let force = history.force();
    if let Force::InForce { since, trigger } = force
        && trigger.is_none_or(is_known)
    {
        let said = say!(words, "calendar-force", treaty = title);
        put("force".to_owned(), *since, said, path.clone());
    }
    if let Some(end) = history.ended().filter(|end| is_known(*end)) {
        put(
            "end".to_owned(),
            end,
            say!(words, "calendar-end", treaty = title),
            path.clone(),
        );
    }
    for effect in history
        .effects
        .iter()
        .filter(|effect| is_known(effect.consent.from))
    {
        let consent = &effect.consent;
        let code = &register.participant(consent.party).id;
        let who = shown.name(consent.party);
        let path = format!("{path}/p/{code}");
        let mark = |what: &str| format!("{code}/{}/{what}", consent.deposited);
        if let Start::On(day) = effect.start {
            let said = say!(words, "calendar-bound", who = who.as_str(), treaty = title);
            put(mark("bound"), day, said, path.clone());
        }
        let ended = consent.end.day().zip(end_known(of, consent.end));
        if let Some((day, known)) = ended
            && is_known(known)
        {
            let said = say!(words, "calendar-left", who = who.as_str(), treaty = title);
            put(mark("left"), day, said, path);
        }
    }
    events.sort_by(|one, other| (one.day, &one.mark).cmp(&(other.day, &other.mark)));
    events
}

/// The day from which the act that ended a consent is known.
fn end_known(of: &Treaty, end: End) -> Option<Date> {
    match end {
        End::Day(_, act) => of.acts().get(act.at()).map(Act::known_from),
        _ => None,
    }
}

/// Returns when the calendar was computed from: the last entry of the log, or the day that is known.
fn stamp(shown: &Shown<'_>, at: Option<Date>) -> String {
    let recorded = shown.reading.log.as_ref().and_then(|head| head.recorded);
    let recorded: Option<Instant> = recorded.filter(|_| at.is_none());
    let written = recorded.map(|at| at.to_string().replace(['-', ':'], ""));
    let time = written.and_then(|text| Some(format!("{}Z", text.get(..15)?)));
    let day = at
        .or_else(|| shown.reading.day())
        .map_or("19700101".to_owned(), basic);
    time.unwrap_or_else(|| format!("{day}T000000Z"))
}

fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Writes text as a value (RFC 5545 section 3.3.11): no control character is passed on.
fn escaped(text: &str) -> String {
    let mut written = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            other if other.is_control() => written.push(' '),
            other => written.push(other),
        }
    }
    written
}

/// Writes a line, folded so that none is longer than is allowed and no character is cut.
fn fold(text: &str, written: &mut String) {
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf8() > LINE {
            written.push_str("\r\n ");
            length = 1;
        }
        written.push(letter);
        length += letter.len_utf8();
    }
    written.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let long = format!("SUMMARY:{}", "ğ, ".repeat(60));
        let mut written = String::new();
        fold(&long, &mut written);
        assert!(written.lines().all(|line| line.len() <= LINE), "{written}");
        assert_eq!(written.replace("\r\n ", "").trim_end_matches("\r\n"), long);
    }

    #[test]
    fn no_value_begins_a_line_of_its_own() {
        assert_eq!(
            escaped("a;b,c\\d\nEND:VEVENT\r\t"),
            "a\\;b\\,c\\\\d\\nEND:VEVENT  "
        );
    }
}
