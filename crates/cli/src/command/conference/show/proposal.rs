//! A proposal, as the reader may see it.

use serde_json::{Value, json};

use sponsio_law::conference::{Amendment, End, TabledProposal};
use sponsio_record::{ActId, ConferenceId, ParticipantId};
use sponsio_text::Position;

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::command::conference::travaux::{end, outcome};
use crate::failure::{Failure, Kind};
use crate::layout::{hanging, paragraph};
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
            let to = paper.to.as_ref().map(|to| {
                let codes: Vec<&str> = to.iter().map(ParticipantId::as_str).collect();
                say!(words, "proposal-to", codes = codes.join(", "))
            });
            said += &to.map_or_else(String::new, |to| paragraph(&to, console.width));
            said += &worded(&words, &paper.operations, &paper.reason, console.width);
        }
    }
    said += &facts(&words, found, console.width);
    Ok(console.text(&said)?)
}

/// Returns what a proposal would change, and why, each indented.
pub(in crate::command::conference) fn worded(
    words: &Words,
    operations: &[Amendment],
    reason: &str,
    width: usize,
) -> String {
    let mut said = String::new();
    for one in operations {
        let key = format!("operation-{}", one.operation.label());
        let provision = one.provision.as_str();
        let other = one.other.map_or_else(String::new, |id| id.to_string());
        let what = say!(words, &key, provision = provision, other = other);
        let text = one.text.as_deref().unwrap_or_default().replace('\n', " ");
        let what = format!("{what} {text}");
        said += &hanging(what.trim_end(), 4, 6, width);
    }
    if !reason.is_empty() {
        let reason = say!(words, "proposal-reason", reason = reason);
        said += &hanging(&reason, 4, 6, width);
    }
    said
}

/// What was done about it: who joined, who has it, who answered what.
fn facts(words: &Words, proposal: &TabledProposal, width: usize) -> String {
    let mut said = String::new();
    let tabler = &proposal.tabled.participant;
    for (code, at) in proposal.sponsors.iter().filter(|(code, _)| *code != tabler) {
        let (by, at) = (code.as_str(), at.to_string());
        said += &paragraph(&say!(words, "proposal-joined", by = by, at = at), width);
    }
    for (code, at) in &proposal.acknowledged {
        let (by, at) = (code.as_str(), at.to_string());
        said += &paragraph(
            &say!(words, "proposal-acknowledged", by = by, at = at),
            width,
        );
    }
    for (code, of, at) in &proposal.answers {
        let (by, at) = (code.as_str(), at.to_string());
        let answer = proposal.answered.get(of);
        let key = answer.map_or("proposal-answered", |_| "proposal-answer");
        let stance = answer.map_or_else(String::new, |one| stance(words, one.stance));
        said += &paragraph(&say!(words, key, by = by, at = at, stance = stance), width);
        if let Some(answer) = answer.filter(|one| !one.text.is_empty()) {
            said += &hanging(
                &say!(words, "proposal-words", text = &answer.text),
                4,
                6,
                width,
            );
        }
    }
    if let Some((End::Disposed(disposed), at, _)) = &proposal.end {
        let (at, reason) = (at.to_string(), &disposed.reason);
        said += &paragraph(
            &say!(words, "proposal-disposed", at = at, reason = reason),
            width,
        );
    }
    said
}

fn stance(words: &Words, stance: Position) -> String {
    let key = match stance {
        Position::Propose => "rolling-position-propose",
        Position::Support => "rolling-position-support",
        Position::CanAccept => "rolling-position-can-accept",
        Position::Reserve => "rolling-position-reserve",
        Position::Oppose => "rolling-position-oppose",
    };
    say!(words, key)
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
            "operations": operations_data(&paper.operations),
        })),
    })
}

/// Returns what a proposal would change as data.
pub(in crate::command::conference) fn operations_data(operations: &[Amendment]) -> Value {
    let one = |one: &Amendment| {
        json!({
            "do": one.operation.label(),
            "provision": one.provision.as_str(),
            "other": one.other.map(|id| id.to_string()),
            "text": one.text,
        })
    };
    operations.iter().map(one).collect()
}
