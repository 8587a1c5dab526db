//! Histories of many treaties, each after those it refers to. A circle is never solved silently
//! (E05): every treaty on it is undetermined and says so.

use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::denunciation::Since;
use crate::clause::dependency;
use crate::clause::entry_into_force;
use crate::clause::explain::{Derivation, Reason};
use crate::clause::layers::Policies;
use crate::clause::moment::{Derived, Outcome};
use crate::clause::rule::{Force as ForceRule, Moment, Rule, Withdrawal};
use crate::clause::scene::{Application, Scene, Settled};
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::bound::{self, General, Joining};
use crate::status::fact;
use crate::status::history::{Effect, Force, History, Lens, Start, View};
use crate::status::joint;
use crate::status::lapse::{self, Lapses};
use crate::status::live::{self, LiveConsent, Rules};
use crate::status::provisional;
use crate::treaty::Treaty;

impl Register {
    /// Returns the histories of all treaties under a lens, in the order of the register.
    pub fn chronicle(&self, lens: Lens) -> Vec<History> {
        settle(self, self.treaty_places(), lens).into_histories()
    }

    /// Returns the history of one treaty under a lens; only the treaties that it refers to are
    /// settled with it.
    ///
    /// # Panics
    ///
    /// Never for a place that this register gave: what is asked for is always settled.
    pub fn history(&self, treaty: TreatyIndex, lens: Lens) -> History {
        let settled = settle(self, [treaty], lens);
        settled
            .take(treaty)
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

/// Settles these treaties and those that they refer to.
fn settle(
    register: &Register,
    roots: impl IntoIterator<Item = TreatyIndex>,
    lens: Lens,
) -> Settled {
    let treaties = register.treaties();
    let refers = |place: usize| {
        let named = dependency::dependencies(&treaties[place].clauses).into_iter();
        named
            .filter_map(|id| register.treaty_place(&id))
            .map(TreatyIndex::at)
            .collect()
    };
    let roots = roots.into_iter().map(TreatyIndex::at);
    let mut settled = Settled::default();
    for group in dependency::order(roots, refers) {
        let circle: Option<Vec<TreatyId>> = group.is_circle.then(|| {
            let ids = group.members.iter().map(|place| &treaties[*place].id);
            ids.cloned().collect()
        });
        let places = group.members.iter().copied();
        let members: Vec<TreatyIndex> = places
            .filter_map(|place| u32::try_from(place).ok())
            .map(TreatyIndex)
            .collect();
        let joint = if group.is_circle {
            joint::settle(register, &members, lens, &settled)
        } else {
            Vec::new()
        };
        // Nobody on a circle sees another as settled, whoever comes first.
        let histories = members.iter().enumerate().map(|(nth, treaty)| {
            let given = match (joint.get(nth), &circle) {
                (Some(derived), _) => Some(derived.clone()),
                (None, Some(circle)) => Some(waiting_in_a_circle(circle)),
                (None, None) => None,
            };
            history_of(register, *treaty, lens, &settled, given)
        });
        for history in histories.collect::<Vec<History>>() {
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
    given: Option<Derived>,
) -> History {
    let treaty = register.treaty(place);
    let policies = register.policies(treaty);
    let facts = fact::gather(register, treaty, lens.known);
    let signatures = signatures(&facts);
    let applications = applications(&facts);
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
        applications: &applications,
        others: settled,
    };
    let has_rule = entry_into_force::has_rule(treaty);
    let (computed, steps) = general_force(scene, has_rule, given);
    let in_view = in_view(&computed, treaty, lens.view);
    let general = General {
        force: &in_view,
        view: lens.view,
        has_rule,
        joining: Joining::of(treaty),
    };
    let with_bars = bars_notices(treaty).then(|| {
        let rules = Rules {
            general: in_view.as_since(),
            ..rules
        };
        live::unfold(&facts, &rules, &|consent| {
            bound::start(consent, general, scene).0.as_since()
        })
    });
    // Starts are computed while the scene still holds the consents, which then move into the effects.
    let dated = |consents: &[LiveConsent]| -> Vec<(Start, Derivation)> {
        let starts = consents
            .iter()
            .map(|consent| bound::start(consent, general, scene));
        starts.collect()
    };
    let starts = dated(with_bars.as_ref().unwrap_or(&before_force));
    let consents = with_bars.unwrap_or(before_force);
    // Few treaties have clauses that look at the consents once more, now that their ends are settled.
    let looks_again = lapse::may_lapse(treaty) || provisional::may_be(treaty);
    let looked_at_again = looks_again.then(|| consents.clone());
    let effects = consents.into_iter().zip(starts);
    let mut effects: Vec<Effect> = effects
        .map(|(consent, (start, steps))| Effect {
            consent,
            start,
            steps,
        })
        .collect();
    let scene = Scene {
        consents: looked_at_again.as_deref().unwrap_or_default(),
        register,
        treaty,
        policies,
        signatures: &signatures,
        applications: &applications,
        others: settled,
    };
    let provisional = provisional::force(scene, &in_view);
    let Lapses {
        lapses,
        steps: lapse_steps,
    } = lapse::lapses(scene, &computed, &in_view, &effects);
    if !lapses.is_empty() {
        for effect in &mut effects {
            let start = lapse::start_after(effect.start, &lapses, &mut effect.steps);
            effect.start = bound::while_live(start, &effect.consent);
        }
    }
    History {
        treaty: place,
        lens,
        computed,
        steps,
        in_view,
        lapses,
        lapse_steps,
        provisional,
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
    let settled = settle(register, [place], lens);
    in_scene_of(register, place, lens, &settled, look)
}

/// Looks at the scene of a treaty beside what is settled so far.
pub(crate) fn in_scene_of<T>(
    register: &Register,
    place: TreatyIndex,
    lens: Lens,
    settled: &Settled,
    look: impl FnOnce(Scene<'_>) -> T,
) -> T {
    let treaty = register.treaty(place);
    let policies = register.policies(treaty);
    let facts = fact::gather(register, treaty, lens.known);
    let signatures = signatures(&facts);
    let applications = applications(&facts);
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
        applications: &applications,
        others: settled,
    })
}

fn general_force(scene: Scene<'_>, has_rule: bool, given: Option<Derived>) -> (Force, Derivation) {
    let (outcome, steps) = match given {
        Some(given) => given,
        None if !has_rule => return (Force::NoRule, Vec::new()),
        None => entry_into_force::general(scene),
    };
    (force_of(outcome), steps)
}

/// Entry into force of a treaty that waits for others which wait for it (E05).
fn waiting_in_a_circle(circle: &[TreatyId]) -> Derived {
    let reason = Reason::Circular(circle.to_vec());
    (Outcome::undetermined(None, reason), Vec::new())
}

pub(super) fn force_of(outcome: Outcome) -> Force {
    match outcome {
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
    }
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

/// The times during which notices of provisional application run; on one day the end comes first.
fn applications(facts: &[fact::Fact]) -> Vec<Application> {
    let mut found: Vec<Application> = Vec::new();
    for own in facts.chunk_by(|one, next| one.party == next.party) {
        for day in own.chunk_by(|one, next| one.date == next.date) {
            let of_kind = |kind| day.iter().find(|fact| fact.kind == kind);
            let running = |it: &Application| it.party == day[0].party && it.until.is_none();
            if let Some(end) = of_kind(ActKind::EndOfProvisionalApplication)
                && let Some(application) = found.last_mut().filter(|it| running(it))
            {
                application.until = Some(end.date);
            }
            let is_running = found.last().is_some_and(running);
            if let Some(begin) = of_kind(ActKind::ProvisionalApplication)
                && !is_running
            {
                found.push(Application {
                    party: begin.party,
                    act: begin.act,
                    from: begin.date,
                    until: None,
                });
            }
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    use crate::clause::explain::{Layer, Step};
    use crate::clause::rule::OrganizationCounting;

    /// A treaty is settled after those it refers to, in whatever order they entered.
    #[test]
    fn a_treaty_waits_for_those_it_refers_to() {
        let rules = [
            "\nin force 1 months after the day treaty t-2 in force",
            "\nin force on the day at least 1 states",
        ];
        let register = registers(&rules, &["t-2 AAA ratification 2001-01-01"]);
        assert_eq!(since(&register), "2001-02-01");
        let histories = register.chronicle(Lens::default());
        assert_eq!(histories[0], history(&register));
    }

    /// E05: treaties that wait for each other are undetermined, and each names the circle.
    #[test]
    fn a_circle_is_never_solved_silently() {
        let rules = [
            "\nin force on the day treaty t-2 in force",
            "\nin force on the day treaty t-1 in force",
        ];
        for history in registers(&rules, &[]).chronicle(Lens::default()) {
            let Force::Undetermined { reasons, .. } = history.computed else {
                panic!("a circle has no date");
            };
            assert!(matches!(reasons.as_slice(), [Reason::Circular(circle)] if circle.len() == 2));
        }
    }

    /// Semantics 10: who is a party to a treaty that is undetermined is not known, and says why.
    #[test]
    fn parties_to_an_undetermined_treaty_are_a_reason() {
        let rules = [
            "\nin force on the day at least 1 of parties to t-2",
            "\nin force unmodelled \"later\"",
        ];
        let register = registers(
            &rules,
            &[
                "AAA ratification 2001-01-01",
                "t-2 AAA ratification 2001-01-01",
            ],
        );
        let Force::Undetermined { reasons, .. } = history(&register).computed else {
            panic!("the other treaty has no date");
        };
        assert!(matches!(
            reasons.as_slice(),
            [Reason::TreatyUndetermined(_)]
        ));
    }

    /// Semantics 10: the announced date stands in for the computed one, in its own view only.
    #[test]
    fn the_announced_date_is_a_declared_assumption() {
        let rule =
            "\n  announced in force 2001-05-05\ngroup G unknown\nin force on the day all of G";
        let register = register(rule, &["AAA ratification 2001-01-01"]);
        let lens = Lens {
            view: View::Announced,
            ..Lens::default()
        };
        let announced = register.history(TreatyIndex(0), lens);
        assert_eq!(announced.force().since(), Some(day("2001-05-05")));
        assert_eq!(
            announced.effects[0].steps[1],
            Step::Announced(day("2001-05-05"))
        );
        assert_eq!(history(&register).force().since(), None);
    }

    /// S-4, G-1: how an organization was counted is told, with its layer.
    #[test]
    fn the_counting_of_organizations_is_told() {
        let rule = "\nin force on the day at least 1 instruments";
        let acts = ["X-ORG accession 2001-01-01", "AAA ratification 2001-02-01"];
        let told = |clauses: &str| history(&register(clauses, &acts)).steps[1].clone();
        let counting = OrganizationCounting::NotAdditional;
        let expected = Step::Organizations {
            counting,
            layer: Layer::Default,
            members_unknown: true,
        };
        assert_eq!(told(rule), expected);
        let counting = OrganizationCounting::Counted;
        let expected = Step::Organizations {
            counting,
            layer: Layer::Treaty,
            members_unknown: false,
        };
        assert_eq!(
            told(&alloc::format!("\n  policy organizations counted{rule}")),
            expected
        );
    }
}
