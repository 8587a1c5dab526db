//! The steps that concern the treaty as a whole beside its entry into force: together with another,
//! provisionally, and its end.

use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::{LapseKind, Step};
use sponsio_law::treaty::Treaty;

use super::author;
use crate::wording::{Voice, say};

/// Words entry into force together with another treaty.
pub(super) fn together(voice: Voice<'_>, step: &Step) -> Option<String> {
    let Step::Together(together) = step else {
        return None;
    };
    let words = voice.words;
    let day = |day: Option<Date>| {
        day.map_or_else(|| say!(words, "together-no-day"), |day| words.day(day))
    };
    Some(say!(
        words,
        "together",
        treaty = voice.treaty(&together.treaty),
        own = day(together.own),
        other = day(together.other),
    ))
}

/// Words the end of a treaty, or a time during which it is not in force.
pub(super) fn of_the_treaty(voice: Voice<'_>, treaty: &Treaty, step: &Step) -> Option<String> {
    let words = voice.words;
    Some(match step {
        Step::FellBelow(below) => {
            let (left, least, day) = (below.left, below.least, below.day);
            let who: Vec<String> = below
                .acts
                .iter()
                .map(|act| author(voice, treaty, *act))
                .collect();
            if who.is_empty() {
                say!(words, "fell-below", left = left, least = least, day = day)
            } else {
                let who = words.list(&who);
                say!(
                    words,
                    "fell-below-by",
                    left = left,
                    least = least,
                    day = day,
                    who = who
                )
            }
        }
        Step::TreatyEnds(day) => say!(words, "treaty-ends", day = *day),
        Step::Lapsed(lapse) => match (lapse.kind, lapse.until) {
            (LapseKind::Unknown, Some(until)) => {
                say!(words, "lapsed-unknown", from = lapse.from, until = until)
            }
            (LapseKind::Unknown, None) => say!(words, "lapsed-unknown-open", from = lapse.from),
            (_, Some(until)) => say!(words, "lapsed", from = lapse.from, until = until),
            (_, None) => say!(words, "lapsed-open", from = lapse.from),
        },
        _ => return None,
    })
}

/// Words why somebody does not start on its own day.
pub(super) fn start(voice: Voice<'_>, step: &Step) -> Option<String> {
    let words = voice.words;
    Some(match step {
        Step::AfterTheEnd { own, end } => say!(words, "after-the-end", own = *own, end = *end),
        Step::WhenInForceAgain { own, start } => {
            say!(words, "in-force-again", own = *own, start = *start)
        }
        _ => return None,
    })
}

/// Words until when provisional entry into force lasts.
pub(super) fn until_definitive(voice: Voice<'_>, step: &Step) -> Option<String> {
    let Step::UntilDefinitive {
        provisional,
        definitive,
    } = step
    else {
        return None;
    };
    let words = voice.words;
    Some(match (provisional, definitive) {
        (Some(provisional), Some(day)) if day <= provisional => {
            say!(words, "until-definitive-first", day = *day)
        }
        (_, Some(day)) => say!(words, "until-definitive", day = *day),
        (_, None) => say!(words, "until-definitive-open"),
    })
}
