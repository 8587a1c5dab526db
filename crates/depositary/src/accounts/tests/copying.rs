//! Copies of the file, and what of them is brought back.

use super::*;

#[test]
fn a_copy_holds_everything_but_what_opens_a_door() {
    let (folder, accounts) = accounts();
    let link = invited(&accounts, "o-anna");
    let (secret, waiting) = (Digest::of(b"s"), Digest::of(b"w"));
    let mut anna = session("o-anna", "h", at(0));
    anna.began = at(10);
    accounts.begin_session(&secret, &anna).unwrap();
    let ceremony = Ceremony {
        officer: "o-anna".to_owned(),
        purpose: "sign-in".to_owned(),
        state: "{}".to_owned(),
    };
    accounts.begin(&waiting, &ceremony, at(10)).unwrap();
    accounts.enter_motion(&motion("m1")).unwrap();
    let copy = folder.path().join("copy");
    accounts.copy_to(&copy).unwrap();
    assert!(matches!(
        accounts.copy_to(&copy),
        Err(AccountError::Taken(_))
    ));
    let mode = std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&copy).unwrap());
    assert_eq!(mode & 0o777, 0o600);
    let bytes = std::fs::read(&copy).unwrap();
    for door in [link, secret, waiting] {
        let door = door.as_bytes();
        assert!(!bytes.windows(door.len()).any(|part| part == door));
    }
    assert!(
        accounts.session(&secret, at(11)).unwrap().is_some(),
        "the original keeps them"
    );
    let brought = Accounts::open_reading(&copy).unwrap();
    let counted = Counted {
        live: 1,
        revoked: 0,
        motions: 1,
    };
    assert_eq!(brought.counted().unwrap(), counted);
    assert_eq!(brought.session(&secret, at(11)).unwrap(), None);
    let written = brought.begin_session(&secret, &anna);
    assert!(written.is_err(), "it is read alone");
    let none = Accounts::open_reading(&folder.path().join("none"));
    assert!(none.is_err() && !folder.path().join("none").exists());
}

#[test]
fn who_was_revoked_since_stays_revoked_in_a_copy_that_is_brought_back() {
    let (folder, accounts) = accounts();
    let last_word = LastWord::of(folder.path().join("lock/revoked"));
    let accounts = accounts.with_last_word(last_word.clone());
    for officer in ["o-anna", "o-ben", "o-cem", "o-dora"] {
        invited(&accounts, officer);
    }
    accounts.revoke("o-dora", at(1)).unwrap();
    let copy = folder.path().join("copy");
    accounts.copy_to(&copy).unwrap();
    accounts.revoke("o-ben", at(2)).unwrap();
    accounts.revoke("o-cem", at(3)).unwrap();
    invited(&accounts, "o-cem");
    let words = std::fs::read_to_string(last_word.path()).unwrap();
    assert_eq!(words.lines().count(), 4, "{words}");
    assert!(!words.contains("A Name"), "{words}");
    drop(accounts);
    let to = folder.path().join("back");
    let brought = Accounts::bring_back(&copy, &to, &last_word, at(9)).unwrap();
    assert_eq!(brought.live, ["o-anna", "o-cem"]);
    assert_eq!(brought.revoked_since, ["o-ben"]);
    assert_eq!((brought.counted.live, brought.counted.revoked), (2, 2));
    let back = Accounts::open(&to).unwrap();
    assert_eq!(back.account("o-ben").unwrap(), None);
    assert_eq!(back.account("o-dora").unwrap(), None);
    assert!(back.account("o-anna").unwrap().is_some());
    let again = Accounts::bring_back(&copy, &to, &last_word, at(9));
    assert!(matches!(again, Err(AccountError::Taken(_))));
}

#[test]
fn an_account_is_revoked_even_where_the_last_word_cannot_be_written() {
    let (folder, accounts) = accounts();
    std::fs::write(folder.path().join("lock"), "a file, no folder").unwrap();
    let last_word = LastWord::of(folder.path().join("lock/revoked"));
    invited(&accounts, "o-anna");
    let accounts = accounts.with_last_word(last_word);
    assert!(accounts.revoke("o-anna", at(1)).is_err(), "it is said");
    assert_eq!(accounts.account("o-anna").unwrap(), None);
}
