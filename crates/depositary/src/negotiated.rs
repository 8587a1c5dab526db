//! The text under negotiation, for those who may read it: the revisions that the drawer keeps, the rolling
//! text of a round, its figures, and what becomes of live proposals on a text that has moved on.

use sponsio_law::conference::{
    Audience, Carried, Conference, Figures, LeftOut, Round, RoundState, Texts,
};
use sponsio_record::{ActId, ConferenceId, Digest, Instant};
use sponsio_text::{Convergence, Expression, Language, Options, Rolling, convergence, rolling};

use crate::adoption::read_texts;
use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};
use crate::proposal::Reader;
use crate::store::Document;

/// The rolling text of a round in one language.
#[derive(Debug, Clone)]
pub struct RoundText {
    /// What all began with.
    pub base: Expression,
    /// The rolling text.
    pub rolling: Rolling,
    /// What is not in it.
    pub left_out: Vec<(ActId, LeftOut)>,
    /// The instant at which its stands are counted: its closing, or now while it is open.
    pub at: Instant,
}

/// How far a round has come: counts of its procedure and of its text.
#[derive(Debug, Clone)]
pub struct RoundFigures {
    /// The name of the round.
    pub round: String,
    /// The instant at which its stands are counted: its closing, or now while it is open.
    pub at: Instant,
    /// The counts of its procedure, up to the opening of the next round.
    pub procedure: Figures,
    /// The counts of its text.
    pub text: sponsio_text::Figures,
    /// What became of contested places since the round before.
    pub since: Option<Convergence>,
    /// What could not be counted.
    pub left_out: Vec<(ActId, LeftOut)>,
}

impl Depositary {
    /// Returns the text of a revision in one language, where it is kept and the reader may read it: every
    /// seated delegation and the presidency, and everybody where rounds are published to all.
    pub async fn revision_text(
        &self,
        held: &Conference,
        revision: &Digest,
        language: &Language,
        reader: &Reader,
    ) -> Result<Option<Expression>, DeskError> {
        let may = match reader {
            Reader::Presidency => true,
            Reader::Delegation(code) => held.seat(code).is_some(),
            Reader::Public => held.convened.rules.publication == Audience::Public,
        };
        let mut revisions = held.revisions().iter();
        let known = revisions.rfind(|one| may && one.digest == *revision);
        let Some(commitment) = known.and_then(|one| one.texts.get(language)) else {
            return Ok(None);
        };
        let envelope = self.house.drawer.get(commitment.digest()).await;
        let Some(envelope) = envelope.map_err(Fatal::from)? else {
            return Ok(None);
        };
        let document = Document::of("text/plain; charset=utf-8", envelope.bytes);
        Ok(read_texts(&[document])?.pop())
    }

    /// Returns the texts of all revisions that the reader may read.
    pub async fn revision_texts(
        &self,
        held: &Conference,
        reader: &Reader,
    ) -> Result<Texts, DeskError> {
        let mut texts = Texts::new();
        for revision in held.revisions() {
            for language in revision.texts.keys() {
                let text = self
                    .revision_text(held, &revision.digest, language, reader)
                    .await?;
                if let Some(text) = text {
                    texts.insert((revision.digest, language.clone()), text);
                }
            }
        }
        Ok(texts)
    }

    /// Returns the rolling text of a round in one language, as far as the reader may read; `None` where the
    /// text on which the round rests is not kept or not for this reader.
    pub async fn round_text(
        &self,
        conference: &ConferenceId,
        round: &Round,
        language: &Language,
        reader: &Reader,
        options: &Options,
    ) -> Result<Option<RoundText>, DeskError> {
        let view = self.view(conference, reader).await?;
        let base = self
            .revision_text(&view, &round.opened.base, language, reader)
            .await?;
        Ok(
            base.and_then(|base| {
                rolled(&view, round, base, options, counted_at(round, self.now()))
            }),
        )
    }

    /// Returns the figures of every round in one language, in the order of the rounds; a round whose text
    /// is not kept, or not for this reader, is left out.
    pub async fn convergence(
        &self,
        conference: &ConferenceId,
        language: &Language,
        reader: &Reader,
    ) -> Result<Vec<RoundFigures>, DeskError> {
        let view = self.view(conference, reader).await?;
        let texts = self.revision_texts(&view, reader).await?;
        Ok(round_figures(&view, &texts, language, self.now()))
    }

    /// Returns what becomes of the live proposals on the present text, as far as the reader may read.
    pub async fn carried(
        &self,
        conference: &ConferenceId,
        reader: &Reader,
    ) -> Result<Vec<Carried>, DeskError> {
        let view = self.view(conference, reader).await?;
        let texts = self.revision_texts(&view, reader).await?;
        Ok(view.carried(&texts))
    }
}

/// The stands of a round are counted at its closing; while it is open, now.
fn counted_at(round: &Round, now: Instant) -> Instant {
    match round.state(now) {
        RoundState::Open => now,
        _ => round.closing(),
    }
}

fn rolled(
    conference: &Conference,
    round: &Round,
    base: Expression,
    options: &Options,
    at: Instant,
) -> Option<RoundText> {
    let found = conference.stands(&round.opened.round, &base, at)?;
    let options = Options {
        voices: found.voices,
        at: Some(at),
        ..options.clone()
    };
    // Stands are made on this very base, one for each delegation: they fit it.
    let rolling = rolling(&base, &found.stands, &found.stated, &options).ok()?;
    Some(RoundText {
        base,
        rolling,
        left_out: found.left_out,
        at,
    })
}

/// Returns the figures of every round of a conference whose base is among the texts, in the order of the
/// rounds. What was agreed is counted up to the opening of the next round.
pub fn round_figures(
    conference: &Conference,
    texts: &Texts,
    language: &Language,
    now: Instant,
) -> Vec<RoundFigures> {
    let mut all = Vec::new();
    let mut before: Option<Rolling> = None;
    let mut rounds = conference.rounds().iter().peekable();
    while let Some(round) = rounds.next() {
        let Some(base) = texts.get(&(round.opened.base, language.clone())) else {
            continue;
        };
        let at = counted_at(round, now);
        let Some(made) = rolled(conference, round, base.clone(), &Options::default(), at) else {
            continue;
        };
        let until = rounds.peek().map_or(now, |next| next.opened_at);
        all.push(RoundFigures {
            round: round.opened.round.clone(),
            at,
            procedure: conference.figures(&round.opened.round, until),
            text: made.rolling.figures(),
            since: before
                .as_ref()
                .map(|before| convergence(before, &made.rolling)),
            left_out: made.left_out,
        });
        before = Some(made.rolling);
    }
    all
}
