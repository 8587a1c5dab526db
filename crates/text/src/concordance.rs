//! The same provision in several languages: structure, numbers, dates and references are compared.
//! Nothing here judges meaning, and no dictionary of it is used.

mod dates;
mod fractions;
mod numbers;
mod words;

use crate::body::{Body, Part, Reading, Segment, Site};
use crate::expression::Expression;
use crate::markup::{Code, Detail, Difference};
use crate::provision::{Kind, Provision, ProvisionId};
use crate::token::{Target, TermMark, Token, TokenKind};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// One thing in which a language differs from the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The code, from T310 to T317.
    pub code: Code,
    /// The provision concerned.
    pub provision: ProvisionId,
    /// What differs.
    pub detail: Detail,
}

/// Compares a text with the first of its instrument. An id in `assigned` was not written in a file: items
/// without counterpart that were never given an id are a difference in number, not in ids.
pub fn concordance(
    first: &Expression,
    other: &Expression,
    assigned: &BTreeSet<ProvisionId>,
) -> Vec<Finding> {
    let mut comparison = Comparison {
        first,
        other,
        found: Vec::new(),
    };
    let ours = by_id(&first.provisions);
    let theirs = by_id(&other.provisions);
    comparison.sets(&ours, &theirs, assigned);
    for (id, one) in &ours {
        if let Some(two) = theirs.get(id) {
            comparison.provision(one, two);
        }
    }
    let order: BTreeMap<ProvisionId, usize> = order(first).zip(0..).collect();
    let place = |finding: &Finding| order.get(&finding.provision).copied();
    comparison
        .found
        .sort_by_key(|finding| (place(finding).unwrap_or(usize::MAX), finding.code));
    comparison.found
}

fn order(text: &Expression) -> impl Iterator<Item = ProvisionId> {
    text.provisions.iter().map(|provision| provision.id)
}

/// Every provision by its id, those of alternatives included.
fn by_id(provisions: &[Provision]) -> BTreeMap<ProvisionId, &Provision> {
    let mut all = BTreeMap::new();
    for provision in provisions {
        all.insert(provision.id, provision);
        for alternative in &provision.alternatives {
            all.extend(by_id(&alternative.provisions));
        }
    }
    all
}

struct Comparison<'c> {
    first: &'c Expression,
    other: &'c Expression,
    found: Vec<Finding>,
}

impl Comparison<'_> {
    fn note(
        &mut self,
        code: Code,
        provision: ProvisionId,
        what: Difference,
        expected: Vec<String>,
        found: Vec<String>,
    ) {
        let detail = Detail::Differs {
            first: self.first.language.clone(),
            what,
            expected,
            found,
        };
        self.found.push(Finding {
            code,
            provision,
            detail,
        });
    }

    fn sets(
        &mut self,
        ours: &BTreeMap<ProvisionId, &Provision>,
        theirs: &BTreeMap<ProvisionId, &Provision>,
        assigned: &BTreeSet<ProvisionId>,
    ) {
        for (id, one) in ours.iter().filter(|(id, _)| !theirs.contains_key(id)) {
            self.alone(one, *id, assigned, true);
        }
        for (id, two) in theirs.iter().filter(|(id, _)| !ours.contains_key(id)) {
            self.alone(two, *id, assigned, false);
        }
        let shared = |text: &Expression, with: &BTreeMap<ProvisionId, &Provision>| {
            let ids = order(text).filter(|id| with.contains_key(id));
            ids.collect::<Vec<_>>()
        };
        let (one, two) = (shared(self.first, theirs), shared(self.other, ours));
        let differs = one.iter().zip(&two).find(|(one, two)| one != two);
        if let Some((one, two)) = differs {
            let (expected, found) = (alloc::vec![one.to_string()], alloc::vec![two.to_string()]);
            self.note(Code::T310, *one, Difference::Order, expected, found);
        }
    }

    fn alone(
        &mut self,
        provision: &Provision,
        id: ProvisionId,
        assigned: &BTreeSet<ProvisionId>,
        is_first: bool,
    ) {
        let shown = alloc::vec![id.to_string()];
        let (expected, found) = if is_first {
            (shown, Vec::new())
        } else {
            (Vec::new(), shown)
        };
        let counted = match provision.kind {
            Kind::Item => Some(Difference::Items),
            Kind::Closing => Some(Difference::Closings),
            _ => None,
        };
        if let Some(what) = counted.filter(|_| assigned.contains(&id)) {
            let parent = provision.parent.unwrap_or(id);
            self.note(Code::T312, parent, what, expected, found);
            return;
        }
        let what = if is_first {
            Difference::Missing
        } else {
            Difference::Additional
        };
        self.note(Code::T310, id, what, expected, found);
    }

    fn provision(&mut self, one: &Provision, two: &Provision) {
        let id = one.id;
        if one.parent != two.parent {
            let shown = |parent: Option<ProvisionId>| {
                parent.iter().map(ToString::to_string).collect::<Vec<_>>()
            };
            let (expected, found) = (shown(one.parent), shown(two.parent));
            self.note(Code::T310, id, Difference::Parent, expected, found);
        }
        if one.kind != two.kind {
            let shown = |kind: Kind| alloc::vec![alloc::format!("{kind:?}")];
            let (expected, found) = (shown(one.kind), shown(two.kind));
            self.note(Code::T311, id, Difference::Kind, expected, found);
        } else if !self.same_label(one, two) {
            let shown = |provision: &Provision| {
                let label = provision.label.iter();
                label
                    .map(|label| label.text.to_string())
                    .collect::<Vec<_>>()
            };
            let (expected, found) = (shown(one), shown(two));
            self.note(Code::T311, id, Difference::Label, expected, found);
        }
        let (ours, theirs) = (Counts::of(one), Counts::of(two));
        self.count(id, Difference::Footnotes, ours.footnotes, theirs.footnotes);
        self.count(
            id,
            Difference::Placeholders,
            ours.placeholders,
            theirs.placeholders,
        );
        self.count(id, Difference::Terms, ours.terms, theirs.terms);
        let same_sites = self.sites(one, two);
        // Where contested places differ, their words are not compared a second time.
        let (ours, theirs) = (tokens(one, same_sites), tokens(two, same_sites));
        self.multiset(
            Code::T315,
            id,
            Difference::Targets,
            targets(&ours),
            targets(&theirs),
        );
        let languages = (&self.first.language, &self.other.language);
        let (dates, rest) = dates::dates(&ours, languages.0);
        let (other_dates, other_rest) = dates::dates(&theirs, languages.1);
        let knows_words = numbers::knows_words(languages.0) && numbers::knows_words(languages.1);
        let ours = numbers::numbers(&rest, languages.0, knows_words);
        let theirs = numbers::numbers(&other_rest, languages.1, knows_words);
        self.multiset(Code::T314, id, Difference::Dates, dates, other_dates);
        self.multiset(Code::T313, id, Difference::Numbers, ours, theirs);
    }

    fn same_label(&self, one: &Provision, two: &Provision) -> bool {
        match (&one.label, &two.label) {
            (None, None) => true,
            (Some(ours), Some(theirs)) => {
                ours.corresponds(&self.first.language, theirs, &self.other.language)
            }
            _ => false,
        }
    }

    fn count(&mut self, id: ProvisionId, what: Difference, ours: usize, theirs: usize) {
        if ours != theirs {
            let code = if what == Difference::Terms {
                Code::T317
            } else {
                Code::T312
            };
            let shown = |count: usize| alloc::vec![count.to_string()];
            self.note(code, id, what, shown(ours), shown(theirs));
        }
    }

    fn multiset(
        &mut self,
        code: Code,
        id: ProvisionId,
        what: Difference,
        mut ours: Vec<String>,
        mut theirs: Vec<String>,
    ) {
        ours.sort();
        theirs.sort();
        if ours != theirs {
            self.note(code, id, what, ours, theirs);
        }
    }

    /// Compares contested places and alternatives; languages put them in the order of their own
    /// sentences. Returns whether they are the same.
    fn sites(&mut self, one: &Provision, two: &Provision) -> bool {
        let (mut ours, mut theirs) = (signatures(one), signatures(two));
        ours.sort();
        theirs.sort();
        if ours == theirs {
            return true;
        }
        let what = if ours.len() == theirs.len() {
            Difference::Delegations
        } else {
            Difference::Sites
        };
        self.note(Code::T316, one.id, what, ours, theirs);
        false
    }
}

#[derive(Default)]
struct Counts {
    footnotes: usize,
    placeholders: usize,
    terms: usize,
}

impl Counts {
    fn of(provision: &Provision) -> Self {
        let mut counts = Self::default();
        for token in tokens(provision, true) {
            match token.kind {
                TokenKind::Footnote(_) => counts.footnotes += 1,
                TokenKind::Placeholder => counts.placeholders += 1,
                _ => {}
            }
            counts.terms += usize::from(token.marks.term == TermMark::First);
        }
        counts
    }
}

/// The tokens of a provision: of every reading, or of the base alone.
fn tokens(provision: &Provision, of_all: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let alternatives = provision.alternatives.iter().filter(|_| of_all);
    let rivals = alternatives.filter_map(|alternative| alternative.body.as_ref());
    for body in core::iter::once(&provision.body).chain(rivals) {
        if of_all {
            body.each_token(&mut |token| tokens.push(token.clone()));
        } else {
            Body::of(body.base()).each_token(&mut |token| tokens.push(token.clone()));
        }
    }
    tokens
}

fn targets(tokens: &[Token]) -> Vec<String> {
    let target = |token: &Token| match &token.kind {
        TokenKind::Reference(
            Target::Provision(id) | Target::ProvisionInFull(id) | Target::ProvisionNumber(id),
        ) => Some(id.to_string()),
        TokenKind::Reference(Target::Elsewhere(target)) => Some(target.to_string()),
        _ => None,
    };
    tokens.iter().filter_map(target).collect()
}

/// Each contested place as its readings: base or not, the delegations with their positions, empty or
/// not.
fn signatures(provision: &Provision) -> Vec<String> {
    let mut all = Vec::new();
    for part in &provision.body.parts {
        if let Part::Site(site) = part {
            all.push(signature(site));
        }
    }
    for alternative in &provision.alternatives {
        let empty = if alternative.body.is_some() { "" } else { "-" };
        let stances = stances(&alternative.stances);
        all.push(alloc::format!("{} ({stances}){empty}", alternative.letter));
    }
    all
}

fn signature(site: &Site) -> String {
    let readings: Vec<String> = site.readings.iter().map(reading).collect();
    alloc::format!("[{}]", readings.join(" | "))
}

fn reading(reading: &Reading) -> String {
    let base = if reading.is_base { "=" } else { "" };
    let empty = if reading.segments.is_empty() {
        " -"
    } else {
        ""
    };
    let inner: String = reading
        .segments
        .iter()
        .filter_map(|segment| match segment {
            Segment::Site(site) => Some(signature(site)),
            Segment::Words(_) => None,
        })
        .collect();
    alloc::format!("{base}{}:{empty}{inner}", stances(&reading.stances))
}

fn stances(stances: &[crate::body::Stance]) -> String {
    let shown = |stance: &crate::body::Stance| {
        let code = stance.delegation.as_ref().map_or("?", |code| code.as_str());
        alloc::format!("{code}{}", crate::markup::mark(stance.position))
    };
    let mut codes: Vec<String> = stances.iter().map(shown).collect();
    codes.sort();
    codes.join(", ")
}

#[cfg(test)]
mod tests;
