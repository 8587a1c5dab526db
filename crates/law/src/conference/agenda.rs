//! The agenda: every item keeps its place. How long an item was left, and which share of attention it
//! had, is computed from the acts that took items up.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Draft, FieldError, Fields, Instant, Value};

use crate::conference::deed::{Deed, Form, owned};
use crate::conference::{Conference, Doing, Ground, RecordGround};

const DAY: i64 = 86_400;

/// An item is put on the agenda; its place is the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAdded {
    /// Its name.
    pub item: String,
    /// What it is about.
    pub title: String,
}

/// An item is taken up at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemTakenUp {
    /// The item.
    pub item: String,
    /// The meeting.
    pub meeting: String,
    /// How long it was treated, in minutes; at least one.
    pub minutes: u64,
}

/// An item is concluded: it keeps its place, and nobody waits for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemConcluded {
    /// The item.
    pub item: String,
    /// With which result.
    pub reason: String,
}

/// An item as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// The act that put it on the agenda.
    pub id: ActId,
    /// When that was received.
    pub at: Instant,
    /// What was put on the agenda.
    pub added: ItemAdded,
    /// When it was taken up, each with the act.
    pub taken_up: Vec<(ItemTakenUp, Instant, ActId)>,
    /// When it was concluded, and with which result.
    pub concluded: Option<(Instant, String)>,
}

/// How an item stands at an instant, with what that is computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention<'a> {
    /// Its place on the agenda, from 1.
    pub place: usize,
    /// The item, with the acts that took it up.
    pub item: &'a AgendaItem,
    /// Since when it is counted: when it was last taken up, or else put on the agenda.
    pub since: Instant,
    /// Whole days from then to the instant, or to its conclusion.
    pub days: i64,
    /// The minutes it was given.
    pub minutes: u64,
    /// The minutes that all items were given.
    pub of_all: u64,
}

impl Deed for ItemAdded {
    const KIND: &'static str = "agenda-item-added";

    fn write(&self, form: &mut Form) {
        form.text("item", &self.item);
        form.text("title", &self.title);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            item: fields.required("item", owned)?,
            title: fields.required("title", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let mut items = conference.dossier.agenda.iter();
        if items.any(|item| item.added.item == self.item) {
            return Err(RecordGround::ItemExists(self.item.clone()).into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.dossier.agenda.push(AgendaItem {
            id: doing.id,
            at: doing.at,
            added: self.clone(),
            taken_up: Vec::new(),
            concluded: None,
        });
    }
}

impl Deed for ItemTakenUp {
    const KIND: &'static str = "agenda-item-taken-up";

    fn write(&self, form: &mut Form) {
        form.text("item", &self.item);
        form.text("meeting", &self.meeting);
        form.draft("minutes", Draft::count(self.minutes));
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            item: fields.required("item", owned)?,
            meeting: fields.required("meeting", owned)?,
            minutes: fields.required("minutes", Value::count)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.unconcluded(&self.item)?;
        conference.sitting(&self.meeting)?;
        if self.minutes == 0 {
            return Err(RecordGround::NoAttention.into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(item) = conference.item_mut(&self.item) {
            item.taken_up.push((self.clone(), doing.at, doing.id));
        }
    }
}

impl Deed for ItemConcluded {
    const KIND: &'static str = "agenda-item-concluded";

    fn write(&self, form: &mut Form) {
        form.text("item", &self.item);
        form.text("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            item: fields.required("item", owned)?,
            reason: fields.required("reason", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.unconcluded(&self.item)?;
        if self.reason.trim().is_empty() {
            return Err(Ground::NoReason);
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(item) = conference.item_mut(&self.item) {
            item.concluded = Some((doing.at, self.reason.clone()));
        }
    }
}

impl AgendaItem {
    fn minutes(&self, at: Instant) -> u64 {
        let counted = self.taken_up.iter().filter(|(_, taken, _)| *taken <= at);
        let minutes = counted.map(|(taken, ..)| taken.minutes);
        minutes.fold(0, u64::saturating_add)
    }
}

impl Attention<'_> {
    /// Returns the share of attention that the item had, in thousandths, rounded down; none while no item
    /// was given any.
    pub fn share(&self) -> Option<u64> {
        let share = u128::from(self.minutes) * 1_000 / u128::from(self.of_all.max(1));
        u64::try_from(share).ok().filter(|_| self.of_all > 0)
    }
}

impl Conference {
    /// Returns how each item of the agenda stands at an instant, in the order of the agenda.
    pub fn agenda(&self, at: Instant) -> Vec<Attention<'_>> {
        let there = || self.dossier.agenda.iter().filter(move |item| item.at <= at);
        let of_all = there().map(|item| item.minutes(at));
        let of_all = of_all.fold(0, u64::saturating_add);
        let stand = there().enumerate().map(|(index, item)| {
            let taken = item.taken_up.iter().map(|(_, taken, _)| *taken);
            let since = taken.filter(|taken| *taken <= at).max().unwrap_or(item.at);
            let concluded = item.concluded.as_ref().map(|(concluded, _)| *concluded);
            let until = concluded.filter(|concluded| *concluded <= at).unwrap_or(at);
            Attention {
                place: index + 1,
                item,
                since,
                days: until
                    .seconds()
                    .saturating_sub(since.seconds())
                    .div_euclid(DAY),
                minutes: item.minutes(at),
                of_all,
            }
        });
        stand.collect()
    }

    fn item_mut(&mut self, name: &str) -> Option<&mut AgendaItem> {
        let mut items = self.dossier.agenda.iter_mut();
        items.find(|item| item.added.item == name)
    }

    fn unconcluded(&self, name: &str) -> Result<(), RecordGround> {
        let mut items = self.dossier.agenda.iter();
        match items.find(|item| item.added.item == name) {
            None => Err(RecordGround::NoSuchItem(name.into())),
            Some(item) if item.concluded.is_some() => Err(RecordGround::ItemOver(name.into())),
            Some(_) => Ok(()),
        }
    }
}
