//! What a mirror decides (C2SP tlog-mirror, `add-entries`), what its client sends, and which bundle
//! a pulling mirror wants next. `add-checkpoint` is the witness's, kept as the pending checkpoint
//! and answered without a cosignature. It stores nothing itself.

mod upload;

pub use upload::{Header, Info, Package, Span, spans, upload};

use crate::path::{Level, TILE_WIDTH, TilePath};
use crate::tree::Hash;
use crate::witness::{Answer, Latest};
use alloc::string::ToString as _;
use alloc::vec::Vec;

/// The content type of what a mirror says of itself.
pub const INFO_TYPE: &str = "text/x.tlog.mirror-info";

/// The most packages that a client sends in one request.
pub const PACKAGES_MAX: usize = 32;

/// How many entries a client may send that the mirror has already.
const HELD_MAX: u64 = PACKAGES_MAX as u64 * TILE_WIDTH;

/// What a mirror keeps of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The pending checkpoints that it still knows, the latest last.
    pub pending: Vec<Latest>,
    /// The size of the mirror checkpoint.
    pub mirrored: u64,
    /// The index of the first entry that it does not hold.
    pub next: u64,
}

impl State {
    /// Returns what the mirror says of itself, for a client that asked for this end.
    fn info(&self, end: u64) -> Option<Info> {
        let known = self.pending.iter().find(|pending| pending.size == end);
        let pending = known.or(self.pending.last())?.size;
        Some(Info {
            pending,
            next: self.next,
            ticket: Vec::new(),
        })
    }

    fn answer(&self, status: u16, end: u64) -> Answer {
        match self.info(end) {
            Some(info) => Answer {
                content: INFO_TYPE,
                ..Answer::text(status, info.to_string())
            },
            None => Answer::text(422, "no pending checkpoint was received\n"),
        }
    }
}

/// What came of a request: the entries to hold from now on, and what to answer once they are held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received<'b> {
    /// The verified entries that are new, with their indices.
    pub entries: Vec<(u64, &'b [u8])>,
    /// The answer. With status 200 the mirror checkpoint is moved to `complete` and persisted, and
    /// the answer's body is its cosignature, made then.
    pub answer: Answer,
    /// The pending checkpoint up to which everything is held now.
    pub complete: Option<Latest>,
}

impl Received<'_> {
    fn only(answer: Answer) -> Self {
        Self {
            entries: Vec::new(),
            answer,
            complete: None,
        }
    }
}

/// Judges a whole request. `state` gives what is kept of a log, `None` for an unknown one; `held`
/// gives the leaf hash of an entry that is held already.
pub fn receive<'b>(
    body: &'b [u8],
    state: impl FnOnce(&str) -> Option<State>,
    held: &dyn Fn(u64) -> Option<Hash>,
) -> Received<'b> {
    let Some((header, mut at)) = Header::read(body) else {
        return Received::only(Answer::text(400, "malformed header\n"));
    };
    let Some(mut state) = state(&header.origin) else {
        return Received::only(Answer::text(404, "unknown log\n"));
    };
    let target = match header.judge(&state) {
        Ok(target) => target,
        Err(answer) => return Received::only(answer),
    };
    let first_missing = state.next;
    let mut entries = Vec::new();
    let mut verified = 0;
    for span in spans(header.start, header.end) {
        let Some((package, end)) = Package::read(body, at, &span) else {
            break;
        };
        if package.verify(&span, &target, held).is_err() {
            let answer = Answer::text(422, "a package does not lead to the pending root\n");
            return Received {
                entries,
                answer,
                complete: None,
            };
        }
        let new = (span.start..).zip(package.entries);
        entries.extend(new.filter(|(seq, _)| *seq >= first_missing));
        state.next = state.next.max(span.end);
        verified += 1;
        at = end;
    }
    if state.next >= header.end {
        return Received {
            entries,
            answer: Answer::text(200, ""),
            complete: Some(target),
        };
    }
    let answer = if verified == 0 {
        Answer::text(400, "no whole package was sent\n")
    } else {
        state.answer(202, header.end)
    };
    Received {
        entries,
        answer,
        complete: None,
    }
}

impl Header {
    /// Judges the range of an upload; returns the pending checkpoint that it leads to.
    pub fn judge(&self, state: &State) -> Result<Latest, Answer> {
        if state.pending.is_empty() {
            return Err(Answer::text(422, "no pending checkpoint was received\n"));
        }
        let conflict = || state.answer(409, self.end);
        let target = state
            .pending
            .iter()
            .find(|pending| pending.size == self.end)
            .copied()
            .ok_or_else(conflict)?;
        let too_low = state.next.saturating_sub(self.start) > HELD_MAX;
        if self.end < state.mirrored || self.start > state.next || too_low {
            return Err(conflict());
        }
        Ok(target)
    }
}

/// Returns the entry bundle that a mirror fetches next when it pulls: the one with its first
/// missing entry, as wide as the checkpoint's size makes it; `None` when it has everything.
pub fn next_bundle(held: u64, size: u64) -> Option<TilePath> {
    if held >= size {
        return None;
    }
    let index = held / TILE_WIDTH;
    let width = (size - index * TILE_WIDTH).min(TILE_WIDTH);
    TilePath::new(Level::Entries, index, width)
}

#[cfg(test)]
mod tests;
