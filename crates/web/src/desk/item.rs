//! One thing that waits: what it is, whether it is in due and proper form, what it would do, and whose
//! turn it is.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::accounts::AccountError;
use sponsio_depositary::accounts::Motion;
use sponsio_depositary::mandate::rights::{Deed, Denied, Scope, Stage};
use sponsio_depositary::store::Document;
use sponsio_depositary::{DeskError, DrawnUp, Entered, Fatal};
use sponsio_record::ActId;

use super::At;
use super::door::Visitor;
use super::entry::{CHECKS, FIELDS, Fault, entered, scope, subject};
use super::fields::Fields;
use super::reply::{Reply, Stop};
use super::saying::{Refused, Said};
use super::view::{Who, instant};
use crate::locale::say;
use crate::page::frame::{Frame, short_digest};

/// A point of due and proper form.
struct Check {
    id: String,
    said: String,
    is_ticked: bool,
}

/// What recording it would do, as far as can be said.
enum Effect {
    Changes {
        remarks: Said,
        changes: Vec<(String, Said)>,
    },
    Refused(Refused),
}

#[derive(Template)]
#[template(path = "desk/item.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a template asks plain questions"
)]
struct Item {
    p: Frame,
    who: Option<Who>,
    id: String,
    heading: String,
    lead: String,
    facts: Vec<(String, String)>,
    checks: Vec<Check>,
    form: Fields,
    is_deposit: bool,
    is_received: bool,
    is_proposed: bool,
    effect: Option<Effect>,
    digest: Option<String>,
    proposed: Option<String>,
    confirmed: Option<String>,
    evidence: Vec<(String, String)>,
    may_propose: bool,
    may_confirm: bool,
    is_own: bool,
    remark: Option<String>,
    /// What is said of the instrument itself, if it was handed in.
    instrument: Vec<(String, String)>,
    fault: Option<(String, String)>,
}

impl At<'_> {
    pub(super) fn motion(&self, id: &str) -> Result<Motion, Stop> {
        let found = self.accounts().motion(id)?;
        // What waits in a conference is read there.
        let found = found.filter(|one| !matches!(one.scope, Scope::Conference(_)));
        found.ok_or(Stop::NotFound)
    }

    /// Draws up the act of a motion as it stands now.
    pub(super) fn drawn_up(&self, motion: &Motion) -> Result<DrawnUp, DeskError> {
        let form = Fields::of_kept(&motion.form);
        let unfit = |_| DeskError::from(sponsio_depositary::Unfit::NoSuchAct(motion.id.clone()));
        let id: ActId = motion.id.parse().map_err(unfit)?;
        let mut entered = entered(&motion.kind, &form)
            .map_err(|_| DeskError::from(sponsio_depositary::Unfit::NoReason))?;
        if let Entered::Act(act) = &mut entered {
            let instrument = self.accounts().instrument(&motion.id);
            let unread = |error: AccountError| Fatal::Storage(error.to_string());
            let instrument = instrument.map_err(unread)?;
            let document = instrument.map(|one| Document::of("application/pdf", one.bytes));
            act.documents
                .extend(document.map(|document| (document, None)));
        }
        self.desk
            .office
            .depositary
            .draw_up(id, entered, motion.entered)
    }

    pub(super) fn refused(&self, error: &DeskError) -> Refused {
        let state = self.desk.office.depositary.state();
        let language = self.call.asked.language;
        let saying = &self.desk.office.saying;
        saying.refusal(language, &state.register, error)
    }

    pub(super) fn item(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, Deed::ReadInbox, &motion.object())?;
        self.item_page(&visitor, &motion, None)
    }

    /// Keeps what an officer ticked and noted, as long as nobody has proposed it.
    pub(super) fn revise(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, Deed::Enter, &motion.object())?;
        let read = entered(&motion.kind, &self.call.form);
        // Rights were asked for the treaty that was entered: it stays that.
        let read = match read {
            Ok(_) if scope(self, &self.call.form) != motion.scope => {
                Err(Fault("treaty", "fault-choice"))
            }
            read => read,
        };
        if let Err(fault) = read {
            let form = self.call.form.kept(&FIELDS);
            return self.item_page(&visitor, &Motion { form, ..motion }, Some(fault));
        }
        self.accounts()
            .revise_motion(id, &self.call.form.kept(&FIELDS))?;
        Ok(Reply::to(self.link(&format!("/desk/i/{id}"))))
    }

    pub(super) fn give_back(&self, id: &str) -> Result<Reply, Stop> {
        self.end(id, Deed::Return)
    }

    pub(super) fn set_aside(&self, id: &str) -> Result<Reply, Stop> {
        self.end(id, Deed::SetAside)
    }

    fn end(&self, id: &str, deed: Deed) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, deed, &motion.object())?;
        let why = self
            .call
            .form
            .trimmed("why")
            .chars()
            .take(2_000)
            .collect::<String>();
        if why.is_empty() {
            return self.item_page(&visitor, &motion, Some(Fault("why", "fault-reason")));
        }
        let officer = &visitor.account.holder.officer;
        let why = format!("{officer}: {why}");
        match deed {
            Deed::Return => self.accounts().give_back(id, &why)?,
            _ => self.accounts().set_aside(id, &why)?,
        }
        Ok(Reply::to(self.link("/desk")))
    }

    pub(super) fn item_page(
        &self,
        visitor: &Visitor,
        motion: &Motion,
        fault: Option<Fault>,
    ) -> Result<Reply, Stop> {
        let words = self.words();
        let form = Fields::of_kept(&motion.form);
        let is_deposit = motion.kind == "deposit";
        let is_waiting = matches!(motion.stage, Stage::Received | Stage::Proposed);
        let checks = CHECKS.iter().filter(|_| is_deposit).map(|name| Check {
            id: format!("check-{name}"),
            said: say!(words, &format!("check-{name}")),
            is_ticked: form.is_ticked(&format!("check-{name}")),
        });
        let proposed = self.accounts().proposed(&motion.id)?;
        let digest = proposed
            .as_ref()
            .map(sponsio_depositary::accounts::Proposed::digest);
        let mut evidence = Vec::new();
        if let Some(digest) = &digest {
            for one in self.accounts().evidence(digest)? {
                let deed = say!(words, &format!("asserted-{}", one.assertion.deed));
                evidence.push((
                    format!("{deed} {}", one.assertion.officer),
                    instant(words, one.at),
                ));
            }
        }
        let may = |deed| visitor.may(deed, &motion.object());
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = Item {
            p: self.frame(),
            who: Some(visitor.who()),
            id: motion.id.clone(),
            heading: subject(self, motion),
            lead: self.standing(motion),
            facts: self.facts(motion, &form),
            checks: checks.collect(),
            is_deposit,
            is_received: motion.stage == Stage::Received,
            is_proposed: motion.stage == Stage::Proposed,
            effect: is_waiting.then(|| self.effect(motion)),
            digest: digest.map(|digest| short_digest(&digest.to_string())),
            proposed: motion.proposed_by.clone(),
            confirmed: motion.confirmed_by.clone(),
            evidence,
            may_propose: may(Deed::Propose).is_ok(),
            may_confirm: may(Deed::Confirm).is_ok(),
            is_own: may(Deed::Confirm) == Err(Denied::FourEyes),
            instrument: self
                .accounts()
                .instrument(&motion.id)?
                .map(|instrument| self.found(&instrument))
                .unwrap_or_default(),
            remark: Some(motion.remark.clone()).filter(|remark| !remark.is_empty()),
            fault: fault.map(|Fault(field, key)| (field.to_owned(), say!(words, key))),
            form,
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    fn standing(&self, motion: &Motion) -> String {
        let words = self.words();
        let when = instant(words, motion.entered);
        match (motion.stage, motion.seq) {
            (Stage::Settled, Some(seq)) => say!(words, "item-recorded", when = when, seq = seq),
            (Stage::Settled, None) => say!(words, "item-set-aside", when = when),
            (Stage::Proposed, _) => say!(words, "item-proposed", when = when),
            _ => say!(words, "item-received", when = when),
        }
    }

    fn facts(&self, motion: &Motion, form: &Fields) -> Vec<(String, String)> {
        let words = self.words();
        let mut facts = vec![(say!(words, "item-entered-by"), motion.entered_by.clone())];
        // A name that cannot be read leaves out a line, and nothing else.
        if let Ok(Some(token)) = self.accounts().brought_by(&motion.id) {
            facts.push((say!(words, "item-token"), token));
        }
        let named = [
            ("item-done", "done"),
            ("item-right", "right"),
            ("item-source", "source"),
            ("item-note", "note"),
            ("item-reason", "reason"),
            ("item-predecessor", "predecessor"),
            ("item-of", "of"),
        ];
        for (key, field) in named {
            let text = form.get(field);
            if !text.is_empty() {
                facts.push((say!(words, key), text.to_owned()));
            }
        }
        facts
    }

    /// What recording it now would do; nothing is written.
    fn effect(&self, motion: &Motion) -> Effect {
        let office = &self.desk.office;
        let language = self.call.asked.language;
        match self.drawn_up(motion) {
            Ok(drawn) => {
                let day = office.depositary.today();
                let found = office.depositary.state().changes(&drawn.after, day);
                Effect::Changes {
                    remarks: office
                        .saying
                        .remarks(language, &drawn.after, &drawn.remarks),
                    changes: office.saying.effects(language, &drawn.after, &found),
                }
            }
            Err(error) => Effect::Refused(self.refused(&error)),
        }
    }
}

impl Item {
    /// Returns the path of a form of this page.
    fn path(&self, end: &str) -> String {
        format!("/desk/i/{}{end}", self.id)
    }

    /// Returns why a field cannot be entered.
    fn fault_of(&self, field: &str) -> Option<&str> {
        let (of, why) = self.fault.as_ref()?;
        (of == field).then_some(why.as_str())
    }
}
