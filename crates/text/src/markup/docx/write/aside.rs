//! What stands beside the text: footnotes, and comments with what revisions cannot say.

use super::super::cut::{Change, Cut};
use super::super::show::{Shower, front};
use super::super::voices::Voices;
use super::paragraph::comment_mark;
use super::{View, Wording, Writer, parts};
use crate::body::{Body, Position, Reading, Segment, Site};
use crate::markup::xml::Xml;
use crate::provision::{Provision, ProvisionId};
use crate::token::{Footnote, Token};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::Write as _;

struct Comment {
    id: String,
    author: String,
    text: String,
}

/// Footnotes and comments in the order of the text.
pub(super) struct Asides {
    /// Each with the provision in which it stands.
    footnotes: Vec<(ProvisionId, Footnote)>,
    comments: Vec<Comment>,
    /// What is to be said at the next provision that is shown: author and text.
    pending: Vec<(String, String)>,
}

impl Asides {
    pub(super) fn new() -> Self {
        Self {
            footnotes: Vec::new(),
            comments: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// Keeps what is to be said at the next provision: author and text.
    pub(super) fn add(&mut self, said: Vec<(String, String)>) {
        self.pending.extend(said);
    }

    /// Takes a footnote and returns its number; that of the first is 1.
    pub(super) fn footnote(&mut self, from: ProvisionId, footnote: &Footnote) -> String {
        self.footnotes.push((from, footnote.clone()));
        self.footnotes.len().to_string()
    }

    /// Keeps what others insert for the next comment of a working copy.
    pub(super) fn missed(
        &mut self,
        provision: &Provision,
        shower: &Shower<'_>,
        wording: &Wording<'_>,
    ) {
        let author = Voices::of(&provision.inserted_by).author();
        let mut text = String::from(wording.inserts);
        text.push_str(": ");
        let label = front(provision, shower.language());
        if !label.is_empty() {
            text.push_str(&label);
            text.push(' ');
        }
        text.push_str(&shower.text(&provision.body.base(), provision.id));
        self.pending.push((author, text));
    }
}

impl Writer<'_> {
    fn comment(&mut self, author: String, text: String) -> String {
        let id = self.id();
        self.asides.comments.push(Comment {
            id: id.clone(),
            author,
            text,
        });
        id
    }

    /// Makes the comments on a contested place and returns their ids.
    pub(super) fn comments_on(&mut self, site: &Site) -> Vec<String> {
        let view = self.options.view.clone();
        let mut ids = Vec::new();
        for reading in &site.readings {
            match &view {
                View::Rolling => self.positions(reading, &mut ids),
                View::For(own) => {
                    let voices = Voices::of_reading(&reading.stances);
                    if !reading.is_base && !voices.has(own) {
                        let text = self.words_of(reading);
                        ids.push(self.comment(voices.author(), text));
                    }
                }
            }
        }
        ids
    }

    /// Makes the comments that say what the author of a revision does not.
    fn positions(&mut self, reading: &Reading, ids: &mut Vec<String>) {
        let wording = self.options.wording.clone();
        let voices = Voices::of_reading(&reading.stances);
        if !reading.is_base && voices.is_shortened() {
            let text = alloc::format!("{}: {}", wording.all, voices.list());
            ids.push(self.comment(voices.author(), text));
        }
        let mut others: BTreeMap<Position, Vec<_>> = BTreeMap::new();
        for stance in &reading.stances {
            others
                .entry(stance.position)
                .or_default()
                .extend(stance.delegation.clone());
        }
        for (position, delegations) in others {
            let says = match position {
                Position::Propose | Position::Support if reading.is_base => wording.keeps,
                Position::Propose | Position::Support => continue,
                Position::CanAccept => wording.can_accept,
                Position::Reserve => wording.reserves,
                Position::Oppose => wording.opposes,
            };
            let mut text = String::from(says);
            if !reading.is_base {
                let _ = write!(text, ": {}", self.words_of(reading));
            }
            let voices = Voices::of(&delegations);
            if !voices.is_empty() {
                ids.push(self.comment(voices.author(), text));
            }
        }
    }

    fn words_of(&self, reading: &Reading) -> String {
        let mut tokens: Vec<Token> = Vec::new();
        for segment in &reading.segments {
            match segment {
                Segment::Words(words) => tokens.extend_from_slice(words),
                Segment::Site(site) => {
                    let inner = crate::body::Part::Site(site.clone());
                    tokens.extend(
                        Body {
                            parts: alloc::vec![inner],
                        }
                        .base(),
                    );
                }
            }
        }
        if tokens.is_empty() {
            return String::from(self.options.wording.no_text);
        }
        String::from(self.shower.text(&tokens, self.here).trim_start())
    }

    /// Writes the comments on a provision as a whole.
    pub(super) fn aside_to_provision(&mut self, xml: &mut Xml, provision: &Provision, cut: &Cut) {
        let wording = self.options.wording.clone();
        let mut said = core::mem::take(&mut self.asides.pending);
        for note in &provision.notes {
            said.push((String::from(wording.note), note.text.clone()));
        }
        for alternative in &provision.alternatives {
            let voices = Voices::of_reading(&alternative.stances);
            let is_shown = match &self.options.view {
                View::Rolling => true,
                View::For(own) => voices.has(own),
            };
            if !is_shown {
                let text = match &alternative.body {
                    Some(body) => self.shower.text(&body.base(), self.here),
                    None => String::from(wording.no_text),
                };
                said.push((voices.author(), text));
            } else if voices.is_shortened() && !self.is_working_copy() {
                said.push((
                    voices.author(),
                    alloc::format!("{}: {}", wording.all, voices.list()),
                ));
            }
        }
        if let Change::Inserted(voices) = &cut.paragraph
            && voices.is_shortened()
        {
            said.push((
                voices.author(),
                alloc::format!("{}: {}", wording.all, voices.list()),
            ));
        }
        for (author, text) in said {
            let id = self.comment(author, text);
            xml.start("w:commentRangeStart").attr("w:id", &id).end();
            xml.start("w:commentRangeEnd").attr("w:id", &id).end();
            comment_mark(xml, &id);
        }
    }

    pub(super) fn comments(&self) -> String {
        let mut xml = parts::begin("w:comments");
        for comment in &self.asides.comments {
            xml.start("w:comment")
                .attr("w:id", &comment.id)
                .attr("w:author", &comment.author)
                .attr("w:date", &self.date)
                .attr("w:initials", super::super::INITIALS);
            xml.start("w:p").start("w:pPr");
            xml.start("w:pStyle")
                .attr("w:val", "CommentText")
                .end()
                .end();
            xml.start("w:r")
                .start("w:t")
                .attr("xml:space", "preserve")
                .text(&comment.text);
            xml.end().end().end().end();
        }
        xml.finish()
    }

    pub(super) fn footnotes(&self) -> String {
        let mut xml = parts::begin("w:footnotes");
        for (id, kind, element) in [
            ("-1", "separator", "w:separator"),
            ("0", "continuationSeparator", "w:continuationSeparator"),
        ] {
            xml.start("w:footnote")
                .attr("w:type", kind)
                .attr("w:id", id);
            xml.start("w:p")
                .start("w:r")
                .start(element)
                .end()
                .end()
                .end()
                .end();
        }
        for (number, (from, footnote)) in self.asides.footnotes.iter().enumerate() {
            xml.start("w:footnote")
                .attr("w:id", &(number + 1).to_string());
            xml.start("w:p").start("w:pPr");
            xml.start("w:pStyle")
                .attr("w:val", "FootnoteText")
                .end()
                .end();
            xml.start("w:r").start("w:rPr");
            xml.start("w:rStyle")
                .attr("w:val", "FootnoteReference")
                .end()
                .end();
            xml.start("w:footnoteRef").end().end();
            let by = footnote
                .by
                .as_ref()
                .map(|by| alloc::format!("{by}: "))
                .unwrap_or_default();
            let words = self.shower.text(&footnote.tokens, *from);
            let text = alloc::format!(" {by}{}", words.trim_start());
            xml.start("w:r")
                .start("w:t")
                .attr("xml:space", "preserve")
                .text(&text);
            xml.end().end().end().end();
        }
        xml.finish()
    }
}
