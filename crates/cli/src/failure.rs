//! Why a command failed: its kind, which decides the exit code, a sentence, the rule it cites, and
//! what to do next. The mapping from kinds to exit codes is stable.

use core::fmt;
use std::io;

use crate::folder::FolderError;

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whoever reads the output has gone; that is no error.
    ReaderGone,
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
            Self::Defect => 1,
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

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kind == Kind::ReaderGone {
            return Ok(());
        }
        write!(f, "error: {}", self.sentence)?;
        if let Some(rule) = &self.rule {
            write!(f, " [{rule}]")?;
        }
        writeln!(f)?;
        self.hints
            .iter()
            .try_for_each(|hint| writeln!(f, "  {hint}"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::new(Kind::ReaderGone, ""),
            _ => Self::new(
                Kind::Defect,
                format!("the output cannot be written: {error}"),
            ),
        }
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        let sentence = error.to_string();
        match error {
            FolderError::NotFound(_) => Self::new(Kind::NotFound, sentence).with_hint(
                "a register is a folder with participants.csv, acts.csv and treaties/: name one \
                 with --register, or as an argument of the command",
            ),
            FolderError::Defective(_, faults) => {
                let mut failure = Self::new(Kind::Defect, sentence);
                for fault in faults.kept() {
                    failure.hints.push(fault.to_string());
                    failure
                        .hints
                        .extend(fault.hint().map(|hint| format!("  {hint}")));
                }
                if faults.left_out() > 0 {
                    failure
                        .hints
                        .push(format!("and {} more", faults.left_out()));
                }
                failure
            }
            FolderError::Unusable(..) | FolderError::PathOutside(_) => {
                Self::new(Kind::Defect, sentence)
            }
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
            Kind::Defect,
            Kind::Usage,
            Kind::NotVerified,
            Kind::NotFound,
            Kind::Refused,
        ];
        assert_eq!(kinds.map(Kind::exit_code), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_reader_that_has_gone_is_no_error() {
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!(
            (failure.kind.exit_code(), failure.to_string()),
            (0, String::new())
        );
    }

    #[test]
    fn a_failure_says_what_to_do() {
        let mut failure = Failure::new(Kind::Refused, "no").with_hint("try this");
        failure.rule = Some("VCLT art. 54".to_owned());
        assert_eq!(
            failure.to_string(),
            "error: no [VCLT art. 54]\n  try this\n"
        );
    }
}
