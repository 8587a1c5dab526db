//! Why something is not known, in words.

use sponsio_law::clause::explain::Reason;
use sponsio_law::treaty::Treaty;
use sponsio_record::TreatyId;

use crate::wording::{Voice, say};

/// Returns a reason as a clause without a full stop.
pub fn reason(voice: Voice<'_>, treaty: &Treaty, reason: &Reason) -> String {
    let words = voice.words;
    match reason {
        Reason::GroupUnknown(name, None) => say!(words, "reason-group", name = name),
        Reason::GroupUnknown(name, Some(text)) => {
            say!(words, "reason-group-words", name = name, words = text)
        }
        Reason::TableUnknown(name, None) => say!(words, "reason-table", name = name),
        Reason::TableUnknown(name, Some(text)) => {
            say!(words, "reason-table-words", name = name, words = text)
        }
        Reason::NotDeclared(name) => say!(words, "reason-not-declared", name = name),
        Reason::FileMissing(path) => say!(words, "reason-file", path = path),
        Reason::TreatyNotHeld(id) => {
            say!(words, "reason-treaty-not-held", treaty = voice.treaty(id))
        }
        Reason::TreatyUndetermined(id) => {
            say!(
                words,
                "reason-treaty-undetermined",
                treaty = voice.treaty(id)
            )
        }
        Reason::Circular(ids) => {
            let ids: Vec<&str> = ids.iter().map(TreatyId::as_str).collect();
            say!(words, "reason-circular", treaties = ids.join(" → "))
        }
        Reason::Unmodelled(text) => say!(words, "reason-unmodelled", words = text),
        Reason::NotEvaluated(index) => {
            let line = treaty
                .statement(*index)
                .map(ToString::to_string)
                .unwrap_or_default();
            say!(words, "reason-not-evaluated", line = line)
        }
        Reason::NoRule => say!(words, "reason-no-rule"),
        Reason::EndUnknown(index) => {
            let Some(act) = treaty.acts().get(index.at()) else {
                return say!(words, "reason-no-withdrawal");
            };
            say!(
                words,
                "reason-end",
                who = voice.participant(&act.participant),
                act = voice.act(act),
                day = act.date,
            )
        }
        Reason::ForceUndetermined => say!(words, "reason-force-undetermined"),
        Reason::NoAdoptionDate => say!(words, "reason-no-adoption"),
        Reason::NoOpeningDate => say!(words, "reason-no-opening"),
        Reason::NoCommunicationDate => say!(words, "reason-no-communication"),
        Reason::TestDays(days) => say!(words, "reason-test-days", words = days),
        Reason::Decision(organ) => say!(words, "reason-decision", organ = organ),
        Reason::NoWithdrawalRule => say!(words, "reason-no-withdrawal"),
        Reason::BeyondCalendar => say!(words, "reason-beyond-calendar"),
    }
}
