//! The English wording of a remark, in one sentence.

use core::fmt;

use crate::clause::rule::OpenFor;
use crate::remark::{Concern, Remark};

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.treaty)?;
        if let Some(participant) = &self.participant {
            write!(f, ", {participant}")?;
        }
        write!(f, ": {} ({})", self.concern, self.rule())
    }
}

impl fmt::Display for Concern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RecordedLate { recorded } => write!(
                f,
                "the act is recorded only on {recorded}; answers as known before that day stay as they were"
            ),
            Self::AfterHorizon { horizon } => {
                write!(f, "the acts of the treaty are known only to {horizon}; this one is later")
            }
            Self::NotEvaluated { statement } => write!(
                f,
                "statement {} of the treaty bears on the act and is not evaluated; examine it by hand",
                statement + 1
            ),
            Self::ForceUndetermined => {
                f.write_str("whether the treaty is in force for it is undetermined")
            }
            Self::NoSuccessionDate => f.write_str(
                "there is no date of succession; the date of notification stands in for it",
            ),
            Self::MembershipUnknown => f.write_str(
                "its members are not known here, so that the organization is not counted",
            ),
            Self::TerritoryNotCounted => f.write_str("the act of a territory is not counted"),
            Self::DoesNotCount => f.write_str(
                "the text does not name acts of this kind: it binds its author, but does not count for entry into force",
            ),
            Self::OrganizationBindsBySignature => f.write_str(
                "an organization is bound by its signature only if the text or its own rules say so",
            ),
            Self::SignatureSpent => f.write_str(
                "the signature was already followed by a consent that has ended; accession is the usual act",
            ),
            Self::AdReferendumUnconfirmed { .. } => {
                f.write_str("the signature ad referendum is not confirmed; the act confirms it")
            }
            Self::AcceptedWithoutSignature => f.write_str(
                "there is no signature; the text names neither ratification nor accession, so acceptance stands for both",
            ),
            Self::SignatoryAccedes { .. } => f.write_str(
                "a signatory accedes; the text does not say whether it is still open for signature",
            ),
            Self::EntitlementUnknown { to_act } => write!(
                f,
                "whether the text is open for {} to it is not known",
                match to_act {
                    OpenFor::Signature => "signature",
                    OpenFor::Accession => "accession",
                }
            ),
            Self::InvitationNotRecorded { by } => {
                write!(f, "the text asks for an invitation by {by}, which is not recorded")
            }
            Self::EarlierEndUnknown { .. } => f.write_str(
                "whether its earlier consent has ended is not known; from now on this one stands",
            ),
            ended => concerning_the_end(f, ended),
        }
    }
}

fn concerning_the_end(f: &mut fmt::Formatter<'_>, concern: &Concern) -> fmt::Result {
    match concern {
        Concern::SilentOnWithdrawal { earliest } => write!(
            f,
            "the text is silent on withdrawal; whether the notice takes effect stays open, at the earliest on {earliest}"
        ),
        Concern::NoWithdrawalRule => f.write_str(
            "the register has no withdrawal clause of the treaty; the effect of the notice is undetermined",
        ),
        Concern::NoticeMayHaveTakenEffect { from, .. } => {
            write!(f, "the notice may have taken effect from {from} on")
        }
        Concern::TriggerIsFinal { trigger, general } => write!(
            f,
            "the condition was met on {trigger}; the treaty still enters into force on {general}, but not for it"
        ),
        Concern::NoProvisionalClause => f.write_str(
            "the text has no clause on provisional application; it rests on another agreement of the negotiating States",
        ),
        Concern::SuspensionNotExamined => {
            f.write_str("the ground of the suspension is recorded, not examined")
        }
        Concern::PredecessorNotNamed => {
            f.write_str("the act does not say whose signature is succeeded to")
        }
        Concern::SignatureNotCarried => f.write_str(
            "the predecessor has only signed; to appear as a signatory, notify succession to its signature",
        ),
        published => as_published(f, published),
    }
}

fn as_published(f: &mut fmt::Formatter<'_>, concern: &Concern) -> fmt::Result {
    match concern {
        Concern::BeforeAdoption { adopted } => {
            write!(
                f,
                "the act is dated before the adoption of the text on {adopted}"
            )
        }
        Concern::Unsigned => f.write_str("no signature by that day is recorded"),
        Concern::SecondConsent { .. } => {
            f.write_str("its first consent is live; this second one opens no new interval")
        }
        Concern::Orphan => f.write_str("no consent is live that the act could end"),
        Concern::Unmapped { label } => write!(
            f,
            "the catalogue has no act `{label}`; it is kept as it stands and is never consent"
        ),
        Concern::CorrectionWithoutTarget { id: Some(id) } => {
            write!(f, "the act {id} that it corrects is not found")
        }
        Concern::CorrectionWithoutTarget { id: None } => {
            f.write_str("the correction does not say of which act")
        }
        Concern::ContinuationOfNothing {
            predecessor: Some(predecessor),
        } => write!(
            f,
            "{predecessor}, which is continued, holds nothing on that day"
        ),
        Concern::ContinuationOfNothing { predecessor: None } => {
            f.write_str("the continuation does not name the predecessor")
        }
        Concern::EffectBeforeNotice { effect } => {
            write!(f, "its day of effect, {effect}, lies before the notice")
        }
        Concern::SameId { id, .. } => write!(f, "an earlier act already has the mark {id}"),
        Concern::NoHorizon => f.write_str(
            "the treaty does not say to which day its acts are known; its latest act stands in",
        ),
        Concern::NoActs => f.write_str("no act to the treaty is recorded"),
        Concern::DepositaryWithoutPolicies { depositary } => {
            write!(
                f,
                "the register says nothing of the policies of {depositary}"
            )
        }
        _ => Ok(()),
    }
}
