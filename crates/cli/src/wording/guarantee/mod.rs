//! Guarantees in words: the promise as a sentence, what a cell is worth and why, what is missing.

mod account;
mod ladder;
mod promise;

use sponsio_law::guarantee::{Closing, Coverage, Direction, Mark};
use sponsio_law::register::Register;

pub use self::account::{condition, lines as account};
pub use self::ladder::rung;
pub use self::promise::{force, mode, sentence};

use crate::wording::{Voice, Words, say};

/// Returns what a mark stands for, in a few words.
pub fn mark(words: &Words, mark: Mark) -> String {
    say!(words, &format!("mark-{}", mark.label()))
}

/// Returns the sign of a mark in a table; letters where only plain characters are wanted.
pub const fn sign(mark: Mark, plain: bool) -> &'static str {
    match (mark, plain) {
        (Mark::Bound, false) => "●",
        (Mark::Conditional, false) => "◐",
        (Mark::Provisional, false) => "◔",
        (Mark::Suspended, false) => "‖",
        (Mark::Contested, false) => "≠",
        (Mark::Undetermined, _) => "?",
        (Mark::Political, false) => "○",
        (Mark::Offered, false) => "□",
        (Mark::Lost, false) => "×",
        (Mark::Nothing, false) => "·",
        (Mark::Bound, true) => "B",
        (Mark::Conditional, true) => "C",
        (Mark::Provisional, true) => "V",
        (Mark::Suspended, true) => "S",
        (Mark::Contested, true) => "D",
        (Mark::Political, true) => "P",
        (Mark::Offered, true) => "o",
        (Mark::Lost, true) => "x",
        (Mark::Nothing, true) => ".",
    }
}

/// Returns the direction of a promise.
pub fn direction(words: &Words, direction: Direction) -> String {
    say!(words, &format!("direction-{}", direction.label()))
}

/// The most participants that one line names.
const MOST_NAMED: usize = 5;

/// Returns what would close gaps, as a sentence.
pub fn closing(
    voice: Voice<'_>,
    register: &Register,
    coverage: &Coverage,
    closing: &Closing,
) -> String {
    let words = voice.words;
    let treaty = |place: usize| {
        let place = coverage.treaties[place].history.treaty;
        register.treaty(place).id.as_str()
    };
    let named = |row: usize| coverage.rows[row].promise.name.as_str();
    match closing {
        Closing::Consent {
            treaty: place,
            party,
            kind,
            alone,
            together,
        } => say!(
            words,
            "closing-consent",
            who = voice.party(register, *party),
            act = words.act(*kind),
            treaty = treaty(*place),
            alone = *alone,
            together = *together
        ),
        Closing::EntryIntoForce {
            treaty: place,
            pairs,
        } => say!(
            words,
            "closing-entry",
            treaty = treaty(*place),
            pairs = *pairs
        ),
        Closing::EndOfSuspension {
            treaty: place,
            pairs,
        } => say!(
            words,
            "closing-suspension",
            treaty = treaty(*place),
            pairs = *pairs
        ),
        Closing::Renewal { row, pairs } => {
            say!(words, "closing-renewal", name = named(*row), pairs = *pairs)
        }
        Closing::LegalForce { row, pairs } => {
            let promise = &coverage.rows[*row].promise;
            let force = force(words, promise.legal_force());
            say!(
                words,
                "closing-force",
                name = named(*row),
                force = force,
                pairs = *pairs
            )
        }
        Closing::Knowledge { row, pairs } => {
            say!(
                words,
                "closing-knowledge",
                name = named(*row),
                pairs = *pairs
            )
        }
        Closing::NewPromise { pairs, by } => {
            let first = by.iter().take(MOST_NAMED);
            let named: Vec<String> = first.map(|(one, _)| voice.party(register, *one)).collect();
            let more = by.len().saturating_sub(MOST_NAMED);
            let who = if more == 0 {
                words.list(&named)
            } else {
                say!(words, "and-more", first = named.join(", "), count = more)
            };
            say!(words, "closing-promise", who = who, pairs = *pairs)
        }
    }
}
