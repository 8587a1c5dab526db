//! What still separates spoken words from law, in words.

use crate::locale::Language;

/// The stages, as far as papers are at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    /// The language of the sentences.
    pub language: Language,
    /// The stages of the words.
    pub spoken: Vec<Stage>,
    /// The stages of each draft, with its provision.
    pub drafts: Vec<(String, Vec<Stage>)>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its stable name.
    pub name: &'static str,
    /// Whether it is taken; absent where that is not known.
    pub taken: Option<bool>,
    /// Whether it is advice, which is no step of law.
    pub is_advice: bool,
    /// The sentence.
    pub sentence: String,
    /// What is advised.
    pub advised: Vec<String>,
}
