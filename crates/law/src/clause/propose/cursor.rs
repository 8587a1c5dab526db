//! The place of a reader in a sentence, and the few moves from which the grammars are built. A move
//! that fails leaves the cursor where it was; the farthest place reached is kept for the refusal.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use super::names::Folded;
use super::token::{Kind, Token};
use super::{Language, NotUnderstood, Reason, Remark, RemarkKind, Role};
use crate::act::ActKind;
use crate::clause::rule::{Group, GroupSource, Rule, Span, WeightSource, Weights};

/// Everything that a failed attempt takes back.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    notes: usize,
    remarks: usize,
    declared: usize,
    groups: usize,
    tables: usize,
    kinds: usize,
}

/// A place in a sentence, with what was noted on the way.
pub(super) struct Cursor<'s> {
    source: &'s str,
    language: Language,
    tokens: &'s [Token],
    names: &'s Folded,
    at: usize,
    farthest: usize,
    notes: Vec<(Span, Role)>,
    remarks: Vec<Remark>,
    declared: Vec<Declared>,
    groups: usize,
    tables: usize,
    kinds: Vec<Vec<ActKind>>,
    contradiction: Option<Span>,
}

/// A group or a table that the words name, with those words.
#[derive(Debug, Clone)]
pub(super) struct Declared {
    /// The declaration.
    pub(super) rule: Rule,
    /// The words.
    pub(super) spans: Vec<(Span, Role)>,
}

impl<'s> Cursor<'s> {
    /// Returns a cursor at the first word.
    pub(super) fn new(
        source: &'s str,
        language: Language,
        tokens: &'s [Token],
        names: &'s Folded,
    ) -> Self {
        Self {
            source,
            language,
            tokens,
            names,
            at: 0,
            farthest: 0,
            notes: Vec::new(),
            remarks: Vec::new(),
            declared: Vec::new(),
            groups: 0,
            tables: 0,
            kinds: Vec::new(),
            contradiction: None,
        }
    }

    /// Returns the language of the sentence.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// Whether nothing follows.
    pub(super) const fn at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Returns the token that comes next.
    pub(super) fn next(&self) -> Option<&'s Token> {
        self.ahead(0)
    }

    /// Returns the token `by` places on.
    pub(super) fn ahead(&self, by: usize) -> Option<&'s Token> {
        self.tokens.get(self.at.checked_add(by)?)
    }

    /// Returns the token that was read last.
    pub(super) fn behind(&self) -> Option<&'s Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    /// Goes on by this many tokens, but not beyond the end.
    pub(super) fn advance(&mut self, by: usize) {
        self.at = self.tokens.len().min(self.at.saturating_add(by));
        self.farthest = self.farthest.max(self.at);
    }

    /// Reads the words of the pattern. `a|b` is either of two, `[a]` may be absent, and a mark
    /// stands for itself.
    pub(super) fn say(&mut self, pattern: &str) -> bool {
        let start = self.at;
        for item in pattern.split(' ') {
            let optional = item
                .strip_prefix('[')
                .and_then(|item| item.strip_suffix(']'));
            let item_words = optional.unwrap_or(item);
            if self
                .next()
                .is_some_and(|token| is_one_of(token, item_words))
            {
                self.advance(1);
            } else if optional.is_none() {
                self.at = start;
                return false;
            }
        }
        true
    }

    /// Reads the first of these patterns that fits.
    pub(super) fn say_one(&mut self, patterns: &[&str]) -> bool {
        patterns.iter().any(|pattern| self.say(pattern))
    }

    /// Reads what `read` reads, or stays where it is.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mark = Mark {
            at: self.at,
            notes: self.notes.len(),
            remarks: self.remarks.len(),
            declared: self.declared.len(),
            groups: self.groups,
            tables: self.tables,
            kinds: self.kinds.len(),
        };
        let result = read(self);
        if result.is_none() {
            self.at = mark.at;
            self.notes.truncate(mark.notes);
            self.remarks.truncate(mark.remarks);
            self.declared.truncate(mark.declared);
            self.groups = mark.groups;
            self.tables = mark.tables;
            self.kinds.truncate(mark.kinds);
        }
        result
    }

    /// Reads what `read` reads and notes what those words say.
    pub(super) fn noting<T>(
        &mut self,
        role: Role,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let start = self.at;
        let result = self.attempt(read)?;
        let span = self.span_from(start);
        self.notes.push((span, role));
        Some(result)
    }

    /// Reads the pattern and remarks on it.
    pub(super) fn remarking(&mut self, kind: RemarkKind, patterns: &[&str]) -> bool {
        let start = self.at;
        let said = self.say_one(patterns);
        if said {
            self.remark(kind, start);
        }
        said
    }

    /// Remarks on the words from this place to here.
    pub(super) fn remark(&mut self, kind: RemarkKind, start: usize) {
        let span = self.span_from(start);
        self.remarks.push(Remark { kind, span });
    }

    /// Returns the place, for [`Self::remark`] and [`Self::words_from`].
    pub(super) const fn place(&self) -> usize {
        self.at
    }

    /// Returns the words from this place to here as they stand in the source.
    pub(super) fn words_from(&self, start: usize) -> &'s str {
        let span = self.span_from(start);
        self.source
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
    }

    fn span_from(&self, start: usize) -> Span {
        let first = self.tokens.get(start).map_or(0, |token| token.span.start);
        let last = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        Span {
            start: first,
            end: last.map_or(first, |token| token.span.end.max(first)),
        }
    }

    /// Whether the next token begins where the last one ended.
    pub(super) fn adjacent(&self) -> bool {
        let last = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        matches!((last, self.next()), (Some(last), Some(next)) if last.span.end == next.span.start)
    }

    /// Keeps that a number in words differs from its figure; this is never taken back.
    pub(super) fn figure_differs(&mut self, start: usize) {
        let span = self.span_from(start);
        self.contradiction.get_or_insert(span);
    }

    /// Returns where a number in words differs from its figure.
    pub(super) const fn contradiction(&self) -> Option<Span> {
        self.contradiction
    }

    /// Reads the name of a participant.
    pub(super) fn participant(&mut self) -> Option<&'s ParticipantId> {
        let (code, length) = self.names.participant(self.tokens.get(self.at..)?)?;
        self.advance(length);
        Some(code)
    }

    /// Reads the words by which another treaty is cited.
    pub(super) fn other_treaty(&mut self) -> Option<&'s TreatyId> {
        let (id, length) = self.names.treaty(self.tokens.get(self.at..)?)?;
        self.advance(length);
        Some(id)
    }

    /// Declares a group whose members the words do not list, and returns its name.
    pub(super) fn declare_group(&mut self, words: &str, span: Span) -> String {
        let words = &*one_line(words);
        let known = self
            .declared
            .iter()
            .find_map(|declared| match &declared.rule {
                Rule::Group(Group {
                    name,
                    members: GroupSource::Unknown(Some(said)),
                }) if said == words => Some(name.clone()),
                _ => None,
            });
        known.unwrap_or_else(|| {
            self.groups += 1;
            let name = alloc::format!("GROUP{}", self.groups);
            self.declare(
                Rule::Group(Group {
                    name: name.clone(),
                    members: GroupSource::Unknown(Some(words.into())),
                }),
                span,
                Role::Set,
            );
            name
        })
    }

    /// Declares a table whose rows the words do not give, and returns its name.
    pub(super) fn declare_table(&mut self, words: &str, span: Span) -> String {
        let words = one_line(words);
        self.tables += 1;
        let name = alloc::format!("TABLE{}", self.tables);
        self.declare(
            Rule::Weights(Weights {
                name: name.clone(),
                source: WeightSource::Unknown(Some(words)),
            }),
            span,
            Role::Table,
        );
        name
    }

    fn declare(&mut self, declaration: Rule, words: Span, role: Role) {
        self.notes.push((words, role));
        self.remarks.push(Remark {
            kind: RemarkKind::Unknown,
            span: words,
        });
        self.declared.push(Declared {
            rule: declaration,
            spans: alloc::vec![(words, role)],
        });
    }

    /// Returns the span of the words from this place to here.
    pub(super) fn span_since(&self, start: usize) -> Span {
        self.span_from(start)
    }

    /// Keeps the kinds of act that the words name, in the order of the catalogue.
    pub(super) fn keep_kinds(&mut self, mut kinds: Vec<ActKind>) {
        kinds.sort_unstable();
        kinds.dedup();
        self.kinds.push(kinds);
    }

    /// Takes the kinds of act named since the last sentence, one list for each mention.
    pub(super) fn take_kinds(&mut self) -> Vec<Vec<ActKind>> {
        core::mem::take(&mut self.kinds)
    }

    /// Takes what was noted and declared since the last sentence, in the order of the text.
    pub(super) fn take(&mut self) -> (Vec<(Span, Role)>, Vec<Declared>) {
        let key = |(span, role): &(Span, Role)| (span.start, span.end, *role);
        let mut notes = core::mem::take(&mut self.notes);
        notes.sort_by_key(key);
        notes.dedup_by_key(|note| key(note));
        (notes, core::mem::take(&mut self.declared))
    }

    /// Returns the remarks of the whole text.
    pub(super) fn into_remarks(self) -> Vec<Remark> {
        self.remarks
    }

    /// Returns the refusal: the words before the farthest place, and those from there on.
    pub(super) fn not_understood(&self) -> NotUnderstood {
        let span = |tokens: &[Token]| match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => alloc::vec![Span {
                start: first.span.start,
                end: last.span.end,
            }],
            _ => Vec::new(),
        };
        let farthest = self.farthest.min(self.tokens.len().saturating_sub(1));
        let (understood, rest) = self.tokens.split_at(farthest);
        NotUnderstood {
            reason: self
                .contradiction
                .map_or(Reason::Words, Reason::FigureDiffers),
            understood: span(understood),
            not_understood: span(rest),
        }
    }
}

/// Returns the words with single spaces between them, as a rule can hold them.
fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}

/// Whether the token is one of the words or marks between the bars.
fn is_one_of(token: &Token, words: &str) -> bool {
    words.split('|').any(|word| match &token.kind {
        Kind::Word { text, .. } => text == word,
        Kind::Mark(mark) => {
            let mut chars = word.chars();
            chars.next() == Some(*mark) && chars.next().is_none()
        }
        Kind::Figure { .. } => false,
    })
}
