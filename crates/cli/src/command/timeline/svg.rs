//! The curve as a picture: self-contained, text as text, legible in black and white, in the colour of
//! the page it stands on. Under the number of instruments stands a panel for each share of a table
//! that the clause needs.

mod panel;

use sponsio_law::calendar::Date;

use self::panel::{Panel, panels};
use super::curve::{Curve, days, level};
use crate::layout::untied;
use crate::picture::{self, LEFT, percent, put, text, write_to};
use crate::wording::{Words, say};

const RIGHT: i32 = 700;
/// The two rows above the first panel in which the marked days are named.
const CAPTIONS: [i32; 2] = [38, 54];
const TOP: i32 = 64;
/// The room under the last panel.
const BELOW: i32 = 54;
/// Returns the picture.
pub(super) fn drawn(words: &Words, curve: &Curve, title: &str, id: &str) -> String {
    let title = untied(&say!(words, "timeline-title", title = title, id = id));
    let facts = curve.facts(words).join(" ");
    let description = untied(&say!(words, "timeline-description", facts = facts));
    let panels = panels(words, curve);
    let bottom = panels.last().map_or(TOP, |panel| panel.bottom);
    let mut svg = picture::head(words, &title, &description, bottom + BELOW);
    let draw = Draw { words, curve };
    for panel in &panels {
        draw.unknown(panel, &mut svg);
        panel.scale(&mut svg);
        draw.needed(panel, &mut svg);
        draw.steps(panel, &mut svg);
    }
    draw.years(bottom, &mut svg);
    draw.marks(&panels, bottom, &mut svg);
    svg + "</svg>\n"
}

struct Draw<'a> {
    words: &'a Words,
    curve: &'a Curve,
}

impl Draw<'_> {
    fn x(&self, day: Date) -> i32 {
        let span = days(self.curve.start, self.curve.end).max(1);
        LEFT + days(self.curve.start, day) * (RIGHT - LEFT) / span
    }

    /// The time of which nothing is known: hatched, no line drawn into it.
    fn unknown(&self, panel: &Panel<'_>, svg: &mut String) {
        let (x, top, bottom) = (self.x(self.curve.known_to), panel.top, panel.bottom);
        let (width, height) = (RIGHT - x, bottom - top);
        put(
            svg,
            format_args!(
                "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"url(#u)\" stroke=\"none\"/>"
            ),
        );
        put(
            svg,
            format_args!("<path d=\"M{x} {top}V{bottom}\" stroke-dasharray=\"2 4\"/>"),
        );
    }

    fn years(&self, bottom: i32, svg: &mut String) {
        let years = self.curve.years(10);
        if years.is_empty() {
            let start = self.curve.start.to_string();
            text(svg, LEFT, bottom + 20, "", &start);
        }
        for year in years {
            let x = self.x(year);
            put(svg, format_args!("<path d=\"M{x} {bottom}v6\"/>"));
            text(svg, x, bottom + 20, "m", &year.year().to_string());
        }
    }

    /// What is needed, named on the side on which the curve is far from it.
    fn needed(&self, panel: &Panel<'_>, svg: &mut String) {
        let Some((needed, label)) = &panel.needed else {
            return;
        };
        let y = panel.y(*needed);
        put(
            svg,
            format_args!("<path d=\"M{LEFT} {y}H{RIGHT}\" stroke-dasharray=\"7 4\"/>"),
        );
        let number = needed / panel.unit.max(1);
        text(svg, LEFT - 8, y + 4, "e b", &number.to_string());
        let reached = panel.levels.iter().find(|(_, level)| needed <= level);
        let reached = reached.map(|(day, _)| self.x(*day));
        if reached.is_some_and(|x| x < i32::midpoint(LEFT, RIGHT)) {
            let end = self.x(self.curve.known_to) - 6;
            text(svg, end, y - 6, "e", label);
        } else {
            text(svg, LEFT + 6, y - 6, "", label);
        }
    }

    fn steps(&self, panel: &Panel<'_>, svg: &mut String) {
        let mut path = format!("M{} {}", self.x(self.curve.start), panel.bottom);
        for (day, level) in panel.levels {
            write_to(
                &mut path,
                format_args!("H{}V{}", self.x(*day), panel.y(*level)),
            );
        }
        write_to(&mut path, format_args!("H{}", self.x(self.curve.known_to)));
        put(
            svg,
            format_args!("<path d=\"{path}\" stroke-width=\"2.5\"/>"),
        );
    }

    /// The trigger as a dashed upright with a ring on each curve, entry into force as a thin one
    /// with its name; the names stand above the panels, so that no word lies on a curve.
    fn marks(&self, panels: &[Panel<'_>], bottom: i32, svg: &mut String) {
        let (trigger, in_force) = (self.curve.trigger, self.curve.in_force);
        // The later upright must not cross the name of the earlier: to the right of them the
        // earlier is named above, to the left the later.
        let at = in_force.or(trigger).map_or(LEFT, |day| self.x(day));
        let to_the_left = i32::midpoint(LEFT, RIGHT) < at;
        let class = if to_the_left { "e" } else { "" };
        let rows = if to_the_left {
            [CAPTIONS[1], CAPTIONS[0]]
        } else {
            CAPTIONS
        };
        let mut upright = |day: Date, row: i32, dashes: &str, said: &str| {
            let x = self.x(day);
            put(
                svg,
                format_args!("<path d=\"M{x} {}V{bottom}\"{dashes}/>", row - 9),
            );
            let beside = if to_the_left { x - 5 } else { x + 5 };
            text(svg, beside, row, class, said);
        };
        if let Some(day) = trigger {
            let said = say!(self.words, "timeline-trigger", day = day);
            upright(day, rows[0], " stroke-dasharray=\"4 3\"", &said);
        }
        if let Some(day) = in_force {
            let said = say!(self.words, "timeline-in-force", day = day);
            upright(day, rows[1], "", &said);
        }
        for panel in panels {
            let Some(day) = trigger else { continue };
            let (x, y) = (self.x(day), panel.y(level(panel.levels, day)));
            put(
                svg,
                format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" stroke-width=\"2\"/>"),
            );
        }
        let horizon = say!(self.words, "timeline-horizon", day = self.curve.known_to);
        text(svg, RIGHT, TOP - 48, "e", &horizon);
        let (count, day) = (self.curve.level(self.curve.known_to), self.curve.known_to);
        let mut known = vec![say!(self.words, "timeline-count", count = count, day = day)];
        for share in &self.curve.shares {
            let table = &share.table;
            known.push(format!("{table} {}", percent(self.words, share.level())));
        }
        text(svg, RIGHT, bottom + 42, "e b", &known.join(" · "));
    }
}
