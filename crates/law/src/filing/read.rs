//! The record form of a filing, read: these members for this kind, and no others.

use alloc::string::{String, ToString as _};

use sponsio_record::{
    ActId, ConferenceId, FieldError, Fields, Object, ParticipantId, Record, TreatyId, Value, read,
};

use crate::act::{Act, ActKind, ActLabel};
use crate::calendar::{self, Date};
use crate::conference::{Proceeding, Step};
use crate::filing::matter::{
    Confirmation, Ground, Matter, Notification, Opening, Revocation, TableCitation, TableSort,
};
use crate::filing::{ACT_TYPE, DocumentRef, Filing, FilingFault};
use crate::party::{Participant, ParticipantKind};

impl Filing {
    /// Returns the filing that these bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FilingFault> {
        let record: Record<'_> = read(bytes)?;
        Ok(Self::read(record.object())?)
    }

    /// Returns the filing that an object is: the `act` of an entry.
    pub fn read(object: &Object<'_>) -> Result<Self, FieldError> {
        let mut fields = object.fields();
        fields.required("type", |value| {
            value.read_as(ACT_TYPE, |text| (text == ACT_TYPE).then_some(()))
        })?;
        let id = fields.required("id", Value::act_id)?;
        let documents = fields.optional("docs", |value| value.list(document))?;
        let kind = fields.required("kind", Value::ascii)?;
        let (matter, closed) = matter(kind, &id, &mut fields)?;
        if closed {
            fields.finish()?;
        }
        Ok(Self {
            id,
            matter,
            documents: documents.unwrap_or_default(),
        })
    }
}

/// The matter, and whether its kind says which members there are.
fn matter(
    kind: &str,
    id: &ActId,
    fields: &mut Fields<'_, '_>,
) -> Result<(Matter, bool), FieldError> {
    let matter = match kind {
        "opening" => Matter::Opening(Opening {
            title: fields.required("title", owned)?,
            zone: fields.required("zone", owned)?,
            recovery: fields.optional("recovery", owned)?,
            exercise: fields.optional("exercise", Value::bool)?.unwrap_or(false),
        }),
        "participant" => Matter::Participant(Participant {
            id: fields.required("code", participant)?,
            name: fields.required("name", owned)?,
            kind: fields.required("sort", |value| {
                value.read_as("a kind of participant", ParticipantKind::from_label)
            })?,
        }),
        "treaty" => Matter::Treaty {
            treaty: fields.required("treaty", treaty)?,
            clauses: fields.required("clauses", owned)?,
        },
        "policies" => Matter::Policies {
            clauses: fields.required("clauses", owned)?,
        },
        "table" => Matter::Table(table(fields)?),
        "published" => Matter::Published(published(id, fields)?),
        "notification" => Matter::Notification(Notification {
            treaty: fields.required("treaty", treaty)?,
            number: fields.required("number", Value::count)?,
            of: fields.required("of", Value::act_id)?,
            to: fields.required("to", |value| value.list(participant))?,
            letter: fields.required("letter", Value::digest)?,
        }),
        "notification-receipt" => Matter::NotificationReceipt {
            treaty: fields.required("treaty", treaty)?,
            of: fields.required("of", Value::act_id)?,
            participant: fields.required("participant", participant)?,
        },
        "disclose" => Matter::Disclosure {
            treaty: fields.required("treaty", treaty)?,
            of: fields.required("of", Value::count)?,
            opening: fields.required("opening", Value::digest)?,
            on: fields.optional("received", date)?,
        },
        "heads" => Matter::Heads(fields.required("heads", Value::digest)?),
        "rotate" => Matter::Rotation(fields.required("vkey", owned)?),
        "revoke-key" => Matter::Revocation(Revocation {
            revoked: fields.required("revoked", owned)?,
            successor: fields.required("vkey", owned)?,
            since: fields.required("since", Value::instant)?,
            good: fields.required("good", Value::count)?,
        }),
        "confirm" => Matter::Confirmation(Confirmation {
            ground: fields.required("ground", |value| {
                value.read_as("`lock` or `clock`", |text| {
                    Ground::ALL
                        .into_iter()
                        .find(|ground| ground.as_str() == text)
                })
            })?,
            officers: fields.required("officers", officers)?,
            reason: fields.required("reason", owned)?,
        }),
        _ => match ActKind::from_label(kind) {
            Some(known) => Matter::Act(received(id, known, fields)?),
            None => match Step::read(kind, fields) {
                Some(step) => Matter::Proceeding(proceeding(step?, fields)?),
                None => return Ok((Matter::Other { kind: kind.into() }, false)),
            },
        },
    };
    Ok((matter, true))
}

fn proceeding(step: Step, fields: &mut Fields<'_, '_>) -> Result<Proceeding, FieldError> {
    Ok(Proceeding {
        conference: fields.required("conference", |value| {
            value.read_as("the identifier of a conference", |text| {
                ConferenceId::new(text).ok()
            })
        })?,
        received: fields.required("received", Value::instant)?,
        step,
    })
}

fn received(id: &ActId, kind: ActKind, fields: &mut Fields<'_, '_>) -> Result<Act, FieldError> {
    Ok(Act {
        id: Some(id.to_string()),
        treaty: fields.required("treaty", treaty)?,
        participant: fields.required("participant", participant)?,
        label: ActLabel::Known(kind),
        date: fields.required("done", date)?,
        effect: fields.optional("effect", date)?,
        recorded: Some(fields.required("received", date)?),
        refers_to: fields.optional("of", owned)?,
        source: fields.optional("source", owned)?.unwrap_or_default(),
        note: fields.optional("note", owned)?.unwrap_or_default(),
    })
}

fn published(id: &ActId, fields: &mut Fields<'_, '_>) -> Result<Act, FieldError> {
    let mark = fields.optional("mark", owned)?;
    Ok(Act {
        id: Some(mark.unwrap_or_else(|| id.to_string())),
        treaty: fields.required("treaty", treaty)?,
        participant: fields.required("participant", participant)?,
        label: ActLabel::read(fields.required("label", Value::text)?),
        date: fields.required("done", date)?,
        effect: fields.optional("effect", date)?,
        recorded: fields.optional("received", date)?,
        refers_to: fields.optional("of", owned)?,
        source: fields.optional("source", owned)?.unwrap_or_default(),
        note: fields.optional("note", owned)?.unwrap_or_default(),
    })
}

/// Reads the pseudonyms of two officers, who are not the same.
fn officers(value: &Value<'_>) -> Result<[String; 2], FieldError> {
    let officers = value.list(officer)?;
    match <[String; 2]>::try_from(officers) {
        Ok([one, other]) if one != other => Ok([one, other]),
        _ => Err(value.wrong("two different officers")),
    }
}

/// Reads the pseudonym of an officer.
pub(crate) fn officer(value: &Value<'_>) -> Result<String, FieldError> {
    let officer = value.ascii()?;
    let is_pseudonym = officer
        .strip_prefix("o-")
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic()));
    if is_pseudonym {
        Ok(String::from(officer))
    } else {
        Err(value.wrong("the pseudonym of an officer, `o-…`"))
    }
}

fn table(fields: &mut Fields<'_, '_>) -> Result<TableCitation, FieldError> {
    let path = fields.required("path", owned)?;
    let table = fields.required("table", Value::digest)?;
    let sort = match fields.required("sort", Value::ascii)? {
        "membership" => TableSort::Membership(fields.required("participant", participant)?),
        "group" => TableSort::Group,
        "weights" => TableSort::Weights,
        _ => return fields.required("sort", |value| Err(value.wrong("a sort of table"))),
    };
    Ok(TableCitation { path, sort, table })
}

fn document(value: &Value<'_>) -> Result<DocumentRef, FieldError> {
    let mut fields = value.object()?.fields();
    let document = DocumentRef {
        digest: fields.required("digest", Value::digest)?,
        bytes: fields.required("bytes", Value::count)?,
        media: fields.required("media", owned)?,
        language: fields.optional("lang", owned)?,
    };
    fields.finish()?;
    Ok(document)
}

/// A text that says something: absent is not the same as empty.
fn owned(value: &Value<'_>) -> Result<String, FieldError> {
    value.read_as("a text that is not empty", |text| {
        (!text.is_empty()).then(|| text.into())
    })
}

fn treaty(value: &Value<'_>) -> Result<TreatyId, FieldError> {
    value.read_as("the identifier of a treaty", |text| {
        TreatyId::new(text).ok()
    })
}

pub(super) fn participant(value: &Value<'_>) -> Result<ParticipantId, FieldError> {
    value.read_as("the code of a participant", |text| {
        ParticipantId::new(text).ok()
    })
}

pub(crate) fn date(value: &Value<'_>) -> Result<Date, FieldError> {
    value.read_as("a date, as 2026-11-22", calendar::parse)
}
