//! A proposal, as the reader may see it.

use serde_json::{Value, json};

use sponsio_law::conference::TabledProposal;
use sponsio_record::{ActId, ConferenceId};

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::command::conference::travaux::{end, outcome};
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// Prints one proposal; its words where the reader may see them.
pub(in crate::command::conference) fn run(
    id: &ConferenceId,
    of: ActId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(id, args, shared, console)?;
    let Some(found) = conference.proposal(of) else {
        let sentence = say!(words, "conference-no-proposal", of = of.to_string());
        return Err(Failure::new(Kind::NotFound, sentence));
    };
    if args.json {
        return Ok(console.json(&data(found))?);
    }
    let mut said = paragraph(&line(&words, found), console.width);
    match &found.paper {
        None => said += &paragraph(&say!(words, "conference-sealed"), console.width),
        Some(paper) => {
            for one in &paper.operations {
                let text = one.text.clone().unwrap_or_default();
                let what = format!("{} {}: {text}", one.operation.label(), one.provision);
                said += &paragraph(&what, console.width);
            }
            if !paper.reason.is_empty() {
                said += &paragraph(&paper.reason, console.width);
            }
        }
    }
    Ok(console.text(&said)?)
}

/// Returns a proposal in one line.
pub(super) fn line(words: &Words, proposal: &TabledProposal) -> String {
    let ended = proposal.end.as_ref().map(|(end, ..)| end);
    say!(
        words,
        "conference-proposal",
        of = proposal.id.to_string(),
        by = proposal.tabled.participant.as_str(),
        round = &proposal.tabled.round,
        at = proposal.at.to_string(),
        end = end(words, ended)
    )
}

/// Returns a proposal as data.
pub(super) fn data(proposal: &TabledProposal) -> Value {
    json!({
        "id": proposal.id.to_string(),
        "round": proposal.tabled.round,
        "by": proposal.tabled.participant.as_str(),
        "at": proposal.at.to_string(),
        "sponsors": proposal.sponsors.keys().map(ToString::to_string).collect::<Vec<_>>(),
        "conveyed": !proposal.conveyed.is_empty(),
        "acknowledged": proposal.acknowledged.keys().map(ToString::to_string).collect::<Vec<_>>(),
        "answers": proposal.answers.len(),
        "end": proposal.end.as_ref().map(|(end, at, _)| json!({
            "outcome": outcome(end),
            "at": at.to_string(),
        })),
        "paper": proposal.paper.as_ref().map(|paper| json!({
            "base": paper.base.cited(),
            "language": paper.language.as_str(),
            "reason": paper.reason,
            "operations": paper.operations.iter().map(|one| json!({
                "do": one.operation.label(),
                "provision": one.provision.as_str(),
                "text": one.text,
            })).collect::<Vec<_>>(),
        })),
    })
}
