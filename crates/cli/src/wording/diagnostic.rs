//! What is wrong or doubtful in a clause, in words. The English details are the law's own; in other
//! languages the same data are worded here.

mod advice;
mod turkish;

use sponsio_law::clause::diagnostic::{Code, Detail, Severity};

use crate::wording::{Language, Words, say};

/// Returns what a code stands for, in a few words.
pub fn title(words: &Words, code: Code) -> String {
    say!(words, &format!("code-{code}"))
}

/// Returns the word for how serious a finding is.
pub fn severity(words: &Words, severity: Severity) -> String {
    match severity {
        Severity::Error => say!(words, "severity-error"),
        Severity::Warning => say!(words, "severity-warning"),
    }
}

/// Returns what was found.
pub fn detail(words: &Words, detail: &Detail) -> String {
    match words.language() {
        Language::En => detail.to_string(),
        Language::Tr => turkish::detail(words, detail),
    }
}
