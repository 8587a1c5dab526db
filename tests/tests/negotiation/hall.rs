//! A conference hall: delegations, a text, a clock that the test moves, and papers under their salts.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::conference::{
    Acknowledged, Amendment, Audience, Conference, Convened, Conveyed, Disclosed, Operation, Paper,
    Place, Proceeding, Proposal, RevisionMade, RoundOpened, RoundPublished, RulesOfProcedure, Seat,
    Standing, Step, Tabled, Texts,
};
use sponsio_law::filing::{EnterError, Filing, Matter};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_record::{
    ActId, Commitment, ConferenceId, Digest, Instant, Opening, ParticipantId, TreatyId,
};
use sponsio_text::Language;

use super::drafting::{self, Draft};

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
    draft: Draft,
    tabled: BTreeMap<ActId, (usize, usize, usize)>,
    pub(crate) texts: Texts,
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
            draft: Draft::first(articles),
            tabled: BTreeMap::new(),
            texts: Texts::new(),
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
        hall.make_revision();
        hall
    }

    /// Returns the place of an article.
    pub(crate) fn place(article: usize) -> Place {
        Place {
            provision: drafting::id(article),
            language: Language::english(),
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

    /// Tables a proposal of other words at a place of an article and has it conveyed.
    pub(crate) fn table(
        &mut self,
        round: &str,
        delegation: usize,
        (article, slot, reading): (usize, usize, usize),
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
                text: Some(self.draft.with(article, slot, reading)),
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
        self.tabled.insert(of, (article, slot, reading));
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

    /// Returns the article and place of a proposal.
    pub(crate) fn aim(&self, of: ActId) -> (usize, usize) {
        let (article, slot, _) = self.tabled[&of];
        (article, slot)
    }

    /// Returns what an article says at a place.
    pub(crate) fn reading(&self, article: usize, slot: usize) -> usize {
        self.draft.reading(article, slot)
    }

    /// Makes a revision that takes in these proposals; returns its digest.
    pub(crate) fn revise(&mut self, taken: &[ActId]) -> Digest {
        for of in taken {
            let (article, slot, reading) = self.tabled[of];
            self.draft.take(article, slot, reading);
        }
        self.make_revision()
    }

    /// Makes a revision of the text as it is drafted, and keeps the text.
    fn make_revision(&mut self) -> Digest {
        let text = self.draft.expression();
        let made = RevisionMade::of(self.conference(), core::slice::from_ref(&text));
        let revision = made.revision;
        self.texts.insert((revision, text.language.clone()), text);
        self.done(Step::Revision(made));
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
