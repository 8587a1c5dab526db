//! A desk in a browser over a ledger in memory, and officers who send its forms.

use alloc::sync::Arc;
use core::net::SocketAddr;
use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;

use sponsio_depositary::accounts::{Accounts, Session};
use sponsio_depositary::mandate::rights::{Grant, Holder, Role, Scope};
use sponsio_depositary::store::Memory;
use sponsio_depositary::world::{Clock, SystemChance};
use sponsio_depositary::{
    AddParticipant, Depositary, DeskError, EnterTreaty, FolderLock, FolderShelf, OpenRegister,
    World,
};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_law::status::consequence::Consequence;
use sponsio_record::{Digest, Instant, ParticipantId};
use sponsio_web::{
    Allowed, Desk, Face, Gate, Language, Limits, Office, Pages, Rates, Reading, Refused, Said,
    Saying, Source, Unread, Watched, listen,
};
use tempfile::TempDir;
use tokio::sync::oneshot;

use crate::authenticator::Authenticator;
use crate::house::Plain;
use crate::instrument::Glance;

/// The origin of the desk; its port is not looked at.
pub(crate) const ORIGIN: &str = "http://localhost:8081";

const HARBOUR: &str = "treaty \"Agreement on Harbour Assistance\"
  id harbour

in force 30 days after the day at least 2 instruments [art. 9]
";

/// When every test begins, in seconds since 1970.
const BEGINNING: i64 = 1_796_000_000;

/// The time of day, which a test moves.
pub(crate) struct Hand(Mutex<i64>);

impl Hand {
    pub(crate) fn forward(&self, seconds: i64) {
        *self.0.lock().unwrap() += seconds;
    }
}

impl Clock for Hand {
    fn now(&self) -> Instant {
        Instant::from_seconds(*self.0.lock().unwrap()).unwrap()
    }

    fn monotonic(&self) -> Duration {
        // Both clocks of a machine go on together: one that leaps alone stops a desk.
        let since = *self.0.lock().unwrap() - BEGINNING;
        Duration::from_secs(since.unsigned_abs())
    }
}

/// The register as the desk has it.
struct Live(Depositary);

impl Source for Live {
    fn reading(&self) -> Result<Arc<Reading>, Unread> {
        let register = self.0.state().register.clone();
        Ok(Arc::new(Reading::new(register, "Office".to_owned())))
    }
}

struct Short;

impl Saying for Short {
    fn effects(
        &self,
        language: Language,
        _: &Register,
        found: &[Consequence],
    ) -> Vec<(String, Said)> {
        let changed = found.iter().map(|one| {
            let lines = vec!["it changes".to_owned()];
            (one.treaty().to_string(), Said { language, lines })
        });
        changed.collect()
    }

    fn remarks(&self, language: Language, _: &Register, remarks: &[Remark]) -> Said {
        let lines = remarks.iter().map(|one| one.code().to_owned());
        Said {
            language,
            lines: lines.collect(),
        }
    }

    fn refusal(&self, language: Language, _: &Register, error: &DeskError) -> Refused {
        Refused {
            language,
            sentence: error.to_string(),
            rule: None,
            hints: Vec::new(),
        }
    }
}

/// A desk that is served until it is dropped.
pub(crate) struct DeskHouse {
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) depositary: Depositary,
    pub(crate) clock: Arc<Hand>,
    /// What was written down of answers.
    pub(crate) journal: Arc<Mutex<Vec<String>>>,
    address: SocketAddr,
    /// Ends the live rooms, as a server does that stops.
    pub(crate) ends: Mutex<Option<oneshot::Sender<()>>>,
    _stop: oneshot::Sender<()>,
    pub(crate) folder: TempDir,
}

/// A person with a browser.
pub(crate) struct Officer<'h> {
    house: &'h DeskHouse,
    pub(crate) name: String,
    pub(crate) secret: String,
    pub(crate) token: String,
}

impl DeskHouse {
    pub(crate) async fn open() -> Self {
        Self::allowing(Allowed::default(), None).await
    }

    /// Opens a desk at which one may ask so often, and where numbers are given for this token.
    pub(crate) async fn allowing(allowed: Allowed, token: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Hand(Mutex::new(BEGINNING)));
        let depositary = depositary(&folder, Arc::clone(&clock)).await;
        let accounts = Accounts::open(&folder.path().join("accounts.sqlite")).unwrap();
        let accounts = Arc::new(accounts);
        let source: Arc<dyn Source> = Arc::new(Live(depositary.clone()));
        let office = Office {
            depositary: depositary.clone(),
            accounts: Arc::clone(&accounts),
            source: Arc::clone(&source),
            wording: Arc::new(Plain),
            saying: Arc::new(Short),
            chance: Arc::new(SystemChance),
        };
        let journal = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&journal);
        let desk = Desk::new(office, ORIGIN).unwrap();
        let (ends, ended) = oneshot::channel::<()>();
        let desk = desk
            .ending_with(async { drop(ended.await) })
            .with_clock(Arc::clone(&clock) as _)
            .with_examiner(Arc::new(Glance));
        let gate = Gate::new("desk", Arc::clone(&clock) as _, &SystemChance)
            .limited_by(Arc::new(Rates::new(allowed)))
            .told_to(move |answered| told.lock().unwrap().push(format!("{answered:?}")));
        let watched = Watched {
            faces: vec![("desk", gate.tally())],
            source: Arc::clone(&source),
            depositary: depositary.clone(),
            log: folder.path().join("log"),
            token: token.map(|token| Digest::of(token.as_bytes())),
            began: clock.now(),
        };
        let router = desk.router(Pages::new(source, Arc::new(Plain)));
        let router = router.merge(watched.router());
        let listener = listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let face = Face::new(listener, router, Limits::default()).behind(gate);
        tokio::spawn(face.serve(async {
            drop(stopped.await);
        }));
        Self {
            accounts,
            depositary,
            clock,
            journal,
            address,
            ends: Mutex::new(Some(ends)),
            _stop: stop,
            folder,
        }
    }

    /// Sends a request as it is; returns head and body.
    pub(crate) fn ask(&self, line: &str, headers: &str, body: &str) -> (String, String) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let length = body.len();
        let request = format!(
            "{line} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: {length}\r\n\
             {headers}\r\n{body}"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    /// Sends a request whose answer does not end, and returns the connection.
    pub(crate) fn watch(&self, path: &str, secret: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(5)))
            .unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\ncookie: __Host-sponsio={secret}\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    /// Makes an account; returns the secret of its link.
    pub(crate) fn invite(&self, officer: &str, roles: &[Role]) -> String {
        self.invite_in(officer, roles, "register")
    }

    fn invite_in(&self, officer: &str, roles: &[Role], scope: &str) -> String {
        self.invite_for(officer, roles, scope, None)
    }

    fn invite_for(
        &self,
        officer: &str,
        roles: &[Role],
        scope: &str,
        party: Option<&str>,
    ) -> String {
        let secret = Digest::of(officer.as_bytes()).to_string();
        let grants = roles.iter().map(|role| Grant {
            role: *role,
            scope: Scope::from_text(scope).unwrap(),
        });
        let holder = Holder {
            officer: officer.to_owned(),
            party: party.map(|code| ParticipantId::new(code).unwrap()),
            grants: grants.collect(),
        };
        let kept = Digest::of(secret.as_bytes());
        let name = format!("Name of {officer} <b>");
        self.accounts
            .invite(&holder, &name, &kept, self.clock.now())
            .unwrap();
        secret
    }

    /// Returns somebody whose session was begun without a passkey, as only a test can.
    pub(crate) fn officer(&self, name: &str, roles: &[Role]) -> Officer<'_> {
        self.officer_in(name, roles, "register")
    }

    /// The same with roles that hold in one scope.
    pub(crate) fn officer_in(&self, name: &str, roles: &[Role], scope: &str) -> Officer<'_> {
        self.person(name, roles, scope, None)
    }

    /// The same for somebody who speaks for a delegation.
    pub(crate) fn person(
        &self,
        name: &str,
        roles: &[Role],
        scope: &str,
        party: Option<&str>,
    ) -> Officer<'_> {
        self.invite_for(name, roles, scope, party);
        let secret = Digest::of(format!("session of {name}").as_bytes()).to_string();
        let now = self.clock.now();
        let session = Session {
            handle: name.to_owned(),
            officer: name.to_owned(),
            token: format!("token-of-{name}"),
            began: now,
            seen: now,
        };
        let kept = Digest::of(secret.as_bytes());
        self.accounts.begin_session(&kept, &session).unwrap();
        Officer {
            house: self,
            name: name.to_owned(),
            secret,
            token: session.token,
        }
    }

    /// Makes a passkey by a link.
    pub(crate) fn enrol(&self, secret: &str, key: &Authenticator) -> (String, String) {
        let (_, page) = self.ask(&format!("GET /enrol/{secret}"), "", "");
        let answer = key.create(&options(&page));
        let body = form(&[
            ("ceremony", &hidden(&page, "ceremony")),
            ("answer", &answer),
        ]);
        self.ask(&format!("POST /enrol/{secret}"), OWN, &body)
    }
}

/// What a browser says of a form from one of our own pages.
pub(crate) const OWN: &str = "sec-fetch-site: same-origin\r\norigin: null\r\n";

impl Officer<'_> {
    pub(crate) fn get(&self, path: &str) -> (String, String) {
        let cookie = format!("cookie: __Host-sponsio={}\r\n", self.secret);
        self.house.ask(&format!("GET {path}"), &cookie, "")
    }

    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> (String, String) {
        let token = [("token", self.token.as_str())];
        self.post_as(path, &[&token, fields].concat())
    }

    /// The same without the token.
    pub(crate) fn post_as(&self, path: &str, fields: &[(&str, &str)]) -> (String, String) {
        let headers = format!("{OWN}cookie: __Host-sponsio={}\r\n", self.secret);
        self.house
            .ask(&format!("POST {path}"), &headers, &form(fields))
    }

    /// Enters the accession of a party; returns the path of its page.
    pub(crate) fn enter(&self, party: &str) -> String {
        let fields = [
            ("treaty", "harbour"),
            ("participant", party),
            ("label", "accession"),
            ("note", "all in order"),
        ];
        let (head, body) = self.post("/desk/new/deposit", &fields);
        location(&head).unwrap_or_else(|| panic!("{head}\n{body}"))
    }

    /// Sends the form of a page that asks for a passkey.
    pub(crate) fn answer(&self, path: &str, page: &str, answer: &str) -> (String, String) {
        let ceremony = hidden(page, "ceremony");
        self.post(path, &[("ceremony", &ceremony), ("answer", answer)])
    }
}

async fn depositary(folder: &TempDir, clock: Arc<Hand>) -> Depositary {
    let store = Arc::new(Memory::new());
    let at = |name: &str| folder.path().join(name);
    let world = World {
        drawer: Arc::clone(&store) as _,
        outbox: Arc::clone(&store) as _,
        store,
        shelf: Arc::new(FolderShelf::open(&at("log")).unwrap()),
        lock: Arc::new(FolderLock::open(&at("lock")).unwrap()),
        clock,
        chance: Arc::new(SystemChance),
        snapshots: None,
    };
    let desk = Depositary::open("office.example/exercise", &[7; 32], world)
        .await
        .unwrap();
    let opening = OpenRegister {
        title: "Office".to_owned(),
        zone: "UTC".to_owned(),
        recovery: None,
        exercise: true,
    };
    desk.open_register(opening).await.unwrap();
    for code in ["ARV", "BRS", "CDL"] {
        let participant = Participant {
            id: ParticipantId::new(code).unwrap(),
            name: format!("State {code} <i>\u{202e}"),
            kind: ParticipantKind::State,
        };
        desk.add_participant(AddParticipant { participant })
            .await
            .unwrap();
    }
    let clauses = HARBOUR.to_owned();
    desk.enter_treaty(treaty(clauses)).await.unwrap();
    desk
}

fn treaty(clauses: String) -> EnterTreaty {
    EnterTreaty {
        treaty: sponsio_record::TreatyId::new("harbour").unwrap(),
        clauses,
        texts: Vec::new(),
    }
}

/// Returns where an answer leads.
pub(crate) fn location(head: &str) -> Option<String> {
    let line = head
        .lines()
        .find_map(|line| line.strip_prefix("location: "));
    line.map(str::to_owned)
}

/// Returns the value of a hidden field.
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let behind = page
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap();
    behind.1.split_once('"').unwrap().0.to_owned()
}

/// Returns what a page would ask of an authenticator.
pub(crate) fn options(page: &str) -> String {
    let behind = page
        .split_once("data-options=\"")
        .unwrap_or_else(|| panic!("{page}"));
    let text = behind.1.split_once('"').unwrap().0;
    text.replace("&#34;", "\"").replace("&#38;", "&")
}

/// Writes fields as a browser does.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| {
        let written = text.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        written.collect::<String>()
    };
    let pairs = fields.iter();
    let pairs = pairs.map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}
