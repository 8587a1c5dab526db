//! `sponsio observer list`: who is asked for cosignatures, and who has cosigned the published
//! checkpoint.

use std::fs;

use clap::Args;
use serde_json::{Value, json};

use sponsio_depositary::Observer;
use sponsio_ledger::cosignature;
use sponsio_ledger::note::Note;
use sponsio_ledger::policy::Policy;

use crate::args::RegisterArg;
use crate::command::desk::{find, settled};
use crate::failure::Failure;
use crate::layout::Table;
use crate::place::config::duty_word;
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio observer list`.
#[derive(Debug, Args)]
pub struct List {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Lists the observers.
pub(super) fn run(args: &List, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let policy = place
        .policy()
        .map_err(|error| place::failure(words, &error))?;
    let note = fs::read(place.log().join("checkpoint")).unwrap_or_default();
    let rows: Vec<_> = place
        .observers()
        .iter()
        .map(|observer| (observer, has_cosigned(observer, &policy, &note)))
        .collect();
    if args.json {
        let rows = rows.iter().map(|(observer, cosigned)| {
            json!({
                "name": observer.key.name(),
                "duty": duty_word(observer.duty),
                "url": observer.address.to_string(),
                "key": observer.key.to_string(),
                "cosigned": cosigned,
            })
        });
        let rows: Value = rows.collect();
        let quorum = policy.asks_for_cosignatures();
        return Ok(console.json(&json!({ "observers": rows, "quorum": quorum }))?);
    }
    if rows.is_empty() {
        return settled(console, false, &Value::Null, &say!(words, "observer-none"));
    }
    let header = [
        "observer-name",
        "observer-duty",
        "observer-url",
        "observer-cosigned",
    ];
    let table = Table {
        header: header.map(|key| say!(words, key)).to_vec(),
        rows: rows
            .iter()
            .map(|(observer, cosigned)| {
                let duty = format!("observer-{}", duty_word(observer.duty));
                let cosigned = if *cosigned {
                    "observer-yes"
                } else {
                    "observer-no"
                };
                vec![
                    observer.key.name().to_owned(),
                    say!(words, &duty),
                    observer.address.to_string(),
                    say!(words, cosigned),
                ]
            })
            .collect(),
    };
    Ok(console.text(&table.laid_out(console.width))?)
}

/// Whether the note bears a cosignature of this observer that verifies.
fn has_cosigned(observer: &Observer, policy: &Policy, note: &[u8]) -> bool {
    let is_signed = policy.open_signed(note).is_ok();
    let Ok(note) = Note::parse(note) else {
        return false;
    };
    let mut lines = note
        .signatures()
        .iter()
        .filter(|line| line.is_by(&observer.key));
    is_signed
        && lines.any(|line| {
            let found = cosignature::verify(note.text(), &observer.key, line.bytes());
            found.is_ok()
        })
}
