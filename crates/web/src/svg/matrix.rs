//! The matrix of guarantees: lines owe, columns are owed. Small ones have a letter and a title in each
//! cell; in large ones each pledge is one path over all cells that have it. A table says the same.

use core::fmt::{Arguments, Write as _};

use super::escaped;
use super::pledge::{TINY, shape, tiny};
use crate::page::pledge::Pledge;

/// The most members whose cells are drawn one by one.
pub(crate) const MOST: usize = 30;

/// The room between two cells.
const GAP: usize = 4;

/// The longest code that is written whole.
const CODE: usize = 16;

/// What is drawn.
pub(crate) struct Matrix<'a> {
    /// The words for those who do not see it.
    pub(crate) label: &'a str,
    /// What lines are, and what columns are.
    pub(crate) axes: (&'a str, &'a str),
    /// The codes of the members.
    pub(crate) codes: &'a [String],
    /// What stands for each pair, line by line; nothing for a member and itself where nothing is promised.
    pub(crate) cells: &'a [Vec<Option<Pledge>>],
    /// The letter of a pledge.
    pub(crate) letter: &'a dyn Fn(Pledge) -> String,
    /// The words of a cell, by line and column.
    pub(crate) title: &'a dyn Fn(usize, usize) -> String,
}

impl Matrix<'_> {
    /// Returns the picture.
    pub(crate) fn drawn(&self) -> String {
        let count = self.codes.len();
        let side = match count {
            0..=14 => 42,
            15..=MOST => 30,
            _ => TINY,
        };
        let (letters, small) = if count > MOST { (7, " tiny") } else { (13, "") };
        let longest = self.codes.iter().map(|code| short(code).chars().count());
        let room = longest.max().unwrap_or_default() * letters * 3 / 4 + 10;
        let is_turned = room > side;
        let left = room.max(64);
        let top = 24 + if is_turned { room } else { letters + 10 };
        // The words above the columns begin where the columns do, and need their room.
        let width = left + (side * count).max(self.axes.1.chars().count() * 8);
        let height = top + side * count;
        let mut svg = String::new();
        put(
            &mut svg,
            format_args!(
                r#"<svg class="matrix" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label="{}">"#,
                escaped(self.label)
            ),
        );
        put(
            &mut svg,
            format_args!(
                r#"<text x="{left}" y="13">{}</text><text x="0" y="{}">{}</text>"#,
                escaped(self.axes.1),
                top - 8,
                escaped(self.axes.0)
            ),
        );
        for (place, code) in self.codes.iter().enumerate() {
            let code = escaped(&short(code));
            let middle = side * place + (side - GAP.min(side / 4)) / 2;
            let (x, y) = (left + middle, top + middle + letters / 3);
            let (beside, lower, above) = (left - 8, x + letters / 3, top - 6);
            put(
                &mut svg,
                format_args!(
                    r#"<text class="strong endx{small}" x="{beside}" y="{y}">{code}</text>"#
                ),
            );
            if is_turned {
                put(
                    &mut svg,
                    format_args!(
                        r#"<text class="strong{small}" x="{lower}" y="{above}" transform="rotate(-90 {lower} {above})">{code}</text>"#
                    ),
                );
            } else {
                put(
                    &mut svg,
                    format_args!(r#"<text class="strong mid" x="{x}" y="{above}">{code}</text>"#),
                );
            }
        }
        if count > MOST {
            self.runs(&mut svg, (left, top));
        } else {
            self.squares(&mut svg, (left, top), side);
        }
        svg.push_str("</svg>");
        svg
    }

    /// The pledges that are there, the strongest first.
    fn found(&self) -> impl Iterator<Item = Pledge> {
        let is_there = |pledge: &Pledge| {
            self.cells
                .iter()
                .flatten()
                .any(|cell| *cell == Some(*pledge))
        };
        Pledge::ALL.into_iter().filter(is_there)
    }

    fn squares(&self, svg: &mut String, (left, top): (usize, usize), side: usize) {
        svg.push_str("<defs>");
        for pledge in self.found() {
            let drawn = shape(pledge, &(self.letter)(pledge), side - GAP);
            put(
                svg,
                format_args!(r#"<g id="k-{}">{drawn}</g>"#, pledge.name()),
            );
        }
        svg.push_str("</defs>");
        for (from, line) in self.cells.iter().enumerate() {
            for (to, cell) in line.iter().enumerate() {
                let (x, y) = (left + side * to, top + side * from);
                match cell {
                    Some(pledge) => put(
                        svg,
                        format_args!(
                            r##"<use href="#k-{}" x="{x}" y="{y}"><title>{}</title></use>"##,
                            pledge.name(),
                            escaped(&(self.title)(from, to))
                        ),
                    ),
                    None => put(
                        svg,
                        format_args!(
                            r#"<path class="s-hair w1" d="M{x} {}l{1} -{1}"/>"#,
                            y + side - GAP,
                            side - GAP
                        ),
                    ),
                }
            }
        }
    }

    /// Draws each pledge as one path: neighbours in a line are one stroke, as wide as a line is high.
    fn runs(&self, svg: &mut String, (left, top): (usize, usize)) {
        svg.push_str("<defs>");
        for pledge in self.found() {
            put(
                svg,
                format_args!(
                    r#"<pattern id="k-{}" x="{left}" y="{top}" width="{TINY}" height="{TINY}" patternUnits="userSpaceOnUse">{}</pattern>"#,
                    pledge.name(),
                    tiny(pledge)
                ),
            );
        }
        svg.push_str("</defs>");
        for pledge in self.found() {
            put(
                svg,
                format_args!(
                    r#"<path stroke="url(#k-{})" stroke-width="{TINY}" d="{}"><title>{}</title></path>"#,
                    pledge.name(),
                    self.strokes(pledge, (left, top)),
                    escaped(&(self.letter)(pledge))
                ),
            );
        }
    }

    fn strokes(&self, pledge: Pledge, (left, top): (usize, usize)) -> String {
        let mut strokes = String::new();
        for (from, line) in self.cells.iter().enumerate() {
            let (mut to, mut pen) = (0, None);
            for run in line.chunk_by(|one, next| one == next) {
                let (begin, end) = (left + TINY * to, left + TINY * (to + run.len()));
                to += run.len();
                if run[0] != Some(pledge) {
                    continue;
                }
                match pen.replace(end) {
                    None => put(
                        &mut strokes,
                        format_args!("M{begin} {}", top + TINY * from + TINY / 2),
                    ),
                    Some(pen) => put(&mut strokes, format_args!("m{} 0", begin - pen)),
                }
                put(&mut strokes, format_args!("h{}", end - begin));
            }
        }
        strokes
    }
}

/// The longest codes are cut; the table has them whole.
fn short(code: &str) -> String {
    if code.chars().count() <= CODE {
        return code.to_owned();
    }
    code.chars().take(CODE - 1).chain(['…']).collect()
}

fn put(svg: &mut String, line: Arguments<'_>) {
    // Writing into a string cannot fail.
    let written = svg.write_fmt(line);
    debug_assert!(written.is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(cells: &[Vec<Option<Pledge>>]) -> String {
        let codes: Vec<String> = (0..cells.len()).map(|place| format!("P{place}")).collect();
        let matrix = Matrix {
            label: "a <label>",
            axes: ("owes", "is owed"),
            codes: &codes,
            cells,
            letter: &|pledge| pledge.name().to_owned(),
            title: &|from, to| format!("{from} to {to}"),
        };
        matrix.drawn()
    }

    #[test]
    fn each_cell_of_a_small_matrix_has_its_title() {
        let mut cells = vec![vec![Some(Pledge::OneSided); 3]; 3];
        cells[1][1] = None;
        let svg = drawn(&cells);
        assert_eq!(svg.matches("<use ").count(), 8);
        assert!(svg.contains("<title>0 to 2</title>") && !svg.contains("<title>1 to 1</title>"));
        assert!(svg.contains("a &lt;label&gt;"));
    }

    /// The law of large matrices: each pledge is one path, and neighbours are one stroke.
    #[test]
    fn a_large_matrix_is_one_path_a_pledge() {
        let cell = |from: usize, to: usize| {
            let pledge = if (from + to) % 97 < 60 {
                Pledge::Mutual
            } else {
                Pledge::OneSided
            };
            (from != to).then_some(pledge)
        };
        let line = |from| (0..193).map(|to| cell(from, to)).collect();
        let cells: Vec<Vec<_>> = (0..193).map(line).collect();
        let svg = drawn(&cells);
        assert_eq!(svg.matches("<path stroke=\"url(#k-").count(), 2);
        assert!(svg.len() < 60_000, "{}", svg.len());
    }

    /// The strokes of all paths cover each cell that has a pledge once.
    #[test]
    fn no_cell_is_lost_or_drawn_twice() {
        let cells: Vec<Vec<_>> = (0..40_usize)
            .map(|from| {
                let line = (0..40_usize).map(|to| Pledge::ALL.get(from * to % 17).copied());
                line.collect()
            })
            .collect();
        let svg = drawn(&cells);
        let paths = svg.split("stroke-width=\"8\" d=\"").skip(1);
        let strokes = paths.filter_map(|rest| rest.split_once('"'));
        let widths = strokes.flat_map(|(strokes, _)| strokes.split('h').skip(1));
        let widths = widths.filter_map(|width| {
            width
                .split(|letter: char| !letter.is_ascii_digit())
                .next()?
                .parse::<usize>()
                .ok()
        });
        let there = cells.iter().flatten().filter(|cell| cell.is_some()).count();
        assert_eq!(widths.sum::<usize>(), there * TINY);
    }
}
