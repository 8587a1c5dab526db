//! The workbench for final clauses as a module of WebAssembly: the same law as on the command line, so that
//! no draft leaves the computer on which it is written. The page gives words, rules and deposits that are
//! supposed; it gets answers as JSON, as data. The words around them are the page's own.
//!
//! The names below are those that the page calls (`static/clause.js`); there is no other way in.

mod deposit;
#[path = "../../verifier/src/exchange.rs"]
mod exchange;
mod followed;
mod proposal;
mod trial;

/// Forgets what came in and went out.
#[unsafe(no_mangle)]
pub extern "C" fn clear() {
    exchange::clear();
}

/// Begins a part of this many bytes.
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

/// Proposes rules from words: the parts are the tag of their language, the words, and the names that they
/// use. Returns how many bytes the answer has.
#[unsafe(no_mangle)]
pub extern "C" fn propose() -> u32 {
    exchange::answer(proposal::answer)
}

/// Tries rules on deposits: the parts are the rules, the day of adoption and of opening, if any, and the
/// deposits. Returns how many bytes the answer has.
#[unsafe(no_mangle)]
pub extern "C" fn weigh() -> u32 {
    exchange::answer(trial::answer)
}

/// Returns four bytes of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn take(at: u32) -> u32 {
    exchange::take(at)
}

/// Returns a part as text; what is missing or no UTF-8 is empty.
fn text(parts: &[Vec<u8>], place: usize) -> &str {
    let part = parts.get(place).map_or(&[][..], Vec::as_slice);
    core::str::from_utf8(part).unwrap_or_default()
}
