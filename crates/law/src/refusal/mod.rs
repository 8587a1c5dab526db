//! Refusals: why an act was not received, as data. Each ground cites its rule, the dates expected
//! and received, and the earlier act that stands in the way. This module words them in English; the
//! other languages word the same data at the rim.

mod english;

use alloc::string::String;

use sponsio_record::{ParticipantId, TreatyId};

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::explain::{ActIndex, Layer};
use crate::clause::rule::OpenFor;

/// An act that was not received, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The treaty that the request names.
    pub treaty: TreatyId,
    /// Whose act it would have been.
    pub participant: ParticipantId,
    /// What it would have been.
    pub act: ActKind,
    /// The legal date that the request gives.
    pub date: Date,
    /// The day on which it was examined.
    pub received: Date,
    /// Why it was refused.
    pub ground: Ground,
}

impl Refusal {
    /// Returns the stable code of the ground.
    pub const fn code(&self) -> &'static str {
        self.ground.code()
    }

    /// Returns the rule and the article on which the refusal rests.
    pub const fn rule(&self) -> &'static str {
        self.ground.rule()
    }
}

impl core::error::Error for Refusal {}

/// An earlier act that stands in the way, with its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier {
    /// The act, among the acts of its treaty.
    pub act: ActIndex,
    /// Its day, as corrected.
    pub on: Date,
}

/// A notice of withdrawal that is pending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pending {
    /// The notice, and the day of its receipt.
    pub notice: Earlier,
    /// The day on which it takes effect, where that is known.
    pub effect: Option<Date>,
}

/// Why an act is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The register has no such treaty.
    UnknownTreaty,
    /// The register has no such participant.
    UnknownParticipant,
    /// The State no longer exists.
    FormerState,
    /// Another act of the register already has this mark.
    IdTaken {
        /// The mark.
        id: String,
        /// The treaty of the other act.
        treaty: TreatyId,
        /// The other act.
        act: ActIndex,
    },
    /// The legal date lies after the day of receipt.
    AfterReceipt,
    /// The legal date lies before the adoption of the text.
    BeforeAdoption {
        /// The day of adoption.
        adopted: Date,
    },
    /// The legal date lies before the opening for signature.
    BeforeOpening {
        /// The day of opening.
        opened: Date,
    },
    /// The treaty is not yet open for this act.
    NotYetOpen {
        /// For what.
        to_act: OpenFor,
        /// The first day.
        from: Date,
    },
    /// The treaty is no longer open for this act.
    Closed {
        /// For what.
        to_act: OpenFor,
        /// The last day.
        until: Date,
    },
    /// The treaty is not open to this participant.
    NotEntitled {
        /// For what.
        to_act: OpenFor,
    },
    /// The participant has already signed.
    AlreadySigned(Earlier),
    /// The participant has not signed.
    NotASignatory,
    /// The participant has already declared that it will not become a party.
    AlreadyDeclared(Earlier),
    /// An act that completes a signature has none to complete.
    Unsigned,
    /// The participant's consent is already recorded and has not ended.
    AlreadyConsented(Earlier),
    /// The participant's notice of withdrawal is pending.
    NoticePending(Pending),
    /// An organization does not ratify; it formally confirms.
    OrganizationRatifies,
    /// Only an organization formally confirms.
    NotAnOrganization,
    /// A signatory accedes while the text is open for signature.
    SignatoryAccedes {
        /// Its signature.
        signature: Earlier,
        /// The last day on which the text is open for signature, where one is stated.
        until: Option<Date>,
    },
    /// There is no signature *ad referendum* to confirm.
    NothingToConfirm,
    /// The signature *ad referendum* is already confirmed.
    AlreadyConfirmed(Earlier),
    /// Only a State succeeds to or continues another State.
    OnlyStatesSucceed,
    /// The date of succession lies after its notification.
    SuccessionAfterNotification {
        /// The stated date of succession.
        succeeded: Date,
    },
    /// The date of succession lies before the adoption of the text.
    SuccessionBeforeAdoption {
        /// The stated date of succession.
        succeeded: Date,
        /// The day of adoption.
        adopted: Date,
    },
    /// The act does not say whose place the State takes.
    PredecessorNotNamed,
    /// The register does not have the predecessor.
    PredecessorUnknown {
        /// The predecessor, as the request names it.
        named: String,
    },
    /// The predecessor is no former State, so that nobody continues it.
    PredecessorNotFormer {
        /// The predecessor.
        predecessor: ParticipantId,
    },
    /// The predecessor has no consent to be taken over.
    PredecessorHoldsNothing {
        /// The predecessor.
        predecessor: ParticipantId,
        /// The day on which it would be taken over.
        on: Date,
    },
    /// The predecessor did not sign.
    PredecessorDidNotSign {
        /// The predecessor.
        predecessor: ParticipantId,
    },
    /// There is no live consent to withdraw from.
    NothingToWithdraw {
        /// The act that ended the last consent, and the first day not bound.
        ended: Option<Earlier>,
    },
    /// The treaty is not yet in force for the participant.
    NotInForceForIt {
        /// Its consent.
        consent: Earlier,
        /// Since when the treaty will be in force for it, where that is known.
        from: Option<Date>,
    },
    /// A notice of withdrawal is already pending.
    SecondNotice(Pending),
    /// The text excludes withdrawal.
    WithdrawalExcluded {
        /// The index of the statement.
        statement: usize,
    },
    /// The time before which no notice may be given has not passed.
    NoticeTooEarly {
        /// The first day on which a notice may be given.
        bar: Date,
    },
    /// The notice names a day of effect earlier than the text allows.
    EffectTooEarly {
        /// The day that the notice names.
        stated: Date,
        /// The earliest day.
        earliest: Date,
    },
    /// There is no pending notice to revoke.
    NoNoticeToRevoke,
    /// The notice has already taken effect.
    NoticeTookEffect {
        /// The notice.
        notice: ActIndex,
        /// The day on which it took effect.
        effect: Date,
    },
    /// There is no live instrument to withdraw.
    NoInstrument,
    /// A policy excludes that an instrument is withdrawn before entry into force.
    InstrumentKept {
        /// The layer of the policy.
        layer: Layer,
    },
    /// The treaty is already in force for the participant.
    InForceForIt {
        /// Its consent.
        consent: Earlier,
        /// Since when, where one day can be named.
        since: Option<Date>,
    },
    /// A party has nothing to apply provisionally.
    AlreadyParty {
        /// Since when, where one day can be named.
        since: Option<Date>,
    },
    /// The participant already applies the treaty provisionally.
    AlreadyProvisional(Earlier),
    /// The participant does not apply the treaty provisionally.
    NotProvisional,
    /// The participant is not a party.
    NotAParty,
    /// The operation of the treaty is already suspended for the participant.
    AlreadySuspended(Earlier),
    /// The operation of the treaty is not suspended for the participant.
    NotSuspended,
    /// A correction does not say which act it corrects.
    CorrectsNothing,
    /// The register has no act of this mark.
    NoSuchAct {
        /// The mark.
        id: String,
    },
    /// The act of this mark concerns another treaty.
    ActOfAnotherTreaty {
        /// The mark.
        id: String,
        /// The treaty that it concerns.
        treaty: TreatyId,
    },
    /// The act of this mark is another participant's.
    ActOfAnother {
        /// The act.
        act: ActIndex,
        /// Whose it is.
        author: ParticipantId,
    },
    /// The act of this mark is itself a correction.
    CorrectsACorrection {
        /// The act.
        act: ActIndex,
    },
    /// The act already has this date.
    SameDate {
        /// The act.
        act: ActIndex,
    },
    /// The corrected date would put an act before the act on which it rests.
    OutOfOrder {
        /// The act to be corrected.
        act: ActIndex,
        /// The act that rests on it, or on which it rests.
        other: Earlier,
    },
}

impl Ground {
    /// The stable codes of all grounds.
    pub const CODES: [&'static str; 53] = [
        "unknown-treaty",
        "unknown-participant",
        "former-state",
        "id-taken",
        "after-receipt",
        "before-adoption",
        "before-opening",
        "not-yet-open",
        "closed",
        "not-entitled",
        "already-signed",
        "not-a-signatory",
        "already-declared",
        "unsigned",
        "already-consented",
        "notice-pending",
        "organization-ratifies",
        "not-an-organization",
        "signatory-accedes",
        "nothing-to-confirm",
        "already-confirmed",
        "only-states-succeed",
        "succession-after-notification",
        "succession-before-adoption",
        "predecessor-not-named",
        "predecessor-unknown",
        "predecessor-not-former",
        "predecessor-holds-nothing",
        "predecessor-did-not-sign",
        "nothing-to-withdraw",
        "not-in-force-for-it",
        "second-notice",
        "withdrawal-excluded",
        "notice-too-early",
        "effect-too-early",
        "no-notice-to-revoke",
        "notice-took-effect",
        "no-instrument",
        "instrument-kept",
        "in-force-for-it",
        "already-party",
        "already-provisional",
        "not-provisional",
        "not-a-party",
        "already-suspended",
        "not-suspended",
        "corrects-nothing",
        "no-such-act",
        "act-of-another-treaty",
        "act-of-another",
        "corrects-a-correction",
        "same-date",
        "out-of-order",
    ];

    /// Returns the stable code.
    pub const fn code(&self) -> &'static str {
        self.code_and_rule().0
    }

    /// Returns the rule of the house and the article on which the refusal rests.
    pub const fn rule(&self) -> &'static str {
        self.code_and_rule().1
    }

    const fn code_and_rule(&self) -> (&'static str, &'static str) {
        match self {
            Self::UnknownTreaty => ("unknown-treaty", "CON-3, VCLT art. 77(1)(d)"),
            Self::UnknownParticipant => ("unknown-participant", "S-1, VCLT art. 6"),
            Self::FormerState => ("former-state", "SUCC-4, VCLT art. 6"),
            Self::IdTaken { .. } => ("id-taken", "G-3"),
            Self::AfterReceipt => ("after-receipt", "CON-2, VCLT art. 16"),
            Self::BeforeAdoption { .. } => ("before-adoption", "EIF-3, VCLT arts 9, 24(4)"),
            Self::BeforeOpening { .. } => ("before-opening", "SIG-3, VCLT art. 12"),
            Self::NotYetOpen { to_act, .. } => ("not-yet-open", opened_by(*to_act)),
            Self::Closed { to_act, .. } => ("closed", opened_by(*to_act)),
            Self::NotEntitled { to_act } => (
                "not-entitled",
                match to_act {
                    OpenFor::Signature => "S-3, VCLT art. 12",
                    OpenFor::Accession => "S-3, VCLT art. 15",
                },
            ),
            Self::AlreadySigned(_) => ("already-signed", "SIG-1, VCLT art. 12"),
            Self::NotASignatory => ("not-a-signatory", "SIG-4, VCLT art. 18(a)"),
            Self::AlreadyDeclared(_) => ("already-declared", "SIG-4, VCLT art. 18(a)"),
            Self::Unsigned => ("unsigned", "CON-3, VCLT art. 14"),
            Self::AlreadyConsented(_) => ("already-consented", "CON-3, VCLT arts 11, 16"),
            Self::NoticePending(_) => ("notice-pending", "END-6, VCLT art. 68"),
            Self::OrganizationRatifies => ("organization-ratifies", "FP-3, VCLT-IO art. 14"),
            Self::NotAnOrganization => ("not-an-organization", "FP-3, VCLT-IO art. 14"),
            Self::SignatoryAccedes { .. } => ("signatory-accedes", "CON-3, VCLT art. 15"),
            Self::NothingToConfirm => ("nothing-to-confirm", "SIG-2, VCLT art. 12(2)(b)"),
            Self::AlreadyConfirmed(_) => ("already-confirmed", "SIG-2, VCLT art. 12(2)(b)"),
            Self::OnlyStatesSucceed => ("only-states-succeed", "SUCC-1, VCSST art. 2(1)(b)"),
            Self::SuccessionAfterNotification { .. } => {
                ("succession-after-notification", "SUCC-2, VCSST art. 22")
            }
            Self::SuccessionBeforeAdoption { .. } => {
                ("succession-before-adoption", "SUCC-1, VCSST arts 17, 18")
            }
            Self::PredecessorNotNamed => ("predecessor-not-named", "SUCC-5"),
            Self::PredecessorUnknown { .. } => ("predecessor-unknown", "SUCC-1, SUCC-5"),
            Self::PredecessorNotFormer { .. } => ("predecessor-not-former", "SUCC-5"),
            Self::PredecessorHoldsNothing { .. } => {
                ("predecessor-holds-nothing", "SUCC-1, VCSST arts 17, 18")
            }
            Self::PredecessorDidNotSign { .. } => {
                ("predecessor-did-not-sign", "SUCC-4, VCSST art. 19")
            }
            Self::NothingToWithdraw { .. } => ("nothing-to-withdraw", "END-1, VCLT arts 42(2), 54"),
            Self::NotInForceForIt { .. } => ("not-in-force-for-it", "CON-5, VCLT arts 54, 68"),
            Self::SecondNotice(_) => ("second-notice", "END-6, VCLT art. 68"),
            Self::WithdrawalExcluded { .. } => {
                ("withdrawal-excluded", "END-1, VCLT arts 42(2), 54, 56")
            }
            Self::NoticeTooEarly { .. } => ("notice-too-early", "END-5, VCLT art. 54(a)"),
            Self::EffectTooEarly { .. } => ("effect-too-early", "END-5, VCLT arts 54(a), 56(2)"),
            Self::NoNoticeToRevoke => ("no-notice-to-revoke", "END-6, VCLT art. 68"),
            Self::NoticeTookEffect { .. } => ("notice-took-effect", "END-6, VCLT art. 68"),
            Self::NoInstrument => ("no-instrument", "CON-5"),
            Self::InstrumentKept { .. } => ("instrument-kept", "CON-5, G-1"),
            Self::InForceForIt { .. } => ("in-force-for-it", "CON-5, VCLT arts 26, 54"),
            Self::AlreadyParty { .. } => ("already-party", "PA-2, VCLT art. 25"),
            Self::AlreadyProvisional(_) => ("already-provisional", "PA-1, VCLT art. 25(1)"),
            Self::NotProvisional => ("not-provisional", "PA-2, VCLT art. 25(2)"),
            Self::NotAParty => ("not-a-party", "END-7, VCLT art. 57"),
            Self::AlreadySuspended(_) => ("already-suspended", "END-7, VCLT art. 57"),
            Self::NotSuspended => ("not-suspended", "END-7, VCLT art. 72"),
            Self::CorrectsNothing => ("corrects-nothing", CORRECTION),
            Self::NoSuchAct { .. } => ("no-such-act", CORRECTION),
            Self::ActOfAnotherTreaty { .. } => ("act-of-another-treaty", CORRECTION),
            Self::ActOfAnother { .. } => ("act-of-another", CORRECTION),
            Self::CorrectsACorrection { .. } => ("corrects-a-correction", CORRECTION),
            Self::SameDate { .. } => ("same-date", CORRECTION),
            Self::OutOfOrder { .. } => ("out-of-order", CORRECTION),
        }
    }
}

const CORRECTION: &str = "DEP-5, VCLT art. 79";

const fn opened_by(to_act: OpenFor) -> &'static str {
    match to_act {
        OpenFor::Signature => "SIG-3, VCLT art. 12",
        OpenFor::Accession => "CON-3, VCLT art. 15",
    }
}
