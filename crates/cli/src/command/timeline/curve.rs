//! The curve as numbers: which part of the time and of the height everything stands at.

use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::status::timeline::Timeline;

use crate::wording::{Words, say};

/// A stepped curve between two days.
pub(super) struct Curve {
    /// The first day drawn.
    pub(super) start: Date,
    /// The last day drawn.
    pub(super) end: Date,
    /// The day to which the curve is known.
    pub(super) known_to: Date,
    /// The levels by day; never after `known_to`.
    pub(super) levels: Vec<(Date, u32)>,
    /// The number that is needed.
    pub(super) needed: Option<u32>,
    /// The day on which the conditions were met.
    pub(super) trigger: Option<Date>,
    /// The first day in force.
    pub(super) in_force: Option<Date>,
    /// The first day on which it is in force for nobody, having ended.
    pub(super) ended: Option<Date>,
    /// The first day provisionally in force.
    pub(super) provisional: Option<Date>,
    /// The greatest number drawn.
    pub(super) top: u32,
}

impl Curve {
    /// Returns the curve up to a day; `None` where nothing is known by then.
    pub(super) fn of(timeline: &Timeline, known_to: Date) -> Option<Self> {
        let known = timeline.levels.iter().filter(|level| level.day <= known_to);
        let levels: Vec<(Date, u32)> = known.map(|level| (level.day, level.counted)).collect();
        let (first, _) = *levels.first()?;
        let visible = |day: &Date| *day <= known_to;
        let trigger = timeline.trigger.filter(visible);
        let in_force = timeline
            .in_force
            .filter(|_| trigger.is_some() || timeline.trigger.is_none());
        let latest = known_to.max(in_force.unwrap_or(known_to));
        let margin = u32::try_from(days(first, latest) / 16).unwrap_or(0).max(1);
        let end = calendar::after(latest, margin, Unit::Days).map_or(latest, |reached| reached.day);
        let needed = timeline.threshold.and_then(|need| u32::try_from(need).ok());
        let highest = levels.iter().map(|(_, level)| *level).max().unwrap_or(0);
        Some(Self {
            start: first,
            end,
            known_to,
            levels,
            needed,
            trigger,
            in_force,
            ended: timeline.ended.filter(visible),
            provisional: timeline.provisional.filter(visible),
            top: highest.max(needed.unwrap_or(0)).max(1),
        })
    }

    /// Returns the level on a day.
    pub(super) fn level(&self, day: Date) -> u32 {
        let before = self.levels.partition_point(|(changed, _)| *changed <= day);
        before
            .checked_sub(1)
            .and_then(|place| self.levels.get(place))
            .map_or(0, |(_, level)| *level)
    }

    /// Returns where a day stands on a scale of so many parts.
    pub(super) fn across(&self, day: Date, parts: usize) -> usize {
        let span = days(self.start, self.end).max(1);
        let at = days(self.start, day.clamp(self.start, self.end));
        usize::try_from(at).unwrap_or(0) * parts / usize::try_from(span).unwrap_or(1)
    }

    /// Returns the last day that falls into one of so many parts.
    pub(super) fn day_at(&self, part: usize, parts: usize) -> Date {
        let span = usize::try_from(days(self.start, self.end)).unwrap_or(0);
        let offset = ((part + 1) * span).div_ceil(parts.max(1)).saturating_sub(1);
        let offset = u32::try_from(offset).unwrap_or(0);
        calendar::after(self.start, offset, Unit::Days).map_or(self.end, |reached| reached.day)
    }

    /// Returns the first days of years to be written under the curve, not more than about so many.
    pub(super) fn years(&self, most: usize) -> Vec<Date> {
        let (first, last) = (self.start.year(), self.end.year());
        let count = usize::try_from(last - first).unwrap_or(0) + 1;
        let steps = [1_i16, 2, 5, 10, 20, 50, 100];
        let step = steps
            .into_iter()
            .find(|step| count / usize::from(step.unsigned_abs()) <= most);
        let step = step.unwrap_or(200);
        let years = (first..=last).filter(|year| year % step == 0);
        let days = years.filter_map(|year| Date::new(year, 1, 1).ok());
        days.filter(|day| self.start <= *day && *day <= self.end)
            .collect()
    }

    /// Returns what the curve shows, sentence by sentence.
    pub(super) fn facts(&self, words: &Words) -> Vec<String> {
        let first = say!(words, "timeline-fact-first", day = self.start);
        let (level, day) = (self.level(self.known_to), self.known_to);
        let last = say!(words, "timeline-fact-last", count = level, day = day);
        let needed = self
            .needed
            .map(|need| say!(words, "timeline-fact-needed", need = need));
        let trigger = self
            .trigger
            .map(|day| say!(words, "timeline-fact-trigger", day = day));
        let in_force = self
            .in_force
            .map(|day| say!(words, "timeline-fact-in-force", day = day));
        let provisional = self
            .provisional
            .map(|day| say!(words, "timeline-fact-provisional", day = day));
        let ended = self
            .ended
            .map(|day| say!(words, "timeline-fact-ended", day = day));
        let horizon = say!(words, "timeline-fact-horizon", day = self.known_to);
        [
            Some(first),
            Some(last),
            needed,
            trigger,
            provisional,
            in_force,
            ended,
            Some(horizon),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Returns the days from one day to another.
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_law::status::timeline::Level;

    fn day(text: &str) -> Date {
        calendar::parse(text).expect("a day")
    }

    fn curve() -> Curve {
        let level = |text: &str, counted| Level {
            day: day(text),
            counted,
            live: counted,
        };
        let timeline = Timeline {
            levels: vec![
                level("2000-01-01", 1),
                level("2000-06-01", 3),
                level("2005-01-01", 9),
            ],
            threshold: Some(3),
            trigger: Some(day("2000-06-01")),
            in_force: Some(day("2000-07-01")),
            ended: None,
            provisional: None,
            horizon: Some(day("2001-01-01")),
        };
        Curve::of(&timeline, day("2001-01-01")).expect("a curve")
    }

    #[test]
    fn nothing_is_drawn_after_the_day_that_is_known() {
        let curve = curve();
        assert_eq!(curve.levels.len(), 2);
        assert_eq!((curve.top, curve.level(curve.end)), (3, 3));
        assert_eq!(curve.level(day("1999-12-31")), 0);
        assert!(curve.known_to < curve.end);
    }

    #[test]
    fn days_stand_in_order() {
        let curve = curve();
        assert_eq!(curve.across(curve.start, 100), 0);
        assert_eq!(curve.across(curve.end, 100), 100);
        assert!((1..60).all(|part| curve.day_at(part - 1, 60) < curve.day_at(part, 60)));
        assert_eq!(curve.years(5), [day("2000-01-01"), day("2001-01-01")]);
    }
}
