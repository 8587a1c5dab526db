//! Where, when, on what occasion and to whom, in the words around an English passage: "told reporters in
//! Velm on Friday", "in an interview with Channel Five".

mod words;

use core::ops::Range;

use super::super::day_words::{month, weekday};
use super::super::reading::Tongue;
use super::super::setting::{Phrases, Stretch};
use words::{HELD, HOLDING, LANGUAGES, OCCASIONS, PHRASE_ENDS, PLACED, PLACES, STAGES, TELLING};

/// The longest phrase behind the word that begins it, in tokens.
const LONGEST: usize = 7;

/// Returns what these words say of the setting.
pub(in super::super) fn phrases(stretch: &Stretch<'_, '_>) -> Phrases {
    let mut found = Phrases::default();
    let mut at = stretch.range.start;
    while at < stretch.range.end {
        let begun = at;
        if let Some((end, is_later)) = time(stretch, at) {
            found.time.get_or_insert(at..end);
            found.is_later |= is_later;
            at = end;
        } else if let Some(one) = told(stretch, at) {
            let is_occasion = one.is_occasion && found.occasion.is_none();
            let place = if is_occasion {
                &mut found.occasion
            } else {
                &mut found.audience
            };
            at = one.range.end;
            place.get_or_insert(one.range);
        } else if let Some((end, audience)) = occasion(stretch, at) {
            if found.occasion.is_none() {
                let is_over = matches!(stretch.word(at), "after" | "following");
                found.is_later |= is_over;
                let is_verb = HOLDING.has(stretch.word(at));
                found.occasion = Some(at + usize::from(is_verb)..end);
            }
            if found.audience.is_none() {
                found.audience = audience;
            }
            at = end;
        } else if let Some(end) = place(stretch, at) {
            found.place.get_or_insert(at..end);
            at = end;
        }
        at = at.max(begun + 1);
    }
    found
}

/// Whether somebody speaks in this sentence, though it does not say what.
pub(in super::super) fn stages(stretch: &Stretch<'_, '_>) -> bool {
    stretch.range.clone().any(|at| STAGES.has(stretch.word(at)))
}

/// Where words of time that begin here end, and whether they begin another scene.
fn time(stretch: &Stretch<'_, '_>, at: usize) -> Option<(usize, bool)> {
    let word = |at: usize| stretch.word(at);
    let is_weekday = |at: usize| weekday(word(at), Tongue::English).is_some();
    let is_month = |at: usize| stretch.is_name(at) && month(word(at), Tongue::English).is_some();
    let part = |at: usize| {
        let is_part = matches!(word(at), "morning" | "evening" | "afternoon" | "night");
        at + usize::from(is_part)
    };
    let year = |at: usize| {
        let comma = usize::from(stretch.tokens.is_mark(at, ','));
        let is_year = stretch.is_number(at + comma) && word(at + comma).len() == 4;
        if is_year { at + comma + 1 } else { at }
    };
    // "on Tuesday evening", "on December 11, 2035", "12 March 2035"
    let date = |at: usize| {
        if is_weekday(at) {
            let behind = part(at + 1);
            return Some(behind);
        }
        if is_month(at) && stretch.is_number(at + 1) {
            return Some(year(at + 2));
        }
        (stretch.is_number(at) && is_month(at + 1)).then(|| year(at + 2))
    };
    match word(at) {
        "earlier" | "late" | "later" if word(at + 1) == "on" && date(at + 2).is_some() => {
            date(at + 2).map(|end| (end, false))
        }
        "later" | "afterwards" => Some((at + 1, true)),
        "on" => date(at + 1).map(|end| (end, false)),
        "yesterday" | "today" | "tonight" => Some((part(at + 1), false)),
        "this" | "last" => {
            let is_span = matches!(
                word(at + 1),
                "morning" | "evening" | "afternoon" | "week" | "month" | "year" | "night"
            );
            (is_span || is_weekday(at + 1)).then(|| (part(at + 2), false))
        }
        "in" if word(at + 1) == "the" && part(at + 2) > at + 2 => Some((at + 3, false)),
        _ => date(at).map(|end| (end, false)),
    }
}

/// Whom somebody tells something, or on what occasion: "told a news conference".
struct Told {
    range: Range<usize>,
    is_occasion: bool,
}

fn told(stretch: &Stretch<'_, '_>, at: usize) -> Option<Told> {
    let word = stretch.word(at);
    let is_spoken = word == "to"
        && at.checked_sub(1).is_some_and(|at| {
            matches!(
                stretch.tokens.word_at(at),
                "speaking" | "spoke" | "said" | "wrote" | "speaks"
            )
        });
    if !(is_spoken || TELLING.has(word)) {
        return None;
    }
    let mut end = phrase(stretch, at + 1);
    if end > at + 1 && stretch.word(end) == "of" {
        end = phrase(stretch, end + 1);
    }
    let range = at + 1..end;
    if range.is_empty() {
        return None;
    }
    let is_pronoun = range.len() == 1
        && matches!(
            stretch.word(at + 1),
            "him" | "her" | "us" | "me" | "them" | "you"
        );
    // "the Pelsin Post" is a newspaper.
    let is_named = stretch.is_name(end - 1);
    let is_occasion = !is_pronoun && !is_named && OCCASIONS.has(stretch.word(end - 1));
    Some(Told { range, is_occasion })
}

/// Where the phrase ends that begins here: before a preposition, a mark or a verb.
fn phrase(stretch: &Stretch<'_, '_>, from: usize) -> usize {
    let is_part = |at: &usize| {
        let word = stretch.word(*at);
        !word.is_empty() && !PHRASE_ENDS.has(word) && weekday(word, Tongue::English).is_none()
    };
    (from..(from + LONGEST).min(stretch.range.end))
        .take_while(is_part)
        .count()
        + from
}

/// Where an occasion that begins here ends, and who takes part in it if they are those who are spoken to.
fn occasion(stretch: &Stretch<'_, '_>, at: usize) -> Option<(usize, Option<Range<usize>>)> {
    let word = |at: usize| stretch.word(at);
    if !HELD.has(word(at)) && !HOLDING.has(word(at)) {
        return None;
    }
    // "on social media", "in response to a question"
    if word(at) == "on" && word(at + 1) == "social" && word(at + 2) == "media" {
        return Some((at + 3, None));
    }
    let is_answer = matches!(word(at + 1), "response" | "reply" | "answer") && word(at + 2) == "to";
    if word(at) == "on" && word(at + 1) != "the" {
        return None;
    }
    let from = if is_answer { at + 3 } else { at + 1 };
    let is_one = |at: usize| OCCASIONS.has(word(at));
    let head = (from..phrase(stretch, from)).find(|at| is_one(*at) && !is_one(at + 1))?;
    if word(head) == "table" && word(head - 1) != "round" {
        return None;
    }
    let mut end = head + 1;
    let mut audience = None;
    loop {
        let joins = match word(end) {
            "of" | "with" | "between" => end + 1,
            "attended" if word(end + 1) == "by" => end + 2,
            "to" if matches!(
                word(head),
                "interview" | "letter" | "visit" | "message" | "address" | "speech"
            ) =>
            {
                end + 1
            }
            _ => break,
        };
        let behind = phrase(stretch, joins);
        if behind == joins {
            break;
        }
        let is_heard = match (word(end), word(head)) {
            ("of" | "between", _) | (_, "visit") => false,
            ("with", head) => matches!(head, "interview" | "briefing"),
            _ => true,
        };
        if is_heard {
            audience = Some(joins..behind);
        }
        // Of an interview to a paper the paper is no part.
        if word(end) == "to" && is_heard {
            break;
        }
        end = behind;
    }
    Some((end, audience))
}

/// Where a place that begins here ends.
fn place(stretch: &Stretch<'_, '_>, at: usize) -> Option<usize> {
    let word = |at: usize| stretch.word(at);
    if !PLACED.has(word(at)) {
        return None;
    }
    let end = phrase(stretch, at + 1);
    if end == at + 1 {
        return None;
    }
    let last = word(end - 1);
    let is_head = PLACES.has(last);
    let is_name = stretch.is_name(end - 1)
        && !LANGUAGES.has(last)
        && month(last, Tongue::English).is_none()
        // "in Halvar's view": a possessor is no place.
        && !stretch.tokens.word_at(end - 1).contains('\'');
    // "at the University of Velm"
    if word(end) == "of" && stretch.is_name(end + 1) && (is_head || is_name) {
        return Some(phrase(stretch, end + 1));
    }
    // "in the capital, Velm"
    let is_named = last == "capital"
        && stretch.tokens.is_mark(end, ',')
        && stretch.is_name(end + 1)
        && stretch.word(end + 2).is_empty();
    if is_named {
        return Some(end + 2);
    }
    (is_head || is_name).then_some(end)
}
