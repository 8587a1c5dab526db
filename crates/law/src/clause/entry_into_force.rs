//! General entry into force of a treaty (VCLT art. 24): by its rule, or by the residual rule where
//! it has none and the negotiating States are known.

use alloc::vec::Vec;

use crate::clause::explain::{Reason, Residual, Step};
use crate::clause::moment::{self, Derived, Outcome};
use crate::clause::rule::{
    Atom, Condition, ExtensionKeyword, Force as ForceRule, GroupSource, Moment, Noun,
    OrganizationCounting, Point, Set, Term,
};
use crate::clause::scene::Scene;
use crate::party::ParticipantKind;
use crate::status::missing::conditions;
use crate::treaty::{NEGOTIATING, Treaty};

/// The statements beyond the core on which general entry into force may depend.
const DECISIVE: [ExtensionKeyword; 7] = [
    ExtensionKeyword::InForceWhile,
    ExtensionKeyword::InForceTogether,
    ExtensionKeyword::InForceBeyond,
    ExtensionKeyword::ConsentBeyond,
    ExtensionKeyword::Declaration,
    ExtensionKeyword::Link,
    ExtensionKeyword::ReadSo,
];

/// Whether a treaty has a rule by which its entry into force can be computed, or words in its place.
pub(crate) fn has_rule(treaty: &Treaty) -> bool {
    treaty.force().is_some()
        || decisive_extension(treaty).is_some()
        || negotiating_states_known(treaty)
}

/// Returns the day of general entry into force, and how it follows.
pub(crate) fn general(scene: Scene<'_>) -> Derived {
    if let Some(index) = decisive_extension(scene.treaty) {
        let reason = Reason::NotEvaluated(index);
        return (
            Outcome::undetermined(None, reason),
            Vec::from([Step::Statement(index)]),
        );
    }
    match scene.treaty.force() {
        Some((index, rule)) => {
            let (outcome, mut steps) = match rule {
                ForceRule::Moment(moment) => moment::moment(moment, scene),
                ForceRule::Unmodelled(words) => (
                    Outcome::undetermined(None, Reason::Unmodelled(words.clone())),
                    Vec::new(),
                ),
            };
            steps.splice(0..0, organizations(&outcome, scene));
            steps.insert(0, Step::Statement(index));
            (outcome, steps)
        }
        None if negotiating_states_known(scene.treaty) => {
            let (outcome, mut steps) = moment::moment(&residual(), scene);
            steps.insert(0, Step::Residual(Residual::AllNegotiating));
            (outcome, steps)
        }
        None => (Outcome::undetermined(None, Reason::NoRule), Vec::new()),
    }
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
