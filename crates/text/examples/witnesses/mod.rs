//! The versions of one text that `peers/rolling/gen.py` makes, and the alignment that its `score.py`
//! judges.

use rustix::time::{ClockId, clock_gettime};
use serde_json::{Value, json};
use sponsio_text::{Token, TokenKind};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// Reads the versions, the base first.
pub(crate) fn read(path: &str) -> Result<Vec<Vec<Token>>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let document: Value =
        serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
    drop(text);
    let mut words: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut versions = Vec::new();
    for version in document["witnesses"].as_array().into_iter().flatten() {
        let mut tokens = Vec::new();
        for pair in version["tokens"].as_array().into_iter().flatten() {
            let word = pair[0].as_str().ok_or("a token without its word")?;
            let shared = words
                .entry(word.to_owned())
                .or_insert_with(|| Arc::from(word));
            let kind = match word.chars().next() {
                Some(first) if first.is_alphanumeric() => TokenKind::Word,
                _ => TokenKind::Punctuation,
            };
            tokens.push(Token {
                kind,
                text: shared.clone(),
                space_before: !tokens.is_empty(),
                marks: sponsio_text::Marks::default(),
            });
        }
        versions.push(tokens);
    }
    if versions.is_empty() {
        return Err(format!("{path}: no versions"));
    }
    Ok(versions)
}

/// Writes an alignment: per version and token the index in the base, or null.
pub(crate) fn write(
    path: &str,
    tool: &str,
    seconds: f64,
    align: &[Vec<Option<usize>>],
) -> Result<(), String> {
    let document = json!({ "tool": tool, "cpu_s": seconds, "wall_s": seconds, "align": align });
    std::fs::write(path, document.to_string()).map_err(|error| format!("{path}: {error}"))
}

/// Runs work often and returns its result with the median of the times in seconds, and the best. The
/// times are those of the processor alone, so that other work on the machine counts as little as can be.
pub(crate) fn measured<T>(rounds: usize, mut work: impl FnMut() -> T) -> (T, f64, f64) {
    let mut result = work();
    let mut times = Vec::with_capacity(rounds);
    for _ in 0..rounds.max(1) {
        let start = processor();
        result = work();
        times.push(processor() - start);
    }
    times.sort();
    let seconds = |at: usize| times[at].as_secs_f64();
    (result, seconds(times.len() / 2), seconds(0))
}

/// The time that this process has had of the processor.
fn processor() -> Duration {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(spent).unwrap_or_default()
}
