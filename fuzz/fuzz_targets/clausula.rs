//! Treaty files: whatever the bytes are, reading, judging and printing them does not panic. What
//! is read without a fault is printed, and read back, as the same tree; what is printed twice is
//! printed the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_law::clause::{self, LintContext, Severity};

fuzz_target!(|bytes: &[u8]| {
    let source = String::from_utf8_lossy(bytes);
    let parsed = clause::parse(&source);
    let judged = clause::check(&source, &LintContext::default());
    assert_eq!(parsed.file, judged.file);
    let printed = clause::print(&parsed.file);
    for statement in &parsed.file.statements {
        let line = clause::print_statement(statement);
        assert_eq!(
            clause::parse_statement(&line).as_ref(),
            Ok(statement),
            "{line}"
        );
    }
    if !parsed.diagnostics.iter().any(is_error) {
        let again = clause::parse(&printed);
        assert!(
            !again.diagnostics.iter().any(is_error),
            "{printed}\n{:?}",
            again.diagnostics
        );
        assert_eq!(again.file, parsed.file, "{printed}");
        assert_eq!(clause::print(&again.file), printed);
    }
});

fn is_error(found: &clause::Diagnostic) -> bool {
    found.code.severity() == Severity::Error
}
