//! The deposits that are supposed, line by line: how many, of what kind, whose, which act, on which day.

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::{self, Date};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_record::{ParticipantId, TreatyId};

/// The most participants that are supposed at once.
const MOST: u32 = 500;

/// The participants of one line, who all did the same on the same day.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line, counted from 1.
    pub(crate) line: u64,
    /// Whose deposits they are.
    pub(crate) codes: Vec<ParticipantId>,
    /// The act.
    pub(crate) kind: ActKind,
    /// Its day.
    pub(crate) day: Date,
}

/// What is wrong with a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// The line, counted from 1.
    pub(crate) line: u64,
    /// The stable name of what is wrong.
    pub(crate) what: &'static str,
}

/// Reads the lines, each of five fields between tabs: number, kind of participant, code, act, day. Without
/// a code each deposit is of a participant of its own.
pub(crate) fn read(lines: &str) -> Result<Vec<(Row, ParticipantKind)>, Wrong> {
    let mut rows = Vec::new();
    let (mut unnamed, mut total) = (0_u32, 0_u32);
    for (line, text) in (1..).zip(lines.lines()) {
        let wrong = |what| Wrong { line, what };
        let fields: Vec<&str> = text.split('\t').map(str::trim).collect();
        let [count, kind, code, act, day] = fields[..] else {
            return Err(wrong("fields"));
        };
        let count: u32 = count.parse().map_err(|_| wrong("count"))?;
        let kind = ParticipantKind::from_label(kind).ok_or(wrong("kind"))?;
        let act = ActKind::from_label(act).ok_or(wrong("act"))?;
        let day = calendar::parse(day).ok_or(wrong("day"))?;
        let codes = if code.is_empty() {
            total = total.saturating_add(count);
            if count == 0 || total > MOST {
                return Err(wrong("count"));
            }
            let codes = (unnamed + 1..=unnamed + count).map(|number| named(kind, number));
            unnamed += count;
            codes.collect::<Option<Vec<_>>>()
        } else {
            let code = ParticipantId::new(&code.to_ascii_uppercase());
            Some(vec![code.map_err(|_| wrong("code"))?])
        };
        let codes = codes.ok_or(wrong("code"))?;
        let row = Row {
            line,
            codes,
            kind: act,
            day,
        };
        rows.push((row, kind));
    }
    Ok(rows)
}

/// A code for somebody who has no name: `S1`, or `O2` for an organization.
fn named(kind: ParticipantKind, number: u32) -> Option<ParticipantId> {
    let letter = if kind == ParticipantKind::Organization {
        'O'
    } else {
        'S'
    };
    ParticipantId::new(&format!("{letter}{number}")).ok()
}

/// Enters the deposits of a treaty.
pub(crate) fn enter(register: &mut Register, treaty: &TreatyId, rows: &[(Row, ParticipantKind)]) {
    for (row, kind) in rows {
        for code in &row.codes {
            let participant = Participant {
                id: code.clone(),
                name: code.to_string(),
                kind: *kind,
            };
            // Whoever acts a second time is there already.
            drop(register.add_participant(participant));
            let entered = register.apply(Act {
                id: None,
                treaty: treaty.clone(),
                participant: code.clone(),
                label: ActLabel::Known(row.kind),
                date: row.day,
                effect: None,
                recorded: None,
                refers_to: None,
                source: String::new(),
                note: String::new(),
            });
            debug_assert_eq!(entered, Ok(()), "participant and treaty are there");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unnamed_deposits_have_codes_of_their_own() {
        let lines = "2\tstate\t\tratification\t2024-01-01\n1\torganization\t\taccession\t2024-02-01\n9\tstate\tadm\twithdrawal\t2025-01-01";
        let rows = read(lines).expect("three lines");
        let codes = rows.iter().map(|(row, _)| {
            let codes = row.codes.iter().map(ParticipantId::as_str);
            codes.collect::<Vec<_>>().join(" ")
        });
        assert_eq!(codes.collect::<Vec<_>>(), ["S1 S2", "O3", "ADM"]);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let wrong = |lines: &str| read(lines).expect_err("wrong");
        let good = "1\tstate\t\tratification\t2024-01-01\n";
        for (line, what) in [
            ("x", "fields"),
            ("0\tstate\t\tratification\t2024-01-01", "count"),
            ("501\tstate\t\tratification\t2024-01-01", "count"),
            ("1\tplanet\t\tratification\t2024-01-01", "kind"),
            ("1\tstate\ta b\tratification\t2024-01-01", "code"),
            ("1\tstate\t\tblessing\t2024-01-01", "act"),
            ("1\tstate\t\tratification\t2023-02-29", "day"),
        ] {
            let lines = format!("{good}{line}");
            assert_eq!(wrong(&lines), Wrong { line: 2, what }, "{line}");
        }
    }
}
