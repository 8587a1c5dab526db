//! A text laid out in lines with marks beneath the words that something is said about. Marks stand
//! in columns of display; control characters are shown as spaces.

use core::ops::Range;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Returns the text in lines of at most this width behind so many spaces; under each line with
/// marked bytes, a line of their marks. Of marks that overlap the last one is shown.
pub fn marked(text: &str, marks: &[(Range<usize>, char)], indent: usize, width: usize) -> String {
    let spaces = " ".repeat(indent);
    let room = width.saturating_sub(indent);
    let mut laid_out = String::new();
    for line in lines(text, room) {
        let shown: String = text[line.clone()].chars().map(visible).collect();
        laid_out.extend([&spaces, &shown, "\n"]);
        let beneath = beneath(text, line, marks);
        if !beneath.is_empty() {
            laid_out.extend([&spaces, &beneath, "\n"]);
        }
    }
    laid_out
}

/// The marks under one line, without spaces at its end.
fn beneath(text: &str, line: Range<usize>, marks: &[(Range<usize>, char)]) -> String {
    let start = line.start;
    let under = |(at, letter): (usize, char)| {
        let at = start + at;
        let mark = marks.iter().rev().find(|(range, _)| range.contains(&at));
        let mark = mark.map_or(' ', |(_, mark)| *mark);
        let columns = visible(letter).width().unwrap_or(0);
        core::iter::repeat_n(mark, columns)
    };
    let marks: String = text[line].char_indices().flat_map(under).collect();
    marks.trim_end().to_owned()
}

/// The places of the lines: broken at white space; a word that is longer stands alone.
fn lines(text: &str, room: usize) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    for word in words(text) {
        match lines.last_mut() {
            Some(line) if text[line.start..word.end].width() <= room => line.end = word.end,
            _ => lines.push(word),
        }
    }
    lines
}

/// The places of the words between white space.
fn words(text: &str) -> Vec<Range<usize>> {
    let start = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    let words = text.split_whitespace();
    words
        .map(|word| start(word)..start(word) + word.len())
        .collect()
}

fn visible(letter: char) -> char {
    if letter.is_control() { ' ' } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, marks: &[(&str, char)]) -> Vec<(Range<usize>, char)> {
        let place = |words: &str| {
            let start = text.find(words).expect("the words are in the text");
            start..start + words.len()
        };
        marks
            .iter()
            .map(|(words, mark)| (place(words), *mark))
            .collect()
    }

    #[test]
    fn marks_stand_beneath_their_words_across_lines() {
        let text = "on the thirtieth day after that of the tenth deposit";
        let marks = of(text, &[("thirtieth day", '1'), ("tenth deposit", '2')]);
        assert_eq!(
            marked(text, &marks, 2, 25),
            "  on the thirtieth day\n         1111111111111\n  after that of the tenth\n\
             \u{20}                   22222\n  deposit\n  2222222\n"
        );
    }

    #[test]
    fn columns_are_those_that_are_seen() {
        let text = "条約 ğüç\tx";
        let marks = of(text, &[("ğüç", '^')]);
        assert_eq!(marked(text, &marks, 0, 40), "条約 ğüç x\n     ^^^\n");
        assert_eq!(marked("", &[], 2, 10), "");
        assert_eq!(marked("verylongword a", &[], 0, 4), "verylongword\na\n");
    }
}
