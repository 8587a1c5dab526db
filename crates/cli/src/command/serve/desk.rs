//! The desk in a browser: a second address, on which officers sign in; this process then holds the
//! ledger and records.

use alloc::sync::Arc;
use core::net::SocketAddr;
use std::fs;
use std::path::Path;

use sponsio_depositary::accounts::Accounts;
use sponsio_depositary::webhook::Courier;
use sponsio_depositary::world::{Clock as _, SystemChance, SystemClock};
use sponsio_depositary::{Depositary, DeskError, Witnessing};
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_law::status::consequence::Consequence;
use sponsio_record::Digest;
use sponsio_web::{Desk, Language, Office, Pages, Refused, Router, Said, Saying, Source, Watched};

use super::Outside;
use super::examiner::Apart;
use super::tongue::{of, words};
use super::voice::Speaker;
use crate::command::network;
use crate::command::whatif::changes::of_treaty;
use crate::failure::{Failure, Kind};
use crate::layout::untied;
use crate::place::{Place, PlaceError};
use crate::print::Console;
use crate::wording::{Voice, Words, place, remark, say};

/// What a desk needs beside the public pages.
pub(super) struct Front {
    pub(super) place: Place,
    pub(super) accounts: Arc<Accounts>,
    pub(super) source: Arc<dyn Source>,
    /// Where it listens.
    pub(super) listen: SocketAddr,
    /// How its readers see it; otherwise it is `http://localhost` with its port.
    pub(super) origin: Option<String>,
    /// What whoever asks for numbers must carry; without it only this machine may ask.
    pub(super) token: Option<Digest>,
}

/// Reads the token of those who watch this machine: the first line of a file, of which the digest is kept.
pub(super) fn token(path: &Path, words: &Words) -> Result<Digest, Failure> {
    let shown = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| {
        let sentence = say!(
            words,
            "config-unread",
            path = &shown,
            why = error.to_string()
        );
        Failure::new(Kind::Usage, sentence)
    })?;
    let line = text.lines().next().unwrap_or_default().trim();
    if line.len() < SHORTEST {
        let sentence = say!(words, "serve-short-token", path = &shown, least = SHORTEST);
        return Err(Failure::new(Kind::Usage, sentence));
    }
    Ok(Digest::of(line.as_bytes()))
}

/// The fewest characters of a token.
const SHORTEST: usize = 20;

impl Front {
    /// Serves the public pages and the desk until the process is asked to stop; then the desk is closed,
    /// and what is recorded is published.
    pub(super) async fn serve(
        self,
        public: (Pages, SocketAddr),
        outside: Outside,
        words: &Words,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let (pages, address) = public;
        let said = |error: PlaceError| place::failure(words, &error);
        let (open, own) = (
            network::bind(address, "network-listening", words, console).await?,
            network::bind(self.listen, "serve-desk", words, console).await?,
        );
        let port = own.local_addr()?.port();
        let origin = self
            .origin
            .clone()
            .unwrap_or_else(|| format!("{}://localhost:{port}", outside.scheme()));
        let witnessing = self.place.witnessing().map_err(said)?;
        let witnessing = Witnessing {
            only_when_told: false,
            ..witnessing
        };
        let secrets = self.place.secrets().map_err(said)?;
        let clock = Arc::new(SystemClock::new());
        let depositary = self.place.desk_of(&secrets, clock, witnessing).await;
        let depositary = depositary.map_err(said)?;
        let gates = (outside.gate("public"), outside.gate("desk"));
        let watched = Watched {
            faces: vec![("public", gates.0.tally()), ("desk", gates.1.tally())],
            source: Arc::clone(&self.source),
            depositary: depositary.clone(),
            log: self.place.log(),
            token: self.token,
            began: SystemClock::new().now(),
        };
        let courier = Courier::new(Arc::clone(&self.accounts), Arc::new(SystemClock::new()));
        let router = self.router(depositary.clone(), &origin, pages.clone(), words)?;
        let router = router.merge(watched.router());
        writeln!(
            console.out,
            "{}",
            say!(words, "serve-origin", origin = &origin)
        )?;
        console.out.flush()?;
        let (first, second, third) = (network::stop()?, network::stop()?, network::stop()?);
        tokio::join!(
            courier.run(depositary.clone(), third),
            outside.face(open, pages.router(), gates.0).serve(first),
            outside.face(own, router, gates.1).serve(second),
        );
        depositary.close().await.map_err(|fatal| said(fatal.into()))
    }

    fn router(
        self,
        depositary: Depositary,
        origin: &str,
        pages: Pages,
        words: &Words,
    ) -> Result<Router, Failure> {
        let office = Office {
            depositary,
            accounts: self.accounts,
            source: self.source,
            wording: Arc::new(Speaker),
            saying: Arc::new(Speaker),
            chance: Arc::new(SystemChance),
        };
        let desk = Desk::new(office, origin).map(|desk| desk.with_examiner(Arc::new(Apart)));
        let desk = desk.map_err(|cannot| {
            let sentence = say!(words, "serve-no-origin", origin = cannot.0);
            Failure::new(Kind::Usage, sentence)
        })?;
        let desk = desk.ending_with(network::stop()?);
        Ok(desk.router(pages))
    }
}

impl Saying for Speaker {
    fn effects(
        &self,
        language: Language,
        after: &Register,
        found: &[Consequence],
    ) -> Vec<(String, Said)> {
        let words = words(language);
        let voice = Voice::new(&words, after);
        let mut treaties: Vec<_> = found.iter().map(Consequence::treaty).collect();
        treaties.dedup();
        let said = treaties.into_iter().map(|treaty| {
            let lines = of_treaty(voice, treaty, found);
            let said = Said {
                language: of(language),
                lines: lines.iter().map(|line| untied(line)).collect(),
            };
            (voice.treaty(treaty), said)
        });
        said.collect()
    }

    fn remarks(&self, language: Language, register: &Register, remarks: &[Remark]) -> Said {
        let words = words(language);
        let voice = Voice::new(&words, register);
        let lines = remarks
            .iter()
            .map(|one| untied(&remark::sentence(voice, one)));
        Said {
            language: of(language),
            lines: lines.collect(),
        }
    }

    fn refusal(&self, language: Language, register: &Register, error: &DeskError) -> Refused {
        let words = words(language);
        let failure = place::desk(&words, register, error);
        Refused {
            language: of(language),
            sentence: untied(&failure.sentence),
            rule: failure.rule,
            hints: failure.hints,
        }
    }
}
