//! Statements and meetings: what is confirmed is shown in its place, what is not is never shown.

use alloc::collections::BTreeMap;

use sponsio_law::calendar;
use sponsio_law::conference::{
    Capacity, Convened, ItemAdded, MeetingAttended, MeetingOpened, Paper, Passage, Proceeding,
    ProvisionDrafted, Quote, Representative, RulesOfProcedure, Seat, SourceRecorded, Statement,
    StatementConfirmed, StatementKind, StatementRecorded, Step,
};
use sponsio_law::filing::{Filing, Matter};
use sponsio_record::{ActId, Commitment, ConferenceId, Digest, Opening, ParticipantId, TreatyId};
use sponsio_text::{Language, ProvisionId};
use sponsio_web::{Reading, Shelf};

use super::answers::words;
use super::house::{House, register};

const REPORT: &str = "Wire, 11 January 2021\n\nOrel said: \"We have <b>no</b> plans.\" That was all.\n\n\
    A canary sang beside the hall.\n";
const SALT: [u8; 32] = [7; 32];
/// Words of a statement that no second reader has confirmed.
const CANARY: &str = "A canary sang beside the hall.";

/// A register with a conference, which is filled act by act.
struct Hall {
    reading: Reading,
    documents: BTreeMap<Digest, Vec<u8>>,
}

fn mark(number: u8) -> ActId {
    format!("{number:032x}").parse().unwrap()
}

fn talks() -> ConferenceId {
    ConferenceId::new("talks").unwrap()
}

fn english() -> Language {
    Language::new("en").unwrap()
}

fn statement(number: u8, text: &str) -> Statement {
    Statement {
        conference: talks(),
        act: mark(number),
        source: mark(3),
        speaker: "Ana <i>Orel</i>".to_owned(),
        capacity: Capacity::ForeignMinister,
        office: String::new(),
        party: Some(ParticipantId::new("ADM").unwrap()),
        date: calendar::parse("2021-01-11"),
        place: "Port Ansel".to_owned(),
        occasion: String::new(),
        audience: vec!["ambassadors".to_owned()],
        kind: StatementKind::Assurance,
        quotes: vec![Quote {
            start: REPORT.find(text).unwrap() as u64,
            text: text.to_owned(),
            written: String::new(),
            direct: true,
        }],
        accused: Vec::new(),
        doubtful: String::new(),
    }
}

impl Hall {
    fn open() -> Self {
        let mut reading = Reading::new(register(), "Talks".to_owned());
        reading.exercise = true;
        reading.kept_to = calendar::parse("2024-12-31");
        let mut hall = Self {
            reading,
            documents: BTreeMap::new(),
        };
        let convened = Convened {
            title: "Talks at Port Ansel".to_owned(),
            treaty: TreatyId::new("calm").unwrap(),
            languages: vec![english()],
            rules: RulesOfProcedure::default(),
        };
        hall.done(1, Step::Convened(convened));
        let seat = Seat {
            participant: ParticipantId::new("ADM").unwrap(),
            tables: true,
            votes: true,
        };
        hall.done(2, Step::Seated(seat));
        let report = Digest::of(REPORT.as_bytes());
        hall.documents.insert(report, REPORT.into());
        let source = SourceRecorded {
            publisher: "Wire".to_owned(),
            date: calendar::parse("2021-01-11").unwrap(),
            language: english(),
            address: String::new(),
            report,
            fictional: true,
        };
        hall.done(3, Step::SourceRecorded(source));
        hall
    }

    fn done(&mut self, number: u8, step: Step) {
        let filing = Filing {
            id: mark(number),
            matter: Matter::Proceeding(Proceeding {
                conference: talks(),
                received: "2021-01-12T09:00:00Z".parse().unwrap(),
                step,
            }),
            documents: Vec::new(),
        };
        let documents = &self.documents;
        let given = self
            .reading
            .register
            .enter(&filing, &|digest| documents.get(digest).cloned());
        assert_eq!(given, Ok(()));
    }

    fn record(&mut self, said: &Statement) -> Vec<u8> {
        let paper = Paper::Statement(Box::new(said.clone())).write().unwrap();
        let recorded = StatementRecorded {
            reader: "o-ana".to_owned(),
            paper: Commitment::of(&SALT, &paper),
        };
        let number = u8::from_str_radix(&said.act.to_string()[30..], 16).unwrap();
        self.done(number, Step::StatementRecorded(recorded));
        paper
    }

    fn confirm(&mut self, number: u8, said: &Statement, paper: Vec<u8>) {
        let opening = Opening {
            seq: 7,
            salt: SALT,
            bytes: paper,
        };
        let bytes = opening.write().unwrap();
        let digest = Digest::of(&bytes);
        self.documents.insert(digest, bytes);
        let confirmed = StatementConfirmed {
            of: said.act,
            reader: "o-ben".to_owned(),
            opening: digest,
            report: Digest::of(REPORT.as_bytes()),
        };
        self.done(number, Step::StatementConfirmed(confirmed));
    }

    /// A hall in which one statement is confirmed and led to a draft, and one is not confirmed.
    fn filled() -> Self {
        let mut hall = Self::open();
        let said = statement(16, "We have <b>no</b> plans.");
        let paper = hall.record(&said);
        hall.confirm(17, &said, paper);
        hall.record(&statement(18, CANARY));
        let drafted = ProvisionDrafted {
            provision: ProvisionId::from_number(7),
            language: english(),
            from: vec![Passage {
                of: mark(16),
                quote: 0,
            }],
            words: "Each Party undertakes to have no plans.".to_owned(),
            guarantee: String::new(),
        };
        hall.done(19, Step::ProvisionDrafted(drafted));
        let opened = MeetingOpened {
            meeting: "plenary-1".to_owned(),
            date: calendar::parse("2021-01-12").unwrap(),
            place: "Port Ansel".to_owned(),
            subject: "Opening".to_owned(),
        };
        hall.done(32, Step::MeetingOpened(opened));
        let attended = MeetingAttended {
            meeting: "plenary-1".to_owned(),
            participant: ParticipantId::new("ADM").unwrap(),
            representatives: vec![Representative {
                capacity: Capacity::ForeignMinister,
                office: "Minister".to_owned(),
                full_powers: None,
            }],
            names: Commitment::of(&[7; 32], b"names"),
        };
        hall.done(33, Step::MeetingAttended(attended));
        let item = ItemAdded {
            item: "wrecks".to_owned(),
            title: "Removal of wrecks".to_owned(),
        };
        hall.done(34, Step::ItemAdded(item));
        hall
    }

    /// Serves it, with the documents of its log or without them.
    async fn house(mut self, with_documents: bool) -> House {
        let documents = self.documents;
        self.reading.shelf = with_documents
            .then(|| Shelf::new(move |digest: &Digest| documents.get(digest).cloned()));
        House::of(Some(self.reading)).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_stand_in_their_place_and_are_no_markup() {
    let house = Hall::filled().house(true).await;
    let id = mark(16);
    let html = house.get(&format!("/s/{id}?lang=en"));
    let place = "Orel said: &#34;<mark>We have &#60;b&#62;no&#60;/b&#62; plans.</mark>";
    assert!(html.contains(place), "{html}");
    assert!(
        !html.contains("<i>Orel") && !html.contains("<b>no"),
        "a name or a word is markup"
    );
    let said = words(&html);
    for known in [
        "Wire, 11 January 2021, English",
        "Report of a statement",
        "a second reader, on 12 January 2021",
        "Each Party undertakes to have no plans.",
        "A draft rests on it; it is not adopted, and does not bind.",
        "fictional source, for an exercise",
    ] {
        assert!(said.contains(known), "{known}: {said}");
    }
    let list = words(&house.get("/s?lang=tr"));
    assert!(list.contains("We have"), "{list}");
    let (head, _) = house.ask(&format!("GET /s/{id}?at=2021-01-11"), "");
    assert!(
        head.starts_with("http/1.1 404 "),
        "before it was confirmed: {head}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_report_the_words_stand_alone_and_the_page_says_so() {
    let house = Hall::filled().house(false).await;
    let said = words(&house.get(&format!("/s/{}?lang=en", mark(16))));
    assert!(
        said.contains("The report itself is not at hand here"),
        "{said}"
    );
    assert!(said.contains("We have"), "{said}");
}

/// The canary: words of a statement that nobody confirmed reach no page, table, feed or answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_confirmed_is_nowhere() {
    let house = Hall::filled().house(true).await;
    for path in [
        "/",
        "/?q=canary",
        "/s",
        "/s?q=canary",
        "/statements.csv",
        "/api/v1/statements",
        "/m",
        "/events",
        "/feed.atom",
        "/t",
        "/log",
    ] {
        let body = house.get(path);
        assert!(!body.contains("canary sang"), "{path}: {body}");
    }
    for path in [
        format!("/s/{}", mark(18)),
        format!("/api/v1/statements/{}", mark(18)),
    ] {
        let (head, body) = house.ask(&format!("GET {path}"), "");
        assert!(head.starts_with("http/1.1 404 "), "{path}: {head}");
        assert!(!body.contains("canary sang"), "{path}: {body}");
    }
    // The paragraphs beside the confirmed words are left out.
    let page = house.get(&format!("/s/{}", mark(16)));
    assert!(!page.contains("canary"), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_meeting_shows_who_sat_and_what_was_left() {
    let house = Hall::filled().house(true).await;
    let said = words(&house.get(&format!("/m/{}?lang=en", mark(32))));
    for known in [
        "plenary-1",
        "Opening",
        "Minister Minister for Foreign Affairs",
        "not taken up",
    ] {
        assert!(said.contains(known), "{known}: {said}");
    }
    let list = words(&house.get("/m?lang=en&at=2021-02-01"));
    assert!(
        list.contains("Talks at Port Ansel") && list.contains("20 days"),
        "{list}"
    );
    let (head, body) = house.ask(&format!("GET /m/{}?lang=en&at=2020-01-01", mark(32)), "");
    assert!(
        head.starts_with("http/1.1 404 ") && body.contains("No meeting"),
        "{head}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_front_page_leads_from_the_words_to_what_is_missing() {
    let house = Hall::filled().house(true).await;
    let said = words(&house.get("/?lang=en"));
    for known in [
        "What was said, what was written, and what is still missing for it to bind",
        "Drafted from these words",
        "A provision was drafted from the words Adoption of the text",
        "1 statement",
    ] {
        assert!(said.contains(known), "{known}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn statements_are_there_for_programs() {
    let house = Hall::filled().house(true).await;
    insta::assert_snapshot!(house.get("/statements.csv?lang=ar"));
    let data: serde_json::Value =
        serde_json::from_str(&house.get("/api/v1/statements?at=2024-01-01")).unwrap();
    assert_eq!(
        data["statements"][0]["quotes"][0]["text"],
        "We have <b>no</b> plans."
    );
    assert_eq!(data["statements"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_that_was_adopted_elsewhere_is_not_shown() {
    let house = Hall::filled().house(true).await;
    let said = words(&house.get("/t/warning/text?lang=en"));
    assert!(said.contains("was not adopted in this register"), "{said}");
    let (head, _) = house.ask("GET /t/warning/text.en.treaty", "");
    assert!(head.starts_with("http/1.1 404 "), "{head}");
}
