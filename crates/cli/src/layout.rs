//! Text laid out for a terminal of a given width: paragraphs, labelled lines and tables, measured in
//! columns of display, not in bytes or characters.

use unicode_width::UnicodeWidthStr as _;

/// The width for which output is laid out where no terminal has another.
pub const WIDTH: usize = 80;

/// The widest line on a terminal: longer ones are hard to read.
pub const WIDEST: usize = 100;

/// The narrowest column into which text is broken.
const NARROWEST: usize = 12;

/// Returns a text broken at spaces into lines of at most this width; a word that is longer stands
/// alone.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(core::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines.iter().map(|line| untied(line)).collect()
}

/// Returns a text with plain spaces where words were tied together.
pub fn untied(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// Returns a paragraph with a line end.
pub fn paragraph(text: &str, width: usize) -> String {
    wrapped(text, width).join("\n") + "\n"
}

/// Returns a text whose first line stands behind so many spaces, and the others behind so many.
pub fn hanging(text: &str, first: usize, others: usize, width: usize) -> String {
    let spaces = " ".repeat(first);
    let lines = wrapped(
        text.trim_start(),
        width.saturating_sub(others).max(NARROWEST),
    );
    let led = text.len() - text.trim_start().len();
    let gap = format!("\n{}", " ".repeat(others));
    format!("{spaces}{}{}\n", " ".repeat(led), lines.join(&gap))
}

/// Returns lines of text behind their labels, which stand in a column of their own; a label is
/// not repeated.
pub fn labelled(lines: &[(String, String)], width: usize) -> String {
    let column = lines
        .iter()
        .map(|(label, _)| label.width())
        .max()
        .unwrap_or(0)
        + 2;
    let mut laid_out = String::new();
    let mut before = "";
    for (label, text) in lines {
        let repeated = label == before;
        before = label;
        for (nth, line) in wrapped(text, width.saturating_sub(column).max(NARROWEST))
            .iter()
            .enumerate()
        {
            let label = if nth == 0 && !repeated {
                label.as_str()
            } else {
                ""
            };
            laid_out.push_str(&padded(label, column));
            laid_out.push_str(line);
            laid_out.push('\n');
        }
    }
    laid_out
}

/// A table whose first column gives way where the others need the room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The heads of the columns.
    pub header: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Returns the table in lines of at most this width, as far as the columns allow.
    pub fn laid_out(&self, width: usize) -> String {
        let all = || core::iter::once(&self.header).chain(&self.rows);
        let mut widths: Vec<usize> = (0..self.header.len())
            .map(|column| {
                let cells = all().filter_map(|row| row.get(column));
                cells.map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        let gap = 2;
        let others: usize = widths.iter().skip(1).map(|width| width + gap).sum();
        if let Some(first) = widths.first_mut() {
            *first = (*first).min(width.saturating_sub(others).max(NARROWEST));
        }
        let mut laid_out = String::new();
        for row in all() {
            laid_out.push_str(&self::row(row, &widths, gap));
        }
        laid_out
    }
}

fn row(cells: &[String], widths: &[usize], gap: usize) -> String {
    let (Some(first), Some(first_width)) = (cells.first(), widths.first()) else {
        return String::new();
    };
    let broken = wrapped(first, *first_width);
    let mut laid_out = String::new();
    for (nth, part) in broken.iter().enumerate() {
        let mut line = padded(part, first_width + gap);
        if nth == 0 {
            for (cell, width) in cells.iter().zip(widths).skip(1) {
                line.push_str(&padded(cell, width + gap));
            }
        }
        laid_out.push_str(line.trim_end());
        laid_out.push('\n');
    }
    laid_out
}

/// Returns a text with spaces before it up to this width.
pub fn padded_left(text: &str, width: usize) -> String {
    let room = width.saturating_sub(text.width());
    format!("{}{text}", " ".repeat(room))
}

/// Returns a text with spaces after it up to this width.
pub fn padded(text: &str, width: usize) -> String {
    let room = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(room))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_by_what_is_seen() {
        assert_eq!(wrapped("aa bb cc", 5), ["aa bb", "cc"]);
        assert_eq!(wrapped("条約 条約", 5), ["条約", "条約"]);
        assert_eq!(wrapped("verylongword a", 5), ["verylongword", "a"]);
        assert_eq!(wrapped("", 5), [""]);
        assert_eq!(wrapped("on 1\u{a0}May", 6), ["on", "1 May"]);
    }

    #[test]
    fn further_lines_hang_under_the_first() {
        assert_eq!(hanging("aa bb cc dd", 2, 4, 16), "  aa bb cc dd\n");
        assert_eq!(
            hanging("aaaa bbbb cccc dddd", 2, 4, 20),
            "  aaaa bbbb cccc\n    dddd\n"
        );
        assert_eq!(hanging("   7 acts", 0, 5, 40), "   7 acts\n");
    }

    #[test]
    fn labels_stand_in_a_column() {
        let lines = [("Rule", "one two three four"), ("", "five")]
            .map(|(label, text)| (label.to_owned(), text.to_owned()));
        assert_eq!(
            labelled(&lines, 18),
            "Rule  one two\n      three four\n      five\n"
        );
    }

    #[test]
    fn the_first_column_gives_way() {
        let cells = |row: [&str; 2]| row.map(str::to_owned).to_vec();
        let table = Table {
            header: cells(["Participant", "Signed"]),
            rows: vec![cells(["United Kingdom of Great Britain", "1985-02-04"])],
        };
        assert_eq!(
            table.laid_out(30),
            "Participant         Signed\nUnited Kingdom of   1985-02-04\nGreat Britain\n"
        );
    }
}
