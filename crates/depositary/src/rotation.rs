//! The log passes from its key to the next, or a lost key is revoked; and two officers confirm what
//! the desk does not do by itself.

use sponsio_law::filing::{Confirmation, Filing, Matter, Revocation};
use sponsio_ledger::dsse::ActSignature;
use sponsio_ledger::entry::{By, Office};
use sponsio_ledger::note::{SigningKey, VerifierKey};
use sponsio_record::Instant;

use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::submission::{Recorded, Submission};

/// What is asked to revoke the log's key.
#[derive(Debug)]
pub struct RevokeKey {
    /// The key that the log's first entry names for recovery.
    pub recovery: SigningKey,
    /// The key that signs from now on; the desk holds it.
    pub successor: VerifierKey,
    /// From when on the lost key may have been in other hands.
    pub since: Instant,
    /// The last size that the quorum had cosigned before that instant, where the desk cannot see it.
    pub good: Option<u64>,
}

impl Depositary {
    /// Passes the log on to the next key, which the desk must hold. From now on it signs; the key
    /// before it signs as well for 90 days.
    pub async fn rotate(&self, next: &VerifierKey) -> Result<Recorded, DeskError> {
        let matter = Matter::Rotation(next.to_string());
        let state = self.state();
        let current = self.house.key.current(&state.succession)?;
        if current.verifier() == next {
            return Err(Unfit::Keys("the log signs with this key already".to_owned()).into());
        }
        let next = self.held_key(next)?;
        self.record_signed(matter, &[current, next]).await
    }

    /// Revokes the key with which the log signs: from now on its successor signs alone.
    pub async fn revoke_key(&self, request: RevokeKey) -> Result<Recorded, DeskError> {
        let state = self.state();
        let revoked = self.house.key.current(&state.succession)?.verifier();
        let successor = self.held_key(&request.successor)?;
        if state.succession.recovery() != Some(request.recovery.verifier()) {
            let why = "the first entry of the log names another key for recovery, or none";
            return Err(Unfit::Keys(why.to_owned()).into());
        }
        let good = match request.good {
            Some(good) => good,
            None => self.cosigned_before(request.since).await?,
        };
        let matter = Matter::Revocation(Revocation {
            revoked: revoked.to_string(),
            successor: request.successor.to_string(),
            since: request.since,
            good,
        });
        self.record_signed(matter, &[&request.recovery, successor])
            .await
    }

    /// Records what two officers confirm.
    pub(crate) async fn confirm_officially(
        &self,
        confirmation: Confirmation,
    ) -> Result<Recorded, DeskError> {
        let filing = Filing {
            id: self.mark()?,
            matter: Matter::Confirmation(confirmation),
            documents: Vec::new(),
        };
        self.enter(&filing, Vec::new()).await
    }

    /// Returns the published size, if the quorum has cosigned it before this instant.
    async fn cosigned_before(&self, since: Instant) -> Result<u64, DeskError> {
        let unknown = || {
            let why = "no checkpoint is published that the quorum had cosigned before that instant; \
                       say up to which size it had";
            DeskError::from(Unfit::Keys(why.to_owned()))
        };
        let policy = self.house.gallery.witnessing.policy.as_ref();
        let policy = policy.ok_or_else(unknown)?;
        let note = self.copyist().checkpoint().await?.bytes;
        let cosigned = policy.open(&note).map_err(|_| unknown())?;
        let latest = cosigned.latest().and_then(|time| i64::try_from(time).ok());
        match latest {
            Some(latest) if latest <= since.seconds() => Ok(cosigned.checkpoint.size),
            _ => Err(unknown()),
        }
    }

    fn held_key(&self, key: &VerifierKey) -> Result<&SigningKey, Unfit> {
        let held = self.house.key.find(key);
        held.ok_or_else(|| Unfit::Keys(format!("the key {key} is not at hand")))
    }

    async fn record_signed(
        &self,
        matter: Matter,
        signers: &[&SigningKey],
    ) -> Result<Recorded, DeskError> {
        let filing = Filing {
            id: self.mark()?,
            matter,
            documents: Vec::new(),
        };
        let by = By {
            office: Office::System,
            party: None,
            officer: None,
        };
        let mut submission = Submission::by(by, &filing, Vec::new(), self.now())?;
        let signed = signers.iter();
        submission.signatures = signed
            .map(|key| ActSignature::make(key, &submission.act))
            .collect();
        self.record(submission).await
    }
}
