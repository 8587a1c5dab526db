//! What would be if a delegation withdrew, or its text was taken.

use super::*;
use crate::view::plain;
use crate::{
    Content, Expression, Kind, Language, Options, Provision, Stand, Tabled, Voice, rolling,
    tokenize,
};
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::Instant;

const NOTIFY: &str = "Each Party shall promptly notify the others of every such change it makes.";
const ONCE: &str = "Each Party shall at once notify the others of every such change it makes.";
const MEET: &str = "The Parties shall meet once a year at the invitation of one of them.";
const TWICE: &str = "The Parties shall meet twice a year at the invitation of one of them.";

fn code(code: &str) -> ParticipantId {
    ParticipantId::new(code).unwrap()
}

fn id(number: u32) -> ProvisionId {
    ProvisionId::from_number(number)
}

/// An article with two paragraphs.
fn base() -> Expression {
    let own = |number, kind, words: &str| {
        Provision::new(id(number), kind, None, Body::of(tokenize(words)))
    };
    let mut provisions = alloc::vec![
        own(1, Kind::Article, "Notification"),
        own(2, Kind::Paragraph, NOTIFY),
        own(3, Kind::Article, "Meetings"),
        own(4, Kind::Paragraph, MEET),
    ];
    provisions[1].parent = Some(id(1));
    provisions[3].parent = Some(id(3));
    Expression {
        language: Language::new("en").unwrap(),
        headers: Vec::new(),
        provisions,
    }
}

fn says(by: &str, texts: &[(u32, &str)]) -> Stand {
    let mut stand = Stand::silent(code(by));
    for (number, words) in texts {
        let content = match *words {
            "-" => Content::NoText,
            words => Content::Text(tokenize(words)),
        };
        let tabled = Tabled {
            content,
            at: Instant::from_seconds(0).unwrap(),
            proposal: None,
        };
        stand.texts.insert(id(*number), tabled);
    }
    stand
}

fn made(voices: Vec<Voice>) -> Rolling {
    let stands = [
        says("TUR", &[(2, ONCE), (4, TWICE)]),
        says("NOR", &[(2, NOTIFY), (4, "-")]),
        says("USA", &[(4, TWICE)]),
    ];
    let options = Options {
        voices,
        at: Instant::from_seconds(5),
        ..Options::default()
    };
    rolling(&base(), &stands, &[], &options).unwrap()
}

fn text(rolling: &Rolling, by: &str) -> Vec<String> {
    let text = rolling.project(&code(by)).provisions;
    text.iter().map(|own| plain(&own.body.base())).collect()
}

#[test]
fn a_text_that_is_taken_is_everybodys() {
    let rolling = made(Vec::new());
    let take = [Supposition::Take(code("TUR"), Scope::Under(id(1)))];
    let supposed = rolling.suppose(&take).unwrap();
    let after = &supposed.rolling;
    assert_eq!(supposed.before.bracketed, BTreeSet::from([id(2), id(4)]));
    assert_eq!(supposed.after.bracketed, BTreeSet::from([id(4)]));
    for by in ["TUR", "NOR", "USA", "JPN"] {
        assert_eq!(text(after, by)[1], ONCE, "{by}");
    }
    assert_eq!(text(after, "NOR").len(), 3, "elsewhere nothing changes");
    let all = [Supposition::Take(code("NOR"), Scope::Everywhere)];
    let supposed = rolling.suppose(&all).unwrap();
    assert!(supposed.after.bracketed.is_empty());
    assert_eq!(
        text(&supposed.rolling, "TUR"),
        ["Notification", NOTIFY, "Meetings"]
    );
}

#[test]
fn who_withdraws_on_a_provision_keeps_the_others() {
    let rolling = made(Vec::new());
    let drop = [Supposition::Drop(code("TUR"), Scope::Under(id(1)))];
    let after = rolling.suppose(&drop).unwrap().rolling;
    assert_eq!(text(&after, "TUR")[1], NOTIFY);
    assert_eq!(text(&after, "TUR")[3], TWICE);
    assert_eq!(after.figures().bracketed, BTreeSet::from([id(4)]));
    let all = [Supposition::Drop(code("TUR"), Scope::Everywhere)];
    let after = rolling.suppose(&all).unwrap().rolling;
    assert_eq!(after, rolling.drop(&code("TUR")));
    assert_eq!(text(&after, "USA")[3], TWICE, "it had its own voice");
}

#[test]
fn a_member_that_withdraws_is_spoken_for_again() {
    let voice = Voice {
        speaker: code("TUR"),
        members: BTreeSet::from([code("NOR"), code("POL")]),
        from: Instant::from_seconds(0).unwrap(),
        until: None,
    };
    let rolling = made(alloc::vec![voice]);
    assert_eq!(rolling.overrides.len(), 2);
    let drop = [Supposition::Drop(code("NOR"), Scope::Under(id(3)))];
    let after = rolling.suppose(&drop).unwrap().rolling;
    assert_eq!(
        text(&after, "NOR"),
        ["Notification", NOTIFY, "Meetings", TWICE]
    );
    assert_eq!(after.overrides.len(), 1);
    let take = [Supposition::Take(code("POL"), Scope::Under(id(1)))];
    let after = rolling.suppose(&take).unwrap().rolling;
    assert_eq!(text(&after, "NOR")[1], ONCE);
}

#[test]
fn what_concerns_nothing_is_named() {
    let rolling = made(Vec::new());
    for (nothing, scope) in [("USA", Scope::Under(id(1))), ("JPN", Scope::Everywhere)] {
        let drop = Supposition::Drop(code(nothing), scope);
        let take = Supposition::Take(code(nothing), scope);
        for supposition in [drop, take] {
            let all = [supposition];
            assert_eq!(rolling.suppose(&all), Err(&all[0]));
        }
    }
    let beyond = [Supposition::Accept(id(2), 7, 0, 0)];
    assert_eq!(rolling.suppose(&beyond), Err(&beyond[0]));
}
