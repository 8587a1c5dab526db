//! The commands: one file each. Each has its arguments, whose doc comments are its help, and a
//! `run` that reads them, asks one question and prints.

pub mod clause;
pub mod completions;
pub mod log;
pub mod manpages;
pub mod mirror;
pub mod monitor;
mod network;
pub mod question;
pub mod register;
pub mod status;
pub mod timeline;
pub mod whatif;
pub mod why;
pub mod why_not;
pub mod witness;

use clap::Subcommand;

use crate::args::Cli;
use crate::failure::Failure;
use crate::print::Console;

/// What can be asked and done.
#[derive(Debug, Subcommand)]
pub enum Command {
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
    /// The public log: serve it to everybody
    #[command(subcommand)]
    Log(log::LogCommand),
    /// Run a witness: cosign a log that continues all it showed before
    #[command(subcommand)]
    Witness(witness::WitnessCommand),
    /// Run a mirror: hold a log durably and serve it
    #[command(subcommand)]
    Mirror(mirror::MirrorCommand),
    /// Follow a log from outside, and keep evidence where it lies
    Monitor(monitor::MonitorArgs),
    /// Print a completion script for a shell
    Completions(completions::Completions),
    /// Write manual pages into a folder
    Manpages(manpages::Manpages),
}

/// Runs a command line.
pub fn run(cli: Cli, console: &mut Console<'_>) -> Result<(), Failure> {
    match cli.command {
        Command::Register(command) => register::run(&command, &cli.shared, console),
        Command::Status(args) => status::run(&args, &cli.shared, console),
        Command::Why(args) => why::run(&args, &cli.shared, console),
        Command::WhyNot(args) => why_not::run(&args, &cli.shared, console),
        Command::WhatIf(args) => whatif::run(&args, &cli.shared, console),
        Command::Clause(command) => clause::run(&command, &cli.shared, console),
        Command::Timeline(args) => timeline::run(&args, &cli.shared, console),
        Command::Log(command) => log::run(&command, &cli.shared, console),
        Command::Witness(command) => witness::run(&command, &cli.shared, console),
        Command::Mirror(command) => mirror::run(&command, &cli.shared, console),
        Command::Monitor(args) => monitor::run(&args, &cli.shared, console),
        Command::Completions(args) => completions::run(&args, console),
        Command::Manpages(args) => manpages::run(&args, &cli.shared),
    }
}
