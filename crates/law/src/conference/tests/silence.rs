//! The silence procedure, to the second.

use super::*;

fn silence(expires: &str) -> Step {
    Step::SilenceStarted(SilenceStarted {
        on: SilenceObject::Adoption,
        text: digest("r1"),
        expires: at(expires),
        meeting: "12th meeting".into(),
    })
}

fn objection(by: &str) -> Step {
    Step::Objection(Objection {
        of: mark("silence"),
        participant: code(by),
        amendment: None,
        oral: false,
    })
}

#[test]
fn silence_is_broken_strictly_before_its_expiry_only() {
    for (received, broken) in [
        ("2027-02-01T15:59:59Z", true),
        ("2027-02-01T16:00:00Z", false),
        ("2027-02-01T16:00:01Z", false),
    ] {
        let mut hall = Hall::open();
        let on = "2027-01-25T10:00:00Z";
        hall.done("silence", on, silence("2027-02-01T16:00:00Z"));
        hall.refused(on, objection("OBS"), "no-vote");
        hall.done("no", received, objection("CAR"));
        let silence = hall.conference().silence(mark("silence")).expect("started");
        let state = silence.state(at("2027-02-02T00:00:00Z"));
        assert_eq!(
            matches!(state, SilenceState::Broken { .. }),
            broken,
            "{received}"
        );
        assert_eq!(silence.late().count(), usize::from(!broken));
        let conclude = || {
            Step::SilenceConcluded(SilenceConcluded {
                of: mark("silence"),
            })
        };
        if broken {
            hall.refused("2027-02-02T00:00:00Z", conclude(), "silence-over");
        } else {
            hall.done("concluded", "2027-02-02T00:00:00Z", conclude());
            assert_eq!(state, SilenceState::Adopted(at("2027-02-01T16:00:00Z")));
        }
    }
}

#[test]
fn silence_is_not_extended_unless_the_rules_say_so_and_a_change_withdraws_it() {
    let mut hall = Hall::open();
    let on = "2027-01-25T10:00:00Z";
    hall.done("silence", on, silence("2027-02-01T16:00:00Z"));
    let extend = || {
        Step::SilenceExtended(SilenceExtended {
            of: mark("silence"),
            expires: at("2027-02-03T16:00:00Z"),
        })
    };
    hall.refused(on, extend(), "no-extension");
    hall.refused(on, silence("2027-02-05T16:00:00Z"), "silence-runs");
    let conclude = Step::SilenceConcluded(SilenceConcluded {
        of: mark("silence"),
    });
    hall.refused(on, conclude, "still-runs");
    let revision = RevisionMade {
        from: Some(digest("r1")),
        revision: digest("r2"),
        changed: Vec::from([(place("k7m2qy"), Some(digest("other")))]),
        texts: BTreeMap::new(),
    };
    hall.done(
        "r2",
        "2027-01-26T10:00:00Z",
        Step::Revision(revision.clone()),
    );
    let started = hall.conference().silence(mark("silence")).expect("started");
    assert_eq!(
        started.state(at("2027-02-02T00:00:00Z")),
        SilenceState::Withdrawn(at("2027-01-26T10:00:00Z"))
    );
    hall.refused(
        "2027-01-26T11:00:00Z",
        Step::Revision(revision),
        "revision-moved",
    );
    let mut hall = Hall::convened(RulesOfProcedure {
        silence_extension: SilenceExtension::BeforeExpiry,
        ..RulesOfProcedure::default()
    });
    hall.done("silence", on, silence("2027-02-01T16:00:00Z"));
    hall.done("extended", on, extend());
    hall.refused("2027-02-03T16:00:00Z", extend(), "silence-over");
}

#[test]
fn what_is_said_breaks_nothing_and_statements_are_attached_until_the_expiry() {
    let mut hall = Hall::open();
    let on = "2027-01-25T10:00:00Z";
    let expires = "2027-02-01T16:00:00Z";
    hall.done("silence", on, silence(expires));
    let oral = Objection {
        of: mark("silence"),
        participant: code("CAR"),
        amendment: None,
        oral: true,
    };
    hall.done("said", on, Step::Objection(oral));
    let attach = |sort| {
        Step::Attached(Attached {
            of: mark("silence"),
            participant: code("BEL"),
            sort,
            text: digest("statement"),
        })
    };
    hall.done("s1", on, attach(Attachment::InterpretativeStatement));
    hall.done("s2", expires, attach(Attachment::FormalReservation));
    let conclude = Step::SilenceConcluded(SilenceConcluded {
        of: mark("silence"),
    });
    hall.done("concluded", expires, conclude);
    let silence = hall.conference().silence(mark("silence")).expect("started");
    assert_eq!(
        silence.state(at(expires)),
        SilenceState::Adopted(at(expires))
    );
    assert_eq!(
        (silence.attached.len(), silence.statements().count()),
        (2, 1)
    );
    assert_eq!(
        silence.late().count(),
        0,
        "an oral objection is no late one"
    );
}
