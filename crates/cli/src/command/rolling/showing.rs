//! What of a rolling text is shown, in which form, and where it goes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use sponsio_text::Options;

use crate::command::rolling::supposed::Supposing;
use crate::command::rolling::{Made, summary};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

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
    /// Who would have to give way to clear each provision, the smallest sets first
    #[arg(long, conflicts_with_all = ["view", "beside", "only_open"])]
    pub concessions: bool,
    /// What is supposed
    #[command(flatten)]
    pub supposing: Supposing,
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

impl Showing {
    /// How the rolling text is computed.
    pub(in crate::command) fn options(&self) -> Options {
        Options {
            coalesce: self.coalesce,
            whole_above: (!self.no_alternatives).then_some(60),
            ..Options::default()
        }
    }

    /// Prints a rolling text, or writes it to the file.
    pub(in crate::command) fn print(
        &self,
        words: &Words,
        console: &mut Console<'_>,
        made: &Made<'_>,
    ) -> Result<(), Failure> {
        let rolling = made.rolling;
        let form = self.form().unwrap_or_default();
        if form == Form::Json && self.out.is_none() {
            return Ok(console.json(&made.data())?);
        }
        let notice = console.notice.clone();
        let said = made.written(words, console, form, self.out.is_some())?;
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
            if let Some(hypothesis) = made.hypothesis {
                let said = hypothesis.difference(words).join("\n") + "\n";
                console.err.write_all(said.as_bytes())?;
            }
            console
                .err
                .write_all(summary::summary(words, rolling).as_bytes())?;
        }
        Ok(())
    }

    /// The form that is asked for, or that the name of the file says; none if the name says none.
    fn form(&self) -> Option<Form> {
        let Some(out) = self.out.as_ref().filter(|_| self.format.is_none()) else {
            return Some(self.format.unwrap_or_default());
        };
        match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "htm" => Some(Form::Html),
            "txt" => Some(Form::Text),
            name => Form::from_str(name, true).ok(),
        }
    }

    /// Refuses what would be written otherwise than it is asked for.
    pub(in crate::command) fn judge(&self, words: &Words, is_of_one: bool) -> Result<(), Failure> {
        let Some(form) = self.form() else {
            let path = self.out.as_deref().map(Path::display);
            let file = path.map(|path| path.to_string()).unwrap_or_default();
            let sentence = say!(words, "rolling-unknown-form", file = file);
            return Err(Failure::new(Kind::Usage, sentence)
                .with_hint(say!(words, "rolling-unknown-form-hint")));
        };
        let is_beside = !self.beside.is_empty();
        let (option, is_shown) = match form {
            _ if is_beside => ("--beside", matches!(form, Form::Text | Form::Html)),
            _ if is_of_one => ("--as", !matches!(form, Form::Docx | Form::Csv | Form::Json)),
            Form::Text => return Ok(()),
            _ if self.only_open => ("--only-open", form == Form::Html),
            Form::Html => ("--view", self.view != View::Clean),
            Form::Treaty => (
                "--view",
                matches!(self.view, View::Attributed | View::Clean),
            ),
            Form::Docx => ("--view", self.view == View::Attributed),
            Form::Csv | Form::Json => (
                "--view",
                matches!(self.view, View::Attributed | View::Positions),
            ),
        };
        if is_shown {
            return Ok(());
        }
        let form = form.to_possible_value();
        let form = form.map(|form| form.get_name().to_owned());
        let form = form.unwrap_or_default();
        let sentence = say!(words, "rolling-not-shown", option = option, form = form);
        Err(Failure::new(Kind::Usage, sentence).with_hint(say!(words, "rolling-not-shown-hint")))
    }
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
