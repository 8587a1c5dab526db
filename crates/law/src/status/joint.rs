//! Treaties that enter into force together: one date for all, the latest of the days that they reach
//! separately. The only circle of references that is allowed (treaty-law 2.4, E05).

use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::clause::dependency;
use crate::clause::entry_into_force;
use crate::clause::moment::{Derived, Outcome};
use crate::clause::scene::Settled;
use crate::register::{Register, TreatyIndex};
use crate::status::chronicle::in_scene_of;
use crate::status::history::Lens;

/// Returns entry into force of each of the treaties of a circle, or nothing if one of them waits for
/// another, or if none has a clause of its own.
pub(crate) fn settle(
    register: &Register,
    members: &[TreatyIndex],
    lens: Lens,
    settled: &Settled,
) -> Vec<Derived> {
    if !members
        .iter()
        .all(|member| only_together(register, *member, members))
    {
        return Vec::new();
    }
    let separate: Vec<Option<Derived>> = members
        .iter()
        .map(|member| in_scene_of(register, *member, lens, settled, entry_into_force::separate))
        .collect();
    if separate.iter().all(Option::is_none) {
        return Vec::new();
    }
    let ids = members
        .iter()
        .map(|member| register.treaty(*member).id.clone());
    let reached: Vec<(TreatyId, Option<Outcome>)> = ids
        .zip(&separate)
        .map(|(id, derived)| (id, derived.as_ref().map(|(outcome, _)| outcome.clone())))
        .collect();
    let joint = members
        .iter()
        .zip(separate)
        .enumerate()
        .map(|(nth, (member, own))| {
            let others = reached
                .iter()
                .enumerate()
                .filter(|(place, _)| *place != nth);
            let others = others.map(|(_, other)| other.clone()).collect();
            let (index, _) = register.treaty(*member).together()?;
            Some(entry_into_force::together(index, own, others))
        });
    joint.collect::<Option<Vec<Derived>>>().unwrap_or_default()
}

/// Whether a treaty refers to the others of its circle only as those with which it enters into force
/// together.
fn only_together(register: &Register, member: TreatyIndex, members: &[TreatyIndex]) -> bool {
    let clauses = &register.treaty(member).clauses;
    let partners = dependency::partners(clauses);
    let inside = |id: &TreatyId| {
        let place = register.treaty_place(id);
        place.is_some_and(|place| members.contains(&place))
    };
    let named = dependency::dependencies(clauses);
    named
        .iter()
        .filter(|id| inside(id))
        .all(|id| partners.contains(id) && register.treaty_place(id) != Some(member))
}
