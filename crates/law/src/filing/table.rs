//! The documents with the rows of tables and groups: records of their own.

use alloc::string::ToString as _;
use alloc::vec::Vec;

use sponsio_record::{Draft, Fault, FieldError, Value, read};

use crate::clause::decimal::Decimal;
use crate::filing::FilingFault;
use crate::filing::read::{date, participant};
use crate::party::{Member, Membership};
use crate::treaty::WeightTable;

const WEIGHTS_TYPE: &str = "sponsio.weights/1";
const MEMBERS_TYPE: &str = "sponsio.members/1";

/// Returns the document of a table of weights: a record of type `sponsio.weights/1`.
pub fn weights_record(table: &WeightTable) -> Result<Vec<u8>, Fault> {
    let rows = table.rows.iter().map(|(participant, weight)| {
        Draft::array([
            Draft::text(participant.to_string()),
            Draft::text(weight.to_string()),
        ])
    });
    Draft::object([
        ("rows", Draft::array(rows)),
        ("type", Draft::text(WEIGHTS_TYPE)),
    ])
    .finish()
}

/// Returns the document of a group or membership: a record of type `sponsio.members/1`.
pub fn members_record(membership: &Membership) -> Result<Vec<u8>, Fault> {
    let rows = membership.members.iter().map(|member| {
        Draft::object([
            ("from", member.from.map(|day| Draft::text(day.to_string()))),
            (
                "participant",
                Some(Draft::text(member.participant.to_string())),
            ),
            (
                "until",
                member.until.map(|day| Draft::text(day.to_string())),
            ),
        ])
    });
    Draft::object([
        ("rows", Draft::array(rows)),
        ("type", Draft::text(MEMBERS_TYPE)),
    ])
    .finish()
}

/// Reads a table of weights.
pub(super) fn read_weights(bytes: &[u8]) -> Result<WeightTable, FilingFault> {
    let record = read(bytes)?;
    let mut fields = record.fields(WEIGHTS_TYPE)?;
    let rows = fields.required("rows", |value| value.list(weight))?;
    fields.finish()?;
    Ok(WeightTable { rows })
}

fn weight(value: &Value<'_>) -> Result<(sponsio_record::ParticipantId, Decimal), FieldError> {
    match value.array()?.items() {
        [who, weight] => Ok((
            participant(who)?,
            weight.read_as("a decimal number", Decimal::parse)?,
        )),
        _ => Err(value.wrong("a pair of a code and a weight")),
    }
}

/// Reads the members of a group or of an organization.
pub(super) fn read_members(bytes: &[u8]) -> Result<Membership, FilingFault> {
    let record = read(bytes)?;
    let mut fields = record.fields(MEMBERS_TYPE)?;
    let members = fields.required("rows", |value| value.list(member))?;
    fields.finish()?;
    Ok(Membership { members })
}

fn member(value: &Value<'_>) -> Result<Member, FieldError> {
    let mut fields = value.object()?.fields();
    let member = Member {
        participant: fields.required("participant", participant)?,
        from: fields.optional("from", date)?,
        until: fields.optional("until", date)?,
    };
    fields.finish()?;
    Ok(member)
}
