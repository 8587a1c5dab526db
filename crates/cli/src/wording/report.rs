//! What a check of a register finds, in words.

use sponsio_law::calendar::Date;
use sponsio_law::clause::rule::{OrganizationCounting, PeriodExpiry};
use sponsio_law::register::Register;
use sponsio_law::status::difference::Cause;
use sponsio_law::treaty::Treaty;

use crate::wording::{Voice, Words, say};

/// Returns the word under which treaties of one state or verdict are counted; data and tables have
/// the same word in English.
pub fn tally(words: &Words, word: &str) -> String {
    say!(words, &format!("tally-{}", word.replace(' ', "-")))
}

/// Returns the announced day, or that there is none.
pub fn announced(words: &Words, day: Option<Date>) -> String {
    day.map_or_else(
        || say!(words, "report-announced-nothing"),
        |day| words.day(day),
    )
}

/// Returns what would explain a difference, as a sentence without a full stop.
pub fn cause(voice: Voice<'_>, register: &Register, treaty: &Treaty, cause: &Cause) -> String {
    let words = voice.words;
    let cause = match cause {
        Cause::PeriodExpiry(PeriodExpiry::SameDay) => say!(words, "cause-same-day"),
        Cause::PeriodExpiry(PeriodExpiry::NextDay) => say!(words, "cause-next-day"),
        Cause::Organizations(OrganizationCounting::NotAdditional) => {
            say!(words, "cause-not-additional")
        }
        Cause::Organizations(OrganizationCounting::Counted) => say!(words, "cause-counted"),
        Cause::Organizations(OrganizationCounting::NeverCounted) => {
            say!(words, "cause-never-counted")
        }
        Cause::OneActMissing => say!(words, "cause-one-missing"),
        Cause::OneActTooMany => say!(words, "cause-one-too-many"),
        Cause::ActDatedTooLate(index) => match treaty.acts().get(index.at()) {
            Some(act) => say!(
                words,
                "cause-dated-late",
                act = voice.act(act),
                who = voice.participant(&act.participant),
                day = act.date
            ),
            None => say!(words, "cause-some-dated-late"),
        },
        Cause::MissingPredecessor(successors) => {
            let ids = successors.iter();
            let ids = ids.map(|party| &register.participant(*party).id);
            say!(words, "cause-predecessor", who = voice.participants(ids))
        }
        Cause::MonthNotClamped => say!(words, "cause-month"),
    };
    say!(words, "cause", cause = cause)
}
