//! A draft for people: on a terminal the report with its passages in colour, then each passage with its
//! speaker and the words that everything rests on.

use sponsio_text::report::{Passage, Reading};

use crate::args::Language;
use crate::layout::{hanging, paragraph};
use crate::print::Console;
use crate::wording::{Words, say, speech};

/// Returns the whole draft.
pub(super) fn draft(
    words: &Words,
    name: &str,
    reading: &Reading,
    language: Language,
    console: &Console<'_>,
) -> String {
    let width = console.width;
    // The name of a file cannot be broken, so that the lines do not depend on where it lies.
    let mut said = speech::head(words, name, reading, language) + "\n\n";
    if console.colored {
        said += &coloured(reading);
        said += "\n\n";
    }
    for (nth, passage) in (1_usize..).zip(&reading.passages) {
        said += &entry(words, nth, passage, reading, width);
    }
    said += &remarks(words, name, reading).concat();
    said += &paragraph(&say!(words, "speech-draft-only"), width);
    said
}

/// Returns one line for each remark, with its place.
pub(super) fn remarks(words: &Words, name: &str, reading: &Reading) -> Vec<String> {
    let one = |remark: &sponsio_text::report::Remark| {
        let (line, column) = place(&reading.text.text, remark.span.start);
        let what = speech::notice(words, remark.notice);
        format!("{name}:{line}:{column}: {what}\n")
    };
    reading.remarks.iter().map(one).collect()
}

fn entry(words: &Words, nth: usize, passage: &Passage, reading: &Reading, width: usize) -> String {
    let number = format!("{nth:>3}. ");
    let indent = number.len();
    let mut said = hanging(
        &(number + &speech::whose(words, passage, reading)),
        0,
        indent,
        width,
    );
    let shown = shown(reading.words(&passage.span));
    let quoted = if passage.is_direct {
        say!(words, "speech-quoted", words = shown)
    } else {
        shown
    };
    said += &hanging(&quoted, indent, indent, width);
    let (line, column) = place(&reading.text.text, passage.span.start);
    for detail in speech::details(words, passage, reading, line, column) {
        said += &hanging(&detail, indent, indent, width);
    }
    said.push('\n');
    said
}

/// Text on one line; control characters, which could steer a terminal, are not passed on.
fn shown(text: &str) -> String {
    let visible = |letter: char| match letter {
        '\n' | '\r' | '\t' => ' ',
        _ if is_shown(letter) => letter,
        _ => '\u{fffd}',
    };
    text.chars().map(visible).collect()
}

fn is_shown(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Line and column, from 1, of a place in a text.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (line, before[start..].chars().count() + 1)
}

/// The report with clauses in blue, quotations in green and headings in yellow.
fn coloured(reading: &Reading) -> String {
    let text = &reading.text.text;
    let mut marks: Vec<(usize, bool, usize)> = Vec::new();
    for (index, passage) in reading.passages.iter().enumerate() {
        marks.push((passage.span.start, true, index));
        marks.push((passage.span.end, false, index));
    }
    marks.sort_by_key(|(at, opens, index)| (*at, *opens, *index));
    let mut open: Vec<usize> = Vec::new();
    let mut said = String::new();
    let mut from = 0;
    for (at, opens, index) in marks {
        said += &ink(&text[from..at], &open, reading);
        from = at;
        if opens {
            open.push(index);
        } else {
            open.retain(|known| *known != index);
        }
    }
    said + &ink(&text[from..], &open, reading)
}

fn ink(text: &str, open: &[usize], reading: &Reading) -> String {
    let text: String = text
        .chars()
        .map(|letter| {
            if letter == '\n' || is_shown(letter) {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let Some(passage) = open.iter().max().map(|index| &reading.passages[*index]) else {
        return text;
    };
    let code = match (passage.is_heading, passage.is_direct) {
        (true, _) => "33",
        (false, true) => "32",
        (false, false) => "34",
    };
    let mut said = String::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches('\n');
        if words.is_empty() {
            said += line;
        } else {
            let end = &line[words.len()..];
            said.extend([format!("\u{1b}[{code}m{words}\u{1b}[0m{end}")]);
        }
    }
    said
}
