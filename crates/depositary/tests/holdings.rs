//! What is kept beside the entries: documents, envelopes and the signed checkpoint are compared with
//! what the entries say of them, and what is damaged or gone is named.

mod practice;

use std::path::Path;

use practice::{accession, desk, set_up};
use sponsio_depositary::store::{Document, Settings, Sqlite};
use sponsio_depositary::{Holdings, RecordAct, holdings};
use sponsio_ledger::entry::Visibility;
use sponsio_ledger::policy::Policy;

const ORIGIN: &str = "register.example/exercise";
const INSTRUMENT: &[u8] = b"%PDF-1.7 an instrument of accession";
const SECRET: &[u8] = b"%PDF-1.7 what only two may read";

/// A register with a public act and a sealed one, a document each; returns the policy of its log.
async fn register(folder: &Path) -> Policy {
    let desk = desk(folder).await;
    set_up(&desk).await;
    let with = |bytes: &[u8]| vec![(Document::of("application/pdf", bytes.to_vec()), None)];
    let public = RecordAct {
        documents: with(INSTRUMENT),
        ..accession("ARD")
    };
    let sealed = RecordAct {
        documents: with(SECRET),
        visibility: Visibility::Sealed,
        ..accession("BEL")
    };
    for act in [public, sealed] {
        let recorded = desk.record_act(act).await.expect("recorded");
        desk.published(recorded.seq + 1).await.expect("published");
    }
    let policy = Policy::of_log(desk.key().expect("the key is at hand"));
    desk.close().await.expect("closed");
    policy
}

async fn found(folder: &Path, policy: &Policy) -> Holdings {
    let path = folder.join("register.sqlite");
    let store = Sqlite::open_reading(&path, &Settings::default()).expect("it opens");
    let found = holdings(&store, ORIGIN, policy).await;
    found.expect("the entries are sound")
}

fn change(folder: &Path, sentence: &str) {
    let connection = rusqlite::Connection::open(folder.join("register.sqlite"));
    let connection = connection.expect("a connection");
    let guards = [
        "document_stays",
        "document_remains",
        "private_stays",
        "signed_stays",
        "signed_remains",
    ];
    for guard in guards {
        let drop = format!("DROP TRIGGER {guard}");
        connection.execute_batch(&drop).expect(guard);
    }
    connection.execute_batch(sentence).expect(sentence);
}

#[tokio::test]
async fn what_is_sound_is_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = register(folder.path()).await;
    let found = found(folder.path(), &policy).await;
    let expected = Holdings {
        documents: 2,
        commitments: 1,
        signed: Some(6),
        ..Holdings::default()
    };
    assert_eq!(found, expected);
}

#[tokio::test]
async fn what_is_damaged_or_gone_is_named() {
    for (sentence, word) in [
        (
            "UPDATE document SET bytes = CAST('other' AS BLOB)",
            "another digest",
        ),
        (
            "UPDATE private SET salt = zeroblob(32)",
            "does not open the commitment",
        ),
        ("UPDATE signed SET root = zeroblob(32)", "is not theirs"),
        (
            "UPDATE signed SET note = CAST('note' AS BLOB)",
            "the signed checkpoint",
        ),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let policy = register(folder.path()).await;
        change(folder.path(), sentence);
        let found = found(folder.path(), &policy).await;
        let damaged = found.damaged.join("; ");
        assert!(damaged.contains(word), "{sentence}: {damaged}");
    }
}

#[tokio::test]
async fn what_is_not_kept_is_told_apart_from_what_is_erased() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = register(folder.path()).await;
    change(folder.path(), "DELETE FROM private; DELETE FROM document");
    let found = found(folder.path(), &policy).await;
    assert_eq!((found.commitments, found.erased), (1, 1));
    let instrument = Document::of("application/pdf", INSTRUMENT.to_vec());
    assert_eq!(found.absent, [instrument.digest]);
    assert_eq!(found.damaged, Vec::<String>::new());
}
