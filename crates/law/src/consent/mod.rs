//! The first door of the law: a request is received as an act, or refused by a rule.
//!
//! What every request must satisfy is examined here; what an act of one kind must satisfy, in the
//! file of that kind. The examination sees the register as it is known on the day of receipt. It
//! records and informs (G-2): what it cannot know becomes a remark, never a silent judgement. This
//! module does not change the register; that is [`Register::apply`].

mod accession;
mod agreed_means;
mod case;
mod confirmation;
mod continuation;
mod correction;
mod entitlement;
mod intention;
mod provisional;
mod ratification;
mod revocation;
mod signature;
mod standing_consent;
mod succession;
mod suspension;
#[cfg(test)]
mod tests;
mod withdrawal;
mod withdrawal_of_instrument;

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use crate::act::{Act, ActKind, ActLabel};
use crate::calendar::Date;
use crate::consent::case::Case;
use crate::party::ParticipantKind;
use crate::refusal::{Ground, Refusal};
use crate::register::Register;
use crate::remark::{Concern, Remark};

/// An act as it reaches the depositary, before it is examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The mark by which later acts refer to this one.
    pub id: Option<String>,
    /// The treaty.
    pub treaty: TreatyId,
    /// Whose act it is.
    pub participant: ParticipantId,
    /// What it is.
    pub kind: ActKind,
    /// The legal date: of signature, of deposit, of receipt of a notice.
    pub date: Date,
    /// The day of effect that the act itself names: of a withdrawal the first day not bound, of a
    /// succession the date of succession.
    pub effect: Option<Date>,
    /// What it refers to: the act corrected, the predecessor.
    pub refers_to: Option<String>,
    /// Where the fact comes from.
    pub source: String,
    /// What else is said, verbatim.
    pub note: String,
}

impl Request {
    /// Returns the act that this request becomes when it is received on this day.
    fn into_act(self, received: Date) -> Act {
        Act {
            id: self.id,
            treaty: self.treaty,
            participant: self.participant,
            label: ActLabel::Known(self.kind),
            date: self.date,
            effect: self.effect,
            recorded: Some(received),
            refers_to: self.refers_to,
            source: self.source,
            note: self.note,
        }
    }
}

/// An act that was received, and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The act; it enters the register by [`Register::apply`].
    pub act: Act,
    /// What is to be said about it.
    pub remarks: Vec<Remark>,
}

/// What an examination finds: concerns, or the ground of a refusal.
pub(crate) type Examined = Result<Vec<Concern>, Ground>;

impl Register {
    /// Returns the act that a request becomes when it is received on this day, or the refusal that
    /// cites its rule (VCLT art. 77(1)(d)). The register stays as it is.
    pub fn receive(&self, request: Request, received: Date) -> Result<Received, Refusal> {
        let concerns = match examine(self, &request, received) {
            Ok(concerns) => concerns,
            Err(ground) => {
                return Err(Refusal {
                    treaty: request.treaty,
                    participant: request.participant,
                    act: request.kind,
                    date: request.date,
                    received,
                    ground,
                });
            }
        };
        let remarks = concerns
            .into_iter()
            .map(|concern| Remark {
                treaty: request.treaty.clone(),
                participant: Some(request.participant.clone()),
                act: None,
                concern,
            })
            .collect();
        Ok(Received {
            act: request.into_act(received),
            remarks,
        })
    }
}

fn examine(register: &Register, request: &Request, received: Date) -> Examined {
    let case = Case::open(register, request, received)?;
    let mut concerns = form(&case)?;
    concerns.extend(by_kind(&case)?);
    Ok(concerns)
}

/// What every request must satisfy, whatever its kind.
fn form(case: &Case<'_>) -> Examined {
    let request = case.request;
    if case.kind() == ParticipantKind::FormerState && request.kind != ActKind::Correction {
        return Err(Ground::FormerState);
    }
    if let Some(id) = &request.id
        && let Some((treaty, act)) = case.register.act_marked(id)
    {
        return Err(Ground::IdTaken {
            id: id.clone(),
            treaty: treaty.clone(),
            act,
        });
    }
    if request.date > case.received {
        return Err(Ground::AfterReceipt);
    }
    let mut concerns = Vec::new();
    if request.date < case.received && request.kind != ActKind::Correction {
        concerns.push(Concern::RecordedLate {
            recorded: case.received,
        });
    }
    if let Some(stated) = &case.treaty.clauses.header.data_as_of
        && stated.value < request.date
    {
        concerns.push(Concern::AfterHorizon {
            horizon: stated.value,
        });
    }
    Ok(concerns)
}

fn by_kind(case: &Case<'_>) -> Examined {
    match case.request.kind {
        ActKind::Signature | ActKind::SignatureAdReferendum => signature::examine(case),
        ActKind::DefinitiveSignature => signature::examine_definitive(case),
        ActKind::ConfirmationOfSignature => confirmation::examine_signature(case),
        ActKind::FormalConfirmation => confirmation::examine_formal(case),
        ActKind::Ratification | ActKind::Acceptance | ActKind::Approval => {
            ratification::examine(case)
        }
        ActKind::Accession => accession::examine(case),
        ActKind::Succession => succession::examine(case),
        ActKind::SuccessionToSignature => succession::examine_signature(case),
        ActKind::ConsentToBeBound | ActKind::SimplifiedProcedure => agreed_means::examine(case),
        ActKind::Withdrawal => withdrawal::examine(case),
        ActKind::Revocation => revocation::examine(case),
        ActKind::WithdrawalOfInstrument => withdrawal_of_instrument::examine(case),
        ActKind::ProvisionalApplication => provisional::examine(case),
        ActKind::EndOfProvisionalApplication => provisional::examine_end(case),
        ActKind::Continuation => continuation::examine(case),
        ActKind::Correction => correction::examine(case),
        ActKind::IntentionNotToBecomeParty => intention::examine(case),
        ActKind::Suspension => suspension::examine(case),
        ActKind::EndOfSuspension => suspension::examine_end(case),
    }
}
