//! Reads a text in the source form and writes it as Akoma Ntoso, as the bench needs it:
//!
//! ```text
//! cargo run --release -p sponsio-text --example treaty_akn -- IN.treaty OUT.xml [ROUNDS]
//! ```
//!
//! The time of the processor goes to the error stream: the middle and the fastest of the rounds.

use rustix::time::{ClockId, clock_gettime};
use sponsio_record::Digest;
use sponsio_text::IdsOfDigest;
use sponsio_text::markup::{Options, akn, parse};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        [from, to] => run(from, to, 21),
        [from, to, rounds] => rounds
            .parse()
            .map_err(Into::into)
            .and_then(|rounds| run(from, to, rounds)),
        _ => Err("usage: treaty_akn IN.treaty OUT.xml [ROUNDS]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("treaty_akn: {error}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "an example talks to its caller")]
fn say(message: &str) {
    eprintln!("{message}");
}

fn run(from: &str, to: &str, rounds: usize) -> Result<(), Box<dyn core::error::Error>> {
    let source = std::fs::read(from)?;
    let words = String::from_utf8_lossy(&source).split_whitespace().count();
    let options = akn::Options {
        number: "treaty",
        date: "2015-12-12T00:00:00Z".parse()?,
        is_adopted: true,
        is_authentic: true,
        record: None,
        before: None,
        no_text: "no text",
        name: &|_| None,
    };
    let mut reading = Vec::new();
    let mut both = Vec::new();
    let mut document = String::new();
    for _ in 0..rounds.max(1) {
        let begun = milliseconds();
        let mut ids = IdsOfDigest::new(Digest::of(&source));
        let parsed = parse(&source, &Options::default(), &mut ids);
        reading.push(milliseconds() - begun);
        let text = parsed.expression.ok_or("the text has faults")?;
        document = akn::write(&text, &options);
        both.push(milliseconds() - begun);
    }
    std::fs::write(to, &document)?;
    let (middle, fastest) = spread(&mut both);
    let (read, _) = spread(&mut reading);
    say(&format!(
        "sponsio: {words} words, cpu_ms {middle:.3} (fastest {fastest:.3}), of which reading {read:.3}, {} bytes",
        document.len()
    ));
    Ok(())
}

/// Returns the middle of some times and the shortest.
fn spread(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}

/// The time that this process has had of the processor.
fn milliseconds() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a time of a run, in milliseconds"
    )]
    let time = now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 / 1e6;
    time
}
