//! The record form of a filing, written.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use sponsio_record::{Draft, Fault};

use crate::act::Act;
use crate::calendar::Date;
use crate::conference::Form;
use crate::filing::matter::{Matter, TableSort};
use crate::filing::{ACT_TYPE, DocumentRef, Filing};

/// The members of an act while they are drawn up; what is absent is left out.
type Members = Vec<(Cow<'static, str>, Option<Draft>)>;

impl Filing {
    /// Returns the bytes of the filing: an act in record form. The faults are texts with U+0000 and
    /// numbers of 2^53 or more.
    pub fn write(&self) -> Result<Vec<u8>, Fault> {
        let mut members = matter(&self.matter, &self.id.to_string());
        put(&mut members, "type", ACT_TYPE);
        put(&mut members, "id", self.id.to_string());
        put(&mut members, "kind", String::from(self.matter.kind()));
        if !self.documents.is_empty() {
            let documents = Draft::array(self.documents.iter().map(document));
            members.push(("docs".into(), Some(documents)));
        }
        Draft::object(members).finish()
    }
}

fn matter(matter: &Matter, id: &str) -> Members {
    let mut members = Members::new();
    match matter {
        Matter::Opening(opening) => {
            put(&mut members, "title", opening.title.clone());
            put(&mut members, "zone", opening.zone.clone());
            put_some(&mut members, "recovery", opening.recovery.clone());
            members.push((
                "exercise".into(),
                opening.exercise.then(|| Draft::bool(true)),
            ));
        }
        Matter::Participant(participant) => {
            put(&mut members, "code", participant.id.to_string());
            put(&mut members, "name", participant.name.clone());
            put(&mut members, "sort", participant.kind.label());
        }
        Matter::Treaty { treaty, clauses } => {
            put(&mut members, "treaty", treaty.to_string());
            put(&mut members, "clauses", clauses.clone());
        }
        Matter::Policies { clauses } => put(&mut members, "clauses", clauses.clone()),
        Matter::Table(citation) => {
            put(&mut members, "path", citation.path.clone());
            members.push(("table".into(), Some(Draft::digest(&citation.table))));
            let sort = match &citation.sort {
                TableSort::Weights => "weights",
                TableSort::Group => "group",
                TableSort::Membership(organization) => {
                    put(&mut members, "participant", organization.to_string());
                    "membership"
                }
            };
            put(&mut members, "sort", sort);
        }
        Matter::Act(act) => put_act(&mut members, act),
        Matter::Published(act) => {
            put_act(&mut members, act);
            put(&mut members, "label", String::from(act.label.as_str()));
            put_some(
                &mut members,
                "mark",
                act.id.clone().filter(|mark| mark != id),
            );
        }
        Matter::Notification(notification) => {
            put(&mut members, "treaty", notification.treaty.to_string());
            members.push(("number".into(), Some(Draft::count(notification.number))));
            put(&mut members, "of", notification.of.to_string());
            let to = notification.to.iter().map(|to| Draft::text(to.to_string()));
            members.push(("to".into(), Some(Draft::array(to))));
            members.push(("letter".into(), Some(Draft::digest(&notification.letter))));
        }
        Matter::NotificationReceipt {
            treaty,
            of,
            participant,
        } => {
            put(&mut members, "treaty", treaty.to_string());
            put(&mut members, "of", of.to_string());
            put(&mut members, "participant", participant.to_string());
        }
        Matter::Disclosure {
            treaty,
            of,
            opening,
            on,
        } => {
            put(&mut members, "treaty", treaty.to_string());
            members.push(("of".into(), Some(Draft::count(*of))));
            members.push(("opening".into(), Some(Draft::digest(opening))));
            let on = on.map(|day| Draft::text(day.to_string()));
            members.push(("received".into(), on));
        }
        Matter::Proceeding(proceeding) => {
            put(
                &mut members,
                "conference",
                proceeding.conference.to_string(),
            );
            members.push(("received".into(), Some(Draft::instant(proceeding.received))));
            let mut form = Form::default();
            proceeding.step.write(&mut form);
            members.append(&mut form.0);
        }
        Matter::Heads(heads) => members.push(("heads".into(), Some(Draft::digest(heads)))),
        Matter::Rotation(vkey) => put(&mut members, "vkey", vkey.clone()),
        Matter::Revocation(revocation) => {
            put(&mut members, "revoked", revocation.revoked.clone());
            put(&mut members, "vkey", revocation.successor.clone());
            put(&mut members, "since", revocation.since.to_string());
            members.push(("good".into(), Some(Draft::count(revocation.good))));
        }
        Matter::Confirmation(confirmation) => {
            put(&mut members, "ground", confirmation.ground.as_str());
            let officers = confirmation.officers.iter();
            let officers = officers.map(|officer| Draft::text(officer.clone()));
            members.push(("officers".into(), Some(Draft::array(officers))));
            put(&mut members, "reason", confirmation.reason.clone());
        }
        Matter::Other { .. } => {}
    }
    members
}

fn put_act(members: &mut Members, act: &Act) {
    put(members, "treaty", act.treaty.to_string());
    put(members, "participant", act.participant.to_string());
    put(members, "done", act.date.to_string());
    put_some(members, "effect", act.effect.map(date));
    put_some(members, "received", act.recorded.map(date));
    put_some(members, "of", act.refers_to.clone());
    put_some(members, "source", said(&act.source));
    put_some(members, "note", said(&act.note));
}

fn document(document: &DocumentRef) -> Draft {
    Draft::object([
        ("digest", Some(Draft::digest(&document.digest))),
        ("bytes", Some(Draft::count(document.bytes))),
        ("media", Some(Draft::text(document.media.clone()))),
        ("lang", document.language.clone().map(Draft::text)),
    ])
}

fn date(date: Date) -> String {
    date.to_string()
}

/// Absent is not the same as empty: an empty text is not written.
fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.into())
}

fn put(members: &mut Members, name: &'static str, text: impl Into<Cow<'static, str>>) {
    members.push((name.into(), Some(Draft::text(text))));
}

fn put_some(members: &mut Members, name: &'static str, text: Option<String>) {
    members.push((name.into(), text.map(Draft::text)));
}
