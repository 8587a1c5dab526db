//! Every interface language says everything: each folder of `crates/cli/locales`, and each of
//! `crates/web/locales`, has the same files with the same messages. Whether a sentence is good is for a reader of the language to say.

use super::expect_none;
use super::tree::Tree;
use alloc::collections::{BTreeMap, BTreeSet};

const LOCALES: [&str; 2] = ["crates/cli/locales/", "crates/web/locales/"];

/// The words of one language only: the details of a diagnostic have their English in `law`.
const BY_NATURE: [&str; 1] = ["tr/detail.ftl"];

/// Per language, the messages as `file: message`.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_says_everything() {
    let tree = Tree::here();
    let complaints = LOCALES
        .into_iter()
        .flat_map(|folder| gaps(folder, &catalogue(&tree, folder)));
    let complaints: Vec<_> = complaints.collect();
    expect_none("every language says everything:", &complaints);
}

fn catalogue(tree: &Tree, folder: &str) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for path in tree.files() {
        let Some((language, file)) = path
            .strip_prefix(folder)
            .and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        let is_table = file
            .rsplit_once('.')
            .is_none_or(|(_, ending)| ending != "ftl");
        if is_table || BY_NATURE.contains(&&path[folder.len()..]) {
            continue;
        }
        let messages = catalogue.entry(language.to_owned()).or_default();
        messages.insert(file.to_owned());
        messages.extend(
            messages_of(&tree.source(path))
                .into_iter()
                .map(|message| format!("{file}: {message}")),
        );
    }
    catalogue
}

#[test]
fn a_missing_message_is_noticed() {
    let text = "# note\nwhy = Why\n    .long = Because\n-name = Sponsio\nlist =\n    { $n ->\n        [one] a\n       *[other] b\n    }\n";
    let messages = messages_of(text);
    assert_eq!(messages, ["why", "why.long", "-name", "list"]);

    let said = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
    let mut catalogue = Catalogue::new();
    catalogue.insert("en".to_owned(), said(&["a.ftl", "a.ftl: why"]));
    catalogue.insert("tr".to_owned(), said(&["a.ftl"]));
    assert_eq!(gaps("", &catalogue).len(), 1);
}

fn gaps(folder: &str, catalogue: &Catalogue) -> Vec<String> {
    let everything: BTreeSet<_> = catalogue.values().flatten().collect();
    catalogue
        .iter()
        .flat_map(|(language, said)| {
            everything
                .iter()
                .filter(|message| !said.contains(**message))
                .map(move |message| format!("{folder}{language} lacks {message}: translate it"))
        })
        .collect()
}

/// Returns the names of the messages, terms and attributes of a Fluent file, in their order.
fn messages_of(text: &str) -> Vec<String> {
    let mut messages = Vec::new();
    let mut message = "";
    for line in text.lines() {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        let name = name.trim_end();
        if let Some(attribute) = name.trim_start().strip_prefix('.') {
            messages.push(format!("{message}.{attribute}"));
        } else if name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')
            && !name.contains(' ')
        {
            message = name;
            messages.push(name.to_owned());
        }
    }
    messages
}
