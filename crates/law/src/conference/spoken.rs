//! What a statement says: who spoke, in which capacity, when, where, to whom, and the words themselves,
//! verbatim and with their places in the source.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use sponsio_record::{ActId, ConferenceId, Draft, FieldError, Fields, ParticipantId, Value};
use sponsio_text::report::unmarked;

use crate::calendar::Date;
use crate::conference::deed::{Form, conference_id, flag, list, owned, participant, said, strings};
use crate::conference::rules::words;
use crate::conference::{Capacity, RecordGround};
use crate::filing::date;

words! {
    /// What a statement is, by what it does.
    StatementKind {
        /// It gives an assurance; denying one's own hostile intent is one.
        Assurance = "assurance",
        /// It says that its speaker is ready to give one: an offer.
        Readiness = "readiness",
        /// It proposes.
        Proposal = "proposal",
        /// It denies.
        Denial = "denial",
        /// It accuses.
        Accusation = "accusation",
        /// It makes something depend on something.
        Condition = "condition",
        /// It tells of a meeting or of its result.
        Report = "report",
        /// Something else.
        Other = "other",
    }
}

/// What a statement says; a paper until its second reader confirms it.
#[derive(Clone, PartialEq, Eq)]
pub struct Statement {
    /// The conference.
    pub conference: ConferenceId,
    /// The mark of the act that records it.
    pub act: ActId,
    /// The source.
    pub source: ActId,
    /// Who spoke, as the source gives the name.
    pub speaker: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// The office in the words of the source; empty if it gives none.
    pub office: String,
    /// For which participant of the register, if for one.
    pub party: Option<ParticipantId>,
    /// The day on which it was said, if that is known.
    pub date: Option<Date>,
    /// Where; empty if that is not known.
    pub place: String,
    /// On what occasion; empty if that is not known.
    pub occasion: String,
    /// To whom, as the source says.
    pub audience: Vec<String>,
    /// What it is.
    pub kind: StatementKind,
    /// The words, in the order of the source.
    pub quotes: Vec<Quote>,
    /// Whom it accuses, as the source names them; with an accusation and only then.
    pub accused: Vec<String>,
    /// Why the attribution is doubtful; empty if it is not.
    pub doubtful: String,
}

/// Words of a source at their place.
#[derive(Clone, PartialEq, Eq)]
pub struct Quote {
    /// The first byte in the source.
    pub start: u64,
    /// The words, verbatim.
    pub text: String,
    /// The stretch of the source as it stands there, of HTML whose markup parts the words: "We <b>will</b>
    /// not". Empty where the words are the stretch.
    pub written: String,
    /// Whether they are the speaker's own, in quotation marks; otherwise the report tells them.
    pub direct: bool,
}

/// Where words stand in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordsAt {
    /// Which passage it is, from 0.
    pub quote: u64,
    /// The first byte within the passage.
    pub start: u64,
    /// How many bytes there are.
    pub bytes: u64,
}

impl fmt::Debug for Statement {
    /// Names the act only: what is not confirmed never reaches a message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Statement")
            .field("act", &self.act)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Quote {
    /// Names the place only: what is not confirmed never reaches a message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quote")
            .field("start", &self.start)
            .finish_non_exhaustive()
    }
}

impl Quote {
    /// Returns the first byte of the source after the words.
    pub fn end(&self) -> u64 {
        self.start.saturating_add(self.stretch().len() as u64)
    }

    /// Returns the stretch of the source: the words, or the words with the markup of the source.
    pub fn stretch(&self) -> &str {
        match self.written.as_str() {
            "" => &self.text,
            written => written,
        }
    }

    /// Whether it stands in these bytes, letter for letter; of HTML, without the markup.
    fn stands_in(&self, source: &[u8]) -> bool {
        let place = usize::try_from(self.start).ok();
        let rest = place.and_then(|start| source.get(start..));
        let is_there = rest.is_some_and(|rest| rest.starts_with(self.stretch().as_bytes()));
        is_there
            && (self.written.is_empty() || {
                let source = core::str::from_utf8(source).unwrap_or_default();
                unmarked(source, &self.written).as_ref() == Some(&self.text)
            })
    }

    fn draft(&self) -> Draft {
        let mut form = Form::default();
        form.draft("start", Draft::count(self.start));
        form.text("text", &self.text);
        form.flag("direct", self.direct);
        form.said("written", &self.written);
        Draft::object(form.0)
    }

    fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let quote = Self {
            start: fields.required("start", Value::count)?,
            text: fields.required("text", owned)?,
            direct: flag(&mut fields, "direct")?,
            written: said(&mut fields, "written")?,
        };
        fields.finish()?;
        Ok(quote)
    }
}

impl WordsAt {
    pub(crate) fn draft(&self) -> Draft {
        let mut form = Form::default();
        form.draft("quote", Draft::count(self.quote));
        form.draft("start", Draft::count(self.start));
        form.draft("bytes", Draft::count(self.bytes));
        Draft::object(form.0)
    }

    pub(crate) fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let at = Self {
            quote: fields.required("quote", Value::count)?,
            start: fields.required("start", Value::count)?,
            bytes: fields.required("bytes", Value::count)?,
        };
        fields.finish()?;
        Ok(at)
    }
}

impl Statement {
    /// Whether each passage stands in these bytes, letter for letter, at its place.
    pub fn verbatim(&self, source: &[u8]) -> Result<(), RecordGround> {
        for quote in &self.quotes {
            if !quote.stands_in(source) {
                return Err(RecordGround::NotVerbatim(quote.start));
            }
        }
        Ok(())
    }

    /// Returns where these words stand first in its passages; nowhere, if they say nothing.
    pub fn place_of(&self, words: &str) -> Option<WordsAt> {
        let count = |number: usize| u64::try_from(number).ok();
        let passages = self.quotes.iter().enumerate();
        let mut found =
            passages.filter_map(|(passage, quote)| Some((passage, quote.text.find(words)?)));
        let (passage, start) = found.next().filter(|_| !words.trim().is_empty())?;
        Some(WordsAt {
            quote: count(passage)?,
            start: count(start)?,
            bytes: count(words.len())?,
        })
    }

    /// Returns the words at a place, if some stand there.
    pub fn words_at(&self, at: WordsAt) -> Option<&str> {
        let count = |number: u64| usize::try_from(number).ok();
        let passage = self.quotes.get(count(at.quote)?)?;
        let end = at.start.checked_add(at.bytes)?;
        let words = passage.text.get(count(at.start)?..count(end)?)?;
        (!words.trim().is_empty()).then_some(words)
    }

    /// What a statement must say, whatever its source.
    pub(crate) fn examine(&self) -> Result<(), RecordGround> {
        if self.quotes.is_empty() {
            return Err(RecordGround::NoWords);
        }
        if self.capacity == Capacity::Unknown && self.doubtful.is_empty() {
            return Err(RecordGround::NoCapacity);
        }
        if (self.kind == StatementKind::Accusation) == self.accused.is_empty() {
            return Err(RecordGround::NobodyAccused);
        }
        Ok(())
    }

    pub(crate) fn write_into(&self, form: &mut Form) {
        form.named("source", &self.source);
        form.text("speaker", &self.speaker);
        form.text("capacity", self.capacity.label());
        form.said("office", &self.office);
        form.some("party", self.party.as_ref(), |code| {
            Draft::text(alloc::format!("{code}"))
        });
        form.some("date", self.date.as_ref(), |day| {
            Draft::text(alloc::format!("{day}"))
        });
        form.said("place", &self.place);
        form.said("occasion", &self.occasion);
        form.names("audience", &self.audience);
        form.text("sort", self.kind.label());
        form.list("quotes", &self.quotes, Quote::draft);
        form.names("accused", &self.accused);
        form.said("doubtful", &self.doubtful);
    }

    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            conference: fields.required("conference", conference_id)?,
            act: fields.required("act", Value::act_id)?,
            source: fields.required("source", Value::act_id)?,
            speaker: fields.required("speaker", owned)?,
            capacity: fields.required("capacity", Capacity::read)?,
            office: said(fields, "office")?,
            party: fields.optional("party", participant)?,
            date: fields.optional("date", date)?,
            place: said(fields, "place")?,
            occasion: said(fields, "occasion")?,
            audience: strings(fields, "audience")?,
            kind: fields.required("sort", StatementKind::read)?,
            quotes: list(fields, "quotes", Quote::read)?,
            accused: strings(fields, "accused")?,
            doubtful: said(fields, "doubtful")?,
        })
    }
}
