//! The words for what a final clause says and for what is doubtful in it.

use crate::locale::Language;

/// Words by the stable names of what they stand for.
pub type Named = Vec<(&'static str, String)>;

/// The words of the workbench for final clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The language of the words.
    pub language: Language,
    /// What a code of a finding stands for.
    pub codes: Named,
    /// What a part of a rule says.
    pub parts: Named,
    /// What is to be weighed before a proposal is confirmed.
    pub weighed: Named,
    /// Why nothing is proposed.
    pub refusals: Named,
}
