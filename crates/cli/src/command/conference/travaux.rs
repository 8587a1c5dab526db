//! `sponsio travaux`: everything that was done to a provision (VCLT art. 32).

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::conference::{End, Trace, Travaux};
use sponsio_record::{ConferenceId, Instant};
use sponsio_text::ProvisionId;

use crate::args::Shared;
use crate::command::conference::conference_id;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::command::conference::round::provision;
use crate::command::conference::show::proposal::worded;
use crate::failure::Failure;
use crate::layout::{hanging, paragraph};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio travaux`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio travaux guarantees k7m2qy\n  \
    sponsio travaux guarantees k7m2qy --as ARD --json")]
pub struct TravauxArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The id of the provision
    #[arg(value_parser = provision)]
    pub provision: ProvisionId,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Prints the preparatory work of a provision.
pub fn run(args: &TravauxArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let travaux = conference.travaux(args.provision);
    if args.reader.json {
        return Ok(console.json(&data(&travaux))?);
    }
    let mut said = String::new();
    for trace in &travaux.traces {
        said += &paragraph(&sentence(&words, trace), console.width);
        if let Trace::Proposal {
            operations,
            reason,
            end,
            ..
        } = trace
        {
            said += &worded(&words, operations, reason, console.width);
            said += &ended(&words, end.as_ref(), console.width);
        }
    }
    if travaux.traces.is_empty() {
        said += &paragraph(&say!(words, "travaux-none"), console.width);
    }
    if !travaux.unknown.is_empty() {
        let count = travaux.unknown.len();
        said += &paragraph(&say!(words, "travaux-sealed", count = count), console.width);
    }
    Ok(console.text(&said)?)
}

/// Why the chair disposed of a proposal as it did, and when.
fn ended(words: &Words, end: Option<&(End, Instant)>, width: usize) -> String {
    let Some((End::Disposed(disposed), at)) = end else {
        return String::new();
    };
    let (at, reason) = (at.to_string(), &disposed.reason);
    let said = say!(words, "proposal-disposed", at = at, reason = reason);
    hanging(&said, 4, 6, width)
}

/// Returns the word for how a proposal ended.
pub(super) fn end(words: &Words, end: Option<&End>) -> String {
    let key = match end {
        None => "end-open".to_owned(),
        Some(End::Withdrawn) => "end-withdrawn".to_owned(),
        Some(End::Superseded(_)) => "end-superseded".to_owned(),
        Some(End::Disposed(disposed)) => format!("end-{}", disposed.outcome.label()),
    };
    say!(words, &key)
}

fn sentence(words: &Words, trace: &Trace) -> String {
    let (at, of) = (trace.at().to_string(), trace.of().to_string());
    match trace {
        Trace::Proposal {
            by,
            round,
            end: ended,
            ..
        } => {
            let ended = end(words, ended.as_ref().map(|(end, _)| end));
            let by = by.as_str();
            say!(
                words,
                "travaux-proposal",
                at = at,
                by = by,
                round = round,
                end = ended,
                of = of
            )
        }
        Trace::Agreed { language, .. } => {
            let language = language.as_str();
            say!(
                words,
                "travaux-agreed",
                at = at,
                language = language,
                of = of
            )
        }
        Trace::Reopened { reason, .. } => {
            say!(words, "travaux-reopened", at = at, reason = reason, of = of)
        }
        Trace::Reserved { by, .. } => {
            say!(
                words,
                "travaux-reserved",
                at = at,
                by = by.as_str(),
                of = of
            )
        }
        Trace::Adopted { .. } => say!(words, "travaux-adopted", at = at, of = of),
    }
}

fn data(travaux: &Travaux) -> Value {
    let traces = travaux.traces.iter().map(|trace| {
        let mut data = match trace {
            Trace::Proposal {
                by,
                round,
                operations,
                reason,
                end,
                ..
            } => json!({
                "what": "proposal",
                "by": by.as_str(),
                "round": round,
                "reason": reason,
                "operations": operations.iter().map(|one| json!({
                    "do": one.operation.label(),
                    "provision": one.provision.as_str(),
                    "other": one.other.map(|id| id.to_string()),
                    "text": one.text,
                })).collect::<Vec<_>>(),
                "end": end.as_ref().map(|(end, at)| json!({
                    "outcome": outcome(end),
                    "at": at.to_string(),
                    "reason": match end {
                        End::Disposed(disposed) => Some(disposed.reason.clone()),
                        End::Withdrawn | End::Superseded(_) => None,
                    },
                })),
            }),
            Trace::Agreed { language, .. } => {
                json!({ "what": "agreed", "language": language.as_str() })
            }
            Trace::Reopened {
                language, reason, ..
            } => json!({ "what": "reopened", "language": language.as_str(), "reason": reason }),
            Trace::Reserved {
                by,
                lifted,
                carried,
                ..
            } => json!({
                "what": "reserved",
                "by": by.as_str(),
                "lifted": lifted.map(|at| at.to_string()),
                "carried": carried.map(|of| of.to_string()),
            }),
            Trace::Adopted { .. } => json!({ "what": "adopted" }),
        };
        data["id"] = json!(trace.of().to_string());
        data["at"] = json!(trace.at().to_string());
        data
    });
    json!({
        "provision": travaux.provision.as_str(),
        "traces": traces.collect::<Vec<_>>(),
        "sealed": travaux.unknown.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

/// Returns the stable word for how a proposal ended.
pub(super) const fn outcome(end: &End) -> &'static str {
    match end {
        End::Withdrawn => "withdrawn",
        End::Superseded(_) => "superseded",
        End::Disposed(disposed) => disposed.outcome.label(),
    }
}
