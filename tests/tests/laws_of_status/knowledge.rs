//! What the register learns later changes no answer about what it knew before; what lies after the
//! horizon is never told as known; a supposition is written nowhere.

use proptest::prelude::*;
use sponsio_law::act::Act;
use sponsio_law::status::history::Lens;
use sponsio_law::status::supposition::{Selection, Supposition};

use crate::seen::{see, ways};
use crate::world::{World, later, lenses, told};
use crate::{choices, many};

proptest! {
    #![proptest_config(many(2_000))]

    /// G-3: an answer for a knowledge date rests on what was known by then.
    #[test]
    fn what_is_learnt_later_changes_no_earlier_knowledge(made in choices()) {
        let mut world = World::of(made);
        let days = world.days();
        let (Some(known), Some(act)) = (days.first().copied(), world.another_act()) else {
            return Ok(());
        };
        let learnt = later(known, 1 + world.choices.below(500));
        let more = world.and(Act { recorded: Some(learnt), ..act });
        for lens in lenses(Some(known)).into_iter().filter(|lens| lens.known.is_some()) {
            let (before, after) = (see(&world.register, lens, &days), see(&more, lens, &days));
            prop_assert_eq!(before, after, "known {}\n{}", known, told(&world.files));
            if let Some(day) = days.last() {
                prop_assert_eq!(ways(&world.register, lens, *day), ways(&more, lens, *day));
            }
        }
    }

    /// Semantics 13: after the horizon an answer is the last known position, and says so.
    #[test]
    fn nobody_is_called_a_party_on_old_data(made in choices()) {
        let mut world = World::of(made);
        let known = world.days().first().copied();
        for lens in lenses(known) {
            for history in world.register.chronicle(lens) {
                let horizon = history.horizon(&world.register);
                for party in world.register.parties() {
                    let Some(horizon) = horizon else {
                        let answer = history.answer(&world.register, party, later(world_first(), 0));
                        prop_assert!(answer.beyond && answer.known_to.is_none());
                        continue;
                    };
                    let last = history.answer(&world.register, party, horizon);
                    prop_assert!(!last.beyond);
                    for days in [1, 400, 9_000] {
                        let answer = history.answer(&world.register, party, later(horizon, days));
                        prop_assert!(answer.beyond);
                        prop_assert_eq!(answer.known_to, Some(horizon));
                        prop_assert_eq!(answer.position, last.position);
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(many(500))]

    /// Treaty-law 2.8: a supposition leaves the register as it is, and gives what a register with
    /// those acts gives.
    #[test]
    fn what_is_supposed_is_not_written(made in choices()) {
        let mut world = World::of(made);
        let days = world.days();
        let Some(act) = world.another_act() else { return Ok(()) };
        let before = world.register.digest();
        let place = world.register.treaty_place(&act.treaty).expect("the register has it");
        let removed = world.choices.one_of(&world.acts()).clone();
        let leaves_out = world.choices.one_in(2) && removed.treaty == act.treaty;
        let selection = Selection {
            participant: removed.participant.clone(),
            kind: removed.kind(),
            date: Some(removed.date),
        };
        let supposition = Supposition {
            add: vec![act.clone()],
            remove: leaves_out.then_some(selection).into_iter().collect(),
            ..Supposition::default()
        };
        let expected = world.register.suppose(place, &supposition);
        prop_assert_eq!(world.register.digest(), before);
        if leaves_out && removed.kind().is_none() {
            return Ok(());
        }
        let supposed = expected.expect("it names what the register has");
        let meant = |other: &Act| {
            leaves_out
                && other.treaty == removed.treaty
                && other.participant == removed.participant
                && other.kind() == removed.kind()
                && other.date == removed.date
        };
        let mut acts: Vec<Act> = world.acts().into_iter().filter(|act| !meant(act)).collect();
        acts.push(act);
        let built = world.with(acts);
        prop_assert_eq!(supposed.digest(), built.digest());
        let lens = Lens::default();
        prop_assert_eq!(see(&supposed, lens, &days), see(&built, lens, &days));
    }
}

/// A day before all that is generated.
fn world_first() -> sponsio_law::calendar::Date {
    sponsio_law::calendar::parse("1990-01-01").expect("a day")
}
