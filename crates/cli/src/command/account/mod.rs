//! `sponsio account`: who may sign in at the desk: invite, list, revoke, tokens of programs. What is done here has no legal
//! effect, and nothing of it is in the log.

mod invite;
mod list;
mod revoke;
pub(crate) mod token;

use alloc::sync::Arc;

use clap::Subcommand;

use sponsio_depositary::accounts::{AccountError, Accounts};
use sponsio_depositary::world::{Clock as _, SystemClock};

use crate::args::Shared;
use crate::failure::{Failure, Kind};
use crate::place::Place;
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio account invite o-anna --name \"Anna Aal\" --role depositary-officer --register practice\n  \
    sponsio account list --register practice\n  \
    sponsio account revoke o-anna --register practice")]
pub enum AccountCommand {
    /// Make an account, or give one more roles, and print a link by which a passkey is made once
    Invite(invite::Invite),
    /// List the accounts with their roles
    List(list::List),
    /// Revoke an account: its sessions end at once
    Revoke(revoke::Revoke),
    /// Tokens by which programs act for an account: add, list, revoke
    #[command(subcommand)]
    Token(token::TokenCommand),
}

/// Runs a command on accounts.
pub fn run(
    command: &AccountCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    match command {
        AccountCommand::Invite(args) => invite::run(args, &words, console),
        AccountCommand::List(args) => list::run(args, &words, console),
        AccountCommand::Revoke(args) => revoke::run(args, &words, console),
        AccountCommand::Token(command) => token::run(command, &words, console),
    }
}

/// Opens the accounts of a register.
pub fn accounts(place: &Place, words: &Words) -> Result<Arc<Accounts>, Failure> {
    let opened = Accounts::open(&place.accounts());
    let opened = opened.map(|accounts| accounts.with_last_word(place.last_word()));
    opened.map(Arc::new).map_err(|error| failure(words, &error))
}

/// Keeps that the ledger was copied, for whoever keeps the desk running; where there is no desk in a browser
/// nobody looks.
pub fn note_backup(place: &Place, size: u64, words: &Words) -> Result<(), Failure> {
    if !place.accounts().is_file() {
        return Ok(());
    }
    let noted = accounts(place, words)?.note_backup(SystemClock::new().now(), size);
    noted.map_err(|error| failure(words, &error))
}

/// Returns why something is not done with accounts.
pub(in crate::command) fn failure(words: &Words, error: &AccountError) -> Failure {
    match error {
        AccountError::Pseudonym(name) => {
            Failure::new(Kind::Usage, say!(words, "account-pseudonym", name = name))
        }
        AccountError::NoAccount(name) => {
            Failure::new(Kind::NotFound, say!(words, "account-none", name = name))
        }
        AccountError::NoToken(name) => {
            Failure::new(Kind::Refused, say!(words, "token-many", name = name))
        }
        other => {
            let why = other.to_string();
            Failure::new(Kind::Defect, say!(words, "account-failed", why = why))
        }
    }
}
