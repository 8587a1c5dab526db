//! The negotiation room over HTTP: who reads what, that nothing is tabled uncompared, that an act is asserted over.

mod chosen;
mod leaks;
mod versions;

use alloc::collections::BTreeSet;
use std::io::Read as _;
use std::net::TcpStream;

use sponsio_depositary::mandate::rights::Role;
use sponsio_depositary::store::Document;
use sponsio_depositary::{Convene, MakeRevision, OpenRound, SeatDelegation};
use sponsio_law::conference::{Convened, RulesOfProcedure, Seat};
use sponsio_record::{ConferenceId, Digest, Instant, ParticipantId, TreatyId};
use sponsio_text::Language;

use crate::authenticator::Authenticator;
use crate::desk_house::{DeskHouse, ORIGIN, Officer, hidden, location, options};

/// Words that stand in a draft only: where they are found, it has leaked.
const CANARY: &str = "kanarya gizli metin";

const TEXT: &str = "# Treaty on Calm Waters {#k7m2qt}
language: en

Article 1. No attack {#k7m2qx}

1. Each Party shall promptly notify the others. {#k7m2qy}

2. Nothing in this Treaty is secret. {#k7m2qz}
";

fn lorne() -> ConferenceId {
    ConferenceId::new("lorne").unwrap()
}

fn code(text: &str) -> ParticipantId {
    ParticipantId::new(text).unwrap()
}

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

/// Convenes a conference of two delegations and an onlooker, with a text and, if it is said, a round.
async fn convene(house: &DeskHouse, with_text: bool, with_round: bool) {
    let desk = &house.depositary;
    let request = Convene {
        conference: lorne(),
        convened: Convened {
            title: "Port Lorne Conference <b>".to_owned(),
            treaty: TreatyId::new("calm-waters").unwrap(),
            languages: vec![Language::new("en").unwrap()],
            rules: RulesOfProcedure::default(),
        },
    };
    desk.convene(request).await.unwrap();
    for party in ["ARV", "BRS", "CDL"] {
        let seat = Seat {
            participant: code(party),
            tables: true,
            votes: true,
        };
        let request = SeatDelegation {
            conference: lorne(),
            seat,
        };
        desk.seat(request).await.unwrap();
    }
    if with_text {
        let request = MakeRevision {
            conference: lorne(),
            from: None,
            texts: vec![Document::of("text/plain", TEXT.as_bytes().to_vec())],
        };
        desk.make_revision(request).await.unwrap();
    }
    if with_round {
        let closes = Instant::from_seconds(desk.now().seconds() + 86_400).unwrap();
        let request = OpenRound {
            conference: lorne(),
            round: "I".to_owned(),
            base: None,
            scope: BTreeSet::new(),
            closes,
        };
        desk.open_round(request).await.unwrap();
    }
}

/// Somebody with a passkey that was made by his link.
struct Person<'h> {
    officer: Officer<'h>,
    key: Authenticator,
}

const HERE: &str = "conference/lorne";

fn person<'h>(
    house: &'h DeskHouse,
    name: &str,
    role: Role,
    party: Option<&str>,
    seed: u8,
) -> Person<'h> {
    let officer = house.person(name, &[role], HERE, party);
    let key = Authenticator::new(seed, ORIGIN);
    let secret = Digest::of(name.as_bytes()).to_string();
    let (head, body) = house.enrol(&secret, &key);
    assert_eq!(status(&head), 200, "{body}");
    Person { officer, key }
}

impl Person<'_> {
    fn page(&self, path: &str) -> String {
        let (head, page) = self.officer.get(path);
        assert_eq!(status(&head), 200, "{path}: {page}");
        page
    }

    /// Sends a form that asks for the passkey, and answers; returns where it leads and what was asked.
    fn does(&self, path: &str, fields: &[(&str, &str)]) -> (String, String) {
        let (head, asked) = self.officer.post(path, fields);
        assert_eq!(status(&head), 200, "{path}: {asked}");
        let answer = self.key.get(&options(&asked));
        let (head, body) = self.officer.answer("/n/lorne/done", &asked, &answer);
        assert_eq!(status(&head), 303, "{path}: {body}");
        (location(&head).unwrap(), asked)
    }

    /// Drafts other words for a provision; returns the path of the comparison.
    fn drafts(&self, words: &str) -> String {
        let path = "/n/lorne/draft/en/replace/k7m2qy";
        let (head, body) = self.officer.post(path, &[("words", words)]);
        location(&head).unwrap_or_else(|| panic!("{head}\n{body}"))
    }

    /// Addresses a draft, compares it and tables it.
    fn tables(&self, draft: &str, words: &str, to: &[&str]) {
        let boxes: Vec<String> = to.iter().map(|code| format!("to-{code}")).collect();
        let mut fields = vec![("words", words), ("reason", "because")];
        fields.extend(boxes.iter().map(|name| (name.as_str(), "yes")));
        let (head, body) = self.officer.post(draft, &fields);
        assert_eq!(status(&head), 303, "{body}");
        let page = self.page(draft);
        let seen = hidden(&page, "seen");
        self.does(&format!("{draft}/table"), &[("seen", &seen)]);
    }
}

fn mark(house: &DeskHouse) -> String {
    let state = house.depositary.state();
    let conference = state.register.conference(&lorne()).unwrap();
    conference.proposals().last().unwrap().id.to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proposal_is_drafted_compared_tabled_answered_and_published_by_two() {
    let house = DeskHouse::open().await;
    convene(&house, true, true).await;
    let ana = person(&house, "o-ana", Role::Head, Some("ARV"), 1);
    let bea = person(&house, "o-bea", Role::Head, Some("BRS"), 2);
    let sec = person(&house, "o-sec", Role::Secretariat, None, 3);
    let sol = person(&house, "o-sol", Role::Chair, None, 4);

    let page = ana.page("/n/lorne?provision=k7m2qy");
    assert!(
        page.contains("You read as the delegation of State ARV"),
        "{page}"
    );
    assert!(
        page.contains("Other words") && page.contains("1 day 0 hours left"),
        "{page}"
    );
    let form = ana.page("/n/lorne/draft/en/replace/k7m2qy");
    assert!(
        form.contains("Each Party shall promptly notify the others."),
        "{form}"
    );
    let words = "Each Party shall at once notify the others.";
    let draft = ana.drafts(words);
    let compared = ana.page(&draft);
    let (gone, come) = (
        compared.split("<del>").nth(1),
        compared.split("<ins>").nth(1),
    );
    assert!(
        gone.unwrap()
            .split("</del>")
            .next()
            .unwrap()
            .contains("promptly")
    );
    assert!(
        come.unwrap()
            .split("</ins>")
            .next()
            .unwrap()
            .contains("at once")
    );
    assert_eq!(
        status(&bea.officer.get(&draft).0),
        404,
        "a draft is its delegation's own"
    );

    // What was not compared as it is, is not tabled; a colleague may have changed it meanwhile.
    let seen = hidden(&compared, "seen");
    let other = Digest::of(b"").to_string();
    for seen in ["", &other] {
        let (head, _) = ana
            .officer
            .post(&format!("{draft}/table"), &[("seen", seen)]);
        assert_eq!(status(&head), 409);
    }
    let adviser = house.person("o-adv", &[Role::Adviser], HERE, Some("ARV"));
    let (head, _) = adviser.post(&format!("{draft}/table"), &[("seen", &seen)]);
    assert_eq!(status(&head), 403, "an adviser drafts and does not table");

    let before = house.depositary.state().size();
    ana.tables(&draft, words, &["BRS"]);
    assert_eq!(house.depositary.state().size(), before + 1);
    assert_eq!(status(&ana.officer.get(&draft).0), 404, "the draft is gone");
    assert!(ana.page("/n/lorne/drafts").contains("has no draft here"));

    let of = mark(&house);
    let path = format!("/n/lorne/p/{of}");
    let page = bea.page("/n/lorne");
    assert!(
        page.contains("at once") && page.contains("Acknowledge the proposal of State ARV"),
        "{page}"
    );
    let (_, asked) = bea.does(&format!("{path}/acknowledge"), &[]);
    let (head, _) = bea
        .officer
        .post(&format!("{path}/answer"), &[("text", "no stance")]);
    assert_eq!(status(&head), 422);
    let answer = [("stance", "stance-can-accept"), ("text", "with a comma")];
    bea.does(&format!("{path}/answer"), &answer);
    bea.does(
        &format!("{path}/take-position"),
        &[("stance", "stance-reserve")],
    );
    let page = ana.page(&path);
    assert!(
        page.contains("can accept") && page.contains("with a comma"),
        "{page}"
    );

    // The assertion is bound to the act as it stands in the log, but for the instant of receipt.
    let challenge = Authenticator::challenge(&options(&asked));
    let state = house.depositary.state();
    let conference = state.register.conference(&lorne()).unwrap();
    let acknowledged = conference.proposals().last().unwrap().acknowledged.len();
    assert_eq!(acknowledged, 1);
    let digest: Digest = asked.split("<code class=\"wide\">").nth(1).unwrap()[..64]
        .parse()
        .unwrap();
    let evidence = house.accounts.evidence(&digest).unwrap();
    let one = &evidence[0].assertion;
    assert_eq!(
        (one.officer.as_str(), one.deed.as_str()),
        ("o-bea", "acknowledge")
    );
    let bound = sponsio_depositary::accounts::Assertion::challenge(
        &one.officer,
        &one.deed,
        &digest,
        &one.nonce,
    );
    assert_eq!(challenge, bound.as_bytes());

    sec.does("/n/lorne/chair/close-round", &[]);
    assert!(sec.page("/n/lorne").contains("Propose the publication"));
    sec.does("/n/lorne/publication", &[]);
    let page = sec.page("/n/lorne");
    assert!(page.contains("does not confirm"), "{page}");
    let motion = house.accounts.waiting_in(&lorne()).unwrap().remove(0).id;
    let (head, _) = sec
        .officer
        .post(&format!("/n/lorne/publication/{motion}/confirm"), &[]);
    assert_eq!(status(&head), 403, "whoever proposed does not confirm");
    assert_eq!(
        house.accounts.waiting(None, 0, 9).unwrap().1,
        0,
        "it is not in the inbox"
    );
    let officer = house.officer("o-dep", &[Role::DepositaryOfficer]);
    assert_eq!(status(&officer.get(&format!("/desk/i/{motion}")).0), 404);
    let path_back = format!("/n/lorne/publication/{motion}/return");
    let (head, _) = sol
        .officer
        .post(&path_back, &[("why", "wait for the lunch")]);
    assert_eq!(status(&head), 303);
    assert!(sec.page("/n/lorne").contains("wait for the lunch"));
    sec.does("/n/lorne/publication", &[]);
    sol.does(&format!("/n/lorne/publication/{motion}/confirm"), &[]);
    let cdl = person(&house, "o-cid", Role::Head, Some("CDL"), 5);
    let page = cdl.page("/n/lorne");
    assert!(
        page.contains("published") && page.contains("at once"),
        "{page}"
    );
    let settled = house.accounts.motion(&motion).unwrap().unwrap();
    assert_eq!(settled.confirmed_by.as_deref(), Some("o-sol"));

    sec.does(
        &format!("{path}/dispose"),
        &[("outcome", "not-pursued"), ("reason", "found no agreement")],
    );
    assert!(cdl.page(&path).contains("found no agreement"));
    sec.does("/n/lorne/chair/archive-round", &[]);
    let opening = [("name", "II"), ("closes", "2027-01-20T12:00")];
    sec.does("/n/lorne/chair/open-round", &opening);
    assert!(ana.page("/n/lorne").contains("Round II"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rooms_are_open_to_those_who_have_a_role_there() {
    let house = DeskHouse::open().await;
    convene(&house, false, false).await;
    let here = house.person("o-one", &[Role::Head], HERE, Some("ARV"));
    let elsewhere = house.person("o-two", &[Role::Head], "conference/fjord", Some("ARV"));
    let nobody = house.person("o-three", &[], HERE, None);
    assert!(here.get("/n").1.contains("Port Lorne Conference"));
    assert!(elsewhere.get("/n").1.contains("No room is open to you"));
    assert_eq!(status(&nobody.get("/n").0), 403);
    for who in [&elsewhere, &nobody] {
        for path in [
            "/n/lorne",
            "/n/lorne/part",
            "/n/lorne/live",
            "/n/lorne/chair",
        ] {
            assert_eq!(status(&who.get(path).0), 403, "{} {path}", who.name);
        }
    }
    for path in ["/n/fjord", "/n/fjord/part"] {
        assert_eq!(
            status(&elsewhere.get(path).0),
            404,
            "there is no such conference"
        );
    }
    let (head, _) = house.ask("GET /n/lorne", "", "");
    assert_eq!(location(&head).as_deref(), Some("/sign-in"));
    assert_eq!(status(&house.ask("GET /n/lorne/part", "", "").0), 401);
    assert_eq!(status(&house.ask("GET /n/lorne/live", "", "").0), 204);

    let page = here.get("/n/lorne").1;
    assert!(
        page.contains("Round 1 has not begun. There is no text yet"),
        "{page}"
    );
    assert!(
        page.contains("Nothing has been tabled") && page.contains("Nothing is due"),
        "{page}"
    );
    // Who speaks for a delegation does not preside, whatever else was granted.
    let both = house.person("o-both", &[Role::Head, Role::Chair], HERE, Some("ARV"));
    assert_eq!(status(&both.get("/n/lorne/chair").0), 403);
    assert!(
        both.get("/n/lorne")
            .1
            .contains("as the delegation of State ARV")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deadlines_are_told_in_the_zone_that_was_chosen() {
    let house = DeskHouse::open().await;
    convene(&house, true, true).await;
    let head = person(&house, "o-ana", Role::Head, Some("ARV"), 1);
    let (answer, page) = head
        .officer
        .post("/profile/zone", &[("zone", "Middle/Earth")]);
    assert_eq!(status(&answer), 422);
    assert!(page.contains("No time zone has this name"), "{page}");
    let (answer, _) = head
        .officer
        .post("/profile/zone", &[("zone", "Europe/Istanbul")]);
    assert_eq!(status(&answer), 303);
    let page = head.page("/n/lorne");
    assert!(page.contains("(Europe/Istanbul, UTC+03:00)"), "{page}");
    head.officer.post("/profile/zone", &[("zone", "")]);
    assert!(!head.page("/n/lorne").contains("Istanbul"));
}

/// Reads from a connection until it has said this.
fn reads_until(stream: &mut TcpStream, wanted: &str) -> String {
    let (mut said, mut part) = (String::new(), [0; 1_024]);
    while !said.contains(wanted) {
        let read = stream
            .read(&mut part)
            .unwrap_or_else(|error| panic!("{error}: {said}"));
        assert_ne!(read, 0, "it ended: {said}");
        said.push_str(&String::from_utf8_lossy(&part[..read]));
    }
    said
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_is_live_and_its_events_say_nothing() {
    let house = DeskHouse::open().await;
    convene(&house, true, true).await;
    let ana = person(&house, "o-ana", Role::Head, Some("ARV"), 1);
    let bea = person(&house, "o-bea", Role::Head, Some("BRS"), 2);
    let size = house.depositary.state().size();
    let path = format!("/n/lorne/live?since={size}");
    let mut stream = house.watch(&path, &bea.officer.secret);
    let head = reads_until(&mut stream, ": still there");
    assert!(
        head.contains("text/event-stream") && head.contains("no-store"),
        "{head}"
    );
    assert!(
        !head.contains("event: changed"),
        "nothing has changed yet: {head}"
    );
    let words = format!("Each Party shall {CANARY} notify the others.");
    let draft = ana.drafts(&words);
    ana.tables(&draft, &words, &[]);
    let event = reads_until(&mut stream, "event: changed");
    assert!(!event.contains("kanarya"), "{event}");
    let page = bea.page("/n/lorne/part");
    assert!(
        page.contains("kanarya") && !page.contains("<html"),
        "{page}"
    );

    // Who comes back after something has changed is told so at once.
    let mut late = house.watch(&path, &bea.officer.secret);
    reads_until(&mut late, "event: changed");
    let streams: Vec<TcpStream> = (0..6)
        .map(|_| house.watch(&path, &bea.officer.secret))
        .collect();
    let mut opened = Vec::new();
    for mut stream in streams {
        reads_until(&mut stream, "200 OK");
        opened.push(stream);
    }
    let mut ninth = house.watch(&path, &bea.officer.secret);
    reads_until(&mut ninth, "429 Too Many Requests");

    // A server that stops waits for no stream.
    drop(house.ends.lock().unwrap().take());
    reads_until(&mut stream, "0\r\n\r\n");

    // What a page asks by itself keeps no session alive.
    house.clock.forward(14 * 60);
    assert_eq!(status(&bea.officer.get("/n/lorne/part").0), 200);
    house.clock.forward(2 * 60);
    assert_eq!(status(&bea.officer.get("/n/lorne/part").0), 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn silence_is_broken_in_time_or_noted_as_late() {
    let house = DeskHouse::open().await;
    convene(&house, true, true).await;
    let ana = person(&house, "o-ana", Role::Head, Some("ARV"), 1);
    let bea = person(&house, "o-bea", Role::Head, Some("BRS"), 2);
    let sec = person(&house, "o-sec", Role::Secretariat, None, 3);
    let now = house.depositary.now();
    let at = Instant::from_seconds(now.seconds() + 120)
        .unwrap()
        .to_string();
    let asked = [
        ("on", "k7m2qz:en"),
        ("expires", &at[..16]),
        ("meeting", "third meeting"),
    ];
    sec.does("/n/lorne/chair/start-silence", &asked);
    let page = ana.page("/n/lorne");
    assert!(
        page.contains("Silence procedure:") && page.contains("Object in writing"),
        "{page}"
    );
    assert!(page.contains("in silence procedure"), "{page}");
    let state = house.depositary.state();
    let conference = state.register.conference(&lorne()).unwrap();
    let (mark, _) = conference.silences().next().unwrap();
    let path = format!("/n/lorne/silence/{mark}/object");
    // The page with the question is opened in time, and the passkey answers too late: what counts is that.
    let (_, question) = bea.officer.post(&path, &[]);
    ana.does(&path, &[]);
    assert!(bea.page("/n/lorne").contains("Broken by State ARV"));
    house.clock.forward(200);
    let answer = bea.key.get(&options(&question));
    let (head, _) = bea.officer.answer("/n/lorne/done", &question, &answer);
    assert_eq!(status(&head), 303);
    let state = house.depositary.state();
    let conference = state.register.conference(&lorne()).unwrap();
    let (_, silence) = conference.silences().next().unwrap();
    let received = silence.objections.last().unwrap().1;
    assert_eq!(
        received.seconds(),
        now.seconds() + 200,
        "received when it was asserted over"
    );
    assert_eq!(silence.late().count(), 1);
}
