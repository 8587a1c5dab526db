//! `sponsio statement record`: what the first reader answers for. The passages come from the command line
//! or from a draft that a reader of reports made; each is looked up in the report that was kept.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_depositary::{Depositary, RecordStatement};
use sponsio_law::calendar::Date;
use sponsio_law::conference::{Capacity, Statement, StatementKind};
use sponsio_record::{ActId, ConferenceId, ParticipantId};

use crate::args::Shared;
use crate::command::conference::statement::args::reader;
use crate::command::conference::statement::data::quotes;
use crate::command::conference::statement::proposed::{
    Proposed, capacity, drafted, kind, only, proposed, quote, span, stretch, usage,
};
use crate::command::conference::statement::said::statement_lines;
use crate::command::conference::{Asked, SittingArgs, conference_id, delegation, mark, record};
use crate::command::desk::find;
use crate::command::question::day;
use crate::failure::Failure;
use crate::layout::{labelled, paragraph};
use crate::place::{PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio statement record`.
#[derive(Debug, Args)]
pub struct RecordArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the source
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub source: ActId,
    /// Draft record of the report, as `report read --json` prints it
    #[arg(long, value_name = "FILE", requires = "item")]
    pub from: Option<PathBuf>,
    /// Which objects of the draft are this statement, from 1 as `report read` numbers them; repeat for each passage
    #[arg(long, value_name = "N", requires = "from")]
    pub item: Vec<usize>,
    /// The speaker's own words, as they stand once in the report; repeat for each passage
    #[arg(long, value_name = "WORDS")]
    pub quote: Vec<String>,
    /// Words in which the report tells what was said, as they stand once in it
    #[arg(long, value_name = "WORDS")]
    pub told: Vec<String>,
    /// The speaker's own words by their place in the report, in bytes
    #[arg(long, value_name = "START-END", value_parser = span)]
    pub span: Vec<(usize, usize)>,
    /// Who spoke; otherwise as the draft says
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,
    /// In which capacity: head-of-state, head-of-government, foreign-minister, head-of-mission,
    /// accredited-representative, full-powers, official, body or unknown
    #[arg(long, value_parser = capacity)]
    pub capacity: Capacity,
    /// The office in the words of the source
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub office: String,
    /// Participant of the register for which was spoken
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub party: Option<ParticipantId>,
    /// Day on which it was said; otherwise as the draft says
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
    /// Where it was said; otherwise in the words of the draft
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub place: String,
    /// On what occasion; otherwise in the words of the draft
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub occasion: String,
    /// To whom, each; otherwise in the words of the draft
    #[arg(long, value_name = "TEXT")]
    pub audience: Vec<String>,
    /// What it is: assurance, readiness, proposal, denial, accusation, condition, report or other;
    /// otherwise as the draft says
    #[arg(long, value_parser = kind)]
    pub kind: Option<StatementKind>,
    /// Whom it accuses; repeat for each
    #[arg(long, value_name = "TEXT")]
    pub accused: Vec<String>,
    /// Why it is doubtful who said it
    #[arg(long, value_name = "TEXT")]
    pub doubtful: Option<String>,
    /// Who read the source and answers for the record, by pseudonym: o-ana
    #[arg(long, value_name = "PSEUDONYM", value_parser = reader)]
    pub reader: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Records a statement, or shows what would be recorded.
pub(super) fn run(
    args: &RecordArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if let Some(reader) = &args.reader {
        return record(&args.sitting, shared, console, async |desk, words| {
            let request = RecordStatement {
                conference: args.conference.clone(),
                reader: reader.clone(),
                statement: statement(args, desk, words).await?,
            };
            Ok(desk.record_statement(request).await?)
        });
    }
    let words = Words::new(shared.lang);
    let register = find(&args.sitting.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let clock = register.clock(args.sitting.now).map_err(said)?;
    let drawn = wait_for(async {
        let desk = register.desk(clock).await.map_err(said)?;
        let state = desk.state();
        let drawn = match statement(args, &desk, &words).await {
            Ok(drawn) => drawn,
            Err(Asked::Failure(failure)) => return Err(failure),
            Err(Asked::Desk(error)) => return Err(place::desk(&words, &state.register, &error)),
        };
        desk.close().await.map_err(|fatal| said(fatal.into()))?;
        Ok(drawn)
    })
    .map_err(said)??;
    let data = json!({
        "recorded": false,
        "speaker": drawn.speaker,
        "kind": drawn.kind.label(),
        "quotes": quotes(&drawn),
        "date": drawn.date.map(|day| day.to_string()),
        "place": drawn.place,
        "occasion": drawn.occasion,
        "audience": drawn.audience,
        "doubtful": drawn.doubtful,
    });
    if args.sitting.json {
        return Ok(console.json(&data)?);
    }
    let mut shown = labelled(&statement_lines(&words, &drawn), console.width);
    shown += &paragraph(&say!(words, "statement-not-recorded"), console.width);
    Ok(console.text(&shown)?)
}

async fn statement(
    args: &RecordArgs,
    desk: &Depositary,
    words: &Words,
) -> Result<Statement, Asked> {
    let report = desk.report_of(&args.conference, args.source).await?;
    let report = String::from_utf8(report.bytes)
        .map_err(|_| usage(say!(words, "statement-report-no-text")))?;
    let proposed = proposed(args, words)?;
    let first = proposed.first();
    let mut found = Vec::new();
    found.extend(proposed.iter().map(|one| drafted(&report, one)));
    for (given, direct) in args
        .quote
        .iter()
        .map(|given| (given, true))
        .chain(args.told.iter().map(|given| (given, false)))
    {
        found.push(quote(only(&report, given, words)?, given, direct));
    }
    for (start, end) in &args.span {
        let there = stretch(&report, *start, *end, true);
        found.push(there.ok_or_else(|| usage(say!(words, "statement-no-span", start = *start)))?);
    }
    found.sort_by_key(|quote| quote.start);
    let speaker = args
        .speaker
        .clone()
        .or_else(|| first?.speaker.clone())
        .ok_or_else(|| usage(say!(words, "statement-no-speaker")))?;
    let kind = args
        .kind
        .or_else(|| first?.kind)
        .ok_or_else(|| usage(say!(words, "statement-no-kind")))?;
    let doubtful = args.doubtful.clone().or_else(|| {
        let doubtful = proposed.iter().any(|one| one.doubtful);
        doubtful.then(|| say!(words, "statement-doubtful-draft"))
    });
    Ok(Statement {
        conference: args.conference.clone(),
        // The desk gives it its mark.
        act: ActId::from_bytes([0; 16]),
        source: args.source,
        speaker,
        capacity: args.capacity,
        office: args.office.clone(),
        party: args.party.clone(),
        date: args
            .date
            .or_else(|| proposed.iter().find_map(|one| one.day)),
        place: given_or(&args.place, &proposed, |one| &one.place),
        occasion: given_or(&args.occasion, &proposed, |one| &one.occasion),
        audience: if args.audience.is_empty() {
            let drafted = given_or("", &proposed, |one| &one.audience);
            Some(drafted)
                .filter(|one| !one.is_empty())
                .into_iter()
                .collect()
        } else {
            args.audience.clone()
        },
        kind,
        quotes: found,
        accused: args.accused.clone(),
        doubtful: doubtful.unwrap_or_default(),
    })
}

/// What the command line says of the setting, else what the draft says, in the words of the report.
fn given_or(given: &str, proposed: &[Proposed], part: fn(&Proposed) -> &String) -> String {
    let drafted = || proposed.iter().map(part).find(|words| !words.is_empty());
    if given.is_empty() {
        drafted().cloned().unwrap_or_default()
    } else {
        given.to_owned()
    }
}
