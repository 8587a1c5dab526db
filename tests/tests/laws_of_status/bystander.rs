//! What binds a participant arises from its own acts: examinations of whoever has none rest on this.

use proptest::prelude::*;

use crate::world::{World, told};
use crate::{choices, many};

proptest! {
    #![proptest_config(many(2_000))]

    /// Successions, continuations and the members of organizations included.
    #[test]
    fn who_has_no_act_on_a_treaty_has_no_effect_of_it(made in choices()) {
        let mut world = World::of(made);
        let register = match world.another_act() {
            Some(act) => world.and(act),
            None => world.register.clone(),
        };
        let lens = world.lens();
        for history in register.chronicle(lens) {
            let treaty = register.treaty(history.treaty);
            for party in register.parties() {
                let id = &register.participant(party).id;
                let acts = treaty.acts().iter().any(|act| act.participant == *id);
                let effects = history.effects_of(party).count();
                prop_assert!(acts || effects == 0, "{id}: {}", told(&world.files));
            }
        }
    }
}
