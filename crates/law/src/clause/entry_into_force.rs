//! General entry into force of a treaty (VCLT art. 24): by its rule, or by the residual rule where
//! it has none and the negotiating States are known; alone, or together with another treaty.

use alloc::boxed::Box;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::clause::evaluate;
use crate::clause::explain::{Reason, Residual, Step, Together};
use crate::clause::moment::{self, Derived, Outcome};
use crate::clause::rule::{
    Atom, Condition, ExtensionKeyword, Force as ForceRule, GroupSource, Moment, Noun,
    OrganizationCounting, Point, Set, Term,
};
use crate::clause::scene::{Other, Scene};
use crate::party::ParticipantKind;
use crate::status::history::Force;
use crate::status::missing::conditions;
use crate::treaty::{NEGOTIATING, Treaty};

/// The statements that are not evaluated and on which general entry into force may depend.
const DECISIVE: [ExtensionKeyword; 5] = [
    ExtensionKeyword::InForceBeyond,
    ExtensionKeyword::ConsentBeyond,
    ExtensionKeyword::Declaration,
    ExtensionKeyword::Link,
    ExtensionKeyword::ReadSo,
];

/// Whether a treaty has a rule by which its entry into force can be computed, or words in its place.
pub(crate) fn has_rule(treaty: &Treaty) -> bool {
    treaty.force().is_some()
        || treaty.together().is_some()
        || decisive_extension(treaty).is_some()
        || negotiating_states_known(treaty)
}

/// Returns the day of general entry into force, and how it follows.
pub(crate) fn general(scene: Scene<'_>) -> Derived {
    let separate = separate(scene);
    let Some((index, treaty)) = scene.treaty.together() else {
        return separate.unwrap_or_else(no_rule);
    };
    let other = match scene.others.find(scene.register, treaty) {
        Other::NotHeld => Outcome::undetermined(None, Reason::TreatyNotHeld(treaty.clone())),
        Other::Unsettled => Outcome::undetermined(None, Reason::TreatyUndetermined(treaty.clone())),
        Other::Settled(history) => reached(history.force(), treaty),
    };
    together(index, separate, Vec::from([(treaty.clone(), Some(other))]))
}

/// Returns the one day of treaties that enter into force together: the later of those that they
/// reach separately. One without a clause of its own waits for the others alone.
pub(crate) fn together(
    index: usize,
    separate: Option<Derived>,
    others: Vec<(TreatyId, Option<Outcome>)>,
) -> Derived {
    let (own, mut steps) = separate.map_or((None, Vec::new()), |(own, steps)| (Some(own), steps));
    steps.push(Step::Statement(index));
    for (treaty, other) in &others {
        steps.push(Step::Together(Box::new(Together {
            treaty: treaty.clone(),
            own: own.as_ref().and_then(Outcome::day),
            other: other.as_ref().and_then(Outcome::day),
        })));
    }
    let others_reached = others.into_iter().filter_map(|(_, other)| other);
    let outcomes: Vec<Outcome> = own.into_iter().chain(others_reached).collect();
    if outcomes.is_empty() {
        return (Outcome::undetermined(None, Reason::NoRule), steps);
    }
    (moment::latest_of(outcomes).0, steps)
}

/// What another treaty has reached, seen from one that enters into force together with it.
fn reached(force: &Force, treaty: &TreatyId) -> Outcome {
    match force {
        Force::InForce { since, trigger } => Outcome::Day {
            day: *since,
            trigger: trigger.unwrap_or(*since),
        },
        Force::NotInForce => Outcome::Never,
        Force::Undetermined { not_before, .. } => {
            Outcome::undetermined(*not_before, Reason::TreatyUndetermined(treaty.clone()))
        }
        Force::NoRule => Outcome::undetermined(None, Reason::TreatyUndetermined(treaty.clone())),
    }
}

/// Returns the day that the treaty's own clause gives; `None` if it has none beside that it enters
/// into force together with another.
pub(crate) fn separate(scene: Scene<'_>) -> Option<Derived> {
    if let Some(index) = decisive_extension(scene.treaty) {
        let reason = Reason::NotEvaluated(index);
        return Some((
            Outcome::undetermined(None, reason),
            Vec::from([Step::Statement(index)]),
        ));
    }
    if let Some((index, rule)) = scene.treaty.force() {
        let (outcome, mut steps) = by_rule(rule, scene);
        steps.splice(0..0, organizations(&outcome, scene));
        steps.insert(0, Step::Statement(index));
        return Some((outcome, steps));
    }
    if scene.treaty.together().is_some() {
        return None;
    }
    if !negotiating_states_known(scene.treaty) {
        return Some(no_rule());
    }
    let (outcome, mut steps) = moment::moment(&residual(), scene);
    steps.insert(0, Step::Residual(Residual::AllNegotiating));
    Some((outcome, steps))
}

fn by_rule(rule: &ForceRule, scene: Scene<'_>) -> Derived {
    match rule {
        ForceRule::Moment(moment) => moment::moment(moment, scene),
        ForceRule::Unmodelled(words) => (
            Outcome::undetermined(None, Reason::Unmodelled(words.clone())),
            Vec::new(),
        ),
        ForceRule::While {
            condition,
            tested_on,
        } => {
            let mut steps = Vec::new();
            let first = evaluate::first_day(condition, scene);
            let outcome = moment::held(first, &mut steps);
            (between_tests(outcome, tested_on.as_deref()), steps)
        }
    }
}

/// A condition that is tested on certain days only may have held at none of them: from the day on
/// which it came to hold nothing is known.
fn between_tests(outcome: Outcome, tested_on: Option<&str>) -> Outcome {
    let Some(days) = tested_on else {
        return outcome;
    };
    let untested = Reason::TestDays(days.into());
    match outcome {
        Outcome::Never => Outcome::Never,
        Outcome::Day { day, .. } => Outcome::undetermined(Some(day), untested),
        Outcome::Undetermined {
            not_before,
            mut reasons,
        } => {
            reasons.push(untested);
            Outcome::Undetermined {
                not_before,
                reasons,
            }
        }
    }
}

fn no_rule() -> Derived {
    (Outcome::undetermined(None, Reason::NoRule), Vec::new())
}

/// How the organizations that had consented by the trigger were counted, where the rule counts
/// instruments or shares (S-4). In a register without their members they are not counted.
fn organizations(outcome: &Outcome, scene: Scene<'_>) -> Vec<Step> {
    if !counts_instruments(scene.treaty) {
        return Vec::new();
    }
    let trigger = match outcome {
        Outcome::Day { trigger, .. } => Some(*trigger),
        Outcome::Never | Outcome::Undetermined { .. } => None,
    };
    let mut steps = Vec::new();
    for consent in scene.consents {
        let Some((from, _)) = consent.counts else {
            continue;
        };
        let is_organization = scene.register.kind(consent.party) == ParticipantKind::Organization;
        if !is_organization || trigger.is_some_and(|trigger| trigger < from) {
            continue;
        }
        let (counting, layer) = scene.policies.organizations(Some(trigger.unwrap_or(from)));
        let organization = &scene.register.participant(consent.party).id;
        let step = Step::Organizations {
            counting,
            layer,
            members_unknown: counting == OrganizationCounting::NotAdditional
                && scene.register.membership(organization).is_none(),
        };
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    steps
}

fn counts_instruments(treaty: &Treaty) -> bool {
    let conditions = conditions(treaty);
    conditions
        .iter()
        .flat_map(|condition| condition.atoms())
        .any(|atom| {
            matches!(
                atom,
                Atom::Count {
                    noun: Noun::Instruments,
                    ..
                } | Atom::Share { .. }
            )
        })
}

fn decisive_extension(treaty: &Treaty) -> Option<usize> {
    let mut extensions = treaty.extensions();
    extensions
        .find(|(_, found)| DECISIVE.contains(&found.keyword))
        .map(|(index, _)| index)
}

fn negotiating_states_known(treaty: &Treaty) -> bool {
    treaty
        .group(NEGOTIATING)
        .is_some_and(|group| !matches!(group.members, GroupSource::Unknown(_)))
}

/// When all negotiating States have consented (VCLT art. 24(2)).
pub(crate) fn residual() -> Moment {
    let all = Atom::AllOf(Set::Named(NEGOTIATING.into()));
    Moment::Latest(Vec::from([Term::On(Point::TheDay(Condition::Atom(all)))]))
}
