//! Goal 3 on PostgreSQL: the connection is lost in the middle of a commit, for every commit, before
//! the server has the word and after it has done it. Nobody knows then what was written: the desk
//! stops, acknowledges nothing, and the next start reads what is there.

use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::store::postgres::cluster::Cluster;
use std::io::{self, Read as _, Write as _};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::thread;

use crate::length::{number, say};
use crate::office::{Office, quick_folder};
use crate::sessions;

/// The word as it goes over the wire, the end of the text included.
const COMMIT: &[u8] = b"COMMIT\0";

pub(crate) fn run() -> Result<(), Failed> {
    let cluster = Cluster::start()?;
    let mut trials = Trials {
        cluster: &cluster,
        done: 0,
    };
    let (commits, undisturbed) = trials.next(Arc::new(Plan::new(u64::MAX, false)))?;
    if undisturbed > 0 {
        return Err("a desk stopped without a fault".into());
    }
    let stride = usize::try_from(number("SPONSIO_COMMIT_STRIDE", 4, 1))?;
    let mut restarts = 0;
    // A few commits more: how publications fall together differs from run to run.
    for struck in (1..=commits + 2).step_by(stride) {
        for done in [false, true] {
            let plan = Arc::new(Plan::new(struck, done));
            let (seen, stops) = trials
                .next(plan)
                .map_err(|why| format!("commit {struck}, done: {done}: {why:?}"))?;
            if seen >= struck && stops == 0 {
                return Err(format!("commit {struck} was cut and nobody noticed").into());
            }
            restarts += stops;
        }
    }
    let runs = trials.done;
    say(&format!(
        "{commits} commits in an undisturbed run, {runs} runs in which one of them lost its \
         connection before or after it was done, {restarts} clean stops and starts, 0 acknowledged \
         acts lost or doubled"
    ));
    Ok(())
}

struct Trials<'a> {
    cluster: &'a Cluster,
    done: u64,
}

impl Trials<'_> {
    /// Does the work on a new database behind a wire that is cut by this plan; returns how many
    /// commits went over it and how often the desk had to start again.
    fn next(&mut self, plan: Arc<Plan>) -> Result<(u64, u64), Failed> {
        let name = format!("commits{}", self.done);
        self.done += 1;
        let direct = self.cluster.database(&name)?;
        let folder = quick_folder()?;
        let wire = Wire::lay(folder.path(), self.cluster.socket(), Arc::clone(&plan))?;
        let user = direct
            .split("&user=")
            .nth(1)
            .ok_or("an address has a user")?;
        let address = format!(
            "postgres:///{name}?host={}&user={user}",
            wire.folder.display()
        );
        let office = Office::on(&folder.path().join("office"), Some(&address));
        let open = |office: &Office| office.world(Duration::ZERO);
        let restarts = sessions::work(&office, &open, true)?;
        drop(wire);
        self.cluster.remove(&name)?;
        Ok((plan.seen.load(Ordering::SeqCst), restarts))
    }
}

/// Which commit loses its connection, counted over all connections, and whether it is done.
struct Plan {
    struck: u64,
    done: bool,
    seen: AtomicU64,
}

impl Plan {
    fn new(struck: u64, done: bool) -> Self {
        Self {
            struck,
            done,
            seen: AtomicU64::new(0),
        }
    }
}

/// A socket that leads to the server, and loses connections.
struct Wire {
    folder: PathBuf,
    ended: Arc<AtomicBool>,
}

impl Wire {
    fn lay(folder: &Path, server: PathBuf, plan: Arc<Plan>) -> io::Result<Self> {
        let folder = folder.join("wire");
        std::fs::create_dir(&folder)?;
        let socket = folder.join(server.file_name().unwrap_or_default());
        let listener = UnixListener::bind(socket)?;
        let ended = Arc::new(AtomicBool::new(false));
        let over = Arc::clone(&ended);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if over.load(Ordering::SeqCst) {
                    return;
                }
                if let Ok(server) = UnixStream::connect(&server) {
                    // A connection that cannot be led on is lost, which is what is tried here.
                    drop(Led::lead(client, server, &plan));
                }
            }
        });
        Ok(Self { folder, ended })
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        // The one that listens wakes up and ends.
        drop(UnixStream::connect(self.folder.join(".s.PGSQL.5432")));
    }
}

/// A connection that is led on.
struct Led {
    client: UnixStream,
    server: UnixStream,
    /// Whether what the server still says is kept from the client.
    silenced: AtomicBool,
}

impl Led {
    fn lead(client: UnixStream, server: UnixStream, plan: &Arc<Plan>) -> io::Result<()> {
        let (mut asks, mut answers) = (client.try_clone()?, server.try_clone()?);
        let led = Arc::new(Self {
            client,
            server,
            silenced: AtomicBool::new(false),
        });
        let (there, back, plan) = (Arc::clone(&led), led, Arc::clone(plan));
        thread::spawn(move || {
            // Either end may be gone at any time; then both go.
            drop(there.forward(&mut asks, &plan));
            there.cut();
        });
        thread::spawn(move || {
            drop(back.return_answers(&mut answers));
            back.cut();
        });
        Ok(())
    }

    fn forward(&self, asks: &mut UnixStream, plan: &Plan) -> io::Result<()> {
        let mut bytes = vec![0; 1 << 16];
        loop {
            let length = asks.read(&mut bytes)?;
            if length == 0 {
                return Ok(());
            }
            let said = &bytes[..length];
            let commits = said.windows(COMMIT.len()).any(|word| word == COMMIT);
            let struck = commits && plan.seen.fetch_add(1, Ordering::SeqCst) + 1 == plan.struck;
            if struck && !plan.done {
                return Ok(());
            }
            // The answer, which says that it is done, ends the other direction and then this one.
            self.silenced.store(struck, Ordering::SeqCst);
            (&self.server).write_all(said)?;
        }
    }

    fn return_answers(&self, answers: &mut UnixStream) -> io::Result<()> {
        let mut bytes = vec![0; 1 << 16];
        loop {
            let length = answers.read(&mut bytes)?;
            if length == 0 || self.silenced.load(Ordering::SeqCst) {
                return Ok(());
            }
            (&self.client).write_all(&bytes[..length])?;
        }
    }

    fn cut(&self) {
        // It may be cut already.
        drop(self.client.shutdown(Shutdown::Both));
        drop(self.server.shutdown(Shutdown::Both));
    }
}
