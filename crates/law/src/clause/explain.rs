//! Derivations as data: which rule, which acts, which arithmetic, which policies, and the layer
//! each comes from (G-1). Words are found at the rim, in the reader's language.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::calendar::{Date, Unit};
use crate::clause::decimal::Decimal;
use crate::clause::rule::{Atom, OrganizationCounting, PeriodExpiry};

/// The place of an act among the acts of its treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActIndex(pub(crate) u32);

impl ActIndex {
    /// Returns the place as an index into [`crate::treaty::Treaty::acts`].
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// The layer from which a convention comes; the most special wins (G-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The treaty's own words or policy.
    Treaty,
    /// The depositary's practice.
    Depositary,
    /// The Vienna Convention's residual rule, or the default of the language.
    Default,
}

/// A residual rule of the Vienna Convention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Residual {
    /// Entry into force when all negotiating States have consented (VCLT art. 24(2)).
    AllNegotiating,
    /// Entry into force for a later joiner on the date of its consent (VCLT art. 24(3)).
    OnConsent,
    /// Twelve months' notice where the text is silent (VCLT art. 56(2)).
    TwelveMonthsNotice,
}

/// One step of a derivation, in the order in which a reader follows it. Rare and large particulars
/// are boxed: there is a derivation for every consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A statement of the treaty governs; the number is its index.
    Statement(usize),
    /// A residual rule governs, because the treaty says nothing.
    Residual(Residual),
    /// A condition came to hold.
    Trigger(Box<Trigger>),
    /// A period was added; the day of `from` is day 0 (DATE-2).
    Period {
        /// The day that starts the period.
        from: Date,
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// The day reached by plain addition.
        reached: Date,
        /// Whether the end of a month cut it short (DATE-4).
        clamped: bool,
        /// The convention on the day of expiry (DATE-3).
        expiry: PeriodExpiry,
        /// The layer of that convention.
        layer: Layer,
        /// The day on which the period ends.
        to: Date,
    },
    /// The first day of a month after `from` (DATE-5, DATE-6).
    FirstOfMonth {
        /// The day from which months are counted.
        from: Date,
        /// Which month: 1 is the following one.
        month: u8,
        /// The day reached.
        to: Date,
    },
    /// A date that the text names.
    NamedDay(Date),
    /// The latest of several terms governs.
    Latest(Vec<Date>, Date),
    /// The earliest of several terms governs.
    Earliest(Vec<Date>, Date),
    /// A fixed day with a condition: whether the condition held on it.
    Fallback {
        /// The fixed day.
        date: Date,
        /// Whether the condition held.
        held: bool,
    },
    /// The consent was deposited.
    Deposited {
        /// The act.
        act: ActIndex,
        /// The day.
        day: Date,
    },
    /// The consent was live on the trigger day, so the general date is its date (EIF-5).
    LiveOnTrigger {
        /// The trigger day.
        trigger: Date,
        /// The general date.
        general: Date,
    },
    /// The consent was deposited on or before the general date, which is its date (EIF-5).
    BeforeGeneral {
        /// The general date.
        general: Date,
    },
    /// The own term may not end before general entry into force (EIF-5).
    NotBeforeGeneral {
        /// The day of the own term.
        own: Date,
        /// The general date.
        general: Date,
        /// The later of the two.
        start: Date,
    },
    /// A succession has effect back in time (SUCC-2).
    Succession {
        /// The date of succession, if recorded; otherwise the date of notification stands in.
        succeeded: Option<Date>,
        /// The date of notification.
        notified: Date,
        /// The general date.
        general: Date,
        /// The later of the two.
        start: Date,
    },
    /// A predecessor's consent is continued (SUCC-5).
    Continued {
        /// The act of continuation.
        act: ActIndex,
        /// Its day.
        day: Date,
    },
    /// The announced date stands in for the computed one: an assumption (view `announced`).
    Announced(Date),
    /// How an organization's instrument was counted (S-4).
    Organizations {
        /// The policy.
        counting: OrganizationCounting,
        /// Its layer.
        layer: Layer,
        /// Whether the register lacks the organization's members, so that it was not counted.
        members_unknown: bool,
    },
    /// A notice of withdrawal was received.
    Notice {
        /// The act.
        act: ActIndex,
        /// The day of receipt.
        received: Date,
    },
    /// The notice was given before the bar; its period runs from the bar (END-5).
    Barred {
        /// The day before which no notice may be given.
        bar: Date,
    },
    /// A day of effect was recorded; it wins over the computed one, which stands beside it.
    RecordedEffect {
        /// The recorded day.
        recorded: Date,
        /// The computed day, if the rule gives one.
        computed: Option<Date>,
    },
    /// The consent ended.
    Ended {
        /// The act that ended it.
        act: ActIndex,
        /// The first day not bound.
        day: Date,
    },
    /// Two treaties enter into force together: on the later of the days reached separately.
    Together(Box<Together>),
    /// Fewer parties are left than the text asks for (EIF-6).
    FellBelow(Box<FellBelow>),
    /// The treaty ceases to be in force for everybody: the first day on which it is not.
    TreatyEnds(Date),
    /// The condition of a force without a latch did not hold, or may not have.
    Lapsed(Lapse),
    /// The treaty was no longer in force on the day on which it would have entered into force here.
    AfterTheEnd {
        /// That day.
        own: Date,
        /// The first day on which the treaty was no longer in force.
        end: Date,
    },
    /// The treaty was not in force on the own day, and was again later.
    WhenInForceAgain {
        /// The own day.
        own: Date,
        /// The next day on which the treaty was in force.
        start: Date,
    },
    /// Provisional entry into force lasts until definitive entry into force (EIF-13).
    UntilDefinitive {
        /// The day of provisional entry into force, where the condition was met.
        provisional: Option<Date>,
        /// The day of definitive entry into force, if it has come.
        definitive: Option<Date>,
    },
    /// Something is not known.
    Unknown(Box<Reason>),
}

/// What two treaties that enter into force together have reached separately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The other treaty.
    pub treaty: TreatyId,
    /// The day that the treaty's own clause gives; absent if it gives none.
    pub own: Option<Date>,
    /// The day of the other; absent if it gives none.
    pub other: Option<Date>,
}

/// The day on which too few parties were left (EIF-6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FellBelow {
    /// The number below which the treaty ceases to be in force.
    pub least: u32,
    /// The first day on which fewer were bound.
    pub day: Date,
    /// How many were still bound on it.
    pub left: u64,
    /// The acts by which parties ceased to be bound on it.
    pub acts: Vec<ActIndex>,
}

/// Days after general entry into force on which a treaty is not in force, or may not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lapse {
    /// The first of them.
    pub from: Date,
    /// The first day after them; absent where they do not end.
    pub until: Option<Date>,
    /// Why.
    pub kind: LapseKind,
}

/// Why a treaty that entered into force is not in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LapseKind {
    /// It has ended: new consent does not revive it (END-12).
    Ended,
    /// Its force has no latch, and the condition does not hold.
    ConditionNotMet,
    /// Whether it is in force is not known.
    Unknown,
}

impl Lapse {
    /// Whether it is known that the treaty is not in force on these days.
    pub fn is_certain(&self) -> bool {
        self.kind != LapseKind::Unknown
    }

    /// Whether the day is one of them.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

impl Step {
    pub(crate) fn unknown(reason: Reason) -> Self {
        Self::Unknown(Box::new(reason))
    }
}

/// The day on which a condition came to hold, and what made it hold (EIF-8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// The day.
    pub day: Date,
    /// The acts of that day that completed the condition.
    pub acts: Vec<ActIndex>,
    /// What each single test of the condition read on that day, in the order of the words.
    pub readings: Vec<(Atom, Reading)>,
}

/// What a single test read on the trigger day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A number of instruments.
    Number {
        /// Before that day.
        before: u64,
        /// On that day.
        on: u64,
        /// Needed.
        need: u64,
    },
    /// A sum of weights.
    Sum {
        /// Before that day.
        before: Decimal,
        /// On that day.
        on: Decimal,
        /// The total.
        total: Decimal,
    },
    /// A part of a set (EIF-10).
    Part {
        /// Before that day.
        before: u64,
        /// On that day.
        on: u64,
        /// Needed: the least whole number that meets the fraction.
        need: u64,
        /// The size of the set.
        of: u64,
    },
    /// The entry into force of another treaty.
    Treaty {
        /// Which.
        treaty: TreatyId,
        /// Since when; absent where it is not in force or not known.
        since: Option<Date>,
    },
    /// A date of the text.
    Day(Date),
    /// The test is not known.
    Unknown,
}

/// Why a result is undetermined.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The members of a group are not known; name, words of the text.
    GroupUnknown(String, Option<String>),
    /// The rows of a table are not known; name, words of the text.
    TableUnknown(String, Option<String>),
    /// A clause names a group or table that is not declared (E04).
    NotDeclared(String),
    /// The register lacks the file that a clause names.
    FileMissing(String),
    /// The register does not hold the other treaty.
    TreatyNotHeld(TreatyId),
    /// The other treaty's entry into force, or who is a party to it, is itself undetermined.
    TreatyUndetermined(TreatyId),
    /// Treaties depend on each other in a circle (E05).
    Circular(Vec<TreatyId>),
    /// The text's clause is beyond the core; its own words.
    Unmodelled(String),
    /// A statement is read and kept, but not yet evaluated; its index.
    NotEvaluated(usize),
    /// The treaty has no rule in this register, and the negotiating States are not known (24(2)).
    NoRule,
    /// Whether a consent had ended is not known; the notice.
    EndUnknown(ActIndex),
    /// The date of adoption is not recorded.
    NoAdoptionDate,
    /// The date of opening is not recorded.
    NoOpeningDate,
    /// The text takes a set as at a communication, which is not recorded as an act.
    NoCommunicationDate,
    /// A condition is tested only on the days that these words name, which are not known here.
    TestDays(String),
    /// The treaty ends by decision of an organ; decisions are not recorded as acts.
    Decision(String),
    /// Whether the treaty is in force at all, or for this participant, is undetermined.
    ForceUndetermined,
    /// The treaty has no withdrawal statement: what a notice does is not modelled.
    NoWithdrawalRule,
    /// The result lies beyond the year 9999.
    BeyondCalendar,
}

/// The steps that lead to a result, in reading order.
pub type Derivation = Vec<Step>;
