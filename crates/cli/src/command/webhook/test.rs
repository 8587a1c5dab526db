//! `sponsio webhook test`: sends a test once, from this process, and says what came of it.

use alloc::sync::Arc;

use clap::Args;

use sponsio_depositary::accounts::Delivery;
use sponsio_depositary::webhook::{Courier, Message};
use sponsio_depositary::world::{Clock as _, SystemClock};

use super::deliveries::data;
use super::failure;
use crate::args::RegisterArg;
use crate::command::account::accounts;
use crate::command::account::token::random;
use crate::command::desk::{find, settled};
use crate::command::network;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio webhook test`.
#[derive(Debug, Args)]
pub struct Test {
    /// Handle of the webhook
    pub handle: String,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Sends a test.
pub(super) fn run(args: &Test, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let accounts = accounts(&place, words)?;
    let said = |error| failure(words, &error);
    let webhook = accounts.webhook(&args.handle).map_err(said)?;
    let clock = SystemClock::new();
    let message = Message::test(
        place.origin(),
        &webhook.handle,
        clock.now(),
        &random(words)?,
    );
    let courier = Courier::new(Arc::clone(&accounts), Arc::new(clock));
    let attempt = network::wait(async { Ok(courier.attempt(&webhook, message).await) })?;
    accounts
        .keep_attempt(&webhook.handle, &attempt)
        .map_err(said)?;
    let delivery = Delivery {
        webhook: webhook.handle,
        attempt,
    };
    let attempt = &delivery.attempt;
    if !attempt.is_delivery() {
        let (address, why) = (&webhook.address, &attempt.why);
        let sentence = say!(words, "webhook-test-failed", address = address, why = why);
        return Err(Failure::new(Kind::Defect, sentence));
    }
    let status = attempt.status.map_or(0, u32::from);
    let address = &webhook.address;
    let took = attempt.took;
    let said = say!(
        words,
        "webhook-tested",
        address = address,
        status = status,
        took = took
    );
    settled(console, args.json, &data(&delivery), &said)
}
