//! A rolling text as rows: what each delegation says of each reading.

use serde_json::{Value, json};

use sponsio_record::ParticipantId;
use sponsio_text::view::{PositionRow, Standing, Subject, plain};
use sponsio_text::{Position, Rolling, Token, is_chair};

use crate::command::rolling::printed::{self, place_of};
use crate::command::rolling::summary;
use crate::failure::{Failure, Kind};
use crate::layout::hanging;
use crate::wording::{Words, say};

/// Returns the stable name of a position.
const fn name(position: Position) -> &'static str {
    match position {
        Position::Propose => "propose",
        Position::Support => "support",
        Position::CanAccept => "can-accept",
        Position::Reserve => "reserve",
        Position::Oppose => "oppose",
    }
}

fn words_of(subject: &Subject, said: &dyn Fn(&[Token]) -> String) -> Option<String> {
    let words = match subject {
        Subject::Reading(_, _, _, words) => words,
        Subject::Alternative(_, words) => words.as_ref()?,
        Subject::Insertion => return None,
    };
    Some(said(words).trim_start().to_owned())
}

const fn kind(subject: &Subject) -> &'static str {
    match subject {
        Subject::Reading(_, _, true, _) => "base",
        Subject::Reading(_, _, false, _) => "reading",
        Subject::Alternative(..) => "alternative",
        Subject::Insertion => "insertion",
    }
}

/// Returns one row for each reading; where something is supposed, with a column that says what.
pub(super) fn csv(made: &Rolling, supposed: Option<&str>) -> Result<String, Failure> {
    let head = [
        "provision",
        "place",
        "site",
        "from",
        "to",
        "kind",
        "words",
        "propose",
        "support",
        "can-accept",
        "reserve",
        "oppose",
        "despite-group",
    ];
    let rows = made.positions().into_iter().map(|row| {
        let (site, from, to) = match &row.subject {
            Subject::Reading(site, range, _, _) => (
                site.to_string(),
                range.start.to_string(),
                range.end.to_string(),
            ),
            Subject::Alternative(letter, _) => (letter.to_string(), String::new(), String::new()),
            Subject::Insertion => Default::default(),
        };
        let codes = |wanted: &dyn Fn(&Standing) -> bool| {
            let standings = row.standings.iter();
            let codes = standings.filter(|(_, standing)| wanted(standing));
            let codes: Vec<&str> = codes.map(|(code, _)| code.as_str()).collect();
            codes.join(" ")
        };
        let of = |position| codes(&|standing: &Standing| standing.position == position);
        vec![
            row.provision.to_string(),
            place_of(&made.expression, row.provision),
            site,
            from,
            to,
            kind(&row.subject).to_owned(),
            words_of(&row.subject, &plain).unwrap_or_default(),
            of(Position::Propose),
            of(Position::Support),
            of(Position::CanAccept),
            of(Position::Reserve),
            of(Position::Oppose),
            codes(&|standing| standing.overrides.is_some()),
        ]
    });
    written(&head, rows, supposed)
}

/// Returns rows under a header; what is supposed stands in a last column of every row.
pub(super) fn written(
    head: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
    supposed: Option<&str>,
) -> Result<String, Failure> {
    let unwritten = |error: String| Failure::new(Kind::Unwritten, error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = head.iter().copied().chain(supposed.map(|_| "supposed"));
    writer
        .write_record(head)
        .map_err(|error| unwritten(error.to_string()))?;
    for row in rows {
        let row = row.iter().map(String::as_str).chain(supposed);
        writer
            .write_record(row)
            .map_err(|error| unwritten(error.to_string()))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| unwritten(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| unwritten(error.to_string()))
}

/// Returns the rolling text as data: provisions, readings, figures.
pub(super) fn data(made: &Rolling) -> Value {
    let rows = made.positions();
    let provisions = made.expression.provisions.iter().map(|own| {
        let of_own = rows.iter().filter(|row| row.provision == own.id);
        json!({
            "id": own.id.as_str(),
            "label": own.label.as_ref().map(|label| label.text.to_string()),
            "parent": own.parent.map(|id| id.to_string()),
            "base": plain(&own.body.base()),
            "inserted_by": own.inserted_by.iter().map(ParticipantId::as_str).collect::<Vec<_>>(),
            "readings": of_own.map(reading).collect::<Vec<_>>(),
        })
    });
    let voices = made.voices.iter().map(|voice| {
        json!({
            "speaker": voice.speaker.as_str(),
            "members": voice.members.iter().map(ParticipantId::as_str).collect::<Vec<_>>(),
        })
    });
    let overrides = made.overrides.iter().map(|own| {
        json!({
            "member": own.member.as_str(),
            "group": own.group.as_str(),
            "provision": own.provision.as_str(),
        })
    });
    json!({
        "language": made.expression.language.as_str(),
        "provisions": provisions.collect::<Vec<_>>(),
        "voices": voices.collect::<Vec<_>>(),
        "overrides": overrides.collect::<Vec<_>>(),
        "figures": summary::data(&made.figures()),
    })
}

fn reading(row: &PositionRow) -> Value {
    let standings = row.standings.iter().map(|(code, standing)| {
        json!({
            "delegation": code.as_str(),
            "position": name(standing.position),
            "by_group": standing.by_group,
            "despite_group": standing.overrides.as_ref().map(ParticipantId::as_str),
        })
    });
    let (site, range, letter) = match &row.subject {
        Subject::Reading(site, range, _, _) => (Some(*site), Some([range.start, range.end]), None),
        Subject::Alternative(letter, _) => (None, None, Some(letter.to_string())),
        Subject::Insertion => (None, None, None),
    };
    json!({
        "kind": kind(&row.subject),
        "site": site,
        "range": range,
        "letter": letter,
        "words": words_of(&row.subject, &plain),
        "positions": standings.collect::<Vec<_>>(),
        "only": row.alone.as_ref().map(ParticipantId::as_str),
    })
}

/// Returns the table of positions in words.
pub(super) fn table(words: &Words, made: &Rolling, width: usize) -> String {
    let text = &made.expression;
    let said_at = |id| move |tokens: &[Token]| printed::words_of(text, id, tokens);
    let mut said = String::new();
    let mut before = None;
    for row in made.positions() {
        if before != Some(row.provision) {
            said.extend([format!("{}\n", place_of(&made.expression, row.provision))]);
            before = Some(row.provision);
        }
        let reading = match &row.subject {
            Subject::Insertion => say!(words, "rolling-insertion"),
            subject => words_of(subject, &said_at(row.provision))
                .filter(|words| !words.is_empty())
                .unwrap_or_else(|| say!(words, "rolling-no-text")),
        };
        let reading = match &row.subject {
            Subject::Reading(_, _, true, _) => say!(words, "rolling-of-base", words = reading),
            _ => reading,
        };
        said += &hanging(&format!("“{reading}”"), 2, 4, width);
        for (code, standing) in &row.standings {
            let position = if is_chair(code) {
                "chair"
            } else {
                name(standing.position)
            };
            let position = words.say(
                &format!("rolling-position-{position}"),
                &fluent_bundle::FluentArgs::new(),
            );
            let group = match &standing.overrides {
                Some(group) => say!(words, "rolling-despite-group", group = group.as_str()),
                None if standing.by_group => say!(words, "rolling-by-group"),
                None => String::new(),
            };
            said.extend([format!("    {code}  {position}{group}\n")]);
        }
        if row.alone.is_some() {
            said.extend([format!("    {}\n", say!(words, "rolling-one-supporter"))]);
        }
    }
    said
}
