//! What stands for a pair, as a square with a letter: each differs from all others in shape, not in
//! colour (`docs/guide/serve.md`). Without room for a letter, the shape alone.

use core::fmt::{Arguments, Write as _};

use sponsio_law::guarantee::Mark;

use super::escaped;
use crate::page::pledge::Pledge;

/// The side of a square without a letter.
pub(crate) const TINY: usize = 8;

/// Returns a pledge with its letter in a square of this side, at least 20 units. The letter stands on a
/// clear ground.
pub(crate) fn shape(pledge: Pledge, letter: &str, side: usize) -> String {
    let mut svg = String::new();
    let edge = side - 1;
    let mut framed = |class: &str| {
        put(
            &mut svg,
            format_args!(
                r#"<rect class="{class}" x="0.5" y="0.5" width="{edge}" height="{edge}"/>"#
            ),
        );
    };
    match pledge {
        Pledge::Mutual | Pledge::Other(Mark::Bound) => framed("f-navy s-navy w1"),
        Pledge::OneSided | Pledge::Other(Mark::Conditional | Mark::Suspended | Mark::Contested) => {
            framed("f-paper s-navy w1");
        }
        Pledge::ReturnUnknown | Pledge::Other(Mark::Offered) => framed("f-paper s-navy w1 dash"),
        Pledge::Other(Mark::Political) => framed("f-paper s-line w1"),
        Pledge::Other(Mark::Undetermined | Mark::Lost) => framed("f-paper s-line w1 dots"),
        Pledge::Other(Mark::Provisional | Mark::Nothing) => {}
    }
    put(&mut svg, format_args!("{}", filling(pledge, side)));
    let (class, across, down) = ground(pledge);
    let (x, y) = (side * across / 100, side * down / 100 + 5);
    if is_patterned(pledge) {
        put(
            &mut svg,
            format_args!(
                r#"<rect class="f-paper" x="{0}" y="{0}" width="16" height="16"/>"#,
                side / 2 - 8
            ),
        );
    }
    put(
        &mut svg,
        format_args!(
            r#"<text class="mid {class}" x="{x}" y="{y}">{}</text>"#,
            escaped(letter)
        ),
    );
    svg
}

/// What a square is filled with behind its letter.
fn filling(pledge: Pledge, side: usize) -> String {
    let half = side / 2;
    match pledge {
        Pledge::OneSided => format!(r#"<path class="f-navy" d="M0 0V{side}H{side}Z"/>"#),
        Pledge::ReturnUnknown => format!(r#"<path class="f-navy" d="M0 {half}V{side}H{half}Z"/>"#),
        Pledge::Other(Mark::Conditional) => hatched(side),
        Pledge::Other(Mark::Suspended) => {
            let bars = (4..side).step_by(5);
            let bars = strokes(bars.map(|x| format!("M{x} 0V{side}")));
            format!(r#"<path class="s-navy w2" d="{bars}"/>"#)
        }
        Pledge::Other(Mark::Contested) => format!(
            r#"<path class="f-navy" d="M0 0h{half}v{half}H0zM{half} {half}H{side}V{side}H{half}z"/>"#
        ),
        Pledge::Other(Mark::Political) => {
            let places = || (4..side).step_by(6);
            let dots = places().flat_map(|y| places().map(move |x| format!("M{x} {y}h0")));
            format!(r#"<path class="s-navy w2 round" d="{}"/>"#, strokes(dots))
        }
        Pledge::Other(Mark::Provisional) => format!(
            r#"<rect class="f-paper s-navy w3 dash" x="2" y="2" width="{0}" height="{0}"/>"#,
            side - 4
        ),
        Pledge::Other(Mark::Nothing) => format!(
            r#"<rect class="f-paper s-ochre w3" x="2" y="2" width="{0}" height="{0}"/>"#,
            side - 4
        ),
        Pledge::Other(Mark::Lost) => {
            format!(r#"<path class="s-line w1" d="M0 {side}L{side} 0"/>"#)
        }
        Pledge::Mutual | Pledge::Other(Mark::Bound | Mark::Offered | Mark::Undetermined) => {
            String::new()
        }
    }
}

fn strokes(all: impl Iterator<Item = String>) -> String {
    all.collect()
}

fn hatched(side: usize) -> String {
    let steps = (6..side * 2).step_by(6);
    let lines = strokes(steps.map(|at| {
        let over = at.saturating_sub(side);
        let reach = at.min(side);
        format!("M{over} {reach}L{reach} {over}")
    }));
    format!(r#"<path class="s-navy w1" d="{lines}"/>"#)
}

const fn is_patterned(pledge: Pledge) -> bool {
    matches!(
        pledge,
        Pledge::Other(
            Mark::Conditional | Mark::Suspended | Mark::Political | Mark::Contested | Mark::Lost
        )
    )
}

/// Returns the class of the letter, and where it stands in hundredths of a side, off what is drawn.
const fn ground(pledge: Pledge) -> (&'static str, usize, usize) {
    match pledge {
        Pledge::Mutual | Pledge::Other(Mark::Bound) => ("f-on", 50, 50),
        Pledge::OneSided | Pledge::ReturnUnknown => ("f-ink", 68, 32),
        Pledge::Other(Mark::Nothing) => ("f-open", 50, 50),
        Pledge::Other(_) => ("f-ink", 50, 50),
    }
}

/// Returns the shape of a pledge in a square of [`TINY`] units, with some room to its neighbours.
pub(crate) const fn tiny(pledge: Pledge) -> &'static str {
    match pledge {
        Pledge::Mutual | Pledge::Other(Mark::Bound) => r#"<path class="f-navy" d="M0 0h7v7H0z"/>"#,
        Pledge::OneSided => r#"<path class="f-navy" d="M0 0V7H7z"/>"#,
        Pledge::ReturnUnknown => r#"<path class="f-navy" d="M0 3.5V7H3.5z"/>"#,
        Pledge::Other(Mark::Conditional) => {
            r#"<path class="f-navy" d="M0 0h7v7H0zM2 2v3h3V2z" fill-rule="evenodd"/>"#
        }
        Pledge::Other(Mark::Provisional) => r#"<path class="f-navy" d="M0 0h7v3H0z"/>"#,
        Pledge::Other(Mark::Suspended) => r#"<path class="f-navy" d="M0 0h2v7H0zM5 0h2v7H5z"/>"#,
        Pledge::Other(Mark::Contested) => {
            r#"<path class="f-navy" d="M0 0h3.5v3.5H0zM3.5 3.5H7V7H3.5z"/>"#
        }
        Pledge::Other(Mark::Undetermined) => {
            r#"<path class="f-navy" d="M2.5 0h2v4h-2zM2.5 5h2v2h-2z"/>"#
        }
        Pledge::Other(Mark::Political) => r#"<circle class="f-navy" cx="3.5" cy="3.5" r="1.5"/>"#,
        Pledge::Other(Mark::Offered) => r#"<path class="f-none s-navy w1" d="M.5 .5h6v6h-6z"/>"#,
        Pledge::Other(Mark::Lost) => r#"<path class="s-line w1" d="M1 1l5 5M6 1L1 6"/>"#,
        Pledge::Other(Mark::Nothing) => r#"<path class="s-ochre w2" d="M1 3.5h5"/>"#,
    }
}

fn put(svg: &mut String, line: Arguments<'_>) {
    // Writing into a string cannot fail.
    let written = svg.write_fmt(line);
    debug_assert!(written.is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_pledges_look_the_same() {
        let drawn = |draw: fn(Pledge) -> String| {
            let all = Pledge::ALL.map(draw);
            for (place, one) in all.iter().enumerate() {
                assert!(
                    all.iter().skip(place + 1).all(|other| other != one),
                    "{one}"
                );
            }
        };
        drawn(|pledge| shape(pledge, "", 26));
        drawn(|pledge| shape(pledge, "", 38));
        drawn(|pledge| tiny(pledge).to_owned());
    }
}
