//! What each crate may know: which of our crates it imports, that the pure ones have no operating
//! system, what else comes along with them, and that all keep the lints of the workspace.

use super::expect_none;
use super::tree::Tree;
use serde_json::Value;
use std::process::Command;

/// A package, what it may import of ours, and what its own tests may import besides.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// The order of the house. A new crate, or a new arrow between two, is a decision: it gets a row
/// here and a page under `docs/decisions`.
const MAY_IMPORT: [Row; 8] = [
    ("sponsio-record", &[], &[]),
    ("sponsio-text", &["sponsio-record"], &[]),
    ("sponsio-law", &["sponsio-record", "sponsio-text"], &[]),
    ("sponsio-ledger", &["sponsio-record"], &[]),
    (
        "sponsio-depositary",
        &[
            "sponsio-record",
            "sponsio-text",
            "sponsio-law",
            "sponsio-ledger",
        ],
        &[],
    ),
    (
        "sponsio-web",
        &[
            "sponsio-record",
            "sponsio-text",
            "sponsio-law",
            "sponsio-ledger",
            "sponsio-depositary",
        ],
        &[],
    ),
    (
        "sponsio",
        &[
            "sponsio-record",
            "sponsio-text",
            "sponsio-law",
            "sponsio-ledger",
            "sponsio-depositary",
            "sponsio-web",
        ],
        &[],
    ),
    (
        "sponsio-tests",
        &[
            "sponsio-record",
            "sponsio-text",
            "sponsio-law",
            "sponsio-ledger",
            "sponsio-depositary",
            "sponsio-web",
            "sponsio",
        ],
        &[],
    ),
];

/// The crates that have no operating system, with everything that comes along with them. They are
/// what others audit and vendor, so each name here was read and is wanted. The list is that of
/// 64-bit Linux, so that it is the same wherever the test runs.
const PURE: [(&str, &[&str]); 4] = [
    (
        "record",
        &[
            "base64ct",
            "block-buffer",
            "cfg-if",
            "cpufeatures",
            "crypto-common",
            "digest",
            "hybrid-array",
            "sha2",
            "typenum",
        ],
    ),
    (
        "text",
        &[
            "base64ct",
            "block-buffer",
            "cfg-if",
            "cpufeatures",
            "crypto-common",
            "digest",
            "flate2",
            "foldhash",
            "hashbrown",
            "hybrid-array",
            "imara-diff",
            "memchr",
            "quick-xml",
            "roxmltree",
            "sha2",
            "sponsio-record",
            "tinyvec",
            "typenum",
            "unicode-normalization",
            "unicode-segmentation",
            "zlib-rs",
        ],
    ),
    (
        "law",
        &[
            "base64ct",
            "block-buffer",
            "cfg-if",
            "cpufeatures",
            "crypto-common",
            "digest",
            "flate2",
            "foldhash",
            "hashbrown",
            "hybrid-array",
            "imara-diff",
            "jiff",
            "jiff-core",
            "memchr",
            "quick-xml",
            "roxmltree",
            "sha2",
            "sponsio-record",
            "sponsio-text",
            "tinyvec",
            "typenum",
            "unicode-normalization",
            "unicode-segmentation",
            "zlib-rs",
        ],
    ),
    (
        "ledger",
        &[
            "base64ct",
            "block-buffer",
            "cfg-if",
            "cpufeatures",
            "crypto-common",
            "curve25519-dalek",
            "curve25519-dalek-derive",
            "digest",
            "ed25519",
            "ed25519-dalek",
            "hybrid-array",
            "proc-macro2",
            "quote",
            "sha2",
            "signature",
            "sponsio-record",
            "subtle",
            "syn",
            "typenum",
            "unicode-ident",
            "zeroize",
        ],
    ),
];

/// Crates of the architecture that must be pure from the day they exist.
const PURE_FROM_THE_FIRST_DAY: [&str; 4] = ["record", "text", "law", "ledger"];

#[test]
fn crates_import_only_what_the_order_of_the_house_allows() {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&metadata).expect("cargo prints JSON");
    let packages = metadata["packages"]
        .as_array()
        .expect("packages are a list");
    assert!(packages.len() >= MAY_IMPORT.len());
    let complaints: Vec<_> = packages
        .iter()
        .flat_map(|package| forbidden_imports(package, &MAY_IMPORT))
        .collect();
    expect_none("crates import downwards only:", &complaints);
}

#[test]
fn a_forbidden_import_is_noticed() {
    let package: Value = serde_json::from_str(
        r#"{"name": "sponsio-record", "dependencies": [
            {"name": "sha2", "kind": null},
            {"name": "sponsio-law", "kind": null},
            {"name": "sponsio", "kind": "dev"}]}"#,
    )
    .unwrap();
    assert_eq!(forbidden_imports(&package, &MAY_IMPORT).len(), 2);
    assert_eq!(forbidden_imports(&package, &[]).len(), 1);
}

#[test]
fn pure_crates_have_no_operating_system() {
    let tree = Tree::here();
    let mut complaints = Vec::new();
    for name in tree.crates() {
        let pure = PURE.iter().any(|(pure, _)| *pure == name);
        if !pure {
            if PURE_FROM_THE_FIRST_DAY.contains(&name) {
                complaints.push(format!("crates/{name} is pure: give it a row in PURE"));
            }
            continue;
        }
        let head = tree.source(&format!("crates/{name}/src/lib.rs"));
        if !head.lines().any(|line| line == "#![no_std]") {
            complaints.push(format!("crates/{name}/src/lib.rs: add #![no_std]"));
        }
        let sources = format!("crates/{name}/src/");
        for path in tree.of_kind("rs").filter(|path| path.starts_with(&sources)) {
            complaints.extend(
                foreign_externs(&tree.source(path)).map(|line| {
                    format!("{path}: only `extern crate alloc;` is pure, not `{line}`")
                }),
            );
        }
    }
    expect_none("the pure crates are no_std with alloc:", &complaints);
}

#[test]
fn an_extern_crate_besides_alloc_is_noticed() {
    let lines = |text: &'static str| -> Vec<String> { foreign_externs(text).collect() };
    assert!(lines("extern crate alloc;\n// extern crate std;\n").is_empty());
    assert_eq!(lines("    extern crate std;\n"), ["extern crate std;"]);
    assert_eq!(
        lines("pub extern crate core;\n"),
        ["pub extern crate core;"]
    );
}

#[test]
fn what_comes_along_with_a_pure_crate_is_known() {
    let mut complaints = Vec::new();
    for (name, wanted) in PURE {
        let package = format!("sponsio-{name}");
        let found = comes_along(&package);
        complaints.extend(
            found
                .iter()
                .filter(|crate_name| !wanted.contains(&crate_name.as_str()))
                .map(|new| {
                    format!("{package} now brings {new}: do without it, or read it and list it")
                }),
        );
        complaints.extend(
            wanted
                .iter()
                .filter(|crate_name| !found.iter().any(|other| other == *crate_name))
                .map(|gone| format!("{package} no longer brings {gone}: take it off the list")),
        );
    }
    expect_none("transitive dependencies of the pure crates:", &complaints);
}

#[test]
fn crates_inherit_the_lints_of_the_workspace() {
    let tree = Tree::here();
    let complaints: Vec<_> = tree
        .crates()
        .map(|name| format!("crates/{name}/Cargo.toml"))
        .chain(["tests/Cargo.toml".to_owned()])
        .filter(|path| !tree.source(path).contains("[lints]\nworkspace = true"))
        .map(|path| format!("{path}: add `[lints]` with `workspace = true`"))
        .collect();
    expect_none("one set of lints for the whole house:", &complaints);
}

fn forbidden_imports(package: &Value, order: &[Row]) -> Vec<String> {
    let name = package["name"].as_str().expect("a package has a name");
    let Some((_, normal, own_tests)) = order.iter().find(|row| row.0 == name) else {
        return vec![format!(
            "{name} has no row in MAY_IMPORT: give it one, and a page under docs/decisions"
        )];
    };
    let dependencies = package["dependencies"]
        .as_array()
        .expect("dependencies are a list");
    dependencies
        .iter()
        .filter_map(|dependency| {
            let import = dependency["name"]
                .as_str()
                .expect("a dependency has a name");
            let for_tests = dependency["kind"].as_str() == Some("dev");
            let allowed = normal.contains(&import) || (for_tests && own_tests.contains(&import));
            (import.starts_with("sponsio") && !allowed).then(|| {
                let what = if for_tests { "tests of " } else { "" };
                format!("{what}{name} may not import {import}: move what both need below both")
            })
        })
        .collect()
}

fn foreign_externs(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(str::trim).filter_map(|line| {
        let declared = line.strip_prefix("pub ").unwrap_or(line);
        let foreign = declared.starts_with("extern crate ") && declared != "extern crate alloc;";
        foreign.then(|| line.to_owned())
    })
}

/// Returns the names of all crates that the package needs to be built for 64-bit Linux, sorted.
fn comes_along(package: &str) -> Vec<String> {
    let tree = cargo(&[
        "tree",
        "--package",
        package,
        "--edges",
        "normal",
        "--target",
        "x86_64-unknown-linux-gnu",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let mut names: Vec<_> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != package)
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--locked"])
        .current_dir(Tree::here().root())
        .output()
        .expect("cargo can be started");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "cargo {} failed; `cargo fetch` may help:\n{errors}",
        arguments.join(" ")
    );
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}
