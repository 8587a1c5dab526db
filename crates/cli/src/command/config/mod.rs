//! `sponsio config`: what a server goes by: examine it, show it with where each setting comes from.

mod check;
mod examination;
mod show;

use clap::{Args, Subcommand};

use crate::args::Shared;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::settings::file::What;
use crate::settings::key::{Form, find};
use crate::settings::{Origin, SettingArgs, Settings, SettingsError};
use crate::wording::{Words, say};

pub(super) use examination::examine;

/// What can be asked of settings.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio config check\n  \
    sponsio config show --config sponsio.toml --json\n\n\
    Settings come from /etc/sponsio/sponsio.toml, then from SPONSIO_… in the environment, then from flags;\n\
    the later wins. A secret is never a setting: settings name the files that hold them.")]
pub enum ConfigCommand {
    /// Examine the settings, the files that they name and what they add up to
    Check(ConfigArgs),
    /// Show every setting with where it comes from
    Show(ConfigArgs),
}

/// Arguments of both.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// The settings, as `sponsio serve` takes them
    #[command(flatten)]
    pub settings: SettingArgs,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on settings.
pub fn run(
    command: &ConfigCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    match command {
        ConfigCommand::Check(args) => check::run(args, &words, console),
        ConfigCommand::Show(args) => show::run(args, &words, console),
    }
}

/// Reads the settings that flags, environment and file give.
pub(super) fn settings(args: &SettingArgs, words: &Words) -> Result<Settings, Failure> {
    let read = Settings::read(args, std::env::vars_os());
    read.map_err(|error| failure(words, &error))
}

/// Returns why there are no settings; every fault of a file is said.
fn failure(words: &Words, error: &SettingsError) -> Failure {
    match error {
        SettingsError::Unread(path, why) => {
            let (path, why) = (path.display().to_string(), why.to_string());
            let sentence = say!(words, "config-unread", path = path, why = why);
            Failure::new(Kind::NotFound, sentence)
        }
        SettingsError::Variable(name, wants) => {
            let wants = self::wants(words, wants, name);
            let sentence = say!(words, "config-variable", name = name, wants = wants);
            Failure::new(Kind::Usage, sentence)
        }
        SettingsError::Wrong(path, wrong) => {
            let mut lines = wrong.iter().map(|one| {
                let place = format!("{}:{}:{}", path.display(), one.line, one.column);
                let what = match &one.what {
                    What::Form(why) => why.clone(),
                    What::Unknown(name, None) => say!(words, "config-unknown", key = name),
                    What::Unknown(name, Some(meant)) => {
                        say!(words, "config-unknown-meant", key = name, meant = *meant)
                    }
                    What::Value(name, wants) => {
                        let wants = self::wants(words, wants, name);
                        say!(words, "config-value", key = *name, wants = wants)
                    }
                };
                format!("{place}: {what}")
            });
            let first = lines.next().unwrap_or_default();
            let failure = Failure::new(Kind::Usage, first);
            lines.fold(failure, Failure::with_hint)
        }
    }
}

/// Returns what form a setting has, in words.
fn wants(words: &Words, wants: &str, name: &str) -> String {
    let own = name.strip_prefix("SPONSIO_").unwrap_or(name);
    let choice = match find(&own.to_ascii_lowercase()).map(|key| key.form) {
        Some(Form::Word(choice)) => choice.join(", "),
        _ => String::new(),
    };
    say!(words, wants, choice = choice)
}

/// Returns where a setting comes from, in words.
fn origin(words: &Words, origin: &Origin) -> String {
    match origin {
        Origin::Default => say!(words, "config-default"),
        Origin::File(path, line) => format!("{}:{line}", path.display()),
        Origin::Variable(name) | Origin::Flag(name) => name.clone(),
    }
}
