//! What the house says about the law: a door. The sentences are those of the command line, so that a
//! page and a terminal never give two reasons for one date; whoever serves the pages hands them over
//! (`docs/decisions/0018`).

mod ahead;
mod supposed;
mod terms;

use serde_json::Value;
use sponsio_law::calendar::Date;
use sponsio_law::conference::{Ahead, Walk};
use sponsio_law::guarantee::{Coverage, Row};
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::History;
use sponsio_record::Instant;
use sponsio_text::Expression;

use crate::locale::Language;

pub use ahead::{Stage, Stages};
pub use supposed::{Changed, Consequences, Supposed};
pub use terms::{Named, Terms};

/// Says what the law engine computed, in the language that is asked for or the nearest it has.
pub trait Wording: Send + Sync + 'static {
    /// Says why a treaty is, or is not, in force on a day.
    fn treaty(
        &self,
        language: Language,
        register: &Register,
        history: &History,
        at: Date,
    ) -> Account;

    /// Says why a participant stands where it stands on a day.
    fn participant(
        &self,
        language: Language,
        register: &Register,
        history: &History,
        party: PartyIndex,
        at: Date,
    ) -> Account;

    /// Says each final clause of a treaty as a sentence, in the order of the text.
    fn clauses(&self, language: Language, register: &Register, treaty: TreatyIndex) -> Clauses;

    /// Says what is missing for entry into force on a day, for each way that the rule leaves.
    fn missing(&self, language: Language, register: &Register, history: &History, at: Date)
    -> Gaps;

    /// Says what each promise of a matrix is, and what would close its gaps.
    fn promises(&self, language: Language, register: &Register, coverage: &Coverage) -> Promises;

    /// Says why a promise stands as it does from one member of a matrix to another; nothing where it
    /// does not name the two.
    fn cell(
        &self,
        language: Language,
        register: &Register,
        coverage: &Coverage,
        row: &Row,
        pair: (usize, usize),
    ) -> Option<Account>;

    /// Returns a matrix as the table that the command line prints: the names of the columns, then a
    /// row a cell.
    fn coverage_table(
        &self,
        register: &Register,
        coverage: &Coverage,
    ) -> (&'static [&'static str], Vec<Vec<String>>);

    /// Returns a matrix as the data that the command line prints, its sentences in a language.
    fn coverage_data(&self, language: Language, register: &Register, coverage: &Coverage) -> Value;

    /// Says what was done to a provision, the latest first, and which understandings it carries.
    fn walked(&self, language: Language, walk: &Walk<'_>) -> Walked;

    /// Says what still separates spoken words from law.
    fn ahead(&self, language: Language, ahead: &Ahead<'_>) -> Stages;

    /// Says what is supposed, and what would differ.
    fn supposed(&self, language: Language, supposed: Supposed<'_>) -> Consequences;

    /// Returns the words of the workbench for final clauses.
    fn terms(&self, language: Language) -> Terms;

    /// Writes a text as a Word document.
    fn word_document(&self, language: Language, text: &Expression, date: Instant) -> Vec<u8>;

    /// Returns the name of a participant.
    fn name(&self, language: Language, register: &Register, party: PartyIndex) -> String;

    /// Returns a key by which names are sorted as readers of the language expect.
    fn order(&self, language: Language, name: &str) -> Vec<u8>;
}

/// A derivation in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The language of the sentences: English where there are none in the reader's.
    pub language: Language,
    /// Why, in one sentence.
    pub because: Option<String>,
    /// The steps, in the order in which the law takes them.
    pub lines: Vec<Line>,
}

/// One line of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The stable kind of the step.
    pub kind: &'static str,
    /// What stands before it; empty where it goes on with the line before.
    pub label: String,
    /// The words.
    pub text: String,
}

/// What is missing for entry into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    /// The language of the sentences.
    pub language: Language,
    /// The ways, the shortest first.
    pub ways: Vec<Gap>,
}

/// What one way lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Which way of how many; absent where there is one.
    pub title: Option<String>,
    /// The conditions that are not met.
    pub lacks: Vec<String>,
    /// Deposits that would meet them, where there are such.
    pub deposits: Option<Deposits>,
    /// What they would bring about.
    pub then: String,
}

/// A smallest set of deposits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deposits {
    /// How many there are, and whether fewer may do.
    pub head: String,
    /// Of whom.
    pub choices: Vec<String>,
}

/// The promises of a matrix in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promises {
    /// The language of the sentences.
    pub language: Language,
    /// What is promised, one sentence for each row of the matrix.
    pub promises: Vec<String>,
    /// What would close gaps, the widest first.
    pub closings: Vec<String>,
}

/// What was done to a provision, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walked {
    /// The language of the sentences.
    pub language: Language,
    /// The sentences.
    pub sentences: Vec<String>,
}

/// Final clauses in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clauses {
    /// The language of the sentences.
    pub language: Language,
    /// The clauses, in the order of the text.
    pub clauses: Vec<Clause>,
}

/// One final clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands in the treaty, where that is known.
    pub citation: Option<String>,
    /// What it says.
    pub sentence: String,
    /// The same as a rule of Clausula.
    pub rule: String,
}
