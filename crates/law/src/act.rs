//! The closed catalogue of acts that concern status, by the names that published tables give them.

use core::fmt;

/// A kind of act that concerns status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActKind {
    /// Signature subject to ratification (VCLT art. 14); it starts the duty of art. 18.
    Signature,
    /// Signature *ad referendum* (VCLT art. 12(2)(b)).
    SignatureAdReferendum,
    /// Confirmation of a signature *ad referendum*: a full signature as of its own day (SIG-2).
    ConfirmationOfSignature,
    /// Succession to a predecessor's signature.
    SuccessionToSignature,
    /// Signature that binds (VCLT art. 12(1)).
    DefinitiveSignature,
    /// Ratification (VCLT art. 14).
    Ratification,
    /// Acceptance (VCLT art. 14(2)).
    Acceptance,
    /// Approval (VCLT art. 14(2)).
    Approval,
    /// Accession (VCLT art. 15).
    Accession,
    /// Notification of succession (VCSST 1978 art. 22).
    Succession,
    /// An organization's act of formal confirmation (VCLT-IO 1986 art. 14).
    FormalConfirmation,
    /// Consent by any other means agreed (VCLT art. 11).
    ConsentToBeBound,
    /// Consent by a simplified procedure that the text provides.
    SimplifiedProcedure,
    /// Notice of withdrawal or denunciation (VCLT arts 54, 56).
    Withdrawal,
    /// Revocation: of a notice that has not taken effect (VCLT art. 68), otherwise of the consent.
    Revocation,
    /// Withdrawal of an instrument before entry into force (CON-5).
    WithdrawalOfInstrument,
    /// Provisional application (VCLT art. 25(1)).
    ProvisionalApplication,
    /// End of provisional application (VCLT art. 25(2)).
    EndOfProvisionalApplication,
    /// Continuation of a predecessor's legal personality (SUCC-5).
    Continuation,
    /// Correction of the date of an earlier act.
    Correction,
    /// A signatory's clear intention not to become a party (VCLT art. 18(a), SIG-4).
    IntentionNotToBecomeParty,
    /// Suspension of the operation of the treaty for one party (VCLT art. 57).
    Suspension,
    /// End of such a suspension.
    EndOfSuspension,
}

impl ActKind {
    /// Every kind, in the order of the catalogue.
    pub const ALL: [Self; 23] = [
        Self::Signature,
        Self::SignatureAdReferendum,
        Self::ConfirmationOfSignature,
        Self::SuccessionToSignature,
        Self::DefinitiveSignature,
        Self::Ratification,
        Self::Acceptance,
        Self::Approval,
        Self::Accession,
        Self::Succession,
        Self::FormalConfirmation,
        Self::ConsentToBeBound,
        Self::SimplifiedProcedure,
        Self::Withdrawal,
        Self::Revocation,
        Self::WithdrawalOfInstrument,
        Self::ProvisionalApplication,
        Self::EndOfProvisionalApplication,
        Self::Continuation,
        Self::Correction,
        Self::IntentionNotToBecomeParty,
        Self::Suspension,
        Self::EndOfSuspension,
    ];

    /// Returns the label of the kind in files and in rules.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::SignatureAdReferendum => "signature-ad-referendum",
            Self::ConfirmationOfSignature => "confirmation-of-signature",
            Self::SuccessionToSignature => "succession-to-signature",
            Self::DefinitiveSignature => "definitive-signature",
            Self::Ratification => "ratification",
            Self::Acceptance => "acceptance",
            Self::Approval => "approval",
            Self::Accession => "accession",
            Self::Succession => "succession",
            Self::FormalConfirmation => "formal-confirmation",
            Self::ConsentToBeBound => "consent-to-be-bound",
            Self::SimplifiedProcedure => "simplified-procedure",
            Self::Withdrawal => "withdrawal",
            Self::Revocation => "revocation",
            Self::WithdrawalOfInstrument => "withdrawal-of-instrument",
            Self::ProvisionalApplication => "provisional-application",
            Self::EndOfProvisionalApplication => "end-of-provisional-application",
            Self::Continuation => "continuation",
            Self::Correction => "correction",
            Self::IntentionNotToBecomeParty => "intention-not-to-become-party",
            Self::Suspension => "suspension",
            Self::EndOfSuspension => "end-of-suspension",
        }
    }

    /// Returns the kind with this label, or `None` where the catalogue has no such kind.
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.label() == label)
    }

    /// Whether an act of this kind expresses consent to be bound (VCLT art. 11).
    pub const fn is_consent(self) -> bool {
        matches!(
            self,
            Self::DefinitiveSignature
                | Self::Ratification
                | Self::Acceptance
                | Self::Approval
                | Self::Accession
                | Self::Succession
                | Self::FormalConfirmation
                | Self::ConsentToBeBound
                | Self::SimplifiedProcedure
        )
    }

    /// Whether an act of this kind is a signature of the text, whether or not it binds.
    pub const fn is_signature(self) -> bool {
        matches!(
            self,
            Self::Signature
                | Self::SignatureAdReferendum
                | Self::SuccessionToSignature
                | Self::DefinitiveSignature
        )
    }
}

impl fmt::Display for ActKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_label() {
        for kind in ActKind::ALL {
            assert_eq!(ActKind::from_label(kind.label()), Some(kind));
        }
        assert_eq!(ActKind::from_label("application"), None);
    }
}
