//! Which command does what a command line asks.

use super::conference::corrigendum;
use super::desk::{apply_provisionally, withdraw_instrument};
use super::{
    Command, account, backup, brackets, bundle, clause, completions, conference, config, coverage,
    desk, doctor, examine_upload, guarantee, import, init, key, log, manpages, mirror, monitor,
    observer, receipt, register, report, rolling, serve, status, text, timeline, webhook, whatif,
    why, why_not, witness,
};
use crate::args::Cli;
use crate::failure::Failure;
use crate::print::Console;

/// Runs a command line.
pub fn run(cli: Cli, console: &mut Console<'_>) -> Result<(), Failure> {
    match cli.command {
        Command::Init(args) => init::run(&args, &cli.shared, console),
        Command::Import(args) => import::run(&args, &cli.shared, console),
        Command::Participant(command) => desk::participant::run(&command, &cli.shared, console),
        Command::Treaty(command) => desk::treaty::run(&command, &cli.shared, console),
        Command::Policies(command) => desk::policies::run(&command, &cli.shared, console),
        Command::Table(command) => desk::table::run(&command, &cli.shared, console),
        Command::Sign(args) => desk::sign::run(&args, &cli.shared, console),
        Command::Deposit(args) => desk::deposit::run(&args, &cli.shared, console),
        Command::Withdraw(args) => desk::withdraw::run(&args, &cli.shared, console),
        Command::Revoke(args) => desk::revoke::run(&args, &cli.shared, console),
        Command::WithdrawInstrument(args) => withdraw_instrument::run(&args, &cli.shared, console),
        Command::Decline(args) => desk::decline::run(&args, &cli.shared, console),
        Command::ApplyProvisionally(args) => apply_provisionally::run(&args, &cli.shared, console),
        Command::Suspend(args) => desk::suspend::run(&args, &cli.shared, console),
        Command::Continue(args) => desk::continuation::run(&args, &cli.shared, console),
        Command::Correct(args) => desk::correct::run(&args, &cli.shared, console),
        Command::Notify(args) => desk::notify::run(&args, &cli.shared, console),
        Command::Acknowledge(args) => desk::acknowledge::run(&args, &cli.shared, console),
        Command::Disclose(args) => desk::disclose::run(&args, &cli.shared, console),
        Command::Erase(args) => desk::erase::run(&args, &cli.shared, console),
        Command::Confirm(command) => desk::confirm::run(&command, &cli.shared, console),
        Command::Key(command) => key::run(&command, &cli.shared, console),
        Command::Observer(command) => observer::run(&command, &cli.shared, console),
        Command::Conference(command) => conference::hold::run(&command, &cli.shared, console),
        Command::Round(command) => conference::round::run(&command, &cli.shared, console),
        Command::Propose(args) => conference::propose::run(&args, &cli.shared, console),
        Command::Proposal(command) => conference::proposal::run(&command, &cli.shared, console),
        Command::Position(args) => conference::position::run(&args, &cli.shared, console),
        Command::Provision(command) => conference::provision::run(&command, &cli.shared, console),
        Command::Package(command) => conference::package::run(&command, &cli.shared, console),
        Command::Language(command) => conference::language::run(&command, &cli.shared, console),
        Command::Silence(command) => conference::silence::run(&command, &cli.shared, console),
        Command::Statement(command) => conference::statement::run(&command, &cli.shared, console),
        Command::Meeting(command) => conference::meeting::run(&command, &cli.shared, console),
        Command::Clarification(command) => {
            conference::clarification::run(&command, &cli.shared, console)
        }
        Command::Understanding(command) => {
            conference::understanding::run(&command, &cli.shared, console)
        }
        Command::Agenda(command) => conference::agenda::run(&command, &cli.shared, console),
        Command::Adopt(args) => conference::adopt::run(&args, &cli.shared, console),
        Command::Initial(args) => conference::authenticate::initial(&args, &cli.shared, console),
        Command::Authenticate(args) => conference::authenticate::run(&args, &cli.shared, console),
        Command::Corrigendum(command) => corrigendum::run(&command, &cli.shared, console),
        Command::Travaux(args) => conference::travaux::run(&args, &cli.shared, console),
        Command::Walk(args) => conference::walk::run(&args, &cli.shared, console),
        Command::Log(command) => log::run(&command, &cli.shared, console),
        Command::Receipt(command) => receipt::run(&command, &cli.shared, console),
        Command::Bundle(command) => bundle::run(&command, &cli.shared, console),
        Command::Backup(args) => backup::backup(&args, &cli.shared, console),
        Command::Restore(args) => backup::restore(&args, &cli.shared, console),
        Command::Doctor(args) => doctor::run(&args, &cli.shared, console),
        Command::Register(command) => register::run(&command, &cli.shared, console),
        Command::Status(args) => status::run(&args, &cli.shared, console),
        Command::Why(args) => why::run(&args, &cli.shared, console),
        Command::WhyNot(args) => why_not::run(&args, &cli.shared, console),
        Command::WhatIf(args) => whatif::run(&args, &cli.shared, console),
        Command::Clause(command) => clause::run(&command, &cli.shared, console),
        Command::Coverage(args) => coverage::run(&args, &cli.shared, console),
        Command::Guarantee(command) => guarantee::run(&command, &cli.shared, console),
        Command::Text(command) => text::run(&command, &cli.shared, console),
        Command::Rule(command) => text::confirm::run(&command, &cli.shared, console),
        Command::Report(command) => report::run(&command, &cli.shared, console),
        Command::Rolling(args) => rolling::run(&args, &cli.shared, console),
        Command::Brackets(args) => brackets::run(&args, &cli.shared, console),
        Command::Timeline(args) => timeline::run(&args, &cli.shared, console),
        Command::Account(command) => account::run(&command, &cli.shared, console),
        Command::Config(command) => config::run(&command, &cli.shared, console),
        Command::ExamineUpload(args) => examine_upload::run(&args, console),
        Command::Webhook(command) => webhook::run(&command, &cli.shared, console),
        Command::Serve(args) => serve::run(&args, &cli.shared, console),
        Command::Witness(command) => witness::run(&command, &cli.shared, console),
        Command::Mirror(command) => mirror::run(&command, &cli.shared, console),
        Command::Monitor(args) => monitor::run(&args, &cli.shared, console),
        Command::Completions(args) => completions::run(&args, console),
        Command::Manpages(args) => manpages::run(&args, &cli.shared),
    }
}
