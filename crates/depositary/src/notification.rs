//! Notifications (VCLT arts 77(1)(e), 78): numbered, addressed, immutable; their letters wait in the
//! outbox, and whoever receives one confirms it by an act of its own.

use sponsio_law::act::Act;
use sponsio_law::filing::{Filing, Matter, Notification};
use sponsio_law::party::ParticipantKind;
use sponsio_law::register::Register;
use sponsio_record::{ActId, ParticipantId, TreatyId};

use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::store::Document;
use crate::submission::{Recorded, Submission, cite};

/// What is asked to notify an act.
#[derive(Debug, Clone)]
pub struct Notify {
    /// The mark of the act.
    pub of: ActId,
    /// To whom; nobody named means all who have signed the treaty or consented to it.
    pub to: Vec<ParticipantId>,
    /// The letter, if it is not the plain one that the desk writes.
    pub letter: Option<Document>,
}

/// What is asked to confirm a notification.
#[derive(Debug, Clone)]
pub struct Confirm {
    /// The treaty.
    pub treaty: TreatyId,
    /// The mark of the notification.
    pub of: ActId,
    /// Who confirms.
    pub participant: ParticipantId,
}

impl Notify {
    /// Returns the notification as it is filed under this mark, with its letter.
    pub fn filing(self, register: &Register, id: ActId) -> Result<(Filing, Document), Unfit> {
        let act = act_of(register, &self.of)?;
        let to = if self.to.is_empty() {
            concerned(register, act)
        } else {
            self.to
        };
        let number = register.next_notification(&act.treaty);
        let letter = match self.letter {
            Some(letter) => letter,
            None => Document::of(
                "text/plain;charset=utf-8",
                plain_letter(register, act, number).into_bytes(),
            ),
        };
        let filing = Filing {
            id,
            matter: Matter::Notification(Notification {
                treaty: act.treaty.clone(),
                number,
                of: self.of,
                to,
                letter: letter.digest,
            }),
            documents: vec![cite(&letter, None)],
        };
        Ok((filing, letter))
    }
}

impl Confirm {
    /// Returns what is filed under this mark when a participant confirms the notification of this
    /// mark.
    pub fn of_notification(
        register: &Register,
        of: ActId,
        participant: ParticipantId,
    ) -> Result<Self, Unfit> {
        let treaties = register.treaties().iter();
        let notified = treaties.flat_map(|treaty| {
            let notices = register.notifications(&treaty.id);
            notices.iter().map(|notice| (&treaty.id, notice))
        });
        let found = notified.into_iter().find(|(_, notice)| notice.id == of);
        let (treaty, _) = found.ok_or_else(|| Unfit::NoSuchAct(of.to_string()))?;
        Ok(Self {
            treaty: treaty.clone(),
            of,
            participant,
        })
    }

    /// Returns the confirmation as it is filed under this mark.
    pub fn filing(self, id: ActId) -> Filing {
        Filing {
            id,
            matter: Matter::NotificationReceipt {
                treaty: self.treaty,
                of: self.of,
                participant: self.participant,
            },
            documents: Vec::new(),
        }
    }
}

impl Depositary {
    /// Notifies an act; the letters go into the outbox with the entry, or not at all.
    pub async fn notify(&self, request: Notify) -> Result<Recorded, DeskError> {
        let (filing, letter) = request.filing(&self.state().register, self.mark()?)?;
        self.record(Submission::of(&filing, vec![letter], self.now())?)
            .await
    }

    /// Records that an addressee confirms a notification.
    pub async fn confirm(&self, request: Confirm) -> Result<Recorded, DeskError> {
        let filing = request.filing(self.mark()?);
        self.record(Submission::of(&filing, Vec::new(), self.now())?)
            .await
    }
}

fn act_of<'a>(register: &'a Register, mark: &ActId) -> Result<&'a Act, Unfit> {
    let mark = mark.to_string();
    let mut treaties = register.treaties().iter();
    let found = treaties.find_map(|treaty| {
        let place = treaty.act_marked(&mark)?;
        treaty.acts().get(place.at())
    });
    found.ok_or(Unfit::NoSuchAct(mark))
}

/// All who have signed the treaty or consented to it: the parties and the States entitled to become
/// parties, as far as the register knows them (VCLT art. 77(1)(e)).
fn concerned(register: &Register, act: &Act) -> Vec<ParticipantId> {
    let Some(place) = register.treaty_place(&act.treaty) else {
        return Vec::new();
    };
    let acts = register.treaty(place).acts().iter();
    let authors = acts.filter(|act| {
        act.kind()
            .is_some_and(|kind| kind.is_consent() || kind.is_signature())
    });
    let mut to: Vec<ParticipantId> = authors.map(|act| act.participant.clone()).collect();
    to.sort_unstable();
    to.dedup();
    to.retain(|code| {
        let participant = register
            .party(code)
            .map(|party| register.participant(party));
        participant.is_some_and(|found| found.kind != ParticipantKind::FormerState)
    });
    to
}

/// The plain letter: what was done, by whom, when, under which number. An office that wants its own
/// words brings its own letter.
fn plain_letter(register: &Register, act: &Act, number: u64) -> String {
    let name = |code: &ParticipantId| {
        let party = register.party(code);
        party.map_or_else(
            || code.to_string(),
            |party| register.participant(party).name.clone(),
        )
    };
    let title = register.treaty_place(&act.treaty).map_or_else(
        || act.treaty.to_string(),
        |place| register.treaty(place).title().to_owned(),
    );
    format!(
        "Notification {number}\n{title}\n\nThe depositary communicates the following:\n\n\
         Act: {}\nBy: {} ({})\nDate: {}\nMark of the act: {}\n",
        act.label.as_str(),
        name(&act.participant),
        act.participant,
        act.date,
        act.id.as_deref().unwrap_or_default(),
    )
}
