//! `weights/*.csv`: a table of weights to which rules refer.

use alloc::collections::BTreeMap;

use sponsio_law::clause::decimal::Decimal;
use sponsio_law::register::Register;
use sponsio_law::treaty::WeightTable;
use sponsio_record::ParticipantId;

use crate::folder::fault::{Faults, Problem};
use crate::folder::participants::Codes;
use crate::folder::table::{self, Columns, Row};

const COLUMNS: Columns = Columns {
    names: &["participant", "weight"],
    required: 2,
};

/// Reads a table of weights.
pub fn read(file: &str, bytes: &[u8], register: &Register, faults: &mut Faults) -> WeightTable {
    let codes = Codes::of(register);
    let mut rows = Vec::new();
    let mut lines: BTreeMap<ParticipantId, u32> = BTreeMap::new();
    table::read(file, bytes, COLUMNS, faults, |row, faults| {
        let participant = codes.read(&row, 0, faults);
        let weight = weight(&row, faults);
        let (Some(participant), Some(weight)) = (participant, weight) else {
            return;
        };
        let first = *lines.entry(participant.clone()).or_insert(row.line());
        if first == row.line() {
            rows.push((participant, weight));
        } else {
            faults.note(row.fault(0, Problem::Twice(first)));
        }
    });
    WeightTable { rows }
}

fn weight(row: &Row<'_>, faults: &mut Faults) -> Option<Decimal> {
    let weight = Decimal::parse(row.required(1, faults)?);
    if weight.is_none() {
        faults.note(row.fault(1, Problem::Number));
    }
    weight
}
