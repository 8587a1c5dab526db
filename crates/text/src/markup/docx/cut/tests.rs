//! Pieces: each delegation reads its own text, and nobody the base.

use super::*;
use crate::body::{Position, Stance};
use crate::provision::{Alternative, Kind, ProvisionId};
use crate::token::tokenize;
use alloc::string::String;
use alloc::vec;

fn code(code: &str) -> ParticipantId {
    ParticipantId::new(code).unwrap()
}

fn stances(codes: &[&str]) -> Vec<Stance> {
    codes
        .iter()
        .map(|name| Stance {
            delegation: Some(code(name)),
            position: Position::Propose,
        })
        .collect()
}

fn reading(is_base: bool, codes: &[&str], text: &str) -> Reading {
    let tokens = tokenize(text);
    let segments = if tokens.is_empty() {
        vec![]
    } else {
        vec![Segment::Words(tokens)]
    };
    Reading {
        is_base,
        stances: stances(codes),
        segments,
    }
}

fn provision(parts: Vec<Part>) -> Provision {
    Provision::new(
        ProvisionId::from_number(1),
        Kind::Paragraph,
        None,
        Body { parts },
    )
}

fn shown(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        if token.space_before {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}

fn as_read(cut: &Cut, name: &str) -> Option<String> {
    let delegation = (name != "base").then(|| code(name));
    read_as(cut, delegation.as_ref()).map(|tokens| shown(&tokens))
}

#[test]
fn overlapping_rivals_drop_what_they_drop_and_no_more() {
    let site = Site {
        space_before: true,
        readings: vec![
            reading(true, &[], " a b c"),
            reading(false, &["TUR"], " a x c"),
            reading(false, &["NOR", "USA"], " y b"),
            reading(false, &["CHE"], ""),
        ],
    };
    let provision = provision(vec![
        Part::Words(tokenize("Each")),
        Part::Site(site),
        Part::Words(tokenize(" end.")),
    ]);
    let cut = cut(&provision);
    assert_eq!(as_read(&cut, "base").unwrap(), "Each a b c end.");
    assert_eq!(as_read(&cut, "TUR").unwrap(), "Each a x c end.");
    assert_eq!(as_read(&cut, "NOR").unwrap(), "Each y b end.");
    assert_eq!(as_read(&cut, "USA").unwrap(), "Each y b end.");
    assert_eq!(as_read(&cut, "CHE").unwrap(), "Each end.");
    assert_eq!(as_read(&cut, "JPN").unwrap(), "Each a b c end.");
    let dropped: Vec<(String, String)> = cut
        .pieces
        .iter()
        .filter_map(|piece| match &piece.change {
            Change::Dropped(voices) => Some((shown(&piece.tokens), voices.list())),
            _ => None,
        })
        .collect();
    let pair = |words: &str, list: &str| (String::from(words), String::from(list));
    assert_eq!(
        dropped,
        [
            pair(" a", "CHE, NOR, USA"),
            pair(" b", "CHE, NOR, TUR, USA"),
            pair(" c", "CHE, NOR, USA")
        ]
    );
}

#[test]
fn an_inner_place_belongs_to_the_delegations_of_its_readings() {
    let inner = Site {
        space_before: true,
        readings: vec![
            reading(false, &["TUR"], " three"),
            reading(false, &["NOR"], " ten"),
        ],
    };
    let outer = Reading {
        is_base: false,
        stances: stances(&["TUR", "NOR"]),
        segments: vec![
            Segment::Words(tokenize(" within")),
            Segment::Site(inner),
            Segment::Words(tokenize(" days")),
        ],
    };
    let site = Site {
        space_before: true,
        readings: vec![reading(true, &[], " promptly"), outer],
    };
    let cut = cut(&provision(vec![
        Part::Words(tokenize("Notify")),
        Part::Site(site),
    ]));
    assert_eq!(as_read(&cut, "TUR").unwrap(), "Notify within three days");
    assert_eq!(as_read(&cut, "NOR").unwrap(), "Notify within ten days");
    assert_eq!(as_read(&cut, "base").unwrap(), "Notify promptly");
}

#[test]
fn whole_alternatives_and_no_text() {
    let mut provision = provision(vec![Part::Words(tokenize("The base."))]);
    let alternative = |letter, codes: &[&str], body: Option<&str>| Alternative {
        letter,
        stances: stances(codes),
        body: body.map(|text| Body::of(tokenize(text))),
        provisions: vec![],
    };
    provision.alternatives = vec![
        alternative('A', &["TUR"], Some("Another.")),
        alternative('B', &["NOR"], None),
    ];
    let cut = cut(&provision);
    assert_eq!(as_read(&cut, "base").unwrap(), "The base.");
    assert_eq!(as_read(&cut, "TUR").unwrap(), "Another.");
    assert_eq!(as_read(&cut, "NOR"), None);
}

#[test]
fn an_inserted_provision_is_that_of_its_authors() {
    let mut provision = provision(vec![Part::Words(tokenize("A new one."))]);
    provision.inserted_by = vec![code("USA"), code("JPN")];
    let cut = cut(&provision);
    assert_eq!(as_read(&cut, "base"), None);
    assert_eq!(as_read(&cut, "JPN").unwrap(), "A new one.");
    assert_eq!(as_read(&cut, "TUR"), None);
}
