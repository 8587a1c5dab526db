//! Pictures, written by hand: values in, SVG out. Geometry stands in the page, colour in the style
//! sheet; each picture has its numbers in a table beside it.

pub(crate) mod curve;
pub(crate) mod matrix;
pub(crate) mod pledge;
pub(crate) mod squares;
pub(crate) mod tally;

/// Returns text that may stand between tags or in an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            other => written.push(other),
        }
    }
    written
}
