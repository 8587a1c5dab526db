//! Remarks: what should still be said about an act that is in the register or enters it. A remark
//! never stops anybody; what stops an act is a refusal.

mod english;

use alloc::string::String;

use sponsio_record::{ParticipantId, TreatyId};

use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::rule::OpenFor;

/// Something to be said about an act or a treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The treaty.
    pub treaty: TreatyId,
    /// Whose act it is about; absent where it is about the treaty.
    pub participant: Option<ParticipantId>,
    /// The act, where it already stands in the register.
    pub act: Option<ActIndex>,
    /// What is to be said.
    pub concern: Concern,
}

impl Remark {
    /// Returns the stable code of the concern.
    pub const fn code(&self) -> &'static str {
        self.concern.code()
    }

    /// Returns the rule and the article on which the remark rests.
    pub const fn rule(&self) -> &'static str {
        self.concern.rule()
    }
}

/// What is to be said about an act or a treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// The act is recorded later than its own date: earlier answers change.
    RecordedLate {
        /// The day on which it is recorded.
        recorded: Date,
    },
    /// The act lies after the day to which the treaty's acts are known.
    AfterHorizon {
        /// That day.
        horizon: Date,
    },
    /// A statement beyond the core bears on the act and is not evaluated.
    NotEvaluated {
        /// The index of the statement.
        statement: usize,
    },
    /// Whether the treaty is in force for the participant is undetermined.
    ForceUndetermined,
    /// A succession without a date of succession counts from its notification.
    NoSuccessionDate,
    /// The organization is not counted, because its members are not known.
    MembershipUnknown,
    /// A territory's act is never counted.
    TerritoryNotCounted,
    /// The text does not count acts of this kind in its conditions.
    DoesNotCount,
    /// An organization's signature binds it only if its rules and the text say so.
    OrganizationBindsBySignature,
    /// The signature was already completed by a consent that has ended.
    SignatureSpent,
    /// The signature *ad referendum* that the act completes was not confirmed.
    AdReferendumUnconfirmed {
        /// The signature.
        signature: ActIndex,
    },
    /// The text knows acceptance as the general act of consent; there is no signature.
    AcceptedWithoutSignature,
    /// A signatory accedes, and the text does not say until when it is open for signature.
    SignatoryAccedes {
        /// The signature.
        signature: ActIndex,
    },
    /// Whether the text is open to the participant is not known.
    EntitlementUnknown {
        /// For what it is open.
        to_act: OpenFor,
    },
    /// The text asks for an invitation, which the register does not hold.
    InvitationNotRecorded {
        /// Who invites.
        by: String,
    },
    /// Whether an earlier consent has ended is not known.
    EarlierEndUnknown {
        /// The notice.
        notice: ActIndex,
    },
    /// The text is silent on withdrawal; whether the notice takes effect stays open.
    SilentOnWithdrawal {
        /// The earliest day of effect.
        earliest: Date,
    },
    /// The treaty has no withdrawal statement; what the notice does is not modelled.
    NoWithdrawalRule,
    /// The notice may already have taken effect.
    NoticeMayHaveTakenEffect {
        /// The notice.
        notice: ActIndex,
        /// The day from which it may have.
        from: Date,
    },
    /// The condition for entry into force has been met; it stays met without the instrument.
    TriggerIsFinal {
        /// The trigger day.
        trigger: Date,
        /// The day of general entry into force.
        general: Date,
    },
    /// The text has no clause on provisional application; it rests on an agreement.
    NoProvisionalClause,
    /// The ground of the suspension is not examined.
    SuspensionNotExamined,
    /// A succession to a signature does not say whose signature.
    PredecessorNotNamed,
    /// The predecessor has only signed; the continuation does not carry its signature.
    SignatureNotCarried,
    /// The act is dated before the adoption of the text.
    BeforeAdoption {
        /// The day of adoption.
        adopted: Date,
    },
    /// A ratification, acceptance, approval or formal confirmation without a recorded signature.
    Unsigned,
    /// A second act of consent while the first is live.
    SecondConsent {
        /// The first.
        first: ActIndex,
    },
    /// A withdrawal or revocation without a live consent.
    Orphan,
    /// The catalogue does not have the label of the act.
    Unmapped {
        /// The label, verbatim.
        label: String,
    },
    /// The act to be corrected is not found.
    CorrectionWithoutTarget {
        /// Its mark, if one is given.
        id: Option<String>,
    },
    /// The predecessor that is continued holds nothing.
    ContinuationOfNothing {
        /// The predecessor, if one is named.
        predecessor: Option<String>,
    },
    /// The day of effect of a withdrawal lies before the notice.
    EffectBeforeNotice {
        /// The recorded day of effect.
        effect: Date,
    },
    /// Two acts have the same mark.
    SameId {
        /// The mark.
        id: String,
        /// The earlier entry.
        first: ActIndex,
    },
    /// The treaty does not say to which day its acts are known.
    NoHorizon,
    /// No act to the treaty is recorded.
    NoActs,
    /// The head names a depositary of whose policies the register says nothing.
    DepositaryWithoutPolicies {
        /// The depositary.
        depositary: String,
    },
}

impl Concern {
    /// The stable codes of all concerns.
    pub const CODES: [&'static str; 36] = [
        "recorded-late",
        "after-horizon",
        "not-evaluated",
        "force-undetermined",
        "published-succession",
        "membership-unknown",
        "territory-not-counted",
        "does-not-count",
        "organization-binds-by-signature",
        "signature-spent",
        "ad-referendum-unconfirmed",
        "accepted-without-signature",
        "signatory-accedes",
        "entitlement-unknown",
        "invitation-not-recorded",
        "earlier-end-unknown",
        "silent-on-withdrawal",
        "no-withdrawal-rule",
        "notice-may-have-taken-effect",
        "trigger-is-final",
        "no-provisional-clause",
        "suspension-not-examined",
        "predecessor-not-named",
        "signature-not-carried",
        "before-adoption",
        "unsigned-ratification",
        "second-consent",
        "orphan",
        "unmapped-act",
        "correction-without-target",
        "continuation-of-nothing",
        "effect-before-notice",
        "same-id",
        "no-horizon",
        "treaty-without-acts",
        "depositary-without-policies",
    ];

    /// Returns the stable code; those that `docs/spec/register-folder.md` names have its names.
    pub const fn code(&self) -> &'static str {
        self.code_and_rule().0
    }

    /// Returns the rule of the house and the article on which the remark rests.
    pub const fn rule(&self) -> &'static str {
        self.code_and_rule().1
    }

    const fn code_and_rule(&self) -> (&'static str, &'static str) {
        match self {
            Self::RecordedLate { .. } => ("recorded-late", "G-3"),
            Self::AfterHorizon { .. } => ("after-horizon", "G-3"),
            Self::NotEvaluated { .. } => ("not-evaluated", "G-1"),
            Self::ForceUndetermined => ("force-undetermined", "EIF-1, VCLT art. 24"),
            Self::NoSuccessionDate => ("published-succession", "SUCC-2, VCSST art. 23(1)"),
            Self::MembershipUnknown => ("membership-unknown", "S-4"),
            Self::TerritoryNotCounted => ("territory-not-counted", "S-1, EIF-9"),
            Self::DoesNotCount => ("does-not-count", "CON-1, VCLT art. 11"),
            Self::OrganizationBindsBySignature => {
                ("organization-binds-by-signature", "FP-3, VCLT-IO art. 12")
            }
            Self::SignatureSpent => ("signature-spent", "END-12, VCLT art. 14"),
            Self::AdReferendumUnconfirmed { .. } => {
                ("ad-referendum-unconfirmed", "SIG-2, VCLT art. 12(2)(b)")
            }
            Self::AcceptedWithoutSignature => {
                ("accepted-without-signature", "CON-3, VCLT art. 14(2)")
            }
            Self::SignatoryAccedes { .. } => ("signatory-accedes", "CON-3, VCLT art. 15"),
            Self::EntitlementUnknown { .. } => ("entitlement-unknown", "S-3"),
            Self::InvitationNotRecorded { .. } => ("invitation-not-recorded", "EIF-12, S-3"),
            Self::EarlierEndUnknown { .. } => ("earlier-end-unknown", "END-4, END-12"),
            Self::SilentOnWithdrawal { .. } => ("silent-on-withdrawal", "END-4, VCLT art. 56"),
            Self::NoWithdrawalRule => ("no-withdrawal-rule", "END-1, VCLT art. 42(2)"),
            Self::NoticeMayHaveTakenEffect { .. } => {
                ("notice-may-have-taken-effect", "END-6, VCLT art. 68")
            }
            Self::TriggerIsFinal { .. } => ("trigger-is-final", "CON-5, EIF-6"),
            Self::NoProvisionalClause => ("no-provisional-clause", "PA-1, VCLT art. 25(1)(b)"),
            Self::SuspensionNotExamined => ("suspension-not-examined", "END-7, VCLT art. 57"),
            Self::PredecessorNotNamed => ("predecessor-not-named", "SUCC-4, VCSST art. 19"),
            Self::SignatureNotCarried => ("signature-not-carried", "SUCC-5"),
            Self::BeforeAdoption { .. } => ("before-adoption", "EIF-3, VCLT arts 9, 24(4)"),
            Self::Unsigned => ("unsigned-ratification", "CON-3, VCLT art. 14"),
            Self::SecondConsent { .. } => ("second-consent", "CON-3, VCLT arts 11, 16"),
            Self::Orphan => ("orphan", "END-1, VCLT art. 54"),
            Self::Unmapped { .. } => ("unmapped-act", "CON-1"),
            Self::CorrectionWithoutTarget { .. } => {
                ("correction-without-target", "DEP-5, VCLT art. 79")
            }
            Self::ContinuationOfNothing { .. } => ("continuation-of-nothing", "SUCC-5"),
            Self::EffectBeforeNotice { .. } => ("effect-before-notice", "END-5, VCLT art. 54"),
            Self::SameId { .. } => ("same-id", "G-3"),
            Self::NoHorizon => ("no-horizon", "G-3"),
            Self::NoActs => ("treaty-without-acts", "G-3"),
            Self::DepositaryWithoutPolicies { .. } => ("depositary-without-policies", "G-1"),
        }
    }
}
