//! What each delegation's text is, read off the rolling text alone.

use super::Rolling;
use crate::body::{Body, Part, Passage, Position, Reading, Segment, Site, Stance};
use crate::expression::Expression;
use crate::order;
use crate::provision::{Alternative, Provision, ProvisionId};
use crate::stand::{Change, Placement};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

impl Rolling {
    /// Returns the text of a delegation: at each contested place its reading or that of its group, else
    /// the base; with its order and its labels. A silent delegation's text is the base.
    pub fn project(&self, delegation: &ParticipantId) -> Expression {
        let texts: Vec<Provision> = self
            .expression
            .provisions
            .iter()
            .filter_map(|own| self.projected(own, delegation))
            .collect();
        let placements = self.placements_of(delegation);
        let by_id: BTreeMap<ProvisionId, &Placement> =
            placements.iter().map(|own| (own.provision, own)).collect();
        let mut pieces = BTreeMap::new();
        let mut skeleton = Vec::with_capacity(texts.len());
        for mut provision in texts {
            match by_id.get(&provision.id) {
                Some(placement) => {
                    provision.parent = placement.parent;
                    pieces.insert(provision.id, (placement.after, provision));
                }
                None => skeleton.push(provision),
            }
        }
        let pieces = placements
            .iter()
            .filter_map(|own| pieces.remove(&own.provision))
            .collect();
        let (provisions, _) = order::thread(skeleton, pieces);
        Expression {
            language: self.expression.language.clone(),
            headers: self.expression.headers.clone(),
            provisions,
        }
    }

    /// Returns the base: at each contested place the base reading, and nothing that is inserted.
    pub fn base(&self) -> Expression {
        let of_base = |own: &&Provision| own.inserted_by.is_empty();
        Expression {
            language: self.expression.language.clone(),
            headers: self.expression.headers.clone(),
            provisions: self
                .expression
                .provisions
                .iter()
                .filter(of_base)
                .map(|own| Provision {
                    body: Body::of(own.body.base()),
                    alternatives: Vec::new(),
                    ..own.clone()
                })
                .collect(),
        }
    }

    /// Returns the delegations that have spoken, members of groups included, by code.
    pub fn delegations(&self) -> BTreeSet<ParticipantId> {
        let members = self.voices.iter().flat_map(|voice| voice.members.iter());
        self.spoken.keys().chain(members).cloned().collect()
    }

    /// Returns the group whose voice counts for a delegation where it says nothing itself.
    pub fn group_of(&self, delegation: &ParticipantId) -> Option<&ParticipantId> {
        self.voices
            .iter()
            .filter(|voice| voice.speaker != *delegation && voice.members.contains(delegation))
            .map(|voice| &voice.speaker)
            .find(|speaker| self.spoken.contains_key(*speaker))
    }

    /// Returns under whose code a delegation's words on a provision are found.
    pub fn voice_on<'a>(
        &'a self,
        delegation: &'a ParticipantId,
        provision: ProvisionId,
    ) -> &'a ParticipantId {
        let spoken = self.spoken.get(delegation);
        if spoken.is_some_and(|own| own.contains_key(&provision)) {
            return delegation;
        }
        self.group_of(delegation).unwrap_or(delegation)
    }

    fn placements_of(&self, delegation: &ParticipantId) -> &[Placement] {
        let by = if self.spoken.contains_key(delegation) {
            delegation
        } else {
            self.group_of(delegation).unwrap_or(delegation)
        };
        self.placements
            .get(by)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// A provision as this delegation has it; none if it has it not.
    pub(crate) fn projected(
        &self,
        own: &Provision,
        delegation: &ParticipantId,
    ) -> Option<Provision> {
        let voice = self.voice_on(delegation, own.id);
        if !own.inserted_by.is_empty() && !own.inserted_by.contains(voice) {
            return None;
        }
        let body = match own.alternatives.iter().find(|rival| rival.is_of(voice)) {
            Some(rival) => Body::of(rival.body.as_ref()?.base()),
            None => Body::of(words_of(&own.body, voice)),
        };
        Some(Provision {
            body,
            label: self.label_of(own, delegation),
            alternatives: Vec::new(),
            inserted_by: Vec::new(),
            ..own.clone()
        })
    }

    fn label_of(&self, own: &Provision, delegation: &ParticipantId) -> Option<crate::Label> {
        let relabelled = |by: &ParticipantId| {
            let changes = self.changes.get(by)?.iter().rev();
            changes
                .filter(|changed| changed.provision == own.id)
                .find_map(|changed| match &changed.change {
                    Change::Relabel(label) => Some(label.clone()),
                    Change::Split(_) | Change::Join(_) | Change::Conflict(_) => None,
                })
        };
        let of_group = || relabelled(self.group_of(delegation)?);
        relabelled(delegation)
            .or_else(of_group)
            .or_else(|| self.labels.get(&own.id).cloned())
            .unwrap_or_else(|| own.label.clone())
    }
}

impl Stance {
    /// Whether by it this delegation wants the reading.
    pub(crate) fn wants(&self, delegation: &ParticipantId) -> bool {
        self.is_support() && self.delegation.as_ref() == Some(delegation)
    }

    /// Whether by it a delegation wants the reading: it proposes or supports it.
    pub(crate) fn is_support(&self) -> bool {
        matches!(self.position, Position::Propose | Position::Support)
    }
}

impl Reading {
    /// Whether this delegation wants the reading.
    pub fn is_of(&self, delegation: &ParticipantId) -> bool {
        self.stances.iter().any(|stance| stance.wants(delegation))
    }

    /// Returns its words as this delegation has them.
    pub fn words_of(&self, delegation: &ParticipantId) -> Passage {
        let mut words = Passage::new();
        for segment in &self.segments {
            match segment {
                Segment::Words(tokens) => words.extend_from_slice(tokens),
                Segment::Site(site) => words.extend(site.words_of(delegation)),
            }
        }
        words
    }
}

impl Alternative {
    /// Whether this delegation wants the alternative.
    pub fn is_of(&self, delegation: &ParticipantId) -> bool {
        self.stances.iter().any(|stance| stance.wants(delegation))
    }
}

impl Site {
    /// Returns what a delegation has at this place: its reading, else that of the base.
    pub fn words_of(&self, delegation: &ParticipantId) -> Passage {
        let own = self.readings.iter().find(|own| own.is_of(delegation));
        let base = || self.readings.iter().find(|own| own.is_base);
        own.or_else(base)
            .or_else(|| self.readings.first())
            .map(|reading| reading.words_of(delegation))
            .unwrap_or_default()
    }
}

/// Returns the words of a body as a delegation has them.
fn words_of(body: &Body, delegation: &ParticipantId) -> Passage {
    let mut words = Passage::new();
    for part in &body.parts {
        match part {
            Part::Words(tokens) => words.extend_from_slice(tokens),
            Part::Site(site) => words.extend(site.words_of(delegation)),
        }
    }
    words
}
