//! When two rules are the same: they say the same, wherever they stand.

use crate::clause::rule::{Span, Statement};

impl PartialEq for Span {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Span {}

impl PartialEq for Statement {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule && self.citation == other.citation
    }
}

impl Eq for Statement {}

#[cfg(test)]
mod tests {
    use crate::clause::parse_statement;

    #[test]
    fn a_statement_is_the_same_on_another_line() {
        let here = parse_statement("withdrawal silent [art. 1]");
        assert_eq!(here, parse_statement("\n\n  withdrawal  silent [art. 1]"));
        assert_ne!(here, parse_statement("withdrawal silent [art. 2]"));
    }
}
