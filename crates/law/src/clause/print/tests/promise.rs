//! Arbitrary guarantees.

use super::*;
use crate::guarantee::LegalForce;
use crate::guarantee::promise::{
    Beneficiaries, Finder, Guarantors, Invoker, Lasting, Mode, Promise, Sense, Trigger,
};

/// Guarantees with every clause that a line can have, present or absent.
pub(super) fn promise() -> impl Strategy<Value = Promise> {
    let named = || {
        prop_oneof![
            name().prop_map(Set::Named),
            participants().prop_map(Set::Listed),
            Just(Set::Signatories),
        ]
    };
    let by = prop_oneof![
        Just(Guarantors::EachParty),
        Just(Guarantors::AllParties),
        named().prop_map(Guarantors::Set),
    ];
    let to = prop_oneof![
        Just(Beneficiaries::EveryOtherParty),
        Just(Beneficiaries::AllParties),
        Just(Beneficiaries::Itself),
        named().prop_map(Beneficiaries::Set),
        named().prop_map(Beneficiaries::Third),
    ];
    let trigger = prop_oneof![Just(Trigger::Always), text().prop_map(Trigger::Words)];
    let majority = option::of((1..9_u32, 9..20_u32));
    let finder = prop_oneof![
        Just(Finder::EachForItself),
        (name(), majority).prop_map(|(name, majority)| Finder::Organ { name, majority }),
    ];
    let lasts = prop_oneof![
        date().prop_map(Lasting::Until),
        Just(Lasting::UntilWithdrawal),
        text().prop_map(Lasting::UntilEvent),
        (
            1..1000_u32,
            prop_oneof![Just(Unit::Days), Just(Unit::Years)]
        )
            .prop_map(|(count, unit)| Lasting::For(count, unit)),
    ];
    let sense = prop_oneof![Just(Sense::Negative), Just(Sense::Positive)];
    let mode = proptest::sample::select(Mode::ALL.to_vec());
    let force = proptest::sample::select(LegalForce::ALL.to_vec());
    let invoker = prop_oneof![Just(Invoker::Beneficiary), Just(Invoker::AnyParty)];
    let words = || option::of(text());
    let head = (name(), sense, by, to, mode, text());
    let called = (
        option::of(trigger),
        option::of(finder),
        words(),
        any::<bool>(),
    );
    let terms = (words(), option::of(invoker), words(), option::of(lasts));
    let beside = (option::of(force), words(), option::of(treaty()));
    (head, called, terms, beside).prop_map(|(head, called, terms, beside)| {
        let (name, sense, by, to, mode, object) = head;
        let (trigger, finder, owes, alone) = called;
        let (except, invoked_by, remedy, lasts) = terms;
        let (force, restates, linked_to) = beside;
        Promise {
            name,
            sense,
            by,
            to,
            mode,
            object,
            trigger,
            finder,
            owes,
            act_alone: (alone || mode.is_joint()).then_some(alone),
            except,
            invoked_by,
            remedy,
            lasts,
            force,
            restates,
            linked_to,
        }
    })
}
