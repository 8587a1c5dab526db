//! What a reader keeps in mind from sentence to sentence: who occurs, who spoke, what is still announced.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::cast::Cast;
use super::mention::Mention;
use super::quotes::Quote;
use super::reading::{Setting, Span, Tongue};
use super::speech::{Said, Who};
use super::word::Tokens;

/// What was announced for the quotations that follow.
#[derive(Debug, Clone)]
pub(super) struct Announced {
    pub(super) who: Who,
    pub(super) verb: Option<Span>,
}

/// The memory of a reader.
#[derive(Debug, Default)]
pub(super) struct Scene {
    pub(super) cast: Cast,
    /// Of whom the text speaks: the subject of a clause without one.
    pub(super) topic: Option<Who>,
    /// Who spoke last in quotation marks, with which verb.
    pub(super) spoke: Option<Announced>,
    /// Whether that was in this paragraph.
    pub(super) is_near: bool,
    /// Who is announced by a colon, or by a passage that the next paragraph reopens.
    pub(super) announced: Option<Announced>,
    /// Who issued the document that is spoken of.
    pub(super) issuer: Option<Who>,
    /// Where, when, on what occasion and to whom each speaker spoke last, by their name.
    pub(super) settings: BTreeMap<String, Setting>,
    /// What was found.
    pub(super) said: Vec<Said>,
}

impl Scene {
    /// Returns who is meant by a mention.
    pub(super) fn who(&mut self, tokens: &Tokens<'_>, mention: &Mention<'_>) -> Who {
        let mut room = String::new();
        let naming = mention.naming(tokens, &mut room);
        self.cast.resolve(&naming)
    }
}

/// A paragraph that is being read.
#[derive(Clone, Copy)]
pub(super) struct Passage<'p, 't> {
    pub(super) text: &'t str,
    pub(super) quotes: &'p [Quote],
    pub(super) tokens: &'p Tokens<'t>,
    pub(super) tongue: Tongue,
}

impl Passage<'_, '_> {
    /// Returns the words within a quoted passage as tokens.
    pub(super) fn within(&self, quote: usize) -> Tokens<'_> {
        let inner = self.quotes[quote].inner.clone();
        Tokens::of(self.text, inner, self.quotes, Some(quote), self.tongue)
    }

    /// Returns the words of a quoted passage, without spaces around them.
    pub(super) fn inner(&self, quote: usize) -> Span {
        trimmed(self.text, &self.quotes[quote].inner)
    }
}

/// Returns a stretch without the spaces around it.
pub(super) fn trimmed(text: &str, span: &Span) -> Span {
    let words = &text[span.clone()];
    let start = span.start + (words.len() - words.trim_start().len());
    start..start.max(span.start + words.trim_end().len())
}

/// Words that decide something stand within so many bytes.
const LOOKED_AT: usize = 4_096;

/// Returns the beginning of a stretch, or all of it if it is not long.
pub(super) fn beginning(text: &str, span: &Span) -> Span {
    if span.len() <= LOOKED_AT {
        return span.clone();
    }
    span.start..text.floor_char_boundary(span.start + LOOKED_AT)
}
