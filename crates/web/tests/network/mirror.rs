//! The mirror: uploads that are whole, cut short, wrong or repeated; pulls that are killed; and a log
//! that parts from what is held.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::fs;
use std::io::Write as _;
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse as _;
use flate2::Compression;
use flate2::write::GzEncoder;
use sponsio_depositary::fetch::Fetcher;
use sponsio_ledger::audit::audit;
use sponsio_ledger::mirror::{Header, INFO_TYPE, upload};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::tree::Leaves;
use sponsio_ledger::witness::origin_hash;
use sponsio_web::{LogFolder, Mirror, Pulled, Puller};

use super::specimen::{House, ORIGIN, Specimen, clock, cosigner, log_key, text};

const NAME: &str = "mirror.example/m";

pub(crate) fn policy() -> Policy {
    Policy::of_log(log_key().verifier().clone())
}

/// The public files in a folder, as an audit reads them.
pub(crate) fn folder_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for item in fs::read_dir(inner).unwrap() {
            let path = item.unwrap().path();
            let name = path
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            if name == ".incoming" {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

fn is_whole(folder: &Path, log: &Specimen) -> bool {
    let found = audit(&folder_files(folder), &policy());
    found
        .verdict
        .verified()
        .is_some_and(|seen| seen.checkpoint.size == log.size())
}

async fn mirror(folder: &Path) -> Arc<Mirror> {
    let logs = [log_key().verifier().clone()];
    let mirror = Mirror::open(cosigner(NAME), &logs, folder, clock()).await;
    Arc::new(mirror.unwrap())
}

/// An upload of entries up to a size, of at most so many packages.
fn body(log: &Specimen, start: u64, end: u64, packages: usize) -> Vec<u8> {
    let header = Header {
        origin: ORIGIN.to_owned(),
        start,
        end,
        ticket: Vec::new(),
    };
    let entry = |seq: u64| log.entries.get(seq as usize).cloned();
    upload(&header, packages, &entry, &Leaves(&log.leaves())).unwrap()
}

#[tokio::test]
async fn an_upload_goes_on_where_it_was_cut_and_after_a_new_start() {
    let folder = tempfile::tempdir().unwrap();
    let log = Specimen::of(700);
    let house = House::serving(mirror(folder.path()).await.router()).await;
    let early = house.post("add-entries", body(&log, 0, 700, 32)).await;
    assert_eq!(early.status, 422, "no pending checkpoint");
    assert_eq!(house.post("add-entries", b"x".to_vec()).await.status, 400);
    let pending = house
        .post("add-checkpoint", log.request(0, 700).print())
        .await;
    assert_eq!((pending.status, pending.body.len()), (200, 0));
    let ahead = house.post("add-entries", body(&log, 256, 700, 1)).await;
    assert_eq!((ahead.status, ahead.content.as_str()), (409, INFO_TYPE));
    assert_eq!(text(&ahead), "700\n0\n\n");
    let half = house.post("add-entries", body(&log, 0, 700, 1)).await;
    assert_eq!((half.status, text(&half)), (202, "700\n256\n\n".into()));
    let mut cut = body(&log, 256, 700, 2);
    cut.truncate(cut.len() - 5);
    let cut = house.post("add-entries", cut).await;
    assert_eq!((cut.status, text(&cut)), (202, "700\n512\n\n".into()));
    assert_eq!(
        house
            .get(&format!("{}/checkpoint", origin_hash(ORIGIN)))
            .await
            .status,
        404
    );
    house.kill().await;

    let house = House::serving(mirror(folder.path()).await.router()).await;
    let mut bad = body(&log, 512, 700, 1);
    let middle = bad.len() / 2;
    bad[middle] ^= 1;
    assert_eq!(house.post("add-entries", bad).await.status, 422);
    let rest = house.post("add-entries", body(&log, 512, 700, 1)).await;
    assert_eq!(rest.status, 200);
    let shown = text(
        &house
            .get(&format!("{}/checkpoint", origin_hash(ORIGIN)))
            .await,
    );
    assert!(shown.contains(text(&rest).trim_end()) && shown.starts_with(log.note(700).text()));
    let place = folder.path().join(origin_hash(ORIGIN)).join("log");
    assert!(is_whole(&place, &log));
    let unknown = Header {
        origin: "other.example".into(),
        start: 0,
        end: 0,
        ticket: Vec::new(),
    };
    assert_eq!(
        house
            .post("add-entries", unknown.write().unwrap())
            .await
            .status,
        404
    );
    let tile = format!("{}/tile/entries/002.p/188", origin_hash(ORIGIN));
    assert_eq!(house.get(&tile).await.status, 200);
}

#[tokio::test]
async fn a_gzip_body_is_taken_and_a_bomb_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let log = Specimen::of(40);
    let house = House::serving(mirror(folder.path()).await.router()).await;
    assert_eq!(
        house
            .post("add-checkpoint", log.request(0, 40).print())
            .await
            .status,
        200
    );
    let pack = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let send = |bytes: Vec<u8>| {
        let address = house.address.below("add-entries").to_string();
        let sent = tokio::task::spawn_blocking(move || {
            let config = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .build();
            let request = config
                .new_agent()
                .post(&address)
                .header("content-encoding", "gzip");
            request.send(&bytes[..]).unwrap().status().as_u16()
        });
        async { sent.await.unwrap() }
    };
    assert_eq!(send(pack(&vec![0; 70 << 20])).await, 415);
    assert_eq!(send(b"no gzip".to_vec()).await, 415);
    assert_eq!(send(pack(&body(&log, 0, 40, 1))).await, 200);
}

/// A log that answers so many requests and is then gone, until it is asked to go on.
fn failing(folder: &Path, left: &Arc<AtomicUsize>) -> Router {
    let left = Arc::clone(left);
    let answer = move |request: Request, next: Next| {
        let left = Arc::clone(&left);
        async move {
            let spend = |left: usize| left.checked_sub(1);
            if left
                .fetch_update(Ordering::SeqCst, Ordering::SeqCst, spend)
                .is_err()
            {
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
            next.run(request).await
        }
    };
    LogFolder::of(folder).router().layer(from_fn(answer))
}

#[tokio::test]
async fn a_pull_that_fails_anywhere_goes_on_and_ends_with_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let (source, copy) = (folder.path().join("source"), folder.path().join("copy"));
    let log = Specimen::of(1_300);
    log.write(&source);
    let left = Arc::new(AtomicUsize::new(0));
    let house = House::serving(failing(&source, &left)).await;
    let mut failures = 0;
    for allowed in 0.. {
        left.store(allowed, Ordering::SeqCst);
        let puller = Puller::open(Fetcher::default(), policy(), house.address.clone(), &copy).await;
        match puller.unwrap().pull().await {
            Ok(Pulled::Held { size: 1_300, .. }) => break,
            Ok(other) => panic!("{other:?}"),
            Err(_) => failures += 1,
        }
    }
    assert!(failures > 5, "{failures}");
    assert!(is_whole(&copy.join("log"), &log));
    assert_eq!(folder_files(&copy.join("log")), folder_files(&source));
}

#[tokio::test]
async fn a_file_that_is_wrong_or_missing_is_not_held() {
    let folder = tempfile::tempdir().unwrap();
    let log = Specimen::of(600);
    let files: Vec<_> = log.files().into_keys().collect();
    let source = folder.path().join("source");
    let house = House::serving(LogFolder::of(&source).router()).await;
    for (number, path) in files.iter().enumerate() {
        for missing in [true, false] {
            log.write(&source);
            let file = source.join(path);
            if missing {
                fs::remove_file(&file).unwrap();
            } else {
                let mut bytes = fs::read(&file).unwrap();
                let last = bytes.len() - 1;
                bytes[last] ^= 1;
                fs::write(&file, bytes).unwrap();
            }
            let copy = folder.path().join(format!("{number}-{missing}"));
            let puller =
                Puller::open(Fetcher::default(), policy(), house.address.clone(), &copy).await;
            let mut puller = puller.unwrap();
            assert!(puller.pull().await.is_err(), "{path} {missing}");
            assert!(!copy.join("log/checkpoint").exists(), "{path} {missing}");
            log.write(&source);
            assert!(
                matches!(puller.pull().await, Ok(Pulled::Held { size: 600, .. })),
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn a_log_that_parts_from_what_is_held_is_refused_with_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let (source, copy) = (folder.path().join("source"), folder.path().join("copy"));
    let log = Specimen::of(400);
    log.write(&source);
    let house = House::serving(LogFolder::of(&source).router()).await;
    let puller = Puller::open(Fetcher::default(), policy(), house.address.clone(), &copy).await;
    let mut puller = puller.unwrap();
    assert_eq!(
        puller.pull().await,
        Ok(Pulled::Held {
            before: 0,
            size: 400
        })
    );
    for (seq, size) in [(7, 400), (300, 700), (399, 401)] {
        fs::remove_dir_all(&source).unwrap();
        log.parting_at(seq, size).write(&source);
        let Ok(Pulled::Forked {
            evidence: Some(evidence),
        }) = puller.pull().await
        else {
            panic!("{seq} {size}");
        };
        assert_eq!(evidence.join("consistency").exists(), size != 400);
    }
    fs::remove_dir_all(&source).unwrap();
    Specimen::of(300).write(&source);
    assert_eq!(
        puller.pull().await,
        Ok(Pulled::Older {
            known: 400,
            size: 300
        })
    );
    assert!(is_whole(&copy.join("log"), &log));
    Specimen::of(500).write(&source);
    assert_eq!(
        puller.pull().await,
        Ok(Pulled::Held {
            before: 400,
            size: 500
        })
    );
}
