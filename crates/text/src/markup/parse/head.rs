//! The head of a file: the title, then lines `key: value` up to the first empty line.

use super::{Line, Reader, tree};
use crate::expression::Header;
use crate::language::Language;
use crate::markup::fault::{Code, Detail};
use crate::markup::inline;
use crate::markup::meant::meant;
use crate::markup::scan::{Shape, classify};
use crate::provision::Kind;
use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter::Peekable;
use unicode_normalization::UnicodeNormalization as _;

/// The keys that are known.
pub(crate) const KEYS: [&str; 9] = [
    "language",
    "languages",
    "prevails",
    "rules",
    "id",
    "status",
    "parties",
    "round",
    "base",
];

impl<'r> Reader<'r> {
    /// Reads the head, and learns the language of the file from it.
    pub(super) fn head<L>(&mut self, lines: &mut Peekable<L>) -> Vec<Header>
    where
        L: Iterator<Item = Line<'r>>,
    {
        let mut headers: Vec<(Header, u32)> = Vec::new();
        let mut language = None;
        let first = lines.peek().copied();
        let title = first.and_then(|line| match classify(line.text, &self.language) {
            (0, Shape::Title { body }) => Some((line, body)),
            _ => None,
        });
        if let Some((line, body)) = title {
            lines.next();
            self.title(line, body);
        } else {
            let end = first.map_or(0, |line| line.start + line.text.len());
            let start = first.map_or(0, |line| line.start);
            self.faults.note(Code::T101, start..end, Detail::NoTitle);
        }
        let has_head = title.is_some() || first.is_some_and(|line| known_key(line.text).is_some());
        while has_head && let Some(line) = lines.next_if(|line| !line.text.trim().is_empty()) {
            let span = line.start..line.start + line.text.len();
            let Some((key, value)) = line.text.split_once(':') else {
                self.faults.note(Code::T102, span, Detail::NotAHeader);
                continue;
            };
            let (key, value) = (key.trim(), value.trim());
            let key_span = line.start..line.start + line.text.find(':').unwrap_or_default();
            if !KEYS.contains(&key) {
                let shown = key.chars().take(40).collect();
                let meant = meant(key, KEYS).map(String::from);
                self.faults
                    .note_meant(Code::T102, key_span, Detail::UnknownHeader(shown), meant);
                continue;
            }
            if let Some((_, first)) = headers.iter().find(|(header, _)| header.key == key) {
                let detail = Detail::HeaderTwice(key.to_owned(), *first);
                self.faults.note(Code::T102, key_span, detail);
                continue;
            }
            if key == "language" {
                let read = Language::new(value);
                if read.is_err() {
                    let detail = Detail::NotALanguage(value.chars().take(40).collect());
                    self.faults.note(Code::T103, span, detail);
                }
                language = Some(read.unwrap_or_else(|_| self.language.clone()));
            }
            let header = Header {
                key: key.to_owned(),
                value: value.nfc().collect(),
            };
            headers.push((header, line.number));
        }
        if let Some(language) = language {
            self.language = language;
        } else {
            let at = first.map_or(0, |line| line.start + line.text.len());
            self.faults.note(Code::T103, at..at, Detail::NoLanguage);
        }
        headers
            .into_iter()
            .map(|(header, _)| header)
            .filter(|header| header.key != "language")
            .collect()
    }

    fn title(&mut self, line: Line<'_>, body: usize) {
        let end = line.start + line.text.len();
        let known = self.options.delegations.as_ref();
        let words = line.start + body..end;
        let inline = inline::read(self.source, words, known, self.faults);
        let begun = tree::Begun {
            kind: Kind::Title,
            label: None,
            line: line.number,
            span: line.start..end,
            indent: 0,
        };
        self.tree.add(begun, inline, self.faults);
    }
}

fn known_key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    KEYS.contains(&key.trim()).then_some(key)
}
