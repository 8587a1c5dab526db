//! Concessions on a provision under the hands of several.

use super::*;
use crate::{
    Body, Content, Expression, Kind, Language, Options, Position, Provision, Stand, Stated, Tabled,
    rolling, tokenize,
};
use sponsio_record::Instant;

fn code(code: &str) -> ParticipantId {
    ParticipantId::new(code).unwrap()
}

fn negotiated(texts: &[(&str, &str)], positions: &[Stated]) -> Concessions {
    let rolling = negotiated_of(texts, positions);
    rolling.concessions(ProvisionId::from_number(1)).unwrap()
}

fn negotiated_of(texts: &[(&str, &str)], positions: &[Stated]) -> Rolling {
    let id = ProvisionId::from_number(1);
    let words = "Each Party shall promptly notify the other Parties and the Depositary of it.";
    let own = Provision::new(id, Kind::Paragraph, None, Body::of(tokenize(words)));
    let base = Expression {
        language: Language::new("en").unwrap(),
        headers: Vec::new(),
        provisions: alloc::vec![own],
    };
    let stands: Vec<Stand> = texts
        .iter()
        .map(|(by, text)| {
            let mut stand = Stand::silent(code(by));
            let tabled = Tabled {
                content: match *text {
                    "-" => Content::NoText,
                    text => Content::Text(tokenize(text)),
                },
                at: Instant::from_seconds(0).unwrap(),
                proposal: None,
            };
            stand.texts.insert(id, tabled);
            stand
        })
        .collect();
    rolling(&base, &stands, positions, &Options::default()).unwrap()
}

const AT_ONCE: &str = "Each Party shall at once notify the other Parties and the Depositary of it.";
const NONE: &str = "Each Party shall notify the other Parties and the Depositary of it.";

fn sets(found: &Concessions) -> Vec<Vec<&str>> {
    let sets = found.sets.iter();
    sets.map(|own| own.by.iter().map(ParticipantId::as_str).collect())
        .collect()
}

#[test]
fn the_fewest_give_way() {
    let found = negotiated(&[("TUR", AT_ONCE), ("NOR", AT_ONCE), ("USA", NONE)], &[]);
    assert!(found.is_exact && found.is_complete);
    let all: [&[&str]; 2] = [&["USA"], &["NOR", "TUR"]];
    assert_eq!(sets(&found), all);
    let words = |own: &Concession| match &own.choices[0].chosen {
        Chosen::Reading(0, false, words) => crate::view::plain(words),
        other => panic!("{other:?}"),
    };
    assert_eq!(words(&found.sets[0]), " at once");
    assert_eq!(words(&found.sets[1]), "");
}

#[test]
fn who_can_accept_gives_up_nothing() {
    let stated = Stated {
        delegation: code("USA"),
        position: Position::CanAccept,
        provision: ProvisionId::from_number(1),
        range: 3..4,
        words: tokenize(" at once"),
        at: Instant::from_seconds(1).unwrap(),
    };
    let found = negotiated(&[("TUR", AT_ONCE), ("USA", NONE)], &[stated]);
    assert_eq!(sets(&found), [Vec::<&str>::new()]);
}

#[test]
fn who_wants_the_provision_does_not_see_it_go_for_nothing() {
    let found = negotiated(&[("TUR", AT_ONCE), ("USA", "-")], &[]);
    let all: [&[&str]; 2] = [&["TUR"], &["USA"]];
    assert_eq!(sets(&found), all);
    assert_eq!(
        found.sets[0].choices,
        [Choice {
            chosen: Chosen::Alternative('A', None),
            by: BTreeSet::from([code("TUR")]),
        }]
    );
    assert_eq!(found.sets[1].choices.len(), 2, "the text, and its place");
}

#[test]
fn what_is_clear_needs_nobody() {
    let base = negotiated_of(&[], &[]);
    assert_eq!(base.concessions(ProvisionId::from_number(1)), None);
    assert_eq!(base.concessions(ProvisionId::from_number(2)), None);
}

#[test]
fn an_insertion_stays_unless_somebody_resists() {
    let own = |number, words: &str| {
        let id = ProvisionId::from_number(number);
        Provision::new(id, Kind::Paragraph, None, Body::of(tokenize(words)))
    };
    let mut base = negotiated_of(&[], &[]).expression;
    let mut stand = Stand::silent(code("TUR"));
    stand.insertions.push(crate::Insertion {
        after: Some(ProvisionId::from_number(1)),
        provision: own(2, "The Depositary shall report."),
        at: Instant::from_seconds(0).unwrap(),
        proposal: None,
    });
    base.provisions[0].inserted_by.clear();
    let stated = Stated {
        delegation: code("USA"),
        position: Position::Oppose,
        provision: ProvisionId::from_number(2),
        range: 0..5,
        words: tokenize("The Depositary shall report."),
        at: Instant::from_seconds(1).unwrap(),
    };
    let of = |positions: &[Stated]| {
        let stands = core::slice::from_ref(&stand);
        let rolling = rolling(&base, stands, positions, &Options::default()).unwrap();
        rolling.concessions(ProvisionId::from_number(2)).unwrap()
    };
    assert_eq!(sets(&of(&[])), [Vec::<&str>::new()]);
    let resisted = of(&[stated]);
    let all: [&[&str]; 2] = [&["TUR"], &["USA"]];
    assert_eq!(sets(&resisted), all);
    assert!(resisted.besides.is_empty(), "{:?}", resisted.besides);
}
