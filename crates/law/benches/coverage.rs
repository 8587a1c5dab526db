//! The budget of coverage: the matrix of 193 participants by three promises, from the acts on; one
//! derivation; what would close the gaps. Budget: 50 ms for the matrix.

use divan::{Bencher, black_box};

use sponsio_law::act::{Act, ActLabel};
use sponsio_law::calendar;
use sponsio_law::clause;
use sponsio_law::guarantee::{self, Asked, Coverage};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::history::Lens;
use sponsio_law::treaty::Treaty;
use sponsio_record::{ParticipantId, TreatyId};

const CLAUSES: &str = "treaty \"Treaty of all\"\n  id all\n  adopted 2000-01-01\n  data as of 2030-01-01\n\n\
    in force 30 days after the day at least 60 instruments\neach later joiner 30 days after its deposit\n\
    withdrawal 12 months after receipt of notice\n\
    guarantee PEACE negative by each party to every other party, individually of \"no attack\" when always until withdrawal\n\
    guarantee AID positive by each party to every other party, jointly and severally of \"aid\" when \"attack\" found by COUNCIL by 2/3\n\
    guarantee TALKS positive by all parties to all parties, severally of \"consultation\" when \"a party asks\" force political commitment\n";

fn main() {
    divan::main();
}

/// The history of the treaty from its acts, and the whole matrix.
#[divan::bench(args = [12, 193, 500])]
fn matrix_from_the_acts(bencher: Bencher<'_, '_>, participants: u32) {
    let register = register(participants);
    bencher.bench_local(|| matrix(black_box(&register)));
}

/// Reciprocity and collectivity of each promise, and everything that would close a gap.
#[divan::bench(args = [193])]
fn what_it_adds_up_to(bencher: Bencher<'_, '_>, participants: u32) {
    let register = register(participants);
    let coverage = matrix(&register);
    bencher.bench_local(|| {
        let rows = coverage.rows.iter();
        let sums: Vec<_> = rows
            .map(|row| (coverage.reciprocity(row), coverage.collectivity(row)))
            .collect();
        (sums, guarantee::closings(&register, black_box(&coverage)))
    });
}

/// Why one cell is as it is.
#[divan::bench]
fn one_derivation(bencher: Bencher<'_, '_>) {
    let register = register(193);
    let coverage = matrix(&register);
    bencher.bench_local(|| {
        guarantee::account(&register, &coverage, &coverage.rows[0], black_box(1), 2)
    });
}

fn matrix(register: &Register) -> Coverage {
    let place = register.treaty_places().next().expect("one treaty");
    let treaties: [TreatyIndex; 1] = [place];
    let asked = Asked {
        treaties: &treaties,
        at: calendar::parse("2025-01-01").expect("a day"),
        lens: Lens::default(),
        among: &[],
    };
    guarantee::coverage(register, &asked).expect("within the limit")
}

/// Of ten participants seven are parties, one of these leaves, two have signed, one has done nothing
/// but to be named as entitled.
fn register(participants: u32) -> Register {
    let mut register = Register::new();
    let id = |number: u32| ParticipantId::new(&format!("P{number:03}")).expect("a code");
    for number in 0..participants {
        let participant = Participant {
            id: id(number),
            name: format!("State {number}"),
            kind: ParticipantKind::State,
        };
        register.add_participant(participant).expect("a new one");
    }
    let all: Vec<String> = (0..participants)
        .map(|number| format!("P{number:03}"))
        .collect();
    let clauses = format!("{CLAUSES}group ENTITLED = {{{}}}\n", all.join(", "));
    let parsed = clause::parse(&clauses);
    assert_eq!(parsed.diagnostics, []);
    let treaty = TreatyId::new("all").expect("an id");
    register
        .add_treaty(Treaty::new(treaty.clone(), parsed.file))
        .expect("a new one");
    for number in 0..participants {
        let deeds: &[(&str, u32)] = match number % 10 {
            0 => &[
                ("signature", 2001),
                ("ratification", 2003),
                ("withdrawal", 2015),
            ],
            1..=6 => &[("signature", 2001), ("ratification", 2003)],
            7 | 8 => &[("signature", 2002)],
            _ => &[],
        };
        for (kind, year) in deeds {
            let day = format!(
                "{}-{:02}-{:02}",
                year + number % 5,
                number % 12 + 1,
                number % 28 + 1
            );
            let act = Act {
                id: None,
                treaty: treaty.clone(),
                participant: id(number),
                label: ActLabel::read(kind),
                date: calendar::parse(&day).expect("a day"),
                effect: None,
                recorded: None,
                refers_to: None,
                source: String::new(),
                note: String::new(),
            };
            register.apply(act).expect("it names what is there");
        }
    }
    register
}
