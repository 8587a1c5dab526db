//! The words in the picture, and how text is put into it.

use core::fmt::Write as _;

use super::Answered;
use crate::layout::untied;
use crate::wording::say;

pub(super) fn title(answered: &Answered) -> String {
    let titles = answered.coverage.treaties.iter().map(|covered| {
        let treaty = answered.register.treaty(covered.history.treaty);
        treaty.title().to_owned()
    });
    let titles: Vec<String> = titles.collect();
    say!(answered.words, "coverage-title", titles = titles.join("; "))
}

pub(super) fn description(answered: &Answered) -> String {
    let coverage = &answered.coverage;
    let (mut pairs, mut open) = (0_usize, 0_usize);
    for (from, to) in coverage.pairs() {
        pairs += 1;
        open += usize::from(!coverage.strongest(from, to).is_covered());
    }
    let days = coverage.treaties.iter().map(|covered| covered.day);
    say!(
        answered.words,
        "coverage-description",
        day = days.max().unwrap_or(coverage.at),
        members = coverage.members.len(),
        rows = coverage.rows.len(),
        open = open,
        pairs = pairs
    )
}

/// The longest codes are cut; the table has them whole.
pub(super) fn short(code: &str) -> String {
    if code.chars().count() <= 16 {
        return code.to_owned();
    }
    code.chars().take(15).chain(['…']).collect()
}

pub(super) fn text(svg: &mut String, (x, y): (usize, usize), class: &str, size: usize, said: &str) {
    let said = escaped(&untied(said));
    put(
        svg,
        format_args!(
            "<text x=\"{x}\" y=\"{y}\" class=\"{class}\" font-size=\"{size}\">{said}</text>"
        ),
    );
}

pub(super) fn put(svg: &mut String, line: core::fmt::Arguments<'_>) {
    svg.write_fmt(line)
        .expect("writing to a String cannot fail");
    svg.push('\n');
}

pub(super) fn escaped(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            '"' => "&quot;".to_owned(),
            letter if letter.is_control() => String::from("\u{fffd}"),
            letter => letter.to_string(),
        })
        .collect()
}
