//! Proposals as somebody may read them: what each would change, to whom it is addressed, who has acknowledged,
//! answered or joined it, and what became of it. A sealed one is shown as sealed, and never left out.

use sponsio_law::conference::{End, Outcome, RoundState, Subject, TabledProposal};
use sponsio_record::{ActId, ParticipantId};
use sponsio_text::{Expression, Position, ProvisionId};

use super::Room;
use super::amended::{Change, change};
use super::rolling::stance_key;
use crate::desk::At;
use crate::desk::view::instant;
use crate::locale::say;

/// A proposal as a page shows it.
pub(super) struct Tabled {
    pub(super) path: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) when: String,
    pub(super) round: String,
    /// What it would change; absent where its words are sealed for this reader.
    pub(super) changes: Option<Vec<Change>>,
    pub(super) reason: String,
    /// To whom it is addressed; absent where that is sealed, empty where it is to all.
    pub(super) addressed: Option<Vec<String>>,
    pub(super) conveyed: bool,
    pub(super) acknowledged: Vec<(String, String)>,
    pub(super) joined: Vec<String>,
    pub(super) answers: Vec<Answered>,
    pub(super) positions: Vec<(String, String)>,
    /// What became of it, and why.
    pub(super) end: Option<(String, String)>,
    pub(super) is_live: bool,
}

/// An answer; its words are absent where they are sealed for this reader.
pub(super) struct Answered {
    pub(super) code: String,
    pub(super) when: String,
    pub(super) stance: Option<String>,
    pub(super) words: String,
}

impl Tabled {
    /// Returns the first provision that it touches.
    pub(super) fn first(&self) -> Option<ProvisionId> {
        let changes = self.changes.as_ref()?;
        changes.first().map(|change| change.provision)
    }
}

impl At<'_> {
    /// Returns the proposals of a round in the order of the provisions that they touch; those that are sealed
    /// for this reader last.
    pub(super) fn tabled_in(
        &self,
        room: &Room,
        round: &str,
        text: Option<&Expression>,
    ) -> Vec<Tabled> {
        let proposals = room.view.proposals().iter();
        let own = proposals.filter(|one| one.tabled.round == round);
        let mut all: Vec<Tabled> = own.map(|one| self.tabled(room, one, text)).collect();
        let place = |id: ProvisionId| {
            let mut provisions = text.into_iter().flat_map(|text| &text.provisions);
            provisions.position(|own| own.id == id)
        };
        all.sort_by_key(|one| match one.first() {
            Some(id) => (0, place(id).unwrap_or(usize::MAX)),
            None => (1, 0),
        });
        all
    }

    pub(super) fn tabled(
        &self,
        room: &Room,
        one: &TabledProposal,
        text: Option<&Expression>,
    ) -> Tabled {
        let words = self.words();
        let paper = one.paper.as_ref();
        let changes = paper.map(|paper| {
            let same = text.filter(|text| text.language == paper.language);
            // Without its base no word can be compared, and the words themselves are shown.
            let blank = || Expression {
                language: paper.language.clone(),
                headers: Vec::new(),
                provisions: Vec::new(),
            };
            let base = same.cloned().unwrap_or_else(blank);
            let operations = paper.operations.iter();
            operations.map(|own| change(words, &base, own)).collect()
        });
        let code = one.tabled.participant.clone();
        let joined = one.sponsors.keys().filter(|own| **own != code);
        let acknowledged = one.acknowledged.iter();
        let acknowledged = acknowledged.map(|(code, at)| (code.to_string(), instant(words, *at)));
        let answers = one.answers.iter().map(|(code, of, at)| {
            let said = one.answered.get(of);
            Answered {
                code: code.to_string(),
                when: instant(words, *at),
                stance: said.map(|said| say!(words, stance_key(said.stance))),
                words: said.map(|said| said.text.clone()).unwrap_or_default(),
            }
        });
        let positions = room.view.held(&Subject::Proposal(one.id), room.now);
        let positions = positions
            .into_iter()
            .map(|(code, held)| (code.to_string(), say!(words, stance_key(held.stance))));
        Tabled {
            path: self.link(&room.path(&format!("/p/{}", one.id))),
            name: self.party_name(&code),
            code: code.to_string(),
            when: instant(words, one.at),
            round: one.tabled.round.clone(),
            changes,
            reason: paper.map(|paper| paper.reason.clone()).unwrap_or_default(),
            addressed: paper.map(|paper| {
                let to = paper.to.iter().flatten();
                to.map(ParticipantId::to_string).collect()
            }),
            conveyed: !one.conveyed.is_empty(),
            acknowledged: acknowledged.collect(),
            joined: joined.map(ParticipantId::to_string).collect(),
            answers: answers.collect(),
            positions: positions.collect(),
            end: self.end_of(one),
            is_live: one.end.is_none(),
        }
    }

    fn end_of(&self, one: &TabledProposal) -> Option<(String, String)> {
        let words = self.words();
        let (end, at, _) = one.end.as_ref()?;
        let when = instant(words, *at);
        let (key, why) = match end {
            End::Withdrawn => {
                let last = one.withdrawals.last();
                let why = last.map(|(_, _, why)| why.clone()).unwrap_or_default();
                ("room-end-withdrawn", why)
            }
            End::Superseded(_) => ("room-end-superseded", String::new()),
            End::Disposed(disposed) => (outcome_key(disposed.outcome), disposed.reason.clone()),
        };
        let said = say!(words, key);
        Some((format!("{said}, {when}"), why))
    }

    /// Returns the base of a round in a language, or the present text where there is no round.
    pub(super) fn base(&self, room: &Room, tag: &str) -> Result<Option<Expression>, super::Stop> {
        let mut languages = room.view.convened.languages.iter();
        let Some(language) = languages.find(|own| own.as_str() == tag) else {
            return Ok(None);
        };
        let present = room.view.revision();
        let base = room.round().map(|round| &round.opened.base).or(present);
        match base {
            Some(base) => self.revision(room, base, language),
            None => Ok(None),
        }
    }
}

/// Returns the key of what became of a proposal.
pub(super) const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Absorbed => "outcome-absorbed",
        Outcome::AcceptedAdReferendum => "outcome-accepted-ad-referendum",
        Outcome::Agreed => "outcome-agreed",
        Outcome::NotPursued => "outcome-not-pursued",
    }
}

/// What a delegation can say of a proposal of another.
pub(super) const SAID: [Position; 4] = [
    Position::Support,
    Position::CanAccept,
    Position::Reserve,
    Position::Oppose,
];

/// What a delegation still owes to a proposal that it may read.
pub(super) fn awaits_acknowledgement(room: &Room, one: &TabledProposal) -> Vec<ParticipantId> {
    let Some(paper) = one.paper.as_ref().filter(|_| one.end.is_none()) else {
        return Vec::new();
    };
    let round = room.view.round(&one.tabled.round);
    let is_over = round.is_none_or(|round| round.state(room.now) >= RoundState::Published);
    let seats = room.view.seats().map(|(code, _)| code);
    let lacking = seats.filter(|code| {
        paper.is_read_by(code)
            && !one.sponsors.contains_key(*code)
            && !one.acknowledged.contains_key(*code)
    });
    if is_over {
        Vec::new()
    } else {
        lacking.cloned().collect()
    }
}

/// Whether a proposal is one of a delegation's own.
pub(super) fn is_own(one: &TabledProposal, party: &ParticipantId) -> bool {
    one.sponsors.contains_key(party)
}

/// Returns the mark of an act, read from a path.
pub(super) fn marked(mark: &str) -> Result<ActId, super::Stop> {
    mark.parse().map_err(|_| super::Stop::NotFound)
}
