//! Confidential acts: what lies behind a commitment is disclosed to all, or erased for good.

use sponsio_law::calendar::Date;
use sponsio_law::filing::{Filing, Matter};
use sponsio_ledger::entry::{Entry, Matter as Held};
use sponsio_record::{ActId, Commitment, Opening};

use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal, Unfit};
use crate::store::{Document, Envelope, Store};
use crate::submission::{Recorded, Submission, cite};

impl Depositary {
    /// Returns the opening of a confidential entry: whoever holds it can check it offline.
    pub async fn opening(&self, seq: u64) -> Result<Opening, DeskError> {
        let envelope = self.envelope(seq).await?;
        Ok(Opening {
            seq,
            salt: envelope.salt,
            bytes: envelope.bytes,
        })
    }

    /// Discloses a confidential act to all: from now on it counts in the register.
    pub async fn disclose(&self, seq: u64) -> Result<Recorded, DeskError> {
        let envelope = self.envelope(seq).await?;
        let reached = self.now();
        let on = self.day_at_seat(reached);
        let (filing, document) = disclosing(seq, &envelope, self.mark()?, on)?;
        self.record(Submission::of_office(&filing, vec![document], reached)?)
            .await
    }

    /// Erases what lies behind a confidential entry, salt and bytes: afterwards it can be neither
    /// proved nor guessed. Returns whether there was anything to erase.
    pub async fn erase(&self, seq: u64) -> Result<bool, DeskError> {
        let commitment = self.commitment(seq).await?;
        let erased = self.house.drawer.erase(commitment.digest()).await;
        Ok(erased.map_err(Fatal::from)?)
    }

    async fn envelope(&self, seq: u64) -> Result<Envelope, DeskError> {
        let commitment = self.commitment(seq).await?;
        let envelope = self.house.drawer.get(commitment.digest()).await;
        Ok(envelope.map_err(Fatal::from)?.ok_or(Unfit::Erased(seq))?)
    }

    async fn commitment(&self, seq: u64) -> Result<Commitment, DeskError> {
        commitment(self.house.store.as_ref(), self.origin(), seq).await
    }
}

/// Returns what a confidential entry of a log commits to.
pub async fn commitment(
    store: &dyn Store,
    origin: &str,
    seq: u64,
) -> Result<Commitment, DeskError> {
    let entries = store.entries(seq, 1).await.map_err(Fatal::from)?;
    let bytes = entries.first().ok_or(Unfit::NoSuchEntry(seq))?;
    let entry = Entry::at(bytes, origin, seq).map_err(|refusal| Fatal::entry(seq, &refusal))?;
    match entry.matter {
        Held::Commitment(commitment) => Ok(commitment),
        Held::Act(..) => Err(Unfit::Public(seq).into()),
    }
}

/// Returns the act that discloses what an envelope of this entry holds, under this mark, on this day at the
/// seat.
pub fn disclosing(
    seq: u64,
    envelope: &Envelope,
    id: ActId,
    on: Date,
) -> Result<(Filing, Document), DeskError> {
    let opening = Opening {
        seq,
        salt: envelope.salt,
        bytes: envelope.bytes.clone(),
    };
    let (act, _) = sponsio_ledger::entry::disclosed(&opening.bytes).map_err(Unfit::Entry)?;
    let inner = Filing::read(&act.object).map_err(|error| Unfit::Filing(error.into()))?;
    let treaty = inner.matter.treaty().ok_or(Unfit::Opening(seq))?.clone();
    let bytes = opening
        .write()
        .map_err(|fault| Unfit::Filing(fault.into()))?;
    let document = Document::of("application/json", bytes);
    let filing = Filing {
        id,
        matter: Matter::Disclosure {
            treaty,
            of: seq,
            opening: document.digest,
            on: Some(on),
        },
        documents: vec![cite(&document, None)],
    };
    Ok((filing, document))
}
