//! Histories of many treaties, each after those it refers to. A circle is never solved silently
//! (E05): every treaty on it is undetermined and says so.

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::denunciation::Since;
use crate::clause::dependency;
use crate::clause::entry_into_force;
use crate::clause::explain::{Derivation, Reason};
use crate::clause::layers::Policies;
use crate::clause::moment::Outcome;
use crate::clause::rule::{Force as ForceRule, Moment, Rule, Withdrawal};
use crate::clause::scene::{Scene, Settled};
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::bound::{self, General};
use crate::status::fact;
use crate::status::history::{Effect, Force, History, Lens, View};
use crate::status::live::{self, Rules};
use crate::treaty::Treaty;

impl Register {
    /// Returns the histories of all treaties under a lens, in the order of the register.
    pub fn chronicle(&self, lens: Lens) -> Vec<History> {
        let all: Vec<usize> = self.treaty_places().map(TreatyIndex::at).collect();
        settle(self, &all, lens).into_histories()
    }

    /// Returns the history of one treaty under a lens; only the treaties that it refers to are
    /// settled with it.
    ///
    /// # Panics
    ///
    /// Never for a place that this register gave: what is asked for is always settled.
    pub fn history(&self, treaty: TreatyIndex, lens: Lens) -> History {
        let settled = settle(self, &[treaty.at()], lens);
        settled
            .take(treaty.at())
            .expect("every treaty that is asked for is settled")
    }

    /// Returns the policies that govern a treaty, its own over its depositary's.
    pub fn policies<'a>(&'a self, treaty: &'a Treaty) -> Policies<'a> {
        let depositary = treaty
            .depositary()
            .map_or(&[][..], |name| self.depositary(name));
        Policies::new(&treaty.clauses.header.policies, depositary)
    }
}

fn settle(register: &Register, roots: &[usize], lens: Lens) -> Settled {
    let edges: Vec<Vec<usize>> = register
        .treaties()
        .iter()
        .map(|treaty| {
            let named = dependency::dependencies(&treaty.clauses).into_iter();
            named
                .filter_map(|id| register.treaty_place(&id))
                .map(TreatyIndex::at)
                .collect()
        })
        .collect();
    let mut settled = Settled::with_room(register.treaties().len());
    for group in dependency::order(&edges, roots) {
        let circular = match group.as_slice() {
            [one] => edges[*one].contains(one),
            _ => true,
        };
        let circle: Vec<_> = if circular {
            group
                .iter()
                .map(|place| register.treaties()[*place].id.clone())
                .collect()
        } else {
            Vec::new()
        };
        for place in group {
            let Ok(place) = u32::try_from(place) else {
                continue;
            };
            let treaty = TreatyIndex(place);
            let circle = (!circle.is_empty()).then(|| circle.clone());
            let history = history_of(register, treaty, lens, &settled, circle);
            settled.insert(history);
        }
    }
    settled
}

fn history_of(
    register: &Register,
    place: TreatyIndex,
    lens: Lens,
    settled: &Settled,
    circle: Option<Vec<sponsio_record::TreatyId>>,
) -> History {
    let treaty = register.treaty(place);
    let policies = register.policies(treaty);
    let facts = fact::gather(register, treaty, lens.known);
    let signatures = signatures(&facts);
    let rules = Rules {
        treaty,
        policies,
        counted: counted_kinds(treaty),
        general: Since::Not,
    };
    let before_force = live::unfold(&facts, &rules, &|_| Since::Not);
    let scene = Scene {
        register,
        treaty,
        policies,
        consents: &before_force,
        signatures: &signatures,
        others: settled,
    };
    let has_rule = entry_into_force::has_rule(treaty);
    let (computed, steps) = general_force(scene, has_rule, circle);
    let in_view = in_view(&computed, treaty, lens.view);
    let general = General {
        force: &in_view,
        view: lens.view,
        has_rule,
    };
    let consents = bars_notices(treaty).then(|| {
        let rules = Rules {
            general: in_view.as_since(),
            ..rules
        };
        live::unfold(&facts, &rules, &|consent| {
            bound::start(consent, general, scene).0.as_since()
        })
    });
    let mut effects = Vec::with_capacity(before_force.len());
    for consent in consents.as_ref().unwrap_or(&before_force) {
        let (start, steps) = bound::start(consent, general, scene);
        effects.push(Effect {
            consent: consent.clone(),
            start,
            steps,
        });
    }
    History {
        treaty: place,
        lens,
        computed,
        steps,
        in_view,
        effects,
        facts,
    }
}

/// Looks at the scene in which a treaty's clauses are evaluated.
pub(crate) fn in_scene<T>(
    register: &Register,
    place: TreatyIndex,
    lens: Lens,
    look: impl FnOnce(Scene<'_>) -> T,
) -> T {
    let settled = settle(register, &[place.at()], lens);
    let treaty = register.treaty(place);
    let policies = register.policies(treaty);
    let facts = fact::gather(register, treaty, lens.known);
    let signatures = signatures(&facts);
    let rules = Rules {
        treaty,
        policies,
        counted: counted_kinds(treaty),
        general: Since::Not,
    };
    let consents = live::unfold(&facts, &rules, &|_| Since::Not);
    look(Scene {
        register,
        treaty,
        policies,
        consents: &consents,
        signatures: &signatures,
        others: &settled,
    })
}

fn general_force(
    scene: Scene<'_>,
    has_rule: bool,
    circle: Option<Vec<sponsio_record::TreatyId>>,
) -> (Force, Derivation) {
    if let Some(circle) = circle {
        let reasons = Vec::from([Reason::Circular(circle)]);
        return (
            Force::Undetermined {
                not_before: None,
                reasons,
            },
            Vec::new(),
        );
    }
    if !has_rule {
        return (Force::NoRule, Vec::new());
    }
    let (outcome, steps) = entry_into_force::general(scene);
    let force = match outcome {
        Outcome::Day { day, trigger } => Force::InForce {
            since: day,
            trigger: Some(trigger),
        },
        Outcome::Never => Force::NotInForce,
        Outcome::Undetermined {
            not_before,
            reasons,
        } => Force::Undetermined {
            not_before,
            reasons,
        },
    };
    (force, steps)
}

fn in_view(computed: &Force, treaty: &Treaty, view: View) -> Force {
    match (view, treaty.announced()) {
        (View::Announced, Some(since)) => {
            let trigger = match computed {
                Force::InForce { trigger, .. } => *trigger,
                Force::NotInForce | Force::Undetermined { .. } | Force::NoRule => {
                    fixed_day(treaty).filter(|fixed| *fixed == since)
                }
            };
            Force::InForce { since, trigger }
        }
        _ => computed.clone(),
    }
}

/// The fixed day of a rule that names one with a condition: announced as the day of entry into
/// force, it is the trigger day as well.
fn fixed_day(treaty: &Treaty) -> Option<Date> {
    match treaty.force()? {
        (_, ForceRule::Moment(Moment::Fallback { date, .. })) => Some(*date),
        _ => None,
    }
}

fn signatures(facts: &[fact::Fact]) -> Vec<(PartyIndex, Date)> {
    facts
        .iter()
        .filter(|fact| fact.kind.is_signature())
        .map(|fact| (fact.party, fact.date))
        .collect()
}

fn counted_kinds(treaty: &Treaty) -> Option<&[ActKind]> {
    treaty
        .clauses
        .statements
        .iter()
        .find_map(|statement| match &statement.rule {
            Rule::Consent(kinds) => Some(kinds.as_slice()),
            _ => None,
        })
}

fn bars_notices(treaty: &Treaty) -> bool {
    treaty.withdrawal().is_some_and(|(_, withdrawal)| {
        matches!(
            withdrawal,
            Withdrawal::Notice {
                not_before: Some(_),
                ..
            }
        )
    })
}
