//! What stands below and beside the cells: the sums, and the key to the marks.

use super::caption::{put, text};
use super::pattern::symbol;
use super::{LINE, MARGIN, Picture};
use crate::wording::guarantee::mark;
use crate::wording::say;

impl Picture<'_> {
    /// How many each line covers, and by how many each column is covered.
    pub(super) fn totals(&self, svg: &mut String) {
        let (words, coverage) = (&self.answered.words, &self.answered.coverage);
        let (right, bottom) = self.end();
        let size = self.letters;
        let covered =
            |from: usize, to: usize| from != to && coverage.strongest(from, to).is_covered();
        for at in 0..self.count() {
            let middle = self.cell * at + self.cell / 2 + size / 3;
            let gives = (0..self.count()).filter(|to| covered(at, *to)).count();
            let y = self.top + middle;
            put(
                svg,
                format_args!(
                    "<text x=\"{}\" y=\"{y}\" font-size=\"{size}\">{gives}</text>",
                    right + 5
                ),
            );
            let receives = (0..self.count()).filter(|from| covered(*from, at)).count();
            let (x, y) = (self.left + middle, bottom + 5);
            put(
                svg,
                format_args!(
                    "<text x=\"{x}\" y=\"{y}\" class=\"e\" font-size=\"{size}\" transform=\"rotate(-90 {x} {y})\">{receives}</text>"
                ),
            );
        }
        text(
            svg,
            (right + 5, self.top - 6),
            "",
            10,
            &say!(words, "coverage-given"),
        );
        text(
            svg,
            (self.left - 6, bottom + 12),
            "e",
            10,
            &say!(words, "coverage-received"),
        );
    }

    /// The legend: each mark that occurs, as it is drawn, with its words.
    pub(super) fn keys(&self, svg: &mut String) {
        let words = &self.answered.words;
        let mut y = self.end().1 + LINE + 16;
        let side = 14;
        for found in &self.legend {
            put(
                svg,
                format_args!(
                    "<g transform=\"translate({MARGIN} {y})\">{}<path d=\"M0 0h{side}v{side}h-{side}z\" fill=\"none\" stroke=\"#000\" stroke-width=\".7\"/></g>",
                    symbol(*found, side)
                ),
            );
            text(
                svg,
                (MARGIN + side + 8, y + 11),
                "",
                12,
                &mark(words, *found),
            );
            y += LINE;
        }
        let axes = say!(words, "coverage-axes");
        text(svg, (MARGIN, y + 12), "", 12, &axes);
    }
}
