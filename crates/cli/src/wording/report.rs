//! What a check of a register finds, in words.

use sponsio_law::calendar::Date;

use crate::wording::{Words, say};

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
