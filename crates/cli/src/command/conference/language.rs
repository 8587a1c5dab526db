//! `sponsio language`: the authentic languages are reviewed and certified provision by provision (VCLT
//! art. 33). Nothing here judges meaning: the acts of those who do are recorded.

use clap::{Args, Subcommand};

use sponsio_law::conference::{LanguageReviewed, Step};
use sponsio_record::{ConferenceId, Digest};
use sponsio_text::{Language, ProvisionId};

use crate::args::{RegisterArg, Shared};
use crate::command::conference::reader::ShowArgs;
use crate::command::conference::round::provision;
use crate::command::conference::{StepArgs, conference_id, held, language, show, step};
use crate::command::desk::find;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// What can be done with the languages of a text.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio language review guarantees tr --against en --reviewer \"Language Group\"\n  \
    sponsio language certify guarantees tr --against en --reviewer \"Language Group\"\n  \
    sponsio language show guarantees")]
pub enum LanguageCommand {
    /// Record that a named reviewer compared a language with another; what had fallen behind needs no change
    Review(Review),
    /// Certify what was reviewed
    Certify(Review),
    /// Show how far each language is, translations that are pending, and concordance notes
    Show(ShowArgs),
}

/// Arguments of `sponsio language review` and `certify`.
#[derive(Debug, Args)]
pub struct Review {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The language
    #[arg(value_parser = language)]
    pub language: Language,
    /// Language that it is to follow
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub against: Language,
    /// Provision; otherwise all that await it
    #[arg(long, value_name = "ID", value_parser = provision)]
    pub provision: Vec<ProvisionId>,
    /// Who looked, by name or group; the public log shows it
    #[arg(long, value_name = "TEXT")]
    pub reviewer: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Runs a command on languages.
pub fn run(
    command: &LanguageCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        LanguageCommand::Review(args) => review(args, false, shared, console),
        LanguageCommand::Certify(args) => review(args, true, shared, console),
        LanguageCommand::Show(args) => {
            show::language::run(&args.conference, &args.reader, shared, console)
        }
    }
}

fn review(
    args: &Review,
    certified: bool,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let register = &args.step.sitting.register;
    let revision = present(&args.conference, register, &words, console)?;
    step(&args.step, shared, console, &args.conference, |_, _| {
        Ok(Step::LanguageReviewed(LanguageReviewed {
            language: args.language.clone(),
            from: args.against.clone(),
            revision,
            provisions: args.provision.iter().copied().collect(),
            reviewer: args.reviewer.clone(),
            certified,
        }))
    })
}

/// The present revision: that, and nothing else, was looked at.
fn present(
    conference: &ConferenceId,
    register: &RegisterArg,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<Digest, Failure> {
    let found = find(register, words, console)?;
    let state = found
        .state()
        .map_err(|error| place::failure(words, &error))?;
    let held = held(words, &state.register, conference)?;
    held.revision().copied().ok_or_else(|| {
        let sentence = say!(words, "conference-no-text");
        Failure::new(Kind::NotFound, sentence)
    })
}
