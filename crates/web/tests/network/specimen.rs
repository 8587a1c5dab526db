//! A small log made by hand, so that it can lie, and houses served on free ports.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use std::fs;
use std::path::Path;

use axum::Router;
use sponsio_depositary::fetch::{Address, Fetcher, Reply};
use sponsio_depositary::world::{Clock, SystemClock};
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::entry::{By, Head, Office, Streams, Visibility, public};
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::tile::{bundles_for, tiles_for};
use sponsio_ledger::tree::{Hash, Leaves, consistency, leaf_hash, root_of_first};
use sponsio_ledger::witness::AddCheckpoint;
use sponsio_record::{Instant, read};
use sponsio_web::{Limits, listen, serve};

pub(crate) const ORIGIN: &str = "register.example/exercise";

/// When the first entry says that it was recorded.
pub(crate) const BEGIN: i64 = 1_795_353_600;

pub(crate) fn log_key() -> SigningKey {
    SigningKey::log(ORIGIN, &[7; 32]).expect("a key")
}

pub(crate) fn cosigner(name: &str) -> SigningKey {
    let mut secret = [9; 32];
    secret[0] = name.len() as u8;
    secret[1] = name.as_bytes()[0];
    SigningKey::cosigner(name, &secret).expect("a key")
}

pub(crate) fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock::new())
}

/// A log as its entries; whoever lies changes them.
#[derive(Clone, Default)]
pub(crate) struct Specimen {
    pub(crate) entries: Vec<Vec<u8>>,
    streams: Streams,
}

impl Specimen {
    /// A log of so many entries; the same number makes the same log.
    pub(crate) fn of(count: u64) -> Self {
        let mut log = Self::default();
        while log.size() < count {
            let seq = log.size();
            log.push(seq, BEGIN + seq.cast_signed());
        }
        log
    }

    pub(crate) fn size(&self) -> u64 {
        self.entries.len() as u64
    }

    /// Appends an act with this number in its mark, recorded at this second.
    pub(crate) fn push(&mut self, mark: u64, recorded: i64) {
        let act =
            format!("{{\"id\":\"{mark:032x}\",\"kind\":\"test\",\"type\":\"sponsio.act/1\"}}");
        let head = Head {
            log: ORIGIN.to_owned(),
            seq: self.size(),
            recorded: Instant::from_seconds(recorded).expect("an instant"),
            by: By {
                office: Office::Depositary,
                party: None,
                officer: None,
            },
            stream: self.streams.next("participants"),
            visibility: Visibility::Public,
        };
        let record = read(act.as_bytes()).expect("a record");
        let entry = public(&head, record.object(), &[]).expect("an entry");
        self.streams
            .follow(&head.stream, head.seq)
            .expect("in order");
        self.entries.push(entry);
    }

    /// Another log that parts from this one at an entry.
    pub(crate) fn parting_at(&self, seq: u64, size: u64) -> Self {
        let mut other = Self::of(seq);
        let common = other.entries.iter().zip(&self.entries);
        assert!(common.into_iter().all(|(one, other)| one == other));
        while other.size() < size {
            let next = other.size();
            other.push(1_000_000 + next, BEGIN + next.cast_signed());
        }
        other
    }

    pub(crate) fn leaves(&self) -> Vec<Hash> {
        self.entries.iter().map(|entry| leaf_hash(entry)).collect()
    }

    /// The signed checkpoint over the first entries.
    pub(crate) fn note(&self, size: u64) -> Note {
        let root = root_of_first(&Leaves(&self.leaves()), size).expect("a root");
        let text = Checkpoint::new(ORIGIN, size, root).text();
        let line = log_key().sign(&text).expect("signed");
        Note::new(&text, vec![line]).expect("a note")
    }

    /// What is sent to a witness that has cosigned `old` entries.
    pub(crate) fn request(&self, old: u64, size: u64) -> AddCheckpoint {
        AddCheckpoint {
            old,
            proof: consistency(&Leaves(&self.leaves()), old, size).expect("a proof"),
            note: self.note(size),
        }
    }

    /// Writes the files of the log into a folder, the checkpoint last.
    pub(crate) fn write(&self, folder: &Path) {
        self.write_noted(folder, &self.note(self.size()));
    }

    pub(crate) fn write_noted(&self, folder: &Path, note: &Note) {
        for (path, bytes) in self.files() {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, bytes).expect("written");
        }
        fs::write(folder.join("checkpoint"), note.to_string()).expect("written");
    }

    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let leaves = self.leaves();
        let tiles = tiles_for(0, self.size(), &Leaves(&leaves)).expect("tiles");
        let entry = |seq: u64| self.entries.get(seq as usize).cloned();
        let bundles = bundles_for(0, self.size(), entry).expect("bundles");
        let files = tiles.into_iter().chain(bundles);
        files
            .map(|(path, bytes)| (path.to_string(), bytes))
            .collect()
    }
}

/// A house that is served until this is dropped.
pub(crate) struct House {
    pub(crate) address: Address,
    task: tokio::task::JoinHandle<()>,
}

impl House {
    pub(crate) async fn serving(router: Router) -> Self {
        Self::at("127.0.0.1:0", router, Limits::default()).await
    }

    pub(crate) async fn at(address: &str, router: Router, limits: Limits) -> Self {
        let listener = listen(address.parse().expect("an address"))
            .await
            .expect("bound");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        Self {
            address: Address::parse(&address).expect("an address"),
            task: tokio::spawn(serve(listener, router, limits, core::future::pending())),
        }
    }

    /// Stops at once and frees the port.
    pub(crate) async fn kill(self) {
        self.task.abort();
        // That it was aborted is what was wanted.
        drop(self.task.await);
    }

    pub(crate) async fn post(&self, path: &str, body: Vec<u8>) -> Reply {
        let address = self.address.below(path);
        let reply = Fetcher::default().post(&address, "text/plain", body).await;
        reply.expect("answered")
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        let reply = Fetcher::default()
            .get(&self.address.below(path), 20_000_000)
            .await;
        reply.expect("answered")
    }
}

pub(crate) fn text(reply: &Reply) -> String {
    String::from_utf8(reply.body.clone()).expect("text")
}
