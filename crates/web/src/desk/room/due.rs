//! What is due in a conference, and who must do it. The law says what; a page says it to those who may read
//! of what.

use sponsio_depositary::Reader;
use sponsio_law::conference::Due;
use sponsio_record::{ActId, ParticipantId};

use super::Room;
use super::tabled::awaits_acknowledgement;
use crate::desk::At;
use crate::locale::say;

/// Something that somebody must do.
pub(super) struct Owed {
    pub(super) said: String,
    pub(super) who: String,
    /// Where it is done.
    pub(super) path: Option<String>,
    /// Whether this reader is the one.
    pub(super) is_yours: bool,
}

impl At<'_> {
    pub(super) fn owed(&self, room: &Room) -> Vec<Owed> {
        let due = room.view.due(room.now);
        let mut all: Vec<Owed> = due
            .iter()
            .map(|one| self.of_presidency(room, one))
            .collect();
        for one in room.view.proposals() {
            let lacking = awaits_acknowledgement(room, one);
            let own = room.party();
            let seen: Vec<&ParticipantId> = lacking
                .iter()
                .filter(|code| own.is_none_or(|own| own == *code))
                .collect();
            if seen.is_empty() {
                continue;
            }
            let who: Vec<String> = seen.iter().map(ToString::to_string).collect();
            all.push(Owed {
                said: self.about(room, "room-due-acknowledge", one.id),
                who: who.join(", "),
                path: Some(self.link(&room.path(&format!("/p/{}", one.id)))),
                is_yours: own.is_some(),
            });
        }
        all.sort_by_key(|one| !one.is_yours);
        all
    }

    fn about(&self, room: &Room, key: &str, of: ActId) -> String {
        let code = room.view.proposal(of).map(|one| &one.tabled.participant);
        let name = code.map(|code| self.party_name(code)).unwrap_or_default();
        say!(self.words(), key, name = name.as_str())
    }

    fn of_presidency(&self, room: &Room, due: &Due) -> Owed {
        let words = self.words();
        let chair = || Some(self.link(&room.path("/chair")));
        let page = |of: &ActId| Some(self.link(&room.path(&format!("/p/{of}"))));
        let (said, path) = match due {
            Due::RoundToClose(round) => (
                say!(words, "room-due-close", round = round.as_str()),
                chair(),
            ),
            Due::RoundToPublish(round) => (
                say!(words, "room-due-publish", round = round.as_str()),
                chair(),
            ),
            Due::RoundToArchive(round) => (
                say!(words, "room-due-archive", round = round.as_str()),
                chair(),
            ),
            Due::Disposition(of) => (self.about(room, "room-due-disposition", *of), page(of)),
            Due::Conveyance(of) => (self.about(room, "room-due-convey", *of), page(of)),
            Due::SilenceToConclude(_) => (say!(words, "room-due-conclude"), chair()),
            Due::SilenceToAnnounce(_) => (say!(words, "room-due-announce"), None),
            Due::PeriodToSet { participant, .. } => {
                let name = self.party_name(participant);
                (say!(words, "room-due-period", name = name.as_str()), None)
            }
            Due::ConfirmationLapsed { participant, .. } => {
                let name = self.party_name(participant);
                (say!(words, "room-due-lapsed", name = name.as_str()), None)
            }
        };
        let presides = room.reader == Reader::Presidency;
        Owed {
            said,
            who: say!(words, "room-chair"),
            path: path.filter(|_| presides),
            is_yours: presides,
        }
    }
}
