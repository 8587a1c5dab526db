//! The documents lead where they say: links resolve, decisions are numbered and listed, the glossary
//! is in order.

use super::expect_none;
use super::tree::{Tree, is_kind};
use std::path::{Component, Path};

const SUMMARY: &str = "docs/SUMMARY.md";
const DECISIONS: &str = "docs/decisions/";

#[test]
fn links_lead_somewhere() {
    let tree = Tree::here();
    let complaints: Vec<_> = tree
        .of_kind("md")
        .flat_map(|page| {
            let links = links(&tree.source(page));
            links
                .into_iter()
                .filter_map(|link| broken(&tree, page, &link))
                .collect::<Vec<_>>()
        })
        .collect();
    expect_none("links between the documents resolve:", &complaints);
}

#[test]
fn a_broken_link_is_noticed() {
    let text = "[a](b.md) `[c](d.md)` [e](<f g.md>) [h](i.md \"title\")\n\
                ```\n[j](k.md)\n```\n[l]: m.md#n\n![o](p.svg)\n";
    assert_eq!(links(text), ["b.md", "f g.md", "i.md", "m.md#n", "p.svg"]);

    let tree = Tree::here();
    let broken = |link| broken(&tree, "docs/SUMMARY.md", link).is_some();
    assert!(broken("no-such-page.md"));
    assert!(broken("../../elsewhere.md"));
    assert!(broken("../README.md#no-such-heading"));
    assert!(!broken("../README.md"));
    assert!(!broken("https://example.org/page"));
    assert_eq!(
        anchor("## Who is *bound*, since `when`?"),
        "who-is-bound-since-when"
    );
}

#[test]
fn decisions_are_numbered_and_every_page_is_listed() {
    let tree = Tree::here();
    let summary = links(&tree.source(SUMMARY));
    let mut complaints = Vec::new();
    let decisions = tree
        .files()
        .filter_map(|path| path.strip_prefix(DECISIONS))
        .filter(|name| is_kind(name, "md"));
    for (index, name) in decisions.enumerate() {
        let wanted = format!("{:04}-", index + 1);
        if !name.starts_with(&wanted) {
            complaints.push(format!("{DECISIONS}{name}: the next number is {wanted}"));
        }
    }
    for page in tree.of_kind("md").filter(|path| path.starts_with("docs/")) {
        let name = page.trim_start_matches("docs/");
        if page != SUMMARY && !summary.iter().any(|link| link == name) {
            complaints.push(format!("{page}: list it in {SUMMARY}"));
        }
    }
    expect_none("the documents are in order:", &complaints);
}

#[test]
fn the_glossary_is_sorted_and_says_each_term_once() {
    let complaints = disorder(&Tree::here().source("GLOSSARY.md"));
    expect_none("the glossary is in order:", &complaints);
}

#[test]
fn disorder_in_the_glossary_is_noticed() {
    assert!(disorder("**act** – A. [X]\n\n**Party** – B. [Y]\n").is_empty());
    assert_eq!(disorder("**act** – A. [X]\n\n**Act** – B. [Y]\n").len(), 1);
    assert_eq!(
        disorder("**party** – A. [X]\n\n**act** – B. [Y]\n").len(),
        1
    );
    assert_eq!(disorder("**act** – A.\n").len(), 1);
    assert_eq!(disorder("No terms.\n").len(), 1);
}

/// Returns what is wrong with the terms; a term is a paragraph that begins in bold and ends with
/// its source in square brackets.
fn disorder(text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut terms: Vec<String> = Vec::new();
    for paragraph in text.split("\n\n").map(str::trim) {
        let Some((term, _)) = paragraph
            .strip_prefix("**")
            .and_then(|rest| rest.split_once("**"))
        else {
            continue;
        };
        if !paragraph.ends_with(']') {
            complaints.push(format!("{term}: end with its source in square brackets"));
        }
        let key = term.to_ascii_lowercase();
        if terms.last().is_some_and(|last| *last >= key) {
            complaints.push(format!("{term}: put it in its place in the alphabet, once"));
        }
        terms.push(key);
    }
    if terms.is_empty() {
        complaints.push("no term found: begin each with its name in bold".to_owned());
    }
    complaints
}

/// Returns why a link leads nowhere, or `None` where it leads somewhere or leaves for the web.
fn broken(tree: &Tree, page: &str, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let target = if path.is_empty() {
        Some(page.to_owned())
    } else {
        resolve(folder, path)
    };
    let Some(target) = target else {
        return Some(format!("{page}: {link} leaves the project"));
    };
    if !tree.has(&target) && !tree.has_folder(&target) && !target.is_empty() {
        return Some(format!(
            "{page}: {link} leads nowhere: correct or remove it"
        ));
    }
    let lost = !fragment.is_empty()
        && is_kind(&target, "md")
        && !headings(&tree.source(&target)).any(|heading| heading == fragment);
    lost.then(|| format!("{page}: {link}: {target} has no such heading"))
}

/// Returns the path in the project that a relative path means, or `None` where it leads out of it.
fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for component in Path::new(folder).join(path).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_str()?.to_owned()),
            Component::ParentDir => drop(parts.pop()?),
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

/// Returns the lines of a page that are prose, not code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut code = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        !code && !fence
    })
}

/// Returns the targets of all links of a page: in the text, and listed below it.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in prose(text) {
        let words: String = line.split('`').step_by(2).collect();
        if let Some((_, target)) = words
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("]: "))
        {
            found.extend(target.split_whitespace().next().map(str::to_owned));
        }
        found.extend(
            words
                .split("](")
                .skip(1)
                .filter_map(|rest| target(rest).map(str::to_owned)),
        );
    }
    found
}

/// Returns the target of a link from what follows its opening parenthesis.
fn target(rest: &str) -> Option<&str> {
    match rest.strip_prefix('<') {
        Some(quoted) => quoted.split_once('>').map(|(target, _)| target),
        None => rest.split([')', ' ']).next(),
    }
}

fn headings(text: &str) -> impl Iterator<Item = String> {
    prose(text).filter(|line| line.starts_with('#')).map(anchor)
}

/// Returns the name by which a heading is linked: lower case, words joined by hyphens.
fn anchor(heading: &str) -> String {
    heading
        .trim_start_matches('#')
        .trim()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| {
            if c == ' ' {
                '-'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect()
}
