//! How a conference stands, as the reader may see it.

use serde_json::{Value, json};

use sponsio_law::conference::{
    Conference, Due, Figures, RoundState, Silence, SilenceState, Standing, TabledProposal,
};
use sponsio_record::{ActId, ConferenceId, Instant};

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::command::conference::travaux::{end, outcome};
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::print::Console;
use crate::wording::{Words, say};

/// Prints how a conference stands.
pub(super) fn run(
    id: &ConferenceId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(id, args, shared, console)?;
    if args.json {
        return Ok(console.json(&data(&conference, now))?);
    }
    let mut said = paragraph(&conference.convened.title, console.width);
    said += &labelled(&facts(&words, &conference, now), usize::MAX);
    for proposal in conference.proposals() {
        said += &paragraph(&line(&words, proposal), console.width);
    }
    for due in conference.due(now) {
        let (kind, what) = due_of(&due);
        let sentence = say!(words, &format!("due-{kind}"), what = what);
        said += &paragraph(&say!(words, "due-line", what = sentence), console.width);
    }
    Ok(console.text(&said)?)
}

fn facts(words: &Words, conference: &Conference, now: Instant) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String| facts.push((say!(words, key), value));
    fact("conference-treaty", conference.treaty().to_string());
    let seats: Vec<_> = conference
        .seats()
        .map(|(code, _)| code.to_string())
        .collect();
    fact("conference-seats", seats.join(", "));
    if let Some(revision) = conference.revision() {
        fact("conference-revision", revision.cited());
    }
    for round in conference.rounds() {
        let state = say!(words, &format!("round-{}", state(round.state(now))));
        fact(
            "conference-round",
            format!("{}: {state}", round.opened.round),
        );
    }
    let agreed = conference
        .agreements()
        .filter(|(place, _)| matches!(conference.standing(place, now), Some(Standing::Agreed(_))));
    let places = conference.contents().len();
    fact(
        "conference-agreed",
        format!("{} / {places}", agreed.count()),
    );
    if let Some(adoption) = conference.adoption() {
        fact("conference-adopted", adoption.adopted.done.to_string());
    }
    if let Some((at, ..)) = conference.authentication().established {
        fact("conference-authentic", at.to_string());
    }
    facts
}

fn line(words: &Words, proposal: &TabledProposal) -> String {
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

const fn state(state: RoundState) -> &'static str {
    match state {
        RoundState::Open => "open",
        RoundState::Closed => "closed",
        RoundState::Published => "published",
        RoundState::Archived => "archived",
    }
}

/// Returns the stable word of what is due, and what it concerns.
fn due_of(due: &Due) -> (&'static str, String) {
    match due {
        Due::RoundToClose(round) => ("round-to-close", round.clone()),
        Due::RoundToPublish(round) => ("round-to-publish", round.clone()),
        Due::RoundToArchive(round) => ("round-to-archive", round.clone()),
        Due::Disposition(of) => ("disposition", of.to_string()),
        Due::Conveyance(of) => ("conveyance", of.to_string()),
        Due::SilenceToConclude(of) => ("silence-to-conclude", of.to_string()),
        Due::SilenceToAnnounce(of) => ("silence-to-announce", of.to_string()),
        Due::ConfirmationLapsed { of, participant } => {
            ("confirmation-lapsed", format!("{of} ({participant})"))
        }
    }
}

fn data(conference: &Conference, now: Instant) -> Value {
    let rounds = conference.rounds().iter().map(|round| {
        json!({
            "round": round.opened.round,
            "base": round.opened.base.cited(),
            "closes": round.opened.closes.to_string(),
            "state": state(round.state(now)),
            "figures": figures(&conference.figures(&round.opened.round, now)),
        })
    });
    let due = conference.due(now);
    let due = due.iter().map(|due| {
        let (kind, what) = due_of(due);
        json!({ "due": kind, "what": what })
    });
    json!({
        "conference": conference.id.as_str(),
        "title": conference.convened.title,
        "treaty": conference.treaty().as_str(),
        "at": now.to_string(),
        "seats": conference.seats().map(|(code, seat)| json!({
            "participant": code.as_str(),
            "tables": seat.tables,
            "votes": seat.votes,
        })).collect::<Vec<_>>(),
        "revision": conference.revision().map(sponsio_record::Digest::cited),
        "rounds": rounds.collect::<Vec<_>>(),
        "proposals": conference.proposals().iter().map(proposal_data).collect::<Vec<_>>(),
        "silences": conference.silences().map(|(of, one)| silence_data(*of, one, now)).collect::<Vec<_>>(),
        "adopted": conference.adoption().map(|one| one.adopted.done.to_string()),
        "authentic": conference.authentication().established.map(|(at, ..)| at.to_string()),
        "due": due.collect::<Vec<_>>(),
    })
}

fn proposal_data(proposal: &TabledProposal) -> Value {
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

/// Prints one proposal; its words where the reader may see them.
pub(super) fn proposal(
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
        return Ok(console.json(&proposal_data(found))?);
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

fn figures(figures: &Figures) -> Value {
    json!({
        "tabled": figures.tabled,
        "withdrawn": figures.withdrawn,
        "superseded": figures.superseded,
        "absorbed": figures.absorbed,
        "accepted": figures.accepted,
        "not_pursued": figures.not_pursued,
        "open": figures.open,
        "tablers": figures.tablers,
        "acknowledged": figures.acknowledged,
        "answers": figures.answers,
        "places": figures.places,
        "agreed": figures.agreed,
        "ad_referendum": figures.ad_referendum,
        "in_package": figures.in_package,
        "touched": figures.touched,
        "reservations": figures.reservations,
    })
}

/// Prints the figures of a round.
pub(super) fn round(
    id: &ConferenceId,
    name: &str,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(id, args, shared, console)?;
    if conference.round(name).is_none() {
        let sentence = say!(words, "conference-no-round", round = name);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    let counted = figures(&conference.figures(name, now));
    if args.json {
        return Ok(console.json(&counted)?);
    }
    let rows: Vec<(String, String)> = counted
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, count)| {
            let key = format!("figure-{}", key.replace('_', "-"));
            (say!(words, &key), count.to_string())
        })
        .collect();
    Ok(console.text(&labelled(&rows, usize::MAX))?)
}

const fn silence_word(state: &SilenceState) -> &'static str {
    match state {
        SilenceState::Running(_) => "running",
        SilenceState::Broken { .. } => "broken",
        SilenceState::Withdrawn(_) => "withdrawn",
        SilenceState::Adopted(_) => "adopted",
    }
}

fn silence_data(of: ActId, silence: &Silence, now: Instant) -> Value {
    json!({
        "id": of.to_string(),
        "state": silence_word(&silence.state(now)),
        "expires": silence.expires.to_string(),
        "objections": silence.objections.iter().map(|(objection, at)| json!({
            "by": objection.participant.as_str(),
            "at": at.to_string(),
            "late": *at >= silence.expires,
        })).collect::<Vec<_>>(),
        "statements": silence.statements().count(),
        "announced": silence.announced.as_ref().map(|(meeting, _)| meeting.clone()),
    })
}

/// Prints the silence procedures of a conference.
pub(super) fn silences(
    id: &ConferenceId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(id, args, shared, console)?;
    if args.json {
        let all = conference
            .silences()
            .map(|(of, one)| silence_data(*of, one, now));
        return Ok(console.json(&json!({ "silences": all.collect::<Vec<_>>() }))?);
    }
    let mut said = String::new();
    for (of, silence) in conference.silences() {
        let state = silence.state(now);
        let key = format!("silence-{}", silence_word(&state));
        let sentence = say!(
            words,
            "silence-line",
            of = of.to_string(),
            state = say!(words, &key),
            expires = silence.expires.to_string(),
            late = silence.late().count()
        );
        said += &paragraph(&sentence, console.width);
    }
    Ok(console.text(&said)?)
}
