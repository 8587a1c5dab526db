//! Colours at a terminal: what is open, new or gone.

/// Whether and how words are coloured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ink {
    is_on: bool,
}

impl Ink {
    /// Returns ink, or none.
    pub(crate) const fn new(is_on: bool) -> Self {
        Self { is_on }
    }

    fn dyed(self, code: &str, text: &str) -> String {
        if self.is_on {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    /// What is open.
    pub(in crate::command::rolling) fn open(self, text: &str) -> String {
        self.dyed("33", text)
    }

    /// What is new.
    pub(crate) fn new_words(self, text: &str) -> String {
        self.dyed("32", text)
    }

    /// What is gone.
    pub(crate) fn gone(self, text: &str) -> String {
        self.dyed("31", text)
    }
}

/// Colours what stands in brackets, line by line: a bracket that goes on in the next line is not told
/// from words there.
pub(super) fn tinted(line: &str, ink: Ink) -> String {
    if !ink.is_on {
        return line.to_owned();
    }
    let mut said = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('[') {
        said += &rest[..start];
        let end = rest[start..]
            .find(']')
            .map_or(rest.len(), |end| start + end + 1);
        said += &ink.open(&rest[start..end]);
        rest = &rest[end..];
    }
    said + rest
}
