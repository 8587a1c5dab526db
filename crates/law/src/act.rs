//! The closed catalogue of acts that concern status, by the names that published tables give them.

use alloc::string::String;
use core::fmt;

use sponsio_record::{Digest, Hasher, ParticipantId, TreatyId};

use crate::calendar::Date;

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

/// What a table calls an act: a kind of the catalogue, or a word that is no act of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActLabel {
    /// A kind of the catalogue.
    Known(ActKind),
    /// A label that the catalogue does not have: recorded verbatim, never consent.
    Unmapped(String),
}

impl ActLabel {
    /// Returns what this label of a table means.
    pub fn read(label: &str) -> Self {
        ActKind::from_label(label).map_or_else(|| Self::Unmapped(label.into()), Self::Known)
    }

    /// Returns the kind, if the catalogue has it.
    pub const fn kind(&self) -> Option<ActKind> {
        match self {
            Self::Known(kind) => Some(*kind),
            Self::Unmapped(_) => None,
        }
    }

    /// Returns the label verbatim.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(kind) => kind.label(),
            Self::Unmapped(label) => label,
        }
    }
}

/// An act as it stands in the register, with the dates that the law tells apart (G-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The register's own mark of the act; corrections refer to it.
    pub id: Option<String>,
    /// The treaty it concerns.
    pub treaty: TreatyId,
    /// Whose act it is.
    pub participant: ParticipantId,
    /// What it is, or what the source calls it.
    pub label: ActLabel,
    /// The legal date: of signature, of deposit, of receipt of a notice. For a withdrawal that is
    /// *recorded as published* it is the day of effect, because the receipt is not known.
    pub date: Date,
    /// A recorded day of effect: of a withdrawal the first day not bound, of a succession the date
    /// of succession. It wins over a computed one.
    pub effect: Option<Date>,
    /// The knowledge date: since when the register has known the act. Absent: its own date.
    pub recorded: Option<Date>,
    /// What the act refers to: the act corrected, the predecessor continued.
    pub refers_to: Option<String>,
    /// Where the fact comes from.
    pub source: String,
    /// What the source adds, verbatim.
    pub note: String,
}

impl Act {
    /// Returns the kind, if the catalogue has it.
    pub const fn kind(&self) -> Option<ActKind> {
        self.label.kind()
    }

    /// Returns the day from which the register has known the act.
    pub fn known_from(&self) -> Date {
        self.recorded.unwrap_or(self.date)
    }

    /// Returns the digest by which a derivation cites the act.
    pub fn digest(&self) -> Digest {
        let mut hasher = Hasher::new("sponsio act 1");
        for part in [
            self.id.as_deref().unwrap_or_default(),
            self.treaty.as_str(),
            self.participant.as_str(),
            self.label.as_str(),
            self.refers_to.as_deref().unwrap_or_default(),
            &self.source,
            &self.note,
        ] {
            hasher.part(part.as_bytes());
        }
        for date in [Some(self.date), self.effect, self.recorded] {
            hasher.part(&date.map_or([0; 4], date_bytes));
        }
        hasher.finish()
    }
}

fn date_bytes(date: Date) -> [u8; 4] {
    let [high, low] = date.year().to_be_bytes();
    [
        high,
        low,
        date.month().to_be_bytes()[0],
        date.day().to_be_bytes()[0],
    ]
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
