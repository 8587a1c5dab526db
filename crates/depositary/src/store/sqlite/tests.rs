//! SQLite against the suite, against memory, and against what only SQLite does.

use super::open::OpenError;
use super::*;
use crate::store::conformance::{self, ORIGIN, batch, state};
use crate::store::{Memory, NewEntry};
use core::time::Duration;
use proptest::prelude::*;
use rusqlite::Connection;
use std::fs;

fn open(path: &Path) -> Sqlite {
    Sqlite::open(path, &Settings::default()).unwrap()
}

/// A new database in a folder of its own.
fn fresh() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.sqlite");
    (folder, path)
}

#[tokio::test]
async fn sqlite_conforms() {
    let folder = tempfile::tempdir().unwrap();
    let number = core::cell::Cell::new(0);
    conformance::conforms(async || {
        number.set(number.get() + 1);
        open(&folder.path().join(format!("{}.sqlite", number.get())))
    })
    .await;
}

/// The version that the dependency brings; another crate's wide range could lower it silently.
#[test]
fn the_bundled_version_is_known() {
    assert_eq!(rusqlite::version(), "3.54.1");
}

#[tokio::test]
async fn what_was_written_is_there_after_a_restart() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let first = batch(&start, 3, "kept");
    store.append(start.position(), first.clone()).await.unwrap();
    let before = state(&store).await;
    drop(store);
    let again = open(&path);
    assert_eq!(again.open_log(ORIGIN).await, Ok(first.head));
    assert_eq!(state(&again).await, before);
}

#[test]
fn a_second_opening_is_refused_by_name_or_waits() {
    let (_folder, path) = fresh();
    let first = open(&path);
    let refused = Sqlite::open(&path, &Settings::default()).err().unwrap();
    let own = std::process::id();
    assert!(matches!(refused, OpenError::Held { pid: Some(pid), .. } if pid == own));
    assert!(refused.to_string().contains(&format!("process {own}")));
    let ends = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(100));
        drop(first);
    });
    let patient = Settings {
        patience: Duration::from_secs(20),
        ..Settings::default()
    };
    assert!(Sqlite::open(&path, &patient).is_ok());
    ends.join().unwrap();
}

#[test]
fn a_database_of_something_else_is_refused_and_left_as_it_is() {
    let (_folder, path) = fresh();
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("CREATE TABLE recipe (cake TEXT)")
        .unwrap();
    other.close().unwrap();
    let before = fs::read(&path).unwrap();
    let refused = Sqlite::open(&path, &Settings::default()).err().unwrap();
    assert!(matches!(refused, OpenError::Foreign { .. }), "{refused}");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::write(&path, "no database at all, but a text that is long enough").unwrap();
    let refused = Sqlite::open(&path, &Settings::default()).err().unwrap();
    assert!(matches!(refused, OpenError::Database { .. }), "{refused}");
}

#[test]
fn a_database_of_a_later_sponsio_is_refused() {
    let (_folder, path) = fresh();
    drop(open(&path));
    let later = Connection::open(&path).unwrap();
    later.pragma_update(None, "user_version", 3).unwrap();
    later.close().unwrap();
    let refused = Sqlite::open(&path, &Settings::default()).err().unwrap();
    assert!(
        matches!(
            refused,
            OpenError::Newer {
                found: 3,
                known: 2,
                ..
            }
        ),
        "{refused}"
    );
}

/// A database of the first form, as the version 0.1.0 left it, is laid down anew without a change.
#[tokio::test]
async fn entries_of_the_first_form_are_laid_down_by_place() {
    let (_folder, path) = fresh();
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../../../migrations/sqlite/0001_ledger.sql"))
        .unwrap();
    old.pragma_update(None, "application_id", i64::from(0x5350_4F4E))
        .unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    old.execute("INSERT INTO log (origin) VALUES (?1)", [ORIGIN])
        .unwrap();
    let entries: Vec<_> = (0..40).map(|seq| conformance::entry(seq, "old")).collect();
    for (entry, seq) in entries.iter().zip(0_i64..) {
        let row = rusqlite::params![
            seq,
            entry.bytes,
            entry.leaf.as_bytes(),
            entry.act.as_bytes(),
            entry.act_digest.as_bytes(),
            entry.stream,
            i64::try_from(entry.nth).unwrap(),
        ];
        old.execute(
            "INSERT INTO entry (log, seq, bytes, leaf, act_id, act_digest, stream, nth)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            row,
        )
        .unwrap();
    }
    old.execute(
        "INSERT INTO head (log, size, root, frontier, epoch, last_recorded) VALUES (1, 40, ?1, x'', 0, 7)",
        [Digest::of(b"root").as_bytes()],
    )
    .unwrap();
    old.close().unwrap();
    let store = open(&path);
    let head = store.open_log(ORIGIN).await.unwrap();
    assert_eq!(head.size, 40);
    let found = store.find_act(&entries[7].act).await;
    assert_eq!(
        found,
        Ok(Some((7, entries[7].act_digest))),
        "before any row was read"
    );
    assert_eq!(store.rows(0, 99).await, Ok(entries));
    let next = batch(&head, 2, "new");
    assert_eq!(store.append(head.position(), next).await, Ok(()));
    assert_eq!(store.examine().await, Ok(Vec::new()));
}

/// Even somebody with the file and an ordinary SQLite is stopped by the triggers.
#[tokio::test]
async fn the_database_itself_refuses_to_rewrite() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let first = batch(&start, 2, "kept");
    store.append(start.position(), first.clone()).await.unwrap();
    let note = Signed {
        size: 2,
        root: first.head.root,
        note: b"note".to_vec(),
        epoch: 0,
    };
    store.sign(None, note).await.unwrap();
    drop(store);
    let outside = Connection::open(&path).unwrap();
    let row =
        "SELECT log, seq, bytes, leaf, act_id, act_digest, stream, nth FROM entry WHERE seq = 1";
    for statement in [
        "UPDATE entry SET bytes = x'00' WHERE seq = 0".to_owned(),
        "UPDATE entry SET seq = 7 WHERE seq = 1".to_owned(),
        "DELETE FROM entry WHERE seq = 1".to_owned(),
        "DELETE FROM entry".to_owned(),
        format!("INSERT OR REPLACE INTO entry {row}"),
        format!(
            "INSERT OR IGNORE INTO entry {}",
            row.replace("seq, bytes", "5, bytes")
        ),
        "UPDATE head SET size = 1".to_owned(),
        "UPDATE head SET last_recorded = last_recorded - 1".to_owned(),
        "DELETE FROM head".to_owned(),
        "UPDATE document SET bytes = x'00'".to_owned(),
        "DELETE FROM document".to_owned(),
        "UPDATE private SET salt = zeroblob(32)".to_owned(),
        "UPDATE signed SET root = zeroblob(32)".to_owned(),
        "DELETE FROM signed".to_owned(),
    ] {
        let refused = outside.execute_batch(&statement);
        assert!(refused.is_err(), "{statement}");
    }
}

#[tokio::test]
async fn erased_bytes_are_in_no_file() {
    let (folder, path) = fresh();
    let store = open(&path);
    store.open_log(ORIGIN).await.unwrap();
    let secret = b"what the delegation would concede".repeat(300);
    let salt = *b"a salt that is known to the test";
    let envelope = Envelope::of(salt, secret);
    store.put(envelope.clone()).await.unwrap();
    assert!(anywhere(folder.path(), &salt) && anywhere(folder.path(), b"would concede"));
    assert_eq!(store.erase(&envelope.commitment).await, Ok(true));
    assert!(!anywhere(folder.path(), &salt));
    assert!(!anywhere(folder.path(), b"would concede"));
}

/// Whether any file of the folder holds these bytes. A program of its own reads them: a process that
/// closes a file gives up the locks that its SQLite has on it.
fn anywhere(folder: &Path, bytes: &[u8]) -> bool {
    let found = std::process::Command::new("grep")
        .args(["--recursive", "--quiet", "--text", "--fixed-strings"])
        .arg(str::from_utf8(bytes).unwrap())
        .arg(folder)
        .status()
        .unwrap();
    assert!(found.code().is_some_and(|code| code < 2), "grep works");
    found.success()
}

#[tokio::test]
async fn a_backup_is_whole_and_overwrites_nothing() {
    let (folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let first = batch(&start, 50, "kept");
    store.append(start.position(), first.clone()).await.unwrap();
    let before = state(&store).await;
    let copy = folder.path().join("copy.sqlite");
    assert_eq!(store.backup(copy.clone()).await, Ok(()));
    let again = store.backup(copy.clone()).await;
    assert!(matches!(again, Err(StoreError::Retryable(_))), "{again:?}");
    let second = batch(&first.head, 1, "later");
    store.append(first.head.position(), second).await.unwrap();
    let restored = open(&copy);
    restored.open_log(ORIGIN).await.unwrap();
    assert_eq!(state(&restored).await, before);
    let nowhere = store.backup(folder.path().join("no/such/copy")).await;
    assert!(
        matches!(nowhere, Err(StoreError::Retryable(_))),
        "{nowhere:?}"
    );
    assert!(store.seize().await.is_ok(), "a failed backup stops nobody");
}

#[tokio::test]
async fn a_changed_document_is_noticed_by_who_reads_it_and_stops_the_writer() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let first = batch(&start, 1, "kept");
    store.append(start.position(), first.clone()).await.unwrap();
    drop(store);
    let outside = Connection::open(&path).unwrap();
    outside
        .execute_batch("DROP TRIGGER document_stays; UPDATE document SET bytes = zeroblob(3)")
        .unwrap();
    outside.close().unwrap();
    let store = open(&path);
    store.open_log(ORIGIN).await.unwrap();
    let read = store.document(&first.documents[0].digest).await;
    assert!(matches!(read, Err(StoreError::Fatal(_))), "{read:?}");
    let next = batch(&first.head, 1, "next");
    let refused = store.append(first.head.position(), next).await;
    assert!(matches!(refused, Err(StoreError::Fatal(_))), "{refused:?}");
    assert_eq!(store.entries(0, 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_missing_entry_is_noticed() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let first = batch(&start, 3, "kept");
    store.append(start.position(), first).await.unwrap();
    drop(store);
    let outside = Connection::open(&path).unwrap();
    outside
        .execute_batch("DROP TRIGGER entry_remains; DELETE FROM entry WHERE seq = 1")
        .unwrap();
    outside.close().unwrap();
    let store = open(&path);
    store.open_log(ORIGIN).await.unwrap();
    let read = store.entries(0, 9).await;
    assert!(matches!(read, Err(StoreError::Fatal(_))), "{read:?}");
}

#[tokio::test]
async fn a_commit_that_fails_is_fatal_and_a_restart_has_all_that_was_written() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let first = batch(&start, 3, "kept");
    store.append(start.position(), first.clone()).await.unwrap();
    let before = state(&store).await;
    let failing = store.write(|connection| {
        connection.commit_hook(Some(|| true)).unwrap();
        Ok(())
    });
    failing.await.unwrap();
    let next = batch(&first.head, 1, "next");
    let failed = store.append(first.head.position(), next.clone()).await;
    assert!(matches!(&failed, Err(StoreError::Fatal(why)) if why.contains("committing")));
    let again = store.append(first.head.position(), next.clone()).await;
    assert_eq!(again, failed, "it is never tried again");
    assert_eq!(state(&store).await, before, "reading goes on");
    drop(store);
    let store = open(&path);
    store.open_log(ORIGIN).await.unwrap();
    assert_eq!(state(&store).await, before);
    assert_eq!(store.append(first.head.position(), next).await, Ok(()));
}

#[tokio::test]
async fn no_room_is_fatal_and_reading_goes_on() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let first = batch(&start, 3, "kept");
    store.append(start.position(), first.clone()).await.unwrap();
    let before = state(&store).await;
    let full = store.write(|connection| {
        let pages: i64 = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
        Ok(())
    });
    full.await.unwrap();
    let large = batch(&first.head, 1_000, "large");
    let refused = store.append(first.head.position(), large).await;
    assert!(
        matches!(&refused, Err(StoreError::Fatal(why)) if why.contains("full")),
        "{refused:?}"
    );
    assert_eq!(state(&store).await, before);
}

#[tokio::test]
async fn a_database_that_is_busy_can_be_tried_again() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let hasty = store.write(|connection| {
        connection.busy_timeout(Duration::ZERO).unwrap();
        Ok(())
    });
    hasty.await.unwrap();
    let outside = Connection::open(&path).unwrap();
    outside.execute_batch("BEGIN IMMEDIATE").unwrap();
    let next = batch(&start, 1, "next");
    let busy = store.append(start.position(), next.clone()).await;
    assert!(matches!(busy, Err(StoreError::Retryable(_))), "{busy:?}");
    outside.execute_batch("ROLLBACK").unwrap();
    assert_eq!(store.append(start.position(), next).await, Ok(()));
}

/// A thread that dies takes the store with it: everything after is refused, nothing waits for ever.
#[tokio::test]
async fn a_writer_that_dies_is_fatal() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let start = store.open_log(ORIGIN).await.unwrap();
    let died: Result<(), _> = store.write(|_| panic!("on purpose")).await;
    assert!(matches!(died, Err(StoreError::Fatal(_))), "{died:?}");
    let next = batch(&start, 1, "next");
    let refused = store.append(start.position(), next).await;
    assert!(matches!(refused, Err(StoreError::Fatal(_))), "{refused:?}");
    assert_eq!(store.head().await, Ok(start));
}

/// Every pragma of both scripts holds on the connections that run, not only in the files.
#[tokio::test]
async fn the_settings_hold() {
    let (_folder, path) = fresh();
    let store = open(&path);
    let asked = |connection: &mut Connection| {
        let pragmas = [
            "trusted_schema",
            "cell_size_check",
            "mmap_size",
            "foreign_keys",
            "synchronous",
            "recursive_triggers",
            "secure_delete",
            "query_only",
        ];
        Ok(pragmas.map(|pragma| {
            connection
                .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
                .unwrap()
        }))
    };
    assert_eq!(store.write(asked).await, Ok([0, 1, 0, 1, 2, 1, 1, 0]));
    let reading = store.readers.ask(asked).await.unwrap();
    assert_eq!(
        (reading[0], reading[1], reading[2], reading[7]),
        (0, 1, 0, 1)
    );
    let write = store.readers.ask(|connection| {
        let refused = connection.execute("INSERT INTO log (origin) VALUES ('x')", []);
        Ok(refused.is_err())
    });
    assert_eq!(write.await, Ok(true));
}

/// One thing asked of two stores.
#[derive(Debug, Clone)]
enum Step {
    Append {
        entries: u64,
        label: u8,
        off: i64,
        epoch: u64,
        twist: u8,
    },
    Put(u8),
    Erase(u8),
    Seize,
    Sign {
        in_turn: bool,
        back: i64,
    },
    Cosign {
        size: u64,
        witness: u8,
        line: u8,
    },
    Done(u64),
    Failed(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let off = prop_oneof![8 => Just(0_i64), 1 => Just(1), 1 => Just(-1)];
    let epoch = prop_oneof![8 => Just(0_u64), 1 => Just(1)];
    prop_oneof![
        6 => (0..6_u64, 0..3_u8, off, epoch, 0..40_u8).prop_map(
            |(entries, label, off, epoch, twist)| Step::Append { entries, label, off, epoch, twist }
        ),
        1 => (0..4_u8).prop_map(Step::Put),
        1 => (0..4_u8).prop_map(Step::Erase),
        1 => Just(Step::Seize),
        4 => (0..5_u8, prop_oneof![12 => 0..3_i64, 1 => Just(-1)])
            .prop_map(|(turn, back)| Step::Sign { in_turn: turn > 0, back }),
        1 => (0..4_u64, 0..3_u8, 0..3_u8)
            .prop_map(|(size, witness, line)| Step::Cosign { size, witness, line }),
        1 => (0..12_u64).prop_map(Step::Done),
        1 => (0..12_u64).prop_map(Step::Failed),
    ]
}

/// Has a step done and returns what was answered, without the words of an error.
async fn take_step<S: crate::store::Backend>(store: &S, step: &Step) -> String {
    let head = store.head().await.unwrap();
    let envelope = |number: u8| Envelope::of([number; 32], vec![number]);
    let outcome = match step {
        Step::Append {
            entries,
            label,
            off,
            epoch,
            twist,
        } => {
            let believed = Head {
                size: head.size.saturating_add_signed(*off),
                epoch: head.epoch + epoch,
                ..head.clone()
            };
            let mut next = batch(&believed, *entries, &label.to_string());
            // An act of another place, with the same digest or another, and a place that is taken.
            if let Some(NewEntry {
                act,
                act_digest,
                nth,
                ..
            }) = next.entries.last_mut()
            {
                match twist {
                    0..4 => *act = conformance::act(&format!("{label} {twist}")),
                    4..6 => {
                        *act = conformance::act(&format!("{label} 0"));
                        *act_digest = Digest::of(b"other");
                    }
                    6 => *nth = 0,
                    _ => {}
                }
            }
            store.append(believed.position(), next).await
        }
        Step::Put(number) => store.put(envelope(*number)).await,
        Step::Erase(number) => {
            let erased = store.erase(&envelope(*number).commitment).await;
            return erased.map_or_else(|error| kind(&error), |erased| erased.to_string());
        }
        Step::Seize => store.seize().await.map(drop),
        Step::Sign { in_turn, back } => {
            let last = store.signed().await.unwrap().map(|last| last.size);
            let size = head.size.saturating_add_signed(-back);
            let new = Signed {
                size,
                root: if size == head.size {
                    head.root
                } else {
                    Digest::of(&size.to_be_bytes())
                },
                note: vec![1],
                epoch: head.epoch,
            };
            store
                .sign(if *in_turn { last } else { Some(99) }, new)
                .await
        }
        Step::Cosign {
            size,
            witness,
            line,
        } => {
            let new = Cosignature {
                witness: witness.to_string(),
                line: line.to_string(),
            };
            store.add_cosignature(*size, new).await
        }
        Step::Done(id) => store.done(*id).await,
        Step::Failed(id) => store.failed(*id, "no").await,
    };
    outcome.map_or_else(|error| kind(&error), |()| "done".to_owned())
}

fn kind(error: &StoreError) -> String {
    match error {
        StoreError::Fatal(_) => "fatal".to_owned(),
        other => format!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn memory_and_sqlite_answer_alike(steps in proptest::collection::vec(step(), 1..40)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let (_folder, path) = fresh();
            let (memory, sqlite) = (Memory::new(), open(&path));
            memory.open_log(ORIGIN).await.unwrap();
            sqlite.open_log(ORIGIN).await.unwrap();
            for step in &steps {
                let expected = take_step(&memory, step).await;
                prop_assert_eq!(take_step(&sqlite, step).await, expected, "{:?}", step);
                prop_assert_eq!(state(&sqlite).await, state(&memory).await, "{:?}", step);
            }
            Ok(())
        })?;
    }
}
