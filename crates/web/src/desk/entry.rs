//! What an officer enters: an instrument, a correction, a notification; read from the fields of a form,
//! and asked for by one.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::accounts::Motion;
use sponsio_depositary::mandate::rights::{Deed, Object, Scope, Stage};
use sponsio_depositary::{Correct, Entered, Notify, RecordAct};
use sponsio_law::act::ActKind;
use sponsio_law::calendar::{self, Date};
use sponsio_record::{ActId, ParticipantId, TreatyId};

use super::At;
use super::fields::Fields;
use super::reply::{Reply, Stop};
use super::view::Who;
use crate::locale::say;
use crate::page::frame::Frame;
use crate::page::shown::Shown;

/// What can be entered.
pub(super) const KINDS: [&str; 3] = ["deposit", "correction", "notification"];

/// The fields that are kept of each.
pub(super) const FIELDS: [&str; 16] = [
    "treaty",
    "participant",
    "label",
    "done",
    "predecessor",
    "source",
    "note",
    "of",
    "right",
    "reason",
    "check-treaty",
    "check-undertaking",
    "check-signed",
    "check-unconditional",
    "check-dated",
    "check-custody",
];

/// What an instrument of consent must be (VCLT arts 2(1)(b), 7, 11-16, 77(1)(d)).
pub(super) const CHECKS: [&str; 6] = [
    "treaty",
    "undertaking",
    "signed",
    "unconditional",
    "dated",
    "custody",
];

/// The instruments of consent that can be deposited.
pub(super) fn labels() -> impl Iterator<Item = ActKind> {
    let consents = ActKind::ALL.into_iter().filter(|kind| kind.is_consent());
    consents.filter(|kind| !kind.is_signature())
}

/// The labels of the instruments that can be deposited, for the description of the API.
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    labels().map(ActKind::label)
}

/// The kinds of what can be entered, for the description of the API.
pub(crate) fn known() -> [&'static str; 3] {
    KINDS
}

/// A choice of a list.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) is_chosen: bool,
}

#[derive(Template)]
#[template(path = "desk/entry.html")]
struct Entry {
    p: Frame,
    who: Option<Who>,
    kind: String,
    heading: String,
    lead: String,
    form: Fields,
    treaties: Vec<Choice>,
    participants: Vec<Choice>,
    labels: Vec<Choice>,
    acts: Option<Vec<Choice>>,
    /// The treaty whose acts are asked for.
    chosen: String,
    fault: Option<(String, String)>,
    /// Whether the instrument itself is taken as a file.
    takes_files: bool,
}

/// A field that says nothing that can be entered: its name, and the key of why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault(pub(super) &'static str, pub(super) &'static str);

/// Reads what was entered.
pub(super) fn entered(kind: &str, form: &Fields) -> Result<Entered, Fault> {
    let day = |field: &'static str| match form.trimmed(field) {
        "" => Ok(None),
        text => calendar::parse(text)
            .map(Some)
            .ok_or(Fault(field, "fault-day")),
    };
    let mark = || -> Result<ActId, Fault> {
        let mark = form.trimmed("of").parse();
        mark.map_err(|_| Fault("of", "fault-act"))
    };
    match kind {
        "deposit" => Ok(Entered::Act(Box::new(deposit(form, day("done")?)?))),
        "correction" => {
            let right = day("right")?.ok_or(Fault("right", "fault-day"))?;
            if form.trimmed("reason").is_empty() {
                return Err(Fault("reason", "fault-reason"));
            }
            Ok(Entered::Correction(Correct {
                of: mark()?.to_string(),
                right,
                reason: form.trimmed("reason").to_owned(),
                source: form.trimmed("source").to_owned(),
            }))
        }
        _ => Ok(Entered::Notification(Notify {
            of: mark()?,
            to: Vec::new(),
            letter: None,
        })),
    }
}

fn deposit(form: &Fields, done: Option<Date>) -> Result<RecordAct, Fault> {
    let kind = labels().find(|kind| kind.label() == form.trimmed("label"));
    let kind = kind.ok_or(Fault("label", "fault-choice"))?;
    let treaty = TreatyId::new(form.trimmed("treaty"));
    let treaty = treaty.map_err(|_| Fault("treaty", "fault-choice"))?;
    let participant = ParticipantId::new(form.trimmed("participant"));
    let participant = participant.map_err(|_| Fault("participant", "fault-choice"))?;
    let predecessor = form.trimmed("predecessor");
    Ok(RecordAct {
        done,
        refers_to: (!predecessor.is_empty()).then(|| predecessor.to_owned()),
        source: form.trimmed("source").to_owned(),
        note: form.trimmed("note").to_owned(),
        ..RecordAct::new(kind, treaty, participant)
    })
}

/// Where it belongs: the treaty that its fields name, or that of the act that they name.
pub(super) fn scope(at: &At<'_>, form: &Fields) -> Scope {
    let named = TreatyId::new(form.trimmed("treaty")).ok();
    let register = &at.reading.register;
    let of_act = register.act_marked(form.trimmed("of"));
    let found = of_act.map(|(treaty, _)| treaty.clone()).or(named);
    found.map_or(Scope::Register, Scope::Treaty)
}

/// Returns what a motion is about, in a few words.
pub(super) fn subject(at: &At<'_>, motion: &Motion) -> String {
    let words = at.words();
    let register = &at.reading.register;
    let form = Fields::of_kept(&motion.form);
    let treaty = match &motion.scope {
        Scope::Treaty(id) => register.treaty_place(id).map_or_else(
            || id.to_string(),
            |place| register.treaty(place).title().to_owned(),
        ),
        _ => String::new(),
    };
    let what = match labels().find(|kind| kind.label() == form.get("label")) {
        Some(kind) if motion.kind == "deposit" => say!(words, &format!("act-{}", kind.label())),
        _ => say!(words, &format!("motion-{}", motion.kind)),
    };
    let named = ParticipantId::new(form.get("participant")).ok();
    let named = named.and_then(|id| register.party(&id)).or_else(|| {
        let (treaty, act) = register.act_marked(form.get("of"))?;
        let act = &register.treaty(register.treaty_place(treaty)?).acts()[act.at()];
        register.party(&act.participant)
    });
    let who = named.map(|party| at.shown(|shown| shown.name(party)));
    let parts = [who, Some(what), Some(treaty)];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

impl At<'_> {
    /// Asks something of the register as the reader sees it.
    pub(super) fn shown<T>(&self, ask: impl FnOnce(&Shown<'_>) -> T) -> T {
        ask(&Shown {
            reading: self.reading,
            wording: self.desk.office.wording.as_ref(),
            language: self.call.asked.language,
        })
    }

    pub(super) fn entry_page(&self, kind: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let kind = of_path(kind)?;
        self.allow_somewhere(&visitor, Deed::Enter)?;
        self.entry_form(Some(visitor.who()), kind, Fields::default(), None)
    }

    fn entry_form(
        &self,
        who: Option<Who>,
        kind: &str,
        form: Fields,
        fault: Option<Fault>,
    ) -> Result<Reply, Stop> {
        let words = self.words();
        let chosen = match form.get("treaty") {
            "" => self.call.asked.words.clone(),
            treaty => treaty.to_owned(),
        };
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let needs_act = kind != "deposit";
        let page = Entry {
            p: self.frame(),
            who,
            heading: say!(words, &format!("enter-{kind}")),
            lead: say!(words, &format!("enter-{kind}-lead")),
            treaties: self.treaties(&chosen),
            participants: self.participants(form.get("participant")),
            labels: self.kinds(form.get("label")),
            acts: needs_act.then(|| self.acts(&chosen, form.get("of"))),
            fault: fault.map(|Fault(field, key)| (field.to_owned(), say!(words, key))),
            takes_files: self.desk.examiner.is_some(),
            chosen,
            kind: kind.to_owned(),
            form,
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    /// Enters what was received; the clock is read once, and this is when it reached the desk.
    pub(super) fn enter(&self, kind: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let kind = of_path(kind)?;
        let scope = scope(self, &self.call.form);
        self.allow(
            &visitor,
            Deed::Enter,
            &Object::of(scope.clone(), Stage::Absent),
        )?;
        if let Err(fault) = entered(kind, &self.call.form) {
            let form = self.call.form.clone();
            return self.entry_form(Some(visitor.who()), kind, form, Some(fault));
        }
        let handed_in = match self.handed_in() {
            Ok(handed_in) => handed_in.filter(|_| kind == "deposit"),
            Err(fault) => {
                let form = self.call.form.clone();
                return self.entry_form(Some(visitor.who()), kind, form, Some(fault));
            }
        };
        let mark = self.desk.office.depositary.mark();
        let id = mark.map_err(|_| Stop::Unavailable)?.to_string();
        let path = self.link(&format!("/desk/i/{id}"));
        let motion = Motion {
            id,
            kind: kind.to_owned(),
            scope,
            form: self.call.form.kept(&FIELDS),
            entered: self.now,
            entered_by: visitor.account.holder.officer,
            stage: Stage::Received,
            proposed_by: None,
            confirmed_by: None,
            remark: String::new(),
            seq: None,
        };
        match handed_in {
            Some(instrument) => self
                .accounts()
                .enter_with_instrument(&motion, &instrument)?,
            None => self.accounts().enter_motion(&motion)?,
        }
        Ok(Reply::to(path))
    }

    fn treaties(&self, chosen: &str) -> Vec<Choice> {
        let treaties = self.reading.register.treaties().iter();
        let mut all: Vec<Choice> = treaties
            .map(|treaty| Choice {
                value: treaty.id.to_string(),
                name: format!("{} ({})", treaty.title(), treaty.id),
                is_chosen: treaty.id.as_str() == chosen,
            })
            .collect();
        all.sort_by(|one, other| one.name.cmp(&other.name));
        all
    }

    fn participants(&self, chosen: &str) -> Vec<Choice> {
        let register = &self.reading.register;
        let language = self.call.asked.language;
        let mut all: Vec<Choice> = register
            .parties()
            .map(|party| {
                let id = &register.participant(party).id;
                Choice {
                    value: id.to_string(),
                    name: self.shown(|shown| shown.name(party)),
                    is_chosen: id.as_str() == chosen,
                }
            })
            .collect();
        all.sort_by_cached_key(|one| self.desk.office.wording.order(language, &one.name));
        all
    }

    fn kinds(&self, chosen: &str) -> Vec<Choice> {
        let kinds = labels().map(|kind| Choice {
            value: kind.label().to_owned(),
            name: say!(self.words(), &format!("act-{}", kind.label())),
            is_chosen: kind.label() == chosen,
        });
        kinds.collect()
    }

    /// Returns the acts of a treaty that have a mark, the latest first.
    fn acts(&self, treaty: &str, chosen: &str) -> Vec<Choice> {
        let register = &self.reading.register;
        let place = TreatyId::new(treaty).ok();
        let Some(place) = place.and_then(|id| register.treaty_place(&id)) else {
            return Vec::new();
        };
        let acts = register.treaty(place).acts().iter().rev();
        let acts = acts.filter_map(|act| {
            // Only an act of this log has a mark that others can be made about.
            let mark = act
                .id
                .clone()
                .filter(|mark| mark.parse::<ActId>().is_ok())?;
            let who = register.party(&act.participant);
            let who = who.map(|party| self.shown(|shown| shown.name(party)));
            let label = act.kind().map_or("", ActKind::label);
            let what = match label {
                "" => String::new(),
                label => say!(self.words(), &format!("act-{label}")),
            };
            let day = self.words().short_day(act.date);
            Some(Choice {
                is_chosen: mark == chosen,
                name: format!("{day} · {} · {what}", who.unwrap_or_default()),
                value: mark,
            })
        });
        acts.collect()
    }
}

fn of_path(kind: &str) -> Result<&'static str, Stop> {
    let mut kinds = KINDS.into_iter();
    kinds.find(|known| *known == kind).ok_or(Stop::NotFound)
}

impl Entry {
    /// Returns the path of the page and its form.
    fn path(&self) -> String {
        format!("/desk/new/{}", self.kind)
    }

    /// Returns why a field cannot be entered.
    fn fault_of(&self, field: &str) -> Option<&str> {
        let (of, why) = self.fault.as_ref()?;
        (of == field).then_some(why.as_str())
    }
}
