//! The clauses of the shared corpus, if it lies beside the project: every file is read without a
//! fault and printed back as it was understood.

use std::path::PathBuf;

use sponsio_law::clause::{Code, LintContext, Severity, check, parse, print};

fn corpus() -> Option<Vec<(PathBuf, String)>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/treaties");
    let entries = std::fs::read_dir(folder).ok()?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let rules = paths.filter(|path| path.extension().is_some_and(|ending| ending == "clausula"));
    let mut files = rules
        .map(|path| {
            let source = std::fs::read_to_string(&path).expect("a corpus file is readable");
            (path, source)
        })
        .collect::<Vec<_>>();
    files.sort();
    Some(files)
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out must say so")]
fn every_corpus_file_is_read_and_printed_back() {
    let Some(files) = corpus() else {
        eprintln!("left out: there is no ../shared/corpus beside the project");
        return;
    };
    assert_eq!(files.len(), 300);
    let mut statements = 0;
    for (path, source) in &files {
        let parsed = parse(source);
        assert_eq!(parsed.diagnostics, [], "{}", path.display());
        let written = source.lines().filter(|line| is_statement(line)).count();
        assert_eq!(parsed.file.statements.len(), written, "{}", path.display());
        let printed = print(&parsed.file);
        let again = parse(&printed);
        assert_eq!(again.diagnostics, [], "{}:\n{printed}", path.display());
        assert_eq!(again.file, parsed.file, "{}", path.display());
        assert_eq!(print(&again.file), printed, "{}", path.display());
        statements += written;
    }
    assert!(statements > 200, "only {statements} statements");
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out must say so")]
fn no_corpus_file_is_in_error_and_warnings_are_counted() {
    let Some(files) = corpus() else {
        eprintln!("left out: there is no ../shared/corpus beside the project");
        return;
    };
    let mut raised = Vec::new();
    for (path, source) in &files {
        for found in check(source, &LintContext::default()).diagnostics {
            assert_eq!(
                found.severity,
                Severity::Warning,
                "{}: {found}",
                path.display()
            );
            raised.push(found.code);
        }
    }
    let expected = [
        (Code::W01, 158),
        (Code::W02, 31),
        (Code::W03, 88),
        (Code::W07, 3),
        (Code::W13, 1),
        (Code::W14, 15),
    ];
    let count = |code: Code| {
        (
            code,
            raised.iter().filter(|raised| **raised == code).count(),
        )
    };
    let counts = Code::ALL
        .iter()
        .copied()
        .map(count)
        .filter(|(_, count)| *count > 0);
    assert_eq!(counts.collect::<Vec<_>>(), expected);
}

/// In the corpus a statement is a line of its own that is not indented.
fn is_statement(line: &str) -> bool {
    let not_statements = ["treaty ", "#", " "];
    !line.trim().is_empty() && not_statements.iter().all(|begin| !line.starts_with(begin))
}
