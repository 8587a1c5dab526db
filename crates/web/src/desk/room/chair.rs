//! What the presidency does: rounds are opened, closed and archived, silence is asked for and its outcome
//! recorded. Each is asserted over by whoever does it.

use alloc::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::mandate::rights::{Deed, Stage};
use sponsio_depositary::{Intent, OpenRound, StartSilence};
use sponsio_law::conference::{
    Objection, Place, RoundArchived, RoundClosed, SilenceConcluded, SilenceObject, SilenceState,
    Step,
};
use sponsio_record::{ActId, Instant};
use sponsio_text::ProvisionId;

use super::Room;
use super::amended::named;
use super::assertion::Asked;
use super::clock::deadline;
use super::publication::Waiting;
use super::tabled::marked;
use crate::desk::At;
use crate::desk::entry::{Choice, Fault};
use crate::desk::fields::Fields;
use crate::desk::reply::{Reply, Stop};
use crate::desk::view::Who;
use crate::locale::say;
use crate::page::account::language_name;
use crate::page::frame::Frame;

/// The most characters of a name, and of a decision.
const NAME: usize = 40;
const DECISION: usize = 4_000;

#[derive(Template)]
#[template(path = "desk/room/chair.html")]
struct Chair {
    p: Frame,
    who: Option<Who>,
    room: String,
    title: String,
    form: Fields,
    fault: Option<(String, String)>,
    round: Option<(String, Stage)>,
    archives: bool,
    waiting: Option<Waiting>,
    on: Vec<Choice>,
    /// Silence procedures that ran out unbroken.
    expired: Vec<(String, String)>,
}

impl At<'_> {
    pub(super) fn chair_page(&self, id: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        self.allow(&room.visitor, Deed::Preside, &room.object(room.stage()))?;
        self.chair_form(&room, None)
    }

    fn chair_form(&self, room: &Room, fault: Option<Fault>) -> Result<Reply, Stop> {
        let words = self.words();
        let round = room
            .round()
            .map(|round| (round.opened.round.clone(), room.stage()));
        let expired = room.view.silences().filter_map(|(mark, silence)| {
            let is_over = matches!(silence.state(room.now), SilenceState::Adopted(_));
            let until = deadline(words, room.zone.as_deref(), silence.expires).utc;
            (is_over && silence.concluded.is_none()).then(|| (mark.to_string(), until))
        });
        let last = room.round();
        let archives = last.is_some_and(|round| {
            round.published.is_some()
                && round.archived_at.is_none()
                && room
                    .view
                    .without_disposition(&round.opened.round)
                    .is_empty()
        });
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = Chair {
            p: self.frame(),
            who: Some(room.visitor.who()),
            room: room.id.to_string(),
            title: room.view.convened.title.clone(),
            form: self.call.form.clone(),
            fault: fault.map(|Fault(field, key)| (field.to_owned(), say!(words, key))),
            round,
            archives,
            waiting: self.waiting_publication(room)?,
            on: self.silence_objects(room)?,
            expired: expired.collect(),
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    /// Returns on what silence can be asked: the adoption, and each provision in each language.
    fn silence_objects(&self, room: &Room) -> Result<Vec<Choice>, Stop> {
        let words = self.words();
        let chosen = self.call.form.get("on");
        let choice = |value: String, name: String| Choice {
            is_chosen: value == chosen,
            value,
            name,
        };
        let mut all = vec![
            choice("adoption".to_owned(), say!(words, "room-silence-adoption")),
            choice("decision".to_owned(), say!(words, "room-silence-decision")),
        ];
        let Some(revision) = room.view.revision() else {
            return Ok(all);
        };
        for language in &room.view.convened.languages {
            let Some(text) = self.revision(room, revision, language)? else {
                continue;
            };
            let tag = language_name(words, language.as_str());
            for own in text
                .provisions
                .iter()
                .filter(|own| !own.body.parts.is_empty())
            {
                let name = format!("{}, {tag}", named(&text, own.id));
                all.push(choice(format!("{}:{}", own.id, language.as_str()), name));
            }
        }
        Ok(all)
    }

    pub(super) fn ask_of_chair(&self, id: &str, deed: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        self.allow(&room.visitor, Deed::Preside, &room.object(room.stage()))?;
        let words = self.words();
        let name = room.round().map(|round| round.opened.round.clone());
        let (key, intent) = match deed {
            "open-round" => ("deed-open-round", self.opening(&room)),
            "close-round" => {
                let round = name.clone().ok_or(Stop::NotFound)?;
                let step = Step::RoundClosed(RoundClosed { round });
                (
                    "deed-close-round",
                    Ok((Intent::Plain(room.id.clone(), step), Vec::new())),
                )
            }
            "archive-round" => {
                let round = name.clone().ok_or(Stop::NotFound)?;
                let step = Step::RoundArchived(RoundArchived { round });
                (
                    "deed-archive-round",
                    Ok((Intent::Plain(room.id.clone(), step), Vec::new())),
                )
            }
            "start-silence" => ("deed-start-silence", self.silence_asked(&room)),
            _ => return Err(Stop::NotFound),
        };
        let (intent, mut facts) = match intent {
            Ok(asked) => asked,
            Err(fault) => return self.chair_form(&room, Some(fault)),
        };
        if let Some(round) = name.filter(|_| facts.is_empty()) {
            facts.push((say!(words, "room-round"), round));
        }
        self.ask_plainly(&room, Deed::Preside, key, intent, facts)
    }

    fn ask_plainly(
        &self,
        room: &Room,
        right: Deed,
        key: &'static str,
        intent: Intent,
        facts: Vec<(String, String)>,
    ) -> Result<Reply, Stop> {
        let pending = self
            .runtime
            .block_on(self.desk.office.depositary.prepare(intent));
        let pending = pending.map_err(|error| Stop::Refused(self.refused(&error)))?;
        self.ask_over(
            room,
            Asked {
                right,
                key,
                of: None,
                facts,
                pending: &[pending],
                draft: "",
                motion: None,
                back: room.path(""),
            },
        )
    }

    /// Returns when something ends, as the form gives it in UTC.
    fn until(&self, field: &'static str) -> Result<Instant, Fault> {
        let given = self.call.form.trimmed(field);
        let text = if given.len() == 16 {
            format!("{given}:00Z")
        } else {
            format!("{given}Z")
        };
        text.parse().map_err(|_| Fault(field, "fault-time"))
    }

    fn told_at(&self, room: &Room, at: Instant) -> String {
        let told = deadline(self.words(), room.zone.as_deref(), at);
        match told.local {
            Some(local) => format!("{}; {local}", told.utc),
            None => told.utc,
        }
    }

    fn opening(&self, room: &Room) -> Result<(Intent, Vec<(String, String)>), Fault> {
        let words = self.words();
        let round: String = self.call.form.trimmed("name").chars().take(NAME).collect();
        if round.is_empty() {
            return Err(Fault("name", "fault-name"));
        }
        let closes = self.until("closes")?;
        let facts = vec![
            (say!(words, "room-round"), round.clone()),
            (say!(words, "room-closes"), self.told_at(room, closes)),
        ];
        let request = OpenRound {
            conference: room.id.clone(),
            round,
            base: None,
            scope: BTreeSet::new(),
            closes,
        };
        Ok((Intent::OpenRound(request), facts))
    }

    fn silence_asked(&self, room: &Room) -> Result<(Intent, Vec<(String, String)>), Fault> {
        let words = self.words();
        let form = &self.call.form;
        let decision: String = form.trimmed("decision").chars().take(DECISION).collect();
        let place = || {
            let (id, tag) = form.get("on").split_once(':')?;
            let mut languages = room.view.convened.languages.iter();
            let language = languages.find(|one| one.as_str() == tag)?.clone();
            let provision: ProvisionId = id.parse().ok()?;
            Some(Place {
                provision,
                language,
            })
        };
        let (on, said) = match form.get("on") {
            "adoption" => (
                SilenceObject::Adoption,
                say!(words, "room-silence-adoption"),
            ),
            "decision" if decision.is_empty() => return Err(Fault("decision", "fault-decision")),
            "decision" => (SilenceObject::Decision(decision.clone()), decision),
            _ => {
                let place = place().ok_or(Fault("on", "fault-choice"))?;
                let said = form.get("on").to_owned();
                (SilenceObject::Provision(place), said)
            }
        };
        let expires = self.until("expires")?;
        let meeting: String = form.trimmed("meeting").chars().take(NAME * 2).collect();
        if meeting.is_empty() {
            return Err(Fault("meeting", "fault-meeting"));
        }
        let facts = vec![
            (say!(words, "room-silence-on"), said),
            (say!(words, "room-expires"), self.told_at(room, expires)),
            (say!(words, "room-meeting"), meeting.clone()),
        ];
        let request = StartSilence {
            conference: room.id.clone(),
            on,
            expires,
            meeting,
        };
        Ok((Intent::StartSilence(request), facts))
    }

    /// Asks for the passkey over an objection in writing, or over the outcome of a procedure that ran out.
    pub(super) fn ask_on_silence(&self, id: &str, mark: &str, deed: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let of: ActId = marked(mark)?;
        let silence = room.view.silence(of).ok_or(Stop::NotFound)?;
        let words = self.words();
        let facts = vec![
            (
                say!(words, "room-expires"),
                self.told_at(&room, silence.expires),
            ),
            (say!(words, "room-now"), self.told_at(&room, room.now)),
        ];
        let (right, key) = match deed {
            "object" => (Deed::Object, "deed-object"),
            "conclude" => (Deed::Preside, "deed-conclude-silence"),
            _ => return Err(Stop::NotFound),
        };
        self.allow(&room.visitor, right, &room.object(room.stage()))?;
        let step = match room.party().cloned() {
            Some(participant) if right == Deed::Object => Step::Objection(Objection {
                of,
                participant,
                amendment: None,
                oral: false,
            }),
            _ => Step::SilenceConcluded(SilenceConcluded { of }),
        };
        self.ask_plainly(
            &room,
            right,
            key,
            Intent::Plain(room.id.clone(), step),
            facts,
        )
    }
}

impl Chair {
    /// Returns the path of the room, or of a form of this page.
    fn path(&self, end: &str) -> String {
        format!("/n/{}{end}", self.room)
    }

    /// Returns the path of the form that records the outcome of a silence procedure.
    fn concluding(&self, mark: &str) -> String {
        format!("/n/{}/silence/{mark}/conclude", self.room)
    }

    /// Whether a round can be opened: none is there, or the last was closed by act.
    fn may_open(&self) -> bool {
        let stage = self.round.as_ref().map(|(_, stage)| *stage);
        stage != Some(Stage::Open)
    }

    /// Returns why a field cannot be taken.
    fn fault_of(&self, field: &str) -> Option<&str> {
        let (of, why) = self.fault.as_ref()?;
        (of == field).then_some(why.as_str())
    }
}
