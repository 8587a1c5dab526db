//! What a clause can see while it is evaluated: the treaty, its live consents and signatures, the
//! register's tables, and what is already settled of the treaties it depends on.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::layers::Policies;
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::history::History;
use crate::status::live::LiveConsent;
use crate::treaty::Treaty;

/// The facts and tables before a clause.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) register: &'a Register,
    pub(crate) treaty: &'a Treaty,
    pub(crate) policies: Policies<'a>,
    pub(crate) consents: &'a [LiveConsent],
    pub(crate) signatures: &'a [(PartyIndex, Date)],
    pub(crate) applications: &'a [Application],
    pub(crate) others: &'a Settled,
}

/// A time during which a participant has given notice of provisional application (VCLT art. 25).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Application {
    pub(crate) party: PartyIndex,
    pub(crate) act: ActIndex,
    pub(crate) from: Date,
    /// The first day on which it no longer runs.
    pub(crate) until: Option<Date>,
}

/// The histories that are settled so far, by the places of their treaties.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// Boxed: a map that grows moves what it holds.
    histories: BTreeMap<TreatyIndex, Box<History>>,
}

/// What is known of another treaty.
pub(crate) enum Other<'a> {
    /// The register does not hold it.
    NotHeld,
    /// It is part of a circle, so that nothing of it is settled.
    Unsettled,
    /// Its history.
    Settled(&'a History),
}

impl Settled {
    pub(crate) fn insert(&mut self, history: History) {
        self.histories.insert(history.treaty, Box::new(history));
    }

    pub(crate) fn find(&self, register: &Register, id: &TreatyId) -> Other<'_> {
        let Some(place) = register.treaty_place(id) else {
            return Other::NotHeld;
        };
        match self.histories.get(&place) {
            Some(history) => Other::Settled(history),
            None => Other::Unsettled,
        }
    }

    pub(crate) fn into_histories(self) -> Vec<History> {
        let settled = self.histories.into_values();
        settled.map(|history| *history).collect()
    }

    pub(crate) fn take(mut self, place: TreatyIndex) -> Option<History> {
        self.histories.remove(&place).map(|history| *history)
    }
}
