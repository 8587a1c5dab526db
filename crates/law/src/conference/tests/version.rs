//! A whole text of a delegation becomes its proposals, and says no more and no less than they do.

use super::stands::{Workroom, base, change};
use super::*;
use crate::conference::deed::Deed as _;
use alloc::format;
use proptest::prelude::*;
use sponsio_text::markup::{Options, parse};
use sponsio_text::{
    Body, Expression, IdsOfDigest, Kind, Label, LabelForm, Provision, ProvisionId, Stand, matched,
    tokenize,
};

/// Reads a text of the delegation ARD that brings the ids of the base along, or not.
fn stand(base: &Expression, lines: &str) -> Stand {
    let source = format!("# T {{#aaaaaa}}\nlanguage: en\n\n{lines}");
    let mut ids = IdsOfDigest::new(digest(lines));
    let parsed = parse(source.as_bytes(), &Options::default(), &mut ids);
    let text = parsed.expression.expect("it is a text");
    let told: Vec<Provision> = matched(base, &text.provisions, &parsed.assigned).provisions;
    Stand::of(code("ARD"), base, &told, Instant::MIN, None)
}

fn version(room: &Workroom, lines: &str) -> Version {
    let (view, base) = (room.view(), base());
    let stand = stand(&base, lines);
    let found = view.version("I", &base, &stand, false, at("2027-01-12T00:00:00Z"));
    found.expect("amendments can say it")
}

/// The proposals in a few words each.
fn said(version: &Version) -> Vec<String> {
    let one = |own: &Amendment| {
        let text = own.text.clone().unwrap_or_default();
        let other = own.other.map_or(String::new(), |id| format!(" {id}"));
        format!("{} {}{other} {text}", own.operation.label(), own.provision)
    };
    let rows = version.proposals.iter();
    let rows = rows.map(|own| {
        own.amendments
            .iter()
            .map(one)
            .collect::<Vec<_>>()
            .join("; ")
    });
    rows.map(|row| row.trim().replace('\n', "/")).collect()
}

const UNCHANGED: &str = "Article 1. Notice {#k7m2qx}\n\n1. Each Party shall notify promptly. {#k7m2qy}\n\n\
    2. The Parties meet. {#k7m2qz}\n";

#[test]
fn each_change_is_a_proposal_of_its_own() {
    let room = Workroom::open();
    assert_eq!(said(&version(&room, UNCHANGED)), [""; 0]);
    let found = version(
        &room,
        "Article 1. Notice {#k7m2qx}\n\n1. Each Party shall notify at once. {#k7m2qy}\n\n\
         1 bis. It shall give:\n\n(a) the place;\n\n  (i) by its name;\n\n(b) the time.\n\n\
         Article 1 bis. Costs\n\n1. Each bears its own.\n",
    );
    assert_eq!(
        said(&found),
        [
            "replace k7m2qy Each Party shall notify at once.",
            "insert-after k7m2qy 1 bis. It shall give://(a) the place;//  (i) by its name;//(b) the time.//\
             Article 1 bis. Costs//1. Each bears its own.",
            "delete k7m2qz",
        ]
    );
}

#[test]
fn words_that_look_like_a_label_stay_words() {
    let found = version(
        &Workroom::open(),
        "Article 1. Notice {#k7m2qx}\n\n1. \\2. is a number. {#k7m2qy}\n\n2. The Parties meet. {#k7m2qz}\n",
    );
    assert_eq!(said(&found), ["replace k7m2qy \\2. is a number."]);
}

#[test]
fn what_moves_says_where() {
    let (view, base) = (Workroom::open().view(), base());
    let mut text = base.provisions.clone();
    text.swap(2, 3);
    let stand = Stand::of(code("ARD"), &base, &text, Instant::MIN, None);
    let now = at("2027-01-12T00:00:00Z");
    let found = view.version("I", &base, &stand, false, now);
    let said = said(&found.expect("amendments can say it"));
    assert!(
        said == ["move k7m2qy k7m2qz"] || said == ["move k7m2qz k7m2qx"],
        "{said:?}"
    );
}

#[test]
fn what_is_tabled_already_is_not_tabled_again() {
    let mut room = Workroom::open();
    let words = |id, words| Vec::from([change(Operation::Replace, id, words)]);
    let on = "2027-01-11T10:00:00Z";
    room.table(
        "p1",
        "ARD",
        words("k7m2qy", "1. Each Party shall notify at once."),
        on,
        None,
    );
    room.table(
        "p2",
        "ARD",
        words("k7m2qz", "The Parties meet often."),
        on,
        None,
    );
    room.table("p3", "BEL", words("k7m2qx", "Notices"), on, None);
    room.stance("s1", "ARD", "p3", Stance::Support, "2027-01-11T11:00:00Z");

    // The first is said, the second has other words, the third is the support of another's.
    let lines = UNCHANGED
        .replace("promptly", "at once")
        .replace("meet.", "meet twice.");
    let found = version(&room, &lines.replace("Notice {", "Notices {"));
    assert_eq!(said(&found), ["replace k7m2qz The Parties meet twice."]);
    assert_eq!(found.proposals[0].supersedes, Some(mark("p2")));
    assert_eq!(found.again, BTreeSet::from([mark("p1"), mark("p3")]));
    assert_eq!(found.left, BTreeSet::new());

    // What the text has no more is named; nobody withdraws it unasked.
    let found = version(&room, UNCHANGED);
    assert_eq!(said(&found), [""; 0]);
    assert_eq!(
        found.left,
        BTreeSet::from([mark("p1"), mark("p2"), mark("p3")])
    );
}

#[test]
fn an_insertion_is_known_again() {
    let mut room = Workroom::open();
    let insert = change(Operation::InsertAfter, "k7m2qz", "3. They keep a record.");
    room.table(
        "p1",
        "ARD",
        Vec::from([insert]),
        "2027-01-11T10:00:00Z",
        None,
    );
    let found = version(&room, &format!("{UNCHANGED}\n3. They keep a record.\n"));
    assert_eq!((said(&found).len(), found.again.len()), (0, 1));
    let found = version(&room, &format!("{UNCHANGED}\n3. They keep records.\n"));
    assert_eq!(found.proposals[0].supersedes, Some(mark("p1")));
}

#[test]
fn what_no_amendment_can_say_is_named() {
    let (view, base) = (Workroom::open().view(), base());
    let mut stand = stand(&base, UNCHANGED);
    let silent = sponsio_text::Content::Text(Vec::new());
    let id = "k7m2qx".parse().expect("an id");
    let tabled = sponsio_text::Tabled {
        content: silent,
        at: Instant::MIN,
        proposal: None,
    };
    stand.texts.insert(id, tabled);
    let now = at("2027-01-12T00:00:00Z");
    assert_eq!(
        view.version("I", &base, &stand, false, now),
        Err(Vec::from([id]))
    );
}

#[test]
fn the_chair_has_readings_of_its_own_and_no_seat() {
    let mut room = Workroom::open();
    let bridge = || {
        Vec::from([change(
            Operation::Replace,
            "k7m2qy",
            "Each Party shall notify soon.",
        )])
    };
    let on = "2027-01-11T10:00:00Z";
    let Paper::Proposal(mut paper) = room.hall.proposal("c0", "X-CHAIR", "k7m2qy") else {
        panic!("it is a proposal");
    };
    paper.operations = bridge();
    let tabled = |through_chair| {
        let paper = Paper::Proposal(paper.clone());
        Step::Tabled(Tabled {
            through_chair,
            ..room.hall.tabled("X-CHAIR", &paper)
        })
    };
    let (as_delegation, as_chair) = (tabled(false), tabled(true));
    room.hall.refused(on, as_delegation, "not-seated");
    let seat = Seat {
        participant: code("X-CHAIR"),
        tables: true,
        votes: true,
    };
    let ground = seat.examine(
        room.hall.conference(),
        &Doing {
            id: mark("s"),
            at: at(on),
        },
    );
    assert_eq!(ground, Err(Ground::UnknownParticipant(code("X-CHAIR"))));
    room.hall.done("c0", on, as_chair);
    room.papers.push(("c0".into(), Paper::Proposal(paper)));
    let (_, text) = room.rolled("2027-01-12T00:00:00Z");
    assert!(text.contains("[=: promptly | X-CHAIR: soon]"), "{text}");
    let figures = room.view().figures("I", at("2027-01-12T00:00:00Z"));
    assert_eq!((figures.tabled, figures.tablers), (1, 0));
}

/// A text of two articles with paragraphs and items, and what edits make of it, one for each provision: it
/// stays, has other words, goes with all that belongs to it, or has a new one before it.
fn edited(edits: &[u8]) -> (Expression, Vec<Provision>) {
    let mut provisions: Vec<Provision> = Vec::new();
    let mut push = |kind, label: Option<(LabelForm, &str)>, parent: Option<ProvisionId>| {
        let number = u32::try_from(provisions.len()).expect("few") + 1;
        let id = ProvisionId::from_number(number);
        let label = label.map(|(form, text)| Label::new(form, text));
        let body = Body::of(tokenize(&format!("Words of provision {number}")));
        let own = Provision::new(id, kind, label, body);
        provisions.push(Provision { parent, ..own });
        id
    };
    push(Kind::Title, None, None);
    for article in ["1", "2"] {
        let article = push(Kind::Article, Some((LabelForm::Heading, article)), None);
        for paragraph in ["1", "2"] {
            let label = Some((LabelForm::Dotted, paragraph));
            let paragraph = push(Kind::Paragraph, label, Some(article));
            for item in ["a", "b"] {
                let label = Some((LabelForm::Parenthesised, item));
                push(Kind::Item, label, Some(paragraph));
            }
        }
    }
    let (mut wanted, mut gone) = (Vec::new(), BTreeSet::new());
    for (own, edit) in provisions.iter().zip(edits) {
        let is_title = own.kind == Kind::Title;
        let with_parent = own.parent.is_some_and(|parent| gone.contains(&parent));
        if !is_title && (with_parent || *edit == 5) {
            gone.insert(own.id);
            continue;
        }
        if !is_title && *edit >= 6 {
            let number = 1000 + u32::try_from(wanted.len()).expect("few");
            let mut new = own.clone();
            new.id = ProvisionId::from_number(number);
            new.body = Body::of(tokenize("New words"));
            wanted.push(new);
        }
        let mut own = own.clone();
        if *edit == 4 {
            own.body = Body::of(tokenize("1. Other words, {of} a kind"));
        }
        wanted.push(own);
    }
    let base = Expression {
        language: Language::new("en").expect("a tag"),
        headers: Vec::new(),
        provisions,
    };
    (base, wanted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn whatever_a_text_changes_is_said(edits in prop::collection::vec(0_u8..8, 15)) {
        let (base, wanted) = edited(&edits);
        let stand = Stand::of(code("ARD"), &base, &wanted, Instant::MIN, None);
        let view = Workroom::open().view();
        let found = view.version("I", &base, &stand, false, at("2027-01-12T00:00:00Z"));
        prop_assert!(found.is_ok(), "{found:?} {edits:?}");
        // Nothing that does not change is proposed.
        let changes = edits.iter().skip(1).any(|edit| *edit >= 4) || edits[0] == 4;
        prop_assert_eq!(!found.map_or(true, |found| found.proposals.is_empty()), changes);
    }
}
