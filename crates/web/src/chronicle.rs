//! What entries say of their own order: a monitor reads them one after another and notes what no
//! honest log has. Whether an act is lawful is not known here.

use alloc::collections::BTreeMap;

use sponsio_ledger::entry::Entry;
use sponsio_record::{ActId, Instant};

/// How long before a witness saw the log without it an entry may say it was recorded, in seconds:
/// cosignatures are renewed, and clocks differ.
const BACKDATED: i64 = 2 * 3_600;

/// Something that no honest log has, and the entries that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Oddity {
    pub(crate) kind: &'static str,
    pub(crate) entries: Vec<u64>,
    pub(crate) says: String,
}

/// The entries so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chronicle {
    recorded: Option<(u64, Instant)>,
    ids: BTreeMap<ActId, u64>,
    /// When witnesses saw the log without the entries from this size on.
    seen_without: Option<(u64, i64)>,
    oddities: Vec<Oddity>,
}

impl Chronicle {
    /// Notes that witnesses saw the log at this size, at this time in seconds since 1970.
    pub(crate) fn seen(&mut self, size: u64, time: Option<u64>) {
        if let Some(time) = time.and_then(|time| i64::try_from(time).ok()) {
            self.seen_without = Some((size, time));
        }
    }

    /// Reads the next entry.
    pub(crate) fn follow(&mut self, log: &str, seq: u64, bytes: &[u8]) {
        let entry = match Entry::at(bytes, log, seq) {
            Ok(entry) => entry,
            Err(refusal) => return self.note("malformed", vec![seq], &refusal),
        };
        let recorded = entry.head.recorded;
        if let Some((before, last)) = self.recorded
            && recorded < last
        {
            let says = format!("entry {seq} says {recorded}, entry {before} before it {last}");
            self.note("back-dated", vec![before, seq], &says);
        }
        if let Some((size, time)) = self.seen_without
            && seq >= size
            && recorded.seconds() < time - BACKDATED
        {
            let says =
                format!("entry {seq} says {recorded}; later, witnesses saw the log without it");
            self.note("back-dated", vec![seq], &says);
        }
        self.recorded = Some((seq, recorded));
        if let Some(act) = entry.act()
            && let Some(first) = self.ids.insert(act.id, seq)
        {
            let says = format!("entries {first} and {seq} both hold the act {}", act.id);
            self.note("duplicate-act", vec![first, seq], &says);
        }
    }

    /// Gives out what was noted since it was last asked.
    pub(crate) fn noted(&mut self) -> Vec<Oddity> {
        core::mem::take(&mut self.oddities)
    }

    fn note(&mut self, kind: &'static str, entries: Vec<u64>, says: &dyn core::fmt::Display) {
        self.oddities.push(Oddity {
            kind,
            entries,
            says: says.to_string(),
        });
    }
}
