//! Proofs of logging (C2SP tlog-proof): the index of an entry, its inclusion path, and the
//! cosigned checkpoint, in one text that can be kept beside the entry.

use crate::checkpoint::{decimal, hash};
use crate::note::Note;
use crate::tree::{Hash, LONGEST_PROOF};
use crate::verdict::{Fault, Rule};
use alloc::format;
use alloc::string::ToString as _;
use alloc::vec::Vec;
use sponsio_record::{from_base64, to_base64};

/// The first line of every proof.
const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// A proof of logging, read and not yet verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The index of the entry.
    pub index: u64,
    /// The inclusion path, from the leaf's sibling up.
    pub path: Vec<Hash>,
    /// Bytes of the maker; nothing authenticates them.
    pub extra: Option<Vec<u8>>,
    /// The checkpoint with its signatures.
    pub note: Note,
}

impl Proof {
    /// Reads a proof; each has one spelling.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let head_end = bytes
            .windows(2)
            .position(|pair| pair == b"\n\n")
            .ok_or(Rule::ProofForm.at(0))?;
        let (head, rest) = bytes.split_at(head_end);
        let head =
            str::from_utf8(head).map_err(|error| Rule::ProofForm.at(error.valid_up_to()))?;
        let note_at = head_end + 2;
        let note = Note::parse(&rest[2..]).map_err(|fault| Fault {
            offset: note_at + fault.offset,
            ..fault
        })?;

        let mut at = 0;
        let mut lines = head.split('\n').map(|line| {
            let start = at;
            at += line.len() + 1;
            (start, line)
        });
        let missing = Rule::ProofForm.at(head_end);
        if lines.next() != Some((0, FIRST_LINE)) {
            return Err(Rule::ProofForm.at(0));
        }
        let (mut start, mut line) = lines.next().ok_or(missing)?;
        let mut extra = None;
        if let Some(base64) = line.strip_prefix("extra ") {
            extra = Some(from_base64(base64).map_err(|_| Rule::ProofForm.at(start))?);
            (start, line) = lines.next().ok_or(missing)?;
        }
        let index = line
            .strip_prefix("index ")
            .and_then(decimal)
            .ok_or(Rule::ProofForm.at(start))?;
        let mut path = Vec::new();
        for (start, line) in lines {
            if path.len() == LONGEST_PROOF {
                return Err(Rule::ProofForm.at(start));
            }
            path.push(hash(line).ok_or(Rule::ProofHash.at(start))?);
        }
        Ok(Self {
            index,
            path,
            extra,
            note,
        })
    }

    /// Returns the proof as a file that [`Proof::parse`] reads.
    pub fn print(&self) -> Vec<u8> {
        let mut text = format!("{FIRST_LINE}\n");
        if let Some(extra) = &self.extra {
            text.push_str(&format!("extra {}\n", to_base64(extra)));
        }
        text.push_str(&format!("index {}\n", self.index));
        for hash in &self.path {
            text.push_str(&to_base64(hash));
            text.push('\n');
        }
        text.push('\n');
        text.push_str(&self.note.to_string());
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::SigningKey;
    use alloc::vec;
    use proptest::prelude::*;

    fn proof(index: u64, hashes: usize, extra: Option<Vec<u8>>) -> Proof {
        let text = "example.com/log\n9\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        let key = SigningKey::log("example.com/log", &[1; 32]).unwrap();
        Proof {
            index,
            path: (0..hashes).map(|at| [at as u8; 32]).collect(),
            extra,
            note: Note::new(text, vec![key.sign(text).unwrap()]).unwrap(),
        }
    }

    #[test]
    fn a_proof_has_one_spelling() {
        let text = alloc::string::String::from_utf8(proof(7, 2, None).print()).unwrap();
        let rule = |text: &str| Proof::parse(text.as_bytes()).map(|_| ()).unwrap_err();
        assert!(text.starts_with("c2sp.org/tlog-proof@v1\nindex 7\nAAAA"));
        assert_eq!(rule(""), Rule::ProofForm.at(0));
        assert_eq!(rule("c2sp.org/tlog-proof@v1\nindex 0\n"), Rule::ProofForm.at(0));
        assert_eq!(rule(&text.replace("@v1", "@v2")), Rule::ProofForm.at(0));
        assert_eq!(rule(&text.replace("index 7", "index 07")), Rule::ProofForm.at(23));
        assert_eq!(rule(&text.replace("index 7", "extra \nindex  7")), Rule::ProofForm.at(30));
        assert_eq!(rule(&text.replace("index 7", "extra !\nindex 7")), Rule::ProofForm.at(23));
        assert_eq!(rule(&text.replace("AAAA=\n", "AAAB=\n")), Rule::ProofHash.at(31));
        assert_eq!(rule(&text.replacen('\n', "\r\n", 1)), Rule::ProofForm.at(0));
        let note_at = text.find("\n\n").unwrap() + 2;
        let cut = Proof::parse(&text.as_bytes()[..text.len() - 1]).unwrap_err();
        assert_eq!(cut.rule, Rule::NoteForm);
        assert!(cut.offset > note_at);
        assert!(Proof::parse(&proof(7, 63, None).print()).is_ok());
        assert_eq!(
            Proof::parse(&proof(7, 64, None).print()).unwrap_err().rule,
            Rule::ProofForm
        );
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read(
            index in 0..=crate::tree::LARGEST_SIZE,
            hashes in 0_usize..64,
            extra: Option<Vec<u8>>,
        ) {
            let proof = proof(index, hashes, extra);
            prop_assert_eq!(Proof::parse(&proof.print()), Ok(proof));
        }

        #[test]
        fn what_is_read_is_printed(bit in any::<prop::sample::Index>()) {
            let mut bytes = proof(41, 3, Some(vec![1, 2])).print();
            let bit = bit.index(bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(read) = Proof::parse(&bytes) {
                prop_assert_eq!(read.print(), bytes);
            }
        }
    }
}
