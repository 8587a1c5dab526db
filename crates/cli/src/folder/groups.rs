//! `groups/*.csv`: who is inside a group or an organization, from when, until when.

use alloc::collections::BTreeMap;

use sponsio_law::party::{Member, Membership};
use sponsio_law::register::Register;
use sponsio_record::ParticipantId;

use crate::folder::fault::{Faults, Problem};
use crate::folder::participants::Codes;
use crate::folder::table::{self, Columns, Row};

/// The folder in which the memberships of organizations are looked for.
pub const FOLDER: &str = "groups";

const COLUMNS: Columns = Columns {
    names: &["participant", "from", "until"],
    required: 3,
};

/// Reads a group.
pub fn read(file: &str, bytes: &[u8], register: &Register, faults: &mut Faults) -> Membership {
    let codes = Codes::of(register);
    let mut members: Vec<Member> = Vec::new();
    let mut times: BTreeMap<ParticipantId, Vec<(usize, u32)>> = BTreeMap::new();
    table::read(file, bytes, COLUMNS, faults, |row, faults| {
        let Some(member) = member(&row, &codes, faults) else {
            return;
        };
        let own = times.entry(member.participant.clone()).or_default();
        let earlier = own
            .iter()
            .find(|(place, _)| overlap(&members[*place], &member));
        if let Some((_, line)) = earlier {
            faults.note(row.fault(0, Problem::Overlap(*line)));
            return;
        }
        own.push((members.len(), row.line()));
        members.push(member);
    });
    Membership { members }
}

fn member(row: &Row<'_>, codes: &Codes<'_>, faults: &mut Faults) -> Option<Member> {
    let participant = codes.read(row, 0, faults);
    let from = row.date(1, faults);
    let until = row.date(2, faults);
    let member = Member {
        participant: participant?,
        from: from.ok()?,
        until: until.ok()?,
    };
    if let (Some(from), Some(until)) = (member.from, member.until)
        && until <= from
    {
        faults.note(row.fault(2, Problem::UntilBeforeFrom));
        return None;
    }
    Some(member)
}

/// Whether two times, each half-open, have a day in common.
fn overlap(one: &Member, other: &Member) -> bool {
    let begins_before_end = |one: &Member, other: &Member| match (one.from, other.until) {
        (Some(from), Some(until)) => from < until,
        _ => true,
    };
    begins_before_end(one, other) && begins_before_end(other, one)
}
