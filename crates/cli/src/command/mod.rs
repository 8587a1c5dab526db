//! The commands: one file each. Each has its arguments, whose doc comments are its help, and a
//! `run` that reads them, asks one question and prints.

pub mod backup;
pub mod brackets;
pub mod bundle;
pub mod clause;
pub mod completions;
pub mod conference;
pub mod desk;
pub mod doctor;
pub mod import;
pub mod init;
pub mod key;
pub mod log;
pub mod manpages;
pub mod mirror;
pub mod monitor;
mod network;
pub mod observer;
pub mod question;
pub mod receipt;
pub mod register;
pub mod rolling;
pub mod serve;
pub mod status;
pub mod text;
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
    /// Make a new register that is kept as a ledger
    Init(init::Init),
    /// Record a folder of tables in a ledger, as published
    Import(import::Import),
    /// Participants: enter one in the register
    #[command(subcommand)]
    Participant(desk::participant::ParticipantCommand),
    /// Treaties: enter one in the register
    #[command(subcommand)]
    Treaty(desk::treaty::TreatyCommand),
    /// How a depositary counts: set its policies
    #[command(subcommand)]
    Policies(desk::policies::PoliciesCommand),
    /// Tables and groups that clauses name: set one
    #[command(subcommand)]
    Table(desk::table::TableCommand),
    /// Record a signature
    Sign(desk::sign::Sign),
    /// Record the deposit of an instrument of consent
    Deposit(desk::deposit::Deposit),
    /// Record a notice of withdrawal or denunciation
    Withdraw(desk::withdraw::Withdraw),
    /// Record the revocation of a notice or of a consent
    Revoke(desk::revoke::Revoke),
    /// Record the withdrawal of an instrument before entry into force
    WithdrawInstrument(desk::withdraw_instrument::WithdrawInstrument),
    /// Record that a signatory will not become a party
    Decline(desk::decline::Decline),
    /// Record provisional application or its end
    ApplyProvisionally(desk::apply_provisionally::ApplyProvisionally),
    /// Record a suspension or its end
    Suspend(desk::suspend::Suspend),
    /// Record that a State continues a predecessor's legal personality
    Continue(desk::continuation::Continue),
    /// Correct the date of an act, with the reason
    Correct(desk::correct::Correct),
    /// Notify an act to those concerned
    Notify(desk::notify::Notify),
    /// Record that a notification has reached its addressee
    Acknowledge(desk::acknowledge::Acknowledge),
    /// Disclose a confidential act to all
    Disclose(desk::disclose::Disclose),
    /// Erase what lies behind a confidential entry
    Erase(desk::erase::Erase),
    /// What two officers confirm: signing without the lock, recording by a clock that is behind
    #[command(subcommand)]
    Confirm(desk::confirm::ConfirmCommand),
    /// Secret keys: set a passphrase, make one for recovery
    #[command(subcommand)]
    Key(key::KeyCommand),
    /// Witnesses and mirrors that are asked for cosignatures: add, list, remove
    #[command(subcommand)]
    Observer(observer::ObserverCommand),
    /// Conferences: convene one, seat delegations, revise the text, show it
    #[command(subcommand)]
    Conference(conference::hold::ConferenceCommand),
    /// Rounds of proposals: open, close, publish, archive
    #[command(subcommand)]
    Round(conference::round::RoundCommand),
    /// Table a proposal; its words stay in the drawer until the round is published
    Propose(conference::propose::Propose),
    /// Proposals: convey, acknowledge, answer, join, withdraw, dispose, show
    #[command(subcommand)]
    Proposal(conference::proposal::ProposalCommand),
    /// Take a position on a proposal
    Position(conference::position::PositionArgs),
    /// Provisions: agree, reopen, confirm ad referendum, reserve a position
    #[command(subcommand)]
    Provision(conference::provision::ProvisionCommand),
    /// Silence procedures: start, break, withdraw, conclude, announce
    #[command(subcommand)]
    Silence(conference::silence::SilenceCommand),
    /// Adopt a text; the treaty enters the register with its rules
    Adopt(conference::adopt::Adopt),
    /// Initial an adopted text
    Initial(conference::authenticate::Initial),
    /// Establish an adopted text as authentic and definitive
    Authenticate(conference::authenticate::Authenticate),
    /// Show everything that was done to a provision
    Travaux(conference::travaux::TravauxArgs),
    /// The public log: show its entries, copy it, verify it
    #[command(subcommand)]
    Log(log::LogCommand),
    /// Receipts: the proof that an entry is in the log, made and verified
    #[command(subcommand)]
    Receipt(receipt::ReceiptCommand),
    /// Bundles: everything needed to verify one claim offline, made and verified
    #[command(subcommand)]
    Bundle(bundle::BundleCommand),
    /// Copy the database while it is in use
    Backup(backup::Backup),
    /// Say what a copy of the database is worth, and put it in the place of one that is gone
    Restore(backup::Restore),
    /// Examine every part of a register
    Doctor(doctor::Doctor),
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
    /// Texts of an instrument: check them, format them, compare their languages
    #[command(subcommand)]
    Text(text::TextCommand),
    /// Make one rolling text of the versions of many delegations, every bracket attributed
    Rolling(rolling::RollingArgs),
    /// Count the brackets of a negotiating text, by paragraph
    Brackets(brackets::BracketsArgs),
    /// Final clauses as Clausula: check them, say them as sentences, propose them from words
    #[command(subcommand)]
    Clause(clause::ClauseCommand),
    /// Serve the public register in a browser, to be read by anybody
    Serve(serve::Serve),
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
        Command::WithdrawInstrument(args) => {
            desk::withdraw_instrument::run(&args, &cli.shared, console)
        }
        Command::Decline(args) => desk::decline::run(&args, &cli.shared, console),
        Command::ApplyProvisionally(args) => {
            desk::apply_provisionally::run(&args, &cli.shared, console)
        }
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
        Command::Silence(command) => conference::silence::run(&command, &cli.shared, console),
        Command::Adopt(args) => conference::adopt::run(&args, &cli.shared, console),
        Command::Initial(args) => conference::authenticate::initial(&args, &cli.shared, console),
        Command::Authenticate(args) => conference::authenticate::run(&args, &cli.shared, console),
        Command::Travaux(args) => conference::travaux::run(&args, &cli.shared, console),
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
        Command::Text(command) => text::run(&command, &cli.shared, console),
        Command::Rolling(args) => rolling::run(&args, &cli.shared, console),
        Command::Brackets(args) => brackets::run(&args, &cli.shared, console),
        Command::Timeline(args) => timeline::run(&args, &cli.shared, console),
        Command::Serve(args) => serve::run(&args, &cli.shared, console),
        Command::Witness(command) => witness::run(&command, &cli.shared, console),
        Command::Mirror(command) => mirror::run(&command, &cli.shared, console),
        Command::Monitor(args) => monitor::run(&args, &cli.shared, console),
        Command::Completions(args) => completions::run(&args, console),
        Command::Manpages(args) => manpages::run(&args, &cli.shared),
    }
}
