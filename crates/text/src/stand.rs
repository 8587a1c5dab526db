//! What a delegation stands on: its own text of an instrument in one language, held as what differs
//! from the base. Brackets are derived from stands; nothing legal hangs on how words are aligned.

use crate::body::{Body, Passage};
use crate::expression::Expression;
use crate::number::Label;
use crate::order::{self, Placed};
use crate::provision::{Provision, ProvisionId};
use crate::rebase::Conflict;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::fmt;
use sponsio_record::{ActId, Instant, ParticipantId};

/// Which words a delegation wants for a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These words; empty words keep the provision, as of an article without heading.
    Text(Passage),
    /// No such provision.
    NoText,
}

/// What a delegation tabled for one provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabled {
    /// The words it wants.
    pub content: Content,
    /// When the depositary received it.
    pub at: Instant,
    /// The proposal from which it comes, where there is one.
    pub proposal: Option<ActId>,
}

/// A provision that a delegation inserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insertion {
    /// The provision of the delegation's own text after which it stands; none is the beginning.
    pub after: Option<ProvisionId>,
    /// The provision. Two delegations that insert the same id insert it together.
    pub provision: Provision,
    /// When the depositary received it.
    pub at: Instant,
    /// The proposal from which it comes, where there is one.
    pub proposal: Option<ActId>,
}

/// Where a delegation wants a provision that stands elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The provision.
    pub provision: ProvisionId,
    /// The provision of the delegation's own text after which it stands; none is the beginning.
    pub after: Option<ProvisionId>,
    /// Of which provision it is then a part.
    pub parent: Option<ProvisionId>,
}

/// A change of structure that no words can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is cut; the words after the cut are this inserted provision.
    Split(ProvisionId),
    /// The words of this provision, which then is no more, are joined to it.
    Join(ProvisionId),
    /// It is to bear this label.
    Relabel(Option<Label>),
    /// What was tabled for it is on a former base, with which the base is in conflict there.
    Conflict(Conflict),
}

/// A change of structure, with the provision whose structure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restructured {
    /// The provision.
    pub provision: ProvisionId,
    /// What becomes of it.
    pub change: Change,
}

/// What one delegation stands on in one language. What it does not mention is the base, on which it is
/// then silent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The delegation.
    pub delegation: ParticipantId,
    /// Its words, per provision of the base. The words of the base themselves are an express wish to
    /// keep them.
    pub texts: BTreeMap<ProvisionId, Tabled>,
    /// What it inserts, in the order of its text.
    pub insertions: Vec<Insertion>,
    /// What it moves, in the order of its text.
    pub placements: Vec<Placement>,
    /// What it splits, joins and labels anew.
    pub changes: Vec<Restructured>,
}

/// Why a stand does not fit its base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandFault {
    /// Whose stand it is.
    pub delegation: ParticipantId,
    /// The provision at fault.
    pub provision: ProvisionId,
    /// What is wrong.
    pub reason: StandReason,
}

/// What is wrong with a stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandReason {
    /// The base has no such provision.
    Foreign,
    /// The base has it already, or the same stand inserts it twice.
    Taken,
    /// It is to stand after a provision that the delegation's text does not have.
    NoAnchor,
    /// The delegation has two stands.
    SecondStand,
    /// The base itself is contested there.
    ContestedBase,
}

impl fmt::Display for StandFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (delegation, id) = (&self.delegation, self.provision);
        match self.reason {
            StandReason::Foreign => write!(f, "{delegation}: the base has no provision {id}"),
            StandReason::Taken => write!(f, "{delegation}: the id {id} is taken"),
            StandReason::NoAnchor => write!(
                f,
                "{delegation}: {id} stands after a provision that this text does not have"
            ),
            StandReason::SecondStand => write!(f, "{delegation} has a second stand, on {id}"),
            StandReason::ContestedBase => write!(f, "the base is contested at {id}"),
        }
    }
}

impl core::error::Error for StandFault {}

impl Stand {
    /// Returns the stand of a delegation that has said nothing.
    pub fn silent(delegation: ParticipantId) -> Self {
        Self {
            delegation,
            texts: BTreeMap::new(),
            insertions: Vec::new(),
            placements: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// Returns what a delegation stands on that tabled this whole text: what differs from the base.
    /// Provisions are told by their ids; labels of the base are frozen and are not compared.
    pub fn of(
        delegation: ParticipantId,
        base: &Expression,
        text: &[Provision],
        at: Instant,
        proposal: Option<ActId>,
    ) -> Self {
        Self::of_moved(delegation, base, text, (at, proposal), &BTreeSet::new())
    }

    /// The same where it is known which provisions the delegation moved: which of two that changed
    /// places went is not seen from the text.
    pub(crate) fn of_moved(
        delegation: ParticipantId,
        base: &Expression,
        text: &[Provision],
        (at, proposal): (Instant, Option<ActId>),
        moved: &BTreeSet<ProvisionId>,
    ) -> Self {
        let mut stand = Self::silent(delegation);
        let of_base: BTreeMap<ProvisionId, &Provision> =
            base.provisions.iter().map(|own| (own.id, own)).collect();
        let of_text: BTreeSet<ProvisionId> = text.iter().map(|own| own.id).collect();
        let table = |content| Tabled {
            content,
            at,
            proposal,
        };
        for provision in &base.provisions {
            if !of_text.contains(&provision.id) {
                stand.texts.insert(provision.id, table(Content::NoText));
            }
        }
        let places: BTreeMap<ProvisionId, usize> = base
            .provisions
            .iter()
            .enumerate()
            .map(|(place, own)| (own.id, place))
            .collect();
        let kept: Vec<usize> = text
            .iter()
            .filter(|own| !moved.contains(&own.id))
            .filter_map(|own| places.get(&own.id).copied())
            .collect();
        let in_order: BTreeSet<usize> = order::longest_rising(&kept)
            .into_iter()
            .filter_map(|at| kept.get(at).copied())
            .collect();
        let mut after = None;
        for provision in text {
            match (of_base.get(&provision.id), places.get(&provision.id)) {
                (Some(own), Some(place)) => {
                    let words = trimmed(provision.body.base());
                    if words != own.body.base() {
                        stand
                            .texts
                            .insert(provision.id, table(Content::Text(words)));
                    }
                    if !in_order.contains(place) || own.parent != provision.parent {
                        stand.placements.push(Placement {
                            provision: provision.id,
                            after,
                            parent: provision.parent,
                        });
                    }
                }
                _ => stand.insertions.push(Insertion {
                    after,
                    provision: settled(provision),
                    at,
                    proposal,
                }),
            }
            after = Some(provision.id);
        }
        stand
    }

    /// Returns the delegation's text: the provisions of the base with its words, without those that it
    /// wants no more, with those that it moves and inserts in their places.
    ///
    /// # Errors
    /// What [`Stand::faults`] lists.
    pub fn text(&self, base: &Expression) -> Result<Vec<Provision>, Vec<StandFault>> {
        let words = |own: &Provision, placement: Option<&Placement>| {
            let mut provision = self.worded(own);
            if let Some(placement) = placement {
                provision.parent = placement.parent;
            }
            provision
        };
        let (text, faults) = self.build(base, words, |own| own.provision.clone());
        if faults.is_empty() {
            Ok(text)
        } else {
            Err(faults)
        }
    }

    /// Returns everything in which this stand does not fit the base.
    pub fn faults(&self, base: &Expression) -> Vec<StandFault> {
        // Whether it fits, the ids tell: no word of the text is copied for that.
        self.build(base, |own, _| own.id, |own| own.provision.id).1
    }

    /// Puts what the delegation's text holds in order: of each provision of the base that it wants what
    /// `known` makes of it, with how it moves it if it does, and of each insertion what `new` makes of it.
    fn build<P: Placed>(
        &self,
        base: &Expression,
        known: impl Fn(&Provision, Option<&Placement>) -> P,
        new: impl Fn(&Insertion) -> P,
    ) -> (Vec<P>, Vec<StandFault>) {
        let ids: BTreeSet<ProvisionId> = base.provisions.iter().map(|own| own.id).collect();
        let mut faults = Vec::new();
        let mut fault = |provision, reason| {
            faults.push(StandFault {
                delegation: self.delegation.clone(),
                provision,
                reason,
            });
        };
        for id in self.texts.keys().filter(|id| !ids.contains(id)) {
            fault(*id, StandReason::Foreign);
        }
        let mut inserted = BTreeSet::new();
        for insertion in &self.insertions {
            let id = insertion.provision.id;
            if insertion.provision.body.is_contested() {
                fault(id, StandReason::ContestedBase);
            }
            if ids.contains(&id) || !inserted.insert(id) {
                fault(id, StandReason::Taken);
            }
        }
        let mut pieces = Vec::new();
        for placement in &self.placements {
            let own = base.provision(placement.provision);
            match own.filter(|own| !self.drops(own.id)) {
                Some(own) => pieces.push((placement.after, known(own, Some(placement)))),
                None => fault(placement.provision, StandReason::Foreign),
            }
        }
        let moved: BTreeSet<ProvisionId> = self
            .placements
            .iter()
            .map(|placement| placement.provision)
            .collect();
        let unmoved = base
            .provisions
            .iter()
            .filter(|own| !moved.contains(&own.id) && !self.drops(own.id));
        let skeleton: Vec<P> = unmoved.map(|own| known(own, None)).collect();
        for insertion in &self.insertions {
            pieces.push((insertion.after, new(insertion)));
        }
        let (text, left) = order::thread(skeleton, pieces);
        for id in left {
            fault(id, StandReason::NoAnchor);
        }
        (text, faults)
    }

    /// Whether the delegation wants no such provision.
    fn drops(&self, id: ProvisionId) -> bool {
        let tabled = self.texts.get(&id);
        tabled.is_some_and(|tabled| tabled.content == Content::NoText)
    }

    /// A provision of the base in this delegation's words.
    fn worded(&self, own: &Provision) -> Provision {
        let mut provision = match self.texts.get(&own.id).map(|tabled| &tabled.content) {
            Some(Content::Text(words)) => with_body(own, Body::of(words.clone())),
            Some(Content::NoText) | None => settled(own),
        };
        let labelled = |changed: &&Restructured| {
            changed.provision == own.id && matches!(changed.change, Change::Relabel(_))
        };
        if let Some(Change::Relabel(label)) = self
            .changes
            .iter()
            .rev()
            .find(labelled)
            .map(|changed| &changed.change)
        {
            provision.label.clone_from(label);
        }
        provision
    }

    /// Whether the delegation said something on this provision of the base.
    pub fn speaks_on(&self, id: ProvisionId) -> bool {
        self.texts.contains_key(&id)
            || self.placements.iter().any(|own| own.provision == id)
            || self.changes.iter().any(|own| own.provision == id)
    }
}

/// A provision as one delegation's text holds it: with one reading and no rivals.
pub fn settled(provision: &Provision) -> Provision {
    with_body(provision, Body::of(trimmed(provision.body.base())))
}

/// A provision with one reading and no rivals, in these words.
pub(crate) fn with_body(provision: &Provision, body: Body) -> Provision {
    Provision {
        id: provision.id,
        kind: provision.kind,
        label: provision.label.clone(),
        parent: provision.parent,
        body,
        alternatives: Vec::new(),
        inserted_by: Vec::new(),
        notes: provision.notes.clone(),
        rules: provision.rules.clone(),
    }
}

/// Words as the beginning of a provision: no space stands before the first.
pub(crate) fn trimmed(mut words: Passage) -> Passage {
    if let Some(first) = words.first_mut() {
        first.space_before = false;
    }
    words
}
