//! A small register with fictional parties, its words, and a server for it.

use alloc::sync::Arc;
use core::net::SocketAddr;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use sponsio_law::act::{Act, ActLabel};
use sponsio_law::calendar::{self, Date};
use sponsio_law::clause;
use sponsio_law::conference::{Ahead, Walk};
use sponsio_law::guarantee::{Coverage, Row};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::History;
use sponsio_law::treaty::Treaty;
use sponsio_record::{Digest, Instant, ParticipantId, TreatyId};
use sponsio_text::Expression;
use sponsio_web::{
    Account, Changed, Clause, Clauses, Consequences, Deposits, Gap, Gaps, Head, Language, Limits,
    Line, Pages, Promises, Published, Reading, Source, Stage, Stages, Supposed, Terms, Unread,
    Walked, Wording, listen, serve,
};
use tokio::sync::oneshot;

const PARTICIPANTS: [(&str, &str, ParticipantKind); 6] = [
    ("ADM", "Aldmark", ParticipantKind::State),
    ("BYL", "Beryland <b>&\u{202e}", ParticipantKind::State),
    ("GLD", "Galdria", ParticipantKind::State),
    ("IGD", "Iğdırya", ParticipantKind::State),
    ("RHV", "Rhovany", ParticipantKind::State),
    ("X-NSU", "Narrow Sea Union", ParticipantKind::Organization),
];

const WARNING: &str = "treaty \"Convention on Early Warning </script>\"
  id warning
  adopted 2017-05-12 at \"Port Ansel\"
  opened 2017-09-01
  depositary \"Secretary-General of the Concord Assembly\"
  authentic en, tr
  announced in force 2018-03-03
  data as of 2024-12-31

in force 30 days after the day at least 3 instruments [art. 5]
each later joiner 30 days after its deposit [art. 5]
withdrawal 12 months after receipt of notice [art. 6]
guarantee G1 negative by each party to every other party, individually of \"to attack </script>\" [art. 1]
guarantee G2 positive by {GLD} to third {IGD}, severally of \"to help\" force political commitment [art. 2]
";

const HARBOUR: &str = "treaty \"Agreement on Harbour Assistance\"
  id harbour
  data as of 2024-12-31

in force 30 days after the day at least 5 instruments [art. 9]
guarantee G1 positive by each party to every other party, jointly of \"to open harbours\" [art. 3]
";

const ACTS: [&str; 9] = [
    "warning ADM signature 2017-09-01",
    "warning ADM ratification 2017-11-20",
    "warning GLD ratification 2018-01-10",
    "warning RHV ratification 2018-02-01",
    "warning IGD signature 2017-10-03",
    "warning BYL accession 2019-06-01",
    "warning RHV withdrawal 2023-05-01",
    "warning X-NSU signature 2017-09-01",
    "harbour ADM acceptance 2020-02-29",
];

/// Returns the register of these tests.
pub(crate) fn register() -> Register {
    let mut register = Register::new();
    for (code, name, kind) in PARTICIPANTS {
        let participant = Participant {
            id: ParticipantId::new(code).unwrap(),
            name: name.to_owned(),
            kind,
        };
        register.add_participant(participant).unwrap();
    }
    for text in [WARNING, HARBOUR] {
        let parsed = clause::parse(text);
        assert_eq!(parsed.diagnostics, []);
        let id = parsed.file.header.id.as_ref().unwrap().value.clone();
        register.add_treaty(Treaty::new(id, parsed.file)).unwrap();
    }
    for line in ACTS {
        register.apply(act(line)).unwrap();
    }
    register
}

pub(crate) fn act(line: &str) -> Act {
    let words: Vec<&str> = line.split(' ').collect();
    let date = calendar::parse(words[3]).unwrap();
    Act {
        id: None,
        treaty: TreatyId::new(words[0]).unwrap(),
        participant: ParticipantId::new(words[1]).unwrap(),
        label: ActLabel::read(words[2]),
        date,
        effect: None,
        recorded: None,
        refers_to: None,
        source: String::new(),
        note: "<i>note</i>".to_owned(),
    }
}

/// A reading that stays what it is.
pub(crate) struct Fixed(pub(crate) Option<Arc<Reading>>);

impl Source for Fixed {
    fn reading(&self) -> Result<Arc<Reading>, Unread> {
        self.0.clone().ok_or_else(|| Unread("gone".to_owned()))
    }
}

/// Words of a test: they name what they were asked, so that a page shows what it asked for.
pub(crate) struct Plain;

impl Wording for Plain {
    fn treaty(
        &self,
        language: Language,
        register: &Register,
        history: &History,
        at: Date,
    ) -> Account {
        let id = &register.treaty(history.treaty).id;
        account(language, &format!("{id} on {at}"))
    }

    fn participant(
        &self,
        language: Language,
        register: &Register,
        history: &History,
        party: PartyIndex,
        at: Date,
    ) -> Account {
        let (id, who) = (
            &register.treaty(history.treaty).id,
            &register.participant(party).id,
        );
        account(language, &format!("{who} towards {id} on {at}"))
    }

    fn clauses(&self, language: Language, register: &Register, treaty: TreatyIndex) -> Clauses {
        let statements = register.treaty(treaty).clauses.statements.iter();
        let clauses = statements.map(|statement| Clause {
            citation: statement.citation.clone(),
            sentence: format!("line {}", statement.line),
            rule: clause::print_statement(statement),
        });
        Clauses {
            language: spoken(language),
            clauses: clauses.collect(),
        }
    }

    fn missing(
        &self,
        language: Language,
        register: &Register,
        history: &History,
        at: Date,
    ) -> Gaps {
        let id = &register.treaty(history.treaty).id;
        Gaps {
            language: spoken(language),
            ways: vec![Gap {
                title: None,
                lacks: vec![format!("lacking for {id} on {at}")],
                deposits: Some(Deposits {
                    head: "one deposit".to_owned(),
                    choices: vec!["any".to_owned()],
                }),
                then: "then in force".to_owned(),
            }],
        }
    }

    fn promises(&self, language: Language, _: &Register, coverage: &Coverage) -> Promises {
        let rows = coverage.rows.iter();
        Promises {
            language: spoken(language),
            promises: rows
                .map(|row| format!("says {}", row.promise.object))
                .collect(),
            closings: vec![format!("closing on {}", coverage.at)],
        }
    }

    fn cell(
        &self,
        language: Language,
        _: &Register,
        _: &Coverage,
        row: &Row,
        (from, to): (usize, usize),
    ) -> Option<Account> {
        Some(account(
            language,
            &format!("{} from {from} to {to}", row.promise.name),
        ))
    }

    fn coverage_table(
        &self,
        register: &Register,
        coverage: &Coverage,
    ) -> (&'static [&'static str], Vec<Vec<String>>) {
        let code = |place: usize| register.participant(coverage.members[place]).id.to_string();
        let rows = coverage.pairs().map(|(from, to)| {
            let mark = coverage.strongest(from, to).label().to_owned();
            vec![code(from), code(to), mark]
        });
        (&["obligor", "beneficiary", "mark"], rows.collect())
    }

    fn coverage_data(&self, _: Language, _: &Register, coverage: &Coverage) -> serde_json::Value {
        serde_json::json!({ "at": coverage.at.to_string(), "members": coverage.members.len() })
    }

    fn walked(&self, language: Language, walk: &Walk<'_>) -> Walked {
        Walked {
            language: spoken(language),
            sentences: vec![format!(
                "{} traces of {}",
                walk.travaux.traces.len(),
                walk.provision
            )],
        }
    }

    fn ahead(&self, language: Language, ahead: &Ahead<'_>) -> Stages {
        let stages = ahead.spoken.iter().map(|stage| Stage {
            name: stage.label(),
            taken: stage.is_taken(),
            is_advice: stage.is_advice(),
            sentence: format!("stage {}", stage.label()),
            advised: Vec::new(),
        });
        Stages {
            language: spoken(language),
            spoken: stages.collect(),
            drafts: Vec::new(),
        }
    }

    fn supposed(&self, language: Language, asked: Supposed<'_>) -> Consequences {
        let (added, removed) = (&asked.supposition.add, &asked.supposition.remove);
        let added = added
            .iter()
            .map(|act| format!("supposed {} {}", act.participant, act.date));
        let removed = removed
            .iter()
            .map(|one| format!("not so {}", one.participant));
        let changed = asked.found.iter().map(|one| Changed {
            id: one.treaty().to_string(),
            name: one.treaty().to_string(),
            sentences: vec![format!("differs in {}", one.treaty())],
        });
        Consequences {
            language: spoken(language),
            supposed: added.chain(removed).collect(),
            treaties: changed.collect(),
        }
    }

    fn terms(&self, language: Language) -> Terms {
        let named = |name| vec![(name, format!("word of {name}"))];
        Terms {
            language: spoken(language),
            codes: named("W01"),
            parts: named("threshold"),
            weighed: named("period-expiry"),
            refusals: named("words"),
        }
    }

    fn word_document(&self, _: Language, text: &Expression, date: Instant) -> Vec<u8> {
        format!("{} provisions on {date}", text.provisions.len()).into_bytes()
    }

    fn name(&self, _: Language, register: &Register, party: PartyIndex) -> String {
        register.participant(party).name.clone()
    }

    fn order(&self, _: Language, name: &str) -> Vec<u8> {
        name.as_bytes().to_vec()
    }
}

fn spoken(language: Language) -> Language {
    match language {
        Language::Turkish => Language::Turkish,
        Language::English | Language::Arabic => Language::English,
    }
}

fn account(language: Language, asked: &str) -> Account {
    let line = |kind, label: &str, text: &str| Line {
        kind,
        label: label.to_owned(),
        text: text.to_owned(),
    };
    Account {
        language: spoken(language),
        because: Some(format!("Because of {asked}.")),
        lines: vec![
            line("rule", "Rule", "in force 30 days after"),
            line("trigger", "Condition", "the third"),
            line("reading", "", "2 before that day, 3 on it"),
        ],
    }
}

/// Returns a reading of a practice register that is kept in a log.
pub(crate) fn practice() -> Reading {
    let mut reading = Reading::new(register(), "Practice register".to_owned());
    reading.exercise = true;
    reading.kept_to = calendar::parse("2024-12-31");
    reading.log = Some(Head {
        origin: "register.example/exercise".to_owned(),
        size: 4_218,
        root: Digest::of(b"root"),
        recorded: Some("2024-12-31T06:00:00Z".parse().unwrap()),
        key: Some("register.example/exercise+5c7e2b19+AU".to_owned()),
        policy: "log register.example/exercise+5c7e2b19+AU\nquorum none\n".to_owned(),
        published: Some(Published {
            note: "register.example/exercise\n4217\nroot=\n\n— signature\n".to_owned(),
            size: 4_217,
            witnesses: vec![
                (
                    "alpha".to_owned(),
                    Some("2024-12-31T06:00:01Z".parse().unwrap()),
                ),
                ("bravo".to_owned(), None),
            ],
            quorum: false,
        }),
    });
    reading
}

/// A server of pages that stops when it is dropped.
pub(crate) struct House {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
}

impl House {
    /// Serves a reading; without one the register cannot be read.
    pub(crate) async fn of(reading: Option<Reading>) -> Self {
        Self::within(reading, Limits::default()).await
    }

    /// Serves a reading within limits of its own.
    pub(crate) async fn within(reading: Option<Reading>, limits: Limits) -> Self {
        let source = Fixed(reading.map(Arc::new));
        let pages = Pages::new(Arc::new(source), Arc::new(Plain));
        let listener = listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(serve(listener, pages.router(), limits, async {
            drop(stopped.await);
        }));
        Self {
            address,
            stop: Some(stop),
        }
    }

    /// Opens a connection on which nothing has been said.
    pub(crate) fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).unwrap()
    }

    /// Asks for a path and returns head and body.
    pub(crate) fn ask(&self, line: &str, more: &str) -> (String, String) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let request = format!("{line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{more}\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_ascii_lowercase(), body.to_owned())
    }

    /// Returns the body of a path that is there.
    pub(crate) fn get(&self, path: &str) -> String {
        let (head, body) = self.ask(&format!("GET {path}"), "");
        assert!(head.starts_with("http/1.1 200 "), "{path}: {head}");
        body
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            assert_eq!(stop.send(()), Ok(()), "the house had stopped before");
        }
    }
}
