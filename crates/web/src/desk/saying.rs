//! The sentences that the desk borrows: what an act would change, what the law remarks, why something is
//! refused. One derivation has one wording, whoever shows it.

use sponsio_depositary::DeskError;
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_law::status::consequence::Consequence;

use crate::locale::Language;

/// Sentences in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The language of the sentences; where the reader's own has none it is another.
    pub language: Language,
    /// The sentences.
    pub lines: Vec<String>,
}

/// Why something is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The language of the sentences.
    pub language: Language,
    /// Why, in one sentence.
    pub sentence: String,
    /// The rule that was applied, if one was.
    pub rule: Option<String>,
    /// What to do next.
    pub hints: Vec<String>,
}

/// Says what the law finds.
pub trait Saying: Send + Sync + 'static {
    /// Returns what an act would change, treaty by treaty, with the heading of each.
    fn effects(
        &self,
        language: Language,
        after: &Register,
        found: &[Consequence],
    ) -> Vec<(String, Said)>;

    /// Returns what the law remarks.
    fn remarks(&self, language: Language, register: &Register, remarks: &[Remark]) -> Said;

    /// Returns why the desk does not do what it is asked.
    fn refusal(&self, language: Language, register: &Register, error: &DeskError) -> Refused;
}
