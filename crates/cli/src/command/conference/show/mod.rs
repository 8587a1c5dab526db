//! How a conference stands, as the reader may see it.

pub(super) mod carried;
pub(super) mod language;
pub(super) mod proposal;
pub(super) mod round;
pub(super) mod silence;
pub(super) mod standing;

use serde_json::{Value, json};

use sponsio_law::conference::{Conference, Due, RoundState, Standing};
use sponsio_record::{ConferenceId, Instant};

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::failure::Failure;
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
    for one in conference.proposals() {
        said += &paragraph(&proposal::line(&words, one), console.width);
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
    let behind = conference.uncertified().len();
    if behind > 0 {
        fact("conference-uncertified", behind.to_string());
    }
    for package in conference.packages().filter(|one| one.dissolved.is_none()) {
        let state = if conference.is_closed(package, now) {
            "package-closed"
        } else {
            "package-open"
        };
        let state = say!(words, state);
        fact(
            "conference-package",
            format!("{}: {state}", package.opened.name),
        );
    }
    if let Some(adoption) = conference.adoption() {
        fact("conference-adopted", adoption.adopted.done.to_string());
    }
    if let Some((at, ..)) = conference.authentication().established {
        fact("conference-authentic", at.to_string());
    }
    facts
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
        Due::PeriodToSet { of, participant } => ("period-to-set", format!("{of} ({participant})")),
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
            "figures": round::figures(&conference.figures(&round.opened.round, now)),
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
        "proposals": conference.proposals().iter().map(proposal::data).collect::<Vec<_>>(),
        "silences": conference.silences().map(|(of, one)| silence::data(*of, one, now)).collect::<Vec<_>>(),
        "agreements": conference.agreements().map(|(place, agreement)| json!({
            "provision": place.provision.as_str(),
            "language": place.language.as_str(),
            "id": agreement.id.to_string(),
            "standing": standing::data(conference.standing(place, now).as_ref()),
        })).collect::<Vec<_>>(),
        "uncertified": conference.uncertified().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "adopted": conference.adoption().map(|one| one.adopted.done.to_string()),
        "authentic": conference.authentication().established.map(|(at, ..)| at.to_string()),
        "due": due.collect::<Vec<_>>(),
    })
}
