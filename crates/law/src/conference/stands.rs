//! What delegations stand on in a round, read off their proposals and positions: from it the rolling text
//! is computed. A proposal that cannot be shown is named with the reason: none is lost.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Instant, ParticipantId};
use sponsio_text::markup::{Fault, Piece, pieces};
use sponsio_text::{
    Content, Expression, IdsOfDigest, Language, Options, Passage, Position as Stance, ProvisionId,
    Reading, Reason, Segment, Stand, Stated, Tabled, Voice, apply, draw_unused, rolling, stand_of,
    tokenize,
};

use crate::conference::{Amendment, Conference, Operation, Proposal, Subject, TabledProposal};

/// What delegations stand on in a round, in one language, as far as papers are at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// The instant for which it holds: that of the question, at the latest that of the round's close.
    pub at: Instant,
    /// The stand of each delegation that proposes or supports something, by code.
    pub stands: Vec<Stand>,
    /// What delegations say of what others propose.
    pub stated: Vec<Stated>,
    /// Who speaks for whom.
    pub voices: Vec<Voice>,
    /// The proposals that are live and not in it, each with the reason.
    pub left_out: Vec<(ActId, LeftOut)>,
}

/// Why a live proposal is not among what delegations stand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// Its words are sealed for whoever asks.
    Sealed,
    /// It is worded in another language: its translation is pending.
    OtherLanguage(Language),
    /// Its words are no text in source form.
    Words {
        /// The provision for which they are meant.
        provision: ProvisionId,
        /// The first fault.
        fault: Box<Fault>,
    },
    /// Its words are not one provision, or bear the label of another one.
    NotOne(ProvisionId),
    /// Its words have brackets of their own.
    Contested(ProvisionId),
    /// The base has no place for it.
    Unfit(ProvisionId, Reason),
    /// It says nothing of where the provision is cut, or with what it is joined.
    Incomplete(ProvisionId),
}

impl Conference {
    /// Returns what delegations stand on in a round over its base in one language: the proposals that are
    /// live at an instant, for each who tabled it, joined it or supports it. After the close of the round
    /// it is what stood at the close. None if there is no such round.
    pub fn stands(&self, round: &str, base: &Expression, at: Instant) -> Option<Stands> {
        let opened = self.round(round)?;
        let close = opened.closing();
        // What is tabled after the close, in the period after a refusal, belongs to the round.
        let is_over = close <= at;
        let at = at.min(close);
        let seen = |since: Instant| if is_over { at.max(since) } else { at };
        let mut stands: BTreeMap<&ParticipantId, Stand> = BTreeMap::new();
        let (mut stated, mut left_out) = (Vec::new(), Vec::new());
        let mut wishes = Vec::new();
        let proposals = self.proposals.iter();
        for proposal in
            proposals.filter(|one| one.tabled.round == round && one.is_live(seen(one.at)))
        {
            let operations = match proposal.operations(base) {
                Ok(operations) => operations,
                Err(why) => {
                    left_out.push((proposal.id, why));
                    continue;
                }
            };
            let sponsors = proposal.sponsors_at(seen(proposal.at));
            for (code, since) in &sponsors {
                wishes.push((*since, *code, proposal.id, operations.clone()));
            }
            for (code, (stance, since)) in self.said_of(proposal, at) {
                if sponsors.contains_key(code) {
                    continue;
                }
                if stance <= Stance::Support {
                    wishes.push((since, code, proposal.id, operations.clone()));
                } else {
                    let readings = readings(base, code, &operations, since);
                    stated.extend(readings.into_iter().map(|reading| Stated {
                        position: stance,
                        ..reading
                    }));
                }
            }
        }
        // Of what one delegation says of one provision, what it said last counts.
        wishes.sort_by_key(|(since, code, of, _)| (*since, *code, *of));
        let mut orders: BTreeMap<&ParticipantId, Vec<Vec<ProvisionId>>> = BTreeMap::new();
        for (since, code, of, operations) in &wishes {
            let wish = stand_of((*code).clone(), base, operations, *since, Some(*of));
            // That the operations can be carried out was seen above.
            let Ok(wish) = wish else { continue };
            let stand = stands
                .entry(code)
                .or_insert_with(|| Stand::silent((*code).clone()));
            orders.entry(code).or_default().push(order(base, &wish));
            add(stand, wish);
        }
        for (code, stand) in &mut stands {
            anchor(stand, orders.get(code).map_or(&[], Vec::as_slice));
        }
        stated.extend(self.stated_on_readings(opened.opened.base, base, at));
        Some(Stands {
            at,
            stands: stands.into_values().collect(),
            stated,
            voices: self.voices_at(at),
            left_out,
        })
    }

    /// What each delegation says itself of a proposal: by its position, otherwise by its last answer. What a
    /// group says for its members is shown by the voices.
    fn said_of<'a>(
        &'a self,
        proposal: &'a TabledProposal,
        at: Instant,
    ) -> BTreeMap<&'a ParticipantId, (Stance, Instant)> {
        let mut said = BTreeMap::new();
        for (code, of, since) in proposal.answers.iter().filter(|(.., since)| *since <= at) {
            if let Some(answer) = proposal.answered.get(of) {
                said.insert(code, (answer.stance, *since));
            }
        }
        for (code, held) in self.held(&Subject::Proposal(proposal.id), at) {
            let seat = self.seats.get_key_value(&code);
            if let Some((code, _)) = seat.filter(|_| held.through.is_none()) {
                said.insert(code, (held.stance, held.since));
            }
        }
        said
    }

    /// Positions that were taken on a reading of this base.
    fn stated_on_readings(&self, of: Digest, base: &Expression, at: Instant) -> Vec<Stated> {
        let mut found = Vec::new();
        for position in self.positions.iter().filter(|position| position.at <= at) {
            let Some(paper) = &position.paper else {
                continue;
            };
            let Subject::Reading {
                place,
                base: on,
                range: (first, end),
                reading,
            } = &paper.0.on
            else {
                continue;
            };
            let words = pieces(reading, &base.language).ok();
            let words = words.and_then(|found| match found.as_slice() {
                [] => Some(Passage::new()),
                [one] => Some(one.body.base()),
                _ => None,
            });
            let (Some(words), true) = (words, *on == of && place.language == base.language) else {
                continue;
            };
            let count = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
            found.push(Stated {
                delegation: position.taken.participant.clone(),
                position: paper.0.stance,
                provision: place.provision,
                range: count(*first)..count(*end),
                words,
                at: position.at,
            });
        }
        found
    }

    /// Who speaks for whom at an instant; the latest declaration of each voice counts.
    fn voices_at(&self, at: Instant) -> Vec<Voice> {
        let mut last = BTreeMap::new();
        for voice in self.voices.iter().filter(|voice| voice.from <= at) {
            last.insert(&voice.participant, voice);
        }
        let voices = last.into_values().map(|voice| Voice {
            speaker: voice.participant.clone(),
            members: voice.members.clone(),
            from: voice.from,
            until: voice.until,
        });
        voices.collect()
    }
}

impl TabledProposal {
    /// What it would change in this base.
    fn operations(&self, base: &Expression) -> Result<Vec<sponsio_text::Operation>, LeftOut> {
        let paper = self.paper.as_ref().ok_or(LeftOut::Sealed)?;
        if paper.language != base.language {
            return Err(LeftOut::OtherLanguage(paper.language.clone()));
        }
        let operations = paper.operations_on(base, self.id)?;
        match apply(base, &operations) {
            Ok(_) => Ok(operations),
            Err(refused) => Err(LeftOut::Unfit(refused.provision, refused.reason)),
        }
    }
}

/// What the reason of a concordance note begins with.
pub const CONCORDANCE: &str = "concordance";

impl Proposal {
    /// Returns whether it is a concordance note: a question of those who review the languages.
    pub fn is_concordance_note(&self) -> bool {
        let rest = self.reason.strip_prefix(CONCORDANCE);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    }

    /// Returns what it would change, as the text takes it; `None` where it does not fit.
    pub(crate) fn changes(&self, base: &Expression) -> Option<Vec<sponsio_text::Operation>> {
        self.operations_on(base, self.act).ok()
    }

    /// Returns what the proposal would change in a text in its language; what it inserts bears ids that
    /// follow from the mark of its act.
    pub(crate) fn operations_on(
        &self,
        base: &Expression,
        of: ActId,
    ) -> Result<Vec<sponsio_text::Operation>, LeftOut> {
        operations_of(&self.operations, base, of)
    }
}

/// Returns what amendments would change in a text; what they insert bears ids that follow from the mark
/// of their act.
pub(super) fn operations_of(
    amendments: &[Amendment],
    base: &Expression,
    of: ActId,
) -> Result<Vec<sponsio_text::Operation>, LeftOut> {
    let mut ids = IdsOfDigest::new(Digest::of(format!("{of}").as_bytes()));
    let mut used: BTreeSet<ProvisionId> = base.provisions.iter().map(|own| own.id).collect();
    let mut operations = Vec::new();
    for amendment in amendments {
        let id = amendment.provision;
        match amendment.operation {
            Operation::Replace => operations.push(replaced(base, amendment)?),
            Operation::InsertAfter => {
                let mut after = id;
                for piece in words_of(base, amendment)? {
                    let now = apply(base, &operations)
                        .map_err(|refused| LeftOut::Unfit(refused.provision, refused.reason))?;
                    let new = draw_unused(&mut ids, &used);
                    used.insert(new);
                    let inserted = piece.inserted(&now, after, new);
                    let first_of = match &inserted {
                        sponsio_text::Operation::InsertAfter { parent, .. } => *parent,
                        _ => None,
                    };
                    operations.push(inserted);
                    // What is inserted after a heading, as a part of it, is its first part.
                    if first_of == Some(after) {
                        operations.push(sponsio_text::Operation::Move {
                            id: new,
                            after: Some(after),
                            parent: first_of,
                        });
                    }
                    after = new;
                }
            }
            Operation::Delete => operations.push(sponsio_text::Operation::Delete { id }),
            Operation::Move => {
                let after = amendment.other.ok_or(LeftOut::Incomplete(id))?;
                let moved = sponsio_text::Operation::moved(base, id, after);
                operations.push(moved.ok_or(LeftOut::Unfit(id, Reason::Unknown))?);
            }
            Operation::Join => {
                let with = amendment.other.ok_or(LeftOut::Incomplete(id))?;
                operations.push(sponsio_text::Operation::Join { id, with });
            }
            Operation::Split => {
                let new = draw_unused(&mut ids, &used);
                used.insert(new);
                operations.push(split(base, amendment, new)?);
            }
        }
    }
    Ok(operations)
}

fn replaced(base: &Expression, amendment: &Amendment) -> Result<sponsio_text::Operation, LeftOut> {
    let id = amendment.provision;
    let own = base.provision(id);
    let own = own.ok_or(LeftOut::Unfit(id, Reason::Unknown))?;
    let mut found = words_of(base, amendment)?;
    let (Some(piece), true) = (found.pop(), found.is_empty()) else {
        return Err(LeftOut::NotOne(id));
    };
    // The label may be given with the words.
    if piece.label.is_some() && piece.label != own.label {
        return Err(LeftOut::NotOne(id));
    }
    let words = piece.body.base();
    Ok(sponsio_text::Operation::Replace { id, words })
}

/// Returns where a provision is cut: the amendment has the words that become a provision of their own, with
/// its label, and these are the last words of the provision.
fn split(
    base: &Expression,
    amendment: &Amendment,
    new: ProvisionId,
) -> Result<sponsio_text::Operation, LeftOut> {
    let id = amendment.provision;
    let own = base.provision(id);
    let own = own.ok_or(LeftOut::Unfit(id, Reason::Unknown))?;
    if amendment
        .text
        .as_deref()
        .unwrap_or_default()
        .trim()
        .is_empty()
    {
        return Err(LeftOut::Incomplete(id));
    }
    let mut found = words_of(base, amendment)?;
    let (Some(piece), true) = (found.pop(), found.is_empty()) else {
        return Err(LeftOut::NotOne(id));
    };
    let (words, tail) = (own.body.base(), piece.body.base());
    let at = words.len().saturating_sub(tail.len());
    let rest = words.get(at..).unwrap_or_default();
    // Before the first of them there was a space, and is none.
    let is_tail = at > 0
        && rest.len() == tail.len()
        && rest
            .iter()
            .zip(&tail)
            .enumerate()
            .all(|(place, (one, other))| {
                (&one.text, &one.kind, one.marks) == (&other.text, &other.kind, other.marks)
                    && (place == 0 || one.space_before == other.space_before)
            });
    if !is_tail {
        let tokens = words.len();
        return Err(LeftOut::Unfit(id, Reason::Cut { tokens }));
    }
    Ok(sponsio_text::Operation::Split {
        id,
        at,
        new,
        label: piece.label,
    })
}

fn words_of(base: &Expression, amendment: &Amendment) -> Result<Vec<Piece>, LeftOut> {
    let provision = amendment.provision;
    let text = amendment.text.as_deref().unwrap_or_default();
    let found = pieces(text, &base.language).map_err(|faults| match faults.into_iter().next() {
        Some(fault) => LeftOut::Words {
            provision,
            fault: Box::new(fault),
        },
        None => LeftOut::NotOne(provision),
    })?;
    if found.iter().any(|piece| piece.body.is_contested()) {
        return Err(LeftOut::Contested(provision));
    }
    Ok(found)
}

/// The readings that these operations bring in, as somebody else may speak of them.
fn readings(
    base: &Expression,
    code: &ParticipantId,
    operations: &[sponsio_text::Operation],
    at: Instant,
) -> Vec<Stated> {
    let options = Options {
        whole_above: None,
        ..Options::default()
    };
    let made = stand_of(code.clone(), base, operations, at, None)
        .ok()
        .and_then(|stand| rolling(base, &[stand], &[], &options).ok());
    let Some(made) = made else { return Vec::new() };
    let stated = |provision, range, words| Stated {
        delegation: code.clone(),
        position: Stance::Reserve,
        provision,
        range,
        words,
        at,
    };
    let mut found = Vec::new();
    for place in made.places() {
        let rivals = place
            .site
            .readings
            .iter()
            .filter(|reading| !reading.is_base);
        found.extend(rivals.map(|rival| stated(place.provision.id, place.range(), words(rival))));
    }
    for own in &made.expression.provisions {
        if !own.inserted_by.is_empty() {
            found.push(stated(own.id, 0..own.body.base().len(), own.body.base()));
        }
        if own.alternatives.iter().any(|rival| rival.body.is_none()) {
            found.push(stated(own.id, 0..own.body.base().len(), Passage::new()));
        }
    }
    found
}

/// The words of a reading of a rolling text of one delegation, which has no place within a place.
fn words(reading: &Reading) -> Passage {
    let mut words = Passage::new();
    for segment in &reading.segments {
        if let Segment::Words(tokens) = segment {
            words.extend_from_slice(tokens);
        }
    }
    words
}

/// The provisions in the order of the text that a wish alone makes of the base.
pub(super) fn order(base: &Expression, wish: &Stand) -> Vec<ProvisionId> {
    let text = wish.text(base).unwrap_or_default();
    text.iter().map(|own| own.id).collect()
}

/// What stands after a provision that the same delegation wants no more stands after what was before it, in
/// the order of the wish that put it there.
pub(super) fn anchor(stand: &mut Stand, orders: &[Vec<ProvisionId>]) {
    let is_gone = |own: &Tabled| own.content == Content::NoText;
    let gone: BTreeSet<ProvisionId> = stand
        .texts
        .iter()
        .filter(|(_, own)| is_gone(own))
        .map(|(id, _)| *id)
        .collect();
    let before = |id: ProvisionId, after: Option<ProvisionId>| {
        let is_lost = after.is_some_and(|after| gone.contains(&after));
        if !is_lost {
            return after;
        }
        let found = orders.iter().rev().find_map(|order| {
            let at = order.iter().position(|own| *own == id)?;
            order.get(..at)
        });
        let mut before = found.unwrap_or_default().iter().rev().copied();
        before.find(|own| !gone.contains(own))
    };
    for insertion in &mut stand.insertions {
        insertion.after = before(insertion.provision.id, insertion.after);
    }
    for placement in &mut stand.placements {
        placement.after = before(placement.provision, placement.after);
    }
}

/// Adds what a delegation said later to what it said before.
pub(super) fn add(stand: &mut Stand, later: Stand) {
    stand.texts.extend(later.texts);
    for insertion in later.insertions {
        let id = insertion.provision.id;
        stand.insertions.retain(|own| own.provision.id != id);
        stand.insertions.push(insertion);
    }
    for placement in later.placements {
        stand
            .placements
            .retain(|own| own.provision != placement.provision);
        stand.placements.push(placement);
    }
    stand.changes.extend(later.changes);
}

/// Reads words for a provision in the source form of texts, as a proposal and a correction give them.
pub fn words_of_provision(language: &Language, source: &str) -> Passage {
    match pieces(source, language).as_deref() {
        Ok([only]) if only.label.is_none() => only.body.base(),
        _ => tokenize(source),
    }
}
