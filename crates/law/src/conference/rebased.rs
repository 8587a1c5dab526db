//! Live proposals on a text that has moved on: carried over, absorbed, merged until their owners confirm,
//! or in conflict. Conflicts are per provision and language, never per document, and nobody resolves one
//! but by an act (T514).

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, ParticipantId};
use sponsio_text::{Expression, Language, Outcome, ProvisionId, Stand, rebase, stand_of};

use crate::conference::{Conference, Place};

/// The texts of revisions, by revision and language.
pub type Texts = BTreeMap<(Digest, Language), Expression>;

/// What becomes of a live proposal on the present revision.
#[derive(Clone, PartialEq, Eq)]
pub struct Carried {
    /// The proposal.
    pub of: ActId,
    /// Whose it is.
    pub by: ParticipantId,
    /// The language of its words.
    pub language: Language,
    /// The revision on which it was made.
    pub base: Digest,
    /// What becomes of it at each provision, with the stand on the present revision; `None` where a text
    /// is not at hand, or the proposal does not fit its own base.
    pub outcomes: Option<(BTreeMap<ProvisionId, Outcome>, Stand)>,
}

impl core::fmt::Debug for Carried {
    /// Names the proposal only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Carried")
            .field("of", &self.of)
            .finish_non_exhaustive()
    }
}

impl Conference {
    /// Returns what becomes of each live proposal that was made on a former revision, in the order of
    /// tabling, as far as papers are at hand.
    pub fn carried(&self, texts: &Texts) -> Vec<Carried> {
        let live = self.proposals.iter().filter(|one| one.end.is_none());
        let mut all = Vec::new();
        for proposal in live {
            let Some(paper) = &proposal.paper else {
                continue;
            };
            let Some(present) = self.revision.filter(|present| *present != paper.base) else {
                continue;
            };
            let text = |revision| texts.get(&(revision, paper.language.clone()));
            let rebased = text(paper.base).and_then(|before| {
                let after = text(present)?;
                let by = paper.by.clone();
                let changes = paper.changes(before)?;
                let stand = stand_of(by, before, &changes, proposal.at, Some(proposal.id));
                let rebased = rebase(before, after, &stand.ok()?);
                Some((rebased.outcomes, rebased.stand))
            });
            all.push(Carried {
                of: proposal.id,
                by: paper.by.clone(),
                language: paper.language.clone(),
                base: paper.base,
                outcomes: rebased,
            });
        }
        all
    }

    /// Returns the places at which a live proposal is in conflict with the present revision (T514).
    pub fn conflicts(&self, texts: &Texts) -> Vec<Place> {
        let mut places = Vec::new();
        for carried in self.carried(texts) {
            let outcomes = carried.outcomes.iter().flat_map(|(outcomes, _)| outcomes);
            let conflicts = outcomes.filter(|(_, what)| matches!(what, Outcome::Conflict(_)));
            places.extend(conflicts.map(|(provision, _)| Place {
                provision: *provision,
                language: carried.language.clone(),
            }));
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}
