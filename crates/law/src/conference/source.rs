//! Sources: dated reports on which statements rest. The log names a report by the digest of its exact
//! bytes; the document is kept beside the log.

use alloc::string::String;

use sponsio_record::{ActId, Digest, Draft, FieldError, Fields, Instant, Value};
use sponsio_text::Language;

use crate::calendar::Date;
use crate::conference::deed::{Deed, Form, flag, language, owned, said};
use crate::conference::dossier::not_ahead;
use crate::conference::{Conference, Doing, Ground, RecordGround};
use crate::filing::date;

/// A dated report is recorded as a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRecorded {
    /// Who published it.
    pub publisher: String,
    /// The day under which it was published.
    pub date: Date,
    /// Its language.
    pub language: Language,
    /// Where it was found; empty if it has no address.
    pub address: String,
    /// The digest of its exact bytes.
    pub report: Digest,
    /// Whether it was made up, with its parties and their words: a fictional source for an exercise.
    pub fictional: bool,
}

/// A source as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its mark.
    pub id: ActId,
    /// When it was received.
    pub at: Instant,
    /// What was recorded.
    pub recorded: SourceRecorded,
}

impl Deed for SourceRecorded {
    const KIND: &'static str = "source-recorded";

    fn write(&self, form: &mut Form) {
        form.text("publisher", &self.publisher);
        form.named("date", &self.date);
        form.text("lang", self.language.as_str());
        form.said("address", &self.address);
        form.draft("report", Draft::digest(&self.report));
        form.flag("fictional", self.fictional);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            publisher: fields.required("publisher", owned)?,
            date: fields.required("date", date)?,
            language: fields.required("lang", language)?,
            address: said(fields, "address")?,
            report: fields.required("report", Value::digest)?,
            fictional: flag(fields, "fictional")?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        not_ahead(self.date, doing.at)?;
        let mut sources = conference.sources().iter();
        match sources.find(|source| source.recorded.report == self.report) {
            Some(source) => Err(RecordGround::SourceExists(source.id).into()),
            None => Ok(()),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.dossier.sources.push(Source {
            id: doing.id,
            at: doing.at,
            recorded: self.clone(),
        });
    }
}

impl Conference {
    /// Returns the sources in the order of receipt.
    pub fn sources(&self) -> &[Source] {
        &self.dossier.sources
    }

    /// Returns the source of this mark.
    pub fn source(&self, of: ActId) -> Option<&Source> {
        self.sources().iter().find(|source| source.id == of)
    }
}
