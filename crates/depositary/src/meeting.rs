//! Meetings: who attends, with the full powers that are produced; closed with their minutes.

use sponsio_law::conference::{Capacity, MeetingAttended, MeetingClosed, Representative, Step};
use sponsio_record::{ConferenceId, ParticipantId};

use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::store::Document;
use crate::submission::Recorded;

/// Somebody who is sent to a meeting.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The name.
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
    /// Records that a delegation attends a meeting; full powers are kept as documents.
    pub async fn attend(&self, request: Attend) -> Result<Recorded, DeskError> {
        let powers = request.sent.iter();
        let powers = powers.filter_map(|sent| sent.full_powers.clone());
        let documents = powers.map(|document| (document, None)).collect();
        let representatives = request.sent.into_iter().map(|sent| Representative {
            name: sent.name,
            capacity: sent.capacity,
            office: sent.office,
            full_powers: sent.full_powers.map(|document| document.digest),
        });
        let step = Step::MeetingAttended(MeetingAttended {
            meeting: request.meeting,
            participant: request.participant,
            representatives: representatives.collect(),
        });
        self.bring_with(request.conference, step, documents).await
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
