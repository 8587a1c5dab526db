//! An expression that names somebody, as the readers of both languages find it in a sentence.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::cast::{Being, Naming};
use super::word::Tokens;

/// A mention, in tokens.
#[derive(Debug, Clone)]
pub(super) struct Mention<'w> {
    /// The whole expression, with what stands in apposition.
    pub(super) tokens: Range<usize>,
    /// The name.
    pub(super) name: Range<usize>,
    /// The office before the name or alone.
    pub(super) title: Range<usize>,
    /// The folded words of the office, its head last.
    pub(super) office: Vec<&'w str>,
    /// What it stands for.
    pub(super) being: Being,
    /// How the mention stands in its sentence.
    pub(super) role: Role,
    /// How many characters of the last word of the name belong to the name, if not all.
    pub(super) cut: Option<usize>,
}

/// How a mention stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It may be the subject.
    Subject,
    /// It is possessive: the subject of a clause, or somebody's something.
    Possessor,
    /// It is the source: `-DAn`.
    Source,
    /// It is whom or to whom.
    Object,
    /// Anything else.
    Other,
}

impl<'w> Mention<'w> {
    /// Returns what is known of the name.
    pub(super) fn naming<'n>(&self, tokens: &'n Tokens<'_>, room: &'n mut String) -> Naming<'n>
    where
        'w: 'n,
    {
        *room = self.written(tokens);
        // A body is found again by what it is: "Komisyon" by "Kıyı Birliği Komisyonu".
        let folded = match self.being {
            Being::Body if !self.name.is_empty() && !self.office.is_empty() => self.office.clone(),
            _ => self
                .name
                .clone()
                .map(|at| self.folded(tokens, at))
                .collect(),
        };
        let mut capacity = tokens.span(&self.title);
        if let Some(last) = self.title.clone().next_back() {
            capacity.end = capacity
                .end
                .min(tokens.list[last].start + tokens.name_at(last).len());
        }
        Naming {
            name: room,
            folded,
            title: self.office.clone(),
            capacity: &tokens.text[capacity],
            being: self.being,
            span: tokens.span(&self.tokens),
        }
    }

    /// A word of the name, folded and without suffixes.
    fn folded<'n>(&self, tokens: &'n Tokens<'_>, at: usize) -> &'n str {
        let base = tokens.base_at(at);
        match self.cut {
            Some(kept) if at + 1 == self.name.end => {
                let end = base.char_indices().nth(kept);
                end.map_or(base, |(end, _)| &base[..end])
            }
            _ => base,
        }
    }

    /// Returns the name as it is written, without suffixes.
    fn written(&self, tokens: &Tokens<'_>) -> String {
        let span = tokens.span(&self.name);
        let Some(last) = self.name.clone().next_back() else {
            return String::new();
        };
        let begin = tokens.list[last].start;
        let word = tokens.name_at(last);
        let word = match self.cut {
            Some(kept) => word
                .char_indices()
                .nth(kept)
                .map_or(word, |(at, _)| &word[..at]),
            None => word,
        };
        let mut written = String::from(&tokens.text[span.start..begin]);
        // A final k is soft only before its suffix: of "Bakanlığın" the name is "Bakanlık".
        match word.strip_suffix('ğ') {
            Some(begin) if self.cut.is_some() => {
                written.push_str(begin);
                written.push('k');
            }
            _ => written.push_str(word),
        }
        // A name may be broken over lines.
        if written.contains(['\n', '\r']) {
            written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        written
    }
}
