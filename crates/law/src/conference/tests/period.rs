//! The period in which a delegation that refused tables its text.

use super::*;

const UNTIL: &str = "2027-02-20T00:00:00Z";

/// A provision that CAR refused to confirm, in a round that has closed.
fn refused() -> Hall {
    let mut hall = Hall::open();
    let agreed = Agreed {
        place: place("k7m2qy"),
        revision: digest("r1"),
        content: digest("one"),
        package: None,
        ad_referendum: [code("BEL"), code("CAR")].into(),
        until: Some(at("2027-02-10T00:00:00Z")),
        decision: Decision::Consensus,
    };
    hall.done("agreed", "2027-01-12T10:00:00Z", Step::Agreed(agreed));
    hall.refused("2027-01-13T10:00:00Z", period("CAR", UNTIL), "not-refused");
    for (id, by, confirmed) in [("a1", "BEL", true), ("a2", "CAR", false)] {
        let answer = ReferendumAnswer {
            of: mark("agreed"),
            participant: code(by),
            confirmed,
        };
        hall.done(id, "2027-01-19T10:00:00Z", Step::Referendum(answer));
    }
    hall.close("2027-01-20T12:00:00Z");
    hall
}

fn period(by: &str, until: &str) -> Step {
    Step::PeriodSet(PeriodSet {
        of: mark("agreed"),
        participant: code(by),
        until: at(until),
    })
}

fn agreement() -> Step {
    Step::Agreed(Agreed {
        place: place("k7m2qy"),
        revision: digest("r1"),
        content: digest("one"),
        package: None,
        ad_referendum: BTreeSet::new(),
        until: None,
        decision: Decision::Consensus,
    })
}

fn examined(hall: &Hall, by: &str, provision: &str, on: &str) -> Result<(), &'static str> {
    let paper = hall.proposal("late", by, provision);
    let step = Step::Tabled(hall.tabled(by, &paper));
    let conference = hall.conference();
    let id = mark("late");
    conference
        .examine(id, at(on), &step)
        .map_err(|refusal| refusal.code())?;
    conference
        .examine_paper(id, &step, &paper, at(on))
        .map_err(|ground| ground.code())
}

#[test]
fn who_refused_tables_its_text_after_the_round_has_closed() {
    let mut hall = refused();
    let now = "2027-01-21T10:00:00Z";
    let due = hall.conference().due(at(now));
    let awaited = Due::PeriodToSet {
        of: mark("agreed"),
        participant: code("CAR"),
    };
    assert!(due.contains(&awaited), "{due:?}");
    assert_eq!(examined(&hall, "CAR", "k7m2qy", now), Err("after-close"));
    hall.refused(now, period("BEL", UNTIL), "not-refused");
    hall.refused(now, period("ARD", UNTIL), "not-refused");
    hall.refused(now, period("CAR", now), "not-later");
    hall.done("period", now, period("CAR", UNTIL));
    assert!(!hall.conference().due(at(now)).contains(&awaited));
    let within = "2027-02-19T23:59:59Z";
    assert_eq!(examined(&hall, "CAR", "k7m2qy", within), Ok(()));
    assert_eq!(
        examined(&hall, "CAR", "k7m2qz", within),
        Err("after-close"),
        "on nothing else"
    );
    assert_eq!(
        examined(&hall, "BEL", "k7m2qy", within),
        Err("after-close"),
        "nobody else"
    );
    assert_eq!(examined(&hall, "CAR", "k7m2qy", UNTIL), Err("after-close"));
}

#[test]
fn nothing_is_agreed_over_the_head_of_who_may_still_table() {
    let mut hall = refused();
    let now = "2027-01-21T10:00:00Z";
    hall.done("period", now, period("CAR", UNTIL));
    hall.refused(now, agreement(), "period-runs");
    let adopted = Step::Adopted(hall.adopted(Decision::Consensus));
    hall.refused(now, adopted, "period-runs");
    hall.table("p1", "CAR", "k7m2qy", now);
    let paper = hall.proposal("p1", "CAR", "k7m2qy");
    let opening = hall.opening("p1", &paper);
    hall.publish(now, Vec::from([opening])).expect("published");
    hall.refused(now, agreement(), "still-contested");
    hall.dispose("p1", now);
    hall.done("again", now, agreement());
    let standing = hall.conference().standing(&place("k7m2qy"), at(now));
    assert_eq!(standing, Some(Standing::Agreed(at(now))));
}

#[test]
fn when_the_period_is_over_the_others_go_on() {
    let mut hall = refused();
    hall.done("period", "2027-01-21T10:00:00Z", period("CAR", UNTIL));
    hall.done("again", UNTIL, agreement());
    let events: Vec<_> = hall
        .conference()
        .history("k7m2qy".parse().expect("an id"))
        .map(|event| core::mem::discriminant(&event.what))
        .collect();
    assert_eq!(
        events.len(),
        6,
        "revised, agreed, two answers, period, agreed"
    );
}
