//! The desk in a browser: a second address, on which officers sign in; this process then holds the
//! ledger and records.

use alloc::sync::Arc;
use core::net::SocketAddr;
use std::fs::File;

use sponsio_depositary::accounts::Accounts;
use sponsio_depositary::webhook::Courier;
use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_depositary::{Depositary, DeskError, Witnessing};
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_law::status::consequence::Consequence;
use sponsio_web::{Desk, Language, Limits, Office, Pages, Refused, Router, Said, Saying, Source};

use super::examiner::Apart;
use super::tongue::{of, words};
use super::voice::Speaker;
use super::write_down;
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
    /// Who is told of each answer.
    pub(super) journal: Option<File>,
}

impl Front {
    /// Serves the public pages and the desk until the process is asked to stop; then the desk is closed,
    /// and what is recorded is published.
    pub(super) async fn serve(
        self,
        public: (Pages, SocketAddr),
        pages: Pages,
        words: &Words,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let (public, address) = public;
        let said = |error: PlaceError| place::failure(words, &error);
        let (open, own) = (
            network::bind(address, "network-listening", words, console).await?,
            network::bind(self.listen, "serve-desk", words, console).await?,
        );
        let port = own.local_addr()?.port();
        let origin = self
            .origin
            .clone()
            .unwrap_or_else(|| format!("http://localhost:{port}"));
        let witnessing = self.place.witnessing().map_err(said)?;
        let witnessing = Witnessing {
            only_when_told: false,
            ..witnessing
        };
        let secrets = self.place.secrets().map_err(said)?;
        let clock = Arc::new(SystemClock::new());
        let depositary = self.place.desk_of(&secrets, clock, witnessing).await;
        let depositary = depositary.map_err(said)?;
        let courier = Courier::new(Arc::clone(&self.accounts), Arc::new(SystemClock::new()));
        let router = self.router(depositary.clone(), &origin, pages, words)?;
        writeln!(
            console.out,
            "{}",
            say!(words, "serve-origin", origin = &origin)
        )?;
        console.out.flush()?;
        let (first, second, third) = (network::stop()?, network::stop()?, network::stop()?);
        tokio::join!(
            courier.run(depositary.clone(), third),
            sponsio_web::serve(open, public.router(), Limits::default(), first),
            sponsio_web::serve(own, router, Limits::default(), second),
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
        Ok(match self.journal {
            Some(journal) => {
                let told = desk.told_to(move |answered| write_down(&journal, answered));
                told.router(pages)
            }
            None => desk.router(pages),
        })
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
