//! Statements: recorded by a first reader, confirmed by a second. Until then the words lie behind a
//! commitment and nobody but the secretariat reads them; nothing rests on them.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Commitment, Digest, FieldError, Fields, Instant, Value};

use crate::conference::deed::{Deed, Form, act, commitment, owned};
use crate::conference::dossier::not_ahead;
use crate::conference::level::LevelChange;
use crate::conference::{Conference, Doing, Ground, RecordGround, Statement};
use crate::filing::officer;

/// A statement is recorded by its first reader. What it says lies behind the commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRecorded {
    /// Who read the source and answers for the record, by pseudonym.
    pub reader: String,
    /// The commitment to its paper ([`Paper::Statement`](crate::conference::Paper::Statement)).
    pub paper: Commitment,
}

/// A second reader compares a statement with its source and confirms it: it becomes public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementConfirmed {
    /// The statement.
    pub of: ActId,
    /// Who confirms, by pseudonym; not whoever recorded it.
    pub reader: String,
    /// The digest of the record `sponsio.opening/1` that holds salt and paper.
    pub opening: Digest,
    /// The digest of the report with which its words were compared.
    pub report: Digest,
}

/// A second reader does not confirm a statement: it stays sealed, and that it was recorded stays seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementSetAside {
    /// The statement.
    pub of: ActId,
    /// Who sets it aside, by pseudonym.
    pub reader: String,
    /// Why.
    pub reason: String,
}

/// A statement as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedStatement {
    /// Its mark.
    pub id: ActId,
    /// When it was received.
    pub at: Instant,
    /// Who recorded it, by pseudonym.
    pub reader: String,
    /// What it says, where that is at hand.
    pub statement: Option<Statement>,
    /// Who confirmed it, and when.
    pub confirmed: Option<(String, Instant)>,
    /// Who set it aside, when and why.
    pub set_aside: Option<(String, Instant, String)>,
    /// At which levels it was held, by whom, in the order of receipt.
    pub levels: Vec<LevelChange>,
    /// The statements that answer it, each with the instant at which it was recorded as the answer.
    pub replies: Vec<(ActId, Instant)>,
}

impl Deed for StatementRecorded {
    const KIND: &'static str = "statement-recorded";

    fn write(&self, form: &mut Form) {
        form.text("reader", &self.reader);
        form.digest("paper", self.paper.digest());
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            reader: fields.required("reader", officer)?,
            paper: fields.required("paper", commitment)?,
        })
    }

    fn examine(&self, _: &Conference, _: &Doing) -> Result<(), Ground> {
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        // A statement belongs to no round; no round has the empty name.
        conference.seal(doing.id, "", self.paper);
        let dossier = &mut conference.dossier;
        let place = dossier.statements.len();
        dossier.statement_index.insert(doing.id, place);
        dossier.statements.push(RecordedStatement {
            id: doing.id,
            at: doing.at,
            reader: self.reader.clone(),
            statement: None,
            confirmed: None,
            set_aside: None,
            levels: Vec::new(),
            replies: Vec::new(),
        });
    }
}

impl Deed for StatementConfirmed {
    const KIND: &'static str = "statement-confirmed";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.text("reader", &self.reader);
        form.digest("opening", &self.opening);
        form.digest("report", &self.report);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            reader: fields.required("reader", officer)?,
            opening: fields.required("opening", Value::digest)?,
            report: fields.required("report", Value::digest)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.awaits_reader(self.of, &self.reader)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(statement) = conference.statement_mut(self.of) {
            statement.confirmed = Some((self.reader.clone(), doing.at));
        }
    }
}

impl Deed for StatementSetAside {
    const KIND: &'static str = "statement-set-aside";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.text("reader", &self.reader);
        form.text("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            reader: fields.required("reader", officer)?,
            reason: fields.required("reason", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        if self.reason.trim().is_empty() {
            return Err(Ground::NoReason);
        }
        conference.awaits_reader(self.of, &self.reader)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(statement) = conference.statement_mut(self.of) {
            let entry = (self.reader.clone(), doing.at, self.reason.clone());
            statement.set_aside = Some(entry);
        }
    }
}

impl RecordedStatement {
    /// Returns what it says, if its second reader confirmed it.
    pub fn public(&self) -> Option<&Statement> {
        self.statement.as_ref().filter(|_| self.confirmed.is_some())
    }
}

impl Conference {
    /// Returns the statements in the order of receipt.
    pub fn statements(&self) -> &[RecordedStatement] {
        &self.dossier.statements
    }

    /// Returns the statement of this mark.
    pub fn statement(&self, of: ActId) -> Option<&RecordedStatement> {
        let place = *self.dossier.statement_index.get(&of)?;
        self.dossier.statements.get(place)
    }

    pub(crate) fn statement_mut(&mut self, of: ActId) -> Option<&mut RecordedStatement> {
        let place = *self.dossier.statement_index.get(&of)?;
        self.dossier.statements.get_mut(place)
    }

    /// What is about to be sealed as a statement: its source is there, and it says what one says.
    pub(crate) fn examine_statement(
        &self,
        statement: &Statement,
        at: Instant,
    ) -> Result<(), Ground> {
        let source = self.source(statement.source);
        let source = source.ok_or(RecordGround::NoSuchSource(statement.source))?;
        if let Some(date) = statement.date {
            not_ahead(date, at)?;
            if date > source.recorded.date {
                return Err(RecordGround::AfterItsReport(date).into());
            }
        }
        Ok(statement.examine()?)
    }

    /// The statement and what it says: it is confirmed, so that something can rest on it.
    pub(crate) fn confirmed(
        &self,
        of: ActId,
    ) -> Result<(&RecordedStatement, &Statement), RecordGround> {
        let held = self
            .statement(of)
            .ok_or(RecordGround::NoSuchStatement(of))?;
        let said = held.public().ok_or(RecordGround::Unconfirmed(of))?;
        Ok((held, said))
    }

    /// Returns the digest of the report on which a statement rests, as far as its paper is at hand.
    pub fn report_of(&self, of: ActId) -> Option<Digest> {
        let said = self.statement(of)?.statement.as_ref()?;
        Some(self.source(said.source)?.recorded.report)
    }

    /// Compares a statement whose paper is at hand with the report that its confirmation names: it is that
    /// of the source, and the passages stand in it.
    pub(crate) fn compare_with_source(
        &self,
        confirmed: &StatementConfirmed,
        report: &[u8],
    ) -> Result<(), Ground> {
        let of = confirmed.of;
        if self.report_of(of) != Some(confirmed.report) {
            return Err(Ground::OtherPaper(of));
        }
        let said = self.statement(of).and_then(|held| held.statement.as_ref());
        Ok(said.ok_or(Ground::OtherPaper(of))?.verbatim(report)?)
    }

    fn awaits_reader(&self, of: ActId, reader: &str) -> Result<(), Ground> {
        let held = self
            .statement(of)
            .ok_or(RecordGround::NoSuchStatement(of))?;
        if held.confirmed.is_some() {
            return Err(RecordGround::ConfirmedAlready(of).into());
        }
        if held.set_aside.is_some() {
            return Err(RecordGround::SetAsideAlready(of).into());
        }
        if held.reader == reader {
            return Err(RecordGround::SameReader(reader.into()).into());
        }
        Ok(())
    }
}
