//! Aligns the versions of `peers/rolling/gen.py` with their base and makes the rolling text of them:
//!
//! ```text
//! cargo run --release -p sponsio-text --example align -- w.json ours.json [ROUNDS]
//! ```
//!
//! `ours.json` is for `score.py`: its time is that of the alignment alone. The times of the alignment
//! and of the whole rolling text with its attributed view, the greatest memory of the process, and
//! whether every version is read off exactly, go to the error stream.

#[path = "witnesses/mod.rs"]
mod witnesses;

use sponsio_record::{Instant, ParticipantId};
use sponsio_text::view::Style;
use sponsio_text::{
    Body, Content, Expression, Kind, Language, Options, Provision, ProvisionId, Stand, Tabled,
    Token, pair_all, rolling,
};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (source, target, rounds) = match arguments.as_slice() {
        [source, target] => (source, target, 1),
        [source, target, rounds] => (source, target, rounds.parse().unwrap_or(1)),
        _ => return failed("usage: align w.json ours.json [ROUNDS]"),
    };
    match run(source, target, rounds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => failed(&message),
    }
}

#[expect(clippy::print_stderr, reason = "an example talks to its caller")]
fn failed(message: &str) -> ExitCode {
    eprintln!("align: {message}");
    ExitCode::FAILURE
}

#[expect(clippy::print_stderr, reason = "an example talks to its caller")]
fn run(source: &str, target: &str, rounds: usize) -> Result<(), String> {
    let versions = witnesses::read(source)?;
    let language = Language::new("en").map_err(|error| error.to_string())?;
    let (base_words, rivals) = versions.split_first().ok_or("no base")?;
    let texts: Vec<&[Token]> = rivals.iter().map(Vec::as_slice).collect();
    let (pairs, middle, best) =
        witnesses::measured(rounds, || pair_all(&language, base_words, &texts));
    eprintln!(
        "alignment: median {:.2} ms, best {:.2} ms",
        middle * 1e3,
        best * 1e3
    );
    let mut align = vec![(0..base_words.len()).map(Some).collect::<Vec<_>>()];
    align.extend(pairs);
    witnesses::write(target, "sponsio", middle, &align)?;
    drop(align);

    let id = ProvisionId::from_number(1);
    let base = Expression {
        language,
        headers: Vec::new(),
        provisions: vec![Provision::new(
            id,
            Kind::Paragraph,
            None,
            Body::of(base_words.clone()),
        )],
    };
    let (code, at) = (
        |number: usize| ParticipantId::new(&format!("D{number:02}")).map_err(|e| e.to_string()),
        Instant::from_seconds(0).ok_or("no instant")?,
    );
    let mut stands = Vec::new();
    for (number, words) in rivals.iter().enumerate() {
        let mut stand = Stand::silent(code(number + 1)?);
        let tabled = Tabled {
            content: Content::Text(words.clone()),
            at,
            proposal: None,
        };
        stand.texts.insert(id, tabled);
        stands.push(stand);
    }
    let options = Options::default();
    let (made, middle, best) = witnesses::measured(rounds, || {
        let made = rolling(&base, &stands, &[], &options).map_err(|_| "a stand does not fit")?;
        let lines = made.attributed().lines(Style::default());
        Ok::<_, &str>((made, lines))
    });
    let (made, lines) = made?;
    let printed: usize = lines.iter().map(String::len).sum();
    eprintln!(
        "rolling text with attributed view ({printed} bytes, {} places): median {:.2} ms, best {:.2} ms",
        made.places().len(),
        middle * 1e3,
        best * 1e3
    );
    eprintln!(
        "memory of the process: {} at most",
        peak().ok_or("no /proc")?
    );
    for (number, words) in rivals.iter().enumerate() {
        let text = made.project(&code(number + 1)?);
        let same = text
            .provision(id)
            .is_some_and(|own| own.body.base() == *words);
        if !same {
            return Err(format!("version {} is not read off exactly", number + 1));
        }
    }
    eprintln!("every version is read off exactly: {}", rivals.len());
    Ok(())
}

/// The greatest resident memory of this process, as the kernel says it.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
