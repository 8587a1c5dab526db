//! A conference from its convening to the corrigendum, and what is refused on the way.

mod adoption;
mod agreement;
mod corrigendum;
mod languages;
mod period;
mod proposals;
mod record;
mod silence;
mod stands;
mod travaux;
mod version;

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
            texts: BTreeMap::new(),
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

#[test]
fn every_ground_has_a_code_of_its_own() {
    let all = || Ground::CODES.iter().chain(RecordGround::CODES);
    let codes: BTreeSet<_> = all().collect();
    assert_eq!(codes.len(), all().count());
}
