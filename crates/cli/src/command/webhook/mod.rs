//! `sponsio webhook`: who is told of each act of the log over the network: add, list, remove, resume, what
//! came of the attempts, and a test.

mod add;
mod deliveries;
mod list;
mod test;

use clap::{Args, Subcommand};
use serde_json::json;

use sponsio_depositary::accounts::AccountError;

use crate::args::{RegisterArg, Shared};
use crate::command::account::accounts;
use crate::command::desk::{find, settled};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with webhooks.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio webhook add https://hooks.example.org/treaties --register practice\n  \
    sponsio webhook list --register practice\n  \
    sponsio webhook test 0123456789abcdef --register practice\n  \
    sponsio webhook deliveries 0123456789abcdef --register practice\n\n\
    They are told by the process that serves the desk (`sponsio serve --listen-desk`), which looks every\n\
    second who was added. What is sent is what the public log shows.")]
pub enum WebhookCommand {
    /// Tell an address of each act from now on, and print what verifies it, once
    Add(add::Add),
    /// List who is told, and how far
    List(list::List),
    /// Tell an address no more
    Remove(Remove),
    /// Go on where one rests that failed for three days
    Resume(Resume),
    /// Show what came of the last attempts
    Deliveries(deliveries::Deliveries),
    /// Send a test now and say what came of it
    Test(test::Test),
}

/// Arguments of `sponsio webhook remove`.
#[derive(Debug, Args)]
pub struct Remove {
    /// Handle of the webhook
    pub handle: String,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `sponsio webhook resume`.
#[derive(Debug, Args)]
pub struct Resume {
    /// Handle of the webhook
    pub handle: String,
    /// Leave out the entry that was not taken; its receiver never hears of it
    #[arg(long)]
    pub skip: bool,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on webhooks.
pub fn run(
    command: &WebhookCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    match command {
        WebhookCommand::Add(args) => add::run(args, &words, console),
        WebhookCommand::List(args) => list::run(args, &words, console),
        WebhookCommand::Remove(args) => remove(args, &words, console),
        WebhookCommand::Resume(args) => resume(args, &words, console),
        WebhookCommand::Deliveries(args) => deliveries::run(args, &words, console),
        WebhookCommand::Test(args) => test::run(args, &words, console),
    }
}

fn remove(args: &Remove, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let handle = &args.handle;
    accounts(&place, words)?
        .remove_webhook(handle)
        .map_err(|error| failure(words, &error))?;
    let said = say!(words, "webhook-removed", handle = handle);
    settled(console, args.json, &json!({ "handle": handle }), &said)
}

fn resume(args: &Resume, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let accounts = accounts(&place, words)?;
    let handle = &args.handle;
    let said = |error| failure(words, &error);
    accounts.resume_webhook(handle, args.skip).map_err(said)?;
    let next = accounts.webhook(handle).map_err(said)?.next;
    let data = json!({ "handle": handle, "next": next });
    let said = say!(words, "webhook-resumed", handle = handle, next = next);
    settled(console, args.json, &data, &said)
}

/// Returns why something is not done with webhooks.
fn failure(words: &Words, error: &AccountError) -> Failure {
    match error {
        AccountError::NoWebhook(handle) => {
            let sentence = say!(words, "webhook-none", handle = handle);
            Failure::new(Kind::NotFound, sentence)
        }
        other => {
            let why = other.to_string();
            Failure::new(Kind::Defect, say!(words, "account-failed", why = why))
        }
    }
}
