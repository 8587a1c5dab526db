//! `sponsio account token`: tokens by which programs act for an account: add, list, revoke.

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use sponsio_depositary::accounts::{LONGEST, Token};
use sponsio_depositary::mandate::allowance::{Allowance, FOR_PROGRAMS};
use sponsio_depositary::mandate::rights::{Deed, Scope};
use sponsio_depositary::world::{Chance as _, Clock as _, SystemChance, SystemClock};
use sponsio_record::{Digest, Instant};

use crate::args::RegisterArg;
use crate::command::account::invite::scope;
use crate::command::account::{accounts, failure};
use crate::command::desk::{find, settled};
use crate::failure::{Failure, Kind};
use crate::layout::{Table, paragraph};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// What can be done with tokens.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio account token add o-anna --name import --deed enter --in treaty/harbour --days 90 \\\n    \
        --register practice\n  \
    sponsio account token list --register practice\n  \
    sponsio account token revoke 0123456789abcdef --register practice\n\n\
    A program with a token brings what then waits in the inbox, and reads what became of it. It records\n\
    nothing, and may at no time do more than its account.")]
pub enum TokenCommand {
    /// Make a token of an account and print it, once
    Add(Add),
    /// List the tokens
    List(List),
    /// Revoke a token: it is worth nothing at once
    Revoke(Revoke),
}

/// Arguments of `sponsio account token add`.
#[derive(Debug, Args)]
pub struct Add {
    /// Pseudonym of the account
    #[arg(value_name = "o-NAME")]
    pub officer: String,
    /// What the program is called; it stands beside what it brings
    #[arg(long)]
    pub name: String,
    /// What the program may do
    #[arg(long, required = true, value_parser = PossibleValuesParser::new(FOR_PROGRAMS.map(Deed::label)))]
    pub deed: Vec<String>,
    /// Where it may: register or treaty/ID; otherwise in the whole register
    #[arg(long = "in", value_name = "SCOPE", default_value = "register", value_parser = scope)]
    pub scope: Vec<Scope>,
    /// For how many days
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=i64::from(LONGEST)))]
    pub days: u16,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Say what would be allowed; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `sponsio account token list`.
#[derive(Debug, Args)]
pub struct List {
    /// Pseudonym of the account; otherwise those of all
    #[arg(value_name = "o-NAME")]
    pub officer: Option<String>,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `sponsio account token revoke`.
#[derive(Debug, Args)]
pub struct Revoke {
    /// Handle of the token, as the list shows it
    pub handle: String,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on tokens.
pub(super) fn run(
    command: &TokenCommand,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        TokenCommand::Add(args) => add(args, words, console),
        TokenCommand::List(args) => list(args, words, console),
        TokenCommand::Revoke(args) => revoke(args, words, console),
    }
}

fn add(args: &Add, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let register = find(&args.register, words, console)?;
    let accounts = accounts(&register, words)?;
    let said = |error| failure(words, &error);
    let found = accounts.account(&args.officer).map_err(said)?;
    let name = &args.officer;
    let none = || Failure::new(Kind::NotFound, say!(words, "account-none", name = name));
    let holder = found.ok_or_else(none)?.holder;
    let deeds = args.deed.iter().filter_map(|label| Deed::from_label(label));
    let allowance = Allowance::new(&holder, deeds.collect(), args.scope.clone());
    let allowance = allowance.map_err(|excess| {
        let why = excess.to_string();
        Failure::new(Kind::Refused, say!(words, "token-excess", why = why))
    })?;
    let now = SystemClock::new().now();
    let (handle, secret) = (hex::<8>(words)?, format!("sponsio_{}", hex::<32>(words)?));
    let ends = now.seconds() + i64::from(args.days) * 86_400;
    let token = Token {
        handle,
        officer: args.officer.clone(),
        name: args.name.chars().take(80).collect(),
        allowance,
        made: now,
        expires: Instant::from_seconds(ends).unwrap_or(Instant::MAX),
        used: None,
    };
    if !args.dry_run {
        let kept = Digest::of(secret.as_bytes());
        accounts.add_token(&token, &kept).map_err(said)?;
    }
    let secret = (!args.dry_run).then_some(secret);
    if args.json {
        let mut told = data(&token);
        told["token"] = json!(secret);
        told["dry_run"] = json!(args.dry_run);
        return Ok(console.json(&told)?);
    }
    let key = if args.dry_run {
        "token-would-add"
    } else {
        "token-added"
    };
    let (allows, until) = (allows(&token), token.expires.to_string());
    let told = say!(words, key, officer = name, allows = allows, until = until);
    let mut told = paragraph(&told, console.width);
    if let Some(secret) = secret {
        told.extend([secret.as_str(), "\n"]);
    }
    Ok(console.text(&told)?)
}

fn list(args: &List, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let register = find(&args.register, words, console)?;
    let now = SystemClock::new().now();
    let all = accounts(&register, words)?
        .tokens(args.officer.as_deref(), now)
        .map_err(|error| failure(words, &error))?;
    if args.json {
        let rows: Value = all.iter().map(data).collect();
        return Ok(console.json(&json!({ "tokens": rows }))?);
    }
    if all.is_empty() {
        return settled(console, false, &Value::Null, &say!(words, "token-no-one"));
    }
    let header = [
        "token-handle",
        "account-officer",
        "account-name",
        "token-allows",
        "token-ends",
    ];
    let rows = all.iter().map(|token| {
        vec![
            token.handle.clone(),
            token.officer.clone(),
            token.name.clone(),
            allows(token),
            token.expires.to_string(),
        ]
    });
    let table = Table {
        header: header.map(|key| say!(words, key)).to_vec(),
        rows: rows.collect(),
    };
    Ok(console.text(&table.laid_out(console.width))?)
}

fn revoke(args: &Revoke, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let register = find(&args.register, words, console)?;
    let handle = &args.handle;
    let ended = accounts(&register, words)?
        .end_token(None, handle)
        .map_err(|error| failure(words, &error))?;
    if !ended {
        let sentence = say!(words, "token-none", handle = handle);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    let told = say!(words, "token-revoked", handle = handle);
    settled(console, args.json, &json!({ "handle": handle }), &told)
}

fn allows(token: &Token) -> String {
    let deeds = token.allowance.deeds().iter().map(|deed| deed.label());
    let scopes = token.allowance.scopes().iter().map(ToString::to_string);
    let (deeds, scopes): (Vec<&str>, Vec<String>) = (deeds.collect(), scopes.collect());
    format!("{} ({})", deeds.join(", "), scopes.join(", "))
}

fn data(token: &Token) -> Value {
    let deeds = token.allowance.deeds().iter().map(|deed| deed.label());
    let scopes = token.allowance.scopes().iter().map(ToString::to_string);
    json!({
        "handle": token.handle,
        "officer": token.officer,
        "name": token.name,
        "deeds": deeds.collect::<Vec<_>>(),
        "scopes": scopes.collect::<Vec<_>>(),
        "made": token.made.to_string(),
        "expires": token.expires.to_string(),
        "used": token.used.map(|at| at.to_string()),
    })
}

/// Returns random bytes as hexadecimal digits.
pub(crate) fn hex<const N: usize>(words: &Words) -> Result<String, Failure> {
    let bytes: [u8; N] = random(words)?;
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = halves.filter_map(|half| char::from_digit(u32::from(half), 16));
    Ok(digits.collect())
}

/// Returns random bytes.
pub(crate) fn random<const N: usize>(words: &Words) -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    SystemChance
        .fill(&mut bytes)
        .map_err(|error| place::failure(words, &error.into()))?;
    Ok(bytes)
}
