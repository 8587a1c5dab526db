//! The curve as numbers: which part of the time and of the height everything stands at.

use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::clause::rule::Share;
use sponsio_law::status::timeline::{ShareCurve, Timeline};

use crate::picture::percent;
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
    /// The shares that are needed beside or instead of the number.
    pub(super) shares: Vec<Weighed>,
}

/// The share of a table's total that those who counted had together, in hundredths of a per cent.
pub(super) struct Weighed {
    /// The table.
    pub(super) table: String,
    /// The share that is needed.
    pub(super) needed: u32,
    /// The same as the clause writes it.
    pub(super) share: Share,
    /// The levels by day; never after the day to which they are known.
    pub(super) levels: Vec<(Date, u32)>,
}

impl Weighed {
    /// Returns the curve up to a day; `None` where the whole is nothing.
    fn of(share: &ShareCurve, known_to: Date) -> Option<Self> {
        let part = |of: u128, whole: u128| {
            let hundredths = (of * 10_000).checked_div(whole)?;
            Some(u32::try_from(hundredths).unwrap_or(u32::MAX))
        };
        let total = u128::from(share.total.millionths());
        let known = share.sums.iter().filter(|(day, _)| *day <= known_to);
        let levels = known.map(|(day, sum)| Some((*day, part(sum.millionths().into(), total)?)));
        let needed = match share.needed {
            Share::Percent(percent) => part(percent.millionths().into(), 100_000_000)?,
            Share::Fraction(numerator, denominator) => part(numerator.into(), denominator.into())?,
        };
        Some(Self {
            table: share.table.clone(),
            needed,
            share: share.needed,
            levels: levels.collect::<Option<_>>()?,
        })
    }

    /// Returns the last level that is known.
    pub(super) fn level(&self) -> u32 {
        self.levels.last().map_or(0, |(_, level)| *level)
    }

    /// Returns what the last level that is known is, and what is needed.
    pub(super) fn fact(&self, words: &Words, day: Date) -> String {
        say!(
            words,
            "timeline-share",
            part = percent(words, self.level()),
            table = &self.table,
            day = day,
            need = self.needed_text(words)
        )
    }

    /// Returns the share that is needed, as the clause writes it.
    pub(super) fn needed_text(&self, words: &Words) -> String {
        match self.share {
            Share::Percent(percent) => say!(words, "timeline-percent", percent = percent),
            Share::Fraction(numerator, denominator) => format!("{numerator}/{denominator}"),
        }
    }
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
            shares: timeline
                .shares
                .iter()
                .filter_map(|share| Weighed::of(share, known_to))
                .collect(),
        })
    }

    /// Returns the level on a day.
    pub(super) fn level(&self, day: Date) -> u32 {
        level(&self.levels, day)
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
        let shares = self.shares.iter().map(|share| share.fact(words, day));
        [Some(first), Some(last), needed]
            .into_iter()
            .flatten()
            .chain(shares)
            .chain(trigger)
            .chain(provisional)
            .chain(in_force)
            .chain(ended)
            .chain([horizon])
            .collect()
    }
}

/// Returns the level of a stepped curve on a day.
pub(super) fn level(levels: &[(Date, u32)], day: Date) -> u32 {
    let before = levels.partition_point(|(changed, _)| *changed <= day);
    before
        .checked_sub(1)
        .and_then(|place| levels.get(place))
        .map_or(0, |(_, level)| *level)
}

/// Returns the days from one day to another.
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_law::clause::decimal::Decimal;
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
            shares: vec![ShareCurve {
                table: String::from("W"),
                needed: Share::Fraction(2, 3),
                total: Decimal::whole(3),
                sums: vec![
                    (day("2000-01-01"), Decimal::whole(1)),
                    (day("2005-01-01"), Decimal::whole(3)),
                ],
            }],
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
    fn a_share_is_drawn_as_far_as_it_is_known() {
        let curve = curve();
        let [share] = curve.shares.as_slice() else {
            panic!("one share: {}", curve.shares.len());
        };
        assert_eq!((share.needed, share.level()), (6666, 3333));
        let words = Words::new(crate::args::Language::En);
        assert_eq!(share.needed_text(&words), "2/3");
        assert_eq!(percent(&words, share.level()), "33.33 %");
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
