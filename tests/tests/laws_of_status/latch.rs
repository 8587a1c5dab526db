//! EIF-6: what happens after the trigger does not change general entry into force.

use proptest::prelude::*;
use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::clause::explain::Step;
use sponsio_law::clause::rule::{Force as Rule, Moment};
use sponsio_law::status::history::{Force, History, Lens};

use crate::world::{World, later, told};
use crate::{choices, many};

/// The day after which nothing can change the general date any more: the trigger, the fixed day on
/// which a condition is tested, and where the earliest of several terms governs, the date itself.
fn settled(world: &World, history: &History) -> Option<sponsio_law::calendar::Date> {
    let Force::InForce {
        since,
        trigger: Some(trigger),
    } = history.computed
    else {
        return None;
    };
    let rule = world
        .register
        .treaty(history.treaty)
        .force()
        .map(|(_, rule)| rule);
    let earliest = matches!(rule, Some(Rule::Moment(Moment::Earliest(_))));
    let tested = history.steps.iter().filter_map(|step| match step {
        Step::Fallback { date, .. } => Some(*date),
        _ => None,
    });
    tested
        .chain([trigger])
        .chain(earliest.then_some(since))
        .max()
}

proptest! {
    #![proptest_config(many(2_000))]

    #[test]
    fn withdrawals_after_the_trigger_change_no_general_date(made in choices()) {
        let mut world = World::of(made);
        let lens = Lens::default();
        for history in world.register.chronicle(lens) {
            let Some(settled) = settled(&world, &history) else { continue };
            let treaty = world.register.treaty(history.treaty).id.clone();
            let mut after = world.register.clone();
            for effect in &history.effects {
                if world.choices.one_in(3) {
                    continue;
                }
                let kind = *world.choices.one_of(&[
                    ActKind::Withdrawal,
                    ActKind::Revocation,
                    ActKind::WithdrawalOfInstrument,
                ]);
                let date = later(settled, 1 + world.choices.below(30));
                let names_effect = kind == ActKind::Withdrawal && world.choices.one_in(2);
                let act = Act {
                    id: None,
                    treaty: treaty.clone(),
                    participant: world.register.participant(effect.consent.party).id.clone(),
                    label: ActLabel::Known(kind),
                    date,
                    effect: names_effect.then_some(date),
                    recorded: None,
                    refers_to: None,
                    source: String::new(),
                    note: String::new(),
                };
                after.apply(act).expect("it names what the register has");
            }
            let computed = after.history(history.treaty, lens).computed;
            prop_assert_eq!(computed, history.computed, "{}\n{}", treaty, told(&world.files));
        }
    }
}
