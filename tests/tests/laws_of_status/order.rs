//! The order in which things were entered changes nothing; what was done does.

use alloc::collections::BTreeMap;

use proptest::prelude::*;
use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::Date;
use sponsio_tests::generate::Choices;

use crate::seen::{see, ways};
use crate::world::{World, later, told};
use crate::{choices, many};

/// Adds acts of other kinds on the days of acts that are there, so that several acts of one
/// participant meet on a day.
fn crowded(world: &mut World) -> Vec<Act> {
    let mut acts = world.acts();
    for act in world.acts() {
        if world.choices.one_in(4) {
            let kind = *world.choices.one_of(&[
                ActKind::Succession,
                ActKind::Ratification,
                ActKind::Withdrawal,
                ActKind::Revocation,
                ActKind::WithdrawalOfInstrument,
            ]);
            let effect: Option<Date> = world.choices.one_in(2).then(|| later(act.date, 3));
            acts.push(Act {
                id: None,
                label: ActLabel::Known(kind),
                effect,
                refers_to: None,
                ..act
            });
        }
    }
    acts
}

fn shuffled<T>(mut things: Vec<T>, choices: &mut Choices) -> Vec<T> {
    let mut order = Vec::new();
    while !things.is_empty() {
        let bound = u32::try_from(things.len()).unwrap_or(1);
        order.push(things.remove(choices.below(bound) as usize));
    }
    order
}

fn with_participants_reversed(world: &World) -> BTreeMap<String, String> {
    let mut files = world.files.clone();
    let table = files.entry(String::from("participants.csv")).or_default();
    let mut lines: Vec<&str> = table.lines().collect();
    lines[1..].reverse();
    *table = lines.join("\n");
    files
}

proptest! {
    #![proptest_config(many(2_000))]

    /// EIF-8: all acts of a day count together, in whatever order they were entered.
    #[test]
    fn the_order_of_entry_changes_no_result(made in choices()) {
        let mut world = World::of(made);
        let acts = crowded(&mut world);
        let (days, lens) = (world.days(), world.lens());
        let one = world.with(acts.clone());
        let acts = if world.choices.one_in(4) {
            acts.into_iter().rev().collect()
        } else {
            shuffled(acts, &mut world.choices)
        };
        let other = world.with(acts);
        let (here, there) = (see(&one, lens, &days), see(&other, lens, &days));
        prop_assert_eq!(here, there, "{}", told(&world.files));
        if let Some(day) = days.last() {
            prop_assert_eq!(ways(&one, lens, *day), ways(&other, lens, *day));
        }
    }

    /// Nor does the order of the participants.
    #[test]
    fn the_order_of_participants_changes_no_result(made in choices()) {
        let mut world = World::of(made);
        let (days, lens) = (world.days(), world.lens());
        let other = sponsio_tests::assemble::assemble(&with_participants_reversed(&world));
        prop_assert_eq!(see(&world.register, lens, &days), see(&other, lens, &days));
    }
}

proptest! {
    #![proptest_config(many(300))]

    /// Any change of any act changes the digest; the order of entry does not.
    #[test]
    fn the_digest_tells_acts_apart(made in choices()) {
        let mut world = World::of(made);
        let mut acts = world.acts();
        let before = world.register.digest();
        prop_assert_eq!(world.with(acts.iter().rev().cloned().collect()).digest(), before);
        let reversed = sponsio_tests::assemble::assemble(&with_participants_reversed(&world));
        prop_assert_eq!(reversed.digest(), before);
        if acts.is_empty() {
            return Ok(());
        }
        let count = u32::try_from(acts.len()).unwrap_or(1);
        let place = world.choices.below(count) as usize;
        let other = *world.choices.one_of(&ActKind::ALL);
        let act = &mut acts[place];
        let was = act.clone();
        match world.choices.below(8) {
            0 => act.date = later(act.date, 1),
            1 => act.effect = Some(later(act.effect.unwrap_or(act.date), 1)),
            2 => act.recorded = Some(later(act.known_from(), 1)),
            3 => act.label = ActLabel::Known(other),
            4 => act.refers_to = Some(String::from("another")),
            5 => act.note.push('.'),
            6 => act.source.push('.'),
            _ => act.id = Some(String::from("another")),
        }
        let changed = was != acts[place];
        prop_assert_eq!(world.with(acts).digest() != before, changed);
    }
}
