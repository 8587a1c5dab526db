//! What documents from elsewhere hold that a text does not, in words and as data.

use sponsio_text::markup::akn;
use sponsio_text::markup::docx::{Loss, LossKind, ReturnFault};
use sponsio_text::{Expression, Provision, is_foreign};

use crate::command::rolling::inputs::{self, content::Content};
use crate::command::text::{report, source::Source};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Reads a text strictly, or a document that is one; what is wrong with it goes to the messages.
pub(in crate::command) fn text(
    words: &Words,
    source: &Source,
    console: &mut Console<'_>,
) -> Result<Expression, Failure> {
    if Content::of(words, source)? != Content::Text {
        return inputs::base(words, source, console);
    }
    let parsed = source.parse(false);
    if parsed.expression.is_none() {
        let said = report::findings(words, &source.name, &source.text(), &parsed);
        console.err.write_all(said.as_bytes())?;
    }
    parsed
        .expression
        .ok_or_else(|| Failure::new(Kind::Defect, say!(words, "text-errors")))
}

/// Why a document that came back from a delegation is not taken, with the next step.
pub(in crate::command) fn not_taken(words: &Words, file: &str, fault: &ReturnFault) -> Failure {
    match fault {
        ReturnFault::OthersCopy(other) => {
            let code = other.as_str();
            Failure::new(
                Kind::Refused,
                say!(words, "import-others-copy", file = file, code = code),
            )
        }
        ReturnFault::RevisionsMissing(missing) => {
            let sentence = say!(
                words,
                "import-revisions-missing",
                file = file,
                count = missing.len()
            );
            let mut failure = Failure::new(Kind::Refused, sentence);
            for one in missing {
                let (id, label) = (one.provision.to_string(), one.label.as_str());
                let (excerpt, authors) = (one.excerpt.as_str(), one.authors.join("; "));
                failure = failure.with_hint(say!(
                    words,
                    "import-missing-in",
                    id = id,
                    label = label,
                    excerpt = excerpt,
                    authors = authors
                ));
            }
            failure.with_hint(say!(words, "import-missing-hint"))
        }
        ReturnFault::Settled {
            changed,
            left,
            paragraphs,
        } => {
            let (changed, left) = (*changed, *left);
            let sentence = say!(
                words,
                "import-settled",
                file = file,
                changed = changed,
                left = left
            );
            let mut failure = Failure::new(Kind::Refused, sentence);
            for one in paragraphs {
                let (id, label) = (one.provision.to_string(), one.label.as_str());
                let excerpt = one.excerpt.as_str();
                failure = failure.with_hint(say!(
                    words,
                    "import-settled-in",
                    id = id,
                    label = label,
                    excerpt = excerpt
                ));
            }
            failure.with_hint(say!(words, "import-against-rolling", file = file))
        }
        ReturnFault::ListCut(author) => {
            let sentence = say!(
                words,
                "import-list-cut",
                file = file,
                author = author.as_str()
            );
            Failure::new(Kind::Refused, sentence).with_hint(say!(
                words,
                "import-against-rolling",
                file = file
            ))
        }
    }
}

/// Says whose changes in a document were left to them.
pub(in crate::command) fn left_to_others(
    words: &Words,
    file: &str,
    others: &[String],
) -> Option<String> {
    let lists = others.join("; ");
    (!others.is_empty()).then(|| say!(words, "import-others", file = file, authors = lists))
}

/// Returns what of a document in Akoma Ntoso is not carried over, as a line with its place.
pub(in crate::command) fn remainder(words: &Words, file: &str, left: &akn::Remainder) -> String {
    let said = say!(words, "loss-unknown", name = left.element.as_str());
    format!("{file}:{}:{}: {said}", left.line, left.column)
}

/// Refuses what has no words, and what has (nearly) nothing in common with its base: as a version it
/// would replace everything.
pub(in crate::command) fn refuse_foreign(
    words: &Words,
    [file, base_file]: [&str; 2],
    base: &Expression,
    text: &[Provision],
) -> Result<(), Failure> {
    if text.iter().all(|own| own.body.parts.is_empty()) {
        let sentence = say!(words, "rolling-empty", file = file);
        return Err(Failure::new(Kind::Refused, sentence));
    }
    if is_foreign(base, text) {
        let sentence = say!(words, "rolling-foreign", file = file, base = base_file);
        return Err(
            Failure::new(Kind::Refused, sentence).with_hint(say!(words, "rolling-foreign-hint"))
        );
    }
    Ok(())
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
pub(in crate::command) fn loss(words: &Words, loss: &Loss) -> String {
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
