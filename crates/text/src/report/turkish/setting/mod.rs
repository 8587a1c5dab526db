//! Where, when, on what occasion and to whom, in the words around a Turkish passage. A phrase stands before
//! the case that says what it is: "Pelas kentinde", "görüşmenin ardından", "yabancı gazetecilere".

mod words;

use alloc::borrow::Cow;
use core::ops::Range;

use super::super::day_words::{month, weekday};
use super::super::reading::Tongue;
use super::super::setting::{Phrases, Stretch};
use super::super::word::Sort;
use super::super::word_list::WordList;
use super::suffix;
use super::words::{DOCUMENTS, EVENTS, RELATIVE, UTTERED_IN};
use words::{
    ADDRESSED, ATTENDED, BEFORE_AUDIENCE, DATIVES, GATHERINGS, ISSUED, MEDIA, PARTS_OF_DAY, PEOPLE,
    PLACES, PRONOUNS, STAGES,
};

/// The longest phrase, in tokens.
const LONGEST: usize = 12;

/// Returns what these words say of the setting.
pub(in super::super) fn phrases(stretch: &Stretch<'_, '_>) -> Phrases {
    let mut found = Phrases::default();
    let mut at = stretch.range.start;
    while at < stretch.range.end {
        if found.time.is_none()
            && let Some(end) = time(stretch, at)
        {
            found.is_later |= matches!(stretch.word(at), "daha" | "aradan");
            found.time = Some(at..end);
            at = end;
            continue;
        }
        if found.place.is_none()
            && let Some(start) = place(stretch, at)
        {
            found.place = Some(start..at + 1);
        }
        if found.audience.is_none() {
            found.audience = audience(stretch, at);
        }
        at += 1;
    }
    for at in stretch.range.clone() {
        let Some((head, is_later)) = occasion(stretch, at) else {
            continue;
        };
        let start = begin(stretch, head, &found);
        let is_more = found
            .occasion
            .as_ref()
            .is_none_or(|known| start <= known.start);
        if is_more {
            found.occasion = Some(start..at + 1);
            found.is_later |= is_later;
        }
    }
    found
}

/// Whether somebody speaks in this sentence, though it does not say what.
pub(in super::super) fn stages(stretch: &Stretch<'_, '_>) -> bool {
    stretch.range.clone().any(|at| {
        let word = stretch.word(at);
        STAGES.begins(word)
    })
}

/// Where words of time that begin here end.
fn time(stretch: &Stretch<'_, '_>, at: usize) -> Option<usize> {
    let word = |at: usize| stretch.word(at);
    let base = |at: usize| word(at).split('\'').next().unwrap_or_default();
    let is_part = |at: usize| PARTS_OF_DAY.has(word(at));
    let parts = |from: usize| {
        (from..stretch.range.end)
            .take_while(|at| is_part(*at))
            .count()
            + from
    };
    let is_number = |at: usize| stretch.is_number(at);
    if is_number(at) && month(base(at + 1), Tongue::Turkish).is_some() {
        let mut end = at + 2;
        if is_number(end) && base(end).len() == 4 {
            end += 1;
        }
        if weekday(base(end), Tongue::Turkish).is_some() {
            end += 1;
        }
        return Some(parts(end));
    }
    match word(at) {
        "dün" | "bugün" => Some(parts(at + 1)),
        "bu" | "sabah" | "akşam" | "gece" if is_part(at + 1) => Some(parts(at + 1)),
        "önceki" if word(at + 1) == "gün" => Some(parts(at + 2)),
        "öğleden" | "daha" | "aradan" if matches!(word(at + 1), "sonra" | "önce") => {
            Some(parts(at + 2))
        }
        "geçen" | "geçtiğimiz" => {
            let is_day = weekday(base(at + 1), Tongue::Turkish).is_some();
            let is_span = matches!(word(at + 1), "hafta" | "ay" | "yıl" | "günlerde");
            (is_day || is_span).then(|| parts(at + 2))
        }
        of => {
            weekday(base(at), Tongue::Turkish)?;
            // "pazar" is a market too.
            (of != "pazar" || is_part(at + 1)).then(|| parts(at + 1))
        }
    }
}

/// What is held, or said in.
static HELD: [&WordList; 4] = [&UTTERED_IN, &EVENTS, &GATHERINGS, &DOCUMENTS];

/// A word without the apostrophe before its ending.
fn joined(word: &str) -> Cow<'_, str> {
    if word.contains('\'') {
        Cow::Owned(word.replace('\'', ""))
    } else {
        Cow::Borrowed(word)
    }
}

/// Where a place that ends here begins: a name or a noun of place in the locative.
fn place(stretch: &Stretch<'_, '_>, at: usize) -> Option<usize> {
    let word = stretch.word(at);
    let case = word.strip_suffix("ki").unwrap_or(word);
    if !case.ends_with(['a', 'e']) {
        return None;
    }
    let (base, end) = word.split_once('\'').unwrap_or((word, ""));
    let is_located = matches!(
        end.strip_suffix("ki").unwrap_or(end),
        "da" | "de" | "ta" | "te" | "nda" | "nde"
    );
    let is_name = stretch.is_name(at)
        && is_located
        && month(base, Tongue::Turkish).is_none()
        && !HELD.iter().any(|list| list.begins(base));
    if !is_name && !suffix::is_in(&joined(case), &PLACES) {
        return None;
    }
    let mut start = at;
    while start > stretch.range.start {
        let before = start - 1;
        let word = stretch.word(before);
        let is_bare = stretch.is_name(before) && !word.contains('\'');
        let is_kind = matches!(word, "başkent" | "başkentteki");
        if !(is_bare || is_kind) {
            break;
        }
        start = before;
    }
    Some(start)
}

/// Those to whom something is said, if the phrase that names them ends here.
fn audience(stretch: &Stretch<'_, '_>, at: usize) -> Option<Range<usize>> {
    let word = stretch.word(at);
    let next = |ahead: usize| stretch.word(at + ahead);
    let (base, end) = word.split_once('\'').unwrap_or((word, ""));
    if PRONOUNS.has(word) {
        return Some(at..at + 1);
    }
    // "gazetecilerin ve diplomatların katıldığı bir toplantıda"
    if ATTENDED.has(next(1)) && is_genitive(word) {
        return Some(attendants(stretch, at)..at + 1);
    }
    let is_medium = MEDIA.begins(word);
    let is_people = PEOPLE
        .stems(word)
        .any(|stem| DATIVES.has(&word[stem.len()..]));
    let is_named = stretch.is_name(at)
        && matches!(end, "a" | "e" | "ya" | "ye" | "na" | "ne")
        && !base.is_empty()
        && (1..=2).any(|ahead| ADDRESSED.begins(next(ahead)));
    if !(is_medium || is_people || is_named) {
        return None;
    }
    let mut start = at;
    while start > stretch.range.start && at - start < LONGEST {
        let before = start - 1;
        let word = stretch.word(before);
        let is_name = (is_medium || is_named) && stretch.is_name(before) && !word.contains('\'');
        let is_owner = is_medium && word.contains('\'') && is_genitive(word);
        if !(is_name || is_owner || BEFORE_AUDIENCE.has(word)) {
            break;
        }
        start = before;
    }
    Some(start..at + 1)
}

/// Where those who attend begin: behind a mark, a place or a time.
fn attendants(stretch: &Stretch<'_, '_>, at: usize) -> usize {
    let mut start = at;
    while start > stretch.range.start && at - start < LONGEST {
        let before = start - 1;
        if stretch.word(before).is_empty() || is_apart(stretch, before) {
            break;
        }
        start = before;
    }
    start
}

fn is_genitive(word: &str) -> bool {
    ["ın", "in", "un", "ün"].iter().any(|of| word.ends_with(of))
}

/// Whether a word ends an occasion; the word that names the occasion, and whether it is over by then.
fn occasion(stretch: &Stretch<'_, '_>, at: usize) -> Option<(usize, bool)> {
    let word = stretch.word(at);
    let before = at.checked_sub(1).map_or("", |at| stretch.word(at));
    let is_event = |word: &str| EVENTS.begins(word) || GATHERINGS.begins(word);
    if RELATIVE.has(word) {
        let is_over = matches!(
            word,
            "ardından" | "sonra" | "sonrasında" | "çıkışında" | "bitiminde"
        );
        return (is_event(before) || UTTERED_IN.begins(before)).then(|| (at - 1, is_over));
    }
    if word == "üzerine" && before.starts_with("soru") {
        return Some((at - 1, false));
    }
    if matches!(word, "hesabından" | "hesabında" | "hesaplarından") {
        return Some((at, false));
    }
    if !word.ends_with(['a', 'e']) {
        return None;
    }
    let joined = joined(word);
    if HELD.iter().any(|list| suffix::is_in(&joined, list)) {
        return Some((at, false));
    }
    // "canlı yayınına konuk oldu", "galasına katıldı"
    let next = stretch.word(at + 1);
    let is_visited = is_event(word) && (next == "konuk" || next.starts_with("katıl"));
    is_visited.then_some((at, false))
}

/// Where an occasion begins: behind a mark, a place, a time or an adverb of the sentence.
fn begin(stretch: &Stretch<'_, '_>, head: usize, found: &Phrases) -> usize {
    let mut start = head;
    while start > stretch.range.start && head - start < LONGEST {
        let before = start - 1;
        let is_time = found
            .time
            .as_ref()
            .is_some_and(|time| time.contains(&before));
        if stretch.word(before).is_empty() || is_time || is_apart(stretch, before) {
            break;
        }
        start = before;
    }
    // "Bakanlığından yapılan açıklamada": whoever issued it speaks, and still belongs to the occasion.
    let source = start.checked_sub(1).filter(|before| {
        let word = stretch.tokens.word_at(*before);
        ISSUED.has(stretch.word(start))
            && ["dan", "den", "tan", "ten"]
                .iter()
                .any(|of| word.ends_with(of))
    });
    source.and_then(|at| stretch.owner(at)).unwrap_or(start)
}

/// Whether a word is no part of the phrase behind it: a place, a verb or an adverb of the sentence.
fn is_apart(stretch: &Stretch<'_, '_>, at: usize) -> bool {
    let word = stretch.word(at);
    let is_adverb = matches!(
        word,
        "ise"
            | "da"
            | "de"
            | "ayrıca"
            | "ancak"
            | "bugün"
            | "dün"
            | "önce"
            | "sonra"
            | "konuşan"
            | "diyen"
    );
    let is_place = place(stretch, at).is_some();
    let is_verb = stretch.tokens.list[at].sort == Sort::Word
        && ["dı", "di", "du", "dü", "tı", "ti", "tu", "tü"]
            .iter()
            .any(|of| word.ends_with(of))
        && word.chars().count() > 3
        && suffix::without(word, "DI").is_some()
        && stretch.word(at + 1).is_empty();
    is_adverb || is_place || is_verb
}
