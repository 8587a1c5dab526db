//! Words and names that the house does without: unfinished marks, paths of one machine, names that
//! say nothing; and the word that every source file begins with, what it is.

use super::expect_none;
use super::tree::{Tree, is_kind};

/// Names under which everything and therefore nothing is found.
const EMPTY_NAMES: [&str; 12] = [
    "utils", "util", "common", "helper", "helpers", "manager", "managers", "service", "services",
    "types", "misc", "shared",
];

/// Marks of unfinished work, each in two halves so that this file does not hold them itself.
const UNFINISHED: [(&str, &str); 6] = [
    ("TO", "DO"),
    ("FIX", "ME"),
    ("XX", "X"),
    ("todo", "!("),
    ("unimplemented", "!("),
    ("#[ign", "ore"),
];

/// Where one machine keeps somebody's files, in two halves for the same reason.
const ONE_MACHINE: [(&str, &str); 4] = [
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("/Use", "rs/"),
    ("/wo", "rk/"),
];

#[test]
fn nothing_is_left_unfinished() {
    let tree = Tree::here();
    let complaints: Vec<_> = tree
        .files()
        .filter(|path| is_source(path))
        .flat_map(|path| {
            lines_with(&tree.source(path), &UNFINISHED, |_| true)
                .into_iter()
                .map(move |(line, mark)| {
                    format!("{path}:{line}: finish what `{mark}` marks, or write an issue")
                })
        })
        .collect();
    expect_none("no unfinished marks:", &complaints);
}

#[test]
fn nothing_names_one_machine() {
    let tree = Tree::here();
    let complaints: Vec<_> = tree
        .files()
        .filter_map(|path| Some((path, tree.text(path)?)))
        .flat_map(|(path, text)| {
            lines_with(&text, &ONE_MACHINE, begins_a_path)
                .into_iter()
                .map(move |(line, mark)| {
                    format!("{path}:{line}: `{mark}` exists on one machine only: make it relative")
                })
        })
        .collect();
    expect_none("no paths of one machine:", &complaints);
}

#[test]
fn names_say_what_is_inside() {
    let tree = Tree::here();
    let complaints: Vec<_> = tree
        .of_kind("rs")
        .filter(|path| empty_name(path).is_some())
        .map(|path| format!("{path}: name it after the concept that it holds"))
        .collect();
    expect_none("no names that say nothing:", &complaints);
}

#[test]
fn every_source_file_says_what_it_is() {
    let tree = Tree::here();
    let complaints: Vec<_> = tree
        .of_kind("rs")
        .filter(|path| !path.ends_with("/tests.rs"))
        .filter(|path| !tree.source(path).starts_with("//! "))
        .map(|path| format!("{path}: begin with `//!`, what it is and what it does not know"))
        .collect();
    expect_none("every source file begins with a module head:", &complaints);
}

#[test]
fn such_words_are_noticed() {
    let unfinished = format!("fine\n// {}{}: later\n", "TO", "DO");
    assert_eq!(lines_with(&unfinished, &UNFINISHED, |_| true).len(), 1);

    let path = format!("see {}{}me/register and \"/ho{}\"", "/ho", "me/", "me/x");
    let found = lines_with(&path, &ONE_MACHINE, begins_a_path);
    assert_eq!(found.len(), 1);
    let address = format!("https://example.org/ho{}", "me/page");
    assert!(lines_with(&address, &ONE_MACHINE, begins_a_path).is_empty());

    assert_eq!(empty_name("crates/law/src/utils/date.rs"), Some("utils"));
    assert_eq!(empty_name("crates/law/src/common.rs"), Some("common"));
    assert_eq!(empty_name("crates/law/src/commons.rs"), None);
}

fn is_source(path: &str) -> bool {
    is_kind(path, "rs") || is_kind(path, "sh") || path.starts_with("scripts/")
}

/// Returns each line that holds a mark, where what stands before the mark is as it must be.
fn lines_with(
    text: &str,
    marks: &[(&str, &str)],
    before: fn(&str) -> bool,
) -> Vec<(usize, String)> {
    let marks: Vec<_> = marks.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let found_in = |line: &str| {
        marks.iter().find(|mark| {
            line.match_indices(mark.as_str())
                .any(|(at, _)| before(&line[..at]))
        })
    };
    text.lines()
        .enumerate()
        .filter_map(|(index, line)| Some((index + 1, found_in(line)?.clone())))
        .collect()
}

/// Whether a path begins after this text; inside a web address or a relative path it does not.
fn begins_a_path(before: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || "-_.*}".contains(c))
}

fn empty_name(path: &str) -> Option<&str> {
    path.trim_end_matches(".rs")
        .split('/')
        .find(|part| EMPTY_NAMES.contains(part))
}
