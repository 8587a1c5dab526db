//! Proposals read: our own exactly, those of others as far as their analysis names what they change.

use super::super::arrange::arrange;
use super::super::name;
use super::super::proposal::{ImportedProposals, Proposal};
use super::{ImportFault, Reader, inline, is, label_form, language, own, root, words_in};
use crate::amendment::Operation;
use crate::body::{Body, Passage};
use crate::expression::Expression;
use crate::markup::xml;
use crate::number::Label;
use crate::provision::{IdSource, Kind, Provision, ProvisionId};
use crate::stand::trimmed;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use roxmltree::Node;
use sponsio_record::{Instant, ParticipantId};

const KINDS: [&str; 2] = ["amendment", "amendmentList"];

/// Whether a document holds proposals: whether it is an amendment or a list of amendments.
pub fn holds_proposals(bytes: &[u8]) -> bool {
    let Ok(tree) = xml::decode(bytes).and_then(xml::read) else {
        return false;
    };
    root(&tree, &KINDS).is_ok()
}

/// Reads proposals. What others wrote names provisions by their `eId`, which the base makes plain; an
/// amendment that changes what the base has not is a remainder.
///
/// # Errors
/// What is not well-formed, has a document type or is nested deeper than 256; what is no amendment and no
/// list of amendments; words in no language.
pub fn read_proposals(
    bytes: &[u8],
    base: Option<&Expression>,
    ids: &mut dyn IdSource,
) -> Result<ImportedProposals, ImportFault> {
    let text = xml::decode(bytes).map_err(ImportFault::Xml)?;
    let tree = xml::read(text).map_err(ImportFault::Xml)?;
    let document = root(&tree, &KINDS).map_err(ImportFault::NoProposal)?;
    let language = language(document).ok_or(ImportFault::NoLanguage)?;
    let mut reader = Reader::new(language, ids, document);
    if let Some(base) = base {
        reader.used.extend(base.provisions.iter().map(|own| own.id));
        for (id, eid) in arrange(base).eids {
            reader.by_eid.entry(eid).or_insert(id);
        }
    }
    let is_list = is(document, "amendmentList");
    let amendments: Vec<Node<'_, '_>> = if is_list {
        amendments(document, &mut reader)
    } else {
        Vec::from([document])
    };
    let proposals = amendments
        .into_iter()
        .map(|amendment| reader.proposal(amendment, base))
        .collect();
    let round = document.descendants().find(|node| ours(*node, "round"));
    Ok(ImportedProposals {
        round: round.map(|node| String::from(node.text().unwrap_or_default())),
        language: reader.language,
        proposals,
        remainders: reader.remainders,
    })
}

/// Returns the amendments of a list; whatever else is in it is a remainder.
fn amendments<'n, 't>(list: Node<'n, 't>, reader: &mut Reader<'_>) -> Vec<Node<'n, 't>> {
    let body = list.children().filter(|node| is(*node, "collectionBody"));
    let components = body.flat_map(|body| body.children());
    let inner = components
        .filter(|node| is(*node, "component"))
        .flat_map(|node| node.children())
        .filter(Node::is_element);
    let mut found = Vec::new();
    for node in inner {
        let is_empty = is(node, "interstitial") && words_in(node).is_empty();
        if is(node, "amendment") {
            found.push(node);
        } else if !is_empty {
            reader.remains(node);
        }
    }
    found
}

/// Whether a node is this element of ours.
fn ours(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().namespace() == Some(name::OWN) && node.tag_name().name() == name
}

fn id_of(node: Node<'_, '_>, name: &str) -> Option<ProvisionId> {
    own(node, name)?.parse().ok()
}

fn label_of(node: Node<'_, '_>) -> Option<Label> {
    let form = label_form(own(node, "form")?)?;
    Some(Label::new(form, own(node, "label").unwrap_or_default()))
}

impl Reader<'_> {
    fn proposal(&mut self, amendment: Node<'_, '_>, base: Option<&Expression>) -> Proposal {
        let ours_is = amendment.descendants().find(|node| ours(*node, "proposal"));
        let mut proposal = match ours_is {
            Some(node) => stated(node),
            None => foreign(amendment),
        };
        let mods: Vec<_> = amendment
            .descendants()
            .filter(|node| is(*node, "mod"))
            .collect();
        let is_ours = |node: &Node<'_, '_>| own(*node, "do").is_some();
        if mods.iter().any(is_ours) || ours_is.is_some() {
            for node in mods {
                match self.operation(node) {
                    Some(operation) => proposal.operations.push(operation),
                    None => self.remains(node),
                }
            }
        } else {
            for node in amendment.descendants() {
                if is(node, "textualMod") {
                    match self.textual(node, amendment, base) {
                        Some(operation) => proposal.operations.push(operation),
                        None => self.remains(node),
                    }
                }
            }
        }
        proposal
    }

    /// Reads an operation of ours.
    fn operation(&mut self, node: Node<'_, '_>) -> Option<Operation> {
        let id = id_of(node, "provision");
        let structure = node
            .children()
            .find(|child| is(*child, "quotedStructure"))
            .and_then(|structure| structure.first_element_child());
        Some(match own(node, "do")? {
            "replace" => Operation::Replace {
                id: id?,
                words: self.quoted(structure?).body.base(),
            },
            "insert-after" => {
                let quoted = self.quoted(structure?);
                Operation::InsertAfter {
                    after: id_of(node, "after"),
                    id: id?,
                    kind: quoted.kind,
                    label: quoted.label,
                    parent: id_of(node, "parent"),
                    words: quoted.body.base(),
                }
            }
            "delete" => Operation::Delete { id: id? },
            "move" => Operation::Move {
                id: id?,
                after: id_of(node, "after"),
                parent: id_of(node, "parent"),
            },
            "split" => Operation::Split {
                id: id?,
                at: own(node, "at")?.parse().ok()?,
                new: id_of(node, "new")?,
                label: label_of(node),
            },
            "join" => Operation::Join {
                id: id?,
                with: id_of(node, "with")?,
            },
            "renumber" => {
                let texts = node.children().filter(|child| is(*child, "quotedText"));
                let label = |text| Some((id_of(text, "provision")?, label_of(text)));
                let labels: BTreeMap<_, _> = texts.filter_map(label).collect();
                Operation::Renumber { labels }
            }
            _ => return None,
        })
    }

    /// Reads a provision as it is to read, with its kind, its label and its words.
    fn quoted(&mut self, node: Node<'_, '_>) -> Provision {
        let element = node.tag_name().name();
        let named = (element == "hcontainer")
            .then(|| node.attribute("name"))
            .flatten()
            .and_then(name::kind);
        let block = match element {
            "longTitle" => Some(Kind::Title),
            "recital" | "citation" => Some(Kind::Recital),
            "formula" => Some(Kind::Formula),
            "wrapUp" => Some(Kind::Closing),
            _ => None,
        };
        let kind = block.or(named).or_else(|| name::foreign(element));
        let kind = kind.unwrap_or(Kind::Paragraph);
        let nobody = ProvisionId::from_number(0);
        let mut provision = Provision::new(nobody, kind, label_of(node), Body::default());
        let first = node.children().find(|child| is(*child, "p"));
        if is(node, "p") {
            self.words_of(node, &mut provision);
        } else if let (Some(_), Some(first)) = (block, first) {
            self.words_of(first, &mut provision);
        } else {
            self.contents(node, &mut provision);
        }
        inline::settle(&mut provision.body, &self.by_eid);
        provision.body = Body::of(trimmed(provision.body.base()));
        provision
    }

    /// Reads what another's analysis says, if it can be carried out word by word.
    fn textual(
        &mut self,
        node: Node<'_, '_>,
        amendment: Node<'_, '_>,
        base: Option<&Expression>,
    ) -> Option<Operation> {
        let mut destinations = node.children().filter(|child| is(*child, "destination"));
        let destination = destinations.next()?;
        if destinations.next().is_some() {
            return None;
        }
        let id = self.addressed(destination.attribute("href")?)?;
        match node.attribute("type")? {
            "repeal" => Some(Operation::Delete { id }),
            "substitution" | "replacement" => {
                let words = self.sole(new_text(node, amendment)?)?;
                Some(Operation::Replace { id, words })
            }
            "insertion" if matches!(destination.attribute("pos"), None | Some("after")) => {
                let new = new_text(node, amendment)?;
                let before = base?.provision(id)?;
                let quoted = self.quoted(new);
                let (kind, label) = (quoted.kind, quoted.label);
                let words = self.sole(new)?;
                // What is of another kind than its neighbour may be a part of it, or not.
                (kind == before.kind).then(|| Operation::InsertAfter {
                    after: Some(id),
                    id: self.fresh(),
                    kind,
                    label,
                    parent: before.parent,
                    words,
                })
            }
            _ => None,
        }
    }

    /// Returns the provision to which an address leads: `…/!main~art_1__para_1` or `#art_1__para_1`.
    fn addressed(&self, href: &str) -> Option<ProvisionId> {
        let (_, eid) = href.rsplit_once(['~', '#'])?;
        self.by_eid.get(eid).copied()
    }

    /// Returns the words of an element that holds one provision alone.
    fn sole(&mut self, node: Node<'_, '_>) -> Option<Passage> {
        let words = self.quoted(node).body.base();
        let parts = |inner: &Node<'_, '_>| {
            inner.is_element() && name::foreign(inner.tag_name().name()).is_some()
        };
        let is_alone = !node.children().any(|inner| parts(&inner));
        let blocks = node.descendants().filter(|inner| is(*inner, "p")).count();
        (is_alone && blocks <= 1).then_some(words)
    }
}

/// Returns the element with the new words of a modification.
fn new_text<'n, 't>(node: Node<'n, 't>, amendment: Node<'n, 't>) -> Option<Node<'n, 't>> {
    let mut news = node.children().filter(|child| is(*child, "new"));
    let eid = news.next()?.attribute("href")?.strip_prefix('#')?;
    if news.next().is_some() {
        return None;
    }
    let marked = |inner: &Node<'_, '_>| inner.attribute("eId") == Some(eid);
    let quoted = amendment.descendants().find(marked)?;
    let mut inner = quoted.children().filter(Node::is_element);
    let first = inner.next()?;
    inner.next().is_none().then_some(first)
}

/// What a document of ours says of a proposal.
fn stated(node: Node<'_, '_>) -> Proposal {
    let codes = node.children().filter(|child| ours(*child, "by"));
    let at = node.attribute("at").and_then(|at| at.parse().ok());
    let reason = node
        .ancestors()
        .find(|above| is(*above, "amendment"))
        .and_then(|amendment| {
            amendment
                .descendants()
                .find(|inner| own(*inner, "as") == Some("reason"))
        });
    let reason = reason.and_then(|reason| reason.text()).unwrap_or_default();
    Proposal {
        mark: String::from(node.attribute("mark").unwrap_or_default()),
        delegations: codes
            .filter_map(|code| ParticipantId::new(code.text()?).ok())
            .collect(),
        at: at.unwrap_or(Instant::MIN),
        operations: Vec::new(),
        reason: String::from(reason),
    }
}

/// What a document of others says of a proposal: its number, its day, its author if that is a code, and
/// its justification.
fn foreign(amendment: Node<'_, '_>) -> Proposal {
    let work = amendment.descendants().find(|node| is(*node, "FRBRWork"));
    let of_work = |name: &str, attribute: &str| {
        let inner = work?.children().find(|node| is(*node, name))?;
        inner.attribute(attribute).map(String::from)
    };
    let address = of_work("FRBRuri", "value").unwrap_or_default();
    let mark = address.rsplit('/').next().unwrap_or_default();
    let day = of_work("FRBRdate", "date").unwrap_or_default();
    let author = of_work("FRBRauthor", "href").unwrap_or_default();
    let author = author.trim_start_matches('#');
    let reason = amendment
        .descendants()
        .find(|node| is(*node, "amendmentJustification"));
    Proposal {
        mark: String::from(mark),
        delegations: ParticipantId::new(author).into_iter().collect(),
        at: alloc::format!("{day}T00:00:00Z")
            .parse()
            .unwrap_or(Instant::MIN),
        operations: Vec::new(),
        reason: reason.map(words_in).unwrap_or_default(),
    }
}
