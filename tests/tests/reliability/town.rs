//! The houses of a town on loopback that watch an office: witnesses and mirrors as parties run them,
//! and such as answer what they like.

use alloc::sync::Arc;
use core::future::pending;
use libtest_mimic::Failed;
use sponsio_depositary::fetch::Address;
use sponsio_depositary::world::{Clock, SystemClock};
use sponsio_depositary::{Duty, Observer};
use sponsio_ledger::note::SigningKey;
use sponsio_ledger::policy::Policy;
use sponsio_web::{Limits, LogFolder, Mirror, Router, Witness, listen, serve};
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use crate::office::key;

/// Where the houses are served from; they end with it.
pub(crate) struct Town(Runtime);

/// A house that is served until this is dropped.
pub(crate) struct Served {
    pub(crate) address: Address,
    task: JoinHandle<()>,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Town {
    pub(crate) fn new() -> Result<Self, Failed> {
        let mut builder = Builder::new_multi_thread();
        Ok(Self(builder.worker_threads(1).enable_all().build()?))
    }

    /// Waits for what a house does.
    pub(crate) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.0.block_on(work)
    }

    pub(crate) fn serve(&self, router: Router) -> Result<Served, Failed> {
        let listener = self.wait(listen("127.0.0.1:0".parse()?))?;
        let address = Address::parse(&format!("http://{}", listener.local_addr()?))?;
        let served = serve(listener, router, Limits::default(), pending());
        Ok(Served {
            address,
            task: self.0.spawn(served),
        })
    }

    /// Serves the public files in a folder.
    pub(crate) fn log(&self, folder: &Path) -> Result<Served, Failed> {
        self.serve(LogFolder::of(folder).router())
    }

    /// Serves the witness of this name over its folder.
    pub(crate) fn witness(&self, name: &str, folder: &Path) -> Result<Served, Failed> {
        let logs = [key().verifier().clone()];
        let witness = Witness::open(cosigner(name), &logs, &folder.join(name), clock())?;
        self.serve(Arc::new(witness).router())
    }

    /// Serves the mirror of this name over its folder.
    pub(crate) fn mirror(&self, name: &str, folder: &Path) -> Result<Served, Failed> {
        let logs = [key().verifier().clone()];
        let folder = folder.join(name);
        let mirror = Mirror::open(cosigner(name), &logs, &folder, clock());
        self.serve(Arc::new(self.wait(mirror)?).router())
    }
}

pub(crate) fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock::new())
}

/// Returns the key of the witness or mirror of this name.
pub(crate) fn cosigner(name: &str) -> SigningKey {
    let secret = *sponsio_record::Digest::of(name.as_bytes()).as_bytes();
    SigningKey::cosigner(name, &secret).expect("a name without blanks")
}

/// Returns the house of this name as an office asks it.
pub(crate) fn observer(duty: Duty, name: &str, address: &Address) -> Result<Observer, Failed> {
    let key = cosigner(name).verifier().clone();
    Ok(Observer::new(duty, address.clone(), key).ok_or("a key that cosigns")?)
}

/// Returns the policy that so many of these must have cosigned.
pub(crate) fn quorum(threshold: usize, names: &[&str]) -> Result<Policy, Failed> {
    let witness = |name: &&str| format!("witness {name} {}\n", cosigner(name).verifier());
    let text = format!(
        "log {}\n{}group parties {threshold} {}\nquorum parties\n",
        key().verifier(),
        names.iter().map(witness).collect::<String>(),
        names.join(" ")
    );
    Ok(Policy::parse(text.as_bytes()).map_err(|fault| fault.to_string())?)
}

/// What a house was asked, as far as it read it.
pub(crate) struct Heard {
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
}

/// Answers every question with what this writes; it may write for ever, or nothing.
pub(crate) fn liar<F>(answer: F) -> Result<Address, Failed>
where
    F: Fn(&Heard, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = Address::parse(&format!("http://{}", listener.local_addr()?))?;
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let answer = Arc::clone(&answer);
            // Whoever asked may have hung up: that is the end of that conversation.
            thread::spawn(move || drop(converse(stream, answer.as_ref())));
        }
    });
    Ok(address)
}

fn converse(
    mut stream: TcpStream,
    answer: &impl Fn(&Heard, &mut TcpStream) -> io::Result<()>,
) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut path, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let words: Vec<_> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => break,
            [_, place, "HTTP/1.1"] => (*place).clone_into(&mut path),
            [name, value] if name.eq_ignore_ascii_case("content-length:") => {
                length = value.parse().unwrap_or(0);
            }
            _ => {}
        }
    }
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body)?;
    answer(&Heard { path, body }, &mut stream)
}
