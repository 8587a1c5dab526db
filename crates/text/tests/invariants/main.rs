//! The invariants of the rolling text (specification, *Text*, I1 to I9), over generated negotiations.
//!
//! `SPONSIO_CASES`, read when the tests are built, sets how many cases each has; without it, 300.

mod alignment;
mod generate;

use core::fmt::Write as _;
use generate::{Case, Edit, Plan, case, code, plan};
use proptest::prelude::*;
use proptest::test_runner::Config;
use sponsio_record::{Digest, Instant, ParticipantId};
use sponsio_text::markup::{self, parse, print};
use sponsio_text::{
    Body, IdsOfDigest, Kind, Options, Part, Position, Provision, ProvisionId, Reading, Rolling,
    Segment, Site, Stand, Stated, rolling, tokenize,
};
use std::collections::BTreeSet;

fn config() -> Config {
    let cases = option_env!("SPONSIO_CASES").and_then(|cases| cases.parse().ok());
    Config {
        cases: cases.unwrap_or(300),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    }
}

fn options() -> impl Strategy<Value = Options> {
    let whole = prop_oneof![Just(None), Just(Some(60)), Just(Some(100))];
    (0_usize..5, whole, any::<bool>()).prop_map(|(coalesce, whole_above, factor)| Options {
        coalesce,
        whole_above,
        factor,
        ..Options::default()
    })
}

fn of(case: &Case, positions: &[Stated], options: &Options) -> Rolling {
    rolling(&case.base, &case.stands, positions, options).expect("generated stands fit")
}

fn silent() -> ParticipantId {
    code(6)
}

/// The sites of a provision, with those within readings.
fn sites(body: &Body) -> Vec<&Site> {
    let of_part = |part| match part {
        &Part::Site(ref site) => Some(site),
        &Part::Words(_) => None,
    };
    body.parts.iter().filter_map(of_part).collect()
}

fn inner(reading: &Reading) -> Vec<&Site> {
    let of_segment = |segment| match segment {
        &Segment::Site(ref site) => Some(site),
        &Segment::Words(_) => None,
    };
    reading.segments.iter().filter_map(of_segment).collect()
}

fn supporters(reading: &Reading) -> Vec<ParticipantId> {
    let wants = |position| matches!(position, Position::Propose | Position::Support);
    let stances = reading.stances.iter().filter(|own| wants(own.position));
    stances.filter_map(|own| own.delegation.clone()).collect()
}

/// I6, and what else the model promises of a body.
fn assert_sound(rolling: &Rolling) {
    for provision in &rolling.expression.provisions {
        let parts = &provision.body.parts;
        for pair in parts.windows(2) {
            let both_words = matches!(pair, [Part::Words(_), Part::Words(_)]);
            assert!(!both_words, "two stretches of words side by side");
        }
        for site in sites(&provision.body) {
            let bases = site.readings.iter().filter(|own| own.is_base).count();
            assert_eq!(bases, 1, "one base reading");
            assert!(site.readings[0].is_base, "the base reading comes first");
            assert!(site.readings.len() > 1, "a place is contested");
            let all: Vec<_> = site.readings.iter().flat_map(supporters).collect();
            let once: BTreeSet<_> = all.iter().collect();
            assert_eq!(once.len(), all.len(), "one reading each");
            for reading in &site.readings {
                assert!(reading.is_base || !supporters(reading).is_empty());
                assert!(inner(reading).len() <= 1, "one further place");
                for nested in inner(reading) {
                    let mut of_nested: Vec<_> =
                        nested.readings.iter().flat_map(supporters).collect();
                    let mut of_reading = supporters(reading);
                    of_nested.sort();
                    of_reading.sort();
                    assert_eq!(of_nested, of_reading);
                    assert!(nested.readings.iter().all(|own| !own.is_base));
                    assert!(nested.readings.iter().all(|own| inner(own).is_empty()));
                }
            }
        }
    }
}

fn provisions(rolling: &Rolling, delegation: &ParticipantId) -> Vec<Provision> {
    rolling.project(delegation).provisions
}

fn stated(
    plan: &[(usize, usize, usize, usize, u8)],
    case: &Case,
    rolling: &Rolling,
) -> Vec<Stated> {
    let mut stated = Vec::new();
    for (who, place, reading, second, position) in plan {
        let places = rolling.places();
        if places.is_empty() {
            continue;
        }
        let place = &places[place % places.len()];
        let own = &place.site.readings[reading % place.site.readings.len()];
        let words = match case.texts.first() {
            Some((first, _)) => own.words_of(first),
            None => Vec::new(),
        };
        stated.push(Stated {
            delegation: code(*who),
            position: [
                Position::CanAccept,
                Position::Reserve,
                Position::Oppose,
                Position::Support,
            ][usize::from(*position)],
            provision: place.provision.id,
            range: place.range(),
            words,
            at: Instant::from_seconds(i64::try_from(*second).unwrap()).unwrap(),
        });
    }
    stated
}

fn stances() -> impl Strategy<Value = Vec<(usize, usize, usize, usize, u8)>> {
    prop::collection::vec(
        (0_usize..6, 0_usize..50, 0_usize..4, 0_usize..3, 0_u8..4),
        0..5,
    )
}

fn count_stances(rolling: &Rolling) -> usize {
    let others = |reading: &Reading| {
        let all = reading.stances.iter();
        all.filter(|own| own.position > Position::Support).count()
    };
    let provisions = rolling.expression.provisions.iter();
    provisions
        .map(|own| {
            let of_sites: usize = sites(&own.body)
                .iter()
                .flat_map(|site| &site.readings)
                .map(others)
                .sum();
            let of_rivals: usize = own
                .alternatives
                .iter()
                .flat_map(|rival| &rival.stances)
                .filter(|own| own.position > Position::Support)
                .count();
            of_sites + of_rivals
        })
        .sum()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn i1_each_text_is_read_off_exactly(plan in plan(), options in options()) {
        let case = case(&plan);
        let rolling = of(&case, &[], &options);
        assert_sound(&rolling);
        for (delegation, text) in &case.texts {
            prop_assert_eq!(&provisions(&rolling, delegation), text);
        }
        prop_assert_eq!(provisions(&rolling, &silent()), case.base.provisions);
    }

    #[test]
    fn i1_positions_change_no_text_and_none_is_lost(
        plan in plan(), options in options(), stances in stances()
    ) {
        let case = case(&plan);
        let stated = stated(&stances, &case, &of(&case, &[], &options));
        let rolling = of(&case, &stated, &options);
        assert_sound(&rolling);
        for (delegation, text) in &case.texts {
            prop_assert_eq!(&provisions(&rolling, delegation), text);
        }
        let last: BTreeSet<_> = stated
            .iter()
            .filter(|own| own.position > Position::Support)
            .map(|own| (own.delegation.clone(), own.provision, own.range.start, own.words.clone()))
            .collect();
        let unattached = rolling.unattached.iter();
        let kept = unattached.filter(|own| own.position > Position::Support).count()
            + count_stances(&rolling);
        let superseded = stated.iter().filter(|own| own.position == Position::Support).count();
        prop_assert!(kept <= last.len() && kept + superseded >= last.len(), "{kept} of {}", last.len());
    }

    #[test]
    fn i2_and_i9_the_order_of_the_input_changes_nothing(
        plan in plan(), options in options(), stances in stances(), turn in 0_usize..6
    ) {
        let mut case = case(&plan);
        let mut stated = stated(&stances, &case, &of(&case, &[], &options));
        let before = of(&case, &stated, &options);
        case.stands.reverse();
        stated.reverse();
        if !case.stands.is_empty() {
            let turn = turn % case.stands.len();
            case.stands.rotate_left(turn);
        }
        let after = of(&case, &stated, &options);
        let mut bytes = [String::new(), String::new()];
        write!(bytes[0], "{before:?}").unwrap();
        write!(bytes[1], "{after:?}").unwrap();
        prop_assert_eq!(&bytes[0], &bytes[1]);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn i3_a_reading_that_is_accepted_is_everybodys(
        plan in plan(), options in options(), place in 0_usize..50, reading in 0_usize..5
    ) {
        let case = case(&plan);
        let rolling = of(&case, &[], &options);
        let places = rolling.places();
        prop_assume!(!places.is_empty());
        let place = places[place % places.len()];
        let reading = reading % place.site.readings.len();
        let (id, number) = (place.provision.id, place.number);
        let accepted = rolling.accept(id, number, reading, 0).expect("it is there");
        let others = |rolling: &Rolling, id: ProvisionId, leave: Option<usize>| {
            let provision = rolling.expression.provision(id).unwrap().clone();
            let all: Vec<Site> = sites(&provision.body).into_iter().cloned().collect();
            let kept = all.into_iter().enumerate().filter(|(at, _)| Some(*at) != leave);
            kept.map(|(_, site)| site).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&rolling, id, Some(number)), others(&accepted, id, None));
        for (own, then) in rolling.expression.provisions.iter().zip(&accepted.expression.provisions) {
            prop_assert!(own.id == id || own == then);
        }
        // The base and every text have the reading; recomputed from these, each is read off again.
        let base = accepted.base();
        let mut all = case.texts.clone();
        all.push((silent(), case.base.provisions.clone()));
        let mut stands = Vec::new();
        for (delegation, _) in &all {
            let text = accepted.project(delegation);
            let at = Instant::from_seconds(5).unwrap();
            stands.push(Stand::of(delegation.clone(), &base, &text.provisions, at, None));
        }
        let again = sponsio_text::rolling(&base, &stands, &[], &options).unwrap();
        for (delegation, _) in &all {
            prop_assert_eq!(provisions(&again, delegation), provisions(&accepted, delegation));
        }
    }

    #[test]
    fn i4_who_goes_takes_only_its_own(
        plan in plan(), options in options(), stances in stances(), who in 0_usize..6
    ) {
        let case = case(&plan);
        let stated = stated(&stances, &case, &of(&case, &[], &options));
        let rolling = of(&case, &stated, &options);
        let gone = code(who);
        let left = rolling.drop(&gone);
        assert_sound(&left);
        for (delegation, text) in case.texts.iter().filter(|(own, _)| *own != gone) {
            prop_assert_eq!(&provisions(&left, delegation), text);
        }
        prop_assert_eq!(provisions(&left, &gone), case.base.provisions);
        let mut bytes = String::new();
        write!(bytes, "{left:?}").unwrap();
        prop_assert!(!bytes.contains(gone.as_str()));
    }

    #[test]
    fn i5_nobody_contests_and_all_contest_alike(plan in plan()) {
        let mut plan: Plan = plan;
        let case_of_none = {
            let mut none = plan.clone();
            none.delegations.clear();
            case(&none)
        };
        let rolling = of(&case_of_none, &[], &Options::default());
        prop_assert_eq!(&rolling.expression, &case_of_none.base);
        if let Some(first) = plan.delegations.first().cloned() {
            plan.delegations = vec![first.clone(), first.clone(), first];
        }
        let case = case(&plan);
        let options = Options { coalesce: 0, whole_above: None, ..Options::default() };
        let rolling = of(&case, &[], &options);
        for provision in &rolling.expression.provisions {
            for site in sites(&provision.body) {
                prop_assert_eq!(site.readings.len(), 2);
                prop_assert_eq!(supporters(&site.readings[1]).len(), 3);
            }
        }
    }

    #[test]
    fn i7_what_is_printed_is_read_again(plan in plan(), options in options()) {
        let mut plan = plan;
        for (_, edits) in &mut plan.delegations {
            // Labels that stand in no order are for the strict reader to refuse.
            edits.retain(|edit| matches!(edit, Edit::Words(..) | Edit::Delete(_)));
        }
        plan.space_out();
        let case = case(&plan);
        let mut rolling = of(&case, &[], &options);
        let is_empty = |own: &Provision| {
            own.body.base().is_empty()
                || own.alternatives.iter().any(|own| own.body.as_ref().is_some_and(|b| b.base().is_empty()))
        };
        prop_assume!(!rolling.expression.provisions.iter().any(is_empty));
        let title = ProvisionId::from_number(99);
        let body = Body::of(tokenize("Treaty on Tests"));
        let title = Provision::new(title, Kind::Title, None, body);
        rolling.expression.provisions.insert(0, title);
        let printed = print(&rolling.expression);
        let mut ids = IdsOfDigest::new(Digest::of(b"test"));
        let parsed = parse(printed.as_bytes(), &markup::Options::default(), &mut ids);
        let Some(read) = parsed.expression else {
            panic!("{printed}\n{:?}", parsed.faults);
        };
        prop_assert_eq!(print(&read), printed);
        for (own, then) in rolling.expression.provisions.iter().zip(&read.provisions) {
            prop_assert_eq!(&own.body, &then.body);
            prop_assert_eq!(&own.alternatives, &then.alternatives);
        }
    }
}
