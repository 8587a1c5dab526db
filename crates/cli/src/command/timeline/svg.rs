//! The curve as a picture: self-contained, text as text, legible in black and white, in the colour of
//! the page it stands on.

use core::fmt::Write as _;

use sponsio_law::calendar::Date;

use super::curve::{Curve, days};
use crate::layout::untied;
use crate::wording::{Words, say};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 340;
const LEFT: i32 = 56;
const RIGHT: i32 = 700;
const TOP: i32 = 40;
const BOTTOM: i32 = 286;
/// The steps between numbers on the upright scale.
const STEPS: [u32; 10] = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];
/// The height in which two labels do not touch.
const LABEL: i32 = 16;

/// Returns the picture.
pub(super) fn drawn(words: &Words, curve: &Curve, title: &str, id: &str) -> String {
    let title = untied(&say!(words, "timeline-title", title = title, id = id));
    let facts = curve.facts(words).join(" ");
    let description = untied(&say!(words, "timeline-description", facts = facts));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-labelledby=\"t d\" lang=\"{}\" fill=\"none\" stroke=\"currentColor\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\">\n<title id=\"t\">{}</title>\n\
         <desc id=\"d\">{}</desc>\n",
        words.language().tag(),
        escaped(&title),
        escaped(&description),
    );
    svg += "<style>text{fill:currentColor;stroke:none}.e{text-anchor:end}.m{text-anchor:middle}\
            .b{font-weight:600}.g{stroke-opacity:.25}</style>\n\
            <defs><pattern id=\"u\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" \
            patternTransform=\"rotate(45)\"><path d=\"M0 0V8\" stroke-opacity=\".35\"/></pattern></defs>\n";
    let draw = Draw { words, curve };
    draw.unknown(&mut svg);
    draw.scale(&mut svg);
    draw.needed(&mut svg);
    draw.steps(&mut svg);
    draw.marks(&mut svg);
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

    fn y(&self, number: u32) -> i32 {
        let part = u64::from(number) * u64::from((BOTTOM - TOP).unsigned_abs());
        let up = part / u64::from(self.curve.top.max(1));
        BOTTOM - i32::try_from(up).unwrap_or(0)
    }

    /// The time of which nothing is known: hatched, no line drawn into it.
    fn unknown(&self, svg: &mut String) {
        let x = self.x(self.curve.known_to);
        put(
            svg,
            format_args!(
                "<rect x=\"{x}\" y=\"{TOP}\" width=\"{}\" height=\"{}\" fill=\"url(#u)\" stroke=\"none\"/>",
                RIGHT - x,
                BOTTOM - TOP
            ),
        );
        put(
            svg,
            format_args!(
                "<path d=\"M{x} {TOP}V{BOTTOM}\" stroke-dasharray=\"2 4\" stroke-width=\"2\"/>"
            ),
        );
        let said = say!(self.words, "timeline-horizon", day = self.curve.known_to);
        text(svg, RIGHT, TOP - 24, "e", &said);
    }

    /// Numbers on the left, years below.
    fn scale(&self, svg: &mut String) {
        let step = STEPS
            .into_iter()
            .find(|step| self.curve.top / step <= 6)
            .unwrap_or(1000);
        let needed = self.curve.needed.map(|needed| self.y(needed));
        for number in (0..=self.curve.top).filter(|number| number % step == 0) {
            let y = self.y(number);
            put(
                svg,
                format_args!("<path class=\"g\" d=\"M{LEFT} {y}H{RIGHT}\"/>"),
            );
            if needed.is_none_or(|needed| LABEL <= (needed - y).abs()) {
                text(svg, LEFT - 8, y + 4, "e", &number.to_string());
            }
        }
        let years = self.curve.years(10);
        if years.is_empty() {
            let start = self.curve.start.to_string();
            text(svg, LEFT, BOTTOM + 20, "", &start);
        }
        for year in years {
            let x = self.x(year);
            put(svg, format_args!("<path d=\"M{x} {BOTTOM}v6\"/>"));
            text(svg, x, BOTTOM + 20, "m", &year.year().to_string());
        }
        put(svg, format_args!("<path d=\"M{LEFT} {BOTTOM}H{RIGHT}\"/>"));
        text(svg, LEFT, TOP - 24, "", &say!(self.words, "timeline-axis"));
    }

    fn needed(&self, svg: &mut String) {
        let Some(needed) = self.curve.needed else {
            return;
        };
        let y = self.y(needed);
        put(
            svg,
            format_args!("<path d=\"M{LEFT} {y}H{RIGHT}\" stroke-dasharray=\"7 4\"/>"),
        );
        text(svg, LEFT - 8, y + 4, "e b", &needed.to_string());
        text(
            svg,
            LEFT + 6,
            y - 6,
            "",
            &say!(self.words, "timeline-needed", need = needed),
        );
    }

    fn steps(&self, svg: &mut String) {
        let mut path = format!("M{} {BOTTOM}", self.x(self.curve.start));
        for (day, level) in &self.curve.levels {
            write_to(
                &mut path,
                format_args!("H{}V{}", self.x(*day), self.y(*level)),
            );
        }
        write_to(&mut path, format_args!("H{}", self.x(self.curve.known_to)));
        put(svg, format_args!("<path d=\"{path}\" stroke-width=\"3\"/>"));
    }

    /// The trigger as a ring on the curve with a dashed upright, entry into force as a heavy one; what
    /// they are stands under the axis, so that no word lies on the curve.
    fn marks(&self, svg: &mut String) {
        let mut captions = Vec::new();
        if let Some(day) = self.curve.trigger {
            let (x, y) = (self.x(day), self.y(self.curve.level(day)));
            put(
                svg,
                format_args!("<path d=\"M{x} {y}V{BOTTOM}\" stroke-dasharray=\"4 3\"/>"),
            );
            put(
                svg,
                format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"6\" stroke-width=\"3\"/>"),
            );
            captions.push(say!(self.words, "timeline-trigger", day = day));
        }
        if let Some(day) = self.curve.in_force {
            let level = self.curve.level(day.min(self.curve.known_to));
            let (x, y) = (self.x(day), self.y(level));
            put(
                svg,
                format_args!("<path d=\"M{x} {y}V{BOTTOM}\" stroke-width=\"3\"/>"),
            );
            captions.push(say!(self.words, "timeline-in-force", day = day));
        }
        let (count, day) = (self.curve.level(self.curve.known_to), self.curve.known_to);
        captions.push(say!(self.words, "timeline-count", count = count, day = day));
        text(svg, RIGHT, HEIGHT - 12, "e b", &captions.join(" · "));
    }
}

fn text(svg: &mut String, x: i32, y: i32, class: &str, said: &str) {
    let said = escaped(&untied(said));
    put(
        svg,
        format_args!("<text x=\"{x}\" y=\"{y}\" class=\"{class}\">{said}</text>"),
    );
}

fn put(svg: &mut String, line: core::fmt::Arguments<'_>) {
    write_to(svg, line);
    svg.push('\n');
}

fn write_to(text: &mut String, said: core::fmt::Arguments<'_>) {
    text.write_fmt(said)
        .expect("writing to a String cannot fail");
}

/// Returns a text as it stands between tags; control characters have no place in XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            control if control.is_control() => escaped.push(' '),
            plain => escaped.push(plain),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_register_says_cannot_become_markup() {
        assert_eq!(
            escaped("<b> & \"c\"\u{7}"),
            "&lt;b&gt; &amp; &quot;c&quot; "
        );
    }
}
