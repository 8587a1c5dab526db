//! Programs: their tokens, and what they bring.

use super::*;

fn token(accounts: &Accounts, officer: &str, name: &str) -> (Token, Digest) {
    let holder = accounts.account(officer).unwrap().unwrap().holder;
    let allowance = Allowance::new(
        &holder,
        vec![Deed::Enter, Deed::ReadInbox],
        vec![Scope::Register],
    );
    let secret = Digest::of(format!("secret of {name}").as_bytes());
    let token = Token {
        handle: name.to_owned(),
        officer: officer.to_owned(),
        name: format!("Name of {name}"),
        allowance: allowance.unwrap(),
        made: at(0),
        expires: at(1_000),
        used: None,
    };
    accounts.add_token(&token, &secret).unwrap();
    (token, secret)
}

#[test]
fn a_token_ends_with_its_time_its_account_or_when_it_is_ended() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    let (one, secret) = token(&accounts, "o-anna", "one");
    assert_eq!(accounts.token(&secret, at(5)).unwrap(), Some(one));
    let seen = accounts.tokens(Some("o-anna"), at(5)).unwrap();
    assert_eq!(seen[0].used, Some(at(5)));
    accounts.token(&secret, at(30)).unwrap();
    let seen = accounts.tokens(None, at(30)).unwrap();
    assert_eq!(seen[0].used, Some(at(5)), "kept to the minute");
    assert_eq!(accounts.token(&Digest::of(b"other"), at(5)).unwrap(), None);
    assert_eq!(accounts.token(&secret, at(1_000)).unwrap(), None);
    assert_eq!(accounts.tokens(None, at(1_000)).unwrap(), []);

    let (_, secret) = token(&accounts, "o-anna", "two");
    assert!(!accounts.end_token(Some("o-ben"), "two").unwrap());
    assert!(accounts.end_token(Some("o-anna"), "two").unwrap());
    assert_eq!(accounts.token(&secret, at(5)).unwrap(), None);

    let (_, secret) = token(&accounts, "o-anna", "three");
    accounts.revoke("o-anna", at(6)).unwrap();
    assert_eq!(accounts.token(&secret, at(7)).unwrap(), None);
}

#[test]
fn what_a_program_brings_is_entered_once_in_a_day() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    let (anna, _) = token(&accounts, "o-anna", "one");
    let (other, _) = token(&accounts, "o-anna", "two");
    let once = |key: &str, asked: &[u8]| Once {
        key: key.to_owned(),
        asked: Digest::of(asked),
    };
    let (a, b) = (once("k", b"a"), once("k", b"b"));
    let bring = |token: &Token, id: &str, once: &Once, seconds: i64| {
        accounts
            .bring(&motion(id), token, Some((once, "answer")), at(seconds))
            .unwrap()
    };
    assert_eq!(bring(&anna, "1", &a, 0), Received::Entered);
    let before = Received::Before("answer".to_owned());
    assert_eq!(bring(&anna, "2", &a, 86_399), before);
    assert_eq!(bring(&anna, "2", &b, 86_399), Received::Otherwise);
    assert_eq!(accounts.answered(&anna, &a, at(9)).unwrap(), Some(before));
    assert_eq!(bring(&other, "3", &b, 9), Received::Entered, "keys of each");
    assert_eq!(
        bring(&anna, "4", &b, 86_400),
        Received::Entered,
        "a day later"
    );
    assert_eq!(accounts.answered(&anna, &a, at(200_000)).unwrap(), None);
    assert_eq!(
        accounts.bring(&motion("5"), &anna, None, at(9)).unwrap(),
        Received::Entered
    );
    assert_eq!(accounts.waiting(None, 0, 99).unwrap().1, 4);
    let name = Some("Name of two".to_owned());
    assert_eq!(accounts.brought_by("3").unwrap(), name);
    accounts.end_token(None, "two").unwrap();
    assert_eq!(accounts.brought_by("3").unwrap(), name);
}

#[test]
fn a_program_fills_no_inbox() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    let (anna, _) = token(&accounts, "o-anna", "one");
    accounts
        .lock()
        .execute_batch(
            "INSERT INTO motion (id, kind, scope, form, entered, entered_by, stage)
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
             SELECT 'm' || i, 'deposit', 'register', '{}', 0, 'o-anna', 'received' FROM n;
             INSERT INTO motion_token SELECT id, 'one', 'One' FROM motion;",
        )
        .unwrap();
    let full = accounts.bring(&motion("1"), &anna, None, at(0)).unwrap();
    assert_eq!(full, Received::Full);
    accounts.set_aside("m1", "why").unwrap();
    let room = accounts.bring(&motion("1"), &anna, None, at(0)).unwrap();
    assert_eq!(room, Received::Entered);
}
