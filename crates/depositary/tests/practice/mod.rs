//! A practice register over SQLite in a folder of its own, for the tests of the desk.

extern crate alloc;

use alloc::sync::Arc;
use std::path::Path;

use sponsio_depositary::store::{Settings, Sqlite};
use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_depositary::{
    AddParticipant, Depositary, EnterTreaty, FolderLock, FolderShelf, OpenRegister, RecordAct,
    World,
};
use sponsio_law::act::ActKind;
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_record::{ParticipantId, TreatyId};

pub(crate) const ORIGIN: &str = "register.example/exercise";
pub(crate) const SECRET: [u8; 32] = [7; 32];

const CLAUSES: &str = "treaty \"Convention on mutual assurances\"
  id demo-1
  depositary \"Concord Assembly\"
consent by ratification, accession [art. 5]
in force 30 days after the day at least 2 instruments [art. 6(1)]
each later joiner 30 days after its deposit [art. 6(2)]
withdrawal 12 months after receipt of notice [art. 7]
";

pub(crate) fn world(folder: &Path) -> World {
    let store = Sqlite::open(&folder.join("register.sqlite"), &Settings::default());
    let store = Arc::new(store.expect("the store opens"));
    World {
        drawer: Arc::clone(&store) as _,
        outbox: Arc::clone(&store) as _,
        store,
        shelf: Arc::new(FolderShelf::open(&folder.join("log")).expect("a folder")),
        lock: Arc::new(FolderLock::open(&folder.join("lock")).expect("a folder")),
        clock: Arc::new(SystemClock::new()),
        chance: Arc::new(SystemChance),
        snapshots: None,
    }
}

pub(crate) async fn desk(folder: &Path) -> Depositary {
    let desk = Depositary::open(ORIGIN, &SECRET, world(folder)).await;
    desk.expect("the desk opens")
}

pub(crate) fn code(code: &str) -> ParticipantId {
    ParticipantId::new(code).expect("a code")
}

pub(crate) fn treaty() -> TreatyId {
    TreatyId::new("demo-1").expect("an identifier")
}

pub(crate) async fn set_up(desk: &Depositary) {
    let opening = OpenRegister {
        title: "Practice".to_owned(),
        zone: "Europe/Istanbul".to_owned(),
        recovery: None,
        exercise: true,
    };
    desk.open_register(opening).await.expect("it opens");
    set_up_parties(desk).await;
    let request = EnterTreaty {
        treaty: treaty(),
        clauses: CLAUSES.to_owned(),
        texts: Vec::new(),
    };
    desk.enter_treaty(request).await.expect("it is entered");
}

pub(crate) async fn set_up_parties(desk: &Depositary) {
    for (id, name) in [("ARD", "Ardenia"), ("BEL", "Belmar")] {
        let participant = Participant {
            id: code(id),
            name: name.to_owned(),
            kind: ParticipantKind::State,
        };
        let request = AddParticipant { participant };
        desk.add_participant(request).await.expect("it is added");
    }
}

pub(crate) fn accession(participant: &str) -> RecordAct {
    RecordAct::new(ActKind::Accession, treaty(), code(participant))
}
