//! Brackets as they stand in real negotiating texts: without delegations, side by side, never closed;
//! with the links and footnotes of Markdown.

use super::passage::{self, Builder};
use super::{Place, Reader, brace};
use crate::body::{Position, Reading, Segment, Site, Stance};
use crate::markup::definitions::Taken;
use crate::markup::fault::{Code, Delimiter, Detail};
use crate::markup::who;
use crate::token::{Footnote, Target, TokenKind, tokenize};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// The longest link or name that is looked for, in bytes.
const LONGEST_LINK: usize = 2_048;

impl Reader<'_> {
    /// Reads a bracket: the anchor of a footnote, a link, a blank, or a contested place.
    pub(super) fn bracket(&mut self, built: &mut Builder, depth: usize) {
        if self.anchor(built) || self.link(built) || self.blank(built) {
            return;
        }
        let space = built.follows_space();
        let start = self.at;
        let remarks = self.found.notes.len();
        let mut readings = Vec::new();
        loop {
            self.group(&mut readings, built, depth);
            // `[a][b]`, `[a] [b]` and `[a]/[b]` are one place with rival readings.
            let Some(next) = self.next_bracket() else {
                break;
            };
            self.at = next;
        }
        let has_base = readings.iter().any(|reading| reading.is_base);
        if !has_base && let Some(first) = readings.first_mut() {
            first.is_base = true;
        }
        if readings.len() == 1 {
            readings.push(unattributed(false, Vec::new()));
        }
        readings.sort_by_key(|reading| !reading.is_base);
        // A place that says nothing in any reading is no place.
        if readings.iter().all(|reading| reading.segments.is_empty()) {
            // The words of a remark within it are kept beside the provision.
            if self.found.notes.len() == remarks {
                self.found.marks.push(start..self.at);
            } else {
                self.found.marks.push(start..start + 1);
            }
            return;
        }
        for reading in &mut readings {
            let segments = core::mem::take(&mut reading.segments);
            reading.segments = passage::led(segments, space);
        }
        built.site(Site {
            space_before: space,
            readings,
        });
    }

    /// Reads one pair of brackets: one reading, or several between bars.
    fn group(&mut self, readings: &mut Vec<Reading>, built: &mut Builder, depth: usize) {
        let start = self.at;
        self.at += 1;
        loop {
            let mut reading = self.attributed();
            let is_second_base = reading.is_base && readings.iter().any(|other| other.is_base);
            if is_second_base {
                self.faults
                    .note(Code::T204, start..start + 1, Detail::SecondBase);
                reading.is_base = false;
                reading.stances = unknown();
            }
            let emphasis = built.is_emphasised();
            let is_known = |stance: &Stance| stance.delegation.is_some();
            let is_voiced = reading.stances.iter().any(is_known);
            let outer = core::mem::replace(&mut self.is_voiced, is_voiced);
            let (segments, ends_emphasised) = self.loose_sequence(emphasis, depth + 1);
            self.is_voiced = outer;
            built.emphasise(ends_emphasised);
            reading.segments = segments;
            readings.push(reading);
            match self.peek() {
                Some('|' | ';') => self.at += 1,
                Some(']') => {
                    self.at += 1;
                    return;
                }
                _ => {
                    let detail = Detail::Unclosed(Delimiter::Bracket);
                    self.faults.note(Code::T201, start..start + 1, detail);
                    return;
                }
            }
        }
    }

    /// The words of a reading, and whether emphasis goes on after it: it may cross brackets.
    fn loose_sequence(&mut self, emphasis: bool, depth: usize) -> (Vec<Segment>, bool) {
        self.skip_space();
        if let Some(after) = self.rest().strip_prefix('-') {
            let after = after.trim_start();
            if after.starts_with(['|', ']']) {
                self.at = self.end - after.len();
                return (Vec::new(), emphasis);
            }
        }
        self.sequence_with(Place::Reading, emphasis, depth)
    }

    /// Whether another delegation begins to speak here, after a semicolon: `[USA: at once; X-EU: soon]`.
    pub(super) fn begins_voice(&self, rest: &str) -> bool {
        let Some(after) = rest.strip_prefix(';').filter(|_| self.is_voiced) else {
            return false;
        };
        let length = after.find(|character| !who::can_name(character));
        length.is_some_and(|length| {
            let is_named = after[length..].starts_with(':');
            is_named && who::who(after, 0..length, self.known).is_some_and(|who| !who.is_base)
        })
    }

    /// A reading with its delegations, if it says whose it is; their words stand after it.
    fn attributed(&mut self) -> Reading {
        let rest = self.rest();
        let length = rest.find(|character| !who::can_name(character));
        if let Some(length) = length.filter(|length| rest[*length..].starts_with(':')) {
            let named = self.at..self.at + length;
            if let Some(who) = who::who(self.source, named.clone(), self.known) {
                self.found.marks.push(named.start..named.end + 1);
                self.at = named.end + 1;
                return Reading {
                    is_base: who.is_base,
                    stances: who.stances,
                    segments: Vec::new(),
                };
            }
        }
        unattributed(false, Vec::new())
    }

    /// Where the next bracket opens, if nothing but spaces or a slash stands between.
    fn next_bracket(&self) -> Option<usize> {
        let rest = self.rest();
        let after = rest.trim_start();
        let after = after.strip_prefix('/').unwrap_or(after).trim_start();
        let at = self.end - after.len();
        let opens = after.starts_with('[') && !after.starts_with("[^");
        (opens && self.linked(at).is_none()).then_some(at)
    }

    /// `[^1]`, the anchor of a footnote whose words stand elsewhere in the file.
    fn anchor(&mut self, built: &mut Builder) -> bool {
        let Some(after) = self.rest().strip_prefix("[^") else {
            return false;
        };
        let Some(end) = after.find([']', '[']).filter(|end| *end <= LONGEST_LINK) else {
            return false;
        };
        if !after[end..].starts_with(']') {
            return false;
        }
        let name = String::from(&after[..end]);
        let taken = match &mut self.loose {
            Some(known) => known.take(&name),
            None => Taken::Unknown,
        };
        let mut tokens = Vec::new();
        match taken {
            Taken::Unknown => return false,
            Taken::Before => {}
            Taken::Words(nth, range) => {
                self.found.taken.push(nth);
                tokens = tokenize(&self.source[range]);
                if let Some(first) = tokens.first_mut() {
                    first.space_before = false;
                }
            }
        }
        self.found.marks.push(self.at..self.at + end + 3);
        self.at += end + 3;
        let footnote = Footnote { by: None, tokens };
        built.element(TokenKind::Footnote(Box::new(footnote)), "");
        true
    }

    /// `[words](address)` and `[words][name]`, where the name is defined in the file.
    fn link(&mut self, built: &mut Builder) -> bool {
        let Some((words, target, end)) = self.linked(self.at) else {
            return false;
        };
        let text = brace::normal(
            &self.source[words.clone()]
                .replace('*', " ")
                .replace('\\', ""),
        );
        if text.is_empty() || target.is_empty() {
            return false;
        }
        self.found.marks.push(words.end..end);
        self.at = end;
        let target = TokenKind::Reference(Target::Elsewhere(target.as_str().into()));
        built.element(target, &text);
        true
    }

    /// The words of a link that opens here, its address, and where it ends.
    fn linked(&self, at: usize) -> Option<(Range<usize>, String, usize)> {
        let rest = self.source.get(at + 1..self.end)?;
        let close = rest
            .find([']', '['])
            .filter(|close| *close <= LONGEST_LINK)?;
        let after = rest[close..].strip_prefix(']')?;
        let words = at + 1..at + 1 + close;
        let (inside, closing) = if let Some(address) = after.strip_prefix('(') {
            (address, ')')
        } else {
            (after.strip_prefix('[')?, ']')
        };
        let length = inside.find([closing, '[', ' ', '\n'])?;
        if !inside[length..].starts_with(closing) {
            return None;
        }
        let named = &inside[..length];
        let target = if closing == ')' {
            String::from(named)
        } else {
            String::from(self.loose.as_ref()?.address(named)?)
        };
        let is_plain = !target.contains(['{', '}', '\\']);
        is_plain.then_some((words.clone(), target, words.end + 2 + length + 1))
    }

    /// `[Placeholder: words]`, a blank that is still to be filled.
    fn blank(&mut self, built: &mut Builder) -> bool {
        const SIGN: &str = "[Placeholder:";
        let Some(rest) = self.rest().strip_prefix(SIGN) else {
            return false;
        };
        let Some(end) = rest.find([']', '[', '{', '}', '\\', '*']) else {
            return false;
        };
        let name = brace::normal(&rest[..end]);
        if !rest[end..].starts_with(']') || name.is_empty() {
            return false;
        }
        self.found.marks.push(self.at..self.at + SIGN.len());
        self.at += SIGN.len() + end + 1;
        built.element(TokenKind::Placeholder, &name);
        true
    }

    /// What stands on either side of something that is taken out are two words, in a text that is
    /// read leniently.
    pub(super) fn part(&mut self, built: &mut Builder) {
        if self.loose.is_some() {
            built.text(" ");
        }
    }

    /// A remark in braces: it is no part of the text. An attribute of Markdown is a mark.
    pub(super) fn remark(&mut self, text: &str, span: Range<usize>) {
        if text.starts_with(':') || text.is_empty() {
            self.found.marks.push(span);
            return;
        }
        let words: String = brace::normal(text);
        self.found.notes.push(words);
    }
}

fn unknown() -> Vec<Stance> {
    alloc::vec![Stance {
        delegation: None,
        position: Position::Support,
    }]
}

fn unattributed(is_base: bool, segments: Vec<Segment>) -> Reading {
    Reading {
        is_base,
        stances: unknown(),
        segments,
    }
}
