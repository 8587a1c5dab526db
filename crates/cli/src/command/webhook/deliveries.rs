//! `sponsio webhook deliveries`: what came of the last attempts.

use clap::Args;
use serde_json::{Value, json};

use sponsio_depositary::accounts::Delivery;

use super::failure;
use crate::args::RegisterArg;
use crate::command::account::accounts;
use crate::command::desk::{find, settled};
use crate::failure::Failure;
use crate::layout::Table;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio webhook deliveries`.
#[derive(Debug, Args)]
pub struct Deliveries {
    /// Handle of the webhook; otherwise those of all
    pub handle: Option<String>,
    /// How many
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    pub most: u32,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Shows the last attempts, the latest first.
pub(super) fn run(
    args: &Deliveries,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let all = accounts(&place, words)?
        .deliveries(args.handle.as_deref(), args.most)
        .map_err(|error| failure(words, &error))?;
    if args.json {
        let rows: Value = all.iter().map(data).collect();
        return Ok(console.json(&json!({ "deliveries": rows }))?);
    }
    if all.is_empty() {
        return settled(
            console,
            false,
            &Value::Null,
            &say!(words, "webhook-nothing"),
        );
    }
    let header = [
        "webhook-at",
        "token-handle",
        "webhook-entry",
        "webhook-event",
        "webhook-came",
    ];
    let rows = all.iter().map(|one| {
        let attempt = &one.attempt;
        let came = match (attempt.status, attempt.is_delivery()) {
            (Some(status), true) => say!(words, "webhook-taken", status = u32::from(status)),
            _ => attempt.why.clone(),
        };
        vec![
            attempt.at.to_string(),
            one.webhook.clone(),
            attempt.seq.map(|seq| seq.to_string()).unwrap_or_default(),
            attempt.kind.clone(),
            came,
        ]
    });
    let table = Table {
        header: header.map(|key| say!(words, key)).to_vec(),
        rows: rows.collect(),
    };
    Ok(console.text(&table.laid_out(console.width))?)
}

/// Returns an attempt as data.
pub(super) fn data(one: &Delivery) -> Value {
    let attempt = &one.attempt;
    json!({
        "webhook": one.webhook,
        "message": attempt.message,
        "event": attempt.kind,
        "entry": attempt.seq,
        "at": attempt.at.to_string(),
        "took_ms": attempt.took,
        "status": attempt.status,
        "delivered": attempt.is_delivery(),
        "why": attempt.why,
    })
}
