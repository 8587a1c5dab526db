//! The cutting of contested places: which stretches of the base the changes of all texts make up, and
//! what each text has there.

use crate::align::{self, Hunk};
use crate::lexicon::{Lexicon, Words};
use crate::slide;
use alloc::vec::Vec;
use core::ops::Range;

/// Returns where a text differs from the base: the alignment, with boundaries where a reader would put
/// them. Tokens that are aligned and not equal are changes of one token.
pub(crate) fn changes(lexicon: &Lexicon<'_>, base: &Words, text: &Words) -> Vec<Hunk> {
    let hunks = aligned(lexicon, base, text);
    let mut changes = Vec::with_capacity(hunks.len());
    let (mut base_at, mut text_at) = (0, 0);
    let end = Hunk {
        base: base.exact.len()..base.exact.len(),
        text: text.exact.len()..text.exact.len(),
    };
    for hunk in hunks.into_iter().chain(core::iter::once(end)) {
        while base_at < hunk.base.start {
            if base.exact[base_at] != text.exact[text_at] {
                changes.push(Hunk {
                    base: base_at..base_at + 1,
                    text: text_at..text_at + 1,
                });
            }
            base_at += 1;
            text_at += 1;
        }
        (base_at, text_at) = (hunk.base.end, hunk.text.end);
        if !(hunk.base.is_empty() && hunk.text.is_empty()) {
            changes.push(hunk);
        }
    }
    changes
}

/// Returns the alignment by keys alone, with its boundaries moved.
pub(crate) fn aligned(lexicon: &Lexicon<'_>, base: &Words, text: &Words) -> Vec<Hunk> {
    let (base_keys, text_keys) = (lexicon.keys(base), lexicon.keys(text));
    let mut hunks = align::align(&base_keys, &text_keys, lexicon.key_count());
    slide::slide(lexicon, base, text, &mut hunks);
    hunks
}

/// Returns the contested stretches of the base: the changes of all texts united, with those that
/// overlap, touch, or are fewer than `coalesce` words apart made one.
pub(crate) fn sites(
    lexicon: &Lexicon<'_>,
    base: &Words,
    texts: &[&Words],
    changes: &[Vec<Hunk>],
    coalesce: usize,
) -> Vec<Range<usize>> {
    let mut ranges: Vec<(usize, usize)> = changes
        .iter()
        .flatten()
        .map(|hunk| (hunk.base.start, hunk.base.end))
        .collect();
    ranges.sort_unstable();
    ranges.dedup();
    let mut sites: Vec<Range<usize>> = Vec::new();
    for (start, end) in ranges {
        match sites.last_mut() {
            Some(last) if joins(lexicon, base, last.end, start, coalesce) => {
                last.end = last.end.max(end);
            }
            _ => sites.push(start..end),
        }
    }
    grown(lexicon, base, texts, changes, sites)
}

fn joins(lexicon: &Lexicon<'_>, base: &Words, end: usize, start: usize, coalesce: usize) -> bool {
    if start <= end {
        return true;
    }
    // What lies between is as short as it takes to see: it is left once there are enough words.
    let is_word = |number: &&u32| lexicon.entry(**number).is_word;
    let between = base.exact[end..start].iter().filter(is_word);
    between.take(coalesce).count() < coalesce
}

/// Lets each stretch in which the texts disagree about the space before it take in the token before
/// it, about which they agree.
fn grown(
    lexicon: &Lexicon<'_>,
    base: &Words,
    texts: &[&Words],
    changes: &[Vec<Hunk>],
    sites: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    let mut result: Vec<Range<usize>> = Vec::with_capacity(sites.len());
    let mut cursors: Vec<Cursor<'_>> = changes.iter().map(|own| Cursor::new(own)).collect();
    for site in sites {
        let spaced = |words: &[u32]| {
            words
                .first()
                .map(|number| lexicon.token(*number).space_before)
        };
        let of_base = spaced(&base.exact[site.clone()]);
        let mut seen = of_base;
        let mut agree = true;
        for (cursor, text) in cursors.iter_mut().zip(texts) {
            let own = spaced(&text.exact[cursor.advance(&site)]);
            agree &= own.is_none() || seen.is_none() || own == seen;
            seen = seen.or(own);
        }
        let start = if agree {
            site.start
        } else {
            site.start.saturating_sub(1)
        };
        match result.last_mut() {
            Some(last) if start <= last.end => last.end = site.end,
            _ => result.push(start..site.end),
        }
    }
    result
}

/// Walks along the changes of one text, from one contested place to the next.
pub(crate) struct Cursor<'a> {
    changes: &'a [Hunk],
    next: usize,
    base: usize,
    text: usize,
}

impl<'a> Cursor<'a> {
    /// Returns a cursor at the beginning.
    pub(crate) fn new(changes: &'a [Hunk]) -> Self {
        Self {
            changes,
            next: 0,
            base: 0,
            text: 0,
        }
    }

    /// Returns what the text has in the place of these tokens of the base. Places are asked for in
    /// order, and no change reaches over the edge of one.
    pub(crate) fn advance(&mut self, site: &Range<usize>) -> Range<usize> {
        let start = self.text + (site.start - self.base);
        while let Some(hunk) = self.changes.get(self.next) {
            if hunk.base.start > site.end || hunk.base.end > site.end {
                break;
            }
            self.next += 1;
            (self.base, self.text) = (hunk.base.end, hunk.text.end);
        }
        let end = self.text + (site.end - self.base);
        (self.base, self.text) = (site.end, end);
        start..end
    }
}
