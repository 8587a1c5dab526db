//! `sponsio serve`: the public register in a browser.

mod beyond;
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

use sponsio_web::{Answered, LogFolder, Pages};

use self::source::{Folder, Kept};
use self::voice::Speaker;
use crate::args::{RegisterArg, Shared};
use crate::command::network;
use crate::command::register::{open, print_faults};
use crate::failure::Failure;
use crate::place::{Place, is_place};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio serve`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio serve --register practice\n  \
    sponsio serve --register register --listen-public 127.0.0.1:8080 --log-json\n\n\
    The pages are for reading; nothing can be recorded through them. To offer them to others, put a\n\
    server that speaks TLS in front.")]
pub struct Serve {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Address on which everybody may read; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen_public: SocketAddr,
    /// Write a line of JSON among the messages for each answer: method, path, status, time
    #[arg(long)]
    pub log_json: bool,
}

/// Serves until it is stopped.
pub fn run(args: &Serve, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let path = &args.register.register;
    let wording = Arc::new(Speaker);
    let mut pages = if is_place(path) {
        let failed = |error| place::failure(&words, &error);
        let kept = Place::find(path).and_then(Kept::open).map_err(failed)?;
        console.notice = kept.is_exercise().then(|| say!(words, "exercise-notice"));
        let log = LogFolder::of(path);
        Pages::new(Arc::new(kept), wording).with_log(log)
    } else {
        let (register, report) = open(path, &words, console)?;
        print_faults(&words, &report.faults, console)?;
        Pages::new(Arc::new(Folder::of(register, path)), wording)
    };
    if args.log_json {
        // The command holds the lock of standard error for as long as it runs: this is a door beside it.
        let journal = File::from(std::io::stderr().as_fd().try_clone_to_owned()?);
        pages = pages.told_to(move |answered| write_down(&journal, answered));
    }
    let router = pages.router();
    network::wait(network::serve(router, args.listen_public, &words, console))
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
