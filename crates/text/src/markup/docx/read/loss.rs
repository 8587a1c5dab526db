//! What a document holds that a text does not: it is reported, never dropped in silence.

use alloc::string::String;
use alloc::vec::Vec;

/// The most entries of a report.
const MOST: usize = 1_000;
/// The longest excerpt, in characters.
const EXCERPT: usize = 60;

/// What is not carried over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum LossKind {
    /// Macros. They are not looked at.
    Macros,
    /// Relations that lead out of the file; none is followed. The text is where it leads.
    ExternalLink,
    /// The words of a header or a footer.
    HeaderOrFooter,
    /// Looks other than emphasis.
    Formatting,
    /// A tracked change of looks alone.
    FormattingChange,
    /// A field; the words that it showed are kept.
    Field,
    /// A table; the words of its cells are kept as paragraphs.
    Table,
    /// A picture or drawing.
    Picture,
    /// A text box; its words are kept as paragraphs.
    TextBox,
    /// An equation; its characters are kept.
    Equation,
    /// A character of a font of symbols.
    Symbol,
    /// Hidden words.
    HiddenText,
    /// Characters that turn the direction of writing around.
    DirectionControl,
    /// Numbering by the program whose list the file does not define; of others the label is text here.
    Numbering,
    /// An embedded document or object.
    Embedded,
    /// Tracked changes in a text that is read as a base; they were accepted.
    Revisions,
    /// A paragraph that was joined to the next.
    Merged,
    /// A label that was changed by hand.
    Label,
    /// An element that is not known, by its name; its words are kept.
    Unknown(String),
}

/// One thing that is not carried over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What it is.
    pub kind: LossKind,
    /// The paragraph, counted from 1; 0 if it is in none.
    pub paragraph: usize,
    /// Some words by which it is found.
    pub excerpt: String,
}

/// Adds an entry, once per kind and paragraph.
pub(crate) fn note(losses: &mut Vec<Loss>, kind: LossKind, paragraph: usize, excerpt: &str) {
    let same = |loss: &Loss| loss.kind == kind && loss.paragraph == paragraph;
    // Formatting is everywhere in a foreign document; where it begins is enough.
    let is_once = kind == LossKind::Formatting;
    let is_known = losses
        .iter()
        .rev()
        .take(if is_once { MOST } else { 16 })
        .any(|loss| {
            same(loss) && (paragraph > 0 || loss.excerpt == excerpt) || is_once && loss.kind == kind
        });
    if !is_known && losses.len() < MOST {
        let excerpt = excerpt.chars().take(EXCERPT).collect();
        losses.push(Loss {
            kind,
            paragraph,
            excerpt,
        });
    }
}
