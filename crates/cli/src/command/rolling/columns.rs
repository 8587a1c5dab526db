//! Texts beside each other at a terminal, a row for each provision.

use unicode_width::UnicodeWidthStr as _;

use sponsio_record::ParticipantId;
use sponsio_text::view::{Column, Side, Style};
use sponsio_text::{Expression, Rolling};

use crate::command::rolling::printed::{Ink, label_of, pieces_of, words_of};
use crate::layout::wrapped;
use crate::wording::{Words, say};

/// The base at the left, the rolling text at the right.
pub(super) fn rolling(words: &Words, made: &Rolling, ink: Ink, width: usize) -> String {
    let no_text = say!(words, "rolling-no-text");
    let style = Style {
        no_text: &no_text,
        slashes: false,
    };
    let base = made.base();
    let text = &made.expression;
    let mut said = head(
        [
            &say!(words, "rolling-base"),
            &say!(words, "rolling-rolling"),
        ],
        width,
    );
    for row in &made.attributed().rows {
        let own = row.provision;
        let left = base.provision(own.id).map_or_else(String::new, |known| {
            label_of(&base, known) + &words_of(&base, known.id, &known.body.base())
        });
        let mut right = label_of(text, own) + &pieces_of(text, own.id, &row.pieces, style);
        if row.is_inserted {
            let by: Vec<&str> = row.inserted_by.iter().map(ParticipantId::as_str).collect();
            right = format!("[{}: {right}]", by.join(", "));
        }
        let colour = |line: &str| {
            if row.is_contested() {
                ink.open(line)
            } else {
                line.to_owned()
            }
        };
        said += &beside_each_other(&left, &right, width, colour);
    }
    said
}

/// One delegation's text, its changes marked.
pub(super) fn marked(
    words: &Words,
    made: &Rolling,
    own: &ParticipantId,
    ink: Ink,
    width: usize,
) -> String {
    let text = made.project(own);
    let mut said = say!(words, "rolling-as", code = own.as_str());
    said.push_str("\n\n");
    for column in made.as_of(own) {
        let line = marked_line(words, &text, &column, ink);
        for line in wrapped(&line, width) {
            said += &line;
            said.push('\n');
        }
        said.push('\n');
    }
    said
}

/// `{+new+}` and `[-gone-]`, as word diffs are written, so that it is legible without colour.
fn marked_line(words: &Words, text: &Expression, column: &Column, ink: Ink) -> String {
    let shown = column.right.as_ref().or(column.left.as_ref());
    let Some(own) = shown else {
        return String::new();
    };
    let mut line = label_of(text, own);
    for side in &column.words {
        match side {
            Side::Same(tokens) => line += &words_of(text, own.id, tokens),
            Side::Left(tokens) => {
                line += &spaced(&words_of(text, own.id, tokens), |words| {
                    ink.gone(&format!("[-{words}-]"))
                });
            }
            Side::Right(tokens) => {
                line += &spaced(&words_of(text, own.id, tokens), |words| {
                    ink.new_words(&format!("{{+{words}+}}"))
                });
            }
        }
    }
    if column.is_moved {
        line += &format!(" ({})", say!(words, "rolling-elsewhere"));
    }
    line
}

fn spaced(text: &str, marked: impl Fn(&str) -> String) -> String {
    let bare = text.trim_start();
    let space = if bare.len() < text.len() { " " } else { "" };
    format!("{space}{}", marked(bare))
}

/// The texts of two delegations.
pub(super) fn beside(
    words: &Words,
    made: &Rolling,
    left: &ParticipantId,
    right: &ParticipantId,
    ink: Ink,
    width: usize,
) -> String {
    let (of_left, of_right) = (made.project(left), made.project(right));
    let mut said = head([left.as_str(), right.as_str()], width);
    for column in made.beside(left, right) {
        let cell = |text: &Expression, own: Option<&sponsio_text::Provision>| match own {
            Some(own) => label_of(text, own) + &words_of(text, own.id, &own.body.base()),
            None => format!("[{}]", say!(words, "rolling-no-text")),
        };
        let (first, second) = (
            cell(&of_left, column.left.as_ref()),
            cell(&of_right, column.right.as_ref()),
        );
        let colour = |line: &str| {
            if column.differs() {
                ink.open(line)
            } else {
                line.to_owned()
            }
        };
        said += &beside_each_other(&first, &second, width, colour);
    }
    said
}

fn head(names: [&str; 2], width: usize) -> String {
    let half = half(width);
    let [left, right] = names;
    let space = " ".repeat((half + 3).saturating_sub(left.width()));
    format!("{left}{space}{right}\n{}\n", "─".repeat(2 * half + 3))
}

const fn half(width: usize) -> usize {
    let width = if width < 40 { 40 } else { width };
    (width - 3) / 2
}

fn beside_each_other(
    left: &str,
    right: &str,
    width: usize,
    colour: impl Fn(&str) -> String,
) -> String {
    let half = half(width);
    let (left, right) = (wrapped(left, half), wrapped(right, half));
    let mut said = String::new();
    for at in 0..left.len().max(right.len()).max(1) {
        let cell = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
        let (first, second) = (cell(&left), cell(&right));
        let space = " ".repeat(half.saturating_sub(first.width()));
        let line = format!("{first}{space} │ {}", colour(&second));
        said += line.trim_end();
        said.push('\n');
    }
    said + "\n"
}
