//! A policy changes only results that rest on it.

use alloc::collections::BTreeSet;

use proptest::prelude::*;
use sponsio_law::act::ActKind;
use sponsio_law::clause::explain::{Derivation, Step};
use sponsio_law::clause::rule::{OrganizationCounting, PeriodExpiry, Policy, PolicySetting, Span};
use sponsio_law::party::ParticipantKind;
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::history::{History, Lens};
use sponsio_law::status::supposition::Supposition;

use crate::seen::{general, interval};
use crate::world::{World, told};
use crate::{choices, many};

fn under(register: &Register, treaty: TreatyIndex, setting: PolicySetting) -> (Register, History) {
    let policy = Policy {
        setting,
        from: None,
        until: None,
        span: Span::default(),
    };
    let supposition = Supposition {
        policies: vec![policy],
        ..Supposition::default()
    };
    let supposed = register
        .suppose(treaty, &supposition)
        .expect("a policy can be supposed");
    let history = supposed.history(treaty, Lens::default());
    (supposed, history)
}

fn has_period(steps: &Derivation) -> bool {
    steps.iter().any(|step| matches!(step, Step::Period { .. }))
}

proptest! {
    #![proptest_config(many(2_000))]

    /// DATE-3: a result in which no period was added does not depend on when periods expire.
    #[test]
    fn the_expiry_of_periods_concerns_periods(made in choices()) {
        let world = World::of(made);
        for before in world.register.chronicle(Lens::default()) {
            for expiry in [PeriodExpiry::SameDay, PeriodExpiry::NextDay] {
                let setting = PolicySetting::PeriodExpiry(expiry);
                let (register, after) = under(&world.register, before.treaty, setting);
                let told = || told(&world.files);
                let same = general(&before.computed) == general(&after.computed);
                prop_assert!(same || has_period(&before.steps), "{}", told());
                if !same || before.effects.len() != after.effects.len() {
                    continue;
                }
                // Where a period ends a consent, later acts of the same participant may open
                // another one, and so may those of whoever continues it.
                let mut resting = BTreeSet::new();
                let handed = before.effects.iter().any(|effect| effect.consent.continued.is_some());
                for (was, is) in before.effects.iter().zip(&after.effects) {
                    let party = was.consent.party;
                    if has_period(&was.steps) || has_period(&was.consent.end_steps) {
                        resting.insert(party);
                    }
                    if resting.contains(&party) || (handed && !resting.is_empty()) {
                        continue;
                    }
                    let (was, is) = (interval(&world.register, was), interval(&register, is));
                    prop_assert_eq!(was, is, "{}", told());
                }
            }
        }
    }

    /// S-4: how organizations are counted concerns nobody where no organization has consented, and
    /// a result that it may concern names the policy.
    #[test]
    fn the_counting_of_organizations_concerns_organizations(made in choices()) {
        let world = World::of(made);
        let countings = [
            OrganizationCounting::Counted,
            OrganizationCounting::NeverCounted,
            OrganizationCounting::NotAdditional,
        ];
        for before in world.register.chronicle(Lens::default()) {
            let treaty = world.register.treaty(before.treaty);
            let organization = treaty.acts().iter().any(|act| {
                let party = world.register.party(&act.participant).expect("the register has it");
                let opens = |kind: ActKind| kind.is_consent() || kind == ActKind::Continuation;
                act.kind().is_some_and(opens)
                    && world.register.participant(party).kind == ParticipantKind::Organization
            });
            if organization {
                continue;
            }
            for counting in countings {
                let setting = PolicySetting::Organizations(counting);
                let (_, after) = under(&world.register, before.treaty, setting);
                prop_assert_eq!(&before.computed, &after.computed, "{}", told(&world.files));
                prop_assert_eq!(&before.effects, &after.effects);
            }
        }
    }
}
