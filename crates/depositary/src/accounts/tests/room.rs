//! What the room of a conference keeps: drafts, readings, what waits there.

use super::*;

const CANARY: &str = "kanarya-gizli-metin";

fn conference() -> sponsio_record::ConferenceId {
    sponsio_record::ConferenceId::new("lorne").unwrap()
}

fn party(code: &str) -> sponsio_record::ParticipantId {
    sponsio_record::ParticipantId::new(code).unwrap()
}

fn draft(id: &str, code: &str) -> RoomDraft {
    RoomDraft {
        id: id.to_owned(),
        conference: conference(),
        party: party(code),
        base: "00".to_owned(),
        language: "en".to_owned(),
        operation: "replace".to_owned(),
        provision: "k7m2qx".to_owned(),
        words: format!("Each Party {CANARY}"),
        reason: CANARY.to_owned(),
        addressed: String::new(),
        supersedes: String::new(),
        made_by: "o-anna".to_owned(),
        changed: at(0),
    }
}

#[test]
fn a_draft_is_its_delegations_own_and_erased_it_is_gone() {
    let (folder, accounts) = accounts();
    let (own, other) = (party("ARD"), party("BEL"));
    accounts.keep_draft(&draft("a", "ARD")).unwrap();
    let changed = RoomDraft {
        reason: "because".to_owned(),
        made_by: "o-ben".to_owned(),
        ..draft("a", "ARD")
    };
    accounts.keep_draft(&changed).unwrap();
    assert_eq!(
        accounts.draft("a", &conference(), &own).unwrap(),
        Some(changed)
    );
    assert_eq!(accounts.draft("a", &conference(), &other).unwrap(), None);
    assert_eq!(accounts.drafts(&conference(), &other).unwrap(), []);
    // Another delegation changes and erases nothing by its name.
    accounts.keep_draft(&draft("a", "BEL")).unwrap_err();
    assert!(!accounts.erase_draft("a", &conference(), &other).unwrap());
    assert!(!format!("{:?}", accounts.drafts(&conference(), &own)).contains(CANARY));
    assert!(accounts.erase_draft("a", &conference(), &own).unwrap());
    assert_eq!(accounts.drafts(&conference(), &own).unwrap(), []);
    drop(accounts);
    let bytes = std::fs::read(folder.path().join("accounts.sqlite")).unwrap();
    let is_there = |window: &[u8]| window == CANARY.as_bytes();
    assert!(
        !bytes.windows(CANARY.len()).any(is_there),
        "nothing is left of it"
    );
}

#[test]
fn a_delegation_keeps_no_more_drafts_than_a_negotiation_needs() {
    let (_folder, accounts) = accounts();
    for place in 0..500 {
        accounts
            .keep_draft(&draft(&format!("d{place}"), "ARD"))
            .unwrap();
    }
    accounts.keep_draft(&draft("one more", "ARD")).unwrap_err();
    accounts.keep_draft(&draft("d7", "ARD")).unwrap();
    accounts.keep_draft(&draft("of another", "BEL")).unwrap();
}

#[test]
fn readings_are_kept_by_person_paper_and_day() {
    let (_folder, accounts) = accounts();
    let paper = |byte: u8| sponsio_record::ActId::from_bytes([byte; 16]);
    let read = |officer, papers: &[_], now| {
        accounts
            .reads(officer, &conference(), papers, at(now))
            .unwrap();
    };
    read("o-anna", &[paper(1), paper(2)], 0);
    read("o-anna", &[paper(1)], 60);
    read("o-ben", &[], 70);
    read("o-ben", &[paper(1)], 86_400);
    let kept = accounts.readings(&conference(), 9).unwrap();
    let kept: Vec<_> = kept
        .iter()
        .map(|one| {
            (
                one.officer.as_str(),
                &one.paper[..2],
                one.first,
                one.last,
                one.times,
            )
        })
        .collect();
    assert_eq!(
        kept,
        [
            ("o-ben", "01", at(86_400), at(86_400), 1),
            ("o-anna", "01", at(0), at(60), 2),
            ("o-anna", "02", at(0), at(0), 1),
        ]
    );
    let other = sponsio_record::ConferenceId::new("fjord").unwrap();
    assert_eq!(accounts.readings(&other, 9).unwrap(), []);
}

#[test]
fn what_waits_in_a_conference_is_asked_for_there() {
    let (_folder, accounts) = accounts();
    let here = Motion {
        scope: Scope::Conference(conference()),
        kind: "publication".to_owned(),
        ..motion("b")
    };
    accounts.enter_motion(&motion("a")).unwrap();
    accounts.enter_motion(&here).unwrap();
    let (waiting, count) = accounts.waiting(None, 0, 9).unwrap();
    assert_eq!((waiting, count), (vec![motion("a")], 1));
    assert_eq!(accounts.waiting_in(&conference()).unwrap(), [here]);
}

#[test]
fn a_session_that_is_only_looked_up_idles_out() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    let secret = Digest::of(b"secret");
    accounts
        .begin_session(&secret, &session("o-anna", "one", at(0)))
        .unwrap();
    for minute in 1..15 {
        let found = accounts.session_unused(&secret, at(minute * 60)).unwrap();
        assert_eq!(found.unwrap().seen, at(0));
    }
    assert_eq!(accounts.session_unused(&secret, at(IDLE)).unwrap(), None);
}

#[test]
fn an_account_has_a_time_zone_or_none() {
    let (_folder, accounts) = accounts();
    invited(&accounts, "o-anna");
    assert_eq!(accounts.zone("o-anna").unwrap(), None);
    for zone in ["Europe/Istanbul", "Asia/Tokyo"] {
        accounts.keep_zone("o-anna", Some(zone)).unwrap();
        assert_eq!(accounts.zone("o-anna").unwrap().as_deref(), Some(zone));
    }
    accounts.keep_zone("o-anna", None).unwrap();
    assert_eq!(accounts.zone("o-anna").unwrap(), None);
    accounts.keep_zone("o-nobody", Some("UTC")).unwrap_err();
}

#[test]
fn a_file_of_the_first_form_is_carried_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("accounts.sqlite");
    let before = Connection::open(&path).unwrap();
    before.execute_batch(MIGRATIONS[0]).unwrap();
    before
        .execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1;
             INSERT INTO account (officer, name, made) VALUES ('o-anna', 'Anna', 0);"
        ))
        .unwrap();
    drop(before);
    let again = Accounts::open(&path).unwrap();
    assert!(again.account("o-anna").unwrap().is_some());
    again.keep_draft(&draft("a", "ARD")).unwrap();
}
