//! What is agreed, subject to whom, and with what.

use super::*;

fn agree(
    hall: &mut Hall,
    id: &str,
    provision: &str,
    words: &str,
    package: Option<&str>,
    who: &[&str],
) {
    let agreed = Agreed {
        place: place(provision),
        revision: digest("r1"),
        content: digest(words),
        package: package.map(String::from),
        ad_referendum: who.iter().copied().map(code).collect(),
        until: (!who.is_empty()).then(|| at("2027-02-10T00:00:00Z")),
        decision: Decision::Consensus,
    };
    hall.done(id, "2027-01-21T10:00:00Z", Step::Agreed(agreed));
}

fn answer(by: &str, confirmed: bool) -> Step {
    Step::Referendum(ReferendumAnswer {
        of: mark("agreed"),
        participant: code(by),
        confirmed,
    })
}

#[test]
fn ad_referendum_is_confirmed_refused_or_lapses() {
    let standing = |hall: &Hall, on: &str| hall.conference().standing(&place("k7m2qy"), at(on));
    let open = || {
        let mut hall = Hall::open();
        agree(&mut hall, "agreed", "k7m2qy", "one", None, &["BEL", "CAR"]);
        hall
    };
    let mut hall = open();
    hall.refused("2027-01-22T10:00:00Z", answer("ARD", true), "not-awaited");
    hall.done("a1", "2027-01-22T10:00:00Z", answer("BEL", true));
    let waiting = Some(Standing::AdReferendum(BTreeSet::from([code("CAR")])));
    assert_eq!(standing(&hall, "2027-01-23T00:00:00Z"), waiting);
    hall.done("a2", "2027-01-24T10:00:00Z", answer("CAR", true));
    let agreed = Some(Standing::Agreed(at("2027-01-24T10:00:00Z")));
    assert_eq!(standing(&hall, "2027-01-25T00:00:00Z"), agreed);
    hall.refused(
        "2027-01-25T10:00:00Z",
        answer("CAR", false),
        "answered-already",
    );
    let mut hall = open();
    hall.done("a1", "2027-01-22T10:00:00Z", answer("BEL", false));
    let refused = Some(Standing::Refused(code("BEL")));
    assert_eq!(standing(&hall, "2027-01-23T00:00:00Z"), refused);
    let hall = open();
    assert_eq!(
        standing(&hall, "2027-02-10T00:00:00Z"),
        refused,
        "it lapses at the limit"
    );
    let due = hall.conference().due(at("2027-02-10T00:00:00Z"));
    let lapsed = due
        .iter()
        .filter(|due| matches!(due, Due::ConfirmationLapsed { .. }));
    assert_eq!(lapsed.count(), 2);
    let mut hall = Hall::convened(RulesOfProcedure {
        ad_referendum_lapse: Lapse::Confirm,
        ..RulesOfProcedure::default()
    });
    agree(&mut hall, "agreed", "k7m2qy", "one", None, &["BEL"]);
    let confirmed = Some(Standing::Agreed(at("2027-02-10T00:00:00Z")));
    assert_eq!(standing(&hall, "2027-02-11T00:00:00Z"), confirmed);
}

#[test]
fn nothing_of_a_package_is_agreed_until_everything_is() {
    let mut hall = Hall::open();
    let package = PackageOpened {
        name: "finance".into(),
        places: BTreeSet::from([place("k7m2qy"), place("k7m2qz")]),
    };
    hall.done(
        "package",
        "2027-01-21T09:00:00Z",
        Step::PackageOpened(package),
    );
    agree(&mut hall, "a1", "k7m2qy", "one", Some("finance"), &[]);
    let now = at("2027-01-22T00:00:00Z");
    let open = Some(Standing::InPackage("finance".into()));
    assert_eq!(hall.conference().standing(&place("k7m2qy"), now), open);
    let adopted = hall.adopted(Decision::Consensus);
    hall.refused(
        "2027-01-22T00:00:00Z",
        Step::Adopted(adopted),
        "package-open",
    );
    agree(&mut hall, "a2", "k7m2qz", "two", Some("finance"), &[]);
    let agreed = hall.conference().standing(&place("k7m2qy"), now);
    assert!(matches!(agreed, Some(Standing::Agreed(_))));
    let dissolve = PackageDissolved {
        name: "finance".into(),
        reason: "no agreement".into(),
    };
    hall.refused(
        "2027-01-22T00:00:00Z",
        Step::PackageDissolved(dissolve),
        "package-closed",
    );
    let revision = RevisionMade {
        from: Some(digest("r1")),
        revision: digest("r2"),
        changed: Vec::from([(place("k7m2qz"), Some(digest("other")))]),
        texts: BTreeMap::new(),
    };
    hall.done("r2", "2027-01-23T10:00:00Z", Step::Revision(revision));
    assert_eq!(
        hall.conference().standing(&place("k7m2qz"), now),
        Some(Standing::Stale)
    );
}

#[test]
fn a_member_overrides_what_its_group_says() {
    let mut hall = Hall::open();
    let voice = Voice {
        participant: code("ARD"),
        members: BTreeSet::from([code("BEL"), code("CAR")]),
        from: at("2027-01-11T00:00:00Z"),
        until: Some(at("2027-01-15T00:00:00Z")),
    };
    hall.done("voice", "2027-01-11T00:00:00Z", Step::SpeaksFor(voice));
    hall.table("p1", "CAR", "k7m2qy", "2027-01-11T10:00:00Z");
    for (id, by, stance) in [
        ("s1", "ARD", Stance::Support),
        ("s2", "BEL", Stance::Oppose),
    ] {
        let paper = Paper::Position(Position {
            conference: guarantees(),
            act: mark(id),
            by: code(by),
            stance,
            on: Subject::Proposal(mark("p1")),
        });
        let bytes = paper.write().expect("a record");
        assert_eq!(Paper::from_bytes(&bytes), Ok(paper));
        let taken = PositionTaken {
            round: "I".into(),
            participant: code(by),
            paper: Commitment::of(&SALT, &bytes),
        };
        hall.done(id, "2027-01-12T10:00:00Z", Step::Position(taken));
        let mut conference = hall.conference().clone();
        assert_eq!(
            conference.disclose(mark(id), &[8; 32], &bytes),
            Err(Ground::DoesNotOpen(mark(id)))
        );
        conference
            .disclose(mark(id), &SALT, &bytes)
            .expect("it opens");
        let conferences = alloc::sync::Arc::make_mut(&mut hall.register.conferences);
        conferences.insert(guarantees(), alloc::sync::Arc::new(conference));
    }
    let on = Subject::Proposal(mark("p1"));
    let held = hall.conference().held(&on, at("2027-01-13T00:00:00Z"));
    assert_eq!(
        held[&code("BEL")].overrides,
        Some((code("ARD"), Stance::Support))
    );
    assert_eq!(held[&code("CAR")].through, Some(code("ARD")));
    let later = hall.conference().held(&on, at("2027-01-15T00:00:00Z"));
    assert!(!later.contains_key(&code("CAR")), "the voice has ended");
}
