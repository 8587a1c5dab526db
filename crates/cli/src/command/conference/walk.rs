//! `sponsio walk`: from a provision back to the words that somebody spoke, level by level.

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::conference::{Origin, Walk};
use sponsio_record::ConferenceId;
use sponsio_text::ProvisionId;

use crate::args::Shared;
use crate::command::conference::in_force::in_force;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::command::conference::round::provision;
use crate::command::conference::statement::{level, source, source_line};
use crate::command::conference::{conference_id, travaux, understanding};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio walk`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio walk guarantees k7m2qy\n  \
    sponsio walk guarantees k7m2qy --as ARD --json")]
pub struct WalkArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The id of the provision, or of a draft
    #[arg(value_parser = provision)]
    pub provision: ProvisionId,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Prints what lies behind a provision.
pub fn run(args: &WalkArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(&args.conference, &args.reader, shared, console)?;
    let force = in_force(&conference, now, &args.reader.register, &words, console)?;
    let force = force.map(|found| found.sentence);
    let walk = conference.walk(args.provision);
    if args.reader.json {
        return Ok(console.json(&data(&walk, force.as_deref()))?);
    }
    let width = console.width;
    let mut said = paragraph(
        &force.unwrap_or_else(|| say!(words, "walk-no-treaty")),
        width,
    );
    match walk.adopted {
        Some(adopted) => {
            let (at, of) = (adopted.at.to_string(), adopted.id.to_string());
            said += &paragraph(&say!(words, "walk-adopted", at = at, of = of), width);
        }
        None => said += &paragraph(&say!(words, "walk-not-adopted"), width),
    }
    for trace in walk.travaux.traces.iter().rev() {
        said += &paragraph(&travaux::sentence(&words, trace), width);
    }
    if !walk.travaux.unknown.is_empty() {
        let count = walk.travaux.unknown.len();
        said += &paragraph(&say!(words, "travaux-sealed", count = count), width);
    }
    for one in &walk.understandings {
        said += &paragraph(&understanding::line(&words, one), width);
    }
    for origin in &walk.origins {
        said += &shown(&words, origin, width);
    }
    if walk.origins.is_empty() {
        said += &paragraph(&say!(words, "walk-no-origin"), width);
    }
    Ok(console.text(&said)?)
}

fn shown(words: &Words, origin: &Origin<'_>, width: usize) -> String {
    let draft = origin.draft;
    let drafted = &draft.drafted;
    let (of, at) = (draft.id.to_string(), draft.at.to_string());
    let mut said = String::new();
    if let Some(link) = origin.link {
        let (reason, id) = (&link.linked.reason, drafted.provision.as_str());
        let of = link.id.to_string();
        let line = say!(words, "walk-linked", draft = id, reason = reason, of = of);
        said += &paragraph(&line, width);
    }
    said += &paragraph(
        &say!(
            words,
            "walk-drafted",
            at = at,
            of = of,
            words = &drafted.words
        ),
        width,
    );
    if draft.hypothetical {
        said += &paragraph(&say!(words, "draft-hypothetical"), width);
    }
    for spoken in &origin.spoken {
        let level = level(words, spoken.statement.level(None));
        let kind = say!(
            words,
            &format!("statement-kind-{}", spoken.said.kind.label())
        );
        let line = say!(
            words,
            "walk-spoken",
            speaker = &spoken.said.speaker,
            quote = &spoken.quote.text,
            kind = kind,
            level = level,
            of = spoken.statement.id.to_string()
        );
        said += &paragraph(&line, width);
        let (start, end) = (
            spoken.quote.start.to_string(),
            spoken.quote.end().to_string(),
        );
        said += &paragraph(&say!(words, "walk-span", start = start, end = end), width);
        said += &paragraph(&source_line(words, spoken.source), width);
    }
    said
}

fn data(walk: &Walk<'_>, force: Option<&str>) -> Value {
    let origins = walk.origins.iter().map(|origin| {
        let drafted = &origin.draft.drafted;
        let spoken = origin.spoken.iter().map(|spoken| {
            json!({
                "statement": spoken.statement.id.to_string(),
                "speaker": spoken.said.speaker,
                "capacity": spoken.said.capacity.label(),
                "kind": spoken.said.kind.label(),
                "level": spoken.statement.level(None).label(),
                "doubtful": spoken.said.doubtful,
                "words": spoken.quote.text,
                "start": spoken.quote.start,
                "end": spoken.quote.end(),
                "source": source(spoken.source),
            })
        });
        json!({
            "draft": drafted.provision.as_str(),
            "id": origin.draft.id.to_string(),
            "at": origin.draft.at.to_string(),
            "hypothetical": origin.draft.hypothetical,
            "language": drafted.language.as_str(),
            "words": drafted.words,
            "guarantee": drafted.guarantee,
            "linked_by": origin.link.map(|link| json!({
                "id": link.id.to_string(),
                "reason": link.linked.reason,
            })),
            "spoken": spoken.collect::<Vec<_>>(),
        })
    });
    json!({
        "provision": walk.provision.as_str(),
        "force": force,
        "adopted": walk.adopted.map(|adopted| json!({
            "id": adopted.id.to_string(),
            "at": adopted.at.to_string(),
        })),
        "travaux": travaux::data(&walk.travaux),
        "understandings": walk.understandings.iter().map(|one| understanding::data(one)).collect::<Vec<_>>(),
        "origins": origins.collect::<Vec<_>>(),
    })
}
