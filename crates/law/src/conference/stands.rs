//! What each delegation stands on by what it tabled in a round: the proposals of a round, read over the
//! text on which they are made. From it the rolling text and its figures are computed; nothing legal hangs
//! on how words are aligned.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Instant, ParticipantId};
use sponsio_text::markup::{Options, lenient, parse};
use sponsio_text::{
    Body, Expression, IdsOfDigest, Kind, Language, Operation as Change, Passage,
    Position as Stance, Provision, ProvisionId, Stand, Stated, Voice, draw_unused, stand_of,
    tokenize,
};

use crate::conference::{
    Amendment, Conference, End, Operation, Proposal, Round, Subject, TabledProposal,
};

/// What the delegations stand on in one language, as far as papers are at hand.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Standpoints {
    /// One stand for each delegation that has spoken.
    pub stands: Vec<Stand>,
    /// Positions on what others propose.
    pub positions: Vec<Stated>,
    /// What could not be read: nothing is left out in silence.
    pub unread: Vec<Unread>,
}

impl core::fmt::Debug for Standpoints {
    /// Names the unread only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Standpoints")
            .field("unread", &self.unread)
            .finish_non_exhaustive()
    }
}

/// Why a proposal is not among the stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// Its paper is not at hand; it may be in another language.
    Sealed(ActId),
    /// It does not fit the text, or what the delegation tabled besides.
    Unfit(ActId),
}

/// What one delegation tabled at one instant.
struct Entry {
    at: Instant,
    proposal: Option<ActId>,
    changes: Vec<Change>,
}

impl Round {
    /// Returns the instant at which it closed or will close.
    pub fn closing(&self) -> Instant {
        let closes = self.opened.closes;
        self.closed_at.map_or(closes, |closed| closed.min(closes))
    }
}

impl TabledProposal {
    /// Whether it was live at an instant. What the chair disposes of at that very instant was.
    pub fn is_live(&self, at: Instant) -> bool {
        self.at <= at
            && match &self.end {
                None => true,
                Some((End::Disposed(_), ended, _)) => at <= *ended,
                Some((_, ended, _)) => at < *ended,
            }
    }

    /// Returns who stood behind it at an instant.
    fn sponsors_at(&self, at: Instant) -> BTreeSet<&ParticipantId> {
        let joined = self.sponsors.iter().filter(|(_, since)| **since <= at);
        let left = self.withdrawals.iter().filter(|(_, on, _)| at < *on);
        joined
            .map(|(code, _)| code)
            .chain(left.map(|(code, _, _)| code))
            .collect()
    }
}

impl Conference {
    /// Returns who speaks for whom, as the rolling text takes it.
    pub fn group_voices(&self) -> Vec<Voice> {
        let voices = self.voices.iter().map(|voice| Voice {
            speaker: voice.participant.clone(),
            members: voice.members.clone(),
            from: voice.from,
            until: voice.until,
        });
        voices.collect()
    }

    /// Returns what the delegations stand on in the language of a text, by the proposals of a round that
    /// were live at an instant.
    pub fn standpoints(&self, base: &Expression, round: &str, at: Instant) -> Standpoints {
        // What a delegation tables after the closing, in the period after a refusal, belongs to the round.
        let is_over = self.round(round).is_some_and(|one| one.closing() <= at);
        let seen = |since: Instant| if is_over { at.max(since) } else { at };
        let mut found = Standpoints::default();
        let mut entries: BTreeMap<ParticipantId, Vec<Entry>> = BTreeMap::new();
        let proposals = self.proposals.iter();
        for proposal in
            proposals.filter(|one| one.tabled.round == round && one.is_live(seen(one.at)))
        {
            let Some(paper) = &proposal.paper else {
                found.unread.push(Unread::Sealed(proposal.id));
                continue;
            };
            if paper.language != base.language {
                continue;
            }
            let Some(changes) = paper.changes(base) else {
                found.unread.push(Unread::Unfit(proposal.id));
                continue;
            };
            for code in proposal.sponsors_at(seen(proposal.at)) {
                entries.entry(code.clone()).or_default().push(Entry {
                    at: proposal.at,
                    proposal: Some(proposal.id),
                    changes: changes.clone(),
                });
            }
        }
        self.take_positions(base, round, at, &mut entries, &mut found);
        for (code, mut entries) in entries {
            entries.sort_by_key(|entry| entry.at);
            let stand = combined(&code, base, &entries, &mut found.unread);
            found.stands.push(stand);
        }
        found
    }

    /// Supporting a proposal or a rival reading makes it the delegation's own text; the other positions
    /// are stated beside it. The last word of a delegation on a subject counts.
    fn take_positions(
        &self,
        base: &Expression,
        round: &str,
        at: Instant,
        entries: &mut BTreeMap<ParticipantId, Vec<Entry>>,
        found: &mut Standpoints,
    ) {
        let mut last = BTreeMap::new();
        let taken = self.positions.iter();
        for position in taken.filter(|one| one.taken.round == round && one.at <= at) {
            if let Some(paper) = &position.paper {
                let key = (&position.taken.participant, &paper.0.on);
                last.insert(key, (paper.0.stance, position.at));
            }
        }
        for ((code, on), (stance, since)) in last {
            let supports = matches!(stance, Stance::Support | Stance::Propose);
            for (proposal, change) in self.subject(base, on, at) {
                let Change::Replace { id, words } = &change else {
                    if supports {
                        entries.entry(code.clone()).or_default().push(Entry {
                            at: since,
                            proposal,
                            changes: alloc::vec![change],
                        });
                    }
                    continue;
                };
                let known = base.provision(*id).map(|own| own.body.base());
                let known = known.unwrap_or_default();
                if supports && known != *words {
                    entries.entry(code.clone()).or_default().push(Entry {
                        at: since,
                        proposal,
                        changes: alloc::vec![change],
                    });
                    continue;
                }
                found.positions.push(Stated {
                    delegation: code.clone(),
                    position: stance,
                    provision: *id,
                    range: 0..known.len(),
                    words: words.clone(),
                    at: since,
                });
            }
        }
    }

    /// The changes that a position is about, each as that of a whole provision.
    fn subject(
        &self,
        base: &Expression,
        on: &Subject,
        at: Instant,
    ) -> Vec<(Option<ActId>, Change)> {
        match on {
            Subject::Proposal(of) => {
                let proposal = self.proposal(*of).filter(|one| one.is_live(at));
                let paper = proposal.and_then(|proposal| proposal.paper.as_ref());
                let paper = paper.filter(|paper| paper.language == base.language);
                let changes = paper.and_then(|paper| paper.changes(base));
                let changes = changes.unwrap_or_default().into_iter();
                changes.map(|change| (Some(*of), change)).collect()
            }
            Subject::Reading {
                place,
                range: (first, end),
                reading,
                ..
            } if place.language == base.language => {
                let Some(own) = base.provision(place.provision) else {
                    return Vec::new();
                };
                let mut words = own.body.base();
                let bound = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(words.len());
                let (first, end) = (bound(*first), bound(*end));
                if first > end {
                    return Vec::new();
                }
                words.splice(first..end, tokenize(reading));
                let id = place.provision;
                alloc::vec![(None, Change::Replace { id, words })]
            }
            Subject::Reading { .. } => Vec::new(),
        }
    }
}

/// One delegation's text: what it tabled later takes the place of what it tabled before, provision by
/// provision. What does not fit is named.
fn combined(
    code: &ParticipantId,
    base: &Expression,
    entries: &[Entry],
    unread: &mut Vec<Unread>,
) -> Stand {
    let mut whole = Stand::silent(code.clone());
    for entry in entries {
        let own = stand_of(code.clone(), base, &entry.changes, entry.at, entry.proposal);
        let joined = own.ok().map(|own| {
            let mut joined = whole.clone();
            let moved = |id: ProvisionId| own.placements.iter().any(|one| one.provision == id);
            let changed = |id: ProvisionId| own.changes.iter().any(|one| one.provision == id);
            joined.placements.retain(|one| !moved(one.provision));
            joined.changes.retain(|one| !changed(one.provision));
            joined.texts.extend(own.texts);
            joined.insertions.extend(own.insertions);
            joined.placements.extend(own.placements);
            joined.changes.extend(own.changes);
            joined
        });
        if let Some(joined) = joined.filter(|joined| joined.faults(base).is_empty()) {
            whole = joined;
            continue;
        }
        let known = |of| unread.contains(&Unread::Unfit(of));
        if let Some(of) = entry.proposal.filter(|of| !known(*of)) {
            unread.push(Unread::Unfit(of));
        }
    }
    whole
}

impl Proposal {
    /// Returns whether it is a concordance note: a question of those who review the languages.
    pub fn is_concordance_note(&self) -> bool {
        let rest = self.reason.strip_prefix(CONCORDANCE);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    }

    /// Returns what it would change, as the text takes it; `None` where it does not fit.
    pub(crate) fn changes(&self, base: &Expression) -> Option<Vec<Change>> {
        let mut used: BTreeSet<ProvisionId> = base.provisions.iter().map(|own| own.id).collect();
        let mut changes = Vec::new();
        for (number, amendment) in self.operations.iter().enumerate() {
            // The same act gives the same ids, whoever reads it.
            let seed = Digest::of(format!("{} {number}", self.act).as_bytes());
            let mut ids = IdsOfDigest::new(seed);
            changes.extend(amendment.changes(base, &mut ids, &mut used)?);
        }
        Some(changes)
    }
}

/// What the reason of a concordance note begins with.
pub const CONCORDANCE: &str = "concordance";

impl Amendment {
    fn changes(
        &self,
        base: &Expression,
        ids: &mut IdsOfDigest,
        used: &mut BTreeSet<ProvisionId>,
    ) -> Option<Vec<Change>> {
        let id = self.provision;
        let own = base.provision(id)?;
        let source = self.text.as_deref().unwrap_or_default();
        Some(match self.operation {
            Operation::Replace => {
                let words = replaced(&base.language, own, source);
                alloc::vec![Change::Replace { id, words }]
            }
            Operation::Delete => alloc::vec![Change::Delete { id }],
            Operation::Join => {
                let with = self.other?;
                alloc::vec![Change::Join { id, with }]
            }
            Operation::Move => {
                let after = self.other?;
                let parent = parent(base, after, own.kind);
                alloc::vec![Change::Move {
                    id,
                    after: Some(after),
                    parent,
                }]
            }
            Operation::InsertAfter => inserted(base, own, source, ids, used),
            // Where it is cut is not said: the two provisions are proposed by their words.
            Operation::Split => return None,
        })
    }
}

/// Reads words for a provision in the source form of texts, as a proposal and a correction give them.
pub fn words_of(language: &Language, source: &str) -> Passage {
    match fragment(language, source).as_slice() {
        [only] if only.label.is_none() => only.body.base(),
        _ => tokenize(source),
    }
}

/// The words for a provision; its own label, if it is written again, is no word.
fn replaced(language: &Language, own: &Provision, source: &str) -> Passage {
    match fragment(language, source).as_slice() {
        [only] if only.label.is_none() || only.label == own.label => only.body.base(),
        _ => tokenize(source),
    }
}

fn inserted(
    base: &Expression,
    anchor: &Provision,
    source: &str,
    ids: &mut IdsOfDigest,
    used: &mut BTreeSet<ProvisionId>,
) -> Vec<Change> {
    let mut pieces = fragment(&base.language, source);
    if pieces.is_empty() {
        let body = Body::of(tokenize(source));
        pieces.push(Provision::new(anchor.id, anchor.kind, None, body));
    }
    let mut names = BTreeMap::new();
    let mut after = anchor.id;
    let mut changes = Vec::new();
    for piece in pieces {
        let id = draw_unused(ids, used);
        used.insert(id);
        names.insert(piece.id, id);
        let kind = if piece.label.is_none() && rank(piece.kind) == rank(Kind::Paragraph) {
            anchor.kind
        } else {
            piece.kind
        };
        let own = piece.parent.and_then(|parent| names.get(&parent).copied());
        changes.push(Change::InsertAfter {
            after: Some(after),
            id,
            kind,
            label: piece.label.clone(),
            parent: own.or_else(|| parent(base, anchor.id, kind)),
            words: piece.body.base(),
        });
        after = id;
    }
    changes
}

/// Reads words as provisions of a text: strictly, else leniently; none where they are no provision.
fn fragment(language: &Language, source: &str) -> Vec<Provision> {
    let file: String = format!("# -\nlanguage: {language}\n\n{}\n", source.trim());
    let seed = Digest::of(file.as_bytes());
    let options = Options::default();
    let read = |parsed: Option<Expression>| {
        let provisions = parsed.map(|text| text.provisions).unwrap_or_default();
        let after_title = provisions.into_iter().filter(|own| own.kind != Kind::Title);
        after_title.collect::<Vec<_>>()
    };
    let strict = parse(file.as_bytes(), &options, &mut IdsOfDigest::new(seed));
    if strict.expression.is_some() {
        return read(strict.expression);
    }
    let lenient = lenient::read(file.as_bytes(), &options, &mut IdsOfDigest::new(seed));
    read(lenient.parsed.expression)
}

/// Of which provision a provision of this kind is a part that stands after another.
fn parent(base: &Expression, after: ProvisionId, kind: Kind) -> Option<ProvisionId> {
    let mut at = Some(after);
    while let Some(id) = at {
        let own = base.provision(id)?;
        if rank(own.kind) < rank(kind) {
            return Some(id);
        }
        at = own.parent;
    }
    None
}

const fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Title | Kind::Preamble | Kind::Part | Kind::Annex | Kind::Testimonium => 0,
        Kind::Chapter => 1,
        Kind::Section => 2,
        Kind::Article => 3,
        Kind::Item => 5,
        _ => 4,
    }
}
