//! Guarantee lines: whatever they say, reading and judging them does not panic, what is read prints
//! and is read back the same, and the matrix over it keeps its word: no promise that calls itself no
//! law is ever shown as law, and no cell is answered twice in two ways.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_law::act::{Act, ActLabel};
use sponsio_law::calendar;
use sponsio_law::clause::rule::Rule;
use sponsio_law::clause::{self, LintContext};
use sponsio_law::guarantee::{self, Asked};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_law::status::history::Lens;
use sponsio_law::treaty::Treaty;
use sponsio_record::{ParticipantId, TreatyId};

const HEAD: &str = "treaty \"T\"\n  id t\n  data as of 2030-01-01\n\nin force on the day at least 1 instruments\n\
    each later joiner on its deposit\nwithdrawal 1 years after receipt of notice\n";

fuzz_target!(|bytes: &[u8]| {
    let source = format!("{HEAD}{}", String::from_utf8_lossy(bytes));
    let judged = clause::check(&source, &LintContext::default());
    for statement in &judged.file.statements {
        if let Rule::Guarantee(_) = statement.rule {
            let line = clause::print_statement(statement);
            let again = clause::parse_statement(&line);
            assert_eq!(again.as_ref(), Ok(statement), "{line}");
        }
    }
    let Some(register) = register(judged.file) else {
        return;
    };
    let treaties: Vec<_> = register.treaty_places().collect();
    let asked = Asked {
        treaties: &treaties,
        at: calendar::parse("2020-01-01").expect("a day"),
        lens: Lens::default(),
        among: &[],
    };
    let Ok(matrix) = guarantee::coverage(&register, &asked) else {
        return;
    };
    let count = matrix.members.len();
    for row in matrix.rows.iter().take(8) {
        let force = row.promise.legal_force();
        for (from, to) in (0..count).flat_map(|from| (0..count).map(move |to| (from, to))) {
            let mark = matrix.mark(row, from, to);
            assert!(force.is_law() || !mark.is_covered());
            let account = guarantee::account(&register, &matrix, row, from, to);
            assert_eq!(account.map(|found| found.mark), Some(mark));
        }
        let _ = (matrix.reciprocity(row), matrix.collectivity(row));
        let _ = guarantee::ladder(&register, &matrix, row);
    }
    let _ = guarantee::closings(&register, &matrix);
});

/// A register in which one is a party, one has left, one has signed and one has done nothing.
fn register(clauses: clause::rule::ClauseFile) -> Option<Register> {
    let mut register = Register::new();
    for (code, kind) in [
        ("AAA", ParticipantKind::State),
        ("BBB", ParticipantKind::State),
        ("CCC", ParticipantKind::State),
        ("X-ORG", ParticipantKind::Organization),
    ] {
        let participant = Participant {
            id: ParticipantId::new(code).ok()?,
            name: code.into(),
            kind,
        };
        register.add_participant(participant).ok()?;
    }
    let treaty = TreatyId::new("t").ok()?;
    register
        .add_treaty(Treaty::new(treaty.clone(), clauses))
        .ok()?;
    for (code, kind, day) in [
        ("AAA", "ratification", "2001-01-01"),
        ("BBB", "ratification", "2002-01-01"),
        ("BBB", "withdrawal", "2010-01-01"),
        ("CCC", "signature", "2000-01-01"),
        ("CCC", "reservation", "2000-01-01"),
    ] {
        let act = Act {
            id: None,
            treaty: treaty.clone(),
            participant: ParticipantId::new(code).ok()?,
            label: ActLabel::read(kind),
            date: calendar::parse(day)?,
            effect: None,
            recorded: None,
            refers_to: None,
            source: String::new(),
            note: String::new(),
        };
        register.apply(act).ok()?;
    }
    Some(register)
}
