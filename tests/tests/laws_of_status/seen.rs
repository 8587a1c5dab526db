//! What can be seen of a register from outside: dates, intervals and positions, without the places
//! of participants and acts in it.

use alloc::collections::BTreeMap;

use sponsio_law::calendar::Date;
use sponsio_law::register::Register;
use sponsio_law::status::history::{Effect, Force, History, Lens, Start};
use sponsio_law::status::live::End;
use sponsio_law::status::missing::why_not;
use sponsio_law::status::standing::Standing;

/// What can be seen of a treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) force: General,
    pub(crate) in_view: Option<Date>,
    pub(crate) intervals: Vec<Interval>,
    /// By day and participant.
    positions: BTreeMap<(Date, String), Place>,
}

/// A status, since when, whether the treaty is applied provisionally, and a pending notice.
type Place = (Standing, Option<Date>, bool, Option<Date>);

/// The sizes of the sets of deposits that one treaty lacks, with the dates they bring.
type Ways = Vec<(Option<usize>, Option<Date>)>;

/// General entry into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum General {
    InForce { since: Date, trigger: Option<Date> },
    Not,
    Undetermined(Option<Date>),
    NoRule,
}

/// An interval of consent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Interval {
    participant: String,
    from: Date,
    deposited: Date,
    start: String,
    pub(crate) end: Option<Date>,
    doubtful: Option<Date>,
}

/// Returns what can be seen of every treaty of a register, on these days.
pub(crate) fn see(register: &Register, lens: Lens, days: &[Date]) -> BTreeMap<String, Seen> {
    let histories = register.chronicle(lens);
    histories
        .iter()
        .map(|history| {
            let id = register.treaty(history.treaty).id.to_string();
            (id, of_treaty(register, history, days))
        })
        .collect()
}

pub(crate) fn of_treaty(register: &Register, history: &History, days: &[Date]) -> Seen {
    let mut intervals: Vec<Interval> = history
        .effects
        .iter()
        .map(|effect| interval(register, effect))
        .collect();
    intervals.sort();
    let mut positions = BTreeMap::new();
    for day in days {
        for party in register.parties() {
            let answer = history.answer(register, party, *day);
            let id = register.participant(party).id.to_string();
            let position = answer.position;
            let seen = (
                position.standing,
                position.since,
                answer.beyond,
                answer.known_to,
            );
            positions.insert((*day, id), seen);
        }
    }
    Seen {
        force: general(&history.computed),
        in_view: history.force().since(),
        intervals,
        positions,
    }
}

pub(crate) fn general(force: &Force) -> General {
    match force {
        Force::InForce { since, trigger } => General::InForce {
            since: *since,
            trigger: *trigger,
        },
        Force::NotInForce => General::Not,
        Force::Undetermined { not_before, .. } => General::Undetermined(*not_before),
        Force::NoRule => General::NoRule,
    }
}

pub(crate) fn interval(register: &Register, effect: &Effect) -> Interval {
    let consent = &effect.consent;
    let (end, in_doubt) = match consent.end {
        End::Open => (None, None),
        End::Day(day, _) => (Some(day), consent.doubtful.map(|(day, _)| day)),
        End::UnknownFrom(day, _) => (None, Some(day)),
    };
    Interval {
        participant: register.participant(consent.party).id.to_string(),
        from: consent.from,
        deposited: consent.deposited,
        start: match effect.start {
            Start::On(day) => day.to_string(),
            Start::NotYet => String::from("not yet"),
            Start::Never => String::from("never"),
            Start::Undetermined(bound) => format!("undetermined, {bound:?}"),
        },
        end,
        doubtful: in_doubt,
    }
}

/// Returns the sizes of the sets of deposits that each treaty lacks on a day, and what they bring.
pub(crate) fn ways(register: &Register, lens: Lens, day: Date) -> Vec<(String, Ways)> {
    let places = register.treaty_places();
    let lacking = places.map(|place| {
        let why = why_not(register, place, day, lens);
        let ways = why
            .ways
            .iter()
            .map(|way| (way.size(), way.in_force_on))
            .collect();
        (register.treaty(place).id.to_string(), ways)
    });
    lacking.collect()
}
