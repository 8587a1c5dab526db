//! Laws that every status obeys, whatever the register: each is tested on generated registers, and
//! a register that breaks one is made simpler until it says why.

extern crate alloc;

mod bystander;
mod explanation;
mod knowledge;
mod latch;
mod missing;
mod order;
mod policies;
mod seen;
mod world;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The same registers in every run: a law that fails here fails for everybody.
fn many(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(24),
        failure_persistence: None,
        max_shrink_iters: 1_000,
        ..ProptestConfig::default()
    }
}

/// The choices that make a register, and those that a test makes beside it.
fn choices() -> impl Strategy<Value = (Vec<u32>, Vec<u32>)> {
    let some = |most: usize| prop::collection::vec(any::<u32>(), 0..most);
    (some(700), some(40))
}
