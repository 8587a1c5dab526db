//! The record form of every kind of act: one frozen file a kind under `vectors/act`, and a property
//! over generated acts. A frozen file changes only with a new version of its kind;
//! `UPDATE=1 cargo test -p sponsio-tests --test acts_as_records` writes those that are missing.

extern crate alloc;

mod proceedings;
mod recorded;

use std::fs;
use std::path::PathBuf;

use proptest::option;
use proptest::prelude::*;

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::{self, Date};
use sponsio_law::conference::Step;
use sponsio_law::filing::{
    Confirmation, DocumentRef, Filing, Ground, Matter, Notification, Opening, Revocation,
    TableCitation, TableSort,
};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_record::{ActId, Digest, ParticipantId, TreatyId};

const ID: [u8; 16] = *b"\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff";

fn day(text: &str) -> Date {
    calendar::parse(text).expect("a date")
}

fn code(text: &str) -> ParticipantId {
    ParticipantId::new(text).expect("a code")
}

fn treaty() -> TreatyId {
    TreatyId::new("demo-1").expect("an identifier")
}

fn act(label: ActLabel) -> Act {
    Act {
        id: Some(ActId::from_bytes(ID).to_string()),
        treaty: treaty(),
        participant: code("ARD"),
        label,
        date: day("2027-01-10"),
        effect: Some(day("2028-01-10")),
        recorded: Some(day("2027-01-12")),
        refers_to: Some("ffeeddccbbaa99887766554433221100".into()),
        source: "Note verbale 7/2027".into(),
        note: "“İmzalandı”\n\u{2028}second line".into(),
    }
}

/// What the catalogue holds besides acts that concern status.
fn others() -> Vec<Matter> {
    let of = ActId::from_bytes([1; 16]);
    let table = |sort| {
        Matter::Table(TableCitation {
            path: "groups/a.csv".into(),
            sort,
            table: Digest::of(b""),
        })
    };
    vec![
        Matter::Opening(Opening {
            title: "Practice register".into(),
            zone: "Europe/Istanbul".into(),
            recovery: Some("recovery+00000000+AQ==".into()),
            exercise: true,
        }),
        Matter::Participant(Participant {
            id: code("ARD"),
            name: "Ardenia".into(),
            kind: ParticipantKind::State,
        }),
        Matter::Treaty {
            treaty: treaty(),
            clauses: "treaty \"A\"\n  id demo-1\n".into(),
        },
        Matter::Policies {
            clauses: "depositary \"D\"\n  policy period-expiry next-day\n".into(),
        },
        table(TableSort::Membership(code("X-CA"))),
        Matter::Published(act(ActLabel::Unmapped("Application".into()))),
        Matter::Notification(Notification {
            treaty: treaty(),
            number: 3,
            of,
            to: vec![code("ARD"), code("BEL")],
            letter: Digest::of(b"letter"),
        }),
        Matter::Heads(Digest::of(b"heads")),
        Matter::Rotation("register.example+00000000+AQ==".into()),
        Matter::Revocation(Revocation {
            revoked: "register.example+00000000+AQ==".into(),
            successor: "register.example+11111111+AQ==".into(),
            since: "2027-01-10T12:00:00Z".parse().expect("an instant"),
            good: 41,
        }),
        Matter::Confirmation(Confirmation {
            ground: Ground::Lock,
            officers: ["o-anna".into(), "o-ben".into()],
            reason: "the volume of the lock was lost".into(),
        }),
        Matter::Disclosure {
            treaty: treaty(),
            of: 41,
            opening: Digest::of(b"opening"),
            on: None,
        },
        Matter::NotificationReceipt {
            treaty: treaty(),
            of,
            participant: code("BEL"),
        },
    ]
}

fn filing(matter: Matter) -> Filing {
    Filing {
        id: ActId::from_bytes(ID),
        matter,
        documents: vec![DocumentRef {
            digest: Digest::of(b"document"),
            bytes: 8,
            media: "application/pdf".into(),
            language: Some("tr".into()),
        }],
    }
}

#[test]
fn every_kind_has_its_frozen_record() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/act");
    let of_status = ActKind::ALL.map(|kind| Matter::Act(act(ActLabel::Known(kind))));
    let mut missing = Vec::new();
    let mut count = 0;
    let proceedings = proceedings::proceedings();
    assert_eq!(
        proceedings.len(),
        Step::KINDS.len(),
        "one proceeding of each kind"
    );
    for matter in of_status.into_iter().chain(others()).chain(proceedings) {
        let file = folder.join(format!("{}.json", matter.kind()));
        let filing = filing(matter);
        let bytes = filing.write().expect("a record");
        if std::env::var_os("UPDATE").is_some() && !file.exists() {
            fs::write(&file, &bytes).expect("the folder can be written");
        }
        match fs::read(&file) {
            Ok(frozen) => assert_eq!(
                String::from_utf8_lossy(&bytes),
                String::from_utf8_lossy(&frozen),
                "{}",
                file.display()
            ),
            Err(_) => missing.push(file),
        }
        assert_eq!(Filing::from_bytes(&bytes), Ok(filing));
        count += 1;
    }
    assert!(missing.is_empty(), "no frozen record: {missing:?}");
    let files = fs::read_dir(&folder).expect("the folder is there").count();
    assert_eq!(files, count, "every frozen record is that of a kind");
}

fn date() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).expect("a date"))
}

fn text() -> impl Strategy<Value = String> {
    "[^\u{0}]{1,40}"
}

prop_compose! {
    fn any_act()(
        label in prop_oneof![
            prop::sample::select(ActKind::ALL.to_vec()).prop_map(ActLabel::Known),
            text().prop_map(|label| ActLabel::read(&label)),
        ],
        id in any::<[u8; 16]>(),
        mark in option::of(text()),
        date in date(),
        effect in option::of(date()),
        recorded in date(),
        refers_to in option::of(text()),
        source in option::of(text()),
        note in option::of(text()),
    ) -> Filing {
        let published = matches!(label, ActLabel::Unmapped(_)) || mark.is_some();
        let id = ActId::from_bytes(id);
        let act = Act {
            id: mark.or(Some(id.to_string())),
            label,
            date,
            effect,
            recorded: Some(recorded),
            refers_to,
            source: source.unwrap_or_default(),
            note: note.unwrap_or_default(),
            ..act(ActLabel::Known(ActKind::Signature))
        };
        let matter = if published { Matter::Published(act) } else { Matter::Act(act) };
        Filing { id, matter, documents: Vec::new() }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(filing in any_act()) {
        let bytes = filing.write().expect("a record");
        prop_assert_eq!(Filing::from_bytes(&bytes), Ok(filing));
    }

    #[test]
    fn two_filings_never_have_the_same_bytes(one in any_act(), other in any_act()) {
        let same = one.write().expect("a record") == other.write().expect("a record");
        prop_assert_eq!(same, one == other);
    }
}
