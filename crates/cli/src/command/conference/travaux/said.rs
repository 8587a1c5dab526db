//! What was done to a provision, in sentences.

use sponsio_law::conference::{Agreed, Decision, Event, Happening, Silence, SilenceState, Trace};
use sponsio_record::{Instant, ParticipantId};

use crate::command::conference::travaux::end;
use crate::wording::{Words, say};

/// Returns one trace as a sentence.
pub(crate) fn sentence(words: &Words, trace: &Trace) -> String {
    let (at, of) = (trace.at().to_string(), trace.of().to_string());
    match trace {
        Trace::Proposal {
            by,
            round,
            with,
            end: ended,
            ..
        } => {
            let ended = end(words, ended.as_ref().map(|(end, _)| end));
            let all: Vec<&str> = [by]
                .into_iter()
                .chain(with)
                .map(ParticipantId::as_str)
                .collect();
            say!(
                words,
                "travaux-proposal",
                at = at,
                by = all.join(", "),
                round = round,
                end = ended,
                of = of
            )
        }
        Trace::Event(event) => happening(words, event, &at, &of),
        Trace::Silence { silence, .. } => {
            let (state, decided) = ended(silence);
            let state = say!(words, &format!("silence-{state}"));
            say!(
                words,
                "travaux-silence",
                at = at,
                state = state,
                until = decided.to_string(),
                objections = silence.objections.len(),
                statements = silence.statements().count(),
                of = of
            )
        }
        Trace::Reserved { reserved, .. } => {
            let by = reserved.reserved.participant.as_str();
            say!(words, "travaux-reserved", at = at, by = by, of = of)
        }
        Trace::Adopted(adoption) => {
            let how = decision(words, &adoption.adopted.decision);
            say!(words, "travaux-adopted", at = at, how = how, of = of)
        }
    }
}

/// How a procedure came out, once its time is over.
pub(super) fn ended(silence: &Silence) -> (&'static str, Instant) {
    match silence.state(silence.expires) {
        SilenceState::Running(until) => ("running", until),
        SilenceState::Broken { at, .. } => ("broken", at),
        SilenceState::Withdrawn(at) => ("withdrawn", at),
        SilenceState::Adopted(at) if silence.concluded.is_some() => ("adopted", at),
        SilenceState::Adopted(at) => ("running", at),
    }
}

fn happening(words: &Words, event: &Event, at: &str, of: &str) -> String {
    let language = event.place.language.as_str();
    match &event.what {
        Happening::Revised { revision, content } => {
            let key = match content {
                Some(_) => "travaux-revised",
                None => "travaux-struck",
            };
            let revision = revision.cited();
            say!(
                words,
                key,
                at = at,
                language = language,
                revision = revision,
                of = of
            )
        }
        Happening::Agreed(agreed) => agreement(words, agreed, at, of),
        Happening::Reopened { reason, decision } => {
            let how = self::decision(words, decision);
            say!(
                words,
                "travaux-reopened",
                at = at,
                reason = reason,
                how = how,
                of = of
            )
        }
        Happening::Answered { by, confirmed } => {
            let key = if *confirmed {
                "travaux-confirmed"
            } else {
                "travaux-refused"
            };
            say!(words, key, at = at, by = by.as_str(), of = of)
        }
        Happening::PeriodSet { by, until } => {
            let until = until.to_string();
            say!(
                words,
                "travaux-period",
                at = at,
                by = by.as_str(),
                until = until,
                of = of
            )
        }
        Happening::Bound { package } => {
            say!(words, "travaux-bound", at = at, package = package, of = of)
        }
        Happening::Dissolved { package, reason } => say!(
            words,
            "travaux-dissolved",
            at = at,
            package = package,
            reason = reason,
            of = of
        ),
        Happening::Reviewed {
            from,
            reviewer,
            certified,
        } => {
            let key = if *certified {
                "travaux-certified"
            } else {
                "travaux-reviewed"
            };
            say!(
                words,
                key,
                at = at,
                language = language,
                from = from.as_str(),
                reviewer = reviewer,
                of = of
            )
        }
        Happening::Correction(correction) => say!(
            words,
            "travaux-correction",
            at = at,
            language = language,
            reason = &correction.reason,
            of = of
        ),
    }
}

/// An agreement with its package and those who have to confirm.
fn agreement(words: &Words, agreed: &Agreed, at: &str, of: &str) -> String {
    let language = agreed.place.language.as_str();
    let how = decision(words, &agreed.decision);
    let mut said = say!(
        words,
        "travaux-agreed",
        at = at,
        language = language,
        how = how,
        of = of
    );
    if let Some(package) = &agreed.package {
        said += " ";
        said += &say!(words, "travaux-in-package", package = package);
    }
    if !agreed.ad_referendum.is_empty() {
        let codes: Vec<&str> = agreed
            .ad_referendum
            .iter()
            .map(ParticipantId::as_str)
            .collect();
        said += " ";
        said += &say!(words, "travaux-ad-referendum", who = codes.join(", "));
    }
    said
}

fn decision(words: &Words, decision: &Decision) -> String {
    match decision {
        Decision::Consensus => say!(words, "decision-consensus"),
        Decision::Silence(of) => say!(words, "decision-silence", of = of.to_string()),
        Decision::Vote(vote) => say!(
            words,
            "decision-vote",
            given = vote.in_favour.len(),
            against = vote.against.len(),
            abstaining = vote.abstaining.len()
        ),
    }
}
