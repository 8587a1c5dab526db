//! How bytes come in and go out: in numbers, sixteen bytes in and four bytes out at a time. No pointer
//! passes between the page and the module, so that nothing here can read or write where it must not.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What came in, part by part, and what goes out.
#[derive(Debug, Default)]
struct Exchange {
    parts: Vec<Vec<u8>>,
    out: Vec<u8>,
}

static EXCHANGE: Mutex<Exchange> = Mutex::new(Exchange {
    parts: Vec::new(),
    out: Vec::new(),
});

fn exchange() -> MutexGuard<'static, Exchange> {
    EXCHANGE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Forgets everything.
pub(crate) fn clear() {
    *exchange() = Exchange::default();
}

/// Begins a part of this many bytes.
pub(crate) fn begin(length: u32) {
    let room = usize::try_from(length).unwrap_or(0);
    exchange().parts.push(Vec::with_capacity(room));
}

/// Adds the next sixteen bytes of the part, the lowest first; what goes beyond its length is left out
/// with [`end`].
pub(crate) fn put(words: [u32; 4]) {
    if let Some(part) = exchange().parts.last_mut() {
        for word in words {
            part.extend_from_slice(&word.to_le_bytes());
        }
    }
}

/// Ends the part at this length.
pub(crate) fn end(length: u32) {
    let length = usize::try_from(length).unwrap_or(0);
    if let Some(part) = exchange().parts.last_mut() {
        part.truncate(length);
    }
}

/// Takes what came in, and gives an answer out of it; returns its length.
pub(crate) fn answer(made: impl FnOnce(&[Vec<u8>]) -> Vec<u8>) -> u32 {
    let mut exchange = exchange();
    let parts = core::mem::take(&mut exchange.parts);
    exchange.out = made(&parts);
    u32::try_from(exchange.out.len()).unwrap_or(0)
}

/// Returns four bytes of the answer from this place, the lowest first; beyond its end zeros.
pub(crate) fn take(at: u32) -> u32 {
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    let exchange = exchange();
    let rest = exchange.out.get(at..).unwrap_or_default();
    let mut four = [0; 4];
    for (to, from) in four.iter_mut().zip(rest) {
        *to = *from;
    }
    u32::from_le_bytes(four)
}
