//! Repetitions and answers: what is said again, and what is said to an accusation. A repetition that
//! somebody claims stays claimed until its own source is recorded; nothing is adjudicated.

use alloc::string::String;

use sponsio_record::{ActId, FieldError, Fields, Instant, Value};

use crate::conference::deed::{Deed, Form, act, said};
use crate::conference::proposal::mark;
use crate::conference::{Conference, Doing, Ground, RecordGround, StatementKind};

/// A statement is said to have been made again, or is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// What is repeated.
    pub of: ActId,
    /// The statement that repeats it, from its own source.
    pub statement: Option<ActId>,
    /// The claim that this source bears out.
    pub claim: Option<ActId>,
    /// The statement in which somebody claims that it was repeated.
    pub claimed_in: Option<ActId>,
    /// Who is said to have repeated it; with a claim and only then.
    pub speaker: String,
    /// The words on which the claim rests; with a claim and only then.
    pub words: String,
}

/// A repetition as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repetition {
    /// The act.
    pub id: ActId,
    /// When it was received.
    pub at: Instant,
    /// What was recorded.
    pub repeated: Repeated,
    /// The statement whose source bears the claim out, once there is one.
    pub sourced: Option<ActId>,
}

/// A statement is recorded as the answer to an accusation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replied {
    /// The accusation.
    pub of: ActId,
    /// The statement that answers it.
    pub statement: ActId,
}

impl Deed for Repeated {
    const KIND: &'static str = "statement-repeated";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.some("statement", self.statement.as_ref(), mark);
        form.some("claim", self.claim.as_ref(), mark);
        form.some("claimed_in", self.claimed_in.as_ref(), mark);
        form.said("speaker", &self.speaker);
        form.said("words", &self.words);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            statement: fields.optional("statement", Value::act_id)?,
            claim: fields.optional("claim", Value::act_id)?,
            claimed_in: fields.optional("claimed_in", Value::act_id)?,
            speaker: said(fields, "speaker")?,
            words: said(fields, "words")?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let (_, repeated) = conference.confirmed(self.of)?;
        match (self.statement, self.claimed_in) {
            (None, Some(claimed_in)) => {
                if self.claim.is_some() || self.speaker.trim().is_empty() {
                    return Err(RecordGround::RepetitionForm.into());
                }
                let (_, claiming) = conference.confirmed(claimed_in)?;
                if !claiming.says(&self.words) {
                    return Err(RecordGround::NotItsWords(claimed_in).into());
                }
                conference.not_repeated(self.of, self)
            }
            (Some(statement), None) => {
                if !self.speaker.is_empty() || !self.words.is_empty() || statement == self.of {
                    return Err(RecordGround::RepetitionForm.into());
                }
                let (_, again) = conference.confirmed(statement)?;
                if again.kind != repeated.kind {
                    return Err(RecordGround::OtherKind(statement).into());
                }
                if let Some(claim) = self.claim {
                    conference.bears_out(statement, claim, self.of)?;
                }
                conference.not_repeated(self.of, self)
            }
            _ => Err(RecordGround::RepetitionForm.into()),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let repetitions = &mut conference.dossier.repetitions;
        if let Some(claim) = self.claim
            && let Some(claimed) = repetitions.iter_mut().find(|one| one.id == claim)
        {
            claimed.sourced = self.statement;
        }
        repetitions.push(Repetition {
            id: doing.id,
            at: doing.at,
            repeated: self.clone(),
            sourced: self.statement,
        });
    }
}

impl Deed for Replied {
    const KIND: &'static str = "statement-answered";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("statement", &self.statement);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            statement: act(fields, "statement")?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let (held, accusation) = conference.confirmed(self.of)?;
        if accusation.kind != StatementKind::Accusation {
            return Err(RecordGround::NotAnAccusation(self.of).into());
        }
        if self.statement == self.of {
            return Err(RecordGround::AnswersItself(self.of).into());
        }
        if held
            .replies
            .iter()
            .any(|(reply, _)| *reply == self.statement)
        {
            return Err(RecordGround::RepliesAlready(self.statement).into());
        }
        conference.confirmed(self.statement)?;
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(accusation) = conference.statement_mut(self.of) {
            accusation.replies.push((self.statement, doing.at));
        }
    }
}

impl Conference {
    /// Returns the repetitions of a statement in the order of receipt, claimed and sourced.
    pub fn repetitions(&self, of: ActId) -> impl Iterator<Item = &Repetition> {
        let repetitions = self.dossier.repetitions.iter();
        repetitions.filter(move |repetition| repetition.repeated.of == of)
    }

    /// The claim is one of this statement and has no source of its own; this statement is not that in
    /// which it is claimed, nor of its source.
    fn bears_out(&self, statement: ActId, claim: ActId, of: ActId) -> Result<(), Ground> {
        let found = self.repetitions(of).find(|one| one.id == claim);
        let found = found.and_then(|one| Some((one, one.repeated.claimed_in?)));
        let (claimed, claimed_in) = found.ok_or(RecordGround::NoSuchClaim(claim))?;
        if claimed.sourced.is_some() {
            return Err(RecordGround::SourcedAlready(claim).into());
        }
        let source = |of| self.confirmed(of).ok().map(|(_, said)| said.source);
        if statement == claimed_in || source(statement) == source(claimed_in) {
            return Err(RecordGround::SameSource(statement).into());
        }
        Ok(())
    }

    /// The same statement is not recorded twice as a repetition of the same.
    fn not_repeated(&self, of: ActId, repeated: &Repeated) -> Result<(), Ground> {
        let mut known = self.repetitions(of).map(|one| &one.repeated);
        // A further claim that the same statement bears out is another repetition.
        if known.any(|one| one == repeated) {
            return Err(RecordGround::RepeatedAlready(of).into());
        }
        Ok(())
    }
}
