//! From the vote on a text to the treaty that enters.

use super::*;

#[test]
fn adoption_needs_its_majority_and_nothing_open() {
    let mut hall = Hall::open();
    let reserved = PositionReserved {
        participant: code("CAR"),
        place: place("k7m2qz"),
        note: String::new(),
    };
    hall.done("reserved", "2027-01-21T10:00:00Z", Step::Reserved(reserved));
    let on = "2027-03-01T10:00:00Z";
    let mut adopted = hall.adopted(Decision::Consensus);
    hall.refused(on, Step::Adopted(adopted.clone()), "reservation-open");
    adopted.carries = Vec::from([mark("reserved")]);
    let vote = |given: &[&str], against: &[&str], abstaining: &[&str]| {
        let list = |codes: &[&str]| codes.iter().copied().map(code).collect();
        Decision::Vote(Vote {
            in_favour: list(given),
            against: list(against),
            abstaining: list(abstaining),
        })
    };
    for (decision, refusal) in [
        (vote(&["ARD"], &["BEL"], &[]), "majority-missing"),
        (vote(&["ARD"], &["OBS"], &[]), "no-vote"),
        (vote(&["ARD"], &["ARD"], &[]), "voted-twice"),
        (vote(&[], &[], &["ARD"]), "majority-missing"),
        (Decision::Silence(mark("none")), "no-such-silence"),
    ] {
        let adopted = Adopted {
            decision,
            ..adopted.clone()
        };
        hall.refused(on, Step::Adopted(adopted), refusal);
    }
    // An abstention is no vote: two of two are two thirds (VCLT art. 9(2)).
    adopted.decision = vote(&["ARD", "BEL"], &[], &["CAR"]);
    hall.done("adopted", on, Step::Adopted(adopted.clone()));
    hall.refused(on, Step::Adopted(adopted), "adopted-already");
    let carried = hall.conference().reservations().next().expect("one");
    assert_eq!(carried.1.carried, Some(mark("adopted")));
    authenticated(&mut hall);
    enters_as_adopted(&mut hall);
}

fn authenticated(hall: &mut Hall) {
    let english = Language::new("en").expect("a tag");
    let texts = || BTreeMap::from([(english.clone(), digest("text"))]);
    let initial = |by: &str| {
        Step::Initialled(Initialled {
            participant: code(by),
            texts: texts(),
        })
    };
    let authentic = || {
        Step::Authenticated(Authenticated {
            procedure: Procedure::Initialling,
            texts: texts(),
        })
    };
    let on = "2027-03-02T10:00:00Z";
    hall.done("i1", on, initial("ARD"));
    hall.refused(on, initial("ARD"), "initialled-already");
    hall.done("i2", on, initial("BEL"));
    hall.refused(on, authentic(), "not-initialled");
    hall.done("i3", on, initial("CAR"));
    hall.done("authentic", on, authentic());
    hall.refused(on, authentic(), "authentic-already");
    let corrigendum = Corrigendum {
        place: place("k7m2qy"),
        wrong: digest("one"),
        right: digest("One"),
        reason: "a capital".into(),
        until: at("2027-06-01T00:00:00Z"),
    };
    hall.done("corrigendum", on, Step::Corrigendum(corrigendum));
    let (_, correction) = hall.conference().corrigenda().next().expect("one");
    assert_eq!(correction.is_made(at("2027-05-31T23:59:59Z")), None);
    assert_eq!(correction.is_made(at("2027-06-01T00:00:00Z")), Some(true));
}

fn enters_as_adopted(hall: &mut Hall) {
    let treaty = |clauses: &str| Filing {
        id: mark("treaty"),
        matter: Matter::Treaty {
            treaty: TreatyId::new("demo-g").expect("an identifier"),
            clauses: clauses.into(),
        },
        documents: Vec::new(),
    };
    let other = treaty("treaty \"Guarantees\"\n  id demo-g\n");
    let refused = hall.register.enter(&other, &|_| None);
    assert_eq!(
        refused,
        Err(EnterError::NotAsAdopted("guarantees".to_string()))
    );
    hall.register
        .enter(&treaty(CLAUSES), &|_| None)
        .expect("as adopted");
    assert_eq!(hall.register.treaties().len(), 1);
}

#[test]
fn what_is_open_in_the_text_refuses_its_adoption_code_by_code() {
    let here = || Vec::from([place("k7m2qy")]);
    let id = || Vec::from([place("k7m2qy").provision]);
    let none = TextFacts::default;
    for (facts, rule) in [
        (
            TextFacts {
                brackets: here(),
                ..none()
            },
            "T510",
        ),
        (
            TextFacts {
                placeholders: here(),
                ..none()
            },
            "T511",
        ),
        (
            TextFacts {
                stale: here(),
                ..none()
            },
            "T512",
        ),
        (
            TextFacts {
                reservations: id(),
                ..none()
            },
            "T513",
        ),
        (
            TextFacts {
                conflicts: here(),
                ..none()
            },
            "T514",
        ),
        (
            TextFacts {
                unconfirmed: id(),
                ..none()
            },
            "T515",
        ),
    ] {
        assert_eq!(facts.examine().expect_err("open").rule(), rule);
    }
    assert_eq!(none().examine(), Ok(()));
}
