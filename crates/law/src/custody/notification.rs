//! Notifications by the depositary (VCLT arts 77(1)(e), 78): numbered per treaty, immutable, and
//! confirmed by those to whom they are addressed.

use alloc::collections::BTreeSet;
use alloc::string::ToString as _;
use alloc::sync::Arc;

use sponsio_record::{ActId, ParticipantId, TreatyId};

use crate::filing::{EnterError, Notification};
use crate::register::{EntryError, Register};

/// A notification that went out, and who has confirmed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notified {
    /// Its own mark.
    pub id: ActId,
    /// What it says.
    pub notification: Notification,
    /// Who has confirmed that it arrived: *received by the State* in the sense of art. 78(c).
    pub confirmed: BTreeSet<ParticipantId>,
}

impl Register {
    /// Returns the notifications concerning a treaty, by number.
    pub fn notifications(&self, treaty: &TreatyId) -> &[Notified] {
        self.notifications.get(treaty).map_or(&[], |list| list)
    }

    /// Returns the number of the next notification concerning a treaty.
    pub fn next_notification(&self, treaty: &TreatyId) -> u64 {
        self.notifications(treaty).len() as u64 + 1
    }

    pub(crate) fn enter_notification(
        &mut self,
        id: ActId,
        notification: &Notification,
    ) -> Result<(), EnterError> {
        let treaty = &notification.treaty;
        let Some(place) = self.treaty_place(treaty) else {
            return Err(EntryError::NoSuchTreaty(treaty.clone()).into());
        };
        let mark = notification.of.to_string();
        if self.treaty(place).act_marked(&mark).is_none() {
            return Err(EnterError::NoSuchAct(notification.of));
        }
        for addressee in &notification.to {
            if self.party(addressee).is_none() {
                return Err(EntryError::NoSuchParticipant(addressee.clone()).into());
            }
        }
        let next = self.next_notification(treaty);
        if notification.number != next {
            return Err(EnterError::NotNext(next));
        }
        let notified = Notified {
            id,
            notification: notification.clone(),
            confirmed: BTreeSet::new(),
        };
        let lists = Arc::make_mut(&mut self.notifications);
        lists.entry(treaty.clone()).or_default().push(notified);
        Ok(())
    }

    pub(crate) fn enter_confirmation(
        &mut self,
        treaty: &TreatyId,
        of: &ActId,
        participant: &ParticipantId,
    ) -> Result<(), EnterError> {
        let lists = Arc::make_mut(&mut self.notifications);
        let sent = lists
            .get_mut(treaty)
            .and_then(|list| list.iter_mut().find(|sent| sent.id == *of))
            .ok_or(EnterError::NoSuchAct(*of))?;
        if !sent.notification.to.contains(participant) {
            return Err(EnterError::NotAddressed(participant.clone()));
        }
        sent.confirmed.insert(participant.clone());
        Ok(())
    }
}
