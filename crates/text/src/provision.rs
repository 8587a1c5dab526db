//! A provision: the unit of negotiation, with an id that survives every renumbering.

use crate::body::{Body, Stance};
use crate::number::Label;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;
use sponsio_record::{Digest, Hasher, ParticipantId};

/// The digits of an id: Crockford's base 32 in lower case.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The permanent id of a provision: six digits of Crockford's base 32. It is given once, is never
/// derived from a number, and is never used again after the provision is deleted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvisionId([u8; 6]);

/// Why a text is no id of a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is six of the digits 0-9a-hjkmnp-tv-z")
    }
}

impl core::error::Error for IdError {}

impl ProvisionId {
    /// Returns the id of a number; the lowest 30 bits count.
    pub fn from_number(number: u32) -> Self {
        let digit = |place: u32| DIGITS[(number >> (5 * place) & 31) as usize];
        Self([digit(5), digit(4), digit(3), digit(2), digit(1), digit(0)])
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for ProvisionId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let digits: [u8; 6] = text.as_bytes().try_into().map_err(|_| IdError)?;
        if digits.iter().all(|digit| DIGITS.contains(digit)) {
            return Ok(Self(digits));
        }
        Err(IdError)
    }
}

impl fmt::Display for ProvisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ProvisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where new ids come from; the caller decides, so that the same input gives the same ids.
pub trait IdSource {
    /// Returns an id that this source has not given before. Whether the text has it already is for
    /// the caller to ask, and to draw again.
    fn draw(&mut self) -> ProvisionId;
}

/// Returns an id of this source that is not used yet. A source that repeats itself for long is helped
/// by counting, so that the search ends.
pub fn draw_unused(ids: &mut dyn IdSource, used: &BTreeSet<ProvisionId>) -> ProvisionId {
    const MOST_DRAWS: usize = 64;
    for _ in 0..MOST_DRAWS {
        let id = ids.draw();
        if !used.contains(&id) {
            return id;
        }
    }
    let counted = (0..=u32::MAX >> 2).map(ProvisionId::from_number);
    let mut free = counted.filter(|id| !used.contains(id));
    free.next().unwrap_or(ProvisionId::from_number(0))
}

/// Ids that follow from a digest, so that the same text is given the same ones.
#[derive(Debug, Clone)]
pub struct IdsOfDigest {
    seed: Digest,
    drawn: u64,
}

impl IdsOfDigest {
    /// Returns the source of this seed.
    pub const fn new(seed: Digest) -> Self {
        Self { seed, drawn: 0 }
    }
}

impl IdSource for IdsOfDigest {
    fn draw(&mut self) -> ProvisionId {
        let mut hasher = Hasher::new("sponsio:text:provision-id:1");
        hasher.part(self.seed.as_bytes());
        hasher.part(&self.drawn.to_be_bytes());
        self.drawn = self.drawn.wrapping_add(1);
        let [a, b, c, d, ..] = *hasher.finish().as_bytes();
        ProvisionId::from_number(u32::from_be_bytes([a, b, c, d]))
    }
}

/// What a provision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The title of the instrument.
    Title,
    /// The heading of the preamble.
    Preamble,
    /// A recital of the preamble.
    Recital,
    /// The formula that begins or ends the preamble.
    Formula,
    /// A part.
    Part,
    /// A chapter.
    Chapter,
    /// A section.
    Section,
    /// An article with its heading.
    Article,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// Words after a list of items.
    Closing,
    /// An annex with its heading.
    Annex,
    /// The closing formula with place, date and languages.
    Testimonium,
}

/// A rival text of a whole provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Its letter: `Alt A`.
    pub letter: char,
    /// Who stands where on it.
    pub stances: Vec<Stance>,
    /// Its words; `None` is *no text*.
    pub body: Option<Body>,
    /// The provisions that belong to it.
    pub provisions: Vec<Provision>,
}

/// A note beside the text, which is never signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its words.
    pub text: String,
}

/// One rule line, as it stands in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    /// What follows the bar and its space.
    pub text: String,
    /// The line of the source, from 1; 0 where there is none.
    pub line: u32,
}

/// The rule lines under a provision, opaque here and judged by the law.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleBlock {
    /// The lines.
    pub lines: Vec<RuleLine>,
    /// The first eight digits of the digest of the content for which somebody confirmed the rule.
    pub bound: Option<[u8; 4]>,
}

/// A provision in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// Its permanent id.
    pub id: ProvisionId,
    /// What it is.
    pub kind: Kind,
    /// Its label, if it has one.
    pub label: Option<Label>,
    /// The provision of which it is a part.
    pub parent: Option<ProvisionId>,
    /// Its words; of an article its heading.
    pub body: Body,
    /// Rival texts of the whole provision.
    pub alternatives: Vec<Alternative>,
    /// Who inserted it, in a rolling text; empty for a provision of the base.
    pub inserted_by: Vec<ParticipantId>,
    /// Notes beside it.
    pub notes: Vec<Note>,
    /// The rule lines under it.
    pub rules: RuleBlock,
}

impl Provision {
    /// Returns a provision with nothing but these words.
    pub fn new(id: ProvisionId, kind: Kind, label: Option<Label>, body: Body) -> Self {
        Self {
            id,
            kind,
            label,
            parent: None,
            body,
            alternatives: Vec::new(),
            inserted_by: Vec::new(),
            notes: Vec::new(),
            rules: RuleBlock::default(),
        }
    }

    /// Whether it says nothing: no label, no words, no rival text.
    pub fn is_blank(&self) -> bool {
        self.label.is_none() && self.body.parts.is_empty() && self.alternatives.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn ids_are_six_digits() {
        let id: ProvisionId = "k7m2qx".parse().unwrap();
        assert_eq!(id.to_string(), "k7m2qx");
        for bad in ["", "k7m2q", "k7m2qxx", "K7M2QX", "k7m2qi", "k7m2qü"] {
            assert_eq!(bad.parse::<ProvisionId>(), Err(IdError), "{bad}");
        }
        assert_eq!(ProvisionId::from_number(33).as_str(), "000011");
    }

    #[test]
    fn drawn_ids_are_not_used_twice() {
        struct Stuck;
        impl IdSource for Stuck {
            fn draw(&mut self) -> ProvisionId {
                ProvisionId::from_number(0)
            }
        }
        let used = [0, 1, 3].map(ProvisionId::from_number).into();
        assert_eq!(draw_unused(&mut Stuck, &used), ProvisionId::from_number(2));
        let seed = Digest::of(b"text");
        let drawn = |seed| IdsOfDigest::new(seed).draw();
        assert_eq!(drawn(seed), drawn(seed));
        assert_ne!(drawn(seed), drawn(Digest::of(b"other")));
    }
}
