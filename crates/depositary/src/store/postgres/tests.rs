use super::super::conformance::{self, batch};
use super::cluster::Cluster;
use super::{OpenError, Postgres, Settings};
use crate::store::{Document, Drawer as _, Envelope, Head, Store as _, StoreError};
use core::sync::atomic::{AtomicU32, Ordering};
use sponsio_record::Digest;

/// A cluster, and new databases in it.
struct Databases {
    cluster: Cluster,
    made: AtomicU32,
}

impl Databases {
    fn start() -> Self {
        Self {
            cluster: Cluster::start().expect("Debian's package `postgresql` is installed"),
            made: AtomicU32::new(0),
        }
    }

    /// Returns the name of a new database.
    fn next(&self) -> String {
        let name = format!("db{}", self.made.fetch_add(1, Ordering::SeqCst));
        self.cluster.database(&name).expect("a database is made");
        name
    }

    fn open(&self, name: &str) -> Result<Postgres, OpenError> {
        let address = self.cluster.address(name).parse().expect("an address");
        Postgres::open(&address, &Settings::default())
    }

    fn new_store(&self) -> Postgres {
        self.open(&self.next()).expect("it opens")
    }

    fn reading(&self, name: &str) -> Result<Postgres, OpenError> {
        let address = self.cluster.address(name).parse().expect("an address");
        Postgres::open_reading(&address, &Settings::default())
    }
}

/// One cluster for all cases: starting it takes longer than they do.
#[tokio::test]
async fn postgres_conforms() {
    let databases = Databases::start();
    conformance::conforms(async || databases.new_store()).await;
    let name = databases.next();
    let (first, second) = (databases.open(&name), databases.open(&name));
    conformance::two_servers(&first.expect("it opens"), &second.expect("it opens")).await;
    several_logs_in_one_database(&databases).await;
    servers_that_start_together(&databases);
    what_is_written_stays(&databases).await;
    what_is_erased_is_gone(&databases).await;
    another_transaction_in_the_way(&databases).await;
    a_reader_writes_nothing(&databases).await;
    a_paused_writer_holds_up_nobody(&databases).await;
    settings_that_lose_entries_are_refused(&databases);
    other_databases_are_refused(&databases);
    a_server_that_is_gone_and_comes_back(&databases).await;
}

async fn several_logs_in_one_database(databases: &Databases) {
    let name = databases.next();
    for origin in ["office.example/one", "office.example/two"] {
        let store = databases.open(&name).expect("it opens");
        let start = store.open_log(origin).await.expect("the log opens");
        assert_eq!(start, Head::empty());
        let first = batch(&start, 2, origin);
        assert_eq!(store.append(start.position(), first).await, Ok(()));
    }
    let letters = databases
        .cluster
        .sql(&name, "SELECT id FROM sponsio.letter ORDER BY id");
    assert_eq!(
        letters.expect("it answers"),
        "1\n2\n3\n4",
        "no gap, no repetition"
    );
}

fn servers_that_start_together(databases: &Databases) {
    let name = databases.next();
    std::thread::scope(|scope| {
        let starts: Vec<_> = (0..6)
            .map(|_| scope.spawn(|| databases.open(&name)))
            .collect();
        for start in starts {
            assert!(start.join().expect("it ends").is_ok());
        }
    });
    let forms = databases
        .cluster
        .sql(&name, "SELECT version FROM sponsio.form");
    assert_eq!(forms.expect("it answers"), "1");
}

/// Refused by the database itself, also to its owner with another program.
async fn what_is_written_stays(databases: &Databases) {
    let name = databases.next();
    let store = databases.open(&name).expect("it opens");
    let start = store
        .open_log(conformance::ORIGIN)
        .await
        .expect("the log opens");
    let next = batch(&start, 3, "stays");
    assert_eq!(store.append(start.position(), next.clone()).await, Ok(()));
    let signed = crate::store::Signed {
        size: 3,
        root: next.head.root,
        note: b"note".to_vec(),
        epoch: 0,
    };
    assert_eq!(store.sign(None, signed).await, Ok(()));
    let before = conformance::state(&store).await;
    for (sql, why) in [
        (
            "UPDATE sponsio.entry SET nth = 7 WHERE seq = 1",
            "never changed or deleted",
        ),
        (
            "DELETE FROM sponsio.entry WHERE seq = 1",
            "never changed or deleted",
        ),
        ("TRUNCATE sponsio.entry", "never changed or deleted"),
        (
            "UPDATE sponsio.document SET media = 'x'",
            "never changed or deleted",
        ),
        ("DELETE FROM sponsio.document", "never changed or deleted"),
        ("UPDATE sponsio.private SET bytes = ''", "erased or kept"),
        ("UPDATE sponsio.head SET size = 2", "only grows"),
        ("UPDATE sponsio.head SET signed = 2", "only grows"),
        ("UPDATE sponsio.head SET signed = NULL", "only grows"),
        ("DELETE FROM sponsio.head", "never deleted"),
        (
            "UPDATE sponsio.signed SET root = sha256('')",
            "one root only",
        ),
        ("DELETE FROM sponsio.signed", "never deleted"),
        (
            "UPDATE sponsio.head SET signed = 4, size = 3",
            "violates check constraint",
        ),
    ] {
        let refused = databases
            .cluster
            .sql(&name, sql)
            .expect_err(sql)
            .to_string();
        assert!(refused.contains(why), "{sql}: {refused}");
    }
    assert_eq!(conformance::state(&store).await, before);
}

async fn what_is_erased_is_gone(databases: &Databases) {
    let name = databases.next();
    let store = databases.open(&name).expect("it opens");
    let secret = Envelope::of([3; 32], b"the secret draft".repeat(900));
    assert_eq!(store.put(secret.clone()).await, Ok(()));
    let file = "SELECT pg_relation_filepath('sponsio.private')";
    let before = databases.cluster.sql(&name, file).expect("it answers");
    assert_eq!(store.erase(&secret.commitment).await, Ok(true));
    let after = databases.cluster.sql(&name, file).expect("it answers");
    assert_ne!(before, after, "the file with the dead row is given back");
    let left = "SELECT pg_relation_size('sponsio.private')";
    assert_eq!(databases.cluster.sql(&name, left).expect("it answers"), "0");
}

/// SQLSTATE 40001, which some databases give where others wait, is tried again, and nothing else.
async fn another_transaction_in_the_way(databases: &Databases) {
    for (state, tried_again) in [("40001", true), ("40P01", false), ("55P03", false)] {
        let name = databases.next();
        let store = databases.open(&name).expect("it opens");
        let start = store
            .open_log(conformance::ORIGIN)
            .await
            .expect("the log opens");
        // What a sequence counts stays counted when the transaction is undone.
        let struck = format!(
            "CREATE SEQUENCE strikes;
             CREATE FUNCTION strike() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                 IF nextval('public.strikes') < 3 THEN RAISE EXCEPTION 'struck' USING ERRCODE = '{state}'; END IF;
                 RETURN NULL;
             END $$;
             CREATE TRIGGER strikes AFTER INSERT ON sponsio.entry EXECUTE FUNCTION strike();"
        );
        databases
            .cluster
            .sql(&name, &struck)
            .expect("a trigger is made");
        let next = batch(&start, 2, "struck");
        let written = store.append(start.position(), next.clone()).await;
        let head = store.head().await.expect("it reads");
        if tried_again {
            assert_eq!((written, head), (Ok(()), next.head));
        } else {
            let why = format!("keeping entries: struck ({state})");
            assert_eq!((written, head), (Err(StoreError::Fatal(why)), start));
        }
    }
}

async fn a_reader_writes_nothing(databases: &Databases) {
    let name = databases.next();
    assert!(matches!(
        databases.reading(&name),
        Err(OpenError::Foreign { .. })
    ));
    let writer = databases.open(&name).expect("it opens");
    let reader = databases.reading(&name).expect("it opens");
    let absent = reader.open_log(conformance::ORIGIN).await;
    assert!(
        matches!(absent, Err(StoreError::Retryable(_))),
        "{absent:?}"
    );
    let start = writer
        .open_log(conformance::ORIGIN)
        .await
        .expect("the log opens");
    let next = batch(&start, 2, "read");
    assert_eq!(writer.append(start.position(), next.clone()).await, Ok(()));
    assert_eq!(
        reader.open_log(conformance::ORIGIN).await,
        Ok(next.head.clone())
    );
    let refused = reader
        .append(next.head.position(), batch(&next.head, 1, "no"))
        .await;
    assert!(matches!(refused, Err(StoreError::Fatal(_))), "{refused:?}");
    assert_eq!(
        conformance::state(&reader).await,
        conformance::state(&writer).await
    );
}

/// A transaction whose server is paused is ended by the database; who waited goes on.
async fn a_paused_writer_holds_up_nobody(databases: &Databases) {
    let name = databases.next();
    let store = databases.open(&name).expect("it opens");
    let start = store
        .open_log(conformance::ORIGIN)
        .await
        .expect("the log opens");
    let (paused, _connection) = {
        let config = databases
            .cluster
            .address(&name)
            .parse::<tokio_postgres::Config>();
        let (client, connection) = config
            .expect("an address")
            .connect(tokio_postgres::NoTls)
            .await
            .expect("it connects");
        (client, tokio::spawn(connection))
    };
    let begun = format!(
        "{} BEGIN; UPDATE sponsio.head SET epoch = epoch",
        include_str!("session.sql")
    );
    paused
        .batch_execute(&begun)
        .await
        .expect("it holds the row");
    let next = batch(&start, 1, "waited");
    assert_eq!(store.append(start.position(), next).await, Ok(()));
    assert!(paused.batch_execute("COMMIT").await.is_err());
}

fn settings_that_lose_entries_are_refused(databases: &Databases) {
    let name = databases.next();
    let store = databases.open(&name).expect("it opens");
    assert!(store.server().checksums, "{:?}", store.server());
    drop(store);
    for (setting, unsafe_one) in [("fsync", "off"), ("full_page_writes", "off")] {
        let change = |to: &str| {
            for sql in [
                format!("ALTER SYSTEM SET {setting} = {to}"),
                "SELECT pg_reload_conf()".to_owned(),
            ] {
                databases.cluster.sql(&name, &sql).expect("it is set");
            }
            let shown = format!("SHOW {setting}");
            while databases.cluster.sql(&name, &shown).expect("it answers") != to {}
        };
        change(unsafe_one);
        let refused = databases.open(&name).err().expect(setting);
        let named = matches!(refused, OpenError::Unsafe { setting: found, .. } if found == setting);
        assert!(named, "{refused}");
        change("on");
    }
    let database = format!("ALTER DATABASE {name} SET synchronous_commit = off");
    databases.cluster.sql(&name, &database).expect("it is set");
    let store = databases
        .open(&name)
        .expect("each connection sets what it needs");
    let commit = ("synchronous_commit", "on".to_owned());
    assert!(store.server().settings.contains(&commit));
}

fn other_databases_are_refused(databases: &Databases) {
    let foreign = databases.next();
    databases
        .cluster
        .sql(&foreign, "CREATE SCHEMA sponsio")
        .expect("it is made");
    let refused = databases.open(&foreign);
    assert!(matches!(refused, Err(OpenError::Foreign { .. })));
    let newer = databases.next();
    drop(databases.open(&newer));
    let later = "INSERT INTO sponsio.form (version) VALUES (2)";
    databases.cluster.sql(&newer, later).expect("it is noted");
    let refused = databases.open(&newer);
    assert!(matches!(
        refused,
        Err(OpenError::Newer {
            found: 2,
            known: 1,
            ..
        })
    ));
    assert!(matches!(
        databases.open("absent"),
        Err(OpenError::Unreachable { .. })
    ));
}

/// Connections that were closed while nobody used them cost nothing; a write is not begun on them.
async fn a_server_that_is_gone_and_comes_back(databases: &Databases) {
    let name = databases.next();
    let store = databases.open(&name).expect("it opens");
    let start = store
        .open_log(conformance::ORIGIN)
        .await
        .expect("the log opens");
    let end = format!(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"
    );
    databases.cluster.sql(&name, &end).expect("it answers");
    let next = batch(&start, 1, "again");
    assert_eq!(store.append(start.position(), next.clone()).await, Ok(()));
    databases
        .cluster
        .sql(
            "postgres",
            &format!("ALTER DATABASE {name} RENAME TO elsewhere"),
        )
        .expect_err("somebody is connected");
    databases.cluster.sql(&name, &end).expect("it answers");
    let rename = |from: &str, to: &str| {
        let sql = format!("ALTER DATABASE {from} RENAME TO {to}");
        databases
            .cluster
            .sql("postgres", &sql)
            .expect("nobody is connected");
    };
    rename(&name, "elsewhere");
    let text = Document::of("text/plain", b"letter".to_vec());
    let unwritten = store.put_document(text.clone()).await;
    assert!(
        matches!(unwritten, Err(StoreError::Retryable(_))),
        "{unwritten:?}"
    );
    assert!(matches!(store.head().await, Err(StoreError::Retryable(_))));
    rename("elsewhere", &name);
    assert_eq!(store.put_document(text).await, Ok(()));
    assert_eq!(store.head().await, Ok(next.head));
    assert_eq!(store.get(&Digest::of(b"x")).await, Ok(None));
}
