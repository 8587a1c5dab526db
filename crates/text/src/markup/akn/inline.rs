//! Words and what is marked in them, written.

use super::stance;
use super::write::{Writer, concept};
use crate::body::{Body, Part, Reading, Segment, Site};
use crate::markup::xml::Xml;
use crate::token::{Footnote, Target, TermMark, Token, TokenKind, tokenize};
use alloc::string::{String, ToString as _};

impl Writer<'_> {
    /// Writes a body.
    pub(super) fn body(&mut self, xml: &mut Xml, body: &Body) {
        for part in &body.parts {
            match part {
                Part::Words(tokens) => self.words(xml, tokens),
                Part::Site(site) => self.site(xml, site),
            }
        }
    }

    /// Writes a contested place: the words of the base as deleted, its rivals as inserted.
    fn site(&mut self, xml: &mut Xml, site: &Site) {
        self.sites += 1;
        let number = alloc::format!("s{}", self.sites);
        for (place, reading) in site.readings.iter().enumerate() {
            let is_empty = reading.segments.is_empty();
            let name = match (reading.is_base, is_empty) {
                (true, _) => "del",
                (false, false) => "ins",
                (false, true) => "remark",
            };
            xml.start(name);
            refers(xml, reading);
            xml.attr("sp:site", &number)
                .attr("sp:reading", &alloc::format!("r{place}"));
            xml.attr("sp:by", &stance::print(&reading.stances));
            if site.space_before {
                xml.attr("sp:space", "1");
            }
            if is_empty && !reading.is_base {
                let codes = stance::print(&reading.stances);
                let said = alloc::format!("[{}: {codes}]", self.options.no_text);
                xml.text(&said);
            }
            for segment in &reading.segments {
                match segment {
                    Segment::Words(tokens) => self.words(xml, tokens),
                    Segment::Site(inner) => self.site(xml, inner),
                }
            }
            xml.end();
        }
    }

    /// Writes tokens. The space before a token stands outside of what marks it.
    pub(super) fn words(&mut self, xml: &mut Xml, tokens: &[Token]) {
        let mut from = 0;
        while from < tokens.len() {
            let first = &tokens[from];
            let is_plain = |token: &Token| {
                matches!(
                    token.kind,
                    TokenKind::Word | TokenKind::Number | TokenKind::Punctuation
                )
            };
            let goes_on = |token: &&Token| {
                let same_term = match first.marks.term {
                    TermMark::None => token.marks.term == TermMark::None,
                    TermMark::First | TermMark::Further => token.marks.term == TermMark::Further,
                };
                is_plain(token) && token.marks.emphasis == first.marks.emphasis && same_term
            };
            let count = if is_plain(first) {
                1 + tokens[from + 1..].iter().take_while(goes_on).count()
            } else {
                1
            };
            self.stretch(xml, &tokens[from..from + count]);
            from += count;
        }
    }

    fn stretch(&mut self, xml: &mut Xml, tokens: &[Token]) {
        let Some(first) = tokens.first() else { return };
        if first.space_before {
            xml.text(" ");
        }
        if first.marks.emphasis {
            xml.start("i");
        }
        match first.marks.term {
            TermMark::None => self.marked(xml, tokens),
            mark => {
                self.terms += 1;
                let refers_to = alloc::format!("#{}", concept(self.terms));
                xml.start("def").start("term").attr("refersTo", &refers_to);
                if mark == TermMark::Further {
                    xml.attr("sp:as", "further");
                }
                self.marked(xml, tokens);
                xml.end().end();
            }
        }
        if first.marks.emphasis {
            xml.end();
        }
    }

    fn marked(&mut self, xml: &mut Xml, tokens: &[Token]) {
        let [first, ..] = tokens else { return };
        match &first.kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Punctuation => plain(xml, tokens),
            TokenKind::Placeholder => {
                xml.start("placeholder")
                    .attr("originalText", "")
                    .text(&first.text)
                    .end();
            }
            TokenKind::Footnote(note) => self.footnote(xml, note, &first.text),
            TokenKind::Reference(target) => self.reference(xml, target, first),
        }
    }

    fn footnote(&mut self, xml: &mut Xml, note: &Footnote, text: &str) {
        self.footnotes += 1;
        let marker = self.footnotes.to_string();
        xml.start("authorialNote")
            .attr("marker", &marker)
            .attr("placement", "bottom");
        if let Some(by) = &note.by {
            xml.attr("refersTo", &alloc::format!("#{by}"))
                .attr("sp:by", by.as_str());
        }
        if !text.is_empty() {
            xml.attr("sp:text", text);
        }
        xml.start("p");
        self.words(xml, &note.tokens);
        xml.end().end();
    }

    fn reference(&mut self, xml: &mut Xml, target: &Target, token: &Token) {
        xml.start("ref");
        let (id, how) = match target {
            Target::Elsewhere(target) => {
                xml.attr("href", &address(target))
                    .attr("sp:target", target)
                    .text(&token.text);
                xml.end();
                return;
            }
            Target::Provision(id) => (*id, None),
            Target::ProvisionInFull(id) => (*id, Some("full")),
            Target::ProvisionNumber(id) => (*id, Some("number")),
        };
        let eid = self
            .eids
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.to_string());
        xml.attr("href", &alloc::format!("#{eid}"))
            .attr("sp:to", id.as_str());
        if let Some(how) = how {
            xml.attr("sp:how", how);
        }
        if !token.text.is_empty() {
            xml.attr("sp:text", &token.text);
        }
        let shown = self.shown(token);
        xml.text(&shown).end();
    }
}

/// Writes plain tokens. Should their text not be cut into the same tokens again, each is marked.
fn plain(xml: &mut Xml, tokens: &[Token]) {
    let mut text = String::new();
    for (place, token) in tokens.iter().enumerate() {
        if token.space_before && place > 0 {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    if is_cut_again(tokens, &text) && !text.starts_with(char::is_whitespace) {
        xml.text(&text);
        return;
    }
    for (place, token) in tokens.iter().enumerate() {
        if token.space_before && place > 0 {
            xml.text(" ");
        }
        let kind = match token.kind {
            TokenKind::Number => "number",
            TokenKind::Punctuation => "punctuation",
            _ => "word",
        };
        xml.start("span")
            .attr("sp:as", kind)
            .text(&token.text)
            .end();
    }
}

/// Whether the text of tokens is cut into the same tokens again. A space parts tokens whatever stands on
/// either side of it, so what stands between two spaces is judged by itself; most of it at a glance.
fn is_cut_again(tokens: &[Token], text: &str) -> bool {
    let mut rest = tokens;
    while let Some((first, others)) = rest.split_first() {
        let more = others.iter().take_while(|token| !token.space_before);
        let (chunk, after) = rest.split_at(1 + more.count());
        // A mark at the beginning holds on to the space before it.
        if !first
            .text
            .starts_with(|c: char| c.is_ascii() || c.is_alphanumeric())
        {
            return is_same(tokens, &tokenize(text));
        }
        if !is_plain_chunk(chunk) {
            let text: String = chunk.iter().map(|token| &*token.text).collect();
            if !is_same(chunk, &tokenize(&text)) {
                return false;
            }
        }
        rest = after;
    }
    true
}

/// Whether tokens are one word or number of ASCII with marks around it that never join anything.
fn is_plain_chunk(chunk: &[Token]) -> bool {
    let is_mark = |token: &Token, marks: &[&str]| {
        token.kind == TokenKind::Punctuation && marks.contains(&&*token.text)
    };
    let opens = usize::from(chunk.first().is_some_and(|first| is_mark(first, &["("])));
    let Some((word, marks)) = chunk[opens..].split_first() else {
        return false;
    };
    let is_word = match word.kind {
        TokenKind::Word => word.text.bytes().all(|byte| byte.is_ascii_alphabetic()),
        TokenKind::Number => word.text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    let closes = |token: &Token| is_mark(token, &[",", ";", ":", ".", ")"]);
    is_word && !word.text.is_empty() && marks.iter().all(closes)
}

fn is_same(tokens: &[Token], again: &[Token]) -> bool {
    let same = |(place, (a, b)): (usize, (&Token, &Token))| {
        a.kind == b.kind && a.text == b.text && (place == 0 || a.space_before == b.space_before)
    };
    again.len() == tokens.len() && again.iter().zip(tokens).enumerate().all(same)
}

/// Returns the address of another instrument: `un-charter/art_51` is `/akn/un-charter/~art_51`.
fn address(target: &str) -> String {
    let escaped: String = target
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | '/' | '@' => c,
            _ => '_',
        })
        .collect();
    match escaped.rsplit_once('/') {
        Some((work, part)) => alloc::format!("/akn/{work}/~{part}"),
        None => alloc::format!("/akn/{escaped}"),
    }
}

fn refers(xml: &mut Xml, reading: &Reading) {
    if let Some(first) = reading
        .stances
        .iter()
        .find_map(|stance| stance.delegation.as_ref())
    {
        xml.attr("refersTo", &alloc::format!("#{first}"));
    }
}
