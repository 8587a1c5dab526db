//! Documents out: a text with its contested places becomes one document with the tracked changes of
//! all its delegations, or one delegation's copy to work in.

mod aside;
mod paragraph;
mod parts;
mod run;
mod structure;

use self::aside::Asides;
use self::parts::Written;
use super::cut::{Change, Piece};
use super::sheet::{Shown, Source, sheet};
use super::show::Shower;
use crate::expression::Expression;
use crate::provision::{Kind, ProvisionId};
use crate::rolling::Rolling;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::{Instant, ParticipantId};

/// Whose changes a document tracks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// Those of all delegations, for reading.
    Rolling,
    /// Those of one delegation, whose working copy it is; the readings of others are comments.
    For(ParticipantId),
}

/// The words of comments, in the language of who reads them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording<'a> {
    /// "no text".
    pub no_text: &'a str,
    /// "insert here": a provision of others, in a working copy.
    pub inserts: &'a str,
    /// "keeps the text of the base".
    pub keeps: &'a str,
    /// "can accept".
    pub can_accept: &'a str,
    /// "reserves its position on".
    pub reserves: &'a str,
    /// "opposes".
    pub opposes: &'a str,
    /// "All delegations that stand behind this change".
    pub all: &'a str,
    /// "moves it to after": where a delegation wants the provision.
    pub moves: &'a str,
    /// "moves it to the beginning".
    pub moves_first: &'a str,
    /// "divides it here": the first words of the second part follow.
    pub splits: &'a str,
    /// "joins with it": another provision follows.
    pub joins: &'a str,
    /// "labels it": another label follows.
    pub labels: &'a str,
    /// "was tabled on a former base, with which this one is in conflict".
    pub conflicts: &'a str,
    /// The author of notes that are no delegation's: "Note".
    pub note: &'a str,
}

impl Default for Wording<'_> {
    fn default() -> Self {
        Self {
            no_text: "no text",
            inserts: "insert here",
            keeps: "keeps the text of the base",
            can_accept: "can accept",
            reserves: "reserves its position on",
            opposes: "opposes",
            all: "All delegations that stand behind this change",
            moves: "moves it to after",
            moves_first: "moves it to the beginning",
            splits: "divides it here",
            joins: "joins with it",
            labels: "labels it",
            conflicts: "in conflict with the base: tabled on a former one",
            note: "Note",
        }
    }
}

/// How a document is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options<'a> {
    /// Whose changes it tracks.
    pub view: View,
    /// The date of every revision and of the document.
    pub date: Instant,
    /// The words of comments.
    pub wording: Wording<'a>,
}

impl Options<'_> {
    /// What the document says of itself, with the provisions in whose paragraphs there are tracked changes.
    fn properties(&self, changed: &[ProvisionId]) -> Vec<(String, String)> {
        let named = |name: &str, value: String| (String::from(name), value);
        match &self.view {
            View::Rolling => {
                let kind = named(super::KIND, String::from(super::KIND_ROLLING));
                let count = changed.len();
                let counted = (count > 0).then(|| named(super::CHANGED, count.to_string()));
                let rows = changed
                    .chunks(super::IN_A_ROW)
                    .zip(1..)
                    .map(|(row, number)| {
                        let ids: Vec<&str> = row.iter().map(ProvisionId::as_str).collect();
                        (super::changed_row(number), ids.join(" "))
                    });
                core::iter::once(kind).chain(counted).chain(rows).collect()
            }
            View::For(delegation) => alloc::vec![
                named(super::KIND, String::from(super::KIND_EDITING)),
                named(super::FOR, delegation.to_string()),
            ],
        }
    }
}

/// Writes a document. The same text and options give the same bytes.
pub fn write<'a>(source: impl Into<Source<'a>>, options: &Options<'_>) -> Vec<u8> {
    let source = source.into();
    let expression = source.expression;
    let mut writer = Writer {
        expression,
        options,
        rolling: source.rolling,
        shower: Shower::new(expression),
        date: options.date.to_string(),
        asides: Asides::new(),
        next_id: 1,
        here: ProvisionId::from_number(0),
    };
    let written = writer.document(source);
    let is_title = |kind| kind == Kind::Title;
    let title = expression
        .provisions
        .iter()
        .find(|provision| is_title(provision.kind));
    let title = title
        .map(|title| writer.shower.text(&title.body.base(), title.id))
        .unwrap_or_default();
    parts::pack(&written, expression, &title, options)
}

/// Whether a paragraph is written with tracked changes.
fn is_changed(shown: &Shown<'_>) -> bool {
    let is_kept = |piece: &Piece| piece.change == Change::Kept || piece.tokens.is_empty();
    shown.cut.paragraph != Change::Kept || !shown.cut.pieces.iter().all(is_kept)
}

/// A document that is being written.
struct Writer<'a> {
    expression: &'a Expression,
    options: &'a Options<'a>,
    rolling: Option<&'a Rolling>,
    shower: Shower<'a>,
    date: String,
    asides: Asides,
    next_id: u32,
    /// The provision that is being written.
    here: ProvisionId,
}

impl Writer<'_> {
    fn document(&mut self, source: Source<'_>) -> Written {
        let mut xml = parts::begin("w:document");
        xml.start("w:body");
        let sheet = sheet(source, &self.options.view);
        let mut missed = sheet.missed.iter().peekable();
        for (number, shown) in sheet.shown.iter().enumerate() {
            // What others insert after a paragraph is said at it; what they insert before the first
            // paragraph is said at that.
            while let Some((_, provision)) = missed.next_if(|(before, _)| *before <= number + 1) {
                self.asides
                    .missed(provision, &self.shower, &self.options.wording);
            }
            self.paragraph(&mut xml, shown);
        }
        parts::section(&mut xml, self.expression.language.direction());
        Written {
            document: xml.finish(),
            footnotes: self.footnotes(),
            comments: self.comments(),
            changed: sheet
                .shown
                .iter()
                .filter(|shown| is_changed(shown))
                .map(|shown| shown.provision.id)
                .collect(),
        }
    }

    /// Returns a number that nothing else in the document has.
    fn id(&mut self) -> String {
        let id = self.next_id;
        self.next_id += 1;
        id.to_string()
    }
}
