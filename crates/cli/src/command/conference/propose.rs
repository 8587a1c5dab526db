//! `sponsio propose`: a delegation tables a proposal. Its words go into the drawer; the log shows that
//! something was tabled, by whom and when.

mod version;

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_depositary::Table;
use sponsio_law::conference::{Amendment, CONCORDANCE, Operation};
use sponsio_record::{ActId, ConferenceId, ParticipantId};
use sponsio_text::markup::pieces;
use sponsio_text::{CHAIR, Language, ProvisionId};

use crate::args::Shared;
use crate::command::conference::round::provision;
use crate::command::conference::{
    SittingArgs, at_desk, conference_id, delegation, language, mark, record,
};
use crate::command::desk::args::read_text;
use crate::command::desk::settled;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::text::detail;
use crate::wording::{self, Words, say};

/// Arguments of `sponsio propose`.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio propose guarantees I --as ARD --language en --replace k7m2qy=words.txt --reason \"as in 1928\"\n  \
    sponsio propose guarantees I --as BEL --language en --delete k7m2qz --to ARD\n  \
    sponsio propose guarantees I --chair --language en --replace k7m2qy=bridge.txt\n  \
    sponsio propose guarantees I --as CAR --language en --text CAR.docx --dry-run\n\n\
    With --text a whole text becomes the delegation's proposals: the Word file that it sends back, its\n\
    version as .treaty, Akoma Ntoso or plain text. What it says already is not tabled again.")]
pub struct Propose {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// Who tables it
    #[arg(long = "as", value_name = "CODE", value_parser = delegation, required_unless_present = "chair")]
    pub by: Option<ParticipantId>,
    /// The chair tables a reading of its own, as X-CHAIR: offered to all, without prejudice to positions
    #[arg(long, conflicts_with_all = ["by", "through_chair"])]
    pub chair: bool,
    /// The chair tables it for the delegation
    #[arg(long)]
    pub through_chair: bool,
    /// To whom it is addressed; otherwise to all delegations
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub to: Vec<ParticipantId>,
    /// Who is asked to join it
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub with: Vec<ParticipantId>,
    /// Mark of the proposal that it replaces
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub supersedes: Option<ActId>,
    /// Mark of the proposal to which it replies
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub in_reply_to: Option<ActId>,
    /// Language of its words
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Language,
    /// Other words for a provision, from a file: k7m2qy=words.txt
    #[arg(long, value_name = "ID=FILE")]
    pub replace: Vec<String>,
    /// A new provision after one, from a file: k7m2qy=words.txt
    #[arg(long, value_name = "ID=FILE")]
    pub insert_after: Vec<String>,
    /// Provision that is to have no text
    #[arg(long, value_name = "ID", value_parser = provision)]
    pub delete: Vec<ProvisionId>,
    /// Provision that moves after another: k7m2qy=k7m2qz
    #[arg(long = "move", value_name = "ID=ID")]
    pub moved: Vec<String>,
    /// Provision to which another is joined: k7m2qy=k7m2qz
    #[arg(long, value_name = "ID=ID")]
    pub join: Vec<String>,
    /// Provision that becomes two, with the last words of it that become the second, and its label, from a file:
    /// k7m2qy=words.txt
    #[arg(long, value_name = "ID=FILE")]
    pub split: Vec<String>,
    /// The whole text as the delegation would have it: each change to the base of the round is proposed
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["replace", "insert_after", "delete", "moved", "join", "split", "supersedes", "concordance"]
    )]
    pub text: Option<PathBuf>,
    /// One proposal of all that the text changes; otherwise one for each provision
    #[arg(long, requires = "text")]
    pub together: bool,
    /// Say what would be tabled, and whether it would be received; write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
    /// It is a question of those who review the languages; such notes are listed apart
    #[arg(long)]
    pub concordance: bool,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

impl Propose {
    /// Whose proposal it is.
    fn proposer(&self) -> ParticipantId {
        self.by
            .clone()
            .unwrap_or_else(|| ParticipantId::new(CHAIR).expect("the chair has a code"))
    }
}

/// Tables a proposal.
pub fn run(args: &Propose, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    if let Some(text) = &args.text {
        return version::run(args, text, shared, console);
    }
    let asked = |words: &Words| {
        let operations = operations(words, args)?;
        Ok::<_, Failure>(request(args, operations, args.supersedes))
    };
    if args.dry_run {
        return rehearse(args, asked, shared, console);
    }
    record(&args.sitting, shared, console, async |desk, words| {
        Ok(desk.table(asked(words)?).await?)
    })
}

/// Says whether a proposal would be received now.
fn rehearse(
    args: &Propose,
    asked: impl FnOnce(&Words) -> Result<Table, Failure>,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let request = asked(&words)?;
    at_desk(&args.sitting, &words, console, async |desk| {
        desk.preview_table(&request)
    })?;
    let kind = "proposal-tabled";
    let what = wording::conference::kind(&words, kind);
    let sentence = say!(words, "conference-would", kind = what);
    let data = json!({ "dry_run": true, "kind": kind });
    settled(console, args.sitting.json, &data, &sentence)
}

/// What is asked of the desk for these operations.
fn request(args: &Propose, operations: Vec<Amendment>, supersedes: Option<ActId>) -> Table {
    Table {
        conference: args.conference.clone(),
        round: args.round.clone(),
        participant: args.proposer(),
        through_chair: args.through_chair || args.chair,
        to: (!args.to.is_empty()).then(|| args.to.iter().cloned().collect()),
        co_sponsors: args.with.iter().cloned().collect(),
        supersedes,
        in_reply_to: args.in_reply_to,
        language: args.language.clone(),
        operations,
        reason: reason(args),
    }
}

fn operations(words: &Words, args: &Propose) -> Result<Vec<Amendment>, Failure> {
    let replaced = args.replace.iter().map(|given| (Operation::Replace, given));
    let inserted = args.insert_after.iter();
    let inserted = inserted.map(|given| (Operation::InsertAfter, given));
    let split = args.split.iter().map(|given| (Operation::Split, given));
    let mut operations = Vec::new();
    for (operation, given) in replaced.chain(inserted).chain(split) {
        let (id, path) = given.split_once('=').ok_or_else(|| unread(words, given))?;
        let text = read_text(words, &PathBuf::from(path))?
            .trim_end()
            .to_owned();
        readable(words, path, &text, &args.language)?;
        operations.push(Amendment {
            operation,
            provision: id.parse().map_err(|_| unread(words, given))?,
            other: None,
            text: Some(text),
        });
    }
    let moved = args.moved.iter().map(|given| (Operation::Move, given));
    let joined = args.join.iter().map(|given| (Operation::Join, given));
    for (operation, given) in moved.chain(joined) {
        let pair = given.split_once('=');
        let pair = pair.and_then(|(id, other)| Some((id.parse().ok()?, other.parse().ok()?)));
        let (provision, other) = pair.ok_or_else(|| unread(words, given))?;
        operations.push(Amendment {
            operation,
            provision,
            other: Some(other),
            text: None,
        });
    }
    operations.extend(args.delete.iter().map(|provision| Amendment {
        operation: Operation::Delete,
        provision: *provision,
        other: None,
        text: None,
    }));
    Ok(operations)
}

/// Words that cannot be read are not tabled: no rolling text could show them.
fn readable(words: &Words, path: &str, text: &str, language: &Language) -> Result<(), Failure> {
    let Err(faults) = pieces(text, language) else {
        return Ok(());
    };
    let said = faults.iter().map(|fault| {
        let what = detail(words, &fault.detail);
        format!("{path}:{}:{}: {what}", fault.line, fault.column)
    });
    let said: Vec<String> = said.collect();
    Err(Failure::new(Kind::Defect, said.join("\n")))
}

fn reason(args: &Propose) -> String {
    match (args.concordance, args.reason.as_str()) {
        (true, "") => CONCORDANCE.to_owned(),
        (true, reason) => format!("{CONCORDANCE}: {reason}"),
        (false, reason) => reason.to_owned(),
    }
}

fn unread(words: &Words, given: &str) -> Failure {
    let sentence = say!(words, "conference-no-change", given = given);
    Failure::new(Kind::Usage, sentence)
}
