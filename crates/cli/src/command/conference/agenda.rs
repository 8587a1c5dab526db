//! `sponsio agenda`: what a conference has before it. Every item keeps its place; how long it was left and
//! which share of attention it had is computed and shown with what it follows from.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use sponsio_law::clause::decimal::Decimal;
use sponsio_law::conference::{Attention, ItemAdded, ItemConcluded, ItemTakenUp, Step};
use sponsio_record::ConferenceId;

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::{StepArgs, conference_id, step};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with the agenda.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio agenda add guarantees waters --title \"Safety in the straits\"\n  \
    sponsio agenda take-up guarantees waters --meeting plenary-1 --minutes 40\n  \
    sponsio agenda list guarantees")]
pub enum AgendaCommand {
    /// Put an item on the agenda; its place is the last
    Add(AddArgs),
    /// Record that an item was taken up at a meeting, and for how long
    TakeUp(TakeUpArgs),
    /// Conclude an item, with the result; it keeps its place
    Conclude(ConcludeArgs),
    /// List the items in their places, with how long each was left and its share of attention
    List(ShowArgs),
}

/// Arguments of `sponsio agenda add`.
#[derive(Debug, Args)]
pub struct AddArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the item
    pub item: String,
    /// What it is about
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio agenda take-up`.
#[derive(Debug, Args)]
pub struct TakeUpArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the item
    pub item: String,
    /// The name of the meeting
    #[arg(long)]
    pub meeting: String,
    /// How long it was treated, in minutes
    #[arg(long)]
    pub minutes: u64,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio agenda conclude`.
#[derive(Debug, Args)]
pub struct ConcludeArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the item
    pub item: String,
    /// With which result
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Runs a command on the agenda.
pub fn run(
    command: &AgendaCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let (args, conference, done) = match command {
        AgendaCommand::Add(args) => (
            &args.step,
            &args.conference,
            Step::ItemAdded(ItemAdded {
                item: args.item.clone(),
                title: args.title.clone(),
            }),
        ),
        AgendaCommand::TakeUp(args) => (
            &args.step,
            &args.conference,
            Step::ItemTakenUp(ItemTakenUp {
                item: args.item.clone(),
                meeting: args.meeting.clone(),
                minutes: args.minutes,
            }),
        ),
        AgendaCommand::Conclude(args) => (
            &args.step,
            &args.conference,
            Step::ItemConcluded(ItemConcluded {
                item: args.item.clone(),
                reason: args.reason.clone(),
            }),
        ),
        AgendaCommand::List(args) => return list(args, shared, console),
    };
    step(args, shared, console, conference, |_, _| Ok(done))
}

fn list(args: &ShowArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(&args.conference, &args.reader, shared, console)?;
    let agenda = conference.agenda(now);
    if args.reader.json {
        let items: Vec<_> = agenda.iter().map(data).collect();
        return Ok(console.json(&json!({ "at": now.to_string(), "items": items }))?);
    }
    let mut said = String::new();
    for one in &agenda {
        said += &paragraph(&line(&words, one), console.width);
        said += &paragraph(&attention(&words, one), console.width);
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "agenda-none"), console.width);
    }
    Ok(console.text(&said)?)
}

fn line(words: &Words, one: &Attention<'_>) -> String {
    let (item, title) = (one.item.added.item.as_str(), one.item.added.title.as_str());
    let since = one.since.to_string();
    let mut facts = fluent_bundle::FluentArgs::new();
    facts.set("place", one.place);
    facts.set("item", item);
    facts.set("title", title);
    facts.set("days", one.days);
    facts.set("since", since);
    let key = match (&one.item.concluded, one.minutes) {
        (Some((_, reason)), _) => {
            facts.set("reason", reason.as_str());
            "agenda-line-concluded"
        }
        (None, 0) => "agenda-line-never",
        (None, _) => "agenda-line",
    };
    words.say(key, &facts)
}

/// Says the share of attention with what it follows from.
fn attention(words: &Words, one: &Attention<'_>) -> String {
    let Some(share) = one.share() else {
        return say!(words, "agenda-no-attention");
    };
    let meetings = one
        .item
        .taken_up
        .iter()
        .map(|(taken, ..)| format!("{} ({})", taken.meeting, taken.minutes));
    let meetings: Vec<String> = meetings.collect();
    if meetings.is_empty() {
        let all = one.of_all.to_string();
        return say!(words, "agenda-attention-none", all = all);
    }
    say!(
        words,
        "agenda-attention",
        share = per_cent(words, share),
        minutes = one.minutes.to_string(),
        all = one.of_all.to_string(),
        meetings = meetings.join(", ")
    )
}

/// Returns thousandths as a number of hundredths, as the language writes it.
fn per_cent(words: &Words, thousandths: u64) -> String {
    let number = Decimal::parse(&format!("{}.{}", thousandths / 10, thousandths % 10));
    number
        .map(|number| words.number(number))
        .unwrap_or_default()
}

fn data(one: &Attention<'_>) -> Value {
    json!({
        "place": one.place,
        "item": one.item.added.item,
        "title": one.item.added.title,
        "id": one.item.id.to_string(),
        "added": one.item.at.to_string(),
        "since": one.since.to_string(),
        "days": one.days,
        "minutes": one.minutes,
        "minutes_of_all": one.of_all,
        "share_in_thousandths": one.share(),
        "taken_up": one.item.taken_up.iter().map(|(taken, at, id)| json!({
            "id": id.to_string(),
            "at": at.to_string(),
            "meeting": taken.meeting,
            "minutes": taken.minutes,
        })).collect::<Vec<_>>(),
        "concluded": one.item.concluded.as_ref().map(|(at, reason)| json!({
            "at": at.to_string(),
            "reason": reason,
        })),
    })
}
