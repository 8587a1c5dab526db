//! A case of a conference: `conference` holds what has happened, line by line, `request` what is tried. A line
//! is `INSTANT VERB ARGUMENTS`, where arguments follow their word (`by ARD`, `in I`). Names stand for marks,
//! words for digests, so that a case can be read.

use alloc::collections::{BTreeMap, BTreeSet};
use core::fmt::Write as _;

use libtest_mimic::Failed;
use sponsio_law::conference::{
    Acknowledged, Amendment, Answer, Answered, Audience, CoSponsored, ConferenceRefusal, Convened,
    Conveyed, Disclosed, Disposed, Lapse, Majority, Operation, Outcome, Paper, Place, Position,
    PositionTaken, Proceeding, Proposal, RevisionMade, RoundArchived, RoundClosed, RoundOpened,
    RoundPublished, RulesOfProcedure, Seat, SilenceExtension, StatementRecorded, Step, Subject,
    Tabled, Tabling, TextFacts, Voice, Withdrawn,
};
use sponsio_law::filing::{EnterError, Filing, Matter};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_record::{
    ActId, Commitment, ConferenceId, Digest, Instant, Opening, ParticipantId, TreatyId,
};
use sponsio_text::{Language, Position as Stance, ProvisionId};

use super::decided::decided;
use super::recorded;

const SALT: [u8; 32] = [7; 32];

/// A conference while a case is played.
pub(crate) struct Played {
    register: Register,
    papers: BTreeMap<ActId, Paper>,
    documents: BTreeMap<Digest, Vec<u8>>,
}

/// One line of a case.
#[derive(Clone, Copy)]
pub(super) struct Line<'a>(pub(super) &'a str);

impl<'a> Line<'a> {
    pub(super) fn word(self, nth: usize) -> Result<&'a str, Failed> {
        let word = self.0.split_whitespace().nth(nth);
        word.ok_or_else(|| format!("too short: {}", self.0).into())
    }

    /// Returns the word behind this one.
    pub(super) fn after(self, word: &str) -> Option<&'a str> {
        let mut words = self.0.split_whitespace();
        words.find(|other| *other == word)?;
        words.next()
    }

    pub(super) fn needed(self, word: &str) -> Result<&'a str, Failed> {
        let found = self.after(word);
        found.ok_or_else(|| format!("`{word}` is missing: {}", self.0).into())
    }

    pub(super) fn has(self, word: &str) -> bool {
        self.0.split_whitespace().any(|other| other == word)
    }

    pub(super) fn by(self) -> Result<ParticipantId, Failed> {
        code(self.needed("by")?)
    }

    pub(super) fn list(self, word: &str) -> Vec<&'a str> {
        let words = self.after(word).into_iter();
        words.flat_map(|list| list.split(',')).collect()
    }

    pub(super) fn codes(self, word: &str) -> Result<BTreeSet<ParticipantId>, Failed> {
        self.list(word).into_iter().map(code).collect()
    }

    pub(super) fn instant(self, word: &str) -> Result<Instant, Failed> {
        instant(self.needed(word)?)
    }
}

pub(super) fn code(text: &str) -> Result<ParticipantId, Failed> {
    Ok(ParticipantId::new(text)?)
}

pub(super) fn instant(text: &str) -> Result<Instant, Failed> {
    Ok(text.parse::<Instant>()?)
}

pub(super) fn digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

pub(super) fn mark(text: &str) -> ActId {
    let bytes = *digest(text).as_bytes();
    ActId::from_bytes(core::array::from_fn(|index| bytes[index]))
}

pub(super) fn provision(text: &str) -> Result<ProvisionId, Failed> {
    Ok(text.parse::<ProvisionId>()?)
}

/// Reads `k7m2qy/en`.
pub(super) fn place(text: &str) -> Result<Place, Failed> {
    let (id, language) = text.split_once('/').unwrap_or((text, "en"));
    Ok(Place {
        provision: provision(id)?,
        language: Language::new(language)?,
    })
}

pub(super) fn id() -> ConferenceId {
    ConferenceId::new("guarantees").expect("an identifier")
}

impl Played {
    /// Returns a register with the participants of every case, and no conference.
    pub(crate) fn new() -> Self {
        let mut register = Register::new();
        for (id, kind) in [
            ("ARD", ParticipantKind::State),
            ("BEL", ParticipantKind::State),
            ("CAR", ParticipantKind::State),
            ("OBS", ParticipantKind::State),
            ("OLD", ParticipantKind::FormerState),
        ] {
            let participant = Participant {
                id: ParticipantId::new(id).expect("a code"),
                name: id.into(),
                kind,
            };
            register.add_participant(participant).expect("each is new");
        }
        Self {
            register,
            papers: BTreeMap::new(),
            documents: BTreeMap::new(),
        }
    }

    /// Plays a line and says what came of it.
    pub(crate) fn play(&mut self, line: &str) -> Result<String, Failed> {
        let line = Line(line);
        let at = instant(line.word(0)?)?;
        match self.attempt(line, at)? {
            Ok(()) => Ok("received\n".into()),
            Err(refusal) => {
                let mut said = String::new();
                writeln!(
                    said,
                    "refused {} ({})\n  {refusal}",
                    refusal.code(),
                    refusal.rule()
                )?;
                Ok(said)
            }
        }
    }

    fn attempt(
        &mut self,
        line: Line<'_>,
        at: Instant,
    ) -> Result<Result<(), Box<ConferenceRefusal>>, Failed> {
        if line.word(1)? == "treaty" {
            let treaty = TreatyId::new(line.word(2)?)?;
            let clauses = format!("treaty \"T\"\n  id {treaty}\n");
            let matter = Matter::Treaty { treaty, clauses };
            self.enter(mark(line.0), matter)?
                .map_err(|_| "a treaty is refused")?;
            return Ok(Ok(()));
        }
        let conference = match line.after("at") {
            Some(other) => ConferenceId::new(other)?,
            None => id(),
        };
        if line.word(1)? == "facts" {
            let refused = facts(line)?.examine().err().map(|ground| {
                Box::new(ConferenceRefusal {
                    conference,
                    kind: "text-adopted",
                    by: None,
                    at,
                    ground,
                })
            });
            return Ok(refused.map_or(Ok(()), Err));
        }
        let (of, step) = self.step(line)?;
        if let Some(paper) = self.papers.get(&of)
            && let Some(held) = self.register.conference(&conference)
            && let Err(ground) = held.examine_paper(of, &step, paper, at)
            && held.examine(of, at, &step).is_ok()
        {
            return Ok(Err(Box::new(held.refusal(&step, at, ground))));
        }
        self.enter(
            of,
            Matter::Proceeding(Proceeding {
                conference,
                received: at,
                step,
            }),
        )
    }

    fn enter(
        &mut self,
        id: ActId,
        matter: Matter,
    ) -> Result<Result<(), Box<ConferenceRefusal>>, Failed> {
        let filing = Filing {
            id,
            matter,
            documents: Vec::new(),
        };
        let bytes = filing.write().map_err(|fault| fault.to_string())?;
        let filing = Filing::from_bytes(&bytes)?;
        let documents = self.documents.clone();
        let entered = self
            .register
            .enter(&filing, &move |of| documents.get(of).cloned());
        match entered {
            Ok(()) => Ok(Ok(())),
            Err(EnterError::Conference(refusal)) => Ok(Err(refusal)),
            Err(other) => Err(other.to_string().into()),
        }
    }

    fn step(&mut self, line: Line<'_>) -> Result<(ActId, Step), Failed> {
        let name = line.word(2)?;
        let of = mark(name);
        let step = match line.word(1)? {
            "open" => Step::Convened(convened(line)?),
            "seat" => Step::Seated(Seat {
                participant: code(name)?,
                tables: line.has("tables"),
                votes: line.has("votes"),
            }),
            "voice" => Step::SpeaksFor(Voice {
                participant: code(name)?,
                members: line.codes("for")?,
                from: instant(line.word(0)?)?,
                until: line.after("until").map(instant).transpose()?,
            }),
            "revision" => Step::Revision(revision(line, name)?),
            "round" => Step::RoundOpened(RoundOpened {
                round: name.into(),
                base: digest(line.needed("base")?),
                scope: line
                    .list("scope")
                    .into_iter()
                    .map(provision)
                    .collect::<Result<_, _>>()?,
                closes: line.instant("closes")?,
            }),
            "close" => Step::RoundClosed(RoundClosed { round: name.into() }),
            "archive" => Step::RoundArchived(RoundArchived { round: name.into() }),
            "publish" => self.publish(line, name)?,
            "table" => self.table(line, of)?,
            "convey" => Step::Conveyed(Conveyed {
                of,
                to: line.codes("to")?,
            }),
            "acknowledge" => Step::Acknowledged(Acknowledged {
                of,
                participant: line.by()?,
            }),
            "join" => Step::CoSponsored(CoSponsored {
                of,
                participant: line.by()?,
            }),
            "withdraw" => Step::Withdrawn(Withdrawn {
                of,
                participant: line.by()?,
                reason: String::new(),
            }),
            "answer" => self.answer(line, of)?,
            "position" => self.position(line, of)?,
            "dispose" => Step::Disposed(Disposed {
                of,
                outcome: Outcome::from_label(line.word(3)?).ok_or("no outcome")?,
                revision: line.after("revision").map(digest),
                reason: line.after("because").unwrap_or(" ").into(),
            }),
            "source" => recorded::source(line, &mut self.documents)?,
            "statement" => {
                let said = recorded::statement(line, of, &self.documents)?;
                Step::StatementRecorded(StatementRecorded {
                    reader: line.after("by").unwrap_or("o-ana").into(),
                    paper: self.seal(of, Paper::Statement(Box::new(said)))?,
                })
            }
            "attest" => {
                let opening = self.opening(of)?;
                let held = self.register.conference(&id());
                recorded::confirmation(
                    line,
                    of,
                    opening,
                    self.papers.get(&of),
                    held.map(|held| &**held),
                )?
            }
            _ => match recorded::recorded(line, name, of)? {
                Some(step) => step,
                None => decided(line, name, of)?,
            },
        };
        let is_named = matches!(
            step,
            Step::Tabled(_)
                | Step::Answered(_)
                | Step::Position(_)
                | Step::SilenceStarted(_)
                | Step::SourceRecorded(_)
                | Step::StatementRecorded(_)
                | Step::ClarificationRaised(_)
                | Step::UnderstandingRecorded(_)
                | Step::StatementRepeated(_)
        );
        let own = match line.after("as") {
            Some(name) => mark(name),
            None if is_named => of,
            None => mark(line.0),
        };
        Ok((own, step))
    }

    fn publish(&mut self, line: Line<'_>, round: &str) -> Result<Step, Failed> {
        let mut disclosed = Vec::new();
        for name in line.list("all") {
            // `P1:P2` discloses the paper of P2 as that of P1.
            let (of, paper) = name.split_once(':').unwrap_or((name, name));
            disclosed.push(Disclosed {
                of: mark(of),
                opening: self.opening(mark(paper))?,
            });
        }
        let to = line.after("to").unwrap_or("public");
        Ok(Step::RoundPublished(RoundPublished {
            round: round.into(),
            to: Audience::from_label(to).ok_or("no audience")?,
            disclosed,
            more: line.has("more"),
        }))
    }

    /// Keeps the opening of a paper as a document, and returns its digest.
    fn opening(&mut self, of: ActId) -> Result<Digest, Failed> {
        let bytes = match self.papers.get(&of) {
            Some(paper) => paper.write().map_err(|fault| fault.to_string())?,
            None => Vec::new(),
        };
        let opening = Opening {
            seq: 1,
            salt: SALT,
            bytes,
        };
        let bytes = opening.write().map_err(|fault| fault.to_string())?;
        let opening = Digest::of(&bytes);
        self.documents.insert(opening, bytes);
        Ok(opening)
    }

    fn seal(&mut self, of: ActId, paper: Paper) -> Result<Commitment, Failed> {
        let bytes = paper.write().map_err(|fault| fault.to_string())?;
        self.papers.insert(of, paper);
        Ok(Commitment::of(&SALT, &bytes))
    }

    fn table(&mut self, line: Line<'_>, of: ActId) -> Result<Step, Failed> {
        let round = line.needed("in")?;
        let on = line.list("on").into_iter().map(provision);
        let operations = on.map(|provision| {
            Ok(Amendment {
                operation: Operation::Replace,
                provision: provision?,
                other: None,
                text: Some(line.after("says").unwrap_or("other words").into()),
            })
        });
        let to = line.codes("to")?;
        let paper = Paper::Proposal(Proposal {
            conference: id(),
            act: line.after("paper-of").map_or(of, mark),
            round: round.into(),
            by: line.by()?,
            co_sponsors: BTreeSet::new(),
            to: (!to.is_empty()).then_some(to),
            base: digest(line.after("base").unwrap_or("r1")),
            language: Language::new(line.after("lang").unwrap_or("en"))?,
            operations: operations.collect::<Result<_, Failed>>()?,
            reason: String::new(),
        });
        Ok(Step::Tabled(Tabled {
            round: round.into(),
            participant: line.by()?,
            through_chair: line.has("chair"),
            paper: self.seal(of, paper)?,
            supersedes: line.after("supersedes").map(mark),
            in_reply_to: line.after("reply").map(mark),
        }))
    }

    fn answer(&mut self, line: Line<'_>, of: ActId) -> Result<Step, Failed> {
        let proposal = mark(line.needed("to")?);
        let paper = Paper::Answer(Answer {
            conference: id(),
            act: of,
            of: proposal,
            by: line.by()?,
            stance: Stance::CanAccept,
            text: String::new(),
        });
        Ok(Step::Answered(Answered {
            of: proposal,
            participant: line.by()?,
            paper: self.seal(of, paper)?,
        }))
    }

    fn position(&mut self, line: Line<'_>, of: ActId) -> Result<Step, Failed> {
        let paper = Paper::Position(Position {
            conference: id(),
            act: of,
            by: line.by()?,
            stance: Stance::Support,
            on: Subject::Proposal(mark(line.needed("on")?)),
        });
        Ok(Step::Position(PositionTaken {
            round: line.needed("in")?.into(),
            participant: line.by()?,
            paper: self.seal(of, paper)?,
        }))
    }

    /// Answers a query of the `expect` block.
    pub(crate) fn reply(&self, question: &str) -> Result<String, Failed> {
        let line = Line(question);
        let held = self
            .register
            .conference(&id())
            .ok_or("there is no conference")?;
        if let Some(reply) = recorded::reply(line, held)? {
            return Ok(reply);
        }
        Ok(match line.word(0)? {
            "standing" => {
                let standing = held.standing(&place(line.word(1)?)?, line.instant("at")?);
                standing.map_or("not agreed".into(), |standing| format!("{standing:?}"))
            }
            "silence" => {
                let silence = held.silence(mark(line.word(1)?)).ok_or("no silence")?;
                format!("{:?}", silence.state(line.instant("at")?))
            }
            "late" => {
                let silence = held.silence(mark(line.word(1)?)).ok_or("no silence")?;
                silence.late().count().to_string()
            }
            "language" => {
                let place = place(line.word(1)?)?;
                let mut translations = held.translations();
                let found = translations.find(|(at, _)| **at == place);
                found.map_or("-".into(), |(_, one)| one.state.label().to_owned())
            }
            "uncertified" => held.uncertified().len().to_string(),
            "due" => held.due(line.instant("at")?).len().to_string(),
            "live" => {
                let waiting = held.proposals().iter().filter(|one| one.end.is_none());
                waiting.count().to_string()
            }
            "traces" => held
                .travaux(provision(line.word(1)?)?)
                .traces
                .len()
                .to_string(),
            "sealed" => held
                .travaux(provision(line.word(1)?)?)
                .unknown
                .len()
                .to_string(),
            other => return Err(format!("no such query: {other}").into()),
        })
    }
}

fn convened(line: Line<'_>) -> Result<Convened, Failed> {
    let mut rules = RulesOfProcedure {
        publication: Audience::Public,
        ..RulesOfProcedure::default()
    };
    if let Some(word) = line.after("tabling") {
        rules.tabling = Tabling::from_label(word).ok_or("no tabling")?;
    }
    if let Some(word) = line.after("adoption") {
        let label = word.replace('+', " ");
        rules.adoption = Majority::from_label(&label).ok_or("no majority")?;
    }
    if let Some(word) = line.after("extension") {
        rules.silence_extension = SilenceExtension::from_label(word).ok_or("no extension")?;
    }
    if let Some(word) = line.after("lapse") {
        rules.ad_referendum_lapse = Lapse::from_label(word).ok_or("no lapse")?;
    }
    Ok(Convened {
        title: "Conference on Mutual Guarantees".into(),
        treaty: TreatyId::new(line.word(2)?)?,
        languages: match line.list("languages").as_slice() {
            [] => vec![Language::new("en")?],
            tags => tags
                .iter()
                .map(|tag| Language::new(tag))
                .collect::<Result<_, _>>()?,
        },
        rules,
    })
}

fn revision(line: Line<'_>, name: &str) -> Result<RevisionMade, Failed> {
    let changed = line.list("says").into_iter().map(|pair| {
        let (at, words) = pair.split_once('=').ok_or("a change is `k7m2qy=words`")?;
        Ok((place(at)?, (words != "-").then(|| digest(words))))
    });
    Ok(RevisionMade {
        from: line.after("from").map(digest),
        revision: digest(name),
        changed: changed.collect::<Result<_, Failed>>()?,
        texts: BTreeMap::new(),
    })
}

fn places(line: Line<'_>, word: &str) -> Result<Vec<Place>, Failed> {
    line.list(word).into_iter().map(place).collect()
}

pub(super) fn provisions<C: FromIterator<ProvisionId>>(
    line: Line<'_>,
    word: &str,
) -> Result<C, Failed> {
    line.list(word).into_iter().map(provision).collect()
}

fn facts(line: Line<'_>) -> Result<TextFacts, Failed> {
    Ok(TextFacts {
        brackets: places(line, "brackets")?,
        placeholders: places(line, "placeholders")?,
        stale: places(line, "stale")?,
        reservations: provisions(line, "reservations")?,
        conflicts: places(line, "conflicts")?,
        unconfirmed: provisions(line, "unconfirmed")?,
    })
}
