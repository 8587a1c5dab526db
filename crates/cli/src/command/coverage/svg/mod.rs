//! The matrix as a picture: self-contained, text as text, every mark a pattern of its own, so that it
//! reads in black and white and at any size. Its table is printed beside it.

mod caption;
mod key;
mod pattern;

use unicode_width::UnicodeWidthStr as _;

use sponsio_law::guarantee::Mark;

use self::caption::{description, escaped, put, short, text, title};
use self::pattern::definition;
use super::marks;
use super::question::Answered;
use crate::layout::{untied, wrapped};
use crate::wording::say;

/// The room around the picture.
const MARGIN: usize = 16;
/// The height of a line of text.
const LINE: usize = 18;
/// The width of one character of text, about.
const CHARACTER: usize = 7;
/// The narrowest picture.
const NARROWEST: usize = 560;

/// Returns the picture.
pub(super) fn drawn(answered: &Answered) -> String {
    Picture::of(answered).drawn()
}

struct Picture<'a> {
    answered: &'a Answered,
    /// The length of a side of a cell.
    cell: usize,
    /// The size of the letters of codes.
    letters: usize,
    left: usize,
    top: usize,
    width: usize,
    title: Vec<String>,
    legend: Vec<Mark>,
}

impl<'a> Picture<'a> {
    fn of(answered: &'a Answered) -> Self {
        let count = answered.coverage.members.len();
        let cell: usize = match count {
            0..=12 => 36,
            13..=40 => 20,
            41..=90 => 12,
            _ => 8,
        };
        let letters = (cell.saturating_sub(1)).min(13);
        let codes = (0..count).map(|at| answered.code(at).width()).max();
        // The word under the codes needs as much room as they do.
        let code = (codes.unwrap_or(3).min(16) * letters * 2 / 3 + 10).max(54);
        let left = MARGIN + code;
        let grid = left + cell * count + MARGIN + 36;
        let width = grid.max(NARROWEST);
        let room = (width - 2 * MARGIN) / CHARACTER;
        let title = title(answered);
        let title = wrapped(&untied(&title), room);
        let top = MARGIN + LINE * (title.len() + 1) + code;
        Self {
            answered,
            cell,
            letters,
            left,
            top,
            width,
            title,
            legend: marks(answered),
        }
    }

    fn count(&self) -> usize {
        self.answered.coverage.members.len()
    }

    fn end(&self) -> (usize, usize) {
        let side = self.cell * self.count();
        (self.left + side, self.top + side)
    }

    fn height(&self) -> usize {
        let totals = LINE + 10;
        self.end().1 + totals + LINE * (self.legend.len() + 2) + MARGIN
    }

    fn drawn(&self) -> String {
        let words = &self.answered.words;
        let (width, height) = (self.width, self.height());
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"t d\" lang=\"{}\" \
             font-family=\"system-ui, sans-serif\" font-size=\"12\">\n<title id=\"t\">{}</title>\n\
             <desc id=\"d\">{}</desc>\n",
            words.language().tag(),
            escaped(&self.title.join(" ")),
            escaped(&untied(&description(self.answered))),
        );
        // Ink on paper: a picture that is printed or shown on a dark page keeps its own ground.
        svg += "<style>text{fill:#000}.e{text-anchor:end}.m{text-anchor:middle}.b{font-weight:600}</style>\n<defs>\n";
        for found in &self.legend {
            svg += &definition(*found, self.cell, self.left, self.top);
        }
        put(
            &mut svg,
            format_args!("</defs>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"),
        );
        self.head(&mut svg);
        self.codes(&mut svg);
        self.cells(&mut svg);
        self.lines(&mut svg);
        self.totals(&mut svg);
        self.keys(&mut svg);
        svg + "</svg>\n"
    }

    fn head(&self, svg: &mut String) {
        let mut y = MARGIN + 12;
        for line in &self.title {
            text(svg, (MARGIN, y), "b", 13, line);
            y += LINE;
        }
        let treaties = self.answered.coverage.treaties.iter();
        let horizon = treaties.filter_map(|covered| covered.known_to).min();
        let beyond = self
            .answered
            .coverage
            .treaties
            .iter()
            .any(|covered| covered.beyond);
        let words = &self.answered.words;
        let said = match horizon {
            None => say!(words, "known-to-nothing"),
            Some(day) if beyond => say!(words, "coverage-beyond", day = day),
            Some(day) => say!(words, "coverage-known", day = day),
        };
        text(svg, (MARGIN, y), "", 12, &said);
    }

    fn codes(&self, svg: &mut String) {
        for at in 0..self.count() {
            let code = escaped(&short(self.answered.code(at)));
            let middle = self.cell * at + self.cell / 2;
            let (x, y) = (self.left + middle, self.top + middle);
            let (size, lower) = (self.letters, self.letters / 3);
            put(
                svg,
                format_args!(
                    "<text x=\"{}\" y=\"{}\" class=\"e\" font-size=\"{size}\">{code}</text>",
                    self.left - 6,
                    y + lower
                ),
            );
            let (x, y) = (x + lower, self.top - 6);
            put(
                svg,
                format_args!(
                    "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" transform=\"rotate(-90 {x} {y})\">{code}</text>"
                ),
            );
        }
    }

    /// The cells, those beside each other with one mark in one piece.
    fn cells(&self, svg: &mut String) {
        let (cell, coverage) = (self.cell, &self.answered.coverage);
        for from in 0..self.count() {
            let y = self.top + cell * from;
            let mut to = 0;
            while to < self.count() {
                let mark = coverage.strongest(from, to);
                let begun = to;
                while to < self.count() && coverage.strongest(from, to) == mark {
                    to += 1;
                }
                if mark != Mark::Nothing {
                    let (x, width) = (self.left + cell * begun, cell * (to - begun));
                    put(
                        svg,
                        format_args!(
                            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{cell}\" fill=\"url(#{})\"/>",
                            mark.label()
                        ),
                    );
                }
            }
        }
    }

    /// The grid, and a stroke through the cells of a participant with itself.
    fn lines(&self, svg: &mut String) {
        let (right, bottom) = self.end();
        for at in 0..=self.count() {
            let (x, y) = (self.left + self.cell * at, self.top + self.cell * at);
            // Every tenth line guides the eye where the cells are small.
            let width = if self.count() > 40 && at % 10 == 0 {
                "1.2"
            } else {
                "0.5"
            };
            let (left, top) = (self.left, self.top);
            put(
                svg,
                format_args!(
                    "<path d=\"M{x} {top}V{bottom}M{left} {y}H{right}\" stroke=\"#000\" stroke-width=\"{width}\" stroke-opacity=\".45\"/>"
                ),
            );
        }
        for at in 0..self.count() {
            if self.answered.coverage.strongest(at, at) != Mark::Nothing {
                continue;
            }
            let (x, y) = (self.left + self.cell * at, self.top + self.cell * at);
            put(
                svg,
                format_args!(
                    "<path d=\"M{x} {y}l{0} {0}\" stroke=\"#000\" stroke-width=\".7\"/>",
                    self.cell
                ),
            );
        }
    }
}
