//! `sponsio account invite`: an account, its roles, and a link that works once.

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::json;

use sponsio_depositary::mandate::rights::{Grant, Holder, Role, Scope};
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_record::{Digest, ParticipantId};

use crate::args::RegisterArg;
use crate::command::account::token::random;
use crate::command::account::{accounts, failure};
use crate::command::desk::find;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::place::Place;
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio account invite`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio account invite o-op --name Operator --role operator --register practice\n  \
    sponsio account invite o-anna --name \"Anna Aal\" --role depositary-officer --register practice\n  \
    sponsio account invite o-eda --name \"Eda Er\" --role head --in conference/lorne --party ARD \\\n    \
        --register practice\n\n\
    The link works once and for three days, and opens no session: a passkey is made by it. Whoever has it\n\
    can make one, so hand it over on a safe way. A role without --in holds in the whole register.")]
pub struct Invite {
    /// Pseudonym under which the acts stand in the log, as o-anna
    #[arg(value_name = "o-NAME")]
    pub officer: String,
    /// Name of the person; it is in no log
    #[arg(long)]
    pub name: String,
    /// Role that is granted
    #[arg(long, required = true, value_parser = PossibleValuesParser::new(roles()))]
    pub role: Vec<String>,
    /// Where the roles hold: treaty/ID or conference/ID; otherwise in the whole register
    #[arg(long = "in", value_name = "SCOPE", default_value = "register", value_parser = scope)]
    pub scope: Scope,
    /// Participant for which the person speaks, by code
    #[arg(long, value_name = "CODE")]
    pub party: Option<String>,
    /// Address of the desk, as its readers see it
    #[arg(long, value_name = "URL", default_value = "http://localhost:8081")]
    pub origin: String,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Say what would be granted; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Invites somebody.
pub(super) fn run(args: &Invite, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let register = find(&args.register, words, console)?;
    let holder = holder(args, &register, words)?;
    let roles: Vec<String> = holder
        .grants
        .iter()
        .map(|one| one.role.label().to_owned())
        .collect();
    let link = if args.dry_run {
        None
    } else {
        Some(link(args, &register, &holder, words)?)
    };
    if args.json {
        return Ok(console.json(&json!({
            "officer": holder.officer,
            "roles": roles,
            "scope": args.scope.to_string(),
            "party": args.party,
            "dry_run": args.dry_run,
            "link": link,
        }))?);
    }
    let (name, granted) = (&holder.officer, words.list(&roles));
    let key = if args.dry_run {
        "account-would-invite"
    } else {
        "account-invited"
    };
    let scope = args.scope.to_string();
    let said = say!(words, key, name = name, roles = granted, scope = scope);
    let mut said = paragraph(&said, console.width);
    if let Some(link) = link {
        said.extend([link.as_str(), "\n"]);
    }
    Ok(console.text(&said)?)
}

fn holder(args: &Invite, register: &Place, words: &Words) -> Result<Holder, Failure> {
    let party = match &args.party {
        None => None,
        Some(code) => {
            let state = register.state();
            let state = state.map_err(|error| place::failure(words, &error))?;
            let id = ParticipantId::new(code).ok();
            let id = id.filter(|id| state.register.party(id).is_some());
            let unknown = || say!(words, "not-found-participant", id = code.as_str());
            Some(id.ok_or_else(|| Failure::new(Kind::NotFound, unknown()))?)
        }
    };
    let roles = args.role.iter().filter_map(|label| Role::from_label(label));
    let grants = roles.map(|role| Grant {
        role,
        scope: args.scope.clone(),
    });
    Ok(Holder {
        officer: args.officer.clone(),
        party,
        grants: grants.collect(),
    })
}

fn link(
    args: &Invite,
    register: &Place,
    holder: &Holder,
    words: &Words,
) -> Result<String, Failure> {
    let secret = Digest::from_bytes(random(words)?).to_string();
    let accounts = accounts(register, words)?;
    let kept = Digest::of(secret.as_bytes());
    accounts
        .invite(holder, &args.name, &kept, SystemClock::new().now())
        .map_err(|error| failure(words, &error))?;
    let origin = args.origin.trim_end_matches('/');
    Ok(format!("{origin}/enrol/{secret}"))
}

fn roles() -> Vec<&'static str> {
    Role::ALL.iter().map(|role| role.label()).collect()
}

/// Reads a place at which something is granted.
pub(super) fn scope(text: &str) -> Result<Scope, String> {
    Scope::from_text(text)
        .ok_or_else(|| format!("`{text}` is neither `register` nor treaty/ID nor conference/ID"))
}
