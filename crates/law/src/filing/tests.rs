//! What a kind does not say is refused; what is filed enters the register, or leaves it as it was.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Draft, Opening, ParticipantId, TreatyId};

use crate::act::{Act, ActKind, ActLabel};
use crate::clause::decimal::Decimal;
use crate::filing::{
    EnterError, Filing, FilingFault, Matter, Notification, TableCitation, TableSort,
    members_record, weights_record,
};
use crate::party::{Member, Membership, Participant, ParticipantKind};
use crate::register::{EntryError, Register};
use crate::treaty::WeightTable;

const ID: &str = "00112233445566778899aabbccddeeff";

const NOTHING: &dyn Fn(&Digest) -> Option<Vec<u8>> = &|_| None;

fn filing(matter: Matter) -> Filing {
    Filing {
        id: ActId::from_bytes([7; 16]),
        matter,
        documents: Vec::new(),
    }
}

fn refused(bytes: &str) -> String {
    match Filing::from_bytes(bytes.as_bytes()) {
        Ok(filing) => panic!("{filing:?} was read"),
        Err(fault) => fault.to_string(),
    }
}

#[test]
fn what_the_kind_does_not_say_is_refused() {
    let policies = |more: &str| format_act(&[r#""clauses":"x""#, more]);
    assert_eq!(
        refused(&policies(r#""note":"y""#)),
        "byte 80: member `note` is unknown"
    );
    assert!(Filing::from_bytes(policies("").as_bytes()).is_ok());
    let empty = format_act(&[r#""clauses":"""#, ""]);
    assert!(refused(&empty).contains("a text that is not empty"));
}

fn format_act(members: &[&str]) -> String {
    let [clauses, more] = members else {
        panic!("two members")
    };
    let comma = if more.is_empty() { "" } else { "," };
    [
        "{",
        clauses,
        ",\"id\":\"",
        ID,
        "\",\"kind\":\"policies\"",
        comma,
        more,
        ",\"type\":\"sponsio.act/1\"}",
    ]
    .concat()
}

#[test]
fn a_kind_of_a_later_version_is_kept_and_changes_nothing() {
    let later = format_act(&[r#""clauses":"x""#, r#""note":"y""#]).replace("policies", "pledge");
    let filing = Filing::from_bytes(later.as_bytes()).expect("an unknown kind is kept");
    assert_eq!(
        filing.matter,
        Matter::Other {
            kind: "pledge".into()
        }
    );
    let mut register = Register::new();
    let before = register.digest();
    register
        .enter(&filing, NOTHING)
        .expect("nothing to object to");
    assert_eq!(register.digest(), before);
}

#[test]
fn the_heads_of_the_log_are_typed_and_cite_their_record() {
    let heads = |member: &str| {
        format!("{{{member}\"id\":\"{ID}\",\"kind\":\"heads\",\"type\":\"sponsio.act/1\"}}")
    };
    let digest = Digest::of(b"heads");
    let received = heads(&format!("\"heads\":\"{}\",", digest.cited()));
    let filing = Filing::from_bytes(received.as_bytes()).expect("heads of the log");
    assert_eq!(filing.matter, Matter::Heads(digest));
    let mut register = Register::new();
    let before = register.digest();
    register
        .enter(&filing, NOTHING)
        .expect("it changes nothing");
    assert_eq!(register.digest(), before);
    assert!(refused(&heads("")).contains("`heads`"));
    assert!(refused(&heads("\"heads\":\"all\",")).contains("digest"));
    let more = heads(&format!("\"count\":3,\"heads\":\"{}\",", digest.cited()));
    assert!(refused(&more).contains("member `count` is unknown"));
}

#[test]
fn two_officers_confirm_and_not_one_twice() {
    let confirm = |ground: &str, officers: &str| {
        format!(
            "{{\"ground\":\"{ground}\",\"id\":\"{ID}\",\"kind\":\"confirm\",\
             \"officers\":[{officers}],\"reason\":\"r\",\"type\":\"sponsio.act/1\"}}"
        )
    };
    let good = confirm("clock", "\"o-1\",\"o-2\"");
    let filing = Filing::from_bytes(good.as_bytes()).expect("two officers");
    assert_eq!(filing.write().expect("a record"), good.as_bytes());
    for officers in [
        "",
        "\"o-1\"",
        "\"o-1\",\"o-1\"",
        "\"o-1\",\"o-2\",\"o-3\"",
        "\"o-1\",\"Jane\"",
        "\"o-1\",\"o-\"",
    ] {
        assert!(
            refused(&confirm("clock", officers)).contains("officer"),
            "{officers}"
        );
    }
    assert!(refused(&confirm("mood", "\"o-1\",\"o-2\"")).contains("`lock` or `clock`"));
}

#[test]
fn tables_come_from_their_documents_and_only_from_these() {
    let code = ParticipantId::new("NOR").expect("a code");
    let weights = WeightTable {
        rows: Vec::from([(code.clone(), Decimal::parse("12.5").expect("a number"))]),
    };
    let document = weights_record(&weights).expect("a record");
    let citation = filing(Matter::Table(TableCitation {
        path: "weights/shares.csv".into(),
        sort: TableSort::Weights,
        table: Digest::of(&document),
    }));
    let mut register = Register::new();
    assert_eq!(
        register.enter(&citation, NOTHING),
        Err(EnterError::NoDocument(Digest::of(&document)))
    );
    let forged = |_: &Digest| Some(b"{\"rows\":[],\"type\":\"sponsio.weights/1\"}".to_vec());
    assert!(register.enter(&citation, &forged).is_err());
    let given = document.clone();
    register
        .enter(&citation, &move |_| Some(given.clone()))
        .expect("the document is at hand");
    assert_eq!(register.weights("weights/shares.csv"), Some(&weights));
}

#[test]
fn a_table_of_another_type_is_refused() {
    let members = Membership {
        members: Vec::from([Member {
            participant: ParticipantId::new("NOR").expect("a code"),
            from: None,
            until: crate::calendar::parse("1995-01-01"),
        }]),
    };
    let document = members_record(&members).expect("a record");
    let citation = |sort| {
        filing(Matter::Table(TableCitation {
            path: "groups/a.csv".into(),
            sort,
            table: Digest::of(&document),
        }))
    };
    let given = document.clone();
    let at_hand = move |_: &Digest| Some(given.clone());
    let mut register = Register::new();
    let wrong = register.enter(&citation(TableSort::Weights), &at_hand);
    assert!(
        matches!(wrong, Err(EnterError::Table(fault)) if matches!(*fault, FilingFault::Field(_)))
    );
    register
        .enter(&citation(TableSort::Group), &at_hand)
        .expect("a group");
    assert_eq!(register.group("groups/a.csv"), Some(&members));
}

#[test]
fn clauses_with_an_error_do_not_enter() {
    let mut register = Register::new();
    let treaty = |clauses: &str| {
        filing(Matter::Treaty {
            treaty: TreatyId::new("demo-1").expect("an identifier"),
            clauses: clauses.into(),
        })
    };
    let wrong = treaty("treaty \"A\"\n  id demo-1\nin force on the day at least\n");
    assert!(matches!(
        register.enter(&wrong, NOTHING),
        Err(EnterError::Clauses(_))
    ));
    let other = treaty("treaty \"A\"\n  id demo-2\n");
    assert!(matches!(
        register.enter(&other, NOTHING),
        Err(EnterError::OtherTreaty(_))
    ));
    assert!(register.treaties().is_empty());
    let right = treaty("treaty \"A\"\n  id demo-1\n");
    register.enter(&right, NOTHING).expect("no error");
    let twice = register.enter(&right, NOTHING);
    assert_eq!(
        twice,
        Err(EnterError::Entry(EntryError::Twice("demo-1".into())))
    );
}

#[test]
fn a_copy_keeps_its_state_while_filings_come_in() {
    let mut register = Register::new();
    let kept = register.clone();
    let participant = filing(Matter::Participant(Participant {
        id: ParticipantId::new("NOR").expect("a code"),
        name: "Norway".into(),
        kind: ParticipantKind::State,
    }));
    register
        .enter(&participant, NOTHING)
        .expect("a participant");
    assert!(kept.participants().is_empty());
    assert_eq!(register.participants().len(), 1);
}

/// What opens to this matter.
fn opening_of(matter: Matter) -> Vec<u8> {
    let act = filing(matter).write().expect("a record");
    let act = sponsio_record::read(&act).expect("a record");
    let private = Draft::object([
        ("act", Draft::raw(act.object())),
        ("sigs", Draft::array([])),
        ("type", Draft::text("sponsio.private/1")),
    ]);
    let opening = Opening {
        seq: 41,
        salt: [9; 32],
        bytes: private.finish().expect("a record"),
    };
    opening.write().expect("a record")
}

fn open_register() -> Register {
    let mut register = Register::new();
    let participant = filing(Matter::Participant(Participant {
        id: ParticipantId::new("NOR").expect("a code"),
        name: "Norway".into(),
        kind: ParticipantKind::State,
    }));
    let treaty = filing(Matter::Treaty {
        treaty: treaty(),
        clauses: "treaty \"A\"\n  id demo-1\n".into(),
    });
    for filing in [participant, treaty] {
        register.enter(&filing, NOTHING).expect("it enters");
    }
    register
}

fn treaty() -> TreatyId {
    TreatyId::new("demo-1").expect("an identifier")
}

fn accession() -> Act {
    Act {
        id: Some(ActId::from_bytes([7; 16]).to_string()),
        treaty: treaty(),
        participant: ParticipantId::new("NOR").expect("a code"),
        label: ActLabel::Known(ActKind::Accession),
        date: crate::calendar::parse("2027-01-10").expect("a date"),
        effect: None,
        recorded: crate::calendar::parse("2027-01-12"),
        refers_to: None,
        source: String::new(),
        note: String::new(),
    }
}

#[test]
fn a_disclosed_act_counts_from_its_disclosure() {
    let disclosure = |opening: &[u8]| {
        filing(Matter::Disclosure {
            treaty: treaty(),
            of: 41,
            opening: Digest::of(opening),
            on: None,
        })
    };
    let mut register = open_register();
    let opening = opening_of(Matter::Act(accession()));
    assert!(register.enter(&disclosure(&opening), NOTHING).is_err());
    let given = opening.clone();
    register
        .enter(&disclosure(&opening), &move |_| Some(given.clone()))
        .expect("an opening");
    assert_eq!(register.act_count(), 1);
    let other = opening_of(Matter::Policies {
        clauses: "x".into(),
    });
    let given = other.clone();
    let refused = register.enter(&disclosure(&other), &move |_| Some(given.clone()));
    assert_eq!(refused, Err(EnterError::NotDisclosed));
}

#[test]
fn notifications_are_numbered_and_confirmed_by_their_addressees() {
    let mut register = open_register();
    let act = filing(Matter::Act(accession()));
    register.enter(&act, NOTHING).expect("an act");
    let notification = |number, of| {
        filing(Matter::Notification(Notification {
            treaty: treaty(),
            number,
            of,
            to: Vec::from([ParticipantId::new("NOR").expect("a code")]),
            letter: Digest::of(b"letter"),
        }))
    };
    let refused = register.enter(&notification(2, act.id), NOTHING);
    assert_eq!(refused, Err(EnterError::NotNext(1)));
    let nobody = ActId::from_bytes([8; 16]);
    let refused = register.enter(&notification(1, nobody), NOTHING);
    assert_eq!(refused, Err(EnterError::NoSuchAct(nobody)));
    let sent = notification(1, act.id);
    register.enter(&sent, NOTHING).expect("the first");
    let confirm = |code: &str| {
        filing(Matter::NotificationReceipt {
            treaty: treaty(),
            of: sent.id,
            participant: ParticipantId::new(code).expect("a code"),
        })
    };
    assert!(register.enter(&confirm("SWE"), NOTHING).is_err());
    register.enter(&confirm("NOR"), NOTHING).expect("addressed");
    let [only] = register.notifications(&treaty()) else {
        panic!("one notification");
    };
    assert_eq!(only.confirmed.len(), 1);
}
