//! Provisional entry into force of a treaty (EIF-13): a state of its own that lasts until definitive
//! entry into force. It changes nobody's status; who applies a treaty provisionally does so by its
//! own notice (VCLT art. 25).

use alloc::vec::Vec;

use crate::clause::explain::{Reason, Step};
use crate::clause::moment::{self, Derived, Outcome};
use crate::clause::rule::ExtensionKeyword;
use crate::clause::scene::Scene;
use crate::status::chronicle::force_of;
use crate::status::history::{Force, ProvisionalForce};
use crate::treaty::Treaty;

/// Whether a clause of the treaty speaks of provisional entry into force.
pub(crate) fn may_be(treaty: &Treaty) -> bool {
    treaty.provisional().is_some()
}

/// Returns whether and since when a treaty is provisionally in force; nothing where no clause says
/// that it may be.
pub(crate) fn force(scene: Scene<'_>, definitive: &Force) -> Option<ProvisionalForce> {
    let (index, (outcome, mut steps)) = match scene.treaty.provisional() {
        Some((index, moment)) => (index, moment::moment(moment, scene)),
        None => not_evaluated(scene)?,
    };
    steps.insert(0, Step::Statement(index));
    let until = definitive.since();
    let doubtful = match definitive {
        Force::Undetermined { not_before, .. } => {
            not_before.or_else(|| force_of(outcome.clone()).earliest())
        }
        Force::InForce { .. } | Force::NotInForce | Force::NoRule => None,
    };
    if outcome != Outcome::Never {
        steps.push(Step::UntilDefinitive {
            provisional: outcome.day(),
            definitive: until,
        });
    }
    let force = force_of(outcome);
    let came_first = until.is_some_and(|until| force.earliest().is_some_and(|day| until <= day));
    Some(ProvisionalForce {
        force: if came_first { Force::NotInForce } else { force },
        until,
        doubtful,
        steps,
    })
}

/// A clause on it that is kept in words.
fn not_evaluated(scene: Scene<'_>) -> Option<(usize, Derived)> {
    let mut unread = scene.treaty.extensions();
    let (index, _) = unread.find(|(_, it)| it.keyword == ExtensionKeyword::ProvisionallyInForce)?;
    let outcome = Outcome::undetermined(None, Reason::NotEvaluated(index));
    Some((index, (outcome, Vec::new())))
}
