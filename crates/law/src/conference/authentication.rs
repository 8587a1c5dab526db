//! Authentication of the text (VCLT art. 10): it is established as authentic and definitive, by the
//! procedure agreed or by signature, signature *ad referendum* or initialling.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, FieldError, Fields, Instant, ParticipantId};
use sponsio_text::Language;

use crate::conference::adoption::{read_texts, write_texts};
use crate::conference::deed::{Deed, Form, participant};
use crate::conference::rules::words;
use crate::conference::{Actor, Conference, Doing, Ground};

words! {
    /// How a text is established as authentic and definitive.
    Procedure {
        /// As the text says or the participants agreed (VCLT art. 10(a)).
        AsAgreed = "as-agreed",
        /// By signature (art. 10(b)).
        Signature = "signature",
        /// By signature *ad referendum* (art. 10(b)).
        SignatureAdReferendum = "signature-ad-referendum",
        /// By initialling: every delegation with a vote has initialled (art. 10(b)).
        Initialling = "initialling",
        /// By the Final Act that holds the text (art. 10(b)).
        FinalAct = "final-act",
    }
}

/// A delegation initials the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initialled {
    /// Who.
    pub participant: ParticipantId,
    /// The digest of the text in each language.
    pub texts: BTreeMap<Language, Digest>,
}

/// The text is established as authentic and definitive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authenticated {
    /// How.
    pub procedure: Procedure,
    /// The digest of the text in each language.
    pub texts: BTreeMap<Language, Digest>,
}

/// The authentication as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Authentication {
    /// Who has initialled, and when.
    pub initials: BTreeMap<ParticipantId, Instant>,
    /// When the text was established, by which act and how.
    pub established: Option<(Instant, ActId, Procedure)>,
}

impl Deed for Initialled {
    const KIND: &'static str = "text-initialled";

    fn write(&self, form: &mut Form) {
        form.named("participant", &self.participant);
        write_texts(form, &self.texts);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            participant: fields.required("participant", participant)?,
            texts: read_texts(fields)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.entitled(&self.participant)?;
        conference.adopted_text(&self.texts)?;
        match conference.authentication.initials.get(&self.participant) {
            Some(at) => Err(Ground::InitialledAlready(*at)),
            None => Ok(()),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let initials = &mut conference.authentication.initials;
        initials.insert(self.participant.clone(), doing.at);
    }
}

impl Deed for Authenticated {
    const KIND: &'static str = "text-authenticated";

    fn write(&self, form: &mut Form) {
        form.text("procedure", self.procedure.label());
        write_texts(form, &self.texts);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            procedure: fields.required("procedure", Procedure::read)?,
            texts: read_texts(fields)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.adopted_text(&self.texts)?;
        if let Some((at, ..)) = conference.authentication.established {
            return Err(Ground::AuthenticAlready(at));
        }
        if self.procedure == Procedure::Initialling {
            let missing: Vec<ParticipantId> = conference
                .seats()
                .filter(|(_, seat)| seat.votes)
                .map(|(code, _)| code)
                .filter(|code| !conference.authentication.initials.contains_key(*code))
                .cloned()
                .collect();
            if !missing.is_empty() {
                return Err(Ground::NotInitialled(missing));
            }
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let established = (doing.at, doing.id, self.procedure);
        conference.authentication.established = Some(established);
    }
}

impl Conference {
    /// Returns how the authentication stands.
    pub fn authentication(&self) -> &Authentication {
        &self.authentication
    }

    /// These are the texts that were adopted.
    fn adopted_text(&self, texts: &BTreeMap<Language, Digest>) -> Result<(), Ground> {
        let adoption = self.adoption().ok_or(Ground::NotAdopted)?;
        if adoption.adopted.texts == *texts {
            return Ok(());
        }
        Err(Ground::OtherText)
    }
}
