//! The silence procedure: a decision is taken if nobody objects in writing before an instant. (Model:
//! OSCE Rules of Procedure 2006, Annex 1(A).)
//!
//! An objection counts if it is *received* strictly before the expiry; one that comes at the instant or
//! after is recorded as late and has no effect. Broken is final. The text is frozen: any change
//! withdraws the procedure.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Draft, FieldError, Fields, Instant, ParticipantId, Value};

use crate::conference::deed::{Deed, Form, act, flag, owned, participant, place};
use crate::conference::rules::words;
use crate::conference::{Actor, Conference, Doing, Ground, Place, RevisionMade, SilenceExtension};

/// On what silence is asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SilenceObject {
    /// The adoption of the text.
    Adoption,
    /// A provision as it stands.
    Provision(Place),
    /// Another decision, in words.
    Decision(String),
}

/// A silence procedure starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilenceStarted {
    /// On what.
    pub on: SilenceObject,
    /// The digest of the text: the revision, the content of the provision, or the decision.
    pub text: Digest,
    /// The instant at which it expires.
    pub expires: Instant,
    /// The meeting at which it was announced.
    pub meeting: String,
}

/// An objection or amendment reaches the chair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The procedure.
    pub of: ActId,
    /// Who objects.
    pub participant: ParticipantId,
    /// The proposal that the amendment became.
    pub amendment: Option<ActId>,
    /// Whether it was said and not written: then it is noted and breaks nothing.
    pub oral: bool,
}

/// The expiry is moved, where the rules of procedure allow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilenceExtended {
    /// The procedure.
    pub of: ActId,
    /// The new expiry.
    pub expires: Instant,
}

/// The chair withdraws the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilenceWithdrawn {
    /// The procedure.
    pub of: ActId,
    /// Why.
    pub reason: String,
}

/// A statement is attached to the decision; it does not undo it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The procedure.
    pub of: ActId,
    /// Whose statement it is.
    pub participant: ParticipantId,
    /// What it is.
    pub sort: Attachment,
    /// The digest of its words.
    pub text: Digest,
}

words! {
    /// What is attached to a decision under silence.
    Attachment {
        /// How a delegation understands it.
        InterpretativeStatement = "interpretative-statement",
        /// A formal reservation.
        FormalReservation = "formal-reservation",
    }
}

/// The chair records that the procedure ran out unbroken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilenceConcluded {
    /// The procedure.
    pub of: ActId,
}

/// The decision is announced at the next meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilenceAnnounced {
    /// The procedure.
    pub of: ActId,
    /// The meeting.
    pub meeting: String,
}

/// How a silence procedure stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SilenceState {
    /// It runs until this instant.
    Running(Instant),
    /// It was broken.
    Broken {
        /// By whom first.
        by: ParticipantId,
        /// When the objection was received.
        at: Instant,
    },
    /// It was withdrawn at this instant.
    Withdrawn(Instant),
    /// The decision is taken, as of the instant of expiry.
    Adopted(Instant),
}

/// A silence procedure as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// What it was started with.
    pub started: SilenceStarted,
    /// When it was started.
    pub at: Instant,
    /// When it expires.
    pub expires: Instant,
    /// The objections in the order of receipt, late ones included.
    pub objections: Vec<(Objection, Instant)>,
    /// The statements, late ones included.
    pub attached: Vec<(Attached, Instant)>,
    /// When and why it was withdrawn.
    pub withdrawn: Option<(Instant, String)>,
    /// When its outcome was recorded.
    pub concluded: Option<Instant>,
    /// At which meeting the decision was announced, and when.
    pub announced: Option<(String, Instant)>,
}

impl Objection {
    /// Whether it breaks a silence that expires at an instant, if it was received at another.
    fn breaks(&self, received: Instant, expires: Instant) -> bool {
        !self.oral && received < expires
    }
}

impl Silence {
    /// Returns how it stands at an instant.
    pub fn state(&self, now: Instant) -> SilenceState {
        let mut objections = self.objections.iter();
        if let Some((objection, at)) =
            objections.find(|(one, at)| one.breaks(*at, self.expires) && *at <= now)
        {
            return SilenceState::Broken {
                by: objection.participant.clone(),
                at: *at,
            };
        }
        match &self.withdrawn {
            Some((at, _)) if *at <= now => SilenceState::Withdrawn(*at),
            _ if now < self.expires => SilenceState::Running(self.expires),
            _ => SilenceState::Adopted(self.expires),
        }
    }

    /// Returns the written objections that came at or after the expiry: recorded, without effect.
    pub fn late(&self) -> impl Iterator<Item = &(Objection, Instant)> {
        let written = self.objections.iter().filter(|(one, _)| !one.oral);
        written.filter(|(_, at)| *at >= self.expires)
    }

    /// Returns the statements that are attached to the decision: those received before the expiry.
    pub fn statements(&self) -> impl Iterator<Item = &Attached> {
        let attached = self.attached.iter();
        attached
            .filter(|(_, at)| *at < self.expires)
            .map(|(attached, _)| attached)
    }
}

impl Deed for SilenceStarted {
    const KIND: &'static str = "silence-started";

    fn write(&self, form: &mut Form) {
        match &self.on {
            SilenceObject::Adoption => form.text("on", "adoption"),
            SilenceObject::Provision(place) => {
                form.text("on", "provision");
                form.place(place);
            }
            SilenceObject::Decision(words) => {
                form.text("on", "decision");
                form.text("decision", words);
            }
        }
        form.digest("text", &self.text);
        form.draft("expires", Draft::instant(self.expires));
        form.text("meeting", &self.meeting);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        let on = match fields.required("on", Value::ascii)? {
            "adoption" => SilenceObject::Adoption,
            "provision" => SilenceObject::Provision(place(fields)?),
            "decision" => SilenceObject::Decision(fields.required("decision", owned)?),
            _ => {
                return fields.required("on", |value| {
                    Err(value.wrong("adoption, provision or decision"))
                });
            }
        };
        Ok(Self {
            on,
            text: fields.required("text", Value::digest)?,
            expires: fields.required("expires", Value::instant)?,
            meeting: fields.required("meeting", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if self.expires <= doing.at {
            return Err(Ground::NotLater(self.expires));
        }
        let text = match &self.on {
            SilenceObject::Adoption => conference.revision,
            SilenceObject::Provision(place) => Some(*conference.text_at(place)?),
            SilenceObject::Decision(words) => Some(Digest::of(words.as_bytes())),
        };
        if text != Some(self.text) {
            return Err(Ground::OtherText);
        }
        let mut silences = conference.silences.values();
        let running = silences.any(|other| {
            other.started.on == self.on && matches!(other.state(doing.at), SilenceState::Running(_))
        });
        if running {
            return Err(Ground::SilenceRuns);
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let silence = Silence {
            started: self.clone(),
            at: doing.at,
            expires: self.expires,
            objections: Vec::new(),
            attached: Vec::new(),
            withdrawn: None,
            concluded: None,
            announced: None,
        };
        conference.silences.insert(doing.id, silence);
    }
}

impl Deed for Objection {
    const KIND: &'static str = "silence-objection";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.some("amendment", self.amendment.as_ref(), |of| {
            Draft::text(alloc::format!("{of}"))
        });
        form.flag("oral", self.oral);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            amendment: fields.optional("amendment", Value::act_id)?,
            oral: flag(fields, "oral")?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    /// A late objection is received too: it is recorded, and has no effect.
    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.entitled(&self.participant)?;
        if let Some(of) = self.amendment {
            conference.existing(of)?;
        }
        let silence = conference.existing_silence(self.of)?;
        match silence.state(doing.at) {
            SilenceState::Withdrawn(at) => Err(Ground::SilenceOver(at)),
            _ => Ok(()),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(silence) = conference.silences.get_mut(&self.of) {
            silence.objections.push((self.clone(), doing.at));
        }
    }
}

impl Deed for SilenceExtended {
    const KIND: &'static str = "silence-extended";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.draft("expires", Draft::instant(self.expires));
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            expires: fields.required("expires", Value::instant)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        if conference.convened.rules.silence_extension == SilenceExtension::None {
            return Err(Ground::NoExtension);
        }
        let expires = conference.running_silence(self.of, doing.at)?.expires;
        if self.expires <= expires {
            return Err(Ground::NotLater(self.expires));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, _: &Doing) {
        if let Some(silence) = conference.silences.get_mut(&self.of) {
            silence.expires = self.expires;
        }
    }
}

impl Deed for SilenceWithdrawn {
    const KIND: &'static str = "silence-withdrawn";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.text("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            reason: fields.required("reason", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.running_silence(self.of, doing.at).map(drop)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(silence) = conference.silences.get_mut(&self.of) {
            silence.withdrawn = Some((doing.at, self.reason.clone()));
        }
    }
}

impl Deed for Attached {
    const KIND: &'static str = "silence-attached";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.text("sort", self.sort.label());
        form.digest("text", &self.text);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            sort: fields.required("sort", Attachment::read)?,
            text: fields.required("text", Value::digest)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        match conference.existing_silence(self.of)?.state(doing.at) {
            SilenceState::Withdrawn(at) | SilenceState::Broken { at, .. } => {
                Err(Ground::SilenceOver(at))
            }
            SilenceState::Running(_) | SilenceState::Adopted(_) => Ok(()),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(silence) = conference.silences.get_mut(&self.of) {
            silence.attached.push((self.clone(), doing.at));
        }
    }
}

impl Deed for SilenceConcluded {
    const KIND: &'static str = "silence-concluded";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        let silence = conference.existing_silence(self.of)?;
        match (silence.state(doing.at), silence.concluded) {
            (SilenceState::Adopted(_), None) => Ok(()),
            (SilenceState::Adopted(_), Some(at))
            | (SilenceState::Withdrawn(at) | SilenceState::Broken { at, .. }, _) => {
                Err(Ground::SilenceOver(at))
            }
            (SilenceState::Running(expires), _) => Err(Ground::StillRuns(expires)),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(silence) = conference.silences.get_mut(&self.of) {
            silence.concluded = Some(doing.at);
        }
    }
}

impl Deed for SilenceAnnounced {
    const KIND: &'static str = "silence-announced";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.text("meeting", &self.meeting);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            meeting: fields.required("meeting", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let silence = conference.existing_silence(self.of)?;
        if silence.concluded.is_none() {
            return Err(Ground::StillRuns(silence.expires));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(silence) = conference.silences.get_mut(&self.of) {
            silence.announced = Some((self.meeting.clone(), doing.at));
        }
    }
}

impl Conference {
    /// Returns the silence procedures by their marks.
    pub fn silences(&self) -> impl Iterator<Item = (&ActId, &Silence)> {
        self.silences.iter()
    }

    /// Returns the silence procedure of this mark.
    pub fn silence(&self, of: ActId) -> Option<&Silence> {
        self.silences.get(&of)
    }

    fn existing_silence(&self, of: ActId) -> Result<&Silence, Ground> {
        self.silence(of).ok_or(Ground::NoSuchSilence(of))
    }

    fn running_silence(&self, of: ActId, at: Instant) -> Result<&Silence, Ground> {
        let silence = self.existing_silence(of)?;
        match silence.state(at) {
            SilenceState::Running(_) => Ok(silence),
            SilenceState::Adopted(at)
            | SilenceState::Withdrawn(at)
            | SilenceState::Broken { at, .. } => Err(Ground::SilenceOver(at)),
        }
    }

    /// The decision was taken by this procedure, and on this object.
    pub(crate) fn silence_carried(&self, of: ActId, object: &SilenceObject) -> Result<(), Ground> {
        let silence = self.existing_silence(of)?;
        if silence.started.on != *object {
            return Err(Ground::OtherText);
        }
        match silence.concluded {
            Some(_) => Ok(()),
            None => Err(Ground::StillRuns(silence.expires)),
        }
    }

    /// A change of the text withdraws the procedures over what it changes.
    pub(crate) fn text_changed(&mut self, made: &RevisionMade, doing: &Doing) {
        for silence in self.silences.values_mut() {
            let touched = match &silence.started.on {
                SilenceObject::Adoption => true,
                SilenceObject::Provision(place) => made
                    .changed
                    .iter()
                    .any(|(at, content)| at == place && *content != Some(silence.started.text)),
                SilenceObject::Decision(_) => false,
            };
            if touched && matches!(silence.state(doing.at), SilenceState::Running(_)) {
                silence.withdrawn = Some((doing.at, "the text was changed".into()));
            }
        }
    }
}
