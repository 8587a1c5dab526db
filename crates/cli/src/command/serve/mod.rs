//! `sponsio serve`: the public register in a browser.

mod beyond;
mod desk;
mod examiner;
mod source;
mod terms;
mod tongue;
mod voice;

use alloc::sync::Arc;
use core::net::SocketAddr;
use std::fs::File;
use std::io::Write as _;
use std::os::fd::AsFd as _;

use clap::Args;
use serde_json::json;

use sponsio_web::{Answered, LogFolder, Pages, Source};

use self::desk::Front;
use self::source::{Folder, Kept};
use self::voice::Speaker;
use crate::args::{KeyArg, RegisterArg, Shared};
use crate::command::desk::source;
use crate::command::register::{open, print_faults};
use crate::command::{account, network};
use crate::failure::{Failure, Kind};
use crate::place::{Place, is_place};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio serve`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio serve --register practice\n  \
    sponsio serve --register register --listen-public 127.0.0.1:8080 --log-json\n  \
    sponsio serve --register practice --listen-desk 127.0.0.1:8081\n\n\
    The public pages are for reading; nothing can be recorded through them. With --listen-desk officers\n\
    sign in by passkeys (`sponsio account invite`), and this process holds the ledger until it is stopped.\n\
    To offer either to others, put a server that speaks TLS in front.")]
pub struct Serve {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Address on which everybody may read; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen_public: SocketAddr,
    /// Address of the desk, on which officers sign in; the ledger must be free
    #[arg(long, value_name = "ADDRESS")]
    pub listen_desk: Option<SocketAddr>,
    /// Address under which browsers see the desk, as `https://desk.example.org`; passkeys are bound to it
    #[arg(long, value_name = "URL", requires = "listen_desk")]
    pub desk_origin: Option<String>,
    /// The key of the log, with which the desk signs
    #[command(flatten)]
    pub key: KeyArg,
    /// Write a line of JSON among the messages for each answer: method, path, status, time
    #[arg(long)]
    pub log_json: bool,
}

/// Serves until it is stopped.
pub fn run(args: &Serve, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let path = &args.register.register;
    let wording = Arc::new(Speaker);
    let (mut pages, front) = if is_place(path) {
        let failed = |error| place::failure(&words, &error);
        let key = source(args.key.passphrase_file.clone(), &words, console);
        let place = Place::find(path).map_err(failed)?.unlocked_by(key);
        let kept = Arc::new(Kept::open(place.clone()).map_err(failed)?);
        console.notice = kept.is_exercise().then(|| say!(words, "exercise-notice"));
        let log = LogFolder::of(path);
        let source: Arc<dyn Source> = kept;
        let pages = Pages::new(Arc::clone(&source), wording).with_log(log);
        (pages, front(args, place, source, &words)?)
    } else {
        let (register, report) = open(path, &words, console)?;
        print_faults(&words, &report.faults, console)?;
        (
            Pages::new(Arc::new(Folder::of(register, path)), wording),
            None,
        )
    };
    if args.listen_desk.is_some() && front.is_none() {
        return Err(Failure::new(Kind::Usage, say!(words, "serve-no-ledger")));
    }
    if args.log_json {
        let file = journal()?;
        pages = pages.told_to(move |answered| write_down(&file, answered));
    }
    if let Some(front) = front {
        let public = (pages.clone(), args.listen_public);
        return network::wait(front.serve(public, pages, &words, console));
    }
    let router = pages.router();
    network::wait(network::serve(router, args.listen_public, &words, console))
}

/// Returns what the desk needs, where one is asked for.
fn front(
    args: &Serve,
    place: Place,
    source: Arc<dyn Source>,
    words: &Words,
) -> Result<Option<Front>, Failure> {
    let Some(listen) = args.listen_desk else {
        return Ok(None);
    };
    Ok(Some(Front {
        accounts: account::accounts(&place, words)?,
        place,
        source,
        listen,
        origin: args.desk_origin.clone(),
        journal: args.log_json.then(journal).transpose()?,
    }))
}

/// Returns a way to standard error beside the command, which holds its lock for as long as it runs.
fn journal() -> Result<File, Failure> {
    Ok(File::from(std::io::stderr().as_fd().try_clone_to_owned()?))
}

/// Writes a line for an answer; whoever cannot be told is not told.
fn write_down(mut journal: &File, answered: &Answered) {
    let line = json!({
        "method": answered.method.as_str(),
        "path": answered.path,
        "status": answered.status,
        "took_us": u64::try_from(answered.took.as_micros()).unwrap_or(u64::MAX),
    });
    drop(journal.write_all(format!("{line}\n").as_bytes()));
}
