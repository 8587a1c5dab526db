//! Why not: what is proposed suffices, and nothing less does.

use proptest::prelude::*;
use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::Date;
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::{Force, Lens};
use sponsio_law::status::missing::{Way, What, why_not};

use crate::world::{World, later, told};
use crate::{choices, many};

/// The kind of act of which every treaty's conditions count one.
fn counted(register: &Register, treaty: TreatyIndex) -> ActKind {
    use sponsio_law::clause::rule::Rule;
    let statements = register.treaty(treaty).clauses.statements.iter();
    let mut kinds = statements.filter_map(|statement| match &statement.rule {
        Rule::Consent(kinds) => kinds.first().copied(),
        _ => None,
    });
    kinds.next().unwrap_or(ActKind::Accession)
}

fn with(
    register: &Register,
    treaty: TreatyIndex,
    parties: impl Iterator<Item = PartyIndex>,
    day: Date,
) -> Register {
    let mut supposed = register.clone();
    for party in parties {
        let act = Act {
            id: None,
            treaty: register.treaty(treaty).id.clone(),
            participant: register.participant(party).id.clone(),
            label: ActLabel::Known(counted(register, treaty)),
            date: day,
            effect: None,
            recorded: None,
            refers_to: None,
            source: String::new(),
            note: String::new(),
        };
        supposed.apply(act).expect("it names what the register has");
    }
    supposed
}

fn chosen(way: &Way) -> Option<Vec<PartyIndex>> {
    let choices = way.deposits.as_ref()?.iter();
    Some(
        choices
            .flat_map(|choice| choice.among.iter().copied().take(choice.count))
            .collect(),
    )
}

fn only_deposits(way: &Way) -> bool {
    way.lacks
        .iter()
        .all(|lack| matches!(lack.what, What::Instruments(_) | What::Weight(_)))
}

fn lacks_the_unknown(way: &Way) -> bool {
    way.lacks
        .iter()
        .any(|lack| matches!(lack.what, What::Unknown(_)))
}

proptest! {
    #![proptest_config(many(2_000))]

    /// Treaty-law 2.7: the smallest set of further deposits.
    #[test]
    fn the_deposits_suffice_and_none_is_too_many(made in choices()) {
        let world = World::of(made);
        let register = &world.register;
        let Some(last) = world.acts().iter().map(|act| act.date.max(act.known_from())).max() else {
            return Ok(());
        };
        let day = later(last, 3_000);
        for treaty in register.treaty_places() {
            let why = why_not(register, treaty, day, Lens::default());
            if why.force != Force::NotInForce {
                continue;
            }
            let told = || format!("{}\n{why:#?}\n{}", register.treaty(treaty).id, told(&world.files));
            let known = why.ways.iter().filter(|way| !lacks_the_unknown(way));
            let least = known.filter_map(Way::size).min();
            for way in &why.ways {
                let Some(chosen) = chosen(way) else { continue };
                if only_deposits(way) {
                    let complete = with(register, treaty, chosen.iter().copied(), day);
                    let force = complete.history(treaty, Lens::default()).computed;
                    // What is not known may have brought the treaty into force even earlier.
                    prop_assert!(force != Force::NotInForce, "{}", told());
                    prop_assert_eq!(way.in_force_on, force.since());
                }
                if way.proven_smallest && way.size() == least {
                    for left_out in &chosen {
                        let others = chosen.iter().copied().filter(|party| party != left_out);
                        let less = with(register, treaty, others, day);
                        let force = less.history(treaty, Lens::default()).computed;
                        prop_assert!(force.since().is_none(), "{:?} {}", force, told());
                    }
                }
            }
        }
    }
}
