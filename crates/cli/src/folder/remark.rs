//! Remarks on what was recorded as published: they stop nobody and are counted.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;
use sponsio_law::register::Register;
use sponsio_law::treaty::Treaty;

/// What is remarkable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// A label that the catalogue does not have; kept, never consent.
    UnmappedAct,
    /// A treaty without any act.
    TreatyWithoutActs,
    /// The head names a depositary of whose policies nothing is said.
    DepositaryWithoutPolicies,
    /// A succession without a date of succession: it counts from its notification.
    PublishedSuccession,
    /// An organization's instrument meets a condition, and its members are not known.
    MembershipUnknown,
    /// An act before the date of adoption.
    BeforeAdoption,
    /// A ratification without a signature on or before its day.
    UnsignedRatification,
    /// An act later than the day to which the treaty's acts are known.
    AfterHorizon,
    /// One name for two codes.
    NameConflict,
}

impl Remark {
    /// Every remark.
    pub const ALL: [Self; 9] = [
        Self::UnmappedAct,
        Self::TreatyWithoutActs,
        Self::DepositaryWithoutPolicies,
        Self::PublishedSuccession,
        Self::MembershipUnknown,
        Self::BeforeAdoption,
        Self::UnsignedRatification,
        Self::AfterHorizon,
        Self::NameConflict,
    ];

    /// Returns the stable name.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::UnmappedAct => "unmapped-act",
            Self::TreatyWithoutActs => "treaty-without-acts",
            Self::DepositaryWithoutPolicies => "depositary-without-policies",
            Self::PublishedSuccession => "published-succession",
            Self::MembershipUnknown => "membership-unknown",
            Self::BeforeAdoption => "before-adoption",
            Self::UnsignedRatification => "unsigned-ratification",
            Self::AfterHorizon => "after-horizon",
            Self::NameConflict => "name-conflict",
        }
    }
}

/// The remarks on a register, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remarks {
    counts: BTreeMap<Remark, u64>,
    labels: BTreeMap<String, u64>,
}

impl Remarks {
    /// Returns the remarks on a register.
    pub fn on(register: &Register) -> Self {
        let mut remarks = Self::default();
        let mut names = BTreeSet::new();
        for participant in register.participants() {
            if !names.insert(participant.name.as_str()) {
                remarks.count(Remark::NameConflict);
            }
        }
        let known: BTreeSet<&str> = register.depositaries().map(|(name, _)| name).collect();
        for treaty in register.treaties() {
            remarks.look_at(treaty);
            let depositary = treaty.depositary();
            if !known.is_empty() && depositary.is_some_and(|name| !known.contains(name)) {
                remarks.count(Remark::DepositaryWithoutPolicies);
            }
        }
        remarks
    }

    /// Returns how often each remark is made, those that are never made left out.
    pub fn counts(&self) -> impl Iterator<Item = (Remark, u64)> {
        self.counts.iter().map(|(remark, count)| (*remark, *count))
    }

    /// Returns the labels that the catalogue does not have, with the number of their acts.
    pub fn labels(&self) -> impl Iterator<Item = (&str, u64)> {
        self.labels
            .iter()
            .map(|(label, count)| (label.as_str(), *count))
    }

    /// Makes a remark once more.
    pub fn count(&mut self, remark: Remark) {
        *self.counts.entry(remark).or_default() += 1;
    }

    fn look_at(&mut self, treaty: &Treaty) {
        if treaty.acts().is_empty() {
            self.count(Remark::TreatyWithoutActs);
        }
        let header = &treaty.clauses.header;
        let adopted = header.adopted.as_ref().map(|adopted| adopted.value);
        let horizon = header.data_as_of.as_ref().map(|day| day.value);
        let signatures: BTreeSet<_> = treaty
            .acts()
            .iter()
            .filter(|act| act.kind().is_some_and(ActKind::is_signature))
            .map(|act| (&act.participant, act.date))
            .collect();
        for act in treaty.acts() {
            if adopted.is_some_and(|adopted| act.date < adopted) {
                self.count(Remark::BeforeAdoption);
            }
            if horizon.is_some_and(|horizon| horizon < act.date) {
                self.count(Remark::AfterHorizon);
            }
            match act.kind() {
                None => {
                    self.count(Remark::UnmappedAct);
                    *self
                        .labels
                        .entry(act.label.as_str().to_owned())
                        .or_default() += 1;
                }
                Some(ActKind::Succession) if act.effect.is_none() => {
                    self.count(Remark::PublishedSuccession);
                }
                Some(ActKind::Ratification) => {
                    let first = signatures
                        .range((&act.participant, Date::MIN)..)
                        .next()
                        .filter(|(participant, _)| *participant == &act.participant);
                    if first.is_none_or(|(_, signed)| act.date < *signed) {
                        self.count(Remark::UnsignedRatification);
                    }
                }
                Some(_) => {}
            }
        }
    }
}
