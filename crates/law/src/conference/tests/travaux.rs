//! The whole path of a provision: package, confirmation, silence, adoption, correction.

use super::*;

#[test]
fn the_travaux_of_a_provision_are_its_whole_path() {
    let mut hall = Hall::open();
    hall.table("p1", "CAR", "k7m2qy", "2027-01-11T10:00:00Z");
    hall.close("2027-01-20T12:00:00Z");
    let paper = hall.proposal("p1", "CAR", "k7m2qy");
    let opening = hall.opening("p1", &paper);
    let published = hall.publish("2027-01-20T12:00:01Z", Vec::from([opening]));
    published.expect("published");
    hall.dispose("p1", "2027-01-20T12:00:02Z");
    let package = PackageOpened {
        name: "finance".into(),
        places: BTreeSet::from([place("k7m2qy")]),
    };
    hall.done(
        "package",
        "2027-01-20T12:00:03Z",
        Step::PackageOpened(package),
    );
    let started = SilenceStarted {
        on: SilenceObject::Provision(place("k7m2qy")),
        text: digest("one"),
        expires: at("2027-01-21T12:00:00Z"),
        meeting: "plenary".into(),
    };
    hall.done(
        "silence",
        "2027-01-20T12:00:04Z",
        Step::SilenceStarted(started),
    );
    let oral = Objection {
        of: mark("silence"),
        participant: code("CAR"),
        amendment: None,
        oral: true,
    };
    hall.done("oral", "2027-01-20T13:00:00Z", Step::Objection(oral));
    let concluded = SilenceConcluded {
        of: mark("silence"),
    };
    hall.done(
        "concluded",
        "2027-01-21T12:00:00Z",
        Step::SilenceConcluded(concluded),
    );
    let agreed = Agreed {
        place: place("k7m2qy"),
        revision: digest("r1"),
        content: digest("one"),
        package: Some("finance".into()),
        ad_referendum: [code("CAR")].into(),
        until: None,
        decision: Decision::Silence(mark("silence")),
    };
    hall.done("agreed", "2027-01-21T12:00:01Z", Step::Agreed(agreed));
    let answer = ReferendumAnswer {
        of: mark("agreed"),
        participant: code("CAR"),
        confirmed: true,
    };
    hall.done("answer", "2027-01-22T12:00:00Z", Step::Referendum(answer));
    let adopted = Step::Adopted(hall.adopted(Decision::Consensus));
    hall.done("adopted", "2027-03-01T12:00:00Z", adopted);
    let conference = hall.conference();
    let travaux = conference.travaux("k7m2qy".parse().expect("an id"));
    let path: Vec<&str> = travaux
        .traces
        .iter()
        .map(|trace| match trace {
            Trace::Proposal { .. } => "proposal",
            Trace::Silence { .. } => "silence",
            Trace::Reserved { .. } => "reserved",
            Trace::Adopted(_) => "adopted",
            Trace::Event(event) => match &event.what {
                Happening::Revised { .. } => "revised",
                Happening::Agreed(agreed) => {
                    assert_eq!(agreed.package.as_deref(), Some("finance"));
                    "agreed"
                }
                Happening::Answered { .. } => "answered",
                Happening::Bound { .. } => "bound",
                _ => "other",
            },
        })
        .collect();
    assert_eq!(
        path,
        [
            "revised", "proposal", "bound", "silence", "agreed", "answered", "adopted"
        ]
    );
    let (Some(Trace::Proposal { end, .. }), true) =
        (travaux.traces.get(1), travaux.unknown.is_empty())
    else {
        panic!("its paper is at hand")
    };
    assert!(matches!(end, Some((End::Disposed(_), _))));
}

#[test]
fn figures_of_a_past_instant_do_not_see_what_came_after() {
    let mut hall = Hall::open();
    let agreed = |revision: &str, words: &str| {
        Step::Agreed(Agreed {
            place: place("k7m2qy"),
            revision: digest(revision),
            content: digest(words),
            package: None,
            ad_referendum: BTreeSet::new(),
            until: None,
            decision: Decision::Consensus,
        })
    };
    hall.done("agreed", "2027-01-12T10:00:00Z", agreed("r1", "one"));
    let reopened = Reopened {
        place: place("k7m2qy"),
        reason: "a number".into(),
        decision: Decision::Consensus,
    };
    hall.done("reopened", "2027-01-14T10:00:00Z", Step::Reopened(reopened));
    let revision = RevisionMade {
        from: Some(digest("r1")),
        revision: digest("r2"),
        changed: Vec::from([(place("k7m2qy"), Some(digest("three")))]),
        texts: BTreeMap::new(),
    };
    hall.done("r2", "2027-01-15T10:00:00Z", Step::Revision(revision));
    hall.done("again", "2027-01-16T10:00:00Z", agreed("r2", "three"));
    let agreed_at = |on: &str| hall.conference().figures("I", at(on)).agreed;
    let counts = [
        "2027-01-11T10:00:00Z",
        "2027-01-13T10:00:00Z",
        "2027-01-15T09:00:00Z",
        "2027-01-17T10:00:00Z",
    ]
    .map(agreed_at);
    assert_eq!(counts, [0, 1, 0, 1]);
}
