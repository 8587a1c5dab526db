//! What a lawyer would advise on a draft guarantee, as data: T420 and the codes above it.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::ParticipantId;

use crate::calendar::Date;
use crate::clause::diagnostic::Code;

/// One piece of advice on a guarantee, or on the instrument that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// T420: a complete guarantee says this.
    Missing(Gap),
    /// T421: those to whom it is promised promise nothing of the kind in return.
    NotReturned,
    /// T422: each guarantor finds for itself whether it must act.
    OwnJudge,
    /// T423: no guarantor need act without all others.
    AllOrNone,
    /// T424: what a third party needs: its assent, and that its right lasts.
    ThirdParty,
    /// T425: a unilateral act makes no duties for others (ILC Guiding Principles 2006, 9).
    UnilateralForAll,
    /// T426: a word of intention.
    Intention {
        /// The word.
        word: &'static str,
    },
    /// T427: the promise repeats the Charter's ban on force.
    RepeatsTheCharter,
    /// T428: self-defence is not kept apart from a ban on force.
    SelfDefence,
    /// T429: an abstention has no finder and no act that is owed.
    OfAbstention(Gap),
    /// T430: the promise lasts until withdrawal, of which the text says nothing of use.
    Withdrawal(WithdrawalClause),
    /// T431: the promise ends before the text is adopted.
    EndsBeforeAdoption {
        /// The last day.
        until: Date,
        /// The day of adoption.
        adopted: Date,
    },
    /// T432: nobody is named to establish the event with which it ends.
    EventUnfound,
    /// T433: the act owed has no time.
    NoTime,
    /// T434: who may invoke a breach is not said.
    Invocation,
    /// T435: these would promise to themselves; such a pair is left out.
    OwnBeneficiary(Vec<ParticipantId>),
    /// T436: another guarantee says the same.
    SaidTwice {
        /// The name of the other.
        other: String,
    },
    /// T437: it is linked to its own instrument.
    LinkedToItself,
    /// T440: the instrument lacks a final clause.
    Lacks(FinalClause),
}

/// What a complete guarantee says (treaty-law part 4, 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// What calls it in.
    Trigger,
    /// Who finds that the trigger has come.
    Finder,
    /// The act that is then owed.
    ActOwed,
    /// What it does not cover.
    Exceptions,
    /// How long it lasts.
    Duration,
    /// How it relates to earlier duties.
    EarlierDuties,
}

/// What a text says of withdrawal where a promise lasts until then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WithdrawalClause {
    /// No statement.
    Missing,
    /// That it is silent (VCLT art. 56).
    Silent,
    /// That nobody may withdraw.
    Excluded,
}

/// A final clause that an instrument with guarantees needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FinalClause {
    /// When it enters into force.
    EntryIntoForce,
    /// How a party may leave, with which notice.
    Withdrawal,
    /// Who keeps it.
    Depositary,
    /// In which languages it is authentic.
    Languages,
}

impl Advice {
    /// Returns the stable code.
    pub const fn code(&self) -> Code {
        match self {
            Self::Missing(_) => Code::T420,
            Self::NotReturned => Code::T421,
            Self::OwnJudge => Code::T422,
            Self::AllOrNone => Code::T423,
            Self::ThirdParty => Code::T424,
            Self::UnilateralForAll => Code::T425,
            Self::Intention { .. } => Code::T426,
            Self::RepeatsTheCharter => Code::T427,
            Self::SelfDefence => Code::T428,
            Self::OfAbstention(_) => Code::T429,
            Self::Withdrawal(_) => Code::T430,
            Self::EndsBeforeAdoption { .. } => Code::T431,
            Self::EventUnfound => Code::T432,
            Self::NoTime => Code::T433,
            Self::Invocation => Code::T434,
            Self::OwnBeneficiary(_) => Code::T435,
            Self::SaidTwice { .. } => Code::T436,
            Self::LinkedToItself => Code::T437,
            Self::Lacks(_) => Code::T440,
        }
    }

    /// Whether it says that something is missing from the file: beside a statement that was left
    /// out for a fault this is not certain.
    pub const fn is_of_absence(&self) -> bool {
        matches!(
            self,
            Self::NotReturned | Self::Withdrawal(WithdrawalClause::Missing) | Self::Lacks(_)
        )
    }
}
