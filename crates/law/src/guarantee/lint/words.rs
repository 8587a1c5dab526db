//! Words in a promise that a lawyer stops at: force, intention, time. In English and in Turkish.
//!
//! A word is looked for, never a meaning; what is found is advice and decides nothing.

/// Words that make a promise one about force; Turkish ones are stems.
const OF_FORCE: [&str; 10] = [
    "attack",
    "force",
    "aggression",
    "invade",
    "invasion",
    "war",
    "saldır",
    "kuvvet",
    "savaş",
    "işgal",
];

/// Words with which an intention is stated; Turkish ones are stems.
const OF_INTENTION: [&str; 11] = [
    "should",
    "intends",
    "intend",
    "ready",
    "readiness",
    "aims",
    "endeavour",
    "endeavours",
    "hazır",
    "niyet",
    "gayret",
];

/// Words with which a time is stated; Turkish ones are stems.
const OF_TIME: [&str; 9] = [
    "once",
    "immediately",
    "forthwith",
    "within",
    "promptly",
    "derhal",
    "derhâl",
    "içinde",
    "ivedi",
];

/// Whether the words speak of the use of force.
pub(super) fn speaks_of_force(text: &str) -> bool {
    OF_FORCE.iter().any(|stem| holds(text, stem))
}

/// Returns the first word of intention.
pub(super) fn of_intention(text: &str) -> Option<&'static str> {
    OF_INTENTION.into_iter().find(|stem| holds(text, stem))
}

/// Whether the words state a time.
pub(super) fn has_time(text: &str) -> bool {
    text.chars().any(|character| character.is_ascii_digit())
        || OF_TIME.iter().any(|stem| holds(text, stem))
}

/// Whether a word of the text is this one; a Turkish word may go on with suffixes. Only the letters
/// of ASCII are compared without regard to case: the rest of a word's case is the language's own.
fn holds(text: &str, stem: &str) -> bool {
    let open = is_turkish(stem);
    text.split(|character: char| !character.is_alphanumeric())
        .any(|word| {
            let Some(start) = word.get(..stem.len()) else {
                return false;
            };
            start.eq_ignore_ascii_case(stem) && (open || word.len() == stem.len())
        })
}

fn is_turkish(stem: &str) -> bool {
    const STEMS: [&str; 5] = ["kuvvet", "niyet", "gayret", "derhal", "ivedi"];
    !stem.is_ascii() || STEMS.contains(&stem)
}
