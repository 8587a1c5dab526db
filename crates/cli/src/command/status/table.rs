//! The status table laid out for reading.

use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;
use sponsio_law::party::ParticipantKind;
use sponsio_law::status::standing::Standing;

use super::row::Row;
use crate::layout::{Table, paragraph};
use crate::wording::{Voice, say};

/// Returns the table and its notes.
pub(super) fn laid_out(voice: Voice<'_>, rows: &[Row], width: usize) -> String {
    let words = voice.words;
    let has_until = rows.iter().any(|row| row.until.is_some());
    let mut header = vec![
        say!(words, "column-participant"),
        say!(words, "column-signed"),
        say!(words, "column-deposited"),
        say!(words, "column-standing"),
        say!(words, "column-start"),
    ];
    if has_until {
        header.push(say!(words, "column-until"));
    }
    let table = Table {
        header,
        rows: rows
            .iter()
            .map(|row| cells(voice, row, has_until))
            .collect(),
    };
    let mut said = format!("\n{}", table.laid_out(width));
    let notes = notes(voice, rows, has_until);
    if !notes.is_empty() {
        said.push('\n');
    }
    for note in notes {
        said += &paragraph(&note, width);
    }
    said
}

fn cells(voice: Voice<'_>, row: &Row, has_until: bool) -> Vec<String> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut name = row.name.clone();
    if row.kind == ParticipantKind::Organization {
        name.push_str(" *");
    }
    let standing = row.answer.position.standing;
    if row.answer.position.applies_provisionally && standing != Standing::Provisional {
        name.push_str(" †");
    }
    let deposited = row
        .consent
        .map(|(day, kind)| format!("{day} {}", letter(voice, kind)))
        .unwrap_or_default();
    let mut cells = vec![
        name,
        day(row.signed),
        deposited,
        voice.words.standing(standing),
        day(row.start),
    ];
    if has_until {
        let mark = if row.until_unknown { " ?" } else { "" };
        cells.push(format!("{}{mark}", day(row.until)));
    }
    cells
}

fn letter(voice: Voice<'_>, kind: ActKind) -> String {
    say!(voice.words, &format!("letter-{}", kind.label()))
}

/// The statuses that a reader may not know, each with a note.
const NOTED: [Standing; 7] = [
    Standing::Signatory,
    Standing::SignatoryBoundBy18,
    Standing::Contracting,
    Standing::Provisional,
    Standing::Suspended,
    Standing::Withdrawing,
    Standing::Undetermined,
];

fn notes(voice: Voice<'_>, rows: &[Row], has_until: bool) -> Vec<String> {
    let words = voice.words;
    let mut kinds: Vec<ActKind> = rows
        .iter()
        .filter_map(|row| row.consent.map(|(_, kind)| kind))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let letters: Vec<String> = kinds
        .into_iter()
        .map(|kind| {
            say!(
                words,
                "note-letter",
                letter = letter(voice, kind),
                act = words.act(kind)
            )
        })
        .collect();
    let mut notes = Vec::new();
    if !letters.is_empty() {
        notes.push(say!(words, "note-letters", letters = letters.join(", ")));
    }
    for standing in NOTED {
        if rows
            .iter()
            .any(|row| row.answer.position.standing == standing)
        {
            notes.push(say!(words, &format!("note-standing-{}", standing.label())));
        }
    }
    if rows
        .iter()
        .any(|row| row.kind == ParticipantKind::Organization)
    {
        notes.push(say!(words, "note-organization"));
    }
    let provisional = |row: &Row| {
        let position = &row.answer.position;
        position.applies_provisionally && position.standing != Standing::Provisional
    };
    if rows.iter().any(provisional) {
        notes.push(say!(words, "note-provisional"));
    }
    if has_until {
        notes.push(say!(words, "note-until"));
    }
    notes
}
