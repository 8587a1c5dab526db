//! The marks as they are drawn: each differs from all others in shape, not in colour, from 8 to 36
//! units a side. What is full keeps off the edge, so that neighbours stay apart.

use sponsio_law::guarantee::Mark;

/// Returns a mark as a pattern of this side, laid from a corner of the grid.
pub(super) fn definition(mark: Mark, side: usize, left: usize, top: usize) -> String {
    format!(
        "<pattern id=\"{}\" x=\"{left}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\">{}</pattern>\n",
        mark.label(),
        symbol(mark, side)
    )
}

/// Returns a mark in a square of this side.
///
/// In force is full, under a condition full with a hole, provisional half full; suspended are bars,
/// contested is a chessboard; what is no law in force is drawn in outline or thin strokes.
pub(super) fn symbol(mark: Mark, side: usize) -> String {
    let s = |hundredths: usize| at(side, hundredths);
    let (near, far, long) = (s(7), s(93), s(86));
    let full = format!("<path d=\"M{near} {near}h{long}v{long}h-{long}z\"/>");
    match mark {
        Mark::Bound => full,
        Mark::Conditional => format!(
            "{full}<circle cx=\"{c}\" cy=\"{c}\" r=\"{r}\" fill=\"#fff\"/>",
            c = s(50),
            r = s(28)
        ),
        Mark::Provisional => format!("<path d=\"M{near} {far}L{far} {near}V{far}z\"/>"),
        Mark::Suspended => format!(
            "<path d=\"M{near} {a}H{far}M{near} {b}H{far}\" stroke=\"#000\" stroke-width=\"{w}\"/>",
            a = s(28),
            b = s(72),
            w = s(22)
        ),
        Mark::Contested => {
            let (half, middle) = (s(43), s(50));
            format!(
                "<path d=\"M{near} {near}h{half}v{half}h-{half}zM{middle} {middle}h{half}v{half}h-{half}z\"/>"
            )
        }
        Mark::Undetermined => format!(
            "<text x=\"{x}\" y=\"{y}\" class=\"m b\" font-size=\"{size}\">?</text>",
            x = s(50),
            y = s(80),
            size = s(85)
        ),
        Mark::Political => format!(
            "<circle cx=\"{c}\" cy=\"{c}\" r=\"{r}\" fill=\"none\" stroke=\"#000\" stroke-width=\"{w}\"/>",
            c = s(50),
            r = s(30),
            w = s(9)
        ),
        Mark::Offered => format!(
            "<path d=\"M{a} {a}h{l}v{l}h-{l}z\" fill=\"none\" stroke=\"#000\" stroke-width=\"{w}\"/>",
            a = s(36),
            l = s(28),
            w = s(8)
        ),
        Mark::Lost => format!(
            "<path d=\"M{a} {a}L{b} {b}M{b} {a}L{a} {b}\" stroke=\"#000\" stroke-width=\"{w}\"/>",
            a = s(30),
            b = s(70),
            w = s(10)
        ),
        Mark::Nothing => String::new(),
    }
}

/// Hundredths of a side, with two digits behind the point.
fn at(side: usize, hundredths: usize) -> String {
    let value = side * hundredths;
    format!("{}.{:02}", value / 100, value % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_marks_look_the_same() {
        for side in [8, 12, 20, 36] {
            let drawn = Mark::ALL.map(|mark| symbol(mark, side));
            for (nth, one) in drawn.iter().enumerate() {
                assert!(drawn.iter().skip(nth + 1).all(|other| other != one));
            }
        }
        assert_eq!(at(8, 93), "7.44");
    }
}
