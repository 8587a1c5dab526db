//! A conference from its convening to the corrigendum, and what is refused on the way.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use sponsio_record::{
    ActId, Commitment, ConferenceId, Digest, Instant, Opening, ParticipantId, TreatyId,
};
use sponsio_text::{Language, Position as Stance};

use super::*;
use crate::calendar;
use crate::filing::{EnterError, Filing, Matter};
use crate::party::{Participant, ParticipantKind};
use crate::register::Register;

const SALT: [u8; 32] = [9; 32];

fn code(text: &str) -> ParticipantId {
    ParticipantId::new(text).expect("a code")
}

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

fn digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

fn mark(text: &str) -> ActId {
    let digest = digest(text);
    ActId::from_bytes(*digest.as_bytes().first_chunk().expect("16 bytes"))
}

fn place(id: &str) -> Place {
    Place {
        provision: id.parse().expect("an id"),
        language: Language::new("en").expect("a tag"),
    }
}

fn guarantees() -> ConferenceId {
    ConferenceId::new("guarantees").expect("an identifier")
}

/// A conference of three delegations and an observer, with a text of two provisions and an open round.
struct Hall {
    register: Register,
    documents: BTreeMap<Digest, Vec<u8>>,
}

impl Hall {
    fn convened(rules: RulesOfProcedure) -> Self {
        let mut hall = Self {
            register: Register::new(),
            documents: BTreeMap::new(),
        };
        for id in ["ARD", "BEL", "CAR", "OBS"] {
            let participant = Participant {
                id: code(id),
                name: id.into(),
                kind: ParticipantKind::State,
            };
            hall.register.add_participant(participant).expect("new");
        }
        let convened = Convened {
            title: "Conference on Mutual Guarantees".into(),
            treaty: TreatyId::new("demo-g").expect("an identifier"),
            languages: Vec::from([Language::new("en").expect("a tag")]),
            rules,
        };
        hall.done("open", "2027-01-10T09:00:00Z", Step::Convened(convened));
        for id in ["ARD", "BEL", "CAR"] {
            hall.seat(id, true);
        }
        hall.seat("OBS", false);
        let revision = RevisionMade {
            from: None,
            revision: digest("r1"),
            changed: Vec::from([
                (place("k7m2qy"), Some(digest("one"))),
                (place("k7m2qz"), Some(digest("two"))),
            ]),
        };
        hall.done("r1", "2027-01-10T09:00:02Z", Step::Revision(revision));
        let round = RoundOpened {
            round: "I".into(),
            base: digest("r1"),
            scope: BTreeSet::new(),
            closes: at("2027-01-20T12:00:00Z"),
        };
        hall.done("round", "2027-01-10T09:00:03Z", Step::RoundOpened(round));
        hall
    }

    fn open() -> Self {
        Self::convened(RulesOfProcedure {
            publication: Audience::Public,
            ..RulesOfProcedure::default()
        })
    }

    fn seat(&mut self, id: &str, full: bool) {
        let seat = Seat {
            participant: code(id),
            tables: full,
            votes: full,
        };
        self.done(id, "2027-01-10T09:00:01Z", Step::Seated(seat));
    }

    fn conference(&self) -> &Conference {
        self.register.conference(&guarantees()).expect("convened")
    }

    fn step(&mut self, id: &str, on: &str, step: Step) -> Result<(), Box<ConferenceRefusal>> {
        let filing = Filing {
            id: mark(id),
            matter: Matter::Proceeding(Proceeding {
                conference: guarantees(),
                received: at(on),
                step,
            }),
            documents: Vec::new(),
        };
        let bytes = filing.write().expect("a record");
        assert_eq!(Filing::from_bytes(&bytes), Ok(filing.clone()));
        let documents = self.documents.clone();
        let before = self.register.clone();
        match self
            .register
            .enter(&filing, &move |of| documents.get(of).cloned())
        {
            Ok(()) => Ok(()),
            Err(EnterError::Conference(refusal)) => {
                assert_eq!(self.register, before, "a refusal changes nothing");
                Err(refusal)
            }
            Err(other) => panic!("{other}"),
        }
    }

    #[track_caller]
    fn done(&mut self, id: &str, on: &str, step: Step) {
        if let Err(refusal) = self.step(id, on, step) {
            panic!("{refusal}");
        }
    }

    #[track_caller]
    fn refused(&mut self, on: &str, step: Step, code: &str) {
        let refusal = self.step("refused", on, step).expect_err("it is refused");
        assert_eq!(refusal.code(), code, "{refusal}");
    }

    fn proposal(&self, id: &str, by: &str, provision: &str) -> Paper {
        let round = self.conference().rounds().last().expect("a round");
        Paper::Proposal(Proposal {
            conference: guarantees(),
            act: mark(id),
            round: round.opened.round.clone(),
            by: code(by),
            co_sponsors: BTreeSet::new(),
            to: None,
            base: round.opened.base,
            language: Language::new("en").expect("a tag"),
            operations: Vec::from([Amendment {
                operation: Operation::Replace,
                provision: provision.parse().expect("an id"),
                other: None,
                text: Some("solemnly".into()),
            }]),
            reason: "as in 1928".into(),
        })
    }

    fn tabled(&self, by: &str, paper: &Paper) -> Tabled {
        let round = self.conference().rounds().last().expect("a round");
        Tabled {
            round: round.opened.round.clone(),
            participant: code(by),
            through_chair: false,
            paper: Commitment::of(&SALT, &paper.write().expect("a record")),
            supersedes: None,
            in_reply_to: None,
        }
    }

    fn table(&mut self, id: &str, by: &str, provision: &str, on: &str) {
        let paper = self.proposal(id, by, provision);
        let step = Step::Tabled(self.tabled(by, &paper));
        let examined = self
            .conference()
            .examine_paper(mark(id), &step, &paper, at(on));
        assert_eq!(examined, Ok(()));
        self.done(id, on, step);
    }

    fn opening(&mut self, id: &str, paper: &Paper) -> Disclosed {
        let opening = Opening {
            seq: 7,
            salt: SALT,
            bytes: paper.write().expect("a record"),
        };
        let bytes = opening.write().expect("a record");
        let digest = Digest::of(&bytes);
        self.documents.insert(digest, bytes);
        Disclosed {
            of: mark(id),
            opening: digest,
        }
    }

    fn publish(
        &mut self,
        on: &str,
        disclosed: Vec<Disclosed>,
    ) -> Result<(), Box<ConferenceRefusal>> {
        let published = RoundPublished {
            round: "I".into(),
            to: Audience::Public,
            disclosed,
            more: false,
        };
        self.step("publish", on, Step::RoundPublished(published))
    }

    fn dispose(&mut self, of: &str, on: &str) {
        let disposed = Disposed {
            of: mark(of),
            outcome: Outcome::NotPursued,
            revision: None,
            reason: "no agreement".into(),
        };
        self.done(&[of, "-end"].concat(), on, Step::Disposed(disposed));
    }

    fn close(&mut self, on: &str) {
        let closed = RoundClosed { round: "I".into() };
        self.done("close", on, Step::RoundClosed(closed));
    }

    fn adopted(&self, decision: Decision) -> Adopted {
        let english = Language::new("en").expect("a tag");
        Adopted {
            revision: *self.conference().revision().expect("a text"),
            texts: BTreeMap::from([(english, digest("text"))]),
            done: calendar::parse("2027-03-01").expect("a date"),
            place: "Port Ansel".into(),
            decision,
            clauses: digest(CLAUSES),
            carries: Vec::new(),
        }
    }
}

const CLAUSES: &str = "treaty \"Guarantees\"\n  id demo-g\n  adopted 2027-03-01 at \"Port Ansel\"\n\nin force on the day at least 2 instruments\n";

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
    })
}

#[test]
fn no_proposal_is_lost_between_tabling_and_archive() {
    let mut hall = Hall::open();
    hall.table("p1", "ARD", "k7m2qy", "2027-01-11T10:00:00Z");
    hall.table("p2", "BEL", "k7m2qz", "2027-01-11T11:00:00Z");
    let published = RoundPublished {
        round: "I".into(),
        to: Audience::Public,
        disclosed: Vec::new(),
        more: false,
    };
    let step = Step::RoundPublished(published);
    hall.refused("2027-01-12T10:00:00Z", step, "round-still-open");
    hall.close("2027-01-20T12:00:00Z");
    let paper = hall.proposal("p1", "ARD", "k7m2qy");
    let first = hall.opening("p1", &paper);
    let lost = hall.publish("2027-01-20T13:00:00Z", Vec::from([first.clone()]));
    let lost = lost.expect_err("the second would be lost");
    assert_eq!(lost.ground, Ground::Undisclosed(Vec::from([mark("p2")])));
    // An opening that belongs to the other proposal does not open.
    let forged = Disclosed {
        of: mark("p2"),
        opening: first.opening,
    };
    let forged = hall.publish("2027-01-20T13:00:00Z", Vec::from([first.clone(), forged]));
    assert_eq!(forged.expect_err("forged").code(), "does-not-open");
    let paper = hall.proposal("p2", "BEL", "k7m2qz");
    let second = hall.opening("p2", &paper);
    let all = hall.publish("2027-01-20T13:00:00Z", Vec::from([first, second]));
    assert_eq!(all, Ok(()));
    let archive = || Step::RoundArchived(RoundArchived { round: "I".into() });
    hall.dispose("p1", "2027-01-20T14:00:00Z");
    let due = hall.conference().due(at("2027-01-20T14:00:00Z"));
    assert!(due.contains(&Due::Disposition(mark("p2"))), "{due:?}");
    hall.refused("2027-01-20T14:00:00Z", archive(), "disposition-missing");
    hall.dispose("p2", "2027-01-20T14:00:00Z");
    hall.done("archive", "2027-01-20T15:00:00Z", archive());
    let figures = hall.conference().figures("I", at("2027-01-21T00:00:00Z"));
    assert_eq!(
        (figures.tabled, figures.open, figures.not_pursued),
        (2, 0, 2)
    );
    let travaux = hall.conference().travaux("k7m2qy".parse().expect("an id"));
    assert_eq!(travaux.traces.len(), 1);
    assert!(travaux.unknown.is_empty());
    assert_eq!(travaux.traces[0].of(), mark("p1"));
}

#[test]
fn a_withdrawn_proposal_may_stay_sealed() {
    let mut hall = Hall::open();
    hall.table("p1", "ARD", "k7m2qy", "2027-01-11T10:00:00Z");
    let joined = CoSponsored {
        of: mark("p1"),
        participant: code("BEL"),
    };
    hall.done("join", "2027-01-11T11:00:00Z", Step::CoSponsored(joined));
    let withdraw = |by: &str| {
        Step::Withdrawn(Withdrawn {
            of: mark("p1"),
            participant: code(by),
            reason: String::new(),
        })
    };
    hall.refused("2027-01-12T10:00:00Z", withdraw("CAR"), "not-a-sponsor");
    hall.done("w1", "2027-01-12T10:00:00Z", withdraw("ARD"));
    // The other sponsor goes on with it.
    let proposal = hall.conference().proposal(mark("p1")).expect("tabled");
    assert_eq!(
        (proposal.proposer(), &proposal.end),
        (Some(&code("BEL")), &None)
    );
    hall.done("w2", "2027-01-12T11:00:00Z", withdraw("BEL"));
    hall.refused("2027-01-12T12:00:00Z", withdraw("BEL"), "ended");
    hall.close("2027-01-13T10:00:00Z");
    assert_eq!(hall.publish("2027-01-13T11:00:00Z", Vec::new()), Ok(()));
}

#[test]
fn a_later_proposal_of_the_same_delegation_supersedes() {
    let mut hall = Hall::open();
    hall.table("p1", "ARD", "k7m2qy", "2027-01-11T10:00:00Z");
    let later = |hall: &Hall, by: &str| {
        let paper = hall.proposal("p2", by, "k7m2qy");
        let mut tabled = hall.tabled(by, &paper);
        tabled.supersedes = Some(mark("p1"));
        Step::Tabled(tabled)
    };
    let foreign = later(&hall, "BEL");
    hall.refused("2027-01-11T11:00:00Z", foreign, "not-a-sponsor");
    let own = later(&hall, "ARD");
    hall.done("p2", "2027-01-11T11:00:00Z", own);
    let proposal = hall.conference().proposal(mark("p1")).expect("tabled");
    assert!(matches!(proposal.end, Some((End::Superseded(by), ..)) if by == mark("p2")));
}

#[test]
fn what_a_proposal_says_is_examined_before_it_is_sealed() {
    let mut hall = Hall::open();
    let examine = |hall: &Hall, change: &dyn Fn(&mut Proposal)| {
        let Paper::Proposal(mut proposal) = hall.proposal("p1", "ARD", "k7m2qy") else {
            panic!("a proposal")
        };
        change(&mut proposal);
        let paper = Paper::Proposal(proposal);
        let step = Step::Tabled(hall.tabled("ARD", &paper));
        let on = at("2027-01-11T10:00:00Z");
        let examined = hall
            .conference()
            .examine_paper(mark("p1"), &step, &paper, on);
        examined.map_err(|ground| ground.code())
    };
    assert_eq!(examine(&hall, &|_| {}), Ok(()));
    assert_eq!(
        examine(&hall, &|one| one.base = digest("r0")),
        Err("unknown-base")
    );
    assert_eq!(
        examine(&hall, &|one| one.by = code("BEL")),
        Err("other-paper")
    );
    assert_eq!(
        examine(&hall, &|one| one.act = mark("p2")),
        Err("other-paper")
    );
    assert_eq!(
        examine(&hall, &|one| one.operations.clear()),
        Err("nothing-proposed")
    );
    let unknown =
        |one: &mut Proposal| one.operations[0].provision = "zzzzzz".parse().expect("an id");
    assert_eq!(examine(&hall, &unknown), Err("unknown-provision"));
    let stranger = |one: &mut Proposal| one.to = Some(BTreeSet::from([code("ZZZ")]));
    assert_eq!(examine(&hall, &stranger), Err("not-seated"));
    let agreed = Agreed {
        place: place("k7m2qy"),
        revision: digest("r1"),
        content: digest("one"),
        package: None,
        ad_referendum: BTreeSet::new(),
        until: None,
        decision: Decision::Consensus,
    };
    hall.done("agreed", "2027-01-11T09:00:00Z", Step::Agreed(agreed));
    assert_eq!(examine(&hall, &|_| {}), Err("provision-agreed"));
    hall.refused(
        "2027-01-20T12:00:00Z",
        Step::Tabled(hall.tabled("ARD", &hall.proposal("p1", "ARD", "k7m2qz"))),
        "after-close",
    );
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

#[test]
fn every_ground_has_a_code_of_its_own() {
    let codes: BTreeSet<_> = Ground::CODES.into_iter().collect();
    assert_eq!(codes.len(), Ground::CODES.len());
}

#[test]
fn papers_stay_out_of_messages() {
    let hall = Hall::open();
    let paper = hall.proposal("p1", "ARD", "k7m2qy");
    let mut conference = hall.conference().clone();
    let shown = alloc::format!("{paper:?}");
    assert!(!shown.contains("solemnly"), "{shown}");
    let step = Step::Tabled(hall.tabled("ARD", &paper));
    conference.apply(mark("p1"), at("2027-01-11T10:00:00Z"), &step);
    let bytes = paper.write().expect("a record");
    conference
        .disclose(mark("p1"), &SALT, &bytes)
        .expect("it opens");
    let shown = alloc::format!("{conference:?}");
    assert!(
        !shown.contains("solemnly") && !shown.contains("1928"),
        "{shown}"
    );
    let travaux = conference.travaux("k7m2qy".parse().expect("an id"));
    let shown = alloc::format!("{travaux:?}");
    assert!(
        !shown.contains("solemnly") && !shown.contains("1928"),
        "{shown}"
    );
}
