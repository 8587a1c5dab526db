//! Corrections of an adopted text, made or not by the end of their period.

use super::*;

fn correction(wrong: &str, right: &str, until: &str) -> Step {
    Step::Corrigendum(Corrigendum {
        place: place("k7m2qy"),
        wrong: digest(wrong),
        right: digest(right),
        reason: "a letter is missing".into(),
        until: at(until),
    })
}

fn object(of: &str) -> Step {
    Step::CorrigendumObjection(CorrigendumObjection {
        of: mark(of),
        participant: code("CAR"),
    })
}

#[test]
fn a_correction_is_made_unless_somebody_objects_in_time() {
    let mut hall = Hall::open();
    let now = "2027-03-01T09:00:00Z";
    let until = "2027-06-01T00:00:00Z";
    hall.refused(now, correction("one", "One", until), "not-adopted");
    let adopted = Step::Adopted(hall.adopted(Decision::Consensus));
    hall.done("adopted", now, adopted);
    hall.refused(now, correction("two", "One", until), "other-content");
    hall.refused(now, correction("one", "one", until), "nothing-proposed");
    hall.refused(now, correction("one", "One", now), "not-later");
    hall.done("c1", now, correction("one", "One", until));
    hall.done("late", until, object("c1"));
    let made = |hall: &Hall, of: &str, now: &str| {
        let mut all = hall.conference().corrigenda();
        let found = all.find(|(id, _)| **id == mark(of));
        found.expect("it was proposed").1.is_made(at(now))
    };
    assert_eq!(made(&hall, "c1", "2027-05-31T23:59:59Z"), None);
    assert_eq!(
        made(&hall, "c1", until),
        Some(true),
        "the objection is late"
    );
    let corrected = hall.conference().corrected(&place("k7m2qy"), at(until));
    assert_eq!(corrected, Ok(&digest("One")));
    let before = hall.conference().corrected(&place("k7m2qy"), at(now));
    assert_eq!(before, Ok(&digest("one")), "the text is never overwritten");
    let next = "2027-09-01T00:00:00Z";
    hall.refused(until, correction("one", "Uno", next), "other-content");
    hall.done("c2", until, correction("One", "Uno", next));
    hall.done("in time", "2027-08-31T23:59:59Z", object("c2"));
    assert_eq!(made(&hall, "c2", next), Some(false));
    let corrected = hall.conference().corrected(&place("k7m2qy"), at(next));
    assert_eq!(corrected, Ok(&digest("One")));
}
