//! `sponsio account revoke`: somebody may sign in no more.

use clap::Args;
use serde_json::json;

use sponsio_depositary::world::{Clock as _, SystemClock};

use crate::args::RegisterArg;
use crate::command::account::{accounts, failure};
use crate::command::desk::{find, settled};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio account revoke`.
#[derive(Debug, Args)]
pub struct Revoke {
    /// Pseudonym of the account
    #[arg(value_name = "o-NAME")]
    pub officer: String,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Say whether there is such an account; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Revokes an account.
pub(super) fn run(args: &Revoke, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let accounts = accounts(&place, words)?;
    let said = |error| failure(words, &error);
    let officer = &args.officer;
    if accounts.account(officer).map_err(said)?.is_none() {
        let sentence = say!(words, "account-none", name = officer);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    if !args.dry_run {
        let now = SystemClock::new().now();
        accounts.revoke(officer, now).map_err(said)?;
    }
    let data = json!({ "officer": officer, "dry_run": args.dry_run });
    let key = if args.dry_run {
        "account-would-revoke"
    } else {
        "account-revoked"
    };
    settled(console, args.json, &data, &say!(words, key, name = officer))
}
