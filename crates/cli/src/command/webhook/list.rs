//! `sponsio webhook list`: who is told of acts, and how far.

use clap::Args;
use serde_json::{Value, json};

use sponsio_depositary::accounts::Webhook;
use sponsio_depositary::webhook::shown;

use super::failure;
use crate::args::RegisterArg;
use crate::command::account::accounts;
use crate::command::desk::{find, settled};
use crate::failure::Failure;
use crate::layout::Table;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio webhook list`.
#[derive(Debug, Args)]
pub struct List {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Lists the webhooks.
pub(super) fn run(args: &List, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let all = accounts(&place, words)?
        .webhooks()
        .map_err(|error| failure(words, &error))?;
    if args.json {
        let rows: Value = all.iter().map(data).collect();
        return Ok(console.json(&json!({ "webhooks": rows }))?);
    }
    if all.is_empty() {
        return settled(console, false, &Value::Null, &say!(words, "webhook-no-one"));
    }
    let header = [
        "token-handle",
        "webhook-where",
        "webhook-events",
        "webhook-next",
        "webhook-stands",
    ];
    let rows = all.iter().map(|one| {
        let events = match one.kinds.as_slice() {
            [] => say!(words, "webhook-all"),
            kinds => kinds.join(", "),
        };
        vec![
            one.handle.clone(),
            one.address.clone(),
            events,
            one.next.to_string(),
            stands(words, one),
        ]
    });
    let table = Table {
        header: header.map(|key| say!(words, key)).to_vec(),
        rows: rows.collect(),
    };
    Ok(console.text(&table.laid_out(console.width))?)
}

fn stands(words: &Words, one: &Webhook) -> String {
    match (one.resting, one.failing) {
        (Some(at), _) => say!(words, "webhook-rests", at = at.to_string()),
        (None, Some(_)) => say!(words, "webhook-fails", at = one.due.to_string()),
        (None, None) => say!(words, "webhook-goes"),
    }
}

fn data(one: &Webhook) -> Value {
    json!({
        "handle": one.handle,
        "address": one.address,
        "events": one.kinds,
        "manner": one.manner.label(),
        "key": shown(one.manner, &one.secret),
        "private": one.inside,
        "made": one.made.to_string(),
        "next": one.next,
        "failing": one.failing.map(|at| at.to_string()),
        "tries": one.tries,
        "due": one.failing.map(|_| one.due.to_string()),
        "resting": one.resting.map(|at| at.to_string()),
    })
}
