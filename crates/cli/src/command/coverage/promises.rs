//! The promises of a matrix as a table, with what they add up to.

use super::question::Answered;
use crate::layout::{Table, paragraph};
use crate::wording::guarantee::{direction, force, mode};
use crate::wording::say;

/// The promises with what they add up to.
pub(crate) fn promises(answered: &Answered) -> String {
    let (words, coverage) = (&answered.words, &answered.coverage);
    let rows = coverage.rows.iter().map(|row| {
        let reciprocity = coverage.reciprocity(row);
        let collectivity = coverage.collectivity(row);
        let promise = &row.promise;
        vec![
            format!("{} ({})", promise.name, answered.treaty(row.treaty)),
            say!(words, "guarantee-sense", sense = promise.sense.label()),
            direction(words, promise.direction()),
            mode(words, promise.mode),
            force(words, promise.legal_force()),
            format!("{}/{}", collectivity.bound, collectivity.named),
            words.count(reciprocity.returned),
            words.count(reciprocity.one_sided),
        ]
    });
    let table = Table {
        header: vec![
            say!(words, "column-guarantee"),
            say!(words, "column-sense"),
            say!(words, "column-direction"),
            say!(words, "column-owed"),
            say!(words, "column-force"),
            say!(words, "column-guarantors"),
            say!(words, "column-returned"),
            say!(words, "column-one-sided"),
        ],
        rows: rows.collect(),
    };
    let mut said = table.laid_out(answered.width);
    for row in &coverage.rows {
        let (by, to) = row.strangers;
        if by + to > 0 {
            let name = &row.promise.name;
            let line = say!(words, "coverage-strangers", name = name, by = by, to = to);
            said += &paragraph(&line, answered.width);
        }
    }
    said
}
