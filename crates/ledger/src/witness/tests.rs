use super::*;
use crate::specimen::{ORIGIN, Specimen, log_key, next_key, witness};
use crate::tree::{Leaves, consistency};
use alloc::vec;

fn request(log: &Specimen, old: u64, new: u64) -> AddCheckpoint {
    AddCheckpoint {
        old,
        proof: consistency(&Leaves(&log.leaves()), old, new).unwrap(),
        note: log.note(new),
    }
}

fn latest(log: &Specimen, size: u64) -> Latest {
    let checkpoint = Checkpoint::parse(log.note(size).text()).unwrap();
    Latest {
        size,
        root: checkpoint.root,
    }
}

fn judged(body: &[u8], kept: Latest) -> Result<Accepted, Answer> {
    let keys = |origin: &str| {
        if origin == ORIGIN {
            vec![log_key().verifier().clone()]
        } else {
            vec![]
        }
    };
    judge(body, keys, |_| kept)
}

#[track_caller]
fn status(body: &[u8], kept: Latest) -> u16 {
    judged(body, kept).unwrap_err().status
}

#[test]
fn a_witness_follows_an_honest_log() {
    let log = Specimen::of(40);
    let mut kept = Latest::none();
    let key = witness(2);
    for size in [0, 1, 1, 7, 8, 40, 40] {
        let request = request(&log, kept.size, size);
        assert_eq!(AddCheckpoint::parse(&request.print()), Ok(request.clone()));
        let accepted = judged(&request.print(), kept).unwrap();
        assert_eq!(accepted.replaces, kept);
        assert_eq!(accepted.checkpoint.size, size);
        let (answer, note) = accepted.cosign(&key, 1_795_353_700).unwrap();
        assert_eq!(answer.status, 200);
        // The log's line and the witness's own; what others signed is not kept.
        assert_eq!(note.signatures().len(), 2);
        let reply = read_answer(
            200,
            &answer.body,
            request.note.text(),
            &[key.verifier().clone()],
        );
        assert!(matches!(reply, Reply::Cosigned(lines) if lines.len() == 1));
        kept = latest(&log, size);
    }
}

#[test]
fn malformed_bodies_and_sizes_are_400() {
    let log = Specimen::of(9);
    let body = request(&log, 4, 9).print();
    let text = String::from_utf8(body.clone()).unwrap();
    let kept = latest(&log, 4);
    for wrong in [
        String::new(),
        text.replace("old 4", "old 04"),
        text.replace("old 4", "old  4"),
        text.replace("old 4", "new 4"),
        text.replace("old 4\n", "old 4\n!\n"),
        text.replace("\n9\n", "\n09\n"),
        text[..text.len() - 1].to_string(),
        format!(
            "old 4\n{}\n{}",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".repeat(64),
            log.note(9)
        ),
        text.replace("old 4", "old 10"),
    ] {
        assert_eq!(status(wrong.as_bytes(), kept), 400, "{wrong}");
    }
}

#[test]
fn unknown_logs_are_404() {
    let log = Specimen::of(3);
    let body = request(&log, 0, 3).print();
    let answer = judge(&body, |_| vec![], |_| Latest::none()).unwrap_err();
    assert_eq!(answer.status, 404);
}

#[test]
fn unsigned_checkpoints_are_403() {
    let log = Specimen::of(3);
    let mut request = request(&log, 0, 3);
    let text = request.note.text().to_string();
    let all = request.note.signatures().to_vec();
    request.note = Note::new(&text, all[1..].to_vec()).unwrap();
    assert_eq!(status(&request.print(), Latest::none()), 403);
    let stranger = next_key().sign(&text).unwrap();
    request.note = Note::new(&text, vec![stranger.clone()]).unwrap();
    assert_eq!(status(&request.print(), Latest::none()), 403);
    // A line of the log's own key that is false, beside a good one.
    let false_line = log_key().sign(&text.replace('3', "4")).unwrap();
    request.note = Note::new(&text, vec![all[0].clone(), false_line]).unwrap();
    assert_eq!(status(&request.print(), Latest::none()), 403);
    request.note = Note::new(&text, vec![stranger, all[0].clone()]).unwrap();
    assert!(judged(&request.print(), Latest::none()).is_ok());
}

#[test]
fn another_old_size_is_409_with_the_size() {
    let log = Specimen::of(9);
    for (old, kept) in [(0, 4), (3, 4), (9, 4), (4, 0)] {
        let answer = judged(&request(&log, old, 9).print(), latest(&log, kept)).unwrap_err();
        assert_eq!((answer.status, answer.content), (409, SIZE_TYPE));
        assert_eq!(answer.body, format!("{kept}\n"));
        assert_eq!(read_answer(409, &answer.body, "", &[]), Reply::From(kept));
        assert!(!answer.evidence);
    }
}

#[test]
fn what_does_not_continue_is_422_and_evidence() {
    let (log, other) = (Specimen::of(9), {
        let mut other = Specimen::of(9);
        other.entries[2] = b"{}".to_vec();
        other
    });
    let mut wrong_proof = request(&log, 4, 9);
    wrong_proof.proof[0] = [0; 32];
    let mut proof_from_nothing = request(&log, 0, 9);
    proof_from_nothing.proof = vec![[0; 32]];
    let mut short = request(&log, 5, 9);
    short.proof.pop();
    let empty = crate::specimen::signed(&Checkpoint::new(ORIGIN, 0, [1; 32]));
    let false_empty = AddCheckpoint {
        old: 0,
        proof: vec![],
        note: empty,
    };
    for (request, kept) in [
        (wrong_proof, latest(&log, 4)),
        (proof_from_nothing, Latest::none()),
        (short, latest(&log, 5)),
        (false_empty, Latest::none()),
        (request(&other, 4, 9), latest(&log, 4)),
        (request(&other, 9, 9), latest(&log, 9)),
    ] {
        let answer = judged(&request.print(), kept).unwrap_err();
        assert_eq!(answer.status, 422, "{request:?}");
        assert!(answer.evidence);
    }
}

#[test]
fn a_line_in_the_name_of_the_witness_is_dropped() {
    let log = Specimen::of(3);
    let mut request = request(&log, 0, 3);
    let key = witness(1);
    // Cosigned by the witness's own key at another time, as if replayed.
    assert!(
        request
            .note
            .signatures()
            .iter()
            .any(|line| line.is_by(key.verifier()))
    );
    let accepted = judged(&request.print(), Latest::none()).unwrap();
    assert!(
        !accepted
            .note
            .signatures()
            .iter()
            .any(|line| line.is_by(key.verifier()))
    );
    assert_eq!(accepted.cosign(&key, 0).unwrap_err(), KeyError::Time);
    assert_eq!(accepted.cosign(&log_key(), 5).unwrap_err(), KeyError::Kind);
    request.note = request.note.with(&[]).unwrap();
    let forged = read_answer(
        200,
        &accepted.cosign(&key, 5).unwrap().0.body,
        "other\n",
        &[key.verifier().clone()],
    );
    assert_eq!(forged, Reply::Refused(200));
    assert_eq!(read_answer(200, "nonsense", "", &[]), Reply::Refused(200));
    assert_eq!(read_answer(503, "", "", &[]), Reply::Refused(503));
}

#[test]
fn the_path_of_a_log_is_the_digest_of_its_origin() {
    assert_eq!(
        origin_hash("abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}
