//! What a paragraph of a foreign document is, by how its words begin and by its style.

use crate::language::Language;
use crate::markup::rank::Rank;
use crate::markup::scan::{Shape, classify};
use crate::number::{Label, LabelForm};
use crate::provision::{Kind, ProvisionId};
use alloc::string::String;
use alloc::vec::Vec;

/// What a paragraph is.
pub(crate) struct Recognised {
    pub(crate) kind: Kind,
    pub(crate) label: Option<Label>,
    /// How many characters stand before its words.
    pub(crate) front: usize,
}

/// Recognises a paragraph. A tab or a line break stands where the markup has a space or a full stop.
pub(crate) fn recognise(text: &str, language: &Language) -> Recognised {
    let spaced = text.replace(['\t', '\u{a0}'], " ");
    let lead = spaced.chars().take_while(|c| c.is_whitespace()).count();
    let trimmed = spaced.trim_start();
    let first = trimmed.split('\n').next().unwrap_or_default();
    let found = labelled(first, language).or_else(|| division(first, language));
    let Some((kind, label, body)) = found else {
        return Recognised {
            kind: Kind::Paragraph,
            label: None,
            front: lead,
        };
    };
    let mut front = lead + first[..body].chars().count();
    // What stands between a label and its words is no word.
    front += spaced
        .chars()
        .skip(front)
        .take_while(|c| c.is_whitespace())
        .count();
    Recognised { kind, label, front }
}

fn labelled(line: &str, language: &Language) -> Option<(Kind, Option<Label>, usize)> {
    if let Some(rest) = line.strip_prefix(['\u{2013}', '\u{2014}', '\u{2022}'])
        && rest.starts_with(' ')
    {
        let label = Label::new(LabelForm::Dash, "");
        return Some((Kind::Item, Some(label), line.len() - rest.len()));
    }
    match classify(line, language).1 {
        Shape::Article { label, body } => Some((Kind::Article, Some(label), body)),
        Shape::Labelled { kind, label, body } => Some((kind, Some(label), body.min(line.len()))),
        _ => None,
    }
}

fn division(line: &str, language: &Language) -> Option<(Kind, Option<Label>, usize)> {
    const SIGN: &str = "## ";
    let marked = alloc::format!("{SIGN}{}", line.trim_end());
    let Shape::Division { kind, label, body } = classify(&marked, language).1 else {
        return None;
    };
    let is_named = matches!(kind, Kind::Preamble | Kind::Annex | Kind::Testimonium);
    (label.is_some() || is_named).then(|| (kind, label, body - SIGN.len()))
}

/// Finds the parents of provisions that come one after the other.
#[derive(Default)]
pub(crate) struct Tree {
    open: Vec<(Rank, ProvisionId, Kind)>,
    /// The last label of each level of items below the last paragraph.
    items: Vec<Label>,
}

impl Tree {
    /// Takes the next provision and returns its parent.
    pub(crate) fn parent(
        &mut self,
        id: ProvisionId,
        kind: Kind,
        label: Option<&Label>,
        language: &Language,
    ) -> Option<ProvisionId> {
        let level = if let (Kind::Item, Some(label)) = (kind, label) {
            self.level(label, language)
        } else {
            self.items.clear();
            0
        };
        let rank = Rank::of(kind, label, level);
        self.open.retain(|(other, _, _)| *other < rank);
        let parent = self.open.last().map(|(_, parent, _)| *parent);
        if kind != Kind::Title {
            self.open.push((rank, id, kind));
        }
        parent
    }

    /// Returns the kind of a provision above, if the next one stands in the preamble.
    pub(crate) fn is_in_preamble(&self) -> bool {
        self.open
            .first()
            .is_some_and(|(_, _, kind)| *kind == Kind::Preamble)
    }

    /// An item continues the deepest list that it is next in; one that could begin a list, and is next
    /// in none, begins one within the last item.
    fn level(&mut self, label: &Label, language: &Language) -> u32 {
        let open: Vec<Option<&Label>> = self.items.iter().map(Some).collect();
        let level = level(&open, label, language).unwrap_or(self.items.len());
        self.items.truncate(level);
        self.items.push(label.clone());
        u32::try_from(level).unwrap_or(u32::MAX)
    }
}

/// Returns which of the items that are open an item goes on from, so that it stands beside it; none where
/// it begins a list within the last of them.
pub(crate) fn level(open: &[Option<&Label>], label: &Label, language: &Language) -> Option<usize> {
    let is_like = |last: &Label| last.form == label.form;
    let is_dash = label.form == LabelForm::Dash;
    let continues = |last: &Label| is_like(last) && (is_dash || is_next(last, label, language));
    let goes_on = |last: &Label| is_like(last) && last.precedes(label, language) == Some(true);
    let last =
        |wanted: &dyn Fn(&Label) -> bool| open.iter().rposition(|own| own.is_some_and(wanted));
    last(&continues).or_else(|| {
        let is_first = could_be_first(label, language);
        (!is_first).then(|| last(&goes_on)).flatten()
    })
}

/// Whether a label is the one right after another, or the first insertion after it.
fn is_next(last: &Label, label: &Label, language: &Language) -> bool {
    let before = last.numbers(language);
    label.numbers(language).iter().any(|(numerals, number)| {
        before.iter().any(|(other, previous)| {
            let step = |parts: &[u32]| parts.last().map(|last| last.saturating_add(1));
            numerals == other
                && number.parts.len() == previous.parts.len()
                && (number.parts.last().copied() == step(&previous.parts)
                    || number.parts == previous.parts && number.suffix > previous.suffix)
        })
    })
}

fn could_be_first(label: &Label, language: &Language) -> bool {
    label.form == LabelForm::Dash
        || label
            .numbers(language)
            .iter()
            .any(|(_, number)| number.parts == [1])
}

/// Returns the words of a text that come first, for a report.
pub(crate) fn excerpt(text: &str) -> String {
    text.chars().take(60).collect()
}
