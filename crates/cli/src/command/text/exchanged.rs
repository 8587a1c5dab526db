//! What documents from elsewhere hold that a text does not, in words and as data.

use sponsio_text::Expression;
use sponsio_text::markup::docx::{Loss, LossKind};

use crate::command::text::{report, source::Source};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Reads a text strictly; what is wrong with it goes to the messages.
pub(in crate::command) fn text(
    words: &Words,
    source: &Source,
    console: &mut Console<'_>,
) -> Result<Expression, Failure> {
    let parsed = source.parse(false);
    if parsed.expression.is_none() {
        let said = report::findings(words, &source.name, &source.text(), &parsed);
        console.err.write_all(said.as_bytes())?;
    }
    parsed
        .expression
        .ok_or_else(|| Failure::new(Kind::Defect, say!(words, "text-errors")))
}

/// Returns the stable name of what is not carried over.
pub(super) fn code(kind: &LossKind) -> &'static str {
    match kind {
        LossKind::Macros => "macros",
        LossKind::ExternalLink => "external-link",
        LossKind::HeaderOrFooter => "header-or-footer",
        LossKind::Formatting => "formatting",
        LossKind::FormattingChange => "formatting-change",
        LossKind::Field => "field",
        LossKind::Table => "table",
        LossKind::Picture => "picture",
        LossKind::TextBox => "text-box",
        LossKind::Equation => "equation",
        LossKind::Symbol => "symbol",
        LossKind::HiddenText => "hidden-text",
        LossKind::DirectionControl => "direction-control",
        LossKind::Numbering => "numbering",
        LossKind::Embedded => "embedded",
        LossKind::Revisions => "revisions",
        LossKind::Merged => "merged",
        LossKind::Label => "label",
        LossKind::Unknown(_) => "unknown",
    }
}

fn what(words: &Words, kind: &LossKind) -> String {
    match kind {
        LossKind::Macros => say!(words, "loss-macros"),
        LossKind::ExternalLink => say!(words, "loss-external-link"),
        LossKind::HeaderOrFooter => say!(words, "loss-header-or-footer"),
        LossKind::Formatting => say!(words, "loss-formatting"),
        LossKind::FormattingChange => say!(words, "loss-formatting-change"),
        LossKind::Field => say!(words, "loss-field"),
        LossKind::Table => say!(words, "loss-table"),
        LossKind::Picture => say!(words, "loss-picture"),
        LossKind::TextBox => say!(words, "loss-text-box"),
        LossKind::Equation => say!(words, "loss-equation"),
        LossKind::Symbol => say!(words, "loss-symbol"),
        LossKind::HiddenText => say!(words, "loss-hidden-text"),
        LossKind::DirectionControl => say!(words, "loss-direction-control"),
        LossKind::Numbering => say!(words, "loss-numbering"),
        LossKind::Embedded => say!(words, "loss-embedded"),
        LossKind::Revisions => say!(words, "loss-revisions"),
        LossKind::Merged => say!(words, "loss-merged"),
        LossKind::Label => say!(words, "loss-label"),
        LossKind::Unknown(name) => say!(words, "loss-unknown", name = name.as_str()),
    }
}

/// Returns what is not carried over, as a line.
pub(super) fn loss(words: &Words, loss: &Loss) -> String {
    let what = what(words, &loss.kind);
    let excerpt: String = loss.excerpt.chars().filter(|c| !c.is_control()).collect();
    let place = loss.paragraph;
    match (place, excerpt.is_empty()) {
        (0, true) => what,
        (0, false) => format!("{what}: {excerpt}"),
        (_, true) => say!(words, "loss-at", place = place, what = what),
        (_, false) => {
            let what = format!("{what}: {excerpt}");
            say!(words, "loss-at", place = place, what = what)
        }
    }
}
