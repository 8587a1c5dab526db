//! What may be part of what: the order of kinds from an annex down to an item in an item.

use crate::number::Label;
use crate::provision::Kind;

/// How high a provision stands; a smaller number is higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank(u32);

/// The rank of a paragraph whose number has one part.
const PARAGRAPH: u32 = 5;

/// The rank of an item that is not indented. Numbers of paragraphs have fewer parts than lie between.
const ITEM: u32 = 1_000;

impl Rank {
    /// Returns the rank of a provision; the level is that of its indentation.
    pub(crate) fn of(kind: Kind, label: Option<&Label>, level: u32) -> Self {
        Self(match kind {
            Kind::Title | Kind::Preamble | Kind::Annex | Kind::Testimonium => 0,
            Kind::Part => 1,
            Kind::Chapter => 2,
            Kind::Section => 3,
            Kind::Article => 4,
            Kind::Recital | Kind::Formula => PARAGRAPH,
            Kind::Paragraph => {
                let stops = label.map_or(0, |label| label.text.matches('.').count());
                let deeper = u32::try_from(stops).unwrap_or(u32::MAX);
                PARAGRAPH + deeper.min(ITEM - PARAGRAPH - 1)
            }
            Kind::Item | Kind::Closing => ITEM.saturating_add(level),
        })
    }

    /// Whether a provision stands outside the articles and holds nothing but paragraphs.
    pub(crate) const fn holds_paragraphs_only(kind: Kind) -> bool {
        matches!(kind, Kind::Preamble | Kind::Testimonium)
    }
}

/// Whether a provision that follows the alternatives of another belongs to the last of them: everything
/// does that has no label, and what stands lower.
pub(crate) fn continues_alternative(
    owner: Rank,
    kind: Kind,
    label: Option<&Label>,
    level: u32,
) -> bool {
    let is_plain =
        label.is_none() && matches!(kind, Kind::Paragraph | Kind::Recital | Kind::Formula);
    is_plain || Rank::of(kind, label, level) > owner
}
