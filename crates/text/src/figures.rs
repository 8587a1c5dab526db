//! Figures of a round: counts from the rolling text, with the provisions behind each. No score and no
//! forecast.

use crate::body::{Part, Site};
use crate::provision::{Provision, ProvisionId};
use crate::rolling::{Rolling, flat};
use crate::token::{Token, TokenKind};
use crate::voice::is_chair;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// What is counted in one rolling text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Words of the base.
    pub words: usize,
    /// Contested places.
    pub sites: usize,
    /// Rival readings: those of the base are not counted.
    pub readings: usize,
    /// Words in contested places: those of the base there and of the longest rival reading.
    pub contested_words: usize,
    /// Words of the base and of the longest rival readings: what `contested_words` is a part of.
    pub all_words: usize,
    /// Provisions, inserted ones included.
    pub provisions: usize,
    /// Provisions with something open.
    pub bracketed: BTreeSet<ProvisionId>,
    /// Provisions with whole alternatives.
    pub alternatives: BTreeSet<ProvisionId>,
    /// Inserted provisions.
    pub inserted: BTreeSet<ProvisionId>,
    /// Readings, alternatives and insertions with one supporter: the provision and who it is.
    pub alone: Vec<(ProvisionId, ParticipantId)>,
    /// Open reservations: attributed footnotes, and positions that reserve.
    pub reservations: Vec<(ProvisionId, ParticipantId)>,
    /// Blanks that are still to be filled, by name.
    pub placeholders: Vec<(ProvisionId, alloc::string::String)>,
    /// Positions that fit no reading any more.
    pub unattached: usize,
    /// Readings, alternatives and insertions of the chair's own.
    pub of_chair: usize,
    /// Per delegation: how much is open for it. The chair is none.
    pub delegations: BTreeMap<ParticipantId, Share>,
}

/// What is open for one delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Its readings, alternatives and insertions that are still open.
    pub open: usize,
    /// Words of its text that are equal to the base.
    pub equal: usize,
    /// Words of its text.
    pub words: usize,
}

impl Figures {
    /// Returns the part of the words that is contested, in tenths of a percent.
    pub fn contested_permille(&self) -> usize {
        (self.contested_words * 1000)
            .checked_div(self.all_words)
            .unwrap_or(0)
    }

    /// Returns the part of the provisions that has nothing open, in tenths of a percent.
    pub fn unbracketed_permille(&self) -> usize {
        let clear = self.provisions - self.bracketed.len();
        (clear * 1000).checked_div(self.provisions).unwrap_or(1000)
    }
}

fn words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| token.is_word()).count()
}

impl Rolling {
    /// Returns the figures of this rolling text.
    pub fn figures(&self) -> Figures {
        let mut figures = Figures {
            unattached: self.unattached.len(),
            ..Figures::default()
        };
        for own in &self.expression.provisions {
            self.count(own, &mut figures);
        }
        for row in self.positions() {
            if let Some(alone) = row.alone {
                figures.alone.push((row.provision, alone));
            }
            for (code, standing) in &row.standings {
                if standing.by_group {
                    continue;
                }
                if is_chair(code) {
                    figures.of_chair += 1;
                    continue;
                }
                match standing.position {
                    crate::Position::Reserve => {
                        figures.reservations.push((row.provision, code.clone()));
                        figures.bracketed.insert(row.provision);
                    }
                    crate::Position::Propose | crate::Position::Support => {
                        figures.delegations.entry(code.clone()).or_default().open += 1;
                    }
                    crate::Position::CanAccept | crate::Position::Oppose => {}
                }
            }
        }
        let counts = |own: &&Provision| !own.is_blank() || figures.bracketed.contains(&own.id);
        figures.provisions = self.expression.provisions.iter().filter(counts).count();
        self.share(&mut figures);
        figures
    }

    fn count(&self, own: &Provision, figures: &mut Figures) {
        let base = own.body.base();
        let is_inserted = !own.inserted_by.is_empty();
        if !is_inserted {
            figures.words += words(&base);
        }
        figures.all_words += words(&base);
        let restructures = |id: ProvisionId| {
            let mut changes = self.changes.values().flatten().map(|own| own.provision);
            let mut moves = self.placements.values().flatten().map(|own| own.provision);
            changes.any(|own| own == id) || moves.any(|own| own == id)
        };
        if is_inserted {
            figures.inserted.insert(own.id);
            figures.contested_words += words(&base);
        }
        if !own.alternatives.is_empty() {
            figures.alternatives.insert(own.id);
            let bodies = own
                .alternatives
                .iter()
                .filter_map(|rival| rival.body.as_ref());
            let longest = bodies.map(|body| words(&body.base())).max().unwrap_or(0);
            figures.all_words += longest;
            figures.contested_words += longest + words(&base);
            figures.readings += own.alternatives.len();
        }
        for part in &own.body.parts {
            if let Part::Site(site) = part {
                figures.sites += 1;
                let (of_base, longest, rivals) = in_site(site);
                figures.readings += rivals;
                figures.contested_words += of_base + longest;
                figures.all_words += longest;
            }
        }
        if own.body.is_contested()
            || is_inserted
            || !own.alternatives.is_empty()
            || restructures(own.id)
        {
            figures.bracketed.insert(own.id);
        }
        for token in &base {
            match &token.kind {
                TokenKind::Placeholder => {
                    figures
                        .placeholders
                        .push((own.id, token.text.as_ref().into()));
                    figures.bracketed.insert(own.id);
                }
                TokenKind::Footnote(footnote) => {
                    if let Some(by) = &footnote.by {
                        figures.reservations.push((own.id, by.clone()));
                        figures.bracketed.insert(own.id);
                    }
                }
                _ => {}
            }
        }
    }

    fn share(&self, figures: &mut Figures) {
        for delegation in self.spoken.keys().filter(|code| !is_chair(code)) {
            let share = figures.delegations.entry(delegation.clone()).or_default();
            for own in self.project(delegation).provisions {
                let text = own.body.base();
                share.words += words(&text);
                let Some(known) = self.expression.provision(own.id) else {
                    continue;
                };
                if known.inserted_by.is_empty() {
                    let base = known.body.base();
                    let pairs = crate::pair(&self.expression.language, &base, &text);
                    let equal = |(token, place): &(&Token, &Option<usize>)| {
                        token.is_word() && place.is_some_and(|at| base[at] == **token)
                    };
                    share.equal += text.iter().zip(&pairs).filter(equal).count();
                }
            }
        }
    }
}

/// Words of the base, of the longest rival, and how many rivals there are.
fn in_site(site: &Site) -> (usize, usize, usize) {
    let of_base = site.readings.iter().filter(|own| own.is_base);
    let base = of_base.map(|own| words(&flat(own))).sum();
    let rivals: Vec<usize> = site
        .readings
        .iter()
        .filter(|own| !own.is_base)
        .flat_map(|own| {
            let inner = own.segments.iter().find_map(|segment| match segment {
                crate::Segment::Site(inner) => Some(inner.readings.len()),
                crate::Segment::Words(_) => None,
            });
            let length = words(&flat(own));
            core::iter::repeat_n(length, inner.unwrap_or(1))
        })
        .collect();
    (
        base,
        rivals.iter().copied().max().unwrap_or(0),
        rivals.len(),
    )
}

/// What became of contested places from one round to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Convergence {
    /// Places that are open in both.
    pub persisting: usize,
    /// Places of the former round that are no more.
    pub resolved: usize,
    /// Places of this round that the former had not.
    pub new: usize,
}

/// Returns how contested places went from one round to the next. A place persists if its stretch of the
/// base is still there and one of its rival readings is kept.
pub fn convergence(before: &Rolling, after: &Rolling) -> Convergence {
    let (old, new) = (before.places(), after.places());
    let mut convergence = Convergence::default();
    let mut kept = BTreeSet::new();
    for place in &old {
        let id = place.provision.id;
        let own: Vec<_> = rivals(place.site);
        let base_before = place.provision.body.base();
        let found = new.iter().enumerate().find(|(_, other)| {
            if other.provision.id != id {
                return false;
            }
            let base_after = other.provision.body.base();
            let pairs = crate::pair(&after.expression.language, &base_after, &base_before);
            let mut mapped = (place.from..place.to).filter_map(|at| pairs[at]);
            let overlaps = mapped.any(|at| other.range().contains(&at));
            let is_gap = place.from == place.to && {
                let left = place.from.checked_sub(1).and_then(|at| pairs[at]);
                left.map_or(0, |at| at + 1) >= other.from && left.map_or(0, |at| at + 1) <= other.to
            };
            (overlaps || is_gap) && rivals(other.site).iter().any(|text| own.contains(text))
        });
        match found {
            Some((at, _)) => {
                kept.insert(at);
                convergence.persisting += 1;
            }
            None => convergence.resolved += 1,
        }
    }
    convergence.new = new.len() - kept.len();
    convergence
}

fn rivals(site: &Site) -> Vec<Vec<Token>> {
    let rivals = site.readings.iter().filter(|own| !own.is_base);
    rivals.map(flat).collect()
}
