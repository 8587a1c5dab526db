//! The commands: one file each. Each has its arguments, whose doc comments are its help, and a
//! `run` that reads them, asks one question and prints.

pub mod account;
pub mod backup;
pub mod brackets;
pub mod bundle;
pub mod clause;
pub mod completions;
pub mod conference;
pub mod config;
pub mod coverage;
pub mod desk;
mod dispatch;
pub mod doctor;
pub mod examine_upload;
pub mod guarantee;
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
pub mod report;
pub mod rolling;
pub mod serve;
pub mod status;
pub mod text;
pub mod timeline;
pub mod webhook;
pub mod whatif;
pub mod why;
pub mod why_not;
pub mod witness;

use clap::Subcommand;

pub use self::dispatch::run;

use self::conference::corrigendum;
use self::desk::{apply_provisionally, withdraw_instrument};

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
    WithdrawInstrument(withdraw_instrument::WithdrawInstrument),
    /// Record that a signatory will not become a party
    Decline(desk::decline::Decline),
    /// Record provisional application or its end
    ApplyProvisionally(apply_provisionally::ApplyProvisionally),
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
    /// Rounds of proposals: open, close, publish, archive, show the rolling text and its convergence
    #[command(subcommand)]
    Round(conference::round::RoundCommand),
    /// Table a proposal; its words stay in the drawer until the round is published
    Propose(conference::propose::Propose),
    /// Proposals: convey, acknowledge, answer, join, withdraw, dispose, show
    #[command(subcommand)]
    Proposal(conference::proposal::ProposalCommand),
    /// Take a position on a proposal
    Position(conference::position::PositionArgs),
    /// Provisions: agree, reopen, confirm ad referendum, set the period after a refusal, reserve a position
    #[command(subcommand)]
    Provision(conference::provision::ProvisionCommand),
    /// Packages: provisions that are agreed together or not at all
    #[command(subcommand)]
    Package(conference::package::PackageCommand),
    /// Languages of a text: review, certify, show what is not yet
    #[command(subcommand)]
    Language(conference::language::LanguageCommand),
    /// Silence procedures: start, break, attach, extend, withdraw, conclude, announce
    #[command(subcommand)]
    Silence(conference::silence::SilenceCommand),
    /// Statements: record what was said, confirm it, draft a provision from it, list, show
    #[command(subcommand)]
    Statement(conference::statement::StatementCommand),
    /// Meetings: open, attend, close, list
    #[command(subcommand)]
    Meeting(conference::meeting::MeetingCommand),
    /// Clarifications of points understood differently: raise, answer, agree, close, list
    #[command(subcommand)]
    Clarification(conference::clarification::ClarificationCommand),
    /// Understandings: record, affirm, carry into the text, list
    #[command(subcommand)]
    Understanding(conference::understanding::UnderstandingCommand),
    /// The agenda: add an item, take it up, conclude it, list with what is neglected
    #[command(subcommand)]
    Agenda(conference::agenda::AgendaCommand),
    /// Adopt a text; the treaty enters the register with its rules
    Adopt(conference::adopt::Adopt),
    /// Initial an adopted text
    Initial(conference::authenticate::Initial),
    /// Establish an adopted text as authentic and definitive
    Authenticate(conference::authenticate::Authenticate),
    /// Corrections of an adopted text: propose, object, show
    #[command(subcommand)]
    Corrigendum(corrigendum::CorrigendumCommand),
    /// Show everything that was done to a provision
    Travaux(conference::travaux::TravauxArgs),
    /// Walk back from a provision to the words that somebody spoke
    Walk(conference::walk::WalkArgs),
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
    /// Show who guarantees what to whom on a day: the matrix, its gaps and what would close them
    Coverage(coverage::CoverageCommand),
    /// Guarantees: list them, check a draft, say what is missing for one to bind
    #[command(subcommand)]
    Guarantee(guarantee::GuaranteeCommand),
    /// Texts of an instrument: check them, format them, compare their languages
    #[command(subcommand)]
    Text(text::TextCommand),
    /// The rules under the provisions of a text: confirm that they say what the words say
    #[command(subcommand)]
    Rule(text::confirm::RuleCommand),
    /// Reports of the press: read who said what, as a draft
    #[command(subcommand)]
    Report(report::ReportCommand),
    /// Make one rolling text of the versions of many delegations, every bracket attributed
    Rolling(rolling::RollingArgs),
    /// Count the brackets of a negotiating text, by paragraph
    Brackets(brackets::BracketsArgs),
    /// Final clauses as Clausula: check them, say them as sentences, propose them from words
    #[command(subcommand)]
    Clause(clause::ClauseCommand),
    /// Accounts of the desk in a browser: invite, list, revoke, tokens of programs
    #[command(subcommand)]
    Account(account::AccountCommand),
    /// Settings of a server: examine them, show them with where each comes from
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// Say what a PDF on standard input is; the desk starts it for each file
    #[command(hide = true)]
    ExamineUpload(examine_upload::ExamineUpload),
    /// Webhooks, told of each act: add, list, remove, resume, deliveries, test
    #[command(subcommand)]
    Webhook(webhook::WebhookCommand),
    /// Serve the public register in a browser, and the desk to officers
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
