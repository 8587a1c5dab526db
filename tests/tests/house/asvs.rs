//! The table of security requirements (OWASP ASVS 5.0.0): each of level 2, and of level 3 for the five chapters
//! that matter most here, has a row that says how it stands and by what that is shown; what a row names is there.

use alloc::collections::{BTreeMap, BTreeSet};

use super::expect_none;
use super::tree::{Tree, is_kind};

const TABLE: &str = "docs/spec/asvs.csv";
const PAGE: &str = "docs/spec/security-requirements.md";

/// Chapters whose requirements of level 3 are in the table too: authentication, session, authorization,
/// cryptography, logging.
const HIGH: [&str; 5] = ["V6", "V7", "V8", "V11", "V16"];

/// How many rows each chapter has: as many as the standard has requirements of these levels.
const CHAPTERS: [(&str, usize); 17] = [
    ("V1", 27),
    ("V2", 11),
    ("V3", 19),
    ("V4", 10),
    ("V5", 9),
    ("V6", 47),
    ("V7", 19),
    ("V8", 13),
    ("V9", 7),
    ("V10", 29),
    ("V11", 24),
    ("V12", 9),
    ("V13", 13),
    ("V14", 9),
    ("V15", 13),
    ("V16", 17),
    ("V17", 7),
];

const STANDINGS: [&str; 3] = ["met", "not applicable", "not met"];

struct Row {
    requirement: String,
    level: String,
    standing: String,
    shown: String,
}

#[test]
fn every_security_requirement_has_a_test_or_a_reason_that_is_there() {
    let tree = Tree::here();
    let mut complaints = Vec::new();
    let rows: Vec<Row> = tree
        .source(TABLE)
        .lines()
        .skip(1)
        .filter_map(|line| {
            let row = read(line);
            if row.is_none() {
                complaints.push(format!(
                    "{line}: requirement, level, about, standing, shown by"
                ));
            }
            row
        })
        .collect();
    let known = functions(&tree);
    for row in &rows {
        complaints.extend(wrong(row, &known, &tree));
    }
    let mut names = BTreeSet::new();
    for row in &rows {
        if !names.insert(&row.requirement) {
            complaints.push(format!("{}: it stands twice", row.requirement));
        }
    }
    for (chapter, wanted) in CHAPTERS {
        let prefix = format!("{chapter}.");
        let found = rows
            .iter()
            .filter(|row| row.requirement.starts_with(&prefix));
        let found = found.count();
        if found != wanted {
            complaints.push(format!(
                "{chapter}: {found} rows, and the standard has {wanted}"
            ));
        }
    }
    let page = tree.source(PAGE);
    let line = summary(&rows);
    if !page.lines().any(|one| one == line) {
        complaints.push(format!("{PAGE}: it should say: {line}"));
    }
    expect_none("every security requirement is answered for:", &complaints);
}

#[test]
fn a_row_that_shows_nothing_is_noticed() {
    let tree = Tree::here();
    let known = functions(&tree);
    let check = |line: &str| read(line).map(|row| wrong(&row, &known, &tree).len());
    assert_eq!(
        check("V1.1.1,2,x,met,`what_comes_along_with_a_pure_crate_is_known`"),
        Some(0)
    );
    assert_eq!(check("V1.1.1,2,x,met,`deny.toml` says so"), Some(0));
    assert_eq!(check("V1.1.1,2,x,not met,nobody has done it yet"), Some(0));
    assert_eq!(check("V1.1.1,2,x,met,`no_such_test_anywhere`"), Some(1));
    assert_eq!(check("V1.1.1,2,x,met,`no/such/file`"), Some(1));
    assert_eq!(check("V1.1.1,2,x,met,"), Some(1));
    assert_eq!(check("V1.1.1,2,x,perhaps,nobody has done it yet"), Some(1));
    assert_eq!(check("V1.1.1,3,x,not met,nobody has done it yet"), Some(1));
    assert_eq!(check("V6.1.1,3,x,not met,nobody has done it yet"), Some(0));
    assert_eq!(check("V1.1.1,2,met"), None);
}

/// Returns the line of the page that counts the rows.
fn summary(rows: &[Row]) -> String {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *counted.entry(row.standing.as_str()).or_default() += 1;
    }
    let count = |standing: &str| counted.get(standing).copied().unwrap_or(0);
    format!(
        "Of {} requirements {} are met, {} do not apply, {} are not met.",
        rows.len(),
        count(STANDINGS[0]),
        count(STANDINGS[1]),
        count(STANDINGS[2])
    )
}

fn wrong(row: &Row, known: &BTreeSet<String>, tree: &Tree) -> Vec<String> {
    let name = &row.requirement;
    let mut complaints = Vec::new();
    if !STANDINGS.contains(&row.standing.as_str()) {
        complaints.push(format!("{name}: one of {}", STANDINGS.join(", ")));
    }
    let chapter = name.split('.').next().unwrap_or_default();
    let most = if HIGH.contains(&chapter) { 3 } else { 2 };
    if !row
        .level
        .parse::<u32>()
        .is_ok_and(|level| (1..=most).contains(&level))
    {
        complaints.push(format!("{name}: level {} is not asked for here", row.level));
    }
    // What stands between backquotes is a test, a file, or a word of a file.
    let named: Vec<&str> = row.shown.split('`').skip(1).step_by(2).collect();
    for one in &named {
        let is_there = if one.contains(['/', '.']) {
            tree.has(one)
        } else {
            known.contains(*one) || !one.contains('_')
        };
        if !is_there {
            complaints.push(format!("{name}: there is no `{one}`"));
        }
    }
    if named.is_empty() && row.shown.split_whitespace().count() < 3 {
        complaints.push(format!("{name}: name a test, or give a reason"));
    }
    complaints
}

/// Returns the names of all functions that are written in the project.
fn functions(tree: &Tree) -> BTreeSet<String> {
    let sources = tree.files().filter(|path| is_kind(path, "rs"));
    let mut names = BTreeSet::new();
    for path in sources {
        for line in tree.source(path).lines() {
            let line = line.trim_start();
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let line = line.strip_prefix("async ").unwrap_or(line);
            if let Some(rest) = line.strip_prefix("fn ") {
                let end = rest.find(['(', '<']).unwrap_or(rest.len());
                names.insert(rest[..end].to_owned());
            }
        }
    }
    names
}

/// Reads a row; a field with commas stands between quotation marks.
fn read(line: &str) -> Option<Row> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            letter => fields.last_mut()?.push(letter),
        }
    }
    let [requirement, level, _, standing, shown] = fields.try_into().ok()?;
    Some(Row {
        requirement,
        level,
        standing,
        shown,
    })
}
