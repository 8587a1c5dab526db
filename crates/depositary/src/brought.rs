//! What was brought to the desk and waits for its answer. An act is read where it is brought, by
//! whoever brings it: the sequencer serves all, and reads nothing twice.

use sponsio_law::filing::Filing;
use sponsio_record::{ActId, Digest, Draft, read};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use crate::failure::{DeskError, Unfit};
use crate::submission::{Recorded, Submission};

/// A submission with what its act says, and the room that it takes until it is answered.
pub(crate) struct Brought {
    submission: Submission,
    /// What the act says, and its bytes to be written into an entry.
    act: Result<(Filing, Draft), Unfit>,
    digest: Digest,
    /// Absent for what the house itself brings.
    _room: Option<OwnedSemaphorePermit>,
}

impl Brought {
    /// Reads the act of a submission.
    pub(crate) fn new(submission: Submission, room: Option<OwnedSemaphorePermit>) -> Self {
        Self {
            act: read_act(&submission.act),
            digest: Digest::of(&submission.act),
            submission,
            _room: room,
        }
    }

    /// Returns what the act says.
    pub(crate) fn filing(&self) -> Result<&Filing, Unfit> {
        let act = self.act.as_ref().map_err(Clone::clone);
        act.map(|(filing, _)| filing)
    }

    /// Returns the exact bytes of the act, to be written into an entry.
    pub(crate) fn draft(&self) -> Result<Draft, Unfit> {
        let act = self.act.as_ref().map_err(Clone::clone);
        act.map(|(_, draft)| draft.clone())
    }

    /// Returns the digest of the act as it was submitted.
    pub(crate) fn digest(&self) -> Digest {
        self.digest
    }

    /// Returns the mark of the act, where it has one; an act that is no filing may have one as well.
    pub(crate) fn mark(&self) -> Option<ActId> {
        if let Ok((filing, _)) = &self.act {
            return Some(filing.id);
        }
        let record = read(&self.submission.act).ok()?;
        record.get("id")?.act_id().ok()
    }
}

impl core::ops::Deref for Brought {
    type Target = Submission;

    fn deref(&self) -> &Submission {
        &self.submission
    }
}

fn read_act(act: &[u8]) -> Result<(Filing, Draft), Unfit> {
    let record = read(act).map_err(|fault| Unfit::Filing(fault.into()))?;
    let object = record.object();
    let filing = Filing::read(object).map_err(|error| Unfit::Filing(error.into()))?;
    Ok((filing, Draft::raw(object)))
}

/// Who waits for the answer to an act.
pub(crate) type Asker = oneshot::Sender<Result<Recorded, DeskError>>;

/// Who waits for what.
pub(crate) enum Waiting {
    /// An act to be recorded.
    Act {
        brought: Box<Brought>,
        answer: Asker,
    },
    /// The heads of the streams to be named, if anything was recorded since they were: the answer is
    /// the place of the entry that names them.
    Heads {
        answer: oneshot::Sender<Result<u64, DeskError>>,
    },
    /// What other servers have recorded to be read; nobody waits for it.
    Follow,
}

impl Waiting {
    /// Answers that it cannot be done. Whoever asked may be gone; that changes nothing.
    pub(crate) fn refuse(self, error: DeskError) {
        match self {
            Self::Act { answer, .. } => drop(answer.send(Err(error))),
            Self::Heads { answer } => drop(answer.send(Err(error))),
            Self::Follow => {}
        }
    }
}
