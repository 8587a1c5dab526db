//! `sponsio rolling`: the versions of N delegations become one rolling text, with every bracket
//! attributed. It needs no account, ledger or server.

mod columns;
mod form;
mod html;
pub(super) mod inputs;
pub(crate) mod printed;
mod rows;
mod shown;
mod summary;
mod tracked;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use sponsio_record::Instant;
use sponsio_text::markup::print;
use sponsio_text::{Expression, Language, Options, Rolling, rolling};

use crate::args::Shared;
use crate::failure::{Failure, Kind};
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, say};

use self::inputs::Inputs;
use self::printed::Ink;
pub(super) use self::shown::Shown;

/// Arguments of `sponsio rolling`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio rolling base.docx TUR.docx NOR.docx -o rolling.docx\n  \
    sponsio rolling base.treaty TUR.txt NOR=reply.txt --view columns\n  \
    sponsio rolling base.treaty TUR.txt NOR.txt -o rolling.html --lang tr\n\n\
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
    #[arg(long = "as", value_name = "CODE", conflicts_with_all = ["view", "beside"])]
    pub of: Option<String>,
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

/// What of a rolling text is shown, how it is computed, and where it goes.
#[derive(Debug, Clone, Args)]
pub struct Showing {
    /// Write to this file; it replaces what is there
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// What is shown
    #[arg(long, value_enum, default_value_t)]
    pub view: View,
    /// The texts of two delegations side by side
    #[arg(
        long,
        value_name = "CODE,CODE",
        value_delimiter = ',',
        conflicts_with = "view"
    )]
    pub beside: Vec<String>,
    /// Form of the output; by the name of the file to write, if it is not said
    #[arg(long, value_enum)]
    pub format: Option<Form>,
    /// Changes fewer than this many words apart become one bracket
    #[arg(long, value_name = "WORDS", default_value_t = 3)]
    pub coalesce: usize,
    /// Never show whole alternatives in the place of brackets
    #[arg(long)]
    pub no_alternatives: bool,
    /// At a terminal: only the provisions that are open, with the headings above them
    #[arg(long, conflicts_with = "beside")]
    pub only_open: bool,
}

/// What of a rolling text is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// Brackets with the delegations behind them
    #[default]
    Attributed,
    /// Brackets without names
    Unattributed,
    /// The base at the left, the rolling text at the right
    Columns,
    /// The base without brackets
    Clean,
    /// Who says what of each reading
    Positions,
}

/// The forms of output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people, at a terminal
    #[default]
    Text,
    /// A page that stands alone
    Html,
    /// The source form of texts
    Treaty,
    /// A Word document with the tracked changes of all
    Docx,
    /// One row for each reading (RFC 4180)
    Csv,
    /// The same as data
    Json,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::new(tag).map_err(|error| error.to_string())
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
    let made = rolling(&inputs.base, &inputs.stands, &[], &showing.options())
        .map_err(|faults| inputs.refusal(&words, &faults))?;
    let shown = Shown::of(args.of.as_deref(), &showing, &words, &made)?;
    showing.print(
        &words,
        console,
        &Made {
            base: &inputs.base,
            rolling: &made,
            date: inputs.date,
            shown,
        },
    )
}

/// A rolling text with what its forms need besides.
pub(super) struct Made<'a> {
    /// The base.
    pub(super) base: &'a Expression,
    /// The rolling text.
    pub(super) rolling: &'a Rolling,
    /// The date of tracked changes.
    pub(super) date: Instant,
    /// What of it is shown.
    pub(super) shown: Shown,
}

impl Showing {
    /// How the rolling text is computed.
    pub(super) fn options(&self) -> Options {
        Options {
            coalesce: self.coalesce,
            whole_above: (!self.no_alternatives).then_some(60),
            ..Options::default()
        }
    }

    /// Prints a rolling text, or writes it to the file.
    pub(super) fn print(
        &self,
        words: &Words,
        console: &mut Console<'_>,
        made: &Made<'_>,
    ) -> Result<(), Failure> {
        let (rolling, shown) = (made.rolling, &made.shown);
        let form = self.form().unwrap_or_default();
        let ink = Ink::new(console.colored && self.out.is_none());
        if form == Form::Json && self.out.is_none() {
            return Ok(console.json(&rows::data(rolling))?);
        }
        let notice = console.notice.clone();
        let said = match form {
            Form::Text => shown.text(words, rolling, ink, console.width).into_bytes(),
            Form::Html => html::page(words, made, notice.as_deref()).into_bytes(),
            Form::Treaty => print(&shown.expression(rolling)).into_bytes(),
            Form::Json => json(&rows::data(rolling))?.into_bytes(),
            Form::Csv => rows::csv(rolling)?.into_bytes(),
            Form::Docx => {
                if self.out.is_none() {
                    return Err(Failure::new(Kind::Usage, say!(words, "rolling-needs-file")));
                }
                tracked::document(rolling, made.date, words)
            }
        };
        if let Some(notice) = notice.filter(|_| form != Form::Html) {
            writeln!(console.err, "{notice}")?;
        }
        match &self.out {
            None => console.out.write_all(&said)?,
            Some(path) => write(words, path, &said)?,
        }
        // The figures come below the text, wherever both go.
        console.out.flush()?;
        if form != Form::Html && form != Form::Json {
            console
                .err
                .write_all(summary::summary(words, rolling).as_bytes())?;
        }
        Ok(())
    }
}

fn json(value: &serde_json::Value) -> Result<String, Failure> {
    let mut said = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::new(Kind::Unwritten, error.to_string()))?;
    said.push('\n');
    Ok(said)
}

fn write(words: &Words, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error: io::Error| {
        let (path, why) = (path.display().to_string(), error.to_string());
        Failure::new(
            Kind::Defect,
            say!(words, "failure-file", path = path, why = why),
        )
    })
}
