//! Levels: as what a statement is held. Every statement begins as the report of one. Software raises
//! nothing; an act with its grounds does, and each view is kept beside the others (GUA-6; VCLT 2(1)(a);
//! ILC Guiding Principles 2006). What follows, from the text proposed to force, are acts of their own.

use alloc::collections::BTreeMap;
use alloc::string::String;

use sponsio_record::{ActId, Draft, FieldError, Fields, Instant, ParticipantId};

use crate::conference::deed::{Deed, Form, act, owned, participant};
use crate::conference::rules::words;
use crate::conference::{
    Actor, Conference, Doing, Ground, RecordGround, RecordedStatement, StatementKind,
};

words! {
    /// As what a statement is held.
    Level {
        /// The report of a statement.
        Report = "report",
        /// A statement of a person with capacity.
        WithCapacity = "with-capacity",
        /// A unilateral assurance, held to bind its author.
        UnilateralAssurance = "unilateral-assurance",
        /// Readiness to give an assurance: an offer.
        Readiness = "readiness",
    }
}

/// A statement is held to be at a level, on grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelGiven {
    /// The statement.
    pub of: ActId,
    /// As what it is held.
    pub level: Level,
    /// Why.
    pub grounds: String,
    /// Whose view that is; none for the record's.
    pub view: Option<ParticipantId>,
}

/// A level that a statement was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelChange {
    /// The act.
    pub id: ActId,
    /// When.
    pub at: Instant,
    /// What was given.
    pub given: LevelGiven,
}

impl Deed for LevelGiven {
    const KIND: &'static str = "statement-level";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.text("level", self.level.label());
        form.text("grounds", &self.grounds);
        form.some("participant", self.view.as_ref(), |code| {
            Draft::text(alloc::format!("{code}"))
        });
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            level: fields.required("level", Level::read)?,
            grounds: fields.required("grounds", owned)?,
            view: fields.optional("participant", participant)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        self.view
            .as_ref()
            .map_or(Actor::Presidency, Actor::Delegation)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        if let Some(code) = &self.view {
            conference.seated(code)?;
        }
        let (held, said) = conference.confirmed(self.of)?;
        if self.grounds.trim().is_empty() {
            return Err(Ground::NoReason);
        }
        let present = held.level(self.view.as_ref());
        if present == self.level {
            return Err(RecordGround::SameLevel(self.of).into());
        }
        let of = self.of;
        let may = match (self.level, said.kind) {
            (Level::Report, _) | (Level::Readiness, StatementKind::Readiness) => Ok(()),
            (_, StatementKind::Readiness) if self.level == Level::UnilateralAssurance => {
                Err(RecordGround::ReadinessIsAnOffer(of))
            }
            (Level::Readiness, _) => Err(RecordGround::OtherKind(of)),
            (Level::UnilateralAssurance, kind) if kind != StatementKind::Assurance => {
                Err(RecordGround::NotAnAssurance(of))
            }
            (Level::WithCapacity | Level::UnilateralAssurance, _) => {
                if !said.doubtful.is_empty() {
                    Err(RecordGround::DoubtfulAttribution(of))
                } else if !said.capacity.may_declare() {
                    Err(RecordGround::NoCapacity)
                } else if self.level == Level::UnilateralAssurance && present != Level::WithCapacity
                {
                    Err(RecordGround::LevelSkipped(of))
                } else {
                    Ok(())
                }
            }
        };
        Ok(may?)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(statement) = conference.statement_mut(self.of) {
            statement.levels.push(LevelChange {
                id: doing.id,
                at: doing.at,
                given: self.clone(),
            });
        }
    }
}

impl RecordedStatement {
    /// Returns at which level it is held in a view; a view that says nothing is the record's.
    pub fn level(&self, view: Option<&ParticipantId>) -> Level {
        let last = |view: Option<&ParticipantId>| {
            let mut levels = self.levels.iter().rev();
            levels.find(|change| change.given.view.as_ref() == view)
        };
        last(view)
            .or_else(|| last(None))
            .map_or(Level::Report, |change| change.given.level)
    }

    /// Returns the views that differ from that of the record, each with its level.
    pub fn other_views(&self) -> BTreeMap<&ParticipantId, Level> {
        let record = self.level(None);
        let views = self
            .levels
            .iter()
            .filter_map(|change| change.given.view.as_ref());
        views
            .map(|view| (view, self.level(Some(view))))
            .filter(|(_, level)| *level != record)
            .collect()
    }
}
