//! An office: the folder of a register on disk, its desk, and acts for it.

use alloc::sync::Arc;
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::store::postgres::{self, Postgres};
use sponsio_depositary::store::{Backend, Document, Settings, Sqlite};
use sponsio_depositary::world::{Clock, SystemChance, SystemClock};
use sponsio_depositary::{
    Depositary, FolderLock, FolderShelf, OpenRegister, Submission, World, cite,
};
use sponsio_law::filing::{Filing, Matter};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_ledger::note::SigningKey;
use sponsio_ledger::policy::Policy;
use sponsio_record::{ActId, Digest, ParticipantId};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

pub(crate) const ORIGIN: &str = "register.example/exercise";
pub(crate) const SECRET: [u8; 32] = [7; 32];

/// The folder of a register, and the database where it is not a file of the folder.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    folder: PathBuf,
    server: Option<String>,
}

impl Office {
    /// Returns the office whose database is a file of this folder.
    pub(crate) fn at(folder: &Path) -> Self {
        Self::on(folder, None)
    }

    /// Returns the office whose database has this address, if there is one.
    pub(crate) fn on(folder: &Path, server: Option<&str>) -> Self {
        Self {
            folder: folder.to_owned(),
            server: server.map(str::to_owned),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn server(&self) -> Option<&str> {
        self.server.as_deref()
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join("register.sqlite")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// Opens the stores. The database comes first: whoever holds it may place files.
    pub(crate) fn world(&self, patience: Duration) -> Result<World, Failed> {
        self.world_at(patience, Arc::new(SystemClock::new()))
    }

    pub(crate) fn world_at(
        &self,
        patience: Duration,
        clock: Arc<dyn Clock>,
    ) -> Result<World, Failed> {
        let store = self.store(patience)?;
        Ok(World {
            drawer: Arc::clone(&store) as _,
            outbox: Arc::clone(&store) as _,
            store: store as _,
            shelf: Arc::new(FolderShelf::open(&self.log())?),
            lock: Arc::new(FolderLock::open(&self.lock())?),
            clock,
            chance: Arc::new(SystemChance),
            snapshots: None,
        })
    }

    fn store(&self, patience: Duration) -> Result<Arc<dyn Backend>, Failed> {
        if let Some(server) = &self.server {
            let settings = postgres::Settings::default();
            return Ok(Arc::new(Postgres::open(&server.parse()?, &settings)?));
        }
        let settings = Settings {
            patience,
            ..Settings::default()
        };
        Ok(Arc::new(Sqlite::open(&self.database(), &settings)?))
    }

    /// Opens the desk.
    pub(crate) async fn desk(&self) -> Result<Depositary, Failed> {
        let world = self.world(Duration::ZERO)?;
        Ok(Depositary::open(ORIGIN, &SECRET, world).await?)
    }

    /// Copies everything to another folder.
    pub(crate) fn copy_to(&self, folder: &Path) -> Result<Self, Failed> {
        copy(&self.folder, folder)?;
        Ok(Self::at(folder))
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), Failed> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Returns a folder in memory where there is one, so that a sync costs nothing: what these trials
/// judge is the order of writes, not the disk.
pub(crate) fn quick_folder() -> Result<TempDir, Failed> {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory)?
    } else {
        tempfile::tempdir()?
    };
    Ok(folder)
}

pub(crate) fn runtime() -> Runtime {
    let mut builder = Builder::new_current_thread();
    builder.enable_time().build().expect("a runtime starts")
}

/// Returns what a verifier of these registers trusts.
pub(crate) fn policy() -> Policy {
    Policy::of_log(key().verifier().clone())
}

/// Returns the key of the log.
pub(crate) fn key() -> SigningKey {
    SigningKey::log(ORIGIN, &SECRET).expect("an origin is a key name")
}

/// Opens the register where it is not open yet.
pub(crate) async fn open_register(desk: &Depositary) -> Result<(), Failed> {
    if desk.state().size() == 0 {
        desk.open_register(OpenRegister {
            title: "Practice".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            recovery: None,
            exercise: true,
        })
        .await?;
    }
    Ok(())
}

/// Returns the mark of the act of this name.
pub(crate) fn mark(name: &str) -> ActId {
    let mut id = [0; 16];
    id.copy_from_slice(&Digest::of(name.as_bytes()).as_bytes()[..16]);
    ActId::from_bytes(id)
}

/// Returns an act that the law has no objection to: a participant of this name enters. A document of
/// so many bytes comes with it, if any.
pub(crate) fn act(name: &str, bytes: usize, desk: &Depositary) -> Result<Submission, Failed> {
    let mut documents = Vec::new();
    if bytes > 0 {
        let text = name.bytes().cycle().take(bytes).collect();
        documents.push(Document::of("text/plain", text));
    }
    let filing = Filing {
        id: mark(name),
        matter: Matter::Participant(Participant {
            id: ParticipantId::new(name).map_err(|error| error.to_string())?,
            name: format!("Participant {name}"),
            kind: ParticipantKind::Institution,
        }),
        documents: documents
            .iter()
            .map(|document| cite(document, None))
            .collect(),
    };
    let reached = desk.state().last_recorded().ok_or("the register is open")?;
    Ok(Submission::of_office(&filing, documents, reached)?)
}

/// Returns a register of so many acts besides the opening, published and closed.
pub(crate) fn register_of(folder: &Path, acts: u64) -> Result<Office, Failed> {
    fs::create_dir_all(folder)?;
    let office = Office::at(folder);
    runtime().block_on(async {
        let desk = office.desk().await?;
        open_register(&desk).await?;
        add(&desk, "P", 0..acts).await?;
        desk.published(1 + acts).await?;
        desk.close().await?;
        Ok(office)
    })
}

/// Records acts of these numbers, all at once.
pub(crate) async fn add(
    desk: &Depositary,
    prefix: &str,
    numbers: core::ops::Range<u64>,
) -> Result<(), Failed> {
    let submissions: Result<Vec<_>, Failed> = numbers
        .map(|number| Ok(desk.submit(act(&format!("{prefix}{number}"), 0, desk)?)?))
        .collect();
    for submitted in submissions? {
        submitted.answered().await?;
    }
    Ok(())
}
