//! What stands in braces: ids, references, terms, blanks, and who inserted a provision.

use super::passage::Builder;
use super::{Place, Reader};
use crate::markup::fault::{Code, Delimiter, Detail};
use crate::markup::who;
use crate::provision::ProvisionId;
use crate::token::{Target, TokenKind};
use alloc::string::String;
use core::ops::Range;
use unicode_normalization::UnicodeNormalization as _;

/// The most characters of unknown words that are repeated.
const MOST_WORDS: usize = 40;

impl Reader<'_> {
    pub(super) fn brace(&mut self, built: &mut Builder, place: Place) {
        let start = self.at;
        let Some((inside, end)) = self.braced() else {
            let detail = Detail::Unclosed(Delimiter::Brace);
            self.faults.note(Code::T201, start..start + 1, detail);
            self.literal(built, '{');
            return;
        };
        self.at = end;
        let span = start..end;
        let trimmed = inside.trim();
        if self.loose.is_some() && !is_known(trimmed) {
            self.remark(trimmed, span);
            self.part(built);
            return;
        }
        self.found
            .marks
            .push(start..start + self.signs(start..end, trimmed));
        if let Some(id) = trimmed.strip_prefix('#') {
            self.id(id, span, place);
            self.part(built);
        } else if let Some(codes) = trimmed.strip_prefix('+') {
            self.inserted(codes, span, place);
            self.part(built);
        } else if let Some(target) = trimmed.strip_prefix('@') {
            self.target(built, target, span);
        } else if let Some(elsewhere) = trimmed.strip_prefix('=') {
            self.elsewhere(built, elsewhere, span);
        } else if let Some(name) = trimmed.strip_prefix('?') {
            let name = normal(name);
            if name.is_empty() {
                self.unknown(trimmed, span);
            } else {
                built.element(TokenKind::Placeholder, &name);
            }
        } else if let Some(words) = trimmed.strip_prefix("term ") {
            let tokens = built.term(words);
            if tokens.is_empty() {
                self.unknown(trimmed, span);
            } else {
                self.found.terms.push((tokens, span));
            }
        } else {
            self.unknown(trimmed, span);
        }
    }

    /// How much of these braces is no word of the text: what says what they are, and ids.
    fn signs(&self, span: Range<usize>, inside: &str) -> usize {
        let raw = &self.source[span.clone()];
        let after = |sign: &str| raw.find(sign).map(|found| found + sign.len());
        let length = match inside.as_bytes().first() {
            Some(b'?') => after("?"),
            Some(b't') => after("term "),
            Some(b'=') => after("=").and_then(|begins| {
                let rest = &raw[begins..];
                let target = rest.trim_start();
                let ends = target.find(char::is_whitespace)?;
                Some(begins + (rest.len() - target.len()) + ends)
            }),
            _ => None,
        };
        length.unwrap_or(raw.len())
    }

    /// The words between this brace and the next one that closes, without escapes, and the place after
    /// it; nothing if another opens before.
    fn braced(&self) -> Option<(String, usize)> {
        let mut inside = String::new();
        let mut characters = self.rest().char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            match character {
                '}' => return Some((inside, self.at + at + 1)),
                '{' => return None,
                '\\' => match characters.next() {
                    Some((_, escaped)) => inside.push(escaped),
                    None => return None,
                },
                _ => inside.push(character),
            }
        }
        None
    }

    fn id(&mut self, text: &str, span: Range<usize>, place: Place) {
        let Ok(id) = text.parse::<ProvisionId>() else {
            let detail = Detail::MalformedId(cut(text));
            self.faults.note(Code::T301, span, detail);
            return;
        };
        let is_last = self.is_last();
        if place != Place::Provision || !is_last || self.found.id.is_some() {
            self.faults
                .note(Code::T301, span.clone(), Detail::MisplacedId);
        }
        self.found.id.get_or_insert((id, span));
    }

    /// Whether nothing follows but what also stands at the end of a provision.
    fn is_last(&self) -> bool {
        let rest = self.rest().trim();
        rest.is_empty() || rest.starts_with("{#") || rest.starts_with("{+")
    }

    fn inserted(&mut self, codes: &str, span: Range<usize>, place: Place) {
        let read = who::who(codes, 0..codes.len(), self.known)
            .filter(|who| !who.is_base && place == Place::Provision);
        let Some(read) = read else {
            self.unknown(&alloc::format!("+{codes}"), span);
            return;
        };
        for code in read
            .stances
            .into_iter()
            .filter_map(|stance| stance.delegation)
        {
            self.check_code(&code, span.clone());
            self.found.inserted_by.push(code);
        }
    }

    fn target(&mut self, built: &mut Builder, text: &str, span: Range<usize>) {
        let (id, kind): (&str, fn(ProvisionId) -> Target) = match text.split_once(' ') {
            None => (text, Target::Provision),
            Some((id, "full")) => (id, Target::ProvisionInFull),
            Some((id, "number")) => (id, Target::ProvisionNumber),
            Some(_) => ("", Target::Provision),
        };
        match id.parse() {
            Ok(target) => self.reference(built, target, span, kind),
            Err(_) => self
                .faults
                .note(Code::T301, span, Detail::MalformedId(cut(text))),
        }
    }

    fn elsewhere(&mut self, built: &mut Builder, text: &str, span: Range<usize>) {
        let (target, words) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let (target, words): (String, String) = (target.nfc().collect(), normal(words));
        if target.is_empty() || words.is_empty() {
            self.unknown(&alloc::format!("={text}"), span);
            return;
        }
        let target = Target::Elsewhere(target.into());
        built.element(TokenKind::Reference(target), &words);
    }

    fn unknown(&mut self, words: &str, span: Range<usize>) {
        let detail = Detail::UnknownBraces(cut(words));
        self.faults.note(Code::T209, span, detail);
    }
}

/// Whether braces hold something of the markup, rather than a remark of the drafters.
fn is_known(text: &str) -> bool {
    match text.split_at_checked(1) {
        Some(("#", id)) => id.parse::<ProvisionId>().is_ok(),
        Some(("@", id)) => {
            let id = id
                .strip_suffix(" full")
                .or(id.strip_suffix(" number"))
                .unwrap_or(id);
            id.parse::<ProvisionId>().is_ok()
        }
        Some(("?", name)) => !name.trim().is_empty(),
        Some(("=", target)) => target.split_whitespace().count() > 1,
        Some(("+", codes)) => who::who(codes, 0..codes.len(), None).is_some_and(|who| !who.is_base),
        Some(_) => text
            .strip_prefix("term ")
            .is_some_and(|term| !term.trim().is_empty()),
        None => false,
    }
}

/// Words with single spaces, composed.
pub(crate) fn normal(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words.nfc().collect()
}

fn cut(text: &str) -> String {
    text.chars().take(MOST_WORDS).collect()
}
