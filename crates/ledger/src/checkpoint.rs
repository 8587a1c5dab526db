//! Checkpoints (C2SP tlog-checkpoint): the origin, size and root that a log commits to. Extension
//! lines are read and kept; none is written by us.

use crate::tree::{Hash, LARGEST_SIZE};
use crate::verdict::{Fault, Rule};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::{from_base64, to_base64};

/// The head of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log.
    pub origin: String,
    /// The number of entries.
    pub size: u64,
    /// The root of the tree of that size.
    pub root: Hash,
    /// Lines that follow; they are signed and mean nothing here.
    pub extensions: Vec<String>,
}

impl Checkpoint {
    /// Returns the head of this log.
    pub fn new(origin: &str, size: u64, root: Hash) -> Self {
        Self {
            origin: origin.to_string(),
            size,
            root,
            extensions: Vec::new(),
        }
    }

    /// Returns the text of the note that says this.
    pub fn text(&self) -> String {
        let mut text = alloc::format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            to_base64(&self.root)
        );
        for line in &self.extensions {
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    /// Reads the text of a note that is a checkpoint.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let Some(body) = text.strip_suffix('\n') else {
            return Err(Rule::CheckpointForm.at(text.len()));
        };
        let mut lines = body.split('\n');
        let mut at = 0;
        let mut line = || {
            let (start, line) = (at, lines.next()?);
            at += line.len() + 1;
            Some((start, line))
        };
        let missing = Rule::CheckpointForm.at(text.len());
        let (origin_at, origin) = line().ok_or(missing)?;
        let (size_at, size) = line().ok_or(missing)?;
        let (root_at, root) = line().ok_or(missing)?;
        if origin.is_empty() {
            return Err(Rule::CheckpointForm.at(origin_at));
        }
        let mut checkpoint = Self::new(
            origin,
            decimal(size).ok_or(Rule::CheckpointSize.at(size_at))?,
            hash(root).ok_or(Rule::CheckpointRoot.at(root_at))?,
        );
        while let Some((start, extension)) = line() {
            if extension.is_empty() {
                return Err(Rule::CheckpointForm.at(start));
            }
            checkpoint.extensions.push(extension.to_string());
        }
        Ok(checkpoint)
    }
}

/// Returns the number that this text is in decimal, without leading zeros, up to 18 digits.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let canonical = text == "0"
        || (!text.starts_with('0') && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()));
    let number = text.parse().ok()?;
    (canonical && number <= LARGEST_SIZE).then_some(number)
}

/// Returns the hash that this text is in canonical base64.
pub(crate) fn hash(text: &str) -> Option<Hash> {
    from_base64(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::empty_root;

    #[test]
    fn a_checkpoint_is_printed_as_it_is_read() {
        let text = "example.com/log\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        let checkpoint = Checkpoint::parse(text).unwrap();
        assert_eq!(checkpoint, Checkpoint::new("example.com/log", 42, empty_root()));
        assert_eq!(checkpoint.text(), text);
        let extended = alloc::format!("{text}one\ntwo words\n");
        let checkpoint = Checkpoint::parse(&extended).unwrap();
        assert_eq!(checkpoint.extensions, ["one", "two words"]);
        assert_eq!(checkpoint.text(), extended);
    }

    #[test]
    fn other_forms_are_refused() {
        let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let rule = |text: &str| Checkpoint::parse(text).unwrap_err();
        let line = |origin: &str, size: &str, root: &str| alloc::format!("{origin}\n{size}\n{root}\n");
        assert_eq!(rule(""), Rule::CheckpointForm.at(0));
        assert_eq!(rule("a\n1\n"), Rule::CheckpointForm.at(4));
        assert_eq!(rule(&line("", "1", root)), Rule::CheckpointForm.at(0));
        for size in ["", "00", "01", "+1", "-1", "1 ", "1000000000000000000", "18446744073709551617"] {
            assert_eq!(rule(&line("a", size, root)), Rule::CheckpointSize.at(2), "{size}");
        }
        for root in ["", "AAAA", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=", " "] {
            assert_eq!(rule(&line("a", "1", root)), Rule::CheckpointRoot.at(4), "{root}");
        }
        let empty = alloc::format!("{}\n", line("a", "1", root));
        assert_eq!(rule(&empty), Rule::CheckpointForm.at(empty.len() - 1));
        assert!(Checkpoint::parse(&line("a", "999999999999999999", root)).is_ok());
    }
}
