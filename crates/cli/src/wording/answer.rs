//! The first lines of every answer: what is so, until when that is known, and why.

use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::LapseKind;
use sponsio_law::register::Register;
use sponsio_law::status::history::{Effect, Force, History, Start, View};
use sponsio_law::status::standing::{Answer, Standing};

use crate::wording::{Voice, derivation, reason, say};

/// Returns the title of a treaty with its identifier.
pub fn title(voice: Voice<'_>, register: &Register, history: &History) -> String {
    let treaty = register.treaty(history.treaty);
    say!(
        voice.words,
        "title",
        title = treaty.title(),
        id = treaty.id.as_str()
    )
}

/// Returns whether a treaty is in force on a day, as far as that is known: for a day after the
/// horizon only the last known state, named as such.
pub fn force(voice: Voice<'_>, register: &Register, history: &History, at: Date) -> String {
    let Some(horizon) = history.horizon(register) else {
        return say!(voice.words, "known-to-nothing");
    };
    let answer = force_on(voice, history, at.min(horizon));
    if horizon < at {
        say!(voice.words, "last-known", at = at, answer = answer)
    } else {
        answer
    }
}

fn force_on(voice: Voice<'_>, history: &History, day: Date) -> String {
    let words = voice.words;
    if let Some(said) = lapsed_on(voice, history, day) {
        return said;
    }
    let assumed = history.lens.view == View::Announced && *history.force() != history.computed;
    match history.force() {
        Force::InForce { since, .. } => match (*since <= day, assumed) {
            (true, false) => say!(words, "force-in-force", day = *since),
            (true, true) => say!(words, "force-assumed", day = *since),
            (false, false) => say!(words, "force-later", at = day, day = *since),
            (false, true) => say!(words, "force-assumed-later", at = day, day = *since),
        },
        Force::NotInForce => say!(words, "force-not-on", at = day),
        Force::Undetermined {
            not_before: Some(bound),
            ..
        } => {
            say!(words, "force-undetermined-from", day = *bound)
        }
        Force::Undetermined {
            not_before: None, ..
        } => say!(words, "force-undetermined"),
        Force::NoRule => say!(words, "force-no-rule"),
    }
}

/// What is said of a treaty on a day on which it is in force no longer, not known to be, or again.
fn lapsed_on(voice: Voice<'_>, history: &History, day: Date) -> Option<String> {
    let words = voice.words;
    let since = history.force().since()?;
    if let Some(end) = history.ended().filter(|end| *end <= day) {
        return Some(say!(words, "force-ended", day = since, end = end));
    }
    let now = history.lapses.iter().find(|lapse| lapse.covers(day));
    if let Some(lapse) = now {
        let from = lapse.from;
        return Some(match lapse.kind {
            LapseKind::Unknown => say!(words, "force-end-unknown", day = since, from = from),
            LapseKind::Ended | LapseKind::ConditionNotMet => {
                say!(words, "force-lapsed", at = day, from = from, day = since)
            }
        });
    }
    let past = history.lapses.iter().filter_map(|lapse| lapse.until);
    let again = past.filter(|until| *until <= day).max()?;
    Some(say!(words, "force-again", day = again, first = since))
}

/// Returns whether a treaty is provisionally in force on a day: a state of its own, never merged
/// with entry into force (EIF-13). Nothing where no clause says that it may be.
pub fn provisional(
    voice: Voice<'_>,
    register: &Register,
    history: &History,
    at: Date,
) -> Option<String> {
    let words = voice.words;
    let provisional = history.provisional.as_ref()?;
    let day = at.min(history.horizon(register)?);
    Some(match (&provisional.force, provisional.until) {
        (Force::InForce { since, .. }, _) if day < *since => {
            say!(words, "provisional-later", at = day, day = *since)
        }
        (Force::InForce { since, .. }, Some(until)) if until <= day => {
            say!(words, "provisional-until", day = *since, until = until)
        }
        (Force::InForce { since, .. }, _) => say!(words, "provisional-since", day = *since),
        (Force::NotInForce | Force::NoRule, _) => say!(words, "provisional-not", at = day),
        (Force::Undetermined { .. }, _) => say!(words, "provisional-undetermined"),
    })
}

/// Returns to which day the data reach, and that nothing is known after it.
pub fn horizon(voice: Voice<'_>, register: &Register, history: &History) -> Option<String> {
    let words = voice.words;
    let horizon = history.horizon(register)?;
    Some(if let Some(known) = history.lens.known {
        say!(words, "known-to-lens", known = known, day = horizon)
    } else {
        say!(words, "known-to", day = horizon)
    })
}

/// Returns why a treaty is in force, is not, or why that is not known: one sentence.
pub fn because(voice: Voice<'_>, register: &Register, history: &History) -> String {
    let words = voice.words;
    let treaty = register.treaty(history.treaty);
    if history.lens.view == View::Announced
        && let Some(day) = treaty.announced()
    {
        return say!(words, "because", why = say!(words, "announced", day = day));
    }
    match &history.computed {
        Force::InForce { .. } => {
            let why = derivation::sentence(voice, treaty, &history.steps);
            say!(words, "because", why = why)
        }
        Force::Undetermined { reasons, .. } => {
            let why: Vec<String> = reasons
                .iter()
                .map(|unknown| reason::reason(voice, treaty, unknown))
                .collect();
            say!(words, "because", why = why.join("; "))
        }
        Force::NotInForce => say!(words, "because-no-acts"),
        Force::NoRule => {
            let unknown = sponsio_law::clause::explain::Reason::NoRule;
            say!(
                words,
                "because",
                why = reason::reason(voice, treaty, &unknown)
            )
        }
    }
}

/// Returns where a participant stands: for a day after the horizon, where it last stood.
pub fn position(voice: Voice<'_>, who: &str, answer: &Answer) -> String {
    let words = voice.words;
    let position = &answer.position;
    let standing = words.standing(position.standing);
    let mut said = match (position.standing, position.since) {
        (Standing::None, _) => say!(words, "position-none", who = who),
        (_, Some(day)) => say!(
            words,
            "position-since",
            who = who,
            standing = standing,
            day = day
        ),
        (_, None) => say!(words, "position", who = who, standing = standing),
    };
    if answer.beyond {
        said = say!(words, "last-known", at = answer.at, answer = said);
    }
    if position.applies_provisionally && position.standing != Standing::Provisional {
        said = format!("{said} {}", say!(words, "position-provisional-too"));
    }
    said
}

/// Returns since when the treaty is in force for the author of a consent, in a few words.
pub fn start(voice: Voice<'_>, effect: &Effect) -> Option<String> {
    let words = voice.words;
    match effect.start {
        Start::On(day) => Some(say!(words, "why-start", day = day)),
        Start::Never => Some(say!(words, "why-never")),
        Start::Undetermined(Some(day)) => Some(say!(words, "state-undetermined-from", day = day)),
        Start::Undetermined(None) => Some(say!(words, "state-undetermined")),
        Start::NotYet => None,
    }
}
