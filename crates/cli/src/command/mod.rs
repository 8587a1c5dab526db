//! The commands: one file each. Each has its arguments, whose doc comments are its help, and a
//! `run` that reads them, asks one question and prints.

pub mod clause;
pub mod completions;
pub mod desk;
pub mod import;
pub mod init;
pub mod log;
pub mod manpages;
pub mod question;
pub mod register;
pub mod status;
pub mod timeline;
pub mod whatif;
pub mod why;
pub mod why_not;

use clap::Subcommand;

use crate::args::Cli;
use crate::failure::Failure;
use crate::print::Console;

/// What can be asked and done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new register that is kept as a ledger
    Init(init::Init),
    /// Record a folder of tables in a ledger, as published
    Import(import::Import),
    /// The public log: show its entries, copy it, verify it
    #[command(subcommand)]
    Log(log::LogCommand),
    /// A register as a whole: check it, list effects, compare two
    #[command(subcommand)]
    Register(register::RegisterCommand),
    /// Show where everybody stands towards a treaty
    Status(status::Status),
    /// Say why a treaty is in force, or a participant bound, with every step
    Why(why::Why),
    /// Say what a treaty still lacks, and which deposits would bring it into force
    WhyNot(why_not::WhyNot),
    /// Say what would change under a supposition; nothing is written
    #[command(name = "whatif")]
    WhatIf(whatif::WhatIf),
    /// Draw how consents came in, with the number that is needed
    Timeline(timeline::Timeline),
    /// Final clauses as Clausula: check them, say them as sentences, propose them from words
    #[command(subcommand)]
    Clause(clause::ClauseCommand),
    /// Print a completion script for a shell
    Completions(completions::Completions),
    /// Write manual pages into a folder
    Manpages(manpages::Manpages),
}

/// Runs a command line.
pub fn run(cli: Cli, console: &mut Console<'_>) -> Result<(), Failure> {
    match cli.command {
        Command::Init(args) => init::run(&args, &cli.shared, console),
        Command::Import(args) => import::run(&args, &cli.shared, console),
        Command::Log(command) => log::run(&command, &cli.shared, console),
        Command::Register(command) => register::run(&command, &cli.shared, console),
        Command::Status(args) => status::run(&args, &cli.shared, console),
        Command::Why(args) => why::run(&args, &cli.shared, console),
        Command::WhyNot(args) => why_not::run(&args, &cli.shared, console),
        Command::WhatIf(args) => whatif::run(&args, &cli.shared, console),
        Command::Clause(command) => clause::run(&command, &cli.shared, console),
        Command::Timeline(args) => timeline::run(&args, &cli.shared, console),
        Command::Completions(args) => completions::run(&args, console),
        Command::Manpages(args) => manpages::run(&args, &cli.shared),
    }
}
