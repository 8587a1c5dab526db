//! The register of a case. Whoever acts is a participant: `X-…` is an organization, everybody else
//! a State, unless a `participants` block says otherwise.

use alloc::collections::BTreeMap;

use libtest_mimic::Failed;
use sponsio_law::act::{Act, ActLabel};
use sponsio_law::calendar::Date;
use sponsio_law::clause;
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_law::treaty::Treaty;
use sponsio_record::{ParticipantId, TreatyId};

use super::case::{Block, date};

/// Reads the treaties, participants and acts of a case.
pub(crate) fn read(blocks: &[Block<'_>]) -> Result<Register, Failed> {
    let mut register = Register::new();
    for block in blocks.iter().filter(|block| block.name == "clausula") {
        let parsed = clause::parse(block.body);
        if let Some(fault) = parsed.diagnostics.first() {
            return Err(format!("the clauses have a fault: {fault:?}").into());
        }
        let id = parsed.file.header.id.clone().ok_or("a treaty has an id")?;
        register
            .add_treaty(Treaty::new(id.value, parsed.file))
            .map_err(|error| format!("{error:?}"))?;
    }
    for block in blocks.iter().filter(|block| block.name == "depositaries") {
        let (depositaries, faults) = clause::parse_depositaries(block.body);
        if let Some(fault) = faults.first() {
            return Err(format!("the depositaries have a fault: {fault:?}").into());
        }
        for depositary in depositaries {
            register.set_depositary(depositary);
        }
    }
    let acts = acts(&register, blocks)?;
    for (code, kind) in participants(&acts, blocks)? {
        let participant = Participant {
            id: ParticipantId::new(code)?,
            name: code.into(),
            kind,
        };
        register
            .add_participant(participant)
            .map_err(|error| format!("{error:?}"))?;
    }
    for act in acts {
        register.apply(act).map_err(|error| format!("{error:?}"))?;
    }
    Ok(register)
}

/// Who takes part: the authors of the acts and of the requests, and those in the block. A
/// participant of the block with the kind `nobody` is left out.
fn participants<'a>(
    acts: &'a [Act],
    blocks: &'a [Block<'_>],
) -> Result<BTreeMap<&'a str, ParticipantKind>, Failed> {
    let mut kinds: BTreeMap<&str, ParticipantKind> = BTreeMap::new();
    let requests = blocks.iter().filter(|block| block.name == "request");
    let requesting = requests
        .flat_map(|block| block.body.lines())
        .filter_map(|line| line.split_whitespace().nth(1));
    let acting = acts.iter().map(|act| act.participant.as_str());
    for code in acting.chain(requesting) {
        let kind = if code.starts_with("X-") {
            ParticipantKind::Organization
        } else {
            ParticipantKind::State
        };
        kinds.insert(code, kind);
    }
    let stated = blocks.iter().filter(|block| block.name == "participants");
    for line in stated.flat_map(|block| block.body.lines()) {
        let (code, kind) = line.split_once(' ').ok_or("`CODE KIND` is expected")?;
        if kind == "nobody" {
            kinds.remove(code);
        } else {
            let kind = ParticipantKind::from_label(kind).ok_or("no such kind of participant")?;
            kinds.insert(code, kind);
        }
    }
    Ok(kinds)
}

/// The rows of the `acts` block, in the columns that its first line names.
fn acts(register: &Register, blocks: &[Block<'_>]) -> Result<Vec<Act>, Failed> {
    let first = register.treaties().first().ok_or("there is no treaty")?;
    let mut acts = Vec::new();
    for block in blocks.iter().filter(|block| block.name == "acts") {
        let mut lines = block.body.lines();
        let columns: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        for line in lines {
            let row: BTreeMap<&str, &str> = columns.iter().copied().zip(line.split(',')).collect();
            acts.push(act(&row, &first.id)?);
        }
    }
    Ok(acts)
}

fn act(row: &BTreeMap<&str, &str>, treaty: &TreatyId) -> Result<Act, Failed> {
    let cell = |column: &str| row.get(column).copied().filter(|cell| !cell.is_empty());
    let needed = |column: &str| cell(column).ok_or_else(|| format!("no {column} in {row:?}"));
    let optional =
        |column: &str| -> Result<Option<Date>, Failed> { cell(column).map(date).transpose() };
    Ok(Act {
        id: cell("id").map(String::from),
        treaty: match cell("treaty") {
            Some(id) => TreatyId::new(id)?,
            None => treaty.clone(),
        },
        participant: ParticipantId::new(needed("participant")?)?,
        label: ActLabel::read(needed("act")?),
        date: date(needed("date")?)?,
        effect: optional("effect")?,
        recorded: optional("recorded")?,
        refers_to: cell("of").map(String::from),
        source: String::from("the case"),
        note: String::new(),
    })
}
