//! `participants.csv`: who can act.

use alloc::collections::BTreeMap;

use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_record::ParticipantId;

use crate::folder::fault::{Faults, Problem};
use crate::folder::suggestion;
use crate::folder::table::{self, Columns, Row};

/// The name of the file.
pub const FILE: &str = "participants.csv";

pub(super) const NAMES: &[&str] = &["code", "name", "kind"];

const COLUMNS: Columns = Columns {
    names: NAMES,
    required: 3,
};

/// Reads the participants into the register; `false` if the table cannot be used.
pub fn read(bytes: &[u8], register: &mut Register, faults: &mut Faults) -> bool {
    let mut lines: BTreeMap<ParticipantId, u32> = BTreeMap::new();
    let columns = table::read(FILE, bytes, COLUMNS, faults, |row, faults| {
        let Some(participant) = participant(&row, faults) else {
            return;
        };
        let first = *lines.entry(participant.id.clone()).or_insert(row.line());
        if register.add_participant(participant).is_err() {
            faults.note(row.fault(0, Problem::Twice(first)));
        }
    });
    columns.is_some()
}

fn participant(row: &Row<'_>, faults: &mut Faults) -> Option<Participant> {
    let id = row.participant(0, faults);
    let name = row.required(1, faults).map(|_| row.text(1).to_owned());
    let word = row.required(2, faults)?;
    let kind = ParticipantKind::from_label(word);
    if kind.is_none() {
        let labels = ParticipantKind::ALL.map(ParticipantKind::label);
        let meant = suggestion::nearest(word, labels);
        faults.note(row.fault(2, Problem::KindOfParticipant(meant)));
    }
    Some(Participant {
        id: id?,
        name: name?,
        kind: kind?,
    })
}

/// The codes that other tables may name.
pub(super) struct Codes<'a>(BTreeMap<&'a str, &'a ParticipantId>);

impl<'a> Codes<'a> {
    /// Returns the codes of a register.
    pub(super) fn of(register: &'a Register) -> Self {
        let ids = register.participants().iter().map(|known| &known.id);
        Self(ids.map(|id| (id.as_str(), id)).collect())
    }

    /// Returns the participant that a column of a row names, if the register has it.
    pub(super) fn read(
        &self,
        row: &Row<'_>,
        column: usize,
        faults: &mut Faults,
    ) -> Option<ParticipantId> {
        if let Some(known) = self.0.get(row.word(column)) {
            return Some((*known).clone());
        }
        let id = row.participant(column, faults)?;
        let meant = suggestion::nearest(id.as_str(), self.0.keys().copied());
        let problem = Problem::UnknownParticipant(meant.map(str::to_owned));
        faults.note(row.fault(column, problem));
        None
    }
}
