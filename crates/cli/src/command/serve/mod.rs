//! `sponsio serve`: the public register in a browser.

mod beyond;
mod desk;
mod examiner;
mod source;
mod terms;
mod tongue;
mod voice;

use alloc::sync::Arc;
use std::fs::File;
use std::io::Write as _;
use std::os::fd::AsFd as _;

use clap::Args;
use serde_json::json;

use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_web::{Answered, Encryption, Face, Gate, LogFolder, Pages, Rates, Router, Source};
use tokio::net::TcpListener;

use self::desk::Front;
use self::source::{Folder, Kept};
use self::voice::Speaker;
use crate::args::Shared;
use crate::command::desk::source;
use crate::command::doctor::Grade;
use crate::command::register::{open, print_faults};
use crate::command::{account, config, network};
use crate::failure::{Failure, Kind};
use crate::place::{Place, is_place};
use crate::print::Console;
use crate::settings::{SettingArgs, Settings};
use crate::wording::{Words, place, say};

/// Arguments of `sponsio serve`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio serve --register practice\n  \
    sponsio serve --register register --listen-public 127.0.0.1:8080 --log-json\n  \
    sponsio serve --register practice --listen-desk 127.0.0.1:8081\n  \
    sponsio serve --register register --listen-public 0.0.0.0:443 --tls-cert chain.pem --tls-key-file key.pem\n\n\
    The public pages are for reading; nothing can be recorded through them. With --listen-desk officers\n\
    sign in by passkeys (`sponsio account invite`), and this process holds the ledger until it is stopped.\n\
    To offer either to others, give it a certificate, or put a server that speaks TLS in front and name it\n\
    with --trust-proxy. Every flag is also a setting of /etc/sponsio/sponsio.toml and of the environment:\n\
    `sponsio config show`.")]
pub struct Serve {
    /// The settings
    #[command(flatten)]
    pub settings: SettingArgs,
}

/// Serves until it is stopped.
pub fn run(args: &Serve, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let settings = config::settings(&args.settings, &words)?;
    refuse_defects(&settings, &words)?;
    let path = &settings.register();
    let wording = Arc::new(Speaker);
    let outside = Outside::of(&settings)?;
    let (pages, front) = if is_place(path) {
        let failed = |error| place::failure(&words, &error);
        let key = source(settings.path("passphrase_file"), &words, console);
        let place = Place::find(path).map_err(failed)?.unlocked_by(key);
        let kept = Arc::new(Kept::open(place.clone()).map_err(failed)?);
        console.notice = kept.is_exercise().then(|| say!(words, "exercise-notice"));
        let log = LogFolder::of(path);
        let source: Arc<dyn Source> = kept;
        let pages = Pages::new(Arc::clone(&source), wording).with_log(log);
        (pages, front(&settings, place, source, &words)?)
    } else {
        let (register, report) = open(path, &words, console)?;
        print_faults(&words, &report.faults, console)?;
        (
            Pages::new(Arc::new(Folder::of(register, path)), wording),
            None,
        )
    };
    if settings.listen_desk().is_some() && front.is_none() {
        return Err(Failure::new(Kind::Usage, say!(words, "serve-no-ledger")));
    }
    let address = settings.listen_public();
    if let Some(front) = front {
        return network::wait(front.serve((pages, address), outside, &words, console));
    }
    network::wait(async {
        let listener = network::bind(address, "network-listening", &words, console).await?;
        let stop = network::stop()?;
        let face = outside.face(listener, pages.router(), outside.gate("public"));
        face.serve(stop).await;
        Ok(())
    })
}

/// Refuses settings by which no server runs, with everything that is wrong with them.
fn refuse_defects(settings: &Settings, words: &Words) -> Result<(), Failure> {
    let found = config::examine(settings, words).into_iter();
    let mut defects = found
        .filter(|one| one.grade == Grade::Defect)
        .map(|one| one.sentence);
    let Some(first) = defects.next() else {
        return Ok(());
    };
    Err(defects.fold(Failure::new(Kind::Usage, first), Failure::with_hint))
}

/// What both faces of this process have between them and whoever asks.
struct Outside {
    settings: Settings,
    clock: Arc<SystemClock>,
    rates: Arc<Rates>,
    encryption: Option<Encryption>,
    journal: Option<Arc<File>>,
}

impl Outside {
    fn of(settings: &Settings) -> Result<Self, Failure> {
        let files = settings.path("tls_cert").zip(settings.path("tls_key_file"));
        let encryption = files.map(|(chain, key)| Encryption::read(&chain, &key));
        let journal = settings.log_json().then(journal).transpose()?;
        Ok(Self {
            settings: settings.clone(),
            clock: Arc::new(SystemClock::new()),
            rates: Arc::new(Rates::new(settings.allowed())),
            encryption: encryption.transpose().map_err(network::failure)?,
            journal: journal.map(Arc::new),
        })
    }

    /// Returns the gate of a face; addresses and accounts are counted over both.
    fn gate(&self, name: &'static str) -> Gate {
        let clock = Arc::clone(&self.clock);
        let gate = Gate::new(name, clock, &SystemChance)
            .trusting(self.settings.trusted())
            .limited_by(Arc::clone(&self.rates));
        match self.journal.clone() {
            Some(journal) => gate.told_to(move |answered| write_down(&journal, answered)),
            None => gate,
        }
    }

    /// Returns how browsers reach this process.
    const fn scheme(&self) -> &'static str {
        if self.encryption.is_some() {
            "https"
        } else {
            "http"
        }
    }

    fn face(&self, listener: TcpListener, router: Router, gate: Gate) -> Face {
        Face::new(listener, router, self.settings.limits())
            .behind(gate)
            .by(self.encryption.clone())
    }
}

/// Returns what the desk needs, where one is asked for.
fn front(
    settings: &Settings,
    place: Place,
    source: Arc<dyn Source>,
    words: &Words,
) -> Result<Option<Front>, Failure> {
    let Some(listen) = settings.listen_desk() else {
        return Ok(None);
    };
    Ok(Some(Front {
        accounts: account::accounts(&place, words)?,
        place,
        source,
        listen,
        origin: settings.desk_origin(),
        token: settings
            .path("metrics_token_file")
            .map(|path| desk::token(&path, words))
            .transpose()?,
    }))
}

/// Returns a way to standard error beside the command, which holds its lock for as long as it runs.
fn journal() -> Result<File, Failure> {
    Ok(File::from(std::io::stderr().as_fd().try_clone_to_owned()?))
}

/// Writes a line for an answer; whoever cannot be told is not told.
fn write_down(mut journal: &File, answered: &Answered) {
    let line = json!({
        "at": answered.at.to_string(),
        "id": answered.id,
        "face": answered.face,
        "method": answered.method.as_str(),
        "path": answered.path,
        "status": answered.status,
        "took_us": u64::try_from(answered.took.as_micros()).unwrap_or(u64::MAX),
    });
    drop(journal.write_all(format!("{line}\n").as_bytes()));
}
