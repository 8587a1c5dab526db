//! A synthetic register of treaties between many States: rules of the common kinds, deposits,
//! withdrawals and new deposits after them. What it holds is data of the bench; what follows from
//! it is computed by the crate alone.
//!
//! One kind of rule is beyond the core: a consent that counts only while its author is bound by a
//! parent treaty. The days between which it does are worked out here and enter as facts.

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::clause::decimal::Decimal;
use sponsio_law::clause::parse;
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_law::treaty::{Treaty, WeightTable};
use sponsio_record::{ParticipantId, TreatyId};

/// The whole of a table of weights: its rows are hundredths of a per cent.
const WHOLE: u32 = 10_000;

/// Everything from which a register is made. Treaties and States are numbered from 1.
pub(crate) struct Workload {
    pub(crate) states: u32,
    pub(crate) treaties: Vec<Clauses>,
    /// By treaty, State and day.
    pub(crate) deeds: Vec<Deed>,
    /// Table, State, weight.
    pub(crate) weights: Vec<(u32, u32, u32)>,
    /// Group, State.
    pub(crate) groups: Vec<(u32, u32)>,
}

/// The final clauses of one treaty; 0 means that there is no such condition.
pub(crate) struct Clauses {
    pub(crate) opened: Date,
    pub(crate) least: u32,
    pub(crate) table: u32,
    pub(crate) weight: u32,
    pub(crate) group: u32,
    pub(crate) months: u32,
    pub(crate) days: u32,
    pub(crate) first_of_month: bool,
    /// In days after opening, the earliest entry into force.
    pub(crate) not_before: u32,
    pub(crate) parent: usize,
    /// The period of a notice of withdrawal, in months.
    pub(crate) notice: u32,
}

/// A deposit, or the receipt of a notice of withdrawal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Deed {
    pub(crate) treaty: usize,
    pub(crate) state: u32,
    pub(crate) day: Date,
    pub(crate) is_deposit: bool,
}

/// From a deposit to the end of the consent, if it has one.
type Interval = (Date, Option<Date>);

impl Workload {
    /// Returns the register of this workload.
    pub(crate) fn register(&self) -> Register {
        let mut register = Register::new();
        for state in 1..=self.states {
            let participant = Participant {
                id: code(state),
                name: format!("State {state}"),
                kind: ParticipantKind::State,
            };
            register.add_participant(participant).expect("a new State");
        }
        for table in 1..=self.weights.iter().map(|row| row.0).max().unwrap_or(0) {
            let rows = self.weights.iter().filter(|row| row.0 == table);
            let rows = rows.map(|(_, state, weight)| (code(*state), decimal(*weight)));
            let rows = rows.collect();
            register.set_weights(path(table), WeightTable { rows });
        }
        for (place, clauses) in self.treaties.iter().enumerate() {
            let source = self.source(clauses);
            let parsed = parse(&source);
            assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
            let treaty = Treaty::new(name(place + 1), parsed.file);
            register.add_treaty(treaty).expect("a new treaty");
        }
        for act in self.acts() {
            register.apply(act).expect("treaty and State are known");
        }
        register
    }

    /// Returns the clauses of a treaty in the language of final clauses.
    fn source(&self, clauses: &Clauses) -> String {
        let mut lines = vec![
            "treaty \"Workload\"".to_owned(),
            format!("  opened {}", clauses.opened),
        ];
        let mut tests = vec![format!("at least {} instruments", clauses.least)];
        if clauses.table > 0 {
            let path = path(clauses.table);
            lines.push(format!("weights W from \"{path}\" total {WHOLE}"));
            let share = clauses.weight;
            tests.push(format!("together at least {share}/{WHOLE} of W"));
        }
        if clauses.group > 0 {
            let members = self.groups.iter().filter(|row| row.0 == clauses.group);
            let members: Vec<String> = members.map(|row| code(row.1).to_string()).collect();
            lines.push(format!("group G = {{{}}}", members.join(", ")));
            tests.push("all of G".to_owned());
        }
        let general = term(clauses, &format!("the day {}", tests.join(" and ")));
        let later = term(clauses, "its deposit");
        let bar = match clauses.not_before {
            0 => String::new(),
            days => format!("; or later: {days} days after opening"),
        };
        let notice = clauses.notice;
        lines.push(format!("in force {general}{bar}"));
        lines.push(format!("each later joiner {later}"));
        lines.push(format!(
            "withdrawal {notice} months after receipt of notice"
        ));
        lines.join("\n")
    }

    /// Returns the acts in the order of days: what was done, or where a parent bounds it the days
    /// that follow.
    fn acts(&self) -> Vec<Act> {
        let mut acts = Vec::with_capacity(self.deeds.len());
        let mut live: Vec<Vec<Vec<Interval>>> = Vec::new();
        for (place, clauses) in self.treaties.iter().enumerate() {
            let treaty = place + 1;
            let first = self.deeds.partition_point(|deed| deed.treaty < treaty);
            let end = self.deeds.partition_point(|deed| deed.treaty <= treaty);
            let mut own = vec![Vec::new(); self.states as usize + 1];
            for deeds in self.deeds[first..end].chunk_by(|one, next| one.state == next.state) {
                own[deeds[0].state as usize] = intervals(deeds, clauses.notice);
            }
            if clauses.parent == 0 {
                acts.extend(self.deeds[first..end].iter().map(done));
            } else {
                for (own, parent) in own.iter_mut().zip(&live[clauses.parent - 1]) {
                    *own = within(own, parent);
                }
                for (state, own) in (0..).zip(&own) {
                    acts.extend(own.iter().flat_map(|one| bounded(treaty, state, *one)));
                }
            }
            live.push(own);
        }
        acts.sort_by_key(|act| act.date);
        acts
    }
}

/// A term that runs from this point.
fn term(clauses: &Clauses, point: &str) -> String {
    let period = match (clauses.months, clauses.days) {
        (0, 0) => None,
        (0, days) => Some(format!("{days} days after {point}")),
        (months, _) => Some(format!("{months} months after {point}")),
    };
    match (clauses.first_of_month, period) {
        (true, Some(period)) => format!("on the first day of the month following ({period})"),
        (true, None) => format!("on the first day of the month following {point}"),
        (false, Some(period)) => period,
        (false, None) => format!("on {point}"),
    }
}

/// The intervals of live consent of one State, from its deeds in the order of days.
fn intervals(deeds: &[Deed], notice: u32) -> Vec<Interval> {
    let mut intervals = Vec::new();
    let mut open = None;
    for deed in deeds {
        if deed.is_deposit {
            open = Some(deed.day);
        } else if let Some(from) = open.take() {
            let until = calendar::after(deed.day, notice, Unit::Months).expect("a day of this age");
            intervals.push((from, Some(until.day)));
        }
    }
    intervals.extend(open.map(|from| (from, None)));
    intervals
}

/// What these intervals have in common.
fn within(own: &[Interval], parent: &[Interval]) -> Vec<Interval> {
    let mut common = Vec::new();
    for (from, until) in own {
        for (parent_from, parent_until) in parent {
            let from = *from.max(parent_from);
            let until = match (until, parent_until) {
                (Some(own), Some(parent)) => Some(*own.min(parent)),
                (one, other) => one.or(*other),
            };
            if until.is_none_or(|until| from < until) {
                common.push((from, until));
            }
        }
    }
    common.sort_unstable();
    common
}

/// The act of a deed.
fn done(deed: &Deed) -> Act {
    let kind = if deed.is_deposit {
        ActKind::Accession
    } else {
        ActKind::Withdrawal
    };
    act(deed.treaty, deed.state, kind, deed.day, None)
}

/// The acts of an interval whose end is a fact.
fn bounded(treaty: usize, state: u32, (from, until): Interval) -> impl Iterator<Item = Act> {
    let opens = act(treaty, state, ActKind::Accession, from, None);
    let ends = until.map(|day| act(treaty, state, ActKind::Withdrawal, day, Some(day)));
    [Some(opens), ends].into_iter().flatten()
}

fn act(treaty: usize, state: u32, kind: ActKind, date: Date, effect: Option<Date>) -> Act {
    Act {
        id: None,
        treaty: name(treaty),
        participant: code(state),
        label: ActLabel::Known(kind),
        date,
        effect,
        recorded: None,
        refers_to: None,
        source: String::new(),
        note: String::new(),
    }
}

fn name(treaty: usize) -> TreatyId {
    TreatyId::new(&format!("t{treaty}")).expect("a word")
}

fn code(state: u32) -> ParticipantId {
    ParticipantId::new(&format!("S{state:03}")).expect("a word")
}

fn path(table: u32) -> String {
    format!("weights/{table}.csv")
}

fn decimal(weight: u32) -> Decimal {
    Decimal::from_millionths(u64::from(weight) * 1_000_000)
}
