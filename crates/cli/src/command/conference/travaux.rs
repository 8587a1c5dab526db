//! `sponsio travaux`: everything that was done to a provision (VCLT art. 32).

mod data;
mod said;

pub(super) use data::data;
pub(crate) use said::sentence;

use clap::Args;
use sponsio_law::conference::{End, Trace};
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
    let mut lines = String::new();
    for trace in &travaux.traces {
        lines += &paragraph(&sentence(&words, trace), console.width);
        if let Trace::Proposal {
            operations,
            reason,
            end,
            ..
        } = trace
        {
            lines += &worded(&words, operations, reason, console.width);
            lines += &ended(&words, end.as_ref(), console.width);
        }
    }
    if travaux.traces.is_empty() {
        lines += &paragraph(&say!(words, "travaux-none"), console.width);
    }
    if !travaux.unknown.is_empty() {
        let count = travaux.unknown.len();
        lines += &paragraph(&say!(words, "travaux-sealed", count = count), console.width);
    }
    Ok(console.text(&lines)?)
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

/// Returns the stable word for how a proposal ended.
pub(super) const fn outcome(end: &End) -> &'static str {
    match end {
        End::Withdrawn => "withdrawn",
        End::Superseded(_) => "superseded",
        End::Disposed(disposed) => disposed.outcome.label(),
    }
}
