//! Why a command failed: its kind, which decides the exit code, a sentence, the rule it cites, and
//! what to do next. The mapping from kinds to exit codes is stable; `wording::failure` says it.

use std::io;

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whoever reads the output has gone; that is no error.
    ReaderGone,
    /// The output cannot be written; the sentence is what the system says.
    Unwritten,
    /// Something is defective or not available.
    Defect,
    /// The command line says something that cannot be done.
    Usage,
    /// Something was checked and is not as it says.
    NotVerified,
    /// What was asked for is not there.
    NotFound,
    /// A rule refuses it.
    Refused,
}

impl Kind {
    /// Returns the exit code.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::ReaderGone => 0,
            Self::Unwritten | Self::Defect => 1,
            Self::Usage => 2,
            Self::NotVerified => 3,
            Self::NotFound => 4,
            Self::Refused => 5,
        }
    }
}

/// Why a command failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What kind of failure it is.
    pub kind: Kind,
    /// What happened, in one sentence.
    pub sentence: String,
    /// The rule that was applied, if one was: an article, or a stable id.
    pub rule: Option<String>,
    /// What to do next.
    pub hints: Vec<String>,
}

impl Failure {
    /// Returns a failure that cites no rule and has no hint.
    pub fn new(kind: Kind, sentence: impl Into<String>) -> Self {
        Self {
            kind,
            sentence: sentence.into(),
            rule: None,
            hints: Vec::new(),
        }
    }

    /// Returns the failure with one more hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::new(Kind::ReaderGone, ""),
            _ => Self::new(Kind::Unwritten, error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_stable() {
        let kinds = [
            Kind::ReaderGone,
            Kind::Unwritten,
            Kind::Defect,
            Kind::Usage,
            Kind::NotVerified,
            Kind::NotFound,
            Kind::Refused,
        ];
        assert_eq!(kinds.map(Kind::exit_code), [0, 1, 1, 2, 3, 4, 5]);
    }
}
