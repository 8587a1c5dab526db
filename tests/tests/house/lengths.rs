//! How long a file may grow. A file is split by concept before it is hard to read, never into a
//! drawer of left-overs; generated files do not stand among the sources.

use super::expect_none;
use super::tree::Tree;

/// No hand-written file is longer, tests included.
const LONGEST: usize = 1_000;
/// A file is split here, its unit tests not counted.
const SPLIT: usize = 600;
/// The file in the middle of the house is no longer than this, its unit tests not counted.
const MEDIAN: usize = 250;
/// Longer unit tests move to a `tests.rs` beside the file.
const INLINE_TESTS: usize = 150;
/// A command reads its arguments, asks one question and prints; that is no long story.
const COMMAND: usize = 250;

/// The lengths of one file.
struct Lengths {
    code: usize,
    tests: usize,
}

#[test]
fn files_stay_readable() {
    let tree = Tree::here();
    let complaints: Vec<_> = tree
        .of_kind("rs")
        .flat_map(|path| complaints(path, &measure(&tree.source(path))))
        .collect();
    expect_none("files stay readable:", &complaints);
}

#[test]
fn the_median_file_is_short() {
    let tree = Tree::here();
    let mut lengths: Vec<_> = tree
        .of_kind("rs")
        .filter(|path| !only_tests(path))
        .map(|path| measure(&tree.source(path)).code)
        .collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(
        median <= MEDIAN,
        "half of the files are longer than {median} lines; {MEDIAN} is the limit: split the longest"
    );
}

#[test]
fn a_long_file_is_noticed() {
    let inline = "//! Head.\nfn code() {}\n\n#[cfg(test)]\nmod tests {\n}\n";
    let lengths = measure(inline);
    assert_eq!((lengths.code, lengths.tests), (3, 3));
    assert_eq!(measure("#[cfg(test)]\nmod tests;\nfn code() {}\n").code, 3);

    let count = |path, code, tests| complaints(path, &Lengths { code, tests }).len();
    assert_eq!(count("crates/law/src/act.rs", 600, 150), 0);
    assert_eq!(count("crates/law/src/act.rs", 601, 0), 1);
    assert_eq!(count("crates/law/src/act.rs", 600, 401), 2);
    assert_eq!(count("crates/law/src/act/tests.rs", 900, 0), 0);
    assert_eq!(count("tests/tests/cases.rs", 1_001, 0), 1);
    assert_eq!(count("crates/cli/src/command/why.rs", 251, 0), 1);
}

fn complaints(path: &str, lengths: &Lengths) -> Vec<String> {
    let Lengths { code, tests } = lengths;
    let mut complaints = Vec::new();
    let mut limit = |found: usize, limit: usize, what: &str| {
        if found > limit {
            complaints.push(format!("{path}: {found} lines, at most {limit}: {what}"));
        }
    };
    limit(code + tests, LONGEST, "nothing hand-written is longer");
    if only_tests(path) {
        return complaints;
    }
    limit(*tests, INLINE_TESTS, "move the unit tests to a tests.rs");
    if path.starts_with("crates/cli/src/command/") {
        limit(*code, COMMAND, "a command only asks and prints");
    } else {
        limit(*code, SPLIT, "split it by concept");
    }
    complaints
}

/// Whether the whole file is tests or measurements.
fn only_tests(path: &str) -> bool {
    path.starts_with("tests/")
        || path.ends_with("/tests.rs")
        || ["/tests/", "/benches/"]
            .iter()
            .any(|folder| path.contains(folder))
}

/// Counts the lines before and in the unit tests that end a file.
fn measure(text: &str) -> Lengths {
    let lines: Vec<_> = text.lines().collect();
    let code = lines
        .windows(2)
        .position(|pair| pair[0] == "#[cfg(test)]" && pair[1] == "mod tests {")
        .unwrap_or(lines.len());
    Lengths {
        code,
        tests: lines.len() - code,
    }
}
