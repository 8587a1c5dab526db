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

#[cfg(test)]
mod tests {
    use crate::status::fixture::*;

    use alloc::vec::Vec;

    use crate::register::{Register, TreatyIndex};
    use crate::status::history::Lens;
    use crate::status::missing::{Way, why_not};

    fn way(register: &Register) -> Way {
        let why = why_not(register, TreatyIndex(0), day("2005-01-01"), Lens::default());
        why.ways.into_iter().next().expect("something is lacking")
    }

    fn with_members(least: u32, acts: &[&str], states: &[&str]) -> Register {
        let rule = alloc::format!("\nin force on the day at least {least} instruments");
        let mut register = register(&rule, acts);
        let rows: Vec<_> = states.iter().map(|code| (*code, "", "")).collect();
        register.set_membership(id("X-ORG"), members(&rows));
        register
    }

    /// S-4: an organization is never proposed beside one of its members.
    #[test]
    fn an_organization_and_its_member_are_not_both_proposed() {
        let register = with_members(4, &["DDD ratification 2001-01-01"], &["AAA"]);
        let way = way(&register);
        assert_eq!((way.size(), way.proven_smallest), (Some(3), true));
        assert_eq!(way.in_force_on, Some(day("2005-01-01")));
    }

    /// S-4: where the organization has deposited, a member adds nothing to it.
    #[test]
    fn a_member_takes_the_place_of_its_organization() {
        let register = with_members(2, &["X-ORG accession 2001-01-01"], &["AAA", "BBB", "CCC"]);
        let way = way(&register);
        assert_eq!((way.size(), way.proven_smallest), (Some(1), true));
        let choices = way.deposits.expect("a set suffices");
        assert_eq!(choices[0].among, [party(&register, "DDD")]);
    }

    /// S-4: with everybody a member, the States alone must reach the number.
    #[test]
    fn where_all_are_members_the_organization_does_not_help() {
        let all = ["AAA", "BBB", "CCC", "DDD"];
        let register = with_members(2, &["X-ORG accession 2001-01-01"], &all);
        let way = way(&register);
        assert_eq!((way.size(), way.proven_smallest), (Some(2), false));
        assert_eq!(way.in_force_on, Some(day("2005-01-01")));
    }
}
