//! The depositary's desk: the commands that record, one file each.

use crate::args::RegisterArg;
use crate::failure::Failure;
use crate::place::Place;
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
