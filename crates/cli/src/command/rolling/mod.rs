//! `sponsio rolling`: the versions of N delegations become one rolling text, with every bracket
//! attributed. It needs no account, ledger or server.

mod columns;
mod concessions;
mod html;
pub(super) mod inputs;
mod made;
pub(crate) mod printed;
mod rows;
mod showing;
mod shown;
mod summary;
mod supposed;
mod tracked;

use std::path::PathBuf;

use clap::Args;

use sponsio_record::{Instant, ParticipantId};
use sponsio_text::{Language, Options, Voice, rolling};

use crate::args::Shared;
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::Words;

use self::inputs::Inputs;
pub(super) use self::made::Made;
use self::showing::Form;
pub use self::showing::Showing;
use self::showing::View;
pub(super) use self::shown::Shown;
pub(super) use self::supposed::Hypothesis;

/// Arguments of `sponsio rolling`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio rolling base.docx TUR.docx NOR.docx -o rolling.docx\n  \
    sponsio rolling base.treaty TUR.txt NOR=reply.txt --view columns\n  \
    sponsio rolling base.treaty TUR.txt NOR.txt -o rolling.html --lang tr\n  \
    sponsio rolling base.treaty TUR.txt NOR.txt --accept \"TUR:Article 2\"\n  \
    sponsio rolling base.treaty TUR.txt NOR.txt --concessions\n\n\
    A version is the whole text as one delegation would have it; its file is named after the\n\
    delegation's code, or the code is written before it: CODE=FILE. Files: .treaty, .docx, .xml\n\
    (Akoma Ntoso), and plain text, whose provisions are told by their words.")]
pub struct RollingArgs {
    /// The text that all began with
    pub base: PathBuf,
    /// The version of each delegation
    #[arg(value_name = "[CODE=]FILE", required = true)]
    pub versions: Vec<String>,
    /// The text as this delegation would have it, its own changes marked
    #[arg(long = "as", value_name = "CODE", conflicts_with_all = ["view", "beside", "concessions"])]
    pub of: Option<String>,
    /// A group with the members for which it speaks where they say nothing themselves
    #[arg(long, value_name = "CODE=CODE,CODE", value_parser = voice)]
    pub speaks_for: Vec<Voice>,
    /// What is shown, and where
    #[command(flatten)]
    pub showing: Showing,
    /// Language of the text, where its file does not say it
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Option<Language>,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// When the versions were tabled; the date of tracked changes. Else that of the newest file
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub date: Option<Instant>,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::new(tag).map_err(|error| error.to_string())
}

/// Reads a group with its members.
fn voice(text: &str) -> Result<Voice, String> {
    let code = |code: &str| ParticipantId::new(code).map_err(|error| format!("{code}: {error}"));
    let (speaker, members) = text
        .split_once('=')
        .ok_or("a group, an equals sign, and its members")?;
    Ok(Voice {
        speaker: code(speaker)?,
        members: members.split(',').map(code).collect::<Result<_, _>>()?,
        from: Instant::MIN,
        until: None,
    })
}

/// Makes the rolling text.
pub fn run(args: &RollingArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let mut showing = args.showing.clone();
    if args.json {
        showing.format = Some(Form::Json);
    }
    showing.judge(&words, args.of.is_some())?;
    let inputs = Inputs::read(args, &words, console)?;
    if let Some(out) = &showing.out {
        inputs.refuse_as_output(&words, out)?;
    }
    let options = Options {
        voices: args.speaks_for.clone(),
        at: Some(inputs.date),
        ..showing.options()
    };
    let made = rolling(&inputs.base, &inputs.stands, &[], &options)
        .map_err(|faults| inputs.refusal(&words, &faults))?;
    let hypothesis = showing.supposing.of(&words, &made)?;
    let rolling = hypothesis
        .as_ref()
        .map_or(&made, |own| &own.supposed.rolling);
    let shown = Shown::of(args.of.as_deref(), &showing, &words, rolling)?;
    showing.print(
        &words,
        console,
        &Made {
            base: &inputs.base,
            rolling,
            hypothesis: hypothesis.as_ref(),
            date: inputs.date,
            shown,
        },
    )
}
