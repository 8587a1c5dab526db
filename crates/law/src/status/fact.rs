//! Facts: the acts of a treaty as they are known on a day (G-3), corrections applied.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use sponsio_record::ParticipantId;

use crate::act::{Act, ActKind};
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::register::{PartyIndex, Register};
use crate::treaty::Treaty;

/// An act reduced to what the rules see of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) party: PartyIndex,
    pub(crate) date: Date,
    pub(crate) kind: ActKind,
    pub(crate) act: ActIndex,
    pub(crate) effect: Option<Date>,
    pub(crate) predecessor: Option<PartyIndex>,
}

/// Returns the facts of a treaty that are known on this day (`None`: all), by party and date.
pub(crate) fn gather(register: &Register, treaty: &Treaty, known: Option<Date>) -> Vec<Fact> {
    let is_known = |act: &Act| known.is_none_or(|known| act.known_from() <= known);
    let corrections = corrections(treaty, is_known);
    let mut facts = Vec::with_capacity(treaty.acts().len());
    for (place, (act, party)) in (0_u32..).zip(treaty.acts().iter().zip(treaty.parties())) {
        let Some(kind) = act.kind() else { continue };
        if kind == ActKind::Correction || !is_known(act) {
            continue;
        }
        let corrected = act.id.as_deref().and_then(|id| corrections.get(id));
        let date = corrected.copied().unwrap_or(act.date);
        // Of a withdrawal recorded as published only the day of effect is known: a correction of
        // its date corrects that day.
        let effect = if act.effect == Some(act.date) {
            Some(date)
        } else {
            act.effect
        };
        // A withdrawal whose recorded effect lies before its receipt ended the consent then.
        let ended_earlier = effect.filter(|_| kind == ActKind::Withdrawal);
        facts.push(Fact {
            party: *party,
            date: ended_earlier.map_or(date, |effect| effect.min(date)),
            kind,
            act: ActIndex(place),
            effect,
            predecessor: predecessor(register, act, kind),
        });
    }
    facts.sort_unstable_by_key(order);
    facts
}

/// The order in which facts are read. Of several acts of one participant on one day the kind and
/// what the act names decide, not which was entered first: entering is no fact of the law.
fn order(
    fact: &Fact,
) -> (
    PartyIndex,
    Date,
    ActKind,
    Option<Date>,
    Option<PartyIndex>,
    ActIndex,
) {
    let Fact {
        party,
        date,
        kind,
        act,
        effect,
        predecessor,
    } = *fact;
    (party, date, kind, effect, predecessor, act)
}

fn predecessor(register: &Register, act: &Act, kind: ActKind) -> Option<PartyIndex> {
    if kind != ActKind::Continuation {
        return None;
    }
    let named = ParticipantId::new(act.refers_to.as_deref()?).ok()?;
    register.party(&named)
}

/// The right dates of corrected acts; the correction that was recorded last wins.
fn corrections(treaty: &Treaty, is_known: impl Fn(&Act) -> bool) -> BTreeMap<&str, Date> {
    let mut known: Vec<&Act> = treaty
        .acts()
        .iter()
        .filter(|act| act.kind() == Some(ActKind::Correction) && is_known(act))
        .collect();
    known.sort_by_key(|act| (act.known_from(), act.date));
    known
        .iter()
        .filter_map(|act| Some((act.refers_to.as_deref()?, act.date)))
        .collect()
}
