//! `sponsio round text` and `sponsio round convergence`: the rolling text of a round, and how the text
//! converges from round to round, as figures or as a picture. Counts only: no score, no forecast.

pub mod curve;
mod figures;

use std::fs;
use std::path::PathBuf;

use clap::Args;

use sponsio_depositary::RoundFigures;
use sponsio_law::conference::LeftOut;
use sponsio_record::{ActId, ConferenceId};
use sponsio_text::Language;

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, ask, view};
use crate::command::conference::{conference_id, language, show};
use crate::command::rolling::{Made, Showing, Shown};
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say, text};

/// Arguments of `sponsio round text`.
#[derive(Debug, Args)]
pub struct TextArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// Language of the text
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Language,
    /// What is shown, and where
    #[command(flatten)]
    pub showing: Showing,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Arguments of `sponsio round convergence`.
#[derive(Debug, Args)]
pub struct ConvergenceArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Language of the text
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Language,
    /// Draw the curve into this file; it replaces what is there
    #[arg(long, value_name = "FILE", conflicts_with_all = ["csv", "json"])]
    pub svg: Option<PathBuf>,
    /// Answer as rows (RFC 4180)
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Prints the rolling text of a round.
pub fn rolling(args: &TextArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let Some(round) = conference.round(&args.round) else {
        let sentence = say!(words, "conference-no-round", round = &args.round);
        return Err(Failure::new(Kind::NotFound, sentence));
    };
    let found = ask(
        &args.conference,
        &args.reader,
        shared,
        console,
        async |desk, reader| {
            let (id, language) = (&args.conference, &args.language);
            let options = args.showing.options();
            desk.round_text(id, round, language, reader, &options).await
        },
    )?;
    let Some(found) = found else {
        return Err(no_text(&words, &args.language));
    };
    args.showing.judge(&words, false)?;
    let hypothesis = args.showing.supposing.of(&words, &found.rolling)?;
    let supposed = hypothesis.as_ref();
    let rolling = supposed.map_or(&found.rolling, |own| &own.supposed.rolling);
    let made = Made {
        base: &found.base,
        rolling,
        hypothesis: supposed,
        date: found.at,
        shown: Shown::of(None, &args.showing, &words, rolling)?,
    };
    if args.reader.json && args.showing.concessions {
        return Ok(console.json(&made.data())?);
    }
    if args.reader.json {
        return Ok(console.json(&figures::text(&found, rolling, supposed))?);
    }
    args.showing.print(&words, console, &made)?;
    let mut said =
        show::language::pending(&words, &conference, Some(&args.language), console.width);
    said += &left_out(&words, &found.left_out, console.width);
    Ok(console.err.write_all(said.as_bytes())?)
}

/// Prints or draws how the text converges.
pub fn run(
    args: &ConvergenceArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let (id, language) = (&args.conference, &args.language);
    let rounds = ask(id, &args.reader, shared, console, async |desk, reader| {
        desk.convergence(id, language, reader).await
    })?;
    if rounds.is_empty() {
        return Err(no_text(&words, language));
    }
    if args.reader.json {
        return Ok(console.json(&figures::data(&rounds))?);
    }
    if args.csv {
        return figures::csv(&rounds, console);
    }
    if let Some(path) = &args.svg {
        let title = &conference.convened.title;
        let picture = curve::drawn(&words, title, language, &rounds);
        return write(&words, path, &picture, console);
    }
    let mut said = String::new();
    for round in &rounds {
        said += &paragraph(&figures::sentence(&words, round), console.width);
    }
    let all: Vec<_> = rounds
        .iter()
        .flat_map(|round| round.left_out.clone())
        .filter(|(_, why)| !matches!(why, LeftOut::OtherLanguage(_)))
        .collect();
    said += &left_out(&words, &all, console.width);
    Ok(console.text(&said)?)
}

fn write(
    words: &Words,
    path: &PathBuf,
    picture: &str,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let name = path.display().to_string();
    fs::write(path, picture).map_err(|error| {
        let why = error.to_string();
        let sentence = say!(words, "failure-file", path = &name, why = why);
        Failure::new(Kind::Defect, sentence)
    })?;
    let said = say!(words, "timeline-written", path = name);
    Ok(writeln!(console.err, "{said}")?)
}

fn no_text(words: &Words, language: &Language) -> Failure {
    let sentence = say!(words, "convergence-no-text", language = language.as_str());
    Failure::new(Kind::NotFound, sentence)
}

/// What is not counted, each with the reason.
fn left_out(words: &Words, left_out: &[(ActId, LeftOut)], width: usize) -> String {
    let lines = left_out.iter().map(|(of, why)| {
        let why = reason(words, why);
        let said = say!(words, "round-left-out", of = of.to_string(), why = why);
        paragraph(&said, width)
    });
    lines.collect()
}

fn reason(words: &Words, why: &LeftOut) -> String {
    match why {
        LeftOut::Sealed => say!(words, "left-out-sealed"),
        LeftOut::OtherLanguage(language) => {
            say!(words, "left-out-language", language = language.as_str())
        }
        LeftOut::Words { provision, fault } => say!(
            words,
            "left-out-words",
            provision = provision.as_str(),
            line = fault.line,
            column = fault.column,
            what = text::detail(words, &fault.detail)
        ),
        LeftOut::NotOne(provision) => {
            say!(words, "left-out-not-one", provision = provision.as_str())
        }
        LeftOut::Contested(provision) => {
            say!(words, "left-out-contested", provision = provision.as_str())
        }
        LeftOut::Unfit(provision, _) => {
            say!(words, "left-out-unfit", provision = provision.as_str())
        }
        LeftOut::Incomplete(provision) => {
            say!(words, "left-out-incomplete", provision = provision.as_str())
        }
    }
}

/// Returns what part of the places is agreed, in tenths of a percent.
fn agreed_permille(round: &RoundFigures) -> usize {
    (round.procedure.agreed * 1000)
        .checked_div(round.procedure.places)
        .unwrap_or(0)
}
