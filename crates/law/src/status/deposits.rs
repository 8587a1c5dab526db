//! The smallest set of deposits that meets what the tests of a condition lack, where the counting
//! of organizations lets one deposit take away what another brings (S-4).

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::evaluate::Snapshot;
use crate::clause::layers::Policies;
use crate::clause::rule::{Condition, OrganizationCounting, Policy, PolicySetting, Span};
use crate::clause::scene::Scene;
use crate::clause::tally::Lack;
use crate::register::PartyIndex;
use crate::status::cover::{self, Cover, Demand};

/// The smallest cover, and whether no smaller one can exist. An organization may count only as long
/// as none of its members has an instrument here (S-4); then a deposit can take away what another
/// brought. What meets the demands without that rule is a lower bound; the cover is the smaller of
/// one in which no organization is counted and one without those members.
pub(crate) fn smallest(
    condition: &Condition,
    snapshot: &Snapshot<'_>,
    candidates: &[PartyIndex],
    day: Date,
    scene: Scene<'_>,
) -> (Option<Cover>, bool) {
    let bound = cover_of(snapshot, candidates, &|_| true);
    let entangled = entangled(snapshot, candidates, day, scene);
    let bound = match bound {
        Some(bound) if !entangled.is_empty() => bound,
        simple => {
            let proven = simple.as_ref().is_none_or(|cover| cover.proven);
            return (simple, proven);
        }
    };
    let never = [Policy {
        setting: PolicySetting::Organizations(OrganizationCounting::NeverCounted),
        from: None,
        until: None,
        span: Span::default(),
    }];
    let without_organizations = Scene {
        policies: Policies::new(&never, &[]),
        ..scene
    };
    let uncounted = Snapshot::on(condition, day, without_organizations);
    let by_states = cover_of(&uncounted, candidates, &|_| true);
    let by_others = cover_of(snapshot, candidates, &|party| !entangled.contains(&party));
    let found = [by_states, by_others].into_iter().flatten();
    let least = found.min_by_key(Cover::size);
    let proven = least
        .as_ref()
        .is_some_and(|least| bound.proven && least.size() == bound.size());
    (least, proven)
}

/// The members of organizations that are counted only beside none of them, if both could take part.
fn entangled(
    snapshot: &Snapshot<'_>,
    candidates: &[PartyIndex],
    day: Date,
    scene: Scene<'_>,
) -> BTreeSet<PartyIndex> {
    if scene.policies.organizations(Some(day)).0 != OrganizationCounting::NotAdditional {
        return BTreeSet::new();
    }
    let takes_part = |party: &PartyIndex| candidates.contains(party) || snapshot.is_present(*party);
    let organizations = scene.register.memberships().filter(|(organization, _)| {
        scene
            .register
            .party(organization)
            .is_some_and(|party| takes_part(&party))
    });
    organizations
        .flat_map(|(_, membership)| &membership.members)
        .filter(|member| member.is_inside(day))
        .filter_map(|member| scene.register.party(&member.participant))
        .filter(takes_part)
        .collect()
}

/// The smallest cover of what the tests lack by those candidates who may be taken; `None` where
/// there is none.
fn cover_of(
    snapshot: &Snapshot<'_>,
    candidates: &[PartyIndex],
    may_be_taken: &dyn Fn(PartyIndex) -> bool,
) -> Option<Cover> {
    let mut demands = Vec::new();
    for test in snapshot.lacking() {
        let Lack::Sum {
            missing,
            unattainable,
            ..
        } = test.lack
        else {
            continue;
        };
        if unattainable {
            return None;
        }
        let offer = |party: &PartyIndex| {
            if may_be_taken(*party) {
                snapshot.offer(test.place, *party)
            } else {
                0
            }
        };
        demands.push(Demand {
            need: missing,
            offers: candidates.iter().map(offer).collect(),
        });
    }
    cover::smallest(&demands, candidates.len())
}
