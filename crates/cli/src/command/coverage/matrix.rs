//! The matrix for reading: lines guarantee, columns are guaranteed; then the promises, the gaps and
//! what would close them.

use unicode_width::UnicodeWidthStr as _;

use sponsio_law::guarantee::{Mark, closings};

use super::marks;
use super::promises::promises;
use super::question::Answered;
use crate::layout::{Table, hanging, padded, paragraph};
use crate::wording::guarantee::{closing, mark, sign};
use crate::wording::{answer, say};

/// The most gaps and closings that are listed; the rest is counted.
const MOST_LISTED: usize = 12;

/// Returns the answer as text.
pub(super) fn text(answered: &Answered, plain: bool) -> String {
    let (words, coverage) = (&answered.words, &answered.coverage);
    let mut said = head(answered);
    if coverage.rows.is_empty() {
        said += &paragraph(&say!(words, "coverage-none"), answered.width);
        return said + &in_words(answered);
    }
    said.push('\n');
    said += &match grid(answered, plain) {
        Some(grid) => grid + "\n" + &legend(answered, plain),
        None => by_participant(answered),
    };
    said.push('\n');
    said += &promises(answered);
    said += &in_words(answered);
    said.push('\n');
    said + &gaps(answered)
}

/// Each treaty with whether it is in force and to which day its data reach.
pub(crate) fn head(answered: &Answered) -> String {
    let (voice, register) = (answered.voice(), &answered.register);
    let mut said = String::new();
    for covered in &answered.coverage.treaties {
        let history = &covered.history;
        let force = answer::force(voice, register, history, answered.coverage.at);
        let lines = [
            Some(answer::title(voice, register, history)),
            Some(force),
            answer::horizon(voice, register, history),
        ];
        for line in lines.into_iter().flatten() {
            said += &paragraph(&line, answered.width);
        }
    }
    said
}

/// The matrix, where it fits into the width.
fn grid(answered: &Answered, plain: bool) -> Option<String> {
    let (words, coverage) = (&answered.words, &answered.coverage);
    let codes: Vec<&str> = (0..coverage.members.len())
        .map(|at| answered.code(at))
        .collect();
    let column = codes.iter().map(|code| code.width()).max()?.max(3) + 1;
    if answered.width < column * (codes.len() + 1) {
        return None;
    }
    let mut said = paragraph(&say!(words, "coverage-axes"), answered.width);
    let mut line = padded("", column);
    for code in &codes {
        line += &padded(code, column);
    }
    said += line.trim_end();
    said.push('\n');
    for (from, code) in codes.iter().enumerate() {
        let mut line = padded(code, column);
        for to in 0..codes.len() {
            let mark = coverage.strongest(from, to);
            let shown = if from == to && mark == Mark::Nothing {
                ""
            } else {
                sign(mark, plain)
            };
            line += &padded(shown, column);
        }
        said += line.trim_end();
        said.push('\n');
    }
    Some(said)
}

fn legend(answered: &Answered, plain: bool) -> String {
    let marks = marks(answered).into_iter();
    // A sign is tied to its words: at the end of a line it would seem to belong to those before it.
    let said: Vec<String> = marks
        .map(|found| {
            let (sign, words) = (sign(found, plain), mark(&answered.words, found));
            format!("{sign}\u{a0}{words}")
        })
        .collect();
    paragraph(&said.join("; "), answered.width)
}

/// What each participant gives and receives, where the matrix is too wide.
fn by_participant(answered: &Answered) -> String {
    let (words, coverage) = (&answered.words, &answered.coverage);
    let count = coverage.members.len();
    let rows = (0..count).map(|member| {
        let balance = coverage.balance(member);
        vec![
            answered
                .voice()
                .party(&answered.register, coverage.members[member]),
            words.count(balance.gives),
            words.count(balance.receives),
            words.count(balance.mutual),
            words.count(balance.gaps),
        ]
    });
    let table = Table {
        header: vec![
            say!(words, "column-participant"),
            say!(words, "column-gives"),
            say!(words, "column-receives"),
            say!(words, "column-mutual"),
            say!(words, "column-gaps"),
        ],
        rows: rows.collect(),
    };
    table.laid_out(answered.width)
}

/// The guarantees of which nothing is computed.
fn in_words(answered: &Answered) -> String {
    let coverage = &answered.coverage;
    let lines = coverage.in_words.iter().filter_map(|(place, index)| {
        let history = &coverage.treaties[*place].history;
        let treaty = answered.register.treaty(history.treaty);
        let statement = treaty.statement(*index)?;
        Some(say!(
            answered.words,
            "coverage-in-words",
            treaty = treaty.id.as_str(),
            line = statement.line
        ))
    });
    lines.map(|line| paragraph(&line, answered.width)).collect()
}

fn gaps(answered: &Answered) -> String {
    let (words, coverage, width) = (&answered.words, &answered.coverage, answered.width);
    let mut counts = alloc::collections::BTreeMap::new();
    let mut one_sided = Vec::new();
    let mut pairs = 0_usize;
    for (from, to) in coverage.pairs() {
        pairs += 1;
        let mark = coverage.strongest(from, to);
        if !mark.is_covered() {
            *counts.entry(mark).or_insert(0_usize) += 1;
        } else if coverage.is_one_sided(from, to) {
            one_sided.push((from, to));
        }
    }
    let open: usize = counts.values().sum();
    if open == 0 {
        return paragraph(&say!(words, "coverage-whole", pairs = pairs), width);
    }
    let kinds: Vec<String> = counts
        .iter()
        .rev()
        .map(|(found, count)| format!("{} {}", words.count(*count), mark(words, *found)))
        .collect();
    let line = say!(
        words,
        "coverage-gaps",
        open = open,
        pairs = pairs,
        kinds = kinds.join("; ")
    );
    let mut said = paragraph(&line, width);
    if !one_sided.is_empty() {
        let listed = one_sided.iter().take(MOST_LISTED);
        let listed: Vec<String> = listed
            .map(|(from, to)| format!("{} → {}", answered.code(*from), answered.code(*to)))
            .collect();
        let line = say!(
            words,
            "coverage-one-sided",
            count = one_sided.len(),
            pairs = listed.join(", ")
        );
        said += &paragraph(&line, width);
    }
    let found = closings(&answered.register, coverage);
    if found.is_empty() {
        return said;
    }
    said += &paragraph(&say!(words, "coverage-closings"), width);
    for one in found.iter().take(MOST_LISTED) {
        let line = closing(answered.voice(), &answered.register, coverage, one);
        said += &hanging(&format!("- {line}"), 2, 4, width);
    }
    let more = found.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        said += &paragraph(&say!(words, "coverage-more", count = more), width);
    }
    said
}
