//! The names that a clause may use and that the sentence alone does not explain: of participants,
//! and of other treaties ("the Convention" in a protocol). The caller brings them; what it does not
//! bring is refused.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use super::Language;
use super::token::{Token, tokens};

/// The names of participants and of other treaties, with what they stand for in a register.
#[derive(Debug, Clone, Default)]
pub struct Names {
    participants: Vec<(String, ParticipantId)>,
    treaties: Vec<(String, TreatyId)>,
}

impl Names {
    /// Adds a participant's name, in any language, without article.
    #[must_use]
    pub fn participant(mut self, name: &str, code: ParticipantId) -> Self {
        self.participants.push((name.into(), code));
        self
    }

    /// Adds the words by which the clause cites another treaty: `the Convention`, `Sözleşme`.
    #[must_use]
    pub fn treaty(mut self, words: &str, id: TreatyId) -> Self {
        self.treaties.push((words.into(), id));
        self
    }
}

/// The names, folded for one language.
pub(super) struct Folded {
    participants: Vec<(Vec<Token>, ParticipantId)>,
    treaties: Vec<(Vec<Token>, TreatyId)>,
}

impl Folded {
    /// Returns the names as words of this language.
    pub(super) fn new(names: &Names, language: Language) -> Self {
        Self {
            participants: folded(&names.participants, language),
            treaties: folded(&names.treaties, language),
        }
    }

    /// Returns the participant with the longest name at the head of these tokens, and its length.
    pub(super) fn participant(&self, at: &[Token]) -> Option<(&ParticipantId, usize)> {
        longest(&self.participants, at)
    }

    /// Returns the treaty with the longest name at the head of these tokens, and its length.
    pub(super) fn treaty(&self, at: &[Token]) -> Option<(&TreatyId, usize)> {
        longest(&self.treaties, at)
    }
}

fn folded<T: Clone>(names: &[(String, T)], language: Language) -> Vec<(Vec<Token>, T)> {
    names
        .iter()
        .map(|(name, meaning)| (tokens(name, language), meaning.clone()))
        .collect()
}

fn longest<'n, T>(names: &'n [(Vec<Token>, T)], at: &[Token]) -> Option<(&'n T, usize)> {
    names
        .iter()
        .filter(|(name, _)| !name.is_empty() && begins_with(at, name))
        .max_by_key(|(name, _)| name.len())
        .map(|(name, meaning)| (meaning, name.len()))
}

/// Whether the tokens begin with the name; its last word may carry a suffix after an apostrophe.
fn begins_with(at: &[Token], name: &[Token]) -> bool {
    at.len() >= name.len()
        && at
            .iter()
            .zip(name)
            .enumerate()
            .all(|(place, (said, named))| {
                said.kind == named.kind
                    || (place + 1 == name.len()
                        && !named.word().is_empty()
                        && said.stem() == named.word())
            })
}
