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

/// Returns what the longest name at the head of the tokens means; nothing if that is two things.
fn longest<'n, T: PartialEq>(names: &'n [(Vec<Token>, T)], at: &[Token]) -> Option<(&'n T, usize)> {
    let fitting = |(name, _): &&(Vec<Token>, T)| !name.is_empty() && begins_with(at, name);
    let (longest, meaning) = names
        .iter()
        .filter(fitting)
        .max_by_key(|(name, _)| name.len())?;
    let certain = names
        .iter()
        .filter(fitting)
        .all(|(name, other)| name.len() < longest.len() || other == meaning);
    certain.then_some((meaning, longest.len()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_counts_and_an_ambiguous_one_does_not() {
        let code = |code| ParticipantId::new(code).unwrap();
        let names = Names::default()
            .participant("Guinea", code("GIN"))
            .participant("Guinea Bissau", code("GNB"))
            .participant("Congo", code("COG"))
            .participant("Congo", code("COD"));
        let names = Folded::new(&names, Language::English);
        for (text, expected) in [
            ("Guinea and", Some("GIN")),
            ("Guinea-Bissau and", Some("GNB")),
            ("GUINEA", Some("GIN")),
            ("Congo", None),
            ("Bissau", None),
        ] {
            let tokens = tokens(text, Language::English);
            let found = names.participant(&tokens).map(|(code, _)| code.as_str());
            assert_eq!(found, expected, "{text}");
        }
    }
}
