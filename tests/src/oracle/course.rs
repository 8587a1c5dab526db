//! What came after general entry into force: the end of the treaty, or days on which a condition
//! without latch did not hold.

use super::Force;
use super::condition::Truth;
use super::day::Day;

/// Whether the treaty is in force on each day, once it has entered into force.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// The first day on which it is in force for nobody.
    pub(super) ended: Option<Day>,
    /// The day from which it is unknown whether it has ended.
    pub(super) doubtful: Option<Day>,
    /// Without a latch: from each of these days on, what the condition was; the last entry of a day
    /// counts.
    pub(super) condition: Vec<(Day, Truth)>,
}

impl Course {
    /// Whether nothing that came after entry into force stands in the way on the day.
    pub(super) fn on(&self, day: Day) -> Truth {
        if self.ended.is_some_and(|ended| ended <= day) {
            return Truth::No;
        }
        let last = self.condition.iter().rfind(|(from, _)| *from <= day);
        let condition = last.map_or(Truth::Yes, |(_, value)| *value);
        if self.doubtful.is_some_and(|doubtful| doubtful <= day) {
            return condition.min(Truth::Maybe);
        }
        condition
    }

    /// Returns the days on which something changes.
    pub(super) fn days(&self) -> impl Iterator<Item = Day> {
        let condition = self.condition.iter().map(|(day, _)| *day);
        condition.chain(self.ended).chain(self.doubtful)
    }

    pub(super) fn end(&mut self, day: Day) {
        self.ended = Some(self.ended.map_or(day, |ended| ended.min(day)));
    }

    pub(super) fn doubt(&mut self, day: Day) {
        self.doubtful = Some(self.doubtful.map_or(day, |doubtful| doubtful.min(day)));
    }

    /// Returns the first day, this one or later, on which the treaty is in force or may be.
    pub(super) fn first_open(&self, day: Day) -> Option<Day> {
        let mut days: Vec<Day> = self.days().filter(|later| *later > day).collect();
        days.push(day);
        days.sort_unstable();
        days.into_iter().find(|day| self.on(*day) != Truth::No)
    }

    /// Returns the values from the day of entry into force on, each with its first day.
    pub(super) fn told_from(&self, general: Day) -> Vec<(Day, Force)> {
        let mut days: Vec<Day> = self.days().filter(|day| *day > general).collect();
        days.push(general);
        days.sort_unstable();
        let mut told: Vec<(Day, Force)> = Vec::new();
        for day in days {
            let value = match self.on(day) {
                Truth::Yes => Force::Yes,
                Truth::No => Force::No,
                Truth::Maybe => Force::Unknown,
            };
            if told.last().is_none_or(|(_, last)| *last != value) {
                told.push((day, value));
            }
        }
        told
    }
}
