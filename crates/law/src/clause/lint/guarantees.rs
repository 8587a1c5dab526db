//! Advice on guarantees among the other findings: T420-T440.

use crate::clause::diagnostic::Detail;
use crate::clause::lint::Findings;
use crate::guarantee::lint::lint;

impl Findings<'_> {
    /// Adds what the linter of guarantees finds.
    pub(super) fn guarantees(&mut self) {
        for (statement, advice) in lint(self.file) {
            self.at(statement, advice.code(), Detail::Advice(advice));
        }
    }
}
