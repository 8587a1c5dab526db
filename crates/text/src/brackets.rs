//! How much of a negotiating text stands in brackets, counted over its source as it is: no reader has to
//! understand it first.
//!
//! Front matter, footnote marks, link targets and definitions are left out. A word is a run of letters,
//! digits, apostrophes, hyphens and underscores. A paragraph ends at an empty line, and a bracket that
//! is not closed ends with its paragraph.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use unicode_normalization::char::is_combining_mark;

/// The counts of one paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The brackets that open in it.
    pub brackets: usize,
    /// The brackets that close in it.
    pub closing: usize,
    /// The words within brackets.
    pub words_in_brackets: usize,
    /// All words.
    pub words: usize,
    /// The deepest that brackets stand in each other.
    pub max_depth: usize,
}

impl Paragraph {
    /// Whether as many brackets close as open.
    pub const fn is_balanced(&self) -> bool {
        self.brackets == self.closing
    }

    /// Whether no bracket stands in it.
    pub const fn is_clean(&self) -> bool {
        self.brackets == 0 && self.closing == 0
    }
}

/// The counts of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brackets {
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The headings of options.
    pub options: usize,
}

impl Brackets {
    /// Returns the counts of this source.
    pub fn of(source: &str) -> Self {
        let source = source.replace("\r\n", "\n").replace('\r', "\n");
        let text = prose(&source);
        let options = text.split('\n').filter(|line| is_option(line)).count();
        let paragraphs = paragraphs(&text).iter().map(|one| count(one)).collect();
        Self {
            paragraphs,
            options,
        }
    }

    /// Returns the sums over all paragraphs, and the deepest of their depths.
    pub fn total(&self) -> Paragraph {
        let mut total = Paragraph::default();
        for one in &self.paragraphs {
            total.brackets += one.brackets;
            total.closing += one.closing;
            total.words_in_brackets += one.words_in_brackets;
            total.words += one.words;
            total.max_depth = total.max_depth.max(one.max_depth);
        }
        total
    }

    /// Returns how many paragraphs have no bracket.
    pub fn clean(&self) -> usize {
        let clean = self.paragraphs.iter().filter(|one| one.is_clean());
        clean.count()
    }

    /// Returns in how many paragraphs not every bracket has its counterpart.
    pub fn unclosed(&self) -> usize {
        let open = self.paragraphs.iter().filter(|one| !one.is_balanced());
        open.count()
    }
}

/// The text without what is no prose.
fn prose(source: &str) -> String {
    let names = names(source);
    let text = without_front_matter(source);
    let text = without_definitions(text);
    let text = without_footnote_marks(&text);
    let text = without_links(&text, '[', |target| names.contains(target));
    without_links(&text, '(', |_| true)
}

/// The names that a file defines: `[name]: address`.
fn names(source: &str) -> BTreeSet<String> {
    let name = |line: &str| {
        let (name, _) = line.strip_prefix('[')?.split_once("]:")?;
        let fits = !name.is_empty() && !name.contains([']', '^']);
        fits.then(|| name.to_owned())
    };
    source.split('\n').filter_map(name).collect()
}

fn without_front_matter(source: &str) -> &str {
    let Some(rest) = source.strip_prefix("---") else {
        return source;
    };
    let mut from = 0;
    while let Some(found) = rest.get(from..).and_then(|rest| rest.find("---")) {
        let after = &rest[from + found + 3..];
        if let Some(space) = after.chars().next().filter(|next| next.is_whitespace()) {
            return &after[space.len_utf8()..];
        }
        from += found + 1;
    }
    source
}

/// Leaves out `[name]: …` at the beginning of a line. A name may go over several lines.
fn without_definitions(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        if let Some(after) = definition(rest) {
            rest = after;
        }
        let Some(end) = rest.find('\n') else {
            kept.push_str(rest);
            return kept;
        };
        kept.push_str(&rest[..=end]);
        rest = &rest[end + 1..];
    }
}

/// What follows the line of a definition that begins here; nothing if none does.
fn definition(text: &str) -> Option<&str> {
    // A name ends at the first closing bracket, and one that is longer than this is none.
    const LONGEST: usize = 4_096;
    let name = text.strip_prefix('[')?;
    let end = name.find(']').filter(|end| (1..LONGEST).contains(end))?;
    let after = name[end..].strip_prefix("]:")?;
    Some(&after[after.find('\n').unwrap_or(after.len())..])
}

fn without_footnote_marks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(found) = rest.find("[^") {
        kept.push_str(&rest[..found]);
        rest = &rest[found..];
        let digits = &rest[2..];
        let end = digits
            .find(|digit: char| !digit.is_numeric())
            .unwrap_or(digits.len());
        if end > 0 && digits[end..].starts_with(']') {
            rest = &digits[end + 1..];
        } else {
            kept.push_str("[^");
            rest = digits;
        }
    }
    kept.push_str(rest);
    kept
}

/// Leaves the words of `[words][target]` or `[words](target)` without brackets and target.
fn without_links(text: &str, opening: char, is_target: impl Fn(&str) -> bool) -> String {
    let closing = if opening == '(' { ')' } else { ']' };
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(found) = rest.find('[') {
        kept.push_str(&rest[..found]);
        rest = &rest[found..];
        let words = &rest[1..];
        let end = words.find(['[', ']']).unwrap_or(words.len());
        let linked = words[end..].strip_prefix(']').and_then(|after| {
            let target = after.strip_prefix(opening)?;
            let close = target.find(closing)?;
            is_target(&target[..close]).then_some(&target[close + 1..])
        });
        if let Some(after) = linked {
            kept.push_str(&words[..end]);
            rest = after;
        } else {
            kept.push('[');
            rest = words;
        }
    }
    kept.push_str(rest);
    kept
}

fn is_option(line: &str) -> bool {
    let start = line.find(|letter: char| letter.is_ascii_alphabetic());
    let word = start.and_then(|start| line[start..].strip_prefix("Option"));
    word.is_some_and(|rest| {
        let number = rest.trim_start();
        number.len() < rest.len() && number.starts_with(char::is_numeric)
    })
}

fn paragraphs(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut one = String::new();
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            one.push_str(line);
            one.push('\n');
        } else if !one.is_empty() {
            all.push(core::mem::take(&mut one));
        }
    }
    if !one.is_empty() {
        all.push(one);
    }
    all
}

fn count(paragraph: &str) -> Paragraph {
    let mut counts = Paragraph::default();
    let mut depth = 0_usize;
    let mut in_word = false;
    for letter in paragraph.chars() {
        let was_in_word = core::mem::replace(&mut in_word, is_word(letter));
        match letter {
            '[' => {
                depth += 1;
                counts.brackets += 1;
                counts.max_depth = counts.max_depth.max(depth);
            }
            ']' => {
                depth = depth.saturating_sub(1);
                counts.closing += 1;
            }
            _ if in_word && !was_in_word => {
                counts.words += 1;
                counts.words_in_brackets += usize::from(depth > 0);
            }
            _ => {}
        }
    }
    counts
}

fn is_word(letter: char) -> bool {
    matches!(letter, '_' | '-' | '\'' | '\u{2019}')
        || letter.is_alphanumeric() && !is_combining_mark(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_are_counted_by_paragraph() {
        let found = Brackets::of("one [two [three]] four\n\n[five\n\nsix] seven - eight's\n");
        let one = |brackets, closing, inside, words, depth| Paragraph {
            brackets,
            closing,
            words_in_brackets: inside,
            words,
            max_depth: depth,
        };
        assert_eq!(
            found.paragraphs,
            [one(2, 2, 2, 4, 2), one(1, 0, 1, 1, 1), one(0, 1, 0, 4, 0)]
        );
        assert_eq!((found.clean(), found.unclosed()), (0, 2));
        assert_eq!(found.total().words, 9);
    }

    #[test]
    fn what_is_no_prose_is_left_out() {
        let source = "---\ntitle: x [y]\n---\n\n[a][src] and [b](http://z) text[^1] [c][d]\r\n\n\
            [src]: http://x/y\n\n[^1]: a note [e]\n\n**Option 2:** x\n";
        let found = Brackets::of(source);
        let total = found.total();
        assert_eq!((total.brackets, total.words), (2, 9));
        assert_eq!(
            (found.paragraphs.len(), found.clean(), found.options),
            (2, 1, 1)
        );
    }
}
