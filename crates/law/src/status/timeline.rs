//! The curve of consents over time, with the number that the clause needs, the trigger and entry
//! into force.

use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::explain::{Reading, Step};
use crate::clause::rule::Atom;
use crate::register::Register;
use crate::status::history::{Force, History};

/// The number of live consents after the changes of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// The day.
    pub day: Date,
    /// The consents that were live and counted in conditions.
    pub counted: u32,
    /// All consents that were live.
    pub live: u32,
}

/// The curve of a treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The levels, by day; each holds until the next.
    pub levels: Vec<Level>,
    /// The number of instruments that the clause needs, where it needs a plain number.
    pub threshold: Option<u64>,
    /// The trigger day.
    pub trigger: Option<Date>,
    /// The first day in force.
    pub in_force: Option<Date>,
    /// The first day on which it is in force for nobody, having ended.
    pub ended: Option<Date>,
    /// The first day provisionally in force (EIF-13).
    pub provisional: Option<Date>,
    /// The day to which the data reach.
    pub horizon: Option<Date>,
}

/// Returns the curve of a treaty from its history.
pub fn timeline(register: &Register, history: &History) -> Timeline {
    let mut changes: Vec<(Date, i64, i64)> = Vec::new();
    for effect in &history.effects {
        let consent = &effect.consent;
        let counts = register.kind(consent.party).is_state()
            || counts_organizations(register, history, consent.from);
        let counted = consent.counts.filter(|_| counts).map(|(day, _)| day);
        changes.push((consent.from, 0, 1));
        changes.extend(counted.map(|day| (day, 1, 0)));
        if let Some(end) = consent.end.day() {
            changes.push((
                end,
                if counted.is_some_and(|day| day < end) {
                    -1
                } else {
                    0
                },
                -1,
            ));
        }
    }
    changes.sort_unstable();
    let mut levels = Vec::new();
    let (mut counted, mut live) = (0_i64, 0_i64);
    for day in changes.chunk_by(|one, next| one.0 == next.0) {
        counted += day.iter().map(|(_, change, _)| change).sum::<i64>();
        live += day.iter().map(|(_, _, change)| change).sum::<i64>();
        let level = |number: i64| u32::try_from(number).unwrap_or(0);
        levels.push(Level {
            day: day[0].0,
            counted: level(counted),
            live: level(live),
        });
    }
    let trigger = match history.force() {
        Force::InForce { trigger, .. } => *trigger,
        Force::NotInForce | Force::Undetermined { .. } | Force::NoRule => None,
    };
    Timeline {
        levels,
        threshold: threshold(register, history),
        trigger,
        in_force: history.force().since(),
        ended: history.ended(),
        provisional: history
            .provisional
            .as_ref()
            .and_then(|provisional| provisional.force.since()),
        horizon: history.horizon(register),
    }
}

fn counts_organizations(register: &Register, history: &History, day: Date) -> bool {
    use crate::clause::rule::OrganizationCounting;
    let policies = register.policies(register.treaty(history.treaty));
    policies.organizations(Some(day)).0 == OrganizationCounting::Counted
}

/// The first plain number of the rule; the trigger's own reading comes first.
fn threshold(register: &Register, history: &History) -> Option<u64> {
    let read = history.steps.iter().find_map(|step| match step {
        Step::Trigger(trigger) => {
            trigger
                .readings
                .iter()
                .find_map(|(atom, reading)| match reading {
                    Reading::Number { need, .. } if matches!(atom, Atom::Count { .. }) => {
                        Some(*need)
                    }
                    _ => None,
                })
        }
        _ => None,
    });
    read.or_else(|| {
        let conditions = crate::status::missing::conditions(register.treaty(history.treaty));
        let atoms = conditions.iter().flat_map(|condition| condition.atoms());
        atoms.into_iter().find_map(|atom| match atom {
            Atom::Count { least, .. } => Some(u64::from(*least)),
            _ => None,
        })
    })
}
