//! What stands beside the bytes of an entry in the database: a bit that flips there is noticed by
//! whoever reads the log.

mod practice;

use std::fs;
use std::path::Path;

use practice::{accession, desk, set_up};
use sponsio_depositary::store::{Settings, Sqlite, Store as _};
use sponsio_depositary::{Fatal, load};

const ORIGIN: &str = "register.example/exercise";

async fn register(folder: &Path) {
    let desk = desk(folder).await;
    set_up(&desk).await;
    desk.record_act(accession("ARD")).await.expect("recorded");
    desk.close().await.expect("closed");
}

async fn read(folder: &Path) -> Result<u64, Fatal> {
    let path = folder.join("register.sqlite");
    let store = Sqlite::open_reading(&path, &Settings::default()).expect("it opens");
    Ok(load(&store, ORIGIN).await?.size())
}

#[tokio::test]
async fn a_column_that_its_bytes_do_not_say_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    register(folder.path()).await;
    assert_eq!(read(folder.path()).await, Ok(5));
    let path = folder.path().join("register.sqlite");
    for (column, wrong) in [
        ("leaf", "zeroblob(32)"),
        ("act_id", "zeroblob(16)"),
        ("act_digest", "zeroblob(32)"),
        ("stream", "'participantz'"),
        ("nth", "7"),
    ] {
        let sound = fs::read(&path).expect("the database");
        let connection = rusqlite::Connection::open(&path).expect("a connection");
        connection
            .execute_batch(&format!(
                "PRAGMA journal_mode = DELETE; DROP TRIGGER entry_stays;
                 UPDATE entry SET {column} = {wrong} WHERE seq = 1;"
            ))
            .expect("changed");
        drop(connection);
        let found = read(folder.path()).await.expect_err(column);
        assert!(matches!(found, Fatal::Entry { seq: 1, .. }), "{found:?}");
        assert!(found.to_string().contains(column), "{found}");
        fs::write(&path, sound).expect("put back");
    }
    assert_eq!(read(folder.path()).await, Ok(5));
}

#[tokio::test]
async fn a_bit_in_the_mark_of_an_act_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    register(folder.path()).await;
    let path = folder.path().join("register.sqlite");
    let store = Sqlite::open_reading(&path, &Settings::default()).expect("it opens");
    store.open_log(ORIGIN).await.expect("the log");
    assert_eq!(store.examine().await, Ok(Vec::new()));
    let rows = store.rows(2, 1).await.expect("a row");
    store.close().await.expect("closed");
    let mark = *rows[0].act.as_bytes();
    let sound = fs::read(&path).expect("the database");
    let places: Vec<_> = (0..sound.len() - mark.len())
        .filter(|at| sound[*at..].starts_with(&mark))
        .collect();
    assert_eq!(places.len(), 1, "the row alone");
    for at in places {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x10;
        fs::write(&path, bytes).expect("flipped");
        let store = Sqlite::open_reading(&path, &Settings::default()).expect("it opens");
        let examined = store.examine().await.expect("it is examined");
        store.close().await.expect("closed");
        assert!(!examined.is_empty() || read(folder.path()).await.is_err());
    }
}
