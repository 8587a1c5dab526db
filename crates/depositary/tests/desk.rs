//! The desk as a whole over SQLite: what is recorded is published, read again at the next start, and
//! refused where the law refuses.

mod practice;

use practice::{accession, code, desk, set_up};
use sponsio_depositary::{AddParticipant, DeskError, OpenRegister, RecordAct};
use sponsio_law::party::{Participant, ParticipantKind};

#[tokio::test]
async fn what_is_recorded_is_published_and_there_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = desk(folder.path()).await;
    set_up(&first).await;
    let recorded = first.record_act(accession("ARD")).await.expect("recorded");
    assert_eq!((recorded.seq, recorded.repeated), (4, false));
    assert_eq!(first.published(5).await.expect("published"), 5);
    let (root, digest) = (first.state().root(), first.state().register.digest());
    first.close().await.expect("closed");

    let second = desk(folder.path()).await;
    assert_eq!(second.state().root(), root);
    assert_eq!(second.state().register.digest(), digest);
    let refused = second.record_act(accession("ARD")).await;
    assert!(matches!(refused, Err(DeskError::Refused(_))), "{refused:?}");
    assert_eq!(second.state().size(), 5);
}

#[tokio::test]
async fn nothing_comes_before_the_opening_and_nothing_opens_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    assert!(desk.record_act(accession("ARD")).await.is_err());
    set_up(&desk).await;
    let again = OpenRegister {
        title: "Again".to_owned(),
        zone: "UTC".to_owned(),
        recovery: None,
        exercise: true,
    };
    assert!(desk.open_register(again).await.is_err());
    assert_eq!(desk.state().size(), 4);
}

#[tokio::test]
async fn a_repeated_act_gets_the_first_answer_and_another_one_under_its_mark_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let id = Some("00112233445566778899aabbccddeeff".parse().expect("a mark"));
    let act = RecordAct {
        id,
        ..accession("ARD")
    };
    let first = desk.record_act(act.clone()).await.expect("recorded");
    let again = desk.record_act(act).await.expect("the same act");
    assert_eq!((again.seq, again.leaf), (first.seq, first.leaf));
    assert!(again.repeated);
    let other = RecordAct {
        id,
        ..accession("BEL")
    };
    let refused = desk.record_act(other).await;
    assert!(
        matches!(refused, Err(DeskError::IdReused { seq: 4, .. })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_preview_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let preview = desk
        .preview_act(accession("ARD"))
        .expect("it could be recorded");
    assert_ne!(preview.after.digest(), desk.state().register.digest());
    assert_eq!(desk.state().size(), 4);
}

#[tokio::test]
async fn many_clients_get_one_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let mut waiting = Vec::new();
    for number in 0..200 {
        let participant = Participant {
            id: code(&format!("P{number}")),
            name: format!("Party {number}"),
            kind: ParticipantKind::Institution,
        };
        let desk = desk.clone();
        let request = AddParticipant { participant };
        waiting.push(tokio::spawn(
            async move { desk.add_participant(request).await },
        ));
    }
    let mut places = Vec::new();
    for waiting in waiting {
        places.push(waiting.await.expect("it ends").expect("recorded").seq);
    }
    places.sort_unstable();
    assert_eq!(places, (4..204).collect::<Vec<_>>());
}
