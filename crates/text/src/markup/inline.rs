//! What stands within a line: words, marks, references, footnotes and contested places.

mod brace;
mod loose;
mod passage;
mod site;

pub(crate) use brace::normal;

use crate::body::{Body, Part, Segment};
use crate::markup::definitions::Definitions;
use crate::markup::fault::{Code, Delimiter, Detail, Faults};
use crate::markup::who;
use crate::provision::ProvisionId;
use crate::token::{Footnote, Target, Token, TokenKind};
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;
use passage::Builder;
use sponsio_record::ParticipantId;

/// The deepest that brackets and footnotes are followed; what is deeper is text.
const DEEPEST: usize = 16;

/// What the words of one provision say.
#[derive(Debug, Default)]
pub(crate) struct Inline {
    /// The words.
    pub(crate) body: Body,
    /// The id at the end, and where it stands.
    pub(crate) id: Option<(ProvisionId, Range<usize>)>,
    /// Who inserted the provision.
    pub(crate) inserted_by: Vec<ParticipantId>,
    /// The references, with their places.
    pub(crate) targets: Vec<(ProvisionId, Range<usize>)>,
    /// The terms that are defined, with their places.
    pub(crate) terms: Vec<(Vec<Token>, Range<usize>)>,
    /// What a lenient reader takes out of the words: remarks in braces.
    pub(crate) notes: Vec<String>,
    /// Where a lenient reader finds marks that are no words: codes, addresses, attributes.
    pub(crate) marks: Vec<Range<usize>>,
    /// The definitions of footnotes that stand elsewhere in the file and were taken into the words.
    pub(crate) taken: Vec<usize>,
}

/// Reads the words of a provision: this range of the source.
pub(crate) fn read(
    source: &str,
    range: Range<usize>,
    known: Option<&BTreeSet<ParticipantId>>,
    faults: &mut Faults,
) -> Inline {
    let reader = Reader {
        source,
        at: range.start,
        end: range.end,
        known,
        faults,
        found: Inline::default(),
        loose: None,
        is_voiced: false,
    };
    reader.whole()
}

/// Reads the words of a provision leniently: brackets without delegations, Markdown, remarks in braces.
pub(crate) fn read_loosely(
    source: &str,
    range: Range<usize>,
    known: Option<&BTreeSet<ParticipantId>>,
    definitions: &mut Definitions,
    faults: &mut Faults,
) -> Inline {
    let reader = Reader {
        source,
        at: range.start,
        end: range.end,
        known,
        faults,
        found: Inline::default(),
        loose: Some(definitions),
        is_voiced: false,
    };
    reader.whole()
}

fn part(segment: Segment) -> Part {
    match segment {
        Segment::Words(tokens) => Part::Words(tokens),
        Segment::Site(site) => Part::Site(site),
    }
}

/// Where a sequence of words stands; it decides what ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the provision itself: its end.
    Provision,
    /// In a reading: a bar or a bracket.
    Reading,
    /// In a footnote: a bracket.
    Footnote,
}

struct Reader<'r> {
    source: &'r str,
    at: usize,
    end: usize,
    known: Option<&'r BTreeSet<ParticipantId>>,
    faults: &'r mut Faults,
    found: Inline,
    /// What a lenient reader knows; nothing for the strict one.
    loose: Option<&'r mut Definitions>,
    /// Whether the reading that is being read says whose it is; only a lenient reader asks.
    is_voiced: bool,
}

impl Reader<'_> {
    fn whole(mut self) -> Inline {
        let segments = self.sequence(Place::Provision, false, 0);
        let mut inline = self.found;
        inline.body = Body {
            parts: passage::led(segments, false)
                .into_iter()
                .map(part)
                .collect(),
        };
        inline
    }

    fn rest(&self) -> &str {
        self.source.get(self.at..self.end).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Reads words until what ends them, which is left standing.
    fn sequence(&mut self, place: Place, emphasis: bool, depth: usize) -> Vec<Segment> {
        self.sequence_with(place, emphasis, depth).0
    }

    /// The same, and whether the words end emphasised.
    fn sequence_with(
        &mut self,
        place: Place,
        emphasis: bool,
        depth: usize,
    ) -> (Vec<Segment>, bool) {
        let mut built = Builder::new(emphasis);
        let mut opened = None;
        while let Some(character) = self.peek() {
            let start = self.at;
            match character {
                '\\' => self.escape(&mut built),
                '*' if self.loose.is_some() => {
                    self.at += 1 + usize::from(self.rest().starts_with("**"));
                    built.emphasise(!built.is_emphasised());
                }
                '*' => {
                    self.at += 1;
                    opened = if opened.is_some() { None } else { Some(start) };
                    built.emphasise(emphasis || opened.is_some());
                }
                '{' => self.brace(&mut built, place),
                '^' if self.rest().starts_with("^[") && depth < DEEPEST => {
                    self.footnote(&mut built, depth);
                }
                '[' if depth < DEEPEST && self.loose.is_some() => {
                    self.bracket(&mut built, depth);
                }
                '[' if depth < DEEPEST => self.site(&mut built, place, depth),
                '[' => {
                    self.faults
                        .note(Code::T207, start..start + 1, Detail::TooDeep(DEEPEST));
                    self.literal(&mut built, character);
                }
                ']' | '|' if place == Place::Reading => break,
                ';' if place == Place::Reading && self.begins_voice(self.rest()) => break,
                ']' if place == Place::Footnote => break,
                ']' => {
                    let detail = Detail::Unopened(Delimiter::Bracket);
                    self.faults.note(Code::T202, start..start + 1, detail);
                    self.literal(&mut built, character);
                }
                '}' => {
                    let detail = Detail::Unopened(Delimiter::Brace);
                    self.faults.note(Code::T202, start..start + 1, detail);
                    self.literal(&mut built, character);
                }
                _ => self.words(&mut built, place),
            }
        }
        if let Some(at) = opened {
            let detail = Detail::Unclosed(Delimiter::Emphasis);
            self.faults.note(Code::T201, at..at + 1, detail);
        }
        let ends_emphasised = built.is_emphasised();
        (built.finish(), ends_emphasised)
    }

    /// Takes a run of characters that mean nothing but themselves.
    fn words(&mut self, built: &mut Builder, place: Place) {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let special =
            |character| matches!(character, '\\' | '*' | '{' | '}' | '^' | '[' | ']' | '|');
        let length = rest[first..]
            .find(special)
            .map_or(rest.len(), |found| first + found);
        let is_end = |at: &usize| self.begins_voice(&rest[*at..]);
        let mut ends = rest[first..length]
            .match_indices(';')
            .map(|(at, _)| first + at);
        let end = ends.find(is_end).filter(|_| place == Place::Reading);
        let length = end.unwrap_or(length);
        built.text(&rest[..length]);
        self.at += length;
    }

    fn literal(&mut self, built: &mut Builder, character: char) {
        built.literal(character);
        self.at += character.len_utf8();
    }

    fn escape(&mut self, built: &mut Builder) {
        self.at += 1;
        match self.peek() {
            Some(character) if !character.is_whitespace() => self.literal(built, character),
            _ => built.literal('\\'),
        }
    }

    fn footnote(&mut self, built: &mut Builder, depth: usize) {
        let start = self.at;
        self.at += 2;
        let by = self.attribution();
        let segments = self.sequence(Place::Footnote, false, depth + 1);
        if self.peek() == Some(']') {
            self.at += 1;
        } else {
            let detail = Detail::Unclosed(Delimiter::Footnote);
            self.faults.note(Code::T201, start..start + 2, detail);
        }
        let mut tokens = Vec::new();
        for segment in passage::led(segments, false) {
            match segment {
                Segment::Words(words) => tokens.extend(words),
                Segment::Site(site) => {
                    self.faults
                        .note(Code::T207, start..self.at, Detail::MisplacedSite);
                    // The words of its readings are kept one after the other.
                    let within = Body {
                        parts: alloc::vec![Part::Site(site)],
                    };
                    within.each_token(&mut |token| {
                        // The words of a footnote are visited by themselves.
                        if !matches!(token.kind, TokenKind::Footnote(_)) {
                            tokens.push(token.clone());
                        }
                    });
                }
            }
        }
        let footnote = Footnote { by, tokens };
        built.element(TokenKind::Footnote(Box::new(footnote)), "");
    }

    /// The delegation at the beginning of a footnote, with its colon.
    fn attribution(&mut self) -> Option<ParticipantId> {
        let rest = self.rest();
        let trimmed = rest.trim_start();
        let colon = trimmed.find(|character| !who::can_name(character))?;
        let code = &trimmed[..colon];
        if !trimmed[colon..].starts_with(':') || !who::is_code(code, self.known) {
            return None;
        }
        let by = ParticipantId::new(code).ok()?;
        let begins = self.at + (rest.len() - trimmed.len());
        self.at = begins + colon + 1;
        self.found.marks.push(begins..self.at);
        self.check_code(&by, begins..begins + colon);
        Some(by)
    }

    /// Notes a code that the conference does not have.
    fn check_code(&mut self, code: &ParticipantId, place: Range<usize>) {
        let Some(known) = self.known.filter(|known| !known.contains(code)) else {
            return;
        };
        let codes = known.iter().map(ParticipantId::as_str);
        let meant = if self.faults.is_full() {
            None
        } else {
            crate::markup::meant::meant(code.as_str(), codes).map(String::from)
        };
        let detail = Detail::UnknownDelegation(code.as_str().into());
        self.faults.note_meant(Code::T208, place, detail, meant);
    }

    fn reference(
        &mut self,
        built: &mut Builder,
        target: ProvisionId,
        place: Range<usize>,
        kind: fn(ProvisionId) -> Target,
    ) {
        self.found.targets.push((target, place));
        built.element(TokenKind::Reference(kind(target)), "");
    }
}
