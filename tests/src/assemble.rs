//! A register folder given as text becomes a register of the `law` crate, for comparisons with the
//! oracle. The texts are the project's own; whatever cannot be read is a fault of the test.

use std::collections::BTreeMap;

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar;
use sponsio_law::clause::{self, decimal::Decimal};
use sponsio_law::party::{Member, Membership, Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_law::treaty::{Treaty, WeightTable};
use sponsio_record::{ParticipantId, TreatyId};

/// Returns the register of a folder, given as file names and contents.
///
/// # Panics
///
/// Panics on whatever a generated or a trusted folder cannot contain.
pub fn assemble(files: &BTreeMap<String, String>) -> Register {
    let mut register = Register::new();
    for row in rows(&files["participants.csv"]) {
        let participant = Participant {
            id: party(&row["code"]),
            name: row["name"].clone(),
            kind: ParticipantKind::from_label(&row["kind"]).expect("a kind of participant"),
        };
        register
            .add_participant(participant)
            .expect("codes are unique");
    }
    for (path, text) in files {
        if let Some(id) = name_in(path, "treaties/", ".clausula") {
            let parsed = clause::parse(text);
            assert!(
                parsed.diagnostics.is_empty(),
                "{path}: {:?}",
                parsed.diagnostics
            );
            let treaty = Treaty::new(TreatyId::new(id).expect("an id"), parsed.file);
            register.add_treaty(treaty).expect("ids are unique");
        } else if path == "depositaries.clausula" {
            let (blocks, faults) = clause::parse_depositaries(text);
            assert!(faults.is_empty(), "{path}: {faults:?}");
            blocks
                .into_iter()
                .for_each(|block| register.set_depositary(block));
        } else if path.starts_with("weights/") {
            let weight = |row: &Row| Decimal::parse(&row["weight"]).expect("a weight");
            let table = rows(text);
            let rows = table
                .iter()
                .map(|row| (party(&row["participant"]), weight(row)))
                .collect();
            register.set_weights(path.clone(), WeightTable { rows });
        } else if let Some(name) = name_in(path, "groups/", ".csv") {
            let members = rows(text).iter().map(member).collect();
            register.set_group(path.clone(), Membership { members });
            let organization = ParticipantId::new(name).ok().filter(|id| {
                register.party(id).is_some_and(|place| {
                    register.participant(place).kind == ParticipantKind::Organization
                })
            });
            if let Some(organization) = organization {
                let members = rows(text).iter().map(member).collect();
                register.set_membership(organization, Membership { members });
            }
        }
    }
    for row in rows(&files["acts.csv"]) {
        register
            .apply(act(&row))
            .expect("codes and treaties are known");
    }
    register
}

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .deserialize()
        .map(|row| row.expect("a row of the table"))
        .collect()
}

fn name_in<'a>(path: &'a str, folder: &str, suffix: &str) -> Option<&'a str> {
    path.strip_prefix(folder)?.strip_suffix(suffix)
}

fn party(code: &str) -> ParticipantId {
    ParticipantId::new(code).expect("a participant's code")
}

fn day(row: &Row, column: &str) -> Option<calendar::Date> {
    let text = row.get(column).filter(|text| !text.is_empty())?;
    Some(calendar::parse(text).expect("a date"))
}

fn member(row: &Row) -> Member {
    Member {
        participant: party(&row["participant"]),
        from: day(row, "from"),
        until: day(row, "until"),
    }
}

/// In the published form the date of a withdrawal is its day of effect.
fn act(row: &Row) -> Act {
    let label = ActLabel::read(&row["act"]);
    let date = day(row, "date").expect("every act has a date");
    let published = !row.contains_key("effect") && label.kind() == Some(ActKind::Withdrawal);
    let words = |column: &str| row.get(column).filter(|text| !text.is_empty()).cloned();
    Act {
        id: words("id"),
        treaty: TreatyId::new(&row["treaty"]).expect("an id"),
        participant: party(&row["participant"]),
        label,
        date,
        effect: if published {
            Some(date)
        } else {
            day(row, "effect")
        },
        recorded: day(row, "recorded"),
        refers_to: words("of"),
        source: String::new(),
        note: String::new(),
    }
}
