//! The particulars of a diagnostic, complete enough to be worded in any language.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{NameError, ParticipantId, TreatyId};

use crate::act::ActKind;
use crate::calendar::{Date, Unit};
use crate::clause::decimal::Decimal;
use crate::clause::rule::Share;
use crate::guarantee::advice::Advice;

/// What a diagnostic says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Something else was expected here.
    Expected {
        /// What stands there.
        found: Found,
        /// What could stand there instead.
        expected: Vec<Expected>,
        /// The keyword that is probably meant.
        meant: Option<&'static str>,
    },
    /// The calendar has no such day.
    NoSuchDay {
        /// The date as written.
        written: String,
    },
    /// The number is larger than the language allows here.
    NumberTooLarge {
        /// The number as written.
        written: String,
        /// The largest one allowed.
        most: u32,
    },
    /// A number with too many digits, or not in the form `66.6666`.
    NotANumber {
        /// The number as written.
        written: String,
    },
    /// A fraction over zero or with numbers that are too large.
    NotAFraction {
        /// The fraction as written.
        written: String,
    },
    /// The word is no identifier of a treaty or participant.
    NotAnIdentifier {
        /// The word as written.
        written: String,
        /// Why not.
        error: NameError,
    },
    /// The name of a group or table is too long or holds other characters than `A-Z 0-9 _ -`.
    NotAName {
        /// The word as written.
        written: String,
    },
    /// Something is opened and not closed.
    Unclosed(Delimiter),
    /// Something is closed that was not opened.
    Unopened(Delimiter),
    /// Parentheses are nested too deeply.
    TooDeep {
        /// The deepest nesting allowed.
        most: u32,
    },
    /// A list has too many entries.
    TooMany {
        /// The most that are allowed.
        most: usize,
    },
    /// The source is too long to be read.
    TooLong {
        /// Its length in bytes.
        bytes: usize,
        /// The longest that is read.
        most: usize,
    },
    /// There are more findings than are kept.
    More {
        /// How many were left out.
        left_out: usize,
    },
    /// A header field occurs twice.
    DuplicateField {
        /// The words with which the field begins.
        field: &'static str,
    },
    /// A group or table is declared twice.
    DuplicateName {
        /// What it is.
        subject: Subject,
        /// Its name.
        name: String,
        /// The line of the first declaration.
        first_line: u32,
    },
    /// The file does not begin with `treaty "…"`.
    NoHeader,
    /// The file holds a second treaty.
    SecondHeader,
    /// A header field stands after the first statement.
    FieldAfterStatement {
        /// The words with which the field begins.
        field: &'static str,
    },
    /// One statement was asked for, and there are several.
    SeveralStatements,
    /// There is no statement.
    NoStatement,
    /// A policy line stands before the first `depositary` line.
    PolicyWithoutDepositary,
    /// A day is named that has no meaning in this statement.
    Misplaced(MisplacedPoint),
    /// T405: a clause of a guarantee line is given twice.
    ClauseTwice {
        /// The words with which it begins.
        clause: &'static str,
    },
    /// T407: clauses of a guarantee line contradict each other.
    Conflict(Conflict),
    /// T420 and above: what a lawyer would advise on a guarantee.
    Advice(Advice),
    /// The act does not express consent to be bound.
    NotConsent {
        /// The act.
        act: ActKind,
    },
    /// E01: the number is larger than the set.
    CountExceedsSet {
        /// The number asked for.
        least: u32,
        /// How many members the set has.
        members: usize,
        /// The set, as the rule names it.
        set: String,
    },
    /// E01: all of a set without members.
    EmptySet {
        /// The set, as the rule names it.
        set: String,
    },
    /// E01: a share of more than the whole.
    ShareOverWhole {
        /// The share.
        share: Share,
    },
    /// E01: a share that all rows of the table together do not reach.
    ShareOverRows {
        /// The share.
        share: Share,
        /// The table.
        table: String,
        /// The sum of its rows.
        rows: Decimal,
        /// The total of which the share is taken.
        total: Decimal,
    },
    /// E02: a date before adoption.
    BeforeAdoption {
        /// What the date is.
        role: DateRole,
        /// The date.
        date: Date,
        /// The date of adoption.
        adopted: Date,
    },
    /// E02: something ends before it begins.
    EndsBeforeItBegins {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// E03: a fraction of a set that changes, without the day on which the set is taken.
    FractionWithoutDay {
        /// The fraction as written.
        fraction: String,
    },
    /// E04: a name that is used but not declared.
    Undeclared {
        /// What it is.
        subject: Subject,
        /// Its name.
        name: String,
    },
    /// E04: a member of a known group has no row in a known table.
    WithoutWeight {
        /// The member.
        participant: ParticipantId,
        /// The table.
        table: String,
    },
    /// E05: treaties refer to each other; the first is named again at the end.
    Circle {
        /// The treaties in the order in which they refer to each other.
        treaties: Vec<TreatyId>,
    },
    /// E05: the day of entry into force is computed from itself.
    OwnEntryIntoForce,
    /// E06: a second statement on entry into force.
    SecondForce {
        /// The line of the first.
        first_line: u32,
    },
    /// E08: the provision is not the one to which the rule was bound.
    ProvisionChanged {
        /// The digest to which the rule is bound.
        recorded: String,
        /// The digest of the provision as it stands.
        current: String,
    },
    /// E09: no `open for` statement lets anybody sign or accede.
    NobodyMayJoin,
    /// E10: an article that the text does not have.
    NoSuchArticle {
        /// The article as the list names it.
        article: String,
    },
    /// W01: no policy states on which day a period ends.
    PeriodExpiryUnstated {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
    },
    /// W02: the day number may not exist in the month that is reached.
    MonthEnd {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
    },
    /// W03: no policy states whether organizations count.
    OrganizationsUnstated,
    /// W04: the text is silent on withdrawal.
    WithdrawalSilent,
    /// W06: the number asks for every member of the set.
    CountIsWholeSet {
        /// The number.
        least: u32,
        /// The set, as the rule names it.
        set: String,
    },
    /// W07: an instrument withdrawn before this day undoes the condition that is tested on it.
    RevocableOnFixedDay {
        /// The day.
        date: Date,
    },
    /// W08: the total of the table is zero.
    ShareOfNothing {
        /// The table.
        table: String,
    },
    /// W09: the condition cannot hold on the day on which it is tested.
    NotByThen {
        /// The day on which it is tested.
        date: Date,
        /// The day from which it can hold.
        from: Date,
    },
    /// W09: another term of the statement always comes first.
    TermNeverDecides {
        /// Which term, counted from 1.
        term: usize,
        /// The term that always decides before it.
        other: usize,
    },
    /// W11: several acts of one day completed the condition, and all are named as its trigger.
    SameDayActs {
        /// The day.
        day: Date,
        /// How many.
        acts: usize,
    },
    /// W13: there is no rule for later joiners.
    NoJoiner,
    /// W14: the members or rows are not known here.
    Unknown {
        /// What it is.
        subject: Subject,
        /// Its name.
        name: String,
    },
    /// W15: a per cent that stands for a fraction.
    RoundedFraction {
        /// The per cent.
        percent: Decimal,
        /// The numerator it probably stands for.
        numerator: u32,
        /// The denominator it probably stands for.
        denominator: u32,
    },
}

impl Detail {
    /// Whether it says that something is missing from the file: beside a statement that was left out
    /// for a fault this is not certain.
    pub fn is_of_absence(&self) -> bool {
        match self {
            Self::Undeclared { .. } | Self::NoJoiner => true,
            Self::Advice(advice) => advice.is_of_absence(),
            _ => false,
        }
    }
}

/// What stands where something else was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// These words, verbatim, cut after 40 characters.
    Words(String),
    /// The statement ends.
    End,
}

/// What could stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// These keywords or marks.
    Words(&'static str),
    /// A date.
    Date,
    /// A whole number.
    Whole,
    /// A number, whole or decimal.
    Number,
    /// A fraction.
    Fraction,
    /// Words in quotation marks.
    Text,
    /// The name of a group, table or unit.
    Name,
    /// The code of a participant.
    Participant,
    /// The identifier of a treaty.
    Treaty,
    /// An ordinal from `second` to `twelfth`.
    Ordinal,
    /// An act of consent.
    Act,
    /// An article of the text.
    Article,
    /// A language tag.
    Language,
    /// A citation in square brackets.
    Citation,
    /// The end of the statement.
    End,
}

/// What opens and closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `"…"`
    Quotation,
    /// `[…]`
    Citation,
    /// `(…)`
    Parenthesis,
    /// `{…}`
    Brace,
}

/// A day that has no meaning where it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MisplacedPoint {
    /// `its deposit` in a statement on general entry into force, where there is no joiner.
    ItsDeposit,
    /// `that day` outside the `otherwise` of a fallback.
    ThatDay,
}

/// What a name in capitals names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A group of participants.
    Group,
    /// A table of weights.
    Table,
    /// A guarantee.
    Guarantee,
}

/// Clauses of a guarantee line that contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// A majority of nobody, or of more than all.
    NoMajority,
    /// A time of no length.
    NoTime,
    /// `act alone no` where each guarantor owes for itself.
    AloneOfSeveral,
}

/// What a date is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateRole {
    /// The opening for signature.
    Opened,
    /// The announced entry into force.
    Announced,
    /// The day to which acts are known.
    DataAsOf,
    /// A day named in a rule.
    Rule,
    /// The first day on which the treaty is open.
    OpenFrom,
    /// The last day on which the treaty is open.
    OpenUntil,
}
