//! `sponsio webhook add`: one more address that is told of each act.

use clap::{Args, ValueEnum};
use serde_json::json;

use sponsio_depositary::accounts::{Manner, Webhook};
use sponsio_depositary::webhook::{self, Place, verifying};
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_record::Instant;

use super::failure;
use crate::args::RegisterArg;
use crate::command::account::accounts;
use crate::command::account::token::{hex, random};
use crate::command::desk::find;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, place, say};

/// How what is sent is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MannerArg {
    /// HMAC-SHA256, with a secret that both sides have.
    Hmac,
    /// Ed25519, for receivers that show others what they got.
    Ed25519,
}

/// Arguments of `sponsio webhook add`.
#[derive(Debug, Args)]
pub struct Add {
    /// Where it is told, as <https://hooks.example.org/treaties>; no query, no redirection
    #[arg(value_name = "URL")]
    pub address: String,
    /// Kind of event of which it is told, as act.ratification; otherwise of all
    #[arg(long = "event", value_name = "KIND", value_parser = kind)]
    pub events: Vec<String>,
    /// How what is sent is signed
    #[arg(long, value_enum, default_value = "hmac", value_name = "MANNER")]
    pub sign: MannerArg,
    /// First entry of which it is told; otherwise the next one that is recorded
    #[arg(long, value_name = "ENTRY")]
    pub from: Option<u64>,
    /// Allow an address in a private network or on this machine
    #[arg(long)]
    pub allow_private: bool,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Say what would be added; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Adds a webhook.
pub(super) fn run(args: &Add, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let register = find(&args.register, words, console)?;
    Place::parse(&args.address, args.allow_private).map_err(|error| {
        let why = error.to_string();
        Failure::new(Kind::Usage, say!(words, "webhook-address", why = why))
    })?;
    let size = register
        .state()
        .map_err(|error| place::failure(words, &error))?
        .size();
    let manner = match args.sign {
        MannerArg::Hmac => Manner::Hmac,
        MannerArg::Ed25519 => Manner::Ed25519,
    };
    let webhook = Webhook {
        handle: hex::<8>(words)?,
        address: args.address.clone(),
        kinds: args.events.clone(),
        manner,
        secret: random(words)?,
        inside: args.allow_private,
        made: SystemClock::new().now(),
        next: args.from.unwrap_or(size).min(size),
        failing: None,
        tries: 0,
        due: Instant::MIN,
        resting: None,
    };
    if !args.dry_run {
        accounts(&register, words)?
            .add_webhook(&webhook)
            .map_err(|error| failure(words, &error))?;
    }
    let verifies = (!args.dry_run).then(|| verifying(manner, &webhook.secret));
    if args.json {
        return Ok(console.json(&json!({
            "handle": webhook.handle,
            "address": webhook.address,
            "events": webhook.kinds,
            "manner": manner.label(),
            "next": webhook.next,
            "verifies": verifies,
            "dry_run": args.dry_run,
        }))?);
    }
    let key = match (args.dry_run, manner) {
        (true, _) => "webhook-would-add",
        (false, Manner::Hmac) => "webhook-added",
        (false, Manner::Ed25519) => "webhook-added-key",
    };
    let (handle, address, next) = (&webhook.handle, &webhook.address, webhook.next);
    let said = say!(words, key, handle = handle, address = address, next = next);
    let mut said = paragraph(&said, console.width);
    if let Some(verifies) = verifies {
        said.extend([verifies.as_str(), "\n"]);
    }
    Ok(console.text(&said)?)
}

fn kind(text: &str) -> Result<String, String> {
    if webhook::is_kind(text) {
        return Ok(text.to_owned());
    }
    Err(format!(
        "`{text}` is no kind of event: `act.` and the kind of an act, as act.ratification"
    ))
}
