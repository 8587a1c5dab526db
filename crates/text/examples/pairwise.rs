//! The peers that compare two texts at a time: plain diffs of each version with the base, of the crates
//! `similar` and `imara-diff`, on the work of `align`.
//!
//! ```text
//! cargo run --release -p sponsio-text --example pairwise -- w.json out.json TOOL [ROUNDS]
//! ```
//!
//! TOOL is `imara-histogram`, `imara-myers`, `similar-myers` or `similar-patience`. Words are compared
//! with their case folded, as ours are; that and the numbering of words is within the time for all.

#[path = "witnesses/mod.rs"]
mod witnesses;

use imara_diff::{Algorithm, Diff, Interner};
use similar::{DiffOp, capture_diff_slices};
use sponsio_text::Token;
use std::process::ExitCode;

type Pairs = Vec<Option<usize>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => failed(&message),
    }
}

#[expect(clippy::print_stderr, reason = "an example talks to its caller")]
fn failed(message: &str) -> ExitCode {
    eprintln!("pairwise: {message}");
    ExitCode::FAILURE
}

fn run(arguments: &[String]) -> Result<(), String> {
    let [source, target, tool, rest @ ..] = arguments else {
        return Err("usage: pairwise w.json out.json TOOL [ROUNDS]".into());
    };
    let rounds = rest.first().and_then(|own| own.parse().ok()).unwrap_or(1);
    let versions = witnesses::read(source)?;
    let pairs: fn(&[u32], &[u32], u32) -> Pairs = match tool.as_str() {
        "imara-histogram" => |a, b, n| imara(Algorithm::Histogram, a, b, n),
        "imara-myers" => |a, b, n| imara(Algorithm::Myers, a, b, n),
        "similar-myers" => |a, b, _| similar(similar::Algorithm::Myers, a, b),
        "similar-patience" => |a, b, _| similar(similar::Algorithm::Patience, a, b),
        other => return Err(format!("no tool '{other}'")),
    };
    let (align, middle, _) = witnesses::measured(rounds, || align(&versions, pairs));
    witnesses::write(target, tool, middle, &align)
}

fn align(versions: &[Vec<Token>], pairs: fn(&[u32], &[u32], u32) -> Pairs) -> Vec<Pairs> {
    let mut interner = Interner::new(1024);
    let numbered: Vec<Vec<u32>> = versions
        .iter()
        .map(|version| {
            let folded = version.iter().map(|token| token.text.to_ascii_lowercase());
            folded.map(|word| interner.intern(word).0).collect()
        })
        .collect();
    let count = interner.num_tokens();
    let base = &numbered[0];
    numbered
        .iter()
        .map(|text| pairs(base, text, count))
        .collect()
}

fn imara(algorithm: Algorithm, base: &[u32], text: &[u32], count: u32) -> Pairs {
    let tokens = |words: &[u32]| {
        words
            .iter()
            .copied()
            .map(imara_diff::Token)
            .collect::<Vec<_>>()
    };
    let mut diff = Diff::default();
    diff.compute_with(algorithm, &tokens(base), &tokens(text), count);
    let mut kept = (0_u32..)
        .take(base.len())
        .filter(|at| !diff.is_removed(*at));
    (0_u32..)
        .take(text.len())
        .map(|at| {
            if diff.is_added(at) {
                None
            } else {
                kept.next().map(|own| own as usize)
            }
        })
        .collect()
}

fn similar(algorithm: similar::Algorithm, base: &[u32], text: &[u32]) -> Pairs {
    let mut pairs = vec![None; text.len()];
    for op in capture_diff_slices(algorithm, base, text) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            for step in 0..len {
                pairs[new_index + step] = Some(old_index + step);
            }
        }
    }
    pairs
}
