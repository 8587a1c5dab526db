//! The text of each delegation, with the voice of its group where it says nothing itself.

use crate::body::Body;
use crate::expression::Expression;
use crate::provision::{Provision, ProvisionId};
use crate::stand::{Change, Content, Stand, settled};
use crate::voice::Voice;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// Returns who speaks for a delegation: the first by code that has a stand.
pub(super) fn group_of<'a>(
    voices: &'a [Voice],
    stands: &[&'a Stand],
    delegation: &ParticipantId,
) -> Option<&'a Stand> {
    voices
        .iter()
        .filter(|voice| voice.speaker != *delegation && voice.members.contains(delegation))
        .find_map(|voice| stand_of(stands, &voice.speaker))
}

fn stand_of<'a>(stands: &[&'a Stand], delegation: &ParticipantId) -> Option<&'a Stand> {
    stands
        .iter()
        .find(|own| own.delegation == *delegation)
        .copied()
}

/// Returns the text of a delegation: its own stand, over that of its group, over the base.
pub(super) fn text_of(
    base: &Expression,
    stands: &[&Stand],
    voices: &[Voice],
    delegation: &ParticipantId,
) -> Vec<Provision> {
    let own = stand_of(stands, delegation);
    let group = group_of(voices, stands, delegation);
    // The stands were examined before: they fit.
    let whole = |stand: &Stand| stand.text(base).unwrap_or_default();
    match (own, group) {
        (None, None) => base.provisions.iter().map(settled).collect(),
        (Some(own), None) => whole(own),
        (None, Some(group)) => whole(group),
        (Some(own), Some(group)) => over(base, own, whole(group)),
    }
}

/// Puts a member's own stand over the text of its group.
fn over(base: &Expression, own: &Stand, mut text: Vec<Provision>) -> Vec<Provision> {
    let places: BTreeMap<ProvisionId, usize> = base
        .provisions
        .iter()
        .enumerate()
        .map(|(at, own)| (own.id, at))
        .collect();
    for (id, tabled) in &own.texts {
        let found = text.iter().position(|provision| provision.id == *id);
        match (&tabled.content, found) {
            (Content::NoText, Some(at)) => {
                text.remove(at);
            }
            (Content::NoText, None) => {}
            (Content::Text(words), Some(at)) => text[at].body = Body::of(words.clone()),
            (Content::Text(words), None) => {
                let place = places.get(id).copied().unwrap_or(usize::MAX);
                let earlier = |own: &Provision| places.get(&own.id).is_some_and(|at| *at < place);
                let at = text.iter().rposition(earlier).map_or(0, |at| at + 1);
                if let Some(known) = base.provision(*id) {
                    let mut provision = settled(known);
                    provision.body = Body::of(words.clone());
                    text.insert(at, provision);
                }
            }
        }
    }
    for changed in &own.changes {
        if let (Change::Relabel(label), Some(provision)) = (
            &changed.change,
            text.iter_mut().find(|own| own.id == changed.provision),
        ) {
            provision.label.clone_from(label);
        }
    }
    for placement in &own.placements {
        if let Some(at) = text.iter().position(|own| own.id == placement.provision) {
            let mut provision = text.remove(at);
            provision.parent = placement.parent;
            insert_after(&mut text, placement.after, provision);
        }
    }
    for insertion in &own.insertions {
        text.retain(|provision| provision.id != insertion.provision.id);
        insert_after(&mut text, insertion.after, settled(&insertion.provision));
    }
    text
}

/// Where what it is to follow is gone, it stands at the end.
fn insert_after(text: &mut Vec<Provision>, after: Option<ProvisionId>, provision: Provision) {
    let at = match after {
        None => 0,
        Some(id) => text
            .iter()
            .position(|own| own.id == id)
            .map_or(text.len(), |at| at + 1),
    };
    text.insert(at, provision);
}
