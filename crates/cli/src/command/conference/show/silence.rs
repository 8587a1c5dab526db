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
            "oral": objection.oral,
            "amendment": objection.amendment.map(|of| of.to_string()),
        })).collect::<Vec<_>>(),
        "statements": silence.attached.iter().map(|(attached, at)| json!({
            "by": attached.participant.as_str(),
            "sort": attached.sort.label(),
            "text": attached.text.cited(),
            "at": at.to_string(),
            "late": *at >= silence.expires,
        })).collect::<Vec<_>>(),
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
        for line in lines(&words, silence) {
            said += &paragraph(&line, console.width);
        }
    }
    Ok(console.text(&said)?)
}

/// What was received: objections, and statements that are attached to the decision.
fn lines(words: &Words, silence: &Silence) -> Vec<String> {
    let late = |at: Instant| at >= silence.expires;
    let objections = silence.objections.iter().map(|(objection, at)| {
        let key = if objection.oral {
            "silence-oral"
        } else if late(*at) {
            "silence-late"
        } else {
            "silence-objection"
        };
        let by = objection.participant.as_str();
        say!(words, key, by = by, at = at.to_string())
    });
    let statements = silence.attached.iter().map(|(attached, at)| {
        let sort = say!(words, &format!("silence-{}", attached.sort.label()));
        let key = if late(*at) {
            "silence-attached-late"
        } else {
            "silence-attached"
        };
        let (by, text) = (attached.participant.as_str(), attached.text.cited());
        say!(
            words,
            key,
            sort = sort,
            by = by,
            at = at.to_string(),
            text = text
        )
    });
    objections.chain(statements).collect()
}
