//! Sources and statements: the report is kept as a document, what was said goes into the drawer, and a
//! second reader's confirmation brings it into the open with the report beside it.

use sponsio_law::calendar::Date;
use sponsio_law::conference::{
    Conference, Names, Paper, Passage, ProvisionDrafted, RecordedStatement, Repeated,
    SourceRecorded, Statement, StatementConfirmed, StatementRecorded, Step,
};
use sponsio_record::{ActId, Commitment, ConferenceId, Digest, ParticipantId};
use sponsio_text::{IdSource as _, IdsOfDigest, Language, ProvisionId};

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal, Unfit};
use crate::store::{Document, Envelope};
use crate::submission::Recorded;

/// What is asked to record a dated report as a source.
#[derive(Debug, Clone)]
pub struct RecordSource {
    /// The conference.
    pub conference: ConferenceId,
    /// Who published it.
    pub publisher: String,
    /// The day under which it was published.
    pub date: Date,
    /// Its language.
    pub language: Language,
    /// Where it was found; empty if it has no address.
    pub address: String,
    /// Whether it was made up for an exercise.
    pub fictional: bool,
    /// The report, byte for byte.
    pub report: Document,
}

/// What is asked to record a statement.
#[derive(Debug, Clone)]
pub struct RecordStatement {
    /// The conference.
    pub conference: ConferenceId,
    /// Who read the source, by pseudonym.
    pub reader: String,
    /// What it says; the desk gives it its mark.
    pub statement: Statement,
}

/// What is asked to confirm a statement.
#[derive(Debug, Clone)]
pub struct ConfirmStatement {
    /// The conference.
    pub conference: ConferenceId,
    /// The statement.
    pub of: ActId,
    /// Who confirms, by pseudonym.
    pub reader: String,
}

/// What is asked to record that somebody claims a repetition.
#[derive(Debug, Clone)]
pub struct ClaimRepetition {
    /// The conference.
    pub conference: ConferenceId,
    /// What is said to have been repeated.
    pub of: ActId,
    /// The statement in which that is claimed.
    pub claimed_in: ActId,
    /// Who is said to have repeated it, by name, which goes into the drawer; empty if no name is given.
    pub speaker: String,
    /// In which office, in words; empty if none is given.
    pub office: String,
    /// For which participant, if for one.
    pub party: Option<ParticipantId>,
    /// The words on which the claim rests.
    pub words: String,
}

impl ClaimRepetition {
    /// Returns the act that is recorded. Where the statement does not say these words, or is not confirmed,
    /// the act says no place of them, and the law refuses it.
    pub fn repeated(&self, held: &Conference, speaker: Option<Commitment>) -> Repeated {
        let claiming = held.statement(self.claimed_in);
        let claiming = claiming.and_then(RecordedStatement::public);
        Repeated {
            of: self.of,
            statement: None,
            claim: None,
            claimed_in: Some(self.claimed_in),
            office: self.office.clone(),
            party: self.party.clone(),
            speaker,
            words: claiming.and_then(|said| said.place_of(&self.words)),
        }
    }
}

/// What is asked to draft a provision from statements.
#[derive(Debug, Clone)]
pub struct DraftProvision {
    /// The conference.
    pub conference: ConferenceId,
    /// The language of its words.
    pub language: Language,
    /// The passages on which it rests.
    pub from: Vec<Passage>,
    /// Its words.
    pub words: String,
    /// Its guarantee.
    pub guarantee: String,
}

impl Depositary {
    /// Records a dated report as a source. The log has its digest; the document is kept beside it.
    pub async fn record_source(&self, request: RecordSource) -> Result<Recorded, DeskError> {
        let language = request.language.to_string();
        let step = Step::SourceRecorded(SourceRecorded {
            publisher: request.publisher,
            date: request.date,
            language: request.language,
            address: request.address,
            report: request.report.digest,
            fictional: request.fictional,
        });
        let documents = vec![(request.report, Some(language))];
        self.bring_with(request.conference, step, documents).await
    }

    /// Records a statement for its first reader: its passages are compared with the report, what it says
    /// goes into the drawer, and the log shows that a statement was recorded.
    pub async fn record_statement(&self, request: RecordStatement) -> Result<Recorded, DeskError> {
        let (id, conference) = (self.mark()?, request.conference);
        let statement = Statement {
            conference: conference.clone(),
            act: id,
            ..request.statement
        };
        let held = self.held(&conference)?;
        let source = held.source(statement.source);
        // A source that is not there is for the law to refuse.
        let report = match source {
            Some(source) => Some(self.kept(&source.recorded.report).await?),
            None => None,
        };
        let paper = Paper::Statement(Box::new(statement.clone()));
        let (salt, bytes) = self.salted(&paper)?;
        let step = Step::StatementRecorded(StatementRecorded {
            reader: request.reader,
            paper: Commitment::of(&salt, &bytes),
        });
        let reached = self.now();
        if let Some(report) = report {
            statement.verbatim(&report.bytes).map_err(|ground| {
                DeskError::Conference(Box::new(held.refusal(&step, reached, ground.into())))
            })?;
        }
        self.bring(Brought {
            id,
            conference,
            step,
            reached,
            documents: Vec::new(),
            envelopes: vec![Envelope::of(salt, bytes)],
        })
        .await
    }

    /// Confirms a statement for its second reader: its paper is disclosed to everybody, and its passages
    /// are compared with the report once more.
    pub async fn confirm_statement(
        &self,
        request: ConfirmStatement,
    ) -> Result<Recorded, DeskError> {
        let held = self.held(&request.conference)?;
        let of = request.of;
        let opening = self.opening_of(&held, of).await?;
        let (opening, report) = match opening {
            Some(opening) => (opening, self.report_behind(&held, of).await?),
            // A statement that is not there is for the law to refuse; its opening does not matter then.
            None if held.statement(of).is_none() => {
                let nothing = Document::of("application/json", Vec::new());
                (nothing.clone(), nothing)
            }
            None => return Err(Unfit::Paper(of).into()),
        };
        let step = Step::StatementConfirmed(StatementConfirmed {
            of,
            reader: request.reader,
            opening: opening.digest,
            report: report.digest,
        });
        let documents = vec![(opening, None), (report, None)];
        self.bring_with(request.conference, step, documents).await
    }

    /// Records that somebody claims a repetition: the log shows where the words stand on which the claim
    /// rests, and the office; a name goes into the drawer.
    pub async fn claim_repetition(&self, request: ClaimRepetition) -> Result<Recorded, DeskError> {
        let id = self.mark()?;
        let held = self.held(&request.conference)?;
        let mut envelopes = Vec::new();
        let mut speaker = None;
        if !request.speaker.is_empty() {
            let (salt, bytes) = self.salted(&Paper::Names(Names {
                conference: request.conference.clone(),
                act: id,
                names: vec![request.speaker.clone()],
            }))?;
            speaker = Some(Commitment::of(&salt, &bytes));
            envelopes.push(Envelope::of(salt, bytes));
        }
        let step = Step::StatementRepeated(request.repeated(&held, speaker));
        self.bring(Brought {
            id,
            conference: request.conference,
            step,
            reached: self.now(),
            documents: Vec::new(),
            envelopes,
        })
        .await
    }

    /// Records a draft under a fresh id. Returns the id with the answer.
    pub async fn draft_provision(
        &self,
        request: DraftProvision,
    ) -> Result<(ProvisionId, Recorded), DeskError> {
        let mut seed = [0; 32];
        self.house.chance.fill(&mut seed).map_err(Fatal::from)?;
        let provision = IdsOfDigest::new(Digest::of(&seed)).draw();
        let step = Step::ProvisionDrafted(ProvisionDrafted {
            provision,
            language: request.language,
            from: request.from,
            words: request.words,
            guarantee: request.guarantee,
        });
        let recorded = self.proceed(&request.conference, step).await?;
        Ok((provision, recorded))
    }

    /// Returns the report that a source is, byte for byte.
    pub async fn report_of(
        &self,
        conference: &ConferenceId,
        source: ActId,
    ) -> Result<Document, DeskError> {
        let held = self.held(conference)?;
        let found = held.source(source);
        let found = found.ok_or_else(|| Unfit::NoSuchAct(source.to_string()))?;
        self.kept(&found.recorded.report).await
    }

    /// Returns the report on which a statement rests, whose paper the secretariat reads.
    async fn report_behind(&self, held: &Conference, of: ActId) -> Result<Document, DeskError> {
        let unfit = || Unfit::Paper(of);
        let (_, commitment) = held.paper_of(of).ok_or_else(unfit)?;
        let Some((_, Paper::Statement(said))) = self.paper(commitment).await? else {
            return Err(unfit().into());
        };
        let source = held.source(said.source).ok_or_else(unfit)?;
        self.kept(&source.recorded.report).await
    }

    async fn kept(&self, digest: &Digest) -> Result<Document, DeskError> {
        let kept = self.house.store.document(digest).await;
        let kept = kept.map_err(Fatal::from)?;
        Ok(kept.ok_or(Unfit::NoDocument(*digest))?)
    }
}
