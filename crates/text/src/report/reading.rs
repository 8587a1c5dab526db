//! What a report was read to say: a draft for a person to confirm. Every part says on which words it
//! rests; what the text does not give is absent.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::date::Day;
use super::source::Extracted;

/// A stretch of the extracted text, in bytes.
pub type Span = Range<usize>;

/// The languages whose reports are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// Turkish.
    Turkish,
    /// English.
    English,
}

/// What kind of statement a passage is, as far as its words show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A promise, or a denial of one's own hostile intent.
    Assurance,
    /// An offer to give an assurance or to act; never an assurance itself.
    Readiness,
    /// Something put to others: a proposal, a call, a demand.
    Proposal,
    /// What was alleged is denied.
    Denial,
    /// Somebody is blamed.
    Accusation,
    /// Something is made to depend on something else, or is called necessary.
    Condition,
    /// An account of a meeting or of its result.
    Report,
    /// None of these, as far as the words show.
    Other,
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::Assurance,
        Self::Readiness,
        Self::Proposal,
        Self::Denial,
        Self::Accusation,
        Self::Condition,
        Self::Report,
        Self::Other,
    ];

    /// Returns the word by which data name this kind.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assurance => "assurance",
            Self::Readiness => "readiness",
            Self::Proposal => "proposal",
            Self::Denial => "denial",
            Self::Accusation => "accusation",
            Self::Condition => "condition",
            Self::Report => "report",
            Self::Other => "other",
        }
    }
}

/// Why an attribution is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// A quotation mark is missing; where the passage ends or begins is inferred.
    MarkMissing,
    /// The passage stands alone; the speaker is whoever spoke before.
    StandsAlone,
    /// Several persons fit the words that name the speaker.
    SeveralFit,
    /// The heading repeats the sentence in other words.
    HeadingDiffers,
}

impl Doubt {
    /// Returns the word by which data name this doubt.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MarkMissing => "mark-missing",
            Self::StandsAlone => "stands-alone",
            Self::SeveralFit => "several-fit",
            Self::HeadingDiffers => "heading-differs",
        }
    }
}

/// Somebody whose words a passage passes on or invokes: claimed by the speaker, not sourced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Who is cited, as fully as the text names them.
    pub name: String,
    /// The words that name them.
    pub named: Span,
    /// The word that says they are cited.
    pub verb: Span,
}

/// A passage that somebody is said to have said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words, without the quotation marks around them.
    pub span: Span,
    /// Whether they stand in quotation marks.
    pub is_direct: bool,
    /// Who is said to have said it, as fully as the text names them; `None` where it does not.
    pub speaker: Option<String>,
    /// The words that name the speaker at this place, where there are any.
    pub named: Option<Span>,
    /// The office or description under which the speaker is introduced, where there is one.
    pub capacity: Option<String>,
    /// The words that report it.
    pub verb: Option<Span>,
    /// What kind of statement it is.
    pub kind: Kind,
    /// The words on which the kind rests; `None` for [`Kind::Other`].
    pub rests_on: Option<Span>,
    /// Why the attribution is doubtful, if it is.
    pub doubt: Option<Doubt>,
    /// Whether it stands in a heading, apart from what was said.
    pub is_heading: bool,
    /// The passage, by its place in the list, that a heading repeats or a paragraph continues.
    pub repeats: Option<usize>,
    /// Whom it cites.
    pub cited: Vec<Cited>,
    /// To whom it was said, where and on what occasion, when.
    pub setting: Setting,
}

/// Words that say something of the setting of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstance {
    /// The words.
    pub span: Span,
    /// Whether they stand with what the same speaker said or did before, and are carried on from there.
    pub is_carried: bool,
}

/// The circumstances of a statement, as words of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setting {
    /// Where.
    pub place: Option<Circumstance>,
    /// On what occasion.
    pub occasion: Option<Circumstance>,
    /// When, if the text says more than its date.
    pub time: Option<Circumstance>,
    /// To whom.
    pub audience: Option<Circumstance>,
    /// The day that the words of time mean, counted from the date of the report; `None` where they leave
    /// it open or the report has no date.
    pub day: Option<Day>,
}

/// A heading of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its words.
    pub span: Span,
    /// The passage that it repeats, by its place in the list.
    pub repeats: Option<usize>,
}

/// Something about the report that a person should see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub notice: Notice,
    /// Where it is.
    pub span: Span,
}

/// What can be remarked of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// The report does not begin with `date YYYY-MM-DD`.
    NoDate,
    /// Its date lies after the day on which it is read.
    DateInFuture,
    /// A quotation mark has no partner.
    Unbalanced,
    /// Marks of writing direction or letters of a script that runs from right to left.
    RightToLeft,
    /// There are more names than are kept apart; later ones stay as written.
    ManyNames,
    /// There are more passages than are listed.
    ManyPassages,
}

impl Notice {
    /// Returns the word by which data name this remark.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoDate => "no-date",
            Self::DateInFuture => "date-in-future",
            Self::Unbalanced => "unbalanced-quotation-mark",
            Self::RightToLeft => "right-to-left",
            Self::ManyNames => "many-names",
            Self::ManyPassages => "many-passages",
        }
    }
}

/// A report as it was read: nothing in it is recorded until a person confirms it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The text, with its places in the source.
    pub text: Extracted,
    /// The date that it carries.
    pub date: Option<Day>,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// What was said, in the order of the text; a clause comes before what is quoted in it.
    pub passages: Vec<Passage>,
    /// What a person should see.
    pub remarks: Vec<Remark>,
}

impl Reading {
    /// Returns the words of a stretch.
    pub fn words(&self, span: &Span) -> &str {
        self.text.text.get(span.clone()).unwrap_or_default()
    }
}
