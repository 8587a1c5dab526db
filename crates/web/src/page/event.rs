//! What happened: acts by the day on which they count, and the days on which treaties began and
//! ceased to be in force.

use sponsio_law::act::Act;
use sponsio_law::calendar::Date;
use sponsio_law::register::TreatyIndex;

use crate::locale::{Words, say};
use crate::page::shown::Shown;
use crate::source::Reading;

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Event<'a> {
    pub(crate) day: Date,
    pub(crate) treaty: TreatyIndex,
    pub(crate) what: What<'a>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What<'a> {
    /// Somebody did something.
    Act(&'a Act),
    /// The treaty entered into force.
    Force,
    /// The treaty ended.
    End,
}

/// Returns everything that happened by a day, the latest first.
pub(crate) fn until(reading: &Reading, day: Option<Date>) -> Vec<Event<'_>> {
    let Some(day) = day else { return Vec::new() };
    let places = reading.register.treaty_places();
    let mut events: Vec<Event<'_>> = places.flat_map(|place| of(reading, place)).collect();
    events.retain(|event| event.day <= day);
    sort(&mut events);
    events
}

/// Returns everything that happened to one treaty by a day, the latest first.
pub(crate) fn of_treaty(
    reading: &Reading,
    treaty: TreatyIndex,
    day: Option<Date>,
) -> Vec<Event<'_>> {
    let mut events: Vec<Event<'_>> = of(reading, treaty).collect();
    events.retain(|event| day.is_some_and(|day| event.day <= day));
    sort(&mut events);
    events
}

/// Returns everything that a participant did by a day, the latest first.
pub(crate) fn of_party<'a>(reading: &'a Reading, code: &str, day: Option<Date>) -> Vec<Event<'a>> {
    let mut events = until(reading, day);
    events.retain(|event| match event.what {
        What::Act(act) => act.participant.as_str() == code,
        What::Force | What::End => false,
    });
    events
}

fn of(reading: &Reading, treaty: TreatyIndex) -> impl Iterator<Item = Event<'_>> {
    let history = reading.history(treaty);
    let acts = reading.register.treaty(treaty).acts().iter();
    let acts = acts.map(|act| (act.date, What::Act(act)));
    let force = history.force().since().map(|day| (day, What::Force));
    let end = history.ended().map(|day| (day, What::End));
    acts.chain(force)
        .chain(end)
        .map(move |(day, what)| Event { day, treaty, what })
}

/// Within a day the later entry comes first; entry into force follows from acts, and so comes before.
fn sort(events: &mut [Event<'_>]) {
    events.reverse();
    events.sort_by_key(|event| core::cmp::Reverse(event.day));
}

/// An event in words, with where it leads.
pub(crate) struct Told {
    pub(crate) day: Date,
    pub(crate) subject: String,
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) treaty_path: String,
}

impl Event<'_> {
    /// Returns the event in words.
    pub(crate) fn told(&self, shown: &Shown<'_>, words: &Words) -> Told {
        let treaty = shown.reading.register.treaty(self.treaty);
        let treaty_path = format!("/t/{}", treaty.id);
        let (subject, path) = match self.what {
            What::Act(act) => {
                let party = shown.reading.register.party(&act.participant);
                let who =
                    party.map_or_else(|| act.participant.to_string(), |party| shown.name(party));
                let what = act_word(words, act);
                let path = format!("{treaty_path}/p/{}", act.participant);
                (say!(words, "event-act", who = who, act = what), path)
            }
            What::Force => (say!(words, "event-force"), treaty_path.clone()),
            What::End => (say!(words, "event-end"), treaty_path.clone()),
        };
        Told {
            day: self.day,
            subject,
            path,
            title: treaty.title().to_owned(),
            treaty_path,
        }
    }
}

/// Returns what an act is called: a word for a known kind, otherwise the label of its source.
pub(crate) fn act_word(words: &Words, act: &Act) -> String {
    match act.kind() {
        Some(kind) => say!(words, &format!("act-{}", kind.label())),
        None => act.label.as_str().to_owned(),
    }
}
