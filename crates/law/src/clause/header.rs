//! The head of a treaty and the policies of a depositary: what stands before the final clauses.
//!
//! This module knows what is stated; which policy governs a day is found by `layers`.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::calendar::Date;
use crate::clause::rule::{Span, Spanned};

/// What stands at the head of a treaty. Absent fields are unknown, never assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// The title in quotation marks.
    pub title: String,
    /// The register's identifier.
    pub id: Option<Spanned<TreatyId>>,
    /// The date of adoption.
    pub adopted: Option<Spanned<Date>>,
    /// The place of adoption.
    pub place: Option<String>,
    /// The date of opening for signature.
    pub opened: Option<Spanned<Date>>,
    /// The depositary, by the name under which its policies are registered.
    pub depositary: Option<Spanned<String>>,
    /// Seat and time zone of the depositary (DATE-1): place, IANA zone name.
    pub seat: Option<(String, String)>,
    /// The authentic languages, BCP 47 (AU-2).
    pub authentic: Vec<String>,
    /// The language that prevails, if one does (VCLT art. 33(1)).
    pub prevailing: Option<String>,
    /// The depositary's published general date: evidence, never an input (DATE-9).
    pub announced: Option<Spanned<Date>>,
    /// The day to which this treaty's acts are known.
    pub data_as_of: Option<Spanned<Date>>,
    /// The treaty's own policies, which come before its depositary's.
    pub policies: Vec<Policy>,
    /// Where the header stands.
    pub span: Span,
}

/// A convention of counting that the text leaves open, with the dates between which it is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// What is followed.
    pub setting: PolicySetting,
    /// The first day; the key is the date of the act that starts the period.
    pub from: Option<Date>,
    /// The last day, included.
    pub until: Option<Date>,
    /// Where it stands.
    pub span: Span,
}

/// The conventions that may be set; the first value of each is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PolicySetting {
    /// The day on which a period of N days or months ends (DATE-3).
    PeriodExpiry(PeriodExpiry),
    /// Whether an organization's instrument counts (EIF-9, S-4).
    Organizations(OrganizationCounting),
    /// When an instrument with a reservation counts (EIF-7).
    CountReserving(CountReserving),
    /// Which of several depositaries' dates is the date of deposit (CON-2).
    SeveralDepositaries(SeveralDepositaries),
    /// Whether an instrument may be withdrawn before entry into force (CON-5).
    WithdrawalBeforeForce(WithdrawalBeforeForce),
    /// What an invalid reservation does to its author's consent (RES-8).
    InvalidReservation(InvalidReservation),
    /// What starts the window for objections (RES-6, EIF-11).
    ObjectionWindow(ObjectionWindow),
}

/// The day on which a period ends (DATE-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PeriodExpiry {
    /// D + N.
    #[default]
    SameDay,
    /// The day after D + N.
    NextDay,
}

/// Whether an organization's instrument counts towards a number (S-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrganizationCounting {
    /// Not counted where the instrument of any of its members is live.
    #[default]
    NotAdditional,
    /// Counted like a State's.
    Counted,
    /// Never counted: the text counts States only.
    NeverCounted,
}

/// When an instrument with a reservation counts (EIF-7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CountReserving {
    /// From its deposit.
    #[default]
    AtDeposit,
    /// From the first acceptance of the reservation.
    AtFirstAcceptance,
}

/// Which of several depositaries' dates is the date of deposit (CON-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SeveralDepositaries {
    /// The earliest.
    #[default]
    Earliest,
    /// The latest: all must have received it.
    All,
}

/// Whether an instrument may be withdrawn before entry into force (CON-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WithdrawalBeforeForce {
    /// It may.
    #[default]
    Allowed,
    /// It may not.
    Refused,
}

/// What an invalid reservation does to its author's consent (RES-8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InvalidReservation {
    /// Both readings are shown.
    #[default]
    Contested,
    /// The author is bound without the reservation.
    Severable,
    /// The author is not bound.
    NotBound,
}

/// What starts the window for objections (RES-6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ObjectionWindow {
    /// The date of the depositary notification.
    #[default]
    Notification,
    /// The date on which each addressee received it.
    Receipt,
}

/// The policies of one depositary, from `depositaries.clausula`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepositaryBlock {
    /// The depositary, as treaties name it.
    pub name: String,
    /// Its policies.
    pub policies: Vec<Policy>,
    /// Where the block stands.
    pub span: Span,
}
