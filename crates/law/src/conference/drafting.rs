//! What software prepares of a draft: a sentence that promises the very words that were spoken, and its
//! guarantee with what is known. What is not known is left out, so that a reader sees that it is missing.

use alloc::string::String;

use sponsio_text::Language;

/// What a draft is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafting<'a> {
    /// The language of the draft.
    pub language: &'a Language,
    /// The words that were spoken.
    pub spoken: &'a str,
    /// The name of the guarantee, as `G1`.
    pub name: &'a str,
    /// Whether something is to be done; otherwise something is not to be done.
    pub positive: bool,
    /// Who guarantees, as a rule says it.
    pub by: &'a str,
    /// To whom, as a rule says it.
    pub to: &'a str,
    /// In which mode, as a rule says it.
    pub mode: &'a str,
}

impl Drafting<'_> {
    /// Who guarantees where nothing else is said.
    pub const EACH: &'static str = "each party";
    /// To whom where nothing else is said.
    pub const OTHERS: &'static str = "every other party";

    /// Returns a sentence of mutual assurance with the words that were spoken; none where the language or
    /// the direction asks for words that a person must write.
    pub fn words(&self) -> Option<String> {
        if self.by != Self::EACH || self.to != Self::OTHERS {
            return None;
        }
        let spoken = escaped(self.assured());
        // What was quoted with its own stop ends the sentence.
        let stop = if spoken.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        match self.language.as_str() {
            "en" => Some(alloc::format!(
                "Each Party gives every other Party this assurance: “{spoken}”{stop}"
            )),
            "tr" => Some(alloc::format!(
                "Her Taraf, diğer Tarafların her birine şu güvenceyi verir: “{spoken}”{stop}"
            )),
            _ => None,
        }
    }

    /// The words without the comma that a report puts before the closing mark and the name of the speaker.
    fn assured(&self) -> &str {
        self.spoken.trim_end().trim_end_matches(',')
    }

    /// Returns the guarantee as the rule line that stands under the provision.
    pub fn guarantee(&self) -> String {
        let sort = if self.positive {
            "positive"
        } else {
            "negative"
        };
        // A rule has no way to write its own quotation mark: the typographic one stands for it.
        let object = self.assured().replace('"', "”");
        alloc::format!(
            "guarantee {} {sort} by {} to {}, {} of \"{object}\"",
            self.name,
            self.by,
            self.to,
            self.mode
        )
    }
}

/// Words as a source form has them: what would be read as markup is escaped.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for letter in word.chars() {
            if matches!(letter, '\\' | '[' | ']' | '{' | '}' | '|' | '*' | '^') {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}
