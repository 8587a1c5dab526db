//! Repetitions and answers: what is said again, and what is said to an accusation. A repetition that
//! somebody claims stays claimed until its own source is recorded; nothing is adjudicated.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Commitment, Draft, FieldError, Fields, Instant, ParticipantId, Value};

use crate::calendar::Date;
use crate::conference::deed::{Deed, Form, act, commitment, participant, said};
use crate::conference::proposal::mark;
use crate::conference::{
    Conference, Doing, Ground, RecordGround, RecordedStatement, Statement, StatementKind, WordsAt,
};

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
    /// In which office somebody is said to have repeated it, in words; empty if that is not said.
    pub office: String,
    /// For which participant of the register, if for one.
    pub party: Option<ParticipantId>,
    /// The commitment to the name of who is said to have repeated it
    /// ([`Paper::Names`](crate::conference::Paper::Names)).
    pub speaker: Option<Commitment>,
    /// Where the words on which the claim rests stand, in the statement that claims it; with a claim and
    /// only then.
    pub words: Option<WordsAt>,
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
    /// The name of who is said to have repeated it, where whoever reads has it.
    pub speaker: Option<String>,
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
        form.said("office", &self.office);
        form.some("party", self.party.as_ref(), |code| {
            Draft::text(alloc::format!("{code}"))
        });
        form.some("speaker", self.speaker.as_ref(), |name| {
            Draft::digest(name.digest())
        });
        form.some("words", self.words.as_ref(), WordsAt::draft);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            statement: fields.optional("statement", Value::act_id)?,
            claim: fields.optional("claim", Value::act_id)?,
            claimed_in: fields.optional("claimed_in", Value::act_id)?,
            office: said(fields, "office")?,
            party: fields.optional("party", participant)?,
            speaker: fields.optional("speaker", commitment)?,
            words: fields.optional("words", WordsAt::read)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let (_, repeated) = conference.confirmed(self.of)?;
        match (self.statement, self.claimed_in) {
            (None, Some(claimed_in)) => {
                if self.claim.is_some() || !self.says_who() {
                    return Err(RecordGround::RepetitionForm.into());
                }
                let (_, claiming) = conference.confirmed(claimed_in)?;
                let words = self.words.and_then(|at| claiming.words_at(at));
                if words.is_none() {
                    return Err(RecordGround::NotItsWords(claimed_in).into());
                }
                conference.not_repeated(self.of, self)
            }
            (Some(statement), None) => {
                if self.says_who() || self.words.is_some() || statement == self.of {
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
        if let Some(name) = self.speaker {
            conference.seal(doing.id, "", name);
        }
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
            speaker: None,
        });
    }
}

impl Repeated {
    /// Whether it says of anybody that he or she repeated something, by name, office or party.
    fn says_who(&self) -> bool {
        self.speaker.is_some() || self.party.is_some() || !self.office.trim().is_empty()
    }
}

impl Repetition {
    /// Returns the words on which the claim rests, as they stand in the statement that claims it.
    pub fn words<'a>(&self, conference: &'a Conference) -> Option<&'a str> {
        let claiming = conference.statement(self.repeated.claimed_in?)?;
        claiming.public()?.words_at(self.repeated.words?)
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

    /// Returns what else was said for the same participant, or by the same speaker where none is named, as far
    /// as it was confirmed: in the order of the days on which it was said, else published, then of receipt.
    pub fn also_said(&self, of: ActId) -> Vec<&RecordedStatement> {
        let Some(said) = self.statement(of).and_then(RecordedStatement::public) else {
            return Vec::new();
        };
        let is_theirs = |other: &Statement| match (&said.party, &other.party) {
            (Some(one), Some(other)) => one == other,
            _ => said.speaker == other.speaker,
        };
        let mut others: Vec<(Option<Date>, &RecordedStatement)> = self
            .statements()
            .iter()
            .filter(|held| held.id != of)
            .filter_map(|held| Some((held, held.public()?)))
            .filter(|(_, other)| is_theirs(other))
            .map(|(held, other)| (self.said_on(other), held))
            .collect();
        others.sort_by_key(|(day, _)| *day);
        others.into_iter().map(|(_, held)| held).collect()
    }

    /// Returns the day on which a statement was said, else that of its report.
    pub fn said_on(&self, said: &Statement) -> Option<Date> {
        said.date
            .or_else(|| Some(self.source(said.source)?.recorded.date))
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
