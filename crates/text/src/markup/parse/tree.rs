//! The tree of provisions as it grows line by line.

use super::Outcome;
use crate::body::{Body, Stance};
use crate::edition::content_digest;
use crate::markup::fault::{Code, Detail, Faults};
use crate::markup::inline::Inline;
use crate::markup::rank::{Rank, continues_alternative};
use crate::number::Label;
use crate::provision::{
    Alternative, IdSource, Kind, Note, Provision, ProvisionId, RuleLine, draw_unused,
};
use crate::token::Token;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Range;

/// The most spaces of one level of indentation.
const LEVEL: usize = 2;

/// What is known of a provision before its words are.
pub(in crate::markup) struct Begun {
    pub(in crate::markup) kind: Kind,
    pub(in crate::markup) label: Option<Label>,
    pub(in crate::markup) line: u32,
    /// From its first character to its last.
    pub(in crate::markup) span: Range<usize>,
    /// The spaces before it.
    pub(in crate::markup) indent: usize,
}

/// A provision with what the checks need to know of it.
pub(in crate::markup) struct Entry {
    pub(in crate::markup) provision: Provision,
    pub(in crate::markup) id: Option<(ProvisionId, Range<usize>)>,
    pub(in crate::markup) parent: Option<usize>,
    /// The provision and its alternative to which this one belongs.
    pub(in crate::markup) within: Option<(usize, usize)>,
    pub(in crate::markup) line: u32,
    pub(in crate::markup) span: Range<usize>,
    pub(in crate::markup) targets: Vec<(ProvisionId, Range<usize>)>,
    pub(in crate::markup) terms: Vec<(Vec<Token>, Range<usize>)>,
    rule_span: Option<Range<usize>>,
}

/// An alternative that is open: what follows may belong to it.
struct Scope {
    owner: usize,
    rank: Rank,
    path: Vec<(Rank, usize)>,
}

#[derive(Default)]
pub(in crate::markup) struct Tree {
    pub(in crate::markup) entries: Vec<Entry>,
    /// The provisions that are open, from the highest down.
    path: Vec<(Rank, usize)>,
    scope: Option<Scope>,
    last_main: Option<usize>,
}

impl Tree {
    /// What a paragraph without label is here: a recital in the preamble.
    pub(in crate::markup) fn plain_kind(&self) -> Kind {
        let first = self.path.first().map(|(_, entry)| *entry);
        let kind = first.and_then(|first| self.entries.get(first));
        match kind.map(|entry| entry.provision.kind) {
            Some(Kind::Preamble) => Kind::Recital,
            _ => Kind::Paragraph,
        }
    }

    /// Adds a provision below those that are open.
    pub(in crate::markup) fn add(&mut self, begun: Begun, inline: Inline, faults: &mut Faults) {
        let level = u32::try_from(begun.indent / LEVEL).unwrap_or(u32::MAX);
        let label = begun.label.as_ref();
        let rank = Rank::of(begun.kind, label, level);
        if let Some(scope) = &self.scope
            && !continues_alternative(scope.rank, begun.kind, label, level)
        {
            self.scope = None;
        }
        let entry = self.entries.len();
        let (path, within) = match &mut self.scope {
            Some(scope) => {
                let alternatives = self
                    .entries
                    .get(scope.owner)
                    .map_or(0, |owner| owner.provision.alternatives.len());
                let within = (scope.owner, alternatives.saturating_sub(1));
                (&mut scope.path, Some(within))
            }
            None => (&mut self.path, None),
        };
        path.retain(|(above, _)| *above < rank);
        if rank < Rank::of(Kind::Paragraph, None, 0) {
            let entries = &self.entries;
            path.retain(|(_, above)| {
                let kind = entries.get(*above).map(|entry| entry.provision.kind);
                kind.is_none_or(|kind| !Rank::holds_paragraphs_only(kind))
            });
        }
        let parent = path.last().map(|(_, above)| *above);
        if matches!(begun.kind, Kind::Item | Kind::Closing) {
            let deepest = parent.map(|parent| deepest_below(path, parent));
            judge_indentation(&begun, level, deepest, within.is_some(), faults);
        }
        let parent = parent.or(within.map(|(owner, _)| owner));
        // The title is above everything, and is nobody's parent.
        if begun.kind != Kind::Title {
            path.push((rank, entry));
        }
        self.place(begun, inline, parent, within);
    }

    /// Adds a provision where the reader says that it belongs, and returns its place among the entries.
    pub(in crate::markup) fn place(
        &mut self,
        begun: Begun,
        inline: Inline,
        parent: Option<usize>,
        within: Option<(usize, usize)>,
    ) -> usize {
        let entry = self.entries.len();
        let unknown = ProvisionId::from_number(0);
        let mut provision = Provision::new(unknown, begun.kind, begun.label, inline.body);
        provision.inserted_by = inline.inserted_by;
        provision.notes = inline.notes.into_iter().map(|text| Note { text }).collect();
        if within.is_none() {
            self.last_main = Some(entry);
        }
        self.entries.push(Entry {
            provision,
            id: inline.id,
            parent,
            within,
            line: begun.line,
            span: begun.span,
            targets: inline.targets,
            terms: inline.terms,
            rule_span: None,
        });
        entry
    }

    /// Adds an alternative to the provision above; returns whether there is one.
    pub(in crate::markup) fn alternative(
        &mut self,
        letter: char,
        stances: Vec<Stance>,
        inline: Option<Inline>,
    ) -> bool {
        let owner = self.last_main;
        let Some((nth, entry)) = owner.and_then(|nth| Some((nth, self.entries.get_mut(nth)?)))
        else {
            return false;
        };
        if entry.provision.kind == Kind::Title {
            return false;
        }
        let mut body = None;
        if let Some(inline) = inline {
            entry.targets.extend(inline.targets);
            entry.terms.extend(inline.terms);
            body = Some(inline.body);
        }
        entry.provision.alternatives.push(Alternative {
            letter,
            stances,
            body,
            provisions: Vec::new(),
        });
        let rank = self
            .path
            .last()
            .map_or_else(|| Rank::of(Kind::Annex, None, 0), |(rank, _)| *rank);
        self.scope = Some(Scope {
            owner: nth,
            rank,
            path: Vec::new(),
        });
        true
    }

    pub(in crate::markup) fn end_alternatives(&mut self) {
        self.scope = None;
    }

    /// Adds a rule line to the provision above.
    pub(in crate::markup) fn rule(&mut self, rule: RuleLine, span: Range<usize>) {
        if let Some(last) = self.last() {
            last.provision.rules.lines.push(rule);
            last.rule_span.get_or_insert(span);
        }
    }

    /// Binds the rule lines above to the digest of their provision.
    pub(in crate::markup) fn bind(&mut self, bound: [u8; 4], span: Range<usize>) {
        if let Some(last) = self.last() {
            last.provision.rules.bound = Some(bound);
            last.rule_span = Some(span);
        }
    }

    pub(in crate::markup) fn note(&mut self, note: Note) {
        if let Some(last) = self.last() {
            last.provision.notes.push(note);
        }
    }

    /// The provision to which rules and notes belong: that above, also within an alternative.
    fn last(&mut self) -> Option<&mut Entry> {
        self.entries.last_mut()
    }

    /// Gives ids to those that have none, and returns the provisions.
    pub(in crate::markup) fn finish(
        self,
        ids: &mut dyn IdSource,
        deleted: &BTreeSet<ProvisionId>,
        faults: &mut Faults,
    ) -> (Vec<Provision>, Outcome) {
        let mut used = deleted.clone();
        for entry in &self.entries {
            used.extend(entry.id.iter().map(|(id, _)| *id));
            used.extend(entry.targets.iter().map(|(target, _)| *target));
        }
        let mut outcome = Outcome::default();
        let mut given: Vec<ProvisionId> = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            let id = entry.id.as_ref().map(|(id, _)| *id);
            let id = id
                .filter(|id| !outcome.lines.contains_key(id))
                .unwrap_or_else(|| {
                    let drawn = draw_unused(ids, &used);
                    used.insert(drawn);
                    outcome.assigned.insert(drawn);
                    drawn
                });
            outcome.lines.insert(id, entry.line);
            given.push(id);
        }
        let mut provisions: Vec<Option<Provision>> = Vec::with_capacity(self.entries.len());
        for (nth, mut entry) in self.entries.into_iter().enumerate() {
            entry.provision.id = given[nth];
            entry.provision.parent = entry.parent.map(|parent| given[parent]);
            unconfirmed(&entry, faults);
            match entry.within {
                None => provisions.push(Some(entry.provision)),
                Some((owner, alternative)) => {
                    provisions.push(None);
                    let owner = provisions.get_mut(owner).and_then(Option::as_mut);
                    if let Some(within) =
                        owner.and_then(|owner| owner.alternatives.get_mut(alternative))
                    {
                        within.provisions.push(entry.provision);
                    }
                }
            }
        }
        outcome.given = given;
        (provisions.into_iter().flatten().collect(), outcome)
    }
}

/// Notes a rule that is not bound to the words of its provision.
fn unconfirmed(entry: &Entry, faults: &mut Faults) {
    let Some(span) = &entry.rule_span else {
        return;
    };
    let current = short(&entry.provision.body);
    let bound = entry.provision.rules.bound;
    if bound == Some(current) {
        return;
    }
    let hex = |digits: [u8; 4]| alloc::format!("{:08x}", u32::from_be_bytes(digits));
    let detail = Detail::Unconfirmed {
        bound: bound.map(hex),
        current: hex(current),
    };
    faults.note(Code::T410, span.clone(), detail);
}

fn short(body: &Body) -> [u8; 4] {
    let digest = content_digest(body);
    let [a, b, c, d, ..] = *digest.as_bytes();
    [a, b, c, d]
}

/// The deepest level that may stand below an open provision: one below an item, the first below anything
/// higher.
fn deepest_below(path: &[(Rank, usize)], entry: usize) -> u32 {
    let level = |rank: Rank| (0..=LEVELS).find(|level| rank == Rank::of(Kind::Item, None, *level));
    path.iter()
        .find(|(_, other)| *other == entry)
        .and_then(|(rank, _)| level(*rank))
        .map_or(0, |level| level + 1)
}

/// The deepest level for which the level above is looked up.
const LEVELS: u32 = 64;

fn judge_indentation(
    begun: &Begun,
    level: u32,
    deepest: Option<u32>,
    is_within: bool,
    faults: &mut Faults,
) {
    let span = begun.span.start..begun.span.start + 1;
    if !begun.indent.is_multiple_of(LEVEL) {
        faults.note(Code::T121, span, Detail::OddIndentation(begun.indent));
        return;
    }
    let deepest = match deepest {
        // Its level is that below the provision to which the alternative belongs.
        None if is_within => level,
        None => {
            faults.note(Code::T112, span, Detail::ItemWithoutParent);
            return;
        }
        Some(deepest) => deepest,
    };
    if level > deepest {
        faults.note(Code::T121, span, Detail::DeepIndentation);
    }
}
