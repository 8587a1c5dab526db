//! Meetings: who attends, with the full powers that are produced; closed with their minutes.

use sponsio_law::conference::{
    Capacity, MeetingAttended, MeetingClosed, Names, Paper, Representative, Step,
};
use sponsio_record::{Commitment, ConferenceId, ParticipantId};

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::store::{Document, Envelope};
use crate::submission::Recorded;

/// Somebody who is sent to a meeting.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The name, which goes into the drawer.
    pub name: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// The office in words; empty if none is given.
    pub office: String,
    /// The full powers that are produced.
    pub full_powers: Option<Document>,
}

/// What is asked to record that a delegation attends a meeting.
#[derive(Debug, Clone)]
pub struct Attend {
    /// The conference.
    pub conference: ConferenceId,
    /// The meeting.
    pub meeting: String,
    /// The delegation.
    pub participant: ParticipantId,
    /// Who sits for it.
    pub sent: Vec<Sent>,
}

/// What is asked to close a meeting.
#[derive(Debug, Clone)]
pub struct CloseMeeting {
    /// The conference.
    pub conference: ConferenceId,
    /// The meeting.
    pub meeting: String,
    /// Its minutes.
    pub minutes: Option<Document>,
}

impl Depositary {
    /// Records that a delegation attends a meeting. Full powers are kept as documents; the names go into the
    /// drawer, and the log shows capacities and offices.
    pub async fn attend(&self, request: Attend) -> Result<Recorded, DeskError> {
        let id = self.mark()?;
        let powers = request.sent.iter();
        let powers = powers.filter_map(|sent| sent.full_powers.clone());
        let documents = powers.map(|document| (document, None)).collect();
        let (names, representatives) = request
            .sent
            .into_iter()
            .map(|sent| {
                let representative = Representative {
                    capacity: sent.capacity,
                    office: sent.office,
                    full_powers: sent.full_powers.map(|document| document.digest),
                };
                (sent.name, representative)
            })
            .unzip();
        let (salt, bytes) = self.salted(&Paper::Names(Names {
            conference: request.conference.clone(),
            act: id,
            names,
        }))?;
        let step = Step::MeetingAttended(MeetingAttended {
            meeting: request.meeting,
            participant: request.participant,
            representatives,
            names: Commitment::of(&salt, &bytes),
        });
        self.bring(Brought {
            id,
            conference: request.conference,
            step,
            reached: self.now(),
            documents,
            envelopes: vec![Envelope::of(salt, bytes)],
        })
        .await
    }

    /// Closes a meeting; its minutes are kept as a document.
    pub async fn close_meeting(&self, request: CloseMeeting) -> Result<Recorded, DeskError> {
        let minutes = request.minutes.as_ref().map(|document| document.digest);
        let step = Step::MeetingClosed(MeetingClosed {
            meeting: request.meeting,
            minutes,
        });
        let documents = request.minutes.into_iter();
        let documents = documents.map(|document| (document, None)).collect();
        self.bring_with(request.conference, step, documents).await
    }
}
