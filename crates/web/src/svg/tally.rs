//! The tally: one stroke an instrument, the tall one the trigger, an outline for each that is missing.

use core::fmt::Write as _;

use super::escaped;

/// The most strokes that can be told apart.
const MOST: usize = 240;

/// Instruments that came, and those that are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How many there are.
    pub(crate) counted: usize,
    /// How many are needed.
    pub(crate) needed: usize,
    /// Whether the tall stroke is shown: the conditions have been met.
    pub(crate) is_met: bool,
}

impl Tally {
    /// Returns the picture with these words for those who do not see it; nothing where the strokes
    /// would be too many.
    pub(crate) fn drawn(&self, label: &str) -> Option<String> {
        let strokes = self.counted.max(self.needed);
        if strokes == 0 || strokes > MOST {
            return None;
        }
        // A stroke has the same width on every page, as far as all of them fit.
        let width = strokes * 12;
        let mut svg = format!(
            r#"<svg class="tally flip" width="{width}" height="36" viewBox="0 0 {width} 36" preserveAspectRatio="none" role="img" aria-label="{}">"#,
            escaped(label)
        );
        for place in 0..strokes {
            let x = place * 12;
            let is_trigger = self.is_met && place + 1 == self.needed;
            let (y, height) = if is_trigger { (2, 32) } else { (10, 24) };
            let class = if place < self.counted {
                "f-navy"
            } else {
                "f-none s-line w1"
            };
            // Writing into a string cannot fail.
            let written = write!(
                svg,
                r#"<rect class="{class}" x="{x}.5" y="{y}" width="7" height="{height}"/>"#
            );
            debug_assert!(written.is_ok());
        }
        svg.push_str("</svg>");
        Some(svg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strokes_are_those_of_the_instruments() {
        let tally = Tally {
            counted: 3,
            needed: 5,
            is_met: false,
        };
        let drawn = tally.drawn("3 of <5>").unwrap();
        assert_eq!(drawn.matches("f-navy").count(), 3);
        assert_eq!(drawn.matches("f-none").count(), 2);
        assert_eq!(drawn.matches(r#"height="32""#).count(), 0);
        assert!(drawn.contains("3 of &lt;5&gt;"));
    }

    #[test]
    fn the_trigger_is_the_tall_stroke() {
        let tally = Tally {
            counted: 7,
            needed: 5,
            is_met: true,
        };
        let drawn = tally.drawn("7").unwrap();
        assert_eq!(drawn.matches("<rect").count(), 7);
        let tall = drawn.find(r#"height="32""#).unwrap();
        assert_eq!(drawn[..tall].matches("<rect").count(), 5);
    }

    #[test]
    fn too_many_strokes_are_no_picture() {
        assert_eq!(
            Tally {
                counted: 241,
                needed: 1,
                is_met: true
            }
            .drawn("x"),
            None
        );
        assert_eq!(
            Tally {
                counted: 0,
                needed: 0,
                is_met: false
            }
            .drawn("x"),
            None
        );
    }
}
