//! What a register place says, read beside whatever process writes it.

use sponsio_depositary::calendar::day_in;
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_depositary::{State, load};
use sponsio_law::calendar::Date;
use sponsio_law::register::Register;
use sponsio_record::Instant;

use crate::place::{Place, PlaceError, wait_for};

impl Place {
    /// Returns the fold of everything that is recorded, checked against the stored root.
    pub fn state(&self) -> Result<State, PlaceError> {
        let store = self.reader()?;
        Ok(wait_for(load(store.as_ref(), self.origin()))??)
    }

    /// Returns the register as it is kept to this day.
    pub fn register(&self) -> Result<Register, PlaceError> {
        Ok(self.register_in(&self.state()?))
    }

    /// Returns the register of a fold, as it is kept to this day.
    pub fn register_in(&self, state: &State) -> Register {
        let mut register = state.register.clone();
        if let Some(day) = self.kept_to(state) {
            register.keep_to(day);
        }
        register
    }

    /// Returns the day to which the office has kept its register: today at its seat, for what reached
    /// it is in it. In an exercise the calendar stands where the last entry was recorded.
    pub fn kept_to(&self, state: &State) -> Option<Date> {
        let last = state.last_recorded()?;
        let now = if self.is_exercise() {
            last
        } else {
            SystemClock::new().now().max(last)
        };
        Some(day_at_seat(state, now))
    }
}

/// Returns the day on which an instant lies at the seat of a register.
pub fn day_at_seat(state: &State, instant: Instant) -> Date {
    let opening = state.opening.as_ref();
    day_in(opening.map_or("UTC", |opening| &opening.zone), instant)
}
