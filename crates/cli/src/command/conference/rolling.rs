//! `sponsio round rolling`: the rolling text of a round, computed from what was tabled in it.

use std::path::PathBuf;

use clap::Args;

use sponsio_law::conference::{LeftOut, Stands};
use sponsio_record::{ActId, ConferenceId};
use sponsio_text::{Expression, Language, Options, StandFault, rolling};

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::command::conference::{conference_id, language};
use crate::command::rolling::{Form, Made, Showing, Shown};
use crate::command::text::exchanged;
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say, text};

/// Arguments of `sponsio round rolling`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio round rolling guarantees I guarantees.en.treaty guarantees.tr.treaty --as BEL\n  \
    sponsio round rolling guarantees I guarantees.en.treaty guarantees.tr.treaty --presidency -o rolling.html\n\n\
    The register holds the digests of a text, not the text: the files are those with which the\n\
    revision was made, and that they are is checked. After its close a round is shown as it stood\n\
    at its close.")]
pub struct RoundRolling {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// The text on which the round was opened, a file for each authentic language
    #[arg(value_name = "FILE", required = true)]
    pub texts: Vec<PathBuf>,
    /// Language that is shown; otherwise that of the first file
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Option<Language>,
    /// What is shown, and where
    #[command(flatten)]
    pub showing: Showing,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Makes the rolling text of a round.
pub(super) fn run(
    args: &RoundRolling,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(&args.conference, &args.reader, shared, console)?;
    let Some(round) = conference.round(&args.round) else {
        let sentence = say!(words, "conference-no-round", round = &args.round);
        return Err(Failure::new(Kind::NotFound, sentence));
    };
    let base_digest = round.opened.base;
    let texts = texts(args, &words, console)?;
    if !conference.is_text_of(&base_digest, &texts) {
        let base = base_digest.cited();
        let sentence = say!(words, "round-other-text", round = &args.round, base = base);
        let hint = say!(words, "round-other-text-hint");
        return Err(Failure::new(Kind::Refused, sentence).with_hint(hint));
    }
    let base = chosen(args, &words, texts)?;
    let Some(found) = conference.stands(&args.round, &base, now) else {
        let sentence = say!(words, "conference-no-round", round = &args.round);
        return Err(Failure::new(Kind::NotFound, sentence));
    };
    let options = Options {
        voices: found.voices.clone(),
        at: Some(found.at),
        ..args.showing.options()
    };
    let made = rolling(&base, &found.stands, &found.stated, &options)
        .map_err(|faults| misfit(&words, &faults))?;
    let mut showing = args.showing.clone();
    if args.reader.json {
        showing.format = Some(Form::Json);
    }
    let shown = Shown::of(None, &showing, &words, &made)?;
    let all = Made {
        base: &base,
        rolling: &made,
        date: found.at,
        shown,
    };
    showing.print(&words, console, &all)?;
    let said = left_out(&words, &found, console.width);
    console.err.write_all(said.as_bytes())?;
    Ok(())
}

fn texts(
    args: &RoundRolling,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<Vec<Expression>, Failure> {
    let mut texts = Vec::new();
    for path in &args.texts {
        let source = Source::read(words, path)?;
        texts.push(exchanged::text(words, &source, console)?);
    }
    Ok(texts)
}

fn chosen(
    args: &RoundRolling,
    words: &Words,
    texts: Vec<Expression>,
) -> Result<Expression, Failure> {
    let is_chosen = |text: &Expression| {
        let wanted = args.language.as_ref();
        wanted.is_none_or(|wanted| *wanted == text.language)
    };
    let found = texts.into_iter().find(is_chosen);
    found.ok_or_else(|| {
        let language = args.language.as_ref().map_or("", Language::as_str);
        Failure::new(
            Kind::NotFound,
            say!(words, "round-no-language", language = language),
        )
    })
}

fn misfit(words: &Words, faults: &[StandFault]) -> Failure {
    let sentence = say!(words, "rolling-misfit", count = faults.len());
    let failure = Failure::new(Kind::Refused, sentence);
    faults.iter().take(20).fold(failure, |failure, fault| {
        failure.with_hint(fault.to_string())
    })
}

/// The proposals that are not in it, each with the reason.
fn left_out(words: &Words, found: &Stands, width: usize) -> String {
    let lines = found.left_out.iter().map(|(of, why)| {
        let why = reason(words, why);
        let of: &ActId = of;
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
        LeftOut::Words { provision, fault } => {
            let what = text::detail(words, &fault.detail);
            say!(
                words,
                "left-out-words",
                provision = provision.as_str(),
                line = fault.line,
                column = fault.column,
                what = what
            )
        }
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
