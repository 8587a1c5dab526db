//! The marks as they are drawn: each differs from all others in shape, not in colour, from 8 to 36
//! units a side.

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
    let s = tenths(side);
    match mark {
        Mark::Bound => format!("<path d=\"M0 0h{side}v{side}h-{side}z\"/>"),
        Mark::Conditional => format!(
            "<path d=\"M0 0h{side}v{side}h-{side}z\"/><circle cx=\"{c}\" cy=\"{c}\" r=\"{r}\" fill=\"#fff\"/>",
            c = s(5),
            r = s(3)
        ),
        Mark::Provisional => format!("<path d=\"M0 {side}L{side} 0V{side}z\"/>"),
        Mark::Suspended => format!(
            "<path d=\"M0 {a}H{side}M0 {b}H{side}\" stroke=\"#000\" stroke-width=\"{w}\"/>",
            a = s(3),
            b = s(7),
            w = s(2)
        ),
        Mark::Contested => {
            let half = s(5);
            format!(
                "<path d=\"M0 0h{half}v{half}h-{half}zM{half} {half}h{half}v{half}h-{half}z\"/>"
            )
        }
        Mark::Undetermined => format!(
            "<text x=\"{x}\" y=\"{y}\" class=\"m b\" font-size=\"{size}\">?</text>",
            x = s(5),
            y = s(8),
            size = s(8)
        ),
        Mark::Political => format!(
            "<circle cx=\"{c}\" cy=\"{c}\" r=\"{r}\" fill=\"none\" stroke=\"#000\" stroke-width=\"{w}\"/>",
            c = s(5),
            r = s(3),
            w = s(1)
        ),
        Mark::Offered => format!(
            "<path d=\"M{a} {a}h{l}v{l}h-{l}z\" fill=\"none\" stroke=\"#000\" stroke-width=\"{w}\" stroke-dasharray=\"{d}\"/>",
            a = s(3),
            l = s(4),
            w = s(1),
            d = s(1)
        ),
        Mark::Lost => format!(
            "<path d=\"M{a} {a}L{b} {b}M{b} {a}L{a} {b}\" stroke=\"#000\" stroke-width=\"{w}\"/>",
            a = s(3),
            b = s(7),
            w = s(1)
        ),
        Mark::Nothing => String::new(),
    }
}

/// Tenths of a side, with one digit behind the point.
fn tenths(side: usize) -> impl Fn(usize) -> String {
    move |tenths| {
        let value = side * tenths;
        format!("{}.{}", value / 10, value % 10)
    }
}
