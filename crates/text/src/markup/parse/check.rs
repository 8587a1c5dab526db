//! What a file says of itself that does not hold together: labels, ids, references, terms.

use super::tree::{Entry, Tree};
use crate::language::Language;
use crate::markup::fault::{Code, Detail, Faults};
use crate::markup::meant::meant;
use crate::number::{Label, LabelForm};
use crate::provision::{Kind, ProvisionId};
use crate::token::Token;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// The longest word that is compared with the words of terms, in bytes.
const LONGEST_WORD: usize = 128;

/// The most comparisons of words with terms. A text that needs more has more terms than any treaty, and
/// those that are left are not judged.
const MOST_COMPARISONS: usize = 8_000_000;

/// Those among which labels follow each other.
type Row = (Option<usize>, Option<(usize, usize)>, Kind, LabelForm);

/// Judges the order of labels among siblings.
pub(in crate::markup) fn labels(tree: &Tree, language: &Language, faults: &mut Faults) {
    let mut rows: BTreeMap<Row, &Label> = BTreeMap::new();
    let mut seen: BTreeMap<(Row, &Label), u32> = BTreeMap::new();
    for entry in &tree.entries {
        let Some(label) = &entry.provision.label else {
            continue;
        };
        if label.form == LabelForm::Dash {
            continue;
        }
        let row = (entry.parent, entry.within, entry.provision.kind, label.form);
        let span = entry.span.start..entry.span.start + 1;
        if let Some(first) = seen.get(&(row, label)) {
            let detail = Detail::LabelTwice(label.text.to_string(), *first);
            faults.note(Code::T111, span, detail);
            continue;
        }
        seen.insert((row, label), entry.line);
        let before = rows.insert(row, label);
        if let Some(before) = before
            && before.precedes(label, language) == Some(false)
        {
            let detail = Detail::OutOfOrder {
                label: label.text.to_string(),
                before: before.text.to_string(),
            };
            faults.note(Code::T110, span, detail);
        }
    }
}

/// Where an id stands: its line, and whether only within an alternative.
pub(in crate::markup) type Ids = BTreeMap<ProvisionId, (u32, bool)>;

/// Judges ids, and returns where each stands.
pub(in crate::markup) fn ids(
    tree: &Tree,
    deleted: &BTreeSet<ProvisionId>,
    faults: &mut Faults,
) -> Ids {
    let mut known = Ids::new();
    for entry in &tree.entries {
        let Some((id, span)) = &entry.id else {
            continue;
        };
        if deleted.contains(id) {
            // Its line is that of no file.
            faults.note(Code::T302, span.clone(), Detail::IdTwice(*id, 0));
        } else if let Some((first, _)) = known.get(id) {
            faults.note(Code::T302, span.clone(), Detail::IdTwice(*id, *first));
        } else {
            known.insert(*id, (entry.line, entry.within.is_some()));
        }
    }
    known
}

/// Judges references.
pub(in crate::markup) fn targets(
    tree: &Tree,
    known: &Ids,
    deleted: &BTreeSet<ProvisionId>,
    faults: &mut Faults,
) {
    let references = |entry: &'_ Entry| {
        let own = entry.id.as_ref().map(|(id, _)| *id);
        let targets = entry.targets.clone();
        targets
            .into_iter()
            .map(move |(target, span)| (own, target, span))
    };
    for (own, target, span) in tree.entries.iter().flat_map(references) {
        match known.get(&target) {
            None if deleted.contains(&target) => {
                faults.note(Code::T304, span, Detail::DeletedTarget(target));
            }
            None => {
                let written = target.to_string();
                let ids = known.keys().map(ProvisionId::as_str);
                let meant = if faults.is_full() {
                    None
                } else {
                    meant(&written, ids).map(String::from)
                };
                faults.note_meant(Code::T303, span, Detail::UnknownTarget(written), meant);
            }
            Some(_) if own == Some(target) => faults.note(Code::T305, span, Detail::OwnTarget),
            Some((_, true)) => {
                faults.note(Code::T306, span, Detail::TargetInAlternative(target));
            }
            Some(_) => {}
        }
    }
}

/// Judges whether each defined term is used somewhere else.
pub(in crate::markup) fn terms(tree: &Tree, faults: &mut Faults) {
    let mut by_stem: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut lengths = BTreeSet::new();
    let terms: Vec<_> = tree.entries.iter().flat_map(|entry| &entry.terms).collect();
    for (nth, (tokens, _)) in terms.iter().enumerate() {
        if let Some(first) = tokens.first() {
            let stem = stem(&first.text);
            lengths.insert(stem.len());
            by_stem.entry(stem).or_default().push(nth);
        }
    }
    let mut unused: BTreeSet<usize> = (0..terms.len()).collect();
    let mut comparisons = 0;
    for entry in &tree.entries {
        // A definition does not use what it defines: terms are looked for outside their own braces.
        let tokens: Vec<Token> = all_tokens(entry);
        for (at, token) in tokens.iter().enumerate() {
            if unused.is_empty() || comparisons > MOST_COMPARISONS {
                return;
            }
            let word = token.text.get(..).filter(|word| word.len() <= LONGEST_WORD);
            let Some(word) = word.filter(|_| token.marks.term == crate::token::TermMark::None)
            else {
                continue;
            };
            for length in &lengths {
                let candidates = word.get(..*length).and_then(|stem| by_stem.get(stem));
                for nth in candidates.into_iter().flatten() {
                    comparisons += 1;
                    if unused.contains(nth) && is_used(&terms[*nth].0, &tokens[at..]) {
                        unused.remove(nth);
                    }
                }
            }
        }
    }
    for nth in unused {
        let (tokens, span) = terms[nth];
        let mut term = String::new();
        for token in tokens {
            if token.space_before && !term.is_empty() {
                term.push(' ');
            }
            term.push_str(&token.text);
        }
        faults.note(Code::T320, span.clone(), Detail::TermUnused(term));
    }
}

fn all_tokens(entry: &Entry) -> Vec<Token> {
    let mut tokens = Vec::new();
    let bodies = entry.provision.alternatives.iter();
    let bodies = bodies.filter_map(|alternative| alternative.body.as_ref());
    for body in core::iter::once(&entry.provision.body).chain(bodies) {
        body.each_token(&mut |token| tokens.push(token.clone()));
    }
    tokens
}

fn is_used(term: &[Token], words: &[Token]) -> bool {
    let alike = |(term, word): (&Token, &Token)| word.text.starts_with(stem(&term.text));
    words.len() >= term.len() && term.iter().zip(words).all(alike)
}

/// A word without its last letter, since other forms of it count as uses: `Party`, `Parties`.
fn stem(word: &str) -> &str {
    match word.char_indices().next_back() {
        Some((last, _)) if word.chars().count() > 3 => &word[..last],
        _ => word,
    }
}
