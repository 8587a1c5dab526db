//! What a supposition changes: here, and in the treaties that depend on this one.

use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::consequence::Consequence;
use sponsio_record::TreatyId;

use crate::layout::{paragraph, wrapped};
use crate::wording::state::{force, intervals};
use crate::wording::{Voice, say};

/// The most participants that are listed for one treaty.
const MOST_LISTED: usize = 12;

/// Returns the changes in words: first of the treaty that was asked about, then of others.
pub(super) fn text(
    voice: Voice<'_>,
    register: &Register,
    asked: TreatyIndex,
    found: &[Consequence],
    width: usize,
) -> String {
    let words = voice.words;
    if found.is_empty() {
        return paragraph(&say!(words, "whatif-nothing"), width);
    }
    let asked = &register.treaty(asked).id;
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
    }
    said
}

fn treaties<'f>(asked: &'f TreatyId, found: &'f [Consequence]) -> Vec<&'f TreatyId> {
    let mut treaties: Vec<&TreatyId> = found.iter().map(treaty_of).collect();
    treaties.dedup();
    treaties.sort_by_key(|treaty| (*treaty != asked, *treaty));
    treaties.dedup();
    treaties
}

const fn treaty_of(consequence: &Consequence) -> &TreatyId {
    match consequence {
        Consequence::Treaty { treaty, .. } | Consequence::Participant { treaty, .. } => treaty,
    }
}

fn of_treaty(voice: Voice<'_>, treaty: &TreatyId, found: &[Consequence]) -> Vec<String> {
    let words = voice.words;
    let (mut lines, mut left_out) = (Vec::new(), 0_usize);
    for consequence in found.iter().filter(|found| treaty_of(found) == treaty) {
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
