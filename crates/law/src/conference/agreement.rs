//! Agreement on a provision: an act that names place, revision and content. That a text holds no
//! brackets is computed and means nothing by itself; *agreed* is somebody's word.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Draft, FieldError, Fields, Instant, ParticipantId, Value};
use sponsio_text::{Language, ProvisionId};

use crate::conference::deed::{Deed, Form, list, owned, participant, place};
use crate::conference::{
    Conference, Decision, Doing, Ground, Happening, Period, Place, ReferendumState, SilenceObject,
};

/// A provision is agreed in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// Where.
    pub place: Place,
    /// The revision.
    pub revision: Digest,
    /// What the revision says there.
    pub content: Digest,
    /// The package in which it is agreed: nothing of it is until everything is.
    pub package: Option<String>,
    /// Who has still to confirm.
    pub ad_referendum: BTreeSet<ParticipantId>,
    /// Until when they confirm.
    pub until: Option<Instant>,
    /// How it was agreed.
    pub decision: Decision,
}

/// An agreed provision is reopened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopened {
    /// Where.
    pub place: Place,
    /// Why.
    pub reason: String,
    /// How that was decided; the rules of procedure say what it needs.
    pub decision: Decision,
}

/// An agreement as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The act that agreed.
    pub id: ActId,
    /// When.
    pub at: Instant,
    /// What it says.
    pub agreed: Agreed,
    /// The answers of those who have to confirm, each with its instant.
    pub answers: BTreeMap<ParticipantId, (bool, Instant)>,
    /// The periods in which delegations that refused table their texts.
    pub periods: BTreeMap<ParticipantId, Period>,
    /// Since when it is reopened.
    pub reopened: Option<Instant>,
}

/// How a provision stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is agreed, since this instant: that of the act, or of the last confirmation.
    Agreed(Instant),
    /// It is agreed subject to the confirmation of these.
    AdReferendum(BTreeSet<ParticipantId>),
    /// It is agreed as part of this package, of which something is still open.
    InPackage(String),
    /// Its confirmation was refused or did not come: it is open again.
    Refused(ParticipantId),
    /// It is reopened, or its package was dissolved.
    Reopened,
    /// The text says something else than what was agreed.
    Stale,
}

impl Deed for Agreed {
    const KIND: &'static str = "provision-agreed";

    fn write(&self, form: &mut Form) {
        form.place(&self.place);
        form.digest("revision", &self.revision);
        form.digest("content", &self.content);
        form.some("package", self.package.as_ref(), |name| {
            Draft::text(name.clone())
        });
        form.names("ad_referendum", &self.ad_referendum);
        form.some("until", self.until.as_ref(), |until| Draft::instant(*until));
        self.decision.write(form);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            place: place(fields)?,
            revision: fields.required("revision", Value::digest)?,
            content: fields.required("content", Value::digest)?,
            package: fields.optional("package", owned)?,
            ad_referendum: list(fields, "ad_referendum", participant)?
                .into_iter()
                .collect(),
            until: fields.optional("until", Value::instant)?,
            decision: fields.required("decision", Decision::read)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if conference.revision != Some(self.revision) {
            return Err(Ground::RevisionMoved {
                stated: Some(self.revision),
                present: conference.revision,
            });
        }
        if *conference.text_at(&self.place)? != self.content {
            return Err(Ground::OtherContent(self.place.clone()));
        }
        if let Some(Standing::Agreed(_) | Standing::AdReferendum(_) | Standing::InPackage(_)) =
            conference.standing(&self.place, doing.at)
        {
            return Err(Ground::ProvisionAgreed {
                provision: self.place.provision,
                language: self.place.language.clone(),
            });
        }
        let contested = conference.live_on(self.place.provision);
        if !contested.is_empty() {
            return Err(Ground::StillContested(contested));
        }
        let reserved = conference.open_reservations(Some(&self.place));
        if !reserved.is_empty() {
            return Err(Ground::ReservationOpen(reserved));
        }
        conference.heard(&self.place, doing.at)?;
        for code in &self.ad_referendum {
            conference.seated(code)?;
        }
        if let Some(until) = self.until
            && until <= doing.at
        {
            return Err(Ground::NotLater(until));
        }
        if let Some(name) = &self.package {
            conference.member_of_package(name, &self.place)?;
        }
        let object = SilenceObject::Provision(self.place.clone());
        conference.decided(&self.decision, conference.convened.rules.adoption, &object)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let what = Happening::Agreed(self.clone());
        conference.note((doing.id, doing.at), &self.place, what);
        let agreement = Agreement {
            id: doing.id,
            at: doing.at,
            agreed: self.clone(),
            answers: BTreeMap::new(),
            periods: BTreeMap::new(),
            reopened: None,
        };
        conference.agreements.insert(self.place.clone(), agreement);
    }
}

impl Deed for Reopened {
    const KIND: &'static str = "provision-reopened";

    fn write(&self, form: &mut Form) {
        form.place(&self.place);
        form.text("reason", &self.reason);
        self.decision.write(form);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            place: place(fields)?,
            reason: fields.required("reason", owned)?,
            decision: fields.required("decision", Decision::read)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if self.reason.trim().is_empty() {
            return Err(Ground::NoReason);
        }
        match conference.standing(&self.place, doing.at) {
            None | Some(Standing::Reopened | Standing::Refused(_)) => {
                return Err(Ground::NotAgreed(self.place.clone()));
            }
            Some(_) => {}
        }
        let object = SilenceObject::Provision(self.place.clone());
        conference.decided(&self.decision, conference.convened.rules.reopening, &object)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let what = Happening::Reopened {
            reason: self.reason.clone(),
            decision: self.decision.clone(),
        };
        conference.note((doing.id, doing.at), &self.place, what);
        if let Some(agreement) = conference.agreements.get_mut(&self.place) {
            agreement.reopened = Some(doing.at);
        }
    }
}

impl Conference {
    /// Returns the agreements by place, the last one of each.
    pub fn agreements(&self) -> impl Iterator<Item = (&Place, &Agreement)> {
        self.agreements.iter()
    }

    /// Returns how a place stands at an instant; `None` where it was never agreed.
    pub fn standing(&self, place: &Place, at: Instant) -> Option<Standing> {
        let agreement = self.agreements.get(place)?;
        Some(match self.by_itself(agreement, at) {
            Standing::Agreed(since) => match &agreement.agreed.package {
                None => Standing::Agreed(since),
                Some(name) => self.within_package(name, since, at),
            },
            other => other,
        })
    }

    /// How an agreement stands if it were in no package.
    pub(crate) fn by_itself(&self, agreement: &Agreement, at: Instant) -> Standing {
        if agreement.reopened.is_some_and(|reopened| reopened <= at) {
            return Standing::Reopened;
        }
        if self.content(&agreement.agreed.place) != Some(&agreement.agreed.content) {
            return Standing::Stale;
        }
        let mut waiting = BTreeSet::new();
        let mut since = agreement.at;
        for code in &agreement.agreed.ad_referendum {
            match self.referendum(agreement, code, at) {
                ReferendumState::Confirmed(on) => since = since.max(on),
                ReferendumState::Refused(_) | ReferendumState::Lapsed(_) => {
                    return Standing::Refused(code.clone());
                }
                ReferendumState::Given => drop(waiting.insert(code.clone())),
            }
        }
        if waiting.is_empty() {
            Standing::Agreed(since)
        } else {
            Standing::AdReferendum(waiting)
        }
    }

    /// Returns a language in which a provision is agreed, so that a proposal on it is refused (T501).
    pub(crate) fn agreed_language(&self, provision: ProvisionId, at: Instant) -> Option<Language> {
        let mut places = self.agreements.keys();
        let place = places.find(|place| {
            place.provision == provision
                && matches!(
                    self.standing(place, at),
                    Some(Standing::Agreed(_) | Standing::AdReferendum(_) | Standing::InPackage(_))
                )
        });
        place.map(|place| place.language.clone())
    }

    /// Returns the live proposals that touch a provision, as far as their papers are at hand.
    pub fn live_on(&self, provision: ProvisionId) -> Vec<ActId> {
        let live = self.proposals.iter().filter(|one| one.end.is_none());
        live.filter(|proposal| {
            let paper = proposal.paper.as_ref();
            paper.is_some_and(|paper| paper.touched().contains(&provision))
        })
        .map(|proposal| proposal.id)
        .collect()
    }
}
