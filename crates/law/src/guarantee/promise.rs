//! A guarantee as a text grants it: who promises what to whom, when, and in which way (GUA-1 to
//! GUA-6). This module knows the words of the promise; whether it binds anybody is computed
//! elsewhere (`coverage`).

use alloc::string::String;

use sponsio_record::TreatyId;

use crate::calendar::{Date, Unit};
use crate::clause::rule::Set;
use crate::guarantee::force::LegalForce;

/// A promise in the words of its guarantee line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The name by which the text and the matrix call it: `G1`.
    pub name: String,
    /// Whether something is to be left undone or to be done (GUA-4).
    pub sense: Sense,
    /// Who promises: the debtors.
    pub by: Guarantors,
    /// To whom: the creditors.
    pub to: Beneficiaries,
    /// How several guarantors owe (GUA-1).
    pub mode: Mode,
    /// What is promised, in words.
    pub object: String,
    /// What calls the promise in; absent: the line does not say (GUA-3).
    pub trigger: Option<Trigger>,
    /// Who finds that the trigger has come; absent: the line does not say (GUA-3).
    pub finder: Option<Finder>,
    /// The act that is then owed, in words.
    pub owes: Option<String>,
    /// Whether one guarantor may act without the others (GUA-1).
    pub act_alone: Option<bool>,
    /// What the promise does not cover, in words (GUA-4).
    pub except: Option<String>,
    /// Who may invoke a breach (GUA-5).
    pub invoked_by: Option<Invoker>,
    /// What follows from a breach, in words.
    pub remedy: Option<String>,
    /// How long it lasts.
    pub lasts: Option<Lasting>,
    /// The legal force that the line itself states; it can lower what the instrument gives, never
    /// raise it (GUA-6).
    pub force: Option<LegalForce>,
    /// The earlier obligation that it repeats, in words.
    pub restates: Option<String>,
    /// Another instrument to which it is linked (GUA-7).
    pub linked_to: Option<TreatyId>,
}

/// Whether a promise is one of abstention or of action (GUA-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Something is to be left undone.
    Negative,
    /// Something is to be done.
    Positive,
}

impl Sense {
    /// Returns the word in a guarantee line and the label in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Negative => "negative",
            Self::Positive => "positive",
        }
    }
}

/// Who promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guarantors {
    /// `each party`: each one for itself.
    EachParty,
    /// `all parties`: they together.
    AllParties,
    /// A set of participants.
    Set(Set),
}

/// To whom a promise is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beneficiaries {
    /// `every other party`.
    EveryOtherParty,
    /// `all parties`.
    AllParties,
    /// `itself`: a State guarantees its own status towards the others (Cyprus 1960 art. I).
    Itself,
    /// A set of parties.
    Set(Set),
    /// `third SET`: participants that are no parties (VCLT art. 36).
    Third(Set),
}

/// How several guarantors owe (GUA-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Each for itself, for its own conduct.
    Individually,
    /// Each is liable on its own.
    Severally,
    /// Only all together.
    Jointly,
    /// All together, and each for the whole (Locarno 1925 art. 1).
    JointlyAndSeverally,
}

impl Mode {
    /// Every mode; the longest words first, as a reader must try them.
    pub const ALL: [Self; 4] = [
        Self::JointlyAndSeverally,
        Self::Jointly,
        Self::Severally,
        Self::Individually,
    ];

    /// Returns the words in a guarantee line.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Individually => "individually",
            Self::Severally => "severally",
            Self::Jointly => "jointly",
            Self::JointlyAndSeverally => "jointly and severally",
        }
    }

    /// Returns the label in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::JointlyAndSeverally => "jointly-and-severally",
            other => other.words(),
        }
    }

    /// Whether each guarantor owes without the others.
    pub const fn is_several(self) -> bool {
        !matches!(self, Self::Jointly)
    }

    /// Whether the guarantors owe together.
    pub const fn is_joint(self) -> bool {
        matches!(self, Self::Jointly | Self::JointlyAndSeverally)
    }
}

/// What calls a promise in (GUA-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// Nothing: it holds at all times.
    Always,
    /// An event, in words; it is recorded and never judged.
    Words(String),
}

/// Who finds that the trigger has come (GUA-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finder {
    /// Each guarantor for itself.
    EachForItself,
    /// An organ, with the majority it needs if the line states one.
    Organ {
        /// Its name, in capitals.
        name: String,
        /// Numerator and denominator.
        majority: Option<(u32, u32)>,
    },
}

/// Who may invoke a breach (GUA-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Invoker {
    /// The beneficiary alone.
    Beneficiary,
    /// Any party: owed to all of them (ICJ Belgium v. Senegal 2012).
    AnyParty,
}

impl Invoker {
    /// Returns the words in a guarantee line.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Beneficiary => "beneficiary",
            Self::AnyParty => "any party",
        }
    }
}

/// How long a promise lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lasting {
    /// `until DATE`: the last day on which it holds.
    Until(Date),
    /// `until withdrawal`: as long as guarantor and beneficiary are bound.
    UntilWithdrawal,
    /// `until "EVENT"`: an event in words, of which no act tells.
    UntilEvent(String),
    /// `for N months`: from the day on which it came to life between the two.
    For(u32, Unit),
}

/// The direction of a promise, read off its line (GUA-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Those who promise are those to whom it is promised.
    Mutual,
    /// A guarantor promises for its own status.
    OwnStatus,
    /// The beneficiaries are no parties.
    ThirdParty,
    /// From some to others.
    OneSided,
}

impl Direction {
    /// Returns the label in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mutual => "mutual",
            Self::OwnStatus => "self",
            Self::ThirdParty => "third-party",
            Self::OneSided => "one-sided",
        }
    }
}

impl Promise {
    /// Returns the direction (GUA-2): mutual where guarantors and beneficiaries are the same.
    pub fn direction(&self) -> Direction {
        match (&self.by, &self.to) {
            (_, Beneficiaries::Itself) => Direction::OwnStatus,
            (_, Beneficiaries::Third(_)) => Direction::ThirdParty,
            (
                Guarantors::EachParty | Guarantors::AllParties,
                Beneficiaries::EveryOtherParty | Beneficiaries::AllParties,
            ) => Direction::Mutual,
            (Guarantors::Set(by), Beneficiaries::Set(to)) if by == to => Direction::Mutual,
            _ => Direction::OneSided,
        }
    }

    /// Whether a beneficiary must itself be a party for the promise to hold towards it.
    pub fn needs_party_as_beneficiary(&self) -> bool {
        let unilateral = self.force == Some(LegalForce::UnilateralAct);
        !unilateral && !matches!(self.to, Beneficiaries::Third(_) | Beneficiaries::Itself)
    }

    /// Returns the sets that the line names.
    pub fn sets(&self) -> impl Iterator<Item = &Set> {
        let by = match &self.by {
            Guarantors::Set(set) => Some(set),
            Guarantors::EachParty | Guarantors::AllParties => None,
        };
        let to = match &self.to {
            Beneficiaries::Set(set) | Beneficiaries::Third(set) => Some(set),
            _ => None,
        };
        by.into_iter().chain(to)
    }
}
