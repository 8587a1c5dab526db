//! What delegations stand on by what they tabled, and what becomes of it on a later text.

use sponsio_text::markup::{Options as Reading, parse};
use sponsio_text::{
    Conflict, Expression, IdsOfDigest, Options, Outcome as Fate, rolling, tokenize, view,
};

use super::*;

const BASE: &str = "# Treaty {#k7m2qt}
language: en

Article 1. No attack {#k7m2qx}

1. Each Party shall promptly notify the Depositary of every attack. {#k7m2qy}

2. The Depositary informs the other Parties. {#k7m2qz}
";

fn text(source: &str) -> Expression {
    let mut ids = IdsOfDigest::new(digest(source));
    let parsed = parse(source.as_bytes(), &Reading::default(), &mut ids);
    parsed.expression.expect("a text")
}

/// A hall whose papers are at hand.
struct Open(Hall);

impl Open {
    fn table(&mut self, id: &str, by: &str, on: &str, operations: Vec<Amendment>) {
        self.reasoned(id, by, on, operations, "");
    }

    fn reasoned(&mut self, id: &str, by: &str, on: &str, operations: Vec<Amendment>, reason: &str) {
        let Paper::Proposal(paper) = self.0.proposal(id, by, "k7m2qy") else {
            panic!("a proposal")
        };
        let paper = Paper::Proposal(Proposal {
            operations,
            reason: reason.into(),
            ..paper
        });
        let tabled = self.0.tabled(by, &paper);
        self.0.done(id, on, Step::Tabled(tabled));
        self.disclose(id, &paper);
    }

    fn disclose(&mut self, id: &str, paper: &Paper) {
        let mut conference = self.0.conference().clone();
        let bytes = paper.write().expect("a record");
        conference
            .disclose(mark(id), &SALT, &bytes)
            .expect("it opens");
        let conferences = alloc::sync::Arc::make_mut(&mut self.0.register.conferences);
        conferences.insert(guarantees(), alloc::sync::Arc::new(conference));
    }

    fn position(&mut self, id: &str, by: &str, stance: Stance, on: Subject) {
        let paper = Paper::Position(Position {
            conference: guarantees(),
            act: mark(id),
            by: code(by),
            stance,
            on,
        });
        let bytes = paper.write().expect("a record");
        let taken = PositionTaken {
            round: "I".into(),
            participant: code(by),
            paper: Commitment::of(&SALT, &bytes),
        };
        self.0
            .done(id, "2027-01-13T10:00:00Z", Step::Position(taken));
        self.disclose(id, &paper);
    }

    fn words(&self, provision: &str, at_instant: &str) -> String {
        let base = text(BASE);
        let found = self.0.conference().standpoints(&base, "I", at(at_instant));
        assert_eq!(found.unread, []);
        let options = Options {
            coalesce: 0,
            ..Options::default()
        };
        let made = rolling(&base, &found.stands, &found.positions, &options).expect("it fits");
        let rows = made.attributed().rows;
        let row = rows
            .iter()
            .find(|row| row.provision.id == provision.parse().expect("an id"))
            .expect("the text has it");
        let style = view::Style {
            no_text: "no text",
            slashes: false,
        };
        view::spelled(&row.pieces, style)
    }
}

fn change(operation: Operation, provision: &str, words: &str) -> Amendment {
    Amendment {
        operation,
        provision: provision.parse().expect("an id"),
        other: None,
        text: (!words.is_empty()).then(|| words.into()),
    }
}

fn replace(words: &str) -> Vec<Amendment> {
    Vec::from([change(Operation::Replace, "k7m2qy", words)])
}

const AT_ONCE: &str = "Each Party shall at once notify the Depositary of every attack.";

#[test]
fn proposals_of_a_round_make_its_rolling_text() {
    let mut hall = Open(Hall::open());
    hall.table("p1", "ARD", "2027-01-11T10:00:00Z", replace(AT_ONCE));
    let before = hall.words("k7m2qy", "2027-01-11T09:59:59Z");
    assert!(!before.contains('['), "nothing was tabled yet: {before}");
    let shown = hall.words("k7m2qy", "2027-01-20T12:00:00Z");
    assert!(shown.contains("[ARD: at once]"), "{shown}");
    // Its own label, written again, is no word.
    hall.table(
        "p2",
        "BEL",
        "2027-01-12T10:00:00Z",
        replace(&["1. ", AT_ONCE].concat()),
    );
    let shown = hall.words("k7m2qy", "2027-01-20T12:00:00Z");
    assert!(shown.contains("[ARD, BEL: at once]"), "{shown}");
    let withdrawn = Withdrawn {
        of: mark("p1"),
        participant: code("ARD"),
        reason: String::new(),
    };
    hall.0
        .done("w", "2027-01-14T10:00:00Z", Step::Withdrawn(withdrawn));
    let shown = hall.words("k7m2qy", "2027-01-20T12:00:00Z");
    assert!(shown.contains("[BEL: at once]"), "{shown}");
    let then = hall.words("k7m2qy", "2027-01-13T10:00:00Z");
    assert!(then.contains("[ARD, BEL: at once]"), "{then}");
    // What the chair disposes of after the closing was live at the closing.
    hall.0.close("2027-01-20T12:00:00Z");
    hall.0.dispose("p2", "2027-01-21T12:00:00Z");
    let shown = hall.words("k7m2qy", "2027-01-20T12:00:00Z");
    assert!(shown.contains("[BEL: at once]"), "{shown}");
}

#[test]
fn support_becomes_the_own_text_and_other_positions_stand_beside() {
    let mut hall = Open(Hall::open());
    hall.table("p1", "ARD", "2027-01-11T10:00:00Z", replace(AT_ONCE));
    hall.position("s1", "BEL", Stance::Support, Subject::Proposal(mark("p1")));
    hall.position("s2", "CAR", Stance::Oppose, Subject::Proposal(mark("p1")));
    let shown = hall.words("k7m2qy", "2027-01-20T12:00:00Z");
    assert!(shown.contains("ARD, BEL"), "{shown}");
    let found = hall
        .0
        .conference()
        .standpoints(&text(BASE), "I", at("2027-01-20T12:00:00Z"));
    let [stated] = found.positions.as_slice() else {
        panic!("one position: {}", found.positions.len())
    };
    assert_eq!(stated.delegation, code("CAR"));
    assert_eq!(stated.words, tokenize(AT_ONCE));
    // The last word on a subject counts.
    hall.position("s3", "BEL", Stance::Reserve, Subject::Proposal(mark("p1")));
    let shown = hall.words("k7m2qy", "2027-01-20T12:00:00Z");
    assert!(!shown.contains("ARD, BEL:"), "{shown}");
}

#[test]
fn insertions_and_deletions_keep_their_place_and_what_does_not_fit_is_named() {
    let mut hall = Open(Hall::open());
    let insertion = "Article 1 bis. Consultations\n\n1. The Parties consult at once.";
    hall.table(
        "p1",
        "ARD",
        "2027-01-11T10:00:00Z",
        Vec::from([change(Operation::InsertAfter, "k7m2qx", insertion)]),
    );
    hall.table(
        "p2",
        "BEL",
        "2027-01-11T11:00:00Z",
        Vec::from([change(Operation::Delete, "k7m2qz", "")]),
    );
    let split = change(Operation::Split, "k7m2qz", "");
    hall.table("p3", "CAR", "2027-01-11T12:00:00Z", Vec::from([split]));
    let base = text(BASE);
    let conference = hall.0.conference();
    let found = conference.standpoints(&base, "I", at("2027-01-20T12:00:00Z"));
    assert_eq!(found.unread, [Unread::Unfit(mark("p3"))]);
    let [ard, bel] = found.stands.as_slice() else {
        panic!("two stands: {}", found.stands.len())
    };
    let own = ard.text(&base).expect("it fits");
    assert_eq!(own.len(), base.provisions.len() + 2);
    let [.., article, paragraph] = own.as_slice() else {
        panic!("a text")
    };
    assert_eq!(paragraph.parent, Some(article.id));
    assert_eq!(article.parent, None);
    assert_eq!(
        bel.text(&base).expect("it fits").len(),
        base.provisions.len() - 1
    );
    let again = conference.standpoints(&base, "I", at("2027-01-20T12:00:00Z"));
    assert_eq!(again, found, "the same act gives the same ids");
}

#[test]
fn live_proposals_on_a_former_revision_are_carried_or_in_conflict() {
    let mut hall = Open(Hall::open());
    hall.table("p1", "ARD", "2027-01-11T10:00:00Z", replace(AT_ONCE));
    let second = "The Depositary informs the other Parties in writing.";
    hall.table(
        "p2",
        "BEL",
        "2027-01-11T11:00:00Z",
        Vec::from([change(Operation::Replace, "k7m2qz", second)]),
    );
    let revision = RevisionMade {
        from: Some(digest("r1")),
        revision: digest("r2"),
        changed: Vec::from([(place("k7m2qy"), Some(digest("other")))]),
        texts: BTreeMap::new(),
    };
    hall.0
        .done("r2", "2027-01-15T10:00:00Z", Step::Revision(revision));
    let english = Language::new("en").expect("a tag");
    let rival = BASE.replace("promptly", "without delay");
    let key = |name| (digest(name), english.clone());
    let mut texts = Texts::from([(key("r1"), text(BASE)), (key("r2"), text(&rival))]);
    let conference = hall.0.conference();
    let carried = conference.carried(&texts);
    let [one, two] = carried.as_slice() else {
        panic!("two: {carried:?}")
    };
    let (outcomes, _) = one.outcomes.as_ref().expect("both texts are at hand");
    let at_place = outcomes.get(&"k7m2qy".parse().expect("an id"));
    assert_eq!(at_place, Some(&Fate::Conflict(Conflict::Overlap)));
    let (outcomes, _) = two.outcomes.as_ref().expect("both texts are at hand");
    assert!(outcomes.values().all(|fate| *fate == Fate::Carried));
    assert_eq!(conference.conflicts(&texts), [place("k7m2qy")]);
    let elsewhere = BASE.replace("every attack", "each attack");
    texts.insert(key("r2"), text(&elsewhere));
    assert_eq!(conference.conflicts(&texts), []);
    texts.remove(&key("r1"));
    let unknown = conference.carried(&texts);
    assert!(unknown.iter().all(|one| one.outcomes.is_none()));
    hall.0.dispose("p1", "2027-01-16T10:00:00Z");
    texts.insert(key("r1"), text(BASE));
    texts.insert(key("r2"), text(&rival));
    assert_eq!(hall.0.conference().conflicts(&texts), [], "it has ended");
}

#[test]
fn concordance_notes_are_listed_apart() {
    let mut hall = Open(Hall::open());
    for (id, reason) in [
        ("p1", "concordance"),
        ("p2", "concordance: the number differs"),
        ("p3", "concordances of old"),
    ] {
        hall.reasoned(id, "ARD", "2027-01-11T10:00:00Z", replace(AT_ONCE), reason);
    }
    let notes: Vec<_> = hall
        .0
        .conference()
        .concordance_notes()
        .map(|note| note.id)
        .collect();
    assert_eq!(notes, [mark("p1"), mark("p2")]);
    assert_eq!(
        hall.0.conference().pending_translations(),
        [],
        "there is one language"
    );
}
