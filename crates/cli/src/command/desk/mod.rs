//! The depositary's desk: the commands that record, one file each.

pub mod acknowledge;
pub mod apply_provisionally;
pub mod args;
pub mod confirm;
pub mod continuation;
pub mod correct;
pub mod decline;
pub mod deposit;
pub mod disclose;
pub mod erase;
pub mod notify;
pub mod participant;
pub mod policies;
pub mod recording;
mod report;
pub mod revoke;
pub mod sign;
pub mod suspend;
pub mod table;
pub mod treaty;
pub mod withdraw;
pub mod withdraw_instrument;

use std::path::PathBuf;

use serde_json::Value;

use crate::args::{KeyArg, RegisterArg};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::place::Place;
use crate::place::key::passphrase::{Prompts, Source};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Finds the register of a command; what is said of an exercise stands below a notice from now on.
pub fn find(
    register: &RegisterArg,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<Place, Failure> {
    let place = Place::find(&register.register).map_err(|error| place::failure(words, &error))?;
    console.notice = place.is_exercise().then(|| say!(words, "exercise-notice"));
    Ok(place)
}

/// Finds the register of a command that signs: its key may need a passphrase.
pub fn find_to_sign(
    register: &RegisterArg,
    key: &KeyArg,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<Place, Failure> {
    let place = find(register, words, console)?;
    Ok(place.unlocked_by(source(key.passphrase_file.clone(), words, console)))
}

/// Returns where a passphrase comes from.
pub fn source(file: Option<PathBuf>, words: &Words, console: &Console<'_>) -> Source {
    let prompts = console.asks.then(|| Prompts {
        present: say!(words, "passphrase-prompt"),
        new: say!(words, "passphrase-prompt-new"),
        again: say!(words, "passphrase-prompt-again"),
    });
    Source { file, prompts }
}

/// Prints what was done, as a sentence or as data.
pub fn settled(
    console: &mut Console<'_>,
    as_json: bool,
    data: &Value,
    said: &str,
) -> Result<(), Failure> {
    if as_json {
        return Ok(console.json(data)?);
    }
    let said = paragraph(said, console.width);
    Ok(console.text(&said)?)
}
