//! `sponsio meeting`: opened, attended, closed, listed.

use clap::{Args, Subcommand};
use serde_json::json;

use sponsio_depositary::{Attend, CloseMeeting, Sent};
use sponsio_law::calendar::Date;
use sponsio_law::conference::{Capacity, Meeting, MeetingOpened, Step};
use sponsio_record::{ConferenceId, ParticipantId};

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::statement::capacity;
use crate::command::conference::{SittingArgs, StepArgs, conference_id, delegation, record, step};
use crate::command::desk::args::document;
use crate::command::question::day;
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with meetings.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio meeting open guarantees plenary-1 --place \"Port Ansel\" --date 2027-01-12\n  \
    sponsio meeting attend guarantees plenary-1 --as ARD --name \"Ana Orel\" --capacity foreign-minister\n  \
    sponsio meeting attend guarantees plenary-1 --as BEL --name \"Ben Tal\" --capacity full-powers --full-powers powers.pdf\n  \
    sponsio meeting close guarantees plenary-1 --minutes minutes.pdf")]
pub enum MeetingCommand {
    /// Open a meeting
    Open(OpenArgs),
    /// Record that a delegation attends; recorded again, its representative is replaced
    Attend(AttendArgs),
    /// Close a meeting, with its minutes
    Close(CloseArgs),
    /// List the meetings with those who attended
    List(ShowArgs),
}

/// Arguments of `sponsio meeting open`.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the meeting
    pub meeting: String,
    /// Where it is held
    #[arg(long)]
    pub place: String,
    /// Day on which it begins, at the place
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Date,
    /// What it is about
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub subject: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio meeting attend`.
#[derive(Debug, Args)]
pub struct AttendArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the meeting
    pub meeting: String,
    /// Whose delegation it is, by code
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// Who sits for it; repeat for each, with a capacity for each. Names go into the drawer: the log does not
    /// show them, and the presidency and the delegations read them
    #[arg(long, required = true)]
    pub name: Vec<String>,
    /// Offices in words, in the order of the names, for all or for none; everybody reads them
    #[arg(long, value_name = "TEXT")]
    pub office: Vec<String>,
    /// In which capacity, in the order of the names: head-of-state, head-of-government, foreign-minister,
    /// head-of-mission, accredited-representative, full-powers, official
    #[arg(long, required = true, value_parser = capacity)]
    pub capacity: Vec<Capacity>,
    /// Full powers of the first who sits by them, from a file; repeat in the order of the names
    #[arg(long, value_name = "FILE")]
    pub full_powers: Vec<String>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio meeting close`.
#[derive(Debug, Args)]
pub struct CloseArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the meeting
    pub meeting: String,
    /// Its minutes, from a file
    #[arg(long, value_name = "FILE")]
    pub minutes: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Runs a command on meetings.
pub fn run(
    command: &MeetingCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        MeetingCommand::Open(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::MeetingOpened(MeetingOpened {
                    meeting: args.meeting.clone(),
                    date: args.date,
                    place: args.place.clone(),
                    subject: args.subject.clone(),
                }))
            })
        }
        MeetingCommand::Attend(args) => {
            record(&args.sitting, shared, console, async |desk, words| {
                let request = Attend {
                    conference: args.conference.clone(),
                    meeting: args.meeting.clone(),
                    participant: args.by.clone(),
                    sent: sent(args, words)?,
                };
                Ok(desk.attend(request).await?)
            })
        }
        MeetingCommand::Close(args) => {
            record(&args.sitting, shared, console, async |desk, words| {
                let minutes = args.minutes.as_ref().map(|given| document(words, given));
                let request = CloseMeeting {
                    conference: args.conference.clone(),
                    meeting: args.meeting.clone(),
                    minutes: minutes.transpose()?.map(|(document, _)| document),
                };
                Ok(desk.close_meeting(request).await?)
            })
        }
        MeetingCommand::List(args) => list(args, shared, console),
    }
}

/// Each name with its capacity, and with full powers in their order where that is the capacity.
fn sent(args: &AttendArgs, words: &Words) -> Result<Vec<Sent>, Failure> {
    if args.name.len() != args.capacity.len() {
        let sentence = say!(words, "meeting-capacities", count = args.name.len());
        return Err(Failure::new(crate::failure::Kind::Usage, sentence));
    }
    if !args.office.is_empty() && args.office.len() != args.name.len() {
        let sentence = say!(words, "meeting-offices", count = args.name.len());
        return Err(Failure::new(crate::failure::Kind::Usage, sentence));
    }
    let mut powers = args.full_powers.iter();
    let mut offices = args.office.iter();
    let sent = args
        .name
        .iter()
        .zip(&args.capacity)
        .map(|(name, capacity)| {
            let given = match capacity {
                Capacity::FullPowers => powers.next(),
                _ => None,
            };
            let full_powers = given.map(|given| document(words, given)).transpose()?;
            Ok(Sent {
                name: name.clone(),
                capacity: *capacity,
                office: offices.next().cloned().unwrap_or_default(),
                full_powers: full_powers.map(|(document, _)| document),
            })
        });
    sent.collect()
}

fn list(args: &ShowArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let meetings = conference.meetings().iter();
    if args.reader.json {
        let meetings: Vec<_> = meetings.map(data).collect();
        return Ok(console.json(&json!({ "meetings": meetings }))?);
    }
    let mut said = String::new();
    for meeting in meetings {
        let key = match meeting.closed {
            Some(_) => "meeting-line-closed",
            None => "meeting-line-open",
        };
        let mut facts = fluent_bundle::FluentArgs::new();
        facts.set("meeting", meeting.opened.meeting.as_str());
        facts.set("place", meeting.opened.place.as_str());
        facts.set("date", words.day(meeting.opened.date));
        said += &paragraph(&words.say(key, &facts), console.width);
        for (code, delegation) in &meeting.attendance {
            for (name, one) in delegation.sitting() {
                let capacity = say!(words, &format!("capacity-{}", one.capacity.label()));
                let parts = [name.unwrap_or_default(), &one.office, &capacity];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                let who = parts.collect::<Vec<_>>().join(", ");
                let line = say!(words, "meeting-attends", code = code.as_str(), who = who);
                said += &paragraph(&line, console.width);
            }
        }
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "meeting-none"), console.width);
    }
    Ok(console.text(&said)?)
}

fn data(meeting: &Meeting) -> serde_json::Value {
    let opened = &meeting.opened;
    let attendance = meeting.attendance.iter().map(|(code, delegation)| {
        let sent = delegation.sitting().map(|(name, one)| {
            json!({
                "name": name,
                "capacity": one.capacity.label(),
                "office": one.office,
                "full_powers": one.full_powers.map(|digest| digest.cited()),
            })
        });
        json!({ "participant": code.as_str(), "representatives": sent.collect::<Vec<_>>() })
    });
    json!({
        "meeting": opened.meeting,
        "id": meeting.id.to_string(),
        "date": opened.date.to_string(),
        "place": opened.place,
        "subject": opened.subject,
        "attendance": attendance.collect::<Vec<_>>(),
        "closed": meeting.closed.as_ref().map(|(at, minutes)| json!({
            "at": at.to_string(),
            "minutes": minutes.map(|digest| digest.cited()),
        })),
    })
}
