//! The rows of a status table.

use serde_json::{Value, json};

use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::ActIndex;
use sponsio_law::party::ParticipantKind;
use sponsio_law::register::PartyIndex;
use sponsio_law::status::history::{Effect, Start};
use sponsio_law::status::live::End;
use sponsio_law::status::standing::{Answer, Standing};

use crate::command::question::Question;
use crate::layout::{Table, paragraph};
use crate::wording::{Voice, say};

/// The columns of a status table as data.
pub(super) const COLUMNS: [&str; 10] = [
    "participant",
    "name",
    "kind",
    "signed",
    "deposited",
    "act",
    "status",
    "since",
    "in_force_for_it",
    "until",
];

/// One participant's place.
pub(super) struct Row {
    pub(super) code: String,
    pub(super) name: String,
    kind: ParticipantKind,
    signed: Option<Date>,
    consent: Option<(Date, ActKind)>,
    start: Option<Date>,
    until: Option<Date>,
    until_unknown: bool,
    pub(super) answer: Answer,
}

/// Returns the places of all participants that have done something, by name.
pub(super) fn rows(question: &Question) -> Vec<Row> {
    let register = &question.register;
    let mut rows: Vec<Row> = register
        .parties()
        .map(|party| Row::of(question, party))
        .collect();
    rows.retain(|row| {
        !matches!(
            row.answer.position.standing,
            Standing::None | Standing::Entitled
        )
    });
    rows.sort_by_cached_key(|row| question.words.order(&row.name));
    rows
}

impl Row {
    /// Returns the place of one participant.
    pub(super) fn of(question: &Question, party: PartyIndex) -> Self {
        let (register, history) = (&question.register, &question.history);
        let answer = history.answer(register, party, question.at);
        let acts = register.treaty(question.treaty).acts();
        let position = &answer.position;
        let signed = position.signature.and_then(|act| acts.get(act.at()));
        let effect = position.effect.and_then(|place| history.effects.get(place));
        let participant = register.participant(party);
        let known = |act: ActIndex| {
            let act = acts.get(act.at());
            act.is_some_and(|act| act.known_from() <= question.day())
        };
        let end = effect.and_then(|effect| match effect.consent.end {
            End::Day(day, act) if known(act) => Some((day, false)),
            End::UnknownFrom(day, act) if known(act) => Some((day, true)),
            End::Day(..) | End::UnknownFrom(..) | End::Open => None,
        });
        Self {
            code: participant.id.to_string(),
            name: question.voice().party(register, party),
            kind: participant.kind,
            signed: signed.map(|act| act.date),
            consent: effect.map(|effect| (effect.consent.deposited, effect.consent.kind)),
            start: effect.and_then(started),
            until: end.map(|(day, _)| day),
            until_unknown: end.is_some_and(|(_, unknown)| unknown),
            answer,
        }
    }

    pub(super) fn cells(&self) -> [String; 10] {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        [
            self.code.clone(),
            self.name.clone(),
            self.kind.label().to_owned(),
            day(self.signed),
            day(self.consent.map(|(day, _)| day)),
            self.consent
                .map(|(_, kind)| kind.label().to_owned())
                .unwrap_or_default(),
            self.answer.position.standing.label().to_owned(),
            day(self.answer.position.since),
            day(self.start),
            if self.until_unknown {
                "unknown".to_owned()
            } else {
                day(self.until)
            },
        ]
    }

    pub(super) fn data(&self) -> Value {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        json!({
            "participant": self.code,
            "name": self.name,
            "kind": self.kind.label(),
            "signed": day(self.signed),
            "deposited": day(self.consent.map(|(day, _)| day)),
            "act": self.consent.map(|(_, kind)| kind.label()),
            "status": self.answer.position.standing.label(),
            "since": day(self.answer.position.since),
            "in_force_for_it": day(self.start),
            "until": day(self.until),
            "until_unknown": self.until_unknown,
            "applies_provisionally": self.answer.position.applies_provisionally,
        })
    }
}

fn started(effect: &Effect) -> Option<Date> {
    match effect.start {
        Start::On(day) => Some(day),
        Start::NotYet | Start::Never | Start::Undetermined(_) => None,
    }
}

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
