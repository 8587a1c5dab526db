//! What would be if: the rolling text after a delegation withdrew, or its text or a reading was taken,
//! with the difference in figures. Never stored.

use crate::body::Body;
use crate::figures::Figures;
use crate::provision::ProvisionId;
use crate::rolling::Rolling;
use crate::stand::Change;
use alloc::collections::BTreeSet;
use sponsio_record::ParticipantId;

/// Which provisions a supposition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    Everywhere,
    /// This provision with all that belongs to it.
    Under(ProvisionId),
}

/// Something that has not happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Supposition {
    /// A delegation withdraws what it tabled and what it said of others' readings.
    Drop(ParticipantId, Scope),
    /// A delegation's text is taken wherever it has spoken, or its group for it. A stand is text, whole,
    /// per provision: nothing else stays open in the words of such a provision.
    Take(ParticipantId, Scope),
    /// A reading is taken: which place of the provision, which of its readings, and of a reading with a
    /// further place which there.
    Accept(ProvisionId, usize, usize, usize),
    /// A whole alternative is taken.
    AcceptAlternative(ProvisionId, char),
}

/// What would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// The rolling text.
    pub rolling: Rolling,
    /// The figures as they are.
    pub before: Figures,
    /// The figures as they would be.
    pub after: Figures,
    /// Where a delegation whose text is taken also moves, splits or joins: that stays open.
    pub structural: BTreeSet<ProvisionId>,
}

impl Rolling {
    /// Returns what would be if this happened, one after the other.
    ///
    /// # Errors
    /// The first supposition that concerns nothing in the text: no such provision, place or reading, or
    /// a delegation that has said nothing there.
    pub fn suppose<'a>(
        &self,
        suppositions: &'a [Supposition],
    ) -> Result<Supposed, &'a Supposition> {
        let mut rolling = self.clone();
        let mut structural = BTreeSet::new();
        for supposition in suppositions {
            if let Supposition::Take(delegation, scope) = supposition {
                structural.extend(rolling.structured(delegation, &rolling.within(*scope)));
            }
            rolling = rolling.after(supposition).ok_or(supposition)?;
        }
        Ok(Supposed {
            before: self.figures(),
            after: rolling.figures(),
            rolling,
            structural,
        })
    }

    fn after(&self, supposition: &Supposition) -> Option<Self> {
        let moved = match supposition {
            Supposition::Drop(delegation, Scope::Everywhere) => self.drop(delegation),
            Supposition::Drop(delegation, scope) => self.withdraw(delegation, &self.within(*scope)),
            Supposition::Take(delegation, scope) => self.take(delegation, &self.within(*scope)),
            Supposition::Accept(provision, site, reading, inner) => {
                self.accept(*provision, *site, *reading, *inner)?
            }
            Supposition::AcceptAlternative(provision, letter) => {
                self.accept_alternative(*provision, *letter)?
            }
        };
        (moved != *self).then_some(moved)
    }

    /// Returns a provision with all that belongs to it, or all provisions.
    pub fn within(&self, scope: Scope) -> BTreeSet<ProvisionId> {
        let all = self.expression.provisions.iter();
        let Scope::Under(top) = scope else {
            return all.map(|own| own.id).collect();
        };
        let mut within = BTreeSet::new();
        // What belongs to a provision follows it.
        for own in all {
            if own.id == top || own.parent.is_some_and(|above| within.contains(&above)) {
                within.insert(own.id);
            }
        }
        within
    }

    /// Returns the rolling text in which a delegation's words of these provisions are in the base and in
    /// every text alike: at each on which it has spoken, or its group for it, nothing in the words stays
    /// open. Moves, splits and joins stay as they are.
    #[must_use]
    pub fn take(&self, delegation: &ParticipantId, within: &BTreeSet<ProvisionId>) -> Self {
        let mut rolling = self.clone();
        for id in within {
            let voice = self.voice_on(delegation, *id);
            let has_spoken = self
                .spoken
                .get(voice)
                .is_some_and(|own| own.contains_key(id));
            if !has_spoken {
                continue;
            }
            let own = self.expression.provision(*id);
            let Some(own) = own.and_then(|own| self.projected(own, delegation)) else {
                rolling.remove(*id);
                continue;
            };
            let of_base = !self.labels.contains_key(id);
            if let Some(taken) = rolling.provision_mut(*id) {
                taken.body = Body::of(own.body.base());
                taken.alternatives.clear();
                taken.inserted_by.clear();
                if of_base {
                    taken.label = own.label;
                }
            }
            if let Some(changes) = rolling.changes.get_mut(voice) {
                changes.retain(|own| {
                    own.provision != *id || !matches!(own.change, Change::Relabel(_))
                });
            }
            rolling.overrides.retain(|own| own.provision != *id);
        }
        rolling
    }

    /// Where a delegation, or its group for it, moves, splits or joins.
    fn structured(
        &self,
        delegation: &ParticipantId,
        within: &BTreeSet<ProvisionId>,
    ) -> BTreeSet<ProvisionId> {
        let is_structural = |id: &&ProvisionId| {
            let voice = self.voice_on(delegation, **id);
            let mut placements = self.placements.get(voice).into_iter().flatten();
            let mut changes = self.changes.get(voice).into_iter().flatten();
            placements.any(|own| own.provision == **id)
                || changes
                    .any(|own| own.provision == **id && !matches!(own.change, Change::Relabel(_)))
        };
        within.iter().filter(is_structural).copied().collect()
    }
}

#[cfg(test)]
mod tests;
