//! The dossier of a conference: what was said, where it met, what it understood, what it has before it.
//! The text and its negotiation stand beside it; a draft leads from one to the other.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use sponsio_record::{ActId, Instant};

use crate::calendar::{self, Date};
use crate::conference::{
    AgendaItem, Clarification, DraftProvision, Linked, Meeting, RecordGround, RecordedStatement,
    Repetition, Source, Understanding,
};

/// The record of a conference besides its text, in the order of receipt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Dossier {
    pub(crate) sources: Vec<Source>,
    pub(crate) statements: Vec<RecordedStatement>,
    pub(crate) statement_index: BTreeMap<ActId, usize>,
    pub(crate) repetitions: Vec<Repetition>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) clarifications: Vec<Clarification>,
    pub(crate) understandings: Vec<Understanding>,
    pub(crate) agenda: Vec<AgendaItem>,
    pub(crate) drafts: Vec<DraftProvision>,
    pub(crate) links: Vec<Linked>,
}

/// Returns the day of an instant, UTC.
pub(crate) fn day_of(at: Instant) -> Option<Date> {
    calendar::parse(alloc::format!("{at}").get(..10)?)
}

/// A day that is over at an instant somewhere on Earth: no clock is ahead of UTC by a whole day.
pub(crate) fn not_ahead(day: Date, at: Instant) -> Result<(), RecordGround> {
    let latest = day_of(at).and_then(calendar::next_day);
    if latest.is_some_and(|latest| day > latest) {
        return Err(RecordGround::FutureDate(day));
    }
    Ok(())
}
