//! Pictures: self-contained, text as text, legible in black and white, in the colour of the page on which
//! they stand.

use core::fmt::Write as _;

use sponsio_law::clause::decimal::Decimal;

use crate::layout::untied;
use crate::wording::{Words, say};

/// The width of a picture.
const WIDTH: i32 = 720;
/// Where the space for a drawing begins, right of the numbers on its scale.
pub(crate) const LEFT: i32 = 56;

/// Returns the beginning of a picture of this height, with what a reader who does not see it is told; the
/// pattern `u` hatches. It ends with `</svg>`.
pub(crate) fn head(words: &Words, title: &str, description: &str, height: i32) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"t d\" lang=\"{}\" fill=\"none\" stroke=\"currentColor\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\">\n<title id=\"t\">{}</title>\n\
         <desc id=\"d\">{}</desc>\n",
        words.language().tag(),
        escaped(title),
        escaped(description),
    );
    svg += "<style>text{fill:currentColor;stroke:none}.e{text-anchor:end}.m{text-anchor:middle}\
            .b{font-weight:600}.g{stroke-opacity:.25}</style>\n\
            <defs><pattern id=\"u\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" \
            patternTransform=\"rotate(45)\"><path d=\"M0 0V8\" stroke-opacity=\".35\"/></pattern></defs>\n";
    svg
}

/// Writes a level line of a scale with its number on the left.
pub(crate) fn level_line(svg: &mut String, right: i32, y: i32, number: &str) {
    put(
        svg,
        format_args!("<path class=\"g\" d=\"M{LEFT} {y}H{right}\"/>"),
    );
    text(svg, LEFT - 8, y + 4, "e", number);
}

/// Returns hundredths of a per cent in words.
pub(crate) fn percent(words: &Words, hundredths: u32) -> String {
    let percent = Decimal::from_millionths(u64::from(hundredths) * 10_000);
    say!(words, "timeline-percent", percent = percent)
}

/// Writes a line of text whose place in it the class says: `m` its middle, `e` its end, else its beginning.
pub(crate) fn text(svg: &mut String, x: i32, y: i32, class: &str, said: &str) {
    let said = escaped(&untied(said));
    put(
        svg,
        format_args!("<text x=\"{x}\" y=\"{y}\" class=\"{class}\">{said}</text>"),
    );
}

/// Writes one element.
pub(crate) fn put(svg: &mut String, line: core::fmt::Arguments<'_>) {
    write_to(svg, line);
    svg.push('\n');
}

/// Writes into a text.
pub(crate) fn write_to(text: &mut String, said: core::fmt::Arguments<'_>) {
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
