//! The accounts in a file: what is kept, what is used up, what ends, who is quicker.

mod copying;
mod programs;
mod room;

use super::*;
use crate::mandate::allowance::Allowance;
use crate::mandate::rights::{Deed, Grant, Holder, Role, Scope, Stage};
use crate::store::Document;
use sponsio_record::Digest;

fn at(seconds: i64) -> Instant {
    Instant::from_seconds(1_790_000_000 + seconds).unwrap()
}

fn accounts() -> (tempfile::TempDir, Accounts) {
    let folder = tempfile::tempdir().unwrap();
    let accounts = Accounts::open(&folder.path().join("accounts.sqlite")).unwrap();
    (folder, accounts)
}

fn holder(officer: &str, role: Role) -> Holder {
    Holder {
        officer: officer.to_owned(),
        party: None,
        grants: vec![Grant {
            role,
            scope: Scope::Register,
        }],
    }
}

fn invited(accounts: &Accounts, officer: &str) -> Digest {
    let secret = Digest::of(officer.as_bytes());
    accounts
        .invite(
            &holder(officer, Role::DepositaryOfficer),
            "A Name",
            &secret,
            at(0),
        )
        .unwrap();
    secret
}

fn session(officer: &str, handle: &str, began: Instant) -> Session {
    Session {
        handle: handle.to_owned(),
        officer: officer.to_owned(),
        token: "t".to_owned(),
        began,
        seen: began,
    }
}

fn motion(id: &str) -> Motion {
    Motion {
        id: id.to_owned(),
        kind: "deposit".to_owned(),
        scope: Scope::Register,
        form: "{}".to_owned(),
        entered: at(0),
        entered_by: "o-anna".to_owned(),
        stage: Stage::Received,
        proposed_by: None,
        confirmed_by: None,
        remark: String::new(),
        seq: None,
    }
}

fn assertion(officer: &str, act: Digest) -> Assertion {
    Assertion {
        officer: officer.to_owned(),
        deed: "propose".to_owned(),
        act,
        nonce: [7; 32],
        passkey: "{}".to_owned(),
        assertion: "{}".to_owned(),
    }
}

#[test]
fn the_file_is_its_owners_alone_and_is_read_again() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    drop(accounts);
    let path = folder.path().join("accounts.sqlite");
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let again = Accounts::open(&path).unwrap();
    let found = again.account("o-anna").unwrap().unwrap();
    assert_eq!(found.holder, holder("o-anna", Role::DepositaryOfficer));
    assert_eq!((found.name.as_str(), found.passkeys), ("A Name", 0));
}

#[test]
fn a_file_of_somebody_else_or_of_a_later_time_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (name, pragma, foreign) in [
        ("foreign", "PRAGMA user_version = 1", true),
        (
            "later",
            "PRAGMA application_id = 1397768515; PRAGMA user_version = 99",
            false,
        ),
    ] {
        let path = folder.path().join(name);
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch(pragma).unwrap();
        drop(connection);
        let refused = Accounts::open(&path).unwrap_err();
        assert_eq!(matches!(refused, AccountError::Foreign(_)), foreign);
        assert_eq!(matches!(refused, AccountError::Newer(_)), !foreign);
    }
}

#[test]
fn a_link_is_used_once_and_ends_after_three_days() {
    let (_folder, accounts) = accounts();
    let secret = invited(&accounts, "o-anna");
    let day = 86_400;
    assert_eq!(
        accounts
            .invited(&secret, at(3 * day - 1))
            .unwrap()
            .as_deref(),
        Some("o-anna")
    );
    assert_eq!(accounts.invited(&secret, at(3 * day)).unwrap(), None);
    let passkey = Passkey {
        credential: "c".to_owned(),
        held: "{}".to_owned(),
        added: at(1),
        used: None,
    };
    accounts.add_passkey("o-anna", &passkey, &secret).unwrap();
    assert_eq!(accounts.invited(&secret, at(2)).unwrap(), None);
    let twice = accounts.add_passkey("o-anna", &passkey, &secret);
    assert!(matches!(twice, Err(AccountError::Moved("invited"))));
    accounts.link("o-anna", &secret, at(3)).unwrap();
    assert!(
        accounts.add_passkey("o-anna", &passkey, &secret).is_err(),
        "it is there"
    );
    assert!(accounts.link("o-nobody", &secret, at(3)).is_err());
    accounts.used_passkey("c", "{\"n\":1}", at(5)).unwrap();
    let kept = accounts.passkeys("o-anna").unwrap();
    assert_eq!(
        (kept[0].held.as_str(), kept[0].used),
        ("{\"n\":1}", Some(at(5)))
    );
}

#[test]
fn who_is_revoked_is_gone_at_once() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    let secret = Digest::of(b"session");
    accounts
        .begin_session(&secret, &session("o-anna", "h", at(0)))
        .unwrap();
    assert!(accounts.session(&secret, at(1)).unwrap().is_some());
    accounts.revoke("o-anna", at(2)).unwrap();
    assert_eq!(accounts.session(&secret, at(3)).unwrap(), None);
    assert_eq!(accounts.account("o-anna").unwrap(), None);
    assert_eq!(accounts.list().unwrap()[0].revoked, Some(at(2)));
    assert!(accounts.list().unwrap()[0].holder.grants.is_empty());
    let twice = accounts.revoke("o-anna", at(3));
    assert!(matches!(twice, Err(AccountError::NoAccount(_))));
}

#[test]
fn a_session_ends_idle_and_in_any_case() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    let secret = Digest::of(b"session");
    accounts
        .begin_session(&secret, &session("o-anna", "h", at(0)))
        .unwrap();
    assert!(accounts.session(&secret, at(IDLE - 1)).unwrap().is_some());
    let mut now = IDLE - 1;
    while now + IDLE < ABSOLUTE {
        now += IDLE - 1;
        assert!(accounts.session(&secret, at(now)).unwrap().is_some());
    }
    assert!(accounts.session(&secret, at(ABSOLUTE)).unwrap().is_none());
    let idle = Digest::of(b"idle");
    accounts
        .begin_session(&idle, &session("o-anna", "i", at(0)))
        .unwrap();
    assert!(accounts.session(&idle, at(IDLE)).unwrap().is_none());
}

#[test]
fn more_rights_end_the_sessions_that_had_fewer() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    let secret = Digest::of(b"session");
    accounts
        .begin_session(&secret, &session("o-anna", "h", at(0)))
        .unwrap();
    invited(&accounts, "o-anna");
    assert!(accounts.session(&secret, at(1)).unwrap().is_some());
    let auditor = holder("o-anna", Role::Auditor);
    accounts
        .invite(&auditor, "A Name", &Digest::of(b"other"), at(2))
        .unwrap();
    assert!(accounts.session(&secret, at(3)).unwrap().is_none());
    let grants = accounts.account("o-anna").unwrap().unwrap().holder.grants;
    assert_eq!(grants.len(), 2);
}

#[test]
fn a_ceremony_is_taken_once_and_in_time() {
    let (_folder, accounts) = accounts();
    let ceremony = Ceremony {
        officer: "o-anna".to_owned(),
        purpose: "sign-in".to_owned(),
        state: "{}".to_owned(),
    };
    let secret = Digest::of(b"ceremony");
    accounts.begin(&secret, &ceremony, at(0)).unwrap();
    assert_eq!(
        accounts.take(&secret, at(299)).unwrap(),
        Some(ceremony.clone())
    );
    assert_eq!(accounts.take(&secret, at(299)).unwrap(), None);
    accounts.begin(&secret, &ceremony, at(0)).unwrap();
    assert_eq!(accounts.take(&secret, at(300)).unwrap(), None);
}

#[test]
fn two_officers_and_who_is_quicker() {
    let (_folder, accounts) = accounts();
    accounts.enter_motion(&motion("01")).unwrap();
    let proposed = Proposed {
        act: b"act".to_vec(),
        documents: vec![(
            Document::of("text/plain", b"letter".to_vec()),
            Some("en".to_owned()),
        )],
    };
    let asserted = assertion("o-anna", proposed.digest());
    accounts.propose("01", &proposed, &asserted, at(1)).unwrap();
    let again = accounts.propose(
        "01",
        &proposed,
        &assertion("o-ben", proposed.digest()),
        at(2),
    );
    assert!(matches!(again, Err(AccountError::Moved("received"))));
    assert!(accounts.revise_motion("01", "{1}").is_err());
    assert_eq!(accounts.proposed("01").unwrap(), Some(proposed.clone()));
    let found = accounts.motion("01").unwrap().unwrap();
    assert_eq!(found.stage, Stage::Proposed);
    assert_eq!(found.proposed_by.as_deref(), Some("o-anna"));
    accounts.give_back("01", "the date is another").unwrap();
    let found = accounts.motion("01").unwrap().unwrap();
    assert_eq!((found.stage, found.proposed_by), (Stage::Received, None));
    assert_eq!(found.remark, "the date is another");
    accounts.propose("01", &proposed, &asserted, at(3)).unwrap();
    accounts.settle("01", "o-ben", 9).unwrap();
    assert!(accounts.settle("01", "o-cem", 9).is_err());
    assert_eq!(accounts.waiting(None, 0, 9).unwrap(), (Vec::new(), 0));
    assert_eq!(accounts.settled_last().unwrap().unwrap().seq, Some(9));
    // A second proposal that failed left no evidence behind.
    let kept = accounts.evidence(&proposed.digest()).unwrap();
    let who: Vec<&str> = kept
        .iter()
        .map(|one| one.assertion.officer.as_str())
        .collect();
    assert_eq!(who, ["o-anna", "o-anna"]);
}

#[test]
fn a_challenge_is_of_one_officer_deed_act_and_nonce() {
    let act = Digest::of(b"act");
    let challenge =
        |officer, deed, act: &Digest, nonce| Assertion::challenge(officer, deed, act, &[nonce; 32]);
    let first = challenge("o-anna", "propose", &act, 1);
    assert_eq!(first, challenge("o-anna", "propose", &act, 1));
    for other in [
        challenge("o-ben", "propose", &act, 1),
        challenge("o-anna", "confirm", &act, 1),
        challenge("o-anna", "propose", &Digest::of(b"other"), 1),
        challenge("o-anna", "propose", &act, 2),
    ] {
        assert_ne!(first, other);
    }
}

#[test]
fn pseudonyms_can_stand_in_the_log() {
    for good in ["o-anna", "o-7", "o-desk-2"] {
        assert!(is_pseudonym(good), "{good}");
    }
    let long = format!("o-{}", "x".repeat(41));
    for bad in ["anna", "o-", "o-Anna", "o-an na", "o-é", long.as_str()] {
        assert!(!is_pseudonym(bad), "{bad}");
    }
}

#[test]
fn refusals_are_kept_and_counted() {
    let (_folder, accounts) = accounts();
    let denial = |seconds, officer: &str| Denial {
        at: at(seconds),
        officer: Some(officer.to_owned()),
        deed: "recover".to_owned(),
        place: "/recover".to_owned(),
        why: "code".to_owned(),
    };
    for seconds in [1, 2, 3] {
        accounts.denied(&denial(seconds, "o-anna")).unwrap();
    }
    accounts.denied(&denial(4, "o-ben")).unwrap();
    assert_eq!(accounts.denials(2).unwrap().len(), 2);
    assert_eq!(accounts.denials(9).unwrap()[0], denial(4, "o-ben"));
    assert_eq!(
        accounts.denials_since("o-anna", "recover", at(1)).unwrap(),
        2
    );
}

#[test]
fn what_waits_is_found_by_its_scope() {
    let (_folder, accounts) = accounts();
    let treaty = |id: &str| Scope::from_text(&format!("treaty/{id}")).unwrap();
    for (id, scope) in [
        ("01", treaty("watch")),
        ("02", treaty("harbour")),
        ("03", Scope::Register),
    ] {
        let entered = Motion {
            scope,
            ..motion(id)
        };
        accounts.enter_motion(&entered).unwrap();
    }
    let found = |scopes: Option<&[Scope]>, skip, most| {
        let (found, count) = accounts.waiting(scopes, skip, most).unwrap();
        let ids: Vec<String> = found.into_iter().map(|one| one.id).collect();
        (ids.join(" "), count)
    };
    assert_eq!(found(None, 0, 9), ("01 02 03".to_owned(), 3));
    assert_eq!(found(None, 1, 1), ("02".to_owned(), 3));
    assert_eq!(
        found(Some(&[treaty("harbour")]), 0, 9),
        ("02".to_owned(), 1)
    );
    assert_eq!(found(Some(&[]), 0, 9), (String::new(), 0));
}
