//! The second engine: the core semantics of Clausula, written from the specification alone.
//!
//! It shares no code with the engine of `law` and is slow on purpose. A treaty's history is walked
//! day by day: what ends today ends, what is deposited today opens, and each condition of the rule
//! is asked again. It knows no derivation, no horizon and no wording; it answers only *when* and
//! *for whom*, so that the two engines can be compared.

use alloc::collections::BTreeMap;

mod after;
mod asked;
mod condition;
mod course;
mod day;
mod done;
mod lex;
mod moment;
mod notice;
mod order;
mod read;
mod register;
mod rule;
#[cfg(test)]
mod tests;
mod walk;

pub use day::Day;

/// The way in which a depositary's published date of entry into force is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The rule alone decides.
    Computed,
    /// The published general date stands in for the computed one wherever there is one.
    Announced,
}

/// What the rule of one treaty gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// General entry into force.
    InForce {
        /// The day of entry into force.
        date: Day,
        /// The day on which the last condition came to hold.
        trigger: Day,
    },
    /// The rule's conditions were never fulfilled by the known acts.
    NotInForce,
    /// Something the rule asks for is unknown.
    Undetermined {
        /// The earliest day that the known conditions leave open.
        not_before: Option<Day>,
    },
    /// The treaty has no rule here and its negotiating States are unknown (VCLT art. 24(2)).
    NoRule,
}

/// The end of an interval of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The consent is live.
    Open,
    /// The first day on which the participant is not bound.
    On(Day),
    /// From this day on it is unknown whether the consent is live.
    UndeterminedFrom(Day),
}

/// One interval in which a participant's consent is live.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// The participant's code.
    pub participant: String,
    /// The day from which the consent is live.
    pub deposited: Day,
    /// The day from which the treaty is in force for the participant, where that is known.
    pub start: Option<Day>,
    /// The end of the interval.
    pub end: End,
}

/// Whether a treaty is in force on a day on or after its general entry into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// That is unknown.
    Unknown,
}

/// Provisional entry into force (EIF-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provisional {
    /// What the rule gives; not in force where definitive entry into force came first.
    pub outcome: Outcome,
    /// The day of definitive entry into force.
    pub until: Option<Day>,
}

/// What the register gives for one treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// What the rule gives.
    pub outcome: Outcome,
    /// The general date that starts rest on: the rule's, or the announced one in that view.
    pub general: Option<Day>,
    /// From general entry into force on: the days on which it changed whether the treaty is in force.
    pub course: Vec<(Day, Force)>,
    /// Provisional entry into force, where a clause speaks of it.
    pub provisional: Option<Provisional>,
    /// The intervals of consent, sorted.
    pub intervals: Vec<Interval>,
}

/// Computes every treaty of a register folder, given as file names and contents.
///
/// With a knowledge date, only what was recorded on or before that day is taken into account.
pub fn assess(
    files: &BTreeMap<String, String>,
    known: Option<Day>,
    view: View,
) -> Result<BTreeMap<String, Assessment>, String> {
    let register = register::Register::read(files, known)?;
    Ok(order::walk_all(&register, view))
}
