//! `sponsio account list`: who may sign in, as what.

use clap::Args;
use serde_json::{Value, json};

use sponsio_depositary::accounts::Account;
use sponsio_depositary::mandate::rights::{Grant, Scope};

use crate::args::RegisterArg;
use crate::command::account::{accounts, failure};
use crate::command::desk::{find, settled};
use crate::failure::Failure;
use crate::layout::Table;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio account list`.
#[derive(Debug, Args)]
pub struct List {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Lists the accounts.
pub(super) fn run(args: &List, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let place = find(&args.register, words, console)?;
    let all = accounts(&place, words)?
        .list()
        .map_err(|error| failure(words, &error))?;
    if args.json {
        let rows: Value = all.iter().map(data).collect();
        return Ok(console.json(&json!({ "accounts": rows }))?);
    }
    if all.is_empty() {
        return settled(console, false, &Value::Null, &say!(words, "account-no-one"));
    }
    let header = [
        "account-officer",
        "account-name",
        "account-roles",
        "account-passkeys",
    ];
    let table = Table {
        header: header.map(|key| say!(words, key)).to_vec(),
        rows: all.iter().map(|account| row(words, account)).collect(),
    };
    Ok(console.text(&table.laid_out(console.width))?)
}

fn row(words: &Words, account: &Account) -> Vec<String> {
    let grants = account.holder.grants.iter().map(granted);
    let roles = match account.revoked {
        Some(at) => say!(words, "account-revoked-at", at = at.to_string()),
        None => grants.collect::<Vec<_>>().join(", "),
    };
    vec![
        account.holder.officer.clone(),
        account.name.clone(),
        roles,
        account.passkeys.to_string(),
    ]
}

fn granted(grant: &Grant) -> String {
    match &grant.scope {
        Scope::Register => grant.role.label().to_owned(),
        scope => format!("{} ({scope})", grant.role.label()),
    }
}

fn data(account: &Account) -> Value {
    let grants = account.holder.grants.iter();
    let grants: Value = grants
        .map(|one| json!({ "role": one.role.label(), "scope": one.scope.to_string() }))
        .collect();
    json!({
        "officer": account.holder.officer,
        "name": account.name,
        "party": account.holder.party.as_ref().map(ToString::to_string),
        "grants": grants,
        "passkeys": account.passkeys,
        "made": account.made.to_string(),
        "revoked": account.revoked.map(|at| at.to_string()),
    })
}
