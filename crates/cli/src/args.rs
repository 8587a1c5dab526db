//! The command line: what all commands share. Doc comments are the help text.

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};

use crate::command::Command;

/// Who is bound, since when, by which words, and why.
#[derive(Debug, Parser)]
#[command(
    name = "sponsio",
    version,
    propagate_version = true,
    after_help = "Examples:\n  \
        sponsio register check examples/register\n  \
        sponsio register effects examples/register --format csv\n\n\
        Exit codes: 0 done, 1 defect or unavailable, 2 usage, 3 not verified, 4 not found,\n\
        5 refused by a rule."
)]
pub struct Cli {
    /// What all commands share.
    #[command(flatten)]
    pub shared: Shared,
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags of all commands.
#[derive(Debug, Clone, Default, Args)]
pub struct Shared {
    /// Language of sentences
    #[arg(long, global = true, value_enum, default_value_t, env = "SPONSIO_LANG")]
    pub lang: Language,
    /// Color in the output; `NO_COLOR` is respected
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Plain text: no color, no progress, one finding a line
    #[arg(long, global = true)]
    pub plain: bool,
}

/// The register that is asked.
#[derive(Debug, Clone, Args)]
pub struct RegisterArg {
    /// Folder of the register
    #[arg(
        long,
        value_name = "DIR",
        default_value = ".",
        env = "SPONSIO_REGISTER"
    )]
    pub register: PathBuf,
}

/// Where the passphrase of the log's key comes from.
#[derive(Debug, Clone, Default, Args)]
pub struct KeyArg {
    /// File whose first line is the passphrase of the log's key; otherwise it is asked for
    #[arg(long, value_name = "FILE", env = "SPONSIO_PASSPHRASE_FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// The form of the output.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct OutputArg {
    /// Form of the output
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
}

impl OutputArg {
    /// Returns the form that was asked for.
    pub const fn form(self) -> Format {
        if self.json { Format::Json } else { self.format }
    }
}

/// The forms of output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Sentences and tables for people.
    #[default]
    Text,
    /// Comma-separated values (RFC 4180).
    Csv,
    /// JSON with stable names.
    Json,
}

/// The languages of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Turkish.
    Tr,
}

/// When color is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Whether color is used, given whether it would be welcome.
    pub const fn is_on(self, welcome: bool) -> bool {
        match self {
            Self::Auto => welcome,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
