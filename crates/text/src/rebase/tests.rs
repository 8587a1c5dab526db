//! The merge table of the specification, row by row.

use super::*;
use crate::amendment::{Operation, apply, stand};
use crate::view::plain;
use crate::{Body, Kind, Language, Options, rolling, tokenize};
use alloc::string::String;
use sponsio_record::{Instant, ParticipantId};

fn id(number: u32) -> ProvisionId {
    ProvisionId::from_number(number)
}

fn base() -> Expression {
    let own = |number, words: &str| {
        Provision::new(id(number), Kind::Paragraph, None, Body::of(tokenize(words)))
    };
    Expression {
        language: Language::new("en").unwrap(),
        headers: Vec::new(),
        provisions: alloc::vec![
            own(
                1,
                "Each Party shall notify the others at once of any change."
            ),
            own(2, "Each Party shall consult the others."),
            own(3, "The Depositary shall inform all Parties."),
        ],
    }
}

fn replace(number: u32, words: &str) -> Operation {
    Operation::Replace {
        id: id(number),
        words: tokenize(words),
    }
}

fn tur(operations: &[Operation]) -> Stand {
    let code = ParticipantId::new("TUR").unwrap();
    stand(
        code,
        &base(),
        operations,
        Instant::from_seconds(0).unwrap(),
        None,
    )
    .unwrap()
}

fn rebased(base_change: &[Operation], own: &[Operation]) -> (Expression, Rebased) {
    let after = apply(&base(), base_change).unwrap();
    let rebased = rebase(&base(), &after, &tur(own));
    (after, rebased)
}

fn text(rebased: &Rebased, number: u32) -> String {
    match &rebased.stand.texts[&id(number)].content {
        Content::Text(words) => plain(words),
        Content::NoText => "-".into(),
    }
}

const OWN: &str = "Each State shall notify the others at once of any change.";

#[test]
fn where_the_base_is_unchanged_the_stand_is_carried_over() {
    let (_, done) = rebased(&[replace(2, "Parties consult.")], &[replace(1, OWN)]);
    assert_eq!(done.outcomes[&id(1)], Outcome::Carried);
    assert_eq!(done.stand.texts, tur(&[replace(1, OWN)]).texts);
}

#[test]
fn changes_apart_are_merged_and_wait_for_confirmation() {
    let changed = "Each Party shall notify the others at once of any grave change.";
    let (_, done) = rebased(&[replace(1, changed)], &[replace(1, OWN)]);
    assert_eq!(
        done.outcomes[&id(1)],
        Outcome::Unconfirmed {
            original: tokenize(OWN)
        }
    );
    assert_eq!(
        text(&done, 1),
        "Each State shall notify the others at once of any grave change."
    );
}

#[test]
fn the_same_change_is_absorbed() {
    let (after, done) = rebased(&[replace(1, OWN)], &[replace(1, OWN)]);
    assert_eq!(done.outcomes[&id(1)], Outcome::Absorbed);
    assert_eq!(done.stand.text(&after).unwrap(), after.provisions);
}

#[test]
fn changes_that_overlap_or_touch_are_a_conflict_and_shown() {
    for changed in [
        "Each Government shall notify the others at once of any change.",
        "Each Party must notify the others at once of any change.",
    ] {
        let (after, done) = rebased(&[replace(1, changed)], &[replace(1, OWN)]);
        assert_eq!(done.outcomes[&id(1)], Outcome::Conflict(Conflict::Overlap));
        assert_eq!(text(&done, 1), OWN, "it stays as it was tabled");
        let rolling = rolling(&after, &[done.stand], &[], &Options::default()).unwrap();
        let shown = rolling.expression.provision(id(1)).unwrap();
        assert_eq!(shown.alternatives.len(), 1);
        assert!(!shown.body.is_contested());
    }
}

#[test]
fn a_change_of_what_is_gone_is_a_conflict() {
    let (_, done) = rebased(&[Operation::Delete { id: id(1) }], &[replace(1, OWN)]);
    assert_eq!(done.outcomes[&id(1)], Outcome::Conflict(Conflict::Deleted));
    assert!(done.left.contains_key(&id(1)), "nothing is lost");
    assert!(done.stand.texts.is_empty());
}

#[test]
fn a_deletion_of_what_changed_is_a_conflict() {
    let (_, done) = rebased(&[replace(1, OWN)], &[Operation::Delete { id: id(1) }]);
    assert_eq!(
        done.outcomes[&id(1)],
        Outcome::Conflict(Conflict::ChangedAndUnwanted)
    );
    let (_, done) = rebased(
        &[Operation::Delete { id: id(1) }],
        &[Operation::Delete { id: id(1) }],
    );
    assert_eq!(done.outcomes[&id(1)], Outcome::Absorbed);
}

#[test]
fn two_changes_of_structure_are_a_conflict() {
    let away = |after| Operation::Move {
        id: id(1),
        after: Some(id(after)),
        parent: None,
    };
    let (_, done) = rebased(&[away(3)], &[away(2)]);
    assert_eq!(
        done.outcomes[&id(1)],
        Outcome::Conflict(Conflict::Restructured)
    );
}

#[test]
fn insertions_at_one_gap_all_stay() {
    let insert = |number, words: &str| Operation::InsertAfter {
        after: Some(id(1)),
        id: id(number),
        kind: Kind::Paragraph,
        label: None,
        parent: None,
        words: tokenize(words),
    };
    let (after, done) = rebased(&[insert(8, "One.")], &[insert(9, "Two.")]);
    assert_eq!(done.outcomes[&id(9)], Outcome::Carried);
    let rolling = rolling(&after, &[done.stand], &[], &Options::default()).unwrap();
    let order: Vec<_> = rolling
        .expression
        .provisions
        .iter()
        .map(|own| own.id)
        .collect();
    assert_eq!(order, [1, 9, 8, 2, 3].map(id));
}

#[test]
fn rebasing_twice_is_rebasing_once_over_changes_apart() {
    let first = apply(
        &base(),
        &[replace(2, "Each Party shall consult all others.")],
    )
    .unwrap();
    let words = "Each Party shall notify the others at once of any grave change.";
    let second = apply(&first, &[replace(1, words)]).unwrap();
    let own = tur(&[
        replace(1, OWN),
        replace(3, "The Depositary informs all Parties."),
    ]);
    let once = rebase(&base(), &second, &own);
    let twice = rebase(&first, &second, &rebase(&base(), &first, &own).stand);
    assert_eq!(once, twice);
}
