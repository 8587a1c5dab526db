//! The curve in a terminal: block characters, or plain ASCII.

use super::curve::Curve;
use crate::layout::{padded_left, paragraph, untied};
use crate::wording::{Words, say};

/// The rows of the chart.
const ROWS: usize = 12;

/// The signs of a chart.
struct Signs {
    /// From empty to full; the last is full.
    filled: &'static [char],
    needed: char,
    unknown: char,
    axis: char,
    tick: char,
    corner: char,
    upright: char,
    trigger: char,
    in_force: char,
    horizon: char,
}

const BLOCKS: Signs = Signs {
    filled: &[' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
    needed: '╌',
    unknown: '░',
    axis: '─',
    tick: '┬',
    corner: '└',
    upright: '│',
    trigger: '▲',
    in_force: '◆',
    horizon: '?',
};

const ASCII: Signs = Signs {
    filled: &[' ', '#'],
    needed: '-',
    unknown: '.',
    axis: '-',
    tick: '+',
    corner: '+',
    upright: '|',
    trigger: '^',
    in_force: '*',
    horizon: '?',
};

/// Returns the chart with its key.
pub(super) fn drawn(words: &Words, curve: &Curve, width: usize, plain: bool) -> String {
    let signs = if plain { &ASCII } else { &BLOCKS };
    let margin = curve.top.to_string().len().max(2) + 1;
    let columns = width.saturating_sub(margin + 1).max(20);
    let mut said = String::new();
    for row in (0..ROWS).rev() {
        said += &margin_label(curve, row, margin);
        said.push(signs.upright);
        let line: String = (0..columns)
            .map(|column| cell(curve, signs, row, column, columns))
            .collect();
        said += line.trim_end();
        said.push('\n');
    }
    said += &axis(curve, signs, margin, columns);
    said.push('\n');
    for line in key(words, curve, signs) {
        said += &paragraph(&line, width);
    }
    said
}

/// The row in which a number of instruments ends, counted from below.
fn row_of(curve: &Curve, number: u32) -> usize {
    let number = usize::try_from(number).unwrap_or(0);
    let top = usize::try_from(curve.top).unwrap_or(1);
    (number * ROWS).div_ceil(top).saturating_sub(1)
}

fn margin_label(curve: &Curve, row: usize, margin: usize) -> String {
    let known = curve.level(curve.known_to);
    let number = match curve.needed {
        Some(needed) if row == row_of(curve, needed) => Some(needed),
        _ if row == row_of(curve, known) => Some(known),
        _ => None,
    };
    padded_left(
        &number.map(|number| number.to_string()).unwrap_or_default(),
        margin - 1,
    ) + " "
}

fn cell(curve: &Curve, signs: &Signs, row: usize, column: usize, columns: usize) -> char {
    if column > curve.across(curve.known_to, columns - 1) {
        return signs.unknown;
    }
    let day = curve.day_at(column, columns).min(curve.known_to);
    let steps = signs.filled.len() - 1;
    let level = usize::try_from(curve.level(day)).unwrap_or(0);
    let top = usize::try_from(curve.top).unwrap_or(1);
    let height = (level * ROWS * steps).div_ceil(top);
    match height.saturating_sub(row * steps).min(steps) {
        0 if curve
            .needed
            .is_some_and(|needed| row == row_of(curve, needed)) =>
        {
            signs.needed
        }
        part => signs.filled.get(part).copied().unwrap_or(' '),
    }
}

/// The axis with years, and the marks of the trigger, entry into force and the horizon.
fn axis(curve: &Curve, signs: &Signs, margin: usize, columns: usize) -> String {
    let mut axis = vec![signs.axis; columns];
    let mut years = vec![' '; columns];
    for year in curve.years(columns / 8) {
        let at = curve.across(year, columns - 1);
        axis[at] = signs.tick;
        let text = year.year().to_string();
        if at + text.len() <= columns {
            for (place, letter) in text.chars().enumerate() {
                years[at + place] = letter;
            }
        }
    }
    if curve.years(columns / 8).is_empty() {
        years.splice(..10, curve.start.to_string().chars().take(10));
    }
    let mut marks = vec![' '; columns];
    let marked = [
        (curve.trigger, signs.trigger),
        (curve.in_force, signs.in_force),
        (Some(curve.known_to), signs.horizon),
    ];
    for (day, sign) in marked {
        let Some(day) = day else { continue };
        let mut at = curve.across(day, columns - 1);
        while at + 1 < columns && marks[at] != ' ' {
            at += 1;
        }
        marks[at] = sign;
    }
    let line = |cells: Vec<char>, first: char| {
        let cells: String = cells.into_iter().collect();
        format!("{}{first}{}", " ".repeat(margin), cells)
            .trim_end()
            .to_owned()
            + "\n"
    };
    line(marks, ' ') + &line(axis, signs.corner) + &line(years, ' ')
}

fn key(words: &Words, curve: &Curve, signs: &Signs) -> Vec<String> {
    let count = curve.level(curve.known_to);
    let full = signs.filled.last().copied().unwrap_or(' ');
    let facts = [
        Some((
            full,
            say!(words, "timeline-count", count = count, day = curve.known_to),
        )),
        curve
            .needed
            .map(|need| (signs.needed, say!(words, "timeline-needed", need = need))),
        curve
            .trigger
            .map(|day| (signs.trigger, say!(words, "timeline-trigger", day = day))),
        curve
            .in_force
            .map(|day| (signs.in_force, say!(words, "timeline-in-force", day = day))),
        Some((
            signs.horizon,
            say!(words, "timeline-horizon", day = curve.known_to),
        )),
    ];
    let shares = curve.shares.iter();
    let shares = shares.map(|share| ('%', share.fact(words, curve.known_to)));
    let lines = facts.into_iter().flatten().chain(shares);
    lines
        .map(|(sign, text)| untied(&format!("{sign} {text}")))
        .collect()
}
