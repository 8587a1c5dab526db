//! Tables as CSV (RFC 4180), with the stable names of data in every language.

use sponsio_law::guarantee::Coverage;
use sponsio_record::Instant;

use crate::page::between::Text;
use crate::page::event::{Event, What};
use crate::page::party::Named;
use crate::page::record::{self, Spoken};
use crate::page::shown::{Entry, Row, Shown};

/// The columns of a status, wherever it is listed.
const STATUS: [&str; 9] = [
    "kind",
    "signed",
    "deposited",
    "act",
    "status",
    "since",
    "in_force_for_it",
    "until",
    "until_unknown",
];

/// Returns where everybody stands towards a treaty.
pub(crate) fn status(rows: &[Row]) -> Result<Vec<u8>, csv::Error> {
    let header = ["participant", "name"].into_iter().chain(STATUS);
    written(
        header,
        rows.iter()
            .map(|row| [vec![row.code.clone(), row.name.clone()], cells(row)].concat()),
    )
}

/// Returns where a participant stands towards each treaty.
pub(crate) fn party(rows: &[(String, String, Row)]) -> Result<Vec<u8>, csv::Error> {
    let header = ["treaty", "title"].into_iter().chain(STATUS);
    let rows = rows.iter();
    let rows = rows.map(|(id, title, row)| [vec![id.clone(), title.clone()], cells(row)].concat());
    written(header, rows)
}

/// Returns the treaties.
pub(crate) fn treaties(entries: &[Entry]) -> Result<Vec<u8>, csv::Error> {
    let header = [
        "treaty",
        "title",
        "adopted",
        "state",
        "in_force_since",
        "parties",
    ];
    let rows = entries.iter().map(|entry| {
        vec![
            entry.id.clone(),
            entry.title.clone(),
            day(entry.adopted),
            entry.state.name().to_owned(),
            day(entry.state.since()),
            entry.parties.to_string(),
        ]
    });
    written(header.into_iter(), rows)
}

/// Returns the participants.
pub(crate) fn parties(rows: &[Named]) -> Result<Vec<u8>, csv::Error> {
    let rows = rows
        .iter()
        .map(|row| vec![row.code.clone(), row.name.clone()]);
    written(["participant", "name"].into_iter(), rows)
}

/// Returns the statements that are public, as they stood at an instant.
pub(crate) fn statements(said: &[Spoken<'_>], by: Instant) -> Result<Vec<u8>, csv::Error> {
    let header = [
        "statement",
        "conference",
        "day",
        "speaker",
        "capacity",
        "participant",
        "kind",
        "level",
        "language",
        "publisher",
        "published",
        "report",
        "fictional",
        "words",
        "drafts",
    ];
    let rows = said.iter().map(|one| {
        let source = one
            .conference
            .source(one.said.source)
            .map(|source| &source.recorded);
        let party = one.said.party.as_ref();
        let drafts = one
            .drafts(by)
            .map(|draft| draft.drafted.provision.to_string());
        let from = |text: Option<String>| text.unwrap_or_default();
        vec![
            one.held.id.to_string(),
            one.conference.id.to_string(),
            day(one.day()),
            one.said.speaker.clone(),
            one.said.capacity.label().to_owned(),
            from(party.map(ToString::to_string)),
            one.said.kind.label().to_owned(),
            record::level(one.held, by).label().to_owned(),
            from(source.map(|source| source.language.as_str().to_owned())),
            from(source.map(|source| source.publisher.clone())),
            day(source.map(|source| source.date)),
            from(source.map(|source| source.report.to_string())),
            from(source.map(|source| source.fictional.to_string())),
            one.words(),
            drafts.collect::<Vec<_>>().join(" "),
        ]
    });
    written(header.into_iter(), rows)
}

/// Returns the texts between two, a row for each of them.
pub(crate) fn between(texts: &[Text]) -> Result<Vec<u8>, csv::Error> {
    let header = ["treaty", "title", "binding_both_since", "participant"];
    let rows = texts.iter().flat_map(|text| {
        let rows = text.rows.iter();
        rows.map(move |row| {
            let first = [text.id.clone(), text.title.clone(), day(text.since)];
            [&first[..], core::slice::from_ref(&row.code), &cells(row)].concat()
        })
    });
    written(header.into_iter().chain(STATUS), rows)
}

/// Returns a matrix of guarantees, a row a cell.
pub(crate) fn coverage(shown: &Shown<'_>, coverage: &Coverage) -> Result<Vec<u8>, csv::Error> {
    let (columns, rows) = shown
        .wording
        .coverage_table(&shown.reading.register, coverage);
    written(columns.iter().copied(), rows.into_iter())
}

/// Returns what happened.
pub(crate) fn events(shown: &Shown<'_>, events: &[Event<'_>]) -> Result<Vec<u8>, csv::Error> {
    let register = &shown.reading.register;
    let rows = events.iter().map(|event| {
        let treaty = register.treaty(event.treaty).id.to_string();
        let (participant, what) = match event.what {
            What::Act(act) => (act.participant.to_string(), act.label.as_str().to_owned()),
            What::Force => (String::new(), "entry-into-force".to_owned()),
            What::End => (String::new(), "end".to_owned()),
        };
        vec![event.day.to_string(), treaty, participant, what]
    });
    written(["day", "treaty", "participant", "event"].into_iter(), rows)
}

fn cells(row: &Row) -> Vec<String> {
    vec![
        row.kind.label().to_owned(),
        day(row.signed),
        day(row.deposited),
        row.act
            .map(|kind| kind.label().to_owned())
            .unwrap_or_default(),
        row.label.to_owned(),
        day(row.since),
        day(row.start),
        day(row.until),
        row.until_unknown.to_string(),
    ]
}

fn day(day: Option<sponsio_law::calendar::Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn written<'a>(
    header: impl Iterator<Item = &'a str>,
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}
