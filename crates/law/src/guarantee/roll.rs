//! Whom a promise names on a day, as far as that is known: the members of the matrix, the rolls of
//! guarantors and beneficiaries, those whom the register does not know, and the linked instrument.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::rule::{AsAt, GroupSource, Roll, Set};
use crate::clause::scene::Scene;
use crate::clause::truth::Truth;
use crate::clause::units::Members;
use crate::guarantee::coverage::Covered;
use crate::guarantee::promise::{Beneficiaries, Guarantors, Mode, Promise};
use crate::register::{PartyIndex, Register};
use crate::status::history::Lens;

/// Whoever a promise names or an act or group concerns, in the order of the register.
pub(super) fn members(
    register: &Register,
    treaties: &[Covered],
    found: &[(usize, usize, &Promise)],
    among: &[PartyIndex],
) -> Vec<PartyIndex> {
    let mut members = BTreeSet::new();
    for (place, _, promise) in found {
        let covered = &treaties[*place];
        let treaty = register.treaty(covered.history.treaty);
        for set in promise.sets() {
            let listed = match set {
                Set::Listed(listed) => Some(listed),
                Set::Named(name) => match treaty.group(name).map(|group| &group.members) {
                    Some(GroupSource::Listed(listed)) => Some(listed),
                    Some(GroupSource::File(path)) => {
                        let inside = register.group(path).into_iter().flat_map(|group| {
                            let inside = group.members.iter();
                            inside.filter(|member| member.is_inside(covered.day))
                        });
                        members.extend(
                            inside.filter_map(|member| register.party(&member.participant)),
                        );
                        None
                    }
                    Some(GroupSource::Unknown(_)) | None => None,
                },
                _ => None,
            };
            members.extend(
                listed
                    .into_iter()
                    .flatten()
                    .filter_map(|id| register.party(id)),
            );
        }
        let concerned = register.parties().zip(&covered.seats);
        members.extend(
            concerned
                .filter(|(_, seat)| seat.is_concerned())
                .map(|(party, _)| party),
        );
    }
    if !among.is_empty() {
        members.retain(|member| among.contains(member));
        members.extend(among.iter().filter(|_| !found.is_empty()));
    }
    members.into_iter().collect()
}

/// Who of the members is in a set on the day.
pub(super) fn roll(
    set: &Set,
    covered: &Covered,
    members: &[PartyIndex],
    scene: Scene<'_>,
) -> Vec<Truth> {
    // The roll of the parties to the treaty itself is what its history says.
    if let Set::AsAt {
        roll: Roll::Parties,
        day: AsAt::EachDay,
    } = set
    {
        let seats = members.iter().map(|member| covered.seat(*member));
        return seats.map(|seat| seat.party).collect();
    }
    let resolved = Members::of(set, scene, &mut Vec::new());
    members
        .iter()
        .map(|member| resolved.contains(*member, covered.day, scene))
        .collect()
}

/// Whether the guarantors are a closed circle of whom none need act without all others.
pub(super) fn owes_only_together(promise: &Promise) -> bool {
    let closed = matches!(promise.by, Guarantors::Set(_));
    promise.mode == Mode::Jointly && promise.act_alone != Some(true) && closed
}

/// Those who owe only together and are not certainly bound, whether or not they are looked at.
pub(super) fn joint_missing(
    promise: &Promise,
    covered: &Covered,
    scene: Scene<'_>,
) -> Vec<PartyIndex> {
    let Guarantors::Set(set) = &promise.by else {
        return Vec::new();
    };
    if !owes_only_together(promise) {
        return Vec::new();
    }
    let all: Vec<PartyIndex> = scene.register.parties().collect();
    let named = roll(set, covered, &all, scene);
    let named = all.into_iter().zip(named);
    named
        .filter(|(_, by)| *by != Truth::False)
        .map(|(member, _)| member)
        .filter(|member| covered.seat(*member).party != Truth::True)
        .collect()
}

/// How many guarantors and beneficiaries a promise names that the register does not know.
pub(super) fn strangers(promise: &Promise, day: Date, scene: Scene<'_>) -> (u64, u64) {
    let count = |set: &Set| Members::of(set, scene, &mut Vec::new()).strangers(day);
    let by = match &promise.by {
        Guarantors::Set(set) => count(set),
        Guarantors::EachParty | Guarantors::AllParties => 0,
    };
    let to = match &promise.to {
        Beneficiaries::Set(set) | Beneficiaries::Third(set) => count(set),
        _ => 0,
    };
    (by, to)
}

/// Whether the instrument to which a promise is linked is in force on the day.
pub(super) fn link(register: &Register, promise: &Promise, covered: &Covered, lens: Lens) -> Truth {
    let Some(id) = &promise.linked_to else {
        return Truth::True;
    };
    let Some(place) = register.treaty_place(id) else {
        return Truth::Unknown;
    };
    let history = register.history(place, lens);
    let known_to = history.horizon(register);
    if known_to.is_none_or(|known_to| known_to < covered.day) {
        return Truth::Unknown;
    }
    history.in_force_on(covered.day)
}
