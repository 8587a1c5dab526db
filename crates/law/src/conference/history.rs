//! What was done to a provision, kept as it was received: an agreement that a later one replaces, a
//! confirmation that came before it, a package that was dissolved are not lost.

use alloc::collections::BTreeMap;
use alloc::string::String;

use sponsio_record::{ActId, Digest, Instant, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::conference::{Agreed, Agreement, Conference, Corrigendum, Decision, Period, Place};

/// One thing that was done to a provision, in one language where it concerns one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The act.
    pub of: ActId,
    /// When it was received.
    pub at: Instant,
    /// Where.
    pub place: Place,
    /// What.
    pub what: Happening,
}

/// What was done to a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// A revision gave it other words, or took them away.
    Revised {
        /// The revision.
        revision: Digest,
        /// What it says since then; `None` where there is no longer a text.
        content: Option<Digest>,
    },
    /// It was agreed, perhaps *ad referendum* or in a package.
    Agreed(Agreed),
    /// It was reopened.
    Reopened {
        /// Why.
        reason: String,
        /// How that was decided.
        decision: Decision,
    },
    /// A delegation confirmed or refused what was agreed *ad referendum*.
    Answered {
        /// Who.
        by: ParticipantId,
        /// Whether it confirmed.
        confirmed: bool,
    },
    /// The chair gave a delegation that refused a period to table its text.
    PeriodSet {
        /// Whom.
        by: ParticipantId,
        /// Until when.
        until: Instant,
    },
    /// It was bound together with others.
    Bound {
        /// The package.
        package: String,
    },
    /// Its package was dissolved.
    Dissolved {
        /// The package.
        package: String,
        /// Why.
        reason: String,
    },
    /// Its translation was reviewed or certified.
    Reviewed {
        /// The language that it follows.
        from: Language,
        /// Who reviewed it.
        reviewer: String,
        /// Whether it is certified.
        certified: bool,
    },
    /// A correction of the adopted text was proposed.
    Correction(Corrigendum),
}

impl Conference {
    /// Returns what was done to a provision, in the order of receipt.
    pub fn history(&self, provision: ProvisionId) -> impl Iterator<Item = &Event> {
        let events = self.history.iter();
        events.filter(move |event| event.place.provision == provision)
    }

    /// Returns the conference with its text, agreements and packages as they stood at an instant.
    pub(crate) fn as_of(&self, at: Instant) -> Self {
        let mut then = self.clone();
        then.contents.clear();
        then.agreements.clear();
        then.packages.retain(|_, package| package.at <= at);
        for package in then.packages.values_mut() {
            package.dissolved = package.dissolved.filter(|on| *on <= at);
        }
        for event in self.history.iter().filter(|event| event.at <= at) {
            then.happened(event);
        }
        then
    }

    /// Folds an event into contents and agreements.
    fn happened(&mut self, event: &Event) {
        let place = &event.place;
        let agreement = self.agreements.get_mut(place);
        match (&event.what, agreement) {
            (Happening::Revised { content, .. }, _) => match content {
                Some(content) => drop(self.contents.insert(place.clone(), *content)),
                None => drop(self.contents.remove(place)),
            },
            (Happening::Agreed(agreed), _) => {
                let agreement = Agreement {
                    id: event.of,
                    at: event.at,
                    agreed: agreed.clone(),
                    answers: BTreeMap::new(),
                    periods: BTreeMap::new(),
                    reopened: None,
                };
                self.agreements.insert(place.clone(), agreement);
            }
            (Happening::Reopened { .. }, Some(agreement)) => agreement.reopened = Some(event.at),
            (Happening::Answered { by, confirmed }, Some(agreement)) => {
                let answer = (*confirmed, event.at);
                agreement.answers.insert(by.clone(), answer);
            }
            (Happening::PeriodSet { by, until }, Some(agreement)) => {
                let period = Period {
                    from: event.at,
                    until: *until,
                };
                agreement.periods.insert(by.clone(), period);
            }
            _ => {}
        }
    }

    pub(crate) fn note(&mut self, (of, at): (ActId, Instant), place: &Place, what: Happening) {
        self.history.push(Event {
            of,
            at,
            place: place.clone(),
            what,
        });
    }
}
