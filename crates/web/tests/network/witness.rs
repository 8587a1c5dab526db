//! The witness: every status of the protocol, races, lines in its own name, kills, and evidence.

use alloc::sync::Arc;
use std::fs;
use std::path::Path;

use sponsio_ledger::cosignature::{Cosignature, cosign, verify};
use sponsio_ledger::note::{Note, SigningKey, signatures};
use sponsio_ledger::witness::{SIZE_TYPE, origin_hash};
use sponsio_web::{Failure, Witness};

use super::specimen::{House, ORIGIN, Specimen, clock, cosigner, log_key, text};

const NAME: &str = "witness.example/w";

fn witness(folder: &Path) -> Witness {
    let logs = [log_key().verifier().clone()];
    Witness::open(cosigner(NAME), &logs, folder, clock()).expect("a witness")
}

async fn served(folder: &Path) -> House {
    House::serving(Arc::new(witness(folder)).router()).await
}

fn latest() -> String {
    format!("{}/checkpoint", origin_hash(ORIGIN))
}

#[tokio::test]
async fn each_status_is_given_where_the_protocol_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let house = served(folder.path()).await;
    let log = Specimen::of(20);
    let add = async |body: Vec<u8>| house.post("add-checkpoint", body).await;
    assert_eq!(house.get(&latest()).await.status, 404);
    for malformed in ["", "old 0\n", "old 00\n\nx", "old 0\n*\n\nx"] {
        assert_eq!(add(malformed.into()).await.status, 400, "{malformed:?}");
    }
    let above = sponsio_ledger::witness::AddCheckpoint {
        old: 6,
        ..log.request(0, 5)
    };
    assert_eq!(add(above.print()).await.status, 400);
    let stranger = String::from_utf8(log.request(0, 5).print()).unwrap();
    let stranger = stranger.replace(ORIGIN, "other.example");
    assert_eq!(add(stranger.into_bytes()).await.status, 404);
    let note = log.note(5);
    let unsigned = Note::new(
        note.text(),
        vec![cosign(note.text(), &cosigner("x"), 1).unwrap()],
    );
    let request = log.request(0, 5);
    let unsigned = sponsio_ledger::witness::AddCheckpoint {
        note: unsigned.unwrap(),
        ..request
    };
    assert_eq!(add(unsigned.print()).await.status, 403);
    let stolen = SigningKey::log(ORIGIN, &[8; 32])
        .unwrap()
        .sign(note.text())
        .unwrap();
    let forged = Note::new(note.text(), vec![stolen]).unwrap();
    let forged = sponsio_ledger::witness::AddCheckpoint {
        note: forged,
        ..log.request(0, 5)
    };
    assert_eq!(add(forged.print()).await.status, 403);

    let first = add(log.request(0, 5).print()).await;
    assert_eq!(first.status, 200);
    let lines = signatures(&text(&first), 0).unwrap();
    let judged = verify(note.text(), cosigner(NAME).verifier(), lines[0].bytes());
    assert!(
        matches!(judged, Ok(Cosignature::Verified(time)) if time > 1_700_000_000),
        "{judged:?}"
    );
    let stale = add(log.request(0, 9).print()).await;
    assert_eq!(
        (stale.status, stale.content.as_str(), text(&stale)),
        (409, SIZE_TYPE, "5\n".into())
    );
    let mut wrong = log.request(5, 9);
    wrong.proof.reverse();
    assert_eq!(add(wrong.print()).await.status, 422);
    assert_eq!(add(log.request(5, 5).print()).await.status, 200);
    assert_eq!(
        add(log.parting_at(3, 5).request(5, 5).print()).await.status,
        422
    );
    assert_eq!(add(log.request(5, 20).print()).await.status, 200);
    let shown = house.get(&latest()).await;
    assert_eq!(
        (shown.status, shown.content.as_str()),
        (200, "text/plain; charset=utf-8")
    );
    assert!(text(&shown).starts_with(log.note(20).text()));
    assert_eq!(house.get("add-checkpoint").await.status, 405);
    assert_eq!(add(vec![b'x'; 400_000]).await.status, 413);
}

#[tokio::test]
async fn a_line_in_its_own_name_is_neither_kept_nor_shown() {
    let folder = tempfile::tempdir().unwrap();
    let house = served(folder.path()).await;
    let log = Specimen::of(9);
    let mut request = log.request(0, 9);
    let other = Specimen::of(8).note(8);
    let fake = cosign(other.text(), &cosigner(NAME), 5).unwrap();
    request.note = request.note.with(core::slice::from_ref(&fake)).unwrap();
    assert_eq!(
        house.post("add-checkpoint", request.print()).await.status,
        200
    );
    let shown = text(&house.get(&latest()).await);
    assert!(!shown.contains(&fake.to_string()));
    let kept = folder.path().join(origin_hash(ORIGIN)).join("checkpoint");
    assert_eq!(fs::read_to_string(kept).unwrap(), log.note(9).to_string());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_requests_that_race_one_wins_and_nothing_rolls_back() {
    let folder = tempfile::tempdir().unwrap();
    let witness = Arc::new(witness(folder.path()));
    let log = Specimen::of(60);
    assert_eq!(
        witness
            .add_checkpoint(&log.request(0, 9).print())
            .await
            .unwrap()
            .status,
        200
    );
    let racers: Vec<_> = (10..60)
        .map(|size| {
            let (witness, body) = (Arc::clone(&witness), log.request(9, size).print());
            tokio::spawn(async move { (witness.add_checkpoint(&body).await.unwrap().status, size) })
        })
        .collect();
    let mut won = Vec::new();
    for racer in racers {
        let (status, size) = racer.await.unwrap();
        assert!(status == 200 || status == 409, "{status}");
        won.extend((status == 200).then_some(size));
    }
    assert_eq!(won.len(), 1);
    let kept = folder.path().join(origin_hash(ORIGIN)).join("checkpoint");
    assert_eq!(
        fs::read_to_string(kept).unwrap(),
        log.note(won[0]).to_string()
    );
}

#[tokio::test]
async fn a_new_start_remembers_and_forgetting_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let log = Specimen::of(20);
    let house = served(folder.path()).await;
    assert_eq!(
        house
            .post("add-checkpoint", log.request(0, 20).print())
            .await
            .status,
        200
    );
    house.kill().await;

    let house = served(folder.path()).await;
    let rolled_back = house
        .post("add-checkpoint", log.request(0, 5).print())
        .await;
    assert_eq!(
        (rolled_back.status, text(&rolled_back)),
        (409, "20\n".into())
    );
    assert!(text(&house.get(&latest()).await).starts_with(log.note(20).text()));
    let logs = [log_key().verifier().clone()];
    let second = Witness::open(cosigner(NAME), &logs, folder.path(), clock());
    assert!(matches!(second, Err(Failure::InUse(_))));
    house.kill().await;

    let kept = folder.path().join(origin_hash(ORIGIN)).join("checkpoint");
    fs::write(kept, "x").unwrap();
    let damaged = Witness::open(cosigner(NAME), &logs, folder.path(), clock());
    assert!(matches!(damaged, Err(Failure::Damaged { .. })));
}

#[tokio::test]
async fn a_log_with_two_faces_leaves_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let witness = witness(folder.path());
    let log = Specimen::of(20);
    assert_eq!(
        witness
            .add_checkpoint(&log.request(0, 20).print())
            .await
            .unwrap()
            .status,
        200
    );
    let liar = log.parting_at(7, 20);
    let body = liar.request(20, 20).print();
    for _ in 0..3 {
        assert_eq!(witness.add_checkpoint(&body).await.unwrap().status, 422);
    }
    let evidence = folder.path().join(origin_hash(ORIGIN)).join("evidence");
    let pieces: Vec<_> = fs::read_dir(evidence)
        .unwrap()
        .map(|piece| piece.unwrap().path())
        .collect();
    assert_eq!(pieces.len(), 1, "the same is kept once");
    let file = |name: &str| fs::read_to_string(pieces[0].join(name)).unwrap();
    assert_eq!(file("checkpoint-1"), log.note(20).to_string());
    assert_eq!(file("checkpoint-2"), liar.note(20).to_string());
}
