//! The verifier of Sponsio's logs as a module of WebAssembly: the same code as on the command line, so that
//! a reader's own browser verifies a file that never leaves it. The page gives the policy under which it
//! verifies and the files; it gets an answer as JSON.
//!
//! The names below are those that the page calls (`static/verify.js`); there is no other way in.

mod answer;
mod exchange;

/// Forgets what came in and went out.
#[unsafe(no_mangle)]
pub extern "C" fn clear() {
    exchange::clear();
}

/// Begins a part of this many bytes: first the policy, then each file.
#[unsafe(no_mangle)]
pub extern "C" fn begin(length: u32) {
    exchange::begin(length);
}

/// Adds sixteen bytes to the part, as four numbers of four bytes each, the lowest first.
#[unsafe(no_mangle)]
pub extern "C" fn put(a: u32, b: u32, c: u32, d: u32) {
    exchange::put([a, b, c, d]);
}

/// Ends the part at its length.
#[unsafe(no_mangle)]
pub extern "C" fn end(length: u32) {
    exchange::end(length);
}

/// Verifies what came in, and returns how many bytes the answer has.
#[unsafe(no_mangle)]
pub extern "C" fn verify() -> u32 {
    exchange::answer(answer::answer)
}

/// Returns four bytes of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn take(at: u32) -> u32 {
    exchange::take(at)
}
