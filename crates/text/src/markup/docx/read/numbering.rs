//! The lists of a document, read from the parts that define them and from its styles.

use super::super::archive::Archive;
use super::super::numbering::{LEVELS, Level, List, Membership, Numbering, Script};
use super::part::{parse, related};
use super::walk::{attribute, is, is_on};
use super::{Document, LossKind, ReadFault, note};
use alloc::collections::BTreeMap;
use alloc::string::String;
use roxmltree::Node;

/// Reads the lists of a document.
pub(super) fn numbering(archive: &Archive<'_>, main: &str) -> Result<Numbering, ReadFault> {
    let mut numbering = Numbering::default();
    if let Some((name, bytes)) = related(archive, main, "numbering")? {
        let tree = parse(&name, &bytes)?;
        for node in tree.root_element().children() {
            if is(node, "abstractNum")
                && let Some(id) = attribute(node, "abstractNumId")
            {
                let levels = node.children().filter_map(level).collect();
                numbering.forms.insert(String::from(id), levels);
            } else if is(node, "num")
                && let Some((id, list)) = list(node)
            {
                numbering.lists.insert(id, list);
            }
        }
    }
    if let Some((name, bytes)) = related(archive, main, "styles")? {
        let tree = parse(&name, &bytes)?;
        numbering.styles = tree.root_element().children().filter_map(style).collect();
    }
    Ok(numbering)
}

fn child<'n, 't>(node: Node<'n, 't>, name: &str) -> Option<Node<'n, 't>> {
    node.children().find(|child| is(*child, name))
}

fn value<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    attribute(child(node, name)?, "val")
}

/// Reads a level by its number; those beyond the ninth are none.
fn level(node: Node<'_, '_>) -> Option<(usize, Level)> {
    if !is(node, "lvl") {
        return None;
    }
    let number: usize = attribute(node, "ilvl")?.parse().ok()?;
    let script = match value(node, "numFmt") {
        Some("lowerLetter") => Script::SmallLetters,
        Some("upperLetter") => Script::Letters,
        Some("lowerRoman") => Script::SmallRoman,
        Some("upperRoman") => Script::Roman,
        Some("bullet") => Script::Bullet,
        Some("none") => Script::Nothing,
        _ => Script::Digits,
    };
    let level = Level {
        start: value(node, "start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(0),
        script,
        shows: String::from(value(node, "lvlText").unwrap_or_default()),
        is_legal: child(node, "isLgl").is_some_and(is_on),
        style: value(node, "pStyle").map(String::from),
    };
    (number < LEVELS).then_some((number, level))
}

fn list(node: Node<'_, '_>) -> Option<(String, List)> {
    let starts = node
        .children()
        .filter(|inner| is(*inner, "lvlOverride"))
        .filter_map(|inner| {
            let number: usize = attribute(inner, "ilvl")?.parse().ok()?;
            Some((number, value(inner, "startOverride")?.parse().ok()?))
        });
    let list = List {
        form: String::from(value(node, "abstractNumId")?),
        starts: starts.collect(),
    };
    Some((String::from(attribute(node, "numId")?), list))
}

type Style = (String, (Membership, Option<String>));

fn style(node: Node<'_, '_>) -> Option<Style> {
    if !is(node, "style") {
        return None;
    }
    let id = String::from(attribute(node, "styleId")?);
    let own = child(node, "pPr").and_then(|inner| child(inner, "numPr"));
    let own = own.map(membership).unwrap_or_default();
    Some((id, (own, value(node, "basedOn").map(String::from))))
}

/// Reads of which list and level a paragraph or a style says that it is.
pub(super) fn membership(node: Node<'_, '_>) -> Membership {
    Membership {
        list: value(node, "numId").map(String::from),
        level: value(node, "ilvl").and_then(|level| level.parse().ok()),
    }
}

/// Gives each paragraph its place in the lists; one whose list is not defined is reported.
pub(super) fn place(document: &mut Document, memberships: &BTreeMap<usize, Membership>) {
    for (number, paragraph) in document.paragraphs.iter_mut().enumerate() {
        let own = memberships.get(&number);
        match document.numbering.of(own, paragraph.style.as_deref()) {
            Ok(numbered) => paragraph.numbered = numbered,
            Err(()) => note(&mut document.losses, LossKind::Numbering, number + 1, ""),
        }
    }
}
