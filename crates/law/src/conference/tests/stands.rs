//! What delegations stand on, read off what was tabled.

use super::*;
use sponsio_text::markup::{Options, parse, print};
use sponsio_text::view::plain;
use sponsio_text::{Change, Content, Expression, IdsOfDigest, Reason, Restructured, rolling};

const BASE: &str = "# T {#aaaaaa}\nlanguage: en\n\nArticle 1. Notice {#k7m2qx}\n\n1. Each Party shall notify promptly. {#k7m2qy}\n\n\
    2. The Parties meet. {#k7m2qz}\n";

pub(super) fn base() -> Expression {
    let mut ids = IdsOfDigest::new(digest("base"));
    let parsed = parse(BASE.as_bytes(), &Options::default(), &mut ids);
    parsed.expression.expect("it is a text")
}

/// One change that a proposal makes.
pub(super) fn change(operation: Operation, id: &str, text: &str) -> Amendment {
    Amendment {
        operation,
        provision: id.parse().expect("an id"),
        other: None,
        text: Some(text.into()),
    }
}

/// A hall with papers at hand.
pub(super) struct Workroom {
    pub(super) hall: Hall,
    pub(super) papers: Vec<(String, Paper)>,
}

impl Workroom {
    pub(super) fn open() -> Self {
        Self {
            hall: Hall::open(),
            papers: Vec::new(),
        }
    }

    pub(super) fn table(
        &mut self,
        id: &str,
        by: &str,
        operations: Vec<Amendment>,
        on: &str,
        supersedes: Option<&str>,
    ) {
        let Paper::Proposal(mut paper) = self.hall.proposal(id, by, "k7m2qy") else {
            panic!("it is a proposal");
        };
        paper.operations = operations;
        let paper = Paper::Proposal(paper);
        let tabled = Tabled {
            supersedes: supersedes.map(mark),
            ..self.hall.tabled(by, &paper)
        };
        self.hall.done(id, on, Step::Tabled(tabled));
        self.papers.push((id.into(), paper));
    }

    pub(super) fn stance(&mut self, id: &str, by: &str, of: &str, stance: Stance, on: &str) {
        let paper = Paper::Position(Position {
            conference: guarantees(),
            act: mark(id),
            by: code(by),
            stance,
            on: Subject::Proposal(mark(of)),
        });
        let taken = PositionTaken {
            round: "I".into(),
            participant: code(by),
            paper: Commitment::of(&SALT, &paper.write().expect("a record")),
        };
        self.hall.done(id, on, Step::Position(taken));
        self.papers.push((id.into(), paper));
    }

    /// The conference with all papers.
    pub(super) fn view(&self) -> Conference {
        let mut view = self.hall.conference().clone();
        for (id, paper) in &self.papers {
            let bytes = paper.write().expect("a record");
            assert_eq!(view.disclose(mark(id), &SALT, &bytes), Ok(()));
        }
        view
    }

    /// What is stood on at an instant, and the rolling text of it.
    pub(super) fn rolled(&self, on: &str) -> (Stands, String) {
        let view = self.view();
        let found = view.stands("I", &base(), at(on)).expect("a round");
        let made = rolling(
            &base(),
            &found.stands,
            &found.stated,
            &sponsio_text::Options::default(),
        );
        let text = print(&made.expect("it fits the base").expression);
        (found, text)
    }
}

#[test]
fn proposals_positions_and_insertions_make_the_rolling_text() {
    let mut room = Workroom::open();
    let replace = |words: &str| Vec::from([change(Operation::Replace, "k7m2qy", words)]);
    room.table(
        "p1",
        "ARD",
        replace("1. Each Party shall notify at once."),
        "2027-01-11T10:00:00Z",
        None,
    );
    room.stance("s1", "BEL", "p1", Stance::Support, "2027-01-11T11:00:00Z");
    room.stance("s2", "CAR", "p1", Stance::Oppose, "2027-01-11T12:00:00Z");
    let insert = change(Operation::InsertAfter, "k7m2qz", "3. They keep a record.");
    room.table(
        "p2",
        "CAR",
        Vec::from([insert]),
        "2027-01-11T13:00:00Z",
        None,
    );
    let (found, text) = room.rolled("2027-01-12T00:00:00Z");
    assert!(found.left_out.is_empty());
    assert!(
        text.contains("notify [=: promptly | ARD, BEL, CAR^: at once]."),
        "{text}"
    );
    assert!(text.contains("They keep a record. {+ CAR}"), "{text}");
    // Before the position was taken it is not there, and after the close nothing moves.
    let (_, earlier) = room.rolled("2027-01-11T10:30:00Z");
    assert!(
        earlier.contains("notify [=: promptly | ARD: at once]."),
        "{earlier}"
    );
    let (late, _) = room.rolled("2028-01-01T00:00:00Z");
    assert_eq!(late.at, at("2027-01-20T12:00:00Z"));
}

#[test]
fn what_is_superseded_withdrawn_or_sealed_is_not_shown() {
    let mut room = Workroom::open();
    let replace = |words: &str| Vec::from([change(Operation::Replace, "k7m2qy", words)]);
    room.table(
        "p1",
        "ARD",
        replace("Each Party shall notify at once."),
        "2027-01-11T10:00:00Z",
        None,
    );
    room.table(
        "p2",
        "ARD",
        replace("Each Party shall notify soon."),
        "2027-01-12T10:00:00Z",
        Some("p1"),
    );
    let (_, text) = room.rolled("2027-01-13T00:00:00Z");
    assert!(
        text.contains("[=: promptly | ARD: soon]") && !text.contains("at once"),
        "{text}"
    );
    room.hall
        .table("p3", "BEL", "k7m2qy", "2027-01-13T10:00:00Z");
    let (found, _) = room.rolled("2027-01-14T00:00:00Z");
    assert_eq!(found.left_out, [(mark("p3"), LeftOut::Sealed)]);
    room.hall.dispose("p2", "2027-01-14T10:00:00Z");
    let (_, text) = room.rolled("2027-01-14T10:00:00Z");
    assert!(text.contains("soon"), "the disposition comes after: {text}");
    let (_, text) = room.rolled("2027-01-14T10:00:01Z");
    assert!(!text.contains("soon"), "{text}");
}

#[test]
fn what_cannot_be_shown_is_named_with_the_reason() {
    let mut room = Workroom::open();
    let own = |words: &str| Vec::from([change(Operation::Replace, "k7m2qy", words)]);
    let id = |text: &str| text.parse().expect("an id");
    room.table(
        "open",
        "ARD",
        own("Each [Party shall."),
        "2027-01-11T10:00:00Z",
        None,
    );
    room.table(
        "label",
        "ARD",
        own("2. Each Party shall."),
        "2027-01-11T10:00:01Z",
        None,
    );
    room.table(
        "site",
        "ARD",
        own("Each [=: a | BEL: b]."),
        "2027-01-11T10:00:02Z",
        None,
    );
    let unknown = change(Operation::Delete, "zzzzzz", "");
    room.table(
        "gone",
        "ARD",
        Vec::from([unknown]),
        "2027-01-11T10:00:03Z",
        None,
    );
    let cut = change(Operation::Split, "k7m2qy", "");
    room.table("cut", "ARD", Vec::from([cut]), "2027-01-11T10:00:04Z", None);
    let (found, text) = room.rolled("2027-01-12T00:00:00Z");
    assert_eq!(text, print(&base()), "nothing of them is in the text");
    let reasons: Vec<LeftOut> = found.left_out.into_iter().map(|(_, why)| why).collect();
    assert!(matches!(&reasons[0], LeftOut::Words { fault, .. } if fault.column == 6));
    assert_eq!(reasons[1], LeftOut::NotOne(id("k7m2qy")));
    assert_eq!(reasons[2], LeftOut::Contested(id("k7m2qy")));
    assert_eq!(reasons[3], LeftOut::Unfit(id("zzzzzz"), Reason::Unknown));
    assert_eq!(reasons[4], LeftOut::Incomplete(id("k7m2qy")));
}

#[test]
fn a_provision_is_split_before_its_last_words() {
    let own: ProvisionId = "k7m2qy".parse().expect("an id");
    let mut room = Workroom::open();
    let cut = change(Operation::Split, "k7m2qy", "1 bis. notify promptly.");
    room.table("cut", "ARD", Vec::from([cut]), "2027-01-11T10:00:00Z", None);
    let (found, text) = room.rolled("2027-01-12T00:00:00Z");
    assert_eq!(found.left_out, []);
    let stand = found.stands.first().expect("ARD stands on it");
    let Content::Text(first) = stand.texts[&own].content.clone() else {
        panic!("it keeps its first words");
    };
    assert_eq!(plain(&first), "Each Party shall");
    let second = &stand.insertions[0].provision;
    assert_eq!(plain(&second.body.base()), "notify promptly.");
    let label = second.label.as_ref().map(|label| &*label.text);
    assert_eq!(label, Some("1 bis"));
    assert!(
        matches!(stand.changes[..], [Restructured { change: Change::Split(new), .. }] if new == second.id)
    );
    assert!(text.contains("ARD"), "{text}");
    for other in [
        "notify soon.",
        "Each Party shall notify promptly.",
        "shall notify",
    ] {
        let mut room = Workroom::open();
        let cut = change(Operation::Split, "k7m2qy", other);
        room.table("cut", "ARD", Vec::from([cut]), "2027-01-11T10:00:00Z", None);
        let (found, text) = room.rolled("2027-01-12T00:00:00Z");
        let cut = Reason::Cut { tokens: 6 };
        assert_eq!(found.left_out[0].1, LeftOut::Unfit(own, cut), "{other}");
        assert_eq!(text, print(&base()));
    }
}

#[test]
fn what_was_inserted_after_a_provision_stays_when_that_goes() {
    let mut room = Workroom::open();
    let insert = change(Operation::InsertAfter, "k7m2qz", "3. They keep a record.");
    let delete = Amendment {
        text: None,
        ..change(Operation::Delete, "k7m2qz", "")
    };
    let (first, second) = ("2027-01-11T10:00:00Z", "2027-01-11T11:00:00Z");
    room.table("p1", "ARD", Vec::from([insert]), first, None);
    room.table("p2", "ARD", Vec::from([delete]), second, None);
    let (found, text) = room.rolled("2027-01-12T00:00:00Z");
    assert!(found.left_out.is_empty());
    assert!(text.contains("They keep a record. {+ ARD}"), "{text}");
    assert!(text.contains("Alt A (ARD): -"), "{text}");
}
