//! Meetings and what is done at them: clarifications, the agenda, understandings.

use super::*;

#[test]
fn a_reading_counts_only_if_all_who_had_the_question_recorded_it_together() {
    let mut hall = Hall::open();
    hall.meet();
    let day = "2027-01-12T10:00:00Z";
    let powers = attended("CAR", Capacity::FullPowers, None);
    hall.refused(day, powers, "full-powers-missing");
    let raised = Step::ClarificationRaised(ClarificationRaised {
        participant: code("ARD"),
        point: "what a plan is".into(),
        understood: "any staff study".into(),
        about: None,
    });
    hall.done("q", day, raised);
    let shared = |id: &str| {
        Step::ClarificationShared(QuestionShared {
            of: mark("q"),
            participant: code(id),
            understood: "an approved plan".into(),
        })
    };
    hall.done("q-b", day, shared("BEL"));
    hall.done("q-c", day, shared("CAR"));
    let agree = |id: &str, reading: &str| {
        Step::ClarificationAgreed(ReadingRecorded {
            of: mark("q"),
            participant: code(id),
            meeting: "plenary-1".into(),
            reading: reading.into(),
        })
    };
    let close = |reading: &str| {
        Step::ClarificationClosed(ClarificationClosed {
            of: mark("q"),
            meeting: "plenary-1".into(),
            reading: reading.into(),
        })
    };
    hall.refused(day, close("an approved plan"), "nobody-agreed");
    hall.refused(day, agree("CAR", "an approved plan"), "not-attending");
    hall.done("q-1", day, agree("ARD", "an approved plan"));
    hall.done("q-2", day, agree("BEL", "an approved plan"));
    let mut other = hall.register.clone();
    hall.done("q-3", day, close("an approved plan"));
    let weight = |register: &Register| {
        let held = register.conference(&guarantees()).expect("convened");
        held.clarifications()[0].weight()
    };
    let lacking = BTreeSet::from([code("CAR")]);
    assert_eq!(weight(&hall.register), Weight::PreparatoryWork(lacking));
    core::mem::swap(&mut other, &mut hall.register);
    hall.done("at-C", day, attended("CAR", Capacity::Official, None));
    hall.done("q-4", day, agree("CAR", "an approved plan"));
    hall.done("q-5", day, close("an approved plan"));
    assert_eq!(weight(&hall.register), Weight::Agreed);
    hall.refused(day, close("an approved plan"), "clarification-over");
}

#[test]
fn an_item_keeps_its_place_and_neglect_is_computed() {
    let mut hall = Hall::open();
    hall.meet();
    for item in ["security", "waters"] {
        let added = ItemAdded {
            item: item.into(),
            title: item.into(),
        };
        hall.done(item, "2027-01-12T10:00:00Z", Step::ItemAdded(added));
    }
    let take = |item: &str, minutes: u64| {
        Step::ItemTakenUp(ItemTakenUp {
            item: item.into(),
            meeting: "plenary-1".into(),
            minutes,
        })
    };
    let none = hall.conference().agenda(at("2027-01-12T11:00:00Z"))[0].share();
    assert_eq!(none, None);
    hall.done("t1", "2027-01-13T10:00:00Z", take("security", 90));
    hall.done("t2", "2027-01-14T10:00:00Z", take("waters", 30));
    hall.done("t3", "2027-01-20T10:00:00Z", take("security", 60));
    hall.refused("2027-01-20T10:00:00Z", take("security", 0), "no-attention");
    let conference = hall.conference();
    let stand = conference.agenda(at("2027-01-24T09:59:59Z"));
    let stand: Vec<_> = stand
        .iter()
        .map(|one| (one.place, one.days, one.minutes, one.of_all, one.share()))
        .collect();
    assert_eq!(
        stand,
        [(1, 3, 150, 180, Some(833)), (2, 9, 30, 180, Some(166))]
    );
    // What came later does not count at an earlier instant.
    let earlier = conference.agenda(at("2027-01-13T10:00:00Z"));
    assert_eq!((earlier[0].minutes, earlier[0].of_all), (90, 90));
}

#[test]
fn an_understanding_is_reached_when_all_affirm_it_and_is_carried_into_the_text() {
    let mut hall = Hall::open();
    let recorded = |among: &[&str]| {
        Step::UnderstandingRecorded(UnderstandingRecorded {
            words: "guarantees are mutual".into(),
            among: among.iter().map(|id| code(id)).collect(),
            meeting: String::new(),
            claimed_in: None,
        })
    };
    let day = "2027-01-12T10:00:00Z";
    hall.refused(day, recorded(&["ARD"]), "fewer-than-two");
    hall.done("u", day, recorded(&["ARD", "BEL"]));
    let affirm = |id: &str| {
        Step::UnderstandingAffirmed(UnderstandingAffirmed {
            of: mark("u"),
            participant: code(id),
        })
    };
    hall.refused(day, affirm("CAR"), "not-among");
    hall.done("u-a", day, affirm("ARD"));
    let lacking = |hall: &Hall| hall.conference().understandings()[0].unaffirmed().count();
    assert_eq!(lacking(&hall), 1);
    hall.done("u-b", day, affirm("BEL"));
    assert_eq!(lacking(&hall), 0);
    let carry = Step::UnderstandingCarried(UnderstandingCarried {
        of: mark("u"),
        provision: "k7m2qy".parse().expect("an id"),
        reason: "the rule of article 1".into(),
    });
    hall.done("u-c", day, carry.clone());
    hall.refused(day, carry, "carried-already");
    let walk = hall.conference().walk("k7m2qy".parse().expect("an id"));
    assert_eq!(walk.understandings.len(), 1);
}
