//! `sponsio rolling`: the versions of N delegations become one rolling text, with every bracket
//! attributed. It needs no account, ledger or server.

mod columns;
mod concessions;
mod html;
pub(super) mod inputs;
pub(crate) mod printed;
mod rows;
mod shown;
mod summary;
mod supposed;
mod tracked;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::Value;

use sponsio_record::{Instant, ParticipantId};
use sponsio_text::markup::print;
use sponsio_text::{Expression, Language, Options, Rolling, Voice, rolling};

use crate::args::Shared;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, say};

use self::inputs::Inputs;
use self::printed::Ink;
pub(super) use self::shown::Shown;
pub(super) use self::supposed::Hypothesis;
use self::supposed::Supposing;

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

/// A rolling text with what its forms need besides.
pub(super) struct Made<'a> {
    /// The base.
    pub(super) base: &'a Expression,
    /// The rolling text, or what it would be.
    pub(super) rolling: &'a Rolling,
    /// What is supposed, where something is.
    pub(super) hypothesis: Option<&'a Hypothesis>,
    /// The date of tracked changes.
    pub(super) date: Instant,
    /// What of it is shown.
    pub(super) shown: Shown,
}

impl Made<'_> {
    /// Returns it as data: the rolling text, or the concessions, with what is supposed.
    pub(super) fn data(&self) -> Value {
        let mut data = match self.shown {
            Shown::Concessions => concessions::data(self.rolling),
            _ => rows::data(self.rolling),
        };
        if let Value::Object(members) = &mut data {
            let supposed = self.hypothesis.map(Hypothesis::data);
            members.insert("supposition".to_owned(), supposed.unwrap_or_default());
        }
        data
    }
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
        let rolling = made.rolling;
        let form = self.form().unwrap_or_default();
        if form == Form::Json && self.out.is_none() {
            return Ok(console.json(&made.data())?);
        }
        let notice = console.notice.clone();
        let said = self.written(words, console, form, made)?;
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

    /// Returns it in this form.
    fn written(
        &self,
        words: &Words,
        console: &Console<'_>,
        form: Form,
        made: &Made<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let (rolling, shown) = (made.rolling, &made.shown);
        let ink = Ink::new(console.colored && self.out.is_none());
        let is_of_sets = matches!(shown, Shown::Concessions);
        let cell = made.hypothesis.map(Hypothesis::cell);
        Ok(match form {
            Form::Text => {
                let text = shown.text(words, rolling, ink, console.width);
                match made.hypothesis {
                    Some(own) => paragraph(&own.notice(words), console.width) + "\n" + &text,
                    None => text,
                }
                .into_bytes()
            }
            Form::Html => html::page(words, made, console.notice.as_deref()).into_bytes(),
            Form::Json => json(&made.data())?.into_bytes(),
            Form::Csv if is_of_sets => concessions::csv(rolling, cell.as_deref())?.into_bytes(),
            Form::Csv => rows::csv(rolling, cell.as_deref())?.into_bytes(),
            Form::Treaty | Form::Docx if is_of_sets => {
                return Err(concessions::no_such_form(words));
            }
            Form::Treaty => {
                let text = shown.expression(rolling);
                let text = match made.hypothesis {
                    Some(own) => own.marked(words, text),
                    None => text,
                };
                print(&text).into_bytes()
            }
            Form::Docx => {
                if self.out.is_none() {
                    return Err(Failure::new(Kind::Usage, say!(words, "rolling-needs-file")));
                }
                match made.hypothesis {
                    Some(own) => {
                        let expression = own.marked(words, rolling.expression.clone());
                        let marked = Rolling {
                            expression,
                            ..rolling.clone()
                        };
                        tracked::document(&marked, made.date, words)
                    }
                    None => tracked::document(rolling, made.date, words),
                }
            }
        })
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
    pub(super) fn judge(&self, words: &Words, is_of_one: bool) -> Result<(), Failure> {
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

fn json(value: &Value) -> Result<String, Failure> {
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
