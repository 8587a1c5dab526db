//! `sponsio conference`: convened, seated, the text revised, shown.

use alloc::collections::BTreeSet;

use clap::{Args, Subcommand};

use sponsio_depositary::MakeRevision;
use sponsio_law::conference::{
    Audience, Convened, Lapse, Majority, RulesOfProcedure, Seat, SilenceExtension, Step, Tabling,
    Voice,
};
use sponsio_record::{ConferenceId, Instant, ParticipantId, TreatyId};
use sponsio_text::Language;

use crate::args::Shared;
use crate::command::conference::reader::ShowArgs;
use crate::command::conference::{
    SittingArgs, StepArgs, conference_id, delegation, language, record, show, step,
};
use crate::command::desk::args::document;
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;

/// What can be done with conferences.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio conference open guarantees --title \"Conference on Mutual Guarantees\" --treaty demo-g --language en --language tr\n  \
    sponsio conference seat guarantees ARD --tables --votes\n  \
    sponsio conference show guarantees")]
pub enum ConferenceCommand {
    /// Convene a conference with its rules of procedure
    Open(Open),
    /// Seat a delegation, or replace its rights
    Seat(SeatArgs),
    /// Let a delegation speak for others
    SpeakFor(SpeakFor),
    /// Make a revision of the text from its sources
    Revise(Revise),
    /// Show how a conference stands, and what is due
    Show(ShowArgs),
}

/// Arguments of `sponsio conference open`.
#[derive(Debug, Args)]
pub struct Open {
    /// The identifier of the conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Its name
    #[arg(long)]
    pub title: String,
    /// Identifier under which the treaty enters the register
    #[arg(long, value_name = "ID", value_parser = treaty)]
    pub treaty: TreatyId,
    /// Authentic language; repeat for each, in their order
    #[arg(long, value_name = "TAG", required = true, value_parser = language)]
    pub language: Vec<Language>,
    /// Who tables proposals: delegations or chair
    #[arg(long, default_value = "delegations", value_parser = tabling)]
    pub tabling: Tabling,
    /// Majority for adoption
    #[arg(long, default_value = "2/3 present-and-voting", value_parser = majority)]
    pub adoption: Majority,
    /// Majority for reopening what is agreed
    #[arg(long, default_value = "2/3 present-and-voting", value_parser = majority)]
    pub reopening: Majority,
    /// Whether the expiry of a silence procedure may be moved: none or before-expiry
    #[arg(long, default_value = "none", value_parser = extension)]
    pub silence_extension: SilenceExtension,
    /// What a confirmation that does not come in time counts as: refuse or confirm
    #[arg(long, default_value = "refuse", value_parser = lapse)]
    pub ad_referendum_lapse: Lapse,
    /// To whom a round is published: participants or public
    #[arg(long, default_value = "participants", value_parser = audience)]
    pub publication: Audience,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio conference seat`.
#[derive(Debug, Args)]
pub struct SeatArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Whose delegation it is, by code
    #[arg(value_parser = delegation)]
    pub participant: ParticipantId,
    /// It may table proposals and take positions
    #[arg(long)]
    pub tables: bool,
    /// It may vote and break silence
    #[arg(long)]
    pub votes: bool,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio conference speak-for`.
#[derive(Debug, Args)]
pub struct SpeakFor {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Who speaks
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// For whom; repeat for each
    #[arg(long, value_name = "CODE", required = true, value_parser = delegation)]
    pub member: Vec<ParticipantId>,
    /// Until when
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub until: Option<Instant>,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio conference revise`.
#[derive(Debug, Args)]
pub struct Revise {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Source of the text in one language; repeat for each
    #[arg(long, value_name = "FILE", required = true)]
    pub text: Vec<String>,
    /// Digest of the revision on which it rests; none for the first
    #[arg(long, value_name = "DIGEST", value_parser = digest)]
    pub from: Option<sponsio_record::Digest>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Runs a command on conferences.
pub fn run(
    command: &ConferenceCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        ConferenceCommand::Open(args) => open(args, shared, console),
        ConferenceCommand::Seat(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::Seated(Seat {
                    participant: args.participant.clone(),
                    tables: args.tables,
                    votes: args.votes,
                }))
            })
        }
        ConferenceCommand::SpeakFor(args) => {
            step(&args.step, shared, console, &args.conference, |_, now| {
                Ok(Step::SpeaksFor(Voice {
                    participant: args.by.clone(),
                    members: args.member.iter().cloned().collect::<BTreeSet<_>>(),
                    from: now,
                    until: args.until,
                }))
            })
        }
        ConferenceCommand::Revise(args) => revise(args, shared, console),
        ConferenceCommand::Show(args) => show::run(&args.conference, &args.reader, shared, console),
    }
}

fn open(args: &Open, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    step(&args.step, shared, console, &args.conference, |_, _| {
        Ok(Step::Convened(Convened {
            title: args.title.clone(),
            treaty: args.treaty.clone(),
            languages: args.language.clone(),
            rules: RulesOfProcedure {
                tabling: args.tabling,
                adoption: args.adoption,
                reopening: args.reopening,
                publication: args.publication,
                silence_extension: args.silence_extension,
                ad_referendum_lapse: args.ad_referendum_lapse,
            },
        }))
    })
}

fn revise(args: &Revise, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    record(&args.sitting, shared, console, async |desk, words| {
        let texts = args.text.iter().map(|path| document(words, path));
        let texts: Result<Vec<_>, _> = texts.collect();
        let request = MakeRevision {
            conference: args.conference.clone(),
            from: args.from,
            texts: texts?.into_iter().map(|(text, _)| text).collect(),
        };
        Ok(desk.make_revision(request).await?)
    })
}

fn treaty(text: &str) -> Result<TreatyId, String> {
    TreatyId::new(text).map_err(|error| error.to_string())
}

/// Reads a digest in its cited form.
pub(super) fn digest(text: &str) -> Result<sponsio_record::Digest, String> {
    sponsio_record::Digest::from_cited(text).map_err(|error| error.to_string())
}

fn majority(text: &str) -> Result<Majority, String> {
    Majority::from_label(text).ok_or_else(|| {
        "a majority is consensus, unanimity, `2/3 present-and-voting` or `2/3 seated`".to_owned()
    })
}

fn tabling(text: &str) -> Result<Tabling, String> {
    Tabling::from_label(text).ok_or_else(|| "delegations or chair".to_owned())
}

fn extension(text: &str) -> Result<SilenceExtension, String> {
    SilenceExtension::from_label(text).ok_or_else(|| "none or before-expiry".to_owned())
}

fn lapse(text: &str) -> Result<Lapse, String> {
    Lapse::from_label(text).ok_or_else(|| "refuse or confirm".to_owned())
}

fn audience(text: &str) -> Result<Audience, String> {
    Audience::from_label(text).ok_or_else(|| "participants or public".to_owned())
}
