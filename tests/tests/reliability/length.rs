//! How long a run is: the short form by default, the full one where a script asks for it.

use sponsio_depositary::world::{Chance as _, SystemChance};
use std::env;
use std::io::{self, Write as _};

/// Whether the full forms are asked for.
pub(crate) fn is_full() -> bool {
    env::var_os("SPONSIO_FULL").is_some_and(|asked| asked == "1")
}

/// Returns the number that is asked for under this name, else that of the short or the full form.
pub(crate) fn number(name: &str, short: u64, full: u64) -> u64 {
    let asked = env::var_os(name).and_then(|asked| asked.to_str()?.parse().ok());
    asked.unwrap_or(if is_full() { full } else { short })
}

/// Says a figure of this run; it is what `docs/reliability.md` records.
pub(crate) fn say(figure: &str) {
    // A line of output that is lost changes no verdict.
    drop(writeln!(io::stderr(), "figure: {figure}"));
}

/// Numbers that look random and are the same in every run from one seed (`SPONSIO_SEED`).
pub(crate) struct Draws(u64);

impl Draws {
    /// Returns the draws of the seed that is asked for, or of a fixed one.
    pub(crate) fn seeded() -> Self {
        Self(number("SPONSIO_SEED", 20_261_122, 20_261_122) | 1)
    }

    /// Returns the draws of one of many trials, so that it does not depend on those before it.
    pub(crate) fn numbered(trial: u64) -> Self {
        let Self(seed) = Self::seeded();
        Self::of(seed.wrapping_add((trial + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// Returns the draws of this seed; those of neighbouring seeds have nothing in common.
    pub(crate) fn of(seed: u64) -> Self {
        let mixed = (seed ^ (seed >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1)
    }

    /// Returns draws that nobody can repeat, for instants that nobody can repeat either.
    pub(crate) fn fresh() -> Self {
        let mut seed = [0; 8];
        SystemChance
            .fill(&mut seed)
            .expect("the machine has chance");
        Self(u64::from_le_bytes(seed) | 1)
    }

    /// Returns a number below the limit (xorshift64*).
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16) % limit.max(1)
    }

    /// Returns true so many times of a hundred.
    pub(crate) fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}
