//! The curve of consents over time, with the number and the shares that the clause needs, the trigger
//! and entry into force.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::decimal::Decimal;
use crate::clause::explain::{Reading, Step};
use crate::clause::rule::{Atom, Share, WeightSource};
use crate::party::ParticipantKind;
use crate::register::{PartyIndex, Register};
use crate::status::history::{Force, History};
use crate::status::missing::conditions;

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

/// The share of a table that those who counted had together, over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareCurve {
    /// The table.
    pub table: String,
    /// The share of its total that the clause needs.
    pub needed: Share,
    /// The total.
    pub total: Decimal,
    /// The sums of their weights, by day; each holds until the next.
    pub sums: Vec<(Date, Decimal)>,
}

/// The curve of a treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The levels, by day; each holds until the next.
    pub levels: Vec<Level>,
    /// The number of instruments that the clause needs, where it needs a plain number.
    pub threshold: Option<u64>,
    /// The shares that the clause needs, of tables that are known.
    pub shares: Vec<ShareCurve>,
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
    let mut changes: Vec<Change> = Vec::new();
    for effect in &history.effects {
        let consent = &effect.consent;
        let counts = match register.kind(consent.party) {
            ParticipantKind::Organization => counts_organizations(register, history, consent.from),
            ParticipantKind::Territory => false,
            _ => true,
        };
        let counted = consent.counts.filter(|_| counts).map(|(day, _)| day);
        let change = |day, counted, live| Change {
            day,
            party: consent.party,
            counted,
            live,
        };
        changes.push(change(consent.from, 0, 1));
        changes.extend(counted.map(|day| change(day, 1, 0)));
        if let Some(end) = consent.end.day() {
            let counted = if counted.is_some_and(|day| day < end) {
                -1
            } else {
                0
            };
            changes.push(change(end, counted, -1));
        }
    }
    changes.sort_unstable();
    let mut levels = Vec::new();
    let (mut counted, mut live) = (0_i64, 0_i64);
    for day in changes.chunk_by(|one, next| one.day == next.day) {
        counted += day.iter().map(|change| change.counted).sum::<i64>();
        live += day.iter().map(|change| change.live).sum::<i64>();
        let level = |number: i64| u32::try_from(number).unwrap_or(0);
        levels.push(Level {
            day: day[0].day,
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
        shares: shares(register, history, &changes),
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

/// How many consents of a participant begin or end to count and to be live on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    day: Date,
    party: PartyIndex,
    counted: i64,
    live: i64,
}

/// The curves of the shares that the clause names, each once.
fn shares(register: &Register, history: &History, changes: &[Change]) -> Vec<ShareCurve> {
    let treaty = register.treaty(history.treaty);
    let mut shares: Vec<ShareCurve> = Vec::new();
    let conditions = conditions(treaty);
    for atom in conditions.iter().flat_map(|condition| condition.atoms()) {
        let Atom::Share { share, table } = atom else {
            continue;
        };
        let known = shares
            .iter()
            .any(|known| known.table == *table && known.needed == *share);
        let source = treaty.weights(table).map(|weights| &weights.source);
        let Some(WeightSource::File { path, total }) = source.filter(|_| !known) else {
            continue;
        };
        let Some(rows) = register.weights(path).map(|found| &found.rows) else {
            continue;
        };
        let weights: BTreeMap<PartyIndex, Decimal> = rows
            .iter()
            .filter_map(|(id, weight)| Some((register.party(id)?, *weight)))
            .collect();
        shares.push(ShareCurve {
            table: table.clone(),
            needed: *share,
            total: total.unwrap_or_else(|| rows.iter().map(|(_, weight)| *weight).sum()),
            sums: sums(changes, &weights),
        });
    }
    shares
}

fn sums(changes: &[Change], weights: &BTreeMap<PartyIndex, Decimal>) -> Vec<(Date, Decimal)> {
    let mut sums: Vec<(Date, Decimal)> = Vec::new();
    let mut sum = Decimal::ZERO;
    for day in changes.chunk_by(|one, next| one.day == next.day) {
        let before = sum;
        // What begins first: a sum never goes below nothing.
        for change in day.iter().filter(|change| change.counted > 0) {
            sum = sum + weights.get(&change.party).copied().unwrap_or_default();
        }
        for change in day.iter().filter(|change| change.counted < 0) {
            sum = sum - weights.get(&change.party).copied().unwrap_or_default();
        }
        if sum != before || sums.is_empty() {
            sums.push((day[0].day, sum));
        }
    }
    sums
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
        let conditions = conditions(register.treaty(history.treaty));
        let atoms = conditions.iter().flat_map(|condition| condition.atoms());
        atoms.into_iter().find_map(|atom| match atom {
            Atom::Count { least, .. } => Some(u64::from(*least)),
            _ => None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    /// EIF-6: the curve falls, and what was reached stays reached.
    #[test]
    fn the_curve_of_consents() {
        let rule = "\n  data as of 2010-01-01\nconsent by ratification\n\
                    in force 1 months after the day at least 2 instruments\nwithdrawal 1 months after receipt of notice";
        let acts = [
            "AAA ratification 2001-01-01",
            "BBB accession 2001-02-01",
            "CCC ratification 2001-03-01",
            "X-ORG ratification 2001-03-01",
            "AAA withdrawal 2002-01-01",
        ];
        let register = register(rule, &acts);
        let curve = timeline(&register, &history(&register));
        let level = |text, counted, live| Level {
            day: day(text),
            counted,
            live,
        };
        let expected = [
            level("2001-01-01", 1, 1),
            level("2001-02-01", 1, 2),
            level("2001-03-01", 2, 4),
            level("2002-02-01", 1, 3),
        ];
        assert_eq!(curve.levels, expected);
        assert_eq!(curve.threshold, Some(2));
        assert_eq!(
            (curve.trigger, curve.in_force),
            (Some(day("2001-03-01")), Some(day("2001-04-01")))
        );
        assert_eq!(curve.horizon, Some(day("2010-01-01")));
        assert_eq!(curve.shares, []);
    }

    /// EIF-4: what those who count weigh together; whoever leaves takes its weight along.
    #[test]
    fn the_curve_of_a_share() {
        let rule = "\nconsent by ratification\nweights W from \"w\" total 200\n\
                    in force on the day together at least 55 % of W and together at least 55 % of W\n\
                    withdrawal 1 months after receipt of notice";
        let acts = [
            "AAA ratification 2001-01-01",
            "BBB ratification 2001-02-01",
            "CCC accession 2001-03-01",
            "AAA withdrawal 2002-01-01",
        ];
        let mut register = register(rule, &acts);
        let row = |code: &str, weight| {
            let id = sponsio_record::ParticipantId::new(code).expect("a code");
            (id, Decimal::whole(weight))
        };
        let rows = alloc::vec![row("AAA", 30), row("BBB", 100), row("CCC", 70)];
        register.set_weights("w".into(), crate::treaty::WeightTable { rows });
        let curve = timeline(&register, &history(&register));
        let [share] = curve.shares.as_slice() else {
            panic!("one share: {:?}", curve.shares);
        };
        assert_eq!(
            (share.table.as_str(), share.total),
            ("W", Decimal::whole(200))
        );
        let sum = |text, weight| (day(text), Decimal::whole(weight));
        let expected = [
            sum("2001-01-01", 30),
            sum("2001-02-01", 130),
            sum("2002-02-01", 100),
        ];
        assert_eq!(share.sums, expected);
    }
}
