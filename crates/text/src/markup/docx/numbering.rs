//! Labels that the word processor counts: which lists there are, and what stands before each paragraph of
//! one. They are counted over the paragraphs that a reader has, so that they are right for each.

use crate::scrub::roman;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// How many levels a list has.
pub(crate) const LEVELS: usize = 9;
/// From here on a letter or a Roman numeral would be longer than anybody reads.
const LONGEST_ROW: u32 = 400;

/// How a level counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Digits,
    SmallLetters,
    Letters,
    SmallRoman,
    Roman,
    Bullet,
    Nothing,
}

/// One level of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Level {
    pub(crate) start: u32,
    pub(crate) script: Script,
    /// What is shown, `%1` to `%9` standing for the numbers of the levels: `Article %1`.
    pub(crate) shows: String,
    /// Whether all numbers in it are digits.
    pub(crate) is_legal: bool,
    /// The style whose paragraphs are of this level.
    pub(crate) style: Option<String>,
}

/// A list as paragraphs name it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct List {
    /// What it is counted with: lists of one form go on where another ended.
    pub(crate) form: String,
    /// Where a level begins in this list.
    pub(crate) starts: BTreeMap<usize, u32>,
}

/// Which list and level a paragraph is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbered {
    pub(crate) list: String,
    pub(crate) level: usize,
}

/// What a paragraph or a style says of its list; what it leaves open is that of its style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Membership {
    pub(crate) list: Option<String>,
    pub(crate) level: Option<usize>,
}

/// The lists of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Numbering {
    pub(crate) forms: BTreeMap<String, BTreeMap<usize, Level>>,
    pub(crate) lists: BTreeMap<String, List>,
    /// What each style says, and the style on which it is based.
    pub(crate) styles: BTreeMap<String, (Membership, Option<String>)>,
}

impl Numbering {
    /// Returns the list and level of a paragraph; an error if it names a list that is not defined.
    pub(crate) fn of(
        &self,
        own: Option<&Membership>,
        style: Option<&str>,
    ) -> Result<Option<Numbered>, ()> {
        let inherited = style.map(|style| self.of_style(style)).unwrap_or_default();
        let own = own.cloned().unwrap_or_default();
        let Some(list) = own.list.or(inherited.list) else {
            return Ok(None);
        };
        // The list 0 is none: it takes a paragraph out of the list of its style.
        if list == "0" {
            return Ok(None);
        }
        let levels = self
            .lists
            .get(&list)
            .and_then(|own| self.forms.get(&own.form));
        let levels = levels.ok_or(())?;
        let of_style = || {
            let is_own = |level: &&usize| {
                levels
                    .get(level)
                    .is_some_and(|own| own.style.as_deref() == style)
            };
            style.and_then(|_| levels.keys().find(is_own)).copied()
        };
        let level = own.level.or(inherited.level).or_else(of_style);
        let level = level.unwrap_or(0);
        if !levels.contains_key(&level) {
            return Err(());
        }
        Ok(Some(Numbered { list, level }))
    }

    fn of_style(&self, style: &str) -> Membership {
        let mut found = Membership::default();
        let mut at = Some(style);
        // A circle of styles has an end too.
        for _ in 0..32 {
            let Some((own, based)) = at.and_then(|style| self.styles.get(style)) else {
                break;
            };
            found.list = found.list.or_else(|| own.list.clone());
            found.level = found.level.or(own.level);
            at = based.as_deref();
        }
        found
    }
}

/// Counts through a document.
pub(crate) struct Counter<'a> {
    numbering: &'a Numbering,
    counts: BTreeMap<&'a str, [Option<u32>; LEVELS]>,
    begun: BTreeSet<(&'a str, usize)>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(numbering: &'a Numbering) -> Self {
        Self {
            numbering,
            counts: BTreeMap::new(),
            begun: BTreeSet::new(),
        }
    }

    /// Counts a paragraph, and returns what stands before its words, with what parts it from them.
    pub(crate) fn next(&mut self, numbered: &Numbered) -> Option<String> {
        let (id, list) = self.numbering.lists.get_key_value(&numbered.list)?;
        let levels = self.numbering.forms.get(&list.form)?;
        let level = levels.get(&numbered.level)?;
        let counts = self.counts.entry(&list.form).or_insert([None; LEVELS]);
        let own = counts.get_mut(numbered.level)?;
        let begins = list
            .starts
            .get(&numbered.level)
            .filter(|_| self.begun.insert((id, numbered.level)));
        *own = Some(match (begins, *own) {
            (Some(start), _) => *start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => level.start,
        });
        for deeper in counts.iter_mut().skip(numbered.level + 1) {
            *deeper = None;
        }
        if level.script == Script::Bullet {
            return Some(String::from("\u{2013}\t"));
        }
        let number = |place: usize| {
            let of = levels.get(&place)?;
            let count = counts.get(place).copied().flatten().unwrap_or(of.start);
            let script = if level.is_legal {
                Script::Digits
            } else {
                of.script
            };
            Some(written(script, count))
        };
        front(&shown(&level.shows, number))
    }
}

fn shown(pattern: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut text = String::new();
    let mut characters = pattern.chars().peekable();
    while let Some(character) = characters.next() {
        let place = characters.peek().and_then(|next| next.to_digit(10));
        match place.and_then(|place| usize::try_from(place).ok()) {
            Some(place) if character == '%' && place > 0 => {
                characters.next();
                text.push_str(&number(place - 1).unwrap_or_default());
            }
            _ => text.push(character),
        }
    }
    text
}

fn written(script: Script, count: u32) -> String {
    let letter = |first: u8| {
        let places = count.saturating_sub(1);
        let letter = first + u8::try_from(places % 26).unwrap_or_default();
        let times = usize::try_from(places / 26 + 1).unwrap_or(1);
        core::iter::repeat_n(char::from(letter), times).collect::<String>()
    };
    match script {
        Script::Nothing | Script::Bullet => String::new(),
        _ if count == 0 || count > LONGEST_ROW => count.to_string(),
        Script::Digits => count.to_string(),
        Script::SmallLetters => letter(b'a'),
        Script::Letters => letter(b'A'),
        Script::SmallRoman => roman(count),
        Script::Roman => roman(count).to_ascii_uppercase(),
    }
}

/// Returns a label in the form in which texts have labels, with what parts it from the words: a heading
/// stands on a line of its own.
fn front(shown: &str) -> Option<String> {
    let is_edge =
        |c: char| c.is_whitespace() || matches!(c, '.' | ':' | ';' | ',' | '-' | '\u{2013}');
    let shown = shown.trim();
    let bare = shown.trim_matches(is_edge);
    if let Some((word, _)) = bare.split_once(char::is_whitespace)
        && word.chars().all(char::is_alphabetic)
    {
        let words: Vec<&str> = bare.split_whitespace().collect();
        return Some(words.join(" ") + "\n");
    }
    let inner = bare.trim_matches(|c| is_edge(c) || matches!(c, '(' | ')' | '[' | ']'));
    if inner.is_empty() {
        return None;
    }
    let is_number = inner.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_enclosed = bare.ends_with([')', ']']);
    Some(if is_number && !is_enclosed {
        alloc::format!("{inner}.\t")
    } else {
        alloc::format!("({inner})\t")
    })
}

#[cfg(test)]
mod tests;
