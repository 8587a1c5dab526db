//! A document from elsewhere as the base of a negotiation.

use super::read::{Document, Loss, LossKind, note};
use super::resolve::{Line, lines, with_headings};
use super::returned::{fresh, provision_of};
use super::structure::Tree;
use crate::expression::Expression;
use crate::language::Language;
use crate::provision::{IdSource, Kind, Provision};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

/// A text that was read as a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The text.
    pub expression: Expression,
    /// What is not carried over.
    pub losses: Vec<Loss>,
}

/// Reads a document as a base: each paragraph is a provision, told by the label with which it begins.
/// Tracked changes are accepted, and reported.
pub fn base(document: &Document, language: &Language, ids: &mut dyn IdSource) -> Base {
    let mut losses = document.losses.clone();
    let mut is_tracked = false;
    let lines = lines(document, &mut losses, |_| {
        is_tracked = true;
        true
    });
    let lines = with_headings(lines, language, &mut losses);
    if is_tracked {
        note(&mut losses, LossKind::Revisions, 0, "");
    }
    let mut used: BTreeSet<_> = lines
        .iter()
        .flat_map(|line| line.bookmarks.iter().copied())
        .collect();
    let mut given = BTreeSet::new();
    let mut tree = Tree::default();
    let mut provisions: Vec<Provision> = Vec::new();
    for line in &lines {
        let own = line.bookmarks.iter().copied().find(|id| given.insert(*id));
        let id = own.unwrap_or_else(|| fresh(ids, &mut used));
        let mut provision = provision_of(line, id, document, language, &mut tree);
        let is_titled = line.style.as_deref() == Some("Title") && provision.label.is_none();
        if is_titled && provisions.is_empty() {
            provision.kind = Kind::Title;
            provision.parent = None;
            tree = Tree::default();
        }
        provisions.push(provision);
    }
    let expression = Expression {
        language: language.clone(),
        headers: Vec::new(),
        provisions,
    };
    Base { expression, losses }
}

/// Returns the paragraphs of a document as they read once all tracked changes are accepted, with the
/// labels that the word processor counts.
pub fn paragraphs(document: &Document) -> Vec<String> {
    let mut losses = Vec::new();
    let lines = lines(document, &mut losses, |_| true);
    lines.iter().map(Line::text).collect()
}
