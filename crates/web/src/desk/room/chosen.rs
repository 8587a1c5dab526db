//! A change of some words of a provision, chosen in the room or written into a field: they are found in the words of
//! the base as those are written, or the page says that they are not there. Nothing is guessed from what
//! a browser shows.

use core::ops::Range;

use super::draft::{Target, own_words, words_of};
use crate::desk::At;
use crate::desk::reply::{Reply, Stop};

/// The most characters of words that are chosen.
const MOST: usize = 4_000;

/// The most places that are offered where the words stand more than once.
const PLACES: usize = 20;

/// How many characters around a place are shown.
const AROUND: usize = 30;

/// What is to be done with the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Others are written in their place.
    Other,
    /// They go.
    Strike,
    /// Others are written after them.
    After,
}

impl Way {
    const ALL: [(&'static str, Self); 3] = [
        ("other", Self::Other),
        ("strike", Self::Strike),
        ("after", Self::After),
    ];

    fn read(word: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|(name, _)| *name == word).map(|(_, way)| way)
    }
}

/// A place where the words stand.
pub(super) struct Place {
    /// Its number, from 1 on.
    pub(super) nth: usize,
    pub(super) before: String,
    pub(super) after: String,
}

/// What became of words that were chosen.
pub(super) struct Chosen {
    /// The words, with the blanks of a text.
    pub(super) words: String,
    pub(super) way: String,
    /// Where in the field the cursor stands, in units of UTF-16 as scripts count.
    pub(super) cursor: Option<(usize, usize)>,
    /// The places to choose from, where they are more than one.
    pub(super) places: Vec<Place>,
}

impl Chosen {
    /// Whether the words stand nowhere in the base.
    pub(super) fn is_absent(&self) -> bool {
        self.cursor.is_none() && self.places.is_empty()
    }

    pub(super) fn is_struck(&self) -> bool {
        self.way == "strike"
    }
}

impl At<'_> {
    /// Shows the field of a provision with the words that were chosen in it.
    pub(super) fn choose(&self, id: &str, language: &str, provision: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        self.drafting(&room)?;
        let target = self.target(&room, language, "replace", provision)?;
        let (kept, chosen) = self.chosen_in(&target)?;
        self.draft_form(&room, &target, kept, None, Some(chosen))
    }

    fn chosen_in(&self, target: &Target) -> Result<(String, Chosen), Stop> {
        let form = &self.call.form;
        let way = form.get("do");
        let named = Way::read(way).ok_or(Stop::NotFound)?;
        let own = own_words(target);
        let asked: String = words_of(form.get("chosen")).chars().take(MOST).collect();
        let words = asked.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = places(&own, &words);
        let nth = form.get("nth").parse::<usize>().ok();
        let one = match (found.len(), nth) {
            (1, _) => found.first(),
            (_, Some(nth)) => nth.checked_sub(1).and_then(|at| found.get(at)),
            (_, None) => None,
        };
        let mut chosen = Chosen {
            words,
            way: way.to_owned(),
            cursor: None,
            places: Vec::new(),
        };
        let Some(range) = one.cloned() else {
            let offered = found.iter().zip(1..).take(PLACES);
            chosen.places = offered
                .map(|(range, nth)| around(&own, range, nth))
                .collect();
            return Ok((own, chosen));
        };
        let (kept, cursor) = changed(&own, range, named);
        chosen.cursor = Some((units(&kept[..cursor.start]), units(&kept[..cursor.end])));
        Ok((kept, chosen))
    }
}

/// Returns where in a text these words stand, blanks being alike however many there are.
fn places(text: &str, words: &str) -> Vec<Range<usize>> {
    if words.is_empty() {
        return Vec::new();
    }
    let starts = text.char_indices().map(|(at, _)| at);
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in starts {
        let overlaps = found.last().is_some_and(|last| start < last.end);
        if !overlaps && let Some(length) = stands(&text[start..], words) {
            found.push(start..start + length);
        }
    }
    found
}

/// Returns how many bytes of this text the words take, if it begins with them.
fn stands(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for (at, word) in words.split(' ').enumerate() {
        if at > 0 {
            let without = rest.trim_start();
            if without.len() == rest.len() {
                return None;
            }
            rest = without;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// Returns the text as it is to be changed, and where its cursor stands.
fn changed(text: &str, range: Range<usize>, way: Way) -> (String, Range<usize>) {
    match way {
        Way::Other => (text.to_owned(), range),
        Way::After => (text.to_owned(), range.end..range.end),
        Way::Strike => {
            let (before, after) = (&text[..range.start], &text[range.end..]);
            // A blank before what goes goes with it, where another one or nothing that needs it follows.
            let needs_none = after.is_empty()
                || after.starts_with(|one: char| one.is_whitespace() || ".,;:)".contains(one));
            let before = match before.strip_suffix(' ') {
                Some(shorter) if needs_none => shorter,
                _ => before,
            };
            let after = if before.is_empty() {
                after.trim_start()
            } else {
                after
            };
            (format!("{before}{after}"), before.len()..before.len())
        }
    }
}

/// Returns the place with what stands before and after it.
fn around(text: &str, range: &Range<usize>, nth: usize) -> Place {
    let before: Vec<char> = text[..range.start].chars().rev().take(AROUND).collect();
    Place {
        nth,
        before: before.into_iter().rev().collect(),
        after: text[range.end..].chars().take(AROUND).collect(),
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Each Party informs the other Parties in good  time, the other Party too.";

    #[test]
    fn words_are_found_as_they_stand() {
        let found = |words: &str| -> Vec<&str> {
            let found = places(TEXT, words);
            found.into_iter().map(|range| &TEXT[range]).collect()
        };
        assert_eq!(found("in good time"), ["in good  time"]);
        assert_eq!(found("the other"), ["the other", "the other"]);
        assert_eq!(found("Each"), ["Each"]);
        assert_eq!(found("too."), ["too."]);
        for absent in ["", "in goodtime", "each Party", "time the", "too.."] {
            assert_eq!(found(absent), [""; 0], "{absent}");
        }
        assert_eq!(places("aaaa", "aa"), [0..2, 2..4]);
        assert_eq!(places("ğ ğ", "ğ"), [0..2, 3..5]);
    }

    #[test]
    fn what_is_struck_leaves_no_blank_too_many() {
        let struck = |words: &str| {
            let range = places(TEXT, words).remove(0);
            let (text, cursor) = changed(TEXT, range, Way::Strike);
            assert!(text.is_char_boundary(cursor.start));
            text
        };
        assert_eq!(
            struck("in good time"),
            "Each Party informs the other Parties, the other Party too."
        );
        assert_eq!(
            struck("Each"),
            "Party informs the other Parties in good  time, the other Party too."
        );
        assert_eq!(
            struck("the other"),
            "Each Party informs Parties in good  time, the other Party too."
        );
        assert_eq!(
            struck("too."),
            "Each Party informs the other Parties in good  time, the other Party"
        );
    }

    #[test]
    fn the_cursor_is_counted_as_scripts_count() {
        let range = places(TEXT, "informs").remove(0);
        assert_eq!(changed(TEXT, range.clone(), Way::Other).1, range);
        assert_eq!(
            changed(TEXT, range.clone(), Way::After).1,
            range.end..range.end
        );
        assert_eq!(units("a𝄞ğ"), 4);
    }
}
