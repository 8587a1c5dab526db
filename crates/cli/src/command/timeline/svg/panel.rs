//! The panels of the picture: the number of instruments, and under it each share of a table that the
//! clause needs, with their upright scales.

use sponsio_law::calendar::Date;

use super::{RIGHT, TOP};
use crate::command::timeline::curve::Curve;
use crate::picture::{LEFT, put, text};
use crate::wording::{Words, say};

/// The heights of the first panel, of those of shares, and of the room above each of the latter.
const HEIGHT: i32 = 246;
const SHARE: i32 = 110;
const ABOVE: i32 = 34;
/// The steps between numbers on the upright scale.
const STEPS: [u32; 10] = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];
/// The height in which two labels do not touch.
const LABEL: i32 = 16;
/// Hundredths of a per cent in the whole.
const WHOLE: u32 = 10_000;

/// A stepped curve with its own upright scale.
pub(super) struct Panel<'a> {
    pub(super) title: String,
    pub(super) levels: &'a [(Date, u32)],
    /// What is needed, and its label.
    pub(super) needed: Option<(u32, String)>,
    /// The greatest level drawn, and how many of the levels make one on the scale.
    most: u32,
    pub(super) unit: u32,
    pub(super) top: i32,
    pub(super) bottom: i32,
}

impl Panel<'_> {
    /// Returns how high a level stands.
    pub(super) fn y(&self, level: u32) -> i32 {
        let part = u64::from(level) * u64::from((self.bottom - self.top).unsigned_abs());
        let up = part / u64::from(self.most.max(1));
        self.bottom - i32::try_from(up).unwrap_or(0)
    }

    /// What is counted above, numbers on the left.
    pub(super) fn scale(&self, svg: &mut String) {
        let most = self.most / self.unit.max(1);
        let rows = u32::try_from((self.bottom - self.top) / 36).unwrap_or(1);
        let step = STEPS.into_iter().find(|step| most / step <= rows);
        let step = step.unwrap_or(1000);
        let needed = self.needed.as_ref().map(|(needed, _)| self.y(*needed));
        for number in (0..=most).filter(|number| number % step == 0) {
            let y = self.y(number * self.unit);
            put(
                svg,
                format_args!("<path class=\"g\" d=\"M{LEFT} {y}H{RIGHT}\"/>"),
            );
            if needed.is_none_or(|needed| LABEL <= (needed - y).abs()) {
                text(svg, LEFT - 8, y + 4, "e", &number.to_string());
            }
        }
        let bottom = self.bottom;
        put(svg, format_args!("<path d=\"M{LEFT} {bottom}H{RIGHT}\"/>"));
        let above = if self.top == TOP {
            TOP - 48
        } else {
            self.top - 8
        };
        text(svg, LEFT, above, "", &self.title);
    }
}

/// Returns the panels from above: the number of instruments, then the shares.
pub(super) fn panels<'a>(words: &Words, curve: &'a Curve) -> Vec<Panel<'a>> {
    let mut bottom = TOP + HEIGHT;
    let mut panels = vec![Panel {
        title: say!(words, "timeline-axis"),
        levels: &curve.levels,
        needed: curve
            .needed
            .map(|need| (need, say!(words, "timeline-needed", need = need))),
        most: curve.top,
        unit: 1,
        top: TOP,
        bottom,
    }];
    for share in &curve.shares {
        let highest = share.levels.iter().map(|(_, level)| *level).max();
        let need = share.needed_text(words);
        let top = bottom + ABOVE;
        bottom = top + SHARE;
        panels.push(Panel {
            title: say!(words, "timeline-share-axis", table = &share.table),
            levels: &share.levels,
            needed: Some((
                share.needed,
                say!(words, "timeline-share-needed", need = need),
            )),
            most: highest.unwrap_or(0).max(share.needed).max(WHOLE),
            unit: WHOLE / 100,
            top,
            bottom,
        });
    }
    panels
}
