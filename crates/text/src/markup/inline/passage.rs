//! Words and contested places in a row, as they are built up.

use crate::body::{Segment, Site};
use crate::token::{Marks, TermMark, Token, TokenKind, tokenize};
use alloc::string::String;
use alloc::vec::Vec;

/// A row that is being built.
pub(crate) struct Builder {
    segments: Vec<Segment>,
    tokens: Vec<Token>,
    run: String,
    space: bool,
    emphasis: bool,
}

impl Builder {
    pub(crate) const fn new(emphasis: bool) -> Self {
        Self {
            segments: Vec::new(),
            tokens: Vec::new(),
            run: String::new(),
            space: false,
            emphasis,
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.run.push_str(text);
    }

    pub(crate) fn literal(&mut self, character: char) {
        self.run.push(character);
    }

    /// Says whether what follows is emphasised.
    pub(crate) fn emphasise(&mut self, emphasis: bool) {
        self.flush();
        self.emphasis = emphasis;
    }

    /// Whether what follows is emphasised.
    pub(crate) const fn is_emphasised(&self) -> bool {
        self.emphasis
    }

    /// Whether the next thing stands after a space.
    pub(crate) fn follows_space(&mut self) -> bool {
        self.flush();
        self.space
    }

    /// Adds one token that is no plain text.
    pub(crate) fn element(&mut self, kind: TokenKind, text: &str) {
        self.flush();
        let mut token = Token::plain(kind, text, core::mem::take(&mut self.space));
        token.marks.emphasis = self.emphasis;
        self.tokens.push(token);
    }

    /// Adds the words of a term that is defined here, and returns them.
    pub(crate) fn term(&mut self, text: &str) -> Vec<Token> {
        self.flush();
        let mut tokens = tokenize(text);
        for (nth, token) in tokens.iter_mut().enumerate() {
            let term = if nth == 0 {
                token.space_before = core::mem::take(&mut self.space);
                TermMark::First
            } else {
                TermMark::Further
            };
            token.marks = Marks {
                emphasis: self.emphasis,
                term,
            };
        }
        self.tokens.extend_from_slice(&tokens);
        tokens
    }

    pub(crate) fn site(&mut self, site: Site) {
        self.end_words();
        self.space = false;
        self.segments.push(Segment::Site(site));
    }

    pub(crate) fn finish(mut self) -> Vec<Segment> {
        self.end_words();
        self.segments
    }

    fn end_words(&mut self) {
        self.flush();
        if !self.tokens.is_empty() {
            let tokens = core::mem::take(&mut self.tokens);
            self.segments.push(Segment::Words(tokens));
        }
    }

    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = core::mem::take(&mut self.run);
        let mut tokens = tokenize(&run);
        let ends_in_space = run.ends_with(char::is_whitespace);
        if let Some(first) = tokens.first_mut() {
            first.space_before |= self.space;
            self.space = ends_in_space;
        } else {
            self.space |= ends_in_space;
        }
        for token in &mut tokens {
            token.marks.emphasis = self.emphasis;
        }
        self.tokens.append(&mut tokens);
    }
}

/// Sets whether a row begins after a space: its first word does, and each reading of a contested place
/// with which it begins.
pub(crate) fn led(mut segments: Vec<Segment>, space: bool) -> Vec<Segment> {
    match segments.first_mut() {
        Some(Segment::Words(tokens)) => {
            if let Some(first) = tokens.first_mut() {
                first.space_before = space;
            }
        }
        Some(Segment::Site(site)) => {
            site.space_before = space;
            for reading in &mut site.readings {
                let segments = core::mem::take(&mut reading.segments);
                reading.segments = led(segments, space);
            }
        }
        None => {}
    }
    segments
}
