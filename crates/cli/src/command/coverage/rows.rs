//! The matrix as rows (CSV): one row a cell.

use sponsio_law::guarantee::{Condition, Mark, Row};

use super::question::Matrix;

/// The columns of the table.
pub(crate) const COLUMNS: [&str; 11] = [
    "treaty",
    "guarantee",
    "obligor",
    "beneficiary",
    "mark",
    "life",
    "force",
    "conditions",
    "at",
    "known_to",
    "beyond",
];

/// Returns a row for each cell in which something is promised, and one for each pair to which nothing
/// is.
pub(crate) fn rows(answered: Matrix<'_>) -> impl Iterator<Item = [String; 11]> {
    let coverage = answered.coverage;
    let count = coverage.members.len();
    let places = (0..count).flat_map(move |from| (0..count).map(move |to| (from, to)));
    places.flat_map(move |(from, to)| {
        let cells = coverage
            .rows
            .iter()
            .filter_map(move |row| cell(answered, row, from, to));
        let mut cells: Vec<[String; 11]> = cells.collect();
        if cells.is_empty() && from != to {
            cells.push(silent(answered, from, to));
        }
        cells
    })
}

fn cell(answered: Matrix<'_>, row: &Row, from: usize, to: usize) -> Option<[String; 11]> {
    let coverage = answered.coverage;
    let mark = coverage.mark(row, from, to);
    if mark == Mark::Nothing {
        return None;
    }
    let cell = coverage.cell(row, from, to);
    let conditions: Vec<&str> = cell.conditions().map(Condition::label).collect();
    let covered = &coverage.treaties[row.treaty];
    Some([
        answered.treaty(row.treaty).to_owned(),
        row.promise.name.clone(),
        answered.code(from).to_owned(),
        answered.code(to).to_owned(),
        mark.label().to_owned(),
        cell.life().label().to_owned(),
        row.promise.legal_force().label().to_owned(),
        conditions.join(" "),
        coverage.at.to_string(),
        covered
            .known_to
            .map(|day| day.to_string())
            .unwrap_or_default(),
        covered.beyond.to_string(),
    ])
}

fn silent(answered: Matrix<'_>, from: usize, to: usize) -> [String; 11] {
    let mut row: [String; 11] = Default::default();
    answered.code(from).clone_into(&mut row[2]);
    answered.code(to).clone_into(&mut row[3]);
    Mark::Nothing.label().clone_into(&mut row[4]);
    Mark::Nothing.label().clone_into(&mut row[5]);
    row[8] = answered.coverage.at.to_string();
    row
}
