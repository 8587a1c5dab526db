//! A conference hall: delegations, a text, a clock that the test moves, and papers under their salts.

use std::collections::{BTreeMap, BTreeSet};

use sponsio_law::conference::{
    Acknowledged, Amendment, Audience, Conference, Convened, Conveyed, Disclosed, Operation, Paper,
    Place, Proceeding, Proposal, RevisionMade, RoundOpened, RoundPublished, RulesOfProcedure, Seat,
    Standing, Step, Tabled,
};
use sponsio_law::filing::{EnterError, Filing, Matter};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_record::{
    ActId, Commitment, ConferenceId, Digest, Instant, Opening, ParticipantId, TreatyId,
};
use sponsio_text::{Language, ProvisionId};

/// How many papers one act discloses.
const AT_ONCE: usize = 50;

pub(crate) struct Hall {
    pub(crate) register: Register,
    pub(crate) now: Instant,
    drawer: BTreeMap<ActId, (Paper, [u8; 32])>,
    documents: BTreeMap<Digest, Vec<u8>>,
    acts: Vec<Vec<u8>>,
    participants: Vec<Participant>,
    marks: u64,
    revisions: u64,
}

pub(crate) fn id() -> ConferenceId {
    ConferenceId::new("plastics-2027").expect("an identifier")
}

pub(crate) fn digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

pub(crate) fn instant(seconds: i64) -> Instant {
    Instant::from_seconds(seconds).expect("within four-digit years")
}

pub(crate) fn mark(number: u64) -> ActId {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    ActId::from_bytes(bytes)
}

impl Hall {
    pub(crate) fn convene(delegations: usize, articles: usize) -> Self {
        let participants = (0..delegations).map(|one| Participant {
            id: ParticipantId::new(&format!("D{one:02}")).expect("a code"),
            name: format!("Delegation {one}"),
            kind: ParticipantKind::State,
        });
        let mut hall = Self {
            register: Register::new(),
            now: "2027-01-10T09:00:00Z".parse().expect("an instant"),
            drawer: BTreeMap::new(),
            documents: BTreeMap::new(),
            acts: Vec::new(),
            participants: participants.collect(),
            marks: 0,
            revisions: 0,
        };
        for participant in &hall.participants {
            let added = hall.register.add_participant(participant.clone());
            added.expect("each is new");
        }
        hall.done(Step::Convened(Convened {
            title: "Negotiating Committee".to_owned(),
            treaty: TreatyId::new("demo-plastics").expect("an identifier"),
            languages: vec![Self::place(0).language],
            rules: RulesOfProcedure {
                publication: Audience::Public,
                ..RulesOfProcedure::default()
            },
        }));
        for one in 0..delegations {
            let participant = hall.delegation(one);
            hall.done(Step::Seated(Seat {
                participant,
                tables: true,
                votes: true,
            }));
        }
        let first = (0..articles).map(|article| {
            let words = digest(&format!("article {article}"));
            (Self::place(article), Some(words))
        });
        hall.done(Step::Revision(RevisionMade {
            from: None,
            revision: digest("revision 0"),
            changed: first.collect(),
        }));
        hall
    }

    /// Returns the place of an article.
    pub(crate) fn place(article: usize) -> Place {
        let number = u32::try_from(article).expect("a small number");
        Place {
            provision: ProvisionId::from_number(number + 1_000),
            language: Language::new("en").expect("a tag"),
        }
    }

    pub(crate) fn delegation(&self, one: usize) -> ParticipantId {
        self.participants[one].id.clone()
    }

    pub(crate) fn conference(&self) -> &Conference {
        self.register.conference(&id()).expect("it is convened")
    }

    pub(crate) fn pass(&mut self, seconds: i64) {
        self.now = instant(self.now.seconds() + seconds);
    }

    /// Files a step through its record form; returns its mark.
    pub(crate) fn done(&mut self, step: Step) -> ActId {
        let (of, bytes) = self.record(step);
        if let Err(error) = enter(&mut self.register, &bytes, &self.documents) {
            panic!("{error}");
        }
        self.acts.push(bytes);
        of
    }

    /// Returns the code by which a step is refused.
    pub(crate) fn refused(&mut self, step: Step) -> &'static str {
        let (_, bytes) = self.record(step);
        match enter(&mut self.register, &bytes, &self.documents) {
            Err(EnterError::Conference(refusal)) => refusal.code(),
            other => panic!("it is not refused by the law of conferences: {other:?}"),
        }
    }

    fn record(&mut self, step: Step) -> (ActId, Vec<u8>) {
        self.marks += 1;
        let of = mark(self.marks);
        let filing = Filing {
            id: of,
            matter: Matter::Proceeding(Proceeding {
                conference: id(),
                received: self.now,
                step,
            }),
            documents: Vec::new(),
        };
        (of, filing.write().expect("a record"))
    }

    pub(crate) fn open_round(&mut self, name: &str, closes: i64) {
        let base = *self.conference().revision().expect("a text");
        self.done(Step::RoundOpened(RoundOpened {
            round: name.to_owned(),
            base,
            scope: BTreeSet::new(),
            closes: instant(closes),
        }));
    }

    /// Tables a proposal on an article and has it conveyed.
    pub(crate) fn table(
        &mut self,
        round: &str,
        delegation: usize,
        article: usize,
        supersedes: Option<ActId>,
    ) -> ActId {
        let act = mark(self.marks + 1);
        let by = self.delegation(delegation);
        let base = self
            .conference()
            .round(round)
            .expect("it is open")
            .opened
            .base;
        let paper = Paper::Proposal(Proposal {
            conference: id(),
            act,
            round: round.to_owned(),
            by: by.clone(),
            co_sponsors: BTreeSet::new(),
            to: None,
            base,
            language: Self::place(article).language,
            operations: vec![Amendment {
                operation: Operation::Replace,
                provision: Self::place(article).provision,
                other: None,
                text: Some(format!("words of {by} on article {article}")),
            }],
            reason: String::new(),
        });
        let salt = *digest(&format!("salt {act}")).as_bytes();
        let bytes = paper.write().expect("a record");
        let step = Step::Tabled(Tabled {
            round: round.to_owned(),
            participant: by,
            through_chair: false,
            paper: Commitment::of(&salt, &bytes),
            supersedes,
            in_reply_to: None,
        });
        let examined = self
            .conference()
            .examine_paper(act, &step, &paper, self.now);
        assert_eq!(examined, Ok(()));
        let of = self.done(step);
        assert_eq!(of, act);
        self.drawer.insert(of, (paper, salt));
        self.done(Step::Conveyed(Conveyed {
            of,
            to: BTreeSet::new(),
        }));
        of
    }

    pub(crate) fn acknowledge(&mut self, of: ActId, delegation: usize) {
        let participant = self.delegation(delegation);
        self.done(Step::Acknowledged(Acknowledged { of, participant }));
    }

    /// Publishes a round: the papers of all proposals that were not withdrawn.
    pub(crate) fn publish(&mut self, round: &str) {
        let conference = self.conference();
        let papers: Vec<ActId> = conference
            .papers_of(round)
            .filter(|of| !conference.may_stay_sealed(*of))
            .collect();
        let mut disclosed = Vec::new();
        for (seq, of) in (0..).zip(papers) {
            let (paper, salt) = &self.drawer[&of];
            let opening = Opening {
                seq,
                salt: *salt,
                bytes: paper.write().expect("a record"),
            };
            let bytes = opening.write().expect("a record");
            let opening = Digest::of(&bytes);
            self.documents.insert(opening, bytes);
            disclosed.push(Disclosed { of, opening });
        }
        let mut chunks = disclosed.chunks(AT_ONCE).peekable();
        while let Some(chunk) = chunks.next() {
            self.done(Step::RoundPublished(RoundPublished {
                round: round.to_owned(),
                to: Audience::Public,
                disclosed: chunk.to_vec(),
                more: chunks.peek().is_some(),
            }));
        }
    }

    /// Makes a revision that takes in these proposals; returns its digest.
    pub(crate) fn revise(&mut self, taken: &[ActId]) -> Digest {
        self.revisions += 1;
        let revision = digest(&format!("revision {}", self.revisions));
        let changed: BTreeMap<Place, Option<Digest>> = taken
            .iter()
            .map(|of| {
                let Paper::Proposal(proposal) = &self.drawer[of].0 else {
                    panic!("a proposal")
                };
                let place = Place {
                    provision: proposal.operations[0].provision,
                    language: proposal.language.clone(),
                };
                (place, Some(digest(&format!("words of {of}"))))
            })
            .collect();
        let from = self.conference().revision().copied();
        self.done(Step::Revision(RevisionMade {
            from,
            revision,
            changed: changed.into_iter().collect(),
        }));
        revision
    }

    /// Returns the articles that are not agreed.
    pub(crate) fn open_articles(&self) -> Vec<usize> {
        let conference = self.conference();
        let articles = 0..conference.contents().len();
        articles
            .filter(|article| {
                let standing = conference.standing(&Self::place(*article), self.now);
                !matches!(standing, Some(Standing::Agreed(_)))
            })
            .collect()
    }

    /// Returns the register that somebody else folds from the same acts and documents.
    pub(crate) fn folded_again(&self) -> Register {
        let mut register = Register::new();
        for participant in &self.participants {
            let added = register.add_participant(participant.clone());
            added.expect("each is new");
        }
        for bytes in &self.acts {
            let entered = enter(&mut register, bytes, &self.documents);
            entered.expect("what was received is received again");
        }
        register
    }
}

fn enter(
    register: &mut Register,
    bytes: &[u8],
    documents: &BTreeMap<Digest, Vec<u8>>,
) -> Result<(), EnterError> {
    let filing = Filing::from_bytes(bytes).expect("what was written is read");
    register.enter(&filing, &|of| documents.get(of).cloned())
}
