//! The parts of a document beside its text: where the text is, footnotes, comments, properties, and
//! what is there besides.

use super::super::archive::Archive;
use super::loss::{Loss, LossKind, note};
use super::{Comment, ReadFault, Text, decoded, walk};
use crate::markup::xml;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use roxmltree::{Document, Node};

/// The text of a part that is asked for by its name.
pub(super) fn text(archive: &Archive<'_>, name: &str) -> Result<Option<Vec<u8>>, ReadFault> {
    Ok(archive.unpack(name)?)
}

/// Reads a part as a tree.
pub(super) fn parse<'t>(name: &str, bytes: &'t [u8]) -> Result<Document<'t>, ReadFault> {
    let text = decoded(name, bytes)?;
    xml::read(text).map_err(|fault| ReadFault::Xml(String::from(name), fault))
}

/// Returns the name of the part that holds the text.
pub(super) fn main(archive: &Archive<'_>) -> Result<String, ReadFault> {
    let relations = relations(archive, "_rels/.rels")?;
    let is_main = |relation: &&Relation| relation.kind == "officeDocument" && !relation.is_external;
    Ok(relations.iter().find(is_main).map_or_else(
        || String::from("word/document.xml"),
        |main| resolve("", &main.target),
    ))
}

/// Reports what is there besides the text.
pub(super) fn survey(
    archive: &Archive<'_>,
    main: &str,
    losses: &mut Vec<Loss>,
) -> Result<(), ReadFault> {
    for name in archive.names() {
        if name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml") {
            note(losses, LossKind::Macros, 0, name);
        } else if name.contains("/embeddings/") || name.contains("/activeX/") {
            note(losses, LossKind::Embedded, 0, name);
        }
    }
    let own_footer = |bytes: &[u8]| !bytes.windows(8).any(|window| window == b"instrTex");
    for relation in relations(archive, &relations_of(main))? {
        if relation.is_external {
            note(losses, LossKind::ExternalLink, 0, &relation.target);
        } else if matches!(relation.kind.as_str(), "header" | "footer") {
            let name = resolve(main, &relation.target);
            let Some(bytes) = text(archive, &name)? else {
                continue;
            };
            let tree = parse(&name, &bytes)?;
            let words: String = tree
                .descendants()
                .filter(|node| walk::is(*node, "t"))
                .filter_map(|node| node.text())
                .collect();
            // A page number is no word.
            if own_footer(&bytes) && words.chars().any(char::is_alphabetic) {
                note(losses, LossKind::HeaderOrFooter, 0, &words);
            }
        }
    }
    Ok(())
}

/// Reads the custom properties.
pub(super) fn properties(archive: &Archive<'_>) -> Result<BTreeMap<String, String>, ReadFault> {
    let name = "docProps/custom.xml";
    let Some(bytes) = text(archive, name)? else {
        return Ok(BTreeMap::new());
    };
    let tree = parse(name, &bytes)?;
    let value = |node: Node<'_, '_>| {
        let texts = node.descendants().filter(Node::is_text);
        let words = texts.filter_map(|inner| inner.text()).collect::<String>();
        Some((String::from(node.attribute("name")?), words))
    };
    Ok(tree.root_element().children().filter_map(value).collect())
}

/// Reads footnotes and endnotes; the latter are footnotes here.
pub(super) fn footnotes(
    archive: &Archive<'_>,
    main: &str,
    losses: &mut Vec<Loss>,
) -> Result<BTreeMap<String, Vec<Text>>, ReadFault> {
    let mut notes = BTreeMap::new();
    for kind in ["footnotes", "endnotes"] {
        let Some((name, bytes)) = related(archive, main, kind)? else {
            continue;
        };
        let tree = parse(&name, &bytes)?;
        let element = kind.trim_end_matches('s');
        for node in tree
            .root_element()
            .children()
            .filter(|node| walk::is(*node, element))
        {
            let Some(id) = walk::attribute(node, "id") else {
                continue;
            };
            if walk::attribute(node, "type").is_some_and(|kind| kind != "normal") {
                continue;
            }
            let walked = walk::document(node);
            losses.extend(walked.losses.into_iter().map(|loss| Loss {
                paragraph: 0,
                ..loss
            }));
            let mut texts = Vec::new();
            for (number, paragraph) in walked.paragraphs.into_iter().enumerate() {
                if number > 0 {
                    texts.push(Text::plain(" "));
                }
                texts.extend(paragraph.texts);
            }
            notes.insert(alloc::format!("{kind}:{id}"), texts);
        }
    }
    Ok(notes)
}

/// Reads the comments that people wrote.
pub(super) fn comments(
    archive: &Archive<'_>,
    main: &str,
) -> Result<BTreeMap<String, Comment>, ReadFault> {
    let mut comments = BTreeMap::new();
    let Some((name, bytes)) = related(archive, main, "comments")? else {
        return Ok(comments);
    };
    let tree = parse(&name, &bytes)?;
    for node in tree
        .root_element()
        .children()
        .filter(|node| walk::is(*node, "comment"))
    {
        let Some(id) = walk::attribute(node, "id") else {
            continue;
        };
        if walk::attribute(node, "initials") == Some(super::super::INITIALS) {
            continue;
        }
        let mut text = String::new();
        for paragraph in walk::document(node).paragraphs {
            if !text.is_empty() {
                text.push('\n');
            }
            text.extend(paragraph.texts.iter().map(|piece| piece.words.as_str()));
        }
        let author = String::from(walk::attribute(node, "author").unwrap_or_default());
        let comment = Comment {
            author,
            text,
            paragraph: 0,
        };
        comments.insert(String::from(id), comment);
    }
    Ok(comments)
}

struct Relation {
    /// The last step of its type.
    kind: String,
    target: String,
    is_external: bool,
}

fn relations(archive: &Archive<'_>, name: &str) -> Result<Vec<Relation>, ReadFault> {
    let Some(bytes) = text(archive, name)? else {
        return Ok(Vec::new());
    };
    let tree = parse(name, &bytes)?;
    let relation = |node: Node<'_, '_>| {
        let kind = node.attribute("Type")?;
        Some(Relation {
            kind: String::from(kind.rsplit('/').next().unwrap_or(kind)),
            target: String::from(node.attribute("Target")?),
            is_external: node.attribute("TargetMode") == Some("External"),
        })
    };
    Ok(tree
        .root_element()
        .children()
        .filter_map(relation)
        .collect())
}

/// Returns the part to which a relation of this kind leads, with its name.
pub(super) fn related(
    archive: &Archive<'_>,
    main: &str,
    kind: &str,
) -> Result<Option<(String, Vec<u8>)>, ReadFault> {
    for relation in relations(archive, &relations_of(main))? {
        if relation.kind == kind && !relation.is_external {
            let name = resolve(main, &relation.target);
            return Ok(text(archive, &name)?.map(|bytes| (name, bytes)));
        }
    }
    Ok(None)
}

/// Returns the name of the part with the relations of a part.
fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => alloc::format!("{folder}/_rels/{name}.rels"),
        None => alloc::format!("_rels/{part}.rels"),
    }
}

/// Returns the name of the part to which a relation of another part leads. A name that leads out of
/// the archive names no part.
fn resolve(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return String::from(absolute);
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            other => steps.push(other),
        }
    }
    steps.join("/")
}
