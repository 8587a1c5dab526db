//! The stepped curve of instruments over time, with the number that is needed, the trigger, entry
//! into force and the day after which nothing is known.

use core::fmt::Write as _;

use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::status::timeline::Timeline;

use super::escaped;
use crate::locale::{Words, say};

const LEFT: f64 = 64.0;
const RIGHT: f64 = 700.0;
const TOP: f64 = 30.0;
const FLOOR: f64 = 292.0;

/// The curve up to a day.
pub(crate) struct Curve {
    start: Date,
    end: Date,
    /// The last day that is drawn, and whether nothing is known after it.
    known_to: Date,
    is_horizon: bool,
    /// The number counted from each day on.
    pub(crate) levels: Vec<(Date, u32)>,
    needed: Option<u32>,
    trigger: Option<Date>,
    in_force: Option<Date>,
    top: u32,
}

impl Curve {
    /// Returns the curve up to a day, which may be the last that is known; nothing where nothing had
    /// come by then.
    pub(crate) fn of(timeline: &Timeline, known_to: Date, is_horizon: bool) -> Option<Self> {
        let levels = timeline.levels.iter().filter(|level| level.day <= known_to);
        let levels: Vec<(Date, u32)> = levels.map(|level| (level.day, level.counted)).collect();
        let (start, _) = *levels.first()?;
        let trigger = timeline.trigger.filter(|day| *day <= known_to);
        let foreseen = trigger.is_some() || timeline.trigger.is_none();
        let in_force = timeline.in_force.filter(|_| foreseen);
        let latest = known_to.max(in_force.unwrap_or(known_to));
        let margin = (days(start, latest) / 12).max(1);
        let end = calendar::after(latest, margin, Unit::Days).map_or(latest, |found| found.day);
        let needed = timeline
            .threshold
            .and_then(|needed| u32::try_from(needed).ok());
        let highest = levels.iter().map(|(_, level)| *level).max().unwrap_or(0);
        let top = highest.max(needed.unwrap_or(0)).max(4);
        Some(Self {
            start,
            end,
            known_to,
            is_horizon,
            levels,
            needed,
            trigger,
            in_force,
            top: top.saturating_add(top.div_ceil(8)),
        })
    }

    /// Returns the last number that is known.
    pub(crate) fn level(&self) -> u32 {
        self.levels.last().map_or(0, |(_, level)| *level)
    }

    fn x(&self, day: Date) -> f64 {
        let (part, whole) = (days(self.start, day), days(self.start, self.end).max(1));
        LEFT + (RIGHT - LEFT) * f64::from(part.min(whole)) / f64::from(whole)
    }

    fn y(&self, level: u32) -> f64 {
        FLOOR - (FLOOR - TOP) * f64::from(level.min(self.top)) / f64::from(self.top)
    }

    /// Returns the picture.
    pub(crate) fn drawn(&self, words: &Words) -> String {
        let mut svg = Picture(String::new());
        svg.head(words, self);
        self.axes(&mut svg);
        self.unknown(&mut svg, words);
        self.threshold(&mut svg, words);
        self.steps(&mut svg);
        self.force(&mut svg, words);
        svg.0.push_str("</svg>");
        svg.0
    }

    fn axes(&self, svg: &mut Picture) {
        let step = round_step(self.top);
        for level in (0..=self.top).step_by(step as usize) {
            let y = self.y(level);
            svg.line("s-hair w1", (LEFT, y), (RIGHT, y));
            let is_needed = self
                .needed
                .is_some_and(|needed| needed.abs_diff(level) * 14 < self.top);
            if !is_needed {
                svg.text("endx", LEFT - 10.0, y + 4.0, &level.to_string());
            }
        }
        let (first, last) = (i32::from(self.start.year()), i32::from(self.end.year()));
        let span = u32::try_from(last - first).unwrap_or(0);
        let years = usize::try_from(round_step(span)).unwrap_or(1);
        for year in (first..=last).step_by(years) {
            let Some(day) = calendar::parse(&format!("{year:04}-01-01")) else {
                continue;
            };
            let x = self.x(day);
            if day < self.start || RIGHT - x < 20.0 {
                continue;
            }
            svg.line("s-line w1", (x, FLOOR), (x, FLOOR + 5.0));
            svg.text("mid", x, FLOOR + 22.0, &year.to_string());
        }
        svg.line("s-line w1", (LEFT, FLOOR), (RIGHT, FLOOR));
    }

    /// The ground after the horizon is hatched; no line is drawn into it, nor beyond the day asked for.
    fn unknown(&self, svg: &mut Picture, words: &Words) {
        let x = self.x(self.known_to);
        if !self.is_horizon {
            svg.line("s-line w1", (x, TOP), (x, FLOOR));
            let shown = say!(words, "chart-shown", day = self.known_to);
            svg.text("endx", RIGHT, TOP - 8.0, &shown);
            return;
        }
        svg.0 += r#"<defs><pattern id="unk" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="s-hair w2" d="M0 0V8"/></pattern></defs>"#;
        svg.put(format_args!(
            r#"<rect x="{x:.1}" y="{TOP}" width="{:.1}" height="{:.1}" fill="url(#unk)"/>"#,
            RIGHT - x,
            FLOOR - TOP
        ));
        svg.line("s-line w2 dots", (x, TOP), (x, FLOOR));
        svg.text("endx", RIGHT, TOP - 8.0, &say!(words, "chart-unknown"));
    }

    fn threshold(&self, svg: &mut Picture, words: &Words) {
        let Some(needed) = self.needed else { return };
        let y = self.y(needed);
        let met = self.trigger.is_some();
        svg.line(
            if met { "s-navy w1" } else { "s-ochre w1 dash" },
            (LEFT, y),
            (RIGHT, y),
        );
        svg.text("strong endx", LEFT - 10.0, y + 4.0, &needed.to_string());
        let label = say!(words, "chart-needed", count = needed);
        // The curve rises from the left, so that there is room above the line at its beginning.
        svg.text("", LEFT + 8.0, y - 7.0, &label);
    }

    fn steps(&self, svg: &mut Picture) {
        let mut path = format!("M{:.1} {FLOOR:.1}", self.x(self.start));
        for (day, level) in &self.levels {
            let step = write!(path, "H{:.1}V{:.1}", self.x(*day), self.y(*level));
            debug_assert!(step.is_ok());
        }
        let end = write!(path, "H{:.1}", self.x(self.known_to));
        debug_assert!(end.is_ok());
        svg.path("f-none s-navy w3", &path);
    }

    fn force(&self, svg: &mut Picture, words: &Words) {
        if let Some(day) = self.trigger {
            let (x, y) = (self.x(day), self.y(self.level_on(day)));
            svg.line("s-navy w1 dash", (x, y), (x, FLOOR));
            svg.put(format_args!(
                r#"<circle class="f-paper s-navy w3" cx="{x:.1}" cy="{y:.1}" r="6"/>"#
            ));
        }
        let Some(since) = self.in_force else { return };
        let x = self.x(since);
        svg.line("s-navy w3", (x, self.y(self.level_on(since))), (x, FLOOR));
        let class = if x > f64::midpoint(LEFT, RIGHT) {
            ("strong endx", "endx")
        } else {
            ("strong", "")
        };
        let at = if x > f64::midpoint(LEFT, RIGHT) {
            x - 10.0
        } else {
            x + 10.0
        };
        let force = say!(words, "chart-force", day = since);
        svg.text(class.0, at, FLOOR - 32.0, &force);
        if let Some(day) = self.trigger {
            let trigger = say!(words, "chart-trigger", day = day);
            svg.text(class.1, at, FLOOR - 14.0, &trigger);
        }
    }

    fn level_on(&self, day: Date) -> u32 {
        let until = self
            .levels
            .iter()
            .take_while(|(changed, _)| *changed <= day);
        until.last().map_or(0, |(_, level)| *level)
    }
}

/// An SVG that grows.
struct Picture(String);

impl Picture {
    fn put(&mut self, written: core::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let put = self.0.write_fmt(written);
        debug_assert!(put.is_ok());
    }

    fn head(&mut self, words: &Words, curve: &Curve) {
        let (title, known) = (say!(words, "chart-title"), curve.known_to);
        let told = say!(words, "chart-told", count = curve.level(), day = known);
        let force = curve
            .in_force
            .map(|day| say!(words, "chart-force", day = day));
        let told = [Some(told), force]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(". ");
        self.put(format_args!(
            r#"<svg viewBox="0 0 720 330" role="img" aria-labelledby="c-t c-d"><title id="c-t">{}</title><desc id="c-d">{}</desc>"#,
            escaped(&title),
            escaped(&told)
        ));
    }

    fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.path(class, &format!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}"));
    }

    fn path(&mut self, class: &str, path: &str) {
        self.put(format_args!(r#"<path class="{class}" d="{path}"/>"#));
    }

    fn text(&mut self, class: &str, x: f64, y: f64, text: &str) {
        let text = escaped(text);
        self.put(format_args!(
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}">{text}</text>"#
        ));
    }
}

/// Returns the days from one day to another; none where the other is earlier.
fn days(from: Date, to: Date) -> u32 {
    from.until(to)
        .map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}

/// Returns a step of 1, 2 or 5 times a power of ten that parts a whole into about five.
fn round_step(whole: u32) -> u32 {
    let mut power = 1_u32;
    loop {
        for part in [1, 2, 5] {
            let step = power.saturating_mul(part);
            if step.saturating_mul(6) >= whole {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        for (whole, step) in [
            (0, 1),
            (4, 1),
            (12, 2),
            (30, 5),
            (45, 10),
            (225, 50),
            (3_000, 500),
        ] {
            assert_eq!(round_step(whole), step, "{whole}");
        }
    }
}
