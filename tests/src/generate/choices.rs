//! The choices a register is made of: from a seed, or given one by one so that a test can make a
//! failing register simpler.

/// A source of choices.
#[derive(Debug, Clone)]
pub struct Choices {
    given: Option<alloc::vec::IntoIter<u32>>,
    state: u64,
}

impl Choices {
    /// Returns the endless choices of a seed.
    pub fn seeded(seed: u64) -> Self {
        Self {
            given: None,
            state: seed,
        }
    }

    /// Returns these choices, and the simplest one each time after the last.
    pub fn given(choices: Vec<u32>) -> Self {
        Self {
            given: Some(choices.into_iter()),
            state: 0,
        }
    }

    /// Returns a number below the bound; nought is the simplest choice.
    pub fn below(&mut self, bound: u32) -> u32 {
        let next = match &mut self.given {
            Some(given) => given.next().unwrap_or(0),
            None => u32::try_from(self.advance() >> 32).unwrap_or(0),
        };
        next % bound.max(1)
    }

    /// Whether a thing happens that happens once in so many times.
    pub fn one_in(&mut self, times: u32) -> bool {
        self.below(times) + 1 == times
    }

    /// Returns one of these; the first is the simplest.
    ///
    /// # Panics
    /// Where there is nothing to choose from.
    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let count = u32::try_from(of.len()).unwrap_or(u32::MAX);
        let place = usize::try_from(self.below(count)).unwrap_or(0);
        of.get(place).expect("a choice is made from something")
    }

    /// The generator `SplitMix64` of Steele, Lea and Flood.
    fn advance(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
