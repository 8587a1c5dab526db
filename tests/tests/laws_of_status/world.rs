//! A generated register, and others made from it by changing its acts.

use alloc::collections::BTreeMap;

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::register::Register;
use sponsio_law::status::history::{Lens, View};
use sponsio_tests::assemble::assemble;
use sponsio_tests::generate::{Choices, generate_from};

/// A register, the files it was read from, and what is left to choose.
pub(crate) struct World {
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) register: Register,
    pub(crate) choices: Choices,
}

impl World {
    pub(crate) fn of((made, further): (Vec<u32>, Vec<u32>)) -> Self {
        let files = generate_from(&mut Choices::given(made));
        Self {
            register: assemble(&files),
            files,
            choices: Choices::given(further),
        }
    }

    /// Returns the acts of all treaties.
    pub(crate) fn acts(&self) -> Vec<Act> {
        let treaties = self.register.treaties().iter();
        treaties
            .flat_map(|treaty| treaty.acts().iter().cloned())
            .collect()
    }

    /// Returns the register with these acts in the place of its own.
    pub(crate) fn with(&self, acts: Vec<Act>) -> Register {
        let mut files = self.files.clone();
        let table = files.entry(String::from("acts.csv")).or_default();
        *table = table.lines().next().unwrap_or_default().to_owned() + "\n";
        let mut register = assemble(&files);
        for act in acts {
            register.apply(act).expect("it names what the register has");
        }
        register
    }

    /// Returns the register with one act more.
    pub(crate) fn and(&self, act: Act) -> Register {
        let mut register = self.register.clone();
        register.apply(act).expect("it names what the register has");
        register
    }

    /// Returns an act like one of the register's, of another kind and on another day; `None` where
    /// it has none.
    pub(crate) fn another_act(&mut self) -> Option<Act> {
        let acts = self.acts();
        if acts.is_empty() {
            return None;
        }
        let (model, day) = (
            self.choices.one_of(&acts).clone(),
            self.choices.one_of(&acts).date,
        );
        let kind = *self.choices.one_of(&ActKind::ALL);
        let refers_to = match kind {
            ActKind::Correction => model.id.clone(),
            ActKind::Continuation => Some(self.choices.one_of(&acts).participant.to_string()),
            _ => None,
        };
        let days = [model.date, day, later(model.date, 1), later(day, 40)];
        let effect = *self
            .choices
            .one_of(&[None, None, Some(model.date), Some(later(day, 9))]);
        Some(Act {
            id: None,
            label: ActLabel::Known(kind),
            date: *self.choices.one_of(&days),
            effect,
            recorded: None,
            refers_to,
            ..model
        })
    }

    /// Returns one of the lenses.
    pub(crate) fn lens(&mut self) -> Lens {
        let known = self.days().first().copied();
        *self.choices.one_of(&lenses(known))
    }

    /// Returns some days on which something happens, and days after them.
    pub(crate) fn days(&mut self) -> Vec<Date> {
        let acts = self.acts();
        let mut days: Vec<Date> = acts.iter().map(|act| act.date).collect();
        days.extend(acts.iter().map(|act| later(act.known_from(), 1)));
        let last = days.iter().max().copied();
        days = (0..3)
            .filter(|_| !days.is_empty())
            .map(|_| *self.choices.one_of(&days))
            .collect();
        days.extend(last.map(|day| later(day, 4_000)));
        days
    }
}

/// Returns the day so many days later.
pub(crate) fn later(day: Date, days: u32) -> Date {
    calendar::after(day, days, Unit::Days)
        .expect("generated days are few")
        .day
}

/// Returns the lenses without a knowledge date, and with this one.
pub(crate) fn lenses(known: Option<Date>) -> Vec<Lens> {
    let mut lenses = Vec::new();
    for view in [View::Computed, View::Announced] {
        lenses.push(Lens { known: None, view });
        lenses.extend(known.map(|known| Lens {
            known: Some(known),
            view,
        }));
    }
    lenses
}

/// Returns the register's files as one text, to be read where a law is broken.
pub(crate) fn told(files: &BTreeMap<String, String>) -> String {
    let told: Vec<String> = files
        .iter()
        .map(|(name, text)| format!("--- {name}\n{text}"))
        .collect();
    told.concat()
}
