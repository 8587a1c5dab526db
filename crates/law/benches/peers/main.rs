//! The work that other engines do, done by this crate: reads the tables of `gen.py`, computes the
//! full history of all treaties with every derivation, says how long that took, and writes the
//! result in the form of the other engines, so that it can be compared byte by byte.
//!
//! `cargo bench --bench peers -- FOLDER`, where FOLDER holds `data/` and `out/`. Reading the tables
//! and printing are not part of the measured time, as for the others.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures time and prints it"
)]

#[path = "../workload/mod.rs"]
mod workload;

use core::fmt::Write as _;
use core::hint::black_box;
use core::time::Duration;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::history::{History, Lens, Start};

use workload::{Clauses, Deed, Workload};

/// How often the whole history is computed before and while it is measured.
const WARM_UP: usize = 3;
const ROUNDS: usize = 20;

/// The treaty that the other engines compute alone, counted from 1.
const ONE_TREATY: usize = 518;

fn main() -> ExitCode {
    let folder = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let Some(folder) = folder else {
        println!("name the folder with the tables of the other engines; scripts/bench does");
        return ExitCode::SUCCESS;
    };
    match run(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path) -> io::Result<()> {
    let register = read(&folder.join("data"))?.register();
    let full = times(ROUNDS, || register.chronicle(Lens::default()));
    let mut places = register.treaty_places().skip(ONE_TREATY - 1);
    let one = places.next().map(|place| one_treaty(&register, place));
    let histories = register.chronicle(Lens::default());
    write(&folder.join("out"), &register, &histories)?;
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "sponsio full_ms median {:.2} best {:.2} one_treaty_us median {:.1}",
        milliseconds(full[ROUNDS / 2]),
        milliseconds(full[0]),
        one.map_or(0.0, milliseconds) * 1e3,
    );
    Ok(())
}

fn one_treaty(register: &Register, place: TreatyIndex) -> Duration {
    let rounds = 50 * ROUNDS;
    times(rounds, || register.history(place, Lens::default()))[rounds / 2]
}

/// How long each round took, the shortest first. Giving memory back is part of none.
fn times<T>(rounds: usize, work: impl Fn() -> T) -> Vec<Duration> {
    let time = || {
        let begun = Instant::now();
        let done = black_box(work());
        let taken = begun.elapsed();
        drop(done);
        taken
    };
    (0..WARM_UP).for_each(|_| drop(work()));
    let mut times: Vec<Duration> = (0..rounds).map(|_| time()).collect();
    times.sort_unstable();
    times
}

/// Reads the tables that `gen.py` writes: whole numbers, days counted from the year 1.
fn read(data: &Path) -> io::Result<Workload> {
    let treaties = table(data, "treaty.csv")?.into_iter().map(|row| {
        let number = |column: usize| row[column];
        Clauses {
            opened: day(number(1)),
            least: number(2),
            table: number(3),
            weight: number(4),
            group: number(5),
            months: number(6),
            days: number(7),
            first_of_month: number(8) == 1,
            not_before: number(9).saturating_sub(number(1)),
            parent: number(10) as usize,
            notice: number(11),
        }
    });
    let deeds = table(data, "act.csv")?.into_iter().map(|row| Deed {
        treaty: row[0] as usize,
        state: row[1],
        is_deposit: row[2] == 1,
        day: day(row[3]),
    });
    let mut deeds: Vec<Deed> = deeds.collect();
    deeds.sort_unstable();
    let weights = table(data, "weight.csv")?;
    let groups = table(data, "grp.csv")?;
    Ok(Workload {
        states: deeds.iter().map(|deed| deed.state).max().unwrap_or(0),
        treaties: treaties.collect(),
        deeds,
        weights: weights.iter().map(|row| (row[0], row[1], row[2])).collect(),
        groups: groups.iter().map(|row| (row[0], row[1])).collect(),
    })
}

/// The rows of a table below its header, each up to the first field that is no number.
fn table(data: &Path, file: &str) -> io::Result<Vec<Vec<u32>>> {
    let text = fs::read_to_string(data.join(file))?;
    let numbers = |line: &str| {
        line.split(',')
            .map_while(|word| word.parse().ok())
            .collect()
    };
    Ok(text.lines().skip(1).map(numbers).collect())
}

fn day(ordinal: u32) -> Date {
    let first = Date::constant(1, 1, 1);
    let reached = calendar::after(first, ordinal - 1, Unit::Days);
    reached.expect("a day before the year 9999").day
}

/// Writes entry into force of each treaty, and each interval in which it is in force for somebody.
fn write(out: &Path, register: &Register, histories: &[History]) -> io::Result<()> {
    let (mut general, mut intervals) = (String::new(), String::new());
    for (treaty, history) in (1..).zip(histories) {
        if let Some(since) = history.force().since() {
            line(&mut general, format_args!("{treaty},{since}"));
        }
        for effect in &history.effects {
            let Start::On(since) = effect.start else {
                continue;
            };
            let id = register.participant(effect.consent.party).id.as_str();
            let state = id.trim_start_matches(['S', '0']);
            let until = effect.consent.end.day().map(|day| day.to_string());
            let until = until.unwrap_or_default();
            let words = format_args!("{treaty},{state},{since},{until}");
            line(&mut intervals, words);
        }
    }
    fs::write(out.join("sponsio.eif.csv"), general)?;
    fs::write(out.join("sponsio.hist.csv"), intervals)
}

fn line(text: &mut String, words: core::fmt::Arguments<'_>) {
    writeln!(text, "{words}").expect("text grows");
}
