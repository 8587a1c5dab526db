//! The glance at a treaty: one square a State, in the order of names and on no map. What each stands for is
//! said by its line, filling and letter; the table beside it says the same in words.

use core::fmt::Write as _;

use super::escaped;

/// The side of a square.
const SIDE: usize = 36;

/// From one square to the next, across and down.
const PITCH: (usize, usize) = (60, 62);

/// The most squares in a line.
const WIDEST: usize = 14;

/// The longest code that is written below a square, in characters.
const LONGEST: usize = 7;

/// A square.
pub(crate) struct Square<'a> {
    /// The pattern of its status.
    pub(crate) pattern: &'static str,
    /// The letter of its status.
    pub(crate) letter: &'a str,
    /// The code below it.
    pub(crate) code: &'a str,
    /// What it says to whoever cannot see it.
    pub(crate) title: String,
}

/// Draws the squares under a title.
pub(crate) fn drawn(title: &str, squares: &[Square<'_>]) -> String {
    let columns = (1..WIDEST).find(|across| across * across * 2 >= squares.len() * 3);
    let columns = columns.unwrap_or(WIDEST);
    let lines = squares.len().div_ceil(columns);
    let (width, height) = (columns * PITCH.0, lines * PITCH.1);
    let mut svg = format!(
        "<svg class=\"matrix\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\">",
        escaped(title)
    );
    for (place, square) in squares.iter().enumerate() {
        let x = place % columns * PITCH.0 + (PITCH.0 - SIDE) / 2;
        let y = place / columns * PITCH.1 + 2;
        put(
            &mut svg,
            format_args!("<g transform=\"translate({x} {y})\">"),
        );
        put(
            &mut svg,
            format_args!("<title>{}</title>", escaped(&square.title)),
        );
        svg.push_str(&shape(square.pattern));
        let on = if square.pattern == "bound" {
            "f-on"
        } else {
            "f-ink"
        };
        let (middle, base) = (SIDE / 2, SIDE / 2 + 5);
        let letter = escaped(square.letter);
        put(
            &mut svg,
            format_args!("<text class=\"mid {on}\" x=\"{middle}\" y=\"{base}\">{letter}</text>"),
        );
        let code: String = square.code.chars().take(LONGEST).collect();
        let below = SIDE + 15;
        let code = escaped(&code);
        put(
            &mut svg,
            format_args!("<text class=\"mid\" x=\"{middle}\" y=\"{below}\">{code}</text></g>"),
        );
    }
    svg.push_str("</svg>");
    svg
}

/// Returns the square of a status, as the tile of the pages has it.
fn shape(pattern: &str) -> String {
    let framed = |class: &str, inset: usize| {
        let side = SIDE - 2 * inset;
        format!(
            "<rect class=\"{class}\" x=\"{inset}\" y=\"{inset}\" width=\"{side}\" height=\"{side}\"/>"
        )
    };
    match pattern {
        "signed" => framed("f-paper s-navy w1", 1),
        "consented" => framed("f-paper s-navy w3", 2),
        "provisional" => framed("f-paper s-navy w3 dash", 2),
        "bound" => framed("f-navy s-navy w1", 1) + &framed("f-none s-paper w1", 4),
        "suspended" => {
            let bars = (6..SIDE).step_by(6).map(|x| format!("M{x} 1v{}", SIDE - 2));
            let bars: String = bars.collect();
            framed("f-paper s-navy w1", 1) + &format!("<path class=\"s-hair w2\" d=\"{bars}\"/>")
        }
        "withdrawn" | "revoked" => {
            let middle = SIDE / 2;
            framed("f-paper s-line w2 dots", 1)
                + &format!(
                    "<path class=\"s-line w2\" d=\"M10 {middle}H{}\"/>",
                    SIDE - 10
                )
        }
        _ => framed("f-paper s-line w1 dots", 1),
    }
}

fn put(svg: &mut String, written: core::fmt::Arguments<'_>) {
    // Writing into text does not fail.
    let put = svg.write_fmt(written);
    debug_assert!(put.is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_square_lies_within_the_picture_and_no_two_on_each_other() {
        for count in [1, 2, 7, 193] {
            let codes: Vec<String> = (0..count).map(|number| format!("X{number}<")).collect();
            let squares = codes.iter().map(|code| Square {
                pattern: "bound",
                letter: "B",
                code,
                title: format!("{code} & bound"),
            });
            let svg = drawn("All", &squares.collect::<Vec<_>>());
            let (_, size) = svg.split_once("viewBox=\"0 0 ").unwrap();
            let (width, rest) = size.split_once(' ').unwrap();
            let (height, _) = rest.split_once('"').unwrap();
            let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
            let mut places = Vec::new();
            for group in svg.split("translate(").skip(1) {
                let (x, rest) = group.split_once(' ').unwrap();
                let (y, _) = rest.split_once(')').unwrap();
                let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
                assert!(
                    x + SIDE <= width && y + PITCH.1 <= height + 2,
                    "{count}: {x} {y}"
                );
                places.push((x, y));
            }
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), count);
            assert!(!svg.contains("X0<<"), "{svg}");
        }
    }
}
