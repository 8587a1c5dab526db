//! The convergence curve as a picture: what part of the words is in brackets, what part of the provisions
//! has none and is agreed, round by round; beneath, the contested places with what is new among them.

use sponsio_depositary::RoundFigures;
use sponsio_text::Language;

use super::{agreed_permille, figures};
use crate::layout::untied;
use crate::picture::{self, LEFT, level_line, percent, put, text, write_to};
use crate::wording::{Words, say};

/// Where the curves end; the names of the curves stand right of it.
const RIGHT: i32 = 520;
const TOP: i32 = 56;
/// The height of the panel of parts, in pixels: two for each per cent.
const PARTS: i32 = 200;
/// The panel of contested places, and the room above it.
const PLACES: i32 = 120;
const ABOVE: i32 = 52;
const BELOW: i32 = 56;
/// The height in which two labels do not touch.
const LABEL: i32 = 16;
/// More rounds than these are not all named.
const NAMED: usize = 8;
/// The longest name of a round that is written under the curve.
const NAME: usize = 12;

/// One curve: its name, how it is dashed, and its values in tenths of a per cent.
struct Curve {
    name: String,
    dashes: &'static str,
    values: Vec<usize>,
}

/// Returns the picture.
pub fn drawn(words: &Words, title: &str, language: &Language, rounds: &[RoundFigures]) -> String {
    let title = say!(
        words,
        "convergence-title",
        title = title,
        language = language.as_str()
    );
    let told: Vec<String> = rounds
        .iter()
        .map(|round| figures::sentence(words, round))
        .collect();
    let bottom = TOP + PARTS + ABOVE + PLACES;
    let mut svg = picture::head(
        words,
        &untied(&title),
        &untied(&told.join(" ")),
        bottom + BELOW,
    );
    text(&mut svg, LEFT, TOP - 34, "b", &title);
    let draw = Draw { words, rounds };
    draw.parts(&mut svg);
    draw.places(&mut svg);
    draw.names(bottom, &mut svg);
    svg + "</svg>\n"
}

struct Draw<'a> {
    words: &'a Words,
    rounds: &'a [RoundFigures],
}

impl Draw<'_> {
    /// The middle of the column of a round.
    fn x(&self, nth: usize) -> i32 {
        let columns = i32::try_from(self.rounds.len()).unwrap_or(i32::MAX).max(1);
        let nth = i32::try_from(nth).unwrap_or(0);
        LEFT + (RIGHT - LEFT) * (2 * nth + 1) / (2 * columns)
    }

    fn curves(&self) -> [Curve; 3] {
        let of = |value: fn(&RoundFigures) -> usize| self.rounds.iter().map(value).collect();
        [
            Curve {
                name: say!(self.words, "convergence-contested"),
                dashes: "",
                values: of(|round| round.text.contested_permille()),
            },
            Curve {
                name: say!(self.words, "convergence-unbracketed"),
                dashes: " stroke-dasharray=\"9 4\"",
                values: of(|round| round.text.unbracketed_permille()),
            },
            Curve {
                name: say!(self.words, "convergence-agreed"),
                dashes: " stroke-dasharray=\"2 4\"",
                values: of(agreed_permille),
            },
        ]
    }

    fn parts(&self, svg: &mut String) {
        for tens in (0..=100).step_by(20) {
            let y = height(tens * 10);
            level_line(svg, RIGHT, y, &tens.to_string());
        }
        text(
            svg,
            LEFT,
            TOP - 12,
            "",
            &say!(self.words, "convergence-parts"),
        );
        let curves = self.curves();
        for (nth, curve) in curves.iter().enumerate() {
            let mut path = String::new();
            for (round, value) in curve.values.iter().enumerate() {
                let step = if round == 0 { 'M' } else { 'L' };
                write_to(
                    &mut path,
                    format_args!("{step}{} {}", self.x(round), height(*value)),
                );
            }
            let dashes = curve.dashes;
            put(
                svg,
                format_args!("<path d=\"{path}\" stroke-width=\"2.5\"{dashes}/>"),
            );
            for (round, value) in curve.values.iter().enumerate() {
                mark(svg, nth, self.x(round), height(*value));
            }
        }
        self.ends(&curves, svg);
    }

    /// The names of the curves at their ends, moved apart where they would touch.
    fn ends(&self, curves: &[Curve], svg: &mut String) {
        let mut ends: Vec<(i32, usize, &Curve)> = curves
            .iter()
            .enumerate()
            .filter_map(|(nth, curve)| Some((height(*curve.values.last()?), nth, curve)))
            .collect();
        ends.sort_by_key(|(y, nth, _)| (*y, *nth));
        let mut free = TOP;
        for (at, (y, nth, curve)) in ends.iter().enumerate() {
            let below = i32::try_from(ends.len() - at - 1).unwrap_or(0);
            let line = (*y).max(free).min(TOP + PARTS - below * LABEL);
            free = line + LABEL;
            let value = curve.values.last().copied().unwrap_or(0);
            let hundredths = u32::try_from(value * 10).unwrap_or(u32::MAX);
            let said = format!("{} {}", curve.name, percent(self.words, hundredths));
            mark(svg, *nth, RIGHT + 14, line);
            text(svg, RIGHT + 26, line + 4, "", &said);
        }
    }

    /// The contested places of each round; hatched are those that the round before had not.
    fn places(&self, svg: &mut String) {
        let bottom = TOP + PARTS + ABOVE + PLACES;
        let most = self.rounds.iter().map(|round| round.text.sites).max();
        let most = most.unwrap_or(0).max(1);
        let tall = |count: usize| {
            let height = count * usize::try_from(PLACES).unwrap_or(0) / most;
            i32::try_from(height).unwrap_or(0)
        };
        let said = say!(self.words, "convergence-places");
        text(svg, LEFT, bottom - PLACES - 28, "", &said);
        put(svg, format_args!("<path d=\"M{LEFT} {bottom}H{RIGHT}\"/>"));
        let columns = i32::try_from(self.rounds.len()).unwrap_or(1).max(1);
        let width = ((RIGHT - LEFT) / columns * 2 / 5).clamp(4, 56);
        for (nth, round) in self.rounds.iter().enumerate() {
            let left = self.x(nth) - width / 2;
            let whole = tall(round.text.sites);
            let top = bottom - whole;
            put(
                svg,
                format_args!(
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{whole}\"/>"
                ),
            );
            let new = round.since.map_or(0, |since| tall(since.new));
            put(
                svg,
                format_args!(
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{new}\" fill=\"url(#u)\"/>"
                ),
            );
            let count = round.text.sites.to_string();
            text(svg, self.x(nth), top - 5, "m b", &count);
        }
    }

    /// The rounds by name, with how many places were resolved since the one before.
    fn names(&self, bottom: i32, svg: &mut String) {
        let every = self.rounds.len().div_ceil(NAMED).max(1);
        for (nth, round) in self.rounds.iter().enumerate() {
            if nth % every != 0 {
                continue;
            }
            let x = self.x(nth);
            let name: String = round.round.chars().take(NAME).collect();
            let more = if round.round.chars().nth(NAME).is_some() {
                "…"
            } else {
                ""
            };
            text(svg, x, bottom + 18, "m", &format!("{name}{more}"));
            if let Some(since) = &round.since {
                let said = say!(
                    self.words,
                    "convergence-moved",
                    resolved = since.resolved,
                    new = since.new
                );
                text(svg, x, bottom + 36, "m", &said);
            }
        }
    }
}

/// Where tenths of a per cent stand.
fn height(permille: usize) -> i32 {
    let up = permille.min(1000) * usize::try_from(PARTS).unwrap_or(0) / 1000;
    TOP + PARTS - i32::try_from(up).unwrap_or(0)
}

/// A mark that tells the curves apart where they cross: a disc, a square, a ring.
fn mark(svg: &mut String, nth: usize, x: i32, y: i32) {
    match nth {
        0 => put(
            svg,
            format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" fill=\"currentColor\"/>"),
        ),
        1 => put(
            svg,
            format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"8\" height=\"8\" fill=\"currentColor\"/>",
                x - 4,
                y - 4
            ),
        ),
        _ => put(
            svg,
            format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4.5\" stroke-width=\"2\"/>"),
        ),
    }
}
