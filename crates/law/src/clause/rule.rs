//! The statements of Clausula as data: one clause, one statement (`docs/spec/clausula.md`).
//!
//! This module knows what a final clause says, not how it is spelt (`syntax`), printed (`print`),
//! judged (`lint`) or computed (`evaluate`).

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use crate::act::ActKind;
use crate::calendar::{Date, Unit};
use crate::clause::decimal::Decimal;
pub use crate::clause::header::{
    CountReserving, DepositaryBlock, Header, InvalidReservation, ObjectionWindow,
    OrganizationCounting, PeriodExpiry, Policy, PolicySetting, SeveralDepositaries,
    WithdrawalBeforeForce,
};
use crate::guarantee::promise::Promise;

/// A half-open range of bytes in the source from which a piece of a rule was read.
///
/// Two rules are equal if they say the same, wherever they stand: any two spans are equal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A value with the place in the source it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A `.clausula` file: the head of a treaty and its final clauses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClauseFile {
    /// Title, dates, depositary, evidence, horizon and policies.
    pub header: Header,
    /// The statements in the order of the file.
    pub statements: Vec<Statement>,
}

/// One statement with the citation of the clause it formalises. Like spans, lines do not tell two
/// statements apart.
#[derive(Debug, Clone)]
pub struct Statement {
    /// What it says.
    pub rule: Rule,
    /// The clause, as cited in square brackets: `art. 49(1)`.
    pub citation: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// The line on which it begins, counted from 1.
    pub line: u32,
}

/// What a statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// A named set of participants.
    Group(Group),
    /// A named table of weights.
    Weights(Weights),
    /// The acts that count as consent in conditions: `consent by ratification, accession`.
    Consent(Vec<ActKind>),
    /// When the treaty enters into force (VCLT art. 24(1)).
    Force(Force),
    /// When it enters into force for those who consent later (VCLT art. 24(3)).
    Joiner(Joiner),
    /// The treaty enters into force together with another one: one date for both.
    Together(TreatyId),
    /// When the treaty enters into force provisionally: a state of its own, never "in force" (EIF-13).
    Provisional(Moment),
    /// When the treaty ceases to be in force for everybody (VCLT arts 54, 55; EIF-6).
    Ends(Ends),
    /// How a party may leave (VCLT arts 54, 56).
    Withdrawal(Withdrawal),
    /// Which reservations the text allows (VCLT art. 19).
    Reservations(Reservations),
    /// Who may sign or accede, and when (VCLT arts 12, 15).
    Open(Open),
    /// What somebody guarantees to somebody (GUA-1 to GUA-6).
    Guarantee(Box<Promise>),
    /// A statement beyond the core that is read and kept, but not yet evaluated.
    Extension(Extension),
}

/// A named set of participants, which may change over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name, in capitals.
    pub name: String,
    /// Its members.
    pub members: GroupSource,
}

/// Where the members of a group come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupSource {
    /// Listed in the statement.
    Listed(Vec<ParticipantId>),
    /// In a file with the columns `participant,from,until` (until is the first day outside).
    File(String),
    /// The text names the group, but its members are not known here; the words describe it.
    Unknown(Option<String>),
}

/// A named table of weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// The name, in capitals.
    pub name: String,
    /// Its rows.
    pub source: WeightSource,
}

/// Where the rows of a table come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeightSource {
    /// In a file with the columns `participant,weight`; without a total the rows are summed.
    File {
        /// The path inside the register folder.
        path: String,
        /// The total that the text names.
        total: Option<Decimal>,
    },
    /// The table is not known here; the words describe it.
    Unknown(Option<String>),
}

/// When the treaty enters into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Force {
    /// At a moment that the rule computes.
    Moment(Moment),
    /// By a clause that the core cannot express; the words say what is missing.
    Unmodelled(String),
    /// On exactly the days on which a condition holds: the only force without a latch.
    While {
        /// The condition.
        condition: Condition,
        /// The days on which alone it is tested, in words; between them nothing is known.
        tested_on: Option<String>,
    },
}

/// When a treaty ceases to be in force for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ends {
    /// When the number of parties falls below this one (VCLT art. 55; EIF-6).
    FewerThan(u32),
    /// At a term.
    Term(Term),
    /// With another treaty.
    With(TreatyId),
    /// By decision of an organ, in words; decisions are not recorded as acts.
    Decision(String),
}

/// A day computed from one or several terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// The latest of the terms; all must exist. A single term is the latest of one.
    Latest(Vec<Term>),
    /// The earliest of the terms that exists.
    Earliest(Vec<Term>),
    /// `on DATE if by then COND; otherwise TERM`.
    Fallback {
        /// The fixed day.
        date: Date,
        /// What must hold on that day.
        condition: Condition,
        /// The term that runs otherwise; `that day` is the day on which the condition came to hold.
        otherwise: Term,
    },
}

/// A day reached from a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// On the point itself.
    On(Point),
    /// A period after the point; the day of the point is day 0 (DATE-2).
    After {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// From where.
        point: Point,
    },
    /// The first day of a month after the point; the month of the point is month 0 (DATE-5, DATE-6).
    FirstOfMonth {
        /// Which month: 1 is the following one.
        month: u8,
        /// From where.
        point: Point,
    },
}

/// A day from which a term runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// A named day.
    Date(Date),
    /// The first event day on which the condition holds.
    TheDay(Condition),
    /// In a fallback: the day on which its condition came to hold.
    ThatDay,
    /// The day of the joiner's own deposit.
    ItsDeposit,
    /// The day of general entry into force.
    GeneralForce,
    /// The day of adoption.
    Adoption,
    /// The day of opening for signature.
    Opening,
    /// A term in parentheses.
    Term(Box<Term>),
}

/// What must hold. `or` binds more loosely than `and`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// At least one of two or more.
    Any(Vec<Self>),
    /// All of two or more.
    All(Vec<Self>),
    /// A single test.
    Atom(Atom),
}

impl Condition {
    /// Returns the single tests in the order of the words.
    pub fn atoms(&self) -> Vec<&Atom> {
        match self {
            Self::Atom(atom) => Vec::from([atom]),
            Self::Any(parts) | Self::All(parts) => parts.iter().flat_map(Self::atoms).collect(),
        }
    }
}

/// A single test on an event day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// `at least N instruments|states FILTERS`.
    Count {
        /// The number.
        least: u32,
        /// What is counted.
        noun: Noun,
        /// Which of them.
        filters: Vec<Filter>,
    },
    /// `at least N of SET`.
    Of {
        /// The number.
        least: u32,
        /// The set.
        set: Set,
    },
    /// `all of SET`.
    AllOf(Set),
    /// `together at least SHARE of TABLE`.
    Share {
        /// The share.
        share: Share,
        /// The name of the table.
        table: String,
    },
    /// `more than N instruments|states FILTERS`.
    MoreThan {
        /// The number that must be exceeded.
        than: u32,
        /// What is counted.
        noun: Noun,
        /// Which of them.
        filters: Vec<Filter>,
    },
    /// `at least|more than FRACTION of SET` (EIF-10).
    Proportion {
        /// Whether the fraction itself suffices.
        bound: Bound,
        /// Numerator and denominator, compared exactly.
        fraction: (u32, u32),
        /// The base.
        set: Set,
    },
    /// `together more than FRACTION of TABLE`.
    ShareAbove {
        /// Numerator and denominator, compared exactly.
        fraction: (u32, u32),
        /// The name of the table.
        table: String,
    },
    /// `treaty ID in force`.
    InForce(TreatyId),
    /// `on or after DATE`.
    OnOrAfter(Date),
}

/// Whether a bound that is just reached suffices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// `at least`: it does.
    AtLeast,
    /// `more than`: it does not.
    MoreThan,
}

/// What a count counts (EIF-9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// Instruments of consent, whoever deposited them, as far as the policy on organizations allows.
    Instruments,
    /// Instruments of States.
    States,
}

/// Which instruments a count counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// Of members of the set.
    Of(Set),
    /// Of others than members of the set.
    OtherThan(Set),
    /// Of those who each have at least this weight in the table.
    EachWith {
        /// The name of the table.
        table: String,
        /// The least weight.
        least: Decimal,
    },
    /// Those who have given notice of provisional application count as well (EIF-13).
    CountingProvisional,
}

/// A set of participants, taken on the day that is tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set {
    /// A declared group.
    Named(String),
    /// Participants listed in the clause.
    Listed(Vec<ParticipantId>),
    /// Those who have signed by that day.
    Signatories,
    /// The parties to another treaty, on that day or on a named one.
    PartiesTo {
        /// The other treaty.
        treaty: TreatyId,
        /// The named day.
        as_at: Option<Date>,
    },
    /// A roll taken on a day of its own (EIF-10); `parties to ID as at DATE` is the form above.
    AsAt {
        /// Whose names are on it.
        roll: Roll,
        /// The day.
        day: AsAt,
    },
}

/// A roll that changes with time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Roll {
    /// The parties to this treaty.
    Parties,
    /// Those who have signed it.
    Signatories,
    /// The members of a declared group, or of the organization with this code.
    MembersOf(String),
    /// The parties to another treaty.
    PartiesTo(TreatyId),
}

/// The day on which a roll is taken (EIF-10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsAt {
    /// A named day.
    Date(Date),
    /// The day of adoption.
    Adoption,
    /// The day of opening for signature.
    Opening,
    /// The day on which the condition comes to hold.
    Trigger,
    /// Each day on which the condition is tested.
    EachDay,
    /// The day of a communication, which is not recorded as an act.
    Communication,
}

/// A share of a table's total, compared exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Per cent.
    Percent(Decimal),
    /// Numerator and denominator.
    Fraction(u32, u32),
}

/// When a treaty enters into force for a later joiner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joiner {
    /// Whom the clause governs.
    pub scope: JoinerScope,
    /// When it enters into force for them.
    pub term: Term,
    /// Whether the day may lie before general entry into force.
    pub even_before: bool,
}

/// Whom a joiner clause governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinerScope {
    /// Those who deposit after the trigger day.
    Later,
    /// Those who deposit after the day of general entry into force.
    AfterForce,
}

/// How a party may leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withdrawal {
    /// The text is silent (VCLT art. 56).
    Silent,
    /// The text excludes it.
    Excluded,
    /// By notice.
    Notice {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// The bar before which no notice may be given.
        not_before: Option<NoticeBar>,
    },
}

/// The bar before which no notice of withdrawal may be given (END-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeBar {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
    /// After what.
    pub after: BarStart,
}

/// What starts the time during which no notice may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarStart {
    /// General entry into force.
    GeneralForce,
    /// Entry into force for the party that leaves.
    ItsForce,
}

/// Which reservations the text allows (RES-1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reservations {
    /// None.
    None,
    /// The text is silent (VCLT art. 19(c)).
    Silent,
    /// Any.
    Any,
    /// Only to these articles.
    OnlyTo(Vec<String>),
    /// Not to these articles.
    NotTo(Vec<String>),
    /// In words that the core cannot express.
    Words(String),
}

/// Who may sign or accede, and when (S-3, SIG-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// For what.
    pub to_act: OpenFor,
    /// For whom; absent means everybody the register knows.
    pub to: Option<Set>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day, included.
    pub until: Option<Date>,
    /// The place.
    pub place: Option<String>,
    /// Who must invite: `all parties` or an organ in words.
    pub invited_by: Option<String>,
}

/// What a treaty is open for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenFor {
    /// Signature.
    Signature,
    /// Accession.
    Accession,
}

/// A statement beyond the core: kept word for word, named wherever it leaves a result undetermined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The keyword with which it begins: `between two parties`, `for unit`, `ends` …
    pub keyword: ExtensionKeyword,
    /// The whole statement without its citation, white space folded.
    pub words: String,
}

/// The statements beyond the core, by the words with which they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExtensionKeyword {
    /// `unit …`
    Unit,
    /// `for unit …: …`
    ForUnit,
    /// `provisional application …`
    ProvisionalApplication,
    /// A `provisionally in force` statement that uses a set, point or test that is not evaluated.
    ProvisionallyInForce,
    /// An `in force` statement that uses a set, point or test beyond the core.
    InForceBeyond,
    /// A joiner statement that uses a class of joiners, a set or point beyond the core.
    JoinerBeyond,
    /// A withdrawal statement with a window, a cascade, a later date or another condition.
    WithdrawalBeyond,
    /// A reservations statement with a blocking number or an expiry.
    ReservationsBeyond,
    /// `consent to … is consent here`, `consent with at least …`
    ConsentBeyond,
    /// An `open for` statement to a set beyond the core, such as `all states`.
    OpenBeyond,
    /// `declaration …`
    Declaration,
    /// An `ends` statement that uses a set, point or test that is not evaluated.
    Ends,
    /// `amendment …`
    Amendment,
    /// `between two parties …`
    Pair,
    /// `only for parties to …`
    Link,
    /// A `guarantee` statement to a set that is not evaluated, such as `all states`.
    Guarantee,
    /// `duty …`
    Duty,
    /// Any statement with `read so from …`: a later agreed reading (INT-1).
    ReadSo,
}
