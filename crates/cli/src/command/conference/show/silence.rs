//! The silence procedures of a conference.

use serde_json::{Value, json};

use sponsio_law::conference::{Silence, SilenceState};
use sponsio_record::{ActId, ConferenceId, Instant};

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

const fn silence_word(state: &SilenceState) -> &'static str {
    match state {
        SilenceState::Running(_) => "running",
        SilenceState::Broken { .. } => "broken",
        SilenceState::Withdrawn(_) => "withdrawn",
        SilenceState::Adopted(_) => "adopted",
    }
}

/// Returns a silence procedure as data.
pub(super) fn data(of: ActId, silence: &Silence, now: Instant) -> Value {
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
pub(in crate::command::conference) fn run(
    id: &ConferenceId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(id, args, shared, console)?;
    if args.json {
        let all = conference.silences().map(|(of, one)| data(*of, one, now));
        return Ok(console.json(&json!({ "silences": all.collect::<Vec<_>>() }))?);
    }
    let mut said = String::new();
    for (of, silence) in conference.silences() {
        let state = silence.state(now);
        let key = format!("silence-{}", silence_word(&state));
        let state = say!(words, &key);
        let sentence = say!(
            words,
            "silence-line",
            of = of.to_string(),
            state = state,
            expires = silence.expires.to_string(),
            late = silence.late().count()
        );
        said += &paragraph(&sentence, console.width);
    }
    Ok(console.text(&said)?)
}
