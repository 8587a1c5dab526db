//! How the treaty of a conference stands in the register, as the last step on the road from words to law.

use sponsio_law::clause::truth::Truth;
use sponsio_law::conference::Conference;
use sponsio_law::status::history::Lens;
use sponsio_law::status::missing::why_not;
use sponsio_record::Instant;

use crate::args::RegisterArg;
use crate::command::desk::find;
use crate::failure::Failure;
use crate::place::PlaceError;
use crate::place::reading::day_at_seat;
use crate::print::Console;
use crate::wording::{Voice, Words, answer, missing, place};

/// Whether a treaty is in force, in words, and what it lacks.
pub(super) struct InForce {
    /// Whether it is; none where that is not known.
    pub taken: Option<bool>,
    /// The same as a sentence.
    pub sentence: String,
    /// What it lacks, each way in lines; empty where it is in force.
    pub ways: String,
}

/// Returns how the treaty of a conference stands on the day of an instant; none while the register has no
/// such treaty.
pub(super) fn in_force(
    conference: &Conference,
    now: Instant,
    register: &RegisterArg,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<Option<InForce>, Failure> {
    let held = find(register, words, console)?;
    let said = |error: PlaceError| place::failure(words, &error);
    let state = held.state().map_err(said)?;
    let register = held.register_in(&state);
    let Some(treaty) = register.treaty_place(conference.treaty()) else {
        return Ok(None);
    };
    let day = day_at_seat(&state, now);
    let lens = Lens::default();
    let history = register.history(treaty, lens);
    let voice = Voice::new(words, &register);
    let taken = match history.in_force_on(day) {
        Truth::True => Some(true),
        Truth::False => Some(false),
        Truth::Unknown => None,
    };
    let mut ways = String::new();
    if taken != Some(true) {
        let found = why_not(&register, treaty, day, lens);
        let width = console.width.saturating_sub(4);
        ways = missing::ways(voice, &register, &history, &found, width);
    }
    Ok(Some(InForce {
        taken,
        sentence: answer::force(voice, &register, &history, day),
        ways,
    }))
}
