//! What a supposition changes: here, and in the treaties that depend on this one.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::calendar::Date;
use sponsio_law::status::consequence::Consequence;
use sponsio_record::TreatyId;

use crate::command::question::Question;
use crate::layout::{hanging, paragraph, wrapped};
use crate::wording::state::{force, intervals};
use crate::wording::{Voice, say};

/// The most participants that are listed for one treaty.
const MOST_LISTED: usize = 12;

/// Returns the changes in words: first of the treaty that was asked about, then of others. What is
/// said of days to which the data of a treaty do not reach is marked as not known.
pub(super) fn text(question: &Question, found: &[Consequence], horizons: &Horizons) -> String {
    let (voice, register, width) = (question.voice(), &question.register, question.width);
    let words = voice.words;
    if found.is_empty() {
        return paragraph(&say!(words, "whatif-nothing"), width);
    }
    let asked = &register.treaty(question.treaty).id;
    let mut said = String::new();
    for treaty in treaties(asked, found) {
        let compared = say!(words, "whatif-compared");
        let head = if treaty == asked {
            say!(words, "whatif-here")
        } else {
            say!(words, "whatif-elsewhere", treaty = voice.treaty(treaty))
        };
        said += &paragraph(&format!("{head} ({compared}):"), width);
        for line in of_treaty(voice, treaty, found) {
            let lines = wrapped(&line, width.saturating_sub(6));
            said.extend(["  ", &lines.join("\n      "), "\n"]);
        }
        if let Some(horizon) = horizons.get(treaty).copied().flatten()
            && found
                .iter()
                .any(|found| found.treaty() == treaty && found.reaches_beyond(horizon))
        {
            said += &hanging(&say!(words, "whatif-beyond", day = horizon), 2, 2, width);
        }
    }
    said
}

/// The days to which the data of treaties reach.
pub(super) type Horizons = BTreeMap<TreatyId, Option<Date>>;

/// Returns to which day the data of each treaty reach that changes.
pub(super) fn horizons(question: &Question, found: &[Consequence]) -> Horizons {
    let register = &question.register;
    let changed: BTreeSet<&TreatyId> = found.iter().map(Consequence::treaty).collect();
    let known = changed.into_iter().map(|treaty| {
        let place = register.treaty_place(treaty);
        let history = place.map(|place| register.history(place, question.lens));
        let horizon = history.and_then(|history| history.horizon(register));
        (treaty.clone(), horizon)
    });
    known.collect()
}

fn treaties<'f>(asked: &'f TreatyId, found: &'f [Consequence]) -> Vec<&'f TreatyId> {
    let mut treaties: Vec<&TreatyId> = found.iter().map(Consequence::treaty).collect();
    treaties.dedup();
    treaties.sort_by_key(|treaty| (*treaty != asked, *treaty));
    treaties.dedup();
    treaties
}

fn of_treaty(voice: Voice<'_>, treaty: &TreatyId, found: &[Consequence]) -> Vec<String> {
    let words = voice.words;
    let (mut lines, mut left_out) = (Vec::new(), 0_usize);
    for consequence in found.iter().filter(|found| found.treaty() == treaty) {
        match consequence {
            Consequence::Treaty { before, after, .. } => {
                let (before, after) = (force(voice, before.as_ref()), force(voice, after.as_ref()));
                lines.push(say!(words, "whatif-force", before = before, after = after));
            }
            Consequence::Participant { .. } if MOST_LISTED <= lines.len() => left_out += 1,
            Consequence::Participant {
                participant,
                before,
                after,
                ..
            } => {
                let (before, after) = (intervals(voice, before), intervals(voice, after));
                let who = voice.participant(participant);
                lines.push(say!(
                    words,
                    "whatif-party",
                    who = who,
                    before = before,
                    after = after
                ));
            }
        }
    }
    if left_out > 0 {
        lines.push(say!(words, "whatif-more", count = left_out));
    }
    lines
}
