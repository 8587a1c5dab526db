//! The list of provisions as the tree that Akoma Ntoso wants: title, preamble, body, conclusions,
//! attachments, in this order. What stands elsewhere in a text stays in the body under its own name.

use super::name;
use crate::expression::Expression;
use crate::language::Language;
use crate::provision::{Kind, Provision, ProvisionId};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

/// A provision with what is part of it.
pub(super) struct Node<'a> {
    pub(super) provision: &'a Provision,
    pub(super) eid: String,
    /// Whether its parent is not the provision around it and has to be named.
    pub(super) is_displaced: bool,
    pub(super) children: Vec<Self>,
}

/// A text in the order of Akoma Ntoso.
#[derive(Default)]
pub(super) struct Arranged<'a> {
    pub(super) title: Option<Node<'a>>,
    pub(super) preamble: Option<Node<'a>>,
    pub(super) body: Vec<Node<'a>>,
    pub(super) conclusions: Option<Node<'a>>,
    pub(super) attachments: Vec<Node<'a>>,
    /// The `eId` of each provision.
    pub(super) eids: BTreeMap<ProvisionId, String>,
}

/// Arranges a text.
pub(super) fn arrange(expression: &Expression) -> Arranged<'_> {
    let mut roots = trees(&expression.provisions);
    let mut arranged = Arranged::default();
    let mut taken = BTreeSet::new();
    name_all(
        &mut roots,
        "",
        &mut taken,
        &mut arranged.eids,
        &expression.language,
    );
    let mut middle: alloc::collections::VecDeque<Node<'_>> = roots.into();
    let is = |node: Option<&Node<'_>>, kind| {
        node.is_some_and(|node| node.provision.kind == kind && !node.is_displaced)
    };
    if is(middle.front(), Kind::Title) && middle[0].children.is_empty() {
        arranged.title = middle.pop_front();
    }
    if is(middle.front(), Kind::Preamble) {
        arranged.preamble = middle.pop_front();
    }
    while is(middle.back(), Kind::Annex) {
        arranged.attachments.extend(middle.pop_back());
    }
    arranged.attachments.reverse();
    if is(middle.back(), Kind::Testimonium) {
        arranged.conclusions = middle.pop_back();
    }
    arranged.body = middle.into();
    arranged
}

/// Returns the provisions as trees. Reading them in order, each with its children, gives the list.
pub(super) fn trees(provisions: &[Provision]) -> Vec<Node<'_>> {
    let mut roots: Vec<Node<'_>> = Vec::new();
    let mut open: Vec<Node<'_>> = Vec::new();
    for provision in provisions {
        let parent = provision.parent;
        let depth = open
            .iter()
            .rposition(|node| Some(node.provision.id) == parent);
        let keep = depth.map_or(0, |depth| depth + 1);
        close(&mut open, keep, &mut roots);
        // A file is read to a depth of 256 elements; three stand for one provision.
        if open.len() >= super::DEEPEST_PROVISION {
            close(&mut open, 0, &mut roots);
        }
        let around = open.last().map(|node| node.provision.id);
        open.push(Node {
            provision,
            eid: String::new(),
            is_displaced: around != parent,
            children: Vec::new(),
        });
    }
    close(&mut open, 0, &mut roots);
    roots
}

fn close<'a>(open: &mut Vec<Node<'a>>, keep: usize, roots: &mut Vec<Node<'a>>) {
    while open.len() > keep
        && let Some(node) = open.pop()
    {
        match open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => roots.push(node),
        }
    }
}

/// Gives every provision its `eId`, made of labels and positions: `art_14bis__para_1__point_a`.
pub(super) fn name_all(
    nodes: &mut [Node<'_>],
    around: &str,
    taken: &mut BTreeSet<String>,
    eids: &mut BTreeMap<ProvisionId, String>,
    language: &Language,
) {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for node in nodes {
        let provision = node.provision;
        let count = counts.entry(provision.kind).or_default();
        *count += 1;
        let bare = |label: &crate::number::Label| -> String {
            let fits = |c: &char| c.is_alphanumeric() || *c == '.';
            label
                .text
                .chars()
                .filter(fits)
                .map(|c| if c == '.' { '-' } else { c })
                .collect()
        };
        let number = provision
            .label
            .as_ref()
            .map(bare)
            .filter(|text| !text.is_empty());
        let number = number.unwrap_or_else(|| alloc::format!("{count}"));
        let step = alloc::format!("{}_{number}", name::prefix(provision.kind));
        let mut eid = if around.is_empty() {
            step
        } else {
            alloc::format!("{around}__{step}")
        };
        // Two provisions with one label are told apart by their ids.
        if !taken.insert(eid.clone()) {
            eid = alloc::format!("{eid}-{}", provision.id);
            taken.insert(eid.clone());
        }
        eids.entry(provision.id).or_insert_with(|| eid.clone());
        name_all(&mut node.children, &eid, taken, eids, language);
        node.eid = eid;
    }
}
