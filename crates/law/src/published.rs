//! A back catalogue *recorded as published*: the rules of reception are not applied to it, and what
//! they would have said is counted in remarks. Nothing here stops an act or changes a result.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::act::{Act, ActKind, ActLabel};
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::rule::OrganizationCounting;
use crate::party::ParticipantKind;
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::remark::{Concern, Remark};
use crate::status::history::{Effect, History, Lens};
use crate::status::live::End;
use crate::treaty::Treaty;

/// The code under which participants are counted that bear the name of another.
pub const NAME_CONFLICT: &str = "name-conflict";

/// The codes of all remarks that can be due on what is recorded as published.
pub const COUNTED: [&str; 17] = [
    "no-horizon",
    "treaty-without-acts",
    "depositary-without-policies",
    "before-adoption",
    "after-horizon",
    "unmapped-act",
    "unsigned-ratification",
    "second-consent",
    "territory-not-counted",
    "membership-unknown",
    "published-succession",
    "effect-before-notice",
    "orphan",
    "correction-without-target",
    "continuation-of-nothing",
    "same-id",
    NAME_CONFLICT,
];

impl Register {
    /// Returns what is to be said about the acts of a treaty as they are recorded, in the order in
    /// which the acts entered; what concerns the treaty itself comes first.
    pub fn remarks(&self, treaty: TreatyIndex) -> Vec<Remark> {
        self.remarks_in(&self.history(treaty, Lens::default()))
    }

    /// Returns how often each remark is due in the whole register, by code.
    pub fn remark_counts(&self) -> BTreeMap<&'static str, usize> {
        self.remark_counts_in(&self.chronicle(Lens::default()))
    }

    /// Returns how often each remark is due in these histories, and how many participants bear the
    /// name of another, by code. The codes are among [`COUNTED`].
    pub fn remark_counts_in(&self, histories: &[History]) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for remark in histories
            .iter()
            .flat_map(|history| self.remarks_in(history))
        {
            *counts.entry(remark.code()).or_insert(0) += 1;
        }
        let mut names = BTreeSet::new();
        let repeated = self.participants().iter();
        let repeated = repeated.filter(|one| !names.insert(one.name.as_str()));
        let repeated = repeated.count();
        if repeated > 0 {
            counts.insert(NAME_CONFLICT, repeated);
        }
        counts
    }

    /// Returns the labels that the catalogue does not have, with the number of their acts (CON-1).
    pub fn unmapped_labels(&self) -> BTreeMap<&str, usize> {
        let mut labels = BTreeMap::new();
        for act in self.treaties().iter().flat_map(|treaty| treaty.acts()) {
            if let ActLabel::Unmapped(label) = &act.label {
                *labels.entry(label.as_str()).or_insert(0) += 1;
            }
        }
        labels
    }

    /// Returns the remarks on the treaty whose history this is.
    pub fn remarks_in(&self, history: &History) -> Vec<Remark> {
        let treaty = self.treaty(history.treaty);
        let concerns = self.on_the_treaty(treaty).into_iter();
        let mut remarks: Vec<Remark> = concerns
            .map(|concern| Remark {
                treaty: treaty.id.clone(),
                participant: None,
                act: None,
                concern,
            })
            .collect();
        let mut marks: BTreeMap<&str, ActIndex> = BTreeMap::new();
        for (place, (act, party)) in (0_u32..).zip(treaty.acts().iter().zip(treaty.parties())) {
            let entry = Entry {
                register: self,
                treaty,
                history,
                act,
                place: ActIndex(place),
                party: *party,
            };
            let mut concerns = entry.concerns();
            if let Some(id) = act.id.as_deref() {
                let first = *marks.entry(id).or_insert(entry.place);
                if first != entry.place {
                    let id = String::from(id);
                    concerns.push(Concern::SameId { id, first });
                }
            }
            remarks.extend(concerns.into_iter().map(|concern| Remark {
                treaty: treaty.id.clone(),
                participant: Some(act.participant.clone()),
                act: Some(entry.place),
                concern,
            }));
        }
        remarks
    }

    fn on_the_treaty(&self, treaty: &Treaty) -> Vec<Concern> {
        let mut concerns = Vec::new();
        if treaty.clauses.header.data_as_of.is_none() {
            concerns.push(Concern::NoHorizon);
        }
        if treaty.acts().is_empty() {
            concerns.push(Concern::NoActs);
        }
        // A register that knows no depositary at all makes no remark of each treaty's.
        let mut known = self.depositaries().map(|(name, _)| name).peekable();
        if let Some(depositary) = treaty.depositary()
            && known.peek().is_some()
            && known.all(|name| name != depositary)
        {
            let depositary = String::from(depositary);
            concerns.push(Concern::DepositaryWithoutPolicies { depositary });
        }
        concerns
    }
}

/// One act as it stands in the register, among the others.
struct Entry<'a> {
    register: &'a Register,
    treaty: &'a Treaty,
    history: &'a History,
    act: &'a Act,
    place: ActIndex,
    party: PartyIndex,
}

impl Entry<'_> {
    fn concerns(&self) -> Vec<Concern> {
        let mut concerns: Vec<Concern> = self.by_date();
        match &self.act.label {
            ActLabel::Unmapped(label) => concerns.push(Concern::Unmapped {
                label: label.clone(),
            }),
            ActLabel::Known(kind) => concerns.extend(self.by_kind(*kind)),
        }
        concerns
    }

    /// The date of the act, as corrected.
    fn date(&self) -> Date {
        let facts = &self.history.facts;
        let first = facts.partition_point(|fact| fact.party < self.party);
        facts[first..]
            .iter()
            .take_while(|fact| fact.party == self.party)
            .find(|fact| fact.act == self.place)
            .map_or(self.act.date, |fact| fact.date)
    }

    fn by_date(&self) -> Vec<Concern> {
        let header = &self.treaty.clauses.header;
        let date = self.date();
        let before = header
            .adopted
            .as_ref()
            .filter(|adopted| date < adopted.value)
            .map(|adopted| Concern::BeforeAdoption {
                adopted: adopted.value,
            });
        let after = header
            .data_as_of
            .as_ref()
            .filter(|stated| stated.value < date)
            .map(|stated| Concern::AfterHorizon {
                horizon: stated.value,
            });
        before.into_iter().chain(after).collect()
    }

    fn by_kind(&self, kind: ActKind) -> Vec<Concern> {
        let mut concerns = Vec::new();
        if kind.is_consent() {
            concerns.extend(self.unsigned(kind));
            concerns.extend(self.second_consent());
            concerns.extend(self.not_counted());
        }
        let single = match kind {
            ActKind::Succession if self.act.effect.is_none() => Some(Concern::NoSuccessionDate),
            ActKind::Withdrawal => {
                concerns.extend(self.effect_before_notice());
                self.orphan()
            }
            ActKind::Revocation | ActKind::WithdrawalOfInstrument => self.orphan(),
            ActKind::Correction => self.without_target(),
            ActKind::Continuation => self.continues_nothing(),
            _ => None,
        };
        concerns.extend(single);
        concerns
    }

    fn own(&self) -> impl Iterator<Item = &Effect> {
        self.history.effects_of(self.party)
    }

    fn unsigned(&self, kind: ActKind) -> Option<Concern> {
        let completes = matches!(
            kind,
            ActKind::Ratification
                | ActKind::Acceptance
                | ActKind::Approval
                | ActKind::FormalConfirmation
        );
        let date = self.date();
        let facts = &self.history.facts;
        let first = facts.partition_point(|fact| fact.party < self.party);
        let mut own = facts[first..]
            .iter()
            .take_while(|fact| fact.party == self.party && fact.date <= date);
        let signed = own.any(|fact| fact.kind.is_signature());
        (completes && !signed).then_some(Concern::Unsigned)
    }

    /// A consent that opened no interval, because another was live.
    fn second_consent(&self) -> Option<Concern> {
        if self.own().any(|effect| effect.consent.act == self.place) {
            return None;
        }
        let date = self.date();
        let first = self
            .own()
            .find(|effect| effect.consent.from <= date && effect.consent.end.is_after(date))?;
        Some(Concern::SecondConsent {
            first: first.consent.act,
        })
    }

    fn not_counted(&self) -> Option<Concern> {
        match self.register.kind(self.party) {
            ParticipantKind::Territory => Some(Concern::TerritoryNotCounted),
            ParticipantKind::Organization => {
                let policies = self.register.policies(self.treaty);
                let counting = policies.organizations(Some(self.date())).0;
                let unknown = self.register.membership(&self.act.participant).is_none();
                (counting == OrganizationCounting::NotAdditional && unknown)
                    .then_some(Concern::MembershipUnknown)
            }
            _ => None,
        }
    }

    /// An end without a consent that it could end.
    fn orphan(&self) -> Option<Concern> {
        let date = self.date();
        let ends_something = self.own().any(|effect| {
            effect.consent.from <= date
                && match effect.consent.end {
                    End::Open | End::UnknownFrom(..) => true,
                    End::Day(end, act) => date < end || act == self.place,
                }
        });
        (!ends_something).then_some(Concern::Orphan)
    }

    /// Compares the dates as they were entered: the fold takes the earlier of the two.
    fn effect_before_notice(&self) -> Option<Concern> {
        let effect = self.act.effect?;
        (effect < self.act.date).then_some(Concern::EffectBeforeNotice { effect })
    }

    fn without_target(&self) -> Option<Concern> {
        let id = self.act.refers_to.as_deref();
        let mut acts = self.treaty.acts().iter();
        let found = id.is_some() && acts.any(|act| act.id.as_deref() == id);
        (!found).then(|| Concern::CorrectionWithoutTarget {
            id: id.map(String::from),
        })
    }

    /// A continuation to which nothing was handed over.
    fn continues_nothing(&self) -> Option<Concern> {
        let mut effects = self.history.effects.iter();
        let handed = effects.any(|effect| {
            effect.consent.continued == Some(self.place)
                || matches!(effect.consent.end, End::Day(_, act) if act == self.place)
        });
        (!handed).then(|| Concern::ContinuationOfNothing {
            predecessor: self.act.refers_to.clone(),
        })
    }
}
