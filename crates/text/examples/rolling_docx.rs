//! Makes one document with the tracked changes of all from the Word versions of several delegations, as
//! the checks of foreign readers and the bench need it:
//!
//! ```text
//! cargo run --release -p sponsio-text --example rolling_docx -- OUT.docx BASE.docx D01=d01.docx D02=d02.docx …
//! cargo run --release -p sponsio-text --example rolling_docx -- --returned CODE=BACK.docx ROLLED.docx BASE.docx D01=… …
//! ```
//!
//! The second form reads what CODE wants from a document that came back, one paragraph a line. The times
//! of the processor for reading, the rolling text and writing go to the error stream.

use rustix::time::{ClockId, clock_gettime};
use sponsio_record::{Digest, Instant, ParticipantId};
use sponsio_text::markup::docx::{self, View};
use sponsio_text::{
    Expression, IdsOfDigest, Language, Options, Provision, Rolling, Stand, TokenKind, rolling,
};
use std::process::ExitCode;

type Outcome<T> = Result<T, Box<dyn core::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["--returned", back, _, base, versions @ ..] => returned(back, base, versions),
        [out, base, versions @ ..] if !out.starts_with('-') => write(out, base, versions),
        _ => Err("usage: rolling_docx OUT.docx BASE.docx CODE=FILE.docx …".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("rolling_docx: {error}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "an example talks to its caller")]
fn say(message: &str) {
    eprintln!("{message}");
}

fn date() -> Outcome<Instant> {
    Ok("2026-01-01T00:00:00Z".parse()?)
}

fn base(path: &str) -> Outcome<Expression> {
    let bytes = std::fs::read(path)?;
    let mut ids = IdsOfDigest::new(Digest::of(&bytes));
    let language = Language::new("en")?;
    Ok(docx::base(&docx::read(&bytes)?, &language, &mut ids).expression)
}

/// Takes `CODE=FILE` apart.
fn version(argument: &str) -> Outcome<(ParticipantId, Vec<u8>)> {
    let (code, path) = argument
        .split_once('=')
        .ok_or("a version is CODE=FILE.docx")?;
    Ok((ParticipantId::new(code)?, std::fs::read(path)?))
}

fn stand(base: &Expression, code: ParticipantId, bytes: &[u8]) -> Outcome<Stand> {
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let found = docx::returned(&docx::read(bytes)?, base, &code, &mut ids)?;
    Ok(Stand::of(code, base, &found.text, date()?, None))
}

fn rolled(base: &Expression, stands: &[Stand]) -> Outcome<Rolling> {
    let refused = |faults: Vec<sponsio_text::StandFault>| format!("{faults:?}");
    Ok(rolling(base, stands, &[], &Options::default()).map_err(refused)?)
}

/// The time that this process has had of the processor: whatever else the machine does is not in it.
fn milliseconds() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a time of a run, in milliseconds"
    )]
    let time = now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 / 1e6;
    time
}

fn write(out: &str, base_path: &str, versions: &[&str]) -> Outcome<()> {
    let versions: Vec<(ParticipantId, Vec<u8>)> = versions
        .iter()
        .map(|one| version(one))
        .collect::<Outcome<_>>()?;
    let mut best = [f64::INFINITY; 3];
    let mut bytes = Vec::new();
    for _ in 0..7 {
        let begun = milliseconds();
        let base = base(base_path)?;
        let mut stands = Vec::new();
        for (code, bytes) in &versions {
            stands.push(stand(&base, code.clone(), bytes)?);
        }
        let read = milliseconds();
        let rolling = rolled(&base, &stands)?;
        let computed = milliseconds();
        let options = docx::Options {
            view: View::Rolling,
            date: date()?,
            wording: docx::Wording::default(),
        };
        bytes = docx::write(&rolling, &options);
        let written = milliseconds();
        for (best, took) in best
            .iter_mut()
            .zip([read - begun, computed - read, written - computed])
        {
            *best = best.min(took);
        }
    }
    say(&format!(
        "best of 7, time of the processor: read all {:.1} ms, rolling text {:.1} ms, write {:.1} ms; \
         together {:.1} ms, {} bytes",
        best[0],
        best[1],
        best[2],
        best.iter().sum::<f64>(),
        bytes.len()
    ));
    std::fs::write(out, bytes)?;
    Ok(())
}

fn returned(back: &str, base_path: &str, versions: &[&str]) -> Outcome<()> {
    let base = base(base_path)?;
    let mut stands = Vec::new();
    for argument in versions {
        let (code, bytes) = version(argument)?;
        stands.push(stand(&base, code, &bytes)?);
    }
    let rolling = rolled(&base, &stands)?;
    let (code, bytes) = version(back)?;
    let mut ids = IdsOfDigest::new(Digest::of(&bytes));
    let found = docx::returned(&docx::read(&bytes)?, &rolling, &code, &mut ids)?;
    for provision in &found.text {
        print(provision);
    }
    say(&format!(
        "{} guessed, {} losses",
        found.guessed.len(),
        found.losses.len()
    ));
    Ok(())
}

#[expect(clippy::print_stdout, reason = "an example prints what it found")]
fn print(provision: &Provision) {
    let mut line = String::new();
    for token in provision.body.base() {
        if token.space_before {
            line.push(' ');
        }
        if !matches!(token.kind, TokenKind::Footnote(_)) {
            line.push_str(&token.text);
        }
    }
    println!("{line}");
}
