//! What the commands of the network share: the runtime, the address they print, how they are
//! stopped, and where keys and policies are read.

use core::net::SocketAddr;
use core::time::Duration;
use std::fs;
use std::io;
use std::path::Path;

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use sponsio_depositary::fetch::{Address, FetchError};
use sponsio_ledger::note::VerifierKey;
use sponsio_ledger::policy::Policy;
use sponsio_web::{Limits, Router};

use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Waits for what a command does.
pub(crate) fn wait<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Kind::Defect, error.to_string()))?
        .block_on(work)
}

/// Serves at an address, which is printed, until the process is asked to stop.
pub(crate) async fn serve(
    router: Router,
    address: SocketAddr,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let listener = bind(address, "network-listening", words, console).await?;
    let stop = stop()?;
    sponsio_web::serve(listener, router, Limits::default(), stop).await;
    Ok(())
}

/// Binds an address, which is printed by the sentence of this key.
pub(crate) async fn bind(
    address: SocketAddr,
    key: &str,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<TcpListener, Failure> {
    let listener = sponsio_web::listen(address).await.map_err(failure)?;
    let bound = listener.local_addr()?.to_string();
    writeln!(console.out, "{}", say!(words, key, address = bound))?;
    console.out.flush()?;
    Ok(listener)
}

/// Returns what is done when the process is asked to stop.
pub(crate) fn stop() -> io::Result<impl Future<Output = ()>> {
    let (mut interrupt, mut terminate) = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    Ok(async move {
        let interrupted = core::pin::pin!(interrupt.recv());
        let terminated = core::pin::pin!(terminate.recv());
        either(interrupted, terminated).await;
    })
}

/// Waits for the next round, or for the end; returns whether there is a next round.
pub(crate) async fn next_round(
    seconds: u64,
    stop: core::pin::Pin<&mut (impl Future<Output = ()> + ?Sized)>,
) -> bool {
    tokio::time::timeout(Duration::from_secs(seconds), stop)
        .await
        .is_err()
}

async fn either<T>(
    mut one: core::pin::Pin<&mut impl Future<Output = T>>,
    mut other: core::pin::Pin<&mut impl Future<Output = T>>,
) {
    core::future::poll_fn(|context| {
        let ready =
            one.as_mut().poll(context).is_ready() || other.as_mut().poll(context).is_ready();
        if ready {
            core::task::Poll::Ready(())
        } else {
            core::task::Poll::Pending
        }
    })
    .await;
}

/// Reads a policy from its file.
pub(crate) fn policy(path: &Path, words: &Words) -> Result<Policy, Failure> {
    let at = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| {
        let why = error.to_string();
        Failure::new(
            Kind::NotFound,
            say!(words, "network-unread", path = &at, why = why),
        )
    })?;
    Policy::parse(&bytes).map_err(|fault| {
        let why = fault.to_string();
        Failure::new(
            Kind::Usage,
            say!(words, "network-unread", path = &at, why = why),
        )
    })
}

/// Returns the keys of the logs that a command is told of: one by one, or by a policy.
pub(crate) fn logs(
    keys: &[VerifierKey],
    trusted: Option<&Path>,
    words: &Words,
) -> Result<Vec<VerifierKey>, Failure> {
    let mut logs = keys.to_vec();
    if let Some(path) = trusted {
        let policy = policy(path, words)?;
        logs.extend(policy.logs().iter().map(|log| log.key.clone()));
    }
    if logs.is_empty() {
        return Err(Failure::new(Kind::Usage, say!(words, "network-no-log")));
    }
    Ok(logs)
}

/// Reads an address as an argument.
pub(crate) fn address(text: &str) -> Result<Address, FetchError> {
    Address::parse(text)
}

/// Returns why a house cannot go on, as a failure of the command.
#[expect(
    clippy::needless_pass_by_value,
    reason = "`map_err` hands its error over"
)]
pub(crate) fn failure(failure: sponsio_web::Failure) -> Failure {
    use sponsio_web::Failure as Of;
    let kind = match failure {
        Of::Io { .. } | Of::InUse(_) | Of::Damaged { .. } | Of::Fetch(_) => Kind::Defect,
        Of::Key(_) => Kind::Usage,
        Of::Unbelieved { .. } => Kind::NotVerified,
    };
    Failure::new(kind, failure.to_string())
}
