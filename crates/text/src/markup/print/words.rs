//! The words of a provision in canonical form.

use super::stances;
use crate::body::{Body, Part, Reading, Segment, Site};
use crate::token::{Footnote, Target, TermMark, Token, TokenKind};
use alloc::string::String;
use sponsio_record::ParticipantId;

/// The characters that mean something within a line.
const SPECIAL: [char; 8] = ['\\', '*', '{', '}', '[', ']', '^', '|'];

pub(super) fn body(body: &Body) -> String {
    let mut out = String::new();
    for part in &body.parts {
        match part {
            Part::Words(tokens) => words(&mut out, tokens, true),
            Part::Site(contested) => site(&mut out, contested, true),
        }
    }
    out
}

/// Writes words. The space before the first one is left out where nothing stands before them.
fn words(out: &mut String, tokens: &[Token], keeps_space: bool) {
    let begins = out.len();
    let mut row = Row {
        emphasis: false,
        term: false,
    };
    for (nth, token) in tokens.iter().enumerate() {
        row.close(out, token);
        let is_first = nth == 0 && (!keeps_space || begins == 0);
        if token.space_before && !is_first {
            out.push(' ');
        }
        row.open(out, token);
        one(out, token);
    }
    row.finish(out);
}

/// The marks that are open while words are written.
struct Row {
    emphasis: bool,
    term: bool,
}

impl Row {
    fn close(&mut self, out: &mut String, next: &Token) {
        let changes = self.emphasis != next.marks.emphasis;
        if self.term && (changes || next.marks.term != TermMark::Further) {
            out.push('}');
            self.term = false;
        }
        if self.emphasis && changes {
            out.push('*');
            self.emphasis = false;
        }
    }

    fn open(&mut self, out: &mut String, next: &Token) {
        if next.marks.emphasis && !self.emphasis {
            out.push('*');
            self.emphasis = true;
        }
        if next.marks.term != TermMark::None && !self.term {
            out.push_str("{term ");
            self.term = true;
        }
    }

    fn finish(self, out: &mut String) {
        if self.term {
            out.push('}');
        }
        if self.emphasis {
            out.push('*');
        }
    }
}

fn one(out: &mut String, token: &Token) {
    match &token.kind {
        TokenKind::Word | TokenKind::Number | TokenKind::Punctuation => literal(out, &token.text),
        TokenKind::Placeholder => braced(out, "?", &token.text),
        TokenKind::Reference(target) => {
            let (id, how) = match target {
                Target::Provision(id) => (id, ""),
                Target::ProvisionInFull(id) => (id, " full"),
                Target::ProvisionNumber(id) => (id, " number"),
                Target::Elsewhere(target) => {
                    let words = alloc::format!("{target} {}", token.text);
                    braced(out, "=", &words);
                    return;
                }
            };
            out.push_str("{@");
            out.push_str(id.as_str());
            out.push_str(how);
            out.push('}');
        }
        TokenKind::Footnote(note) => footnote(out, note),
    }
}

fn braced(out: &mut String, sign: &str, text: &str) {
    out.push('{');
    out.push_str(sign);
    literal(out, text);
    out.push('}');
}

fn literal(out: &mut String, text: &str) {
    for character in text.chars() {
        if SPECIAL.contains(&character) {
            out.push('\\');
        }
        out.push(character);
    }
}

fn footnote(out: &mut String, footnote: &Footnote) {
    out.push_str("^[");
    if let Some(by) = &footnote.by {
        out.push_str(by.as_str());
        out.push_str(": ");
    } else if looks_attributed(&footnote.tokens) {
        out.push('\\');
    }
    words(out, &footnote.tokens, false);
    out.push(']');
}

/// Whether the words of a footnote would be read as a delegation and its colon.
fn looks_attributed(tokens: &[Token]) -> bool {
    let [code, rest @ ..] = tokens else {
        return false;
    };
    // A code with a hyphen at its end, or joined words, are parted in other ways by the reader; whatever
    // stands before a first colon is looked at.
    let mut before = String::from(&*code.text);
    for token in rest {
        if token.text.starts_with(':') {
            return ParticipantId::new(&before).is_ok() && !code.marks.emphasis;
        }
        if token.space_before || before.len() > 64 {
            return false;
        }
        before.push_str(&token.text);
    }
    false
}

fn site(out: &mut String, site: &Site, keeps_space: bool) {
    if site.space_before && keeps_space && !out.is_empty() {
        out.push(' ');
    }
    out.push('[');
    for (nth, reading) in site.readings.iter().enumerate() {
        if nth > 0 {
            out.push_str(" | ");
        }
        one_reading(out, reading);
    }
    out.push(']');
}

fn one_reading(out: &mut String, reading: &Reading) {
    if reading.is_base {
        out.push('=');
        if !reading.stances.is_empty() {
            out.push(' ');
            stances(out, &reading.stances);
        }
    } else if reading.stances.is_empty() {
        out.push('?');
    } else {
        stances(out, &reading.stances);
    }
    out.push_str(": ");
    let begins = out.len();
    for (nth, segment) in reading.segments.iter().enumerate() {
        match segment {
            Segment::Words(tokens) => words(out, tokens, nth > 0),
            Segment::Site(inner) => site(out, inner, nth > 0),
        }
    }
    match &out[begins..] {
        "" => out.push('-'),
        // A dash alone would be no text.
        "-" => out.insert(begins, '\\'),
        _ => {}
    }
}
